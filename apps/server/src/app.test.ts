import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createApp } from './app.ts'
import type { Dependencies } from './dependencies.ts'
import { startTestServer, type TestServer } from './start-test-server.ts'

let server: TestServer
let webFolder: string

beforeAll(async () => {
  webFolder = await mkdtemp(join(tmpdir(), 'enfilade-web-'))
  await mkdir(join(webFolder, 'assets'))
  await writeFile(join(webFolder, 'index.html'), '<!doctype html><title>Enfilade</title>')
  await writeFile(join(webFolder, 'assets/index-Ab3dEf9_.js'), `// ${'x'.repeat(5000)}`)
  await writeFile(join(webFolder, 'favicon.svg'), '<svg/>')
  await writeFile(join(webFolder, '..', 'enfilade-outside.txt'), 'outside')
  server = await startTestServer({ webFolder })
})
afterAll(async () => {
  await server?.remove()
  await rm(webFolder, { recursive: true, force: true })
  await rm(join(webFolder, '..', 'enfilade-outside.txt'), { force: true })
})

/** The app with some of its parts exchanged. */
const appWith = (parts: Partial<Dependencies>) => createApp({ ...server.deps, ...parts })

describe('operations', () => {
  it('show that the process lives and whether the database answers', async () => {
    expect((await server.ask('GET', '/health')).body).toEqual({ status: 'ok' })
    expect((await server.ask('GET', '/ready')).body).toEqual({ status: 'ok' })
    const ping = async () => {
      throw new Error('gone')
    }
    const broken = appWith({ storage: { ...server.deps.storage, ping } })
    expect((await broken.request('/health')).status).toBe(200)
    expect((await broken.request('/ready')).status).toBe(503)
  })

  it('count what happens', async () => {
    await server.ask('GET', '/api/nothing')
    const { body, headers } = await server.ask('GET', '/metrics')
    expect(headers.get('content-type')).toContain('text/plain')
    expect(body).toMatch(/^enfilade_http_requests_total\{method="GET",status="4xx"\} \d+$/m)
    expect(body).toMatch(/^enfilade_sync_connections 0$/m)
  })

  it('describe every route of the API', async () => {
    const { body } = await server.ask('GET', '/api/openapi.json')
    expect(body.openapi).toBe('3.1.0')
    const routes = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.keys(methods as object).map((method) => `${method} ${path}`),
    )
    for (const route of [
      'post /api/spaces',
      'get /api/spaces',
      'get /api/spaces/{id}',
      'patch /api/spaces/{id}',
      'delete /api/spaces/{id}',
      'get /api/spaces/{id}/scene',
      'put /api/spaces/{id}/scene',
      'post /api/spaces/{id}/links',
      'get /api/spaces/{id}/links',
      'patch /api/spaces/{id}/links/{link}',
      'delete /api/spaces/{id}/links/{link}',
      'get /api/links/{token}',
      'post /api/spaces/{id}/copilot',
      'get /api/spaces/{id}/proposals/{proposal}',
      'post /api/spaces/{id}/proposals/{proposal}/accept',
      'post /api/spaces/{id}/proposals/{proposal}/reject',
      'get /api/spaces/{id}/versions',
      'post /api/spaces/{id}/versions',
      'post /api/spaces/{id}/versions/{version}/restore',
      'get /api/me',
      'get /health',
      'get /ready',
      'get /metrics',
    ]) {
      expect(routes).toContain(route)
    }
    expect(body.paths['/api/spaces/{id}/scene'].put.requestBody.content).toHaveProperty(['text/plain'])
    expect(Object.keys(body.components.schemas)).toEqual(
      expect.arrayContaining(['Space', 'Link', 'Proposal', 'Problem']),
    )
  })
})

