import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { JobWork } from './jobs/job-work.ts'
import { startTestServer, type TestServer } from './start-test-server.ts'

let server: TestServer
/** What the worker does in the test at hand. */
let work: JobWork['run']

const bytes = Uint8Array.from({ length: 1000 }, (_, index) => index & 255)

beforeAll(async () => {
  const jobs: JobWork = { run: (...parameters) => work(...parameters), close: async () => {} }
  server = await startTestServer({ jobs, limits: { jobBeatMs: 20, jobLookMs: 20 } })
})
afterAll(() => server?.remove())
beforeEach(() => {
  work = async (_, { onReport }) => {
    onReport({ type: 'file', name: 'scene.spz', bytes })
    return { report: { gaussians: 12 } }
  }
})

async function createSpace(name = 'Flat') {
  return (await server.ask('POST', '/api/spaces', { body: { name } })).body as { id: string; token: string }
}

type Space = Awaited<ReturnType<typeof createSpace>>

const realise = (space: Space, more = {}) =>
  server.ask('POST', `/api/spaces/${space.id}/jobs`, { token: space.token, body: { kind: 'realise', ...more } })

/** Follows a job's events until one fits. */
async function follow(space: Space, job: string, isIt: (job: { status: string; files: unknown[] }) => boolean) {
  const response = await fetch(`${server.url}/api/spaces/${space.id}/jobs/${job}/events`, {
    headers: { authorization: `Bearer ${space.token}` },
  })
  let text = ''
  const decoder = new TextDecoder()
  for await (const chunk of response.body!) {
    text += decoder.decode(chunk, { stream: true })
    for (const [, data] of text.matchAll(/^data: (.*)\n\n/gm)) {
      const seen = JSON.parse(data!)
      if (isIt(seen)) return seen
    }
  }
  throw new Error(`the job ended before: ${text.slice(-500)}`)
}

const isOver = ({ status }: { status: string }) => ['done', 'failed', 'cancelled'].includes(status)

