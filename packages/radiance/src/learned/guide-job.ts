/** Thread job: the guides of some rows of a view. */
import type { JobContext } from '../threads/thread-pool.ts'
import { RAY_OFFSET } from '../trace/path-tracer.ts'
import { NO_HIT } from '../trace/ray-caster.ts'
import { createSampleSequence, seedOf } from '../trace/sample-sequence.ts'
import { type OpenScene, openScene, type SharedScene } from '../trace/share-scene.ts'
import { createSurface, createSurfaceReader } from '../trace/surface.ts'
import type { Camera } from '../views/camera.ts'
import { createAim, depthOf } from '../views/camera-rays.ts'
import type { ViewGuides } from './view-guides.ts'

export type GuideTask = {
  readonly shared: SharedScene
  readonly camera: Camera
  /** Rows from, to (exclusive). */
  readonly rows: readonly [from: number, to: number]
  /** Shared, of the whole view. */
  readonly guides: Omit<ViewGuides, 'width' | 'height'>
}

/** Rays per pixel, spread over it as the paths are. */
const RAYS = 4
/** Sheets of glass that are looked through. */
const SHEETS = 4
/** More than this passes: what lies behind counts. */
const CLEAR = 0.5

export function perform(task: GuideTask, { seat }: JobContext): void {
  const scene = openScene(task.shared, seat)
  for (let row = task.rows[0]; row < task.rows[1]; row++) drawRow(scene, task.camera, row, task.guides)
}

function drawRow(
  { scene, caster }: OpenScene,
  camera: Camera,
  row: number,
  { albedo, normal, nearness }: GuideTask['guides'],
): void {
  const { width } = camera
  const aim = createAim(camera)
  const sequence = createSampleSequence()
  const readSurface = createSurfaceReader(scene)
  const surface = createSurface()
  const count = width * RAYS
  const rays = new Float32Array(6 * count)
  const owner = new Uint32Array(count)
  const hits = new Uint32Array(count)
  const where = new Float32Array(3 * count)
  const travelled = new Float64Array(count)
  for (let ray = 0; ray < count; ray++) {
    const x = Math.floor(ray / RAYS)
    sequence.draw(seedOf(1, row * width + x), ray % RAYS, 0)
    aim(x + sequence.first, row + sequence.second, rays, 6 * ray)
    owner[ray] = ray
  }
  let running = count
  for (let sheet = 0; sheet <= SHEETS && running > 0; sheet++) {
    caster.closest(rays, running, hits, where)
    let kept = 0
    for (let slot = 0; slot < running; slot++) {
      const ray = owner[slot]!
      const pixel = row * width + Math.floor(ray / RAYS)
      if (hits[slot] === NO_HIT) {
        for (let axis = 0; axis < 3; axis++) albedo[3 * pixel + axis]! += 1 / RAYS
        continue
      }
      const [dx, dy, dz] = [rays[6 * slot + 3]!, rays[6 * slot + 4]!, rays[6 * slot + 5]!]
      const distance = travelled[ray]! + where[3 * slot]!
      readSurface(hits[slot]!, where[3 * slot + 1]!, where[3 * slot + 2]!, dx, dy, dz, surface)
      if (surface.material.transmission > CLEAR && sheet < SHEETS) {
        owner[kept] = ray
        travelled[ray] = distance
        for (let axis = 0; axis < 3; axis++) {
          const way = rays[6 * slot + 3 + axis]!
          rays[6 * kept + axis] = surface.position[axis]! + RAY_OFFSET * way
          rays[6 * kept + 3 + axis] = way
        }
        kept++
        continue
      }
      for (let axis = 0; axis < 3; axis++) {
        albedo[3 * pixel + axis]! += surface.albedo[axis]! / RAYS
        normal[3 * pixel + axis]! += seenFrom(camera, surface.normal, axis) / RAYS
      }
      nearness[pixel]! += 1 / (RAYS * (1 + depthOf(camera, distance, dx, dy, dz)))
    }
    running = kept
  }
}

/** A world direction's part along an axis of the camera. */
function seenFrom({ pose }: Camera, direction: ArrayLike<number>, axis: number): number {
  return pose[axis]! * direction[0]! + pose[4 + axis]! * direction[1]! + pose[8 + axis]! * direction[2]!
}
