import { boxFootprint, interiorPoint, type Point2, polygonArea } from '@enfilade/geometry'
import { describe, expect, test } from 'vitest'
import { readScene, type SceneRoom } from './index.ts'
import { expectValidScene } from './testing/expect-valid-scene.ts'
import { forAll } from './testing/fuzz.ts'
import { createSpace, rectangle, walls } from './testing/random-documents.ts'

const rotate = (point: Point2, angle: number): Point2 => [
  point[0] * Math.cos(angle) - point[1] * Math.sin(angle),
  point[0] * Math.sin(angle) + point[1] * Math.cos(angle),
]

function roomsOf(space: ReturnType<typeof createSpace>): readonly SceneRoom[] {
  const scene = readScene(space.document)
  expectValidScene(scene)
  return scene.rooms
}

const areas = (rooms: readonly SceneRoom[]) => rooms.map(({ area }) => Number(area.toFixed(6))).sort((a, b) => a - b)

describe('rooms', () => {
  test('a 4 × 5 rectangle of axes with walls of 0.12 is exactly 3.88 × 4.88 inside', () => {
    const space = createSpace()
    space.run(rectangle(0, 0, 4, 5))
    const [room] = roomsOf(space)
    expect(room!.polygon).toEqual([
      [0.06, 0.06],
      [3.94, 0.06],
      [3.94, 4.94],
      [0.06, 4.94],
    ])
    expect(room!.area).toBeCloseTo(3.88 * 4.88, 12)
    expect(room!.walls).toHaveLength(4)
    expect(room!.holes).toEqual([])
  })

  test('at any angle and with four different thicknesses the sides are each half a thickness in', () => {
    forAll((random) => {
      const angle = random.between(-4, 4)
      const thicknesses = [0.1, 0.2, 0.3, 0.4]
      const corners = boxFootprint(0, 0, 0, 4, 5).map((corner) => rotate(corner, angle))
      const space = createSpace()
      for (const [i, corner] of corners.entries()) space.run(walls([corner, corners[(i + 1) % 4]!], thicknesses[i]))
      const [room, ...others] = roomsOf(space)
      expect(others).toEqual([])
      expect(room!.area).toBeCloseTo((4 - 0.1 - 0.2) * (5 - 0.05 - 0.15), 7)
    })
  })

  test('a T wall drawn onto another splits it; both rooms share the wall between', () => {
    const space = createSpace()
    space.run(rectangle(0, 0, 6, 4))
    space.run(
      walls([
        [2, 0],
        [2, 4],
      ]),
    )
    const rooms = roomsOf(space)
    expect(areas(rooms)).toEqual([1.88 * 3.88, 3.88 * 3.88].map((area) => Number(area.toFixed(6))))
    expect(rooms.every(({ polygon }) => polygon.length === 4)).toBe(true)
    expect(rooms[0]!.walls.filter((wall) => rooms[1]!.walls.includes(wall))).toHaveLength(1)
  })

  test('a corner that merely lies on another wall counts as a T, exactly or a hair off', () => {
    for (const off of [0, 3e-4, -3e-4]) {
      const space = createSpace()
      space.run(rectangle(0, 0, 6, 4))
      const document = new Map(space.document)
      document.set('p', { kind: 'corner', level: 'level-0', at: [2, off] })
      document.set('q', { kind: 'corner', level: 'level-0', at: [2, 4 + off] })
      document.set('w', { kind: 'wall', level: 'level-0', a: 'p', b: 'q', thickness: 0.12, structure: 'unknown' })
      const scene = readScene(document)
      expectValidScene(scene)
      expect(scene.rooms).toHaveLength(2)
      expect(scene.rooms[0]!.area + scene.rooms[1]!.area).toBeCloseTo(5.76 * 3.88, 2)
    }
  })

  test('walls that cross in an X make four rooms, drawn or merely lying so', () => {
    const drawn = createSpace()
    drawn.run(rectangle(0, 0, 6, 4))
    drawn.run(
      walls([
        [3, 0],
        [3, 4],
      ]),
    )
    drawn.run(
      walls([
        [0, 2],
        [6, 2],
      ]),
    )
    expect(areas(roomsOf(drawn))).toEqual(Array(4).fill(Number((2.88 * 1.88).toFixed(6))))
    const document = new Map(drawn.document)
    for (const [id, raw] of document) if (raw.kind !== 'level') document.delete(id)
    const points: [string, Point2][] = [
      ['a', [0, 0]],
      ['b', [6, 0]],
      ['c', [6, 4]],
      ['d', [0, 4]],
      ['e', [3, 0]],
      ['f', [3, 4]],
      ['g', [0, 2]],
      ['h', [6, 2]],
    ]
    for (const [id, at] of points) document.set(id, { kind: 'corner', level: 'level-0', at })
    for (const [a, b] of ['ab', 'bc', 'cd', 'da', 'ef', 'gh']) {
      document.set(`w${a}${b}`, { kind: 'wall', level: 'level-0', a, b, thickness: 0.12, structure: 'unknown' })
    }
    const scene = readScene(document)
    expectValidScene(scene)
    expect(areas(scene.rooms)).toEqual(Array(4).fill(Number((2.88 * 1.88).toFixed(6))))
  })

  test('an island of walls is a hole of the room around it and a room of its own inside', () => {
    const space = createSpace()
    space.run(rectangle(0, 0, 8, 6))
    space.run(rectangle(3, 2, 2, 2))
    const rooms = roomsOf(space)
    expect(areas(rooms)).toEqual([Number((1.88 * 1.88).toFixed(6)), Number((7.88 * 5.88 - 2.12 * 2.12).toFixed(6))])
    const outer = rooms.find(({ holes }) => holes.length === 1)!
    expect(polygonArea(outer.holes[0]!)).toBeCloseTo(-2.12 * 2.12, 9)
    expect(outer.walls).toHaveLength(8)
  })

  test('a free-standing column of walls is a hole and no room', () => {
    const space = createSpace()
    space.run(rectangle(0, 0, 8, 6))
    space.run(rectangle(3, 2, 0.3, 0.3))
    const rooms = roomsOf(space)
    expect(rooms).toHaveLength(1)
    expect(rooms[0]!.area).toBeCloseTo(7.88 * 5.88 - 0.42 * 0.42, 9)
  })

  test('a column that touches the wall becomes part of the outline', () => {
    const space = createSpace()
    space.run(rectangle(0, 0, 8, 6))
    space.run(rectangle(0.1, 2, 0.3, 0.3))
    const [room] = roomsOf(space)
    expect(room!.holes).toEqual([])
    expect(room!.area).toBeCloseTo(7.88 * 5.88 - (0.46 - 0.06) * 0.42, 6)
  })

  test('nested islands alternate', () => {
    const space = createSpace()
    for (const inset of [0, 2, 4]) space.run(rectangle(inset, inset, 12 - 2 * inset, 12 - 2 * inset))
    const rooms = roomsOf(space)
    expect(rooms).toHaveLength(3)
    expect(rooms.filter(({ holes }) => holes.length === 1)).toHaveLength(2)
    expect(areas(rooms)).toEqual(
      [3.88 ** 2, 7.88 ** 2 - 4.12 ** 2, 11.88 ** 2 - 8.12 ** 2].map((a) => Number(a.toFixed(6))),
    )
  })

  test('a wall that ends inside a room is walked round', () => {
    const space = createSpace()
    space.run(rectangle(0, 0, 6, 4))
    space.run(
      walls([
        [3, 0],
        [3, 2],
      ]),
    )
    const [room, ...others] = roomsOf(space)
    expect(others).toEqual([])
    expect(room!.area).toBeCloseTo(5.88 * 3.88 - 0.12 * (2 - 0.06), 9)
    expect(room!.polygon).toHaveLength(8)
  })

  test('touching rooms share walls, corners stay shared', () => {
    const space = createSpace()
    space.run(rectangle(0, 0, 4, 4))
    space.run(rectangle(4, 0, 4, 4))
    const scene = readScene(space.document)
    expect(scene.rooms).toHaveLength(2)
    expect(scene.walls).toHaveLength(7)
    expect([...space.document.values()].filter(({ kind }) => kind === 'corner')).toHaveLength(6)
  })

  test('an arc of wall bulges the room', () => {
    const space = createSpace()
    space.run(rectangle(0, 0, 4, 4))
    const right = readScene(space.document).walls.find(({ start, end }) => start[0] === 4 && end[0] === 4)!
    space.run({ type: 'wall-changed', id: right.id, bulge: right.end[1] > right.start[1] ? -1 : 1 })
    const [room] = roomsOf(space)
    // A half disc of the inner radius beyond a rectangle; the joints bend the corners a little.
    expect(room!.area).toBeGreaterThan(3.88 * 3.88)
    expect(Math.abs(room!.area - (3.94 * 3.88 + (Math.PI * 1.94 ** 2) / 2))).toBeLessThan(0.1)
  })

  test('a wall drawn twice, a zero-length wall and a chain that crosses itself do no harm', () => {
    const space = createSpace()
    space.run(rectangle(0, 0, 4, 4))
    const document = new Map(space.document)
    const [id, wall] = [...document].find(([, raw]) => raw.kind === 'wall')!
    document.set('twin', { ...wall, a: wall.b, b: wall.a })
    document.set('thick', { ...wall, thickness: 0.4 })
    document.set('point', { ...wall, b: wall.a })
    const scene = readScene(document)
    expectValidScene(scene)
    expect(scene.rooms).toHaveLength(1)
    expect(scene.rooms[0]!.area).toBeCloseTo(3.88 * (3.88 - 0.14), 9)
    expect(scene.rooms[0]!.walls).toContain(id)
    expect(scene.issues).toEqual([{ id: 'point', reason: 'it has no length' }])
    const bow = createSpace()
    bow.run(
      walls([
        [0, 0],
        [4, 4],
        [4, 0],
        [0, 4],
        [0, 0],
      ]),
    )
    expect(roomsOf(bow)).toHaveLength(2)
  })

  test('a corridor narrower than its walls parts a room in two', () => {
    const space = createSpace()
    space.run(
      walls([
        [0, 0],
        [3, 0],
        [3, 1.45],
        [5, 1.45],
        [5, 0],
        [8, 0],
        [8, 3],
        [5, 3],
        [5, 1.55],
        [3, 1.55],
        [3, 3],
        [0, 3],
        [0, 0],
      ]),
    )
    const rooms = roomsOf(space)
    expect(areas(rooms)).toEqual(Array(2).fill(Number((2.88 * 2.88).toFixed(6))))
    expect(new Set(rooms.map(({ id }) => id)).size).toBe(2)
  })
})

