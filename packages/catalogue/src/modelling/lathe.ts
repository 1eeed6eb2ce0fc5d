import { addQuad, addVertex, createGeometry, type Geometry, type Vector3 } from './geometry.ts'
import type { Point } from './ring.ts'

/**
 * Revolves a profile about the vertical line through x, y.
 *
 * @param profile [radius, z] from the bottom up along the outside (and down the inside of hollow things); corners
 *   sharper than 40° stay sharp. Start and end at radius 0 to close the solid.
 * @param squash Factor on y: oval things.
 */
export function lathe(x: number, y: number, profile: readonly Point[], segments = 20, squash = 1): Geometry {
  const g = createGeometry()
  let along = 0
  let previous: number[] | undefined
  const widest = Math.max(...profile.map((p) => p[0]))
  for (let k = 0; k + 1 < profile.length; k++) {
    const a = profile[k]!
    const b = profile[k + 1]!
    const length = Math.hypot(b[0] - a[0], b[1] - a[1])
    if (length < 1e-7) continue
    const normal = pieceNormal(a, b)
    const before = k > 0 ? pieceNormal(profile[k - 1]!, a) : normal
    const after = k + 2 < profile.length ? pieceNormal(b, profile[k + 2]!) : normal
    const isSmoothStart = k > 0 && isSmooth(before, normal)
    const lower = previous && isSmoothStart ? previous : addRing(g, x, y, a, normal, along, segments, squash, widest)
    along += length
    const blended: Point = isSmooth(normal, after) ? [normal[0] + after[0], normal[1] + after[1]] : normal
    const upper = addRing(g, x, y, b, blended, along, segments, squash, widest)
    for (let j = 0; j < segments; j++) addQuad(g, lower[j]!, lower[j + 1]!, upper[j + 1]!, upper[j]!)
    previous = upper
  }
  return g
}

const SMOOTH_COSINE = Math.cos((40 * Math.PI) / 180)

function isSmooth(a: Point, b: Point): boolean {
  return a[0] * b[0] + a[1] * b[1] > SMOOTH_COSINE
}

/** Outward normal in the (radius, z) plane of a piece walked upwards along the outside. */
function pieceNormal(a: Point, b: Point): Point {
  const dr = b[0] - a[0]
  const dz = b[1] - a[1]
  const length = Math.hypot(dr, dz) || 1
  return [dz / length, -dr / length]
}

function addRing(
  g: Geometry,
  x: number,
  y: number,
  point: Point,
  normal: Point,
  along: number,
  segments: number,
  squash: number,
  widest: number,
): number[] {
  return Array.from({ length: segments + 1 }, (_, j) => {
    const angle = (Math.PI * 2 * (j % segments)) / segments
    const c = Math.cos(angle)
    const s = Math.sin(angle)
    const p: Vector3 = [x + c * point[0], y + s * point[0] * squash, point[1]]
    return addVertex(
      g,
      p,
      [c * normal[0], (s * normal[0]) / squash, normal[1]],
      ((Math.PI * 2 * j) / segments) * widest,
      along,
    )
  })
}

/** A closed upright cylinder or cone frustum with eased rims. */
export function cylinder(
  x: number,
  y: number,
  from: number,
  to: number,
  radius: number,
  topRadius = radius,
  segments = 16,
): Geometry {
  const e = Math.min(0.002, radius * 0.3, topRadius * 0.3, (to - from) * 0.3)
  return lathe(
    x,
    y,
    [
      [0, from],
      [Math.max(radius - e, 0), from],
      [radius, from + e],
      [topRadius, to - e],
      [Math.max(topRadius - e, 0), to],
      [0, to],
    ],
    segments,
  )
}

/** A ball, or with `height` an upright ellipsoid. */
export function ball(x: number, y: number, z: number, radius: number, height = radius * 2, segments = 14): Geometry {
  const rows = Math.max(6, Math.round(segments * 0.6))
  const profile = Array.from({ length: rows + 1 }, (_, k): Point => {
    const angle = -Math.PI / 2 + (Math.PI * k) / rows
    return [k === 0 || k === rows ? 0 : Math.cos(angle) * radius, z + (Math.sin(angle) * height) / 2]
  })
  return lathe(x, y, profile, segments)
}
