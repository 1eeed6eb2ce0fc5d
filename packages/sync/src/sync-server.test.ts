import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import {
  CLOSE,
  createMemoryLog,
  createSyncServer,
  DocumentGoneError,
  LIMITS,
  type MemoryLog,
  type Role,
  type SyncEvent,
  type SyncServerOptions,
  TIMES,
  type UpdateLog,
  UpdateRefusedError,
} from './index.ts'
import { createManualClock } from './manual-clock.ts'
import { PRIVATE, SYNC } from './protocol.ts'
import { connectFake } from './testing/fake-client.ts'
import { compactHere } from './testing/loopback-server.ts'
import { createRandom, editRandomly } from './testing/random-edits.ts'

interface Harness {
  options?: Partial<SyncServerOptions>
  roles?: Record<string, Role>
}

function setUp({ options = {}, roles = {} }: Harness = {}) {
  const clock = createManualClock()
  const memory: MemoryLog = createMemoryLog()
  const store = { isBroken: false, appends: 0 }
  const log: UpdateLog = {
    ...memory,
    async append(batch) {
      if (store.isBroken) throw new Error('broken on purpose')
      store.appends += 1
      return memory.append(batch)
    },
  }
  const events: SyncEvent[] = []
  const server = createSyncServer({
    log,
    clock,
    compactor: compactHere,
    authorize: async ({ token }) => ({ role: roles[token] ?? 'edit', author: token, connectionKey: token }),
    onEvent: (event) => events.push(event),
    ...options,
  })
  return { clock, memory, store, log, events, server }
}

const set = (key: string, value: unknown) => (doc: Y.Doc) => doc.getMap('records').set(key, value)
const get = (doc: Y.Doc, key: string) => doc.getMap('records').get(key)

async function storedValue(log: UpdateLog, document: string, key: string): Promise<unknown> {
  const doc = new Y.Doc()
  const stored = await log.load(document)
  if (stored?.snapshot) Y.applyUpdate(doc, stored.snapshot.bytes)
  for (const update of stored?.updates ?? []) Y.applyUpdate(doc, update.bytes)
  return get(doc, key)
}

describe('log first, then fan out (rules 1–3)', () => {
  it('stores an edit before anybody hears of it', async () => {
    const { clock, server, store, memory } = setUp()
    const [a, b] = [connectFake(server, 'd'), connectFake(server, 'd')]
    await clock.settle()
    store.isBroken = true
    a.edit(set('sofa', 1))
    await clock.advance(50)
    expect(get(b.doc, 'sofa')).toBeUndefined()
    const before = a.messages.length
    store.isBroken = false
    await clock.advance(1000)
    expect(get(b.doc, 'sofa')).toBe(1)
    expect(await storedValue(memory, 'd', 'sofa')).toBe(1)
    // The author hears its own edit: for a stock client that is the sign that it is stored.
    expect(a.messages.length).toBeGreaterThan(before)
  })

  it('carries in one commit whatever arrived in all documents, and sends one frame per document', async () => {
    const { clock, server, store } = setUp()
    const a = [connectFake(server, 'd'), connectFake(server, 'd'), connectFake(server, 'e')]
    const watcher = connectFake(server, 'd')
    await clock.settle()
    const frames = watcher.messages.length
    for (const [index, client] of a.entries())
      for (let edit = 0; edit < 5; edit++) client.edit(set(`k${index}${edit}`, edit))
    await clock.advance(20)
    expect(store.appends).toBe(1)
    expect(watcher.messages.length).toBe(frames + 1)
    expect([get(watcher.doc, 'k04'), get(watcher.doc, 'k14'), get(watcher.doc, 'k24')]).toEqual([4, 4, undefined])
  })

  it('does not send the news again to a private author, but how many of its messages are stored', async () => {
    const { clock, server } = setUp()
    const a = connectFake(server, 'd', { isPrivate: true })
    await clock.settle()
    a.edit(set('x', 1))
    a.edit(set('x', 2))
    await clock.advance(20)
    expect(a.savedCount).toBe(2)
    expect(a.told[0]).toMatchObject({ kind: PRIVATE.hello, value: { role: 'edit', writable: true } })
  })

  it('sends private messages to nobody who did not ask', async () => {
    const { clock, server, store } = setUp()
    const a = connectFake(server, 'd')
    await clock.settle()
    store.isBroken = true
    a.edit(set('x', 1))
    await clock.advance(5_000)
    expect(a.messages.every((message) => message[0]! <= 3)).toBe(true)
  })
})

