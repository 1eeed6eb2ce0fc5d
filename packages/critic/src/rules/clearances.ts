import {
  basins,
  beds,
  chairs,
  coffeeTables,
  cookers,
  diningTables,
  doubleBeds,
  loungeSeats,
  lowLegroom,
  openTables,
  sinks,
  tableSeats,
  toilets,
  wardrobes,
} from '../categories.ts'
import { accessFacts } from '../facts/access.ts'
import { clearances } from '../facts/clearances.ts'
import type { Fact } from '../facts/fact.ts'
import type { FindingDraft, RulePack, Standing } from '../finding.ts'
import { freeFront, freeSide } from '../measure/item-clearance.ts'
import type { ItemShape } from '../measure/item-shape.ts'
import { barsWay } from '../room-context.ts'
import type { ItemRule, Surroundings } from '../rule.ts'
import { metres, metresZh, nameEn, nameZh, sentence } from '../wording.ts'

type FrontDemand = {
  readonly minimum: number
  readonly recommended: number
  readonly source: string
  readonly standing: Standing
}

/** Room to open, to sit down and to stand before things. */
export const checkClearances: ItemRule = (shape, around, { pack }) => {
  if (!barsWay(shape)) return []
  if (beds.has(shape.category)) return checkBedSides(shape, around, pack)
  return diningTables.has(shape.category) ? checkTableSides(shape, around) : checkFront(shape, around)
}

const fromFact = (fact: Fact): FrontDemand => ({
  minimum: fact.minimum ?? 0,
  recommended: fact.recommended ?? fact.minimum ?? 0,
  source: fact.source,
  standing: fact.standing,
})

/** Free depth that the front of a thing needs; undefined: none. */
export const frontDemand = (shape: ItemShape): FrontDemand | undefined => {
  const { category, kind } = shape
  // What hangs over other things is used from before those.
  if (shape.role === 'hung' && !toilets.has(category) && !basins.has(category)) return undefined
  if (tableSeats.has(category) || chairs.has(category) || lowLegroom.has(category) || coffeeTables.has(category))
    return undefined
  if (wardrobes.has(category)) return fromFact(clearances.wardrobe_front_hinged)
  if (toilets.has(category)) return fromFact(clearances.toilet_front)
  if (basins.has(category)) return fromFact(clearances.basin_front)
  if (loungeSeats.has(category)) return fromFact(clearances.seat_front)
  if (cookers.has(category) || sinks.has(category)) return fromFact(clearances.kitchen_work_aisle)
  if (openTables.has(category) && kind?.functionalSides.length === 1) return fromFact(clearances.desk_chair_zone)
  if (!kind?.functionalSides.includes('front') || kind.clearance.front.min <= 0) return undefined
  const { min, recommended } = kind.clearance.front
  return { minimum: min, recommended, source: kind.source, standing: 'recalled' }
}

/** Under this share of the minimum a thing cannot be used at all. */
const UNUSABLE = 0.5

const checkFront = (shape: ItemShape, room: Surroundings): FindingDraft[] => {
  const demand = frontDemand(shape)
  if (!demand) return []
  const depth = freeFront(shape, room.solids, room.plan, demand.recommended)
  if (depth >= demand.minimum - 0.01) return []
  return [
    {
      rule: 'front-clearance',
      elements: [shape.id],
      measured: depth,
      demanded: demand.minimum,
      unit: 'm',
      severity: depth < demand.minimum * UNUSABLE ? 'error' : 'warning',
      source: demand.source,
      standing: demand.standing,
      message: {
        en: `${sentence(nameEn(shape))} has ${metres(depth)} free in front, ${metres(demand.minimum)} needed (${metres(demand.recommended)} is comfortable).`,
        zh: `${nameZh(shape)}前方只有 ${metresZh(depth)}，需要 ${metresZh(demand.minimum)}（宜 ${metresZh(demand.recommended)}）。`,
      },
    },
  ]
}

