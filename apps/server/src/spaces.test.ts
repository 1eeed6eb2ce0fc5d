import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from './start-test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server?.remove())

async function createSpace(name = 'Flat', more: object = {}, token?: string) {
  const { status, body } = await server.ask('POST', '/api/spaces', {
    body: { name, ...more },
    ...(token ? { token } : {}),
  })
  expect(status).toBe(201)
  return body as { id: string; document: string; token: string }
}

const script = 'wall_0=Wall(0.0,0.0,0.0,4.0,0.0,0.0,2.8,0.1)\nwall_1=Wall(4.0,0.0,0.0,4.0,3.0,0.0,2.8,0.1)\n'

describe('spaces', () => {
  it('belong to the token that came back, which lists and opens them', async () => {
    const space = await createSpace('First')
    const { body } = await server.ask('GET', '/api/spaces', { token: space.token })
    expect(body.map((each: { id: string; role: string }) => [each.id, each.role])).toEqual([[space.id, 'owner']])
    const read = await server.ask('GET', `/api/spaces/${space.id}`, { token: space.token })
    expect(read.body).toMatchObject({ id: space.id, name: 'First', document: space.document, role: 'owner' })
    const second = await createSpace('Second', {}, space.token)
    expect(second.token).toBe(space.token)
    expect((await server.ask('GET', '/api/spaces', { token: space.token })).body).toHaveLength(2)
  })

  it('made by a browser belong to its guest cookie; the token opens only that one', async () => {
    const first = await server.ask('POST', '/api/spaces', { body: { name: 'Mine' } })
    const cookie = first.headers.get('set-cookie')!
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    const headers = { cookie: cookie.split(';')[0]! }
    const second = await server.ask('POST', '/api/spaces', { body: { name: 'Mine too' }, headers })
    expect(second.headers.get('set-cookie')).toBeNull()
    expect((await server.ask('GET', '/api/spaces', { headers })).body).toHaveLength(2)
    const { token, id } = second.body
    expect((await server.ask('GET', '/api/spaces', { token })).body.map((each: { id: string }) => each.id)).toEqual([
      id,
    ])
    expect((await server.ask('GET', `/api/spaces/${first.body.id}`, { token })).status).toBe(404)
    expect((await server.ask('GET', `/api/spaces/${first.body.id}`, { headers })).status).toBe(200)
  })

  it('are not there for anybody else', async () => {
    const space = await createSpace()
    const other = await createSpace()
    for (const [method, path, body] of [
      ['GET', ''],
      ['PATCH', '', { name: 'Stolen' }],
      ['DELETE', ''],
      ['GET', '/scene'],
      ['PUT', '/scene', {}],
      ['GET', '/links'],
      ['POST', '/links', { role: 'edit' }],
      ['GET', '/versions'],
      ['POST', '/versions', { name: 'v' }],
      ['POST', '/copilot', { prompt: 'a bed' }],
      ['GET', '/proposals'],
    ] as const) {
      const strange = await server.ask(method, `/api/spaces/${space.id}${path}`, { body, token: other.token })
      const nobody = await server.ask(method, `/api/spaces/${space.id}${path}`, { body })
      expect([method, path, strange.status, nobody.status]).toEqual([method, path, 404, 404])
      expect(strange.body.error.code).toBe('no-such-space')
    }
  })

  it('start from a script, from Scene JSON or from a sample', async () => {
    const fromScript = await createSpace('Script', { scene: script })
    const accept = { accept: 'text/plain' }
    const read = await server.ask('GET', `/api/spaces/${fromScript.id}/scene`, {
      token: fromScript.token,
      headers: accept,
    })
    expect(read.body.match(/Wall\(/g)).toHaveLength(2)
    const scene = (await server.ask('GET', `/api/spaces/${fromScript.id}/scene`, { token: fromScript.token })).body
    expect(scene).toMatchObject({ format: 'enfilade.scene/1', walls: [{ a: [0, 0] }, { b: [4, 3] }] })
    const fromJson = await createSpace('JSON', { scene })
    expect((await server.ask('GET', `/api/spaces/${fromJson.id}/scene`, { token: fromJson.token })).body).toEqual(scene)
    const sample = await createSpace('Sample', { sample: 'two-bedroom-flat' })
    const flat = (await server.ask('GET', `/api/spaces/${sample.id}/scene`, { token: sample.token })).body
    expect(flat.rooms.length).toBeGreaterThanOrEqual(5)
    expect(flat.objects.length).toBeGreaterThanOrEqual(50)
  })

  it('are renamed, and deleted for good', async () => {
    const { id, token } = await createSpace()
    expect((await server.ask('PATCH', `/api/spaces/${id}`, { token, body: { name: '  Loft ' } })).body.name).toBe(
      'Loft',
    )
    expect((await server.ask('DELETE', `/api/spaces/${id}`, { token })).status).toBe(204)
    expect((await server.ask('GET', `/api/spaces/${id}`, { token })).status).toBe(404)
  })

  it('refuse what does not fit, naming it', async () => {
    const bad = async (body: unknown, headers = {}) => server.ask('POST', '/api/spaces', { body, headers })
    expect((await bad({})).body.error).toMatchObject({ code: 'bad-request', message: expect.stringContaining('name') })
    expect((await bad({ name: '' })).status).toBe(400)
    expect((await bad({ name: 'x'.repeat(201) })).status).toBe(400)
    expect((await bad('{"name":')).status).toBe(400)
    expect((await bad({ name: 'x', scene: 'Wall(', sample: 'two-bedroom-flat' })).status).toBe(400)
    expect((await bad({ name: 'x', sample: '../../package' })).status).toBe(400)
    const unreadable = await bad({ name: 'x', scene: { format: 'enfilade.scene/1', walls: [{ id: 'w', a: 'here' }] } })
    expect(unreadable.status).toBe(422)
    expect(unreadable.body.error.diagnostics[0]).toMatchObject({ severity: 'error' })
    expect((await bad({ name: 'x', scene: `# ${'x'.repeat(17 * 1024 * 1024)}` })).status).toBe(413)
  })

  it('answer a token that is not valid with 401, and an unknown path with 404', async () => {
    const wrong = await server.ask('GET', '/api/spaces', { token: 'x'.repeat(43) })
    expect([wrong.status, wrong.body.error.code]).toEqual([401, 'unknown-token'])
    expect((await server.ask('GET', '/api/spaces', { headers: { authorization: 'Basic eDp5' } })).status).toBe(401)
    expect((await server.ask('GET', '/api/nothing')).body.error.code).toBe('no-such-route')
  })
})

describe('people', () => {
  it('are guests until they take a name, which others then see', async () => {
    const first = await server.ask('GET', '/api/me')
    const headers = { cookie: first.headers.get('set-cookie')!.split(';')[0]! }
    expect((await server.ask('GET', '/api/me', { headers })).body).toEqual({ id: first.body.id, name: null })
    expect((await server.ask('PATCH', '/api/me', { headers, body: { name: '林' } })).body.name).toBe('林')
    const { id } = (await server.ask('POST', '/api/spaces', { headers, body: { name: 'Flat' } })).body
    await server.ask('POST', `/api/spaces/${id}/versions`, { headers, body: { name: 'Start' } })
    expect((await server.ask('GET', `/api/spaces/${id}/versions`, { headers })).body[0].by).toBe('林')
  })
})

describe('scenes', () => {
  it('are replaced by one edit, with the state before kept as a version', async () => {
    const { id, document, token } = await createSpace('Flat', { scene: script })
    const client = await server.connect(document, token)
    let updates = 0
    client.doc.on('update', () => updates++)
    const put = await server.ask('PUT', `/api/spaces/${id}/scene`, {
      token,
      body: 'wall_0=Wall(0.0,0.0,0.0,5.0,0.0,0.0,2.8,0.1)\n',
      headers: { 'content-type': 'text/plain' },
    })
    expect(put.body).toMatchObject({ changed: true, diagnostics: [] })
    const scene = await server.ask('GET', `/api/spaces/${id}/scene`, { token })
    expect(scene.body.walls).toHaveLength(1)
    const versions = (await server.ask('GET', `/api/spaces/${id}/versions`, { token })).body
    expect(versions).toMatchObject([{ id: put.body.version, name: 'Before replace', automatic: true }])
    const restored = await server.ask('POST', `/api/spaces/${id}/versions/${put.body.version}/restore`, { token })
    expect(restored.body.changed).toBe(true)
    expect((await server.ask('GET', `/api/spaces/${id}/scene`, { token })).body.walls).toHaveLength(2)
    expect(updates).toBe(2)
  })

  it('stay as they are when the new one can not be read', async () => {
    const { id, token } = await createSpace('Flat', { scene: script })
    const put = (body: string, type: string) =>
      server.ask('PUT', `/api/spaces/${id}/scene`, { token, body, headers: { 'content-type': type } })
    const before = (await server.ask('GET', `/api/spaces/${id}/scene`, { token })).body
    for (const [body, type, status] of [
      ['wall_0=Wall(0.0,', 'text/plain', 422],
      ['{"format":', 'application/json', 422],
      ['[]', 'application/json', 422],
      ['{"format":"enfilade.scene/1","objects":[{"id":"o","category":7}]}', 'application/json', 422],
      ['<scene/>', 'application/xml', 415],
      ['', 'text/html', 415],
    ] as const) {
      const answer = await put(body, type)
      expect([body, answer.status]).toEqual([body, status])
      if (status === 422) expect(answer.body.error.diagnostics[0].message).toBeTruthy()
    }
    expect((await server.ask('GET', `/api/spaces/${id}/scene`, { token })).body).toEqual(before)
    expect((await server.ask('GET', `/api/spaces/${id}/versions`, { token })).body).toEqual([])
  })

  it('come back as they were put, and putting the same again changes nothing', async () => {
    const { id, token } = await createSpace('Flat', { scene: script })
    const scene = (await server.ask('GET', `/api/spaces/${id}/scene`, { token })).body
    const given = { ...scene, seed: 7, studio: { kept: [1, 2] }, unmet: [{ request: 'a pool', reason: 'no room' }] }
    const put = await server.ask('PUT', `/api/spaces/${id}/scene`, { token, body: given })
    expect(put.body.changed).toBe(true)
    expect((await server.ask('GET', `/api/spaces/${id}/scene`, { token })).body).toEqual(given)
    const again = await server.ask('PUT', `/api/spaces/${id}/scene`, { token, body: given })
    expect(again.body).toMatchObject({ changed: false, version: null })
  })

  it('are not sent again to who has them', async () => {
    const { id, token } = await createSpace()
    const first = await server.ask('GET', `/api/spaces/${id}/scene`, { token })
    const headers = { 'if-none-match': first.headers.get('etag')! }
    expect((await server.ask('GET', `/api/spaces/${id}/scene`, { token, headers })).status).toBe(304)
    const asScript = await server.ask('GET', `/api/spaces/${id}/scene`, {
      token,
      headers: { ...headers, accept: 'text/plain' },
    })
    expect(asScript.status).toBe(200)
    await server.ask('PUT', `/api/spaces/${id}/scene`, {
      token,
      body: script,
      headers: { 'content-type': 'text/plain' },
    })
    expect((await server.ask('GET', `/api/spaces/${id}/scene`, { token, headers })).status).toBe(200)
  })
})

describe('versions', () => {
  it('are previewed without changing anything, restored as a new edit, renamed and deleted', async () => {
    const { id, token } = await createSpace('Flat', { scene: script })
    const path = `/api/spaces/${id}/versions`
    const version = (await server.ask('POST', path, { token, body: { name: 'Two walls' } })).body
    expect(version).toMatchObject({ name: 'Two walls', automatic: false })
    const before = (await server.ask('GET', `/api/spaces/${id}/scene`, { token })).body
    await server.ask('PUT', `/api/spaces/${id}/scene`, { token, body: { format: 'enfilade.scene/1' } })
    expect((await server.ask('GET', `${path}/${version.id}/scene`, { token })).body).toEqual(before)
    expect((await server.ask('GET', `/api/spaces/${id}/scene`, { token })).body.walls).toEqual([])
    await server.ask('POST', `${path}/${version.id}/restore`, { token })
    expect((await server.ask('GET', `/api/spaces/${id}/scene`, { token })).body).toEqual(before)
    const again = await server.ask('POST', `${path}/${version.id}/restore`, { token })
    expect(again.body).toEqual({ changed: false, version: null })
    expect((await server.ask('PATCH', `${path}/${version.id}`, { token, body: { name: 'Start' } })).body.name).toBe(
      'Start',
    )
    expect((await server.ask('DELETE', `${path}/${version.id}`, { token })).status).toBe(204)
    expect((await server.ask('POST', `${path}/${version.id}/restore`, { token })).body.error.code).toBe(
      'no-such-version',
    )
    const names = (await server.ask('GET', path, { token })).body.map((each: { name: string }) => each.name)
    expect(names).toEqual(['Before restoring “Two walls”', 'Before replace'])
  })
})

describe('a replacement that is no scene', () => {
  it('changes nothing: another format, or JSON without any part of a scene', async () => {
    const { id, token } = await createSpace('Kept', { scene: script })
    const path = `/api/spaces/${id}/scene`
    const before = (await server.ask('GET', path, { token })).body
    for (const body of [
      {},
      { error: { code: 'x' } },
      { format: 'enfilade.scene/9', rooms: [] },
      { format: 7, walls: [] },
    ]) {
      const answer = await server.ask('PUT', path, { token, body })
      expect([body, answer.status, answer.body.error?.code]).toEqual([body, 422, 'scene-not-read'])
    }
    expect((await server.ask('GET', path, { token })).body).toEqual(before)
    expect((await server.ask('PUT', path, { token, body: { rooms: [] } })).status).toBe(200)
  })
})
