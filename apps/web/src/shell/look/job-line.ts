import { createSignal, onCleanup } from 'solid-js'
import {
  cancelJob,
  type FilmRequest,
  followJob,
  isOver,
  type Job,
  type JobKind,
  listJobs,
  type RealiseRequest,
  retryJob,
  startJob,
} from '../../api/jobs.ts'
import type { OpenSpace } from '../../api/spaces.ts'

export type JobLine = ReturnType<typeof createJobLine>

/** A space's newest job of a kind, followed until it is over, and the newest that has something to show. */
export function createJobLine(space: OpenSpace, kind: JobKind, hasResult: (job: Job) => boolean) {
  const [job, setJob] = createSignal<Job>()
  const [shown, setShown] = createSignal<Job>()
  const [error, setError] = createSignal<unknown>()
  let following = new AbortController()
  onCleanup(() => following.abort())

  const take = (next: Job) => {
    setJob(next)
    if (hasResult(next)) setShown(next)
  }
  async function follow(id: string): Promise<void> {
    following.abort()
    following = new AbortController()
    const { signal } = following
    try {
      for await (const next of followJob(space, id, signal)) take(next)
    } catch (cause) {
      if (!signal.aborted) setError(cause)
    }
  }
  async function attempt(work: () => Promise<Job>): Promise<void> {
    setError(undefined)
    try {
      const next = await work()
      take(next)
      if (!isOver(next)) void follow(next.id)
    } catch (cause) {
      setError(cause)
    }
  }
  // What others asked for is there for everybody.
  listJobs(space, kind).then(
    (jobs) => {
      const newest = jobs[0]
      const last = jobs.find(hasResult)
      if (last) setShown(last)
      if (newest) setJob(newest)
      if (newest && !isOver(newest)) void follow(newest.id)
    },
    () => {
      // Offline, or an older server: there is nothing to show, and asking will say why.
    },
  )
  return {
    job,
    shown,
    /** Thrown by a request; a job that failed says so itself. */
    error,
    isWorking: () => job() !== undefined && !isOver(job()!),
    start: (request: RealiseRequest | FilmRequest) => attempt(() => startJob(space, request)),
    cancel: () => attempt(() => cancelJob(space, job()!.id)),
    retry: () => attempt(() => retryJob(space, job()!.id)),
  }
}
