import { findKind } from '@enfilade/catalogue'
import { boxFootprint, convexPenetration, isPointInPolygon, polygonArea } from '@enfilade/geometry'
import { itemFootprint, type Point2, type SceneItem } from '@enfilade/scene'
import type { CompassSide, RoomType } from '../brief.ts'
import { roomFacts } from '../plan/room-facts.ts'
import type { Site } from '../site.ts'
import type { CutLine } from './cut-lines.ts'

/** What one side of a new wall shall be. */
export type RoomPart = {
  /** Absent: as the room was. */
  readonly type?: RoomType
  readonly name?: string
  /** m². */
  readonly area?: number
  readonly side?: CompassSide
}

/** Why no wall can stand along a line, by how near it came: later ones are nearer. */
export type CutFault =
  | {
      readonly why: 'size'
      readonly type: RoomType
      readonly area: number
      readonly side: number
      /** By how much it is too small: m², or three times the metres. */
      readonly short: number
    }
  | { readonly why: 'opening'; readonly gap: number }
  | { readonly why: 'thing'; readonly item: SceneItem; readonly depth: number }

export type JudgedCut = { readonly line: CutLine; readonly cost: number; readonly order: readonly [number, number] }

/** Room kept between a wall and the things beside it, metres. */
const CLEAR = 0.02
/** From an opening to the wall that ends beside it: the frame and its trim. */
const REVEAL = 0.06
/** Free depth before doors that stay as they were. */
const DOOR_ZONE = 0.9

/** The cost of a line for two parts, the cheaper way round; or what forbids it. */
export const judgeCut = (
  line: CutLine,
  site: Site,
  parts: readonly [RoomPart, RoomPart],
  thickness: number,
): JudgedCut | CutFault => {
  const sizes = line.rings.map((ring) => sizeOf(ring, line, thickness)) as [PartSize, PartSize]
  const orders = [
    [0, 1],
    [1, 0],
  ] as const
  const ways = orders.map((order) => costOf(order, sizes, line, site, parts))
  const best = ways.reduce((a, b) => (b.cost < a.cost ? b : a))
  if (best.fault) return best.fault
  const gap = openingGap(line, site, thickness)
  if (gap < 0) return { why: 'opening', gap }
  const hit = deepestThing(line, site, thickness)
  if (hit) return { why: 'thing', ...hit }
  return { line, cost: best.cost, order: best.order }
}

type PartSize = { readonly area: number; readonly side: number; readonly center: Point2 }

const sizeOf = (ring: readonly Point2[], { along: [ux, uy], length }: CutLine, thickness: number): PartSize => {
  const us = ring.map(([x, y]) => x * ux + y * uy)
  const vs = ring.map(([x, y]) => y * ux - x * uy)
  const [low, high] = [Math.min(...vs), Math.max(...vs)]
  const width = Math.max(...us) - Math.min(...us)
  return {
    area: polygonArea(ring) - (length * thickness) / 2,
    side: Math.min(width, high - low - thickness / 2),
    center: [
      ring.reduce((sum, [x]) => sum + x, 0) / ring.length,
      ring.reduce((sum, [, y]) => sum + y, 0) / ring.length,
    ],
  }
}

/** How much dearer: a room below its least area; one without the daylight that it needs; things in a room that they are not for. */
const prices = { small: 1000, dark: 40, strange: 12, share: 30, side: 60, long: 8 } as const

