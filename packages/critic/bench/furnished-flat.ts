import {
  applyChange,
  applyOperation,
  createEmptyDocument,
  type ItemRecord,
  type Operation,
  type Point2,
  readScene,
  type SceneDocument,
} from '@enfilade/scene'

/** Inside of each of the nine rooms with its walls, metres. */
const ROOM = 5
const SIDE = ROOM * 3

/** Category, middle in the room's frame, yaw in quarter turns, size; then what carries it: the floor where absent. */
type Placed = readonly [
  category: string,
  u: number,
  v: number,
  turn: number,
  size: ItemRecord['size'],
  on?: { readonly at: number; readonly z: number; readonly inside?: boolean } | 'ceiling',
]

/** u runs from the window to the door's wall, v along it; the door is at v = 0.9. `at` counts in this list. */
const bedroom: readonly Placed[] = [
  ['double_bed', 2.2, 3.8, 0, [1.6, 2.1, 1]],
  ['nightstand', 1.1, 4.65, 0, [0.5, 0.4, 0.5]],
  ['nightstand', 3.3, 4.65, 0, [0.5, 0.4, 0.5]],
  ['table_lamp', 1.1, 4.65, 0, [0.25, 0.25, 0.4], { at: 1, z: 0.5 }],
  ['table_lamp', 3.3, 4.65, 0, [0.25, 0.25, 0.4], { at: 2, z: 0.5 }],
  ['wardrobe', 4.6, 3.2, -1, [1.8, 0.6, 2.2]],
  ['desk', 0.45, 1.6, 1, [1.2, 0.6, 0.75]],
  ['office_chair', 1.1, 1.6, -1, [0.6, 0.6, 1]],
  ['desk_lamp', 0.35, 1.15, 1, [0.2, 0.2, 0.4], { at: 6, z: 0.75 }],
  ['laptop', 0.5, 1.6, 1, [0.33, 0.24, 0.23], { at: 6, z: 0.75 }],
  ['chest_of_drawers', 2.1, 0.35, 2, [1, 0.45, 0.8]],
  ['vase', 1.8, 0.35, 0, [0.18, 0.18, 0.3], { at: 10, z: 0.8 }],
  ['books', 2.3, 0.35, 0, [0.25, 0.18, 0.2], { at: 10, z: 0.8 }],
  ['plant', 0.5, 4.4, 0, [0.4, 0.4, 1.2]],
  ['rug', 2.2, 2.9, 0, [2.2, 1.5, 0.01]],
  ['ceiling_light', 2.5, 2.5, 0, [0.5, 0.5, 0.2], 'ceiling'],
  ['bookcase', 3.2, 0.3, 2, [0.8, 0.3, 2]],
  ['books', 3.1, 0.3, 0, [0.3, 0.2, 0.25], { at: 16, z: 0.45, inside: true }],
  ['books', 3.3, 0.3, 0, [0.3, 0.2, 0.25], { at: 16, z: 0.85, inside: true }],
  ['storage_box', 3.2, 0.3, 0, [0.3, 0.25, 0.25], { at: 16, z: 1.25, inside: true }],
  ['wastebasket', 0.3, 2.75, 1, [0.25, 0.25, 0.3]],
  ['pillow', 2.2, 4.5, 0, [0.6, 0.4, 0.12], { at: 0, z: 0.48 }],
]

/** Doors at u = 4.2 of both v walls, and at v = 0.9 of both u walls. */
const diningRoom: readonly Placed[] = [
  ['dining_table', 2.6, 2.6, 0, [1.8, 0.9, 0.75]],
  ['dining_chair', 2, 1.98, 2, [0.45, 0.5, 0.85]],
  ['dining_chair', 2.6, 1.98, 2, [0.45, 0.5, 0.85]],
  ['dining_chair', 3.2, 1.98, 2, [0.45, 0.5, 0.85]],
  ['dining_chair', 2, 3.22, 0, [0.45, 0.5, 0.85]],
  ['dining_chair', 2.6, 3.22, 0, [0.45, 0.5, 0.85]],
  ['dining_chair', 3.2, 3.22, 0, [0.45, 0.5, 0.85]],
  ['rug', 2.6, 2.6, 0, [2.8, 2, 0.01]],
  ['pendant_light', 2.6, 2.6, 0, [0.4, 0.4, 0.8], 'ceiling'],
  ['vase', 2.6, 2.6, 0, [0.18, 0.18, 0.3], { at: 0, z: 0.75 }],
  ['sideboard', 2, 4.65, 0, [1.6, 0.45, 0.85]],
  ['table_lamp', 1.5, 4.65, 0, [0.25, 0.25, 0.4], { at: 10, z: 0.85 }],
  ['books', 2.4, 4.65, 0, [0.25, 0.18, 0.2], { at: 10, z: 0.85 }],
  ['plant', 0.45, 4.5, 0, [0.4, 0.4, 1.2]],
  ['armchair', 0.6, 3.2, 1, [0.7, 0.75, 0.85]],
  ['floor_lamp', 0.4, 2.3, 0, [0.35, 0.35, 1.6]],
  ['bookcase', 4.72, 2.9, -1, [0.8, 0.3, 2]],
  ['books', 4.72, 2.8, -1, [0.3, 0.2, 0.25], { at: 16, z: 0.45, inside: true }],
  ['books', 4.72, 3, -1, [0.3, 0.2, 0.25], { at: 16, z: 0.85, inside: true }],
  ['cabinet', 2.1, 0.32, 2, [1.2, 0.4, 0.9]],
  ['vase', 1.8, 0.32, 0, [0.18, 0.18, 0.3], { at: 19, z: 0.9 }],
  ['table_lamp', 2.4, 0.32, 0, [0.25, 0.25, 0.4], { at: 19, z: 0.9 }],
  ['plant', 4.65, 2, 0, [0.35, 0.35, 0.9]],
]

