import { describe, expect, test } from 'vitest'
import { applyChange, type Change, type Id, type Pose, readScene, reverseChange, type SceneDocument } from '../index.ts'
import { expectValidScene } from '../testing/expect-valid-scene.ts'
import { forAll } from '../testing/fuzz.ts'
import { createSpace, item, rectangle } from '../testing/random-documents.ts'

const pose = (x: number, y: number, z = 0, yaw = 0): Pose => ({ x, y, z, yaw })
const worldOf = (document: SceneDocument, id: Id): Pose =>
  readScene(document).items.find((entry) => entry.id === id)!.worldPose
const close = ({ x, y, z, yaw }: Pose) => ({
  x: expect.closeTo(x, 9),
  y: expect.closeTo(y, 9),
  z: expect.closeTo(z, 9),
  yaw: expect.closeTo(yaw, 9),
})
const touched = (change: Change) =>
  [...Object.keys(change.added), ...Object.keys(change.removed), ...Object.keys(change.updated)].sort()

/** A room with a table, a cup on it, a spoon in the cup, a lamp on the ceiling and a shelf on a wall. */
function furnished() {
  const space = createSpace()
  space.run(rectangle(0, 0, 6, 4))
  const wall = readScene(space.document).walls.find(({ start, end }) => start[1] === 0 && end[1] === 0)!.id
  space.run(item('table', pose(2, 2, 0, 0.5)))
  space.run(item('cup', pose(2.2, 2, 0.75), { support: { on: 'item', id: 'table' } }))
  space.run(item('spoon', pose(2.2, 2, 0.8, 1), { support: { on: 'item', id: 'cup', inside: true } }))
  space.run(item('lamp', pose(3, 2, 2.05), { support: { on: 'ceiling' } }))
  space.run(item('shelf', pose(4, 0.2, 1.4), { support: { on: 'wall', id: wall } }))
  return { space, wall }
}

