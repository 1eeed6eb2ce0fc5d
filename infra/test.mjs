// `npm test`: lint, types, then every test (unit, contract, faults, browser), and one closing line counted from what ran.
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureTestServices, findChromium } from './debian.mjs'
import { startPostgres } from './postgres.mjs'
import { root, say } from './set-up.mjs'

/** @returns {Promise<number>} Exit code. `args` narrow the run to test files whose path contains one of them. */
export async function runTests(args) {
  await ensureTestServices()
  const folder = mkdtempSync(join(tmpdir(), 'enfilade-test-'))
  const postgres = process.env.DATABASE_URL ? undefined : await startPostgres(join(folder, 'postgres'))
  const env = {
    ...process.env,
    DATABASE_URL: process.env.DATABASE_URL ?? postgres.url,
    CHROMIUM_PATH: findChromium(),
    NODE_ENV: 'test',
  }
  const stop = () => process.exit(130)
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
  const count = { passed: 0, failed: 0 }
  try {
    if (args.length === 0) {
      await check('Lint and format', 'node_modules/@biomejs/biome/bin/biome', ['check', '.'], env, count)
      await check('Types', 'node_modules/typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json'], env, count)
    }
    for (const project of ['unit', 'browser']) await runProject(project, args, folder, env, count)
  } finally {
    await postgres?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  if (count.passed + count.failed === 0) {
    say('No test ran.')
    count.failed = 1
  }
  process.stdout.write(`${count.passed} passed, ${count.failed} failed\n`)
  return count.failed === 0 ? 0 : 1
}

/** One check that passes or fails as a whole. */
async function check(name, script, args, env, count) {
  say(`${name} …`)
  const code = await node([script, ...args], env)
  if (code === 0) count.passed += 1
  else {
    count.failed += 1
    say(`${name} failed.`)
  }
}

async function runProject(project, args, folder, env, count) {
  const output = join(folder, `${project}.json`)
  mkdirSync(folder, { recursive: true })
  say(`Tests: ${project} …`)
  const flags = [
    'run',
    '--project',
    project,
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${output}`,
    '--passWithNoTests',
  ]
  const code = await node(['node_modules/vitest/vitest.mjs', ...flags, ...args], env)
  const result = readResult(output)
  const brokenFiles = result.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.length === 0,
  )
  for (const file of brokenFiles) say(`${file.name} could not run: ${file.message}`)
  const skipped = result.numPendingTests + (result.numTodoTests ?? 0)
  if (skipped > 0) say(`${skipped} tests were skipped; none may be.`)
  const failed = result.numFailedTests + brokenFiles.length + skipped
  count.passed += result.numPassedTests
  count.failed += code !== 0 && failed === 0 ? 1 : failed
}

function readResult(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return { testResults: [], numPassedTests: 0, numFailedTests: 0, numPendingTests: 0 }
  }
}

function node(args, env) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] })
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
