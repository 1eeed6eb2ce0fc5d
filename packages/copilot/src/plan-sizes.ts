import { findKind } from '@enfilade/catalogue'
import type { Brief, BriefObject, PlanBrief } from '@enfilade/layout'

/** Width of table that a diner takes, and floor behind chairs to sit down and pass: to the ends and to the sides. Metres. */
const PLACE = 0.6
const BEHIND_ENDS = 0.95
const BEHIND_SIDES = 1.3
/** Floor of a room over the footprints of the furniture that was named for it. */
const LOOSE = 3.2
/** Things that would need more than this are no furniture of one room: it keeps its usual size, m². */
const MOST = 48

const tables = /(?:dining|meeting|conference|mahjong|kids)_table$|^table$/
const seats = /chair|stool|bench/

/**
 * A room of which no size was said is made large enough for the things that were: all seats round their tables, and
 * floor to walk between what stands.
 */
export function sizeForThings(plan: PlanBrief, { objects }: Brief): PlanBrief {
  const [room] = plan.rooms
  if (!room || !mayGrow(plan)) return plan
  const table = objects.filter(({ category }) => tables.test(category)).map((object) => tableFloor(object, objects))
  const others = objects.filter(({ category }) => !tables.test(category) && !(table.length > 0 && seats.test(category)))
  const seated = table.reduce((sum, [width, depth]) => sum + width * depth, 0)
  const standing = others.reduce((sum, object) => sum + footprint(object), 0)
  const area = seated + LOOSE * standing * (table.length > 0 ? 0.6 : 1)
  return area < 4 || area > MOST ? plan : { ...plan, rooms: [{ ...room, area: { min: Math.round(area * 10) / 10 } }] }
}

/** Whether the plan is of one room of which nobody said how large it is. */
export const mayGrow = ({ rooms, totalArea }: PlanBrief): boolean => {
  const [room] = rooms
  const isSized = room?.area || room?.size || room?.shape?.type === 'ring' || room?.shape?.type === 'walls'
  return rooms.length === 1 && !isSized && !totalArea
}

/** Floor that a table needs with everybody seated: [along, across], metres. */
function tableFloor(table: BriefObject, objects: readonly BriefObject[]): readonly [number, number] {
  const chairs = objects.filter(({ category }) => seats.test(category)).reduce((sum, { count }) => sum + count.min, 0)
  const diners = Math.max(table.seats ?? 0, chairs)
  const typical = findKind(table.category)?.size.typical ?? [1.4, 0.8, 0.75]
  const said = table.size?.width?.exact ?? table.size?.width?.min
  const length = Math.max(said ?? typical[0], Math.ceil(diners / 2) * placeOf(table, objects))
  const depth = table.size?.depth?.exact ?? Math.min(1, typical[1])
  return [length + 2 * BEHIND_ENDS, depth + 2 * BEHIND_SIDES]
}

/** Width of table edge that a seat takes: office chairs are wider than the place before them. */
const placeOf = ({ category }: BriefObject, objects: readonly BriefObject[]): number => {
  const named = objects.filter((object) => seats.test(object.category)).map((object) => object.category)
  const kinds = named.length > 0 ? named : category === 'meeting_table' ? ['office_chair'] : []
  return Math.max(PLACE, ...kinds.map((kind) => (findKind(kind)?.size.typical[0] ?? PLACE) + 0.04))
}

const footprint = (object: BriefObject): number => {
  const kind = findKind(object.category)
  if (kind && (kind.mount !== 'floor' || kind.walkable)) return 0
  const [width, depth] = kind?.size.typical ?? [0.8, 0.6]
  const [w, d] = [object.size?.width?.exact ?? width, object.size?.depth?.exact ?? depth]
  return Math.max(1, Math.min(20, object.count.min)) * w * d
}
