import type { Arrangement, Unit } from '../arrangement.ts'
import type { FormFilter } from '../candidate.ts'
import { unitName } from './guide-search.ts'
import type { FormHint } from './layout-model.ts'
import { formsOf } from './search-inputs.ts'

/** Forms are kept, likeliest first, until together they are this likely. */
const COVER = 0.85

/** Forms worth looking at by the hints; all forms of units without one that fits. */
export const guideForms = (
  units: readonly Unit[],
  hints: readonly FormHint[] = [],
  cover = COVER,
): FormFilter | undefined => {
  if (hints.length === 0) return undefined
  const byName = new Map(hints.map(({ unit, shares }) => [unit, shares]))
  const unlikely = units.map((unit): ReadonlySet<Arrangement> => {
    const forms = formsOf(unit)
    const shares = byName.get(unitName(unit))
    const isFitting = shares?.length === forms.length && shares.every((share) => share >= 0)
    return isFitting ? unlikelyOf(forms, shares, cover) : new Set()
  })
  return (unit, arrangement) => !unlikely[unit]!.has(arrangement)
}

const unlikelyOf = (forms: readonly Arrangement[], shares: readonly number[], cover: number): Set<Arrangement> => {
  const order = forms.map((_, form) => form).sort((a, b) => shares[b]! - shares[a]! || a - b)
  const total = shares.reduce((sum, share) => sum + share, 0)
  const dropped = new Set<Arrangement>()
  let covered = 0
  for (const form of order) {
    if (covered >= cover * total) dropped.add(forms[form]!)
    covered += shares[form]!
  }
  return dropped
}
