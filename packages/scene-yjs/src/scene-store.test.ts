import type { Change } from '@enfilade/scene'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createSceneStore, RECORDS_KEY, readDocument, type SceneOrigin, writeDocument } from './index.ts'

const noChange: Change = { added: {}, removed: {}, updated: {} }
const origin: SceneOrigin = { type: 'user', by: 'ada' }
const lamp = {
  kind: 'item',
  pose: { x: 1, y: 2, z: 0, yaw: 0 },
  finishes: { body: { color: '#ffffff' } },
  states: { on: true },
}

describe('the scene store', () => {
  it('keeps each property under its own key and merged-by-key ones under dotted keys', () => {
    const doc = new Y.Doc()
    createSceneStore(doc).apply({ ...noChange, added: { lamp } }, origin)
    const map = doc.getMap(RECORDS_KEY).get('lamp') as Y.Map<unknown>
    expect([...map.keys()].sort()).toEqual(['finishes.body', 'kind', 'pose', 'states.on'])
    expect(readDocument(doc).get('lamp')).toEqual(lamp)
  })

  it('merges different properties of one record, edited at once', () => {
    const [a, b] = [new Y.Doc(), new Y.Doc()]
    const [storeA, storeB] = [createSceneStore(a), createSceneStore(b)]
    storeA.apply({ ...noChange, added: { lamp } }, origin)
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
    storeA.apply({ ...noChange, updated: { lamp: { 'finishes.shade': { to: { color: '#000000' } } } } }, origin)
    storeB.apply({ ...noChange, updated: { lamp: { 'states.on': { from: true, to: false } } } }, origin)
    Y.applyUpdate(b, Y.encodeStateAsUpdate(a))
    Y.applyUpdate(a, Y.encodeStateAsUpdate(b))
    const merged = { ...lamp, finishes: { ...lamp.finishes, shade: { color: '#000000' } }, states: { on: false } }
    expect(storeA.document.get('lamp')).toEqual(merged)
    expect(storeB.document.get('lamp')).toEqual(merged)
  })

  it('tells the change and its origin once per transaction, and keeps the identity of untouched records', () => {
    const doc = new Y.Doc()
    const store = createSceneStore(doc)
    store.apply({ ...noChange, added: { lamp, other: lamp } }, origin)
    const before = store.document.get('other')
    const seen: unknown[] = []
    store.subscribe((change, from) => seen.push([change, from]))
    store.apply({ ...noChange, updated: { lamp: { label: { to: 'x' } } } }, origin)
    expect(seen).toEqual([[{ ...noChange, updated: { lamp: { label: { to: 'x' } } } }, origin]])
    expect(store.document.get('other')).toBe(before)
  })

  it('never brings a deleted record back by a late update', () => {
    const doc = new Y.Doc()
    const store = createSceneStore(doc)
    store.apply({ ...noChange, added: { lamp } }, origin)
    store.apply({ ...noChange, removed: { lamp } }, origin)
    store.apply({ ...noChange, updated: { lamp: { label: { to: 'x' } } } }, origin)
    expect(store.document.size).toBe(0)
  })

  it('keeps records whose id is a word of the language', () => {
    const doc = new Y.Doc()
    const odd = ['__proto__', 'constructor', 'prototype', 'toString']
    writeDocument(doc, new Map(odd.map((id) => [id, { ...lamp, label: id }])), origin)
    expect([...readDocument(doc).keys()].sort()).toEqual([...odd].sort())
    expect(readDocument(doc).get('__proto__')).toEqual({ ...lamp, label: '__proto__' })
    expect(({} as { label?: unknown }).label).toBeUndefined()
  })

  it('writes only what differs', () => {
    const doc = new Y.Doc()
    writeDocument(doc, new Map([['lamp', lamp]]), origin)
    let updates = 0
    doc.on('update', () => {
      updates += 1
    })
    writeDocument(doc, new Map([['lamp', structuredClone(lamp)]]), origin)
    expect(updates).toBe(0)
    writeDocument(doc, new Map([['lamp', { ...lamp, label: 'x' }]]), origin)
    expect(updates).toBe(1)
    expect(readDocument(doc).get('lamp')).toEqual({ ...lamp, label: 'x' })
  })

  it('reads whatever a Y.Doc may hold without throwing, as plain JSON', () => {
    const value: fc.Arbitrary<unknown> = fc.oneof(fc.anything({ withBigInt: true, maxDepth: 3 }), fc.uint8Array())
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.string(), fc.string(), value), { maxLength: 20 }), (entries) => {
        const doc = new Y.Doc()
        const records = doc.getMap(RECORDS_KEY)
        const store = createSceneStore(doc)
        for (const [id, key, entry] of entries) {
          try {
            if (key.length % 3 === 0) records.set(id, entry)
            else {
              const map =
                records.get(id) instanceof Y.Map
                  ? (records.get(id) as Y.Map<unknown>)
                  : records.set(id, new Y.Map<unknown>())
              map.set(key, entry)
            }
          } catch {
            // Yjs itself refuses some values.
          }
        }
        expect(JSON.parse(JSON.stringify([...store.document]))).toEqual([...store.document])
        expect(Object.fromEntries(store.document)).toEqual(Object.fromEntries(readDocument(doc)))
      }),
      { seed: 7, numRuns: 300 },
    )
  })
})
