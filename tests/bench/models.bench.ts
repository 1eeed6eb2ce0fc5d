import { createRandom } from '@enfilade/geometry'
import { createLayoutModel } from '@enfilade/inference'
import { type Guide, guideSearch } from '../../packages/layout/src/model/guide-search.ts'
import type { LayoutHints } from '../../packages/layout/src/model/layout-model.ts'
import { openSample } from '../../packages/layout/src/samples/furnish-sample.ts'
import { type SolveOptions, solve } from '../../packages/layout/src/solve.ts'

/** First seed of the rooms measured here; training stays below. */
const HELD_OUT = 1_000_000

const ROUNDS = 60

/** A way to search, and what it takes of a room's hints. */
type Variant = { readonly name: string; readonly starts: number; readonly guide?: keyof typeof guides }

const guides = {
  none: (): Guide => ({}),
  prune: ({ keepPose }: Guide): Guide => ({ keepPose }),
  order: ({ prior }: Guide): Guide => ({ prior }),
  both: ({ keepPose, prior }: Guide): Guide => ({ keepPose, prior }),
  layout: ({ begin }: Guide): Guide => ({ begin }),
  all: (guide: Guide): Guide => guide,
  shuffled: ({ keepPose, prior }: Guide): Guide => ({ keepPose, prior }),
} as const

const variants: readonly Variant[] = [
  ...[1, 2, 4].map((starts) => ({ name: `${starts} starts, no model`, starts })),
  ...[1, 2, 4].map((starts) => ({
    name: `${starts} starts, places pruned`,
    starts,
    guide: 'prune' as const,
  })),
  { name: '4 starts, places ordered', starts: 4, guide: 'order' },
  { name: '4 starts, pruned and ordered', starts: 4, guide: 'both' },
  { name: '1 starts, begun with its layout', starts: 1, guide: 'layout' },
  { name: '1 starts, all three', starts: 1, guide: 'all' },
  { name: '4 starts, pruned by shuffled scores', starts: 4, guide: 'shuffled' },
]

type Row = { cost: number; time: number; better: number; worse: number }

/** A room that cannot hold what it must costs far more than others; it counts as this, lest it outweigh them all. */
const MOST = 20
/** Costs closer than this count as equal. */
const EQUAL = 0.05

/** Solver cost and processor time, inference counted in, with and without each use of the model. */
const run = async (args: string[]): Promise<void> => {
  const count = Number(args[0] ?? 60)
  const first = HELD_OUT + Number(args[1] ?? 0)
  const model = createLayoutModel()
  const planner = createLayoutModel({ hasLayout: true })
  const rows = new Map<string, Row>(variants.map(({ name }) => [name, { cost: 0, time: 0, better: 0, worse: 0 }]))
  for (let seed = first - 3; seed < first + count; seed++) {
    const room = openSample(seed)
    const input = { document: room.drawn.document, brief: room.brief, seed }
    const [once, onceTime] = await timed(() => model.propose(input))
    const [laid, laidTime] = await timed(() => planner.propose(input))
    const costs = new Map<string, number>()
    for (const { name, starts, guide = 'none' } of variants) {
      const isLaid = guide === 'layout' || guide === 'all'
      const hints = guide === 'shuffled' ? shuffled(once, seed) : isLaid ? laid : once
      const asking = guide === 'none' ? 0 : isLaid ? laidTime : onceTime
      const options: SolveOptions = { seed, starts, rounds: ROUNDS }
      const [solved, time] = await timed(async () =>
        solve(room.site, room.program.units, {
          ...options,
          ...(guide === 'none' ? {} : guides[guide](guideSearch(room.site, room.program.units, hints))),
        }),
      )
      const cost = Math.min(MOST, ...solved.solutions.map((solution) => solution.cost))
      costs.set(name, cost)
      // The first rooms only warm the machine up.
      if (seed < first) continue
      const row = rows.get(name)!
      row.cost += cost
      row.time += time + asking
      const plain = costs.get(`${starts} starts, no model`)!
      if (cost < plain - EQUAL) row.better++
      if (cost > plain + EQUAL) row.worse++
    }
  }
  print(rows, count)
}

const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const begin = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(begin)
  return [result, (user + system) / 1000]
}

/** The control: scores as sharp as the model's, but about the wrong places. */
const shuffled = (hints: LayoutHints, seed: number): LayoutHints => {
  const random = createRandom(`shuffled:${seed}`)
  return {
    ...hints,
    units: hints.units?.map(({ unit, scores }) => ({
      unit,
      scores: [...random.shuffle(scores.slice(0, -1)), scores.at(-1)!],
    })),
  }
}

const print = (rows: ReadonlyMap<string, Row>, count: number): void => {
  const width = Math.max(...[...rows.keys()].map((name) => name.length))
  console.log(
    `${count} held-out rooms, ${ROUNDS} rounds a start; better and worse: rooms against no model with as many starts`,
  )
  console.log(`${''.padEnd(width)}    cost    CPU ms  better  worse`)
  for (const [name, { cost, time, better, worse }] of rows) {
    const numbers = [
      (cost / count).toFixed(3).padStart(8),
      (time / count).toFixed(0).padStart(10),
      String(better).padStart(8),
      String(worse).padStart(7),
    ]
    console.log(`${name.padEnd(width)}${numbers.join('')}`)
  }
  const at = (name: string): [number, number] => [rows.get(name)!.cost / count, rows.get(name)!.time / count]
  const ladder = (what: string): [number, number][] => [1, 2, 4].map((starts) => at(`${starts} starts, ${what}`))
  for (const [cost, time] of ladder('no model')) {
    const led = timeTo(cost, ladder('places pruned'))
    console.log(
      `to a cost of ${cost.toFixed(3)}: ${time.toFixed(0)} ms without, ${led === undefined ? 'not reached' : `${led.toFixed(0)} ms`} with the model`,
    )
  }
}

/** Time at which a ladder of (cost, time) gets to a cost, by interpolation; its first rung's when that is good enough. */
const timeTo = (cost: number, ladder: readonly [number, number][]): number | undefined => {
  if (ladder[0]![0] <= cost) return ladder[0]![1]
  for (let rung = 1; rung < ladder.length; rung++) {
    const [[from, begin], [to, end]] = [ladder[rung - 1]!, ladder[rung]!]
    if (to <= cost) return begin + ((from - cost) / (from - to)) * (end - begin)
  }
  return undefined
}

export default {
  name: 'models',
  summary: 'cost at equal steps and time to equal cost, with and without each use of the learned models',
  run,
}