describe('labels', () => {
  const plan = () => {
    const space = createSpace()
    space.run(rectangle(0, 0, 4, 4))
    space.run(rectangle(4, 0, 4, 4))
    return space
  }

  test('name the room that they lie in; the lowest id wins, others are reported', () => {
    const space = plan()
    space.run({
      type: 'room-labelled',
      id: 'label-b',
      level: 'level-0',
      at: [1, 1],
      name: 'Kitchen',
      roomType: 'kitchen',
    })
    const document = new Map(space.document)
    document.set('label-a', { kind: 'room', level: 'level-0', at: [3, 3], name: 'Pantry', type: 'pantry' })
    document.set('label-c', { kind: 'room', level: 'level-0', at: [20, 3], name: 'Garden', type: 'garden' })
    const scene = readScene(document)
    expect(scene.rooms.map(({ id, name, type }) => [id, name, type])).toEqual([
      ['label-a', 'Pantry', 'pantry'],
      [expect.stringMatching(/^room-/), '', 'room'],
    ])
    expect(scene.issues.map(({ id }) => id)).toEqual(['label-b', 'label-c'])
  })

  test('a room without label keeps its id while its walls stay, on every peer', () => {
    const [one, other] = [plan(), plan()]
    expect(readScene(one.document).rooms.map(({ id }) => id)).toEqual(
      readScene(other.document).rooms.map(({ id }) => id),
    )
    const before = readScene(one.document)
    const wall = before.walls.find(({ start, end }) => start[0] === 0 && end[0] === 0)!
    one.run({ type: 'wall-moved', id: wall.id, by: [-1, 0] })
    expect(readScene(one.document).rooms.map(({ id }) => id)).toEqual(before.rooms.map(({ id }) => id))
  })

  test('naming a room that has no label gives it one under its own id', () => {
    const space = plan()
    const before = readScene(space.document).rooms[0]!
    space.run({ type: 'room-changed', id: before.id, name: 'Study' })
    const after = readScene(space.document).rooms.find(({ id }) => id === before.id)!
    expect(after.name).toBe('Study')
    expect(after.label!.at).toEqual(interiorPoint(before.polygon))
    const twice = space.attempt({ type: 'room-labelled', id: 'x', level: 'level-0', at: after.label!.at })
    expect(twice).toMatchObject({ ok: false, code: 'exists' })
  })

  test('openings belong to the rooms on both sides of their stretch of wall', () => {
    const space = createSpace()
    space.run(rectangle(0, 0, 8, 4))
    const long = readScene(space.document).walls.find(({ start, end }) => start[1] === 0 && end[1] === 0)!
    space.run({ type: 'wall-changed', id: long.id, locked: true })
    space.run(
      walls([
        [4, 0],
        [4, 4],
      ]),
    )
    const document = new Map(space.document)
    const at = (x: number) => (long.start[0] === 0 ? x : 8 - x)
    for (const [id, x] of [
      ['left', 2],
      ['right', 6],
    ] as const) {
      document.set(id, {
        kind: 'opening',
        wall: long.id,
        type: 'door',
        along: at(x),
        sill: 0,
        width: 0.9,
        height: 2.1,
        swing: { type: 'none' },
      })
    }
    const scene = readScene(document)
    expect(scene.rooms.map(({ openings }) => openings).sort()).toEqual([['left'], ['right']])
  })
})
