import earcut from 'earcut'
import { addQuad, addVertex, createGeometry, type Geometry, type Range } from './geometry.ts'
import { normalOf, type Point, shrink } from './ring.ts'

export type ExtrudeOptions = {
  /** Easing of the upper and lower rim, metres. */
  readonly bevel?: number
  /** Clockwise outlines cut out of the shape; their rims stay sharp. */
  readonly holes?: readonly (readonly Point[])[]
  /** Side corners sharper than this stay sharp, degrees. */
  readonly creaseDeg?: number
}

/** Extrudes a counter-clockwise plan outline between two heights. */
export function extrude(ring: readonly Point[], z: Range, options: ExtrudeOptions = {}): Geometry {
  const g = createGeometry()
  const holes = options.holes ?? []
  const bevel = Math.max(0, Math.min(options.bevel ?? 0, (z[1] - z[0]) * 0.45))
  const crease = Math.cos(((options.creaseDeg ?? 38) * Math.PI) / 180)
  const cap = bevel > 0 ? shrink(ring, bevel) : ring
  const upper = addCap(g, cap, holes, z[1], 1)
  const lower = addCap(g, cap, holes, z[0], -1)
  addSides(g, ring, [z[0] + bevel, z[1] - bevel], crease, bevel > 0 ? { upper, lower } : undefined)
  for (const hole of holes) addSides(g, hole, z, crease)
  return g
}

/** Returns the vertex index of each outer point. */
function addCap(
  g: Geometry,
  ring: readonly Point[],
  holes: readonly (readonly Point[])[],
  z: number,
  side: 1 | -1,
): number[] {
  const points = [...ring, ...holes.flat()]
  const starts: number[] = []
  let count = ring.length
  for (const hole of holes) {
    starts.push(count)
    count += hole.length
  }
  const triangles = earcut(points.flat(), starts.length ? starts : undefined)
  const ids = points.map((p) => addVertex(g, [p[0], p[1], z], [0, 0, side], p[0], p[1]))
  for (let k = 0; k < triangles.length; k += 3) {
    const [a, b, c] = [triangles[k]!, triangles[k + 1]!, triangles[k + 2]!]
    const [p, q, r] = [points[a]!, points[b]!, points[c]!]
    const isCcw = (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]) > 0
    if (isCcw === side > 0) g.indices.push(ids[a]!, ids[b]!, ids[c]!)
    else g.indices.push(ids[a]!, ids[c]!, ids[b]!)
  }
  return ids
}

function addSides(
  g: Geometry,
  ring: readonly Point[],
  z: Range,
  crease: number,
  rims?: { readonly upper: readonly number[]; readonly lower: readonly number[] },
): void {
  const n = ring.length
  let along = 0
  for (let k = 0; k < n; k++) {
    const a = ring[k]!
    const b = ring[(k + 1) % n]!
    const length = Math.hypot(b[0] - a[0], b[1] - a[1])
    if (length < 1e-8) continue
    const normal = normalOf(a, b)
    const start = blend(normal, normalOf(ring[(k + n - 1) % n]!, a), crease)
    const end = blend(normal, normalOf(b, ring[(k + 2) % n]!), crease)
    const p = addVertex(g, [a[0], a[1], z[0]], [start[0], start[1], 0], along, z[0])
    const q = addVertex(g, [b[0], b[1], z[0]], [end[0], end[1], 0], along + length, z[0])
    const r = addVertex(g, [b[0], b[1], z[1]], [end[0], end[1], 0], along + length, z[1])
    const s = addVertex(g, [a[0], a[1], z[1]], [start[0], start[1], 0], along, z[1])
    addQuad(g, p, q, r, s)
    if (rims) {
      addQuad(g, s, r, rims.upper[(k + 1) % n]!, rims.upper[k]!)
      addQuad(g, q, p, rims.lower[k]!, rims.lower[(k + 1) % n]!)
    }
    along += length
  }
}

function blend(own: Point, neighbour: Point, crease: number): Point {
  return own[0] * neighbour[0] + own[1] * neighbour[1] > crease ? [own[0] + neighbour[0], own[1] + neighbour[1]] : own
}