describe('the store fails (rules 4–6; promise 10)', () => {
  it('loses nothing when the store fails for 30 s under edits and then everyone leaves', async () => {
    const { clock, server, store, memory, events } = setUp()
    const clients = Array.from({ length: 5 }, () => connectFake(server, 'd', { isPrivate: true }))
    await clock.settle()
    store.isBroken = true
    for (let second = 0; second < 30; second++) {
      for (const [index, client] of clients.entries()) client.edit(set(`k${index}`, second))
      await clock.advance(1000)
    }
    expect(clients[0]!.told.at(-1)).toMatchObject({ kind: PRIVATE.store, value: { writable: false } })
    for (const client of clients) client.hangUp()
    await clock.advance(60_000)
    expect(server.metrics().documents).toBe(1)
    store.isBroken = false
    await clock.advance(5_000)
    for (let index = 0; index < 5; index++) expect(await storedValue(memory, 'd', `k${index}`)).toBe(29)
    await clock.advance(TIMES.idleMs + 1000)
    expect(server.metrics().documents).toBe(0)
    expect(events.some(({ type }) => type === 'commit-recovered')).toBe(true)
  })

  it('does not let a document that fails alone hold up the others', async () => {
    const { clock, memory } = setUp()
    const log: UpdateLog = {
      ...memory,
      async append(batch) {
        if (batch.some(({ document }) => document === 'poison')) throw new Error('no')
        return memory.append(batch)
      },
    }
    const { server } = setUp({ options: { log, clock } })
    const poison = connectFake(server, 'poison')
    const honest = connectFake(server, 'd', { isPrivate: true })
    await clock.settle()
    poison.edit(set('x', 1))
    honest.edit(set('x', 1))
    await clock.advance(3_000)
    expect(honest.savedCount).toBe(1)
    honest.edit(set('x', 2))
    await clock.advance(100)
    expect(honest.savedCount).toBe(2)
  })

  it('shows a commit that hangs as read-only until it is through', async () => {
    let release: () => void = () => {}
    const { clock, memory } = setUp()
    const log: UpdateLog = {
      ...memory,
      async append(batch) {
        await new Promise<void>((resolve) => {
          release = resolve
        })
        return memory.append(batch)
      },
    }
    const { server } = setUp({ options: { log, clock } })
    const a = connectFake(server, 'd', { isPrivate: true })
    await clock.settle()
    a.edit(set('x', 1))
    await clock.advance(TIMES.slowCommitMs + 10)
    expect(a.told.at(-1)?.value).toMatchObject({ writable: false })
    release()
    await clock.settle()
    expect(a.told.at(-1)?.value).toMatchObject({ writable: true })
    expect(a.savedCount).toBe(1)
  })
})

