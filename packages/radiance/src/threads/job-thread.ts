/** The other end of a thread pool: loads job modules on first use and does one task after another. */
import { parentPort, workerData } from 'node:worker_threads'
import type { Perform, ThreadReply, ThreadRequest } from './thread-pool.ts'

const port = parentPort!
const { seat } = workerData as { seat: number }
const reply = (message: ThreadReply) => port.postMessage(message)

port.on('message', async ({ job, task, stop }: ThreadRequest) => {
  try {
    const { perform } = (await import(job)) as { perform: Perform<unknown, unknown> }
    const value = await perform(task, {
      seat,
      report: (progress) => reply({ type: 'progress', value: progress }),
      shouldStop: () => Atomics.load(stop, 0) === 1,
    })
    reply({ type: 'result', value })
  } catch (error) {
    reply({ type: 'error', message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
})
