import { createGeometry, cross, dot, type Geometry, type Range, subtract, type Vector3 } from './geometry.ts'

export type Axis = 'x' | 'y' | 'z'

/** Default easing of an edge, metres: enough to catch a highlight. */
export const EASED = 0.0025

const AXES: readonly Axis[] = ['x', 'y', 'z']

/**
 * A box with chamfered edges whose shading runs smoothly from face to face; without a bevel, a sharp one.
 *
 * @param bevel Cut down to 45 % of the thinnest side.
 * @param grain Direction of the u axis (the grain of wood). Absent: the longest side.
 */
export function box(x: Range, y: Range, z: Range, bevel = EASED, grain?: Axis): Geometry {
  const low: Vector3 = [Math.min(...x), Math.min(...y), Math.min(...z)]
  const high: Vector3 = [Math.max(...x), Math.max(...y), Math.max(...z)]
  const size = subtract(high, low)
  const b = Math.max(0, Math.min(bevel, Math.min(...size) * 0.45))
  const along = grain ? AXES.indexOf(grain) : size.indexOf(Math.max(...size))
  const g = createGeometry()
  for (let face = 0; face < 6; face++) {
    const axis = face >> 1
    const sign = face & 1
    const [i, j] = otherAxes(axis)
    const [u, v] = j === along ? [j, i] : [i, j]
    for (let corner = 0; corner < 4; corner++) {
      const p: [number, number, number] = [0, 0, 0]
      p[axis] = sign ? high[axis]! : low[axis]!
      p[i] = corner & 1 ? high[i]! - b : low[i]! + b
      p[j] = corner & 2 ? high[j]! - b : low[j]! + b
      g.positions.push(...p)
      const n = [0, 0, 0]
      n[axis] = sign ? 1 : -1
      g.normals.push(...n)
      g.uvs.push(p[u]!, p[v]!)
    }
  }
  g.indices.push(...(b > 1e-6 ? BEVELLED : SHARP))
  return g
}

function otherAxes(axis: number): readonly [number, number] {
  return axis === 0 ? [1, 2] : axis === 1 ? [0, 2] : [0, 1]
}

/** Vertex of face (axis, sign) next to the box corner with the given signs. */
function vertexAt(axis: number, signs: readonly number[]): number {
  const [i, j] = otherAxes(axis)
  return (axis * 2 + signs[axis]!) * 4 + signs[i]! + signs[j]! * 2
}

const SHARP = makeTopology(false)
const BEVELLED = makeTopology(true)

/** The index list is the same for every box; it is found once, on a unit box, by orientation tests. */
function makeTopology(bevelled: boolean): number[] {
  const place = (vertex: number): Vector3 => {
    const face = vertex >> 2
    const axis = face >> 1
    const [i, j] = otherAxes(axis)
    const p: [number, number, number] = [0, 0, 0]
    p[axis] = face & 1 ? 1 : -1
    p[i] = vertex & 1 ? 0.8 : -0.8
    p[j] = vertex & 2 ? 0.8 : -0.8
    return p
  }
  const indices: number[] = []
  const add = (a: number, b: number, c: number) => {
    const n = cross(subtract(place(b), place(a)), subtract(place(c), place(a)))
    if (dot(n, place(a)) + dot(n, place(b)) + dot(n, place(c)) > 0) indices.push(a, b, c)
    else indices.push(a, c, b)
  }
  const quad = (a: number, b: number, c: number, d: number) => {
    add(a, b, c)
    add(a, c, d)
  }
  for (let face = 0; face < 6; face++) quad(face * 4, face * 4 + 1, face * 4 + 3, face * 4 + 2)
  if (!bevelled) return indices
  for (let axis = 0; axis < 3; axis++) {
    const [i, j] = otherAxes(axis)
    for (const [si, sj] of [
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 1],
    ] as const) {
      const signs = (end: number) => {
        const s = [0, 0, 0]
        s[axis] = end
        s[i] = si
        s[j] = sj
        return s
      }
      quad(vertexAt(i, signs(0)), vertexAt(i, signs(1)), vertexAt(j, signs(1)), vertexAt(j, signs(0)))
    }
  }
  for (let corner = 0; corner < 8; corner++) {
    const s = [corner & 1, (corner >> 1) & 1, corner >> 2]
    add(vertexAt(0, s), vertexAt(1, s), vertexAt(2, s))
  }
  return indices
}

/**
 * A flat-shaded hexahedron from its lower and upper outline (four points each, counter-clockwise seen from above):
 * splayed square legs, wedges, tapered blocks.
 */
export function hexahedron(lower: readonly Vector3[], upper: readonly Vector3[]): Geometry {
  const g = createGeometry()
  const face = (a: Vector3, b: Vector3, c: Vector3, d: Vector3) => {
    const n = cross(subtract(c, a), subtract(d, b))
    const length = Math.hypot(...n) || 1
    const base = g.positions.length / 3
    const width = Math.hypot(...subtract(b, a))
    const height = Math.hypot(...subtract(d, a))
    g.positions.push(...a, ...b, ...c, ...d)
    for (let k = 0; k < 4; k++) g.normals.push(n[0] / length, n[1] / length, n[2] / length)
    g.uvs.push(0, 0, 0, width, height, width, height, 0)
    g.indices.push(base, base + 1, base + 2, base, base + 2, base + 3)
  }
  for (let k = 0; k < 4; k++) face(lower[k]!, lower[(k + 1) % 4]!, upper[(k + 1) % 4]!, upper[k]!)
  face(upper[0]!, upper[1]!, upper[2]!, upper[3]!)
  face(lower[3]!, lower[2]!, lower[1]!, lower[0]!)
  return g
}
