import { randomBytes } from 'node:crypto'
import { createRandom } from '@enfilade/geometry'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { goodFrames, makeFuzz, sendBrokenFraming, sendFuzz } from '../bench/sync/fuzz.ts'
import { RawClient } from '../bench/sync/raw-client.ts'
import { createSpace, type Installation, install, type RealServer, type Space } from './real-server.ts'

const SEED = 20_261_123
const FRAMES = 1_000

let installation: Installation
let server: RealServer
let space: Space

beforeAll(async () => {
  installation = install('pglite')
  server = await installation.start()
  space = await createSpace(server, 'Malformed')
}, 90_000)
afterAll(() => installation?.remove())

const urlOf = () => `${server.sync}/${space.document}?token=${encodeURIComponent(space.token)}`

describe('malformed websocket input on the real server (promise 8)', () => {
  it(`cuts its sender only: ${FRAMES} fuzzed messages, seed ${SEED}`, { timeout: 120_000 }, async () => {
    const seen = new Set<number>()
    const onStruct = (client: number, clock: number) => {
      if (client === 2) seen.add(clock)
    }
    const receiver = new RawClient(urlOf(), { client: 1, echoes: true, onStruct })
    const writer = new RawClient(urlOf(), { client: 2, echoes: true })
    await Promise.all([receiver.synced, writer.synced])
    const random = createRandom(SEED)
    const good = goodFrames()
    for (let sent = 0; sent < FRAMES; sent += 20) {
      writer.edit(sent)
      await Promise.all(Array.from({ length: 19 }, () => sendFuzz(urlOf(), makeFuzz(random, good))))
      await sendBrokenFraming(urlOf(), randomBytes(30))
    }
    while (seen.size < writer.clock && receiver.closeCode === undefined) {
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    expect([receiver.closeCode, writer.closeCode]).toEqual([undefined, undefined])
    expect(server.isRunning()).toBe(true)
    receiver.close()
    writer.close()
  })

  it.each([
    ['text', 'hello', 4400],
    ['an unknown message', Uint8Array.of(99), 4400],
    ['an update that is none', Uint8Array.of(0, 2, 2, 255, 255), 4400],
    ['a message over a mebibyte', new Uint8Array(1_100_000).fill(2), 1009],
  ] as const)('closes with a code that says what was wrong: %s', async (_name, message, code) => {
    const raw = new RawClient(urlOf(), { client: 3, echoes: true })
    await raw.synced
    const closed = new Promise((resolve) => raw.socket.once('close', resolve))
    raw.socket.send(message)
    await closed
    expect(raw.closeCode).toBe(code)
    expect(server.isRunning()).toBe(true)
  })

  it('survives requests that are not quite upgrades', async () => {
    for (const path of [
      '/sync/',
      '/sync/%E0%A4%A',
      '/sync/../../etc/passwd',
      `/sync/${'x'.repeat(4000)}`,
      '/nowhere',
    ]) {
      await sendBrokenFraming(`${server.http.replace('http', 'ws')}${path}`, randomBytes(10))
    }
    expect((await fetch(`${server.http}/health`)).ok).toBe(true)
  })

  it('logs no token', () => {
    expect(server.log()).not.toContain(space.token)
  })
})