describe('requests', () => {
  it('get the security headers with every answer, errors too', async () => {
    for (const path of ['/', '/health', '/api/spaces', '/api/nothing', '/assets/nothing.js']) {
      const { headers } = await server.ask('GET', path)
      expect(headers.get('content-security-policy')).toContain("script-src 'self' 'wasm-unsafe-eval';")
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('referrer-policy')).toBe('no-referrer')
    }
    expect((await server.ask('GET', '/api/me')).headers.get('cache-control')).toBe('no-store')
  })

  it('that change something are refused from pages of other sites', async () => {
    const from = (headers: Record<string, string>) =>
      server.ask('POST', '/api/spaces', { body: { name: 'x' }, headers })
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { origin: server.url.replace(/\d+$/, '1') },
      { 'sec-fetch-site': 'cross-site' },
    ]
    for (const headers of foreign) {
      const { status, body } = await from(headers)
      expect([headers, status, body.error.code]).toEqual([headers, 403, 'wrong-origin'])
    }
    expect((await from({ origin: server.url })).status).toBe(201)
    expect((await from({ 'sec-fetch-site': 'same-origin' })).status).toBe(201)
    expect((await from({})).status).toBe(201)
    const behindProxy = appWith({ origin: 'https://rooms.example' })
    const request = (origin: string) =>
      behindProxy.request('/api/spaces', {
        method: 'POST',
        headers: { 'content-type': 'application/json', host: 'inner:4280', origin },
        body: '{"name":"x"}',
      })
    const made = await request('https://rooms.example')
    expect(made.status).toBe(201)
    expect(made.headers.get('set-cookie')).toMatch(/Secure/)
    expect((await request('https://evil.example')).status).toBe(403)
  })

  it('are limited in size and rate, with a name for each', async () => {
    const app = appWith({ limits: { ...server.deps.limits, bodyBytes: 100, sceneBytes: 1000, createPerMinute: 2 } })
    const post = (path: string, body: object, method = 'POST') =>
      app.request(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    expect((await post('/api/me', { name: 'x'.repeat(200) }, 'PATCH')).status).toBe(413)
    expect((await post('/api/spaces', { name: 'x', scene: 'x'.repeat(1000) })).status).toBe(413)
    const answers = []
    for (let count = 0; count < 3; count++) answers.push(await post('/api/spaces', { name: 'x' }))
    expect(answers.map((each) => each.status)).toEqual([201, 201, 429])
    expect(Number(answers[2]?.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await answers[2]?.json()).toMatchObject({ error: { code: 'too-many-requests', cure: expect.any(String) } })
  })

  it('that fail by our fault say so without our insides, and the server lives on', async () => {
    const get = async () => {
      throw new Error('relation "spaces" is on fire at 10.0.0.7')
    }
    const broken = appWith({ storage: { ...server.deps.storage, spaces: { ...server.deps.storage.spaces, get } } })
    const response = await broken.request('/api/spaces/x', { headers: { authorization: 'none' } })
    expect(response.status).toBe(401)
    const failed = await broken.request('/api/spaces/x')
    expect([failed.status, await failed.text()]).toEqual([500, expect.not.stringContaining('fire')])
    expect(server.lines.join('')).toContain('on fire')
    expect((await server.ask('GET', '/health')).status).toBe(200)
  })

  it('with text that no database keeps are refused, not stumbled over', async () => {
    for (const name of ['a\0b', 'a\ud800b']) {
      const { status, body } = await server.ask('POST', '/api/spaces', { body: { name } })
      expect([status, body.error.code, body.error.message]).toEqual([
        400,
        'bad-request',
        expect.stringContaining('name'),
      ])
    }
    const { body: space } = await server.ask('POST', '/api/spaces', { body: { name: 'x' } })
    const { token, id } = space
    expect((await server.ask('POST', `/api/spaces/${id}/copilot`, { token, body: { prompt: 'add\0' } })).status).toBe(
      400,
    )
    for (const path of [
      '/api/spaces/%00',
      `/api/spaces/${id}/versions/%00/scene`,
      `/api/spaces/${id}/proposals/a%1Fb`,
    ]) {
      expect((await server.ask('GET', path, { token })).status).toBe(404)
    }
  })

  it('by a method that a route does not have, or of a type that it does not read, say which it takes', async () => {
    const wrong = await server.ask('PUT', '/api/spaces/x')
    expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'DELETE, GET, HEAD, OPTIONS, PATCH'])
    expect(wrong.body.error).toMatchObject({ code: 'method-not-allowed', cure: expect.any(String) })
    const asked = await server.ask('OPTIONS', '/api/spaces')
    expect([asked.status, asked.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS, POST'])
    expect((await server.ask('POST', '/api/nothing')).status).toBe(404)
    const type = { 'content-type': 'text/plain' }
    const { status, body } = await server.ask('POST', '/api/spaces', { headers: type, body: '{"name":"x"}' })
    expect([status, body.error]).toEqual([
      415,
      expect.objectContaining({ code: 'unknown-format', cure: expect.any(String) }),
    ])
  })

  it('that are no HTTP end their own socket and nothing else', async () => {
    const { port } = new URL(server.url)
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.write('\x16\x03\x01 hello\r\n\r\n'))
      let text = ''
      socket.on('data', (data) => {
        text += data
      })
      socket.on('close', () => resolve(text))
      socket.on('error', () => {})
    })
    expect(answer).toMatch(/^HTTP\/1\.1 400/)
    expect((await server.ask('GET', '/health')).status).toBe(200)
  })
})

