import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { availableParallelism } from 'node:os'
import type { Duplex } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { CompletionSettings } from '@enfilade/completions'
import { type BucketSettings, openStorage } from '@enfilade/storage'
import {
  type Clock,
  createSyncServer,
  type SyncEvent,
  type SyncServer,
  type SyncServerOptions,
  systemClock,
} from '@enfilade/sync'
import { getRequestListener } from '@hono/node-server'
import { createAccessRules } from './access.ts'
import { createApp } from './app.ts'
import { createAuthorize } from './authorize-sync.ts'
import { createCopilotWork } from './copilot-work.ts'
import type { Dependencies } from './dependencies.ts'
import { createDocumentEdits } from './document-edits.ts'
import { createDocumentWork } from './document-work.ts'
import { startJobRunner } from './jobs/job-runner.ts'
import { createJobWork, type JobWork } from './jobs/job-work.ts'
import { LIMITS, type Limits } from './limits.ts'
import { createLinkExpiry } from './link-expiry.ts'
import { createLogger, describeError, type Logger, type LogLevel } from './logger.ts'
import { isOwnOrigin } from './origin.ts'
import { createId, createToken } from './tokens.ts'

/** The port or address can't be listened on; the message names the cure. */
export class ListenError extends Error {
  override name = 'ListenError'
}

export type ServerOptions = {
  /** Default: 127.0.0.1. */
  host?: string
  /** 0: any free port. */
  port: number
  dataDirectory: string
  /** Absent: PGlite in the data folder. */
  databaseUrl?: string
  /** Where browsers reach this server, when that is not what they say in `Host`. */
  origin?: string
  /** The operator's language model. Absent: the built-in understanding alone. */
  completion?: CompletionSettings
  /** An S3-compatible store for large files. Absent: the data folder. */
  bucket?: BucketSettings
  /** Does the long work. Default: worker threads of this process; `elsewhere`: other processes with the role of a worker. */
  jobs?: JobWork | 'elsewhere'
  /** Default: the built web app of this checkout. */
  webFolder?: string
  limits?: Partial<Limits>
  /** Overrides for the sync side: limits, times, … */
  sync?: Partial<Pick<SyncServerOptions, 'limits' | 'times'>>
  clock?: Clock
  /** Default: lines of JSON on stderr. */
  log?: Logger
}

export type RunningServer = {
  /** Where it listens, without a slash at the end. */
  url: string
  /** What the server is made of, for tests. */
  deps: Dependencies
  /** Stops taking requests, stores what waits, closes the database. Loses nothing; safe to call twice. */
  close(): Promise<void>
}

const WEB_FOLDER = fileURLToPath(new URL('../../web/dist', import.meta.url))
const ABANDONED_LOOK_MS = 60_000

/**
 * Opens the storage, starts to sync and listens.
 *
 * @throws ListenError, and what `openStorage` throws. Nothing is left open then.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const clock = options.clock ?? systemClock
  const now = () => new Date(clock.now())
  const log = options.log ?? createLogger((line) => process.stderr.write(line), now)
  const closers: Closer[] = []
  try {
    const deps = await assemble(options, clock, log, closers)
    const server = createServer(getRequestListener(createApp(deps).fetch))
    const requests = countRequests(server)
    serveSync(server, deps)
    await listen(server, options)
    let closing: Promise<void> | undefined
    return {
      url: urlOf(server),
      deps,
      close() {
        closing ??= closeServer(server, requests, deps, closers)
        return closing
      },
    }
  } catch (error) {
    await closeAll(closers)
    throw error
  }
}

type Closer = () => Promise<void> | void

/** The last opened first. */
async function closeAll(closers: Closer[]): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close()
}

async function assemble(options: ServerOptions, clock: Clock, log: Logger, closers: Closer[]): Promise<Dependencies> {
  const now = () => new Date(clock.now())
  const limits: Limits = { ...LIMITS, ...options.limits }
  const storage = await openStorage({
    dataDirectory: options.dataDirectory,
    clock: now,
    onError: (error) => log('warn', 'database-connection-lost', { error: describeError(error) }),
    ...(options.databaseUrl ? { databaseUrl: options.databaseUrl } : {}),
    ...(options.bucket ? { bucket: options.bucket } : {}),
  })
  closers.push(() => storage.close())
  const access = createAccessRules(storage, now)
  const linkExpiry = createLinkExpiry({
    find: storage.links.get,
    sync: { changeAccess: (which, role) => sync.changeAccess(which, role) },
    clock,
    onError: (error) => log('warn', 'link-expiry-failed', { error: describeError(error) }),
  })
  closers.push(() => linkExpiry.close())
  const sync: SyncServer = createSyncServer({
    ...options.sync,
    log: storage.log,
    authorize: createAuthorize(storage, access, linkExpiry),
    clock,
    onEvent: (event) => logSync(log, event),
  })
  closers.push(() => sync.close())
  const documents = createDocumentWork(limits)
  // One core stays with the event loop that syncs.
  const copilot = createCopilotWork(limits, Math.max(1, Math.min(4, availableParallelism() - 1)), options.completion)
  closers.push(async () => {
    await Promise.all([documents.close(), copilot.close()])
  })
  closers.push(endAbandonedJobs(storage, log))
  const jobs =
    options.jobs === 'elsewhere'
      ? undefined
      : startJobRunner({
          storage,
          work: options.jobs ?? createJobWork(limits),
          limits,
          log,
          clock: now,
          worker: createId(),
        })
  if (jobs) closers.push(() => jobs.close())
  return {
    storage,
    sync,
    access,
    linkExpiry,
    documents,
    edits: createDocumentEdits(sync),
    copilot,
    wakeJobs: () => jobs?.wake(),
    limits,
    log,
    clock: now,
    createId,
    createToken,
    createSeed: () => Math.floor(Math.random() * 2 ** 32),
    webFolder: options.webFolder ?? WEB_FOLDER,
    ...(options.origin ? { origin: options.origin } : {}),
  }
}