describe('supports', () => {
  test('a pose given in the world comes back in the world, whatever carries the item', () => {
    const { space } = furnished()
    expect(worldOf(space.document, 'cup')).toEqual(close(pose(2.2, 2, 0.75)))
    expect(worldOf(space.document, 'spoon')).toEqual(close(pose(2.2, 2, 0.8, 1)))
    expect(worldOf(space.document, 'lamp')).toEqual(close(pose(3, 2, 2.05)))
    expect(worldOf(space.document, 'shelf')).toEqual(close(pose(4, 0.2, 1.4)))
    expect(space.document.get('lamp')!.pose).toMatchObject({ z: expect.closeTo(-0.75, 9) })
  })

  test('moving a table moves what stands on it, with one write', () => {
    const { space } = furnished()
    const change = space.run({ type: 'items-moved', moves: { table: pose(4, 1, 0, 0.5 + Math.PI / 2) } })
    expect(touched(change)).toEqual(['table'])
    expect(worldOf(space.document, 'cup')).toEqual(close(pose(4, 1.2, 0.75, Math.PI / 2)))
    expect(worldOf(space.document, 'spoon')).toEqual(close(pose(4, 1.2, 0.8, 1 + Math.PI / 2)))
  })

  test('moving table and cup together is still one write; moving them apart is two', () => {
    const { space } = furnished()
    const together = space.run({ type: 'items-moved', moves: { table: pose(3, 2, 0, 0.5), cup: pose(3.2, 2, 0.75) } })
    expect(touched(together)).toEqual(['table'])
    const apart = space.run({ type: 'items-moved', moves: { table: pose(1, 1), cup: pose(3.2, 2, 0.75) } })
    expect(touched(apart)).toEqual(['cup', 'table'])
    expect(worldOf(space.document, 'cup')).toEqual(close(pose(3.2, 2, 0.75)))
  })

  test('a new support changes the frame and not the place; standing on oneself is refused', () => {
    const { space, wall } = furnished()
    for (const support of [
      { on: 'floor' },
      { on: 'ceiling' },
      { on: 'wall', id: wall },
      { on: 'item', id: 'shelf' },
    ] as const) {
      space.run({ type: 'items-moved', moves: { cup: pose(2.5, 1.5, 1, 0.3) }, supports: { cup: support } })
      expect(worldOf(space.document, 'cup')).toEqual(close(pose(2.5, 1.5, 1, 0.3)))
      expectValidScene(readScene(space.document))
    }
    const circle = space.attempt({
      type: 'items-moved',
      moves: { table: pose(0, 0) },
      supports: { table: { on: 'item', id: 'spoon' } },
    })
    expect(circle.ok).toBe(true)
    space.run({ type: 'items-moved', moves: { cup: pose(0, 0) }, supports: { cup: { on: 'item', id: 'shelf' } } })
    expect(
      space.attempt({
        type: 'items-moved',
        moves: { cup: pose(0, 0) },
        supports: { cup: { on: 'item', id: 'table' } },
      }),
    ).toMatchObject({
      ok: false,
      code: 'support-circle',
    })
    expect(
      space.attempt({ type: 'items-moved', moves: { cup: pose(0, 0) }, supports: { cup: { on: 'item', id: 'cup' } } }),
    ).toMatchObject({
      ok: false,
      code: 'support-circle',
    })
  })

  test('two that swap places in a pile are refused together, not half done', () => {
    const { space } = furnished()
    const result = space.attempt({
      type: 'items-moved',
      moves: { table: pose(0, 0), cup: pose(0, 0) },
      supports: { table: { on: 'item', id: 'cup' }, cup: { on: 'item', id: 'table' } },
    })
    expect(result).toMatchObject({ ok: false, code: 'support-circle' })
  })

  test('removing an item removes what stands on it in the same change, and the reverse brings all back', () => {
    const { space } = furnished()
    const before = space.document
    const change = space.run({ type: 'removed', ids: ['table', 'nobody'] })
    expect(Object.keys(change.removed)).toEqual(['cup', 'spoon', 'table'])
    expect(applyChange(space.document, reverseChange(change))).toEqual(before)
  })

  test('removing a wall removes its openings, what hangs on it and corners left bare', () => {
    const { space, wall } = furnished()
    space.run({ type: 'opening-added', id: 'door', wall, opening: 'door', along: 1 })
    const change = space.run({ type: 'removed', ids: [wall] })
    expect(Object.keys(change.removed).sort()).toEqual([wall, 'door', 'shelf'].sort())
    const rest = readScene(space.document).walls.map(({ id }) => id)
    const last = space.run({ type: 'removed', ids: rest })
    expect(Object.values(last.removed).filter(({ kind }) => kind === 'corner')).toHaveLength(4)
  })

  test('resizing keeps what stands on top on top, the ceiling lamp at the ceiling and the shelf at the wall', () => {
    const { space } = furnished()
    space.run({ type: 'item-resized', id: 'table', size: [1, 0.6, 1] })
    expect(worldOf(space.document, 'cup').z).toBeCloseTo(1, 9)
    expect(worldOf(space.document, 'spoon').z).toBeCloseTo(1.05, 9)
    space.run({ type: 'item-resized', id: 'lamp', size: [1, 0.6, 0.5] })
    expect(worldOf(space.document, 'lamp').z).toBeCloseTo(2.3, 9)
    space.run({ type: 'item-resized', id: 'shelf', size: [1, 0.3, 0.75] })
    expect(worldOf(space.document, 'shelf').y).toBeCloseTo(0.2 - 0.15, 9)
  })
})

