import { describe, expect, test } from 'vitest'
import { isEmptyChange, readScene } from '../index.ts'
import { expectValidScene } from '../testing/expect-valid-scene.ts'
import { forAll } from '../testing/fuzz.ts'
import { createSpace, rectangle, walls } from '../testing/random-documents.ts'

const countOf = (space: ReturnType<typeof createSpace>, kind: string) =>
  [...space.document.values()].filter((raw) => raw.kind === kind).length

describe('walls-added', () => {
  test('a chain that comes back to its first point, or nearly, closes itself', () => {
    const space = createSpace()
    space.run(
      walls([
        [0, 0],
        [4, 0],
        [4, 4],
        [0, 4],
        [0.003, -0.002],
      ]),
    )
    expect([countOf(space, 'corner'), countOf(space, 'wall')]).toEqual([4, 4])
    expect(readScene(space.document).rooms).toHaveLength(1)
  })

  test('points near a corner use it again; the same chain drawn twice changes nothing', () => {
    const space = createSpace()
    space.run(rectangle(0, 0, 4, 4))
    expect(isEmptyChange(space.run(rectangle(0.002, 0.001, 4, 4)))).toBe(true)
    expect(
      isEmptyChange(
        space.run(
          walls([
            [1, 0],
            [3, 0],
          ]),
        ),
      ),
    ).toBe(false)
    expect([countOf(space, 'corner'), countOf(space, 'wall')]).toEqual([6, 6])
    expect(readScene(space.document).rooms).toHaveLength(1)
  })

  test('a wall drawn along others fills only the gaps', () => {
    const space = createSpace()
    space.run(
      walls([
        [1, 0],
        [2, 0],
      ]),
    )
    space.run(
      walls([
        [3, 0],
        [4, 0],
      ]),
    )
    space.run(
      walls([
        [0, 0],
        [5, 0],
      ]),
    )
    expect([countOf(space, 'corner'), countOf(space, 'wall')]).toEqual([6, 5])
  })

  test('crossings split both walls, also where the chain crosses itself', () => {
    const space = createSpace()
    space.run(
      walls([
        [0, 2],
        [4, 2],
      ]),
    )
    space.run(
      walls([
        [1, 0],
        [1, 4],
        [3, 4],
        [3, 0],
      ]),
    )
    expect([countOf(space, 'corner'), countOf(space, 'wall')]).toEqual([8, 8])
    const bow = createSpace()
    bow.run(
      walls([
        [0, 0],
        [4, 4],
        [4, 0],
        [0, 4],
      ]),
    )
    expect([countOf(bow, 'corner'), countOf(bow, 'wall')]).toEqual([5, 5])
  })

  test('an arc is split where the chain crosses it, at every crossing', () => {
    const space = createSpace()
    space.run(
      walls([
        [0, 0],
        [4, 0],
      ]),
    )
    const [arc] = readScene(space.document).walls
    space.run({ type: 'wall-changed', id: arc!.id, bulge: 1 })
    space.run(
      walls([
        [-1, 1],
        [5, 1],
      ]),
    )
    const scene = readScene(space.document)
    expectValidScene(scene)
    expect(scene.walls.filter(({ bulge }) => bulge)).toHaveLength(3)
    expect(scene.walls).toHaveLength(6)
    for (const { start, end, bulge } of scene.walls) {
      for (const [x, y] of bulge ? [start, end] : []) expect(Math.hypot(x - 2, y)).toBeCloseTo(2, 6)
    }
  })

  test('locked walls stay whole; what is drawn onto them still joins', () => {
    const space = createSpace()
    space.run(rectangle(0, 0, 6, 4))
    for (const { id } of readScene(space.document).walls) space.run({ type: 'wall-changed', id, locked: true })
    space.run(
      walls([
        [3, 0.002],
        [3, 4],
      ]),
    )
    const scene = readScene(space.document)
    expectValidScene(scene)
    expect([scene.walls.length, scene.rooms.length]).toEqual([5, 2])
  })

  test('the new parts keep what the split wall was', () => {
    const space = createSpace()
    space.run({
      type: 'walls-added',
      level: 'level-0',
      points: [
        [0, 0],
        [4, 0],
      ],
      thickness: 0.24,
      structure: 'load-bearing',
      height: 2,
    })
    const [id] = readScene(space.document).walls.map((wall) => wall.id)
    space.run({ type: 'wall-changed', id: id!, finishes: { left: { material: 'brick' } } })
    space.document = new Map([...space.document, [id!, { ...space.document.get(id!)!, id: 'odd', heating: 'floor' }]])
    space.run(
      walls([
        [2, 0],
        [2, 2],
      ]),
    )
    const halves = readScene(space.document).walls.filter(({ thickness }) => thickness === 0.24)
    expect(halves).toHaveLength(2)
    for (const half of halves)
      expect(half).toMatchObject({ structure: 'load-bearing', height: 2, finishes: { left: { material: 'brick' } } })
    expect([...space.document.values()].filter((raw) => raw.heating === 'floor')).toHaveLength(2)
  })

  test('drawn at random, nothing overlaps or crosses away from corners, and drawing it again changes nothing', () => {
    forAll((random) => {
      const space = createSpace()
      const chains = Array.from({ length: 3 }, () =>
        walls(Array.from({ length: 2 + random.int(4) }, () => [random.int(9) / 2, random.int(9) / 2] as const)),
      )
      const drawn = chains.filter((chain) => space.attempt(chain).ok)
      const scene = readScene(space.document)
      expectValidScene(scene)
      const pairs = scene.walls.map(({ a, b }) => [a, b].sort().join())
      expect(new Set(pairs).size).toBe(pairs.length)
      for (const chain of drawn) expect(isEmptyChange(space.run(chain))).toBe(true)
    })
  })

  test.each([
    [[[0, 0]], 'too-few-points'],
    [
      [
        [0, 0],
        [0, 0.001],
      ],
      'too-short',
    ],
    [
      [
        [0, 0],
        [Number.NaN, 1],
      ],
      'not-a-number',
    ],
    [
      [
        [0, 0],
        [20_000, 1],
      ],
      'out-of-bounds',
    ],
    [[[0, 0], 'x'], 'not-a-point'],
  ])('%j is refused: %s', (points, code) => {
    const space = createSpace()
    expect(space.attempt(walls(points as never))).toMatchObject({ ok: false, code })
  })
})
