import type { HomeRule, ItemRule, RoomRule } from './rule.ts'
import { checkAccess } from './rules/access.ts'
import { checkBathroom } from './rules/bathroom.ts'
import { checkBounds, checkOutside } from './rules/bounds.ts'
import { checkCare } from './rules/care.ts'
import { checkChild } from './rules/child.ts'
import { checkCirculation } from './rules/circulation.ts'
import { checkClearances } from './rules/clearances.ts'
import { checkDaylight } from './rules/daylight.ts'
import { checkFacing } from './rules/facing.ts'
import { checkKitchen } from './rules/kitchen.ts'
import { checkNeighbours } from './rules/neighbours.ts'
import { checkApproaches, checkOpenings } from './rules/openings.ts'
import { checkOpeningThings } from './rules/openings-of-things.ts'
import { checkOverlap } from './rules/overlap.ts'
import { pairTableRules } from './rules/pair-table.ts'
import { checkPairs } from './rules/pairs.ts'
import { checkRoomShape } from './rules/room-shape.ts'
import { checkRoomSize } from './rules/room-size.ts'
import { checkRugMargins } from './rules/rug-margins.ts'
import { checkSight, checkToiletWay } from './rules/sight.ts'
import { checkSupport } from './rules/support.ts'

/** Judged by a thing and the plan alone: what they found stays while the thing does. */
export const ownRules: readonly ItemRule[] = [checkBounds, checkOpenings]

/** Judged thing by thing: what a thing's rules found stays while it and its surroundings stay. */
export const itemRules: readonly ItemRule[] = [checkClearances, checkOpeningThings]

/** Judged room by room. */
export const roomRules: readonly RoomRule[] = [
  checkApproaches,
  checkCirculation,
  checkPairs,
  ...pairTableRules,
  checkRugMargins,
  checkNeighbours,
  checkKitchen,
  checkBathroom,
  checkRoomShape,
  checkFacing,
  checkSight,
  checkDaylight,
  checkRoomSize,
  checkAccess,
  checkCare,
  checkChild,
]

/** Judged across the home. */
export const homeRules: readonly HomeRule[] = [checkOverlap, checkSupport, checkOutside, checkToiletWay]
