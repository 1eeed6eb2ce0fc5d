import { type Point2, polygonBounds } from '@enfilade/geometry'
import type { CountSpan, Expectation, Span } from '../request.ts'
import { angleBetween, type Gate, type Model, type Room } from './scene-model.ts'
import { thresholds as t } from './thresholds.ts'
import { against, fail, pass, quantify, type Verdict } from './verdict.ts'

type Of<Type extends Expectation['type']> = Extract<Expectation, { type: Type }>

/** Room types that one word may mean. */
const roomNames: { readonly [word: string]: readonly string[] } = {
  bedroom: ['bedroom', 'master_bedroom', 'guest_room', 'guest_bedroom'],
  master_bedroom: ['master_bedroom', 'bedroom'],
  guest_room: ['guest_room', 'bedroom', 'guest_bedroom'],
  living_room: ['living_room', 'living_dining', 'living_kitchen', 'lounge'],
  study: ['study', 'office', 'home_office', 'library'],
  office: ['office', 'study', 'home_office'],
  home_office: ['office', 'study', 'home_office'],
  kids_room: ['kids_room', 'children_room', 'nursery', 'playroom'],
  children_room: ['kids_room', 'children_room', 'nursery', 'playroom'],
  nursery: ['nursery', 'kids_room'],
  playroom: ['playroom', 'kids_room'],
  entrance: ['entrance', 'hallway', 'hall', 'foyer', 'corridor'],
  hallway: ['hallway', 'entrance', 'hall', 'foyer', 'corridor'],
  hall: ['hallway', 'entrance', 'hall', 'foyer', 'corridor'],
  bathroom: ['bathroom', 'toilet', 'wc', 'shower_room', 'ensuite'],
  toilet: ['toilet', 'wc', 'bathroom'],
  laundry: ['laundry', 'utility', 'laundry_room', 'utility_room'],
  walk_in_closet: ['walk_in_closet', 'dressing_room', 'closet'],
  dressing_room: ['walk_in_closet', 'dressing_room', 'closet'],
  library: ['library', 'study'],
  balcony: ['balcony', 'terrace'],
  storage_room: ['storage_room', 'storage'],
  dining_room: ['dining_room', 'living_dining', 'dining'],
  kitchen: ['kitchen', 'living_kitchen', 'kitchen_dining'],
}

export const isRoomCalled = (room: Room, word: string): boolean =>
  (roomNames[word] ?? [word]).includes(room.json.type) || room.json.type === word

export function roomsCalled(model: Model, words: string | readonly string[] | undefined): Room[] {
  if (words === undefined) return [...model.rooms]
  const list = typeof words === 'string' ? [words] : words
  return model.rooms.filter((room) => list.some((word) => isRoomCalled(room, word)))
}

export const countAgainst = (count: number, { exact, min, max }: CountSpan): string[] => [
  ...(exact !== undefined && count !== exact ? [`${count} instead of ${exact}`] : []),
  ...(min !== undefined && count < min ? [`${count}, at least ${min}`] : []),
  ...(max !== undefined && count > max ? [`${count}, at most ${max}`] : []),
]

export const areaAgainst = (area: number, { min, max }: Span): string[] => [
  ...(min !== undefined && area < min * (1 - t.areaSlack) ? [`${area.toFixed(1)} m², at least ${min}`] : []),
  ...(max !== undefined && area > max * (1 + t.areaSlack) ? [`${area.toFixed(1)} m², at most ${max}`] : []),
]

export function judgeRoom(model: Model, { roomType, count, area }: Of<'room'>): Verdict {
  const rooms = roomsCalled(model, roomType)
  const list = model.rooms.map(({ json }) => json.type).join(', ')
  if (rooms.length === 0 && count?.exact !== 0 && count?.max !== 0) return fail(`no ${String(roomType)} among ${list}`)
  const words = typeof roomType === 'string' ? [roomType] : roomType
  const own = rooms.filter(({ json }) => words.includes(json.type))
  const isOwnRight = own.length > 0 && count !== undefined && countAgainst(own.length, count).length === 0
  const wrong = count && !isOwnRight ? countAgainst(rooms.length, count) : []
  if (wrong.length > 0) return fail(`${wrong.join()} (${list})`)
  return area ? quantify(rooms, false, (room) => against(areaAgainst(room.area, area))) : pass()
}

export function judgeTotalArea(model: Model, span: Of<'total-area'>): Verdict {
  return against(
    areaAgainst(
      model.rooms.reduce((sum, room) => sum + room.area, 0),
      span,
    ),
  )
}

export function judgeAdjacent(model: Model, { rooms: [first, second] }: Of<'adjacent'>): Verdict {
  const doors = model.gates.filter(({ opening, rooms }) => opening.kind !== 'window' && rooms.length === 2)
  const joins = ({ rooms: [a, b] }: Gate) =>
    (isRoomCalled(a!, first) && isRoomCalled(b!, second)) || (isRoomCalled(a!, second) && isRoomCalled(b!, first))
  if (doors.some(joins)) return pass()
  const open = model.rooms.some((room) => isRoomCalled(room, first) && isRoomCalled(room, second) && first !== second)
  return open ? pass('one open room') : fail(`no door between ${first} and ${second} (${doors.length} inner doors)`)
}

