import {
  bedRails,
  beds,
  callButtons,
  desks,
  diningTables,
  entrySeats,
  hungStorage,
  loungeSeats,
  nightLights,
  sockets,
  switches,
} from '../categories.ts'
import { accessFacts } from '../facts/access.ts'
import { clearances } from '../facts/clearances.ts'
import type { FindingDraft, RulePack } from '../finding.ts'
import { boxRings, clearDepth } from '../measure/clear-depth.ts'
import { type ItemShape, planParts } from '../measure/item-shape.ts'
import { boxPoint, createBox, planGap, planPenetration, pointToBox } from '../measure/oriented-box.ts'
import type { RoomContext } from '../room-context.ts'
import type { RoomRule } from '../rule.ts'
import { metres, metresZh, nameEn, nameZh, roomEn, roomZh, sentence } from '../wording.ts'
import { draftOf } from './draft.ts'

/** Heights, calls, lights and places that old age and a wheelchair ask for. */
export const checkCare: RoomRule = (room, { pack }) => {
  if (pack !== 'age-friendly' && pack !== 'wheelchair') return []
  return [
    ...checkBedSpacing(room, pack),
    ...room.of(beds).flatMap((bed) => [...checkBedside(bed, room)]),
    ...checkHeights(room, pack),
    ...checkLight(room),
    ...checkSticking(room),
    ...checkEntrance(room, pack),
    ...(pack === 'wheelchair' ? checkLatches(room) : []),
  ]
}

const SLACK = 0.015

/** Long sides of neighbouring beds. */
const checkBedSpacing = (room: RoomContext, pack: RulePack): FindingDraft[] => {
  const fact = pack === 'wheelchair' ? accessFacts.bed_between : accessFacts.care_room_bed_spacing
  const all = room.of(beds).filter(({ role }) => role === 'solid')
  return all.flatMap((bed, at) =>
    all.slice(at + 1).flatMap((other) => {
      const gap = planGap(bed.box, other.box)
      const isParallel = Math.abs(bed.box.cos * other.box.cos + bed.box.sin * other.box.sin) > 0.9
      if (!isParallel || gap >= fact.minimum - SLACK) return []
      return [
        draftOf({
          rule: 'bed-to-bed',
          fact,
          elements: [bed.id, other.id],
          measured: gap,
          demanded: fact.minimum,
          severity: 'warning',
          en: `Between ${nameEn(bed)} and ${nameEn(other)} there is ${metres(gap)}, ${metres(fact.minimum)} needed to help somebody.`,
          zh: `${nameZh(bed)}与${nameZh(other)}之间 ${metresZh(gap)}，护理需要 ${metresZh(fact.minimum)}。`,
        }),
      ]
    }),
  )
}

/** From the pillow end: a rail within this, a call within an arm, a night light within sight, metres. */
const RAIL = 0.5
const ARM = 0.8
const GLOW = 3

const checkBedside = (bed: ItemShape, room: RoomContext): FindingDraft[] => {
  if (bed.role !== 'solid' || bed.category === 'crib') return []
  const [x, y] = boxPoint(bed.box, 0, bed.box.halfDepth - 0.3)
  const has = (things: ReadonlySet<string>, reach: number): boolean =>
    room.of(things).some((thing) => pointToBox(thing.box, x, y) <= bed.box.halfWidth + reach)
  const lack = (rule: string, fact: Source, reach: number, en: string, zh: string): FindingDraft =>
    draftOf({
      rule,
      fact,
      elements: [bed.id],
      measured: 0,
      demanded: 1,
      unit: 'count',
      en: `No ${en} within ${metres(reach)} of the pillow end of ${nameEn(bed)}.`,
      zh: `${nameZh(bed)}枕端 ${metresZh(reach)} 内没有${zh}。`,
    })
  return [
    ...(bed.category === 'care_bed' || has(bedRails, RAIL)
      ? []
      : [lack('bed-rail', accessFacts.bed_rail, RAIL, 'rail or grab bar', '床栏或扶手')]),
    ...(has(callButtons, ARM) ? [] : [lack('bed-call', accessFacts.call_button, ARM, 'emergency call', '紧急呼叫')]),
    ...(has(nightLights, GLOW) ? [] : [lack('night-light', accessFacts.night_light, GLOW, 'night light', '夜灯')]),
  ]
}

