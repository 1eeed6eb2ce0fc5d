import type { Point2 } from '@enfilade/geometry'
import type { RoomType } from '../brief.ts'
import type { Home } from './home-rooms.ts'
import type { Rect, Tiling } from './home-tree.ts'
import type { PlanSide } from './plan-brief.ts'
import { INNER_WALL, OUTER_WALL } from './shell.ts'

/** A way from one room into another. `to` is nearer to the entrance. */
export type Link = {
  readonly room: number
  readonly to: number
  /** `none`: they are parts of one room. */
  readonly type: 'door' | 'open' | 'none'
}

export type Access = {
  /** The room with the door from outside; -1 where none can have it. */
  readonly root: number
  readonly links: readonly Link[]
  readonly cost: number
  readonly unreached: readonly number[]
}

/** Least length of shared wall for a door, a wide passage, and of outer wall for the entrance. Metres. */
export const DOOR_WALL = 1.12
const OPEN_WALL = 1.5
const NOWHERE = 600
const FORBIDDEN = 80

/** Whether two faces have a wall between them: an inner one, or one as thick as those outside. */
export const isWallBetween = (gap: number): boolean =>
  Math.abs(gap - INNER_WALL) < 1e-3 || Math.abs(gap - OUTER_WALL) < 1e-3

/** Length of wall that every two rooms share, metres, row by row. */
export const sharedWalls = (rects: readonly Rect[]): Float64Array => {
  const count = rects.length
  const lengths = new Float64Array(count * count)
  for (let first = 0; first < count; first++) {
    const [ax0, ay0, ax1, ay1] = rects[first]!
    for (let second = first + 1; second < count; second++) {
      const [bx0, by0, bx1, by1] = rects[second]!
      const overX = Math.min(ax1, bx1) - Math.max(ax0, bx0)
      const overY = Math.min(ay1, by1) - Math.max(ay0, by0)
      const isBeside = isWallBetween(-overX) && overY > 0
      const isAbove = isWallBetween(-overY) && overX > 0
      if (!isBeside && !isAbove) continue
      const length = isBeside ? overY : overX
      lengths[first * count + second] = length
      lengths[second * count + first] = length
    }
  }
  return lengths
}

/** Length of outer wall on a side; of an outline with corners that point inwards the longest piece. */
export const outerWall = (tiling: Tiling, rect: Rect, side: PlanSide): number => {
  const [x0, y0, x1, y1] = rect
  if (tiling.ring) {
    const [from, to] = ringSpan(tiling.ring, rect, side)
    return to - from
  }
  if (side === 'south') return y0 < 1e-6 ? x1 - x0 : 0
  if (side === 'north') return y1 > tiling.depth - 1e-6 ? x1 - x0 : 0
  if (side === 'west') return x0 < 1e-6 ? y1 - y0 : 0
  return x1 > tiling.width - 1e-6 ? y1 - y0 : 0
}

/** The longest piece of a rectangle's side that lies on an outline: from and to along it, equal where there is none. */
export const ringSpan = (ring: readonly Point2[], rect: Rect, side: PlanSide): readonly [number, number] => {
  const axis = side === 'north' || side === 'south' ? 0 : 1
  const across = (1 - axis) as 0 | 1
  const at = rect[side === 'south' || side === 'west' ? across : across + 2]!
  // Counter-clockwise: the south edge runs east, the east edge north.
  const sign = side === 'south' || side === 'east' ? 1 : -1
  const [low, high] = [rect[axis]!, rect[axis + 2]!]
  let [bestFrom, bestTo] = [low, low]
  let before = ring[ring.length - 1]!
  for (const point of ring) {
    const a = before
    before = point
    if (Math.abs(a[across]! - at) > 1e-4 || Math.abs(point[across]! - at) > 1e-4) continue
    if ((point[axis]! - a[axis]!) * sign <= 0) continue
    const from = Math.max(low, Math.min(a[axis]!, point[axis]!))
    const to = Math.min(high, Math.max(a[axis]!, point[axis]!))
    if (to - from > bestTo - bestFrom) [bestFrom, bestTo] = [from, to]
  }
  return [bestFrom, bestTo]
}

const rootOrder: readonly RoomType[] = ['entrance', 'hallway', 'living_room', 'dining_room', 'studio']

/** How unwelcome a door from a room into that hub (or kitchen) is. Absent: 6. */
const doorCost: { readonly [room in RoomType]?: { readonly [hub in RoomType]?: number } } = {
  bedroom: { hallway: 0, living_room: 4, studio: 4, dining_room: 9, entrance: 9 },
  bathroom: { hallway: 0, studio: 0, entrance: 5, living_room: 9, dining_room: 22 },
  kitchen: { dining_room: 0, living_room: 1, studio: 1, hallway: 4, entrance: 7 },
  laundry: { hallway: 0, kitchen: 1, entrance: 2, living_room: 6, dining_room: 6 },
  storage_room: { hallway: 0, entrance: 0, kitchen: 1, living_room: 4, dining_room: 4 },
  study: { hallway: 0, living_room: 1, entrance: 2, dining_room: 4 },
  office: { hallway: 0, living_room: 1, entrance: 1, dining_room: 4 },
  walk_in_closet: { hallway: 0 },
}

const hubCost: { readonly [room in RoomType]?: { readonly [hub in RoomType]?: number } } = {
  living_room: { entrance: 0, hallway: 0, dining_room: 1, studio: 1 },
  dining_room: { living_room: 0, hallway: 2, entrance: 3 },
  hallway: { entrance: 0, living_room: 0.5, dining_room: 3, hallway: 0, studio: 0 },
  entrance: { hallway: 0, living_room: 0, dining_room: 2, studio: 0 },
}