describe('a job', () => {
  it('runs, and its files can be fetched whole and in part', async () => {
    const space = await createSpace()
    const created = await realise(space, { style: 'warm evening', quality: 'preview' })
    expect([created.status, created.body.status, created.body.request.style]).toEqual([201, 'queued', 'warm evening'])
    const done = await follow(space, created.body.id, isOver)
    expect(done).toMatchObject({
      status: 'done',
      report: { gaussians: 12 },
      files: [{ name: 'scene.spz', size: 1000 }],
    })
    const path = `${server.url}/api/spaces/${space.id}/jobs/${done.id}/files/scene.spz`
    const headers = { authorization: `Bearer ${space.token}` }
    const whole = await fetch(path, { headers })
    expect(new Uint8Array(await whole.arrayBuffer())).toEqual(bytes)
    const part = await fetch(path, { headers: { ...headers, range: 'bytes=10-19' } })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 10-19/1000'])
    expect([...new Uint8Array(await part.arrayBuffer())]).toEqual([...bytes.slice(10, 20)])
    expect((await server.ask('GET', `/api/spaces/${space.id}/jobs/${done.id}/files/other`, space)).status).toBe(404)
  })

  it('gets the scene as it was when it was asked for', async () => {
    const space = await createSpace()
    let seen: Parameters<JobWork['run']>[0] | undefined
    work = async (task) => {
      seen = task
      return { report: null }
    }
    const picture = Buffer.from('not a picture').toString('base64')
    const { body } = await realise(space, { reference: picture, seed: 7 })
    await follow(space, body.id, isOver)
    expect(JSON.parse(seen!.scene)).toMatchObject({ format: 'enfilade.scene/1' })
    expect(Buffer.from(seen!.reference!).toString()).toBe('not a picture')
    expect(seen!.request).toEqual({ kind: 'realise', quality: 'normal', seed: 7, hasReference: true })
  })

  it('is not done twice for the same content', async () => {
    const space = await createSpace()
    const first = await realise(space, { style: 'japandi' })
    const again = await realise(space, { style: 'japandi' })
    const other = await realise(space, { style: 'industrial' })
    expect([again.status, again.body.id]).toEqual([200, first.body.id])
    expect(other.body.id).not.toBe(first.body.id)
  })

  it('shows previews and progress while it runs, and stops when it is cancelled', async () => {
    const space = await createSpace()
    work = (_, { signal, onReport }) => {
      onReport({ type: 'progress', stage: 'light', done: 1, total: 4 })
      onReport({ type: 'file', name: 'preview.spz', bytes })
      return new Promise((__, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
    }
    const { body } = await realise(space)
    const preview = await follow(space, body.id, ({ files }) => files.length > 0)
    expect(preview).toMatchObject({ status: 'running', progress: { stage: 'light', done: 1, total: 4 } })
    const cancelled = await server.ask('POST', `/api/spaces/${space.id}/jobs/${body.id}/cancel`, space)
    expect(cancelled.body.status).toBe('cancelling')
    expect((await follow(space, body.id, isOver)).status).toBe('cancelled')
    expect((await server.ask('POST', `/api/spaces/${space.id}/jobs/${body.id}/cancel`, space)).status).toBe(409)
  })

  it('that failed says why, and goes on from what it had when it is tried again', async () => {
    const space = await createSpace()
    const had: string[][] = []
    work = async ({ parts }, { onReport }) => {
      had.push(Object.keys(parts))
      if (had.length > 1) return { report: null }
      onReport({ type: 'part', name: 'kept.bin', bytes })
      throw new RangeError('no room in this scene has a floor')
    }
    const { body } = await realise(space)
    const failed = await follow(space, body.id, isOver)
    expect([failed.status, failed.error]).toEqual(['failed', 'no room in this scene has a floor'])
    expect((await server.ask('POST', `/api/spaces/${space.id}/jobs/${body.id}/retry`, space)).status).toBe(200)
    expect((await follow(space, body.id, isOver)).status).toBe('done')
    expect(had).toEqual([[], ['kept.bin']])
  })

  it('is for those who may edit; its results for all who may look', async () => {
    const space = await createSpace()
    const link = await server.ask('POST', `/api/spaces/${space.id}/links`, {
      token: space.token,
      body: { role: 'view' },
    })
    const { body } = await realise(space)
    await follow(space, body.id, isOver)
    const viewer = { id: space.id, token: link.body.token }
    expect((await realise(viewer)).status).toBe(403)
    const listed = await server.ask('GET', `/api/spaces/${space.id}/jobs?kind=realise`, viewer)
    expect(listed.body.map((each: { id: string }) => each.id)).toEqual([body.id])
    expect((await server.ask('GET', `/api/spaces/${space.id}/jobs/${body.id}/files/scene.spz`, viewer)).status).toBe(
      200,
    )
    const stranger = await createSpace('Other')
    expect((await server.ask('GET', `/api/spaces/${space.id}/jobs/${body.id}`, stranger)).status).toBe(404)
  })

  it('that does not fit is refused with its reason', async () => {
    const space = await createSpace()
    const film = (more: object) =>
      server.ask('POST', `/api/spaces/${space.id}/jobs`, {
        token: space.token,
        body: { kind: 'film', path: { cameras: {}, times: {} }, ...more },
      })
    for (const [body, path] of [
      [{ width: 1279 }, 'width'],
      [{ fps: 0 }, 'fps'],
      [{ path: { cameras: { a: [1, 2] }, times: {} } }, 'path.cameras.a'],
      [{ path: { cameras: {}, times: { a: 1e9 } } }, 'path.times.a'],
    ] as const) {
      const refused = await film(body)
      expect([refused.status, refused.body.error.message.startsWith(`${path}:`)], path).toEqual([400, true])
    }
    expect((await realise(space, { reference: 'no base64!' })).status).toBe(400)
  })

  it('goes with its space', async () => {
    const space = await createSpace()
    const { body } = await realise(space)
    await follow(space, body.id, isOver)
    await server.ask('DELETE', `/api/spaces/${space.id}`, space)
    expect(await server.deps.storage.files.read(`spaces/${space.id}/jobs/${body.id}/output/scene.spz`)).toBeUndefined()
  })
})