describe('groups', () => {
  const many = (count: number) => {
    const space = createSpace()
    for (let i = 0; i < count; i++) space.run(item(`i${i}`, pose(i, i % 3, 0, i / 10)))
    return space
  }
  const shifted = (space: ReturnType<typeof many>, ids: readonly Id[], dx: number, turn = 0) =>
    Object.fromEntries(
      ids.map((id) => {
        const { x, y, z, yaw } = worldOf(space.document, id)
        const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
        return [id, pose(x * cos - y * sin + dx, x * sin + y * cos, z, yaw + turn)]
      }),
    )
  const ids = (count: number) => Array.from({ length: count }, (_, i) => `i${i}`)

  test('a group that moves and turns as a whole is one write', () => {
    const space = many(4)
    const made = space.run({ type: 'items-grouped', id: 'g', items: ids(3), name: 'Suite' })
    expect(Object.keys(made.updated)).toEqual(['i0', 'i1', 'i2'])
    expect(Object.keys(made.updated.i0!)).toEqual(['group'])
    const moves = shifted(space, ids(3), 2, 0.7)
    const change = space.run({ type: 'items-moved', moves })
    expect(touched(change)).toEqual(['g'])
    for (const id of ids(3)) expect(worldOf(space.document, id)).toEqual(close(moves[id]!))
  })

  test('a member can still be moved alone, and ungrouping keeps every place', () => {
    const space = many(4)
    space.run({ type: 'items-grouped', id: 'g', items: ids(3) })
    space.run({ type: 'items-moved', moves: shifted(space, ids(3), 1, 1) })
    expect(touched(space.run({ type: 'items-moved', moves: { i1: pose(9, 9) } }))).toEqual(['i1'])
    expect(worldOf(space.document, 'i1')).toEqual(close(pose(9, 9)))
    const before = readScene(space.document).items.map(({ worldPose }) => close(worldPose))
    space.run({ type: 'items-ungrouped', id: 'g' })
    expect(readScene(space.document).items.map(({ worldPose }) => worldPose)).toEqual(before)
    expect(space.document.has('g')).toBe(false)
  })

  test('an item that joins another group leaves the first; an empty group goes', () => {
    const space = many(4)
    space.run({ type: 'items-grouped', id: 'g', items: ['i0', 'i1'] })
    space.run({ type: 'items-moved', moves: shifted(space, ['i0', 'i1'], 3, 1) })
    const before = readScene(space.document).items.map(({ worldPose }) => close(worldPose))
    space.run({ type: 'items-grouped', id: 'h', items: ['i0', 'i1', 'i2'] })
    expect(readScene(space.document).items.map(({ worldPose }) => worldPose)).toEqual(before)
    expect(readScene(space.document).groups.map(({ id }) => id)).toEqual(['h'])
    expect(space.attempt({ type: 'items-grouped', id: 'k', items: ['i0', 'i0'] })).toMatchObject({
      ok: false,
      code: 'too-few',
    })
  })

  test('nine free items dragged together become an implicit group: the next drag is one write', () => {
    const space = many(12)
    const first = shifted(space, ids(9), 1)
    const change = space.run({ type: 'items-moved', moves: first })
    expect(Object.values(change.added)).toEqual([{ kind: 'group', level: 'level-0', pose: pose(1, 0), implicit: true }])
    expect(Object.keys(change.updated.i0!)).toEqual(['group'])
    for (const id of ids(9)) expect(worldOf(space.document, id)).toEqual(close(first[id]!))
    for (const turn of [0, 0.4, -2]) {
      const moves = shifted(space, ids(9), 0.3, turn)
      expect(touched(space.run({ type: 'items-moved', moves }))).toHaveLength(1)
      for (const id of ids(9)) expect(worldOf(space.document, id)).toEqual(close(moves[id]!))
    }
    // One of them alone, and eight of other company.
    expect(touched(space.run({ type: 'items-moved', moves: { i4: pose(0, 7) } }))).toEqual(['i4'])
    const others = ['i1', 'i2', 'i3', 'i5', 'i6', 'i7', 'i9', 'i10', 'i11']
    const moves = shifted(space, others, -1)
    space.run({ type: 'items-moved', moves })
    for (const id of others) expect(worldOf(space.document, id)).toEqual(close(moves[id]!))
    expect(touched(space.run({ type: 'items-moved', moves: shifted(space, others, -1) }))).toHaveLength(1)
    expect(readScene(space.document).groups).toHaveLength(2)
    space.run({ type: 'items-moved', moves: shifted(space, ids(12), 5) })
    expect(readScene(space.document).groups).toHaveLength(1)
    expectValidScene(readScene(space.document))
  })

  test('eight stay single, and a move to the same place writes nothing', () => {
    const space = many(9)
    expect(Object.keys(space.run({ type: 'items-moved', moves: shifted(space, ids(8), 1) }).updated)).toHaveLength(8)
    expect(touched(space.run({ type: 'items-moved', moves: shifted(space, ids(9), 0) }))).toEqual([])
  })

  test('a group whose record is gone leaves its members where their own pose says', () => {
    const space = many(2)
    space.run({ type: 'items-grouped', id: 'g', items: ids(2) })
    const document = new Map(space.document)
    document.delete('g')
    const scene = readScene(document)
    expect(scene.items).toHaveLength(2)
    expect(scene.issues.map(({ reason }) => reason)).toEqual(['group g is missing', 'group g is missing'])
  })

  test('random drags always end where they were asked to', () => {
    forAll((random) => {
      const space = many(12)
      space.run({ type: 'items-grouped', id: 'g', items: ['i0', 'i1', 'i2'] })
      for (let step = 0; step < 6; step++) {
        const share = random()
        const chosen = ids(12).filter(() => random() < share)
        if (chosen.length === 0) continue
        const moves =
          random() < 0.7
            ? shifted(space, chosen, random.between(-2, 2), random.between(-2, 2))
            : Object.fromEntries(chosen.map((id) => [id, pose(random(), random())]))
        const others = readScene(space.document).items.filter(({ id }) => !chosen.includes(id))
        space.run({ type: 'items-moved', moves })
        for (const id of chosen) {
          const world = worldOf(space.document, id)
          expect([world.x, world.y, world.z]).toEqual(
            [moves[id]!.x, moves[id]!.y, moves[id]!.z].map((value) => expect.closeTo(value, 6)),
          )
          expect(Math.cos(world.yaw - moves[id]!.yaw)).toBeCloseTo(1, 9)
        }
        for (const other of others) expect(worldOf(space.document, other.id)).toEqual(close(other.worldPose))
      }
    })
  })
})

