import { addQuad, addVertex, createGeometry, cross, type Geometry, subtract, type Vector3 } from './geometry.ts'

export type LeafOptions = {
  readonly base: Vector3
  /** Direction in plan, radians. */
  readonly yaw: number
  readonly length: number
  readonly width: number
  /** Angle over the horizon at the base, radians. */
  readonly rise: number
  /** How far the tip has bent down against the base, radians. */
  readonly droop: number
  /** Depth of the fold along the middle, as a part of the width. */
  readonly fold?: number
  /** Where the leaf is widest, 0 … 1 of its length. */
  readonly belly?: number
  readonly pieces?: number
}

/** A leaf blade, visible from both sides: bends over its length and is folded along its midrib. */
export function leaf(options: LeafOptions): Geometry {
  const { base, yaw, length, width, rise, droop } = options
  const pieces = options.pieces ?? 5
  const fold = (options.fold ?? 0.22) * width
  const belly = options.belly ?? 0.42
  const c = Math.cos(yaw)
  const s = Math.sin(yaw)
  const rows: Vector3[][] = []
  let reach = 0
  let lift = 0
  for (let k = 0; k <= pieces; k++) {
    const t = k / pieces
    const angle = rise - droop * t
    const half = (width / 2) * blade(t, belly)
    const sink = -fold * blade(t, belly)
    const dx = -Math.sin(angle) * sink
    const dz = Math.cos(angle) * sink
    const at = (side: number, deep: boolean): Vector3 => [
      base[0] + c * (reach + (deep ? dx : 0)) - s * side,
      base[1] + s * (reach + (deep ? dx : 0)) + c * side,
      base[2] + lift + (deep ? dz : 0),
    ]
    rows.push([at(-half, false), at(0, true), at(half, false)])
    reach += (Math.cos(angle) * length) / pieces
    lift += (Math.sin(angle) * length) / pieces
  }
  const g = createGeometry()
  for (const side of [1, -1]) {
    const ids = rows.map((row, k) =>
      row.map((p, j) => {
        const ahead = rows[Math.min(k + 1, pieces)]![j]!
        const behind = rows[Math.max(k - 1, 0)]![j]!
        const right = row[Math.min(j + 1, 2)]!
        const left = row[Math.max(j - 1, 0)]!
        const across = k === 0 || k === pieces ? ([-s, c, 0] as const) : subtract(right, left)
        const n = cross(subtract(ahead, behind), across)
        return addVertex(g, p, [n[0] * side, n[1] * side, n[2] * side], (j - 1) * (width / 2), (k / pieces) * length)
      }),
    )
    for (let k = 0; k < pieces; k++) {
      for (let j = 0; j < 2; j++) {
        const [p, q, r, t] = [ids[k]![j]!, ids[k + 1]![j]!, ids[k + 1]![j + 1]!, ids[k]![j + 1]!]
        if (side > 0) addQuad(g, p, q, r, t)
        else addQuad(g, p, t, r, q)
      }
    }
  }
  return g
}

/** Half width over the length: 0 at both ends, 1 at the belly. */
function blade(t: number, belly: number): number {
  if (t <= 0) return 0.12
  if (t >= 1) return 0
  const x = t < belly ? t / belly : 1 - (t - belly) / (1 - belly)
  return Math.sin((x * Math.PI) / 2) ** 0.8
}
