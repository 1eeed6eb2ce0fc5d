import { dirname, isAbsolute, join } from 'node:path'
import type { CopilotPorts } from '@enfilade/copilot'
import { CommandError, describeFileError, EXIT, type ExitCode } from '../command-error.ts'
import { complain, parseSceneValue, readSceneFile, type SceneFile } from '../read-scene.ts'
import type { Terminal } from '../terminal.ts'
import { type Answered, answerRequest, isChinese, type Request, refuseRequest } from './answer-request.ts'
import { DENSITIES } from './ask.ts'

export type Batch = {
  readonly path: string
  readonly out: string
  readonly seed: number
  readonly options: Request['options']
  readonly ports: CopilotPorts
}

type Line = { readonly [field: string]: unknown }

/** Ids name files, so they are words: letters, digits, `.`, `_` and `-`, and no leading point. */
const FILE_NAME = /^[\p{L}\p{N}_][\p{L}\p{N}._-]{0,199}$/u

/** `ask --batch`: one request a line, one after another. A request that fails still writes its files. */
export async function runBatch(batch: Batch, terminal: Terminal): Promise<ExitCode> {
  const text = await terminal.read(batch.path).catch((error: unknown) => {
    throw describeFileError(error, batch.path)
  })
  const lines = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line) => line.trim())
  // Start-up is not the requests' time: what is built on first use is built before.
  await answerRequest({ prompt: 'a study', seed: 1, options: {}, ports: batch.ports })
  const timings: [string, number][] = []
  const used = new Set<string>()
  let hasUnmet = false
  for (const [index, line] of lines.entries()) {
    if (line === '') continue
    const fields = parseLine(line)
    const id = takeId(fields, index + 1, used)
    const start = terminal.now()
    const answered = await answerLine(fields, index + 1, batch, terminal)
    timings.push([id, Math.round((terminal.now() - start) * 10) / 10])
    await writeAnswer(batch.out, id, answered, terminal)
    terminal.note(`${id}: ${answered.hasUnmet ? 'unmet' : 'done'}`)
    hasUnmet ||= answered.hasUnmet
  }
  await write(join(batch.out, 'timings.json'), `${JSON.stringify(Object.fromEntries(timings), null, 2)}\n`, terminal)
  return hasUnmet ? EXIT.unmet : EXIT.done
}

async function answerLine(
  fields: Line | undefined,
  number: number,
  batch: Batch,
  terminal: Terminal,
): Promise<Answered> {
  const prompt = typeof fields?.prompt === 'string' ? fields.prompt : ''
  let request: Request = { prompt, seed: batch.seed, options: batch.options, ports: batch.ports }
  try {
    if (!fields) throw new CommandError(`line ${number} is no JSON object: expected {"id": "…", "prompt": "…"}.`)
    if (!prompt.trim()) throw new CommandError(`line ${number} has no "prompt": say what is wanted.`)
    const options = { ...batch.options, ...readRequestOptions(fields.options) }
    request = { ...request, seed: readRequestSeed(fields.seed) ?? batch.seed, options }
    const scene = await readRequestScene(fields.scene, batch.path, terminal)
    if (scene) request = { ...request, document: scene.document, extra: scene.extra }
    return await answerRequest(request)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    terminal.note(`${batch.path}:${number}: ${reason}`)
    return refuseRequest(request, isChinese(prompt) ? `无法处理这一请求（${reason}）` : reason)
  }
}

function parseLine(line: string): Line | undefined {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Line) : undefined
  } catch {
    return undefined
  }
}

/** The request's own id where it can name a file and is not taken, else one after its line. */
function takeId(fields: Line | undefined, number: number, used: Set<string>): string {
  const given = typeof fields?.id === 'number' ? String(fields.id) : fields?.id
  const name = typeof given === 'string' && FILE_NAME.test(given) && given !== 'timings' ? given : `line-${number}`
  let id = name
  for (let count = 2; used.has(id); count++) id = `${name}-${count}`
  used.add(id)
  return id
}

function readRequestSeed(value: unknown): number | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value
  throw new CommandError(`"seed" ${JSON.stringify(value)} is no whole number from 0.`)
}

function readRequestOptions(value: unknown): Request['options'] {
  if (value === undefined || value === null) return {}
  if (typeof value !== 'object' || Array.isArray(value))
    throw new CommandError('"options" is no object: expected {"density": "normal"}.')
  const { density, people, explain, budgetMs } = value as Line
  const known = DENSITIES.find((each) => each === density)
  if (density !== undefined && !known)
    throw new CommandError(`"density" ${JSON.stringify(density)} is not known: use ${DENSITIES.join(', ')}.`)
  if (people !== undefined && typeof people !== 'string')
    throw new CommandError(`"people" ${JSON.stringify(people)} is no text: say who lives there in words.`)
  const isBudget = typeof budgetMs === 'number' && Number.isSafeInteger(budgetMs) && budgetMs > 0
  if (budgetMs !== undefined && !isBudget)
    throw new CommandError(`"budgetMs" ${JSON.stringify(budgetMs)} is no whole number of milliseconds from 1.`)
  return {
    ...(isBudget ? { budgetMs } : {}),
    ...(known ? { density: known } : {}),
    ...(typeof people === 'string' ? { people } : {}),
    ...(explain === true ? { explain: true } : {}),
  }
}

/** Inline Scene JSON, or a path: from where the person stands, else from beside the batch file. */
async function readRequestScene(value: unknown, batchPath: string, terminal: Terminal): Promise<SceneFile | undefined> {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'object') {
    const scene = parseSceneValue(value, 'the inline scene')
    complain('the inline scene', scene.diagnostics, terminal)
    return scene
  }
  if (typeof value !== 'string') throw new CommandError('"scene" is neither a path nor Scene JSON.')
  try {
    return await readSceneFile(value, terminal)
  } catch (error) {
    const beside = join(dirname(terminal.resolve(batchPath)), value)
    if (isAbsolute(value) || batchPath === '-' || beside === terminal.resolve(value)) throw error
    return await readSceneFile(beside, terminal).catch(() => {
      throw error
    })
  }
}

async function writeAnswer(out: string, id: string, { json, report }: Answered, terminal: Terminal): Promise<void> {
  await write(join(out, `${id}.json`), json, terminal)
  await write(join(out, `${id}.report.txt`), report, terminal)
}

async function write(path: string, text: string, terminal: Terminal): Promise<void> {
  await terminal.write(path, text).catch((error: unknown) => {
    throw describeFileError(error, path)
  })
}