describe('copies', () => {
  test('of a table with its things are a table with things, shifted', () => {
    const { space } = furnished()
    space.run({ type: 'items-duplicated', ids: { table: 't2', cup: 'c2', spoon: 's2' }, by: [1, -1] })
    expect(worldOf(space.document, 't2')).toEqual(close(pose(3, 1, 0, 0.5)))
    expect(worldOf(space.document, 's2')).toEqual(close(pose(3.2, 1, 0.8, 1)))
    expect(space.document.get('s2')!.support).toEqual({ on: 'item', id: 'c2', inside: true })
  })

  test('of a cup alone stay on their table; of a shelf stay on the wall', () => {
    const { space, wall } = furnished()
    space.run({ type: 'items-duplicated', ids: { cup: 'c2', shelf: 'h2' }, by: [0.3, 0.5] })
    expect(worldOf(space.document, 'c2')).toEqual(close(pose(2.5, 2.5, 0.75)))
    expect(space.document.get('c2')!.support).toEqual({ on: 'item', id: 'table' })
    expect(worldOf(space.document, 'h2')).toEqual(close(pose(4.3, 0.2, 1.4)))
    expect(space.document.get('h2')!.support).toEqual({ on: 'wall', id: wall })
  })

  test('of a whole group are a new group; of a part of it are single', () => {
    const space = createSpace()
    for (const id of ['a', 'b', 'c']) space.run(item(id, pose(id.charCodeAt(0) - 96, 0)))
    space.run({ type: 'items-grouped', id: 'g', items: ['a', 'b'] })
    space.run({ type: 'items-moved', moves: { a: pose(1, 1, 0, 0), b: pose(2, 1, 0, 0) } })
    space.run({ type: 'items-duplicated', ids: { a: 'a2', b: 'b2', c: 'c2' }, by: [0, 5] })
    expect(space.document.get('a2')!.group).toBe(space.document.get('b2')!.group)
    expect(space.document.get('a2')!.group).not.toBe('g')
    expect(worldOf(space.document, 'b2')).toEqual(close(pose(2, 6)))
    space.run({ type: 'items-duplicated', ids: { a: 'a3' }, by: [0, 9] })
    expect(space.document.get('a3')!.group).toBeUndefined()
    expect(worldOf(space.document, 'a3')).toEqual(close(pose(1, 10)))
  })
})
