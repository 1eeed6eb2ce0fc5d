import { basins, bathtubs, callButtons, family, grabBars, showerSeats, showers, toilets } from '../categories.ts'
import { accessFacts } from '../facts/access.ts'
import { clearances } from '../facts/clearances.ts'
import type { FindingDraft, RulePack } from '../finding.ts'
import { freeFront } from '../measure/item-clearance.ts'
import type { ItemShape } from '../measure/item-shape.ts'
import { planGap } from '../measure/oriented-box.ts'
import { offAxis } from '../measure/view.ts'
import type { RoomContext } from '../room-context.ts'
import type { RoomRule } from '../rule.ts'
import { metres, metresZh, nameEn, nameZh, sentence } from '../wording.ts'
import { draftOf } from './draft.ts'
import { factOf } from './pairs.ts'

/** Showers big enough for all; heights, bars and calls for those who need them. */
export const checkBathroom: RoomRule = (room, { pack }) => [
  ...checkShowerSize(room, pack),
  ...(pack === 'age-friendly' || pack === 'wheelchair' ? checkCare(room) : []),
  ...(pack === 'wheelchair' ? room.of(basins).flatMap((basin) => checkBasin(basin, room)) : []),
]

const SLACK = 0.015

const checkCare = (room: RoomContext): FindingDraft[] => [
  ...room.of(toilets).flatMap((toilet) => [...checkToiletSeat(toilet), ...checkToiletBars(toilet, room)]),
  ...room.of(basins).flatMap(checkBasinHeight),
  ...room
    .of(showers)
    .flatMap((shower) => [
      ...missing('shower-bar', shower, grabBars, room, accessFacts.shower_grab, 'a grab bar', '扶手'),
      ...missing('shower-seat', shower, showerSeats, room, accessFacts.shower_seat, 'a seat', '淋浴座椅'),
    ]),
  ...room
    .of(bathtubs)
    .flatMap((bath) => missing('bath-bar', bath, grabBars, room, accessFacts.bathtub, 'a grab bar', '扶手')),
  ...room.of(showerSeats).flatMap((seat) => checkShowerSeat(seat)),
  ...[...room.of(toilets), ...room.of(showers)].flatMap((fixture) => checkCall(fixture, room)),
  ...checkBars(room),
]

/** Shorter inner side of a shower that a wheelchair rolls into, metres. */
const ROLL_IN = clearances.shower_clear.generous

const checkShowerSize = (room: RoomContext, pack: RulePack): FindingDraft[] => {
  const fact = clearances.shower_clear
  const least = pack === 'wheelchair' ? ROLL_IN : fact.minimum
  return room.of(showers).flatMap((shower) => {
    const side = Math.min(shower.box.halfWidth, shower.box.halfDepth) * 2
    if (side >= least - SLACK) return []
    return [
      draftOf({
        rule: 'shower-size',
        fact,
        elements: [shower.id],
        measured: side,
        demanded: least,
        severity: pack === 'wheelchair' ? 'note' : 'warning',
        en: `The short side of ${nameEn(shower)} is ${metres(side)}, ${metres(least)} needed.`,
        zh: `${nameZh(shower)}短边 ${metresZh(side)}，需要 ${metresZh(least)}。`,
      }),
    ]
  })
}

/** A cistern stands higher than the seat, which the catalogue builds at this height. */
const seatOf = ({ item, box }: ItemShape): number => {
  const height = box.top - box.bottom
  const isLow = item.variant === 'wall' || height < 0.6
  return box.bottom + (isLow ? height : Math.min(0.44, height * 0.6))
}

const checkToiletSeat = (toilet: ItemShape): FindingDraft[] => {
  const fact = accessFacts.toilet_seat_height
  const height = seatOf(toilet)
  if (height >= fact.minimum - SLACK && height <= fact.maximum + SLACK) return []
  return [
    draftOf({
      rule: 'toilet-height',
      fact,
      elements: [toilet.id],
      measured: height,
      demanded: height < fact.minimum ? fact.minimum : fact.maximum,
      severity: 'warning',
      en: `The seat of ${nameEn(toilet)} is ${metres(height)} high; ${fact.minimum}–${fact.maximum} m is easy to rise from.`,
      zh: `${nameZh(toilet)}座高 ${metresZh(height)}，${fact.minimum}–${fact.maximum} 米便于起身。`,
    }),
  ]
}

