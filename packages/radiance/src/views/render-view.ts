import type { ThreadPool } from '../threads/thread-pool.ts'
import type { SharedScene } from '../trace/share-scene.ts'
import type { Camera, Channel, View } from './camera.ts'
import { createAim } from './camera-rays.ts'
import type { TracerSource, ViewTask } from './view-task.ts'

export type ViewOptions = {
  /** Default: colour alone. */
  readonly channels?: readonly Channel[]
  /** Paths per pixel. */
  readonly samples: number
  readonly seed?: number
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void
  /** Called with the picture so far when each pixel has 1, 2, 4, 8, … samples. Its arrays are valid during the call. */
  readonly onPreview?: (view: View, samples: number) => void
}

const job = new URL('./view-job.ts', import.meta.url)
/** About as many pixels as paths run at once in a thread. */
const PIXELS_PER_TASK = 4096

/**
 * A view of a scene on the threads of a pool: colour from a tracer, the other channels by the first hit, without noise.
 * Equal scene, camera, samples and seed give equal bytes, whatever the number of threads.
 *
 * @param shared Made with `shareScene(scene, pool.size)`.
 * @throws RangeError when the camera is none; the signal's reason when it is aborted.
 */
export async function renderView(
  shared: SharedScene,
  camera: Camera,
  tracer: TracerSource,
  pool: ThreadPool,
  options: ViewOptions,
): Promise<View> {
  createAim(camera)
  if (!(options.samples >= 1)) throw new RangeError(`renderView: ${options.samples} samples, at least 1 is needed`)
  const { channels = ['color'], seed = 1, signal, onProgress, onPreview } = options
  const { width, height } = camera
  const geometry = allocate(width * height, channels)
  const hasGeometry = Object.keys(geometry).length > 0
  const sums = channels.includes('color') ? new Float32Array(new SharedArrayBuffer(12 * width * height)) : undefined
  const source = { module: tracer.module.href, data: tracer.data, key: tracer.key }
  const portions = sums ? portionsOf(options.samples, onPreview !== undefined) : [[0, 0] as const]
  const bands = bandsOf(camera)
  const total = bands.length * portions.length
  let done = 0
  for (const [index, samples] of portions.entries()) {
    const tasks = bands.map(async (rows) => {
      const task: ViewTask = {
        shared,
        camera,
        rows,
        seed,
        samples,
        ...(sums ? { color: { sums, tracer: source } } : {}),
        ...(hasGeometry && index === 0 ? { geometry } : {}),
      }
      await pool.run(job, task, signal ? { signal } : {})
      onProgress?.({ done: ++done, total })
    })
    await Promise.all(tasks)
    if (onPreview && sums) onPreview({ width, height, color: meanOf(sums, samples[1]), ...geometry }, samples[1])
  }
  // In place: large views should not be there twice.
  sums?.forEach((sum, index) => {
    sums[index] = sum / options.samples
  })
  return { width, height, ...(sums ? { color: sums } : {}), ...geometry }
}

function allocate(pixels: number, channels: readonly Channel[]): Omit<View, 'width' | 'height' | 'color'> {
  const bytes = (perPixel: number) => new SharedArrayBuffer(perPixel * pixels)
  return {
    ...(channels.includes('depth') ? { depth: new Float32Array(bytes(4)) } : {}),
    ...(channels.includes('normal') ? { normal: new Float32Array(bytes(12)) } : {}),
    ...(channels.includes('semantic') ? { semantic: new Uint8Array(bytes(1)) } : {}),
    ...(channels.includes('instance') ? { instance: new Uint32Array(bytes(4)) } : {}),
  }
}

function bandsOf({ width, height }: Camera): (readonly [number, number])[] {
  const rows = Math.max(1, Math.round(PIXELS_PER_TASK / width))
  return Array.from({ length: Math.ceil(height / rows) }, (_, band) => {
    return [band * rows, Math.min(height, (band + 1) * rows)] as const
  })
}

/** With previews: up to 1, 2, 4, 8, … samples; without: all at once, or up to 16 at a time so that progress is heard. */
function portionsOf(samples: number, previews: boolean): (readonly [number, number])[] {
  const portions: (readonly [number, number])[] = []
  for (let from = 0; from < samples; ) {
    const to = Math.min(samples, previews ? Math.max(1, 2 * from) : from + 16)
    portions.push([from, to])
    from = to
  }
  return portions
}

function meanOf(sums: Float32Array, samples: number): Float32Array {
  return sums.map((sum) => sum / samples)
}
