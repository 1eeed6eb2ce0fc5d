import { findKind } from '@enfilade/catalogue'
import type { Brief, BriefObject, BriefRelation } from './brief.ts'
import { sizeOptions } from './size-choice.ts'

/** Air behind and before what stands between a seat and the wall, metres. */
const AIR = 0.04
/** A seat this far off both walls no longer stands in the corner, metres. */
const MOST = 0.34

/**
 * A seat in a corner or at a wall with a slim thing behind it stands off by that thing: a lamp behind the armchair in
 * the corner. Where the thing is too deep for that, nothing changes.
 */
export const standBehind = (brief: Brief): Brief => ({
  ...brief,
  objects: brief.objects.map((object) => {
    const behind = brief.objects.find((other) => other !== object && other.relations.some(isBehind(object)))
    if (!behind || findKind(object.category)?.group !== 'seating') return object
    const depth = leastDepth(behind) + AIR
    return {
      ...object,
      relations: object.relations.map((relation) =>
        relation.type === 'in_corner' && !relation.distance && !relation.negated && depth <= MOST
          ? { ...relation, distance: { min: 0, max: MOST } }
          : relation,
      ),
    }
  }),
})

const isBehind =
  (object: BriefObject) =>
  ({ type, target, negated }: BriefRelation): boolean =>
    type === 'behind' && !negated && target?.kind === 'object' && target.key === object.key

const leastDepth = (object: BriefObject): number =>
  Math.min(findKind(object.category)?.size.min[1] ?? 1, sizeOptions(object.category, object).at(-1)![1])
