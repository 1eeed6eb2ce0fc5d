import { describe, expect, test } from 'vitest'
import { applyOperation, isEmptyChange, type Operation, readScene } from './index.ts'
import { expectValidScene } from './testing/expect-valid-scene.ts'
import { forAll } from './testing/fuzz.ts'
import { createIds, createSpace, garbage, item, randomDocument, rectangle } from './testing/random-documents.ts'
import { randomOperation } from './testing/random-operations.ts'

describe('applyOperation', () => {
  test('never throws and never breaks a scene, however odd the operation', () => {
    forAll((random) => {
      const document = randomDocument(random)
      for (let i = 0; i < 10; i++) {
        const operation = { ...randomOperation(random, document, 'x') } as { [key: string]: unknown }
        for (const key of Object.keys(operation)) if (key !== 'type' && random() < 0.4) operation[key] = garbage(random)
        const result = applyOperation(document, operation as unknown as Operation, createIds('n'))
        if (!result.ok)
          expect([result.code, result.message]).toEqual([
            expect.stringMatching(/^[a-z-]+$/),
            expect.stringMatching(/\.$/),
          ])
      }
    }, 100)
  })

  test('leaves the document that it was given as it is', () => {
    forAll((random) => {
      const document = randomDocument(random)
      const before = JSON.stringify([...document])
      for (let i = 0; i < 6; i++) applyOperation(document, randomOperation(random, document, 'x'), createIds('n'))
      expect(JSON.stringify([...document])).toBe(before)
    })
  })

  test('is the same for equal documents, operations and ids', () => {
    forAll((random) => {
      const document = randomDocument(random)
      const operation = randomOperation(random, document, 'x')
      const shuffled = new Map(random.shuffle([...document]))
      expect(applyOperation(shuffled, operation, createIds('n'))).toEqual(
        applyOperation(document, operation, createIds('n')),
      )
    })
  })

  test('refuses what is locked, and says how to go on', () => {
    const space = createSpace()
    space.run(rectangle(0, 0, 4, 4))
    const { id, a } = readScene(space.document).walls[0]!
    space.run({ type: 'opening-added', id: 'door', wall: id, opening: 'door', along: 2 })
    space.run(item('table', { x: 2, y: 2 }))
    for (const operation of [
      { type: 'wall-changed', id, locked: true },
      { type: 'opening-changed', id: 'door', locked: true },
      { type: 'item-changed', id: 'table', locked: true },
    ] as const)
      space.run(operation)
    const locked: readonly Operation[] = [
      { type: 'wall-moved', id, by: [1, 0] },
      { type: 'corner-moved', id: a, to: [9, 9] },
      { type: 'wall-resized', id, length: 2 },
      { type: 'wall-split', id, along: 2 },
      { type: 'wall-flipped', id },
      { type: 'wall-changed', id, thickness: 0.3 },
      { type: 'removed', ids: [id] },
      { type: 'opening-changed', id: 'door', along: 1 },
      { type: 'removed', ids: ['door'] },
      { type: 'items-moved', moves: { table: { x: 1, y: 1, z: 0, yaw: 0 } } },
      { type: 'item-resized', id: 'table', size: [1, 1, 1] },
      { type: 'item-changed', id: 'table', variant: 'round' },
      { type: 'removed', ids: ['table'] },
    ]
    for (const operation of locked) {
      expect(space.attempt(operation)).toMatchObject({
        ok: false,
        code: 'locked',
        message: expect.stringMatching(/unlock/),
      })
    }
    expect(space.attempt({ type: 'item-changed', id: 'table', states: { on: true } }).ok).toBe(true)
    expect(space.attempt({ type: 'opening-changed', id: 'door', open: 0.5 }).ok).toBe(true)
    expect(space.attempt({ type: 'wall-changed', id, locked: false, thickness: 0.3 }).ok).toBe(true)
    expect(space.attempt({ type: 'wall-moved', id, by: [0, 0] }).ok).toBe(true)
  })

  test('what changes nothing is an empty change', () => {
    const space = createSpace()
    space.run(rectangle(0, 0, 4, 4))
    const wall = readScene(space.document).walls[0]!
    space.run(item('table', { x: 2, y: 2 }))
    const idle: readonly Operation[] = [
      { type: 'wall-moved', id: wall.id, by: [0, 0] },
      { type: 'corner-moved', id: wall.a, to: wall.start },
      { type: 'wall-resized', id: wall.id, length: wall.length },
      { type: 'wall-changed', id: wall.id, thickness: wall.thickness, height: null, locked: false },
      { type: 'items-moved', moves: { table: { x: 2, y: 2, z: 0, yaw: 0 } } },
      { type: 'item-changed', id: 'table', label: null },
      { type: 'removed', ids: ['nobody'] },
      { type: 'level-changed', id: 'level-0', height: 2.8 },
    ]
    for (const operation of idle) expect(isEmptyChange(space.run(operation))).toBe(true)
  })

  test.each<[string, Operation, string]>([
    ['a size of nothing', { type: 'item-resized', id: 'table', size: [0, 1, 1] }, 'out-of-bounds'],
    [
      'a thickness of 5 m',
      {
        type: 'walls-added',
        level: 'level-0',
        points: [
          [0, 0],
          [1, 0],
        ],
        thickness: 5,
      },
      'out-of-bounds',
    ],
    ['an id in use', item('table'), 'exists'],
    ['a level that is not there', item('x', {}, { level: 'cellar' }), 'missing'],
    ['a support that is not there', item('x', {}, { support: { on: 'item', id: 'nobody' } }), 'missing'],
    ['a group that is not there', item('x', {}, { group: 'nobody' }), 'missing'],
    ['a pose at infinity', item('x', { x: Number.POSITIVE_INFINITY }), 'not-a-number'],
    [
      'a color that is none',
      { type: 'item-changed', id: 'table', finishes: { body: { color: 'red' } } },
      'not-a-color',
    ],
    ['a state that is none', { type: 'item-changed', id: 'table', states: { flying: true } as never }, 'unknown-value'],
    ['the last level', { type: 'removed', ids: ['level-0'] }, 'last-level'],
    ['an operation of no kind', { type: 'constructor' } as never, 'unknown-operation'],
  ])('refuses %s', (_, operation, code) => {
    const space = createSpace()
    space.run(item('table'))
    expect(space.attempt(operation)).toMatchObject({ ok: false, code, message: expect.stringMatching(/\.$/) })
  })

  test('levels come and go with all that is on them', () => {
    const space = createSpace()
    space.run({ type: 'level-added', id: 'upper', name: 'Upper floor', elevation: 2.8, height: 2.5 })
    space.run({ ...(rectangle(0, 0, 4, 4) as Extract<Operation, { type: 'walls-added' }>), level: 'upper' })
    space.run(item('bed', { x: 2, y: 2 }, { level: 'upper' }))
    space.run({ type: 'measurement-added', measurement: { id: 'm', level: 'upper', from: [0, 0], to: [4, 0] } })
    const scene = readScene(space.document)
    expectValidScene(scene)
    expect([scene.rooms[0]!.level, scene.walls[0]!.resolvedHeight, scene.measurements.length]).toEqual([
      'upper',
      2.5,
      1,
    ])
    space.run({ type: 'removed', ids: ['upper'] })
    expect([...space.document.keys()]).toEqual(['level-0'])
  })

  test('unknown kinds and fields survive what is done around them', () => {
    const space = createSpace()
    space.run(item('table', { x: 1, y: 1 }))
    space.document = new Map([
      ...space.document,
      ['r2', { kind: 'robot', charge: 3 }],
      ['table', { ...space.document.get('table')!, owner: 'Ann' }],
    ])
    space.run({ type: 'items-moved', moves: { table: { x: 2, y: 2, z: 0, yaw: 0 } } })
    space.run({ type: 'items-duplicated', ids: { table: 'copy' }, by: [1, 1] })
    expect(space.document.get('table')).toMatchObject({ owner: 'Ann', pose: { x: 2 } })
    expect(space.document.get('copy')).toMatchObject({ owner: 'Ann', pose: { x: 3 } })
    expect(readScene(space.document).issues).toEqual([])
    expect(space.document.get('r2')).toEqual({ kind: 'robot', charge: 3 })
  })
})
