import { join } from 'node:path'
import { createDenoiser } from '@enfilade/inference'
import {
  bakeScene,
  type Camera,
  type Channel,
  createGaussianPainter,
  createThreadPool,
  encodeChannel,
  type LitSpace,
  lightSpace,
  radianceAt,
  readCameras,
  realiseScene,
  renderBaked,
  renderReference,
  type ThreadPool,
  type View,
  type ViewOptions,
} from '@enfilade/radiance'
import { denoiserFor, denoiseView, drawGuides } from '@enfilade/radiance/learned'
import { type Id, readScene, type Scene } from '@enfilade/scene'
import { CommandError, describeFileError, EXIT, type ExitCode, usageError } from '../command-error.ts'
import { dressScene } from '../dress-scene.ts'
import { readLevel } from '../read-level.ts'
import { readChoice, readOperand, readOptions, readSeed } from '../read-options.ts'
import { readSceneFile } from '../read-scene.ts'
import { tellQuarters } from '../tell-quarters.ts'
import type { Terminal } from '../terminal.ts'

const CHANNELS: readonly Channel[] = ['color', 'depth', 'normal', 'semantic', 'instance']
/** Paths per pixel where nobody says. */
const USUAL_SAMPLES = { reference: 128, baked: 8, gaussians: 1 }
/** With `--denoise`. */
const USUAL_DENOISED = 8
/**
 * Light of two and more bounces is cut here in each path, as a multiple of what is shown as white: a path that chances on the
 * inside of a lampshade leaves no speck.
 */
const PATH_LIMIT = 20
/** The same for what a gloss shows in baked views, which have few samples. */
const GLOSS_LIMIT = 2
const MOST_SAMPLES = 65_536
/** Larger pictures would need more memory than a small machine has. */
const MOST_PIXELS = 25_000_000

/** `render SCENE`: views from the cameras of a file, one PNG a channel. Ends with 2 when a camera could not be used. */
export async function runRender(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readOptions(args, {
    cameras: { type: 'string' },
    from: { type: 'string' },
    style: { type: 'string' },
    reference: { type: 'string' },
    channels: { type: 'string' },
    level: { type: 'string' },
    samples: { type: 'string' },
    denoise: { type: 'boolean' },
    seed: { type: 'string' },
    out: { type: 'string', short: 'o' },
  })
  const path = readOperand(positionals)
  if (values.cameras === undefined) throw usageError('--cameras is missing: name a cameras file.')
  if (values.out === undefined) throw usageError('--out is missing: name the folder for the pictures.')
  const from = readChoice('from', values.from, ['reference', 'baked', 'gaussians'] as const) ?? 'reference'
  const channels = readChannels(values.channels)
  const isDenoised = values.denoise === true
  if (isDenoised && from !== 'reference')
    throw usageError('--denoise is for --from reference: the others have no noise of few paths.')
  const samples = readSamples(values.samples) ?? (isDenoised ? USUAL_DENOISED : USUAL_SAMPLES[from])
  const seed = readSeed(values.seed)
  const { cameras, isWhole } = await readCamerasFile(values.cameras, terminal)
  const file = await readSceneFile(path, terminal)
  const { style, reference } = values
  const { document, unmet } = await dressScene(file.document, { style, reference, seed }, terminal)
  const scene = readScene(document)
  const level = readLevel(values.level, scene)
  const pool = createThreadPool()
  try {
    const space = lightSpace(scene, pool, level)
    const plain = await openSource(from, scene, space, level, pool, seed, terminal)
    const paint = isDenoised ? denoised(plain, space, pool) : plain
    for (const camera of cameras) {
      const view = await paint(camera, { channels, samples, seed, onProgress: tellView(camera.id, terminal) })
      for (const channel of channels) {
        const file = join(values.out, `${camera.id}.${channel}.png`)
        await terminal.write(file, encodeChannel(view, channel, space.exposure)).catch((error: unknown) => {
          throw describeFileError(error, file)
        })
      }
    }
  } finally {
    await pool.close()
  }
  return isWhole && unmet.length === 0 ? EXIT.done : EXIT.unmet
}

