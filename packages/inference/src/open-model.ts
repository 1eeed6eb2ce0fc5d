import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { type Network, readVocabulary } from '@enfilade/layout'
import { ModelFileError } from './model-file-error.ts'
import { openNetwork } from './open-network.ts'
import { readModelFile } from './read-model-file.ts'

type Vocabulary = NonNullable<ReturnType<typeof readVocabulary>>

/** A network of layout's with the vocabulary of its card. */
export type OpenModel = { readonly network: Network; readonly vocabulary: Vocabulary }

/** The weights lie with the package that uses them. */
export const ownFolder = (): string =>
  join(dirname(createRequire(import.meta.url).resolve('@enfilade/layout')), '../models')

/**
 * Reads `<name>.json` and `<name>.onnx` of a folder and starts the engine on them.
 *
 * @throws ModelFileError when a file is missing or damaged, or is of another format.
 */
export const openModel = async (folder: string, name: string, format: string): Promise<OpenModel> => {
  const base = join(folder, name)
  const file = await readModelFile(base, format)
  const vocabulary = readVocabulary(file.card)
  if (!vocabulary) throw new ModelFileError(`${base}.json: has no vocabulary`)
  return { network: await openNetwork(file, `${base}.onnx`), vocabulary }
}
