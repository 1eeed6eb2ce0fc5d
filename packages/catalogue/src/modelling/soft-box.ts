import { addQuad, addVertex, createGeometry, type Geometry, type Range, type Vector3 } from './geometry.ts'

export type SoftBoxOptions = {
  /** Edge radius, metres; cut down to half the thinnest side. */
  readonly radius?: number
  /** How far the middle of one face rises over its edges, metres; the box includes it. */
  readonly crown?: number
  /** The crowned face. */
  readonly face?: 'top' | 'front' | 'back'
  /** Pieces per rounded edge. */
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
  const segments = options.segments ?? 2
  const g = createGeometry()
  for (let face = 0; face < 6; face++) {
    const n = face >> 1
    const out = face & 1 ? 1 : -1
    const i = (n + 1) % 3
    const j = (n + 2) % 3
    const us = samples(half[i]!, radius, segments, crown > 0 && i !== axis)
    const vs = samples(half[j]!, radius, segments, crown > 0 && j !== axis)
    const rows: number[][] = []
    for (const u of us) {
      const row: number[] = []
      for (const v of vs) {
        const p: [number, number, number] = [0, 0, 0]
        p[n] = half[n]! * out
        p[i] = u
        p[j] = v
        row.push(addRounded(g, p, half, radius, center, crown, axis, sign))
      }
      rows.push(row)
    }
    for (let a = 0; a + 1 < us.length; a++) {
      for (let b = 0; b + 1 < vs.length; b++) {
        const [p, q, r, s] = [rows[a]![b]!, rows[a + 1]![b]!, rows[a + 1]![b + 1]!, rows[a]![b + 1]!]
        if (out > 0) addQuad(g, p, q, r, s)
        else addQuad(g, p, s, r, q)
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

function addRounded(
  g: Geometry,
  p: Vector3,
  half: Vector3,
  radius: number,
  center: Vector3,
  crown: number,
  axis: number,
  sign: number,
): number {
  const q: [number, number, number] = [0, 0, 0]
  const d: [number, number, number] = [0, 0, 0]
  for (let k = 0; k < 3; k++) {
    const inner = half[k]! - radius
    q[k] = Math.max(-inner, Math.min(inner, p[k]!))
    d[k] = p[k]! - q[k]!
  }
  const length = Math.hypot(...d) || 1
  const n: [number, number, number] = [d[0] / length, d[1] / length, d[2] / length]
  const at: [number, number, number] = [q[0] + n[0] * radius, q[1] + n[1] * radius, q[2] + n[2] * radius]
  if (crown > 0 && at[axis]! * sign > 0) {
    const i = (axis + 1) % 3
    const j = (axis + 2) % 3
    const a = at[i]! / half[i]!
    const b = at[j]! / half[j]!
    at[axis] = at[axis]! + sign * crown * (1 - a * a) * (1 - b * b)
    const slopeI = (sign * crown * -2 * a * (1 - b * b)) / half[i]!
    const slopeJ = (sign * crown * -2 * b * (1 - a * a)) / half[j]!
    n[i] = n[i]! - slopeI * n[axis]!
    n[j] = n[j]! - slopeJ * n[axis]!
  }
  const place: Vector3 = [at[0] + center[0], at[1] + center[1], at[2] + center[2]]
  const flat =
    Math.abs(n[2]) > 0.6
      ? [place[0], place[1]]
      : Math.abs(n[0]) > Math.abs(n[1])
        ? [place[1], place[2]]
        : [place[0], place[2]]
  return addVertex(g, place, n, flat[0]!, flat[1]!)
}

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