type Source = { readonly source: string; readonly standing: 'checked' | 'recalled' }

/** Tables, and the highest reach, metres, as the rows say. */
const TABLE = { least: 0.72, most: 0.76 }
const REACH = { standing: 1.4, seated: clearances.reach_range_seated.generous }
const SWITCH = { least: 0.9, most: 1.1 }
const SOCKET = { least: 0.4, most: 0.6 }

const checkHeights = (room: RoomContext, pack: RulePack): FindingDraft[] => {
  const seat = accessFacts.chair_seat
  const storage = pack === 'wheelchair' ? clearances.reach_range_seated : accessFacts.storage_height
  const most = pack === 'wheelchair' ? REACH.seated : REACH.standing
  const middle = ({ box }: ItemShape): number => (box.bottom + box.top) / 2
  return [
    ...room.of(loungeSeats).flatMap((shape) => {
      const { size, variant, shape: form } = shape.item
      const height = shape.kind?.surfaces({ size, variant, shape: form })[0]?.z
      return height === undefined ? [] : within('seat-height', shape, height, seat.minimum, seat.maximum, seat)
    }),
    ...[...room.of(diningTables), ...room.of(desks)].flatMap((table) =>
      table.category === 'kids_table' || table.category === 'bar_table'
        ? []
        : within('table-height', table, table.box.top, TABLE.least, TABLE.most, accessFacts.table),
    ),
    ...room.of(hungStorage).flatMap((shape) => within('storage-reach', shape, shape.box.bottom, 0, most, storage)),
    ...room
      .of(switches)
      .flatMap((shape) => within('switch-height', shape, middle(shape), SWITCH.least, SWITCH.most, accessFacts.switch)),
    ...room
      .of(sockets)
      .flatMap((shape) => within('socket-height', shape, middle(shape), SOCKET.least, SOCKET.most, accessFacts.switch)),
  ]
}

const within = (
  rule: string,
  shape: ItemShape,
  height: number,
  least: number,
  most: number,
  fact: Source,
): FindingDraft[] => {
  if (height >= least - SLACK && height <= most + SLACK) return []
  const isLow = height < least
  const demanded = isLow ? least : most
  return [
    draftOf({
      rule,
      fact,
      elements: [shape.id],
      measured: height,
      demanded,
      en: `${sentence(nameEn(shape))} is used at ${metres(height)}; ${isLow ? 'at least' : 'at most'} ${metres(demanded)} is easy.`,
      zh: `${nameZh(shape)}使用高度 ${metresZh(height)}，${isLow ? '不低于' : '不高于'} ${metresZh(demanded)} 为宜。`,
    }),
  ]
}

/** Light that old eyes want, lux, and the share of the lamps' light that reaches the floor. */
const LUX = 200
const USED_LIGHT = 0.5
const lit = new Set(['living_room', 'bedroom', 'kitchen', 'bathroom', 'dining_room', 'study'])

const checkLight = (room: RoomContext): FindingDraft[] => {
  const { plan, shapes } = room
  if (!lit.has(plan.room.type) || plan.area <= 0) return []
  const lumens = shapes.reduce((sum, { kind }) => sum + (kind?.light?.lumens ?? 0), 0)
  const lux = (lumens * USED_LIGHT) / plan.area
  if (lux >= LUX) return []
  return [
    draftOf({
      rule: 'light-level',
      fact: accessFacts.light_level,
      elements: [plan.id],
      measured: lux,
      demanded: LUX,
      unit: 'lx',
      en: `The lamps of ${roomEn(plan)} give about ${Math.round(lux)} lx, ${LUX} lx is good for old eyes.`,
      zh: `${roomZh(plan)}灯光约 ${Math.round(lux)} 勒克斯，老年人宜 ${LUX} 勒克斯。`,
    }),
  ]
}

