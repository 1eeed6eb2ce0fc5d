import type { ItemShape } from '@enfilade/critic'
import { createRandom } from '@enfilade/geometry'
import type { Id } from '@enfilade/scene'
import type { Unit } from './arrangement.ts'
import type { Brief, Density } from './brief.ts'
import { dressRoom } from './dressing/dress-room.ts'
import { Stage } from './dressing/stage.ts'
import { passGate } from './gate/pass-gate.ts'
import { chooseSolution } from './judge.ts'
import type { LayoutHints } from './model/layout-model.ts'
import { guideForms } from './model/search-guide.ts'
import { type Placed, placeCandidate, placedShape } from './placed.ts'
import { planRoomProgram } from './programs/index.ts'
import { createProgram, type Program } from './programs/program.ts'
import type { Site } from './site.ts'
import { type Solved, type SolveOptions, solve } from './solve.ts'
import { type Judged, judgeRelations, missingObjects, TELL } from './unmet.ts'

/** How one try at a room goes about it. */
export type Approach = {
  /** Objects that stand by themselves, beyond those that the brief itself makes so. */
  readonly loose: ReadonlySet<string>
  /** 0: all own additions; 1: only what the room cannot do without; 2: nothing that takes floor, nor any company. */
  readonly thrift: 0 | 1 | 2
  /** Share of the usual search. */
  readonly effort: number
}

/** A furnished room, not yet a proposal. */
export type Attempt = {
  readonly program: Program
  readonly solved: Solved
  readonly placed: readonly Placed[]
  readonly shapes: readonly ItemShape[]
  /** Named objects that are short, by key. */
  readonly missing: ReadonlyMap<string, number>
  readonly judged: readonly Judged[]
  readonly truncated: boolean
  /** What the solver and the critic find wrong with the furniture's places. */
  readonly cost: number
  /** What was asked and is not so. */
  readonly undone: number
  /** The cost with what was asked and is not so: the least is the best. */
  readonly score: number
}

export type AttemptInput = {
  readonly site: Site
  /** As it was asked: relations are judged by it. */
  readonly brief: Brief
  readonly density: Density
  readonly seed: number
  readonly createId: () => Id
  readonly shouldStop: () => boolean
  readonly onStep?: SolveOptions['onStep']
  readonly hints?: LayoutHints
}

/** Independent starts of the search, and rounds of improvement for each. */
const STARTS = 4
const ROUNDS = 60

/** Raster cells of an ordinary large room; in a hall every round costs more. */
const USUAL_CELLS = 24_000

/** What a missing thing and an unkept relation weigh. */
const MISSING = 40
const UNKEPT = 12

/** Two starts that cost the same to this have found what there is to find. */
const SAME = 0.01

/** Whether no start has come to what another one found as the best. */
const differ = (costs: readonly number[]): boolean => {
  const [best, second] = [...costs].sort((a, b) => a - b)
  return second === undefined || second - best! > SAME
}

/** Many units and vast floors cost more a round, and gain less by it. Counted in steps, never in time. */
const effortFor = (units: number, cells: number, effort: number): { starts: number; rounds: number } => {
  const starts = cells > USUAL_CELLS * 1.5 || units > 16 ? (units > 26 ? 1 : 2) : STARTS
  const rounds = units > 26 ? 40 : units > 16 ? 50 : ROUNDS
  return {
    starts: Math.max(1, Math.round(starts * Math.sqrt(effort))),
    rounds: Math.max(8, Math.round(rounds * Math.sqrt(effort) * Math.min(1, USUAL_CELLS / cells))),
  }
}

/**
 * Furnishes the room once: inventory, furniture, then what is laid, set down and hung.
 *
 * @param known An earlier try with the same effort: where it had the same units, they stand as they did there.
 */
