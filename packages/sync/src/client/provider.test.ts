import { afterEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { EnfiladeProvider, type SyncStatus } from '../client.ts'
import { createMemoryLog, type Role, type SyncServerOptions, type UpdateLog } from '../index.ts'
import { connectStockClient, type LoopbackServer, startLoopbackServer, until } from '../testing/loopback-server.ts'

const cleanups: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean()
})

async function serve(options: Partial<SyncServerOptions> = {}): Promise<LoopbackServer> {
  const server = await startLoopbackServer(options)
  cleanups.push(() => server.close())
  return server
}

function connect(server: LoopbackServer, params: Record<string, string> = {}, doc = new Y.Doc()) {
  const provider = new EnfiladeProvider(server.url, 'flat', doc, {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    params,
    random: () => 0,
  })
  const seen: SyncStatus[] = []
  provider.onStatus((status) => seen.push(status))
  cleanups.push(() => {
    provider.destroy()
    provider.awareness.destroy()
  })
  return { provider, doc, seen, records: doc.getMap('records') }
}

/** A log whose appends wait until they are let through. */
function createGatedLog() {
  const inner = createMemoryLog()
  let open: () => void = () => {}
  let gate = Promise.resolve()
  const log: UpdateLog = {
    ...inner,
    async append(batch) {
      await gate
      return inner.append(batch)
    },
  }
  return {
    log,
    shut() {
      gate = new Promise((resolve) => {
        open = resolve
      })
    },
    open: () => open(),
  }
}

describe('EnfiladeProvider', () => {
  it('says saving until the server has stored an edit, deletions too', async () => {
    const gated = createGatedLog()
    const server = await serve({ log: gated.log })
    const { provider, records } = connect(server)
    await until(() => provider.status.state === 'saved')
    for (const edit of [() => records.set('sofa', 1), () => records.delete('sofa')]) {
      gated.shut()
      edit()
      expect(provider.status).toMatchObject({ state: 'saving', pending: 1 })
      await until(() => server.sync.metrics().updatesReceived > 0)
      expect(provider.status.state).toBe('saving')
      gated.open()
      await until(() => provider.status.state === 'saved')
      expect(provider.status.pending).toBe(0)
    }
  })

  it('keeps edits made offline, counts them, and saves them when it is back', async () => {
    const server = await serve()
    const { provider, records } = connect(server)
    await until(() => provider.status.state === 'saved')
    provider.disconnect()
    records.set('a', 1)
    records.set('b', 2)
    expect(provider.status).toMatchObject({ state: 'offline', pending: 2 })
    provider.connect()
    await until(() => provider.status.state === 'saved' && provider.status.pending === 0)
    const other = connect(server)
    await until(() => other.records.get('b') === 2)
  })

  it('knows its role, and is told when an edit is refused and when it may edit again', async () => {
    const roles: Record<string, Role> = { viewer: 'view' }
    const server = await serve({
      authorize: async ({ token }) => ({ role: roles[token] ?? 'edit', author: token, connectionKey: token }),
    })
    const editor = connect(server, { token: 'editor' })
    const viewer = connect(server, { token: 'viewer' })
    await until(() => viewer.provider.status.state === 'read-only')
    expect(viewer.provider.status).toMatchObject({ role: 'view', author: 'viewer' })
    viewer.records.set('sofa', 'mine')
    await until(() => viewer.provider.status.state === 'refused')
    editor.records.set('desk', 'yours')
    await until(() => viewer.records.get('desk') === 'yours')
    expect(editor.records.has('sofa')).toBe(false)
    expect(server.sync.changeAccess('viewer', 'edit')).toBe(1)
    await until(() => viewer.provider.status.state === 'saved')
    await until(() => editor.records.get('sofa') === 'mine')
  })

  it('stops coming back when its access was revoked', async () => {
    const server = await serve()
    const { provider } = connect(server, { token: 'guest' })
    await until(() => provider.status.state === 'saved')
    server.sync.changeAccess('guest', 'revoked')
    await until(() => provider.status.state === 'closed')
    expect(provider.status.code).toBe(4403)
    expect(provider.shouldConnect).toBe(false)
  })

  it('sends its own presence only, where a stock client sends back everybody’s', async () => {
    const server = await serve()
    const ours = [connect(server), connect(server), connect(server)]
    await until(() => ours.every(({ provider }) => provider.awareness.getStates().size === 3))
    const before = server.sync.metrics()
    ours[0]!.provider.awareness.setLocalStateField('cursor', [1, 2])
    await until(() => ours.every(({ provider }) => provider.awareness.getStates().get(ours[0]!.doc.clientID)?.cursor))
    const stock = connectStockClient(server.url, 'flat')
    cleanups.push(() => stock.close())
    await until(() => stock.provider.awareness.getStates().size === 4)
    const after = server.sync.metrics()
    // One change, and what the stock client said of itself and sent back.
    expect(after.presenceReceived - before.presenceReceived).toBeLessThanOrEqual(4)
  })

  it('spreads its reconnects in time', async () => {
    const server = await serve()
    const { provider } = connect(server)
    await until(() => provider.status.state === 'saved')
    provider.wsUnsuccessfulReconnects = 3
    provider.emit('connection-close', [null, provider])
    expect(provider.maxBackoffTime).toBe(800)
    provider.wsUnsuccessfulReconnects = 20
    provider.emit('connection-close', [null, provider])
    expect(provider.maxBackoffTime).toBe(7_500)
  })
})
