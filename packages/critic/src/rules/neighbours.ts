import {
  beds,
  ceilingLights,
  chairs,
  coffeeTables,
  cribs,
  curtains,
  mealTables,
  plants,
  rugs,
  shoeCabinets,
  sideTables,
} from '../categories.ts'
import { accessFacts } from '../facts/access.ts'
import { clearances } from '../facts/clearances.ts'
import type { Fact, PairFact } from '../facts/fact.ts'
import type { FindingDraft } from '../finding.ts'
import type { ItemShape } from '../measure/item-shape.ts'
import { planGap, pointToBox } from '../measure/oriented-box.ts'
import { openingStrip, type RoomOpening } from '../measure/room-plan.ts'
import type { RoomContext } from '../room-context.ts'
import type { RoomRule } from '../rule.ts'
import { metres, metresZh, nameEn, nameZh, sentence } from '../wording.ts'
import { draftOf } from './draft.ts'
import { factOf } from './pairs.ts'

/** Things beside doors and windows, things beside their like, and what a child runs into. */
export const checkNeighbours: RoomRule = (room, { pack }) => [
  ...checkAtOpenings(room, beds, room.plan.doors, factOf('bed', 'door'), 'bed-at-door'),
  ...checkAtOpenings(room, shoeCabinets, room.plan.doors, factOf('entry_door', 'shoe_cabinet'), 'shoes-at-door'),
  ...checkAtOpenings(room, plants, room.plan.windows, factOf('plant', 'window'), 'plant-at-window'),
  ...checkLike(room, ceilingLights, factOf('light', 'light'), 'lights-apart', middles),
  ...checkLike(room, rugs, factOf('rug', 'rug'), 'rugs-apart', (a, b) => planGap(a.box, b.box)),
  ...checkPlaces(room),
  ...(pack === 'child' ? [...checkCorners(room), ...checkCords(room)] : []),
]

const SLACK = 0.02

const middles = (a: ItemShape, b: ItemShape): number => Math.hypot(a.box.x - b.box.x, a.box.y - b.box.y)

const checkAtOpenings = (
  room: RoomContext,
  things: ReadonlySet<string>,
  openings: readonly RoomOpening[],
  fact: PairFact,
  rule: string,
): FindingDraft[] =>
  room.of(things).flatMap((shape) => {
    if (shape.role !== 'solid' || openings.length === 0) return []
    const gaps = openings.map((opening) => planGap(openingStrip(opening, 0.02), shape.box))
    const gap = Math.min(...gaps)
    const low = fact.minimum ?? 0
    const high = fact.maximum ?? Number.POSITIVE_INFINITY
    if (gap >= low - SLACK && gap <= high + SLACK) return []
    const isNear = gap < low
    const what = rule === 'plant-at-window' ? { en: 'window', zh: '窗' } : { en: 'door', zh: '门' }
    return [
      draftOf({
        rule,
        fact,
        elements: [shape.id, openings[gaps.indexOf(gap)]!.id],
        measured: gap,
        demanded: isNear ? low : high,
        en: `${sentence(nameEn(shape))} is ${metres(gap)} from the nearest ${what.en}; ${isNear ? 'at least' : 'at most'} ${metres(isNear ? low : high)} is better.`,
        zh: `${nameZh(shape)}距最近的${what.zh} ${metresZh(gap)}，${isNear ? '至少' : '至多'} ${metresZh(isNear ? low : high)} 更好。`,
      }),
    ]
  })

const checkLike = (
  room: RoomContext,
  things: ReadonlySet<string>,
  fact: PairFact,
  rule: string,
  measure: (a: ItemShape, b: ItemShape) => number,
): FindingDraft[] =>
  room
    .of(things)
    .flatMap((shape, at, all) =>
      all
        .slice(at + 1)
        .flatMap((other) => tooClose(rule, shape, other, measure(shape, other), fact.minimum ?? 0, fact)),
    )

const tooClose = (
  rule: string,
  shape: ItemShape,
  other: ItemShape,
  gap: number,
  least: number,
  fact: Pick<Fact, 'source' | 'standing'>,
  severity: 'note' | 'warning' = 'note',
): FindingDraft[] =>
  gap >= least - SLACK
    ? []
    : [
        draftOf({
          rule,
          fact,
          elements: [shape.id, other.id],
          measured: gap,
          demanded: least,
          severity,
          en: `${sentence(nameEn(shape))} is ${metres(gap)} from ${nameEn(other)}; at least ${metres(least)} is better.`,
          zh: `${nameZh(shape)}距${nameZh(other)} ${metresZh(gap)}，至少 ${metresZh(least)} 更好。`,
        }),
      ]

/** Elbow room: seats side by side at one table. */
const checkPlaces = (room: RoomContext): FindingDraft[] => {
  const fact = clearances.dining_place_width
  const tables = room.of(mealTables)
  const seats = room.of(chairs).filter(({ box }) => tables.some((table) => pointToBox(table.box, box.x, box.y) < 0.6))
  return seats.flatMap((seat, at) =>
    seats.slice(at + 1).flatMap((other) => {
      const isBeside = seat.box.cos * other.box.cos + seat.box.sin * other.box.sin > 0.9
      return isBeside ? tooClose('place-width', seat, other, middles(seat, other), fact.minimum, fact) : []
    }),
  )
}

/** Low tables with square corners, at the height of a child's head. */
const checkCorners = (room: RoomContext): FindingDraft[] =>
  [...room.of(coffeeTables), ...room.of(sideTables)].flatMap((table) => {
    if (table.form === 'round' || table.form === 'oval') return []
    return [
      draftOf({
        rule: 'hard-corner',
        fact: accessFacts.furniture_corner,
        elements: [table.id],
        measured: 0,
        demanded: 0.01,
        en: `${sentence(nameEn(table))} has square corners at a child's height: guard them, or take a round one.`,
        zh: `${nameZh(table)}的直角正在儿童头部高度：请加防撞角，或换圆形。`,
      }),
    ]
  })

/** Cords and cloth within this of a crib are in reach, metres. */
const CORD_REACH = factOf('crib', 'window').minimum ?? 0.6

const checkCords = (room: RoomContext): FindingDraft[] =>
  room
    .of(cribs)
    .flatMap((crib) =>
      room.shapes.flatMap((cord) =>
        curtains.has(cord.category)
          ? tooClose(
              'cord-at-crib',
              cord,
              crib,
              planGap(cord.box, crib.box),
              CORD_REACH,
              factOf('crib', 'window'),
              'warning',
            )
          : [],
      ),
    )
