import { flattenArc, type Point2 } from '@enfilade/geometry'

/** Scene JSON as written by hand: what is left out is as usual. */
export type PlainScene = {
  readonly format: 'enfilade.scene/1'
  readonly levels: readonly { id: string; name: string; elevation: number; height: number }[]
  readonly rooms: readonly {
    id: string
    level: string
    type: string
    name: string
    polygon: readonly Point2[]
    holes?: readonly (readonly Point2[])[]
  }[]
  readonly walls: readonly object[]
  readonly openings: readonly object[]
  readonly objects: readonly object[]
}

const HALF = 0.06
const HEIGHT = 2.8
const level = { id: 'level-0', name: 'Ground floor', elevation: 0, height: HEIGHT }

export type Wall = { readonly id: string; readonly a: Point2; readonly b: Point2; readonly bulge?: number }

type OpeningSpec = {
  readonly id: string
  readonly kind: 'door' | 'window' | 'passage'
  readonly wall: string
  readonly at: Point2
  readonly width: number
  readonly swing?: string
  readonly sill?: number
  readonly height?: number
}

const wallOf = ({ id, a, b, bulge = 0 }: Wall) => ({
  id,
  a,
  b,
  bulge,
  height: HEIGHT,
  thickness: HALF * 2,
  structure: 'unknown',
})

function openingOf({ id, kind, wall, at, width, swing = 'none', sill, height }: OpeningSpec) {
  const bottom = kind === 'window' ? (sill ?? 0.9) : 0
  const tall = height ?? (kind === 'window' ? 1.4 : 2.1)
  return { id, kind, wall, center: [at[0], at[1], bottom + tall / 2], width, height: tall, swing, open: 0 }
}

/** The corners of the walls' axes around an inner ring (counter-clockwise). */
function axesAround(ring: readonly Point2[]): Point2[] {
  return ring.map((at, index) => {
    const before = ring[(index + ring.length - 1) % ring.length]!
    const after = ring[(index + 1) % ring.length]!
    const out = (from: Point2, to: Point2): Point2 => {
      const length = Math.hypot(to[0] - from[0], to[1] - from[1])
      return [(to[1] - from[1]) / length, -(to[0] - from[0]) / length]
    }
    const [m, n] = [out(before, at), out(at, after)]
    const scale = HALF / (1 + m[0] * n[0] + m[1] * n[1])
    return [tidy(at[0] + (m[0] + n[0]) * scale), tidy(at[1] + (m[1] + n[1]) * scale)]
  })
}

const tidy = (value: number): number => Math.round(value * 1e6) / 1e6

type RoomSpec = {
  readonly type: string
  readonly name: string
  readonly ring: readonly Point2[]
  readonly bulges?: { readonly [wall: number]: number }
  readonly holes?: readonly (readonly Point2[])[]
  /** Walls by the ring's side; `at` metres along the inner side. */
  readonly openings: readonly (Omit<OpeningSpec, 'at' | 'wall' | 'id'> & {
    readonly side: number
    readonly at: number
  })[]
}

