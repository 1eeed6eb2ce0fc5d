import {
  addQuad,
  addTriangle,
  addVertex,
  createGeometry,
  cross,
  dot,
  type Geometry,
  subtract,
  unit,
  type Vector3,
} from './geometry.ts'
import type { Point } from './ring.ts'

export type LoftOptions = {
  readonly caps?: 'both' | 'start' | 'end' | 'none'
  /** Rings where the surface bends more than this stay sharp, degrees. */
  readonly creaseDeg?: number
}

/** A plan outline lifted to a height: one section of a loft. */
export function section(ring: readonly Point[], z: number): Vector3[] {
  return ring.map(([x, y]): Vector3 => [x, y, z])
}

/**
 * Skins closed sections of equal point count, in order; sections run counter-clockwise seen against the direction of
 * travel (from above when the loft climbs along the outside; inner walls then run downwards). Bowls, tubs, shells.
 */
export function loft(sections: readonly (readonly Vector3[])[], options: LoftOptions = {}): Geometry {
  const g = createGeometry()
  const n = sections[0]!.length
  const crease = Math.cos(((options.creaseDeg ?? 42) * Math.PI) / 180)
  const bands = sections.slice(0, -1).map((low, k) => bandNormals(low, sections[k + 1]!))
  let along = 0
  let previous: number[] | undefined
  for (let k = 0; k + 1 < sections.length; k++) {
    const isSmoothStart = k > 0 && isSmooth(bands[k - 1]!, bands[k]!, crease)
    const lower = previous && isSmoothStart ? previous : addSection(g, sections[k]!, bands[k]!, undefined, along)
    along += Math.hypot(...subtract(sections[k + 1]![0]!, sections[k]![0]!))
    const next = k + 1 < bands.length && isSmooth(bands[k]!, bands[k + 1]!, crease) ? bands[k + 1] : undefined
    const upper = addSection(g, sections[k + 1]!, bands[k]!, next, along)
    for (let j = 0; j < n; j++) addQuad(g, lower[j]!, lower[j + 1]!, upper[j + 1]!, upper[j]!)
    previous = upper
  }
  const caps = options.caps ?? 'both'
  if (caps === 'both' || caps === 'start') addCap(g, sections[0]!, true)
  if (caps === 'both' || caps === 'end') addCap(g, sections[sections.length - 1]!, false)
  return g
}

/** Normal per edge of a band, weighted by area. */
function bandNormals(low: readonly Vector3[], high: readonly Vector3[]): Vector3[] {
  return low.map((a, j) => {
    const b = low[(j + 1) % low.length]!
    const c = high[(j + 1) % high.length]!
    const d = high[j]!
    return cross(subtract(c, a), subtract(d, b))
  })
}

function isSmooth(a: readonly Vector3[], b: readonly Vector3[], crease: number): boolean {
  return a.every(
    (normal, j) =>
      Math.hypot(...normal) < 1e-12 || Math.hypot(...b[j]!) < 1e-12 || dot(unit(normal), unit(b[j]!)) > crease,
  )
}

function addSection(
  g: Geometry,
  ring: readonly Vector3[],
  band: readonly Vector3[],
  next: readonly Vector3[] | undefined,
  along: number,
): number[] {
  const n = ring.length
  let around = 0
  return Array.from({ length: n + 1 }, (_, step) => {
    const j = step % n
    const before = (j + n - 1) % n
    const sum: [number, number, number] = [0, 0, 0]
    for (const source of next ? [band, next] : [band]) {
      for (const normal of [source[before]!, source[j]!]) {
        sum[0] += normal[0]
        sum[1] += normal[1]
        sum[2] += normal[2]
      }
    }
    if (step > 0) around += Math.hypot(...subtract(ring[j]!, ring[before]!))
    return addVertex(g, ring[j]!, sum, around, along)
  })
}

function addCap(g: Geometry, ring: readonly Vector3[], isStart: boolean): void {
  const n = ring.length
  const center: Vector3 = [average(ring, 0), average(ring, 1), average(ring, 2)]
  let normal: Vector3 = [0, 0, 0]
  for (let j = 0; j < n; j++) {
    const c = cross(subtract(ring[j]!, center), subtract(ring[(j + 1) % n]!, center))
    normal = [normal[0] + c[0], normal[1] + c[1], normal[2] + c[2]]
  }
  if (isStart) normal = [-normal[0], -normal[1], -normal[2]]
  if (Math.hypot(...normal) < 1e-10) return
  const middle = addVertex(g, center, normal, center[0], center[1])
  const ids = ring.map((p) => addVertex(g, p, normal, p[0], p[1]))
  for (let j = 0; j < n; j++) {
    const [a, b] = [ids[j]!, ids[(j + 1) % n]!]
    if (isStart) addTriangle(g, middle, b, a)
    else addTriangle(g, middle, a, b)
  }
}

function average(ring: readonly Vector3[], axis: number): number {
  return ring.reduce((sum, p) => sum + p[axis]!, 0) / ring.length
}