/** A hand finds a bar within this of the fixture, metres. */
const AT_HAND = 0.5

/** A bar beside the seat, at the right distance from its middle. */
const checkToiletBars = (toilet: ItemShape, room: RoomContext): FindingDraft[] => {
  const fact = factOf('toilet', 'grab_bar')
  const beside = room.of(grabBars).filter((bar) => planGap(bar.box, toilet.box) <= AT_HAND)
  const none = missing('toilet-bar', toilet, grabBars, room, accessFacts.toilet_grab_h, 'a grab bar', '扶手')
  if (none.length > 0) return none
  const aside = Math.min(...beside.map((bar) => offAxis(toilet, bar.box.x, bar.box.y)))
  if (aside <= fact.maximum! + 0.05) return []
  return [
    draftOf({
      rule: 'toilet-bar-far',
      fact,
      elements: [toilet.id],
      measured: aside,
      demanded: fact.maximum!,
      en: `The nearest bar is ${metres(aside)} from the middle of ${nameEn(toilet)}; ${fact.minimum}–${fact.maximum} m is within reach.`,
      zh: `最近的扶手距${nameZh(toilet)}中线 ${metresZh(aside)}，宜 ${fact.minimum}–${fact.maximum} 米。`,
    }),
  ]
}

const missing = (
  rule: string,
  fixture: ItemShape,
  things: ReadonlySet<string>,
  room: RoomContext,
  fact: { readonly source: string; readonly standing: 'checked' | 'recalled' },
  en: string,
  zh: string,
): FindingDraft[] => {
  if (room.of(things).some((thing) => planGap(thing.box, fixture.box) <= AT_HAND)) return []
  return [
    draftOf({
      rule,
      fact,
      elements: [fixture.id],
      measured: 0,
      demanded: 1,
      unit: 'count',
      severity: 'warning',
      en: `${sentence(nameEn(fixture))} has no ${en.replace(/^an? /, '')} within ${metres(AT_HAND)}.`,
      zh: `${nameZh(fixture)}旁 ${metresZh(AT_HAND)} 内没有${zh}。`,
    }),
  ]
}

const horizontal = family('grab_bar', 'grab_bar_h')
/** Bars may hang this much higher or lower than the row says, metres. */
const BAR_SLACK = 0.05

/** Long bars at 0.70 m. An upright one ends where its row says. */
const checkBars = (room: RoomContext): FindingDraft[] =>
  room.of(grabBars).flatMap((bar) => {
    const isUpright = bar.box.top - bar.box.bottom > bar.box.halfWidth * 2
    if (!isUpright && !horizontal.has(bar.category)) return []
    const fact = isUpright ? accessFacts.toilet_grab_v : accessFacts.toilet_grab_h
    const height = isUpright ? bar.box.top : (bar.box.top + bar.box.bottom) / 2
    if (Math.abs(height - fact.target) <= BAR_SLACK + 0.001) return []
    return [
      draftOf({
        rule: 'bar-height',
        fact,
        elements: [bar.id],
        measured: height,
        demanded: fact.target,
        en: `${sentence(nameEn(bar))} is at ${metres(height)}; ${metres(fact.target)} is right.`,
        zh: `${nameZh(bar)}高 ${metresZh(height)}，宜 ${metresZh(fact.target)}。`,
      }),
    ]
  })

const checkShowerSeat = (seat: ItemShape): FindingDraft[] => {
  const fact = accessFacts.shower_seat
  const { size, variant, shape } = seat.item
  const height = seat.box.bottom + (seat.kind?.surfaces({ size, variant, shape })[0]?.z ?? fact.target)
  if (Math.abs(height - fact.target) <= BAR_SLACK + 0.001) return []
  return [
    draftOf({
      rule: 'shower-seat-height',
      fact,
      elements: [seat.id],
      measured: height,
      demanded: fact.target,
      en: `${sentence(nameEn(seat))} is ${metres(height)} high; ${metres(fact.target)} is right.`,
      zh: `${nameZh(seat)}高 ${metresZh(height)}，宜 ${metresZh(fact.target)}。`,
    }),
  ]
}

