// Everything a fresh clone needs before a command can run: the dependencies and, for what serves pages, the built web app.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))
export const typescriptFlag = ['--import', pathToFileURL(join(root, 'infra/typescript.mjs')).href]

const minimumNode = [20, 19]
const installStamp = join(root, 'node_modules/.enfilade-installed')
const webStamp = join(root, 'apps/web/dist/.enfilade-built')
const lockDirectory = join(root, '.cache/set-up.lock')

/** Ends the process where Node is too old, saying so. */
export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number)
  if (major > minimumNode[0] || (major === minimumNode[0] && minor >= minimumNode[1])) return
  process.stderr.write(`Enfilade needs Node ${minimumNode.join('.')} or newer; this is ${process.versions.node}.\n`)
  process.exit(1)
}

/** Installs and builds what is missing or out of date. Safe to run twice at once. */
export async function setUp({ web }) {
  if (isReady(web)) return
  await withLock(async () => {
    if (!isInstalled()) {
      say('Installing dependencies …')
      await run('npx', ['--yes', pnpmVersion(), 'install', '--frozen-lockfile', '--reporter=append-only'])
      writeFileSync(installStamp, installHash())
    }
    if (web && !isWebBuilt()) {
      say('Building the web app …')
      await run(
        process.execPath,
        ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'],
        join(root, 'apps/web'),
      )
      writeFileSync(webStamp, webHash())
    }
  })
}

const isReady = (web) => isInstalled() && (!web || isWebBuilt())
const isInstalled = () => readIfThere(installStamp) === installHash()
const isWebBuilt = () => readIfThere(webStamp) === webHash()

function pnpmVersion() {
  return JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager
}

function installHash() {
  const hash = createHash('sha256')
  hash.update(`${process.platform} ${process.arch} ${readFileSync(join(root, 'pnpm-lock.yaml'), 'utf8')}`)
  for (const group of ['.', 'apps', 'packages', 'tests'])
    for (const file of manifestsIn(group)) hash.update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function manifestsIn(group) {
  if (group === '.' || group === 'tests')
    return [join(group, 'package.json')].filter((file) => existsSync(join(root, file)))
  return readdirSync(join(root, group))
    .sort()
    .map((name) => join(group, name, 'package.json'))
    .filter((file) => existsSync(join(root, file)))
}

/** Over names, sizes and contents of all that the web build reads. */
function webHash() {
  const hash = createHash('sha256')
  hash.update(readFileSync(join(root, 'pnpm-lock.yaml')))
  for (const directory of ['apps/web', 'packages']) hashDirectory(hash, directory)
  return hash.digest('hex')
}

function hashDirectory(hash, directory) {
  for (const entry of readdirSync(join(root, directory), { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    const path = `${directory}/${entry.name}`
    if (entry.isDirectory()) {
      if (!['node_modules', 'dist', 'bench', 'conformance'].includes(entry.name)) hashDirectory(hash, path)
    } else if (entry.isFile() && !/\.test\.tsx?$|\.md$/.test(entry.name)) {
      hash.update(`${path}\0`)
      hash.update(readFileSync(join(root, path)))
    }
  }
}

async function withLock(work) {
  mkdirSync(dirname(lockDirectory), { recursive: true })
  let told = false
  while (!tryLock()) {
    if (!told) say('Waiting for another set-up of this clone …')
    told = true
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  const unlock = () => rmSync(lockDirectory, { recursive: true, force: true })
  process.once('exit', unlock)
  try {
    await work()
  } finally {
    unlock()
    process.removeListener('exit', unlock)
  }
}

function tryLock() {
  try {
    mkdirSync(lockDirectory)
    writeFileSync(join(lockDirectory, 'pid'), String(process.pid))
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (isAbandoned()) rmSync(lockDirectory, { recursive: true, force: true })
    return false
  }
}

/** True where the process that took the lock is gone. */
function isAbandoned() {
  const pid = Number(readIfThere(join(lockDirectory, 'pid')))
  if (!pid) return existsSync(lockDirectory) && Date.now() - statSync(lockDirectory).mtimeMs > 5000
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

/** Runs a set-up step with all of its output on stderr. */
export function run(command, args, cwd = root, env = process.env) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 2, 2] })
    child.on('error', (cause) => reject(new Error(`${command} could not be started: ${cause.message}`, { cause })))
    child.on('exit', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`Set-up failed: "${[command, ...args].join(' ')}" ended with ${code}.`)),
    )
  })
}

function readIfThere(file) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}

export function say(text) {
  process.stderr.write(`${text}\n`)
}
