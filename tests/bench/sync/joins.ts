import { constants, setPriority } from 'node:os'
import * as Y from 'yjs'
import type { LoadResult } from './load-process.ts'
import { type Bench, type Outcome, type Promised, ratio } from './promise.ts'
import type { Remote } from './remote.ts'

const ITEMS = 5_000
const JOINS = 200
const QUIET = { seconds: 6, edits: 1, presence: 0 }

/** A space as the editor writes it: a map per record, a key per property. */
export function furnishedSpace(items: number): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = 1
  const records = doc.getMap('records')
  doc.transact(() => {
    for (let index = 0; index < items; index++) {
      const record = new Y.Map<unknown>()
      const pose = { position: [index % 50, Math.floor(index / 50), 0], yaw: (index % 4) * 1.57 }
      const item = {
        type: 'item',
        parent: 'level-0',
        category: 'chair',
        pose,
        size: [0.5, 0.5, 0.9],
        label: `Chair ${index}`,
      }
      for (const [key, value] of Object.entries(item)) record.set(key, value)
      records.set(`item-${index}`, record)
    }
  })
  return Y.encodeStateAsUpdate(doc)
}

/** @param isMeek Lets others go first: joiners have machines of their own, and here they would take the others' cores. */
async function joinAll(bench: Bench, server: Remote, isMeek = false): Promise<{ cpu: number; last: number }> {
  const clients = await bench.startLoad()
  if (isMeek) setPriority(clients.pid, constants.priority.PRIORITY_LOW)
  const url = await server.call<string>('url')
  const before = await server.call<number>('cpu')
  const last = await clients.call<number>('join', { url, document: 'large', clients: JOINS })
  const cpu = (await server.call<number>('cpu')) - before
  await clients.kill()
  return { cpu, last }
}

async function measureServer(bench: Bench, store: string) {
  const server = await bench.startServer(store)
  const others = Array.from({ length: 20 }, (_, index) => `other-${index}`)
  await server.call('create', ['large', ...others])
  await server.call('seed', { document: 'large', bytes: furnishedSpace(ITEMS) })
  // Once before, so that neither is measured while it is compiled.
  await joinAll(bench, server)
  const alone = await joinAll(bench, server)
  const clients = await bench.startLoad()
  const url = await server.call<string>('url')
  const spaces = others.map((document) => ({ document, clients: 2 }))
  await clients.call('connect', { url, spaces, echoes: true, firstClient: 1000 })
  await clients.call('run', QUIET)
  const quiet = await clients.call<LoadResult>('run', QUIET)
  const running = clients.call<LoadResult>('run', QUIET)
  await joinAll(bench, server, true)
  const disturbed = await running
  await clients.kill()
  await server.kill()
  return { ...alone, quiet: quiet.p95, disturbed: disturbed.p95 }
}

export const joins: Promised = {
  number: 4,
  title: `${JOINS} join a space of ${ITEMS} items at once`,
  async measure(bench): Promise<Outcome[]> {
    const ours = await measureServer(bench, await bench.makeStore('pglite'))
    const theirs = await measureServer(bench, 'yws')
    return [
      {
        what: 'CPU',
        bound: '≤ 0.1 ×',
        ours: `${ours.cpu.toFixed(0)} ms, ${ratio(ours.cpu, theirs.cpu)}`,
        theirs: `${theirs.cpu.toFixed(0)} ms`,
        holds: ours.cpu <= 0.1 * theirs.cpu,
      },
      {
        what: 'last joiner',
        bound: '≤ 0.35 ×',
        ours: `${ours.last.toFixed(0)} ms, ${ratio(ours.last, theirs.last)}`,
        theirs: `${theirs.last.toFixed(0)} ms`,
        holds: ours.last <= 0.35 * theirs.last,
      },
      {
        what: 'p95 of edits in other spaces meanwhile',
        bound: '≤ 2 × its quiet',
        ours: `${ours.disturbed.toFixed(1)} ms, ${ratio(ours.disturbed, ours.quiet)}`,
        theirs: `${theirs.disturbed.toFixed(1)} ms, ${ratio(theirs.disturbed, theirs.quiet)}`,
        holds: ours.disturbed <= 2 * ours.quiet,
      },
    ]
  },
}
