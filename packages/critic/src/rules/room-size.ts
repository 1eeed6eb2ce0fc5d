import { beds, doubleBeds } from '../categories.ts'
import { roomMinimums } from '../facts/room-minimums.ts'
import type { FindingDraft, RulePack } from '../finding.ts'
import type { RoomContext } from '../room-context.ts'
import type { RoomRule } from '../rule.ts'

/** Rooms too small for what they are meant for. Nobody can furnish that away, so it is a note. */
export const checkRoomSize: RoomRule = (room, { pack }) => checkArea(room, pack)

const checkArea = (room: RoomContext, pack: RulePack): FindingDraft[] => {
  const { plan } = room
  const minimum = minimumFor(room, pack)
  if (!minimum || plan.area >= minimum.area - 0.01) return []
  return [
    {
      rule: 'room-area',
      elements: [plan.id],
      measured: plan.area,
      demanded: minimum.area,
      unit: 'm²',
      severity: pack === 'wheelchair' ? 'warning' : 'note',
      source: minimum.source,
      standing: minimum.standing,
      message: {
        en: `${plan.room.name || 'The room'} has ${plan.area.toFixed(1)} m², ${minimum.area} m² is the least for its use.`,
        zh: `${plan.room.name || '房间'}面积 ${plan.area.toFixed(1)} 平方米，此用途至少 ${minimum.area} 平方米。`,
      },
    },
  ]
}

const minimumFor = (room: RoomContext, pack: RulePack) => {
  const isAccessible = pack === 'wheelchair'
  const hasDouble = room.shapes.some((shape) => doubleBeds.has(shape.category))
  const bedCount = room.shapes.filter((shape) => beds.has(shape.category)).length
  const isDouble = hasDouble || bedCount > 1
  switch (room.plan.room.type) {
    case 'bedroom':
    case 'kids_room':
      if (isAccessible)
        return isDouble ? roomMinimums.bedroom_double_accessible : roomMinimums.bedroom_single_accessible
      return isDouble ? roomMinimums.bedroom_double : roomMinimums.bedroom_single
    case 'living_room':
      return isAccessible ? roomMinimums.living_accessible : roomMinimums.living
    case 'kitchen':
      return isAccessible ? roomMinimums.kitchen_accessible : roomMinimums.kitchen
    case 'bathroom':
      return isAccessible ? roomMinimums.bathroom_3_accessible : roomMinimums.bathroom_3_fixtures
    default:
      return undefined
  }
}
