import { decodeStateVector, encodeStateVectorFromUpdate } from 'yjs'
import type { Bench, Outcome, Promised } from './promise.ts'
import { RawClient } from './raw-client.ts'

const KILLS = 100
const CLIENTS = 6
const DOCUMENTS = ['kill-a', 'kill-b']

/** Edits until the server is killed. @returns Per document and client: the clock up to which it counts as acknowledged. */
async function editUntilKilled(server: Awaited<ReturnType<Bench['startServer']>>, round: number) {
  const url = await server.call<string>('url')
  const seen = new Map<number, number>()
  const see = (client: number, clock: number) => seen.set(client, Math.max(seen.get(client) ?? 0, clock + 1))
  const clients = DOCUMENTS.flatMap((document, place) =>
    Array.from({ length: CLIENTS }, (_, index) => {
      const client = 10_000 + round * 100 + place * CLIENTS + index
      return { document, raw: new RawClient(`${url}/${document}?private=1`, { client, echoes: true, onStruct: see }) }
    }),
  )
  await Promise.all(clients.map(({ raw }) => raw.synced))
  const timer = setInterval(() => {
    for (const { raw } of clients) if (raw.socket.readyState === raw.socket.OPEN) raw.edit({ p: [round, raw.clock, 0] })
  }, 16)
  // Killed at another moment of the commit each time.
  await new Promise((resolve) => setTimeout(resolve, 150 + ((round * 37) % 170)))
  await server.kill()
  clearInterval(timer)
  await new Promise((resolve) => setTimeout(resolve, 5))
  return clients.map(({ document, raw }) => ({
    document,
    client: raw.client,
    acknowledged: Math.max(seen.get(raw.client) ?? 0, raw.savedClock),
    sent: raw.clock,
  }))
}

async function measureOn(bench: Bench, engine: 'pglite' | 'postgres', kills: number): Promise<Outcome> {
  const store = await bench.makeStore(engine)
  let server = await bench.startServer(store)
  await server.call('create', DOCUMENTS)
  let acknowledged = 0
  let lost = 0
  let sent = 0
  for (let round = 0; round < kills; round++) {
    const results = await editUntilKilled(server, round)
    server = await bench.startServer(store)
    for (const document of DOCUMENTS) {
      const state = await server.call<Uint8Array>('read', document)
      const clocks = decodeStateVector(encodeStateVectorFromUpdate(state))
      for (const result of results.filter((each) => each.document === document)) {
        sent += result.sent
        acknowledged += result.acknowledged
        lost += Math.max(0, result.acknowledged - (clocks.get(result.client) ?? 0))
      }
    }
    if (round % 20 === 19) bench.note(`${engine}: ${round + 1} kills, ${acknowledged} acknowledged, ${lost} lost`)
  }
  await server.kill()
  return {
    what: `${engine}, ${kills} × kill -9, ${sent} edits sent`,
    bound: '0 lost',
    ours: `${lost} of ${acknowledged} acknowledged`,
    holds: lost === 0 && acknowledged > 0,
  }
}

export const kill: Promised = {
  number: 1,
  title: 'no acknowledged edit is lost by kill -9',
  async measure(bench) {
    return [await measureOn(bench, 'pglite', KILLS), await measureOn(bench, 'postgres', KILLS)]
  },
}
