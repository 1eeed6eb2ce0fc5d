import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What a child process offers: named calls with one JSON argument. */
export type Calls = Record<string, (argument: never) => unknown>

interface Request {
  id: number
  call: string
  argument: unknown
}

/** In a child: answers the parent's calls. */
export function serveCalls(calls: Calls): void {
  process.on('message', async ({ id, call, argument }: Request) => {
    try {
      const result = await calls[call]!(argument as never)
      process.send?.({ id, result })
    } catch (error) {
      process.send?.({ id, error: error instanceof Error ? error.message : String(error) })
    }
  })
  process.send?.({ id: 0 })
}

/** A child process, as its parent sees it. */
export interface Remote {
  readonly pid: number
  call<Result>(name: string, argument?: unknown): Promise<Result>
  /** Ends it at once, as a power cut would. */
  kill(): Promise<void>
}

const LOADER = new URL('../../../infra/typescript.mjs', import.meta.url).href

/** Starts a script of this folder in a process of its own, so that its CPU and memory are counted apart. */
export async function startRemote(
  script: string,
  env: Record<string, string> = {},
  flags: string[] = [],
): Promise<Remote> {
  const child: ChildProcess = fork(fileURLToPath(new URL(script, import.meta.url)), {
    execArgv: ['--import', LOADER, ...flags],
    env: { ...process.env, ...env },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let nextId = 1
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  void exited.then(() => {
    for (const { reject } of waiting.values()) reject(new Error(`${script} has ended`))
    waiting.clear()
  })
  const ready = new Promise<void>((resolve, reject) => {
    waiting.set(0, { resolve: () => resolve(), reject })
  })
  child.on('message', ({ id, result, error }: { id: number; result?: unknown; error?: string }) => {
    const call = waiting.get(id)
    waiting.delete(id)
    if (error === undefined) call?.resolve(result)
    else call?.reject(new Error(`${script}: ${error}`))
  })
  const killWithUs = () => child.kill('SIGKILL')
  process.once('exit', killWithUs)
  await ready
  return {
    pid: child.pid!,
    call<Result>(name: string, argument?: unknown) {
      const id = nextId++
      return new Promise<Result>((resolve, reject) => {
        waiting.set(id, { resolve: resolve as (value: unknown) => void, reject })
        if (!child.connected) reject(new Error(`${script} has ended`))
        else child.send({ id, call: name, argument })
      })
    },
    async kill() {
      process.off('exit', killWithUs)
      child.kill('SIGKILL')
      await exited
    },
  }
}
