import { beds, desks, diningTables, sofas } from '../categories.ts'
import { accessFacts } from '../facts/access.ts'
import { clearances } from '../facts/clearances.ts'
import type { FindingDraft, RulePack, Standing } from '../finding.ts'
import { usedSides, wayStrips, zoneStrips } from '../measure/reach.ts'
import { openingCells } from '../measure/strip-cells.ts'
import { lackingWidth } from '../measure/way-width.ts'
import type { RoomContext } from '../room-context.ts'
import type { RoomRule } from '../rule.ts'
import { metres, metresZh, nameEn, nameZh, roomEn, roomZh } from '../wording.ts'

type Demand = { readonly width: number; readonly source: string; readonly standing: Standing }

type Demands = { readonly must: Demand; readonly should: Demand }

/** What a way must have, what it should have, by pack. The first is an error, the second a warning. */
const demandsOf = (pack: RulePack): Demands => {
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
  return [...checkDoors(room, demands), ...checkItems(room, demands), ...robot]
}

/** A robot as wide as it is long gets from the doors to everything that is used. */
const checkRobot = (room: RoomContext, radius: number): FindingDraft[] => {
  const space = room.free()
  if (space.clearance.length === 0) return []
  return room.solids.flatMap((shape) => {
    if (usedSides(shape).length === 0) return []
    const width = lackingWidth(room, room.plan.doors, zoneStrips(shape, space), radius * 2, radius * 2)
    if (width === undefined) return []
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

const checkDoors = (room: RoomContext, { must }: Demands): FindingDraft[] => {
  const { plan } = room
  const [first, ...others] = plan.doors
  const from = plan.doors.slice(0, 1)
  return others.flatMap((door) => {
    const demanded = Math.min(must.width, door.width, first!.width)
    const strip = openingCells(door, room.free())
    const width = lackingWidth(room, from, [strip], demanded, must.width)
    if (width === undefined) return []
    return [
      {
        rule: 'way-between-doors',
        elements: [plan.id, first!.id, door.id],
        measured: width,
        demanded,
        unit: 'm',
        severity: 'error' as const,
        source: must.source,
        standing: must.standing,
        message: {
          en: `From door to door through ${roomEn(plan)} the way is ${metres(width)} wide, ${metres(demanded)} needed.`,
          zh: `${roomZh(plan)}门与门之间的通道宽 ${metresZh(width)}，需要 ${metresZh(demanded)}。`,
        },
      },
    ]
  })
}

const checkItems = (room: RoomContext, { must, should }: Demands): FindingDraft[] => {
  const space = room.free()
  const { doors } = room.plan
  return room.solids.flatMap((shape) => {
    if (usedSides(shape).length === 0) return []
    const access = lackingWidth(room, doors, wayStrips(shape, space, room.solids), must.width, should.width)
    const isCut = access !== undefined
    const zone =
      isCut || !isAnchor(shape.category)
        ? undefined
        : lackingWidth(room, doors, zoneStrips(shape, space), should.width, should.width)
    const width = access ?? zone
    if (width === undefined) return []
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
