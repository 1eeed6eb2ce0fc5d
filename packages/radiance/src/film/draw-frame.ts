import type { ThreadPool } from '../threads/thread-pool.ts'
import type { SharedScene } from '../trace/share-scene.ts'
import type { Camera } from '../views/camera.ts'
import type { Exposure } from '../views/display.ts'
import type { FrameTask } from './frame-job.ts'
import type { QuickLight } from './quick-tracer.ts'

const job = new URL('./frame-job.ts', import.meta.url)
/** Rows that a thread takes at once: few enough to share the work, many enough that the row seen twice costs little. */
const BAND = 45

export type FrameSource = {
  readonly shared: SharedScene
  readonly light: QuickLight
  /** Equal for equal scenes and lights: threads keep what they opened. */
  readonly key: string
  readonly exposure: Exposure
}

export type FrameOptions = {
  readonly seed?: number
  /** Scattered light alone, without reflections. */
  readonly isMatte?: boolean
  readonly signal?: AbortSignal
}

/**
 * A frame of a film: a bake shown quickly, edges smoothed.
 *
 * @returns sRGB bytes, three per pixel. @throws The signal's reason when it is aborted.
 */
export async function drawFrame(
  { shared, light, key, exposure }: FrameSource,
  camera: Camera,
  pool: ThreadPool,
  { seed = 1, isMatte = false, signal }: FrameOptions = {},
): Promise<Uint8Array> {
  const { width, height } = camera
  const into = new Uint8Array(new SharedArrayBuffer(3 * width * height))
  const bands = Array.from({ length: Math.ceil(height / BAND) }, (_, band) => {
    const rows = [band * BAND, Math.min(height, (band + 1) * BAND)] as const
    const task: FrameTask = { shared, light, key, camera, rows, exposure, seed, isMatte, into }
    return pool.run(job, task, signal ? { signal } : {})
  })
  await Promise.all(bands)
  // A copy of its own: threads hand frames on to the encoder.
  return into.slice()
}
