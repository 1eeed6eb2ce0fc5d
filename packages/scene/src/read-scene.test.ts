import type { Random } from '@enfilade/geometry'
import { describe, expect, test } from 'vitest'
import type { Change } from './change.ts'
import {
  applyChange,
  applyOperation,
  createSceneReader,
  diffDocuments,
  readScene,
  reverseChange,
  type SceneDocument,
} from './index.ts'
import type { Id, RawRecord } from './records.ts'
import { expectValidScene } from './testing/expect-valid-scene.ts'
import { forAll, forSeed, fuzz } from './testing/fuzz.ts'
import { createIds, createSpace, garbage, item, randomDocument, rectangle } from './testing/random-documents.ts'
import { randomOperation } from './testing/random-operations.ts'

const shuffled = (document: SceneDocument, random: Random): SceneDocument => new Map(random.shuffle([...document]))

/** Runs random operations one after another; refusals are part of life. */
function work(document: SceneDocument, random: Random, steps: number, prefix: string): SceneDocument {
  let now = document
  const context = createIds(prefix)
  for (let i = 0; i < steps; i++) {
    const result = applyOperation(now, randomOperation(random, now, `${prefix}x`), context)
    if (result.ok) now = applyChange(now, result.change)
    else expect(result.message).toMatch(/\w/)
  }
  return now
}

describe('readScene makes a valid scene of anything', () => {
  test('of documents full of garbage', () => {
    forAll((random) => {
      const document = new Map<Id, RawRecord>()
      for (let i = 0; i < random.int(12); i++) document.set(String(garbage(random)), garbage(random) as RawRecord)
      expectValidScene(readScene(document))
    })
  })

  test('of documents of odd records that refer to each other', () => {
    forAll((random) => {
      const document = randomDocument(random)
      const scene = readScene(document)
      expectValidScene(scene)
      expect(readScene(shuffled(document, random))).toEqual(scene)
    }, fuzz.numRuns * 3)
  })

  test('of whatever a sequence of operations leaves', () => {
    forAll((random) => {
      expectValidScene(readScene(work(randomDocument(random), random, 12, 's')))
    })
  })
})

/** Last writer wins, record by record and property by property: what a replicated document makes of edits at once. */
function mergeBranches(base: SceneDocument, branches: readonly Change[], random: Random): SceneDocument {
  let merged = base
  const records: [Id, Change][] = branches.flatMap((change) =>
    [...new Set([...Object.keys(change.added), ...Object.keys(change.removed), ...Object.keys(change.updated)])].map(
      (id): [Id, Change] => [id, change],
    ),
  )
  const only = <T>(id: Id, all: { readonly [key: string]: T }) => (Object.hasOwn(all, id) ? { [id]: all[id]! } : {})
  // A removed record stays removed whatever else is written to it.
  const removed = new Set(branches.flatMap((change) => Object.keys(change.removed)))
  for (const [id, change] of random.shuffle(records)) {
    for (const key of random.shuffle(Object.keys(change.updated[id] ?? {}))) {
      merged = applyChange(merged, { added: {}, removed: {}, updated: { [id]: { [key]: change.updated[id]![key]! } } })
    }
    merged = applyChange(merged, { added: only(id, change.added), removed: only(id, change.removed), updated: {} })
  }
  return new Map([...merged].filter(([id]) => !removed.has(id)))
}

describe('edits at once', () => {
  test('of two or three people merge to a valid scene, whatever the order and however the map is filled', () => {
    forAll((random) => {
      const base = work(new Map(randomDocument(random)), random, 6, 'z')
      const branches = Array.from({ length: 2 + random.int(2) }, (_, i) =>
        diffDocuments(base, work(base, random, 1 + random.int(6), `p${i}`)),
      )
      const merged = mergeBranches(base, branches, random)
      const scene = readScene(merged)
      expectValidScene(scene)
      expect(readScene(shuffled(merged, random))).toEqual(scene)
    })
  })

  const takeBack = (random: Random) => {
    const base = work(randomDocument(random), random, 4, 'z')
    const branches = [1, 2].map((i) => diffDocuments(base, work(base, random, 4, `p${i}`)))
    const merged = mergeBranches(base, branches, random)
    expectValidScene(readScene(applyChange(merged, reverseChange(branches[0]!))))
  }

  test('taking one branch back afterwards is valid too', () => {
    // Two nearly parallel walls: sides taken from the walls' own lines ran across each other.
    forSeed(1552835516, takeBack)
    forAll(takeBack)
  })
})