/** An arm's length, metres: a call must be within it. */
const ARM = 0.8

const checkCall = (fixture: ItemShape, room: RoomContext): FindingDraft[] => {
  const fact = accessFacts.call_button
  const near = room.of(callButtons).filter((call) => planGap(call.box, fixture.box) <= ARM)
  if (near.length === 0) {
    return [
      draftOf({
        rule: 'call-missing',
        fact,
        elements: [fixture.id],
        measured: 0,
        demanded: 1,
        unit: 'count',
        en: `No emergency call within ${metres(ARM)} of ${nameEn(fixture)}.`,
        zh: `${nameZh(fixture)} ${metresZh(ARM)} 内没有紧急呼叫。`,
      }),
    ]
  }
  // A cord is pulled from its lower end, by somebody on the floor too.
  const low = Math.min(...near.map(({ box }) => box.bottom))
  if (low <= fact.maximum + SLACK) return []
  return [
    draftOf({
      rule: 'call-height',
      fact,
      elements: [fixture.id],
      measured: low,
      demanded: fact.maximum,
      en: `The emergency call at ${nameEn(fixture)} begins at ${metres(low)}; ${fact.minimum}–${fact.maximum} m is reached from the floor.`,
      zh: `${nameZh(fixture)}旁的紧急呼叫最低 ${metresZh(low)}，宜 ${fact.minimum}–${fact.maximum} 米。`,
    }),
  ]
}

/** Highest rim of a basin, metres. */
const RIM = 0.85

const checkBasinHeight = (basin: ItemShape): FindingDraft[] => {
  const rim = basin.box.top
  if (rim <= RIM + SLACK) return []
  return [
    draftOf({
      rule: 'basin-height',
      fact: accessFacts.basin,
      elements: [basin.id],
      measured: rim,
      demanded: RIM,
      en: `The rim of ${nameEn(basin)} is ${metres(rim)} high, at most ${metres(RIM)} for somebody who sits.`,
      zh: `${nameZh(basin)}上沿高 ${metresZh(rim)}，坐姿使用不超过 ${metresZh(RIM)}。`,
    }),
  ]
}

/** Knee space and floor before a basin, metres. */
const KNEES = clearances.basin_knee_space_w_h_d
const FLOOR = 1.1

const checkBasin = (basin: ItemShape, room: RoomContext): FindingDraft[] => {
  const findings: FindingDraft[] = []
  const isClosed = basin.kind?.opens === 'doors' || basin.kind?.opens === 'drawers'
  if (isClosed) {
    findings.push(
      draftOf({
        rule: 'basin-knees',
        fact: KNEES,
        elements: [basin.id],
        measured: 0,
        demanded: KNEES.minimum,
        severity: 'warning',
        en: `${sentence(nameEn(basin))} is closed below: no room for knees, ${metres(KNEES.minimum)} wide needed.`,
        zh: `${nameZh(basin)}下方封闭，膝部放不进去，需要宽 ${metresZh(KNEES.minimum)}。`,
      }),
    )
  }
  const depth = freeFront(basin, room.solids, room.plan, FLOOR)
  if (depth >= FLOOR - SLACK) return findings
  findings.push(
    draftOf({
      rule: 'basin-floor',
      fact: accessFacts.basin_front,
      elements: [basin.id],
      measured: depth,
      demanded: FLOOR,
      en: `Before ${nameEn(basin)} there is ${metres(depth)} for a wheelchair, ${metres(FLOOR)} needed.`,
      zh: `${nameZh(basin)}前供轮椅停放的深度 ${metresZh(depth)}，需要 ${metresZh(FLOOR)}。`,
    }),
  )
  return findings
}
