import { beds, desks, diningTables, sofas } from '../categories.ts'
import { accessFacts } from '../facts/access.ts'
import { clearances } from '../facts/clearances.ts'
import type { FindingDraft, RulePack, Standing } from '../finding.ts'
import { neckWidth } from '../measure/neck.ts'
import { usedSides, wayWidth, ZONE_DEPTH, zoneSides, zoneWayWidth } from '../measure/reach.ts'
import { largestInBox } from '../measure/roll-discs.ts'
import { openingStrip } from '../measure/room-plan.ts'
import { bestCell, stripCells } from '../measure/strip-cells.ts'
import type { RoomContext } from '../room-context.ts'
import type { RoomRule } from '../rule.ts'
import { metres, metresZh, nameEn, nameZh } from '../wording.ts'

type Demand = { readonly width: number; readonly source: string; readonly standing: Standing }

/** What a way must have, what it should have, by pack. The first is an error, the second a warning. */
const demandsOf = (pack: RulePack): { must: Demand; should: Demand } => {
  const { secondary_path_clear_width: second, main_path_clear_width: main, wheelchair_passage: neck } = clearances
  const general = {
    must: { width: second.minimum, source: second.source, standing: second.standing },
    should: { width: main.minimum, source: main.source, standing: main.standing },
  }
  if (pack === 'wheelchair') {
    const route = accessFacts.route_width
    return {
      must: { width: neck.minimum, source: neck.source, standing: neck.standing },
      should: { width: route.minimum, source: route.source, standing: route.standing },
    }
  }
  if (pack === 'age-friendly') {
    const bedPath = accessFacts.bed_to_toilet_path
    return { ...general, should: { width: bedPath.minimum, source: bedPath.source, standing: bedPath.standing } }
  }
  return general
}

/** Things that make a part of the room a zone of its own. */
const isAnchor = (category: string): boolean =>
  beds.has(category) || sofas.has(category) || diningTables.has(category) || desks.has(category)

/** From the door to everything that is used, and from door to door. */
export const checkCirculation: RoomRule = (room, { pack, robotRadius }) => {
  if (room.plan.doors.length === 0) return []
  const demands = demandsOf(pack)
  const robot = robotRadius === undefined ? [] : checkRobot(room, robotRadius)
  return [...checkDoors(room, demands.must), ...checkItems(room, demands), ...robot]
}

/** A robot as wide as it is long gets from the doors to everything that is used. */
const checkRobot = (room: RoomContext, radius: number): FindingDraft[] => {
  const space = room.free()
  const field = room.reach()
  return room.solids.flatMap((shape) => {
    if (usedSides(shape).length === 0) return []
    const strips = zoneSides(shape).map((side) => stripCells(shape, side, ZONE_DEPTH, space))
    const width = exactWay(room, field, strips)
    if (width >= radius * 2 - EXACT || space.clearance.length === 0) return []
    return [
      {
        rule: 'robot-way',
        elements: [shape.id],
        measured: width,
        demanded: radius * 2,
        unit: 'm',
        severity: 'error' as const,
        source: 'geometry: a disc of the robot’s radius rolls from a door to the thing',
        standing: 'checked' as const,
        message: {
          en: `The way from the door to ${nameEn(shape)} is ${metres(width)} at its narrowest; the robot needs ${metres(radius * 2)}.`,
          zh: `从门到${nameZh(shape)}的通道最窄处 ${metresZh(width)}，机器人需要 ${metresZh(radius * 2)}。`,
        },
      },
    ]
  })
}

/** Metres that a way may lack without a word. */
const EXACT = 0.005

/** Width of the widest way from a door into one of the strips, to about a millimetre. */
const exactWay = (room: RoomContext, field: Float32Array, strips: readonly (readonly number[])[]): number => {
  const cell = bestCell(field, strips)
  if (cell < 0) return 0
  return neckWidth(room.plan, room.solids, room.free(), room.necksFrom(room.plan.doors)[cell]!)
}

const checkDoors = (room: RoomContext, must: Demand): FindingDraft[] => {
  const { plan } = room
  if (plan.doors.length < 2) return []
  const findings: FindingDraft[] = []
  const field = room.reachFrom(plan.doors[0]!)
  for (const door of plan.doors.slice(1)) {
    const width = Math.min(largestInBox(room.free(), field, openingStrip(door, 0.5)) * 2, 2)
    if (width >= Math.min(must.width, door.width) - room.free().cell) continue
    findings.push({
      rule: 'way-between-doors',
      elements: [plan.id, plan.doors[0]!.id, door.id],
      measured: width,
      demanded: must.width,
      unit: 'm',
      severity: 'error',
      source: must.source,
      standing: must.standing,
      message: {
        en: `From door to door through ${plan.room.name || 'the room'} the way is ${metres(width)} wide, ${metres(must.width)} needed.`,
        zh: `${plan.room.name || '房间'}门与门之间的通道宽 ${metresZh(width)}，需要 ${metresZh(must.width)}。`,
      },
    })
  }
  return findings
}

const checkItems = (room: RoomContext, { must, should }: { must: Demand; should: Demand }): FindingDraft[] => {
  const space = room.free()
  const field = room.reach()
  return room.solids.flatMap((shape) => {
    if (usedSides(shape).length === 0) return []
    const access = wayWidth(shape, space, field, room.solids)
    const isCut = access < must.width - space.cell
    const width = isCut ? access : zoneWayWidth(shape, space, field)
    if (!isCut && !(isAnchor(shape.category) && width < should.width - space.cell)) return []
    const demand = isCut ? must : should
    return [
      {
        rule: isCut ? 'unreachable' : 'narrow-way',
        elements: [shape.id],
        measured: width,
        demanded: demand.width,
        unit: 'm',
        severity: isCut ? ('error' as const) : ('warning' as const),
        source: demand.source,
        standing: demand.standing,
        message: {
          en: `The way from the door to ${nameEn(shape)} is ${metres(width)} at its narrowest; ${metres(demand.width)} ${isCut ? 'needed' : 'recommended'}.`,
          zh: `从门到${nameZh(shape)}的通道最窄处 ${metresZh(width)}，${isCut ? '需要' : '建议'} ${metresZh(demand.width)}。`,
        },
      },
    ]
  })
}
