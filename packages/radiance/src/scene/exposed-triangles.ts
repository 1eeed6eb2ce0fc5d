import type { MeshPart } from '@enfilade/catalogue'

/** What lies closer above a surface than this, metres, covers it: a socket around a bulb, a panel's frame. */
const NEAR = 0.012
/** Start of a probe above its surface, metres. */
const LIFT = 0.0004
/** Barycentric points that are probed: the middle, then near the corners. */
const PROBES = [
  [1 / 3, 1 / 3],
  [0.08, 0.08],
  [0.84, 0.08],
  [0.08, 0.84],
] as const
/** Per triangle: a corner, both edges from it. */
const STRIDE = 9

/**
 * The triangles of a part that are not inside the item's other parts nor directly under them, as indices of triangles.
 *
 * @param parts All of the item, the part among them.
 */
export function exposedTriangles(part: MeshPart, parts: readonly MeshPart[]): number[] {
  const own = flatten([part])
  const others = flatten(parts.filter((other) => other !== part))
  const exposed: number[] = []
  for (let i = 0; i < own.length; i += STRIDE) if (!isCovered(own, i, others)) exposed.push(i / STRIDE)
  return exposed
}

function isCovered(own: Float64Array, at: number, others: Float64Array): boolean {
  const [ux, uy, uz] = [own[at + 3]!, own[at + 4]!, own[at + 5]!]
  const [vx, vy, vz] = [own[at + 6]!, own[at + 7]!, own[at + 8]!]
  const [x, y, z] = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx]
  const length = Math.hypot(x, y, z) || 1
  const ray = { x: 0, y: 0, z: 0, dx: x / length, dy: y / length, dz: z / length }
  for (const [u, v] of PROBES) {
    ray.x = own[at]! + ux * u + vx * v + ray.dx * LIFT
    ray.y = own[at + 1]! + uy * u + vy * v + ray.dy * LIFT
    ray.z = own[at + 2]! + uz * u + vz * v + ray.dz * LIFT
    if (!isBuried(ray, others)) return false
  }
  return true
}

type Ray = { x: number; y: number; z: number; dx: number; dy: number; dz: number }

/** Whether the first thing along a ray is close, or seen from its back: then the ray starts inside it. Möller–Trumbore. */
function isBuried({ x, y, z, dx, dy, dz }: Ray, t: Float64Array): boolean {
  let nearest = Infinity
  let fromBehind = false
  for (let i = 0; i < t.length; i += STRIDE) {
    const [ux, uy, uz] = [t[i + 3]!, t[i + 4]!, t[i + 5]!]
    const [vx, vy, vz] = [t[i + 6]!, t[i + 7]!, t[i + 8]!]
    const px = dy * vz - dz * vy
    const py = dz * vx - dx * vz
    const pz = dx * vy - dy * vx
    const determinant = ux * px + uy * py + uz * pz
    if (determinant > -1e-14 && determinant < 1e-14) continue
    const sx = x - t[i]!
    const sy = y - t[i + 1]!
    const sz = z - t[i + 2]!
    const a = (sx * px + sy * py + sz * pz) / determinant
    if (a < 0 || a > 1) continue
    const qx = sy * uz - sz * uy
    const qy = sz * ux - sx * uz
    const qz = sx * uy - sy * ux
    const b = (dx * qx + dy * qy + dz * qz) / determinant
    if (b < 0 || a + b > 1) continue
    const distance = (vx * qx + vy * qy + vz * qz) / determinant
    if (distance < 0 || distance >= nearest) continue
    nearest = distance
    fromBehind = determinant < 0
  }
  return nearest <= NEAR || fromBehind
}

function flatten(parts: readonly MeshPart[]): Float64Array {
  const flat = new Float64Array(parts.reduce((sum, { indices }) => sum + indices.length / 3, 0) * STRIDE)
  let to = 0
  for (const { positions, indices } of parts) {
    for (let i = 0; i + 2 < indices.length; i += 3) {
      const [a, b, c] = [indices[i]! * 3, indices[i + 1]! * 3, indices[i + 2]! * 3]
      for (let axis = 0; axis < 3; axis++) {
        flat[to + axis] = positions[a + axis]!
        flat[to + 3 + axis] = positions[b + axis]! - positions[a + axis]!
        flat[to + 6 + axis] = positions[c + axis]! - positions[a + axis]!
      }
      to += STRIDE
    }
  }
  return flat
}
