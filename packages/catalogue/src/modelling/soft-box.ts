import { addQuad, addVertex, createGeometry, type Geometry, type Range, type Vector3 } from './geometry.ts'

export type SoftBoxOptions = {
  /** Edge radius, metres; cut down to half the thinnest side. */
  readonly radius?: number
  /** How far the middle of one face rises over its edges, metres; the box includes it. */
  readonly crown?: number
  /** The crowned face. */
  readonly face?: 'top' | 'front' | 'back'
  /** Pieces per half of a rounded edge; smooth shading hides that they are few. */
  readonly segments?: number
}

/** A rounded, optionally crowned box: seat and back cushions, mattresses, blankets, moulded housings. */
export function softBox(x: Range, y: Range, z: Range, options: SoftBoxOptions = {}): Geometry {
  const crown = options.crown ?? 0
  const axis = options.face === 'front' || options.face === 'back' ? 1 : 2
  const sign = options.face === 'front' ? -1 : 1
  const low: [number, number, number] = [x[0], y[0], z[0]]
  const high: [number, number, number] = [x[1], y[1], z[1]]
  if (sign > 0) high[axis] = high[axis]! - crown
  else low[axis] = low[axis]! + crown
  const half: Vector3 = [(high[0] - low[0]) / 2, (high[1] - low[1]) / 2, (high[2] - low[2]) / 2]
  const center: Vector3 = [(high[0] + low[0]) / 2, (high[1] + low[1]) / 2, (high[2] + low[2]) / 2]
  const radius = Math.max(1e-4, Math.min(options.radius ?? 0.02, Math.min(...half) * 0.999))
  const segments = options.segments ?? 1
  const g = createGeometry()
  const shape: Rounded = { half, radius, center, crown, axis, sign }
  for (let face = 0; face < 6; face++) {
    const n = face >> 1
    const out = face & 1 ? 1 : -1
    const i = (n + 1) % 3
    const j = (n + 2) % 3
    const us = samples(half[i]!, radius, segments, crown > 0 && i !== axis)
    const vs = samples(half[j]!, radius, segments, crown > 0 && j !== axis)
    const base = g.positions.length / 3
    const p: [number, number, number] = [0, 0, 0]
    p[n] = half[n]! * out
    for (const u of us) {
      for (const v of vs) {
        p[i] = u
        p[j] = v
        addRounded(g, p, shape)
      }
    }
    const row = vs.length
    for (let a = 0; a + 1 < us.length; a++) {
      for (let b = 0; b + 1 < row; b++) {
        const k = base + a * row + b
        if (out > 0) g.indices.push(k, k + row, k + row + 1, k, k + row + 1, k + 1)
        else g.indices.push(k, k + 1, k + row + 1, k, k + row + 1, k + row)
      }
    }
  }
  return g
}

/** Places along an edge: equal angles through both roundings, and the middle where the crown needs it. */
function samples(half: number, radius: number, segments: number, isBent: boolean): number[] {
  const inner = half - radius
  const right: number[] = []
  for (let k = 0; k <= segments; k++) right.push(inner + radius * Math.tan((Math.PI / 4) * (k / segments)))
  const middle = isBent && inner > radius ? [-inner * 0.5, 0, inner * 0.5] : []
  return [...right.map((value) => -value).reverse(), ...middle, ...right]
}

type Rounded = {
  readonly half: Vector3
  readonly radius: number
  readonly center: Vector3
  readonly crown: number
  readonly axis: number
  readonly sign: number
}

