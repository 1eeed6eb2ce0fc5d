import { and, asc, desc, eq, inArray, isNull, lt, or, sql } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { blankJob, type Job, readJob, toColumn } from './jobs.ts'
import { on } from './query-builder.ts'
import { jobs } from './schema.ts'

/** Where a job of the queue stands. `cancelling`: its worker is asked to stop. */
export type QueueStatus = 'queued' | 'running' | 'cancelling' | 'done' | 'failed' | 'cancelled'

export type NewQueuedJob = Pick<Job, 'id' | 'space' | 'kind' | 'author' | 'request'> & { contentKey?: string }

/** How often a job whose worker died is begun anew before it counts as failed. */
export const MOST_ATTEMPTS = 3

/**
 * Long work that waits for a worker. Any number of processes may claim from it; each job is one worker's until its lease
 * ends, and then somebody else's.
 */
export function createJobQueue(connection: Connection, clock: () => Date) {
  const isMine = (id: string, worker: string) =>
    and(eq(jobs.id, id), eq(jobs.worker, worker), inArray(jobs.status, ['running', 'cancelling']))

  return {
    async add(job: NewQueuedJob): Promise<Job> {
      const now = clock()
      const made: Job = { ...blankJob, ...job, queued: true, status: 'queued', createdAt: now, updatedAt: now }
      await on(connection)
        .insert(jobs)
        .values({ ...made, request: toColumn(made.request) })
      return made
    },

    /** The newest job of a space with this content that is done, waits or runs. */
    async findByContent(space: string, contentKey: string): Promise<Job | undefined> {
      const which = and(
        eq(jobs.space, space),
        eq(jobs.contentKey, contentKey),
        inArray(jobs.status, ['done', 'queued', 'running']),
      )
      const [row] = await on(connection).select().from(jobs).where(which).orderBy(desc(jobs.createdAt)).limit(1)
      return readJob(row)
    },

    /** How many jobs wait or run. */
    async waiting(space: string): Promise<number> {
      const which = and(eq(jobs.space, space), jobs.queued, inArray(jobs.status, ['queued', 'running', 'cancelling']))
      return connectionCount(await on(connection).select({ count: sql<number>`count(*)::int` }).from(jobs).where(which))
    },

    /** The oldest job that waits, or whose worker is gone, now `worker`'s until `leaseUntil`. */
    async claim(worker: string, kinds: readonly string[], leaseUntil: Date): Promise<Job | undefined> {
      const now = clock()
      await endHopeless(connection, now)
      return connection.transaction(async (session) => {
        const isFree = or(eq(jobs.status, 'queued'), and(eq(jobs.status, 'running'), lt(jobs.leaseUntil, now)))
        const [next] = await on(session)
          .select({ id: jobs.id })
          .from(jobs)
          .where(and(jobs.queued, inArray(jobs.kind, [...kinds]), isFree))
          .orderBy(asc(jobs.createdAt), asc(jobs.id))
          .limit(1)
          .for('update', { skipLocked: true })
        if (!next) return undefined
        const [row] = await on(session)
          .update(jobs)
          .set({ status: 'running', worker, leaseUntil, updatedAt: now, attempts: sql`${jobs.attempts} + 1` })
          .where(eq(jobs.id, next.id))
          .returning()
        return readJob(row)
      })
    },

    /**
     * Says that the worker is still at it, and how far.
     *
     * @returns The job's status; `undefined`: it is no longer this worker's, who has to stop.
     */
    async keep(id: string, worker: string, leaseUntil: Date, progress?: unknown): Promise<QueueStatus | undefined> {
      const said = progress === undefined ? {} : { progress: toColumn(progress) }
      const [row] = await on(connection)
        .update(jobs)
        .set({ leaseUntil, updatedAt: clock(), ...said })
        .where(isMine(id, worker))
        .returning({ status: jobs.status })
      return row?.status as QueueStatus | undefined
    },

    /** Ends a job. @returns `undefined` when it is no longer this worker's. */
    async finish(
      id: string,
      worker: string,
      status: 'done' | 'failed' | 'cancelled' | 'queued',
      result?: unknown,
    ): Promise<Job | undefined> {
      const given = result === undefined ? {} : { result: toColumn(result) }
      const [row] = await on(connection)
        .update(jobs)
        .set({ status, leaseUntil: null, updatedAt: clock(), ...given })
        .where(isMine(id, worker))
        .returning()
      return readJob(row)
    },

    /** A waiting job is cancelled at once, a running one when its worker hears of it. @returns `undefined`: it is over. */
    async cancel(space: string, id: string): Promise<Job | undefined> {
      const status = sql`CASE ${jobs.status} WHEN 'queued' THEN 'cancelled' ELSE 'cancelling' END`
      const which = and(
        eq(jobs.space, space),
        eq(jobs.id, id),
        inArray(jobs.status, ['queued', 'running']),
        jobs.queued,
      )
      const [row] = await on(connection).update(jobs).set({ status, updatedAt: clock() }).where(which).returning()
      return readJob(row)
    },

    /** Puts a job that failed or was cancelled back into the queue. @returns `undefined`: it is neither. */
    async retry(space: string, id: string): Promise<Job | undefined> {
      const changes = { status: 'queued', attempts: 0, result: null, progress: null, worker: null, updatedAt: clock() }
      const isOver = inArray(jobs.status, ['failed', 'cancelled'])
      const which = and(eq(jobs.space, space), eq(jobs.id, id), isOver, jobs.queued)
      const [row] = await on(connection).update(jobs).set(changes).where(which).returning()
      return readJob(row)
    },
  }
}

export type JobQueue = ReturnType<typeof createJobQueue>

const connectionCount = ([row]: readonly { count: number }[]): number => row?.count ?? 0

/** Jobs that ended several workers, and those whose worker died while it was asked to stop. */
async function endHopeless(connection: Connection, now: Date): Promise<void> {
  const isGone = or(isNull(jobs.leaseUntil), lt(jobs.leaseUntil, now))
  const result = toColumn({ error: `its worker stopped answering ${MOST_ATTEMPTS} times` })
  const isSpent = and(eq(jobs.status, 'running'), sql`${jobs.attempts} >= ${MOST_ATTEMPTS}`)
  await on(connection)
    .update(jobs)
    .set({ status: 'failed', leaseUntil: null, result, updatedAt: now })
    .where(and(jobs.queued, isSpent, isGone))
  await on(connection)
    .update(jobs)
    .set({ status: 'cancelled', leaseUntil: null, updatedAt: now })
    .where(and(jobs.queued, eq(jobs.status, 'cancelling'), isGone))
}
