import { randomUUID } from 'node:crypto'
import { mkdir, open, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { checkKey, type FileStore } from './file-store.ts'

/** Files in a folder of this machine, or one that several machines mount. */
export function openFolderFiles(folder: string): FileStore {
  const pathOf = (key: string) => join(folder, ...checkKey(key).split('/'))
  return {
    async write(key, bytes) {
      const path = pathOf(key)
      await mkdir(dirname(path), { recursive: true })
      const draft = join(dirname(path), `.${randomUUID()}`)
      await writeFile(draft, bytes)
      await rename(draft, path)
    },
    async read(key, from = 0, to) {
      const file = await open(pathOf(key)).catch(absent)
      if (!file) return undefined
      const { size } = await file.stat()
      const end = Math.min(to ?? size, size)
      if (from >= end) {
        await file.close()
        return { size, body: new Blob([]).stream() as ReadableStream<Uint8Array> }
      }
      const stream = file.createReadStream({ start: from, end: end - 1, autoClose: true })
      return { size, body: Readable.toWeb(stream) as ReadableStream<Uint8Array> }
    },
    async removeAll(prefix) {
      await rm(pathOf(prefix), { recursive: true, force: true })
    },
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined
  throw error
}