/** Corners of the outline: where neighbouring sides turn; curves are one side. */
function cornersOf(room: Room): { readonly turn: number; readonly curved: boolean }[] {
  return room.sides.flatMap((side, index) => {
    const next = room.sides[(index + 1) % room.sides.length]!
    const cross = side.out[0] * next.out[1] - side.out[1] * next.out[0]
    const turn = angleBetween(side.out, next.out) * Math.sign(cross)
    if (Math.abs(turn) < 3 || (side.curved && next.curved)) return []
    return [{ turn, curved: side.curved || next.curved }]
  })
}

function isShaped(room: Room, shape: string): boolean {
  const corners = cornersOf(room)
  const isSquared = corners.every(({ turn }) => Math.abs(Math.abs(turn) - 90) < 3)
  const reflex = corners.map(({ turn }) => turn < 0)
  const inward = reflex.filter(Boolean).length
  const isNeighbours = reflex.some((is, i) => is && reflex[(i + 1) % reflex.length])
  const isCurved = room.sides.filter(({ curved }) => curved).length >= 3
  switch (shape.toLowerCase()) {
    case 'rectangle':
    case 'rectangular':
      return corners.length === 4 && isSquared && !isCurved
    case 'square': {
      const { minX, minY, maxX, maxY } = polygonBounds([...room.json.polygon])
      return corners.length === 4 && isSquared && Math.abs(maxX - minX - (maxY - minY)) < 0.1
    }
    case 'l':
      return corners.length === 6 && isSquared && inward === 1
    case 'u':
      return corners.length === 8 && isSquared && inward === 2 && isNeighbours
    case 't':
      return corners.length === 8 && isSquared && inward === 2 && !isNeighbours
    case 'bay':
      return (corners.length >= 8 && inward >= 2) || (isCurved && corners.length >= 4)
    case 'slanted':
      return corners.some(({ turn, curved }) => !curved && Math.abs(Math.abs(turn) - 90) >= 3)
    case 'curved':
      return isCurved
    default:
      return false
  }
}

export function judgeOutline(model: Model, { shape, size, area, corners, room: type }: Of<'outline'>): Verdict {
  return quantify(roomsCalled(model, type), false, (room) => {
    const { minX, minY, maxX, maxY } = polygonBounds([...room.json.polygon])
    const sides: Point2 = [maxX - minX, maxY - minY]
    const off = (w: number, d: number) => Math.max(Math.abs(sides[0] - w), Math.abs(sides[1] - d))
    const turns = cornersOf(room).length
    return against([
      ...(shape && !isShaped(room, shape) ? [`${turns} corners: no ${shape}`] : []),
      ...(size && Math.min(off(size[0], size[1]), off(size[1], size[0])) > t.outlineSlack
        ? [`${sides.map((side) => side.toFixed(2)).join(' × ')} m`]
        : []),
      ...(area ? areaAgainst(room.area, area) : []),
      ...(corners !== undefined && corners !== turns ? [`${turns} corners instead of ${corners}`] : []),
    ])
  })
}

const compass: { readonly [wall: string]: Point2 } = { north: [0, 1], south: [0, -1], east: [1, 0], west: [-1, 0] }

export function judgeOpenings(model: Model, { kind, wall, room: type, ...span }: Of<'openings'>): Verdict {
  const rooms = roomsCalled(model, type)
  const isMeant = (gate: Gate) =>
    gate.opening.kind === kind &&
    gate.rooms.some((room) => rooms.includes(room) && (!wall || !compass[wall] || isOn(gate, room, compass[wall])))
  return against(countAgainst(model.gates.filter(isMeant).length, span))
}

function isOn({ center, along }: Gate, room: Room, direction: Point2): boolean {
  const { minX, minY, maxX, maxY } = polygonBounds([...room.json.polygon])
  const out: Point2 = [center[0] - (minX + maxX) / 2, center[1] - (minY + maxY) / 2]
  const normals: readonly Point2[] = [
    [along[1], -along[0]],
    [-along[1], along[0]],
  ]
  const normal = normals.find((n) => n[0] * out[0] + n[1] * out[1] > 0) ?? normals[0]!
  return angleBetween(normal, direction) <= 40
}

export function judgeFurnished(model: Model, { room: type, min }: Of<'furnished'>): Verdict {
  const rooms = roomsCalled(model, type)
  const isIn = (side: Room | undefined) => side !== undefined && rooms.includes(side)
  const count = model.things.filter(({ room }) => isIn(room)).length
  return count >= min ? pass(`${count} objects`) : fail(`${count} objects, at least ${min}`)
}
