import { Worker } from 'node:worker_threads'
import type { Task } from './worker.ts'

const WORKERS = 2

/** Distributes over `Task`, whose members differ. */
type Untitled<Each> = Each extends unknown ? Omit<Each, 'index'> : never

/** Runs tasks in two worker threads. Results come in the order of the tasks, whoever was first. */
export async function runTasks<Result>(
  tasks: readonly Untitled<Task>[],
  withModels: boolean,
  onDone: (done: number) => void = () => {},
): Promise<Result[]> {
  const results: Result[] = new Array(tasks.length)
  let next = 0
  let done = 0
  const runOne = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { withModels } })
      const give = () => {
        if (next >= tasks.length) return void worker.terminate().then(() => resolve())
        worker.postMessage({ ...tasks[next], index: next })
        next++
      }
      worker.on('error', reject)
      worker.on('message', (message: 'ready' | { index: number; result: Result }) => {
        if (message !== 'ready') {
          results[message.index] = message.result
          onDone(++done)
        }
        give()
      })
    })
  await Promise.all(Array.from({ length: Math.min(WORKERS, tasks.length) }, runOne))
  return results
}
