import { polygonArea } from '@enfilade/geometry'
import type { RoomType } from '../brief.ts'
import type { Text } from '../result.ts'
import { type HomeOutline, homeOutline } from './home-outline.ts'
import type { PlanBrief, PlanRoom, PlanSide } from './plan-brief.ts'
import { isAnnex, type RoomFacts, roomFacts } from './room-facts.ts'
import type { PlanProblem } from './single-room.ts'

/** A room of a home as the search sees it. Indices are those in `Home.rooms`. */
export type HomeRoom = {
  readonly key: string
  readonly type: RoomType
  readonly name?: string
  readonly words: string
  readonly facts: RoomFacts
  /** Net area to aim at, m². `isExact`: it was said. */
  readonly target: number
  readonly isExact: boolean
  readonly least: { readonly area: number; readonly side: number }
  readonly ratio: number
  /** A hallway: its width where it runs straight through, metres. */
  readonly strip?: number
  /** A part of that room, with no wall between: the strip by the door that makes a studio an L. */
  readonly partOf?: number
  /** Both sides were said. */
  readonly size?: readonly [number, number]
  /** Index of the only room that it is entered from. */
  readonly of?: number
  readonly side?: PlanSide
  readonly source: PlanRoom
}

export type Home = {
  readonly plan: PlanBrief
  /** What is tiled: all but balconies. */
  readonly rooms: readonly HomeRoom[]
  /** Balconies and terraces, outside the outer walls; `of` may be absent. */
  readonly annexes: readonly HomeRoom[]
  /** Net area of all rooms with the annexes, when said. */
  readonly total?: number
  readonly width?: number
  readonly depth?: number
  /** Absent: a rectangle. */
  readonly outline?: HomeOutline
  readonly adjacency: readonly { readonly a: number; readonly b: number; readonly type: 'door' | 'open' | 'apart' }[]
  readonly problems: readonly PlanProblem[]
}

const HALL_WIDTH = 1.15
const HALL_WIDTH_ACCESSIBLE = 1.3
const sizeFactor = { small: 0.78, medium: 1, large: 1.3 } as const
/** The first bedroom is the parents', the others are smaller. m². */
const MAIN_BEDROOM = 15
const OTHER_BEDROOM = 11.5

/** The rooms that a home needs for what was asked: with a hallway where the rooms can't be reached otherwise. */
export const createHome = (plan: PlanBrief): Home => {
  const problems: PlanProblem[] = []
  const asked = withHallway(plan.rooms)
  const inside = asked.filter(({ type }) => !isAnnex(type))
  const outside = asked.filter(({ type }) => isAnnex(type))
  const indexOf = new Map(inside.map(({ key }, index) => [key, index]))
  const owners = chooseOwners(inside, indexOf)
  const ranks = bedroomRanks(inside)
  const usual = inside.map((room, index) => usualArea(room, ranks[index]!, plan))
  const annexes = outside.map((room) =>
    toHomeRoom(room, plan, usualArea(room, 0, plan), indexOf.get(room.of ?? ''), false),
  )
  const annexArea = annexes.reduce((sum, { target }) => sum + target, 0)
  const { outline, problem } = homeOutline(plan, owners.filter((owner) => owner === undefined).length)
  if (problem) problems.push({ words: plan.words ?? '', text: problem })
  const total = outline ? (floorOf(outline, inside.length) ?? totalOf(plan)) : totalOf(plan)
  const isTight = total !== undefined && total < usual.reduce((sum, area) => sum + area, 0) * 0.8
  const least = inside.map((room, index) => leastOf(room, plan, isTight && (ranks[index] ?? 0) > 0))
  const targets = spread(inside, usual, least, total === undefined ? undefined : total - annexArea)
  const needed = targets.reduce((sum, area) => sum + area, annexArea)
  const most = total === undefined ? Number.POSITIVE_INFINITY : total * 1.02
  if (needed > most)
    problems.push({ words: plan.words ?? '', text: tooSmall(inside.length + outside.length, needed, total!) })
  const rooms = inside.map((room, index) => ({
    ...toHomeRoom(room, plan, targets[index]!, owners[index], isTight && (ranks[index] ?? 0) > 0),
  }))
  const withNook = addCorners(addNook(rooms), problems)
  const { width, depth } = outline ?? plan.size ?? {}
  return {
    plan,
    rooms: withNook,
    annexes,
    ...(total === undefined ? {} : { total: Math.max(total, needed) }),
    ...(width === undefined ? {} : { width }),
    ...(depth === undefined ? {} : { depth }),
    ...(outline ? { outline } : {}),
    adjacency: (plan.adjacency ?? []).flatMap(({ a, b, type }) => {
      const [first, second] = [indexOf.get(a), indexOf.get(b)]
      return first === undefined || second === undefined ? [] : [{ a: first, b: second, type }]
    }),
    problems,
  }
}

