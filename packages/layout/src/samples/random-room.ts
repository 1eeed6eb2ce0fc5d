import { createRandom, isPointInRegion, type Random } from '@enfilade/geometry'
import {
  applyChange,
  applyOperation,
  createEmptyDocument,
  type Operation,
  type Point2,
  readScene,
  type SceneDocument,
  type Swing,
} from '@enfilade/scene'
import type { RoomType } from '../brief.ts'
import { drawOutline, type OutlineForm } from './random-outline.ts'

/** Floor that a room type usually has, m², and how often of a hundred it is drawn. */
const usualRooms: readonly (readonly [RoomType, number, number, number])[] = [
  ['bedroom', 8, 26, 26],
  ['living_room', 13, 46, 26],
  ['dining_room', 9, 24, 9],
  ['study', 6, 18, 9],
  ['kids_room', 8, 20, 8],
  ['kitchen', 6, 20, 7],
  ['studio', 18, 45, 7],
  ['bathroom', 3.5, 11, 4],
  ['entrance', 4, 9, 2],
  ['laundry', 4, 9, 2],
  ['nursery', 7, 16, 4],
  ['playroom', 9, 24, 3],
  ['gym', 10, 30, 3],
  ['music_room', 10, 26, 3],
  ['walk_in_closet', 4, 12, 2],
  ['library', 9, 26, 3],
  ['office', 8, 30, 5],
  ['home_cinema', 12, 32, 3],
  ['storage_room', 3.5, 12, 2],
  ['terrace', 6, 24, 2],
  ['balcony', 3, 10, 2],
  ['hallway', 4, 14, 2],
  ['generic', 8, 30, 4],
]

export const sampleRoomTypes: readonly RoomType[] = usualRooms.map(([type]) => type)

export type DrawnRoom = { readonly type: RoomType; readonly form: OutlineForm; readonly document: SceneDocument }

/** Names count up, the same in every run. */
export const countIds = (prefix: string): (() => string) => {
  let count = 0
  return () => `${prefix}${String(++count).padStart(4, '0')}`
}

/** A random empty room: outline, columns now and then, one or two doors, up to three windows. Equal seeds, equal rooms. */
export const drawRoom = (seed: number): DrawnRoom => {
  const random = createRandom(`sample-room:${seed}`)
  const [type, low, high] = pickUsual(random)
  for (let attempt = 0; attempt < 60; attempt++) {
    const { form, points } = drawOutline(random.between(low, high), random)
    const columns = random() < 0.08 ? [drawColumn(points, random)] : []
    const openings = drawOpenings(points, random)
    if (!openings) continue
    const document = buildDocument(points, openings, columns, type)
    if (document && readScene(document).rooms.filter((room) => room.area > 2).length === 1)
      return { type, form, document }
  }
  throw new Error(`drawRoom: seed ${seed} gave no room in 60 attempts`)
}

const pickUsual = (random: Random) => {
  let draw = random() * usualRooms.reduce((sum, [, , , share]) => sum + share, 0)
  for (const usual of usualRooms) {
    draw -= usual[3]
    if (draw < 0) return usual
  }
  return usualRooms[0]!
}

const drawColumn = (points: readonly Point2[], random: Random): Point2[] => {
  const side = Math.round(random.between(0.25, 0.45) * 100) / 100
  const mix = (axis: 0 | 1): number => {
    const values = points.map((point) => point[axis])
    return (
      Math.round(
        (Math.min(...values) + (Math.max(...values) - Math.min(...values)) * random.between(0.3, 0.65)) * 100,
      ) / 100
    )
  }
  const [x, y] = [mix(0), mix(1)]
  return [
    [x, y],
    [x + side, y],
    [x + side, y + side],
    [x, y + side],
  ]
}

type DrawnOpening = {
  readonly wall: number
  readonly kind: 'door' | 'window' | 'passage'
  readonly at: number
  readonly width: number
  readonly sill: number
  readonly swing: Swing
}

/** Free wall kept beside an opening, metres. */
const BESIDE_OPENING = 0.2

