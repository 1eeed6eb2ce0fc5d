import { createRandom } from '@enfilade/geometry'
import { createLayoutModel, createTriedPlaceModel, openTriedScriptNetwork } from '@enfilade/inference'
import { continueScript } from '../../packages/layout/src/model/continue-script.ts'
import { guideSearch } from '../../packages/layout/src/model/guide-search.ts'
import type { LayoutHints } from '../../packages/layout/src/model/layout-model.ts'
import type { Network } from '../../packages/layout/src/model/network.ts'
import { createScriptModel, guideByItems } from '../../packages/layout/src/model/script-model.ts'
import { scriptWords } from '../../packages/layout/src/model/script-tokens.ts'
import { guideForms } from '../../packages/layout/src/model/search-guide.ts'
import { formsOf } from '../../packages/layout/src/model/search-inputs.ts'
import { openSample } from '../../packages/layout/src/samples/furnish-sample.ts'
import type { Solution } from '../../packages/layout/src/search.ts'
import { type SolveOptions, solve } from '../../packages/layout/src/solve.ts'

/** First seed of the rooms measured here; training uses none from here to the 40,000 after it. */
const HELD_OUT = 1_000_000
const ROUNDS = 60
/** Seeds of the search for each room. */
const SEARCH_SEEDS = 2

type Room = ReturnType<typeof openSample>
type Asked = { readonly [model in 'none' | 'search' | 'place' | 'layout' | 'script']: LayoutHints }
type Steering = Pick<SolveOptions, 'keepPose' | 'keepForm' | 'prior' | 'begin'>
/** A way to search: which model is asked, and what is made of its hints. */
type Variant = {
  readonly name: string
  readonly starts: number
  readonly asks: keyof Asked
  readonly steer: (room: Room, hints: LayoutHints) => Steering
}

const plainName = (starts: number): string => `${starts} starts, no model`
const formsName = (starts: number): string => `${starts} starts, likely forms first`
const said = (room: Room, hints: LayoutHints) => guideByItems(unitsOf(room), hints.items)
const unitsOf = (room: Room) => room.program.units
const places = (room: Room, hints: LayoutHints) => guideSearch(room.site, unitsOf(room), hints)

const variants: readonly Variant[] = [
  ...[1, 2, 3, 4].map((starts): Variant => ({ name: plainName(starts), starts, asks: 'none', steer: () => ({}) })),
  ...[1, 2, 3, 4].map(
    (starts): Variant => ({
      name: formsName(starts),
      starts,
      asks: 'search',
      steer: (room, { forms = [] }) => ({ keepForm: guideForms(unitsOf(room), forms) }),
    }),
  ),
  ...[2, 3].map(
    (count): Variant => ({
      name: `4 starts, first ${count} forms (control, no model)`,
      starts: 4,
      asks: 'none',
      steer: (room) => ({ keepForm: (unit, form) => formsOf(unitsOf(room)[unit]!).indexOf(form) < count }),
    }),
  ),
  {
    name: '4 starts, forms by shuffled shares (control)',
    starts: 4,
    asks: 'search',
    steer: (room, hints) => ({ keepForm: guideForms(unitsOf(room), shuffled(hints, room.drawn.form).forms ?? []) }),
  },
  ...tries('place', {
    'places pruned': ({ keepPose }) => ({ keepPose }),
    'places ordered': ({ prior }) => ({ prior }),
  }),
  ...tries('layout', { 'begun with its layout': ({ begin }) => ({ begin }) }),
  ...[1, 4].map(
    (starts): Variant => ({
      name: `${starts} starts, language model: begun with its poses`,
      starts,
      asks: 'script',
      steer: (room, hints) => ({ begin: said(room, hints).begin }),
    }),
  ),
  {
    name: '4 starts, language model: near its poses first',
    starts: 4,
    asks: 'script',
    steer: (room, hints) => ({ prior: said(room, hints).prior }),
  },
]

function tries(asks: 'place' | 'layout', uses: { [name: string]: (guide: Steering) => Steering }): Variant[] {
  return Object.entries(uses).map(([name, use]) => ({
    name: `4 starts, ${name}`,
    starts: 4,
    asks,
    steer: (room, hints) => use(places(room, hints)),
  }))
}

