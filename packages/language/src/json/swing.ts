import { isPointInRegion, type Point2 } from '@enfilade/geometry'
import type { Scene, SceneOpening, SceneRoom, Swing } from '@enfilade/scene'
import type { JsonSwing } from './scene-json.ts'

export const JSON_SWINGS: readonly JsonSwing[] = ['left-in', 'right-in', 'left-out', 'right-out', 'sliding', 'none']

/** How far beside the wall's face to look for the room, metres. */
const BESIDE = 0.05

/**
 * The swing as somebody sees it who stands in the room of the wall that comes first by id: the hinge is on their left
 * or right, and the leaf comes in towards them or goes out. Where the wall has no room, they stand on its left.
 */
export function swingToJson(scene: Scene, opening: SceneOpening): JsonSwing {
  const { type, hinge = 'a', side = 'left' } = opening.swing
  if (type !== 'hinged') return type === 'sliding' ? 'sliding' : 'none'
  const stands = standingSide(scene, opening)
  // Looking at the wall from its left, corner b is on one's left hand.
  const isLeftHand = (hinge === 'b') === (stands === 'left')
  return `${isLeftHand ? 'left' : 'right'}-${side === stands ? 'in' : 'out'}`
}

/** The way back: the swing that looks so from there. */
export function swingFromJson(scene: Scene, opening: SceneOpening, swing: JsonSwing): Swing {
  if (swing === 'sliding' || swing === 'none') return { type: swing }
  const [hand, way] = swing.split('-') as ['left' | 'right', 'in' | 'out']
  const stands = standingSide(scene, opening)
  const hinge = (hand === 'left') === (stands === 'left') ? 'b' : 'a'
  const side = way === 'in' ? stands : stands === 'left' ? 'right' : 'left'
  return { type: 'hinged', hinge, side }
}

function standingSide(scene: Scene, opening: SceneOpening): 'left' | 'right' {
  const rooms = scene.rooms.filter((room) => room.openings.includes(opening.id))
  const [first] = rooms
  if (!first) return 'left'
  const reach = opening.wallThickness / 2 + BESIDE
  const [dx, dy] = opening.direction
  const beside = (by: number): Point2 => [opening.center[0] - dy * by, opening.center[1] + dx * by]
  const holds = (room: SceneRoom, by: number) => isPointInRegion(beside(by), room.polygon, room.holes)
  if (holds(first, reach)) return 'left'
  return holds(first, -reach) ? 'right' : 'left'
}