const costOf = (
  order: readonly [number, number],
  sizes: readonly [PartSize, PartSize],
  line: CutLine,
  site: Site,
  parts: readonly [RoomPart, RoomPart],
) => {
  let cost = line.length * 0.5
  let fault: Extract<CutFault, { why: 'size' }> | undefined
  const total = sizes[0].area + sizes[1].area
  const types = order.map((index) => typeOf(parts[index]!, site)) as [RoomType, RoomType]
  const usual = types.map((type) => roomFacts[type].area)
  for (const [at, index] of order.entries()) {
    const [part, size, type, ring] = [parts[index]!, sizes[at]!, types[at]!, line.rings[at]!]
    const { least, light, mostRatio } = roomFacts[type]
    // What was asked for by its area may be as small as that.
    const leastArea = part.area === undefined ? least.area : Math.min(least.area, part.area * 0.97)
    const short = Math.max(leastArea - size.area, (least.side - size.side) * 3)
    if (short > 1e-6) {
      cost += prices.small * (1 + short)
      if (!fault || short > fault.short) fault = { why: 'size', type, area: size.area, side: size.side, short }
    }
    const wanted = part.area ?? (total * usual[at]!) / (usual[0]! + usual[1]!)
    cost += ((prices.share * Math.abs(size.area - wanted)) / total) * (part.area === undefined ? 1 : 8)
    if (light > 0 && !site.plan.windows.some(({ at: window }) => isNear(window, ring))) cost += prices.dark * light
    if (size.area / size.side ** 2 > mostRatio) cost += prices.long * (size.area / size.side ** 2 - mostRatio)
    cost += prices.strange * strangers(site, ring, type)
    if (part.side && !liesOn(part.side, size.center, sizes[1 - at]!.center)) cost += prices.side
  }
  return { order, cost, ...(fault ? { fault } : {}) }
}

const typeOf = ({ type }: RoomPart, { room }: Site): RoomType =>
  type ?? (Object.hasOwn(roomFacts, room.type) ? (room.type as RoomType) : 'generic')

/** A window's middle on the wall face that belongs to a part. */
const isNear = (point: Point2, ring: readonly Point2[]) =>
  ring.some((a, index) => {
    const b = ring[(index + 1) % ring.length]!
    const length = Math.hypot(b[0] - a[0], b[1] - a[1])
    const along = ((point[0] - a[0]) * (b[0] - a[0]) + (point[1] - a[1]) * (b[1] - a[1])) / length
    const off = Math.abs((point[0] - a[0]) * (b[1] - a[1]) - (point[1] - a[1]) * (b[0] - a[0])) / length
    return off < 0.03 && along > 0 && along < length
  })

/** Things in a part that rooms of its type do not have. */
const strangers = ({ standing, scene }: Site, ring: readonly Point2[], type: RoomType): number =>
  type === 'generic'
    ? 0
    : standing.filter(({ id }) => {
        const item = scene.items.find((each) => each.id === id)
        const kind = item && findKind(item.category)
        return (
          item !== undefined &&
          kind !== undefined &&
          item.support.on === 'floor' &&
          !(kind.rooms as readonly string[]).includes(type) &&
          isPointInPolygon([item.worldPose.x, item.worldPose.y], ring)
        )
      }).length

const liesOn = (side: CompassSide, [x, y]: Point2, [ox, oy]: Point2): boolean => {
  const toward = { north: y - oy, south: oy - y, east: x - ox, west: ox - x }[side as 'north']
  return toward === undefined || toward > 0
}

/** The least way from the wall's ends to openings beside them and to the floor before doors; below 0 it hits one. */
const openingGap = (line: CutLine, { plan }: Site, thickness: number): number => {
  const strip = stripOf(line, thickness + 2 * REVEAL)
  const gaps = [...plan.doors, ...plan.windows].map(({ at, inward, yaw, width, sill }) => {
    const isDoor = plan.doors.some((door) => door.at === at) && sill < 0.3
    const depth = isDoor ? DOOR_ZONE : 0.1
    const zone = boxFootprint(at[0] + (inward[0] * depth) / 2, at[1] + (inward[1] * depth) / 2, yaw, width, depth)
    return -convexPenetration(strip, zone)
  })
  return Math.min(0.001, ...gaps.map((gap) => (gap < -1e-6 ? gap : 0.001)))
}

const deepestThing = (line: CutLine, { scene, room }: Site, thickness: number) => {
  const strip = stripOf(line, thickness + 2 * CLEAR)
  let worst: { item: SceneItem; depth: number } | undefined
  for (const item of scene.items) {
    if (item.level !== room.level) continue
    const depth = convexPenetration(strip, itemFootprint(item))
    if (depth > 1e-3 && (!worst || depth > worst.depth)) worst = { item, depth }
  }
  return worst
}

/** The floor of the wall, a millimetre short of its ends. */
const stripOf = ({ from, to, along, length }: CutLine, width: number) =>
  boxFootprint((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, Math.atan2(along[1], along[0]), length - 0.002, width)