type Paint = (camera: Camera, options: ViewOptions) => Promise<View>

/** What views are drawn from; a bake or gaussians are made first. */
async function openSource(
  from: keyof typeof USUAL_SAMPLES,
  scene: Scene,
  { shared, exposure }: LitSpace,
  level: { level?: Id },
  pool: ThreadPool,
  seed: number,
  terminal: Terminal,
): Promise<Paint> {
  if (from === 'reference') {
    const paths = { limit: radianceAt(PATH_LIMIT, exposure) }
    return (camera, options) => renderReference(shared, camera, pool, { ...options, paths })
  }
  if (from === 'gaussians') {
    const { gaussians } = await realiseScene(scene, { ...level, seed, pool, onProgress: tellQuarters(terminal) })
    const paint = createGaussianPainter(gaussians)
    return async (camera, { channels }) => {
      if (camera.projection) throw new CommandError(`${camera.id}: gaussians are drawn through pinhole cameras only.`)
      return paint(camera, channels ?? ['color'])
    }
  }
  const bake = await bakeScene(shared.scene, { seed, shared, pool })
  terminal.note('bake: 100 %')
  const limit = radianceAt(GLOSS_LIMIT, exposure)
  return (camera, options) => renderBaked(shared, bake, camera, pool, { ...options, limit })
}

/** Views of few paths, their noise removed; channels besides colour have none. */
function denoised(paint: Paint, { shared, exposure }: LitSpace, pool: ThreadPool): Paint {
  const denoiser = createDenoiser()
  return async (camera, options) => {
    const view = await paint(camera, options)
    if (!view.color) return view
    const guides = await drawGuides(shared, camera, pool)
    return { ...view, color: await denoiseView(view.color, guides, exposure, denoiserFor(denoiser, options.samples)) }
  }
}

/** Tells a view's progress in quarters. */
function tellView(name: string, terminal: Terminal) {
  let told = 0
  return ({ done, total }: { readonly done: number; readonly total: number }) => {
    const quarter = Math.floor((4 * done) / total)
    if (quarter > told) terminal.note(`${name}: ${25 * quarter} %`)
    told = quarter
  }
}

async function readCamerasFile(path: string, terminal: Terminal) {
  const text = await terminal.read(path).catch((error: unknown) => {
    throw describeFileError(error, path)
  })
  const { cameras, problems } = readCameras(text)
  const complaints = problems.map((problem) => [problem.path, problem.message].filter(Boolean).join(' '))
  if (cameras.length === 0) throw new CommandError(`${path}: ${complaints[0] ?? 'has no camera in it'}.`)
  for (const complaint of complaints) terminal.note(`${path}: ${complaint}`)
  const [{ width, height }] = cameras as [Camera]
  if (width * height > MOST_PIXELS)
    throw new CommandError(`${path}: ${width} × ${height} are more than ${MOST_PIXELS / 1e6} million pixels.`)
  return { cameras, isWhole: problems.length === 0 }
}

function readChannels(value: string | undefined): readonly Channel[] {
  if (value === undefined) return ['color']
  const asked = value.split(',').map((name) => name.trim())
  const unknown = asked.find((name) => !CHANNELS.includes(name as Channel))
  if (unknown !== undefined)
    throw usageError(
      `--channels ${JSON.stringify(unknown)} is not known: use ${CHANNELS.join(', ')}, with commas between.`,
    )
  return CHANNELS.filter((channel) => asked.includes(channel))
}

function readSamples(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const samples = /^\d{1,6}$/.test(value) ? Number(value) : 0
  if (samples >= 1 && samples <= MOST_SAMPLES) return samples
  throw usageError(`--samples ${JSON.stringify(value)} is no whole number from 1 to ${MOST_SAMPLES}.`)
}
