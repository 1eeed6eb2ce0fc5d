import type { PathTracer } from '../trace/path-tracer.ts'
import { NO_HIT } from '../trace/ray-caster.ts'
import { createSampleSequence, seedOf } from '../trace/sample-sequence.ts'
import type { OpenScene } from '../trace/share-scene.ts'
import { createSurface, createSurfaceReader } from '../trace/surface.ts'
import type { Camera, View } from './camera.ts'
import { createAim, depthOf } from './camera-rays.ts'

/**
 * Adds samples of some rows to their sums. A pixel's numbers depend on its place, its seed and the sample's number alone,
 * so it does not matter who draws it.
 *
 * @param sums Mutated: rgb per pixel of the whole view.
 */
export function addSamples(
  tracer: PathTracer,
  camera: Camera,
  [fromRow, toRow]: readonly [number, number],
  [fromSample, toSample]: readonly [number, number],
  seed: number,
  sums: Float32Array,
): void {
  const { width } = camera
  const aim = createAim(camera)
  const sequence = createSampleSequence()
  const count = width * (toRow - fromRow)
  const rays = new Float32Array(6 * count)
  const seeds = Int32Array.from({ length: count }, (_, index) => seedOf(seed, fromRow * width + index))
  const samples = new Uint32Array(count)
  const color = new Float32Array(3 * count)
  for (let sample = fromSample; sample < toSample; sample++) {
    samples.fill(sample)
    for (let index = 0; index < count; index++) {
      sequence.draw(seeds[index]!, sample, 0)
      const row = fromRow + Math.floor(index / width)
      aim((index % width) + sequence.first, row + sequence.second, rays, 6 * index)
    }
    tracer.trace(rays, count, seeds, samples, color)
    const base = 3 * fromRow * width
    for (let index = 0; index < 3 * count; index++) sums[base + index]! += color[index]!
  }
}

/** Fills the channels that are there with what the rays through the pixels' centres hit first, glass included. */
export function drawGeometry(
  { scene, caster }: OpenScene,
  camera: Camera,
  [fromRow, toRow]: readonly [number, number],
  { depth, normal, semantic, instance }: Omit<View, 'width' | 'height' | 'color'>,
): void {
  const { width } = camera
  const aim = createAim(camera)
  const readSurface = createSurfaceReader(scene)
  const surface = createSurface()
  const rays = new Float32Array(6 * width)
  const hits = new Uint32Array(width)
  const where = new Float32Array(3 * width)
  for (let row = fromRow; row < toRow; row++) {
    for (let x = 0; x < width; x++) aim(x + 0.5, row + 0.5, rays, 6 * x)
    caster.closest(rays, width, hits, where)
    for (let x = 0; x < width; x++) {
      if (hits[x] === NO_HIT) continue
      const pixel = row * width + x
      const [dx, dy, dz] = [rays[6 * x + 3]!, rays[6 * x + 4]!, rays[6 * x + 5]!]
      const hit = scene.triangleInstance[hits[x]!]!
      if (depth) depth[pixel] = depthOf(camera, where[3 * x]!, dx, dy, dz)
      if (semantic) semantic[pixel] = scene.instances[hit]!.semantic + 1
      if (instance) instance[pixel] = hit + 1
      if (!normal) continue
      readSurface(hits[x]!, where[3 * x + 1]!, where[3 * x + 2]!, dx, dy, dz, surface)
      normal.set(surface.normal, 3 * pixel)
    }
  }
}