/** One closed room, its inner corner where the ring says. */
export function roomScene({ type, name, ring, bulges = {}, holes = [], openings }: RoomSpec): PlainScene {
  const axes = axesAround(ring)
  const walls: Wall[] = axes.map((a, index) => ({
    id: `wall-${index + 1}`,
    a,
    b: axes[(index + 1) % axes.length]!,
    bulge: bulges[index] ?? 0,
  }))
  const polygon = ring.flatMap((a, index) => {
    const bulge = bulges[index]
    if (!bulge) return [a]
    const wall = walls[index]!
    return flattenArc(wall.a, wall.b, bulge, 0.01).slice(0, -1)
  })
  const columns = holes.flatMap((hole, number) =>
    hole.map((a, index) => ({ id: `column-${number + 1}-${index + 1}`, a, b: hole[(index + 1) % hole.length]! })),
  )
  return {
    format: 'enfilade.scene/1',
    levels: [level],
    rooms: [{ id: 'room', level: level.id, type, name, polygon: Object.keys(bulges).length > 0 ? axes : polygon }],
    walls: [...walls.map(wallOf), ...columns.map((wall) => ({ ...wallOf(wall), thickness: 0.05 }))],
    openings: openings.map(({ side, at, ...opening }, index) => {
      const [a, b] = [ring[side]!, ring[(side + 1) % ring.length]!]
      const length = Math.hypot(b[0] - a[0], b[1] - a[1])
      const along: Point2 = [(b[0] - a[0]) / length, (b[1] - a[1]) / length]
      const point = bulges[side]
        ? arcPoint(walls[side]!, at / length)
        : ([a[0] + along[0] * at + along[1] * HALF, a[1] + along[1] * at - along[0] * HALF] as Point2)
      return openingOf({
        ...opening,
        id: `${opening.kind}-${index + 1}`,
        wall: `wall-${side + 1}`,
        at: point.map(tidy) as never,
      })
    }),
    objects: [],
  }
}

/** A point of a bowed axis, by its share of the way. */
function arcPoint({ a, b, bulge = 0 }: Wall, share: number): Point2 {
  const points = flattenArc(a, b, bulge, 1e-6)
  const at = share * (points.length - 1)
  const [p, q] = [points[Math.floor(at)]!, points[Math.min(points.length - 1, Math.floor(at) + 1)]!]
  const rest = at - Math.floor(at)
  return [p[0] + (q[0] - p[0]) * rest, p[1] + (q[1] - p[1]) * rest]
}

const box = (width: number, depth: number): Point2[] => [
  [0, 0],
  [width, 0],
  [width, depth],
  [0, depth],
]

const [south, east, north, west] = [0, 1, 2, 3]
const door = { kind: 'door', width: 0.9, swing: 'left-in' } as const
const window = { kind: 'window', width: 1.5 } as const

