import type { ProposalGroup } from '@enfilade/layout'
import type { Change, RawRecord } from '@enfilade/scene'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createApp } from './app.ts'
import type { CopilotWork } from './copilot-work.ts'
import { startTestServer, type TestServer } from './start-test-server.ts'

type Result = Awaited<ReturnType<CopilotWork['run']>>

let server: TestServer
let app: ReturnType<typeof createApp>
/** What the copilot does in the test at hand. */
let think: CopilotWork['run']

beforeAll(async () => {
  server = await startTestServer()
  const copilot: CopilotWork = {
    run: (...parameters) => think(...parameters),
    look: async () => ({ groups: [], choices: [], unmet: [] }),
    load: () => ({ running: 0, waiting: 0 }),
    close: async () => {},
  }
  app = createApp({ ...server.deps, copilot })
})
afterAll(() => server?.remove())
beforeEach(() => {
  think = async () => propose([])
})

const lamp: RawRecord = {
  kind: 'item',
  level: 'level-0',
  category: 'floor_lamp',
  pose: { x: 1, y: 1, z: 0, yaw: 0 },
  size: [0.4, 0.4, 1.6],
  support: { on: 'floor' },
}

function group(id: string, change: Partial<Change>): ProposalGroup {
  const text = { en: id, zh: id }
  const full: Change = { added: {}, removed: {}, updated: {}, ...change }
  return { id, title: text, reason: text, measurements: [], items: [], change: full } as ProposalGroup
}

const add = (id: string, more: RawRecord = {}) => group(`add-${id}`, { added: { [id]: { ...lamp, id, ...more } } })
const move = (id: string, from: number, to: number) =>
  group(`move-${id}`, {
    updated: { [id]: { pose: { from: { x: from, y: 1, z: 0, yaw: 0 }, to: { x: to, y: 1, z: 0, yaw: 0 } } } },
  })

function propose(groups: ProposalGroup[], more: Partial<Result> = {}): Result {
  return {
    kind: groups.length ? 'proposal' : 'nothing',
    language: 'en',
    groups,
    unmet: [],
    report: 'Done.',
    truncated: false,
    ...more,
  }
}

async function ask(method: string, path: string, token: string, body?: unknown) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  return app.request(path, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
}

async function createSpace() {
  const { body } = await server.ask('POST', '/api/spaces', { body: { name: 'Flat' } })
  return body as { id: string; document: string; token: string }
}

type Event = { event: string; data: Record<string, unknown> & { id?: string } }

function readEvents(text: string): Event[] {
  return text
    .split('\n\n')
    .filter(Boolean)
    .map((block) => {
      const [event, data] = ['event: ', 'data: '].map((field) =>
        block
          .split('\n')
          .find((line) => line.startsWith(field))!
          .slice(field.length),
      )
      return { event: event!, data: JSON.parse(data!) }
    })
}

/** Asks the copilot to its end. */
async function request(space: { id: string; token: string }, prompt = 'a lamp', token = space.token) {
  const response = await ask('POST', `/api/spaces/${space.id}/copilot`, token, { prompt })
  const text = await response.text()
  return { status: response.status, events: response.ok ? readEvents(text) : [] }
}

async function openProposal(space: { id: string; token: string }, groups: ProposalGroup[]): Promise<string> {
  think = async () => propose(groups)
  const { events } = await request(space)
  return events.find((each) => each.event === 'proposal')!.data.id!
}

const path = (space: { id: string }, proposal: string, deed = '') =>
  `/api/spaces/${space.id}/proposals/${proposal}${deed}`

async function accept(space: { id: string; token: string }, proposal: string, body?: object) {
  const response = await ask('POST', path(space, proposal, '/accept'), space.token, body)
  return {
    status: response.status,
    body: (await response.json()) as Record<string, unknown> & { error?: { code: string } },
  }
}

