import { EXIT, type ExitCode, usageError } from '../command-error.ts'
import { readBudget, readChoice, readOptions, readSeed } from '../read-options.ts'
import { readSceneFile } from '../read-scene.ts'
import type { Terminal } from '../terminal.ts'
import { writeResult } from '../write-result.ts'
import { answerRequest } from './answer-request.ts'
import { runBatch } from './ask-batch.ts'

export const DENSITIES = ['sparse', 'normal', 'full'] as const

/** `ask`: any request, one or a batch. Ends with 2 when something is unmet. */
export async function runAsk(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, positionals } = readOptions(args, {
    prompt: { type: 'string', short: 'p' },
    scene: { type: 'string', short: 's' },
    seed: { type: 'string' },
    out: { type: 'string', short: 'o' },
    density: { type: 'string' },
    people: { type: 'string' },
    explain: { type: 'boolean' },
    'budget-ms': { type: 'string' },
    batch: { type: 'string' },
  })
  if (positionals.length > 0)
    throw usageError(
      `${JSON.stringify(positionals[0])} is one word too many: put the request in quotes after --prompt.`,
    )
  const density = readChoice('density', values.density, DENSITIES)
  const budgetMs = readBudget(values['budget-ms'])
  const options = {
    ...(density ? { density } : {}),
    ...(values.people === undefined ? {} : { people: values.people }),
    ...(values.explain ? { explain: true } : {}),
    ...(budgetMs === undefined ? {} : { budgetMs }),
  }
  const seed = readSeed(values.seed)
  if (values.batch !== undefined) {
    if (values.prompt !== undefined || values.scene !== undefined)
      throw usageError('--batch brings its own prompts and scenes: leave --prompt and --scene out.')
    if (values.out === undefined) throw usageError('--batch needs --out DIR, the folder for its results.')
    return runBatch(
      { path: values.batch, out: values.out, seed, options, ports: (await terminal.ports?.()) ?? {} },
      terminal,
    )
  }
  if (!values.prompt?.trim())
    throw usageError('--prompt is missing: say what you want, as in --prompt "furnish this as a bedroom".')
  const scene = values.scene === undefined ? undefined : await readSceneFile(values.scene, terminal)
  const { json, report, hasUnmet } = await answerRequest({
    prompt: values.prompt,
    seed,
    options,
    ...scene,
    ports: (await terminal.ports?.()) ?? {},
  })
  await writeResult(json, values.out, terminal)
  // With the scene in a file the report is the result that is left to print.
  if (values.out === undefined || values.out === '-') terminal.note(report.trimEnd())
  else terminal.out(report)
  return hasUnmet ? EXIT.unmet : EXIT.done
}
