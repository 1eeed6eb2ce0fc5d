import { clearances } from '../facts/clearances.ts'
import type { FindingDraft } from '../finding.ts'
import type { ItemShape } from '../measure/item-shape.ts'
import { clearDepthBefore, DOOR_APPROACH, hiddenWindowShare, stripParts } from '../measure/opening-clearance.ts'
import { heightOverlap, planPenetration } from '../measure/oriented-box.ts'
import { openingStrip, type RoomOpening, swingPenetration } from '../measure/room-plan.ts'
import type { Rule } from '../room-context.ts'
import { metres, metresZh, nameEn, nameZh, sentence } from '../wording.ts'

/** Touching the edge of a swept area is not standing in it. */
const TOUCH = 0.01

/** Leaves swing free, people get through, light comes in. */
export const checkOpenings: Rule = ({ rooms }) => {
  const findings: FindingDraft[] = []
  for (const { plan, shapes, solids } of rooms) {
    for (const door of plan.doors) {
      for (const shape of solids) findings.push(...checkSwing(door, shape))
      findings.push(...checkApproach(door, solids))
    }
    for (const window of plan.windows) for (const shape of shapes) findings.push(...checkWindow(window, shape))
  }
  return findings
}

const checkSwing = (door: RoomOpening, shape: ItemShape): FindingDraft[] => {
  const depth = Math.max(
    0,
    ...stripParts(shape)
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
    stripParts(shape).some((part) => planPenetration(strip, part) > TOUCH && heightOverlap(strip, part) > 0),
  )
  if (inside.length === 0) return []
  const depth = clearDepthBefore(door, inside, wanted)
  if (depth >= wanted - TOUCH) return []
  const nearest = inside[0]!
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
