import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
// The compiler's tool lies outside the sources; it runs in tests only.
import { compileModule, targets } from '../../wasm/build.ts'
import { createRayCaster } from './create-ray-caster.ts'
import { createPlainRayCaster } from './plain-ray-caster.ts'
import { NO_HIT, type RayCaster } from './ray-caster.ts'
import { boxTriangles, createRandom, directionsInside, spheresScene, trianglesScene } from './test-scenes.ts'
import { passThinSheet } from './thin-sheet.ts'
import { openRayCaster, shareRays } from './wasm-ray-caster.ts'

const RAYS = 20_000

function trace(caster: RayCaster, rays: Float32Array) {
  const count = rays.length / 6
  const hits = new Uint32Array(count)
  const where = new Float32Array(3 * count)
  caster.closest(rays, count, hits, where)
  let hitCount = 0
  let distance = 0
  for (let ray = 0; ray < count; ray++) {
    if (hits[ray] === NO_HIT) continue
    hitCount++
    distance += where[3 * ray]!
  }
  return { hits, where, hitCount, distance }
}

describe('both ray casters', () => {
  const scene = spheresScene(12, 7)
  const engines = { plain: createPlainRayCaster(scene), wasm: createRayCaster(scene) }

  it('hit equally often and equally far', () => {
    const rays = directionsInside(RAYS, 3)
    const [plain, wasm] = [trace(engines.plain, rays), trace(engines.wasm, rays)]
    expect(plain.hitCount).toBe(RAYS)
    expect(wasm.hitCount).toBe(plain.hitCount)
    expect(wasm.distance / plain.distance).toBeCloseTo(1, 6)
    const different = plain.hits.filter((hit, ray) => hit !== wasm.hits[ray]).length
    expect(different).toBeLessThan(RAYS / 2000)
  })

  it('find what testing every triangle finds', () => {
    const rays = directionsInside(200, 5)
    const { where } = trace(engines.wasm, rays)
    for (let ray = 0; ray < 200; ray++) {
      const alone = Math.min(...distancesOneByOne(scene.positions, scene.indices, rays.subarray(6 * ray, 6 * ray + 6)))
      expect(where[3 * ray]).toBeCloseTo(alone, 4)
    }
  })

  it('let equally much light through glass and none through walls', () => {
    const rays = directionsInside(RAYS, 9)
    const random = createRandom(11)
    const shadows = new Float32Array(7 * RAYS)
    for (let ray = 0; ray < RAYS; ray++) {
      shadows.set(rays.subarray(6 * ray, 6 * ray + 6), 7 * ray)
      shadows[7 * ray + 6] = 6 * random()
    }
    const [plain, wasm] = [new Float32Array(RAYS), new Float32Array(RAYS)]
    engines.plain.passing(shadows, RAYS, plain)
    engines.wasm.passing(shadows, RAYS, wasm)
    const blocked = new Uint8Array(RAYS)
    engines.wasm.occluded(shadows, RAYS, blocked)
    expect(wasm.some((light) => light === 0) && wasm.some((light) => light === 1)).toBe(true)
    expect(wasm.some((light) => light > 0 && light < 1)).toBe(true)
    expect(sum(wasm) / sum(plain)).toBeCloseTo(1, 5)
    expect(Array.from(blocked)).toEqual(Array.from(wasm, (light) => (light > 0 ? 0 : 1)))
  })

  it('attenuate by the sheet and stop at the end of the ray', () => {
    const pane = trianglesScene([[-1, -1, 1, 1, -1, 1, 0, 2, 1]], 0.8)
    const toPane = Float32Array.from([0, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 0, 1, 0.5])
    for (const caster of [createPlainRayCaster(pane), createRayCaster(pane)]) {
      const light = new Float32Array(2)
      caster.passing(toPane, 2, light)
      expect(light[0]).toBeCloseTo(passThinSheet(0.8, 1), 6)
      expect(light[1]).toBe(1)
    }
  })

  it('never leave a closed room through its edges and corners', () => {
    const room = trianglesScene(boxTriangles(5, 4, 2.6), 0)
    const random = createRandom(21)
    const rays = new Float32Array(6 * RAYS)
    for (let ray = 0; ray < RAYS; ray++) {
      const from = [4 * random() + 0.5, 3 * random() + 0.5, 2 * random() + 0.3]
      // A point on an edge or in a corner of the room.
      const to = [random() < 0.7 ? 5 * Math.round(random()) : 5 * random(), 4 * Math.round(random()), 2.6]
      to[2] = 2.6 * Math.round(random())
      const length = Math.hypot(to[0]! - from[0]!, to[1]! - from[1]!, to[2]! - from[2]!)
      rays.set([...from, ...to.map((value, axis) => (value - from[axis]!) / length)], 6 * ray)
    }
    for (const caster of [createPlainRayCaster(room), createRayCaster(room)])
      expect(trace(caster, rays).hitCount).toBe(RAYS)
  })

  it('survive scenes without triangles, flat triangles and odd numbers', () => {
    const odd = trianglesScene(
      [
        [1, 1, 1, 1, 1, 1, 1, 1, 1],
        [Number.NaN, 0, 0, 1, 0, 0, 0, 1, 0],
        [0, 0, 0, Number.POSITIVE_INFINITY, 0, 0, 0, 1, 0],
      ],
      0,
    )
    const rays = Float32Array.from([0, 0, 5, 0, 0, -1, 0, 0, 5, Number.NaN, 0, 0, 0, 0, 5, 0, 0, 0])
    for (const scene of [odd, trianglesScene([], 0)]) {
      for (const caster of [createPlainRayCaster(scene), createRayCaster(scene)])
        expect(trace(caster, rays).hitCount).toBe(0)
    }
  })

  it('find one of many triangles in one place', () => {
    const stacked = trianglesScene(Array<number[]>(500).fill([0, 0, 0, 1, 0, 0, 0, 1, 0]), 0)
    const rays = Float32Array.from([0.2, 0.2, 1, 0, 0, -1])
    for (const caster of [createPlainRayCaster(stacked), createRayCaster(stacked)])
      expect(trace(caster, rays).distance).toBeCloseTo(1, 6)
  })
})

