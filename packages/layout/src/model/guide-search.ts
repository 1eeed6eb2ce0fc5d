import type { Unit } from '../arrangement.ts'
import type { Candidate, PoseFilter } from '../candidate.ts'
import type { Site } from '../site.ts'
import type { LayoutHints } from './layout-model.ts'
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

export type Guide = { readonly keepPose: PoseFilter; readonly prior: (candidate: Candidate) => number }

/** How hints steer a search: unlikely poses are left out, likely ones are tried first. Undefined without hints that fit. */
export const guideSearch = (site: Site, units: readonly Unit[], hints: LayoutHints | undefined): Guide | undefined => {
  if (!hints?.units) return undefined
  const places = findPlaces(site)
  const index = indexPlaces(places)
  const byName = new Map(hints.units.map(({ unit, scores }) => [unit, scores]))
  const known = units.map((unit) => {
    const scores = isHinted(unit) ? byName.get(unitName(unit)) : undefined
    if (scores?.length !== places.length + 1 || !scores.every(Number.isFinite)) return undefined
    return { shares: scores.map(Math.exp), top: Math.max(...scores.slice(0, -1)) }
  })
  if (known.every((hint) => hint === undefined)) return undefined
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