/** The empty rooms. Sides of a box run south, east, north, west, each counter-clockwise. */
export const emptyRooms: { readonly [name: string]: PlainScene } = {
  bedroom: roomScene({
    type: 'bedroom',
    name: 'Bedroom',
    ring: box(4, 3.5),
    openings: [
      { ...door, side: south, at: 0.65, swing: 'right-in' },
      { ...window, side: north, at: 2 },
    ],
  }),
  living: roomScene({
    type: 'living_room',
    name: 'Living room',
    ring: box(6, 4.5),
    openings: [
      { ...door, side: east, at: 3.85, swing: 'left-in' },
      { ...window, side: south, at: 1.5 },
      { ...window, side: south, at: 4.5 },
    ],
  }),
  'l-living': roomScene({
    type: 'living_room',
    name: 'Living room',
    ring: [
      [0, 0],
      [6, 0],
      [6, 3],
      [3.5, 3],
      [3.5, 5],
      [0, 5],
    ],
    openings: [
      { ...door, side: 5, at: 1 },
      { ...window, side: 0, at: 3 },
      { ...window, side: 1, at: 1.5 },
    ],
  }),
  study: roomScene({
    type: 'study',
    name: 'Study',
    ring: box(3.2, 3),
    openings: [
      { ...door, side: south, at: 2.55 },
      { ...window, side: west, at: 1.5, width: 1.2 },
    ],
  }),
  kitchen: roomScene({
    type: 'kitchen',
    name: 'Kitchen',
    ring: box(4, 3),
    openings: [
      { ...door, side: west, at: 2.35, swing: 'right-in' },
      { ...window, side: north, at: 2, width: 1.2, sill: 1.05, height: 1.2 },
    ],
  }),
  bathroom: roomScene({
    type: 'bathroom',
    name: 'Bathroom',
    ring: box(2.6, 2.2),
    openings: [
      { ...door, side: south, at: 0.6, width: 0.8, swing: 'right-in' },
      { ...window, side: north, at: 1.3, width: 0.6, sill: 1.4, height: 0.8 },
    ],
  }),
  kids: roomScene({
    type: 'kids_room',
    name: "Children's room",
    ring: box(3.6, 3.2),
    openings: [
      { ...door, side: east, at: 2.6 },
      { ...window, side: south, at: 1.8, width: 1.4 },
    ],
  }),
  dining: roomScene({
    type: 'dining_room',
    name: 'Dining room',
    ring: box(4.2, 3.6),
    openings: [
      { ...door, side: north, at: 0.65, swing: 'right-in' },
      { ...window, side: east, at: 1.8 },
    ],
  }),
  'bay-bedroom': roomScene({
    type: 'bedroom',
    name: 'Bedroom',
    ring: [
      [0, 0],
      [4, 0],
      [4, 3.6],
      [2.9, 3.6],
      [2.9, 4.2],
      [1.1, 4.2],
      [1.1, 3.6],
      [0, 3.6],
    ],
    openings: [
      { ...door, side: 0, at: 0.65, swing: 'right-in' },
      { ...window, side: 4, at: 0.9, width: 1.4 },
    ],
  }),
  'slanted-study': roomScene({
    type: 'study',
    name: 'Study',
    ring: [
      [0, 0],
      [4, 0],
      [3.3, 3.2],
      [0, 3.2],
    ],
    openings: [
      { ...door, side: 3, at: 2.5, swing: 'left-in' },
      { ...window, side: 1, at: 1.6, width: 1.2 },
    ],
  }),
  'curved-living': roomScene({
    type: 'living_room',
    name: 'Living room',
    ring: box(6, 5),
    bulges: { 0: -0.2 },
    openings: [
      { ...door, side: west, at: 0.7 },
      { ...window, side: south, at: 3, width: 1.6 },
    ],
  }),
  'column-studio': roomScene({
    type: 'studio',
    name: 'Studio',
    ring: box(7, 5),
    holes: [
      [
        [3.025, 2.825],
        [3.375, 2.825],
        [3.375, 3.175],
        [3.025, 3.175],
      ],
    ],
    openings: [
      { ...door, side: north, at: 6.2 },
      { ...window, side: south, at: 1.8 },
      { ...window, side: south, at: 5.2 },
    ],
  }),
}

/** Walls' axes of the two-bedroom flat: a corridor from the entrance, bedrooms and bath north of it, day rooms south. */
const flatWalls: readonly Wall[] = [
  { id: 'w-south-living', a: [0, 0], b: [5.6, 0] },
  { id: 'w-south-kitchen', a: [5.6, 0], b: [9, 0] },
  { id: 'w-east-kitchen', a: [9, 0], b: [9, 4.2] },
  { id: 'w-east-hall', a: [9, 4.2], b: [9, 5.6] },
  { id: 'w-east-bedroom', a: [9, 5.6], b: [9, 9.2] },
  { id: 'w-north-b', a: [9, 9.2], b: [5.6, 9.2] },
  { id: 'w-north-bath', a: [5.6, 9.2], b: [3.6, 9.2] },
  { id: 'w-north-a', a: [3.6, 9.2], b: [0, 9.2] },
  { id: 'w-west-bedroom', a: [0, 9.2], b: [0, 5.6] },
  { id: 'w-west-hall', a: [0, 5.6], b: [0, 4.2] },
  { id: 'w-west-living', a: [0, 4.2], b: [0, 0] },
  { id: 'w-living-kitchen', a: [5.6, 0], b: [5.6, 4.2] },
  { id: 'w-living-hall', a: [0, 4.2], b: [5.6, 4.2] },
  { id: 'w-kitchen-hall', a: [5.6, 4.2], b: [9, 4.2] },
  { id: 'w-bed-a-hall', a: [0, 5.6], b: [3.6, 5.6] },
  { id: 'w-bath-hall', a: [3.6, 5.6], b: [5.6, 5.6] },
  { id: 'w-bed-b-hall', a: [5.6, 5.6], b: [9, 5.6] },
  { id: 'w-bed-a-bath', a: [3.6, 5.6], b: [3.6, 9.2] },
  { id: 'w-bath-bed-b', a: [5.6, 5.6], b: [5.6, 9.2] },
]