describe('createSceneReader', () => {
  test('reading step by step gives what reading at once gives, and keeps equal things identical', () => {
    forAll((random) => {
      const reader = createSceneReader()
      let document = randomDocument(random)
      let before = reader.read(document)
      const context = createIds('n')
      for (let i = 0; i < 10; i++) {
        const result = applyOperation(document, randomOperation(random, document, 'x'), context)
        if (result.ok) document = applyChange(document, result.change)
        const scene = reader.read(document)
        expect(scene).toEqual(readScene(document))
        for (const [id, entry] of scene.byId) {
          const old = before.byId.get(id)
          if (old && JSON.stringify(old) === JSON.stringify(entry)) expect(entry).toBe(old)
        }
        before = scene
      }
    })
  })

  test('moving one item leaves all else the same objects', () => {
    const space = createSpace()
    space.run(rectangle(0, 0, 8, 6))
    for (let i = 0; i < 20; i++) space.run(item(`i${i}`, { x: 1 + (i % 5), y: 1 + Math.floor(i / 5) }))
    space.run(item('cup', { x: 1, y: 1, z: 0.75 }, { support: { on: 'item', id: 'i0' } }))
    const reader = createSceneReader()
    const before = reader.read(space.document)
    space.run({ type: 'items-moved', moves: { i0: { x: 4, y: 5, z: 0, yaw: 1 } } })
    const after = reader.read(space.document)
    expect(after.walls).toBe(before.walls)
    expect(after.rooms).toBe(before.rooms)
    expect(after.openings).toBe(before.openings)
    expect(after.levels).toBe(before.levels)
    const changed = after.items.filter((entry) => before.byId.get(entry.id) !== entry).map(({ id }) => id)
    expect(changed).toEqual(['cup', 'i0'])
    expect(reader.read(space.document)).toBe(after)
    expect(reader.read(new Map(space.document))).toBe(after)
  })

  test('a wall that moves keeps the rooms and walls that it does not touch', () => {
    const space = createSpace()
    space.run(rectangle(0, 0, 4, 4))
    space.run(rectangle(10, 0, 4, 4))
    const reader = createSceneReader()
    const before = reader.read(space.document)
    const wall = before.walls.find(({ start, end }) => start[0] === 14 && end[0] === 14)!
    space.run({ type: 'wall-moved', id: wall.id, by: [0.5, 0] })
    const after = reader.read(space.document)
    expect(after.walls.filter((entry) => before.byId.get(entry.id) !== entry)).toHaveLength(3)
    expect(after.rooms.filter((entry) => before.byId.get(entry.id) !== entry)).toHaveLength(1)
  })
})

describe('what can not be shown is hidden with its reason', () => {
  test('and an undo of what hid it brings it back', () => {
    const space = createSpace()
    const drawn = space.run(rectangle(0, 0, 4, 4))
    const wall = Object.keys(drawn.added).find((id) => drawn.added[id]!.kind === 'wall')!
    space.run({ type: 'opening-added', id: 'door', wall, opening: 'door', along: 2 })
    space.run(item('table', { x: 2, y: 2 }))
    space.run(item('cup', { x: 2, y: 2, z: 0.75 }, { support: { on: 'item', id: 'table' } }))
    const whole = readScene(space.document)
    const gone = new Map(space.document)
    gone.delete('table')
    gone.delete(wall)
    const scene = readScene(gone)
    expectValidScene(scene)
    expect(scene.openings).toEqual([])
    expect(scene.items).toEqual([])
    expect(scene.issues).toEqual([
      { id: 'cup', reason: 'item table that carries it is missing' },
      { id: 'door', reason: `wall ${wall} is missing` },
    ])
    expect(
      readScene(new Map([...gone, ['table', space.document.get('table')!], [wall, space.document.get(wall)!]])),
    ).toEqual(whole)
  })

  test('a circle of supports is cut at its lowest id, which then stands on the floor', () => {
    const record = (on: Id): RawRecord => ({
      kind: 'item',
      level: 'level-0',
      category: 'box',
      pose: { x: 1, y: 0, z: 1, yaw: 0 },
      size: [1, 1, 1],
      support: { on: 'item', id: on },
    })
    const space = createSpace()
    const scene = readScene(
      new Map([...space.document, ['b', record('c')], ['c', record('d')], ['d', record('b')], ['e', record('d')]]),
    )
    expectValidScene(scene)
    expect(scene.items.map(({ id, support, worldPose }) => [id, support.on, worldPose.x])).toEqual([
      ['b', 'floor', 1],
      ['c', 'item', 3],
      ['d', 'item', 2],
      ['e', 'item', 3],
    ])
    expect(scene.issues).toEqual([{ id: 'b', reason: 'its supports form a circle: it stands on the floor' }])
  })
})
