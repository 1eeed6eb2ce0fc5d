import { openStorage } from '@enfilade/storage'
import type { Environment } from './environment.ts'
import { EnvironmentError } from './environment.ts'
import { startJobRunner } from './jobs/job-runner.ts'
import { createJobWork, type JobWork } from './jobs/job-work.ts'
import { LIMITS, type Limits } from './limits.ts'
import { describeError, type Logger } from './logger.ts'
import { createId } from './tokens.ts'

export type WorkerOptions = Pick<Environment, 'databaseUrl' | 'dataDirectory' | 'bucket'> & {
  log: Logger
  /** Default: threads of this process. */
  work?: JobWork
  limits?: Partial<Limits>
}

/**
 * A process that serves nobody and does the jobs of all servers on the same database. Any number may run.
 *
 * @throws EnvironmentError without a database that several processes can share, and what `openStorage` throws.
 */
export async function startWorker({ log, work, ...options }: WorkerOptions): Promise<{ close(): Promise<void> }> {
  if (!options.databaseUrl) {
    const cure = 'set DATABASE_URL to the PostgreSQL server of the others, or leave out --role: one process does all'
    throw new EnvironmentError(`A worker shares its database with the server: ${cure}.`)
  }
  if (!options.bucket) log('info', 'files-in-folder', { reason: `${options.dataDirectory} has to be the server's own` })
  const limits = { ...LIMITS, ...options.limits }
  const clock = () => new Date()
  const onError = (error: Error) => log('warn', 'database-connection-lost', { error: describeError(error) })
  const storage = await openStorage({ ...options, clock, onError })
  const runner = startJobRunner({
    storage,
    work: work ?? createJobWork(limits),
    limits,
    log,
    clock,
    worker: createId(),
  })
  return {
    async close() {
      await runner.close()
      await storage.close()
    },
  }
}
