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

export type TubeOptions = {
  readonly segments?: number
  /** The path returns to its first point (not repeated). */
  readonly closed?: boolean
  /** Radius at the end of the path; it changes evenly. Absent: constant. */
  readonly endRadius?: number
}

/** Sweeps a circle along a path: bars, rails, taps, hangers, cables, splayed round legs. */
export function tube(path: readonly Vector3[], radius: number, options: TubeOptions = {}): Geometry {
  const g = createGeometry()
  const segments = options.segments ?? 8
  const count = path.length
  const tangents = path.map((_, k) => tangentAt(path, k, options.closed ?? false))
  let side = perpendicular(tangents[0]!)
  let along = 0
  const rings: number[][] = []
  const total = options.closed ? count + 1 : count
  for (let step = 0; step < total; step++) {
    const k = step % count
    const tangent = tangents[k]!
    side = unit(subtract(side, times(tangent, dot(side, tangent))))
    const up = cross(tangent, side)
    if (step > 0) along += Math.hypot(...subtract(path[k]!, path[(k + count - 1) % count]!))
    const r = radius + ((options.endRadius ?? radius) - radius) * (total > 1 ? step / (total - 1) : 0)
    rings.push(addCircle(g, path[k]!, side, up, r, along, segments))
  }
  // A closed path may come back with its frame turned: the last ring is matched to the first by the nearest vertex.
  const twist = options.closed ? nearestShift(g, rings[0]!, rings[rings.length - 1]!, segments) : 0
  for (let k = 0; k + 1 < rings.length; k++) {
    const last = options.closed && k + 2 === rings.length
    for (let j = 0; j < segments; j++) {
      const shift = last ? twist : 0
      const upper = last ? rings[0]! : rings[k + 1]!
      addQuad(g, rings[k]![j]!, rings[k]![j + 1]!, upper[((j + shift) % segments) + 1]!, upper[(j + shift) % segments]!)
    }
  }
  if (!options.closed) {
    addCap(g, path[0]!, times(tangents[0]!, -1), rings[0]!, segments, true)
    addCap(g, path[count - 1]!, tangents[count - 1]!, rings[rings.length - 1]!, segments, false)
  }
  return g
}

function addCircle(
  g: Geometry,
  at: Vector3,
  side: Vector3,
  up: Vector3,
  radius: number,
  along: number,
  segments: number,
): number[] {
  return Array.from({ length: segments + 1 }, (_, j) => {
    const angle = (Math.PI * 2 * (j % segments)) / segments
    const n: Vector3 = [
      side[0] * Math.cos(angle) + up[0] * Math.sin(angle),
      side[1] * Math.cos(angle) + up[1] * Math.sin(angle),
      side[2] * Math.cos(angle) + up[2] * Math.sin(angle),
    ]
    const p: Vector3 = [at[0] + n[0] * radius, at[1] + n[1] * radius, at[2] + n[2] * radius]
    return addVertex(g, p, n, along, ((Math.PI * 2 * j) / segments) * radius)
  })
}

function addCap(
  g: Geometry,
  at: Vector3,
  n: Vector3,
  ring: readonly number[],
  segments: number,
  isStart: boolean,
): void {
  const center = addVertex(g, at, n, 0, 0)
  const rim = ring.slice(0, segments).map((id) => {
    const p: Vector3 = [g.positions[id * 3]!, g.positions[id * 3 + 1]!, g.positions[id * 3 + 2]!]
    return addVertex(g, p, n, p[0] - at[0] + p[2] - at[2], p[1] - at[1])
  })
  for (let j = 0; j < segments; j++) {
    const [a, b] = [rim[j]!, rim[(j + 1) % segments]!]
    if (isStart) addTriangle(g, center, b, a)
    else addTriangle(g, center, a, b)
  }
}

function nearestShift(g: Geometry, first: readonly number[], last: readonly number[], segments: number): number {
  let best = 0
  let distance = Infinity
  for (let shift = 0; shift < segments; shift++) {
    const a = first[shift]! * 3
    const b = last[0]! * 3
    const d = Math.hypot(
      g.positions[a]! - g.positions[b]!,
      g.positions[a + 1]! - g.positions[b + 1]!,
      g.positions[a + 2]! - g.positions[b + 2]!,
    )
    if (d < distance) {
      distance = d
      best = shift
    }
  }
  return best
}

function tangentAt(path: readonly Vector3[], k: number, closed: boolean): Vector3 {
  const n = path.length
  const before = closed ? path[(k + n - 1) % n]! : path[Math.max(0, k - 1)]!
  const after = closed ? path[(k + 1) % n]! : path[Math.min(n - 1, k + 1)]!
  const here = path[k]!
  const a = unit(subtract(here, before))
  const b = unit(subtract(after, here))
  if (!closed && k === 0) return b
  if (!closed && k === n - 1) return a
  return unit([a[0] + b[0], a[1] + b[1], a[2] + b[2]])
}

function perpendicular(t: Vector3): Vector3 {
  return unit(Math.abs(t[2]) < 0.9 ? cross(t, [0, 0, 1]) : cross(t, [0, 1, 0]))
}

function times(a: Vector3, k: number): Vector3 {
  return [a[0] * k, a[1] * k, a[2] * k]
}

/** Rounds the corners of a path: each inner point becomes an arc of about `radius`. */
export function roundedPath(path: readonly Vector3[], radius: number, pieces = 4): Vector3[] {
  const out: Vector3[] = [path[0]!]
  for (let k = 1; k + 1 < path.length; k++) {
    const [a, p, b] = [path[k - 1]!, path[k]!, path[k + 1]!]
    const toA = subtract(a, p)
    const toB = subtract(b, p)
    const cut = Math.min(radius, Math.hypot(...toA) * 0.45, Math.hypot(...toB) * 0.45)
    const s = unit(toA)
    const e = unit(toB)
    for (let j = 0; j <= pieces; j++) {
      const t = j / pieces
      const m = (1 - t) * (1 - t) * cut
      const q = t * t * cut
      out.push([p[0] + s[0] * m + e[0] * q, p[1] + s[1] * m + e[1] * q, p[2] + s[2] * m + e[2] * q])
    }
  }
  out.push(path[path.length - 1]!)
  return out
}
