import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Remote, startRemote } from './remote.ts'

/** One line of a promise's result. */
export interface Outcome {
  /** What was measured, when there are several. */
  what: string
  bound: string
  ours: string
  /** The same of the stock in-memory server, `@y/websocket-server` 0.1.1, in this run. Absent: not measured here. */
  theirs?: string
  /** Absent: shown for the picture, nothing is promised about it. */
  holds?: boolean
}

/** A promise of the sync server, and how to see whether it is kept. */
export interface Promised {
  number: number
  title: string
  measure(bench: Bench): Promise<Outcome[]>
}

/** What the measurements share. */
export interface Bench {
  /** A fresh store: `pglite:<folder>` or a PostgreSQL URL. */
  makeStore(engine: 'pglite' | 'postgres'): Promise<string>
  startServer(store: string, env?: Record<string, string>, flags?: string[]): Promise<Remote>
  startLoad(): Promise<Remote>
  note(text: string): void
  close(): Promise<void>
}

export function createBench(makePostgres: () => Promise<{ url: string; stop(): Promise<void> }>): Bench {
  const folders: string[] = []
  const remotes: Remote[] = []
  let postgres: Promise<{ url: string; stop(): Promise<void> }> | undefined

  async function start(script: string, env: Record<string, string> = {}, flags: string[] = []): Promise<Remote> {
    const remote = await startRemote(script, env, flags)
    remotes.push(remote)
    return remote
  }

  return {
    async makeStore(engine) {
      if (engine === 'postgres') {
        postgres ??= makePostgres()
        return (await postgres).url
      }
      const folder = mkdtempSync(join(tmpdir(), 'enfilade-bench-'))
      folders.push(folder)
      return `pglite:${folder}`
    },
    startServer: (store, env = {}, flags = []) => start('./server-process.ts', { STORE: store, ...env }, flags),
    startLoad: () => start('./load-process.ts'),
    note: (text) => process.stderr.write(`  ${text}\n`),
    async close() {
      await Promise.all(remotes.splice(0).map((remote) => remote.kill()))
      await (await postgres)?.stop()
      postgres = undefined
      for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
    },
  }
}

export function ratio(ours: number, theirs: number): string {
  return `${(ours / theirs).toFixed(2)} ×`
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/** Resolves when `condition` holds. @returns Whether it did in time. */
export async function waitFor(condition: () => boolean | Promise<boolean>, limitMs: number): Promise<boolean> {
  const deadline = Date.now() + limitMs
  while (!(await condition())) {
    if (Date.now() > deadline) return false
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return true
}
