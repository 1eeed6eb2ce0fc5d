import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { explainCase, listFailures } from './furnish/failures.ts'
import { hasModels } from './furnish/load-ports.ts'
import { drawOutlines } from './furnish/outline-table.ts'
import type { OutlineResult } from './furnish/outlines.ts'
import { type Corpus, checkFrozen, readCorpora } from './furnish/read-requests.ts'
import type { CaseResult } from './furnish/run-case.ts'
import { runTasks } from './furnish/run-tasks.ts'
import { type Column, drawTable } from './furnish/table.ts'
import { tally } from './furnish/tally.ts'

const usage = `  --half own|independent   one half of the requests alone; seen: those of others that have been read; none: outlines alone
  --language en|zh         one language alone
  --only ID                one request (or several, by commas), every expectation with what was measured
  --failures               what fails, by kind of expectation
  --show-independent       --failures and --only for the independent half too, which is blind for who builds
  --no-models              without learned models
  --solver                 the solver alone as well, when only some requests or models are asked for
  --outlines N             so many random outlines (1000); 0 for none
  --quick                  every fourth request, 60 outlines
  --json FILE              everything, as JSON
`

type Column4 = Column & { readonly results: readonly CaseResult[] }

async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: {
      half: { type: 'string' },
      language: { type: 'string' },
      only: { type: 'string' },
      failures: { type: 'boolean' },
      'show-independent': { type: 'boolean' },
      'no-models': { type: 'boolean' },
      solver: { type: 'boolean' },
      outlines: { type: 'string' },
      quick: { type: 'boolean' },
      json: { type: 'string' },
      help: { type: 'boolean' },
    },
  })
  if (values.help) return void process.stdout.write(usage)
  const ids = values.only?.split(',')
  const corpora = readCorpora()
    .filter(
      ({ half, language }) =>
        (values.half ?? (ids || half !== 'seen' ? half : undefined)) === half &&
        language === (values.language ?? language),
    )
    .map((corpus) => ({
      ...corpus,
      requests: corpus.requests.filter(({ id }, index) => (ids ? ids.includes(id) : !values.quick || index % 4 === 0)),
    }))
    .filter(({ requests }) => requests.length > 0)
  const isShown = ({ half }: Corpus) => half !== 'independent' || values['show-independent'] === true
  if (ids && !corpora.every(isShown)) return print('the independent half is blind: --show-independent shows it')
  const withModels = !values['no-models']
  const columns = await runCorpora(corpora, withModels)
  const results = columns.flatMap((column) => column.results)
  if (ids) return explain(corpora, results)
  const isWhole = !values.half && !values.language
  const models = withModels && hasModels ? ', with learned models' : ', no learned models'
  if (columns.length > 0) {
    print(`\nrequests${models} (independent half: ${checkFrozen().text})\n\n${drawTable(withTotal(columns))}`)
    const isCompared = hasModels && withModels && (values.solver || (isWhole && !values.failures))
    if (isCompared) {
      const alone = drawTable(withTotal(await runCorpora(corpora, false)))
      print(`\nthe solver alone: the same understanding, no learned models\n\n${alone}`)
    }
  }
  const count = Number(values.outlines ?? (values.quick ? 60 : isWhole && !values.failures ? 1000 : 0))
  const outlines = await runOutlines(count, withModels)
  if (outlines.length > 0) print(`\n${outlines.length} random outlines\n\n${drawOutlines(outlines)}`)
  if (values.failures) {
    const shown = columns.filter((_, index) => isShown(corpora[index]!)).flatMap((column) => column.results)
    print(`\n${listFailures(results, new Set(shown))}`)
  }
  if (values.json) {
    const shown = columns.filter((_, index) => isShown(corpora[index]!))
    writeFileSync(values.json, JSON.stringify({ columns: shown, outlines }, undefined, 1))
  }
}

async function runCorpora(corpora: readonly Corpus[], withModels: boolean): Promise<Column4[]> {
  const tasks = corpora.flatMap(({ requests }) => requests.map((request) => ({ request })))
  const results = await runTasks<CaseResult>(tasks, withModels, progress('requests', tasks.length))
  let from = 0
  return corpora.map(({ half, language, requests }) => {
    const own = results.slice(from, from + requests.length)
    from += requests.length
    return { name: `${half} ${language}`, results: own, tally: tally(own) }
  })
}

async function runOutlines(count: number, withModels: boolean): Promise<OutlineResult[]> {
  const tasks = Array.from({ length: count }, (_, outline) => ({ outline, count }))
  return runTasks<OutlineResult>(tasks, withModels, progress('outlines', count))
}

/** Both languages of a half side by side, all at the end. */
function withTotal(columns: readonly Column4[]): Column[] {
  if (columns.length < 2) return [...columns]
  const of = (end: string) => columns.filter(({ name }) => name.endsWith(end)).flatMap(({ results }) => results)
  const totals = ['en', 'zh'].map((language) => ({ name: `all ${language}`, tally: tally(of(` ${language}`)) }))
  const all = { name: 'all', tally: tally(columns.flatMap(({ results }) => results)) }
  return [...columns, ...totals.filter(({ tally: { requests } }) => requests > 0), all]
}

function explain(corpora: readonly Corpus[], results: readonly CaseResult[]): void {
  const requests = corpora.flatMap((corpus) => corpus.requests)
  for (const [index, request] of requests.entries()) print(`\n${explainCase(request, results[index]!)}`)
}

const print = (text: string): void => void process.stdout.write(`${text}\n`)

const progress = (what: string, of: number) => (done: number) => {
  if (process.stderr.isTTY) process.stderr.write(`\r${what} ${done} of ${of}${done === of ? '\n' : ''}`)
}

export default {
  name: 'furnish',
  summary: 'requests in words judged by an independent checker, and random outlines, against the bars; --help for more',
  run,
}
