import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { compactUpdates } from '../compact-updates.ts'
import { type Compactor, createMemoryLog, createSyncServer, type SyncServer, type SyncServerOptions } from '../index.ts'

/** A compactor on the calling thread, for small documents in tests. */
export const compactHere: Compactor = {
  compact: async (stored) => compactUpdates(stored),
  close: async () => {},
}

export interface LoopbackServer {
  url: string
  sync: SyncServer
  http: Server
  close(): Promise<void>
}

/** A sync server on a free port of the loopback interface. Everybody may edit unless `options` say otherwise. */
export async function startLoopbackServer(options: Partial<SyncServerOptions> = {}): Promise<LoopbackServer> {
  const sync = createSyncServer({
    log: createMemoryLog(),
    compactor: compactHere,
    authorize: async ({ token }) => ({ role: 'edit', author: token || 'somebody', connectionKey: token }),
    ...options,
  })
  const http = createServer()
  http.on('upgrade', (request, socket, head) => sync.handleUpgrade(request, socket, head))
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  const { port } = http.address() as AddressInfo
  return {
    url: `ws://127.0.0.1:${port}/sync`,
    sync,
    http,
    async close() {
      await sync.close()
      http.closeAllConnections()
      await new Promise((resolve) => http.close(resolve))
    },
  }
}

export interface StockClient {
  doc: Y.Doc
  provider: WebsocketProvider
  /** Resolves when the provider calls the document synced. */
  synced: Promise<void>
  close(): void
}

/** The provider as people install it, over the `ws` socket. */
export function connectStockClient(
  url: string,
  document: string,
  params: Record<string, string> = {},
  doc = new Y.Doc(),
): StockClient {
  const provider = new WebsocketProvider(url, document, doc, {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    params,
  })
  const synced = new Promise<void>((resolve) => {
    provider.on('sync', (isSynced: boolean) => isSynced && resolve())
  })
  return {
    doc,
    provider,
    synced,
    close() {
      provider.destroy()
      provider.awareness.destroy()
      doc.destroy()
    },
  }
}

/** Resolves when `condition` holds; looks after everything that may change it. */
export async function until(condition: () => boolean, what = 'the condition', limitMs = 10_000): Promise<void> {
  const deadline = Date.now() + limitMs
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`waited in vain for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
