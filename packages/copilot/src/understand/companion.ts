import { type CompanionRelation, findKind, kinds } from '@enfilade/catalogue'
import type { RelationType } from '@enfilade/layout'
import { canCarry } from './topic.ts'

const relations: { readonly [relation in CompanionRelation]: RelationType } = {
  beside: 'beside',
  front: 'in_front_of',
  around: 'around',
  opposite: 'opposite',
  on_top: 'on',
  above: 'above',
  under: 'under',
  beside_angled: 'near',
  near: 'near',
  counter_run: 'beside',
  inside: 'inside',
}

/** How a thing usually goes with the one it is named with: "a desk with a lamp" has it on it. */
export function companionRelation(owner: string, own: readonly string[]): RelationType | undefined {
  const isSmall = own.some((category) => findKind(category)?.mount === 'surface')
  if (isSmall && canCarry({ category: owner })) return 'on'
  const companion = findKind(owner)?.companions.find(({ category }) => own.includes(category))
  return companion ? relations[companion.relation] : undefined
}

/** Owners that are meant before others. */
const usualOwners = ['double_bed', 'dining_table', 'sofa', 'desk'] as const

/** The kind that such things go with: nightstands with a bed. */
export function ownerOf(own: readonly string[], type: RelationType): string | undefined {
  const fits = (relation: CompanionRelation) =>
    type === 'flanking' ? relation === 'beside' : relations[relation] === type
  const owners = kinds
    .filter(({ companions }) => companions.some(({ category, relation }) => own.includes(category) && fits(relation)))
    .map(({ id }) => id)
  return usualOwners.find((category) => owners.includes(category)) ?? owners[0]
}
