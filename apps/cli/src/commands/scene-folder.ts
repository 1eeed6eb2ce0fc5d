import { join } from 'node:path'
import {
  createThreadPool,
  displayColors,
  lightSpace,
  readCameras,
  renderReference,
  spatialGenFolder,
} from '@enfilade/radiance'
import { readScene } from '@enfilade/scene'
import { CommandError, describeFileError, EXIT, type ExitCode, usageError } from '../command-error.ts'
import { readOperand, readOptions, readSeed } from '../read-options.ts'
import { readSceneFile } from '../read-scene.ts'
import type { Terminal } from '../terminal.ts'

const USUAL_SAMPLES = 32
const CHANNELS = ['color', 'depth', 'normal', 'semantic'] as const

/** `scene-folder SCENE`: pictures, layout and cameras of a scene in the folder layout of SpatialGen. */
export async function runSceneFolder(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readOptions(args, {
    cameras: { type: 'string' },
    samples: { type: 'string' },
    seed: { type: 'string' },
    out: { type: 'string', short: 'o' },
  })
  const path = readOperand(positionals)
  const { cameras: camerasPath, out } = values
  if (camerasPath === undefined) throw usageError('--cameras is missing: name a cameras file.')
  if (out === undefined) throw usageError('--out is missing: name the folder.')
  const samples = readSamples(values.samples)
  const seed = readSeed(values.seed)
  const text = await terminal.read(camerasPath).catch((error: unknown) => {
    throw describeFileError(error, camerasPath)
  })
  const { cameras, problems } = readCameras(text)
  for (const problem of problems) terminal.note(`${camerasPath}: ${problem.path} ${problem.message}`)
  if (cameras.length === 0) throw new CommandError(`${camerasPath}: there is no camera to use.`)
  const scene = readScene((await readSceneFile(path, terminal)).document)
  const pool = createThreadPool()
  try {
    const { shared, exposure } = lightSpace(scene, pool)
    const files = spatialGenFolder(scene, cameras, {
      render: (camera) => renderReference(shared, camera, pool, { channels: CHANNELS, samples, seed }),
      toPicture: (color) => displayColors(color, exposure),
    })
    for await (const { path: name, bytes } of files) {
      const file = join(out, name)
      await terminal.write(file, bytes).catch((error: unknown) => {
        throw describeFileError(error, file)
      })
    }
  } finally {
    await pool.close()
  }
  return problems.length === 0 ? EXIT.done : EXIT.unmet
}

function readSamples(value: string | undefined): number {
  if (value === undefined) return USUAL_SAMPLES
  if (/^[1-9]\d{0,4}$/.test(value)) return Number(value)
  throw usageError(`--samples ${JSON.stringify(value)} is no whole number from 1 to 99999.`)
}
