import { Worker } from 'node:worker_threads'
import type { StoredDocument } from './update-log.ts'

/** What became of the updates of a document. */
export interface CompactionResult {
  /** All of it as one update, deleted content let go. */
  bytes: Uint8Array
  /** Updates that Yjs cannot take, or only sets aside. Not in `bytes`. */
  bad: readonly { seq: number; reason: string }[]
}

/** Turns what is stored of a document into one snapshot. Never on the thread that syncs: it builds a Y.Doc. */
export interface Compactor {
  compact(stored: StoredDocument): Promise<CompactionResult>
  close(): Promise<void>
}

/** Longest a compaction may take before its thread is ended, ms: 32 MiB take a few seconds. */
const TIMEOUT_MS = 60_000

/** The thread is ended when nothing came for this long, ms. */
const IDLE_MS = 30_000

interface Job {
  resolve(result: CompactionResult): void
  reject(error: Error): void
  timer: ReturnType<typeof setTimeout>
}

/**
 * A `Compactor` in one worker thread, which starts with the first job and ends when idle.
 *
 * @param options.execArgv How Node is started in the thread. Default: as this process was.
 */
export function createThreadCompactor(options: { execArgv?: string[] } = {}): Compactor {
  const jobs = new Map<number, Job>()
  let worker: Worker | undefined
  let nextId = 1
  let idleTimer: ReturnType<typeof setTimeout> | undefined

  function start(): Worker {
    const made = new Worker(new URL('./compaction-thread.ts', import.meta.url), {
      ...(options.execArgv ? { execArgv: options.execArgv } : {}),
    })
    made.unref()
    made.on('message', (reply: { id: number; result?: CompactionResult; error?: string }) => {
      const job = take(reply.id)
      if (reply.result) job?.resolve(reply.result)
      else job?.reject(new Error(reply.error ?? 'the compaction thread failed'))
    })
    made.on('error', (error) => stop(made, error instanceof Error ? error : new Error(String(error))))
    made.on('exit', () => stop(made, new Error('the compaction thread ended')))
    return made
  }

  function take(id: number): Job | undefined {
    const job = jobs.get(id)
    jobs.delete(id)
    clearTimeout(job?.timer)
    if (jobs.size === 0) rest()
    return job
  }

  function rest(): void {
    clearTimeout(idleTimer)
    idleTimer = setTimeout(() => worker && jobs.size === 0 && stop(worker, new Error('idle')), IDLE_MS)
    idleTimer.unref()
  }

  function stop(stopped: Worker, error: Error): void {
    if (worker !== stopped) return
    worker = undefined
    for (const id of [...jobs.keys()]) take(id)?.reject(error)
    void stopped.terminate()
  }

  return {
    compact(stored) {
      return new Promise((resolve, reject) => {
        worker ??= start()
        const running = worker
        const id = nextId++
        const timer = setTimeout(() => stop(running, new Error('the compaction took too long')), TIMEOUT_MS)
        timer.unref()
        jobs.set(id, { resolve, reject, timer })
        running.postMessage({ id, stored })
      })
    },
    async close() {
      clearTimeout(idleTimer)
      const running = worker
      if (running) stop(running, new Error('the server is closing'))
      await running?.terminate()
    },
  }
}
