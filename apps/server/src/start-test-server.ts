import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { createLogger } from './logger.ts'
import { type RunningServer, type ServerOptions, startServer } from './start-server.ts'

// biome-ignore lint/suspicious/noExplicitAny: tests look at what came, whatever it is
export type Answer = { status: number; headers: Headers; body: any }
export type Ask = { token?: string; body?: unknown; headers?: Record<string, string> }

/** A client as other people run it: the stock provider, and how its connection ended. */
export type SyncClient = { doc: Y.Doc; provider: WebsocketProvider; closed: Promise<{ code: number; reason: string }> }

export interface TestServer extends RunningServer {
  folder: string
  /** Every line that was logged. */
  lines: string[]
  /** Calls the API; the body of the answer is parsed when it is JSON. */
  ask(method: string, path: string, options?: Ask): Promise<Answer>
  /** Connects to a document and waits until it is there, or was refused. */
  connect(document: string, token: string, headers?: Record<string, string>): Promise<SyncClient>
  /** Ends clients and server, and removes the folder. */
  remove(): Promise<void>
}

/** A real server on a free port with a folder of its own, for tests. */
export async function startTestServer(options: Partial<ServerOptions> = {}): Promise<TestServer> {
  const folder = options.dataDirectory ?? (await mkdtemp(join(tmpdir(), 'enfilade-server-')))
  const lines: string[] = []
  const log = createLogger(
    (line) => lines.push(line),
    () => new Date(),
  )
  const server = await startServer({ port: 0, dataDirectory: folder, log, ...options })
  const clients: SyncClient[] = []

  return {
    ...server,
    folder,
    lines,
    async ask(method, path, { token, body, headers = {} } = {}) {
      const sent: Record<string, string> = { ...headers }
      if (token) sent.authorization = `Bearer ${token}`
      if (body !== undefined && !sent['content-type']) sent['content-type'] = 'application/json'
      const response = await fetch(server.url + path, {
        method,
        headers: sent,
        ...(body !== undefined ? { body: typeof body === 'string' ? body : JSON.stringify(body) } : {}),
      })
      const text = await response.text()
      const isJson = response.headers.get('content-type')?.includes('json')
      return { status: response.status, headers: response.headers, body: isJson && text ? JSON.parse(text) : text }
    },
    async connect(document, token, headers = {}) {
      class Socket extends WebSocket {
        constructor(url: string | URL, protocols?: string[]) {
          super(url, protocols, { headers })
        }
      }
      const doc = new Y.Doc()
      const provider = new WebsocketProvider(`${server.url.replace('http', 'ws')}/sync`, document, doc, {
        params: token ? { token } : {},
        WebSocketPolyfill: Socket as unknown as typeof globalThis.WebSocket,
        disableBc: true,
      })
      const closed = new Promise<{ code: number; reason: string }>((resolve) => {
        provider.on('connection-close', (event) => event && resolve({ code: event.code, reason: event.reason }))
      })
      const client = { doc, provider, closed }
      clients.push(client)
      await Promise.race([new Promise((resolve) => provider.once('sync', resolve)), closed])
      return client
    },
    async remove() {
      for (const { provider, doc } of clients) {
        provider.destroy()
        doc.destroy()
      }
      await server.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Resolves when `isTrue` holds after some update of `doc`; for tests, which time out by themselves. */
export function waitFor(doc: Y.Doc, isTrue: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!isTrue()) return
      doc.off('update', look)
      resolve()
    }
    doc.on('update', look)
    look()
  })
}
