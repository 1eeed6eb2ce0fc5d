// Data for the search model: node --import ./infra/typescript.mjs packages/layout/training/log-searches.ts --count 2000 --seed 2000000
// --out FILE.jsonl. Solves each room by several full starts and notes what each chose. Goes on after the last whole line of
// FILE. The vocabulary goes to FILE.vocabulary.json.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { kinds } from '@enfilade/catalogue'
import { buildSearchInputs, formsOf } from '../src/model/search-inputs.ts'
import { createVocabulary } from '../src/model/tokens.ts'
import { openSample } from '../src/samples/furnish-sample.ts'
import type { Solution } from '../src/search.ts'
import { solve } from '../src/solve.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '2000000' },
    starts: { type: 'string', default: '5' },
    rounds: { type: 'string', default: '60' },
    out: { type: 'string' },
  },
})
if (!values.out) {
  process.stderr.write('log-searches.ts --out FILE.jsonl [--count N] [--seed S] [--starts N] [--rounds N]\n')
  process.exit(64)
}
const vocabulary = createVocabulary(kinds.map(({ id }) => id))
writeFileSync(`${values.out}.vocabulary.json`, JSON.stringify(vocabulary))
const done = existsSync(values.out) ? readFileSync(values.out, 'utf8').split('\n').length - 1 : 0
const [first, starts, rounds] = [Number(values.seed), Number(values.starts), Number(values.rounds)]
for (let seed = first + done; seed < first + Number(values.count); seed++)
  appendFileSync(values.out, `${JSON.stringify(logRoom(seed))}\n`)

/** The network's inputs for a room, and what every start chose: a form's rank, −1 for no place, −2 for a form of the room's own. */
function logRoom(seed: number) {
  const { site, brief, program } = openSample(seed)
  const { units } = program
  if (units.length === 0) return { seed }
  const inputs = buildSearchInputs({ site, brief, units }, vocabulary)
  const table = (name: string): number[] =>
    Array.from(inputs[name]!.data, (value: number | bigint) => Math.round(Number(value) * 1e4) / 1e4)
  const formsChosen = ({ chosen }: Solution): number[] =>
    chosen.map((candidate, unit) => {
      if (!candidate) return -1
      const rank = formsOf(units[unit]!).indexOf(candidate.arrangement)
      return rank < 0 ? -2 : rank
    })
  return {
    seed,
    shape: inputs.forms!.shape,
    room: table('room'),
    room_type: table('room_type')[0],
    units: table('units'),
    unit_words: table('unit_words'),
    forms: table('forms'),
    starts: solve(site, units, { seed, starts, rounds }).solutions.map((solution) => ({
      cost: Math.round(solution.cost * 1e3) / 1e3,
      forms: formsChosen(solution),
    })),
  }
}
