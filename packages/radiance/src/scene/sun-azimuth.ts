import type { TracePortal } from './trace-scene.ts'

/** Directions that are tried. */
const STEPS = 24
/** A sun that falls in at this angle to the glass draws long bright fields on the floor; radians. */
const BEST_ANGLE = 0.7

/**
 * The azimuth from which the sun falls well into a space: obliquely through as much glass as it can. Radians,
 * counter-clockwise from +x. Undefined: there is no way in.
 */
export function sunAzimuthInto(portals: readonly TracePortal[]): number | undefined {
  let best: number | undefined
  let bestScore = 0
  for (let step = 0; step < STEPS; step++) {
    // From the south on, clockwise and counter-clockwise in turn, so that ties go to the south.
    const turn = (step % 2 ? 1 : -1) * Math.ceil(step / 2) * ((2 * Math.PI) / STEPS)
    const azimuth = -Math.PI / 2 + turn
    const score = portals.reduce((sum, portal) => sum + areaOf(portal) * fall(portal, azimuth), 0)
    if (score > bestScore + 1e-6) {
      best = azimuth
      bestScore = score
    }
  }
  return best
}

/** 0 … 1: how well a sun at an azimuth falls through a portal. */
function fall({ inward }: TracePortal, azimuth: number): number {
  const facing = -(Math.cos(azimuth) * inward[0] + Math.sin(azimuth) * inward[1])
  if (facing <= 0.05) return 0
  return Math.max(0, 1 - Math.abs(Math.acos(Math.min(1, facing)) - BEST_ANGLE))
}

function areaOf({ edgeA, edgeB }: TracePortal): number {
  return Math.hypot(...edgeA) * Math.hypot(...edgeB)
}
