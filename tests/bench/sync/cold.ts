import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { furnishedSpace } from './joins.ts'
import type { Bench, Outcome, Promised } from './promise.ts'

const DOCUMENTS = 100
const ITEMS = 100

/** Opens a document with the stock provider. @returns How many records it has when it is first called synced. */
export async function countAtFirstSync(url: string, document: string): Promise<number> {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(url, document, doc, {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  const count = await new Promise<number>((resolve) => {
    provider.once('sync', () => resolve(doc.getMap('records').size))
  })
  provider.destroy()
  provider.awareness.destroy()
  doc.destroy()
  return count
}

async function measureOn(bench: Bench, engine: 'pglite' | 'postgres'): Promise<Outcome> {
  const store = await bench.makeStore(engine)
  const documents = Array.from({ length: DOCUMENTS }, (_, index) => `cold-${index}`)
  const first = await bench.startServer(store)
  await first.call('create', documents)
  const bytes = furnishedSpace(ITEMS)
  for (const document of documents) await first.call('seed', { document, bytes })
  await first.call('close')
  await first.kill()
  const server = await bench.startServer(store)
  const url = await server.call<string>('url')
  let complete = 0
  for (const document of documents) {
    if ((await countAtFirstSync(url, document)) === ITEMS) complete += 1
  }
  await server.kill()
  return {
    what: engine,
    bound: `${DOCUMENTS} of ${DOCUMENTS}`,
    ours: `${complete} of ${DOCUMENTS}`,
    holds: complete === DOCUMENTS,
  }
}

export const cold: Promised = {
  number: 5,
  title: 'a cold document is complete the first time it is called synced',
  measure: async (bench) => [await measureOn(bench, 'pglite'), await measureOn(bench, 'postgres')],
}
