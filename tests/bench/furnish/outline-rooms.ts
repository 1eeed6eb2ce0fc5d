import { createRandom, type Point2, type Random } from '@enfilade/geometry'
import { applyChange, applyOperation, readScene, type SceneDocument, type Swing } from '@enfilade/scene'
import {
  benchTypes,
  createIds,
  createRandomRoom,
  createRoomDocument,
  type RandomRoom,
  type RoomOpeningSpec,
} from '../../../packages/layout/bench/rooms.ts'

export type BenchOutline = Omit<RandomRoom, 'shape'> & { readonly shape: string }

/** Shapes drawn here besides those of `createRandomRoom`, and doors where nobody would put them. */
const drawn = ['bay', 'curved', 'odd doors'] as const
type Drawn = (typeof drawn)[number]

/** Of nine numbers six are rooms of the usual shapes; equal numbers give equal rooms. */
export function createOutline(seed: number): BenchOutline {
  const kind = drawn[(seed % 9) - 6]
  return kind ? drawRoom(kind, seed) : createRandomRoom(Math.floor(seed / 9) * 6 + (seed % 9))
}

/** Floors that a room type usually has, m². */
const areas: { readonly [type: string]: readonly [number, number] } = {
  bedroom: [10, 24],
  living_room: [16, 42],
  dining_room: [10, 24],
  study: [8, 18],
  kids_room: [9, 20],
  kitchen: [7, 18],
  bathroom: [5, 11],
  studio: [22, 45],
  entrance: [5, 10],
}

function drawRoom(kind: Drawn, seed: number): BenchOutline {
  const random = createRandom(`bench-outline:${seed}`)
  const type = benchTypes[Math.floor(seed / 9) % benchTypes.length]!
  for (let attempt = 0; attempt < 80; attempt++) {
    try {
      const document = kind === 'odd doors' ? drawOddDoors(type, random) : drawFront(kind, type, random)
      if (readScene(document).rooms.length === 1) return { shape: kind, type, document }
    } catch {
      // The drawing was refused (an opening too near a corner): draw another one.
    }
  }
  throw new Error(`createOutline: ${seed} gave no room`)
}

function sidesOf(type: string, random: Random): readonly [number, number] {
  const [low, high] = areas[type] ?? [10, 24]
  const area = low + (high - low) * random()
  const width = Math.sqrt(area * (0.75 + random() * 0.6))
  return [tidy(width), tidy(area / width)]
}

const tidy = (value: number): number => Math.round(value * 100) / 100

const hinged = (random: Random, inward = 0.75): Swing => ({
  type: 'hinged',
  hinge: random() < 0.5 ? 'a' : 'b',
  side: random() < inward ? 'left' : 'right',
})

/** A room whose north side is a bay, rectangular or splayed, or whose south side is bowed, outward or inward. */
function drawFront(kind: 'bay' | 'curved', type: string, random: Random): SceneDocument {
  const [width, depth] = sidesOf(type, random)
  const [from, to] = [tidy(width * (0.2 + random() * 0.1)), tidy(width * (0.68 + random() * 0.12))]
  const out = tidy(0.5 + random() * 0.4)
  const splay = random() < 0.5 ? Math.min(0.4, (to - from) / 4) : 0
  const bay: Point2[] = [
    [to, depth],
    [tidy(to - splay), tidy(depth + out)],
    [tidy(from + splay), tidy(depth + out)],
    [from, depth],
  ]
  const points: Point2[] = [[0, 0], [width, 0], [width, depth], ...(kind === 'bay' ? bay : []), [0, depth]]
  const west = points.length - 1
  const front: RoomOpeningSpec =
    kind === 'bay'
      ? { wall: 4, kind: 'window', at: (to - from - 2 * splay) / 2, width: Math.min(1.4, to - from - 2 * splay - 0.4) }
      : { wall: 2, kind: 'window', at: width / 2, width: Math.min(1.6, width - 0.6) }
  const doorAt = tidy(0.6 + random() * (depth - 1.2))
  const document = createRoomDocument(
    points,
    [
      {
        wall: random() < 0.5 ? 1 : west,
        kind: 'door',
        at: doorAt,
        width: type === 'bathroom' ? 0.8 : 0.9,
        swing: hinged(random),
      },
      front,
    ],
    type,
  )
  return kind === 'bay' ? document : bow(document, (random() < 0.6 ? -1 : 1) * (0.1 + random() * 0.18))
}

/** Bows the south wall. */
function bow(document: SceneDocument, bulge: number): SceneDocument {
  const south = readScene(document).walls.find(({ start, end }) => start[1] === 0 && end[1] === 0)
  const result = applyOperation(
    document,
    { type: 'wall-changed', id: south!.id, bulge },
    { createId: createIds('bow') },
  )
  if (!result.ok) throw new Error(result.message)
  return applyChange(document, result.change)
}

/** Doors in corners, in a row, wide, sliding, opening out, facing each other, and doors without leaves. */
function drawOddDoors(type: string, random: Random): SceneDocument {
  const [width, depth] = sidesOf(type, random)
  const points: Point2[] = [
    [0, 0],
    [width, 0],
    [width, depth],
    [0, depth],
  ]
  const lengths = [width, depth, width, depth]
  const small = type === 'bathroom' || type === 'entrance' || type === 'kitchen'
  const doors: RoomOpeningSpec[] = []
  const put = (wall: number, at: number, wide: number, swing: Swing, kind: 'door' | 'passage' = 'door') =>
    doors.push({ wall, kind, at: tidy(at), width: wide, swing })
  const wall = random.int(4)
  const opposite = (wall + 2) % 4
  switch (random.int(small ? 3 : 6)) {
    case 0:
      put(wall, 0.57, 0.85, hinged(random))
      break
    case 1:
      put(wall, lengths[wall]! - 0.57, 0.85, { type: 'sliding' })
      break
    case 2:
      put(wall, lengths[wall]! / 2, 0.8, hinged(random, 0))
      break
    case 3:
      put(wall, lengths[wall]! / 2, 1.5, { type: 'sliding' })
      put(opposite, 0.6, 0.9, hinged(random))
      break
    case 4:
      put(wall, lengths[wall]! * 0.5, 0.9, hinged(random))
      put(opposite, lengths[opposite]! * 0.5, 0.9, hinged(random))
      break
    default:
      put(wall, lengths[wall]! / 2, Math.min(1.6, lengths[wall]! - 0.6), { type: 'none' }, 'passage')
      put((wall + 1) % 4, 0.7, 0.9, hinged(random))
  }
  const free = [0, 1, 2, 3].filter((side) => doors.every((door) => door.wall !== side))
  const light = random.pick(free)
  const window: RoomOpeningSpec = { wall: light, kind: 'window', at: lengths[light]! / 2, width: small ? 0.8 : 1.4 }
  return createRoomDocument(points, [...doors, window], type)
}
