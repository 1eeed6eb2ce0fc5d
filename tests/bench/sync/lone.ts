import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import type { Promised } from './promise.ts'

const MINUTES = 3

async function countConnections(url: string): Promise<number> {
  const provider = new WebsocketProvider(url, 'lone', new Y.Doc(), {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  let connected = 0
  provider.on('status', ({ status }) => {
    if (status === 'connected') connected += 1
  })
  // One that says nothing of itself would hear nothing from a server that only passes presence on.
  provider.awareness.setLocalState(null)
  await new Promise((resolve) => setTimeout(resolve, MINUTES * 60_000))
  provider.destroy()
  provider.awareness.destroy()
  return connected
}

export const lone: Promised = {
  number: 15,
  title: `a lone stock client stays connected for ${MINUTES} minutes`,
  async measure(bench) {
    const servers = [await bench.startServer('memory'), await bench.startServer('yws')]
    const urls = await Promise.all(servers.map((server) => server.call<string>('url')))
    const [ours, theirs] = await Promise.all(urls.map(countConnections))
    return [{ what: 'connections made', bound: '1', ours: String(ours), theirs: String(theirs), holds: ours === 1 }]
  },
}