/** Hands websocket requests to sync, after the check that browsers can't get around. */
function serveSync(server: Server, { sync, origin, log }: Dependencies): void {
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const refuse = (status: string) => {
      socket.on('error', () => {})
      socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
    }
    try {
      if (!/^\/sync\/[^/?]+\/?(\?|$)/.test(request.url ?? '')) return refuse('404 Not Found')
      if (!isOwnOrigin(request.headers.origin, request.headers.host, origin)) return refuse('403 Forbidden')
      sync.handleUpgrade(request, socket, head)
    } catch (error) {
      log('warn', 'upgrade-failed', { error: describeError(error) })
      refuse('400 Bad Request')
    }
  })
  // A broken request ends its own socket and nothing else.
  server.on('clientError', (_error, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
    else socket.destroy()
  })
}

function listen(server: Server, { port, host = '127.0.0.1' }: ServerOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explainListenError(error, host, port)))
    server.listen(port, host, resolve)
  })
}

function explainListenError(cause: NodeJS.ErrnoException, host: string, port: number): Error {
  const cures: { readonly [code: string]: string } = {
    EADDRINUSE: `port ${port} is taken by another program: stop that one, or set PORT to another number`,
    EACCES: `port ${port} may not be used by this user: set PORT to 1024 or more`,
    EADDRNOTAVAIL: `this machine has no address ${host}: set HOST to one that it has`,
    ENOTFOUND: `the name ${host} is not known: set HOST to an address of this machine`,
  }
  return new ListenError(`Can't listen on ${host}:${port}: ${cures[cause.code ?? ''] ?? cause.message}.`, { cause })
}

function urlOf(server: Server): string {
  const { address, family, port } = server.address() as AddressInfo
  const name = address === '0.0.0.0' || address === '::' || address === '127.0.0.1' ? 'localhost' : address
  return `http://${family === 'IPv6' && name !== 'localhost' ? `[${name}]` : name}:${port}`
}

/** Requests that are being answered; websockets are none. */
function countRequests(server: Server): { open: number; whenNone(boundMs: number): Promise<void> } {
  const count = {
    open: 0,
    whenNone(boundMs: number): Promise<void> {
      return new Promise((resolve) => {
        const bound = setTimeout(resolve, boundMs)
        const look = () => {
          if (count.open > 0) return
          clearTimeout(bound)
          server.off('answered', look)
          resolve()
        }
        server.on('answered', look)
        look()
      })
    },
  }
  server.on('request', (_request, response) => {
    count.open += 1
    response.once('close', () => {
      count.open -= 1
      server.emit('answered')
    })
  })
  return count
}

/**
 * Takes no more connections, lets open requests end for a bounded time (what the copilot is thinking about is given up),
 * then lets sync store what waits and say goodbye, and closes the rest.
 */
async function closeServer(
  server: Server,
  requests: ReturnType<typeof countRequests>,
  { limits, copilot }: Dependencies,
  closers: Closer[],
): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve))
  server.closeIdleConnections()
  await copilot.close()
  await requests.whenNone(limits.closeMs)
  await closeAll(closers)
  server.closeAllConnections()
  await closed
}

/** Jobs whose runner died are told so, now and from time to time. */
function endAbandonedJobs({ jobs }: Dependencies['storage'], log: Logger): () => void {
  const look = () => {
    // Who died while accepting left the proposal undecided: what was put in already makes it stale.
    const look = jobs.endAbandoned('open', 'accepting').then(() => jobs.endAbandoned('failed'))
    look.catch((error) => log('warn', 'job-look-failed', { error: describeError(error) }))
  }
  look()
  const timer = setInterval(look, ABANDONED_LOOK_MS)
  timer.unref()
  return () => clearInterval(timer)
}

const SYNC_LEVELS: { readonly [type in SyncEvent['type']]?: LogLevel } = {
  'commit-failed': 'error',
  'commit-recovered': 'warn',
  'connection-failed': 'warn',
  'compaction-failed': 'error',
  'document-failed': 'error',
  'edit-refused': 'info',
  'lost-on-close': 'error',
  quarantined: 'warn',
  'store-changed': 'warn',
}

/** The comings and goings of people are not logged; what may need somebody's care is. */
function logSync(log: Logger, event: SyncEvent): void {
  const level = SYNC_LEVELS[event.type]
  if (!level) return
  const { type, ...fields } = event
  const entries = Object.entries(fields).map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : value])
  log(level, `sync-${type}`, Object.fromEntries(entries))
}