describe('checks before accepting (rules 7–10)', () => {
  it('does not store an edit with a gap, asks for what is missing, and takes it then', async () => {
    const { clock, server, memory } = setUp()
    const a = connectFake(server, 'd')
    await clock.settle()
    const asked = a.step1s
    a.doc.getMap('records').set('never sent', 1)
    a.edit(set('sent', 2))
    await clock.advance(50)
    expect((await memory.load('d'))?.updates).toHaveLength(0)
    expect(a.step1s).toBe(asked + 1)
    a.sendSync(SYNC.step2, Y.encodeStateAsUpdate(a.doc))
    await clock.advance(50)
    expect(await storedValue(memory, 'd', 'never sent')).toBe(1)
  })

  it('asks once however many gaps come (promise 9), and no joiner sees them', async () => {
    const { clock, server, memory } = setUp()
    const a = connectFake(server, 'd')
    await clock.settle()
    const asked = a.step1s
    a.doc.getMap('records').set('never sent', 1)
    for (let edit = 0; edit < 200; edit++) a.edit(set('k', edit))
    await clock.advance(100)
    expect(a.step1s).toBe(asked + 1)
    expect((await memory.load('d'))?.updates).toHaveLength(0)
    const joiner = connectFake(server, 'd')
    await clock.settle()
    expect(joiner.doc.store.pendingStructs).toBeNull()
  })

  it.each([
    ['an unknown message', Uint8Array.of(9, 1)],
    ['an unknown sync message', Uint8Array.of(0, 7, 0)],
    ['a broken update', Uint8Array.of(0, 2, 3, 1, 1, 1)],
    ['a V2 update', Uint8Array.of(0, 2, 13, ...new Uint8Array([0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]))],
    ['presence that is not JSON', Uint8Array.of(1, 5, 1, 7, 1, 1, 123)],
    ['nothing at all', new Uint8Array()],
  ])('cuts the sender of %s and nobody else', async (_name, message) => {
    const { clock, server } = setUp()
    const [bad, good] = [connectFake(server, 'd'), connectFake(server, 'd')]
    await clock.settle()
    bad.send(message)
    await clock.settle()
    expect(bad.closed?.code).toBe(CLOSE.malformed)
    expect(good.closed).toBeUndefined()
  })

  it('outlives 10,000 fuzzed messages, of which each cuts its sender at most (promise 8), seed 4', async () => {
    const { clock, server } = setUp()
    const random = createRandom(4)
    const [writer, reader] = [connectFake(server, 'd'), connectFake(server, 'd')]
    await clock.settle()
    const source = new Y.Doc()
    source.clientID = 77
    for (let edit = 0; edit < 30; edit++) editRandomly(source, random)
    const update = Y.encodeStateAsUpdate(source)
    const good = [SYNC.step1, SYNC.step2, SYNC.update].map((kind) => [0, kind, update.length & 127, ...update])
    let cut = 0
    for (let sent = 0; sent < 10_000; sent += 100) {
      const attackers = Array.from({ length: 100 }, () => connectFake(server, 'd', { token: 'mallory' }))
      await clock.settle()
      for (const attacker of attackers) {
        const message = Uint8Array.from(good[Math.floor(random() * good.length)]!)
        for (let hit = 0; hit < 1 + random() * 6; hit++) message[Math.floor(random() * message.length)] = random() * 256
        attacker.send(random() < 0.3 ? message.subarray(0, Math.floor(random() * message.length)) : message)
      }
      await clock.settle()
      cut += attackers.filter(({ closed }) => closed).length
      for (const attacker of attackers) attacker.hangUp()
      writer.edit(set('honest', sent))
      await clock.advance(20)
      expect(get(reader.doc, 'honest')).toBe(sent)
    }
    expect(cut).toBeGreaterThan(5_000)
    expect([writer.closed, reader.closed]).toEqual([undefined, undefined])
  })

  it('refuses what would grow a document over its limit, and keeps the connection', async () => {
    const { clock, server } = setUp({ options: { limits: { documentBytes: 1000 } } })
    const a = connectFake(server, 'd', { isPrivate: true })
    await clock.settle()
    a.edit(set('large', 'x'.repeat(2000)))
    await clock.settle()
    expect(a.closed).toBeUndefined()
    expect(a.told.at(-1)).toMatchObject({ kind: PRIVATE.refused, value: { code: 'document-full' } })
  })

  it('takes 16 MiB once, as the first state, and 1 MiB after it', async () => {
    const { clock, server } = setUp()
    const a = connectFake(server, 'd')
    await clock.settle()
    a.doc.getMap('records').set('large', new Uint8Array(3 * 1024 * 1024))
    a.sendSync(SYNC.step2, Y.encodeStateAsUpdate(a.doc))
    await clock.advance(50)
    expect(a.closed).toBeUndefined()
    a.edit(set('again', new Uint8Array(LIMITS.frameBytes)))
    await clock.settle()
    expect(a.closed?.code).toBe(CLOSE.oversized)
  })

  it('reads more slowly over the rate, and loses nothing of it', async () => {
    const { clock, server, memory } = setUp()
    const a = connectFake(server, 'd', { isPrivate: true })
    await clock.settle()
    const edits = LIMITS.updatesBurst + LIMITS.updatesPerSecond * 3
    for (let edit = 0; edit < edits; edit++) a.edit(set('k', edit))
    await clock.advance(100)
    expect(a.isPaused).toBe(true)
    expect(a.savedCount).toBeLessThan(edits)
    await clock.advance(4_000)
    expect(a.savedCount).toBe(edits)
    expect(a.closed).toBeUndefined()
    expect(await storedValue(memory, 'd', 'k')).toBe(edits - 1)
  })
})

