import { family } from '../categories.ts'
import { accessFacts } from '../facts/access.ts'
import { clearances } from '../facts/clearances.ts'
import { roomMinimums } from '../facts/room-minimums.ts'
import type { FindingDraft } from '../finding.ts'
import type { RoomPlan } from '../measure/room-plan.ts'
import type { RoomContext } from '../room-context.ts'
import type { RoomRule } from '../rule.ts'
import { metres, metresZh, roomEn, roomZh, sentence } from '../wording.ts'
import { draftOf } from './draft.ts'

/** Rooms too narrow or too low, doors too small, sills too low: the building's own measures, which no furniture mends. */
export const checkRoomShape: RoomRule = (room, { pack }) => [
  ...checkWidth(room, pack === 'wheelchair', pack !== 'general'),
  ...checkHeight(room),
  ...checkDoors(room),
  ...(pack === 'child' ? checkSills(room) : []),
]

const SLACK = 0.015
const sleeping = family('bedroom', 'kids_room', 'nursery')
const livedIn = family('living_room', 'bedroom', 'kids_room', 'nursery', 'study', 'dining_room')
const balconies = family('balcony', 'terrace')

type WidthFact = { readonly least: number; readonly source: string; readonly standing: 'checked' | 'recalled' }

const checkWidth = (room: RoomContext, isAccessible: boolean, isCare: boolean): FindingDraft[] => {
  const fact = widthFact(room.plan.room.type, isAccessible, isCare)
  if (!fact) return []
  const width = narrowSide(room.plan)
  if (width >= fact.least - SLACK) return []
  return [
    draftOf({
      rule: 'room-width',
      fact,
      elements: [room.plan.id],
      measured: width,
      demanded: fact.least,
      en: `${sentence(roomEn(room.plan))} is ${metres(width)} wide at its short side, ${metres(fact.least)} is the least for its use.`,
      zh: `${roomZh(room.plan)}短边 ${metresZh(width)}，此用途至少 ${metresZh(fact.least)}。`,
    }),
  ]
}

const widthFact = (type: string, isAccessible: boolean, isCare: boolean): WidthFact | undefined => {
  if (balconies.has(type)) {
    // The row's number is the wheelchair's; 1.20 m is the standing user's.
    return isCare ? { ...accessFacts.balcony, least: isAccessible ? accessFacts.balcony.minimum : 1.2 } : undefined
  }
  if (type === 'entrance') {
    const fact = clearances.entry_hall_clear_width
    return { ...fact, least: fact.minimum }
  }
  if (type === 'hallway' || type === 'corridor') {
    const fact = clearances.corridor_in_dwelling_to_bedroom_living
    return { ...fact, least: fact.minimum }
  }
  const rows = roomMinimums
  const row = sleeping.has(type)
    ? isAccessible
      ? rows.bedroom_single_accessible
      : rows.bedroom_single
    : type === 'living_room'
      ? isAccessible
        ? rows.living_accessible
        : rows.living
      : type === 'kitchen'
        ? isAccessible
          ? rows.kitchen_accessible
          : rows.kitchen
        : type === 'bathroom'
          ? isAccessible
            ? rows.bathroom_3_accessible
            : rows.bathroom_3_fixtures
          : undefined
  return row && { source: row.source, standing: row.standing, least: row.shortSide }
}

/** The smallest distance between two parallels to a wall that hold the room between them, metres. */
const narrowSide = ({ polygon }: RoomPlan): number => {
  let least = Number.POSITIVE_INFINITY
  for (let at = 0, last = polygon.length - 1; at < polygon.length; last = at++) {
    const [dx, dy] = [polygon[at]![0] - polygon[last]![0], polygon[at]![1] - polygon[last]![1]]
    const length = Math.hypot(dx, dy)
    if (length < 0.01) continue
    const across = polygon.map(([x, y]) => (x * dy - y * dx) / length)
    least = Math.min(least, Math.max(...across) - Math.min(...across))
  }
  return least
}

const checkHeight = ({ plan }: RoomContext): FindingDraft[] => {
  const fact = roomMinimums.net_height_living_bedroom
  if (!livedIn.has(plan.room.type) || plan.height >= fact.height - SLACK) return []
  return [
    draftOf({
      rule: 'room-height',
      fact,
      elements: [plan.id],
      measured: plan.height,
      demanded: fact.height,
      en: `${sentence(roomEn(plan))} is ${metres(plan.height)} high, ${metres(fact.height)} is the least.`,
      zh: `${roomZh(plan)}净高 ${metresZh(plan.height)}，至少 ${metresZh(fact.height)}。`,
    }),
  ]
}

const doorFact = (type: string) =>
  type === 'bathroom'
    ? clearances.door_opening_bath
    : type === 'kitchen'
      ? clearances.door_opening_kitchen
      : sleeping.has(type)
        ? clearances.door_opening_bedroom_living
        : undefined

const checkDoors = ({ plan }: RoomContext): FindingDraft[] => {
  const fact = doorFact(plan.room.type)
  // A door to a smaller room beyond (a bath off a bedroom) is that room's; the widest is the room's own.
  const door = plan.doors.reduce((best, next) => (best && best.width >= next.width ? best : next), plan.doors[0])
  if (!fact || !door || door.width >= fact.minimum - SLACK) return []
  return [
    draftOf({
      rule: 'door-opening',
      fact,
      elements: [door.id, plan.id],
      measured: door.width,
      demanded: fact.minimum,
      en: `The door of ${roomEn(plan)} is ${metres(door.width)} wide, ${metres(fact.minimum)} is usual at least.`,
      zh: `${roomZh(plan)}的门洞宽 ${metresZh(door.width)}，通常至少 ${metresZh(fact.minimum)}。`,
    }),
  ]
}

const checkSills = ({ plan }: RoomContext): FindingDraft[] => {
  const fact = clearances.window_sill_guard
  return plan.windows.flatMap((window) => {
    if (window.sill >= fact.minimum - SLACK) return []
    return [
      draftOf({
        rule: 'window-guard',
        fact,
        elements: [window.id],
        measured: window.sill,
        demanded: fact.minimum,
        severity: 'warning',
        en: `The sill is ${metres(window.sill)} high: below ${metres(fact.minimum)} the window needs a guard.`,
        zh: `窗台高 ${metresZh(window.sill)}，低于 ${metresZh(fact.minimum)} 需要防护栏。`,
      }),
    ]
  })
}
