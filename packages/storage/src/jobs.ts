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
  /** True: the queue's; a runner that is gone gives it back. */
  queued: boolean
  /** Who works on it, or did last. */
  worker: string | null
  /** How often it was begun. */
  attempts: number
  /** Equal keys mean equal results. */
  contentKey: string | null
  /** What its runner last said of it. */
  progress: unknown
}
export type NewJob = Pick<Job, 'id' | 'space' | 'kind' | 'status' | 'author' | 'request'> & { leaseUntil?: Date }
export type JobChanges = { status?: string; result?: unknown; leaseUntil?: Date | null }

/** `jsonb` takes neither zero characters nor half characters; JSON that holds one is kept as text inside of it. */
const NOT_JSONB = /\\u0000|\\ud[89a-f]/i
const AS_TEXT = '$json'

export function toColumn(value: unknown): unknown {
  const text = JSON.stringify(value) ?? 'null'
  return NOT_JSONB.test(text) ? { [AS_TEXT]: text } : value
}

function fromColumn(value: unknown): unknown {
  const text = (value as { [AS_TEXT]?: unknown } | null)?.[AS_TEXT]
  return typeof text === 'string' ? JSON.parse(text) : value
}

export function readJob(row: Job | undefined): Job | undefined {
  return row && { ...row, request: fromColumn(row.request), result: fromColumn(row.result) }
}

/** What a job is before anything happened to it. */
export const blankJob = {
  result: null,
  leaseUntil: null,
  queued: false,
  worker: null,
  attempts: 0,
  contentKey: null,
  progress: null,
} satisfies Partial<Job>

export function createJobStore(connection: Connection, clock: () => Date) {
  return {
    async create(job: NewJob): Promise<Job> {
      const now = clock()
      const made: Job = { ...blankJob, ...job, createdAt: now, updatedAt: now, leaseUntil: job.leaseUntil ?? null }
      await on(connection)
        .insert(jobs)
        .values({ ...made, request: toColumn(made.request) })
      return made
    },

    async get(space: string, id: string): Promise<Job | undefined> {
      const [row] = await on(connection)
        .select()
        .from(jobs)
        .where(and(eq(jobs.space, space), eq(jobs.id, id)))
      return readJob(row)
    },

    /** Newest first. */
    async list(space: string, kind: string, statuses: readonly string[], limit: number): Promise<Job[]> {
      const which = and(eq(jobs.space, space), eq(jobs.kind, kind), inArray(jobs.status, [...statuses]))
      const order = [desc(jobs.createdAt), desc(jobs.id)]
      const rows = await on(connection)
        .select()
        .from(jobs)
        .where(which)
        .orderBy(...order)
        .limit(limit)
      return rows.map((row) => readJob(row)!)
    },

    /**
     * Changes a job that still has the status `from`, so that of two who decide at once one wins.
     *
     * @returns `undefined` when it is gone or was decided otherwise.
     */
    async change(space: string, id: string, from: string, changes: JobChanges): Promise<Job | undefined> {
      const which = and(eq(jobs.space, space), eq(jobs.id, id), eq(jobs.status, from))
      const result = changes.result === undefined ? {} : { result: toColumn(changes.result) }
      const [row] = await on(connection)
        .update(jobs)
        .set({ ...changes, ...result, updatedAt: clock() })
        .where(which)
        .returning()
      return readJob(row)
    },

    async remove(space: string, id: string): Promise<void> {
      await on(connection)
        .delete(jobs)
        .where(and(eq(jobs.space, space), eq(jobs.id, id)))
    },

    /** Removes the oldest of a kind beyond `keep`, but for those with one of these statuses. */
    async prune(space: string, kind: string, keep: number, spared: readonly string[]): Promise<void> {
      await connection.query(
        `DELETE FROM jobs WHERE space = $1 AND kind = $2 AND status <> ALL ($4::text[]) AND id NOT IN (
           SELECT id FROM jobs WHERE space = $1 AND kind = $2 ORDER BY created_at DESC, id DESC LIMIT $3)`,
        [space, kind, keep, [...spared]],
      )
    },

    /**
     * Gives jobs whose runner is gone another status; with `from`, only those that have this one. The queue's are left to it.
     *
     * @returns How many.
     */
    async endAbandoned(status: string, from?: string): Promise<number> {
      const now = clock()
      const changes = { status, leaseUntil: null, updatedAt: now }
      const has = from === undefined ? undefined : eq(jobs.status, from)
      const which = and(lt(jobs.leaseUntil, now), eq(jobs.queued, false), has)
      return (await on(connection).update(jobs).set(changes).where(which).returning({ id: jobs.id })).length
    },
  }
}

export type JobStore = ReturnType<typeof createJobStore>
