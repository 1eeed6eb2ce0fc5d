import type { LoadResult, LoadRun } from './load-process.ts'
import { type Bench, median, type Outcome, type Promised, ratio } from './promise.ts'
import type { Remote } from './remote.ts'

/** Stock clients in all of it: each sends everybody's presence back. Per client and second. */
const LOADS = {
  one: { spaces: 1, clients: 50, edits: 2, presence: 2 },
  many: { spaces: 100, clients: 4, edits: 1, presence: 10 },
  /** Half as much presence: the stock server is not saturated by its echoes. Shown, since the result depends on it. */
  calmer: { spaces: 100, clients: 4, edits: 1, presence: 5 },
  editsOnly: { spaces: 100, clients: 4, edits: 2, presence: 0 },
} as const

const ROUNDS = 3
const SECONDS = 8

interface Measured extends LoadResult {
  /** Of the server's whole process, database thread included, µs. */
  cpuPerDelivered: number
}

async function connect(bench: Bench, server: Remote, load: (typeof LOADS)[keyof typeof LOADS]): Promise<Remote> {
  const names = Array.from(
    { length: load.spaces },
    (_, index) => `${load.spaces}-${load.edits}-${load.presence}-${index}`,
  )
  await server.call('create', names)
  const clients = await bench.startLoad()
  const url = await server.call<string>('url')
  const spaces = names.map((document) => ({ document, clients: load.clients }))
  await clients.call('connect', { url, spaces, echoes: true, firstClient: 1000 })
  return clients
}

async function measureOnce(server: Remote, clients: Remote, run: LoadRun): Promise<Measured> {
  const before = await server.call<number>('cpu')
  const result = await clients.call<LoadResult>('run', run)
  const used = (await server.call<number>('cpu')) - before
  return { ...result, cpuPerDelivered: (used * 1000) / result.delivered }
}

/** Runs the same load against both, in turns, and takes the medians. */
async function compare(bench: Bench, name: keyof typeof LOADS) {
  const load = LOADS[name]
  const sides = []
  for (const store of [await bench.makeStore('pglite'), 'yws']) {
    const server = await bench.startServer(store)
    const clients = await connect(bench, server, load)
    // Until everything is compiled and the compaction thread has run once.
    await clients.call('run', { seconds: 5, edits: load.edits, presence: load.presence })
    sides.push({ server, clients, runs: [] as Measured[] })
  }
  for (let round = 0; round < ROUNDS; round++) {
    for (const { server, clients, runs } of sides) {
      const measured = await measureOnce(server, clients, { seconds: SECONDS, ...load })
      runs.push(measured)
      if (measured.delivered !== measured.expected) {
        bench.note(`${name}: ${measured.delivered} of ${measured.expected} delivered`)
      }
    }
  }
  for (const { server, clients } of sides) {
    await clients.kill()
    await server.kill()
  }
  const [ours, theirs] = sides.map(({ runs }) => ({
    cpu: median(runs.map((run) => run.cpuPerDelivered)),
    p50: median(runs.map((run) => run.p50)),
    p95: median(runs.map((run) => run.p95)),
  }))
  return { ours: ours!, theirs: theirs! }
}

type Comparison = Awaited<ReturnType<typeof compare>>
const done = new Map<string, Promise<Comparison>>()

/** Promises 2 and 3 look at the same run. */
function compared(bench: Bench, name: keyof typeof LOADS): Promise<Comparison> {
  const found = done.get(name) ?? compare(bench, name)
  done.set(name, found)
  return found
}

function describe(name: keyof typeof LOADS): string {
  const { spaces, clients, edits, presence } = LOADS[name]
  return `${spaces} × ${clients}, each ${edits} edits/s, ${presence} presence/s`
}

function cpuOutcome(what: string, { ours, theirs }: Comparison, bound?: number): Outcome {
  return {
    what: `CPU per delivered edit, ${what}`,
    bound: bound === undefined ? 'not promised' : `≤ ${bound} ×`,
    ours: `${ours.cpu.toFixed(0)} µs, ${ratio(ours.cpu, theirs.cpu)}`,
    theirs: `${theirs.cpu.toFixed(0)} µs`,
    ...(bound !== undefined && { holds: ours.cpu <= bound * theirs.cpu }),
  }
}

export const cpu: Promised = {
  number: 2,
  title: 'durable, and not dearer than in memory',
  async measure(bench) {
    return [
      cpuOutcome(describe('one'), await compared(bench, 'one'), 1),
      cpuOutcome(describe('many'), await compared(bench, 'many'), 0.9),
      cpuOutcome(describe('calmer'), await compared(bench, 'calmer'), 0.9),
      cpuOutcome(describe('editsOnly'), await compared(bench, 'editsOnly')),
    ]
  },
}

export const latency: Promised = {
  number: 3,
  title: 'edits arrive as quickly with 100 busy spaces',
  async measure(bench) {
    const line = async (load: 'many' | 'calmer', name: 'p50' | 'p95', bound: number): Promise<Outcome> => {
      const { ours, theirs } = await compared(bench, load)
      return {
        what: `${name}, ${describe(load)}`,
        bound: `≤ ${bound} ×`,
        ours: `${ours[name].toFixed(1)} ms, ${ratio(ours[name], theirs[name])}`,
        theirs: `${theirs[name].toFixed(1)} ms`,
        holds: ours[name] <= bound * theirs[name],
      }
    }
    const outcomes: Outcome[] = []
    for (const load of ['many', 'calmer'] as const) {
      outcomes.push(await line(load, 'p50', 1), await line(load, 'p95', 0.6))
    }
    return outcomes
  },
}
