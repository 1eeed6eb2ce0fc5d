import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { UpdateLog } from './update-log.ts'

/** What the suite needs of an adapter: the log under test and a way to make the documents it writes to. */
export interface UpdateLogHarness {
  log: UpdateLog
  createDocument(document: string): Promise<void> | void
  close?(): Promise<void> | void
}

/**
 * The behaviour every `UpdateLog` shares. Call it in a test file of the adapter.
 *
 * @param create Makes a fresh, empty log for each test.
 */
export function describeUpdateLogContract(name: string, create: () => Promise<UpdateLogHarness>): void {
  describe(`update log contract: ${name}`, () => {
    const opened: UpdateLogHarness[] = []
    async function open(...documents: string[]): Promise<UpdateLog> {
      const harness = await create()
      opened.push(harness)
      for (const document of documents) await harness.createDocument(document)
      return harness.log
    }
    afterEach(async () => {
      for (const harness of opened.splice(0)) await harness.close?.()
    })

    it('gives back what was appended, in order, byte for byte', async () => {
      const log = await open('a')
      const bytes = [bytesOf(0), bytesOf(1, 2, 255), bytesOf(), new Uint8Array(100_000).fill(7)]
      const seqs = await log.append(bytes.map((each, index) => ({ document: 'a', author: `u${index}`, bytes: each })))
      expect(strictlyAscending(seqs)).toBe(true)
      const loaded = await log.load('a')
      expect(loaded?.snapshot).toBeUndefined()
      expect(loaded?.updates.map((update) => update.seq)).toEqual(seqs)
      expect(loaded?.updates.map((update) => update.author)).toEqual(['u0', 'u1', 'u2', 'u3'])
      expect(loaded?.updates.map((update) => [...update.bytes])).toEqual(bytes.map((each) => [...each]))
    })

    it('keeps documents of one batch apart', async () => {
      const log = await open('a', 'b')
      const seqs = await log.append([entry('a', 1), entry('b', 2), entry('a', 3)])
      expect(seqs).toHaveLength(3)
      expect(await valuesOf(log, 'a')).toEqual([1, 3])
      expect(await valuesOf(log, 'b')).toEqual([2])
    })

    it('answers an unknown document with undefined and stores the rest of the batch', async () => {
      const log = await open('a')
      const isMade = (await log.load('never-made')) !== undefined
      const seqs = await log.append([entry('a', 1), entry('never-made', 2), entry('a', 3)])
      expect(typeof seqs[0]).toBe('number')
      expect(typeof seqs[2]).toBe('number')
      // An adapter may make documents at first sight; then it must have said so when loading.
      expect(seqs[1] !== undefined).toBe(isMade)
      expect(await valuesOf(log, 'a')).toEqual([1, 3])
    })

    it('reads an empty document as no updates', async () => {
      const log = await open('a')
      expect((await log.load('a'))?.updates).toEqual([])
      expect(await log.append([])).toEqual([])
    })

    it('reads only what came after a number', async () => {
      const log = await open('a')
      const seqs = await log.append([entry('a', 1), entry('a', 2), entry('a', 3)])
      const read = await log.readAfter('a', seqs[0]!)
      expect(read?.snapshot).toBeUndefined()
      expect(read?.updates.map((update) => update.bytes[0])).toEqual([2, 3])
      expect((await log.readAfter('a', seqs[2]!))?.updates).toEqual([])
    })

    it('replaces the covered updates by a snapshot and keeps counting', async () => {
      const log = await open('a', 'b')
      const seqs = await log.append([entry('a', 1), entry('a', 2), entry('a', 3), entry('b', 9)])
      expect(await log.storeSnapshot('a', seqs[1]!, bytesOf(12))).toBe(true)
      const loaded = await log.load('a')
      expect(loaded?.snapshot?.seq).toBe(seqs[1])
      expect([...(loaded?.snapshot?.bytes ?? [])]).toEqual([12])
      expect(loaded?.updates.map((update) => update.bytes[0])).toEqual([3])
      expect(await valuesOf(log, 'b')).toEqual([9])
      const [next] = await log.append([entry('a', 4)])
      expect(next).toBeGreaterThan(seqs[2]!)
    })

    it('keeps counting after everything was folded into the snapshot', async () => {
      const log = await open('a')
      const seqs = await log.append([entry('a', 1), entry('a', 2)])
      await log.storeSnapshot('a', seqs[1]!, bytesOf(12))
      const [next] = await log.append([entry('a', 3)])
      expect(next).toBeGreaterThan(seqs[1]!)
      expect((await log.load('a'))?.updates.map((update) => update.bytes[0])).toEqual([3])
    })

    it('hands out the snapshot to a reader that fell behind it, and not to one that did not', async () => {
      const log = await open('a')
      const seqs = await log.append([entry('a', 1), entry('a', 2), entry('a', 3)])
      await log.storeSnapshot('a', seqs[1]!, bytesOf(12))
      const behind = await log.readAfter('a', seqs[0]!)
      expect([...(behind?.snapshot?.bytes ?? [])]).toEqual([12])
      expect(behind?.updates.map((update) => update.bytes[0])).toEqual([3])
      const level = await log.readAfter('a', seqs[1]!)
      expect(level?.snapshot).toBeUndefined()
      expect(level?.updates.map((update) => update.bytes[0])).toEqual([3])
    })

    it('refuses a snapshot older than the one it has', async () => {
      const log = await open('a')
      const seqs = await log.append([entry('a', 1), entry('a', 2)])
      expect(await log.storeSnapshot('a', seqs[1]!, bytesOf(12))).toBe(true)
      expect(await log.storeSnapshot('a', seqs[0]!, bytesOf(1))).toBe(false)
      expect(await log.storeSnapshot('a', seqs[1]!, bytesOf(1))).toBe(false)
      expect([...((await log.load('a'))?.snapshot?.bytes ?? [])]).toEqual([12])
    })

    it('never returns a quarantined update again', async () => {
      const log = await open('a')
      const seqs = await log.append([entry('a', 1), entry('a', 2), entry('a', 3)])
      await log.quarantine('a', [seqs[1]!], 'does not decode')
      await log.quarantine('a', [seqs[1]!, 999_999], 'again, and one that never was')
      expect(await valuesOf(log, 'a')).toEqual([1, 3])
      expect((await log.readAfter('a', seqs[0]!))?.updates.map((update) => update.bytes[0])).toEqual([3])
      const [next] = await log.append([entry('a', 4)])
      expect(next).toBeGreaterThan(seqs[2]!)
    })

    it('numbers appends that overlap in time without a gap that fills later', async () => {
      const log = await open('a')
      const batches = Array.from({ length: 20 }, (_, index) => log.append([entry('a', index), entry('a', index)]))
      const seen = new Set<number>()
      let last = 0
      for (const batch of batches) {
        await batch
        const read = await log.readAfter('a', last)
        for (const update of read?.updates ?? []) {
          expect(update.seq).toBeGreaterThan(last)
          last = update.seq
          seen.add(update.seq)
        }
      }
      const all = (await Promise.all(batches)).flat()
      expect(new Set(all)).toEqual(seen)
      expect(seen.size).toBe(40)
    })

    it('holds Yjs updates that merge back into the document', async () => {
      const log = await open('a')
      const doc = new Y.Doc()
      const updates: Uint8Array[] = []
      doc.on('update', (update: Uint8Array) => updates.push(update))
      for (let index = 0; index < 50; index++) doc.getMap('records').set(`k${index % 7}`, { value: index, 名: '床' })
      await log.append(updates.map((bytes) => ({ document: 'a', author: 'u', bytes })))
      const copy = new Y.Doc()
      for (const update of (await log.load('a'))?.updates ?? []) Y.applyUpdate(copy, update.bytes)
      expect(copy.getMap('records').toJSON()).toEqual(doc.getMap('records').toJSON())
    })
  })
}

function bytesOf(...values: number[]): Uint8Array {
  return Uint8Array.from(values)
}

function entry(document: string, value: number) {
  return { document, author: 'u', bytes: bytesOf(value) }
}

async function valuesOf(log: UpdateLog, document: string): Promise<(number | undefined)[]> {
  return ((await log.load(document))?.updates ?? []).map((update) => update.bytes[0])
}

function strictlyAscending(seqs: readonly (number | undefined)[]): boolean {
  return seqs.every((seq, index) => seq !== undefined && (index === 0 || seq > seqs[index - 1]!))
}
