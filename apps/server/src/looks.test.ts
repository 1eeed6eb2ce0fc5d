import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from './start-test-server.ts'

let server: TestServer
let space: { id: string; token: string }

beforeAll(async () => {
  server = await startTestServer()
  space = (await server.ask('POST', '/api/spaces', { body: { name: 'Flat', sample: 'two-bedroom-flat' } })).body
})
afterAll(() => server?.remove())

const look = (body: object) => server.ask('POST', `/api/spaces/${space.id}/looks`, { token: space.token, body })

describe('a look', () => {
  it('is a proposal whose groups can be taken, with a choice for everything it decides', async () => {
    const { status, body } = await look({ style: 'japandi, sage green walls, evening' })
    expect(status).toBe(200)
    expect(body.choices.length).toBeGreaterThan(10)
    const groups: { id: string; items: string[] }[] = body.proposal.groups
    expect(groups.some(({ id }) => id.endsWith('-surfaces'))).toBe(true)
    const accepted = await server.ask('POST', `/api/spaces/${space.id}/proposals/${body.proposal.id}/accept`, space)
    expect([accepted.status, accepted.body.accepted.length]).toEqual([200, groups.length])
    const { body: scene } = await server.ask('GET', `/api/spaces/${space.id}/scene`, {
      ...space,
      headers: { accept: 'application/json' },
    })
    expect(scene.rooms.some((room: { finishes?: object }) => room.finishes)).toBe(true)
    expect((await look({ style: 'japandi, sage green walls, evening' })).body.proposal).toBeNull()
  })

  it('keeps what is locked, and is another with another seed', async () => {
    const first = (await look({ style: 'industrial' })).body
    const locked = first.choices.find(({ kind }: { kind: string }) => kind === 'room')
    const next = (await look({ style: 'industrial', seed: 9, locks: [locked] })).body
    const kept = next.choices.find(({ id }: { id: string }) => id === locked.id)
    expect([kept.locked, kept.value]).toEqual([true, locked.value])
    expect(JSON.stringify(next.choices)).not.toBe(JSON.stringify(first.choices))
  })

  it('says what it did not understand, and refuses what is no request', async () => {
    const { body } = await look({ style: 'blorptastic walnut' })
    expect(body.unmet.map(({ request }: { request: string }) => request).join(' ')).toContain('blorptastic')
    expect((await look({})).status).toBe(400)
    const noPicture = await look({ reference: Buffer.from('this is no picture').toString('base64') })
    expect([noPicture.status, noPicture.body.error.code]).toEqual([422, 'unreadable-picture'])
    const odd = { id: 'item:x', kind: 'item', target: 'x', value: { main: { color: '<script>' } }, locked: true }
    const text = { en: '', zh: '' }
    expect((await look({ style: 'modern', locks: [{ ...odd, what: text, why: text }] })).status).toBe(200)
  })
})
