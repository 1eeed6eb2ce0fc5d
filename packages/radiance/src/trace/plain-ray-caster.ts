import type { TraceScene } from '../scene/trace-scene.ts'
import { type Bvh, buildBvh, MAX_DEPTH } from './build-bvh.ts'
import { NO_HIT, type RayCaster } from './ray-caster.ts'
import { passThinSheet } from './thin-sheet.ts'

/** How far outside its edges a triangle still counts as hit, in barycentric units: neighbours leave no gap. */
export const EDGE_TOLERANCE = 1e-5

/** A ray caster in plain TypeScript: the one that the WASM engine is checked against. */
export function createPlainRayCaster(scene: TraceScene): RayCaster {
  const walk = createWalk(scene)
  return {
    closest(rays, count, hits, where) {
      for (let ray = 0; ray < count; ray++) {
        walk.aim(rays, 6 * ray, Number.POSITIVE_INFINITY)
        walk.run(false)
        hits[ray] = walk.triangle
        where[3 * ray] = walk.distance
        where[3 * ray + 1] = walk.u
        where[3 * ray + 2] = walk.v
      }
    },
    occluded(rays, count, blocked) {
      for (let ray = 0; ray < count; ray++) {
        walk.aim(rays, 7 * ray, rays[7 * ray + 6]!)
        walk.run(true)
        blocked[ray] = walk.light > 0 ? 0 : 1
      }
    },
    passing(rays, count, light) {
      for (let ray = 0; ray < count; ray++) {
        walk.aim(rays, 7 * ray, rays[7 * ray + 6]!)
        walk.run(true)
        light[ray] = walk.light
      }
    },
  }
}

