import type { TraceScene, Vector3 } from '../scene/trace-scene.ts'
import type { Patch } from './patches.ts'

/**
 * A looking-glass behind which the reflected space is drawn as gaussians of its own: viewers of gaussians know no reflections.
 * The glass itself gets none.
 */
export type Mirror = {
  readonly instance: number
  readonly patch: Patch
  /** Unit normal, into the space. */
  readonly normal: Vector3
  /** normal · x on the glass. */
  readonly offset: number
}

/** As the tracer draws mirrors: metal smoother than this reflects sharply. */
const MIRROR_ROUGHNESS = 0.07
const METAL = 0.9
/** Smaller glasses keep one colour, m². */
const LEAST_AREA = 0.03
/** A window in the plane of the glass, metres: through it one would see the reflected space standing outside. */
const SAME_WALL = 0.5
/** Corners of the scene this far behind the glass belong to another room, metres. */
const BEHIND = 0.45

/** Mirrors behind which there is nothing else, so that the reflected space can be put there. */
export function findMirrors(scene: TraceScene, patches: readonly Patch[]): Mirror[] {
  const mirrors: Mirror[] = []
  for (const patch of patches) {
    const { metalness, roughness } = scene.materials[patch.material]!
    if (!patch.isFlat || metalness < METAL || roughness > MIRROR_ROUGHNESS) continue
    const [s0, s1, t0, t1] = patch.bounds
    if ((s1 - s0) * (t1 - t0) < LEAST_AREA) continue
    const [x, y, z] = patch.axes.subarray(6, 9)
    const normal: Vector3 = [x!, y!, z!]
    const mirror = { instance: patch.instance, patch, normal, offset: dot(normal, patch.origin) }
    if (!hasWindowBeside(scene, mirror) && !hasRoomBehind(scene, mirror)) mirrors.push(mirror)
  }
  return mirrors
}

function hasWindowBeside({ portals }: TraceScene, { normal, offset }: Mirror): boolean {
  return portals.some(
    ({ inward, corner }) => dot(inward, normal) > 0.7 && Math.abs(dot(corner, normal) - offset) < SAME_WALL,
  )
}

/** Floors tell: walls and what hangs on their outer side do not matter. */
function hasRoomBehind({ instances, indices, positions }: TraceScene, { normal, offset }: Mirror): boolean {
  return instances.some(({ kind, firstTriangle, triangleCount }) => {
    if (kind !== 'floor') return false
    for (let at = 3 * firstTriangle; at < 3 * (firstTriangle + triangleCount); at++) {
      const v = 3 * indices[at]!
      if (dot(normal, [positions[v]!, positions[v + 1]!, positions[v + 2]!]) < offset - BEHIND) return true
    }
    return false
  })
}

/** The point on the other side of the glass. */
export function reflectPoint({ normal, offset }: Mirror, x: number, y: number, z: number): Vector3 {
  const twice = 2 * (normal[0] * x + normal[1] * y + normal[2] * z - offset)
  return [x - twice * normal[0], y - twice * normal[1], z - twice * normal[2]]
}

/** Whether a point of the mirror's plane lies on the glass. */
export function isOnGlass({ patch }: Mirror, x: number, y: number, z: number): boolean {
  const { axes, origin, corners } = patch
  const [dx, dy, dz] = [x - origin[0], y - origin[1], z - origin[2]]
  const s = dx * axes[0]! + dy * axes[1]! + dz * axes[2]!
  const t = dx * axes[3]! + dy * axes[4]! + dz * axes[5]!
  const [s0, s1, t0, t1] = patch.bounds
  if (s < s0 || s > s1 || t < t0 || t > t1) return false
  for (let c = 0; c < corners.length; c += 9) {
    const isInside =
      side(corners, c, c + 3, s, t) >= 0 && side(corners, c + 3, c + 6, s, t) >= 0 && side(corners, c + 6, c, s, t) >= 0
    if (isInside) return true
  }
  return false
}

function side(c: Float64Array, a: number, b: number, s: number, t: number): number {
  return (c[b]! - c[a]!) * (t - c[a + 1]!) - (c[b + 1]! - c[a + 1]!) * (s - c[a]!)
}

/**
 * A gaussian's shape behind the glass. A reflection turns a right-handed frame into a left-handed one; turning one axis round
 * makes it a rotation again and leaves the gaussian as it is.
 *
 * @param position, rotation Mutated.
 */
export function reflectShape(mirror: Mirror, position: Float64Array, rotation: Float64Array): void {
  position.set(reflectPoint(mirror, position[0]!, position[1]!, position[2]!))
  // With the third axis turned round, F·R·diag(1, 1, −1) is the rotation −F·R·(half turn about z); and −F is a half turn about n.
  const [nx, ny, nz] = mirror.normal
  const [x, y, z, w] = rotation as unknown as [number, number, number, number]
  const [hx, hy, hz, hw] = [
    nx * w + ny * z - nz * y,
    ny * w + nz * x - nx * z,
    nz * w + nx * y - ny * x,
    -nx * x - ny * y - nz * z,
  ]
  // Times the quaternion 0, 0, 1, 0.
  rotation.set([hy, -hx, hw, -hz])
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => a[0]! * b[0]! + a[1]! * b[1]! + a[2]! * b[2]!