const inside = (x0: number, y0: number, x1: number, y1: number): Point2[] => [
  [tidy(x0 + HALF), tidy(y0 + HALF)],
  [tidy(x1 - HALF), tidy(y0 + HALF)],
  [tidy(x1 - HALF), tidy(y1 - HALF)],
  [tidy(x0 + HALF), tidy(y1 - HALF)],
]

/** An empty two-bedroom flat of 76 m²; the entrance is first by id, so doors that open away from it are `out`. */
export const flat: PlainScene = {
  format: 'enfilade.scene/1',
  levels: [level],
  rooms: [
    { id: 'a-entrance', level: level.id, type: 'entrance', name: 'Entrance hall', polygon: inside(0, 4.2, 9, 5.6) },
    { id: 'bathroom', level: level.id, type: 'bathroom', name: 'Bathroom', polygon: inside(3.6, 5.6, 5.6, 9.2) },
    { id: 'bedroom-1', level: level.id, type: 'bedroom', name: 'Main bedroom', polygon: inside(0, 5.6, 3.6, 9.2) },
    { id: 'bedroom-2', level: level.id, type: 'bedroom', name: 'Second bedroom', polygon: inside(5.6, 5.6, 9, 9.2) },
    { id: 'kitchen', level: level.id, type: 'kitchen', name: 'Kitchen', polygon: inside(5.6, 0, 9, 4.2) },
    { id: 'living', level: level.id, type: 'living_room', name: 'Living room', polygon: inside(0, 0, 5.6, 4.2) },
  ],
  walls: flatWalls.map(wallOf),
  openings: (
    [
      { id: 'door-entrance', kind: 'door', wall: 'w-east-hall', at: [9, 4.9], width: 0.95, swing: 'left-in' },
      { id: 'door-living', kind: 'door', wall: 'w-living-hall', at: [4.7, 4.2], width: 0.9, swing: 'left-out' },
      { id: 'door-kitchen', kind: 'door', wall: 'w-kitchen-hall', at: [6.3, 4.2], width: 0.85, swing: 'right-out' },
      { id: 'door-bedroom-1', kind: 'door', wall: 'w-bed-a-hall', at: [2.95, 5.6], width: 0.85, swing: 'right-out' },
      { id: 'door-bathroom', kind: 'door', wall: 'w-bath-hall', at: [4.2, 5.6], width: 0.8, swing: 'left-out' },
      { id: 'door-bedroom-2', kind: 'door', wall: 'w-bed-b-hall', at: [6.25, 5.6], width: 0.85, swing: 'left-out' },
      { id: 'passage', kind: 'passage', wall: 'w-living-kitchen', at: [5.6, 3], width: 1 },
      { id: 'window-living-1', kind: 'window', wall: 'w-south-living', at: [1.5, 0], width: 1.5 },
      { id: 'window-living-2', kind: 'window', wall: 'w-south-living', at: [4, 0], width: 1.5 },
      {
        id: 'window-kitchen',
        kind: 'window',
        wall: 'w-south-kitchen',
        at: [7.3, 0],
        width: 1.2,
        sill: 1.05,
        height: 1.2,
      },
      { id: 'window-bedroom-1', kind: 'window', wall: 'w-north-a', at: [1.8, 9.2], width: 1.5 },
      {
        id: 'window-bathroom',
        kind: 'window',
        wall: 'w-north-bath',
        at: [4.6, 9.2],
        width: 0.6,
        sill: 1.4,
        height: 0.8,
      },
      { id: 'window-bedroom-2', kind: 'window', wall: 'w-north-b', at: [7.3, 9.2], width: 1.5 },
    ] as const
  ).map(openingOf),
  objects: [],
}