/** One ray's way through the tree; `run` leaves its result in the fields. */
function createWalk(scene: TraceScene) {
  const bvh = buildBvh(scene.positions, scene.indices)
  const corners = gatherCorners(scene, bvh)
  const transmissions = Float32Array.from(
    bvh.order,
    (triangle) => scene.materials[scene.triangleMaterial[triangle]!]!.transmission,
  )
  const { bounds, first, count, order } = bvh
  const stack = new Uint32Array(MAX_DEPTH)
  let [ox, oy, oz, dx, dy, dz, ix, iy, iz] = [0, 0, 0, 0, 0, 0, 0, 0, 0]
  const walk = { triangle: NO_HIT, distance: 0, u: 0, v: 0, light: 1, aim, run }
  return walk

  function aim(rays: Float32Array, at: number, length: number): void {
    ox = rays[at]!
    oy = rays[at + 1]!
    oz = rays[at + 2]!
    dx = rays[at + 3]!
    dy = rays[at + 4]!
    dz = rays[at + 5]!
    ix = 1 / dx
    iy = 1 / dy
    iz = 1 / dz
    walk.triangle = NO_HIT
    walk.distance = length
    walk.u = 0
    walk.v = 0
    walk.light = 1
  }

  function run(shadow: boolean): void {
    if (bvh.nodeCount === 0) return
    let depth = 0
    let node = 0
    for (;;) {
      if (count[node]! > 0) {
        for (let slot = first[node]!, end = slot + count[node]!; slot < end; slot++) {
          testTriangle(slot, shadow)
          if (walk.light === 0) return
        }
      } else {
        const left = first[node]!
        const [nearLeft, nearRight] = [enter(left), enter(left + 1)]
        if (nearLeft < Number.POSITIVE_INFINITY && nearRight < Number.POSITIVE_INFINITY) {
          node = nearLeft <= nearRight ? left : left + 1
          stack[depth++] = nearLeft <= nearRight ? left + 1 : left
          continue
        }
        if (nearLeft < Number.POSITIVE_INFINITY || nearRight < Number.POSITIVE_INFINITY) {
          node = nearLeft < Number.POSITIVE_INFINITY ? left : left + 1
          continue
        }
      }
      if (depth === 0) return
      node = stack[--depth]!
    }
  }

  /** Distance at which the ray enters a node's box; infinite: it doesn't before its end. */
  function enter(node: number): number {
    const at = 6 * node
    const ax = (bounds[at]! - ox) * ix
    const bx = (bounds[at + 3]! - ox) * ix
    const ay = (bounds[at + 1]! - oy) * iy
    const by = (bounds[at + 4]! - oy) * iy
    const az = (bounds[at + 2]! - oz) * iz
    const bz = (bounds[at + 5]! - oz) * iz
    const [nearX, nearY, nearZ] = [Math.min(ax, bx), Math.min(ay, by), Math.min(az, bz)]
    const [farX, farY, farZ] = [Math.max(ax, bx), Math.max(ay, by), Math.max(az, bz)]
    let near = 0
    let far = walk.distance
    // Comparisons with NaN (a ray inside a box's face) are false and leave the interval as it is.
    if (nearX > near) near = nearX
    if (nearY > near) near = nearY
    if (nearZ > near) near = nearZ
    if (farX < far) far = farX
    if (farY < far) far = farY
    if (farZ < far) far = farZ
    return near <= far * (1 + 1e-6) ? near : Number.POSITIVE_INFINITY
  }

  /** Möller and Trumbore 1997, both faces. */
  function testTriangle(slot: number, shadow: boolean): void {
    const at = 9 * slot
    const e1x = corners[at + 3]!
    const e1y = corners[at + 4]!
    const e1z = corners[at + 5]!
    const e2x = corners[at + 6]!
    const e2y = corners[at + 7]!
    const e2z = corners[at + 8]!
    const px = dy * e2z - dz * e2y
    const py = dz * e2x - dx * e2z
    const pz = dx * e2y - dy * e2x
    const determinant = e1x * px + e1y * py + e1z * pz
    if (determinant === 0) return
    const inverse = 1 / determinant
    const sx = ox - corners[at]!
    const sy = oy - corners[at + 1]!
    const sz = oz - corners[at + 2]!
    const u = (sx * px + sy * py + sz * pz) * inverse
    if (!(u >= -EDGE_TOLERANCE && u <= 1 + EDGE_TOLERANCE)) return
    const qx = sy * e1z - sz * e1y
    const qy = sz * e1x - sx * e1z
    const qz = sx * e1y - sy * e1x
    const v = (dx * qx + dy * qy + dz * qz) * inverse
    if (!(v >= -EDGE_TOLERANCE && u + v <= 1 + EDGE_TOLERANCE)) return
    const distance = (e2x * qx + e2y * qy + e2z * qz) * inverse
    if (!(distance > 0 && distance < walk.distance)) return
    if (shadow) {
      const transmission = transmissions[slot]!
      const doubleArea = Math.hypot(e1y * e2z - e1z * e2y, e1z * e2x - e1x * e2z, e1x * e2y - e1y * e2x)
      const cosine = Math.min(1, Math.abs(determinant) / doubleArea)
      walk.light = transmission > 0 ? walk.light * passThinSheet(transmission, cosine) : 0
      return
    }
    walk.triangle = order[slot]!
    walk.distance = distance
    walk.u = u
    walk.v = v
  }
}

/** Per triangle in leaf order: the first corner and the two edges from it. */
function gatherCorners({ positions, indices }: TraceScene, { order }: Bvh): Float32Array {
  const corners = new Float32Array(9 * order.length)
  for (let slot = 0; slot < order.length; slot++) {
    const triangle = order[slot]!
    const [a, b, c] = [3 * indices[3 * triangle]!, 3 * indices[3 * triangle + 1]!, 3 * indices[3 * triangle + 2]!]
    for (let axis = 0; axis < 3; axis++) {
      corners[9 * slot + axis] = positions[a + axis]!
      corners[9 * slot + 3 + axis] = positions[b + axis]! - positions[a + axis]!
      corners[9 * slot + 6 + axis] = positions[c + axis]! - positions[a + axis]!
    }
  }
  return corners
}