describe('roles (rules 11–14)', () => {
  const roles: Record<string, Role> = { viewer: 'view', commenter: 'comment' }

  it.each(['viewer', 'commenter'])('refuses an edit of a %s and tells it, stock or ours', async (token) => {
    const { clock, server, memory } = setUp({ roles })
    const stock = connectFake(server, 'd', { token })
    const ours = connectFake(server, 'd', { token, isPrivate: true })
    await clock.settle()
    stock.edit(set('x', 1))
    ours.edit(set('x', 1))
    await clock.advance(100)
    expect((await memory.load('d'))?.updates).toHaveLength(0)
    expect(stock.permissionDenied).toHaveLength(1)
    expect(ours.told.at(-1)).toMatchObject({ kind: PRIVATE.refused, value: { code: 'read-only' } })
    expect([stock.closed, ours.closed]).toEqual([undefined, undefined])
  })

  it('takes no offence at a viewer’s state with nothing new, deletions among it', async () => {
    const { clock, server } = setUp({ roles })
    const editor = connectFake(server, 'd')
    await clock.settle()
    editor.edit(set('x', 1))
    editor.edit((doc) => doc.getMap('records').delete('x'))
    await clock.advance(50)
    const viewer = connectFake(server, 'd', { token: 'viewer' })
    await clock.settle()
    viewer.sendSync(SYNC.step2, Y.encodeStateAsUpdate(viewer.doc))
    await clock.settle()
    expect(viewer.permissionDenied).toEqual([])
    viewer.doc.getMap('records').set('mine', 1)
    viewer.sendSync(SYNC.step2, Y.encodeStateAsUpdate(viewer.doc))
    await clock.advance(50)
    expect(viewer.permissionDenied).toHaveLength(1)
    expect(get(editor.doc, 'mine')).toBeUndefined()
  })

  it('passes a viewer’s presence on', async () => {
    const { clock, server } = setUp({ roles })
    const [viewer, editor] = [connectFake(server, 'd', { token: 'viewer' }), connectFake(server, 'd')]
    await clock.settle()
    viewer.sendPresence(7, 1, { name: 'Wen' })
    await clock.advance(100)
    expect(editor.presence).toContainEqual({ client: 7, clock: 1, state: { name: 'Wen' } })
  })

  it('acts at once when a role is lowered, raised or revoked on an open connection', async () => {
    const { clock, server } = setUp()
    const [a, b] = [connectFake(server, 'd', { token: 'link' }), connectFake(server, 'd', { token: 'owner' })]
    await clock.settle()
    expect(server.changeAccess('link', 'view')).toBe(1)
    a.edit(set('x', 1))
    await clock.advance(50)
    expect(get(b.doc, 'x')).toBeUndefined()
    const asked = a.step1s
    server.changeAccess(({ connectionKey }) => connectionKey === 'link', 'edit')
    expect(a.step1s).toBe(asked + 1)
    a.sendSync(SYNC.step2, Y.encodeStateAsUpdate(a.doc))
    await clock.advance(50)
    expect(get(b.doc, 'x')).toBe(1)
    server.changeAccess('link', 'revoked')
    expect(a.closed?.code).toBe(CLOSE.forbidden)
    expect(b.closed).toBeUndefined()
  })

  it('asks again when access changed while somebody was signing in', async () => {
    const asked: string[] = []
    let answer: () => void = () => {}
    const { clock, server } = setUp({
      options: {
        authorize: async ({ token }) => {
          asked.push(token)
          if (asked.length === 1) await new Promise<void>((resolve) => (answer = resolve))
          return asked.length === 1 ? { role: 'edit', author: token, connectionKey: token } : { refused: 'forbidden' }
        },
      },
    })
    const a = connectFake(server, 'd')
    await clock.settle()
    server.changeAccess('somebody', 'revoked')
    answer()
    await clock.settle()
    expect(asked).toHaveLength(2)
    expect(a.closed?.code).toBe(CLOSE.forbidden)
  })

  it('ends access when it expires, and takes nothing sent after', async () => {
    const { clock, memory, server } = setUp()
    const expiring = setUp({
      options: {
        clock,
        log: memory,
        authorize: async () => ({ role: 'edit', author: 'a', connectionKey: 'k', expiresAt: clock.now() + 5_000 }),
      },
    }).server
    expect(server.metrics().connections).toBe(0)
    const a = connectFake(expiring, 'd')
    await clock.advance(4_900)
    expect(a.closed).toBeUndefined()
    await clock.advance(1_200)
    expect(a.closed?.code).toBe(CLOSE.forbidden)
  })

  it.each([
    ['sign-in', CLOSE.signIn],
    ['forbidden', CLOSE.forbidden],
    ['not-found', CLOSE.notFound],
  ] as const)('closes with a code that means: do not come back, when refused: %s', async (refused, code) => {
    const { clock, server } = setUp({ options: { authorize: async () => ({ refused }) } })
    const a = connectFake(server, 'd')
    await clock.settle()
    expect(a.closed?.code).toBe(code)
  })

  it('gives signing in 10 s and 64 KiB', async () => {
    const { clock, server } = setUp({ options: { authorize: () => new Promise(() => {}) } })
    const [slow, loud] = [connectFake(server, 'd'), connectFake(server, 'd', { joins: false })]
    loud.isPaused = false
    loud.send(new Uint8Array(LIMITS.signInBytes + 1))
    expect(loud.closed?.code).toBe(CLOSE.tooLarge)
    await clock.advance(LIMITS.signInMs + 10)
    expect(slow.closed?.code).toBe(CLOSE.signInTimeout)
  })
})

