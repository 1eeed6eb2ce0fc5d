import { afterEach, describe, expect, it } from 'vitest'
import { decodeStateVector, encodeStateVectorFromUpdate } from 'yjs'
import { RawClient } from '../bench/sync/raw-client.ts'
import { createSpace, type Installation, install, type RealServer, type Space } from './real-server.ts'

const KILLS = 5
const CLIENTS = 4

let installation: Installation | undefined
afterEach(async () => {
  await installation?.remove()
  installation = undefined
})

/** Clients edit as fast as they may until the server is gone. @returns The clock up to which each was acknowledged. */
async function editUntilKilled(server: RealServer, space: Space, round: number): Promise<Map<number, number>> {
  const acknowledged = new Map<number, number>()
  const onStruct = (client: number, clock: number) => {
    acknowledged.set(client, Math.max(acknowledged.get(client) ?? 0, clock + 1))
  }
  const clients = Array.from({ length: CLIENTS }, (_, index) => {
    // Half of them ask to be told what is saved; the others go by what another client has.
    const own = index % 2 ? '&private=1' : ''
    const url = `${server.sync}/${space.document}?token=${encodeURIComponent(space.token)}${own}`
    return new RawClient(url, { client: 100 * (round + 1) + index, echoes: true, onStruct })
  })
  await Promise.all(clients.map((raw) => raw.synced))
  const timer = setInterval(() => {
    for (const raw of clients) if (raw.socket.readyState === raw.socket.OPEN) raw.edit({ x: raw.clock, y: round })
  }, 10)
  // Until there is something to lose, and then at another moment of the commit each time.
  while (Math.min(...clients.map(({ client }) => acknowledged.get(client) ?? 0)) < 5) {
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  await new Promise((resolve) => setTimeout(resolve, 7 * round))
  await server.kill()
  clearInterval(timer)
  for (const raw of clients) {
    acknowledged.set(raw.client, Math.max(acknowledged.get(raw.client) ?? 0, raw.savedClock))
  }
  return acknowledged
}

async function readClocks(server: RealServer, space: Space): Promise<Map<number, number>> {
  const url = `${server.sync}/${space.document}?token=${encodeURIComponent(space.token)}`
  const reader = new RawClient(url, { client: 9, echoes: false, keepsState: true })
  await reader.synced
  reader.close()
  return decodeStateVector(encodeStateVectorFromUpdate(reader.state!))
}

describe.each(['pglite', 'postgres'] as const)('kill -9 under load, on %s (promise 1)', (engine) => {
  it(`loses no edit that another client had or its author was told of, ${KILLS} times`, {
    timeout: 240_000,
  }, async () => {
    installation = install(engine)
    let server = await installation.start()
    const space = await createSpace(server, 'Crash')
    const all = new Map<number, number>()
    for (let round = 0; round < KILLS; round++) {
      for (const [client, clock] of await editUntilKilled(server, space, round)) all.set(client, clock)
      server = await installation.start()
      const clocks = await readClocks(server, space)
      // Those of earlier rounds too: a restart must not undo what one before had.
      for (const [client, clock] of all) expect(clocks.get(client) ?? 0).toBeGreaterThanOrEqual(clock)
    }
    expect(all.size).toBe(KILLS * CLIENTS)
  })

  it('loses nothing that was acknowledged when it is asked to stop', { timeout: 120_000 }, async () => {
    installation = install(engine)
    const server = await installation.start()
    const space = await createSpace(server, 'Stop')
    const url = `${server.sync}/${space.document}?token=${encodeURIComponent(space.token)}&private=1`
    const raw = new RawClient(url, { client: 5, echoes: true })
    await raw.synced
    for (let edit = 0; edit < 100; edit++) raw.edit(edit)
    while (raw.savedClock < 50) await new Promise((resolve) => setTimeout(resolve, 5))
    await server.stop()
    const again = await installation.start()
    expect((await readClocks(again, space)).get(5) ?? 0).toBeGreaterThanOrEqual(raw.savedClock)
  })
})
