import { describe, expect, test } from 'vitest'
import {
  applyChange,
  applyOperation,
  type Change,
  diffDocuments,
  emptyChange,
  flattenRecord,
  isEmptyChange,
  mergeChanges,
  reverseChange,
  type SceneDocument,
} from './index.ts'
import { forAll } from './testing/fuzz.ts'
import { createIds, randomDocument } from './testing/random-documents.ts'
import { randomOperation } from './testing/random-operations.ts'

/** A document with empty merged objects and undefined properties left out, as plain data. */
const plain = (document: SceneDocument) =>
  Object.fromEntries(
    [...document].map(([id, raw]): [string, unknown] => {
      const isRecord = typeof raw === 'object' && raw !== null && !Array.isArray(raw)
      return [id, isRecord ? Object.fromEntries([...flattenRecord(raw)].sort(([a], [b]) => (a < b ? -1 : 1))) : raw]
    }),
  )

/** Documents without entries that are no records: the document's type rules those out. */
const records = (document: SceneDocument): SceneDocument =>
  new Map([...document].filter(([, raw]) => typeof raw === 'object' && raw !== null && !Array.isArray(raw)))

describe('changes', () => {
  test('what differs between any two documents takes one to the other, and back in reverse', () => {
    forAll((random) => {
      const [before, after] = [records(randomDocument(random)), records(randomDocument(random))]
      const change = diffDocuments(before, after)
      expect(plain(applyChange(before, change))).toEqual(plain(after))
      expect(plain(applyChange(after, reverseChange(change)))).toEqual(plain(before))
      expect(isEmptyChange(diffDocuments(before, new Map(before)))).toBe(true)
      expect(diffDocuments(after, before)).toEqual(reverseChange(change))
    })
  })

  test('of operations: reversed they restore, merged they are the same as one after another', () => {
    forAll((random) => {
      const start: SceneDocument = new Map(JSON.parse(JSON.stringify([...records(randomDocument(random))])))
      const context = createIds('n')
      let document = start
      let merged: Change = emptyChange
      for (let i = 0; i < 8; i++) {
        const result = applyOperation(document, randomOperation(random, document, 'x'), context)
        if (!result.ok) continue
        const next = applyChange(document, result.change)
        expect(plain(applyChange(next, reverseChange(result.change)))).toEqual(plain(document))
        // Plain JSON: a trip through text changes nothing.
        const text = JSON.stringify(result.change)
        expect(JSON.stringify(JSON.parse(text))).toBe(text)
        merged = mergeChanges(merged, result.change)
        document = next
      }
      expect(plain(applyChange(start, merged))).toEqual(plain(document))
      expect(plain(applyChange(document, reverseChange(merged)))).toEqual(plain(start))
      expect(isEmptyChange(mergeChanges(merged, reverseChange(merged)))).toBe(true)
    })
  })

  test('merging is associative', () => {
    forAll((random) => {
      const [a, b, c, d] = [1, 2, 3, 4].map(() => records(randomDocument(random)))
      const [ab, bc, cd] = [diffDocuments(a!, b!), diffDocuments(b!, c!), diffDocuments(c!, d!)]
      const left = mergeChanges(mergeChanges(ab, bc), cd)
      expect(plain(applyChange(a!, left))).toEqual(plain(d!))
      expect(plain(applyChange(a!, mergeChanges(ab, mergeChanges(bc, cd))))).toEqual(plain(d!))
    })
  })

  test('finishes, states and physics differ key by key', () => {
    const before = new Map([
      [
        'i',
        { kind: 'item', finishes: { body: { color: '#000000' }, legs: { material: 'oak' } }, states: { on: true } },
      ],
    ])
    const after = new Map([
      [
        'i',
        { kind: 'item', finishes: { body: { color: '#ffffff' }, legs: { material: 'oak' } }, physics: { mass: 3 } },
      ],
    ])
    expect(diffDocuments(before, after).updated).toEqual({
      i: {
        'finishes.body': { from: { color: '#000000' }, to: { color: '#ffffff' } },
        'physics.mass': { to: 3 },
        'states.on': { from: true },
      },
    })
  })

  test('an update of a record that is gone does not bring it back, and unchanged records are shared', () => {
    const document = new Map([
      ['a', { kind: 'x', n: 1 }],
      ['b', { kind: 'x', n: 2 }],
    ])
    const next = applyChange(document, {
      added: {},
      removed: {},
      updated: { a: { n: { from: 1, to: 3 } }, gone: { n: { to: 1 } } },
    })
    expect([...next.keys()]).toEqual(['a', 'b'])
    expect(next.get('b')).toBe(document.get('b'))
    expect(document.get('a')).toEqual({ kind: 'x', n: 1 })
    expect(applyChange(document, emptyChange)).toBe(document)
  })

  test('ids and keys like "__proto__" are data', () => {
    const before: SceneDocument = new Map()
    const record = JSON.parse('{"kind":"item","__proto__":{"x":1},"finishes":{"__proto__":{"color":"#000000"}}}')
    const after: SceneDocument = new Map([['__proto__', record]])
    const change = diffDocuments(before, after)
    expect(Object.keys(change.added)).toEqual(['__proto__'])
    const applied = applyChange(before, JSON.parse(JSON.stringify(change)))
    expect(JSON.stringify([...applied])).toBe(JSON.stringify([...after]))
    expect(({} as { x?: number }).x).toBeUndefined()
    const renamed = diffDocuments(after, new Map([['__proto__', { ...record, kind: 'wall' }]]))
    expect(applyChange(after, renamed).get('__proto__')).toEqual({ ...record, kind: 'wall' })
  })
})
