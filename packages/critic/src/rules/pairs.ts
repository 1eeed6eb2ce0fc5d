import {
  basins,
  beds,
  chairs,
  coffeeTables,
  cookers,
  desks,
  diningTables,
  hoods,
  nightstands,
  sofas,
  tableSeats,
  toilets,
  tvs,
} from '../categories.ts'
import { clearances } from '../facts/clearances.ts'
import type { PairFact } from '../facts/fact.ts'
import { pairFacts } from '../facts/pair-relations.ts'
import type { FindingDraft } from '../finding.ts'
import { freeSide } from '../measure/item-clearance.ts'
import type { ItemShape } from '../measure/item-shape.ts'
import { planGap } from '../measure/oriented-box.ts'
import { facesOf, screenDiagonal, viewingDistance } from '../measure/view.ts'
import type { RoomContext } from '../room-context.ts'
import type { RoomRule } from '../rule.ts'
import { metres, metresZh, nameEn, nameZh, sentence } from '../wording.ts'

/** Things that work as a pair stand at the pair's distance. */
export const checkPairs: RoomRule = (room) => [
  ...checkGap(room, sofas, coffeeTables, factOf('sofa', 'coffee_table'), 'table-to-sofa', 1.5),
  ...checkGap(room, beds, nightstands, factOf('double_bed', 'nightstand'), 'nightstand-to-bed', 6),
  ...checkViewing(room),
  ...checkSeats(room),
  ...checkHoods(room),
  ...checkWetWalls(room),
]

/** @param relation Where the table has several rows of the same two. */
export const factOf = (anchor: string, other: string, relation?: string): PairFact => {
  const fact = pairFacts.find(
    (row) => row.anchor === anchor && row.other === other && (relation === undefined || row.relation === relation),
  )
  if (!fact) throw new RangeError(`pairFacts: no row ${anchor} – ${other}`)
  return fact
}

const nearest = (shape: ItemShape, candidates: readonly ItemShape[]): { other: ItemShape; gap: number } | undefined => {
  let best: { other: ItemShape; gap: number } | undefined
  for (const other of candidates) {
    if (other.id === shape.id) continue
    const gap = planGap(shape.box, other.box)
    if (!best || gap < best.gap) best = { other, gap }
  }
  return best
}

const checkGap = (
  room: RoomContext,
  anchors: ReadonlySet<string>,
  things: ReadonlySet<string>,
  fact: PairFact,
  rule: string,
  /** Farther away the thing belongs to something else. */
  reach: number,
): FindingDraft[] => {
  const anchorShapes = room.shapes.filter((shape) => anchors.has(shape.category))
  if (anchorShapes.length === 0) return []
  return room.shapes.flatMap((shape) => {
    if (!things.has(shape.category) || shape.role !== 'solid') return []
    const near = nearest(shape, anchorShapes)
    if (!near || near.gap > reach) return []
    const low = fact.minimum ?? 0
    const high = fact.maximum ?? Number.POSITIVE_INFINITY
    if (near.gap >= low - 0.01 && near.gap <= high + 0.01) return []
    const demanded = near.gap < low ? low : high
    return [
      {
        rule,
        elements: [shape.id, near.other.id],
        measured: near.gap,
        demanded,
        unit: 'm',
        severity: 'warning' as const,
        source: fact.source,
        standing: fact.standing,
        message: {
          en: `${sentence(nameEn(shape))} is ${metres(near.gap)} from ${nameEn(near.other)}; ${near.gap < low ? 'at least' : 'at most'} ${metres(demanded)} works.`,
          zh: `${nameZh(shape)}距${nameZh(near.other)} ${metresZh(near.gap)}，${near.gap < low ? '至少' : '至多'} ${metresZh(demanded)} 为宜。`,
        },
      },
    ]
  })
}

const checkViewing = (room: RoomContext): FindingDraft[] => {
  const factor = clearances.tv_viewing_distance_factor
  return room.shapes.flatMap((tv) => {
    if (!tvs.has(tv.category)) return []
    const viewers = room.shapes.filter((shape) => sofas.has(shape.category) && facesOf(shape, tv) > 0)
    const viewer = nearest(tv, viewers)?.other
    if (!viewer) return []
    const distance = viewingDistance(viewer, tv)
    const least = factor.minimum * screenDiagonal(tv)
    if (distance >= least - 0.02) return []
    return [
      {
        rule: 'viewing-distance',
        elements: [tv.id, viewer.id],
        measured: distance,
        demanded: least,
        unit: 'm',
        severity: 'warning' as const,
        source: `${factor.source}: ${factor.minimum} × the screen's diagonal`,
        standing: factor.standing,
        message: {
          en: `${sentence(nameEn(viewer))} is ${metres(distance)} from the screen, at least ${metres(least)} for its size.`,
          zh: `${nameZh(viewer)}距屏幕 ${metresZh(distance)}，按屏幕尺寸至少 ${metresZh(least)}。`,
        },
      },
    ]
  })
}

