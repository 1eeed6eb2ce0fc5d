import type { Scene } from '@enfilade/scene'
import { type CheckOptions, createChecker } from './checker.ts'
import { type Finding, finishFinding, type RulePack } from './finding.ts'
import { judgeRoom } from './judge-room.ts'
import type { ItemShape } from './measure/item-shape.ts'
import type { RoomPlan } from './measure/room-plan.ts'
import { createRoomContext } from './room-context.ts'
import { createHomeMemo } from './rule.ts'
import { homeRules } from './rule-list.ts'
import { sortFindings } from './sort-findings.ts'

/**
 * Everything that is wrong with a scene, worst first, then by key; each finding with its measured and demanded number.
 * Pure: equal scenes give equal findings. Who checks one scene after another keeps a `createChecker`.
 */
export const checkScene = (scene: Scene, options: CheckOptions = {}): Finding[] => createChecker().check(scene, options)

/**
 * The same judgement on a room whose furniture is not in a document yet.
 *
 * @param shapes Everything that stands, lies and hangs in the room.
 */
export const checkRoom = (
  scene: Scene,
  plan: RoomPlan,
  shapes: readonly ItemShape[],
  pack: RulePack = 'general',
): Finding[] => {
  const room = createRoomContext(plan, shapes)
  const home = { scene, rooms: [room], shapes, homeless: [], memo: createHomeMemo() }
  return sortFindings([
    ...judgeRoom(room, { pack }),
    ...homeRules.flatMap((rule) => rule(home, { pack })).map(finishFinding),
  ])
}
