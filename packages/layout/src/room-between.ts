import type { Brief, BriefObject, BriefRelation, RelationTarget } from './brief.ts'
import { mountOf } from './settle-brief.ts'
import { sizeOptions } from './size-choice.ts'

/** Air on both sides together of what stands between two things, metres. */
const AIR = 0.08
/** How much farther apart things beside each other may stand, and things that face each other, metres. */
const BESIDE_SLACK = 0.4
const FACING_SLACK = 1.6

const pushedApart: { readonly [type: string]: number } = {
  beside: BESIDE_SLACK,
  near: BESIDE_SLACK,
  facing: FACING_SLACK,
  opposite: FACING_SLACK,
}

/**
 * Things that another one is to stand between keep room for it: "two beds side by side with a nightstand between them"
 * stand apart by a nightstand. A distance that was said stays.
 */
export const keepRoomBetween = (brief: Brief): Brief => {
  const stays = brief.objects.flatMap((object) =>
    object.relations.flatMap((relation) => (isStanding(object, relation) ? [{ object, relation }] : [])),
  )
  if (stays.length === 0) return brief
  return {
    ...brief,
    objects: brief.objects.map((object) => ({
      ...object,
      relations: object.relations.map((relation) => {
        const slack = pushedApart[relation.type]
        if (slack === undefined || relation.distance || relation.negated) return relation
        const within = stays.find((each) => isPair(each.relation, object, relation.target))
        if (!within || within.object === object) return relation
        const width = broadest(within.object) + AIR
        return { ...relation, distance: { min: width, max: width + slack } }
      }),
    })),
  }
}

const isStanding = (object: BriefObject, { type, negated, target }: BriefRelation): boolean =>
  type === 'between' && !negated && target?.kind === 'object' && mountOf(object) === 'floor'

/** The larger of its sides in plan: it may turn either one to them. */
const broadest = (object: BriefObject): number => {
  const [width, depth] = sizeOptions(object.category, object)[0]!
  return Math.max(width, depth)
}

/** Whether `between` means the thing and the one that it refers to. */
const isPair = (between: BriefRelation, object: BriefObject, target: RelationTarget | undefined): boolean => {
  const first = keyOf(between.target)
  const second = keyOf(between.and) ?? first
  const other = keyOf(target)
  return (first === object.key && second === other) || (second === object.key && first === other)
}

const keyOf = (target: RelationTarget | undefined): string | undefined =>
  target?.kind === 'object' ? target.key : undefined
