import { beds, CELL, clearances, diningTables, type ItemShape, sofas, workDesks } from '@enfilade/critic'
import { createRandom, isPointInRegion, type Random } from '@enfilade/geometry'
import type { Point2 } from '@enfilade/scene'
import type { Unit } from './arrangement.ts'
import { type Candidate, type PoseFilter, unitCandidates } from './candidate.ts'
import { pairCost, spreadCost, unaryCost } from './objective.ts'
import { Reachability } from './reachability.ts'
import { createRelationBook } from './relation-cost.ts'
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
}

/** One finished layout: a candidate per unit, undefined where it found no place. */
export type Solution = { readonly chosen: readonly (Candidate | undefined)[]; readonly cost: number }

export type Solved = {
  readonly solutions: readonly Solution[]
  readonly candidates: readonly (readonly Candidate[])[]
  readonly truncated: boolean
}

/** What leaving out a required unit costs: more than any place could. */
const REQUIRED = 40
/** Radius of the walker whose way is kept, metres. */
const walkerRadius = (site: Site): number => Math.max(0.3, site.wayWidth / 2)
/** Half of the main way's width less the raster's cell, metres. */
const MAIN_RADIUS = clearances.main_path_clear_width.minimum / 2 - CELL / 2
/** Share of rounds that force in a unit which has no place. */
const SQUEEZE = 0.4
/** What a main thing costs that only a narrow way leads to. */
const NARROW = 0.9
/** Rounds without a better layout after which a start ends. */
const STALE = 28
/** Cheapest candidates among which a start chooses. */
const CHOICES = 10

/**
 * Places for all units, by seeded greedy starts that are improved by taking some units out and putting them back. Every
 * solution returned is free of overlaps, keeps the doors, and leaves a way to everything. Solutions are best first.
 */
export const solve = (site: Site, units: readonly Unit[], options: SolveOptions): Solved => {
  const book = createRelationBook(site, units)
  let nextId = 0
  const candidates: Candidate[][] = []
  const total = units.length + options.starts * options.rounds
  let isStopped = false
  for (const [index, unit] of units.entries()) {
    isStopped ||= options.shouldStop?.() ?? false
    candidates.push(
      isStopped
        ? []
        : unitCandidates(
            site,
            unit,
            index,
            () => nextId++,
            (candidate) => unaryCost(site, unit, candidate, book) + (unit.price?.(candidate) ?? 0),
            options.keepPose,
          ),
    )
    options.onStep?.(index + 1, total)
  }
  const count = nextId + 1
  const memo = new Map<number, number>()
  const pair = (a: Candidate, b: Candidate): number => {
    const key = a.id < b.id ? a.id * count + b.id : b.id * count + a.id
    let cost = memo.get(key)
    if (cost === undefined) {
      cost = pairCost(units, a, b, book)
      memo.set(key, cost)
    }
    return cost
  }
  const search = new Search(site, units, candidates, pair)
  const solutions: Solution[] = []
  for (let start = 0; start < options.starts && !isStopped; start++) {
    const random = createRandom(`${options.seed}:${start}`)
    search.reset()
    search.build(random, start === 0 ? 0 : 0.5)
    let best = search.snapshot()
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
  }
  solutions.sort((a, b) => a.cost - b.cost)
  return { solutions, candidates, truncated: isStopped }
}

class Search {
  readonly #site: Site
  readonly #units: readonly Unit[]
  readonly #candidates: readonly (readonly Candidate[])[]
  readonly #pair: (a: Candidate, b: Candidate) => number
  readonly #reach: Reachability
  /** The same for the main way's width: what it cannot reach is allowed, but dear. */
  readonly #mainReach: Reachability
  readonly #samples: readonly Point2[]
  #chosen: (Candidate | undefined)[]

  constructor(
    site: Site,
    units: readonly Unit[],
    candidates: readonly (readonly Candidate[])[],
    pair: (a: Candidate, b: Candidate) => number,
  ) {
    this.#site = site
    this.#units = units
    this.#candidates = candidates
    this.#pair = pair
    this.#reach = new Reachability(site, walkerRadius(site))
    this.#mainReach = new Reachability(site, Math.max(MAIN_RADIUS, walkerRadius(site)), isAnchor)
    this.#samples = sampleFloor(site)
    this.#chosen = units.map(() => undefined)
  }

