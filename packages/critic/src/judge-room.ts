import { type Finding, finishFinding } from './finding.ts'
import type { ItemShape } from './measure/item-shape.ts'
import { barsWay, isSame, type RoomContext } from './room-context.ts'
import { type Settings, SURROUNDINGS } from './rule.ts'
import { itemRules, roomRules } from './rule-list.ts'

/** Everything that the rules of things and rooms find in a room. */
export const judgeRoom = (room: RoomContext, settings: Settings): Finding[] => [
  ...room.shapes.flatMap((shape) => judgeItem(shape, room, settings)),
  ...roomRules.flatMap((rule) => rule(room, settings)).map(finishFinding),
]

const judgeItem = (shape: ItemShape, room: RoomContext, settings: Settings): readonly Finding[] => {
  const near = surroundingsOf(shape, room.shapes)
  let known = room.memo.get(shape)
  if (!known || !isSame(known.near, near)) {
    known = { near, findings: new Map() }
    room.memo.set(shape, known)
  }
  const found = known.findings.get(settings.pack)
  if (found) return found
  const around = { plan: room.plan, near, solids: near.filter(barsWay) }
  const findings = itemRules.flatMap((rule) => rule(shape, around, settings)).map(finishFinding)
  known.findings.set(settings.pack, findings)
  return findings
}

const surroundingsOf = (shape: ItemShape, others: readonly ItemShape[]): ItemShape[] => {
  const { x, y } = shape.box
  const reach = SURROUNDINGS + shape.radius
  return others.filter((other) => {
    const limit = reach + other.radius
    const dx = other.box.x - x
    const dy = other.box.y - y
    return other !== shape && dx * dx + dy * dy < limit * limit
  })
}
