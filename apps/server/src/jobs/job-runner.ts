import { type Job, readWhole, type Storage } from '@enfilade/storage'
import type { Limits } from '../limits.ts'
import { describeError, type Logger } from '../logger.ts'
import { inputFile, outputFile, partFile } from './job-files.ts'
import { JOB_PARTS, type JobReport, type JobRequest, type JobTask, type JobWork } from './job-work.ts'

/** Result of a queued job, as stored. `error`: why it failed, for the person who asked. */
export type JobResult = { files?: { name: string; size: number }[]; parts?: string[]; report?: unknown; error?: string }

export type JobProgress = { stage: string; done: number; total: number; files: { name: string; size: number }[] }

export const JOB_KINDS = ['realise', 'film'] as const

type Options = {
  storage: Pick<Storage, 'queue' | 'files' | 'jobs'>
  work: JobWork
  limits: Limits
  log: Logger
  clock: () => Date
  /** Names this process to the queue. */
  worker: string
}

/** Takes jobs from the queue, one at a time, until it is closed. */
export interface JobRunner {
  /** Looks for work now rather than at the next turn. */
  wake(): void
  /** Gives a running job back to the queue, and stops. */
  close(): Promise<void>
}

export function startJobRunner(options: Options): JobRunner {
  const { storage, limits, log, clock, worker } = options
  const closing = new AbortController()
  let wake = () => {}

  async function loop(): Promise<void> {
    while (!closing.signal.aborted) {
      const job = await claim().catch((error) => {
        log('warn', 'job-claim-failed', { error: describeError(error) })
        return undefined
      })
      if (job) await perform(job)
      else await rest()
    }
  }

  const claim = () => storage.queue.claim(worker, JOB_KINDS, new Date(clock().getTime() + limits.jobLeaseMs))

  function rest(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, limits.jobLookMs)
      timer.unref()
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
      if (closing.signal.aborted) wake()
    })
  }

  async function perform(job: Job): Promise<void> {
    const stop = new AbortController()
    const onClose = () => stop.abort(new Error('closing'))
    closing.signal.addEventListener('abort', onClose)
    const heart = keepAlive(job, stop)
    try {
      const task = await readTask(job)
      const { report } = await options.work.run(task, { signal: stop.signal, onReport: heart.onReport })
      const { files, parts } = await heart.settled()
      await storage.queue.finish(job.id, worker, 'done', { files, parts, report } satisfies JobResult)
    } catch (error) {
      await heart.settled().catch(() => {})
      await end(job, error, closing.signal.aborted ? 'queued' : stop.signal.aborted ? 'cancelled' : 'failed')
    } finally {
      heart.stop()
      closing.signal.removeEventListener('abort', onClose)
    }
  }

  async function end(job: Job, error: unknown, status: 'queued' | 'cancelled' | 'failed'): Promise<void> {
    if (status === 'failed') log('error', 'job-failed', { job: job.id, kind: job.kind, error: describeError(error) })
    const result: JobResult | undefined = status === 'failed' ? { error: reasonOf(error) } : undefined
    await storage.queue.finish(job.id, worker, status, result).catch((cause) => {
      log('warn', 'job-end-failed', { job: job.id, error: describeError(cause) })
    })
  }

  async function readTask(job: Job): Promise<JobTask> {
    const request = job.request as JobRequest
    const scene = await readWhole(storage.files, inputFile(job.space, job.id, 'scene.json'))
    if (!scene) throw new Error('the scene of this job is gone: ask again')
    const hasReference = request.kind === 'realise' && request.hasReference
    const reference = hasReference
      ? await readWhole(storage.files, inputFile(job.space, job.id, 'reference'))
      : undefined
    const parts = await readParts(job)
    return { request, scene: new TextDecoder().decode(scene), parts, ...(reference ? { reference } : {}) }
  }

  async function readParts({ space, kind, request }: Job): Promise<JobTask['parts']> {
    const parts: Record<string, Uint8Array> = {}
    for (const name of JOB_PARTS) {
      const bytes = await readWhole(storage.files, partFile(space, kind, (request as JobRequest).level, name))
      if (bytes) parts[name] = bytes
    }
    return parts
  }

  /** Writes what a job reports, holds its lease, and stops it when it is cancelled or no longer ours. */
  function keepAlive(job: Job, stop: AbortController) {
    const files = new Map<string, number>()
    const parts = new Set<string>()
    let progress: JobProgress | undefined
    let writing: Promise<unknown> = Promise.resolve()
    const beat = async () => {
      const leaseUntil = new Date(clock().getTime() + limits.jobLeaseMs)
      const status = await storage.queue.keep(job.id, worker, leaseUntil, progress)
      if (status !== 'running') stop.abort(new Error('cancelled'))
    }
    const timer = setInterval(() => {
      beat().catch((error) => log('warn', 'job-beat-failed', { job: job.id, error: describeError(error) }))
    }, limits.jobBeatMs)
    timer.unref()
    const listed = () => [...files].map(([name, size]) => ({ name, size })).sort((a, b) => (a.name < b.name ? -1 : 1))
    return {
      onReport(report: JobReport) {
        if (report.type === 'progress') {
          progress = { stage: report.stage, done: report.done, total: report.total, files: listed() }
          return
        }
        const { type, name, bytes } = report
        const { level } = job.request as JobRequest
        const key = type === 'file' ? outputFile(job.space, job.id, name) : partFile(job.space, job.kind, level, name)
        writing = writing.then(() => storage.files.write(key, bytes))
        writing = writing.then(() => (type === 'file' ? files.set(name, bytes.length) : parts.add(name)))
        // Told at once: somebody may be waiting for a preview.
        writing = writing.then(() => {
          if (progress) progress = { ...progress, files: listed() }
          return beat()
        })
        writing.catch((error) => stop.abort(error))
      },
      async settled() {
        await writing
        return { files: listed(), parts: [...parts] }
      },
      stop: () => clearInterval(timer),
    }
  }

  const running = loop()
  return {
    wake: () => wake(),
    async close() {
      closing.abort(new Error('closing'))
      wake()
      await running
      await options.work.close()
    },
  }
}

/** The first line of an error, for the person who asked; stacks stay in the log. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return text
    .split('\n')[0]!
    .replace(/^\w*Error: /, '')
    .slice(0, 500)
}
