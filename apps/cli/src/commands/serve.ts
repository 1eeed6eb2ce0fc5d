import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { EXIT, type ExitCode } from '../command-error.ts'
import { readChoice, readOptions } from '../read-options.ts'

const root = new URL('../../../../', import.meta.url)

/** `serve`: what `npm start` runs, as a process of its own; signals go on to it, and it ends as the server ends. */
export async function runServe(args: readonly string[]): Promise<ExitCode> {
  const { values } = readOptions(args, { role: { type: 'string' } })
  const role = readChoice('role', values.role, ['all', 'web', 'worker'])
  const loader = new URL('infra/typescript.mjs', root).href
  const main = fileURLToPath(new URL('apps/server/src/main.ts', root))
  const env = { ...process.env, INIT_CWD: process.env.INIT_CWD ?? process.cwd() }
  const command = ['--import', loader, main, ...(role ? ['--role', role] : [])]
  const child = spawn(process.execPath, command, { cwd: fileURLToPath(root), stdio: 'inherit', env })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const forward = (signal: NodeJS.Signals) => void child.kill(signal)
  for (const signal of signals) process.on(signal, forward)
  const code = await new Promise<number>((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (status, signal) => resolve(status ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)))
  })
  for (const signal of signals) process.off(signal, forward)
  return code === 0 ? EXIT.done : EXIT.failed
}
