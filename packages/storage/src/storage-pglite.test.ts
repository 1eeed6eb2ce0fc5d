import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Connection } from './connection.ts'
import { openFolderFiles } from './files/folder-files.ts'
import { openStorageOn } from './open-storage.ts'
import { openPglite } from './pglite-connection.ts'
import { describeStorageContract, type StorageHarness } from './storage-contract.ts'

function createHarness(): StorageHarness {
  const folder = mkdtemp(join(tmpdir(), 'enfilade-storage-'))
  let main: Promise<Connection> | undefined
  let empty: Promise<Connection> | undefined
  // PGlite has one connection; handing it out again must not let one user of it close it for the others.
  const shared = async (connection: Promise<Connection>) => ({ ...(await connection), close: async () => {} })
  return {
    async open(clock) {
      main = openPglite(join(await folder, 'main'))
      return openStorageOn(await main, clock, openFolderFiles(join(tmpdir(), 'enfilade-no-files')))
    },
    connect: () => shared(main!),
    async connectEmpty() {
      empty ??= folder.then((parent) => openPglite(join(parent, 'empty')))
      return shared(empty)
    },
    async close() {
      await (await empty)?.close()
      await rm(await folder, { recursive: true, force: true })
    },
  }
}

describeStorageContract('PGlite', createHarness())
