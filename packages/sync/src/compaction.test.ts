import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type Compactor, createThreadCompactor } from './compaction.ts'

const opened: Compactor[] = []
afterEach(async () => {
  for (const compactor of opened.splice(0)) await compactor.close()
})

function open(): Compactor {
  const compactor = createThreadCompactor()
  opened.push(compactor)
  return compactor
}

function editedDocument(edits: number) {
  const doc = new Y.Doc()
  const updates: { seq: number; author: string; bytes: Uint8Array }[] = []
  doc.on('update', (bytes: Uint8Array) => updates.push({ seq: updates.length + 1, author: 'a', bytes }))
  for (let edit = 0; edit < edits; edit++) doc.getMap('records').set('sofa', { x: edit, note: 'x'.repeat(50) })
  return { doc, updates }
}

describe('compaction thread (rules 28, 29)', () => {
  it('makes a small snapshot of many updates', async () => {
    const { doc, updates } = editedDocument(500)
    const { bytes, bad } = await open().compact({ updates })
    expect(bad).toEqual([])
    expect(bytes.length).toBeLessThan(updates.reduce((sum, each) => sum + each.bytes.length, 0) / 20)
    const copy = new Y.Doc()
    Y.applyUpdate(copy, bytes)
    expect(copy.getMap('records').toJSON()).toEqual(doc.getMap('records').toJSON())
  })

  it('names the updates that Yjs throws at or sets aside, and makes the snapshot without them', async () => {
    const { updates } = editedDocument(3)
    const stranger = editedDocument(3).updates
    const broken = { seq: 10, author: 'mallory', bytes: Uint8Array.of(1, 1, 1) }
    const missing = { ...stranger[2]!, seq: 11 }
    const { bytes, bad } = await open().compact({ updates: [updates[0]!, broken, updates[1]!, missing, updates[2]!] })
    expect(bad.map(({ seq }) => seq)).toEqual([10, 11])
    const copy = new Y.Doc()
    Y.applyUpdate(copy, bytes)
    expect(copy.getMap<{ x: number }>('records').get('sofa')?.x).toBe(2)
  })

  it('can be used again after it was closed', async () => {
    const compactor = open()
    const { updates } = editedDocument(2)
    await compactor.compact({ updates })
    await compactor.close()
    expect((await compactor.compact({ updates })).bad).toEqual([])
  })
})
