import { type Access, findAccess, outerWall, sharedWalls } from './home-access.ts'
import type { Home, HomeRoom } from './home-rooms.ts'
import type { Rect, Tiling } from './home-tree.ts'
import { rectArea } from './home-tree.ts'
import { planSides } from './plan-brief.ts'

export type Judged = { readonly cost: number; readonly access: Access }

/** Window panes of usual height over floor area, with the nibs beside them: the outer wall that daylight asks for. */
const daylightWall = (area: number): number => Math.min(4.5, Math.max(1, area / 8 / 1.4) + 0.45)

/**
 * What is wrong with a tiling, in points: hundreds for what may not be (a room that can't be entered, a dark bedroom, less
 * than the least size), tens and ones for what an architect would rather do otherwise.
 */
export const judgeTiling = (home: Home, tiling: Tiling): Judged => {
  const shared = sharedWalls(tiling.rects)
  const access = findAccess(home, tiling, shared)
  let { cost } = access
  home.rooms.forEach((room, index) => {
    const rect = tiling.rects[index]!
    cost += sizeCost(room, rect) + lightCost(room, rect, tiling)
    if (home.outline) cost += spareCost(room, rect)
    if (room.partOf !== undefined)
      cost += partCost(room, rect, tiling.rects[room.partOf]!, shared[index * home.rooms.length + room.partOf]!)
  })
  cost += neighbourCost(home, tiling.rects, shared, access)
  const aspect = Math.max(tiling.width / tiling.depth, tiling.depth / tiling.width)
  if (aspect > 1.6) cost += 14 * (aspect - 1.6)
  return { cost, access }
}

/** Metres by which the two parts of an L differ in width. */
const LEAST_STEP = 0.8

/** A part opens to its room with the whole of one side. */
const partCost = (room: HomeRoom, part: Rect, whole: Rect, length: number): number => {
  const isAbove = part[1] > whole[3] || part[3] < whole[1]
  const side = isAbove ? part[2] - part[0] : part[3] - part[1]
  if (length <= 0 || Math.abs(length - side) > 1e-6) return 400
  // An L has a corner that can be seen.
  const other = isAbove ? whole[2] - whole[0] : whole[3] - whole[1]
  return room.source.shape?.type === 'L' && other - side < LEAST_STEP ? 150 : 0
}

/** Bathrooms, kitchens and stores do not take up what an odd part of the outline has too much. */
const spareCost = (room: HomeRoom, rect: Rect): number => {
  const isSmall = room.facts.role === 'wet' || room.facts.role === 'service'
  return isSmall ? 40 * Math.max(0, rectArea(rect) / room.target - 1.5) : 0
}

const sizeCost = (room: HomeRoom, rect: Rect): number => {
  const [width, depth] = [rect[2] - rect[0], rect[3] - rect[1]]
  const [short, long] = width < depth ? [width, depth] : [depth, width]
  const area = width * depth
  let cost = 0
  if (short < room.least.side + 0.02) cost += 40 + 500 * (room.least.side + 0.02 - short)
  if (room.strip !== undefined) {
    // A hallway is as long as it must be.
    if (long > 7) cost += 6 * (long - 7)
    return cost + 2.2 * Math.max(0, area - 3) + (short > room.strip + 0.5 ? 30 * (short - room.strip - 0.5) : 0)
  }
  if (area < room.least.area) cost += 40 + 300 * (1 - area / room.least.area)
  const off = Math.abs(Math.log(area / room.target))
  cost += room.isExact ? 900 * Math.max(0, off - 0.01) : 25 * Math.max(0, off - 0.08)
  if (room.size) {
    const direct = Math.abs(width - room.size[0]) + Math.abs(depth - room.size[1])
    const turned = Math.abs(depth - room.size[0]) + Math.abs(width - room.size[1])
    cost += 250 * Math.min(direct, turned)
    return cost
  }
  const ratio = long / short
  const ideal = room.ratio
  if (ratio > ideal + 0.2) cost += 9 * (ratio - ideal - 0.2)
  if (ratio > room.facts.mostRatio) cost += 30 + 70 * (ratio - room.facts.mostRatio)
  if (ratio < ideal - 0.35 && room.source.proportion) cost += 30 * (ideal - ratio)
  return cost
}

const lightCost = (room: HomeRoom, rect: Rect, tiling: Tiling): number => {
  let longest = 0
  let sum = 0
  for (const side of planSides) {
    const length = outerWall(tiling, rect, side)
    longest = Math.max(longest, length)
    sum += length
  }
  let cost = 0
  const { light } = room.facts
  if (light > 0 && !room.source.without?.includes('window')) {
    const need = room.type === 'bathroom' ? 0.9 : daylightWall(rectArea(rect))
    const missing = Math.max(0, need - longest - Math.max(0, sum - longest) * 0.6)
    const weight = light === 2 ? 220 : room.type === 'kitchen' ? 55 : 12
    if (missing > 0) cost += weight * (0.5 + missing / need)
  }
  if (room.side && outerWall(tiling, rect, room.side) < 1.2) cost += 300
  const isSunny = room.type === 'living_room' || room.type === 'bedroom' || room.type === 'studio'
  if (isSunny && !room.side && outerWall(tiling, rect, 'south') < 1.5) cost += room.type === 'bedroom' ? 2 : 5
  return cost
}

/** Kitchens by tables, bathrooms by bedrooms, wet rooms back to back, a nursery by the parents. */
const neighbourCost = (home: Home, rects: readonly Rect[], shared: Float64Array, { links }: Access): number => {
  const { rooms } = home
  let cost = 0
  const entered = new Map(links.map(({ room, to }) => [room, to]))
  const of = (...types: string[]) => rooms.flatMap(({ type }, index) => (types.includes(type) ? [index] : []))
  const isBeside = (a: number, b: number, least: number) => shared[a * rooms.length + b]! >= least
  const tables = of('dining_room').length > 0 ? of('dining_room') : of('living_room', 'studio')
  for (const kitchen of of('kitchen'))
    if (tables.length > 0 && !tables.some((table) => isBeside(kitchen, table, 1))) cost += 45
  const beds = of('bedroom', 'kids_room', 'nursery')
  for (const bathroom of of('bathroom')) {
    if (rooms[bathroom]!.of !== undefined || beds.length === 0) continue
    const isNear = beds.some((bed) => entered.get(bed) === entered.get(bathroom) || isBeside(bed, bathroom, 0.5))
    if (!isNear) cost += 25
    if (entered.get(bathroom) === entered.get(beds[0]!)) cost -= 2
  }
  const wet = of('bathroom', 'kitchen', 'laundry')
  for (const room of wet)
    if (wet.length > 1 && !wet.some((other) => other !== room && isBeside(room, other, 0.5))) cost += 2.5
  const [main, ...others] = of('bedroom')
  const sizeOf = (index: number) => rectArea(rects[index]!)
  if (main !== undefined && others.some((other) => sizeOf(other) > sizeOf(main) + 0.2 && !rooms[other]!.isExact))
    cost += 8
  for (const nursery of of('nursery')) {
    const parents = of('bedroom')[0]
    if (parents !== undefined && !isBeside(nursery, parents, 0.3)) cost += 6
  }
  for (const dining of of('dining_room'))
    if (of('living_room').length > 0 && !of('living_room').some((living) => isBeside(dining, living, 1.6))) cost += 15
  return cost
}
