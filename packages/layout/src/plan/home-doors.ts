import type { Point2 } from '@enfilade/geometry'
import { type Access, isWallBetween, outerWall, ringSpan } from './home-access.ts'
import type { Home } from './home-rooms.ts'
import type { Rect, Tiling } from './home-tree.ts'
import { type PlanSide, planSides } from './plan-brief.ts'
import { DOOR_HEIGHT, INNER_WALL, OUTER_WALL, type ShellOpening } from './shell.ts'

/** A stretch of wall between two rooms, or a room and outside: along `axis` (0 = runs along x) from `from` to `to`. */
export type WallStretch = {
  readonly axis: 0 | 1
  /** Axis of the wall across. */
  readonly at: number
  readonly from: number
  readonly to: number
  /** Towards the room that is entered: +1 or −1 along the other axis. */
  readonly inward: 1 | -1
  readonly thickness: number
}

/** An opening on a stretch. `box`: floor that its leaf sweeps; `fronts`: floor before it on both sides, to be kept clear. */
export type Door = ShellOpening & {
  readonly room: number
  /** -1: outside. */
  readonly to: number
  readonly stretch: WallStretch
  readonly start: number
  readonly box?: Rect
  readonly fronts: readonly Rect[]
}

type DoorWish = {
  readonly room: number
  readonly to: number
  readonly stretch: WallStretch
  readonly width: number
  readonly type: 'door' | 'passage'
  readonly swing: 'hinged' | 'sliding' | 'none'
}

const NIB = 0.12
/** Floor before a door that another leaf must not sweep, metres. */
const FRONT = 0.7
const WIDEST_PASSAGE = 2.6

export const stretchBetween = (rects: readonly Rect[], room: number, to: number): WallStretch | undefined => {
  const [a, b] = [rects[room]!, rects[to]!]
  for (const across of [0, 1] as const) {
    const isAfter = isWallBetween(a[across]! - b[across + 2]!)
    const isBefore = isWallBetween(b[across]! - a[across + 2]!)
    if (!isAfter && !isBefore) continue
    const gap = isAfter ? a[across]! - b[across + 2]! : b[across]! - a[across + 2]!
    const thickness = gap > (INNER_WALL + OUTER_WALL) / 2 ? OUTER_WALL : INNER_WALL
    const axis = (1 - across) as 0 | 1
    const from = Math.max(a[axis]!, b[axis]!)
    const end = Math.min(a[axis + 2]!, b[axis + 2]!)
    if (end <= from) continue
    const at = isAfter ? a[across]! - thickness / 2 : a[across + 2]! + thickness / 2
    return { axis, at, from, to: end, inward: isAfter ? 1 : -1, thickness }
  }
  return undefined
}

/** The outer side of a room. */
export const outerStretch = (tiling: Tiling, rect: Rect, side: PlanSide): WallStretch => {
  const [x0, y0, x1, y1] = rect
  const half = OUTER_WALL / 2
  const base = { thickness: OUTER_WALL }
  if (tiling.ring) {
    const [from, to] = ringSpan(tiling.ring, rect, side)
    if (side === 'south') return { ...base, axis: 0, at: y0 - half, from, to, inward: 1 }
    if (side === 'north') return { ...base, axis: 0, at: y1 + half, from, to, inward: -1 }
    if (side === 'west') return { ...base, axis: 1, at: x0 - half, from, to, inward: 1 }
    return { ...base, axis: 1, at: x1 + half, from, to, inward: -1 }
  }
  if (side === 'south') return { ...base, axis: 0, at: -half, from: x0, to: x1, inward: 1 }
  if (side === 'north') return { ...base, axis: 0, at: tiling.depth + half, from: x0, to: x1, inward: -1 }
  if (side === 'west') return { ...base, axis: 1, at: -half, from: y0, to: y1, inward: 1 }
  return { ...base, axis: 1, at: tiling.width + half, from: y0, to: y1, inward: -1 }
}

export const stretchPoint = ({ axis, at, inward }: WallStretch, along: number, into: number): Point2 =>
  axis === 0 ? [along, at + inward * into] : [at + inward * into, along]