describe('presence (rules 15–19; promise 13)', () => {
  it('drops echoes and passes changes on together, not to their author', async () => {
    const { clock, server } = setUp()
    const [a, b, c] = [0, 1, 2].map(() => connectFake(server, 'd'))
    await clock.settle()
    a!.sendPresence(1, 1, { x: 1 })
    b!.sendPresence(2, 1, { x: 2 })
    await clock.advance(TIMES.presenceMs + 5)
    expect(c!.messages.filter((message) => message[0] === 1)).toHaveLength(1)
    expect(c!.presence).toHaveLength(2)
    const before = server.metrics().presenceFramesSent
    for (const client of [b!, c!]) client.sendPresence(1, 1, { x: 1 })
    await clock.advance(200)
    expect(server.metrics().presenceFramesSent).toBe(before)
    a!.sendPresence(1, 2, { x: 3 })
    const own = a!.presence.length
    await clock.advance(200)
    expect(a!.presence.length).toBe(own)
  })

  it('tells when somebody leaves, and no late echo brings them back', async () => {
    const { clock, server } = setUp()
    const [a, b] = [connectFake(server, 'd'), connectFake(server, 'd')]
    await clock.settle()
    a.sendPresence(1, 5, { x: 1 })
    await clock.advance(100)
    a.hangUp()
    await clock.advance(100)
    expect(b.presence.at(-1)).toEqual({ client: 1, clock: 5, state: null })
    b.sendPresence(1, 5, { x: 1 })
    await clock.advance(100)
    expect(b.presence.at(-1)).toEqual({ client: 1, clock: 5, state: null })
    // The same client on a new connection, with the clock it had: a stock client that reconnected.
    const again = connectFake(server, 'd')
    await clock.settle()
    again.sendPresence(1, 5, { x: 1 })
    await clock.advance(100)
    expect(b.presence.at(-1)).toEqual({ client: 1, clock: 5, state: { x: 1 } })
  })

  it('lets nobody speak for somebody else', async () => {
    const { clock, server } = setUp()
    const [a, b] = [connectFake(server, 'd', { token: 'Ann' }), connectFake(server, 'd', { token: 'Bob' })]
    await clock.settle()
    a.sendPresence(1, 5, { name: 'Ann' })
    await clock.advance(100)
    b.sendPresence(1, 6, { name: 'not Ann' })
    b.sendPresence(1, 5, null)
    await clock.advance(100)
    const joiner = connectFake(server, 'd')
    await clock.settle()
    expect(joiner.presence).toEqual([{ client: 1, clock: 5, state: { name: 'Ann' } }])
  })

  it('passes on the newest of many changes at 15 Hz, and drops a state over 4 KiB', async () => {
    const { clock, server } = setUp()
    const [a, b] = [connectFake(server, 'd'), connectFake(server, 'd')]
    await clock.settle()
    for (let clockValue = 1; clockValue <= 120; clockValue++) {
      a.sendPresence(1, clockValue, { x: clockValue })
      await clock.advance(1000 / 60)
    }
    await clock.advance(500)
    expect(b.presence.length).toBeLessThanOrEqual(2 * LIMITS.presencePerSecond + 5)
    expect(b.presence.at(-1)).toMatchObject({ clock: 120 })
    a.sendPresence(1, 121, { large: 'x'.repeat(LIMITS.presenceBytes) })
    await clock.advance(500)
    expect(b.presence.at(-1)).toMatchObject({ clock: 120 })
    expect(a.closed).toBeUndefined()
  })
})

