import { EnfiladeProvider } from '@enfilade/sync/client'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { RawClient } from '../bench/sync/raw-client.ts'
import { createSpace, type Installation, install, type RealServer, request, type Space } from './real-server.ts'

let installation: Installation
let server: RealServer
let space: Space
const cleanups: (() => void)[] = []

beforeAll(async () => {
  installation = install('pglite')
  server = await installation.start()
}, 90_000)
afterAll(() => installation?.remove())
afterEach(() => {
  for (const clean of cleanups.splice(0)) clean()
})

interface Link {
  id: string
  token: string
}

const makeLink = (role: string, more = {}) =>
  request<Link>(server, 'POST', `/api/spaces/${space.id}/links`, space.token, { role, ...more })

function connect(token: string, client: number, document = space.document): RawClient {
  const raw = new RawClient(`${server.sync}/${document}?token=${encodeURIComponent(token)}&private=1`, {
    client,
    echoes: true,
    keepsState: true,
  })
  cleanups.push(() => raw.socket.terminate())
  return raw
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('waited in vain')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Clients whose edits a newcomer sees. */
async function writersSeen(): Promise<number[]> {
  const reader = connect(space.token, 99)
  await reader.synced
  return [...Y.decodeStateVector(Y.encodeStateVectorFromUpdate(reader.state!)).keys()]
}

describe('nobody gets further than their role', () => {
  beforeAll(async () => {
    space = await createSpace(server, 'Roles')
  })

  it.each(['view', 'comment'])('a %s link cannot write, however it tries', async (role) => {
    const { token } = await makeLink(role)
    const client = role === 'view' ? 11 : 12
    const raw = connect(token, client)
    await raw.synced
    raw.edit('as an update')
    // As the answer to a sync step 1 that was never asked for a second time.
    const state = new Y.Doc()
    state.clientID = client + 10
    state.getMap('records').set('x', 1)
    const update = Y.encodeStateAsUpdate(state)
    raw.socket.send(Uint8Array.of(0, 1, update.length, ...update))
    // And by what it says of itself in the URL.
    const liar = new RawClient(
      `${server.sync}/${space.document}?token=${encodeURIComponent(token)}&role=owner&private=1`,
      { client: client + 20, echoes: true },
    )
    cleanups.push(() => liar.socket.terminate())
    await liar.synced
    liar.edit('as an owner')
    // An honest edit after theirs, so that theirs had their turn.
    const honest = connect(space.token, client + 30)
    await honest.synced
    honest.edit('honest')
    await until(() => honest.savedClock === 1)
    const seen = await writersSeen()
    expect(seen).toContain(client + 30)
    for (const forbidden of [client, client + 10, client + 20]) expect(seen).not.toContain(forbidden)
    expect(raw.closeCode).toBeUndefined()
  })

  it('no token, a wrong one, another space’s and a link’s of another space do not open it', async () => {
    const other = await createSpace(server, 'Other')
    for (const token of ['', 'wrong', other.token]) {
      const raw = connect(token, 40)
      await expect(raw.synced).rejects.toThrow()
      await until(() => raw.closeCode !== undefined)
      expect([4401, 4403, 4404]).toContain(raw.closeCode)
    }
  })

  it('a revoked link is cut off at once, and does not open again', async () => {
    const link = await makeLink('edit')
    const raw = connect(link.token, 50)
    await raw.synced
    await request(server, 'DELETE', `/api/spaces/${space.id}/links/${link.id}`, space.token)
    await until(() => raw.closeCode !== undefined)
    expect(raw.closeCode).toBe(4403)
    const again = connect(link.token, 51)
    await expect(again.synced).rejects.toThrow()
    await until(() => again.closeCode !== undefined)
    expect([4401, 4403]).toContain(again.closeCode)
  })

  it('a link that is lowered while open takes the pen away and tells so', async () => {
    const link = await makeLink('edit')
    const doc = new Y.Doc()
    const provider = new EnfiladeProvider(server.sync, space.document, doc, {
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
      params: { token: link.token },
    })
    cleanups.push(() => {
      provider.destroy()
      provider.awareness.destroy()
    })
    await until(() => provider.status.state === 'saved')
    await request(server, 'PATCH', `/api/spaces/${space.id}/links/${link.id}`, space.token, { role: 'view' })
    await until(() => provider.status.state === 'read-only')
    doc.getMap('records').set('mine', 1)
    await until(() => provider.status.state === 'refused')
    expect(await writersSeen()).not.toContain(doc.clientID)
  })

  it('an expired link ends by itself', async () => {
    const { token } = await makeLink('edit', { expiresAt: new Date(Date.now() + 4_000).toISOString() })
    const raw = connect(token, 60)
    await raw.synced
    await until(() => raw.closeCode !== undefined)
    expect(raw.closeCode).toBe(4403)
  })

  it('a link cannot make links, read its members or delete the space', async () => {
    const { token } = await makeLink('edit')
    for (const [method, path, body] of [
      ['POST', `/api/spaces/${space.id}/links`, { role: 'edit' }],
      ['DELETE', `/api/spaces/${space.id}`, undefined],
    ] as const) {
      await expect(request(server, method, path, token, body)).rejects.toThrow(/40[134]/)
    }
  })
})