describe('rays in shared memory', () => {
  it('give each seat its own results', () => {
    const scene = spheresScene(3, 7)
    const shared = shareRays(scene, 2)
    const [one, two] = [openRayCaster(shared, 0), openRayCaster(shared, 1)]
    const rays = directionsInside(100, 3)
    const first = trace(one, rays)
    trace(two, directionsInside(100, 4))
    expect(trace(one, rays).hits).toEqual(first.hits)
    expect(() => openRayCaster(shared, 2)).toThrow(RangeError)
  })
})

describe('the compiled engine', () => {
  it('is what its source compiles to', { timeout: 120_000 }, async () => {
    expect(await compileModule('traversal')).toBe(readFileSync(targets.traversal, 'utf8'))
  })
})

const sum = (values: Float32Array): number => values.reduce((total, value) => total + value, 0)

/** Distances to all triangles by plane and edge tests, in double precision. */
function distancesOneByOne(positions: Float32Array, indices: Uint32Array, ray: Float32Array): number[] {
  const point = (vertex: number) => [0, 1, 2].map((axis) => positions[3 * vertex + axis]!)
  const minus = (a: number[], b: number[]) => a.map((value, axis) => value - b[axis]!)
  const cross = (a: number[], b: number[]) => [
    a[1]! * b[2]! - a[2]! * b[1]!,
    a[2]! * b[0]! - a[0]! * b[2]!,
    a[0]! * b[1]! - a[1]! * b[0]!,
  ]
  const dot = (a: number[], b: number[]) => a[0]! * b[0]! + a[1]! * b[1]! + a[2]! * b[2]!
  const [from, way] = [Array.from(ray.subarray(0, 3)), Array.from(ray.subarray(3, 6))]
  const distances: number[] = []
  for (let at = 0; at < indices.length; at += 3) {
    const corners = [0, 1, 2].map((corner) => point(indices[at + corner]!))
    const normal = cross(minus(corners[1]!, corners[0]!), minus(corners[2]!, corners[0]!))
    const distance = dot(normal, minus(corners[0]!, from)) / dot(normal, way)
    if (!(distance > 0 && distance < Number.POSITIVE_INFINITY)) continue
    const hit = from.map((value, axis) => value + distance * way[axis]!)
    const sides = corners.map((corner, index) =>
      dot(normal, cross(minus(corners[(index + 1) % 3]!, corner), minus(hit, corner))),
    )
    if (sides.every((side) => side >= -1e-9)) distances.push(distance)
  }
  return distances
}