/** Rooms that only service rooms may be entered from. */
const isThrough = (type: RoomType, from: RoomType): boolean =>
  type === 'kitchen' && (from === 'laundry' || from === 'storage_room')

/** Finds how the rooms are entered: hubs from the entrance on, every other room from the best hub beside it. */
export const findAccess = (home: Home, tiling: Tiling, lengths: Float64Array): Access => {
  const { rooms } = home
  const count = rooms.length
  const shared = (a: number, b: number) => lengths[a * count + b]!
  const wish = (a: number, b: number) =>
    home.adjacency.length === 0
      ? undefined
      : home.adjacency.find((entry) => (entry.a === a && entry.b === b) || (entry.a === b && entry.b === a))?.type
  const isHub = (index: number) => rooms[index]!.facts.role === 'hub' && rooms[index]!.of === undefined
  let cost = 0
  const root = chooseRoot(home, tiling)
  if (root < 0) return { root, links: [], cost: 5 * NOWHERE, unreached: rooms.map((_, index) => index) }
  const first = entranceRoom(home)
  if (first >= 0 && first !== root) cost += 120
  const links: Link[] = []
  const reached = new Set([root])
  for (;;) {
    let best: { room: number; to: number; cost: number } | undefined
    for (let room = 0; room < count; room++) {
      if (reached.has(room) || !isHub(room)) continue
      for (const to of reached) {
        const length = shared(room, to)
        if (length < DOOR_WALL || wish(room, to) === 'apart') continue
        const own = hubCost[rooms[room]!.type]?.[rooms[to]!.type] ?? 4
        const value = own + (length < OPEN_WALL ? 2 : 0) - (wish(room, to) ? 50 : 0)
        if (!best || value < best.cost) best = { room, to, cost: value }
      }
    }
    if (!best) break
    cost += Math.max(0, best.cost)
    reached.add(best.room)
    const isPart = rooms[best.room]!.partOf === best.to || rooms[best.to]!.partOf === best.room
    links.push({ room: best.room, to: best.to, type: isPart ? 'none' : 'open' })
  }
  for (let room = 0; room < count; room++) {
    if (reached.has(room) || isHub(room)) continue
    const { of, type, partOf } = rooms[room]!
    if (of !== undefined || partOf !== undefined) continue
    let best: { to: number; cost: number } | undefined
    for (let to = 0; to < count; to++) {
      const isDoor = (isHub(to) && reached.has(to)) || isThrough(rooms[to]!.type, type)
      if (to === room || !isDoor || shared(room, to) < DOOR_WALL || wish(room, to) === 'apart') continue
      const value = (doorCost[type]?.[rooms[to]!.type] ?? 6) - (wish(room, to) ? 50 : 0)
      if (!best || value < best.cost) best = { to, cost: value }
    }
    if (!best) continue
    cost += Math.max(0, best.cost)
    reached.add(room)
    links.push({ room, to: best.to, type: wish(room, best.to) === 'open' ? 'open' : 'door' })
  }
  for (let room = 0; room < count; room++) {
    const { of } = rooms[room]!
    if (of === undefined || reached.has(room)) continue
    if (shared(room, of) < DOOR_WALL) continue
    reached.add(room)
    links.push({ room, to: of, type: 'door' })
  }
  for (let room = 0; room < count; room++) {
    const { partOf } = rooms[room]!
    if (partOf === undefined || reached.has(room) || shared(room, partOf) < DOOR_WALL) continue
    reached.add(room)
    links.push({ room, to: partOf, type: 'none' })
  }
  // Rooms that must open into each other beyond the way that was found.
  for (const { a, b, type } of home.adjacency) {
    if (type === 'apart' || links.some(({ room, to }) => (room === a && to === b) || (room === b && to === a))) continue
    if (shared(a, b) < DOOR_WALL) cost += 350
    else {
      const isFar = links.findIndex(({ room }) => room === a) >= 0
      links.push(isFar ? { room: a, to: b, type } : { room: b, to: a, type })
    }
  }
  const unreached = rooms.flatMap((_, index) => (reached.has(index) ? [] : [index]))
  return { root, links, cost: cost + unreached.length * NOWHERE + crossings(home, links) * FORBIDDEN, unreached }
}

/** Doors from wet rooms into kitchens, which only words can ask for. */
const crossings = ({ rooms }: Home, links: readonly Link[]): number =>
  links.filter(({ room, to }) => rooms[room]!.type === 'bathroom' && rooms[to]!.type === 'kitchen').length

const entranceRoom = ({ rooms, plan }: Home): number => {
  const said = rooms.findIndex(({ key }) => key === plan.entrance?.room)
  if (said >= 0) return said
  for (const type of rootOrder) {
    const found = rooms.findIndex((room) => room.type === type && room.of === undefined)
    if (found >= 0) return found
  }
  // A suite: a bedroom with its bathroom is entered through the bedroom.
  return rooms.findIndex(({ of }) => of === undefined)
}

/** The room that a visitor enters: the one meant for it if it has outer wall enough, else another hub. */
const chooseRoot = (home: Home, tiling: Tiling): number => {
  const side = home.plan.entrance?.side
  const fits = (index: number) =>
    (['north', 'east', 'south', 'west'] as const).some(
      (each) => (!side || side === each) && outerWall(tiling, tiling.rects[index]!, each) >= DOOR_WALL - 0.05,
    )
  const wished = entranceRoom(home)
  if (wished >= 0 && fits(wished)) return wished
  for (const type of rootOrder) {
    const found = home.rooms.findIndex((room, index) => room.type === type && room.of === undefined && fits(index))
    if (found >= 0) return found
  }
  return -1
}