/** A cane finds what begins below the first height; heads pass under the second; this far out is harmless, metres. */
const CANE = 0.685
const HEAD = 2.03
const OUT = 0.1

/** Hung things over free floor, which a cane does not find. */
const checkSticking = (room: RoomContext): FindingDraft[] =>
  room.shapes.flatMap((shape) => {
    const out = shape.box.halfDepth * 2
    const { bottom } = shape.box
    if (shape.role !== 'hung' || shape.support.on !== 'wall' || out <= OUT + SLACK) return []
    if (bottom <= CANE || bottom >= HEAD) return []
    const isOverFloor = room.solids.every(
      (solid) => solid === shape || planParts(solid).every((part) => planPenetration(part, shape.box) <= 0),
    )
    if (!isOverFloor) return []
    return [
      draftOf({
        rule: 'sticking-out',
        fact: accessFacts.path_obstacles,
        elements: [shape.id],
        measured: out,
        demanded: OUT,
        en: `${sentence(nameEn(shape))} sticks out ${metres(out)} over free floor where a cane does not find it; ${metres(OUT)} is harmless.`,
        zh: `${nameZh(shape)}在通行处上方伸出 ${metresZh(out)}，手杖探不到，不宜超过 ${metresZh(OUT)}。`,
      }),
    ]
  })

/** Half the width of a parked wheelchair (0.80 × 1.20 m), metres. */
const PARKED = 0.4

const checkEntrance = (room: RoomContext, pack: RulePack): FindingDraft[] => {
  if (room.plan.room.type !== 'entrance') return []
  const findings: FindingDraft[] = []
  if (room.of(entrySeats).length === 0)
    findings.push(
      draftOf({
        rule: 'entry-seat',
        fact: accessFacts.entry_seat,
        elements: [room.plan.id],
        measured: 0,
        demanded: 1,
        unit: 'count',
        en: `${sentence(roomEn(room.plan))} has no seat to change shoes on.`,
        zh: `${roomZh(room.plan)}没有换鞋的座位。`,
      }),
    )
  if (pack !== 'wheelchair') return findings
  const widest = room.free().clearance.reduce((best, radius) => Math.max(best, radius), 0)
  if (widest >= PARKED - room.free().cell / 2) return findings
  findings.push(
    draftOf({
      rule: 'wheelchair-place',
      fact: accessFacts.wheelchair_store,
      elements: [room.plan.id],
      measured: widest * 2,
      demanded: PARKED * 2,
      en: `No place to park a wheelchair: the free floor is ${metres(widest * 2)} wide, ${metres(PARKED * 2)} needed.`,
      zh: `没有停放轮椅的位置：空地宽 ${metresZh(widest * 2)}，需要 ${metresZh(PARKED * 2)}。`,
    }),
  )
  return findings
}

/** Free wall beside the handle, for whoever pulls the door from a wheelchair. */
const checkLatches = (room: RoomContext): FindingDraft[] => {
  const fact = clearances.latch_side_wall
  return room.plan.doors.flatMap((door) => {
    const { latch, hinge, inward, yaw } = door
    if (!latch || !hinge) return []
    const slot = createBox(latch[0] + inward[0] * 0.15, latch[1] + inward[1] * 0.15, yaw, 0.002, 0.2)
    const towards = (latch[0] - hinge[0]) * slot.cos + (latch[1] - hinge[1]) * slot.sin
    const rings = boxRings(room.solids.flatMap((solid) => [...planParts(solid)]))
    const walls = [room.plan.polygon, ...room.plan.holes]
    const free = clearDepth(slot, towards > 0 ? 'right' : 'left', rings, walls, fact.minimum)
    if (free >= fact.minimum - SLACK) return []
    return [
      draftOf({
        rule: 'latch-side',
        fact,
        elements: [door.id],
        measured: free,
        demanded: fact.minimum,
        severity: 'warning',
        en: `Beside the handle of the door there is ${metres(free)}, ${metres(fact.minimum)} needed to pull it from a wheelchair.`,
        zh: `门把手一侧只有 ${metresZh(free)}，轮椅使用者开门需要 ${metresZh(fact.minimum)}。`,
      }),
    ]
  })
}
