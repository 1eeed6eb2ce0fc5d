import { readGaussians } from '@enfilade/radiance/files'
import { readMp4Facts } from '@enfilade/radiance/film'
import { readIds } from '@enfilade/radiance/ids'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from './start-test-server.ts'

/** A closet with a stool: the smallest space that there is something to see in. */
const closet = {
  format: 'enfilade.scene/1',
  levels: [{ id: 'l', name: 'L', elevation: 0, height: 2.2 }],
  rooms: [
    {
      id: 'r',
      level: 'l',
      name: 'Closet',
      type: 'room',
      polygon: [
        [0, 0],
        [1.6, 0],
        [1.6, 1.4],
        [0, 1.4],
      ],
      holes: [],
      floor: 0,
      height: 2.2,
    },
  ],
  walls: [],
  openings: [],
  objects: [
    {
      id: 'stool',
      category: 'stool',
      center: [1.1, 0.7, 0.23],
      size: [0.4, 0.4, 0.46],
      yaw: 0,
      mount: 'floor',
      support: null,
    },
  ],
}
const MINUTES = 60_000

let server: TestServer
let space: { id: string; token: string }

beforeAll(async () => {
  server = await startTestServer({ limits: { jobLookMs: 50, jobBeatMs: 200 } })
  space = (await server.ask('POST', '/api/spaces', { body: { name: 'Closet', scene: closet } })).body
})
afterAll(() => server?.remove())

/** Asks for a job and waits for its end. */
async function run(body: object) {
  const { body: job } = await server.ask('POST', `/api/spaces/${space.id}/jobs`, { token: space.token, body })
  const headers = { authorization: `Bearer ${space.token}` }
  const events = await fetch(`${server.url}/api/spaces/${space.id}/jobs/${job.id}/events`, { headers })
  const last = (await events.text()).trimEnd().split('\n').at(-1)!
  const read = async (name: string) => {
    const file = await fetch(`${server.url}/api/spaces/${space.id}/jobs/${job.id}/files/${name}`, { headers })
    return new Uint8Array(await file.arrayBuffer())
  }
  return { job: JSON.parse(last.replace(/^data: /, '')), read }
}

it('a space is realised in a worker, in the look that was asked for, with ids for its things', {
  timeout: 5 * MINUTES,
}, async () => {
  const { job, read } = await run({ kind: 'realise', quality: 'preview', style: 'japandi' })
  expect([job.status, job.error]).toEqual(['done', undefined])
  const names = job.files.map(({ name }: { name: string }) => name)
  for (const name of ['scene.spz', 'scene.ids', 'scene.ply', 'scene.compressed.ply', 'scene.sog', 'report.json'])
    expect(names).toContain(name)
  const gaussians = await readGaussians(await read('scene.spz'), 'scene.spz')
  const ids = await readIds(await read('scene.ids'), 'scene.ids')
  expect([gaussians.count, ids.instances.length]).toEqual([job.report.gaussians, job.report.gaussians])
  const stool = ids.table.findIndex(({ id }) => id === 'stool') + 1
  const rows = [...ids.instances.keys()].filter((row) => ids.instances[row] === stool)
  expect(rows.length).toBeGreaterThan(100)
  for (const row of rows) expect(Math.abs(gaussians.positions[row * 3]! - 1.1)).toBeLessThan(0.3)
  const styled = JSON.parse(new TextDecoder().decode(await read('scene.json')))
  expect(styled.rooms[0].finishes).toBeDefined()
  const source = JSON.parse(new TextDecoder().decode(await read('source.json')))
  expect(source.rooms[0].finishes).toBeUndefined()
})

it('a path of cameras becomes a film', { timeout: 5 * MINUTES }, async () => {
  const path = { tour: { seconds: 1 } }
  const { job, read } = await run({ kind: 'film', path, width: 64, height: 48, fps: 4 })
  expect([job.status, job.error]).toEqual(['done', undefined])
  expect(readMp4Facts(await read('film.mp4'))).toMatchObject({ width: 64, height: 48 })
})

it('a path that is none is told as it is', { timeout: MINUTES }, async () => {
  const path = { cameras: {}, times: {} }
  const { job } = await run({ kind: 'film', path, width: 64, height: 48, fps: 4 })
  expect(job.status).toBe('failed')
  expect(job.error).toMatch(/path/)
})