/** A single bed needs one free side, a double bed two; a wheelchair 0.90 m on one. */
const checkBedSides = (shape: ItemShape, room: Surroundings, pack: RulePack): FindingDraft[] => {
  const fact = clearances.bed_side_access
  const wide = accessFacts.bed_access
  const sides = (['left', 'right'] as const)
    .map((side) => freeSide(shape, side, room.solids, room.plan, 1.5))
    .sort((a, b) => b - a)
  const findings: FindingDraft[] = []
  const demand = (
    measured: number,
    demanded: number,
    which: { en: string; zh: string },
    source: string,
    standing: Standing,
    isOnly: boolean,
  ): void => {
    if (measured >= demanded - 0.01) return
    findings.push({
      rule: isOnly ? 'bed-access' : 'bed-second-side',
      elements: [shape.id],
      measured,
      demanded,
      unit: 'm',
      severity: isOnly ? 'error' : 'warning',
      source,
      standing,
      message: {
        en: `${sentence(nameEn(shape))} has ${metres(measured)} free on ${which.en}, ${metres(demanded)} needed.`,
        zh: `${nameZh(shape)}${which.zh}只有 ${metresZh(measured)}，需要 ${metresZh(demanded)}。`,
      },
    })
  }
  const isCare = pack === 'wheelchair' || pack === 'age-friendly' || shape.category === 'care_bed'
  if (isCare)
    demand(sides[0]!, wide.minimum, { en: 'its better side', zh: '较宽一侧' }, wide.source, wide.standing, true)
  else demand(sides[0]!, fact.minimum, { en: 'its better side', zh: '较宽一侧' }, fact.source, fact.standing, true)
  if (doubleBeds.has(shape.category) || isCare) {
    demand(sides[1]!, fact.minimum, { en: 'the other side', zh: '另一侧' }, fact.source, fact.standing, false)
  }
  return findings
}

/** Behind the seats of a table: from the table's edge, where somebody sits. */
const checkTableSides = (shape: ItemShape, room: Surroundings): FindingDraft[] => {
  const fact = clearances.dining_all_around
  const others = room.solids.filter((other) => !tableSeats.has(other.category))
  const findings: FindingDraft[] = []
  for (const side of ['front', 'back', 'left', 'right'] as const) {
    const isSeat = room.solids.some((seat) => tableSeats.has(seat.category) && sitsAt(seat, shape, side))
    if (!isSeat) continue
    const depth = freeSide(shape, side, others, room.plan, fact.recommended)
    if (depth >= fact.minimum - 0.01) continue
    findings.push({
      rule: 'table-clearance',
      part: side,
      elements: [shape.id],
      measured: depth,
      demanded: fact.minimum,
      unit: 'm',
      severity: 'warning',
      source: fact.source,
      standing: fact.standing,
      message: {
        en: `Behind a seat at ${nameEn(shape)} there is ${metres(depth)} from the table's edge, ${metres(fact.minimum)} needed to get up.`,
        zh: `${nameZh(shape)}有座位的一侧距桌边只有 ${metresZh(depth)}，起身需要 ${metresZh(fact.minimum)}。`,
      },
    })
  }
  return findings
}

const sitsAt = (seat: ItemShape, table: ItemShape, side: 'front' | 'back' | 'left' | 'right'): boolean => {
  const dx = seat.box.x - table.box.x
  const dy = seat.box.y - table.box.y
  const u = dx * table.box.cos + dy * table.box.sin
  const v = dy * table.box.cos - dx * table.box.sin
  const reach = 0.8
  const across = Math.abs(u) < table.box.halfWidth
  const along = Math.abs(v) < table.box.halfDepth
  if (side === 'front') return across && v < 0 && -v < table.box.halfDepth + reach
  if (side === 'back') return across && v > 0 && v < table.box.halfDepth + reach
  if (side === 'left') return along && u < 0 && -u < table.box.halfWidth + reach
  return along && u > 0 && u < table.box.halfWidth + reach
}