describe('slow and silent connections (rules 20–24; promises 6 and 15)', () => {
  it('never leaves a lone stock client without a word for 15 s, for an hour', async () => {
    const { clock, server } = setUp()
    const a = connectFake(server, 'd')
    await clock.settle()
    let heard = a.messages.length
    for (let passed = 0; passed < 3600; passed += 12) {
      // It answers pings, as sockets do, and renews its presence.
      a.sendPresence(1, passed + 1, { x: 1 })
      await clock.advance(12_000)
      expect(a.messages.length).toBeGreaterThan(heard)
      heard = a.messages.length
    }
    expect(a.closed).toBeUndefined()
  })

  it('drops a peer that is gone without a goodbye, after a ping', async () => {
    const { clock, server } = setUp()
    const a = connectFake(server, 'd')
    await clock.advance(TIMES.deadMs + 2_000)
    expect(a.pings).toBeGreaterThan(0)
    expect(a.closed?.code).toBe(1006)
    expect(server.metrics().connections).toBe(0)
  })

  it('stops presence over 256 KiB unsent, updates over 1 MiB, and sends one diff when it drained', async () => {
    const { clock, server } = setUp()
    const [slow, writer] = [connectFake(server, 'd'), connectFake(server, 'd')]
    await clock.settle()
    slow.unsent = LIMITS.unsentPresenceBytes + 1
    writer.sendPresence(1, 1, { x: 1 })
    writer.edit(set('x', 1))
    await clock.advance(100)
    expect(slow.presence).toEqual([])
    expect(get(slow.doc, 'x')).toBe(1)
    slow.unsent = LIMITS.unsentUpdateBytes + 1
    writer.edit(set('x', 2))
    await clock.advance(50)
    const heard = slow.messages.length
    for (let edit = 3; edit < 50; edit++) writer.edit(set('x', edit))
    writer.edit((doc) => doc.getMap('records').set('y', 1))
    writer.edit((doc) => doc.getMap('records').delete('y'))
    await clock.advance(200)
    expect(slow.messages.length).toBe(heard)
    slow.drain()
    await clock.settle()
    expect(slow.messages.length).toBe(heard + 2)
    expect(get(slow.doc, 'x')).toBe(49)
    expect(slow.doc.getMap('records').has('y')).toBe(false)
    expect(slow.presence.at(-1)).toMatchObject({ client: 1 })
    expect(slow.isPaused).toBe(false)
  })

  it('closes with 1013 over 8 MiB, or after 20 s behind', async () => {
    const { clock, server } = setUp()
    const [full, slow] = [connectFake(server, 'd'), connectFake(server, 'd')]
    await clock.settle()
    full.unsent = LIMITS.unsentCloseBytes + 1024
    await clock.advance(1_500)
    expect(full.closed?.code).toBe(CLOSE.later)
    slow.unsent = LIMITS.unsentUpdateBytes + 1
    await clock.advance(15_000)
    expect(slow.closed).toBeUndefined()
    await clock.advance(8_000)
    expect(slow.closed?.code).toBe(CLOSE.later)
  })

  it('is full at 200 sockets on a document', async () => {
    const { clock, server } = setUp({ options: { limits: { socketsPerDocument: 3 } } })
    const clients = [0, 1, 2, 3].map(() => connectFake(server, 'd'))
    await clock.settle()
    expect(clients.map((client) => client.closed?.code)).toEqual([undefined, undefined, undefined, CLOSE.later])
  })
})

