import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type * as Y from 'yjs'
import { startTestServer, type TestServer, waitFor } from './start-test-server.ts'

let server: TestServer
/** Time as the server sees it: real, plus what a test adds. */
let ahead = 0
const timers = new Map<number, { at: number; run: () => void }>()

beforeAll(async () => {
  let last = 0
  const now = () => Date.now() + ahead
  server = await startTestServer({
    clock: {
      now,
      setTimeout(run, ms) {
        if (ms < 60_000) return setTimeout(run, ms)
        timers.set(++last, { at: now() + ms, run })
        return last
      },
      clearTimeout(handle) {
        if (typeof handle === 'number') timers.delete(handle)
        else clearTimeout(handle as NodeJS.Timeout)
      },
      soon: (run) => setImmediate(run),
    },
  })
})
afterAll(() => server?.remove())

function passTime(ms: number): void {
  ahead += ms
  for (const [id, timer] of [...timers]) {
    if (timer.at > Date.now() + ahead) continue
    timers.delete(id)
    timer.run()
  }
}

async function createSpace() {
  const { body } = await server.ask('POST', '/api/spaces', { body: { name: 'Flat' } })
  return body as { id: string; document: string; token: string }
}

async function createLink(space: { id: string; token: string }, role: string, more = {}) {
  const { body } = await server.ask('POST', `/api/spaces/${space.id}/links`, {
    token: space.token,
    body: { role, ...more },
  })
  return body as { id: string; token: string; url: string }
}

const set = (doc: Y.Doc, key: string, value: unknown) => doc.getMap('records').set(key, value)
const has = (doc: Y.Doc, key: string) => doc.getMap('records').has(key)

/** Opens a bare websocket. @returns The HTTP status that refused it, or the close code. */
function knock(path: string, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const socket = new WebSocket(server.url.replace('http', 'ws') + path, { headers })
    socket.on('unexpected-response', (_request, response) => {
      resolve(response.statusCode ?? 0)
      socket.terminate()
    })
    socket.on('error', () => {})
    socket.on('close', (code) => resolve(code))
  })
}

