import type { Change, RawRecord, SceneDocument } from '@enfilade/scene'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createSceneStore, createUndo, keepOthersWork } from './index.ts'

const noChange: Change = { added: {}, removed: {}, updated: {} }
const table = { kind: 'item', category: 'desk', label: 'desk', size: [1, 1, 1] }

/** Two people on one document, in step with each other. */
function pair() {
  const [docA, docB] = [new Y.Doc(), new Y.Doc()]
  docA.on('update', (update: Uint8Array) => Y.applyUpdate(docB, update))
  docB.on('update', (update: Uint8Array) => Y.applyUpdate(docA, update))
  const [storeA, storeB] = [createSceneStore(docA), createSceneStore(docB)]
  const ada = createUndo(storeA, { type: 'user', by: 'ada' })
  const ben = createUndo(storeB, { type: 'user', by: 'ben' })
  return { storeA, storeB, ada, ben }
}

const add = (record: RawRecord, id = 'table'): Change => ({ ...noChange, added: { [id]: record } })
const remove = (record: RawRecord, id = 'table'): Change => ({ ...noChange, removed: { [id]: record } })
const set = (id: string, key: string, from: unknown, to: unknown): Change => ({
  ...noChange,
  updated: { [id]: { [key]: { from, to } } },
})

describe('undo', () => {
  it('takes back and brings again one step at a time', () => {
    const { storeA, storeB, ada } = pair()
    ada.apply(add(table))
    ada.apply(set('table', 'label', 'desk', 'my desk'))
    expect(ada.undo()).toMatchObject({ changed: true })
    expect(storeB.document.get('table')).toMatchObject({ label: 'desk' })
    ada.undo()
    expect(storeB.document.has('table')).toBe(false)
    ada.redo()
    ada.redo()
    expect(storeA.document.get('table')).toMatchObject({ label: 'my desk' })
    expect(ada.canRedo).toBe(false)
  })

  it("leaves a property alone that somebody else has set since, and undoes one's other properties", () => {
    const { storeA, ada, ben } = pair()
    ada.apply(add(table))
    ada.apply({
      ...noChange,
      updated: { table: { label: { from: 'desk', to: 'A' }, size: { from: [1, 1, 1], to: [2, 1, 1] } } },
    })
    ben.apply(set('table', 'label', 'A', 'B'))
    ada.undo()
    expect(storeA.document.get('table')).toMatchObject({ label: 'B', size: [1, 1, 1] })
  })

  it('does not bring back what somebody deleted, and goes on to the step before', () => {
    const { storeA, ada, ben } = pair()
    ada.apply(add(table, 'lamp'))
    ada.apply(add(table))
    ada.apply(set('table', 'label', 'desk', 'A'))
    ben.apply(remove({ ...table, label: 'A' }))
    expect(storeA.document.has('table')).toBe(false)
    expect(ada.undo().changed).toBe(true)
    expect(storeA.document.has('table')).toBe(false)
    expect(storeA.document.has('lamp')).toBe(false)
    expect(ada.undo().changed).toBe(false)
  })

  it('keeps a thing that somebody else has worked on since it was added', () => {
    const { storeA, ada, ben } = pair()
    ada.apply(add(table))
    ben.apply(set('table', 'label', 'desk', 'our desk'))
    expect(ada.undo().changed).toBe(false)
    expect(storeA.document.get('table')).toMatchObject({ label: 'our desk' })
  })

  it("keeps a wall under somebody else's door, with the corners it stands on", () => {
    const { storeA, ada, ben } = pair()
    ada.apply({
      ...noChange,
      added: {
        a: { kind: 'corner', at: [0, 0] },
        b: { kind: 'corner', at: [1, 0] },
        c: { kind: 'corner', at: [2, 0] },
        w1: { kind: 'wall', a: 'a', b: 'b' },
        w2: { kind: 'wall', a: 'b', b: 'c' },
      },
    })
    ben.apply(add({ kind: 'opening', wall: 'w1' }, 'door'))
    ada.undo()
    expect([...storeA.document.keys()].sort()).toEqual(['a', 'b', 'door', 'w1'])
  })

  it('restores a deleted thing, and only where its id is free', () => {
    const { storeA, ada, ben } = pair()
    ada.apply(add(table))
    ada.apply(remove(table))
    ada.undo()
    expect(storeA.document.get('table')).toEqual(table)
    ada.redo()
    ben.apply(add({ ...table, label: 'another' }))
    ada.undo()
    expect(storeA.document.get('table')).toMatchObject({ label: 'another' })
  })

  it('joins steps with one key in a row', () => {
    const { storeA, ada } = pair()
    ada.apply(add(table))
    ada.apply(set('table', 'size', [1, 1, 1], [2, 1, 1]), { coalesce: 'resize' })
    ada.apply(set('table', 'size', [2, 1, 1], [3, 1, 1]), { coalesce: 'resize' })
    ada.undo()
    expect(storeA.document.get('table')).toMatchObject({ size: [1, 1, 1] })
  })

  it('undoes a merged-by-key property key by key', () => {
    const { storeA, ada, ben } = pair()
    ada.apply(add({ ...table, finishes: { body: { color: '#111111' } } }))
    ada.apply(set('table', 'finishes.body', { color: '#111111' }, { color: '#222222' }))
    ben.apply(set('table', 'finishes.legs', undefined, { color: '#333333' }))
    ada.undo()
    expect(storeA.document.get('table')).toMatchObject({
      finishes: { body: { color: '#111111' }, legs: { color: '#333333' } },
    })
  })

  it('tells when there is something to undo', () => {
    const { ada } = pair()
    const seen: boolean[] = []
    ada.subscribe(() => seen.push(ada.canUndo))
    ada.apply(add(table))
    ada.undo()
    expect(seen).toEqual([true, false])
  })
})

describe('keepOthersWork', () => {
  it('gives back a change that fits as it is', () => {
    const document: SceneDocument = new Map([['table', table]])
    const change = set('table', 'label', 'desk', 'x')
    expect(keepOthersWork(document, change)).toEqual(change)
  })
})