describe('documents (rules 25–30; promise 7)', () => {
  it('loads once for everybody, and answers only when it is loaded', async () => {
    let loads = 0
    let release: () => void = () => {}
    const { clock, memory } = setUp()
    const source = new Y.Doc()
    source.getMap('records').set('x', 1)
    await memory.append([{ document: 'd', author: 'a', bytes: Y.encodeStateAsUpdate(source) }])
    const log: UpdateLog = {
      ...memory,
      async load(document) {
        loads += 1
        await new Promise<void>((resolve) => (release = resolve))
        return memory.load(document)
      },
    }
    const { server } = setUp({ options: { log, clock } })
    const clients = [0, 1, 2].map(() => connectFake(server, 'd'))
    await clock.advance(1000)
    expect(clients.some((client) => client.synced)).toBe(false)
    release()
    await clock.settle()
    expect(loads).toBe(1)
    expect(clients.map((client) => get(client.doc, 'x'))).toEqual([1, 1, 1])
  })

  it('is forgotten when nobody is there, and not while somebody came back', async () => {
    const { clock, server } = setUp()
    const a = connectFake(server, 'd')
    await clock.settle()
    a.edit(set('x', 1))
    await clock.advance(50)
    a.hangUp()
    await clock.advance(TIMES.idleMs - 1_000)
    const b = connectFake(server, 'd')
    await clock.advance(TIMES.idleMs * 2)
    expect(server.metrics().documents).toBe(1)
    b.hangUp()
    await clock.advance(TIMES.idleMs + 1_000)
    expect(server.metrics()).toMatchObject({ documents: 0, connections: 0 })
  })

  it('is forgotten also when loading it failed, and can be opened later', async () => {
    const { clock, memory } = setUp()
    let isBroken = true
    const log: UpdateLog = {
      ...memory,
      load: async (document) => {
        if (isBroken) throw new Error('no')
        return memory.load(document)
      },
    }
    const { server } = setUp({ options: { log, clock } })
    const a = connectFake(server, 'd')
    await clock.settle()
    expect(a.closed?.code).toBe(CLOSE.later)
    expect(server.metrics()).toMatchObject({ documents: 0, connections: 0 })
    isBroken = false
    const b = connectFake(server, 'd')
    await clock.settle()
    expect(b.synced).toBe(true)
  })

  it('answers 4404 for a document that is not there or was deleted', async () => {
    const clock = createManualClock()
    const log = createMemoryLog({ createMissing: false })
    log.createDocument('d')
    const { server } = setUp({ options: { log, clock } })
    const [none, there] = [connectFake(server, 'none'), connectFake(server, 'd')]
    await clock.settle()
    expect(none.closed?.code).toBe(CLOSE.notFound)
    await expect(server.readState('none')).rejects.toThrow(DocumentGoneError)
    log.deleteDocument('d')
    there.edit(set('x', 1))
    await clock.advance(50)
    expect(there.closed?.code).toBe(CLOSE.notFound)
  })

  it('is compacted after many edits, in the log and in memory, and still open', async () => {
    const { clock, server, memory, events } = setUp({
      options: { limits: { updatesPerSecond: 1e6, updatesBurst: 1e6 } },
    })
    const a = connectFake(server, 'd')
    await clock.settle()
    for (let edit = 0; edit < 2_100; edit++) a.edit(set('x', edit))
    await clock.advance(500)
    a.edit(set('y', 1))
    await clock.advance(500)
    expect(events.some(({ type }) => type === 'compacted')).toBe(true)
    expect((await memory.load('d'))?.updates.length).toBeLessThan(1_000)
    const joiner = connectFake(server, 'd')
    await clock.settle()
    expect(joiner.doc.getMap('records').toJSON()).toEqual({ x: 2_099, y: 1 })
  })

  it('sets aside an update that Yjs cannot take, and goes on without it', async () => {
    const { clock, server, memory, events } = setUp({
      options: {
        limits: { updatesPerSecond: 1e6, updatesBurst: 1e6 },
        compactor: {
          compact: async (stored) => {
            const bad = stored.updates.filter(({ author }) => author === 'mallory')
            if (bad.length > 0) return { bytes: new Uint8Array(), bad: bad.map(({ seq }) => ({ seq, reason: 'bad' })) }
            return compactHere.compact(stored)
          },
          close: async () => {},
        },
      },
    })
    const [a, mallory] = [connectFake(server, 'd'), connectFake(server, 'd', { token: 'mallory' })]
    await clock.settle()
    mallory.edit(set('bad', 1))
    for (let edit = 0; edit < 2_100; edit++) a.edit(set('x', edit))
    await clock.advance(1_000)
    expect(memory.quarantined('d')).toHaveLength(1)
    expect(a.closed?.code).toBe(CLOSE.restart)
    expect(events.some(({ type }) => type === 'quarantined')).toBe(true)
    const again = connectFake(server, 'd')
    await clock.settle()
    expect(get(again.doc, 'x')).toBe(2_099)
    expect(get(again.doc, 'bad')).toBeUndefined()
  })
})