type Row = { cost: number; time: number; better: number; worse: number }

/** A room that cannot hold what it must costs far more than others; it counts as this, lest it outweigh them all. */
const MOST = 20
/** Costs closer than this count as equal. */
const EQUAL = 0.05

/**
 * Solver cost and processor time, inference counted in, with and without each use of each model; then what the language
 * model would put in a room. Arguments: rooms, first room, and a word that the names of the measured uses have.
 */
const run = async (args: string[]): Promise<void> => {
  const measured = variants.filter(({ name }) => name.endsWith(', no model') || name.includes(args[2] ?? ''))
  const count = Number(args[0] ?? 60)
  const first = HELD_OUT + Number(args[1] ?? 0)
  const network = await openTriedScriptNetwork()
  const models = {
    search: createLayoutModel(),
    place: createTriedPlaceModel(),
    layout: createTriedPlaceModel({ hasLayout: true }),
    script: createScriptModel(network),
  }
  const inventory = new Map<string, Found>()
  const rows = new Map<string, Row>(measured.map(({ name }) => [name, { cost: 0, time: 0, better: 0, worse: 0 }]))
  for (let seed = first - 3; seed < first + count; seed++) {
    const room = openSample(seed)
    const input = { document: room.drawn.document, brief: room.brief, seed }
    const [search, searchTime] = await timed(() => models.search.propose(input))
    const [place, placeTime] = await timed(() => models.place.propose(input))
    const [layout, layoutTime] = await timed(() => models.layout.propose(input))
    const [script, scriptTime] = await timed(() => models.script.propose(input))
    const hints: Asked = { none: { items: [] }, search, place, layout, script }
    const asking = { none: 0, search: searchTime, place: placeTime, layout: layoutTime, script: scriptTime }
    let best: Solution | undefined
    for (let again = 0; again < SEARCH_SEEDS; again++) {
      const costs = new Map<string, number>()
      // Whoever comes first pays for what the engine warms up: they take turns.
      const turn = (seed + again) % measured.length
      for (const { name, starts, asks, steer } of [...measured.slice(turn), ...measured.slice(0, turn)]) {
        const [solved, time] = await timed(async () =>
          solve(room.site, unitsOf(room), {
            seed: seed * SEARCH_SEEDS + again,
            starts,
            rounds: ROUNDS,
            ...steer(room, hints[asks]),
          }),
        )
        for (const one of solved.solutions) if (!best || one.cost < best.cost) best = one
        costs.set(name, Math.min(MOST, ...solved.solutions.map(({ cost }) => cost)))
        const row = rows.get(name)!
        // The first rooms only warm the machine up.
        if (seed < first) continue
        row.cost += costs.get(name)! / SEARCH_SEEDS
        row.time += (time + asking[asks]) / SEARCH_SEEDS
      }
      for (const { name, starts } of seed < first ? [] : measured) {
        const apart = costs.get(name)! - costs.get(plainName(starts))!
        if (apart < -EQUAL) rows.get(name)!.better++
        if (apart > EQUAL) rows.get(name)!.worse++
      }
    }
    if (seed >= first) await countInventory(inventory, network, room, best!)
  }
  print(rows, count)
  printInventory(inventory)
}

/** Things of a list, things of the room, and things that are in both. */
type Found = { said: number; there: number; both: number }

