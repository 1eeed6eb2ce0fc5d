import { createRandom } from '@enfilade/geometry'
import type { Unit } from './arrangement.ts'
import { type Candidate, type FormFilter, type PoseFilter, unitCandidates } from './candidate.ts'
import { isApart, pairCost, unaryCost } from './objective.ts'
import { PairMemo } from './pair-memo.ts'
import { createRelationBook } from './relation-cost.ts'
import { createRoomBeside } from './room-beside.ts'
import { Search, type Solution } from './search.ts'
import type { Site } from './site.ts'

export type SolveOptions = {
  readonly seed: number
  /** Independent starts. */
  readonly starts: number
  /** Ruin-and-recreate rounds after each start. */
  readonly rounds: number
  readonly onStep?: (done: number, total: number) => void
  /** True ends the search; what was found is returned. */
  readonly shouldStop?: () => boolean
  /** Poses that it refuses are not looked at. Absent: all are. */
  readonly keepPose?: PoseFilter
  /** Forms that it refuses are looked at only for a unit that finds no place without them. Absent: all are, at once. */
  readonly keepForm?: FormFilter
  /** Asked after each start with the cost of every start so far: whether another is worth its time. Absent: it is. */
  readonly goOn?: (costs: readonly number[]) => boolean
  /** Added to a candidate's cost where places are compared. Absent: nothing. */
  readonly prior?: (candidate: Candidate) => number
  /** Where the first start begins: a candidate or none for each unit; what is impossible together is left out. */
  readonly begin?: (candidates: readonly (readonly Candidate[])[]) => readonly (Candidate | undefined)[]
}

export type Solved = {
  readonly solutions: readonly Solution[]
  readonly candidates: readonly (readonly Candidate[])[]
  readonly truncated: boolean
}

/** Share of rounds that force in a unit which has no place. */
const SQUEEZE = 0.4
/** Rounds without a better layout after which a start ends. */
const STALE = 28

/**
 * Places for all units, by seeded greedy starts that are improved by taking some units out and putting them back. Every
 * solution returned is free of overlaps, keeps the doors, and leaves a way to everything. Solutions are best first.
 */
export const solve = (site: Site, units: readonly Unit[], options: SolveOptions): Solved => {
  const book = createRelationBook(site, units)
  let nextId = 0
  const roomBeside = createRoomBeside(site, book.links)
  const price = (unit: Unit, candidate: Candidate): number =>
    unaryCost(site, unit, candidate, book) + (unit.price?.(candidate) ?? 0) + roomBeside(candidate)
  const look = (index: number, keepPose?: PoseFilter, keepForm?: FormFilter): Candidate[] =>
    unitCandidates(
      site,
      units[index]!,
      index,
      () => nextId++,
      (candidate) => price(units[index]!, candidate),
      keepPose,
      keepForm,
    )
  const candidates: Candidate[][] = []
  /** Units of which not every form was looked at. */
  const narrow = new Set<number>()
  const total = units.length + options.starts * options.rounds
  let isStopped = false
  for (const [index, unit] of units.entries()) {
    isStopped ||= options.shouldStop?.() ?? false
    const kept = isStopped ? [] : look(index, options.keepPose, options.keepForm)
    // Where nothing that was kept is possible, everything is looked at.
    if (kept.length > 0 && isNarrowed(unit, index, options.keepForm)) narrow.add(index)
    candidates.push(kept.length === 0 && (options.keepPose || options.keepForm) && !isStopped ? look(index) : kept)
    options.onStep?.(index + 1, total)
  }
  const memo = new PairMemo()
  const pair = (a: Candidate, b: Candidate): number => {
    if (isApart(units, a, b, book)) return 0
    let cost = memo.get(a.id, b.id)
    if (Number.isNaN(cost)) {
      cost = pairCost(units, a, b, book)
      memo.set(a.id, b.id, cost)
    }
    return cost
  }
  const search = new Search(site, units, candidates, pair, book, {
    nextId: () => nextId++,
    price: (unit, candidate) => price(units[unit]!, candidate),
    prior: options.prior,
  })
  const solutions: Solution[] = []
  for (let start = 0; start < options.starts && !isStopped; start++) {
    const random = createRandom(`${options.seed}:${start}`)
    search.reset()
    if (start === 0 && options.begin) search.putDown(options.begin(candidates))
    const shuffling = start === 0 ? 0 : 0.5
    search.build(random, shuffling)
    let best = search.snapshot()
    const homeless = [...narrow].filter((unit) => !best.chosen[unit])
    if (homeless.length > 0) {
      for (const unit of homeless) candidates[unit] = look(unit, options.keepPose)
      for (const unit of homeless) narrow.delete(unit)
      search.build(random, shuffling)
      best = search.snapshot()
    }
    let current = best
    let stale = 0
    for (let round = 0; round < options.rounds; round++) {
      if (round % 8 === 0) {
        options.onStep?.(units.length + start * options.rounds + round, total)
        if (options.shouldStop?.()) {
          isStopped = true
          break
        }
      }
      const heat = 0.6 * (1 - round / options.rounds) ** 2
      if (!(random() < SQUEEZE && search.squeeze(random))) search.ruin(random)
      search.build(random, heat * 0.5)
      const next = search.snapshot()
      if (next.cost < current.cost - 1e-9 || random() < Math.exp((current.cost - next.cost) / Math.max(0.02, heat)))
        current = next
      else search.restore(current)
      if (next.cost < best.cost - 1e-9) {
        best = next
        stale = 0
      } else if (++stale >= STALE) break
    }
    solutions.push(best)
    if (options.goOn?.(solutions.map(({ cost }) => cost)) === false) break
  }
  solutions.sort((a, b) => a.cost - b.cost)
  return { solutions, candidates, truncated: isStopped }
}

const isNarrowed = ({ arrangements }: Unit, index: number, keepForm: FormFilter | undefined): boolean =>
  keepForm !== undefined && arrangements.some((arrangement) => !keepForm(index, arrangement))
