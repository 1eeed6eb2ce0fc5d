import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { on } from './query-builder.ts'
import { jobs } from './schema.ts'

/** Work that outlives the request that asked for it. What `request` and `result` hold, its `kind` says. */
export type Job = {
  id: string
  space: string
  kind: string
  status: string
  author: string
  request: unknown
  result: unknown
  createdAt: Date
  updatedAt: Date
  /** Null: nobody is working on it. */
  leaseUntil: Date | null
}
export type NewJob = Pick<Job, 'id' | 'space' | 'kind' | 'status' | 'author' | 'request'> & { leaseUntil?: Date }
export type JobChanges = { status?: string; result?: unknown; leaseUntil?: Date | null }

export function createJobStore(connection: Connection, clock: () => Date) {
  return {
    async create(job: NewJob): Promise<Job> {
      const now = clock()
      const made: Job = { ...job, result: null, createdAt: now, updatedAt: now, leaseUntil: job.leaseUntil ?? null }
      await on(connection).insert(jobs).values(made)
      return made
    },

    async get(space: string, id: string): Promise<Job | undefined> {
      return (
        await on(connection)
          .select()
          .from(jobs)
          .where(and(eq(jobs.space, space), eq(jobs.id, id)))
      )[0]
    },

    /** Newest first. */
    async list(space: string, kind: string, statuses: readonly string[], limit: number): Promise<Job[]> {
      const which = and(eq(jobs.space, space), eq(jobs.kind, kind), inArray(jobs.status, [...statuses]))
      return on(connection).select().from(jobs).where(which).orderBy(desc(jobs.createdAt), desc(jobs.id)).limit(limit)
    },

    /**
     * Changes a job that still has the status `from`, so that of two who decide at once one wins.
     *
     * @returns `undefined` when it is gone or was decided otherwise.
     */
    async change(space: string, id: string, from: string, changes: JobChanges): Promise<Job | undefined> {
      const which = and(eq(jobs.space, space), eq(jobs.id, id), eq(jobs.status, from))
      return (
        await on(connection)
          .update(jobs)
          .set({ ...changes, updatedAt: clock() })
          .where(which)
          .returning()
      )[0]
    },

    /** Removes the oldest of a kind beyond `keep`, but for those with one of these statuses. */
    async prune(space: string, kind: string, keep: number, spared: readonly string[]): Promise<void> {
      await connection.query(
        `DELETE FROM jobs WHERE space = $1 AND kind = $2 AND status <> ALL ($4::text[]) AND id NOT IN (
           SELECT id FROM jobs WHERE space = $1 AND kind = $2 ORDER BY created_at DESC, id DESC LIMIT $3)`,
        [space, kind, keep, [...spared]],
      )
    },

    /** Gives jobs whose runner is gone a last status. @returns How many. */
    async endAbandoned(status: string): Promise<number> {
      const now = clock()
      const changes = { status, leaseUntil: null, updatedAt: now }
      return (await on(connection).update(jobs).set(changes).where(lt(jobs.leaseUntil, now)).returning({ id: jobs.id }))
        .length
    },
  }
}

export type JobStore = ReturnType<typeof createJobStore>
