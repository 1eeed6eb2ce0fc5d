import { beds, mirrors, sofas, toilets, tvs } from '../categories.ts'
import { accessFacts } from '../facts/access.ts'
import type { FindingDraft } from '../finding.ts'
import { type ItemShape, planParts } from '../measure/item-shape.ts'
import { boxFront, boxPoint, toBoxFrame } from '../measure/oriented-box.ts'
import { facesOf } from '../measure/view.ts'
import type { RoomContext } from '../room-context.ts'
import type { HomeRule, RoomRule } from '../rule.ts'
import { metres, metresZh, nameEn, nameZh, sentence } from '../wording.ts'
import { draftOf } from './draft.ts'
import { factOf } from './pairs.ts'

/** What is seen from where: windows in screens, the door from the sofa, mirrors from the bed. */
export const checkSight: RoomRule = (room, { pack }) => [
  ...checkScreenGlare(room),
  ...(pack === 'age-friendly' ? [...checkTwoWay(room), ...checkMirrors(room)] : []),
]

const COS_30 = Math.cos(Math.PI / 6)
const COS_45 = Math.cos(Math.PI / 4)
/** Windows farther away than this from a screen are dim, metres. */
const GLARE_REACH = 5

/** Before the screen a window is mirrored in it; behind the screen it dazzles. */
const checkScreenGlare = (room: RoomContext): FindingDraft[] =>
  room.of(tvs).flatMap((tv) => {
    const [fx, fy] = boxFront(tv.box)
    return room.plan.windows.flatMap((window) => {
      const dx = window.at[0] - tv.box.x
      const dy = window.at[1] - tv.box.y
      const distance = Math.hypot(dx, dy)
      const cosine = distance === 0 ? 1 : Math.abs(dx * fx + dy * fy) / distance
      if (cosine <= COS_30 || distance > GLARE_REACH) return []
      const isBehind = dx * fx + dy * fy < 0
      return [
        draftOf({
          rule: 'tv-glare',
          fact: factOf('tv', 'window'),
          elements: [tv.id, window.id],
          measured: Math.acos(Math.min(1, cosine)),
          demanded: Math.PI / 6,
          unit: 'rad',
          en: isBehind
            ? `The window behind ${nameEn(tv)} dazzles whoever watches.`
            : `The window opposite ${nameEn(tv)} mirrors in the screen.`,
          zh: isBehind ? `${nameZh(tv)}背后的窗户晃眼。` : `${nameZh(tv)}正对窗户，屏幕会反光。`,
        }),
      ]
    })
  })

/** Higher than the eyes of somebody who sits, metres. */
const EYES = 1.2

/** Whether nothing higher than seated eyes stands between two points. */
const isSeen = (
  room: RoomContext,
  from: readonly [number, number],
  to: readonly [number, number],
  own: ItemShape,
): boolean =>
  room.solids.every(
    (solid) => solid === own || solid.box.top <= EYES || planParts(solid).every((part) => !isCut(part, from, to)),
  )

/** Whether a line of sight runs through a box (clipped in the box's frame). */
const isCut = (box: ItemShape['box'], from: readonly [number, number], to: readonly [number, number]): boolean => {
  const a = toBoxFrame(box, from[0], from[1])
  const b = toBoxFrame(box, to[0], to[1])
  let low = 0
  let high = 1
  for (const [start, end, half] of [
    [a[0], b[0], box.halfWidth],
    [a[1], b[1], box.halfDepth],
  ] as const) {
    const step = end - start
    if (Math.abs(step) < 1e-9) {
      if (Math.abs(start) >= half) return false
      continue
    }
    low = Math.max(low, Math.min((-half - start) / step, (half - start) / step))
    high = Math.min(high, Math.max((-half - start) / step, (half - start) / step))
  }
  return low < high
}

