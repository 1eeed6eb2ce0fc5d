import { readFile } from 'node:fs/promises'
import type { JsonUnmet } from '@enfilade/language'
import { applyAppearance } from '@enfilade/radiance/appearance'
import { FileError, readImage } from '@enfilade/radiance/files'
import type { SceneDocument } from '@enfilade/scene'
import { CommandError, describeFileError } from './command-error.ts'
import type { Terminal } from './terminal.ts'

/** Colours need no more pixels than this a side. */
const PICTURE_SIDE = 1024

/** What `--style`, `--reference` and `--seed` say. */
export type Dress = { readonly style?: string; readonly reference?: string; readonly seed: number }

/** The document in another look; what of the words found no meaning is told and comes back. */
export async function dressScene(
  document: SceneDocument,
  { style, reference, seed }: Dress,
  terminal: Terminal,
): Promise<{ document: SceneDocument; unmet: JsonUnmet[] }> {
  const picture = reference === undefined ? undefined : await readPicture(reference, terminal)
  const request = { ...(style === undefined ? {} : { style }), ...(picture ? { reference: picture } : {}), seed }
  const { document: dressed, proposal } = applyAppearance(document, request)
  const unmet = (proposal?.unmet ?? []).map(({ words, reason }) => ({ request: words, reason: reason.en }))
  for (const { request: words, reason } of unmet) terminal.note(`--style ${JSON.stringify(words)}: ${reason}`)
  return { document: dressed, unmet }
}

async function readPicture(path: string, terminal: Terminal) {
  const bytes = await readFile(terminal.resolve(path)).catch((error: unknown) => {
    throw describeFileError(error, path)
  })
  try {
    return await readImage(bytes, { name: path, maxSide: PICTURE_SIDE })
  } catch (error) {
    throw error instanceof FileError ? new CommandError(error.message) : error
  }
}