describe('the copilot', () => {
  it('streams progress, the proposal, what was not met, and the end', async () => {
    const space = await createSpace()
    const client = await server.connect(space.document, space.token)
    think = async (task, { onProgress }) => {
      expect(task).toMatchObject({ prompt: '落地灯', selection: [], idPrefix: expect.any(String) })
      onProgress({ stage: 'placing', done: 1, total: 2 })
      return propose([add('lamp')], {
        unmet: [{ request: 'a pool', reason: 'no room', text: { en: 'no room', zh: '放不下' } }],
        answer: { text: 'Yes', elements: [] } as never,
      })
    }
    const { status, events } = await request(space, '落地灯')
    expect(status).toBe(200)
    expect(events.map((each) => each.event)).toEqual(['progress', 'progress', 'proposal', 'unmet', 'answer', 'done'])
    const proposal = events[2]!.data
    expect(proposal).toMatchObject({ status: 'open', prompt: '落地灯', report: 'Done.', groups: [{ id: 'add-lamp' }] })
    expect(events[5]!.data).toMatchObject({ kind: 'proposal', proposal: proposal.id })
    // Only a proposal: the document is as it was, and peers can read what is proposed.
    expect([...client.doc.getMap('records').keys()]).toEqual(['level-0'])
    const listed = await (await ask('GET', `/api/spaces/${space.id}/proposals`, space.token)).json()
    expect(listed).toMatchObject([{ id: proposal.id }])
  })

  it('has its groups put into the document as one edit when they are accepted', async () => {
    const space = await createSpace()
    const client = await server.connect(space.document, space.token)
    const proposal = await openProposal(space, [add('a'), add('b'), add('c')])
    let updates = 0
    client.doc.on('update', () => {
      updates += 1
    })
    const accepted = await accept(space, proposal, { groups: ['add-a', 'add-c'] })
    expect(accepted.body).toEqual({ status: 'accepted', accepted: ['add-a', 'add-c'], stale: [] })
    const fresh = await server.connect(space.document, space.token)
    expect([...fresh.doc.getMap('records').keys()].sort()).toEqual(['a', 'c', 'level-0'])
    expect(updates).toBe(1)
    const again = await accept(space, proposal)
    expect([again.status, again.body.error?.code]).toEqual([409, 'decided-already'])
    expect(await (await ask('GET', path(space, proposal), space.token)).json()).toMatchObject({ status: 'accepted' })
  })

  it('never overwrites what a person changed since: such groups are left out and named', async () => {
    const space = await createSpace()
    await accept(space, await openProposal(space, [add('a'), add('b')]))
    const mixed = await openProposal(space, [move('a', 1, 2), move('b', 1, 2)])
    const late = await openProposal(space, [
      move('a', 1, 3),
      group('remove-a', { removed: { a: { ...lamp, id: 'a' } } }),
    ])
    const client = await server.connect(space.document, space.token)
    const record = client.doc.getMap('records').get('a') as { set(key: string, value: unknown): void }
    record.set('pose', { x: 9, y: 9, z: 0, yaw: 0 })
    await untilStored(space, 9)
    expect((await accept(space, mixed)).body).toEqual({
      status: 'accepted',
      accepted: ['move-b'],
      stale: [{ group: 'move-a', elements: ['a'] }],
    })
    const refused = await accept(space, late)
    expect([refused.status, refused.body.error?.code]).toEqual([409, 'stale'])
    expect(await (await ask('GET', path(space, late), space.token)).json()).toMatchObject({ status: 'stale' })
    expect(await poseOf(space, 'a')).toEqual([9, 9])
    expect(await poseOf(space, 'b')).toEqual([2, 1])
  })

  it('refuses a second proposal from the same state whose places the first has taken', async () => {
    const space = await createSpace()
    const sofa = { size: [2, 0.9, 0.8], category: 'sofa', support: { on: 'floor' } }
    const at = (x: number) => ({ ...sofa, pose: { x, y: 1, z: 0, yaw: 0 } })
    const first = await openProposal(space, [add('sofa-1', at(2))])
    const second = await openProposal(space, [add('sofa-2', at(2.5)), add('sofa-3', at(8))])
    const third = await openProposal(space, [add('sofa-4', at(3))])
    expect((await accept(space, first)).status).toBe(200)
    expect((await accept(space, second)).body).toEqual({
      status: 'accepted',
      accepted: ['add-sofa-3'],
      stale: [{ group: 'add-sofa-2', elements: ['sofa-1'] }],
    })
    const refused = await accept(space, third)
    expect([refused.status, refused.body.error?.code]).toEqual([409, 'stale'])
  })

  it('does not put things onto what is gone', async () => {
    const space = await createSpace()
    const onTable = add('cup', { support: { on: 'item', id: 'table' } })
    const both = await openProposal(space, [
      group('both', { added: { ...add('table').change.added, ...onTable.change.added } }),
    ])
    expect((await accept(space, both)).status).toBe(200)
    const orphan = await openProposal(space, [add('plate', { support: { on: 'item', id: 'no-table' } })])
    expect((await accept(space, orphan)).body.error).toMatchObject({
      code: 'stale',
      stale: [{ elements: ['no-table'] }],
    })
  })

  it('only marks what the browser has applied by itself', async () => {
    const space = await createSpace()
    const proposal = await openProposal(space, [add('a')])
    const marked = await accept(space, proposal, { applied: true })
    expect(marked.body).toEqual({ status: 'accepted', accepted: ['add-a'], stale: [] })
    const scene = (await server.ask('GET', `/api/spaces/${space.id}/scene`, { token: space.token })).body
    expect(scene.objects).toEqual([])
  })

  it('is refused by one, accepted by another: the first decision stands', async () => {
    const space = await createSpace()
    const proposal = await openProposal(space, [add('a')])
    const [rejected, accepted] = await Promise.all([
      ask('POST', path(space, proposal, '/reject'), space.token),
      accept(space, proposal),
    ])
    expect([rejected.status, accepted.status].sort()).toEqual([200, 409])
    expect((await accept(space, 'no-such-proposal')).status).toBe(404)
    const other = await openProposal(space, [add('b')])
    expect((await accept(space, other, { groups: ['nonsense'] })).body.error?.code).toBe('no-such-group')
    expect((await accept(space, other, { groups: [] })).status).toBe(400)
  })

  it('stops when the client goes away, and when it is asked to', async () => {
    const space = await createSpace()
    const signals: AbortSignal[] = []
    think = (_task, { signal }) => {
      signals.push(signal!)
      return new Promise((_resolve, reject) => signal!.addEventListener('abort', () => reject(signal!.reason)))
    }
    const response = await ask('POST', `/api/spaces/${space.id}/copilot`, space.token, { prompt: 'a lamp' })
    const reader = response.body!.getReader()
    await reader.read()
    await reader.cancel()
    await expect.poll(() => signals[0]?.aborted).toBe(true)

    const second = await ask('POST', `/api/spaces/${space.id}/copilot`, space.token, { prompt: 'a lamp' })
    const secondReader = second.body!.getReader()
    const [started] = readEvents(new TextDecoder().decode((await secondReader.read()).value))
    const stop = await ask('DELETE', `/api/spaces/${space.id}/copilot/${started!.data.request}`, space.token)
    expect(stop.status).toBe(204)
    const rest = new TextDecoder().decode((await secondReader.read()).value)
    expect(readEvents(rest)[0]).toMatchObject({ event: 'error', data: { code: 'stopped' } })
  })

  it('tells of a failure without its insides, and frees its place', async () => {
    const space = await createSpace()
    think = async () => {
      throw new Error('secret path /etc/enfilade')
    }
    for (let round = 0; round < 4; round++) {
      const { events } = await request(space)
      expect(events.map((each) => each.event)).toEqual(['progress', 'error', 'done'])
      expect(JSON.stringify(events)).not.toContain('secret')
    }
    expect(server.lines.some((line) => line.includes('copilot-failed'))).toBe(true)
  })

  it('runs so many requests at once in a space and no more', async () => {
    const space = await createSpace()
    let release = () => {}
    const gate = new Promise<void>((resolve) => {
      release = resolve
    })
    think = async () => {
      await gate
      return propose([])
    }
    const two = [request(space), request(space)]
    await expect.poll(async () => (await request(space)).status).toBe(429)
    release()
    expect((await Promise.all(two)).map((each) => each.status)).toEqual([200, 200])
    expect((await request(space)).status).toBe(200)
  })

  it('works for editors only, on prompts of a sane length', async () => {
    const space = await createSpace()
    for (const [role, status] of [
      ['view', 403],
      ['comment', 403],
      ['edit', 200],
    ] as const) {
      const link = await server.ask('POST', `/api/spaces/${space.id}/links`, { token: space.token, body: { role } })
      expect((await request(space, 'a lamp', link.body.token)).status).toBe(status)
      const proposal = await openProposal(space, [add(`by-${role}`)])
      expect((await ask('GET', path(space, proposal), link.body.token)).status).toBe(200)
      expect((await ask('POST', path(space, proposal, '/reject'), link.body.token)).status).toBe(status)
    }
    for (const body of [
      {},
      { prompt: '' },
      { prompt: 'x'.repeat(4001) },
      { prompt: 'a', seed: -1 },
      { prompt: 'a', selection: [7] },
    ]) {
      expect((await ask('POST', `/api/spaces/${space.id}/copilot`, space.token, body)).status).toBe(400)
    }
  })
})

async function poseOf(space: { id: string; token: string }, id: string): Promise<number[]> {
  const scene = (await server.ask('GET', `/api/spaces/${space.id}/scene`, { token: space.token })).body
  return scene.objects.find((each: { id: string }) => each.id === id).center.slice(0, 2)
}

async function untilStored(space: { id: string; token: string }, x: number): Promise<void> {
  await expect.poll(async () => (await poseOf(space, 'a'))[0]).toBe(x)
}