/** A chair with no table near is lost; one whose back is to its table is turned. */
const checkSeats = (room: RoomContext): FindingDraft[] => {
  const tables = room.shapes.filter((shape) => diningTables.has(shape.category) || desks.has(shape.category))
  if (tables.length === 0) return []
  return room.solids.flatMap((seat) => {
    if (!chairs.has(seat.category) || !tableSeats.has(seat.category)) return []
    const near = nearest(seat, tables)
    if (!near || near.gap > 0.6 || facesOf(seat, near.other) > 0.5) return []
    return [
      {
        rule: 'seat-turned',
        elements: [seat.id, near.other.id],
        measured: Math.acos(Math.max(-1, Math.min(1, facesOf(seat, near.other)))),
        demanded: Math.PI / 3,
        unit: 'rad',
        severity: 'warning' as const,
        source: factOf('dining_table', 'dining_chair').source,
        standing: 'checked' as const,
        message: {
          en: `${sentence(nameEn(seat))} does not face ${nameEn(near.other)}.`,
          zh: `${nameZh(seat)}没有朝向${nameZh(near.other)}。`,
        },
      },
    ]
  })
}

const checkHoods = (room: RoomContext): FindingDraft[] => {
  const fact = factOf('cooker', 'range_hood')
  const stoves = room.shapes.filter((shape) => cookers.has(shape.category))
  return room.shapes.flatMap((hood) => {
    if (!hoods.has(hood.category)) return []
    const near = nearest(hood, stoves)
    if (!near) return []
    const aside = Math.hypot(hood.box.x - near.other.box.x, hood.box.y - near.other.box.y)
    const above = hood.box.bottom - near.other.box.top
    if (aside < 0.3 && above >= fact.minimum! - 0.05 && above <= fact.maximum! + 0.1) return []
    return [
      {
        rule: 'hood-height',
        elements: [hood.id, near.other.id],
        measured: aside < 0.3 ? above : aside,
        demanded: aside < 0.3 ? (above < fact.minimum! ? fact.minimum! : fact.maximum!) : 0.3,
        unit: 'm',
        severity: 'warning' as const,
        source: fact.source,
        standing: fact.standing,
        message: {
          en:
            aside < 0.3
              ? `The hood is ${metres(above)} above the cooker; ${fact.minimum}–${fact.maximum} m is right.`
              : `The hood is ${metres(aside)} beside the cooker.`,
          zh:
            aside < 0.3
              ? `油烟机距灶台 ${metresZh(above)}，宜 ${fact.minimum}–${fact.maximum} 米。`
              : `油烟机偏离灶台 ${metresZh(aside)}。`,
        },
      },
    ]
  })
}

/** Distance from the middle of a fixture to what stands beside it. */
const checkWetWalls = (room: RoomContext): FindingDraft[] =>
  room.solids.flatMap((shape) => {
    const fact = toilets.has(shape.category)
      ? clearances.toilet_centre_to_side_wall
      : basins.has(shape.category)
        ? clearances.basin_centre_to_wall
        : undefined
    if (!fact) return []
    const side = Math.min(
      freeSide(shape, 'left', room.solids, room.plan, fact.minimum),
      freeSide(shape, 'right', room.solids, room.plan, fact.minimum),
    )
    const measured = side + shape.box.halfWidth
    if (measured >= fact.minimum - 0.01) return []
    return [
      {
        rule: 'fixture-to-side',
        elements: [shape.id],
        measured,
        demanded: fact.minimum,
        unit: 'm',
        severity: 'warning' as const,
        source: fact.source,
        standing: fact.standing,
        message: {
          en: `The middle of ${nameEn(shape)} is ${metres(measured)} from what stands beside it, ${metres(fact.minimum)} needed.`,
          zh: `${nameZh(shape)}中心距侧边 ${metresZh(measured)}，需要 ${metresZh(fact.minimum)}。`,
        },
      },
    ]
  })
