import type { Unit } from '../arrangement.ts'
import type { Candidate, PoseFilter } from '../candidate.ts'
import type { Site } from '../site.ts'
import type { HintedItem, LayoutHints, UnitHint } from './layout-model.ts'
import { findPlaces, indexPlaces, sharePlaces } from './places.ts'
import { unitWord } from './tokens.ts'

/** Poses this much less likely than a unit's likeliest are not looked at, in nats. */
const UNLIKELY = 5
/** What a nat less likely weighs against the cost when a start chooses. */
const WEIGHT = 0.3

/** Ties a hint to a unit: tries with fewer additions number their units anew. */
export const unitName = (unit: Unit): string => `${unit.key}:${unitWord(unit)}`

/** Whether the model has a say: what was said about a unit's place is for the solver alone, and so are kitchen runs. */
export const isHinted = (unit: Unit): boolean =>
  unit.purpose !== 'cook' && unit.objects.every((object) => object.relations.length === 0)

export type Guide = {
  readonly keepPose?: PoseFilter
  readonly prior?: (candidate: Candidate) => number
  readonly begin?: (candidates: readonly (readonly Candidate[])[]) => readonly (Candidate | undefined)[]
}

/**
 * How hints steer a search: unlikely poses are left out, likely ones are tried first, and the first start begins with the
 * layout of the hints, where they have one. Empty without hints that fit.
 */
export const guideSearch = (site: Site, units: readonly Unit[], hints: LayoutHints | undefined): Guide => ({
  ...guideByScores(site, units, hints?.units ?? []),
  ...(hints && hints.items.length > 0
    ? { begin: (candidates) => nearestCandidates(units, candidates, hints.items) }
    : {}),
})

const guideByScores = (site: Site, units: readonly Unit[], hints: readonly UnitHint[]): Guide => {
  if (hints.length === 0) return {}
  const places = findPlaces(site)
  const index = indexPlaces(places)
  const byName = new Map(hints.map(({ unit, scores }) => [unit, scores]))
  const known = units.map((unit) => {
    const scores = isHinted(unit) ? byName.get(unitName(unit)) : undefined
    if (scores?.length !== places.length + 1 || !scores.every(Number.isFinite)) return undefined
    return { shares: scores.map(Math.exp), top: Math.max(...scores.slice(0, -1)) }
  })
  if (known.every((hint) => hint === undefined)) return {}
  const behind = (unit: number, pose: Pick<Candidate, 'arrangement' | 'frame' | 'edge'>): number => {
    const hint = known[unit]
    if (!hint) return 0
    const near = sharePlaces(index, pose.frame, pose.edge, pose.arrangement.placement)
    const share = near.reduce((sum, { place, share: part }) => sum + part * hint.shares[place]!, 0)
    return Math.max(0, hint.top - Math.log(share + 1e-6))
  }
  return {
    keepPose: (unit, arrangement, frame, edge) => behind(unit, { arrangement, frame, edge }) <= UNLIKELY,
    prior: (candidate) => WEIGHT * Math.min(UNLIKELY, behind(candidate.unit, candidate)),
  }
}

/** Farther from its hint than this a candidate is not what was meant, metres (a quarter turn counts 1.6). */
const REACH = 1
/** What a metre off the hint weighs against the cost. */
const OFF = 3

const nearestCandidates = (
  units: readonly Unit[],
  candidates: readonly (readonly Candidate[])[],
  items: readonly HintedItem[],
): (Candidate | undefined)[] =>
  units.map((unit, index) => {
    const hint = items.find((item) => item.unit === unitName(unit))
    let best: { candidate: Candidate; price: number } | undefined
    for (const candidate of hint ? candidates[index]! : []) {
      const turn = Math.abs(Math.sin((candidate.frame.yaw - hint!.yaw) / 2)) * 2
      const off = Math.hypot(candidate.frame.x - hint!.x, candidate.frame.y - hint!.y) + turn
      const price = candidate.cost + OFF * off
      if (off <= REACH && (!best || price < best.price)) best = { candidate, price }
    }
    return best?.candidate
  })