/** Which things beyond the named ones stand in the best layout that any search found, and who would have said them. */
const countInventory = async (
  table: Map<string, Found>,
  network: Network,
  room: Room,
  best: Solution,
): Promise<void> => {
  const { site, brief, drawn } = room
  const stands = new Set(scriptWords)
  const beyond = (list: readonly string[]): string[] => {
    const left = new Map<string, number>()
    for (const { category, count } of brief.objects) left.set(category, (left.get(category) ?? 0) + count.min)
    return list.filter((category) => {
      const named = left.get(category) ?? 0
      left.set(category, named - 1)
      return named <= 0 && stands.has(`#${category}`)
    })
  }
  const there = beyond(best.chosen.flatMap((one) => one?.arrangement.pieces.map(({ category }) => category) ?? []))
  const program = unitsOf(room).flatMap(({ arrangements, expand }) => {
    const forms = [...arrangements, ...(expand?.(site) ?? []).map(({ arrangement }) => arrangement)]
    const best = forms.reduce<(typeof forms)[number] | undefined>(
      (least, form) => (least && least.penalty <= form.penalty ? least : form),
      undefined,
    )
    return best?.pieces.map(({ category }) => category) ?? []
  })
  const things = await continueScript(network, site, brief, { seed: 1 })
  const random = createRandom(`inventory:${drawn.form}`)
  const lists = {
    'programs, least penalty': beyond(program),
    'language model': beyond(things.map(({ category }) => category)),
    'kinds at random, as many as there are (control)': there.map(() =>
      random
        .shuffle([...stands])
        .find((word) => word.startsWith('#'))!
        .slice(1),
    ),
  }
  for (const [name, list] of Object.entries(lists)) {
    const row = table.get(name) ?? { said: 0, there: 0, both: 0 }
    const left = [...there]
    for (const category of list) {
      const at = left.indexOf(category)
      if (at < 0) continue
      left.splice(at, 1)
      row.both++
    }
    table.set(name, { said: row.said + list.length, there: row.there + there.length, both: row.both })
  }
}

const printInventory = (table: ReadonlyMap<string, Found>): void => {
  console.log('things beyond the named ones, against the best layout that any of these searches found')
  for (const [name, { said, there, both }] of table) {
    const percent = (share: number): string => `${(share * 100).toFixed(1)} %`
    console.log(
      `${name}: ${said} said, ${there} there; recall ${percent(both / there)}, precision ${percent(both / said)}`,
    )
  }
}

const timed = async <T>(work: () => Promise<T>): Promise<[T, number]> => {
  const begin = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(begin)
  return [result, (user + system) / 1000]
}

/** The control: shares as sharp as the model's, but of the wrong forms. */
const shuffled = (hints: LayoutHints, seed: string): LayoutHints => {
  const random = createRandom(`shuffled:${seed}`)
  return { ...hints, forms: hints.forms?.map(({ unit, shares }) => ({ unit, shares: random.shuffle([...shares]) })) }
}

const print = (rows: ReadonlyMap<string, Row>, count: number): void => {
  const width = Math.max(...[...rows.keys()].map((name) => name.length))
  console.log(
    `${count} held-out rooms, ${SEARCH_SEEDS} seeds each, ${ROUNDS} rounds a start; better and worse: searches against no model with as many starts`,
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
  if (!rows.has(formsName(1))) return
  const at = (name: string): [number, number] => [rows.get(name)!.cost / count, rows.get(name)!.time / count]
  const [without, withModel] = [[1, 2, 3, 4].map((n) => at(plainName(n))), [1, 2, 3, 4].map((n) => at(formsName(n)))]
  for (const [cost, time] of without) {
    const led = timeTo(cost, withModel)
    console.log(
      `to a cost of ${cost.toFixed(3)}: ${time.toFixed(0)} ms without, ${led === undefined ? 'not reached' : `${led.toFixed(0)} ms`} with likely forms first`,
    )
  }
  for (const [cost, time] of withModel) {
    const plain = timeTo(time, without.map(([a, b]) => [b, a]).toReversed() as [number, number][])
    console.log(
      `in ${time.toFixed(0)} ms: ${plain === undefined ? 'nothing yet' : plain.toFixed(3)} without, ${cost.toFixed(3)} with`,
    )
  }
}

/** Where a ladder of (value, price) gets down to a value, by interpolation; its first rung's price when that is low enough. */
const timeTo = (value: number, ladder: readonly [number, number][]): number | undefined => {
  if (ladder[0]![0] <= value) return ladder[0]![1]
  for (let rung = 1; rung < ladder.length; rung++) {
    const [[from, begin], [to, end]] = [ladder[rung - 1]!, ladder[rung]!]
    if (to <= value) return begin + ((from - value) / (from - to)) * (end - begin)
  }
  return undefined
}

export default {
  name: 'models',
  summary: 'cost at equal time and time to equal cost, with and without each use of the learned models',
  run,
}
