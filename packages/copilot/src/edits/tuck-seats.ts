import { type ItemShape, itemOverlap, shapeItem } from '@enfilade/critic'
import type { LayoutContext, LayoutResult } from '@enfilade/layout'
import { applyOperation, type Pose, readScene, type SceneItem } from '@enfilade/scene'
import { gapBetween, meaningOf } from '../find-items.ts'
import { createUnmet } from '../refusal.ts'

/** A table this far from a chair is not its table, metres. */
const reach = 1.2
/** The back of a chair stays this far outside the edge of the table, metres. */
const outside = 0.06
/** How far a chair is pulled out, metres. */
const pulled = 0.55
const step = 0.005

/** Pushes seats in under their tables as far as they go, or pulls them out. Only the seats move. */
export function tuckSeats(
  seats: readonly SceneItem[],
  isOut: boolean,
  words: string,
  context: LayoutContext,
): LayoutResult {
  const scene = readScene(context.document)
  const tables = scene.items.filter(
    ({ category, support }) => /table|desk|island|vanity/.test(meaningOf(category)) && support.on === 'floor',
  )
  const moves: { [id: string]: Pose } = {}
  let longest = 0
  let none = 0
  for (const seat of seats) {
    const table = tables
      .filter(({ level }) => level === seat.level)
      .map((item) => ({ item, gap: gapBetween(seat, item) }))
      .filter(({ gap }) => gap < reach)
      .sort((a, b) => a.gap - b.gap || (a.item.id < b.item.id ? -1 : 1))[0]?.item
    if (!table) {
      none += 1
      continue
    }
    const others = scene.items
      .filter(({ id }) => id !== seat.id)
      .map((item) => shapeItem({ ...item, worldPose: moves[item.id] ?? item.worldPose }))
    const pose = slide(seat, table, others, isOut)
    const way = Math.hypot(pose.x - seat.worldPose.x, pose.y - seat.worldPose.y)
    if (way < 0.01) continue
    moves[seat.id] = pose
    longest = Math.max(longest, way)
  }
  const count = Object.keys(moves).length
  const language = context.language ?? 'en'
  if (count === 0) {
    const text =
      none === seats.length
        ? { en: `no table stands within ${reach} m of them: 0 found`, zh: `${reach} 米内没有桌子：找到 0 张` }
        : isOut
          ? {
              en: `there is no room behind them to pull them out: 0 of ${seats.length} can move`,
              zh: `后方没有空间：${seats.length} 把中 0 把可以拉出`,
            }
          : {
              en: `they are pushed in already: 0 of ${seats.length} can go further`,
              zh: `已经推到底：${seats.length} 把中 0 把还能推`,
            }
    const isMet = none < seats.length && !isOut
    return {
      groups: [],
      unmet: [{ ...createUnmet(words, text, language), ...(isMet ? { isMet } : {}) }],
      truncated: false,
    }
  }
  const moved = applyOperation(context.document, { type: 'items-moved', moves }, context)
  if (!moved.ok)
    return {
      groups: [],
      unmet: [createUnmet(words, { en: moved.message, zh: moved.message }, language)],
      truncated: false,
    }
  return {
    groups: [
      {
        id: 'tuck',
        title: isOut ? { en: 'Pull the chairs out', zh: '拉出椅子' } : { en: 'Push the chairs in', zh: '推入椅子' },
        reason: {
          en: `${count} of ${seats.length} move, by up to ${longest.toFixed(2)} m. Nothing else moves.`,
          zh: `${seats.length} 把中移动 ${count} 把，最多 ${longest.toFixed(2)} 米。其他物品不动。`,
        },
        measurements: [{ name: 'moved', value: Math.round(longest * 1000) / 1000, unit: 'm' }],
        items: Object.keys(moves).sort(),
        change: moved.change,
      },
    ],
    unmet: [],
    truncated: false,
  }
}

/** The seat's pose after it slid along its own front towards the table (or back) until something is in the way. */
function slide(seat: SceneItem, table: SceneItem, others: readonly ItemShape[], isOut: boolean): Pose {
  const { x, y, yaw } = seat.worldPose
  const toTable = nearestSide(seat, table)
  const way = isOut ? ([-toTable[0], -toTable[1]] as const) : toTable
  const limit = isOut ? pulled : Math.max(0, backGap(seat, table, toTable) - outside)
  let reached = 0
  for (let distance = step; distance <= limit + 1e-9; distance += step) {
    const pose = { ...seat.worldPose, x: x + way[0] * distance, y: y + way[1] * distance, yaw }
    const shape = shapeItem({ ...seat, worldPose: pose })
    if (others.some((other) => other.role !== 'flat' && itemOverlap(shape, other) > 0.001)) break
    reached = distance
  }
  return { ...seat.worldPose, x: x + way[0] * reached, y: y + way[1] * reached }
}

/** The direction along the table's axes that leads from the seat to it. */
function nearestSide(seat: SceneItem, table: SceneItem): readonly [number, number] {
  const { x, y, yaw } = table.worldPose
  const [cos, sin] = [Math.cos(yaw), Math.sin(yaw)]
  const [dx, dy] = [seat.worldPose.x - x, seat.worldPose.y - y]
  const u = dx * cos + dy * sin
  const v = dy * cos - dx * sin
  if (table.shape === 'round' || table.shape === 'oval') {
    const length = Math.hypot(dx, dy) || 1
    return [-dx / length, -dy / length]
  }
  const isSide = Math.abs(u) - table.size[0] / 2 > Math.abs(v) - table.size[1] / 2
  const [a, b] = isSide ? [-Math.sign(u), 0] : [0, -Math.sign(v)]
  return [a * cos - b * sin, a * sin + b * cos]
}

/** How far the back of the seat is from the table's edge along the way in, metres. */
function backGap(seat: SceneItem, table: SceneItem, way: readonly [number, number]): number {
  const half = (item: SceneItem) => {
    const { yaw } = item.worldPose
    const u = Math.abs(way[0] * Math.cos(yaw) + way[1] * Math.sin(yaw))
    const v = Math.abs(way[1] * Math.cos(yaw) - way[0] * Math.sin(yaw))
    return (item.size[0] * u + item.size[1] * v) / 2
  }
  const distance = (table.worldPose.x - seat.worldPose.x) * way[0] + (table.worldPose.y - seat.worldPose.y) * way[1]
  return distance - half(table) + half(seat)
}
