import { describe, expect, it } from 'vitest'
import type { SurfaceMaterial, TracePortal, TraceScene } from '../scene/trace-scene.ts'
import { createRayCaster } from './create-ray-caster.ts'
import { createPathTracer } from './path-tracer.ts'
import { seedOf } from './sample-sequence.ts'
import { boxTriangles, createRandom, trianglesScene } from './test-scenes.ts'

/** Mean radiance, green, of many paths along one ray or along rays from one place in all directions. */
function meanRadiance(
  scene: TraceScene,
  from: readonly number[],
  toward: readonly number[] | undefined,
  count: number,
) {
  const random = createRandom(5)
  const rays = new Float32Array(6 * count)
  for (let ray = 0; ray < count; ray++) {
    const [z, turn] = [2 * random() - 1, 2 * Math.PI * random()]
    const flat = Math.sqrt(1 - z * z)
    rays.set([...from, ...(toward ?? [flat * Math.cos(turn), flat * Math.sin(turn), z])], 6 * ray)
  }
  const color = new Float32Array(3 * count)
  const seeds = new Int32Array(count).fill(seedOf(1, 1))
  const samples = Uint32Array.from({ length: count }, (_, sample) => sample)
  createPathTracer(scene, createRayCaster(scene)).trace(rays, count, seeds, samples, color)
  let sum = 0
  for (let ray = 0; ray < count; ray++) sum += color[3 * ray + 1]!
  return sum / count
}

const matt = (scene: TraceScene, change: Partial<SurfaceMaterial>): TraceScene => ({
  ...scene,
  materials: scene.materials.map((material) => ({ ...material, ...change })),
})

/** Faces inwards: corners run counter-clockwise as seen from within. */
const inside = (triangles: readonly number[][]): number[][] =>
  triangles.map((triangle) => [...triangle.slice(0, 3), ...triangle.slice(6), ...triangle.slice(3, 6)])

describe('paths', () => {
  it('add up to what shining walls that scatter give: their light over what they swallow', () => {
    const room = trianglesScene(inside(boxTriangles(4, 3, 2.5)), 0)
    const all = Uint32Array.from({ length: 12 }, (_, triangle) => triangle)
    const scene: TraceScene = {
      ...matt(room, { albedo: [0.6, 0.6, 0.6], emission: [1, 1, 1] }),
      lamps: [{ instance: 0, triangles: all, flux: [1, 1, 1] }],
    }
    expect(meanRadiance(scene, [1.5, 1.2, 1], undefined, 4000)).toBeCloseTo(1 / (1 - 0.6), 1)
  })

  it('lose nothing on metal, mirror or gloss under an even sky', () => {
    for (const roughness of [0.02, 0.3]) {
      const sky = { zenith: [1, 1, 1], horizon: [1, 1, 1], ground: [1, 1, 1] } as const
      const floor = trianglesScene([[-9, -9, 0, 9, -9, 0, 0, 9, 0]], 0)
      const scene: TraceScene = {
        ...matt(floor, { albedo: [1, 1, 1], metalness: 1, roughness }),
        daylight: { sky },
      }
      expect(meanRadiance(scene, [0, 0, 1], [0.6, 0, -0.8], 2000)).toBeCloseTo(1, 1)
    }
  })

  it('see the sky’s light on a floor: its radiance times the albedo', () => {
    const floor = matt(trianglesScene([[-900, -900, 0, 900, -900, 0, 0, 900, 0]], 0), { albedo: [0.4, 0.4, 0.4] })
    const scene: TraceScene = {
      ...floor,
      daylight: { sky: { zenith: [2, 2, 2], horizon: [2, 2, 2], ground: [0, 0, 0] } },
    }
    expect(meanRadiance(scene, [0, 0, 1], [0, 0, -1], 4000)).toBeCloseTo(0.8, 1)
  })

  it('find the same light whether or not they are told where the window is', () => {
    // A box without its ceiling's middle: four strips around a hole of one square metre.
    const room = boxTriangles(3, 3, 2.5).slice(0, 10)
    const strips = [
      [0, 0, 3, 1],
      [0, 2, 3, 3],
      [0, 1, 1, 2],
      [2, 1, 3, 2],
    ].flatMap(([x0, y0, x1, y1]) => [
      [x0!, y0!, 2.5, x1!, y0!, 2.5, x1!, y1!, 2.5],
      [x0!, y0!, 2.5, x1!, y1!, 2.5, x0!, y1!, 2.5],
    ])
    const walls = room.filter((triangle) => !(triangle[2] === 2.5 && triangle[5] === 2.5 && triangle[8] === 2.5))
    const daylight: TraceScene['daylight'] = {
      sun: { direction: [0.28, 0, 0.96], irradiance: [50, 50, 50], angularRadius: 0.01 },
      sky: { zenith: [3, 3, 3], horizon: [3, 3, 3], ground: [1, 1, 1] },
    }
    const scene: TraceScene = { ...trianglesScene([...walls, ...strips], 0), daylight }
    const portal: TracePortal = {
      opening: 'roof',
      corner: [1, 1, 2.5],
      edgeA: [1, 0, 0],
      edgeB: [0, 1, 0],
      inward: [0, 0, -1],
    }
    const [blind, told] = [scene, { ...scene, portals: [portal] }].map((each) =>
      meanRadiance(each, [1.5, 1.5, 1], [-0.96, 0, 0.28], 60_000),
    )
    expect(told! / blind!).toBeGreaterThan(0.95)
    expect(told! / blind!).toBeLessThan(1.05)
  })

  it('end in scenes without anything', () => {
    expect(meanRadiance(trianglesScene([], 0), [0, 0, 0], undefined, 10)).toBe(0)
  })
})
