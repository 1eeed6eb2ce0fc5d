/** `npm start [-- --role all|web|worker]`: reads the environment, starts, and ends gracefully when asked to. */
import { EnvironmentError, readEnvironment } from './environment.ts'
import { createLogger, describeError } from './logger.ts'
import { readRole } from './read-role.ts'
import { startServer } from './start-server.ts'
import { startWorker } from './start-worker.ts'

/** A shutdown that takes longer is cut off; what was acknowledged is stored in any case. */
const SHUTDOWN_BOUND_MS = 25_000

const log = createLogger(
  (line) => process.stderr.write(line),
  () => new Date(),
)

// A terminal that is gone must not take the server with it before it has stored everything.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
process.on('unhandledRejection', (error) => log('error', 'unhandled-rejection', { error: describeError(error) }))
process.on('uncaughtException', (error) => {
  log('error', 'uncaught-exception', { error: describeError(error), stack: error.stack })
})

let server: { close(): Promise<void> } | undefined
try {
  const role = readRole(process.argv.slice(2))
  const environment = readEnvironment(process.env, process.env.INIT_CWD ?? process.cwd())
  if (environment.redisUrl) {
    const reason = 'REDIS_URL is set, but this version runs as one node and does not use it: do not start a second one.'
    log('warn', 'one-node-only', { reason })
  }
  if (role === 'worker') {
    server = await startWorker({ ...environment, log })
    process.stdout.write('Enfilade works on jobs\n')
  } else {
    const started = await startServer({ ...environment, log, ...(role === 'web' ? { jobs: 'elsewhere' } : {}) })
    server = started
    process.stdout.write(`Enfilade is ready at ${started.url}\n`)
  }
} catch (error) {
  process.stderr.write(`${error instanceof EnvironmentError ? error.message : describeError(error)}\n`)
  process.exit(1)
}

/** One Ctrl+C arrives more than once: from the terminal, from npm and from whoever else started us. */
const SAME_REQUEST_MS = 2_000

let closingSince: number | undefined
async function shutDown(signal: NodeJS.Signals): Promise<void> {
  if (closingSince !== undefined) {
    // Asked again: the person does not want to wait.
    if (Date.now() - closingSince > SAME_REQUEST_MS) process.exit(1)
    return
  }
  closingSince = Date.now()
  log('info', 'closing', { signal })
  setTimeout(() => process.exit(1), SHUTDOWN_BOUND_MS).unref()
  try {
    await server?.close()
    process.exit(0)
  } catch (error) {
    log('error', 'close-failed', { error: describeError(error) })
    process.exit(1)
  }
}
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, shutDown)
