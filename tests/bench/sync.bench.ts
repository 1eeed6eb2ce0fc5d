import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cpu, latency } from './sync/busy.ts'
import { cold } from './sync/cold.ts'
import { drag } from './sync/drag.ts'
import { fuzz } from './sync/fuzz.ts'
import { gaps } from './sync/gaps.ts'
import { joins } from './sync/joins.ts'
import { kill } from './sync/kill.ts'
import { lone } from './sync/lone.ts'
import { outage } from './sync/outage.ts'
import { presence } from './sync/presence.ts'
import { createBench, type Outcome, type Promised } from './sync/promise.ts'
import { stalled } from './sync/stalled.ts'
import { unload } from './sync/unload.ts'

/** Those for one node; 11 and 12 are of several nodes. */
const promises: Promised[] = [
  kill,
  cpu,
  latency,
  joins,
  cold,
  stalled,
  unload,
  fuzz,
  gaps,
  outage,
  presence,
  drag,
  lone,
]

/** A database of the caller's, or one of our own that is gone afterwards. */
async function makePostgres(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.DATABASE_URL
  if (given) return { url: given, stop: async () => {} }
  const { startPostgres } = (await import(new URL('../../infra/postgres.mjs', import.meta.url).href)) as {
    startPostgres(directory: string): Promise<{ url: string; stop(): Promise<void> }>
  }
  const folder = mkdtempSync(join(tmpdir(), 'enfilade-bench-postgres-'))
  const { url, stop } = await startPostgres(join(folder, 'cluster'))
  return { url, stop: () => stop().then(() => rmSync(folder, { recursive: true, force: true })) }
}

async function run(args: string[]): Promise<void> {
  const wanted = new Set(args.map(Number))
  const chosen = promises.filter(({ number }) => wanted.size === 0 || wanted.has(number))
  if (chosen.length === 0) {
    process.stdout.write(`There are ${promises.map(({ number }) => number).join(', ')}.\n`)
    return
  }
  let kept = 0
  let broken = 0
  const bench = createBench(makePostgres)
  try {
    for (const promise of chosen) {
      process.stdout.write(`\nsync ${promise.number}: ${promise.title}\n`)
      const startedAt = Date.now()
      const outcomes = await promise.measure(bench)
      for (const outcome of outcomes) process.stdout.write(`${describe(outcome)}\n`)
      process.stdout.write(`  (${Math.round((Date.now() - startedAt) / 1000)} s)\n`)
      kept += outcomes.filter(({ holds }) => holds === true).length
      broken += outcomes.filter(({ holds }) => holds === false).length
    }
  } finally {
    await bench.close()
  }
  process.stdout.write(`\n${kept} bounds kept, ${broken} broken\n`)
}

function describe({ what, bound, ours, theirs, holds }: Outcome): string {
  const verdict = holds === undefined ? '   -' : holds ? 'PASS' : 'FAIL'
  const lines = [`  ${verdict}  ${what}`, `        here ${ours} · bound ${bound}${theirs ? ` · yws ${theirs}` : ''}`]
  return lines.join('\n')
}

export default {
  name: 'sync',
  summary: 'what the sync server promises, each against the stock in-memory server; `sync 4 9` runs those alone',
  run,
}
