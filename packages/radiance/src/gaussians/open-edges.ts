import type { RayCaster } from '../trace/ray-caster.ts'
import type { Patch } from './patches.ts'

/** Places along an edge that are tried. */
const PLACES = [0.15, 0.5, 0.85]
/** How far beside the edge a ray starts and ends, and how far before the surface it runs, metres; less on small patches. */
const INSIDE = 0.01
const BEYOND = 0.025
const LIFT = 0.004
const SMALL_PART = 0.2

/**
 * Leaves out the edges at which another surface stands up: a gaussian that reaches over such an edge is hidden behind it. What
 * remains are edges before which something farther away is seen.
 */
export function keepOpenEdges(caster: RayCaster, patches: readonly Patch[]): Patch[] {
  const count = patches.reduce((sum, { edges }) => sum + edges.length / 4, 0)
  const rays = new Float32Array(count * PLACES.length * 7)
  let ray = 0
  for (const patch of patches) {
    for (let e = 0; e < patch.edges.length; e += 4) {
      for (const place of PLACES) aimOver(patch, e, place, rays, 7 * ray++)
    }
  }
  const blocked = new Uint8Array(ray)
  caster.occluded(rays, ray, blocked)
  let at = 0
  return patches.map((patch) => {
    const open: number[] = []
    for (let e = 0; e < patch.edges.length; e += 4) {
      const stops = blocked.subarray(at, at + PLACES.length)
      at += PLACES.length
      if (stops.includes(0)) open.push(...patch.edges.subarray(e, e + 4))
    }
    return { ...patch, edges: Float64Array.from(open) }
  })
}

/** From a little inside an edge to a little beyond it. Corners run counter-clockwise, so that outside is on the right. */
function aimOver(patch: Patch, edge: number, place: number, rays: Float32Array, to: number): void {
  const [as, at, bs, bt] = patch.edges.subarray(edge, edge + 4) as unknown as [number, number, number, number]
  const length = Math.hypot(bs - as, bt - at) || 1
  const [outS, outT] = [(bt - at) / length, -(bs - as) / length]
  const [s0, s1, t0, t1] = patch.bounds
  const size = SMALL_PART * Math.max(s1 - s0, t1 - t0)
  const [inside, beyond, lift] = [Math.min(INSIDE, size), Math.min(BEYOND, size), Math.min(LIFT, size)]
  const { axes, origin } = patch
  const h = patch.isFlat ? patch.corners[2]! + lift : lift
  const [s, t] = [as + place * (bs - as) - inside * outS, at + place * (bt - at) - inside * outT]
  for (let k = 0; k < 3; k++) {
    rays[to + k] = origin[k]! + s * axes[k]! + t * axes[3 + k]! + h * axes[6 + k]!
    rays[to + 3 + k] = outS * axes[k]! + outT * axes[3 + k]!
  }
  rays[to + 6] = inside + beyond
}
