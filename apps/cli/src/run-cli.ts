import { CommandError, EXIT, type ExitCode } from './command-error.ts'
import { HELP } from './help.ts'
import type { Terminal } from './terminal.ts'

type Command = (args: readonly string[], terminal: Terminal) => Promise<ExitCode>

/** Each loads on its own: converting a file does not wait for the solver. */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ['ask', async () => (await import('./commands/ask.ts')).runAsk],
  ['check', async () => (await import('./commands/check.ts')).runCheck],
  ['script', async () => (await import('./commands/convert.ts')).runScript],
  ['json', async () => (await import('./commands/convert.ts')).runJson],
  ['plan-drawing', async () => (await import('./commands/plan-drawing.ts')).runPlanDrawing],
  ['cameras', async () => (await import('./commands/cameras.ts')).runCameras],
  ['film', async () => (await import('./commands/film.ts')).runFilm],
  ['realise', async () => (await import('./commands/realise.ts')).runRealise],
  ['render', async () => (await import('./commands/render.ts')).runRender],
  ['scene-folder', async () => (await import('./commands/scene-folder.ts')).runSceneFolder],
  ['serve', async () => (await import('./commands/serve.ts')).runServe],
])

/** Runs one command and says with which code to end. Never throws. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = args
  const isHelp = args.some((arg, index) => arg === '--help' || arg === '-h' || (index === 0 && arg === 'help'))
  if (isHelp) {
    terminal.out(HELP)
    return EXIT.done
  }
  try {
    const load = name === undefined ? undefined : COMMANDS.get(name)
    if (load) return await (await load())(rest, terminal)
    const what = name === undefined ? 'A command is missing' : `There is no command ${JSON.stringify(name)}`
    throw new CommandError(`${what}: use ${[...COMMANDS.keys()].join(', ')}, or --help.`, EXIT.usage)
  } catch (error) {
    terminal.note(`enfilade: ${error instanceof Error ? error.message : String(error)}`)
    if (error instanceof CommandError) {
      if (error.code === EXIT.usage) terminal.note('Run enfilade --help for how to call it.')
      return error.code
    }
    if (error instanceof Error && error.stack) terminal.note(error.stack)
    return EXIT.failed
  }
}
