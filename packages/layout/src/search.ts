import { beds, CELL, clearances, diningTables, type ItemShape, sofas, workDesks } from '@enfilade/critic'
import { isPointInRegion, type Random } from '@enfilade/geometry'
import type { Point2 } from '@enfilade/scene'
import type { Arrangement, Unit } from './arrangement.ts'
import { type Candidate, tryCandidate } from './candidate.ts'
import { spreadCost } from './objective.ts'
import { prices } from './prices.ts'
import { Reachability } from './reachability.ts'
import type { RelationBook, RelationLink } from './relation-cost.ts'
import { partnerPlaces } from './relation-frames.ts'
import type { Site } from './site.ts'

/** One finished layout: a candidate per unit, undefined where it found no place. */
export type Solution = { readonly chosen: readonly (Candidate | undefined)[]; readonly cost: number }

/** What leaving a unit out costs. */
const worthOf = ({ objects, isRequired, worth }: Unit): number => {
  if (!isRequired) return worth
  return objects.length > 0 ? prices.named + prices.namedOfGroup * (objects.length - 1) : prices.essential
}
/** Radius of the walker whose way is kept, metres. */
const walkerRadius = (site: Site): number => Math.max(0.3, site.wayWidth / 2)
/** Half of the main way's width less the raster's cell, metres. */
const MAIN_RADIUS = clearances.main_path_clear_width.minimum / 2 - CELL / 2
/** What a main thing costs that only a narrow way leads to. */
const NARROW = 0.9
/** What a square metre of free floor costs that no way leads to, and a thing beside which nobody can stand. */
const POCKET = 4
const ASIDE = 0.8
/** Less floor than this is no pocket, m²; and places that are compared where one would be made. */
const NO_POCKET = 0.02
const POCKET_CHOICES = 14
/** Cheapest candidates among which a start chooses. */
const CHOICES = 10
/** Places of one form that may fail to leave the ways open before it is passed over. */
const FAILS = 12
/** Share of ruined things whose partners, placed by them, go too. */
const TOGETHER = 0.75
/** Places next to one partner that are kept. */
const MOST_PARTNER_PLACES = 60

/** What makes candidates while the search goes on. */
export type CandidateMaker = {
  readonly nextId: () => number
  readonly price: (unit: number, candidate: Candidate) => number
  /** Added to the cost where candidates are compared, never to what a layout costs. */
  readonly prior?: (candidate: Candidate) => number
}

/** The layout in the making: puts units down, takes them out, and counts what the whole costs. */
export class Search {
  readonly #site: Site
  readonly #units: readonly Unit[]
  readonly #candidates: readonly (readonly Candidate[])[]
  readonly #pair: (a: Candidate, b: Candidate) => number
  readonly #reach: Reachability
  /** The same for the main way's width: what it cannot reach is allowed, but dear. */
  readonly #mainReach: Reachability
  readonly #samples: readonly Point2[]
  readonly #book: RelationBook
  readonly #maker: CandidateMaker
  /** Candidates beside a partner's present place, by that place. */
  readonly #partnered = new Map<string, readonly Candidate[]>()
  readonly #priors = new Map<number, number>()
  /** Units that refer to a unit, and those that it refers to. */
  readonly #dependents: readonly (readonly number[])[]
  readonly #leaders: readonly (readonly number[])[]
  #chosen: (Candidate | undefined)[]

  constructor(
    site: Site,
    units: readonly Unit[],
    candidates: readonly (readonly Candidate[])[],
    pair: (a: Candidate, b: Candidate) => number,
    book: RelationBook,
    maker: CandidateMaker,
  ) {
    this.#book = book
    this.#maker = maker
    const ends = (link: RelationLink): number[] => [...link.to, ...link.and].filter((unit) => unit !== link.from)
    this.#leaders = units.map((_, index) => book.links.flatMap((link) => (link.from === index ? ends(link) : [])))
    this.#dependents = units.map((_, index) =>
      book.links.flatMap((link) => (ends(link).includes(index) ? [link.from] : [])),
    )
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

