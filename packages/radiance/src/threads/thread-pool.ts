import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'

/** What a job module exports as `perform`: one task at a time, in a thread of its own. */
export type Perform<Task, Result> = (task: Task, context: JobContext) => Result | Promise<Result>

export type JobContext = {
  /** 0 … `size` − 1: which thread of the pool this is; no two tasks run in one seat at once. */
  readonly seat: number
  report(progress: unknown): void
  /** The task is no longer wanted; long loops ask now and then. */
  shouldStop(): boolean
}

export type RunOptions = {
  /** Aborting rejects at once; what runs is told to stop and its result is dropped. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: unknown) => void
  /** Buffers handed over instead of copied. */
  readonly transfer?: readonly ArrayBuffer[]
}

/** Worker threads that do the tasks of any job module, first come, first served. Idle threads keep no process alive. */
export type ThreadPool = {
  readonly size: number
  /**
   * @param job Module that exports `perform`. @param task Whatever a message can carry; shared buffers stay shared.
   * @throws What `perform` throws, as an Error with its text.
   */
  run<Result>(job: URL, task: unknown, options?: RunOptions): Promise<Result>
  /** Ends the threads; what runs or waits is rejected. */
  close(): Promise<void>
}

export type ThreadRequest = { readonly job: string; readonly task: unknown; readonly stop: Int32Array }
export type ThreadReply =
  | { readonly type: 'progress'; readonly value: unknown }
  | { readonly type: 'result'; readonly value: unknown }
  | { readonly type: 'error'; readonly message: string }

type Waiting = {
  readonly request: ThreadRequest
  readonly options: RunOptions
  isOver: boolean
  resolve(value: unknown): void
  reject(error: unknown): void
}

type Seat = { worker?: Worker; current?: Waiting }

/** Memory of the shared arrays grows with seats, and more threads than this have not been tried. */
const MOST_THREADS = 32

/** @param size Threads at most; absent: as many as the machine has cores. Each starts when there is work for it. */
export function createThreadPool(size: number = availableParallelism()): ThreadPool {
  const seats: Seat[] = Array.from({ length: Math.max(1, Math.min(MOST_THREADS, Math.floor(size))) }, () => ({}))
  const queue: Waiting[] = []
  let isClosed = false

  function pump(): void {
    for (const [number, seat] of seats.entries()) {
      if (seat.current) continue
      while (queue[0]?.isOver) queue.shift()
      const next = queue.shift()
      if (!next) return
      seat.current = next
      seat.worker ??= startWorker(number, seat)
      seat.worker.ref()
      seat.worker.postMessage(next.request, (next.options.transfer ?? []) as ArrayBuffer[])
    }
  }

  function startWorker(number: number, seat: Seat): Worker {
    const worker = new Worker(new URL('./job-thread.ts', import.meta.url), {
      execArgv: ['--import', new URL('../../../../infra/typescript.mjs', import.meta.url).href, '--no-warnings'],
      workerData: { seat: number },
      resourceLimits: { maxYoungGenerationSizeMb: 128 },
    })
    worker.on('message', (reply: ThreadReply) => {
      if (reply.type === 'progress') seat.current?.options.onProgress?.(reply.value)
      else release(seat, reply)
    })
    // One that fails is gone with its task; the next task starts another.
    worker.on('error', (error) => {
      delete seat.worker
      release(seat, { type: 'error', message: String(error) })
    })
    worker.on('exit', () => {
      if (seat.worker === worker) delete seat.worker
      if (seat.current && !seat.worker) release(seat, { type: 'error', message: 'the thread ended' })
    })
    return worker
  }

  function release(seat: Seat, reply: Exclude<ThreadReply, { type: 'progress' }>): void {
    const done = seat.current
    delete seat.current
    seat.worker?.unref()
    if (done && reply.type === 'result') done.resolve(reply.value)
    else if (done) done.reject(new Error((reply as { message: string }).message))
    pump()
  }

  return {
    size: seats.length,
    run: <Result>(job: URL, task: unknown, options: RunOptions = {}) =>
      new Promise<Result>((resolve, reject) => {
        const { signal } = options
        if (isClosed) throw new Error('the pool of threads is closed')
        signal?.throwIfAborted()
        const stop = new Int32Array(new SharedArrayBuffer(4))
        const onAbort = () => {
          Atomics.store(stop, 0, 1)
          waiting.reject(signal!.reason)
        }
        const settle = (tell: () => void) => {
          if (waiting.isOver) return
          waiting.isOver = true
          signal?.removeEventListener('abort', onAbort)
          tell()
        }
        const waiting: Waiting = {
          request: { job: job.href, task, stop },
          options,
          isOver: false,
          resolve: (value) => settle(() => resolve(value as Result)),
          reject: (error) => settle(() => reject(error)),
        }
        signal?.addEventListener('abort', onAbort)
        queue.push(waiting)
        pump()
      }),
    async close() {
      isClosed = true
      for (const waiting of queue.splice(0)) waiting.reject(new Error('the pool of threads is closed'))
      await Promise.all(seats.map(({ worker }) => worker?.terminate()))
    },
  }
}
