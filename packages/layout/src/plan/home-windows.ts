import { outerWall } from './home-access.ts'
import { type Door, outerStretch, stretchPoint, type WallStretch } from './home-doors.ts'
import type { Home, HomeRoom } from './home-rooms.ts'
import { rectArea, type Tiling } from './home-tree.ts'
import { type PlanSide, planSides } from './plan-brief.ts'
import type { ShellOpening } from './shell.ts'

/** Panes over floor area: clear of the eighth that daylight asks for. */
const GLAZED = 1 / 6.8
const NIB = 0.2
const WIDEST = 2.4

/** A stretch of outer wall that is taken: by a door, a balcony's door. */
export type Taken = { readonly axis: 0 | 1; readonly at: number; readonly from: number; readonly to: number }

/** Windows for every room with an outer wall: the sunny and long sides first, until a seventh of the floor is glazed. */
export const placeWindows = (
  home: Home,
  tiling: Tiling,
  doors: readonly Door[],
  taken: readonly Taken[],
  height: number,
): ShellOpening[] => {
  const blocked = [...taken, ...doors.filter(({ to }) => to < 0).map(takenBy)]
  return home.rooms.flatMap((room, index) => {
    if (room.source.without?.includes('window')) return []
    const asked = (room.source.openings ?? []).filter(({ kind, roof }) => kind === 'window' && !roof)
    const wishes = asked.flatMap(({ count = 1, ...rest }) => Array.from({ length: Math.min(count, 6) }, () => rest))
    const glazedByDoor = taken
      .filter((entry) => isOfRoom(tiling, index, entry))
      .reduce((sum, { from, to }) => sum + (to - from) * 1.9, 0)
    return windowsOf(room, index, tiling, blocked, height, wishes, glazedByDoor)
  })
}

const takenBy = ({ stretch, start, width }: Door): Taken => ({
  axis: stretch.axis,
  at: stretch.at,
  from: start,
  to: start + width,
})

const isOfRoom = (tiling: Tiling, index: number, { axis, at, from, to }: Taken): boolean => {
  const rect = tiling.rects[index]!
  const across = (1 - axis) as 0 | 1
  const isBeside = Math.abs(rect[across]! - at) < 0.2 || Math.abs(rect[across + 2]! - at) < 0.2
  return isBeside && from >= rect[axis]! - 0.01 && to <= rect[axis + 2]! + 0.01
}

type WindowWish = {
  readonly side?: string
  readonly width?: number
  readonly sill?: number
  readonly height?: number
  readonly tall?: boolean
}

const usual = (room: HomeRoom, height: number): { sill: number; tall: number; least: number; share: number } => {
  const top = Math.min(2.35, height - 0.15)
  if (room.type === 'bathroom') return { sill: 1.4, tall: Math.min(0.8, top - 1.4), least: 0.6, share: 0.09 }
  if (room.type === 'kitchen') return { sill: 1.05, tall: top - 1.05, least: 0.9, share: GLAZED }
  if (room.type === 'living_room' || room.type === 'studio')
    return { sill: 0.7, tall: top - 0.7, least: 1.5, share: GLAZED }
  return {
    sill: 0.9,
    tall: top - 0.9,
    least: room.facts.light === 2 ? 1.2 : 0.6,
    share: room.facts.light === 2 ? GLAZED : 0.08,
  }
}

const windowsOf = (
  room: HomeRoom,
  index: number,
  tiling: Tiling,
  blocked: readonly Taken[],
  height: number,
  wishes: readonly WindowWish[],
  glazedByDoor: number,
): ShellOpening[] => {
  const rect = tiling.rects[index]!
  const { sill, tall, least, share } = usual(room, height)
  const area = rectArea(rect)
  const windows: ShellOpening[] = []
  const sides = planSides
    .map((side) => ({ side, length: outerWall(tiling, rect, side) }))
    .filter(({ length }) => length > 0.9)
    .sort((a, b) => sideScore(b) - sideScore(a) || (a.side < b.side ? -1 : 1))
  const free = new Map(sides.map(({ side }) => [side, freeStretches(outerStretch(tiling, rect, side), blocked)]))
  const add = (side: PlanSide, wanted: number, wish: WindowWish = {}): number => {
    const stretch = outerStretch(tiling, rect, side)
    const gaps = free.get(side)!
    const gap = gaps.reduce<readonly [number, number] | undefined>(
      (best, each) => (!best || each[1] - each[0] > best[1] - best[0] ? each : best),
      undefined,
    )
    if (!gap || gap[1] - gap[0] < 0.5) return 0
    const width = Math.round(Math.min(wanted, gap[1] - gap[0], wish.width ?? WIDEST * 1.25) * 20 - 0.49) / 20
    if (width < 0.4) return 0
    const middle = (gap[0] + gap[1]) / 2
    const ownSill = wish.sill ?? (wish.tall ? 0.05 : sill)
    const ownHeight = wish.height ?? (wish.tall ? Math.min(2.3, height - 0.2) : tall)
    windows.push({
      type: 'window',
      swing: 'none',
      width,
      height: ownHeight,
      sill: ownSill,
      center: stretchPoint(stretch, middle, 0),
    })
    free.set(side, [
      ...gaps.filter((each) => each !== gap),
      [gap[0], middle - width / 2 - NIB],
      [middle + width / 2 + NIB, gap[1]],
    ])
    return width * ownHeight
  }
  let glazed = glazedByDoor
  for (const wish of wishes) {
    const side = sides.find(({ side: each }) => each === wish.side) ?? sides[0]
    if (side) glazed += add(side.side, wish.width ?? Math.max(least, (area * share) / tall / wishes.length), wish)
  }
  if (wishes.length > 0) return windows
  const isWanted = room.facts.light > 0 || room.facts.role === 'hub'
  if (!isWanted) return []
  const isHall = room.facts.light === 0
  for (const { side } of sides) {
    const missing = area * share - glazed
    if (missing <= 0.05 || (isHall && windows.length > 0)) break
    glazed += add(side, isHall ? 0.6 : Math.max(least, missing / tall + 0.05))
  }
  // A second pane beside the first where one is not enough.
  for (const { side } of sides)
    if (!isHall && area * share - glazed > 0.3) glazed += add(side, (area * share - glazed) / tall)
  return windows
}

const sideScore = ({ side, length }: { readonly side: PlanSide; readonly length: number }): number =>
  Math.min(length, 4) + (side === 'south' ? 1.2 : side === 'north' ? 0 : 0.4)

const freeStretches = (stretch: WallStretch, blocked: readonly Taken[]): (readonly [number, number])[] => {
  const mine = blocked
    .filter(
      ({ axis, at, from, to }) =>
        axis === stretch.axis && Math.abs(at - stretch.at) < 0.2 && to > stretch.from && from < stretch.to,
    )
    .sort((a, b) => a.from - b.from)
  const gaps: (readonly [number, number])[] = []
  let from = stretch.from + NIB
  for (const entry of mine) {
    if (entry.from - NIB - from > 0.4) gaps.push([from, entry.from - NIB])
    from = Math.max(from, entry.to + NIB)
  }
  if (stretch.to - NIB - from > 0.4) gaps.push([from, stretch.to - NIB])
  return gaps
}