  /** Puts down what fits together, one after the other; the rest stays open. */
  putDown(candidates: readonly (Candidate | undefined)[]): void {
    for (const [index, candidate] of candidates.entries()) {
      if (!candidate || this.#chosen[index]) continue
      const placed = this.#placed()
      if (placed.some((other) => !Number.isFinite(this.#pair(candidate, other)))) continue
      this.#put(candidate)
      if (this.#reach.isConnected([...placed, candidate])) this.#chosen[index] = candidate
      else this.#drop(candidate)
    }
  }

  /** Places every unit that has no place, in order of rank with some shuffling. `heat` 0: always the cheapest place. */
  build(random: Random, heat: number): void {
    const open = this.#units
      .map((unit, index) => ({ index, order: unit.rank + (heat > 0 ? random() * 12 * heat : 0) }))
      .filter(({ index }) => !this.#chosen[index])
      .sort((a, b) => a.order - b.order || a.index - b.index)
      .map(({ index }) => index)
    while (open.length > 0) {
      // What others refer to stands first.
      const free = open.findIndex((index) => !this.#leaders[index]!.some((leader) => open.includes(leader)))
      const [index] = open.splice(Math.max(0, free), 1)
      this.#insert(index!, random, heat)
    }
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
    for (const index of taken) {
      this.#takeOut(index)
      for (const partner of this.#dependents[index]!) if (random() < TOGETHER) this.#takeOut(partner)
      if (this.#dependents[index]!.length === 0 && this.#leaders[index]!.length > 0 && random() < 0.25)
        for (const leader of this.#leaders[index]!) this.#takeOut(leader)
    }
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
    const partnered = this.#beside(index)
    const choices = partnered.length > 0 && random() < 0.6 ? partnered : this.#candidates[index]!
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
    const lost = this.#reach.measureLost(placed)
    cost += POCKET * lost.floor + ASIDE * lost.things
    for (const [index, unit] of this.#units.entries()) {
      const candidate = this.#chosen[index]
      if (!candidate) {
        cost += worthOf(unit)
        continue
      }
      cost += candidate.cost
      for (let other = index + 1; other < this.#chosen.length; other++) {
        const second = this.#chosen[other]
        if (second) cost += this.#pair(candidate, second)
      }
    }
    for (const link of this.#book.wide) cost += this.#book.wideCost(link, (unit) => this.#chosen[unit])
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

  /** Candidates of a unit next to what it refers to, as that stands now; cheapest first. */
  #beside(index: number): readonly Candidate[] {
    if (this.#leaders[index]!.length === 0) return []
    const unit = this.#units[index]!
    const lists = partnerPlaces(this.#site, unit, index, this.#book, (other) => this.#chosen[other])
    return lists.flatMap(({ key, make }) => {
      const known = this.#partnered.get(key)
      if (known) return known
      const made = make()
        .flatMap(({ arrangement, frame, edge }) => {
          const candidate = tryCandidate(this.#site, index, arrangement, frame, this.#maker.nextId(), edge)
          if (!candidate) return []
          candidate.cost = this.#maker.price(index, candidate)
          return Number.isFinite(candidate.cost) ? [candidate] : []
        })
        .sort((a, b) => a.cost - b.cost || a.id - b.id)
        .slice(0, MOST_PARTNER_PLACES)
      this.#partnered.set(key, made)
      return made
    })
  }

  #priorOf(candidate: Candidate): number {
    if (!this.#maker.prior) return 0
    let prior = this.#priors.get(candidate.id)
    if (prior === undefined) {
      prior = this.#maker.prior(candidate)
      this.#priors.set(candidate.id, prior)
    }
    return prior
  }

  #insert(index: number, random: Random, heat: number): void {
    const unit = this.#units[index]!
    const placed = this.#placed()
    const limit = worthOf(unit)
    const priced: { candidate: Candidate; cost: number }[] = []
    const wide = this.#book.wide.filter(
      (link) => link.from === index || link.to.includes(index) || link.and.includes(index),
    )
    for (const list of [this.#candidates[index]!, this.#beside(index)]) {
      for (const candidate of list) {
        let cost = candidate.cost
        // Sorted by own cost: later ones only get dearer, but for what company can save.
        if (cost > limit + 1) break
        for (const other of placed) {
          cost += this.#pair(candidate, other)
          if (cost > limit) break
        }
        if (cost > limit) continue
        for (const link of wide)
          cost += this.#book.wideCost(link, (unit) => (unit === index ? candidate : this.#chosen[unit]))
        if (cost <= limit)
          priced.push({ candidate, cost: cost + this.#priorOf(candidate) + (heat > 0 ? random() * heat : 0) })
      }
    }
    priced.sort((a, b) => a.cost - b.cost || a.candidate.id - b.candidate.id)
    const before = this.#reach.measureLost([]).floor
    let best: { readonly candidate: Candidate; readonly cost: number } | undefined
    let tried = 0
    let compared = 0
    // A form that nowhere leaves the ways open makes room for the next one.
    const failed = new Map<Arrangement, number>()
    for (const { candidate, cost } of priced) {
      const { arrangement } = candidate
      if ((failed.get(arrangement) ?? 0) >= FAILS) continue
      if (tried++ >= (unit.isRequired ? CHOICES * 6 : CHOICES) || compared >= POCKET_CHOICES) break
      if (best && cost >= best.cost) break
      this.#reach.place(candidate)
      if (this.#reach.isConnected([...placed, candidate])) {
        const pocket = this.#reach.lostFloor() - before
        const whole = cost + POCKET * Math.max(0, pocket)
        if (whole <= limit && (!best || whole < best.cost)) best = { candidate, cost: whole }
        compared += pocket < NO_POCKET ? POCKET_CHOICES : 1
      } else failed.set(arrangement, (failed.get(arrangement) ?? 0) + 1)
      this.#reach.remove(candidate)
    }
    if (!best) return
    this.#put(best.candidate)
    this.#chosen[index] = best.candidate
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