describe('sync', () => {
  it('joins clients by owner token, link token and cookie in one document', async () => {
    const first = await server.ask('POST', '/api/spaces', { body: { name: 'Flat' } })
    const link = await createLink(first.body, 'edit')
    const cookie = first.headers.get('set-cookie')!.split(';')[0]!
    const clients = [
      await server.connect(first.body.document, first.body.token),
      await server.connect(first.body.document, link.token),
      await server.connect(first.body.document, '', { cookie }),
    ]
    for (const [index, { doc }] of clients.entries()) set(doc, `k${index}`, index)
    for (const { doc } of clients) await waitFor(doc, () => ['k0', 'k1', 'k2'].every((key) => has(doc, key)))
  })

  it('lets viewers and commenters see every edit, and takes none of theirs', async () => {
    const space = await createSpace()
    const owner = await server.connect(space.document, space.token)
    for (const role of ['view', 'comment']) {
      const client = await server.connect(space.document, (await createLink(space, role)).token)
      set(client.doc, `from-${role}`, 1)
      set(owner.doc, `for-${role}`, 1)
      await waitFor(client.doc, () => has(client.doc, `for-${role}`))
    }
    // The owner's last edit went the way of the viewers' before it.
    const fresh = await server.connect(space.document, space.token)
    expect(Object.keys(fresh.doc.getMap('records').toJSON()).sort()).toEqual(['for-comment', 'for-view', 'level-0'])
    const refused = server.lines.filter((line) => line.includes('sync-edit-refused'))
    expect(refused.length).toBeGreaterThanOrEqual(2)
  })

  it('takes an open connection its right to write when the link is lowered, and gives it back', async () => {
    const space = await createSpace()
    const link = await createLink(space, 'edit')
    const owner = await server.connect(space.document, space.token)
    const guest = await server.connect(space.document, link.token)
    set(guest.doc, 'before', 1)
    await waitFor(owner.doc, () => has(owner.doc, 'before'))
    const path = `/api/spaces/${space.id}/links/${link.id}`
    expect((await server.ask('PATCH', path, { token: space.token, body: { role: 'view' } })).body.role).toBe('view')
    set(guest.doc, 'while-lowered', 1)
    set(owner.doc, 'reply', 1)
    await waitFor(guest.doc, () => has(guest.doc, 'reply'))
    expect(has(owner.doc, 'while-lowered')).toBe(false)
    expect((await server.ask('GET', `/api/spaces/${space.id}`, { token: link.token })).body.role).toBe('view')
    const put = await server.ask('PUT', `/api/spaces/${space.id}/scene`, { token: link.token, body: {} })
    expect([put.status, put.body.error.code]).toEqual([403, 'role-too-weak'])
    await server.ask('PATCH', path, { token: space.token, body: { role: 'edit' } })
    set(guest.doc, 'raised', 1)
    await waitFor(owner.doc, () => has(owner.doc, 'raised'))
  })

  it('cuts off whoever came by a link that is revoked, and lets them in no more', async () => {
    const space = await createSpace()
    const link = await createLink(space, 'edit')
    const guest = await server.connect(space.document, link.token)
    const path = `/api/spaces/${space.id}/links/${link.id}`
    expect((await server.ask('DELETE', path, { token: space.token })).status).toBe(204)
    expect((await guest.closed).code).toBe(4403)
    const again = await server.connect(space.document, link.token)
    expect((await again.closed).code).toBe(4403)
    expect((await server.ask('GET', `/api/links/${link.token}`)).status).toBe(410)
    expect((await server.ask('GET', `/api/spaces/${space.id}`, { token: link.token })).body.error.code).toBe(
      'link-ended',
    )
    expect((await server.ask('DELETE', path, { token: space.token })).status).toBe(404)
  })

  it('cuts off whoever came by a link that expires, at the time it has been moved to', async () => {
    const space = await createSpace()
    const hours = (count: number) => new Date(Date.now() + ahead + count * 3_600_000).toISOString()
    const link = await createLink(space, 'edit', { expiresAt: hours(1) })
    const longer = await createLink(space, 'edit', { expiresAt: hours(1) })
    const [guest, other] = [
      await server.connect(space.document, link.token),
      await server.connect(space.document, longer.token),
    ]
    let otherIsClosed = false
    void other.closed.then(() => {
      otherIsClosed = true
    })
    const change = { token: space.token, body: { expiresAt: hours(10) } }
    await server.ask('PATCH', `/api/spaces/${space.id}/links/${longer.id}`, change)
    passTime(3_600_001)
    expect((await guest.closed).code).toBe(4403)
    set(other.doc, 'still-here', 1)
    const owner = await server.connect(space.document, space.token)
    await waitFor(owner.doc, () => has(owner.doc, 'still-here'))
    expect(otherIsClosed).toBe(false)
    const past = { token: space.token, body: { expiresAt: hours(-1) } }
    await server.ask('PATCH', `/api/spaces/${space.id}/links/${longer.id}`, past)
    expect((await other.closed).code).toBe(4403)
    const expired = await createLinkAnswer(space, { role: 'view', expiresAt: hours(-1) })
    expect(expired.body.error.code).toBe('expired-already')
  })

  it('closes the connections of a deleted space for good', async () => {
    const space = await createSpace()
    const client = await server.connect(space.document, space.token)
    await server.ask('DELETE', `/api/spaces/${space.id}`, { token: space.token })
    expect((await client.closed).code).toBe(4404)
  })

  it('refuses strangers, wrong tokens, other spaces and other pages', async () => {
    const [space, other] = [await createSpace(), await createSpace()]
    const link = await createLink(other, 'edit')
    const at = (token: string, document = space.document) => `/sync/${document}?token=${token}`
    expect(await knock(`/sync/${space.document}`)).toBe(4401)
    expect(await knock(at('wrong'))).toBe(4401)
    expect(await knock(at('x'.repeat(5000)))).toBe(4401)
    expect(await knock(at(other.token))).toBe(4403)
    expect(await knock(at(link.token))).toBe(4403)
    expect(await knock(at(space.token, 'no-such-document'))).toBe(4404)
    expect(await knock(at(space.token, '%E0%A4%A'))).toBe(4404)
    expect(await knock(at(space.token, '%00'))).toBe(4404)
    expect(await knock(at(space.token), { origin: 'https://evil.example' })).toBe(403)
    expect(await knock(at(space.token), { origin: 'null' })).toBe(403)
    expect(await knock('/sync/')).toBe(404)
    expect(await knock('/elsewhere')).toBe(404)
    const client = await server.connect(space.document, space.token, { origin: server.url })
    expect(client.provider.synced).toBe(true)
  })

  it('resolves a link to its space and role', async () => {
    const space = await createSpace()
    const link = await createLink(space, 'comment')
    expect(link.url).toBe(`${server.url}/l/${link.token}`)
    const resolved = await server.ask('GET', `/api/links/${link.token}`)
    expect(resolved.body).toEqual({ space: space.id, name: 'Flat', role: 'comment', document: space.document })
    expect((await server.ask('GET', '/api/links/nonsense')).status).toBe(404)
    const listed = await server.ask('GET', `/api/spaces/${space.id}/links`, { token: space.token })
    expect(listed.body).toMatchObject([{ id: link.id, role: 'comment', expiresAt: null, revokedAt: null }])
    expect(JSON.stringify(listed.body)).not.toContain(link.token)
  })

  it('lets nobody but the owner share', async () => {
    const space = await createSpace()
    const editor = await createLink(space, 'edit')
    for (const [method, path] of [
      ['POST', ''],
      ['GET', ''],
      ['PATCH', `/${editor.id}`],
      ['DELETE', `/${editor.id}`],
    ] as const) {
      const answer = await server.ask(method, `/api/spaces/${space.id}/links${path}`, {
        token: editor.token,
        ...(method === 'POST' || method === 'PATCH' ? { body: { role: 'edit' } } : {}),
      })
      expect([method, answer.status]).toEqual([method, 403])
    }
    expect((await createLinkAnswer(space, { role: 'owner' })).status).toBe(400)
    expect((await server.ask('DELETE', `/api/spaces/${space.id}`, { token: editor.token })).status).toBe(403)
  })

  it('writes no token into the log', async () => {
    const tokens = [...secrets]
    expect(tokens.length).toBeGreaterThan(10)
    for (const token of tokens) expect(server.lines.join('')).not.toContain(token)
  })
})

/** Every token that an answer held. */
const secrets = new Set<string>()
beforeAll(() => {
  const { ask } = server
  server.ask = async (...parameters) => {
    const answer = await ask(...parameters)
    if (typeof answer.body?.token === 'string') secrets.add(answer.body.token)
    return answer
  }
})

function createLinkAnswer(space: { id: string; token: string }, body: object) {
  return server.ask('POST', `/api/spaces/${space.id}/links`, { token: space.token, body })
}