export const attempt = (input: AttemptInput, approach: Approach, known?: Attempt): Attempt => {
  const { site, brief, seed, createId } = input
  const program = createProgram(site, brief, input.density, approach.loose, approach.thrift === 2)
  planRoomProgram(program)
  if (approach.thrift !== 0) leaveOut(program, approach.thrift)
  const { units } = program
  // What hints do not make come true is searched for without them.
  const isFirst = approach.loose.size === 0 && approach.thrift === 0
  const solved =
    known && isSame(known.program.units, units)
      ? known.solved
      : solve(site, units, {
          seed,
          ...effortFor(units.length, site.bare.clearance.length, approach.effort),
          shouldStop: input.shouldStop,
          onStep: input.onStep,
          goOn: differ,
          keepForm: isFirst ? guideForms(units, input.hints?.forms) : undefined,
        })
  const best = chooseSolution(site, solved.solutions, brief.pack ?? 'general')
  const chosen = best?.solution.chosen ?? []
  const furniture = chosen.flatMap((candidate) => (candidate ? placeCandidate(candidate, createId) : []))
  const stage = new Stage(site, furniture, createRandom(`${seed}:dress`), createId)
  const missing = missingObjects(units, (unit) => chosen[unit] !== undefined)
  const add = (key: string, count: number): void => void missing.set(key, (missing.get(key) ?? 0) + count)
  for (const candidate of chosen) {
    for (const { object, count } of candidate?.arrangement.missing ?? []) add(object.key, count)
  }
  for (const { object, count } of [...dressRoom(stage, program), ...program.tooMany]) add(object.key, count)
  const { kept, dropped } = passGate(site, stage.placed, brief.style)
  for (const { object } of dropped) if (object) add(object.key, 1)
  const judged = judgeRelations(site, brief, kept)
  const cost = best?.score ?? 0
  const undone = unkept(missing, judged)
  return {
    program,
    solved,
    placed: kept,
    shapes: [...kept.map(placedShape), ...site.standing],
    missing,
    judged,
    truncated: solved.truncated,
    cost,
    undone,
    score: cost + undone,
  }
}

/** Whether two inventories of one brief are equal: what computes places and prices follows from the rest. */
const isSame = (a: readonly Unit[], b: readonly Unit[]): boolean =>
  a.length === b.length && JSON.stringify(a) === JSON.stringify(b)

/** Fewer things of the layout's own, so that the named ones find room. */
const leaveOut = (program: Program, thrift: 1 | 2): void => {
  const kept = program.units.filter(
    (unit) => unit.objects.length > 0 || unit.isRequired || (thrift === 1 && unit.worth >= 5),
  )
  program.units.splice(0, program.units.length, ...kept)
}

const unkept = (missing: ReadonlyMap<string, number>, judged: readonly Judged[]): number => {
  let weight = 0
  for (const [key, count] of missing) weight += key.startsWith('own ') ? 0 : count * MISSING
  for (const { measure } of judged) {
    weight += measure.miss > TELL ? UNKEPT + 4 * Math.min(2, measure.miss) : 0
    weight += Math.min(1, measure.ideal)
  }
  return weight
}

/** Whether nothing that was asked is left undone. */
export const isComplete = ({ missing, judged }: Attempt): boolean =>
  [...missing].every(([key, count]) => count <= 0 || key.startsWith('own ')) &&
  judged.every(({ measure }) => measure.miss <= TELL)

/** Relations that are settled once the furniture stands: a group is not to blame for them. */
const late: ReadonlySet<string> = new Set(['on', 'inside', 'above', 'on_wall', 'hanging', 'under'])

/** Objects that should stand by themselves in the next try: theirs are the groups that failed. Tables keep their seats. */
export const looseAfter = ({ judged, missing, program }: Attempt): Set<string> => {
  const seated = new Set(
    program.units.flatMap(({ purpose, objects }) => (purpose === 'dine' ? objects.map(({ key }) => key) : [])),
  )
  const keys = new Set<string>()
  const loosen = (key: string): void => void (seated.has(key) || keys.add(key))
  for (const { object, relation, measure } of judged) {
    if (measure.miss <= TELL || late.has(relation.type)) continue
    loosen(object.key)
    if (relation.target?.kind === 'object') loosen(relation.target.key)
  }
  for (const unit of program.units) {
    if (unit.objects.length < 2 || !unit.objects.some(({ key }) => (missing.get(key) ?? 0) > 0)) continue
    for (const { key } of unit.objects) loosen(key)
  }
  return keys
}