describe('the server’s own edits (rules 31–33)', () => {
  it('are stored, passed on and readable', async () => {
    const { clock, server } = setUp()
    const a = connectFake(server, 'd')
    await clock.settle()
    const doc = new Y.Doc()
    doc.getMap('records').set('x', 1)
    const applied = server.applyUpdate('d', Y.encodeStateAsUpdate(doc), 'copilot')
    await clock.advance(50)
    expect(await applied).toBe(1)
    expect(get(a.doc, 'x')).toBe(1)
    const copy = new Y.Doc()
    Y.applyUpdate(copy, await server.readState('d'))
    expect(get(copy, 'x')).toBe(1)
  })

  it('are refused with a reason when they do not fit', async () => {
    const { clock, server } = setUp()
    const doc = new Y.Doc()
    doc.getMap('records').set('x', 1)
    const before = Y.encodeStateVector(doc)
    doc.getMap('records').set('x', 2)
    for (const bytes of [Y.encodeStateAsUpdate(doc, before), Uint8Array.of(1)]) {
      const applied = server.applyUpdate('d', bytes, 'copilot')
      const refused = expect(applied).rejects.toThrow(UpdateRefusedError)
      await clock.advance(50)
      await refused
    }
  })

  it('closing stores what waits, says goodbye with 1012, and lets nobody in any more', async () => {
    const { clock, server, memory, store } = setUp()
    const a = connectFake(server, 'd')
    await clock.settle()
    store.isBroken = true
    a.edit(set('x', 1))
    await clock.advance(100)
    const closing = server.close()
    await clock.advance(500)
    store.isBroken = false
    await clock.advance(TIMES.closeMs)
    await closing
    expect(a.closed?.code).toBe(CLOSE.restart)
    expect(await storedValue(memory, 'd', 'x')).toBe(1)
    const late = connectFake(server, 'd')
    expect(late.closed?.code).toBe(CLOSE.restart)
  })
})