/** Pushes a point of the box's faces out to the rounded surface. Runs once per vertex of all upholstery: no allocation. */
function addRounded(g: Geometry, p: Vector3, { half, radius, center, crown, axis, sign }: Rounded): void {
  let length = 0
  for (let k = 0; k < 3; k++) {
    const inner = half[k]! - radius
    const q = Math.max(-inner, Math.min(inner, p[k]!))
    normal[k] = p[k]! - q
    at[k] = q
    length += normal[k]! * normal[k]!
  }
  length = Math.sqrt(length) || 1
  for (let k = 0; k < 3; k++) {
    normal[k] = normal[k]! / length
    at[k] = at[k]! + normal[k]! * radius
  }
  if (crown > 0 && at[axis]! * sign > 0) {
    const i = (axis + 1) % 3
    const j = (axis + 2) % 3
    const a = at[i]! / half[i]!
    const b = at[j]! / half[j]!
    at[axis] = at[axis]! + sign * crown * (1 - a * a) * (1 - b * b)
    // A height g added along the axis turns normals by its slope: n' = n − ∇g · n_axis.
    normal[i] = normal[i]! + ((sign * crown * 2 * a * (1 - b * b)) / half[i]!) * normal[axis]!
    normal[j] = normal[j]! + ((sign * crown * 2 * b * (1 - a * a)) / half[j]!) * normal[axis]!
    length = Math.hypot(normal[0]!, normal[1]!, normal[2]!)
    for (let k = 0; k < 3; k++) normal[k] = normal[k]! / length
  }
  const x = at[0]! + center[0]
  const y = at[1]! + center[1]
  const z = at[2]! + center[2]
  g.positions.push(x, y, z)
  g.normals.push(normal[0]!, normal[1]!, normal[2]!)
  if (Math.abs(normal[2]!) > 0.6) g.uvs.push(x, y)
  else if (Math.abs(normal[0]!) > Math.abs(normal[1]!)) g.uvs.push(y, z)
  else g.uvs.push(x, z)
}

const normal = [0, 0, 0]
const at = [0, 0, 0]

/** A pillow or scatter cushion: pinched corners, full middle. Flat in x,y; `fullness` 1 is plump. */
export function pillow(x: Range, y: Range, z: Range, steps = 8): Geometry {
  const g = createGeometry()
  const hx = (x[1] - x[0]) / 2
  const hy = (y[1] - y[0]) / 2
  const hz = (z[1] - z[0]) / 2
  const cx = (x[0] + x[1]) / 2
  const cy = (y[0] + y[1]) / 2
  const cz = (z[0] + z[1]) / 2
  const place = (u: number, v: number, side: number): Vector3 => {
    const full = (1 - u ** 4) * (1 - v ** 4)
    return [
      cx + hx * u * (1 - 0.07 * (1 - v * v)),
      cy + hy * v * (1 - 0.07 * (1 - u * u)),
      cz + side * hz * Math.max(0, full) ** 0.55,
    ]
  }
  const step = 0.02
  for (const side of [1, -1]) {
    const rows: number[][] = []
    for (let a = 0; a <= steps; a++) {
      const row: number[] = []
      for (let b = 0; b <= steps; b++) {
        const u = bend((a / steps) * 2 - 1)
        const v = bend((b / steps) * 2 - 1)
        const p = place(u, v, side)
        const du = difference(place(Math.min(1, u + step), v, side), place(Math.max(-1, u - step), v, side))
        const dv = difference(place(u, Math.min(1, v + step), side), place(u, Math.max(-1, v - step), side))
        const n: Vector3 = [
          side * (du[1] * dv[2] - du[2] * dv[1]),
          side * (du[2] * dv[0] - du[0] * dv[2]),
          side * (du[0] * dv[1] - du[1] * dv[0]),
        ]
        row.push(addVertex(g, p, n, p[0], p[1]))
      }
      rows.push(row)
    }
    for (let a = 0; a < steps; a++) {
      for (let b = 0; b < steps; b++) {
        const [p, q, r, s] = [rows[a]![b]!, rows[a + 1]![b]!, rows[a + 1]![b + 1]!, rows[a]![b + 1]!]
        if (side > 0) addQuad(g, p, q, r, s)
        else addQuad(g, p, s, r, q)
      }
    }
  }
  return g
}

/** More samples towards the seam, where the surface bends most. */
function bend(t: number): number {
  return Math.sin((t * Math.PI) / 2)
}

function difference(a: Vector3, b: Vector3): Vector3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
}
