import { createRandom, isSimplePolygon, type Random } from '@enfilade/geometry'
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

/** An opening in the n-th wall of an outline, `at` metres from the wall's first corner. */
export type RoomOpeningSpec = {
  readonly wall: number
  readonly kind: 'door' | 'window' | 'passage'
  readonly at: number
  readonly width?: number
  readonly sill?: number
  readonly swing?: Swing
}

/** Ids that count up: the same for every run. */
export const createIds = (prefix = 'new'): (() => string) => {
  let count = 0
  return () => `${prefix}${String(++count).padStart(5, '0')}`
}

/** A document with one closed room (wall axes along `points`), its openings, columns and label. */
export const createRoomDocument = (
  points: readonly Point2[],
  openings: readonly RoomOpeningSpec[],
  type = 'bedroom',
  columns: readonly (readonly Point2[])[] = [],
): SceneDocument => {
  const createId = createIds('room')
  let document = createEmptyDocument()
  const apply = (operation: Operation): void => {
    const result = applyOperation(document, operation, { createId })
    if (!result.ok) throw new Error(`${operation.type}: ${result.message}`)
    document = applyChange(document, result.change)
  }
  apply({ type: 'walls-added', level: 'level-0', points, closed: true, thickness: 0.12 })
  for (const column of columns) {
    apply({ type: 'walls-added', level: 'level-0', points: column, closed: true, thickness: 0.1 })
  }
  const { walls } = readScene(document)
  for (const opening of openings) {
    const a = points[opening.wall]!
    const b = points[(opening.wall + 1) % points.length]!
    const isSame = (p: Point2, q: Point2): boolean => Math.hypot(p[0] - q[0], p[1] - q[1]) < 1e-3
    const wall = walls.find(
      ({ start, end }) => (isSame(start, a) && isSame(end, b)) || (isSame(start, b) && isSame(end, a)),
    )
    if (!wall) throw new Error(`room: wall ${opening.wall} was not found`)
    const isDoor = opening.kind !== 'window'
    apply({
      type: 'opening-added',
      id: createId(),
      wall: wall.id,
      opening: opening.kind,
      along: isSame(wall.start, a) ? opening.at : wall.length - opening.at,
      width: opening.width ?? (isDoor ? 0.9 : 1.5),
      height: isDoor ? 2.1 : 1.4,
      sill: opening.sill ?? (isDoor ? 0 : 0.9),
      swing:
        opening.swing ?? (opening.kind === 'door' ? { type: 'hinged', hinge: 'a', side: 'left' } : { type: 'none' }),
    })
  }
  const room = [...readScene(document).rooms].sort((first, second) => second.area - first.area)[0]
  if (room)
    apply({ type: 'room-labelled', id: createId(), level: 'level-0', at: insideOf(room), name: type, roomType: type })
  return document
}

/** A point of the room that is in no column: the middle of the largest ear. */
const insideOf = (room: { readonly polygon: readonly Point2[] }): Point2 => {
  const [a, b, c] = [room.polygon.at(-1)!, room.polygon[0]!, room.polygon[1]!]
  return [
    b[0] +
      ((a[0] - b[0]) / Math.hypot(a[0] - b[0], a[1] - b[1]) + (c[0] - b[0]) / Math.hypot(c[0] - b[0], c[1] - b[1])) *
        0.12,
    b[1] +
      ((a[1] - b[1]) / Math.hypot(a[0] - b[0], a[1] - b[1]) + (c[1] - b[1]) / Math.hypot(c[0] - b[0], c[1] - b[1])) *
        0.12,
  ]
}

export type OutlineShape = 'rectangle' | 'L' | 'U' | 'T' | 'slanted' | 'columns'
export const outlineShapes: readonly OutlineShape[] = ['rectangle', 'L', 'U', 'T', 'slanted', 'columns']

export type RandomRoom = {
  readonly shape: OutlineShape
  readonly type: string
  readonly document: SceneDocument
}

/** Floor that a room type usually has, m². */
const areas: { readonly [type: string]: readonly [number, number] } = {
  bedroom: [9, 26],
  living_room: [14, 46],
  dining_room: [9, 24],
  study: [7, 18],
  kids_room: [8, 20],
  kitchen: [6, 20],
  bathroom: [4, 11],
  studio: [20, 45],
  entrance: [4, 9],
}

export const benchTypes: readonly string[] = Object.keys(areas)

/** A random room: outline, one or two doors, one to three windows. Equal seeds give equal rooms. */
export const createRandomRoom = (seed: number): RandomRoom => {
  const random = createRandom(`outline:${seed}`)
  const shape = outlineShapes[seed % outlineShapes.length]!
  const type = benchTypes[Math.floor(seed / outlineShapes.length) % benchTypes.length]!
  for (let attempt = 0; attempt < 60; attempt++) {
    const points = drawOutline(shape, type, random)
    if (!isSimplePolygon(points)) continue
    const openings = drawOpenings(points, random)
    if (!openings) continue
    try {
      const document = createRoomDocument(
        points,
        openings,
        type,
        shape === 'columns' ? drawColumns(points, random) : [],
      )
      const rooms = readScene(document).rooms.filter((room) => room.area > 2)
      if (rooms.length === 1) return { shape, type, document }
    } catch {
      // The drawing was refused (an opening too near a corner): draw another one.
    }
  }
  throw new Error(`createRandomRoom: seed ${seed} gave no room`)
}

