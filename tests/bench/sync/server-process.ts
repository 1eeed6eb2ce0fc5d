// A sync server in a process of its own: ours on the storage that STORE names, or the stock in-memory one (`yws`).
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { openStorage } from '@enfilade/storage'
import { createMemoryLog, createSyncServer, type SyncServer, type UpdateLog } from '@enfilade/sync'
import { getYDoc, setupWSConnection } from '@y/websocket-server/utils'
import { WebSocketServer } from 'ws'
import * as Y from 'yjs'
import { serveCalls } from './remote.ts'

const http = createServer()

interface Backend {
  create(documents: readonly string[]): Promise<void>
  seed(document: string, bytes: Uint8Array): Promise<void>
  read(document: string): Promise<Uint8Array>
  metrics(): unknown
  setBroken(isBroken: boolean): void
  /** Bytes that a document weighs once it is compacted. */
  kept(document: string): Promise<number>
  close(): Promise<void>
}

function serveStock(): Backend {
  const sockets = new WebSocketServer({ noServer: true })
  http.on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (webSocket) => {
      const docName = (request.url ?? '').split('?')[0]!.split('/').pop()
      setupWSConnection(webSocket, request, { docName })
    })
  })
  return {
    async create() {},
    async seed(document, bytes) {
      Y.applyUpdate(getYDoc(document), bytes)
    },
    read: async (document) => Y.encodeStateAsUpdate(getYDoc(document)),
    metrics: () => ({}),
    setBroken() {},
    kept: async () => 0,
    async close() {},
  }
}

async function serveOurs(store: string): Promise<Backend> {
  const opened = await openLog(store)
  let isBroken = false
  const log: UpdateLog = {
    ...opened.log,
    async append(batch) {
      if (isBroken) throw new Error('the store is broken on purpose')
      return opened.log.append(batch)
    },
  }
  const sync: SyncServer = createSyncServer({
    log,
    authorize: async ({ token }) => ({ role: 'edit', author: token || 'somebody', connectionKey: token }),
    onEvent(event) {
      if (process.env.EVENTS) process.stderr.write(`${JSON.stringify(event)}\n`)
    },
  })
  http.on('upgrade', (request, socket, head) => sync.handleUpgrade(request, socket, head))
  return {
    create: opened.create,
    async seed(document, bytes) {
      await opened.log.append([{ document, author: 'seed', bytes }])
    },
    read: (document) => sync.readState(document),
    metrics: () => sync.metrics(),
    setBroken(next) {
      isBroken = next
    },
    async kept(document) {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, await sync.readState(document))
      return Y.encodeStateAsUpdate(doc).length
    },
    async close() {
      await sync.close()
      await opened.close()
    },
  }
}

/** @param store `memory`, `pglite:<folder>` or `postgres:<url>`. */
async function openLog(store: string) {
  if (store === 'memory') return { log: createMemoryLog(), create: async () => {}, close: async () => {} }
  const isPostgres = store.startsWith('postgres')
  const storage = await openStorage({
    ...(isPostgres && { databaseUrl: store }),
    dataDirectory: isPostgres ? '' : store.slice('pglite:'.length),
  })
  return {
    log: storage.log,
    async create(documents: readonly string[]) {
      await storage.identities.ensure({ id: 'bench' })
      for (const document of documents) {
        if (await storage.spaces.findByDocument(document)) continue
        await storage.spaces.create({ id: `space-${document}`, name: document, document, owner: 'bench' })
      }
    },
    close: () => storage.close(),
  }
}

const store = process.env.STORE ?? 'memory'
const backend = store === 'yws' ? serveStock() : await serveOurs(store)
await new Promise<void>((resolve) => http.listen(Number(process.env.BENCH_PORT ?? 0), '127.0.0.1', resolve))

serveCalls({
  url: () => `ws://127.0.0.1:${(http.address() as AddressInfo).port}/sync`,
  create: (documents: string[]) => backend.create(documents),
  seed: ({ document, bytes }: { document: string; bytes: Uint8Array }) => backend.seed(document, bytes),
  read: (document: string) => backend.read(document),
  kept: (document: string) => backend.kept(document),
  metrics: () => backend.metrics(),
  setBroken: (isBroken: boolean) => backend.setBroken(isBroken),
  /** Of the whole process, threads included, ms. */
  cpu() {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000
  },
  /** Bytes in use after a collection; start it with `--expose-gc`. */
  async memory() {
    for (let round = 0; round < 4; round++) {
      globalThis.gc?.()
      await sleep(20)
    }
    const { rss, heapUsed, external } = process.memoryUsage()
    return { rss, used: heapUsed + external }
  },
  /** Without a collection. */
  used() {
    const { rss, heapUsed, external, arrayBuffers } = process.memoryUsage()
    return { rss, used: heapUsed + external, arrayBuffers }
  },
  close: () => backend.close(),
  exit: () => process.exit(),
})