/** Area of the strip between a studio's entrance and its bathroom, m². */
const NOOK = 2.6

/** A studio reaches round its bathroom to the entrance, where no other room is there for that. */
const addNook = (rooms: readonly HomeRoom[]): HomeRoom[] => {
  const studio = rooms.findIndex(({ type, size }) => type === 'studio' && !size)
  const isPlain = rooms.length === 2 && rooms.some(({ type, size }) => type === 'bathroom' && !size)
  if (studio < 0 || !isPlain || rooms[studio]!.target < 16) return [...rooms]
  const owner = rooms[studio]!
  const least = { area: NOOK * 0.8, side: 1.25 }
  return [
    ...rooms.map((room, index) => (index === studio ? { ...room, target: room.target - NOOK } : room)),
    {
      ...owner,
      key: `${owner.key}:nook`,
      facts: { ...roomFacts.entrance, name: owner.facts.name },
      type: 'entrance',
      target: NOOK,
      least,
      isExact: false,
      ratio: 1.3,
      partOf: studio,
    },
  ]
}

/** Share of an L-shaped room in its smaller part, and the least side of that, metres. */
const CORNER_SHARE = 0.3
const CORNER_SIDE = 1.8

/** A room of a home that shall be an L is two rectangles that open to each other; of other outlines it is said that they are not made. */
const addCorners = (rooms: readonly HomeRoom[], problems: PlanProblem[]): HomeRoom[] => {
  const corners: HomeRoom[] = []
  const whole = rooms.map((room, index): HomeRoom => {
    const { shape } = room.source
    if (!shape || shape.type === 'rectangle' || room.partOf !== undefined) return room
    const target = room.target * CORNER_SHARE
    if (shape.type !== 'L' || room.size || target < CORNER_SIDE ** 2) {
      problems.push({ words: room.words, text: notShaped(shape.type === 'L' ? room.target : undefined) })
      return room
    }
    corners.push({
      ...room,
      key: `${room.key}:corner`,
      facts: { ...room.facts, light: 0 },
      target,
      least: { area: CORNER_SIDE ** 2, side: CORNER_SIDE },
      isExact: false,
      ratio: 1.3,
      partOf: index,
    })
    return { ...room, target: room.target - target, isExact: false }
  })
  return [...whole, ...corners]
}

const notShaped = (area?: number): Text =>
  area === undefined
    ? {
        en: 'in a home of several rooms, 1 room can be a rectangle or an L',
        zh: '多个房间的住宅中，单个房间只能是矩形或 L 形（1 种）',
      }
    : {
        en: `${area.toFixed(1)} m² with given sides or under 11 m² are not made an L`,
        zh: `${area.toFixed(1)} 平方米（已给边长或不足 11 平方米）不作 L 形`,
      }

const tooSmall = (rooms: number, needed: number, total: number): Text => ({
  en: `${rooms} rooms with their least areas need ${needed.toFixed(1)} m², more than ${total.toFixed(1)} m²; ${needed.toFixed(1)} m² were drawn`,
  zh: `${rooms} 个房间按最小面积共需 ${needed.toFixed(1)} 平方米，超过 ${total.toFixed(1)} 平方米；按 ${needed.toFixed(1)} 平方米绘制`,
})

const totalOf = ({ totalArea, rooms, size }: PlanBrief): number | undefined => {
  if (size?.width && size.depth) return undefined
  if (!totalArea) return undefined
  const usual = rooms.reduce((sum, { type }) => sum + roomFacts[type].area, 0)
  const { exact, min, max } = totalArea
  return exact ?? Math.min(max ?? Number.POSITIVE_INFINITY, Math.max(min ?? 0, usual))
}

/** Net floor of an outline of given size: what inner walls leave of it. */
const floorOf = ({ ringAt, width, depth }: HomeOutline, rooms: number): number | undefined =>
  width === undefined || depth === undefined
    ? undefined
    : polygonArea(ringAt(width, depth)) * (1 - 0.012 * Math.min(rooms, 8))

