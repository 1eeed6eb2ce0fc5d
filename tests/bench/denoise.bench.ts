import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createDenoiser } from '@enfilade/inference'
import {
  type Camera,
  createThreadPool,
  displayColors,
  freePoses,
  type LitSpace,
  lightSpace,
  radianceAt,
  renderReference,
  type ThreadPool,
} from '@enfilade/radiance'
import { aTrous, type Denoiser, denoiserFor, denoiseView, drawGuides } from '@enfilade/radiance/learned'
import { readScene } from '@enfilade/scene'
import { psnrAgainstNoisy } from './radiance/measures/compare-pictures.ts'
import { readRoom, roomIds } from './radiance/rooms.ts'

const WAYS = ['none', 'more samples', 'à-trous', 'learned', 'shipped'] as const
type Way = (typeof WAYS)[number]
type Measured = { readonly db: number; readonly seconds: number; readonly samples: number }

/** Few-path views against the path tracer's truth, at equal processor time: as they are, filtered, or with more paths instead. */
export default {
  name: 'denoise',
  summary:
    'few-path views at equal time [--rooms A,B] [--samples 4,16] [--truth 64] [--width 128] [--keep FOLDER for truths]',
  async run(args: string[]) {
    const { values } = parseArgs({
      args,
      options: {
        rooms: { type: 'string' },
        samples: { type: 'string', default: '4,16' },
        truth: { type: 'string', default: '64' },
        width: { type: 'string', default: '128' },
        keep: { type: 'string' },
      },
    })
    const rooms = values.rooms?.split(',') ?? roomIds()
    const counts = values.samples.split(',').map(Number)
    const pool = createThreadPool()
    const learned = createDenoiser()
    const all = new Map<string, Measured[]>()
    process.stdout.write(`\n| room | paths | ${WAYS.join(' | ')} |\n|---|---|${'---|'.repeat(WAYS.length)}\n`)
    try {
      for (const room of rooms) {
        const view = await openView(room, Number(values.width), Number(values.truth), pool, values.keep)
        for (const count of counts) {
          const row = await measure(view, count, learned, pool)
          for (const way of WAYS) all.set(`${count} ${way}`, [...(all.get(`${count} ${way}`) ?? []), row[way]])
          tell(
            room,
            count,
            WAYS.map((way) => row[way]),
          )
        }
      }
      for (const count of counts)
        tell(
          'mean',
          count,
          WAYS.map((way) => meanOf(all.get(`${count} ${way}`)!)),
        )
    } finally {
      await pool.close()
    }
  },
}

type View = LitSpace & { readonly camera: Camera }
/** With its truth: display values of two independent renders. */
type TestView = View & { readonly first: Uint8Array; readonly second: Uint8Array }

async function openView(
  room: string,
  width: number,
  truth: number,
  pool: ThreadPool,
  keep?: string,
): Promise<TestView> {
  const scene = readScene(readRoom(room))
  const space = lightSpace(scene, pool)
  const lens = { width, height: Math.round((width * 3) / 4), fov: (75 * Math.PI) / 180 }
  const [camera] = freePoses(scene, { count: 1, seed: 11, lens })
  const view: View = { ...space, camera: camera! }
  const halfOf = (seed: number) =>
    kept(keep, `${room}-${width}-${truth}-${seed}.rgb`, async () =>
      displayColors(await render(view, truth, seed, pool), space.exposure),
    )
  // Two independent halves: their noise falls out of the comparison.
  return { ...view, first: await halfOf(101), second: await halfOf(202) }
}

/** Truths cost minutes: with a folder they are drawn once. */
async function kept(folder: string | undefined, name: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const file = folder === undefined ? undefined : join(folder, name)
  if (file && existsSync(file)) return readFileSync(file)
  const bytes = await make()
  if (folder !== undefined) mkdirSync(folder, { recursive: true })
  if (file) writeFileSync(file, bytes)
  return bytes
}

async function render(
  { shared, exposure, camera }: View,
  samples: number,
  seed: number,
  pool: ThreadPool,
): Promise<Float32Array> {
  const paths = { limit: radianceAt(20, exposure) }
  return (await renderReference(shared, camera, pool, { samples, seed, paths })).color!
}

async function measure(view: TestView, samples: number, learned: Denoiser, pool: ThreadPool) {
  const judge = (color: Float32Array) => psnrAgainstNoisy(displayColors(color, view.exposure), view.first, view.second)
  const noisy = await timed(() => render(view, samples, 7, pool))
  const guided = await timed(() => drawGuides(view.shared, view.camera, pool))
  const filter = async (denoiser: Denoiser): Promise<Measured> => {
    // The first time opens the engine.
    await denoiseView(noisy.value, guided.value, view.exposure, denoiser)
    const { value, seconds } = await timed(() => denoiseView(noisy.value, guided.value, view.exposure, denoiser))
    return { db: judge(value), seconds: noisy.seconds + guided.seconds + seconds, samples }
  }
  const [wavelet, network] = [await filter(aTrous), await filter(learned)]
  const affordable = Math.max(samples + 1, Math.round((samples * network.seconds) / noisy.seconds))
  const longer = await timed(() => render(view, affordable, 7, pool))
  const result: Record<Way, Measured> = {
    none: { db: judge(noisy.value), seconds: noisy.seconds, samples },
    'more samples': { db: judge(longer.value), seconds: longer.seconds, samples: affordable },
    'à-trous': wavelet,
    learned: network,
    shipped: await filter(denoiserFor(learned, samples)),
  }
  return result
}

/** Processor seconds of all threads: the machine may be busy. */
async function timed<T>(work: () => Promise<T>): Promise<{ value: T; seconds: number }> {
  const before = process.cpuUsage()
  const value = await work()
  const { user, system } = process.cpuUsage(before)
  return { value, seconds: (user + system) / 1e6 }
}

function tell(room: string, paths: number, row: readonly Measured[]): void {
  const cells = row.map(({ db, seconds, samples }) => `${db.toFixed(2)} dB, ${seconds.toFixed(2)} s, ${samples} paths`)
  process.stdout.write(`| ${room} | ${paths} | ${cells.join(' | ')} |\n`)
}

function meanOf(row: readonly Measured[]): Measured {
  const mean = (read: (each: Measured) => number) => row.reduce((sum, each) => sum + read(each), 0) / row.length
  return {
    db: mean(({ db }) => db),
    seconds: mean(({ seconds }) => seconds),
    samples: Math.round(mean((each) => each.samples)),
  }
}
