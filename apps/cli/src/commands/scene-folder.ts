import { join } from 'node:path'
import {
  createThreadPool,
  displayColors,
  type FolderFile,
  interiorGsFolder,
  lightSpace,
  readCameras,
  realiseScene,
  renderReference,
  spatialGenFolder,
} from '@enfilade/radiance'
import { writeCompressedPly } from '@enfilade/radiance/files'
import { type Id, readScene, type Scene, type SceneDocument } from '@enfilade/scene'
import { CommandError, describeFileError, EXIT, type ExitCode, usageError } from '../command-error.ts'
import { readLevel } from '../read-level.ts'
import { type OptionValues, readChoice, readOperand, readOptions, readSeed } from '../read-options.ts'
import { readSceneFile } from '../read-scene.ts'
import { tellQuarters } from '../tell-quarters.ts'
import type { Terminal } from '../terminal.ts'

const USUAL_SAMPLES = 32
const CHANNELS = ['color', 'depth', 'normal', 'semantic'] as const

const OPTIONS = {
  layout: { type: 'string' },
  cameras: { type: 'string' },
  samples: { type: 'string' },
  quality: { type: 'string' },
  seed: { type: 'string' },
  level: { type: 'string' },
  out: { type: 'string', short: 'o' },
} as const

type Values = OptionValues<typeof OPTIONS>

/** `scene-folder SCENE`: a scene in the folder layout of SpatialGen (views) or of InteriorGS (gaussians). */
export async function runSceneFolder(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readOptions(args, OPTIONS)
  const path = readOperand(positionals)
  const layout = readChoice('layout', values.layout, ['spatialgen', 'interiorgs'] as const) ?? 'spatialgen'
  const { out } = values
  if (out === undefined) throw usageError('--out is missing: name the folder.')
  refuseForeign(layout, values)
  const write = async (files: Iterable<FolderFile> | AsyncIterable<FolderFile>) => {
    for await (const { path: name, bytes } of files) {
      const file = join(out, name)
      await terminal.write(file, bytes).catch((error: unknown) => {
        throw describeFileError(error, file)
      })
    }
  }
  const open = async () => (await readSceneFile(path, terminal)).document
  return layout === 'interiorgs'
    ? writeInteriorGs(open, values, write, terminal)
    : writeSpatialGen(open, values, write, terminal)
}

/** What one layout takes and the other has no use for is a mistake that is better told. */
function refuseForeign(layout: 'spatialgen' | 'interiorgs', values: Values): void {
  const foreign = layout === 'interiorgs' ? (['cameras', 'samples'] as const) : (['quality'] as const)
  const given = foreign.find((name) => values[name] !== undefined)
  if (given !== undefined) throw usageError(`--${given} has no meaning with --layout ${layout}.`)
}

type Open = () => Promise<SceneDocument>
type Write = (files: Iterable<FolderFile> | AsyncIterable<FolderFile>) => Promise<void>

async function writeSpatialGen(open: Open, values: Values, write: Write, terminal: Terminal): Promise<ExitCode> {
  const camerasPath = values.cameras
  if (camerasPath === undefined) throw usageError('--cameras is missing: name a cameras file.')
  const samples = readSamples(values.samples)
  const seed = readSeed(values.seed)
  const text = await terminal.read(camerasPath).catch((error: unknown) => {
    throw describeFileError(error, camerasPath)
  })
  const { cameras, problems } = readCameras(text)
  for (const problem of problems) terminal.note(`${camerasPath}: ${problem.path} ${problem.message}`)
  if (cameras.length === 0) throw new CommandError(`${camerasPath}: there is no camera to use.`)
  const scene = readScene(await open())
  const level = readLevel(values.level, scene)
  const pool = createThreadPool()
  try {
    const { shared, exposure } = lightSpace(scene, pool, level)
    const files = spatialGenFolder(scene, cameras, {
      ...level,
      render: (camera) => renderReference(shared, camera, pool, { channels: CHANNELS, samples, seed }),
      toPicture: (color) => displayColors(color, exposure),
    })
    await write(files)
  } finally {
    await pool.close()
  }
  return problems.length === 0 ? EXIT.done : EXIT.unmet
}

/** One level, its floor at 0: the layout has one floor plan. */
async function writeInteriorGs(open: Open, values: Values, write: Write, terminal: Terminal): Promise<ExitCode> {
  const quality = readChoice('quality', values.quality, ['preview', 'normal', 'fine'] as const) ?? 'normal'
  const seed = readSeed(values.seed)
  const document = await open()
  const house = readScene(document)
  const level = readLevel(values.level, house).level ?? firstWithRooms(house)
  if (level === undefined || !house.rooms.some((room) => room.level === level))
    throw new CommandError('There is no room to look at. Draw walls that close, or rooms.')
  const scene = readScene(new Map([...document, [level, { ...document.get(level)!, elevation: 0 }]]))
  const { gaussians, traceScene } = await realiseScene(scene, {
    quality,
    seed,
    level,
    onProgress: tellQuarters(terminal),
  })
  const { instances } = traceScene
  await write(interiorGsFolder(scene, { level, gaussians: writeCompressedPly(gaussians), instances }))
  return EXIT.done
}

function firstWithRooms(scene: Scene): Id | undefined {
  return scene.levels.find(({ id }) => scene.rooms.some((room) => room.level === id))?.id
}

function readSamples(value: string | undefined): number {
  if (value === undefined) return USUAL_SAMPLES
  if (/^[1-9]\d{0,4}$/.test(value)) return Number(value)
  throw usageError(`--samples ${JSON.stringify(value)} is no whole number from 1 to 99999.`)
}
