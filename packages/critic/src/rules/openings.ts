import { clearances } from '../facts/clearances.ts'
import type { FindingDraft } from '../finding.ts'
import { type ItemShape, planParts } from '../measure/item-shape.ts'
import { clearDepthBefore, DOOR_APPROACH, hiddenWindowShare } from '../measure/opening-clearance.ts'
import { heightOverlap, planPenetration, pointToBox } from '../measure/oriented-box.ts'
import { openingStrip, type RoomOpening, swingPenetration } from '../measure/room-plan.ts'
import { barsWay } from '../room-context.ts'
import type { ItemRule, RoomRule } from '../rule.ts'
import { metres, metresZh, nameEn, nameZh, sentence } from '../wording.ts'

/** Touching the edge of a swept area is not standing in it. */
const TOUCH = 0.01

/** A thing lets leaves swing and light come in. */
export const checkOpenings: ItemRule = (shape, { plan }) => [
  ...(barsWay(shape) ? plan.doors.flatMap((door) => checkSwing(door, shape)) : []),
  ...plan.windows.flatMap((window) => checkWindow(window, shape)),
]

/** People get through the doors. */
export const checkApproaches: RoomRule = ({ plan, solids }) => plan.doors.flatMap((door) => checkApproach(door, solids))

const checkSwing = (door: RoomOpening, shape: ItemShape): FindingDraft[] => {
  const depth = Math.max(
    0,
    ...planParts(shape)
      .filter((part) => part.bottom < door.top)
      .map((part) => swingPenetration(door, part)),
  )
  if (depth <= TOUCH) return []
  return [
    {
      rule: 'door-swing',
      elements: [shape.id, door.id],
      measured: door.width - depth,
      demanded: door.width,
      unit: 'm',
      severity: 'error',
      source: 'geometry: quarter disc of the leaf',
      standing: 'checked',
      message: {
        en: `${sentence(nameEn(shape))} stands in the swing of the door: the leaf meets it ${metres(door.width - depth)} from the hinge.`,
        zh: `${nameZh(shape)}挡住开门：门扇在距铰链 ${metresZh(door.width - depth)} 处碰到它。`,
      },
    },
  ]
}

const checkApproach = (door: RoomOpening, solids: readonly ItemShape[]): FindingDraft[] => {
  const wanted = clearances.main_path_clear_width.minimum
  const strip = openingStrip(door, wanted, door.top)
  const inside = solids.filter((shape) =>
    planParts(shape).some((part) => planPenetration(strip, part) > TOUCH && heightOverlap(strip, part) > 0),
  )
  if (inside.length === 0) return []
  const depth = clearDepthBefore(door, inside, wanted)
  if (depth >= wanted - TOUCH) return []
  const nearest = nearestTo(door, inside)
  const isBlocked = depth < DOOR_APPROACH - TOUCH
  return [
    {
      rule: 'door-approach',
      elements: [nearest.id, door.id],
      measured: depth,
      demanded: isBlocked ? DOOR_APPROACH : wanted,
      unit: 'm',
      severity: isBlocked ? 'error' : 'warning',
      source: isBlocked ? clearances.secondary_path_clear_width.source : clearances.main_path_clear_width.source,
      standing: 'checked',
      message: {
        en: `${sentence(nameEn(nearest))} leaves ${metres(depth)} before the door, ${metres(isBlocked ? DOOR_APPROACH : wanted)} needed.`,
        zh: `${nameZh(nearest)}使门前只剩 ${metresZh(depth)}，需要 ${metresZh(isBlocked ? DOOR_APPROACH : wanted)}。`,
      },
    },
  ]
}

const nearestTo = (door: RoomOpening, shapes: readonly ItemShape[]): ItemShape => {
  const away = (shape: ItemShape): number =>
    Math.min(...planParts(shape).map((part) => pointToBox(part, door.at[0], door.at[1])))
  return shapes.reduce((best, shape) => (away(shape) < away(best) ? shape : best))
}

/** Share of a window that may be hidden without a word. */
const HIDDEN_SHARE = 0.2

const checkWindow = (window: RoomOpening, shape: ItemShape): FindingDraft[] => {
  const hidden = hiddenWindowShare(window, shape)
  if (hidden <= HIDDEN_SHARE) return []
  return [
    {
      rule: 'window-light',
      elements: [shape.id, window.id],
      measured: hidden,
      demanded: HIDDEN_SHARE,
      unit: 'share',
      severity: 'warning',
      source: `${clearances.window_keepout.source}: ${clearances.window_keepout.note}`,
      standing: 'checked',
      message: {
        en: `${sentence(nameEn(shape))} hides ${Math.round(hidden * 100)} % of the window.`,
        zh: `${nameZh(shape)}遮住窗户的 ${Math.round(hidden * 100)}%。`,
      },
    },
  ]
}
