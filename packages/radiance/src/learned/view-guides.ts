import type { ThreadPool } from '../threads/thread-pool.ts'
import type { SharedScene } from '../trace/share-scene.ts'
import type { Camera } from '../views/camera.ts'
import type { GuideTask } from './guide-job.ts'

/** What a view shows besides light, without noise: it tells a filter where edges are. Means over each pixel, glass looked through. */
export type ViewGuides = {
  readonly width: number
  readonly height: number
  /** Base colour with its pattern, linear, three a pixel; 1 where nothing was hit. */
  readonly albedo: Float32Array
  /** Frame of the camera (x right, y down, z forward), three a pixel. */
  readonly normal: Float32Array
  /** 1 / (1 + depth in metres); 0: nothing was hit. */
  readonly nearness: Float32Array
}

const job = new URL('./guide-job.ts', import.meta.url)
const ROWS = 16

/** @param shared Made with `shareScene(scene, pool.size)`. @throws The signal's reason when it is aborted. */
export async function drawGuides(
  shared: SharedScene,
  camera: Camera,
  pool: ThreadPool,
  signal?: AbortSignal,
): Promise<ViewGuides> {
  const { width, height } = camera
  const floats = (perPixel: number) => new Float32Array(new SharedArrayBuffer(4 * perPixel * width * height))
  const guides = { albedo: floats(3), normal: floats(3), nearness: floats(1) }
  const bands = Array.from({ length: Math.ceil(height / ROWS) }, (_, band) => {
    const rows = [band * ROWS, Math.min(height, (band + 1) * ROWS)] as const
    const task: GuideTask = { shared, camera, rows, guides }
    return pool.run(job, task, signal ? { signal } : {})
  })
  await Promise.all(bands)
  return { width, height, ...guides }
}