/** A hallway where three or more rooms need one, or where no room may be crossed to reach the others. */
const withHallway = (rooms: readonly PlanRoom[]): PlanRoom[] => {
  const isOwned = ({ type, of }: PlanRoom) =>
    of !== undefined || (type === 'walk_in_closet' && rooms.some((room) => room.type === 'bedroom'))
  const inside = rooms.filter((room) => !isAnnex(room.type) && !isOwned(room))
  const hubs = inside.filter(({ type }) => roomFacts[type].role === 'hub')
  const doors = inside.filter(({ type }) => roomFacts[type].role === 'private' || roomFacts[type].role === 'wet')
  const isReached = hubs.some(({ type }) => type === 'hallway') || (hubs.length > 0 && doors.length < 3)
  if (isReached || (hubs.length === 0 && inside.length < 2)) return [...rooms]
  let key = 'hallway'
  while (rooms.some((room) => room.key === key)) key += '_'
  return [...rooms, { key, type: 'hallway' }]
}

/** Walk-in closets belong to the first bedroom; other rooms only to the one they were said to be of. */
const chooseOwners = (rooms: readonly PlanRoom[], indexOf: ReadonlyMap<string, number>): (number | undefined)[] => {
  const bedroom = rooms.findIndex(({ type }) => type === 'bedroom')
  return rooms.map(({ type, of }) => {
    const said = of === undefined ? undefined : indexOf.get(of)
    return said ?? (type === 'walk_in_closet' && bedroom >= 0 ? bedroom : undefined)
  })
}

const bedroomRanks = (rooms: readonly PlanRoom[]): (number | undefined)[] => {
  let rank = 0
  const isSeveral = rooms.filter(({ type }) => type === 'bedroom').length > 1
  return rooms.map(({ type }) => (type === 'bedroom' && isSeveral ? rank++ : undefined))
}

const usualArea = (room: PlanRoom, rank: number | undefined, plan: PlanBrief): number => {
  const facts = roomFacts[room.type]
  const base = room.type === 'bedroom' && rank !== undefined ? (rank === 0 ? MAIN_BEDROOM : OTHER_BEDROOM) : facts.area
  const { exact, min, max } = room.area ?? {}
  const size = room.size?.width && room.size.depth ? room.size.width * room.size.depth : undefined
  const usual = base * sizeFactor[room.sizeClass ?? 'medium'] * (plan.accessible ? 1.15 : 1)
  return exact ?? size ?? Math.min(max ?? Number.POSITIVE_INFINITY, Math.max(min ?? 0, usual))
}

const leastOf = (room: PlanRoom, plan: PlanBrief, isSingle: boolean) => {
  const facts = roomFacts[room.type]
  if (plan.accessible) return facts.accessible
  return room.type === 'bedroom' && isSingle ? roomFacts.study.least : facts.least
}

/** A little more than the least that a rule demands. */
const MARGIN = 1.04

/** Areas that fit a total: rooms that were given one keep it, the others grow and shrink by their kind. */
const spread = (
  rooms: readonly PlanRoom[],
  usual: readonly number[],
  least: readonly { readonly area: number }[],
  total: number | undefined,
): number[] => {
  const areasFor = (factor: number) =>
    rooms.map((room, index) => {
      const isGiven = room.area?.exact !== undefined || (room.size?.width && room.size.depth)
      if (isGiven) return usual[index]!
      const grown = usual[index]! * factor ** roomFacts[room.type].grow
      const { min, max } = room.area ?? {}
      return Math.min(max ?? Number.POSITIVE_INFINITY, Math.max(min ?? 0, grown, least[index]!.area * MARGIN))
    })
  if (total === undefined) return areasFor(1)
  let [low, high] = [0.02, 30]
  for (let round = 0; round < 50; round++) {
    const middle = Math.sqrt(low * high)
    const sum = areasFor(middle).reduce((all, area) => all + area, 0)
    if (sum > total) high = middle
    else low = middle
  }
  return areasFor(low)
}

const toHomeRoom = (
  room: PlanRoom,
  plan: PlanBrief,
  target: number,
  of: number | undefined,
  isSingle: boolean,
): HomeRoom => {
  const facts = roomFacts[room.type]
  const { width, depth } = room.size ?? {}
  const hall = plan.accessible ? HALL_WIDTH_ACCESSIBLE : HALL_WIDTH
  const isStrip = room.type === 'hallway' && !room.area && !room.size
  return {
    key: room.key,
    type: room.type,
    words: room.words ?? facts.name.en,
    facts,
    target,
    isExact: room.area?.exact !== undefined || (width !== undefined && depth !== undefined),
    least: leastOf(room, plan, isSingle),
    ratio: room.proportion ?? facts.ratio,
    source: room,
    ...(room.name ? { name: room.name } : {}),
    ...(isStrip ? { strip: Math.max(hall, Math.min(2, width ?? 0)) } : {}),
    ...(width !== undefined && depth !== undefined ? { size: [width, depth] as const } : {}),
    ...(of === undefined ? {} : { of }),
    ...(room.side ? { side: room.side } : {}),
  }
}
