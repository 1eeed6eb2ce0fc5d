import { decodeStateVector, encodeStateVectorFromUpdate } from 'yjs'
import { type Promised, waitFor } from './promise.ts'
import { RawClient } from './raw-client.ts'

const SECONDS = 30
const CLIENTS = 8

export const outage: Promised = {
  number: 10,
  title: `the store fails for ${SECONDS} s under edits, then everyone leaves`,
  async measure(bench) {
    const store = await bench.makeStore('pglite')
    const first = await bench.startServer(store)
    await first.call('create', ['outage'])
    const url = `${await first.call<string>('url')}/outage`
    const clients = Array.from(
      { length: CLIENTS },
      (_, index) => new RawClient(url, { client: 10 + index, echoes: true }),
    )
    await Promise.all(clients.map((raw) => raw.synced))
    await first.call('setBroken', true)
    const timer = setInterval(() => {
      for (const raw of clients) raw.edit()
    }, 200)
    await new Promise((resolve) => setTimeout(resolve, SECONDS * 1000))
    clearInterval(timer)
    for (const raw of clients) raw.close()
    await waitFor(async () => (await first.call<{ connections: number }>('metrics')).connections === 0, 10_000)
    await first.call('setBroken', false)
    const sent = clients.reduce((sum, raw) => sum + raw.clock, 0)
    await waitFor(async () => (await first.call<{ updatesStored: number }>('metrics')).updatesStored >= sent, 10_000)
    await first.kill()
    const second = await bench.startServer(store)
    const clocks = decodeStateVector(encodeStateVectorFromUpdate(await second.call<Uint8Array>('read', 'outage')))
    await second.kill()
    const lost = clients.reduce((sum, raw) => sum + raw.clock - (clocks.get(raw.client) ?? 0), 0)
    return [
      {
        what: `${CLIENTS} clients, and a kill -9 after the store is back`,
        bound: '0 lost',
        ours: `${lost} of ${sent} lost`,
        holds: lost === 0 && sent > 0,
      },
    ]
  },
}
