// A PostgreSQL server of its own for tests and benchmarks: in a folder, on a free port of this machine, gone afterwards.
import { spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chmodSync, chownSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { findPostgres } from './debian.mjs'

const START_TIMEOUT_MS = 60_000
/** Where there is no user `postgres`: nobody. The server refuses to run as root. */
const NOBODY = 65_534

/**
 * Creates a cluster in `directory` and starts it. It listens on 127.0.0.1 only, asks for a password, and ends with this process.
 *
 * @returns {Promise<{ url: string, stop(): Promise<void> }>} `stop` ends it and removes the folder.
 */
export async function startPostgres(directory) {
  const binaries = findPostgres()
  if (!binaries) throw new Error('PostgreSQL is missing: install PostgreSQL 15 or newer, or set DATABASE_URL.')
  const user = serverUser()
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  if (user) {
    chownSync(directory, user.uid, user.gid)
    // The server's user has to pass through the folder around it.
    chmodSync(dirname(directory), 0o711)
  }
  const password = randomBytes(18).toString('base64url')
  createCluster(binaries, directory, password, user)
  const port = await findFreePort()
  const log = join(directory, 'server.log')
  const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '', max_connections: 200 }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const shell = `exec "$0" "$@" >"${log}" 2>&1`
  const arguments_ = ['-c', shell, join(binaries, 'postgres'), '-D', join(directory, 'data'), ...flags]
  const server = spawn('sh', arguments_, { cwd: directory, stdio: 'ignore', ...user })
  const exited = new Promise((resolve) => server.once('exit', resolve))
  const killWithUs = () => server.kill('SIGQUIT')
  process.once('exit', killWithUs)

  async function stop() {
    process.removeListener('exit', killWithUs)
    // SIGINT is PostgreSQL's "fast" shutdown: it drops its clients and writes everything down.
    if (server.exitCode === null) server.kill('SIGINT')
    await exited
    rmSync(directory, { recursive: true, force: true })
  }

  try {
    await waitUntilReady(binaries, port, server)
  } catch (cause) {
    const tail = readFileSync(log, 'utf8').slice(-2000)
    await stop()
    throw new Error(`PostgreSQL did not start: ${cause.message}\n${tail}`, { cause })
  }
  return { url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`, stop }
}

function createCluster(binaries, directory, password, user) {
  const passwordFile = join(directory, 'password')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (user) chownSync(passwordFile, user.uid, user.gid)
  const flags = [
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
    '--no-sync',
  ]
  const result = spawnSync(join(binaries, 'initdb'), [...flags, '-D', join(directory, 'data')], {
    cwd: directory,
    encoding: 'utf8',
    ...user,
  })
  rmSync(passwordFile)
  if (result.status !== 0) throw new Error(`initdb failed: ${result.error?.message ?? result.stderr}`)
}

/** Whom to run as where we are root, else `undefined`: as ourselves. */
function serverUser() {
  if (process.getuid?.() !== 0) return undefined
  const idOf = (flag) => Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout.trim() || NOBODY)
  return { uid: idOf('-u'), gid: idOf('-g') }
}

function findFreePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

async function waitUntilReady(binaries, port, server) {
  const deadline = Date.now() + START_TIMEOUT_MS
  while (spawnSync(join(binaries, 'pg_isready'), ['-q', '-h', '127.0.0.1', '-p', String(port)]).status !== 0) {
    if (server.exitCode !== null) throw new Error(`it ended with ${server.exitCode}`)
    if (Date.now() > deadline) throw new Error(`it was not ready after ${START_TIMEOUT_MS / 1000} s`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
