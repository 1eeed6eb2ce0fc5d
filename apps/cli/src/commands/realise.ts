import { join } from 'node:path'
import { stringifySceneJson, writeSceneJson } from '@enfilade/language'
import { previewFiles, realisedFiles, realiseScene } from '@enfilade/radiance'
import { readScene } from '@enfilade/scene'
import { CommandError, describeFileError, EXIT, type ExitCode, usageError } from '../command-error.ts'
import { dressScene } from '../dress-scene.ts'
import { readLevel } from '../read-level.ts'
import { readChoice, readOperand, readOptions, readSeed } from '../read-options.ts'
import { readSceneFile } from '../read-scene.ts'
import { tellQuarters } from '../tell-quarters.ts'
import type { Terminal } from '../terminal.ts'

/** `realise SCENE`: the scene as gaussians, in every format, with a report. Ends with 2 when part of a style has no meaning. */
export async function runRealise(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readOptions(args, {
    style: { type: 'string' },
    reference: { type: 'string' },
    quality: { type: 'string' },
    level: { type: 'string' },
    seed: { type: 'string' },
    out: { type: 'string', short: 'o' },
  })
  const operand = readOperand(positionals)
  const { style, reference, out } = values
  if (out === undefined) throw usageError('--out is missing: name the folder for the files.')
  const quality = readChoice('quality', values.quality, ['preview', 'normal', 'fine'] as const) ?? 'normal'
  const seed = readSeed(values.seed)
  const file = await readSceneFile(operand, terminal)
  const { document, unmet } = await dressScene(file.document, { style, reference, seed }, terminal)
  const scene = readScene(document)
  const { level } = readLevel(values.level, scene)
  if (!scene.rooms.some((room) => level === undefined || room.level === level))
    throw new CommandError(`${operand}: has no room, so there is nothing to look at. Draw walls that close, or rooms.`)
  const write = async (name: string, bytes: Uint8Array) => {
    const path = join(out, name)
    await terminal.write(path, bytes).catch((error: unknown) => {
      throw describeFileError(error, path)
    })
  }
  const previews: Promise<void>[] = []
  const realised = await realiseScene(scene, {
    quality,
    seed,
    ...(level !== undefined && { level }),
    onProgress: tellQuarters(terminal),
    onPreview(gaussians, traceScene) {
      previews.push(
        previewFiles(gaussians, traceScene).then(async (files) => {
          for (const { name, bytes } of files) await write(name, bytes)
        }),
      )
    },
  })
  await Promise.all(previews)
  const text = stringifySceneJson(writeSceneJson(document, file.extra))
  const options = { scene: text, quality, seed, unmet, ...(style === undefined ? {} : { style }) }
  for await (const { name, bytes } of realisedFiles(realised, options)) await write(name, bytes)
  return unmet.length > 0 ? EXIT.unmet : EXIT.done
}
