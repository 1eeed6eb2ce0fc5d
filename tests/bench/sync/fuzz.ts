import { randomBytes } from 'node:crypto'
import { createConnection } from 'node:net'
import { WebSocket } from 'ws'
import { type Promised, waitFor } from './promise.ts'
import { RawClient } from './raw-client.ts'

const FRAMES = 10_000

/** Websocket messages from pure noise to almost right. */
export function makeFuzz(random: () => number, good: readonly Uint8Array[]): Uint8Array {
  const kind = random()
  if (kind < 0.3) return randomBytes(Math.floor(random() * 200))
  if (kind < 0.5) return Uint8Array.of(0, Math.floor(random() * 4), ...randomBytes(Math.floor(random() * 60)))
  if (kind < 0.6) return Uint8Array.of(1, ...randomBytes(Math.floor(random() * 60)))
  const frame = good[Math.floor(random() * good.length)]!.slice()
  for (let hit = 0; hit < 1 + random() * 4; hit++) frame[Math.floor(random() * frame.length)] = random() * 256
  return random() < 0.2 ? frame.subarray(0, Math.floor(random() * frame.length)) : frame
}

/** Good messages to start from: an edit, a state, a presence, a request. */
export function goodFrames(): Uint8Array[] {
  const edit = [0, 2, 22, 1, 1, 9, 0, 0x28, 1, 7, 114, 101, 99, 111, 114, 100, 115, 1, 107, 1, 125, 5, 0]
  edit[2] = edit.length - 3
  const state = [0, 1, ...edit.slice(2)]
  const presence = [1, 9, 1, 9, 1, 5, 123, 34, 97, 34, 58]
  return [edit, state, presence, [0, 0, 1, 0], [3]].map((bytes) => Uint8Array.from(bytes))
}

/** Sends one message on its own connection. */
export async function sendFuzz(url: string, frame: Uint8Array): Promise<void> {
  const socket = new WebSocket(url)
  socket.on('error', () => {})
  await new Promise<void>((resolve) => {
    socket.on('open', () => socket.send(frame, () => setTimeout(() => socket.terminate(), 3)))
    socket.on('close', () => resolve())
  })
}

/** Sends bytes that are no websocket frames, after a proper upgrade. */
export async function sendBrokenFraming(url: string, bytes: Uint8Array): Promise<void> {
  const { hostname, port, pathname, search } = new URL(url)
  const socket = createConnection(Number(port), hostname)
  socket.on('error', () => {})
  const key = randomBytes(16).toString('base64')
  const head = `GET ${pathname}${search} HTTP/1.1\r\nHost: ${hostname}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n`
  socket.write(`${head}Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`)
  await new Promise<void>((resolve) => {
    socket.once('data', () => socket.write(bytes, () => setTimeout(() => socket.destroy(), 5)))
    socket.once('close', () => resolve())
    setTimeout(() => socket.destroy(), 2000).unref()
  })
}

export const fuzz: Promised = {
  number: 8,
  title: 'malformed messages cut their sender only',
  async measure(bench) {
    const server = await bench.startServer(await bench.makeStore('pglite'))
    await server.call('create', ['fuzz'])
    const url = `${await server.call<string>('url')}/fuzz`
    const seen = new Set<number>()
    const receiver = new RawClient(url, {
      client: 1,
      echoes: true,
      onStruct: (client, clock) => client === 2 && seen.add(clock),
    })
    const writer = new RawClient(url, { client: 2, echoes: true })
    await Promise.all([receiver.synced, writer.synced])
    const good = goodFrames()
    for (let sent = 0; sent < FRAMES; sent += 25) {
      writer.edit()
      await Promise.all(Array.from({ length: 24 }, () => sendFuzz(url, makeFuzz(Math.random, good))))
      await sendBrokenFraming(url, randomBytes(40))
    }
    await waitFor(() => seen.size === writer.clock, 10_000)
    const cut = [receiver, writer].filter((raw) => raw.closeCode !== undefined).length
    const holds = cut === 0 && seen.size === writer.clock
    await server.kill()
    return [
      {
        what: `${FRAMES} messages; two honest clients meanwhile`,
        bound: 'none of them cut, no edit lost',
        ours: `${cut} cut, ${writer.clock - seen.size} of ${writer.clock} edits missing`,
        holds,
      },
    ]
  },
}