/** A flat of nine furnished rooms, in which nearly all is as it should be. Ids of items are `row-column-index`. */
export const createFurnishedFlat = (): SceneDocument => {
  let count = 0
  let document = createEmptyDocument()
  const run = (operation: Operation): void => {
    const result = applyOperation(document, operation, { createId: () => `n${++count}` })
    if (!result.ok) throw new Error(result.message)
    document = applyChange(document, result.change)
  }
  for (const points of wallLines())
    run({ type: 'walls-added', level: 'level-0', points, closed: points.length > 2, thickness: 0.12 })
  const { walls } = readScene(document)
  for (const [index, { at, opening }] of openings().entries()) {
    const wall = walls.find(({ start, end, length }) => {
      const away = Math.hypot(at[0] - start[0], at[1] - start[1]) + Math.hypot(at[0] - end[0], at[1] - end[1])
      return away < length + 1e-6
    })!
    const along = Math.hypot(at[0] - wall.start[0], at[1] - wall.start[1])
    run({ type: 'opening-added', id: `o${index}`, wall: wall.id, opening, along })
  }
  for (let row = 0; row < 3; row++)
    for (let column = 0; column < 3; column++) furnishRoom(row, column, readScene(document).levels[0]!.height, run)
  return document
}

const furnishRoom = (row: number, column: number, ceiling: number, run: (operation: Operation) => void): void => {
  const things = column === 1 ? diningRoom : bedroom
  const idOf = (index: number): string => `${row}-${column}-${String(index).padStart(2, '0')}`
  run({
    type: 'room-labelled',
    id: `room-${row}-${column}`,
    level: 'level-0',
    at: [(column + 0.5) * ROOM, (row + 0.5) * ROOM],
    name: '',
    roomType: column === 1 ? 'dining_room' : 'bedroom',
  })
  for (const [index, [category, u, v, turn, size, on]] of things.entries()) {
    const isMirrored = column === 2
    const yaw = (turn * Math.PI) / 2
    const z = on === 'ceiling' ? ceiling - size[2] : (on?.z ?? 0)
    const pose = { x: isMirrored ? SIDE - u : column * ROOM + u, y: row * ROOM + v, z, yaw: isMirrored ? -yaw : yaw }
    const support: ItemRecord['support'] =
      on === undefined
        ? { on: 'floor' }
        : on === 'ceiling'
          ? { on: 'ceiling' }
          : { on: 'item', id: idOf(on.at), ...(on.inside ? { inside: true } : {}) }
    run({ type: 'item-added', item: { id: idOf(index), level: 'level-0', category, size, pose, support } })
  }
}

const wallLines = (): Point2[][] => [
  [
    [0, 0],
    [SIDE, 0],
    [SIDE, SIDE],
    [0, SIDE],
  ],
  ...[ROOM, ROOM * 2].flatMap((at): Point2[][] => [
    [
      [at, 0],
      [at, SIDE],
    ],
    [
      [0, at],
      [SIDE, at],
    ],
  ]),
]

const openings = (): { at: Point2; opening: 'door' | 'window' }[] => [
  ...[0, 1, 2].flatMap((row) => [
    { at: [ROOM, row * ROOM + 0.9] as const, opening: 'door' as const },
    { at: [ROOM * 2, row * ROOM + 0.9] as const, opening: 'door' as const },
    { at: [0, row * ROOM + 2.5] as const, opening: 'window' as const },
    { at: [SIDE, row * ROOM + 2.5] as const, opening: 'window' as const },
  ]),
  { at: [ROOM + 4.2, 0], opening: 'door' },
  { at: [ROOM + 4.2, ROOM], opening: 'door' },
  { at: [ROOM + 4.2, ROOM * 2], opening: 'door' },
  { at: [ROOM + 2, SIDE], opening: 'window' },
]
