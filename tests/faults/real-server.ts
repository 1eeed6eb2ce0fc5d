import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const START_MS = 60_000

export interface RealServer {
  http: string
  sync: string
  /** As a power cut would end it. */
  kill(): Promise<void>
  /** As an operator would. */
  stop(): Promise<void>
  isRunning(): boolean
  /** Everything it logged. */
  log(): string
}

export interface Installation {
  /** Starts the server, on the same data each time. */
  start(): Promise<RealServer>
  remove(): Promise<void>
}

/** The real server, as `npm start` runs it, on a data folder of its own. */
export function install(engine: 'pglite' | 'postgres'): Installation {
  const databaseUrl = process.env.DATABASE_URL
  if (engine === 'postgres' && !databaseUrl)
    throw new Error('DATABASE_URL is missing: a PostgreSQL that tests may fill')
  const data = mkdtempSync(join(tmpdir(), 'enfilade-faults-'))
  const running: RealServer[] = []
  return {
    async start() {
      const server = await startServer(data, engine === 'postgres' ? databaseUrl : undefined)
      running.push(server)
      return server
    },
    async remove() {
      await Promise.all(running.map((server) => server.kill()))
      rmSync(data, { recursive: true, force: true })
    },
  }
}

async function startServer(data: string, databaseUrl: string | undefined): Promise<RealServer> {
  const port = await findFreePort()
  const { DATABASE_URL: _, ...env } = process.env
  const child = spawn(process.execPath, ['--import', './infra/typescript.mjs', 'apps/server/src/main.ts'], {
    cwd: ROOT,
    env: {
      ...env,
      HOST: '127.0.0.1',
      PORT: String(port),
      ENFILADE_DATA: data,
      ...(databaseUrl && { DATABASE_URL: databaseUrl }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stderr!.on('data', (chunk) => {
    output += chunk
  })
  child.stdout!.on('data', (chunk) => {
    output += chunk
  })
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const isRunning = () => child.exitCode === null && child.signalCode === null
  const end = (signal: NodeJS.Signals) => {
    if (isRunning()) child.kill(signal)
    return exited
  }
  await waitUntilReady(child, port, () => output)
  return {
    http: `http://127.0.0.1:${port}`,
    sync: `ws://127.0.0.1:${port}/sync`,
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    isRunning,
    log: () => output,
  }
}

async function waitUntilReady(child: ChildProcess, port: number, output: () => string): Promise<void> {
  const deadline = Date.now() + START_MS
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended at the start:\n${output()}`)
    const answer = await fetch(`http://127.0.0.1:${port}/ready`).catch(() => undefined)
    if (answer?.ok) return
    if (Date.now() > deadline) {
      child.kill('SIGKILL')
      throw new Error(`the server is not ready after ${START_MS} ms:\n${output()}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      const port = typeof address === 'object' && address ? address.port : 0
      probe.close(() => resolve(port))
    })
  })
}

export interface Space {
  id: string
  document: string
  token: string
}

export async function request<Result>(
  server: RealServer,
  method: string,
  path: string,
  token: string,
  body?: unknown,
): Promise<Result> {
  const answer = await fetch(`${server.http}${path}`, {
    method,
    headers: {
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
  return (answer.status === 204 ? undefined : await answer.json()) as Result
}

export function createSpace(server: RealServer, name: string): Promise<Space> {
  return request<Space>(server, 'POST', '/api/spaces', '', { name })
}