/** From the main seat the way in is seen. */
const checkTwoWay = (room: RoomContext): FindingDraft[] => {
  const seat = [...room.of(sofas)].sort((a, b) => b.box.halfWidth - a.box.halfWidth)[0]
  if (room.plan.room.type !== 'living_room' || !seat || room.plan.doors.length === 0) return []
  const [fx, fy] = boxFront(seat.box)
  const isBefore = ([x, y]: readonly [number, number]): boolean =>
    (x - seat.box.x) * fx + (y - seat.box.y) * fy > -0.5 * Math.hypot(x - seat.box.x, y - seat.box.y)
  if (room.plan.doors.some(({ at }) => isBefore(at) && isSeen(room, [seat.box.x, seat.box.y], at, seat))) return []
  return [
    draftOf({
      rule: 'seat-to-door-view',
      fact: accessFacts.two_way_view,
      elements: [seat.id],
      measured: 0,
      demanded: 1,
      unit: 'count',
      en: `From ${nameEn(seat)} no door is in view: who sits there does not see who comes in.`,
      zh: `从${nameZh(seat)}看不到门，坐着的人看不见谁进来。`,
    }),
  ]
}

/** Farther away a mirror shows too little to frighten, metres. */
const MIRROR_REACH = 4

const checkMirrors = (room: RoomContext): FindingDraft[] =>
  room.of(beds).flatMap((bed) =>
    room.of(mirrors).flatMap((mirror) => {
      const distance = Math.hypot(mirror.box.x - bed.box.x, mirror.box.y - bed.box.y)
      const facing = Math.min(facesOf(mirror, bed), facesOf(bed, mirror))
      if (distance > MIRROR_REACH || facing <= COS_45) return []
      return [
        draftOf({
          rule: 'mirror-at-bed',
          fact: accessFacts.dementia_sightline,
          elements: [mirror.id, bed.id],
          measured: Math.acos(Math.min(1, facing)),
          demanded: Math.PI / 4,
          unit: 'rad',
          en: `${sentence(nameEn(mirror))} looks at ${nameEn(bed)}: somebody with dementia may take it for a stranger.`,
          zh: `${nameZh(mirror)}正对${nameZh(bed)}，认知障碍者可能把镜中人当作陌生人。`,
        }),
      ]
    }),
  )

/** Longest way from bed to toilet at night, metres, as the row of the night light says. */
const NIGHT_WAY = 8

/** From the bed the bathroom's door is seen, and the toilet is not far. */
export const checkToiletWay: HomeRule = ({ rooms }, { pack }) => {
  if (pack !== 'age-friendly') return []
  const pans = rooms.flatMap((room) => room.of(toilets))
  const bathDoors = new Set(
    rooms.filter((room) => room.of(toilets).length > 0).flatMap(({ plan }) => plan.doors.map(({ id }) => id)),
  )
  return rooms.flatMap((room) =>
    room.of(beds).flatMap((bed) => [...checkDoorSight(room, bed, bathDoors), ...checkNightWay(bed, room, pans)]),
  )
}

const checkDoorSight = (room: RoomContext, bed: ItemShape, bathDoors: ReadonlySet<string>): FindingDraft[] => {
  const doors = room.plan.doors.filter(({ id }) => bathDoors.has(id))
  const head = boxPoint(bed.box, 0, bed.box.halfDepth * 0.7)
  if (doors.length === 0 || doors.some(({ at }) => isSeen(room, head, at, bed))) return []
  return [
    draftOf({
      rule: 'toilet-sight',
      fact: accessFacts.dementia_sightline,
      elements: [bed.id, doors[0]!.id],
      measured: 0,
      demanded: 1,
      unit: 'count',
      en: `From ${nameEn(bed)} the bathroom door is hidden; in view it is found at night.`,
      zh: `从${nameZh(bed)}看不到卫生间的门，看得到夜里才找得到。`,
    }),
  ]
}

const checkNightWay = (bed: ItemShape, room: RoomContext, pans: readonly ItemShape[]): FindingDraft[] => {
  const same = pans.filter(({ item }) => item.level === bed.item.level)
  if (same.length === 0 || bed.category === 'crib') return []
  const way = Math.min(...same.map(({ box }) => Math.hypot(box.x - bed.box.x, box.y - bed.box.y)))
  if (way <= NIGHT_WAY) return []
  return [
    draftOf({
      rule: 'bed-to-toilet',
      fact: accessFacts.night_light,
      elements: [bed.id, room.plan.id],
      measured: way,
      demanded: NIGHT_WAY,
      en: `From ${nameEn(bed)} to the nearest toilet it is ${metres(way)} as the crow flies, ${metres(NIGHT_WAY)} is enough at night.`,
      zh: `${nameZh(bed)}到最近的马桶直线 ${metresZh(way)}，夜间不宜超过 ${metresZh(NIGHT_WAY)}。`,
    }),
  ]
}
