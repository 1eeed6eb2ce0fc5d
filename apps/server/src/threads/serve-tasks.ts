import { parentPort } from 'node:worker_threads'
import type { ThreadReply, ThreadRequest } from './thread-pool.ts'

export type TaskContext = { report(progress: unknown): void; shouldStop(): boolean }

/** The other end of a thread pool: does one task after another and never lets an error end the thread. */
export function serveTasks<Task>(perform: (task: Task, context: TaskContext) => unknown): void {
  const port = parentPort!
  const reply = (message: ThreadReply) => port.postMessage(message)
  port.on('message', async ({ task, stop }: ThreadRequest) => {
    try {
      const context: TaskContext = {
        report: (value) => reply({ type: 'progress', value }),
        shouldStop: () => Atomics.load(stop, 0) === 1,
      }
      reply({ type: 'result', value: await perform(task as Task, context) })
    } catch (error) {
      reply({ type: 'error', message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    }
  })
}
