import { isDeepStrictEqual } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { createMemoryLog, type SyncServerOptions } from './index.ts'
import {
  connectStockClient,
  type LoopbackServer,
  type StockClient,
  startLoopbackServer,
  until,
} from './testing/loopback-server.ts'

const cleanups: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean()
})

async function serve(options: Partial<SyncServerOptions> = {}): Promise<LoopbackServer> {
  const server = await startLoopbackServer(options)
  cleanups.push(() => server.close())
  return server
}

function connect(
  server: LoopbackServer,
  document: string,
  params: Record<string, string> = {},
  doc?: Y.Doc,
): StockClient {
  const client = connectStockClient(server.url, document, params, doc)
  cleanups.push(() => client.close())
  return client
}

describe('stock y-websocket clients', () => {
  it('see each other’s edits and presence', async () => {
    const server = await serve()
    const a = connect(server, 'flat')
    const b = connect(server, 'flat')
    await Promise.all([a.synced, b.synced])
    a.doc.getMap('records').set('sofa', { x: 1 })
    a.provider.awareness.setLocalStateField('cursor', [1, 2])
    await until(() => b.doc.getMap('records').has('sofa'), 'the edit')
    await until(() => b.provider.awareness.getStates().get(a.doc.clientID)?.cursor !== undefined, 'the presence')
    a.close()
    await until(() => !b.provider.awareness.getStates().has(a.doc.clientID), 'the leaving')
  })

  it('find a document complete the first time it is called synced', async () => {
    const log = createMemoryLog()
    const source = new Y.Doc()
    for (let index = 0; index < 200; index++) source.getMap('records').set(`r${index}`, index)
    source.getMap('records').delete('r7')
    await log.append([{ document: 'flat', author: 'a', bytes: Y.encodeStateAsUpdate(source) }])
    const server = await serve({ log })
    for (let round = 0; round < 5; round++) {
      const client = connect(server, 'flat')
      await client.synced
      expect(client.doc.getMap('records').toJSON()).toEqual(source.getMap('records').toJSON())
    }
  })

  it('converge after working offline, with deletions and edits of the same keys', async () => {
    const server = await serve()
    const docs = [new Y.Doc(), new Y.Doc(), new Y.Doc()]
    const first = docs.map((doc) => connect(server, 'flat', {}, doc))
    await Promise.all(first.map((client) => client.synced))
    docs[0]!.getMap('records').set('shared', 'before')
    await until(() => docs.every((doc) => doc.getMap('records').get('shared') === 'before'))
    for (const client of first) client.provider.disconnect()
    for (const [index, doc] of docs.entries()) {
      doc.getMap('records').set(`own${index}`, index)
      doc.getText('note').insert(0, `hello ${index} `)
      if (index === 1) doc.getMap('records').delete('shared')
    }
    for (const client of first) client.provider.connect()
    const own = () =>
      docs.every((doc) => [0, 1, 2].every((index) => doc.getMap('records').get(`own${index}`) === index))
    const content = (doc: Y.Doc) => [doc.getMap('records').toJSON(), doc.getText('note').toString()]
    const same = () => docs.every((doc) => isDeepStrictEqual(content(doc), content(docs[0]!)))
    await until(() => own() && !docs[0]!.getMap('records').has('shared') && same(), 'convergence')
  })
})