const boxOf = (stretch: WallStretch, from: number, to: number, low: number, high: number): Rect => {
  const [x0, y0] = stretchPoint(stretch, from, low)
  const [x1, y1] = stretchPoint(stretch, to, high)
  return [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)]
}

const overlap = (a: Rect, b: Rect): number =>
  Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0])) * Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]))

/** Every door of a home where it is least in the way: by corners, leaves against walls, none over another. */
export const placeDoors = (
  home: Home,
  tiling: Tiling,
  access: Access,
): { readonly doors: readonly Door[]; readonly cost: number } => {
  const wishes = access.links.flatMap(({ room, to, type }) =>
    type === 'none' ? [] : wishFor(home, tiling, room, to, type),
  )
  const entrances = entranceWishes(home, tiling, access.root)
  const options = [
    entrances.flatMap((wish) => candidates(home, tiling, wish)),
    ...wishes.map((wish) => candidates(home, tiling, wish)),
  ]
  const usable = options.filter((list) => list.length > 0)
  const chosen = usable.map((list) => list.reduce((best, option) => (option.cost < best.cost ? option : best)))
  for (let round = 0; round < 4; round++) {
    let isChanged = false
    usable.forEach((list, index) => {
      const others = chosen.filter((_, other) => other !== index).map(({ door }) => door)
      let best = chosen[index]!
      let bestCost = best.cost + clashCost(best.door, others)
      for (const option of list) {
        const cost = option.cost + clashCost(option.door, others)
        if (cost < bestCost - 1e-6) [best, bestCost] = [option, cost]
      }
      if (best !== chosen[index]) isChanged = true
      chosen[index] = best
    })
    if (!isChanged) break
  }
  const doors = chosen.map(({ door }) => door)
  let cost = 60 * (options.length - usable.length)
  chosen.forEach(({ door, cost: own }, index) => {
    cost += own + clashCost(door, doors.slice(0, index))
  })
  return { doors, cost }
}

const wishFor = (home: Home, tiling: Tiling, room: number, to: number, type: 'door' | 'open'): DoorWish[] => {
  const stretch = stretchBetween(tiling.rects, room, to)
  if (!stretch) return []
  const length = stretch.to - stretch.from
  const [own, other] = [home.rooms[room]!, home.rooms[to]!]
  const isWide = type === 'open'
  if (isWide) {
    const isDay = [own.type, other.type].every((each) =>
      ['living_room', 'dining_room', 'kitchen', 'studio'].includes(each),
    )
    const width = isDay ? Math.min(WIDEST_PASSAGE, length - 0.3) : Math.min(1.3, length - 2 * NIB)
    return [{ room, to, stretch, width: Math.max(0.85, width), type: 'passage', swing: 'none' }]
  }
  const usual = own.facts.role === 'private' ? 0.9 : own.facts.role === 'service' ? 0.85 : 0.8
  const asked = own.source.openings?.find(({ kind, width }) => kind === 'door' && width !== undefined)
  const width = Math.min(asked?.width ?? (home.plan.accessible ? 0.95 : usual), length - 2 * NIB)
  const isSliding = own.type === 'walk_in_closet' || (own.type === 'kitchen' && other.type !== 'hallway')
  const size = own.type === 'kitchen' && isSliding ? Math.max(width, Math.min(1.4, length - 0.8)) : width
  return [{ room, to, stretch, width: size, type: 'door', swing: isSliding ? 'sliding' : 'hinged' }]
}

/** The entrance on each side where it could be; narrow fronts and north and east sides before the sunny ones. */
const entranceWishes = (home: Home, tiling: Tiling, root: number): DoorWish[] => {
  const rect = tiling.rects[root]
  if (!rect) return []
  const asked = home.plan.entrance?.side
  return planSides.flatMap((side): DoorWish[] => {
    const length = outerWall(tiling, rect, side)
    if (length < 0.95 + 2 * 0.05 || (asked && asked !== side)) return []
    const width = Math.min(home.plan.accessible ? 1 : 0.95, length - 0.1)
    return [{ room: root, to: -1, stretch: outerStretch(tiling, rect, side), width, type: 'door', swing: 'hinged' }]
  })
}

type Option = { readonly door: Door; readonly cost: number }

