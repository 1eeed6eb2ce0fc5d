import { Worker } from 'node:worker_threads'

/** The queue in front of the threads is full. */
export class ThreadBusyError extends Error {
  override name = 'ThreadBusyError'
}

/** A task ran over its time and its thread was ended. */
export class ThreadTimeoutError extends Error {
  override name = 'ThreadTimeoutError'
}

export type ThreadRequest = { task: unknown; stop: Int32Array }
export type ThreadReply =
  | { type: 'progress'; value: unknown }
  | { type: 'result'; value: unknown }
  | { type: 'error'; message: string }

export type RunOptions = {
  /** Aborting takes the task out of the queue, or asks it to stop; a thread that goes on regardless is ended. */
  signal?: AbortSignal
  onProgress?: (value: unknown) => void
}

export interface ThreadPool {
  run(task: unknown, options?: RunOptions): Promise<unknown>
  /** How many tasks run and wait. */
  load(): { running: number; waiting: number }
  close(): Promise<void>
}

type Options = {
  script: URL
  /** Threads at most; each starts when there is work for it. */
  size: number
  maxWaiting: number
  timeoutMs: number
  /** Heap of a thread, MiB: one that needs more is ended instead of the server. */
  memoryMb?: number
  /** What each thread is given at its start, as `workerData`. */
  data?: unknown
}

type Job = { task: unknown; options: RunOptions; resolve(value: unknown): void; reject(error: unknown): void }

/** How long a task that was asked to stop may take to do so, ms. */
const STOP_GRACE_MS = 3_000

/** A thread that had nothing to do for this long ends, ms. */
const IDLE_MS = 60_000

const typescriptLoader = [
  '--import',
  new URL('../../../../infra/typescript.mjs', import.meta.url).href,
  '--no-warnings',
]

/** Worker threads that each do one task at a time, so that nothing heavy runs on the event loop that syncs. */
export function createThreadPool({ script, size, maxWaiting, timeoutMs, memoryMb = 768, data }: Options): ThreadPool {
  const idle = new Map<Worker, NodeJS.Timeout>()
  const busy = new Map<Worker, Promise<void>>()
  const queue: Job[] = []
  let closed = false

  function startWorker(): Worker {
    const worker = new Worker(script, {
      execArgv: typescriptLoader,
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: memoryMb },
    })
    worker.unref()
    // An idle thread that fails is simply gone; a busy one is heard in `perform`.
    worker.on('error', () => retire(worker))
    worker.on('exit', () => retire(worker))
    return worker
  }

  function retire(worker: Worker): void {
    clearTimeout(idle.get(worker))
    idle.delete(worker)
  }

  function rest(worker: Worker): void {
    const timer = setTimeout(() => {
      idle.delete(worker)
      void worker.terminate()
    }, IDLE_MS)
    timer.unref()
    idle.set(worker, timer)
  }

  function takeWorker(): Worker | undefined {
    const [rested] = idle.keys()
    if (rested) retire(rested)
    if (rested) return rested
    return busy.size < size ? startWorker() : undefined
  }

  function pump(): void {
    while (queue.length > 0) {
      const worker = takeWorker()
      if (!worker) return
      const job = queue.shift()!
      const work = perform(worker, job).finally(() => {
        busy.delete(worker)
        pump()
      })
      busy.set(worker, work)
    }
  }

  /** Never rejects: the job hears what happens. */
  async function perform(worker: Worker, { task, options, resolve, reject }: Job): Promise<void> {
    const stop = new Int32Array(new SharedArrayBuffer(4))
    const outcome = await new Promise<'reusable' | 'spoilt'>((settle) => {
      let grace: NodeJS.Timeout | undefined
      const finish = (state: 'reusable' | 'spoilt', tell: () => void) => {
        clearTimeout(timeout)
        clearTimeout(grace)
        options.signal?.removeEventListener('abort', onAbort)
        worker.off('message', onMessage).off('error', onError).off('exit', onExit)
        tell()
        settle(state)
      }
      const onMessage = (reply: ThreadReply) => {
        if (reply.type === 'progress') options.onProgress?.(reply.value)
        else if (reply.type === 'result') finish('reusable', () => resolve(reply.value))
        else finish('reusable', () => reject(new Error(reply.message)))
      }
      const onError = (error: unknown) => finish('spoilt', () => reject(error))
      const onExit = () => {
        const error = closed ? new ThreadBusyError('the server is closing') : new Error('the thread ended')
        finish('spoilt', () => reject(error))
      }
      const onAbort = () => {
        Atomics.store(stop, 0, 1)
        grace ??= setTimeout(() => finish('spoilt', () => reject(options.signal!.reason)), STOP_GRACE_MS)
      }
      const timeout = setTimeout(
        () => finish('spoilt', () => reject(new ThreadTimeoutError(`a task took longer than ${timeoutMs} ms`))),
        timeoutMs,
      )
      worker.on('message', onMessage).on('error', onError).on('exit', onExit)
      options.signal?.addEventListener('abort', onAbort)
      if (options.signal?.aborted) onAbort()
      worker.postMessage({ task, stop } satisfies ThreadRequest)
    })
    if (outcome === 'spoilt' || closed) await worker.terminate()
    else rest(worker)
  }

  return {
    run(task, options = {}) {
      if (closed) return Promise.reject(new ThreadBusyError('the threads are closed'))
      if (options.signal?.aborted) return Promise.reject(options.signal.reason)
      if (queue.length >= maxWaiting)
        return Promise.reject(new ThreadBusyError(`${maxWaiting} tasks are waiting already`))
      return new Promise((resolve, reject) => {
        const job: Job = { task, options, resolve, reject }
        queue.push(job)
        options.signal?.addEventListener('abort', () => {
          const place = queue.indexOf(job)
          if (place < 0) return
          queue.splice(place, 1)
          reject(options.signal!.reason)
        })
        pump()
      })
    },
    load: () => ({ running: busy.size, waiting: queue.length }),
    async close() {
      closed = true
      for (const job of queue.splice(0)) job.reject(new ThreadBusyError('the server is closing'))
      const workers = [...idle.keys(), ...busy.keys()]
      await Promise.all(workers.map((worker) => worker.terminate()))
      await Promise.all(busy.values())
    },
  }
}
