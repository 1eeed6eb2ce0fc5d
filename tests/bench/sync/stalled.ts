import { decodeStateVector, encodeStateVectorFromUpdate } from 'yjs'
import { type Promised, waitFor } from './promise.ts'
import { RawClient } from './raw-client.ts'
import type { Remote } from './remote.ts'

const STALLED = 10
const WRITERS = 8
const SECONDS = 14
/** 32 a second of these are 192 KiB/s for each writer. */
const VALUE = 'x'.repeat(6 * 1024)

/** Busy traffic in a document. @returns The most memory the server used above its start, bytes, and the clients. */
async function traffic(server: Remote, document: string, stalledCount: number) {
  const url = `${await server.call<string>('url')}/${document}`
  const open = (client: number) => new RawClient(url, { client, echoes: true, keepsState: true })
  const writers = Array.from({ length: WRITERS }, (_, index) => open(100 + index))
  const sleepers = Array.from({ length: stalledCount }, (_, index) => open(500 + index))
  await Promise.all([...writers, ...sleepers].map((raw) => raw.synced))
  for (const raw of sleepers) raw.socket.pause()
  const base = (await server.call<{ used: number }>('memory')).used
  const endsAt = Date.now() + SECONDS * 1000
  const timer = setInterval(() => {
    for (const raw of writers) raw.edit(VALUE)
  }, 1000 / 32)
  let peak = 0
  while (Date.now() < endsAt) {
    await new Promise((resolve) => setTimeout(resolve, 2000))
    peak = Math.max(peak, (await server.call<{ used: number }>('memory')).used - base)
  }
  clearInterval(timer)
  return { peak, writers, sleepers, endsAt, open }
}

type Traffic = Awaited<ReturnType<typeof traffic>>

function end({ writers, sleepers, peak }: Traffic): number {
  for (const raw of [...writers, ...sleepers]) raw.socket.terminate()
  return peak
}

/** Whether somebody who comes now gets everything that the writers wrote. */
async function convergesAfter({ writers, sleepers, open }: Traffic): Promise<boolean> {
  for (const raw of sleepers) raw.socket.resume()
  const back = open(900)
  await back.synced
  const clocks = decodeStateVector(encodeStateVectorFromUpdate(back.state!))
  back.close()
  return writers.every((raw) => clocks.get(raw.client) === raw.clock)
}

export const stalled: Promised = {
  number: 6,
  title: 'clients that stop reading cost little, and are let go',
  async measure(bench) {
    const server = await bench.startServer('memory', {}, ['--expose-gc'])
    end(await traffic(server, 'warm-up', 0))
    const without = end(await traffic(server, 'control', 0))
    const run = await traffic(server, 'stalled', STALLED)
    const goneInTime = await waitFor(async () => {
      const { connections } = await server.call<{ connections: number }>('metrics')
      return connections <= WRITERS
    }, 30_000)
    const goneAfter = (Date.now() - run.endsAt) / 1000
    const converges = await convergesAfter(run)
    const perClient = (end(run) - without) / STALLED / 1024 / 1024
    const stock = await bench.startServer('yws', {}, ['--expose-gc'])
    end(await traffic(stock, 'warm-up', 0))
    const stockWithout = end(await traffic(stock, 'control', 0))
    const stockWith = end(await traffic(stock, 'stalled', STALLED))
    const theirs = (stockWith - stockWithout) / STALLED / 1024 / 1024
    return [
      {
        what: `memory per stalled client, ${STALLED} of them, ${WRITERS * 192} KiB/s for ${SECONDS} s`,
        bound: '≤ 4 MiB',
        ours: `${perClient.toFixed(1)} MiB`,
        theirs: `${theirs.toFixed(1)} MiB`,
        holds: perClient <= 4,
      },
      {
        what: 'all of them cut or caught up',
        bound: '30 s after the traffic at most',
        ours: `${goneAfter.toFixed(1)} s after`,
        holds: goneInTime,
      },
      {
        what: 'one that comes back has everything',
        bound: 'yes',
        ours: converges ? 'yes' : 'no',
        holds: converges,
      },
    ]
  },
}