const candidates = (home: Home, tiling: Tiling, wish: DoorWish): Option[] => {
  const { stretch, width, swing } = wish
  const length = stretch.to - stretch.from
  const nib = Math.min(NIB, Math.max(0, (length - width) / 2))
  const [low, high] = [stretch.from + nib, stretch.to - nib - width]
  const starts = new Set([low, high, (low + high) / 2, low + (high - low) / 4, low + ((high - low) * 3) / 4])
  const rect = tiling.rects[wish.room]!
  const options: Option[] = []
  for (const start of starts) {
    for (const isHingeLow of swing === 'hinged' ? [true, false] : [true]) {
      const door = makeDoor(wish, start, isHingeLow)
      options.push({ door, cost: ownCost(home, wish, door, rect, isHingeLow) })
    }
  }
  return options
}

const makeDoor = (wish: DoorWish, start: number, isHingeLow: boolean): Door => {
  const { stretch, width, type, swing, room, to } = wish
  const half = stretch.thickness / 2
  const middle = start + width / 2
  const end = start + width
  const isHinged = swing === 'hinged'
  return {
    type,
    swing,
    width: Math.round(width * 100) / 100,
    height: type === 'passage' ? 2.3 : DOOR_HEIGHT,
    sill: 0,
    center: stretchPoint(stretch, middle, 0),
    room,
    to,
    stretch,
    start,
    ...(isHinged
      ? {
          hinge: stretchPoint(stretch, isHingeLow ? start : end, 0),
          toward: stretchPoint(stretch, middle, 0.5),
          box: boxOf(stretch, start, end, half, half + width),
        }
      : {}),
    fronts: [boxOf(stretch, start, end, half, half + FRONT), boxOf(stretch, start, end, -half - FRONT, -half)],
  }
}

const ownCost = ({ rooms }: Home, wish: DoorWish, door: Door, rect: Rect, isHingeLow: boolean): number => {
  const { stretch, width } = wish
  const end = door.start + width
  const own: readonly [number, number] = [rect[stretch.axis]!, rect[stretch.axis + 2]!]
  const [before, after] = [door.start - own[0], own[1] - end]
  let cost = 0
  const { role, type } =
    rooms[wish.room]!.facts.role === 'hub'
      ? { role: 'hub', type: '' }
      : { role: rooms[wish.room]!.facts.role, type: rooms[wish.room]!.type }
  // A door in a corner leaves the long piece of wall for furniture; one just off it wastes both pieces.
  const nearest = Math.min(before, after)
  if (door.type === 'door') cost += nearest < 0.2 ? 0 : nearest < 0.75 ? 4 * nearest : role === 'hub' ? 1 : 2.5
  if (door.swing === 'hinged') {
    // The leaf stands against the nearer side wall.
    if (isHingeLow !== before <= after) cost += 3
    const outside = (door.box![2] - door.box![0]) * (door.box![3] - door.box![1]) - overlap(door.box!, rect)
    if (outside > 0.01) cost += 60 * outside
  }
  if (type === 'bedroom' && rooms[wish.to]?.type === 'living_room' && nearest > 0.5) cost += 1
  if (wish.to < 0) cost += stretch.axis === 0 && stretch.inward === 1 ? 3 : 0
  return cost
}

const clashCost = (door: Door, others: readonly Door[]): number => {
  let cost = 0
  for (const other of others) {
    if (door.box && other.box && overlap(door.box, other.box) > 1e-4) cost += 80 + 60 * overlap(door.box, other.box)
    for (const front of other.fronts)
      if (door.box && overlap(door.box, front) > 0.02) cost += 6 + 12 * overlap(door.box, front)
    for (const front of door.fronts)
      if (other.box && overlap(other.box, front) > 0.02) cost += 6 + 12 * overlap(other.box, front)
    if (onSameWall(door, other)) {
      const gap = Math.max(other.start - door.start - door.width, door.start - other.start - other.width)
      if (gap < 0.1) cost += 200
    }
  }
  return cost
}

const onSameWall = (a: Door, b: Door): boolean =>
  a.stretch.axis === b.stretch.axis && Math.abs(a.stretch.at - b.stretch.at) < 0.01
