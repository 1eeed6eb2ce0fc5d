import { type CompanionRelation, findKind, kinds } from '@enfilade/catalogue'
import type { RelationType } from '@enfilade/layout'
import type { ObjectMention } from './mention.ts'

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

/** Whether a thing usually stands so by the other: a picture above a bed, a lamp on a nightstand. */
export function goesSo(owner: readonly string[], own: readonly string[], type: RelationType): boolean {
  return owner.some((category) =>
    findKind(category)?.companions.some((companion) => {
      if (!own.includes(companion.category)) return false
      const usual = relations[companion.relation]
      return (
        usual === type ||
        (type === 'flanking' && (usual === 'beside' || usual === 'around')) ||
        (type === 'near' && usual === 'beside')
      )
    }),
  )
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
  const owner = usualOwners.find((category) => owners.includes(category))
  return owner ?? (type === 'flanking' ? undefined : owners[0])
}

/** What one sits around. */
export const isGatheredRound = (category: string): boolean =>
  /table|desk|island|counter/.test(category) && findKind(category)?.group !== 'seating'

type Named = Pick<ObjectMention, 'category' | 'family'>

/** Tables and cabinets: what is said to lie "on top" does not lie on a chair, and only what is soft on a bed. */
export const isLaidOn = (thing: Named, own?: Named) =>
  canCarry(thing) &&
  findKind(thing.category)?.group !== 'seating' &&
  (own === undefined || !isForBed(thing) || isSoft(own))

export const isForBed = ({ category }: Named) => findKind(category)?.group === 'beds'

/** What lies on a bed; lamps and vases do not. */
export const isSoft = ({ category }: Named) =>
  ['pillow', 'cushion', 'blanket', 'stuffed_toy', 'book', 'laptop', 'tray'].includes(category)

export const canCarry = ({ category, family }: Named) =>
  (family ?? [category]).some((entry) => {
    const kind = findKind(entry)
    return kind !== undefined && kind.surfaces({ size: kind.size.typical }).length > 0
  })
