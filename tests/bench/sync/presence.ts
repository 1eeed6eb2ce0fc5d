import { createMemoryLog, createSyncServer, type Wire, type WireListener } from '@enfilade/sync'
import { EnfiladeProvider } from '@enfilade/sync/client'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { type Bench, type Outcome, type Promised, waitFor } from './promise.ts'
import type { Remote } from './remote.ts'

const CLIENTS = 20
const CHANGES = 40
const ECHOES = 200_000

/** Each provider of Node listens for the end of the process. */
process.setMaxListeners(0)

async function framesPerChange(server: Remote): Promise<number> {
  await server.call('create', ['presence'])
  const url = await server.call<string>('url')
  const providers = Array.from({ length: CLIENTS }, () => {
    return new EnfiladeProvider(url, 'presence', new Y.Doc(), {
      WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    })
  })
  const everybodySees = (field: string) =>
    waitFor(() => {
      const fields = providers.flatMap(({ awareness }) => [...awareness.getStates().values()])
      return fields.length === CLIENTS ** 2 && fields.every((state) => field in state)
    }, 20_000)
  for (const { awareness } of providers) awareness.setLocalStateField('name', 'somebody')
  await everybodySees('name')
  await new Promise((resolve) => setTimeout(resolve, 500))
  const received = async () => (await server.call<{ presenceReceived: number }>('metrics')).presenceReceived
  const before = await received()
  for (let change = 0; change < CHANGES; change++) {
    for (const { awareness } of providers) awareness.setLocalStateField('cursor', [change, 1, 0])
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  for (const { awareness } of providers) awareness.setLocalStateField('done', true)
  await everybodySees('done')
  const frames = (await received()) - before
  for (const provider of providers) {
    provider.destroy()
    provider.awareness.destroy()
  }
  return frames / (CLIENTS * (CHANGES + 1))
}

/** A wire that leads nowhere. */
function deadWire(): Wire & { listener?: WireListener } {
  const wire: Wire & { listener?: WireListener } = {
    send() {},
    ping() {},
    unsent: () => 0,
    pause() {},
    resume() {},
    limitMessage() {},
    close() {},
    terminate() {},
    listen(listener) {
      wire.listener = listener
    },
  }
  return wire
}

/** @returns µs that the server spends on a presence message that it knows already. */
async function costOfEcho(): Promise<number> {
  const sync = createSyncServer({
    log: createMemoryLog(),
    authorize: async () => ({ role: 'edit', author: 'somebody', connectionKey: '' }),
    // Ours alone is measured: no connection here sends so fast.
    limits: { messagesPerSecond: 1e9, messagesBurst: 1e9 },
  })
  const wires = [deadWire(), deadWire()]
  for (const wire of wires) sync.handleWire(wire, { document: 'echo', token: '', isPrivate: false })
  await new Promise((resolve) => setTimeout(resolve, 50))
  const state = JSON.stringify({
    user: { name: 'Somebody', color: '#3366cc' },
    cursor: [1.25, 2.5, 0],
    selection: ['a'],
  })
  const inner = [1, 9, 1, state.length, ...Buffer.from(state)]
  const message = Buffer.from([1, inner.length, ...inner])
  wires[0]!.listener!.onMessage(message)
  for (let echo = 0; echo < 20_000; echo++) wires[1]!.listener!.onMessage(message)
  const before = process.cpuUsage()
  for (let echo = 0; echo < ECHOES; echo++) wires[1]!.listener!.onMessage(message)
  const { user, system } = process.cpuUsage(before)
  const { presenceKnown } = sync.metrics()
  if (presenceKnown < ECHOES) throw new Error('the echoes were not taken for echoes')
  await sync.close()
  return (user + system) / ECHOES
}

export const presence: Promised = {
  number: 13,
  title: 'presence is cheap',
  async measure(bench: Bench): Promise<Outcome[]> {
    const server = await bench.startServer('memory')
    const frames = await framesPerChange(server)
    await server.kill()
    const echo = await costOfEcho()
    return [
      {
        what: `messages handled per change, ${CLIENTS} of our providers`,
        bound: '≤ 1.05',
        ours: frames.toFixed(2),
        holds: frames <= 1.05,
      },
      { what: 'CPU per echo of a stock client', bound: '< 3 µs', ours: `${echo.toFixed(2)} µs`, holds: echo < 3 },
    ]
  },
}
