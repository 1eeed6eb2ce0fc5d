import type { ThreadPool } from '../threads/thread-pool.ts'
import type { SharedScene } from '../trace/share-scene.ts'
import type { Camera } from '../views/camera.ts'
import { createAim, depthOf } from '../views/camera-rays.ts'
import { semanticColors } from '../views/folders/channel-pixels.ts'
import { renderReference } from '../views/reference.ts'
import type { ViewCondition } from './multi-view-model.ts'

/** What a scene tells a multi-view model at some cameras. @param shared Made with `shareScene(scene, pool.size)`. */
export async function layoutConditions(
  shared: SharedScene,
  cameras: readonly Camera[],
  pool: ThreadPool,
  signal?: AbortSignal,
): Promise<ViewCondition[]> {
  const conditions: ViewCondition[] = []
  for (const camera of cameras) {
    const channels = ['depth', 'semantic'] as const
    const view = await renderReference(shared, camera, pool, { channels, samples: 1, ...(signal ? { signal } : {}) })
    const rays = raysOf(camera)
    const coordinates = pointsOf(camera, rays, view.depth!)
    conditions.push({ camera, semantic: semanticColors(view.semantic!), coordinates, rays })
  }
  return conditions
}

function raysOf(camera: Camera): Float32Array {
  const { width, height } = camera
  const aim = createAim(camera)
  const rays = new Float32Array(6 * width * height)
  for (let pixel = 0; pixel < width * height; pixel++)
    aim((pixel % width) + 0.5, Math.floor(pixel / width) + 0.5, rays, 6 * pixel)
  return rays
}

function pointsOf(camera: Camera, rays: Float32Array, depth: Float32Array): Float32Array {
  const points = new Float32Array(3 * depth.length).fill(Number.NaN)
  for (let pixel = 0; pixel < depth.length; pixel++) {
    if (depth[pixel]! <= 0) continue
    const at = 6 * pixel
    const perMetre = depthOf(camera, 1, rays[at + 3]!, rays[at + 4]!, rays[at + 5]!)
    const distance = depth[pixel]! / perMetre
    for (let axis = 0; axis < 3; axis++) points[3 * pixel + axis] = rays[at + axis]! + distance * rays[at + 3 + axis]!
  }
  return points
}
