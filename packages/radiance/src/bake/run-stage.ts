import type { ThreadPool } from '../threads/thread-pool.ts'
import type { BakeTask } from './bake-job.ts'

const job = new URL('./bake-job.ts', import.meta.url)

export type StageOptions = {
  /** Absent: everything in the calling thread. */
  readonly pool?: ThreadPool
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: BakeProgress) => void
}

export type BakeProgress = { readonly stage: string; readonly done: number; readonly total: number }

/**
 * Cuts a stage into stretches and does them on the threads.
 *
 * @param size Of a stretch. @param make The task of a stretch.
 * @throws The signal's reason when it is aborted.
 */
export async function runStage(
  stage: string,
  count: number,
  size: number,
  make: (from: number, to: number) => BakeTask,
  { pool, signal, onProgress }: StageOptions,
): Promise<void> {
  const total = Math.ceil(count / size)
  let done = 0
  const finish = () => onProgress?.({ stage, done: ++done, total })
  const tasks = Array.from({ length: total }, (_, k) => () => make(k * size, Math.min(count, (k + 1) * size)))
  if (!pool) {
    const { perform } = await import('./bake-job.ts')
    for (const task of tasks) {
      signal?.throwIfAborted()
      perform(task())
      finish()
      // Lets whoever wants to abort have a word.
      await new Promise((resolve) => setImmediate(resolve))
    }
    return
  }
  await Promise.all(tasks.map((task) => pool.run<void>(job, task(), signal ? { signal } : {}).then(finish)))
}
