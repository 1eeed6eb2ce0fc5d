// Targets for the place model: node --import ./infra/typescript.mjs packages/layout/training/solve-rooms.ts --count 4000 --seed 0
// --out FILE.jsonl. Solves each room long, keeps what all starts chose. Goes on after the last whole line of FILE.
import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import type { Candidate } from '../src/candidate.ts'
import { furnishSample } from '../src/samples/furnish-sample.ts'
import type { SolvedRoom } from './solved-room.ts'

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '0' },
    out: { type: 'string' },
  },
})
if (!values.out) {
  process.stderr.write('solve-rooms.ts --out FILE.jsonl [--count N] [--seed S]\n')
  process.exit(64)
}
const done = existsSync(values.out) ? readFileSync(values.out, 'utf8').split('\n').length - 1 : 0
const first = Number(values.seed)
for (let seed = first + done; seed < first + Number(values.count); seed++) {
  const { program, solutions } = furnishSample(seed, 'long')
  const room: SolvedRoom = {
    seed,
    solutions: solutions.map(({ cost, chosen }) => ({ cost, chosen: chosen.map((one, unit) => toChoice(one, unit)) })),
    things: solutions[0]!.chosen.map((candidate) =>
      (candidate?.shapes ?? []).map(({ category, box }) => ({
        category,
        size: [box.halfWidth * 2, box.halfDepth * 2, box.top],
        x: box.x,
        y: box.y,
        yaw: box.yaw,
      })),
    ),
  }
  appendFileSync(values.out, `${JSON.stringify(room)}\n`)

  function toChoice(candidate: Candidate | undefined, unit: number): SolvedRoom['solutions'][number]['chosen'][number] {
    if (!candidate) return null
    const { arrangement, frame, edge } = candidate
    const { size } = arrangement.pieces[arrangement.anchor]!
    const isCooking = program.units[unit]!.purpose === 'cook' && !edge
    return isCooking
      ? null
      : { ...frame, edge: edge?.index ?? -1, placement: arrangement.placement, size: [size[0], size[1]] }
  }
}
