import { beds } from '@enfilade/critic'
import type { Brief, BriefObject, BriefRelation, RelationTarget, RelationType } from '../brief.ts'
import { isBuildingRelation } from '../relation-cost.ts'

/** What a group does for its members: relations to these hosts hold in it by themselves. */
type Membership = {
  readonly hosts: ReadonlySet<string>
  readonly types: ReadonlySet<RelationType>
  /** Building relations that hold in the group too. */
  readonly building?: ReadonlySet<RelationType>
}

const tables = new Set(['dining_table', 'kids_table', 'meeting_table'])
const desks = new Set(['desk', 'dressing_table', 'kids_table'])
const seats: Membership = {
  hosts: new Set([...tables, ...desks]),
  types: new Set(['around', 'near', 'beside', 'facing', 'in_front_of', 'along']),
}

const memberships: { readonly [category: string]: Membership } = {
  nightstand: {
    hosts: new Set([...beds, 'sofa_bed']),
    types: new Set(['beside', 'near', 'left_of', 'right_of', 'flanking', 'around', 'between']),
    building: new Set(['against_wall']),
  },
  bench: { hosts: new Set([...beds, ...tables]), types: new Set(['in_front_of', 'near', 'beside', 'around', 'along']) },
  coffee_table: {
    hosts: new Set(['sofa', 'sofa_bed', 'television', 'tv_stand']),
    types: new Set(['in_front_of', 'near', 'between']),
  },
  armchair: { hosts: new Set(['coffee_table']), types: new Set(['near', 'around', 'facing']) },
  side_table: { hosts: new Set(['sofa', 'sofa_bed']), types: new Set(['beside', 'near']) },
  floor_lamp: { hosts: new Set(['sofa', 'sofa_bed']), types: new Set(['beside', 'near']) },
  tv_stand: {
    hosts: new Set(['sofa', 'sofa_bed', 'double_bed', 'single_bed']),
    types: new Set(['opposite', 'facing', 'in_front_of']),
    building: new Set(['against_wall']),
  },
  office_chair: seats,
  dining_chair: seats,
  folding_chair: seats,
  stool: seats,
  kids_chair: seats,
  high_chair: seats,
  vanity_stool: seats,
}

/** Keys of named objects whose place was said in a way that no group of the layout's own keeps: they stand alone. */
export const standAlone = (brief: Brief): ReadonlySet<string> => {
  const byKey = new Map(brief.objects.map((object) => [object.key, object]))
  const single = new Set<string>()
  for (const object of brief.objects) {
    const membership = memberships[object.category]
    if (membership && !object.relations.every((relation) => keeps(membership, relation, byKey))) single.add(object.key)
    for (const relation of object.relations) {
      const other = targetObject(relation.target, byKey)
      // What others stand on both sides of is no companion of something else.
      if (relation.type === 'flanking' && other && FLANKED.has(other.category)) single.add(other.key)
      if (relation.type !== 'facing' && relation.type !== 'opposite') continue
      if (other?.category === 'armchair' || (object.category === 'armchair' && other)) single.add(other.key)
    }
  }
  return single
}

const FLANKED: ReadonlySet<string> = new Set(['side_table', 'floor_lamp', 'coffee_table'])

const targetObject = (
  target: RelationTarget | undefined,
  byKey: ReadonlyMap<string, BriefObject>,
): BriefObject | undefined => (target?.kind === 'object' ? byKey.get(target.key) : undefined)

const keeps = (
  { hosts, types, building }: Membership,
  relation: BriefRelation,
  byKey: ReadonlyMap<string, BriefObject>,
): boolean => {
  if (relation.strength === 'wish') return true
  if (relation.negated || relation.distance) return false
  if (isBuildingRelation(relation)) return building?.has(relation.type) === true && !hasSide(relation.target)
  const category =
    targetObject(relation.target, byKey)?.category ??
    (relation.target?.kind === 'category' ? relation.target.category : undefined)
  return category !== undefined && hosts.has(category) && types.has(relation.type)
}

const hasSide = (target: RelationTarget | undefined): boolean =>
  target?.kind === 'building' && (target.side !== undefined || target.choose !== undefined || target.id !== undefined)

/** Whether an anchor's place was said beyond what its group keeps by itself. */
export const isPinned = (object: BriefObject | undefined, own: ReadonlySet<string>, brief: Brief): boolean => {
  if (!object) return false
  const byKey = new Map(brief.objects.map((entry) => [entry.key, entry]))
  return object.relations.some((relation) => {
    if (relation.strength === 'wish') return false
    if (isBuildingRelation(relation)) return relation.type !== 'against_wall' || hasSide(relation.target)
    const category =
      targetObject(relation.target, byKey)?.category ??
      (relation.target?.kind === 'category' ? relation.target.category : '')
    return !own.has(category) || relation.distance !== undefined
  })
}
