/** Small rooms for the tests of this folder. */
import type { SurfaceMaterial, TraceInstance, TraceScene } from '../scene/trace-scene.ts'
import { boxTriangles } from '../trace/test-scenes.ts'

/** One thing of a test scene: nine numbers a triangle, one material. */
export type TestThing = {
  readonly id: string
  readonly triangles: readonly (readonly number[])[]
  readonly material?: Partial<SurfaceMaterial>
}

const WHITE: SurfaceMaterial = {
  albedo: [0.7, 0.7, 0.7],
  roughness: 1,
  metalness: 0,
  transmission: 0,
  pattern: 'none',
  patternScale: 1,
  emission: [0, 0, 0],
}

/** A scene of things with flat normals; whatever emits is a lamp. Dark outside. */
export function sceneOfThings(things: readonly TestThing[], more: Partial<TraceScene> = {}): TraceScene {
  const triangles = things.flatMap((thing) => thing.triangles)
  const owners = things.flatMap((thing, number) => thing.triangles.map(() => number))
  const positions = Float32Array.from(triangles.flat())
  const materials = things.map(({ material }) => ({ ...WHITE, ...material }))
  const instances: TraceInstance[] = things.map(({ id, triangles: own }, number) => ({
    id,
    kind: 'item',
    category: 'box',
    semantic: 0,
    firstTriangle: owners.indexOf(number),
    triangleCount: own.length,
  }))
  return {
    positions,
    normals: Float32Array.from(triangles.flatMap((triangle) => [1, 2, 3].flatMap(() => normalOf(triangle)))),
    uvs: new Float32Array((2 * positions.length) / 3),
    indices: Uint32Array.from({ length: 3 * triangles.length }, (_, corner) => corner),
    triangleMaterial: Uint16Array.from(owners),
    triangleInstance: Uint32Array.from(owners),
    materials,
    instances,
    lamps: instances.flatMap(({ firstTriangle, triangleCount }, instance) => {
      const { emission } = materials[instance]!
      if (emission[1] === 0) return []
      return [{ instance, triangles: rangeFrom(firstTriangle, triangleCount), flux: emission }]
    }),
    portals: [],
    daylight: { sky: { zenith: [0, 0, 0], horizon: [0, 0, 0], ground: [0, 0, 0] } },
    bounds: { min: [-10, -10, -10], max: [10, 10, 10] },
    ...more,
  }
}

/** The six faces of a room as seen from within. */
export const roomTriangles = (x: number, y: number, z: number): number[][] => boxTriangles(x, y, z).map(turnOver)

/** The six faces of a box that stands somewhere. */
export const boxAt = (at: readonly number[], size: readonly [number, number, number]): number[][] =>
  boxTriangles(...size).map((triangle) => triangle.map((value, k) => value + at[k % 3]!))

/** A level rectangle, seen from above or from below. */
export function sheet(from: readonly number[], to: readonly number[], z: number, faces: 'up' | 'down'): number[][] {
  const [x0, y0, x1, y1] = [from[0]!, from[1]!, to[0]!, to[1]!]
  const up = [
    [x0, y0, z, x1, y0, z, x1, y1, z],
    [x0, y0, z, x1, y1, z, x0, y1, z],
  ]
  return faces === 'up' ? up : up.map(turnOver)
}

const turnOver = (triangle: readonly number[]): number[] => [
  ...triangle.slice(0, 3),
  ...triangle.slice(6),
  ...triangle.slice(3, 6),
]

const rangeFrom = (first: number, count: number): Uint32Array =>
  Uint32Array.from({ length: count }, (_, k) => first + k)

function normalOf(t: readonly number[]): number[] {
  const [ux, uy, uz] = [t[3]! - t[0]!, t[4]! - t[1]!, t[5]! - t[2]!]
  const [vx, vy, vz] = [t[6]! - t[0]!, t[7]! - t[1]!, t[8]! - t[2]!]
  const n = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx]
  const length = Math.hypot(...n)
  return n.map((value) => value / length)
}
