// Hundreds of clients in a process of their own.
import { RawClient } from './raw-client.ts'
import { serveCalls } from './remote.ts'

export interface LoadPlan {
  url: string
  spaces: { document: string; clients: number }[]
  echoes: boolean
  /** Client ids start here, so that several plans can share a space. */
  firstClient: number
}

export interface LoadRun {
  seconds: number
  /** Per client and second. */
  edits: number
  presence: number
}

export interface LoadResult {
  edits: number
  delivered: number
  expected: number
  p50: number
  p95: number
  p99: number
  frames: number
  presence: number
}

let clients: { raw: RawClient; receivers: number }[] = []
let latencies: number[] = []
const sentAt = new Map<number, number[]>()

function onStruct(client: number, clock: number): void {
  const at = sentAt.get(client)?.[clock]
  if (at !== undefined) latencies.push(performance.now() - at)
}

async function connect({ url, spaces, echoes, firstClient }: LoadPlan): Promise<number> {
  let next = firstClient
  for (const { document, clients: count } of spaces) {
    for (let index = 0; index < count; index++) {
      const raw = new RawClient(`${url}/${document}`, { client: next++, echoes, onStruct })
      sentAt.set(raw.client, [])
      clients.push({ raw, receivers: count - 1 })
      // Not all at once: a listening socket's queue is finite.
      if (clients.length % 20 === 0) await raw.synced
    }
  }
  await Promise.all(clients.map(({ raw }) => raw.synced))
  return clients.length
}

/** Fires `count` events spread evenly over a second, again and again, each at its own time. */
function every(perSecond: number, index: number, total: number, until: number, run: () => void): Promise<number> {
  if (perSecond === 0) return Promise.resolve(0)
  const spacing = 1000 / perSecond
  let due = performance.now() + (spacing * (index + 0.5)) / total
  let count = 0
  return new Promise((resolve) => {
    const tick = () => {
      const now = performance.now()
      if (now >= until) return resolve(count)
      if (now >= due) {
        run()
        count += 1
        due += spacing
      }
      setTimeout(tick, Math.max(0, due - performance.now()))
    }
    setTimeout(tick, Math.max(0, due - performance.now()))
  })
}

async function run({ seconds, edits, presence }: LoadRun): Promise<LoadResult> {
  latencies = []
  const framesBefore = clients.reduce((sum, { raw }) => sum + raw.frames, 0)
  const until = performance.now() + seconds * 1000
  let expected = 0
  const total = clients.length
  const editing = clients.map(({ raw, receivers }, index) =>
    every(edits, shuffled(index, total), total, until, () => {
      sentAt.get(raw.client)!.push(performance.now())
      raw.edit({ p: [raw.clock, 2.25, 0], y: 1.5 })
      expected += receivers
    }),
  )
  const moving = clients.map(({ raw }, index) =>
    every(presence, shuffled(index + 7, total), total, until, () => raw.sendPresence()),
  )
  const edited = (await Promise.all(editing)).reduce((sum, count) => sum + count, 0)
  const moved = (await Promise.all(moving)).reduce((sum, count) => sum + count, 0)
  // What is still under way counts, late as it is.
  for (let wait = 0; wait < 100 && latencies.length < expected; wait++) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const sorted = Float64Array.from(latencies).sort()
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
  const frames = clients.reduce((sum, { raw }) => sum + raw.frames, 0) - framesBefore
  return {
    edits: edited,
    delivered: sorted.length,
    expected,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    frames,
    presence: moved,
  }
}

/** Spreads neighbours in a space over the second. */
function shuffled(index: number, total: number): number {
  return (index * 7919) % total
}

/** Opens many connections to one document at once. @returns ms until the last one was synced. */
async function join({ url, document, clients: count }: { url: string; document: string; clients: number }) {
  const startedAt = performance.now()
  const joined = Array.from({ length: count }, (_, index) => {
    return new RawClient(`${url}/${document}`, { client: 50_000 + index, echoes: true })
  })
  await Promise.all(joined.map((raw) => raw.synced))
  const last = performance.now() - startedAt
  for (const raw of joined) raw.close()
  return last
}

serveCalls({
  connect,
  join,
  run,
  close() {
    for (const { raw } of clients) raw.close()
    clients = []
  },
})
