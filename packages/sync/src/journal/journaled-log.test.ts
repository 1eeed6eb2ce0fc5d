import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { createMemoryLog, type UpdateLog } from '../index.ts'
import { describeUpdateLogContract } from '../update-log-contract.ts'
import { createJournaledLog } from './journaled-log.ts'

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'journal-'))
  folders.push(folder)
  return folder
}

describeUpdateLogContract('in memory, behind a journal', async () => {
  const inner = createMemoryLog({ createMissing: false })
  const log = await createJournaledLog(inner, { directory: await makeFolder() })
  return { log, createDocument: (document) => inner.createDocument(document), close: () => log.close() }
})

function entry(value: number, document = 'a') {
  return { document, author: 'ü', bytes: Uint8Array.of(value) }
}

async function valuesOf(log: UpdateLog, document = 'a'): Promise<number[]> {
  return ((await log.load(document))?.updates ?? []).map((update) => update.bytes[0]!)
}

describe('journaled log', () => {
  it('has after a crash what it said it had, though the log behind never heard of it', async () => {
    const directory = await makeFolder()
    const before = await createJournaledLog(createMemoryLog(), { directory })
    await before.append([entry(1), entry(2, 'b')])
    await before.append([entry(3)])
    // No close: the process is gone. The log behind starts empty, as if it had lost everything.
    const inner = createMemoryLog()
    const after = await createJournaledLog(inner, { directory })
    expect(await valuesOf(inner)).toEqual([1, 3])
    expect(await valuesOf(inner, 'b')).toEqual([2])
    await after.close()
  })

  it('reads up to a record that was cut off or damaged', async () => {
    for (const damage of ['cut', 'flip'] as const) {
      const directory = await makeFolder()
      const before = await createJournaledLog(createMemoryLog(), { directory })
      for (const value of [1, 2, 3]) await before.append([entry(value)])
      const path = join(directory, 'journal-a')
      const bytes = await readFile(path)
      // Three records of equal length; damage the last one.
      const length = bytes.readUInt32LE(0) + 8
      if (damage === 'cut') await writeFile(path, bytes.subarray(0, 3 * length - 1))
      else {
        bytes[3 * length - 1]! ^= 255
        await writeFile(path, bytes)
      }
      const inner = createMemoryLog()
      await (await createJournaledLog(inner, { directory })).close()
      expect(await valuesOf(inner)).toEqual([1, 2])
    }
  })

  it('moves everything to the log behind when it is closed, and starts again with nothing left', async () => {
    const directory = await makeFolder()
    const inner = createMemoryLog()
    const first = await createJournaledLog(inner, { directory })
    for (let value = 0; value < 50; value++) await first.append([entry(value)])
    await first.close()
    expect(await valuesOf(inner)).toHaveLength(50)
    const second = await createJournaledLog(inner, { directory })
    expect(await valuesOf(second)).toHaveLength(50)
    await second.close()
  })

  it('goes on taking appends while the log behind fails, and loses none', async () => {
    const directory = await makeFolder()
    const memory = createMemoryLog()
    let isBroken = false
    const inner: UpdateLog = {
      ...memory,
      append: async (batch) => {
        if (isBroken) throw new Error('broken')
        return memory.append(batch)
      },
    }
    const errors: unknown[] = []
    const log = await createJournaledLog(inner, { directory, onError: (error) => errors.push(error) })
    await log.append([entry(1)])
    await log.flush()
    isBroken = true
    for (const value of [2, 3, 4]) {
      expect(await log.append([entry(value)])).toEqual([value])
      await expect(log.flush()).rejects.toThrow('broken')
    }
    expect(errors).toHaveLength(3)
    // A crash now: the next one finds it all in the journal.
    const replayed = createMemoryLog()
    const copy = await makeFolder()
    for (const name of ['journal-a', 'journal-b'])
      await writeFile(join(copy, name), await readFile(join(directory, name)))
    await (await createJournaledLog(replayed, { directory: copy })).close()
    expect(await valuesOf(replayed)).toEqual(expect.arrayContaining([2, 3, 4]))
    isBroken = false
    await log.flush()
    expect(await valuesOf(log)).toEqual([1, 2, 3, 4])
    await log.close()
  })

  it('answers undefined for a document that was deleted meanwhile', async () => {
    const inner = createMemoryLog({ createMissing: false })
    inner.createDocument('a')
    const log = await createJournaledLog(inner, { directory: await makeFolder() })
    await log.append([entry(1)])
    inner.deleteDocument('a')
    await log.flush()
    expect(await log.append([entry(2)])).toEqual([undefined])
    await log.close()
  })
})