  reset(): void {
    this.restore({ chosen: this.#units.map(() => undefined), cost: 0 })
  }

  restore(solution: Solution): void {
    for (const [index, candidate] of this.#chosen.entries()) {
      const next = solution.chosen[index]
      if (candidate === next) continue
      if (candidate) this.#drop(candidate)
      if (next) this.#put(next)
    }
    this.#chosen = [...solution.chosen]
  }

  /** Places every unit that has no place, in order of rank with some shuffling. `heat` 0: always the cheapest place. */
  build(random: Random, heat: number): void {
    const open = this.#units
      .map((unit, index) => ({ index, order: unit.rank + (heat > 0 ? random() * 12 * heat : 0) }))
      .filter(({ index }) => !this.#chosen[index])
      .sort((a, b) => a.order - b.order || a.index - b.index)
    for (const { index } of open) this.#insert(index, random, heat)
  }

  /** Takes out up to three units, those that stand badly rather. */
  ruin(random: Random): void {
    const placed = this.#chosen.flatMap((candidate, index) => (candidate ? [index] : []))
    if (placed.length === 0) return
    const count = Math.min(placed.length, 1 + random.int(3))
    const taken = new Set<number>()
    for (let step = 0; step < count; step++) {
      const first = random.pick(placed)
      const second = random.pick(placed)
      taken.add(this.#costOf(first) > this.#costOf(second) ? first : second)
    }
    for (const index of taken) this.#takeOut(index)
  }

  /** Puts a unit that has no place on one of its better ones and takes out whatever is in the way. */
  squeeze(random: Random): boolean {
    const open = this.#units.flatMap((unit, index) =>
      !this.#chosen[index] && this.#candidates[index]!.length > 0 && (unit.isRequired || unit.worth > 1.5)
        ? [index]
        : [],
    )
    if (open.length === 0) return false
    const required = open.filter((entry) => this.#units[entry]!.isRequired)
    const index = random.pick(required.length > 0 ? required : open)
    const choices = this.#candidates[index]!
    const candidate = choices[Math.floor(random() ** 2 * choices.length)]!
    for (const [other, placed] of this.#chosen.entries()) {
      if (placed && this.#pair(candidate, placed) > 2.5) this.#takeOut(other)
    }
    this.#put(candidate)
    this.#chosen[index] = candidate
    if (this.#reach.isConnected(this.#placed())) return true
    // Somebody stands in the way: the rest makes room as well.
    for (const [other, placed] of this.#chosen.entries()) if (placed && other !== index) this.#takeOut(other)
    if (this.#reach.isConnected(this.#placed())) return true
    this.#takeOut(index)
    return true
  }

  snapshot(): Solution {
    const placed = this.#placed()
    let cost = spreadCost(this.#site, placed, this.#samples)
    cost += NARROW * this.#mainReach.countCut(placed)
    for (const [index, unit] of this.#units.entries()) {
      const candidate = this.#chosen[index]
      if (!candidate) {
        cost += unit.isRequired ? REQUIRED : unit.worth
        continue
      }
      cost += candidate.cost
      for (let other = index + 1; other < this.#chosen.length; other++) {
        const second = this.#chosen[other]
        if (second) cost += this.#pair(candidate, second)
      }
    }
    return { chosen: [...this.#chosen], cost }
  }

  #placed(): Candidate[] {
    return this.#chosen.filter((candidate): candidate is Candidate => candidate !== undefined)
  }

  #takeOut(index: number): void {
    const candidate = this.#chosen[index]
    if (!candidate) return
    this.#drop(candidate)
    this.#chosen[index] = undefined
  }

  #put(candidate: Candidate): void {
    this.#reach.place(candidate)
    this.#mainReach.place(candidate)
  }

  #drop(candidate: Candidate): void {
    this.#reach.remove(candidate)
    this.#mainReach.remove(candidate)
  }

  #costOf(index: number): number {
    const candidate = this.#chosen[index]
    if (!candidate) return 0
    let cost = candidate.cost
    for (const other of this.#chosen) if (other && other !== candidate) cost += this.#pair(candidate, other)
    return cost
  }

  #insert(index: number, random: Random, heat: number): void {
    const unit = this.#units[index]!
    const placed = this.#placed()
    const limit = unit.isRequired ? REQUIRED : unit.worth
    const priced: { candidate: Candidate; cost: number }[] = []
    for (const candidate of this.#candidates[index]!) {
      let cost = candidate.cost
      // Sorted by own cost: later ones only get dearer, but for what company can save.
      if (cost > limit + 1) break
      for (const other of placed) {
        cost += this.#pair(candidate, other)
        if (cost > limit) break
      }
      if (cost <= limit) priced.push({ candidate, cost: cost + (heat > 0 ? random() * heat : 0) })
    }
    priced.sort((a, b) => a.cost - b.cost || a.candidate.id - b.candidate.id)
    let tried = 0
    for (const { candidate } of priced) {
      if (tried++ >= (unit.isRequired ? CHOICES * 6 : CHOICES)) return
      this.#reach.place(candidate)
      if (this.#reach.isConnected([...placed, candidate])) {
        this.#mainReach.place(candidate)
        this.#chosen[index] = candidate
        return
      }
      this.#reach.remove(candidate)
    }
  }
}

/** Whether a zone's main piece is in it: the main way should lead there. */
const isAnchor = ({ category }: ItemShape): boolean =>
  beds.has(category) || sofas.has(category) || diningTables.has(category) || workDesks.has(category)

/** About a hundred points spread over the floor. */
const sampleFloor = (site: Site): Point2[] => {
  const { bare, plan } = site
  const step = Math.max(0.4, Math.sqrt(plan.area / 90))
  const points: Point2[] = []
  for (let y = bare.minY + step / 2; y < bare.minY + bare.rows * bare.cell; y += step) {
    for (let x = bare.minX + step / 2; x < bare.minX + bare.columns * bare.cell; x += step) {
      if (isPointInRegion([x, y], plan.polygon, plan.holes)) points.push([x, y])
    }
  }
  return points
}
