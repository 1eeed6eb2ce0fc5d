// The root commands: `npm start`, `npm test`, `npm run bench -- [name]`, `npm run -s enfilade -- <command>`.
// Plain JavaScript on Node's own modules, because it runs before anything is installed. Set-up talks on stderr only.
import { spawn } from 'node:child_process'
import { checkNode, root, setUp, typescriptFlag } from './set-up.mjs'

const [command, ...args] = process.argv.slice(2)

checkNode()
try {
  if (command === 'start') {
    await setUp({ web: true })
    await runNode(['apps/server/src/main.ts', ...args])
  } else if (command === 'cli') {
    await setUp({ web: args[0] === 'serve' })
    await runNode(['apps/cli/src/main.ts', ...args])
  } else if (command === 'bench') {
    await setUp({ web: false })
    await runNode(['infra/bench.mjs', ...args])
  } else if (command === 'test') {
    await setUp({ web: true })
    const { runTests } = await import('./test.mjs')
    process.exitCode = await runTests(args)
  } else {
    process.stderr.write(`run: unknown command "${command ?? ''}"; use start, test, bench or cli\n`)
    process.exitCode = 64
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

/** Runs a script in this project under Node with the TypeScript loader, and ends as it ends. */
function runNode(script) {
  const child = spawn(process.execPath, [...typescriptFlag, ...script], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, INIT_CWD: process.env.INIT_CWD ?? process.cwd() },
  })
  // The terminal signals the whole group; a supervisor only this process. The child decides when it is done.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      process.exitCode = code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)
      resolve()
    })
  })
}