const drawOutline = (shape: OutlineShape, type: string, random: Random): Point2[] => {
  const [low, high] = areas[type]!
  const area = low + (high - low) * random()
  const ratio = 0.65 + random() * 0.75
  const grow = shape === 'L' ? 1.25 : shape === 'U' ? 1.25 : shape === 'T' ? 1.35 : 1
  const width = Math.max(1.9, Math.sqrt(area * ratio * grow))
  const depth = Math.max(1.9, (area * grow) / width)
  const cut = (length: number): number => length * (0.3 + random() * 0.2)
  const tidy = (points: Point2[]): Point2[] =>
    points.map(([x, y]) => [Math.round(x * 100) / 100, Math.round(y * 100) / 100])
  switch (shape) {
    case 'L': {
      const [cx, cy] = [cut(width), cut(depth)]
      return tidy([
        [0, 0],
        [width, 0],
        [width, depth - cy],
        [width - cx, depth - cy],
        [width - cx, depth],
        [0, depth],
      ])
    }
    case 'U': {
      const from = width * (0.36 + random() * 0.06)
      const to = width * (0.58 + random() * 0.06)
      const deep = depth * (0.2 + random() * 0.2)
      return tidy([
        [0, 0],
        [width, 0],
        [width, depth],
        [to, depth],
        [to, depth - deep],
        [from, depth - deep],
        [from, depth],
        [0, depth],
      ])
    }
    case 'T': {
      const [left, right] = [width * (0.18 + random() * 0.12), width * (0.7 + random() * 0.12)]
      const bar = depth * (0.5 + random() * 0.15)
      return tidy([
        [left, 0],
        [right, 0],
        [right, depth - bar],
        [width, depth - bar],
        [width, depth],
        [0, depth],
        [0, depth - bar],
        [left, depth - bar],
      ])
    }
    case 'slanted': {
      const slant = (): number => (random() - 0.5) * 0.3 * Math.min(width, depth)
      const corner = random() < 0.5
      const points: Point2[] = [
        [0, 0],
        [width, slant() * 0.5],
        [width + slant(), depth],
        [slant() * 0.5, depth + slant() * 0.5],
      ]
      if (corner) points.splice(2, 1, [width, depth * 0.6], [width * 0.65, depth])
      return tidy(points)
    }
    default:
      return tidy([
        [0, 0],
        [width, 0],
        [width, depth],
        [0, depth],
      ])
  }
}

const drawColumns = (points: readonly Point2[], random: Random): Point2[][] => {
  const maxX = Math.max(...points.map(([x]) => x))
  const maxY = Math.max(...points.map(([, y]) => y))
  const count = maxX * maxY > 18 && random() < 0.5 ? 2 : 1
  return Array.from({ length: count }, (_, index) => {
    const side = 0.3 + random() * 0.15
    const x = maxX * (count === 2 ? 0.3 + index * 0.4 : 0.35 + random() * 0.3)
    const y = maxY * (0.35 + random() * 0.3)
    const at = (value: number): number => Math.round(value * 100) / 100
    return [
      [at(x), at(y)],
      [at(x + side), at(y)],
      [at(x + side), at(y + side)],
      [at(x), at(y + side)],
    ] as Point2[]
  })
}

const drawOpenings = (points: readonly Point2[], random: Random): RoomOpeningSpec[] | undefined => {
  const walls = points.map((a, index) => {
    const b = points[(index + 1) % points.length]!
    return { index, length: Math.hypot(b[0] - a[0], b[1] - a[1]) }
  })
  const openings: RoomOpeningSpec[] = []
  const taken = new Map<number, [number, number][]>()
  const put = (kind: 'door' | 'window', width: number, wall: { index: number; length: number }): boolean => {
    if (wall.length < width + 0.5) return false
    const at = width / 2 + 0.2 + random() * (wall.length - width - 0.4)
    const spans = taken.get(wall.index) ?? []
    if (spans.some(([from, to]) => at + width / 2 > from - 0.25 && at - width / 2 < to + 0.25)) return false
    taken.set(wall.index, [...spans, [at - width / 2, at + width / 2]])
    const swing: Swing | undefined =
      kind === 'door'
        ? random() < 0.2
          ? { type: 'sliding' }
          : { type: 'hinged', hinge: random() < 0.5 ? 'a' : 'b', side: random() < 0.75 ? 'left' : 'right' }
        : undefined
    openings.push({ wall: wall.index, kind, at: Math.round(at * 100) / 100, width, swing })
    return true
  }
  const area =
    Math.abs(
      points.reduce((sum, [x, y], index) => {
        const [nx, ny] = points[(index + 1) % points.length]!
        return sum + x * ny - nx * y
      }, 0),
    ) / 2
  const doors = area > 14 && random() < 0.35 ? 2 : 1
  for (let made = 0, tries = 0; made < doors && tries < 30; tries++)
    if (put('door', area < 6 ? 0.8 : 0.9, random.pick(walls))) made++
  if (openings.length === 0) return undefined
  const windows = 1 + random.int(area > 20 ? 3 : 2)
  for (let made = 0, tries = 0; made < windows && tries < 20; tries++)
    if (put('window', area < 8 ? 0.8 : 1.2 + random() * 0.8, random.pick(walls))) made++
  return openings
}
