import { type Finding, type FindingDraft, finishFinding } from './finding.ts'
import type { ItemShape } from './measure/item-shape.ts'
import { barsWay, isSame, type RoomContext } from './room-context.ts'
import { type ItemRule, type RoomRule, type Settings, SURROUNDINGS, type Surroundings } from './rule.ts'
import { itemRules, ownRules, roomRules } from './rule-list.ts'
import { watchRoom } from './watch-room.ts'

/** Everything that the rules of things and rooms find in a room. */
export const judgeRoom = (room: RoomContext, settings: Settings): Finding[] => [
  ...room.shapes.flatMap((shape) => judgeItem(shape, room, settings)),
  ...roomRules.flatMap((rule) => judgeBy(rule, room, settings)),
]

/** A rule is asked again only when something that it read is another. */
const judgeBy = (rule: RoomRule, room: RoomContext, settings: Settings): readonly Finding[] => {
  const memo = room.ruleMemo.get(rule) ?? new Map()
  room.ruleMemo.set(rule, memo)
  const key = `${settings.pack} ${settings.robotRadius ?? ''}`
  const known = memo.get(key)
  if (known?.isSame(room)) return known.found
  const watched = watchRoom(room)
  const found = rule(watched.room, settings).map(finishFinding)
  memo.set(key, { isSame: watched.isSame, found })
  return found
}

const judgeItem = (shape: ItemShape, room: RoomContext, settings: Settings): readonly Finding[] => {
  const near = surroundingsOf(shape, room.shapes)
  const known = room.memo.get(shape)
  const isAround = known !== undefined && isSame(known.near, near)
  const own = known?.own ?? judge(ownRules, shape, { plan: room.plan, near: [], solids: [] }, settings)
  const findings = isAround ? known.findings : new Map<string, readonly Finding[]>()
  if (!isAround) room.memo.set(shape, { near, own, findings })
  const found = findings.get(settings.pack)
  if (found) return found
  const around = { plan: room.plan, near, solids: near.filter(barsWay) }
  const all = [...own, ...judge(itemRules, shape, around, settings)]
  findings.set(settings.pack, all)
  return all
}

const judge = (
  rules: readonly ItemRule[],
  shape: ItemShape,
  around: Surroundings,
  settings: Settings,
): readonly Finding[] => {
  const drafts: FindingDraft[] = []
  for (const rule of rules) drafts.push(...rule(shape, around, settings))
  return drafts.map(finishFinding)
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
