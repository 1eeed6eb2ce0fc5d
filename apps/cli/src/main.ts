/** `npm run -s enfilade -- <command>`. */
import { runCli } from './run-cli.ts'
import { createTerminal } from './terminal.ts'

// Not process.exit: what is on its way to stdout has to arrive.
process.exitCode = await runCli(process.argv.slice(2), createTerminal())