describe('the web app', () => {
  it('is its page for every path that it routes by itself, with a guest cookie', async () => {
    for (const path of ['/', '/s/abc', `/l/${'x'.repeat(43)}`]) {
      const { status, body, headers } = await server.ask('GET', path)
      expect([path, status, headers.get('cache-control')]).toEqual([path, 200, 'no-cache'])
      expect(body).toContain('<title>Enfilade</title>')
      expect(headers.get('set-cookie')).toContain('enfilade_session=')
    }
  })

  it('leaves a guest who has a cookie who they are', async () => {
    const first = await server.ask('GET', '/')
    const headers = { cookie: first.headers.get('set-cookie')!.split(';')[0]! }
    const made = await server.ask('POST', '/api/spaces', { headers, body: { name: 'Mine' } })
    for (const path of ['/', `/s/${made.body.id}`, '/api/me']) {
      expect((await server.ask('GET', path, { headers })).headers.get('set-cookie')).toBeNull()
    }
    expect(
      (await server.ask('GET', '/', { headers: { cookie: 'enfilade_session=made-up' } })).headers.get('set-cookie'),
    ).not.toBeNull()
  })

  it('has its hashed files kept for good, compressed, and others asked for again', async () => {
    const asset = await fetch(`${server.url}/assets/index-Ab3dEf9_.js`, { headers: { 'accept-encoding': 'br' } })
    expect(asset.headers.get('cache-control')).toContain('immutable')
    expect(asset.headers.get('content-encoding')).toBe('br')
    expect(await asset.text()).toHaveLength(5003)
    const icon = await server.ask('GET', '/favicon.svg')
    expect(icon.headers.get('content-type')).toBe('image/svg+xml')
    expect(icon.headers.get('cache-control')).toBe('no-cache')
    const headers = { 'if-none-match': icon.headers.get('etag')! }
    expect((await server.ask('GET', '/favicon.svg', { headers })).status).toBe(304)
  })

  it('serves nothing from outside of its folder', async () => {
    const app = appWith({})
    for (const path of [
      '/../enfilade-outside.txt',
      '/..%2fenfilade-outside.txt',
      '/assets/%2e%2e/%2e%2e/enfilade-outside.txt',
      '/assets',
      '/.env',
    ]) {
      expect((await app.request(path)).status).toBe(404)
    }
  })

  it('is explained where it is not built', async () => {
    const app = appWith({ webFolder: join(webFolder, 'nothing') })
    const response = await app.request('/')
    expect(response.status).toBe(503)
    expect(await response.text()).toContain('npm start')
  })
})