const drawOpenings = (points: readonly Point2[], random: Random): DrawnOpening[] | undefined => {
  const lengths = points.map(([x, y], index) => {
    const [nextX, nextY] = points[(index + 1) % points.length]!
    return Math.hypot(nextX - x, nextY - y)
  })
  const openings: DrawnOpening[] = []
  const put = (kind: DrawnOpening['kind'], width: number, sill: number): boolean => {
    const wall = random.int(points.length)
    const free = lengths[wall]! - width - 2 * BESIDE_OPENING
    if (free < 0.1) return false
    const at = Math.round((width / 2 + BESIDE_OPENING + random() * free) * 100) / 100
    const isTaken = openings.some(
      (other) => other.wall === wall && Math.abs(other.at - at) < (other.width + width) / 2 + 0.25,
    )
    if (isTaken) return false
    openings.push({ wall, kind, at, width, sill, swing: drawSwing(kind, random) })
    return true
  }
  const several = (count: number, draw: () => boolean): void => {
    for (let made = 0, tries = 0; made < count && tries < 25; tries++) if (draw()) made++
  }
  several(random() < 0.25 ? 2 : 1, () =>
    random() < 0.12 ? put('passage', 1 + random.int(4) * 0.1, 0) : put('door', 0.8 + random.int(3) * 0.05, 0),
  )
  if (openings.length === 0) return undefined
  several(random.int(4), () => put('window', 0.8 + random.int(13) * 0.1, random() < 0.12 ? 0.05 : 0.9))
  return openings
}

const drawSwing = (kind: DrawnOpening['kind'], random: Random): Swing => {
  if (kind !== 'door') return { type: 'none' }
  if (random() < 0.12) return { type: 'sliding' }
  return { type: 'hinged', hinge: random() < 0.5 ? 'a' : 'b', side: random() < 0.75 ? 'left' : 'right' }
}

/** Undefined where an opening or a column does not fit the walls as drawn. */
const buildDocument = (
  points: readonly Point2[],
  openings: readonly DrawnOpening[],
  columns: readonly (readonly Point2[])[],
  type: RoomType,
): SceneDocument | undefined => {
  const createId = countIds('w')
  let document = createEmptyDocument()
  const apply = (operation: Operation): boolean => {
    const result = applyOperation(document, operation, { createId })
    if (result.ok) document = applyChange(document, result.change)
    return result.ok
  }
  const level = 'level-0'
  if (!apply({ type: 'walls-added', level, points: [...points], closed: true, thickness: 0.12 })) return undefined
  for (const column of columns) {
    if (!apply({ type: 'walls-added', level, points: [...column], closed: true, thickness: 0.1 })) return undefined
  }
  const { walls } = readScene(document)
  for (const { wall, kind, at, width, sill, swing } of openings) {
    const found = wallBetween(walls, points[wall]!, points[(wall + 1) % points.length]!)
    if (!found) return undefined
    const along = found.isReversed ? found.length - at : at
    const height = kind === 'window' ? (sill > 0.5 ? 1.4 : 2.2) : 2.1
    const added = apply({
      type: 'opening-added',
      id: createId(),
      wall: found.id,
      opening: kind,
      along,
      width,
      height,
      sill,
      swing,
    })
    if (!added) return undefined
  }
  const room = [...readScene(document).rooms].sort((a, b) => b.area - a.area)[0]
  if (!room) return undefined
  const at = insideOf(room.polygon, room.holes)
  return at && apply({ type: 'room-labelled', id: createId(), level, at, name: type, roomType: type })
    ? document
    : undefined
}

const wallBetween = (
  walls: ReturnType<typeof readScene>['walls'],
  a: Point2,
  b: Point2,
): { id: string; length: number; isReversed: boolean } | undefined => {
  const isSame = (p: Point2, q: Point2): boolean => Math.hypot(p[0] - q[0], p[1] - q[1]) < 1e-3
  for (const { id, start, end, length } of walls) {
    if (isSame(start, a) && isSame(end, b)) return { id, length, isReversed: false }
    if (isSame(start, b) && isSame(end, a)) return { id, length, isReversed: true }
  }
  return undefined
}

/** A point just inside the first corner that bends inwards. */
const insideOf = (ring: readonly Point2[], holes: readonly (readonly Point2[])[]): Point2 | undefined => {
  for (let index = 0; index < ring.length; index++) {
    const a = ring[(index + ring.length - 1) % ring.length]!
    const b = ring[index]!
    const c = ring[(index + 1) % ring.length]!
    const [back, on] = [Math.hypot(a[0] - b[0], a[1] - b[1]), Math.hypot(c[0] - b[0], c[1] - b[1])]
    const point: Point2 = [
      b[0] + ((a[0] - b[0]) / back + (c[0] - b[0]) / on) * 0.12,
      b[1] + ((a[1] - b[1]) / back + (c[1] - b[1]) / on) * 0.12,
    ]
    if (isPointInRegion(point, ring, holes)) return point
  }
  return undefined
}
