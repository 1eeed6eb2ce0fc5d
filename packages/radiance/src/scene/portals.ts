import { clearRect, roomsThrough } from '@enfilade/building'
import type { Scene, SceneOpening, SceneRoom } from '@enfilade/scene'
import type { TracePortal } from './trace-scene.ts'

/** Room types under the open sky: they have no ceiling, and what opens into them opens to the outside. */
const OUTDOORS: ReadonlySet<string> = new Set([
  'balcony',
  'terrace',
  'garden',
  'patio',
  'roof_terrace',
  'courtyard',
  'yard',
])

export function isOutdoors(room: SceneRoom | undefined): boolean {
  return room === undefined || OUTDOORS.has(room.type)
}

/** Doors open less than this let in too little to aim at. */
const LEAST_OPEN = 0.05

/**
 * The rectangle through which an opening lets daylight in. Undefined: it does not lead outside, or is shut.
 *
 * @param elevation Of the level's floor, metres.
 */
export function portalOf(scene: Scene, opening: SceneOpening, elevation: number): TracePortal | undefined {
  if (opening.type === 'door' && (opening.open ?? 0) < LEAST_OPEN && opening.swing.type !== 'none') return undefined
  const { left, right } = roomsThrough(scene, opening)
  if (isOutdoors(left) === isOutdoors(right)) return undefined
  const { from, to, bottom, top } = clearRect(opening)
  if (to - from < 0.02 || top - bottom < 0.02) return undefined
  const [x, y] = opening.center
  const [dx, dy] = opening.direction
  const side = isOutdoors(left) ? -1 : 1
  return {
    opening: opening.id,
    corner: [x + dx * from, y + dy * from, elevation + bottom],
    edgeA: [dx * (to - from), dy * (to - from), 0],
    edgeB: [0, 0, top - bottom],
    inward: [-dy * side, dx * side, 0],
  }
}
