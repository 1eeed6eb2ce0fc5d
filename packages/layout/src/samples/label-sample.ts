import { findKind } from '@enfilade/catalogue'
import type { ItemShape } from '@enfilade/critic'
import type { BriefRelation, RelationType } from '../brief.ts'
import { type Placed, placedShape } from '../placed.ts'
import { measureToBuilding } from '../relation.ts'
import { measureBetween } from '../relation-between.ts'
import type { RelationMeasure } from '../relation-measure.ts'
import { hasFront } from '../relation-sides.ts'
import type { Site } from '../site.ts'

/** A relation that clearly holds between two things of a sample, or between one and the building. */
export type RelationLabel = {
  readonly type: RelationType
  readonly subject: string
  readonly target?: string
  /** As the critic's measure reads, metres or radians. */
  readonly measured: number
}

/** What can be read off a thing: its size against its kind's, and its form. */
export type AttributeLabel = {
  readonly subject: string
  readonly sizeClass: 'small' | 'medium' | 'large'
  readonly variant?: string
  readonly shape?: string
}

export type Labels = {
  readonly counts: { readonly [category: string]: number }
  readonly attributes: readonly AttributeLabel[]
  readonly relations: readonly RelationLabel[]
}

const betweenTypes = ['beside', 'left_of', 'right_of', 'in_front_of', 'behind', 'opposite', 'facing'] as const
const buildingTypes = ['against_wall', 'in_corner', 'under_window', 'by_window', 'by_door', 'centred'] as const

/** Farther apart two things are not related, metres. */
const REACH = 3.5

/** Exact labels of a furnished room, measured on its geometry; only what holds with its margin is named. */
export const labelSample = (site: Site, placed: readonly Placed[]): Labels => {
  const shapes = placed.map(placedShape)
  const floor = shapes.filter(
    ({ id, role }) => role === 'solid' && placed.some((one) => one.id === id && one.support.on === 'floor'),
  )
  return {
    counts: countKinds(placed),
    attributes: placed.map(readAttributes),
    relations: [
      ...placed.flatMap(({ id, support }): RelationLabel[] =>
        support.on === 'item' ? [{ type: 'on', subject: id, target: support.id, measured: 0 }] : [],
      ),
      ...floor.flatMap((subject) => toBuilding(site, subject)),
      ...floor.flatMap((subject) =>
        floor.flatMap((target) => (target === subject ? [] : between(site, subject, target))),
      ),
    ],
  }
}

const countKinds = (placed: readonly Placed[]): { [category: string]: number } => {
  const counts: { [category: string]: number } = {}
  for (const category of placed.map((one) => one.category).sort()) counts[category] = (counts[category] ?? 0) + 1
  return counts
}

const readAttributes = ({ id, category, size, variant, shape }: Placed): AttributeLabel => {
  const kind = findKind(category)
  const share = kind ? (size[0] - kind.size.min[0]) / Math.max(0.01, kind.size.max[0] - kind.size.min[0]) : 0.5
  const sizeClass = share < 0.25 ? 'small' : share > 0.75 ? 'large' : 'medium'
  return { subject: id, sizeClass, ...(variant ? { variant } : {}), ...(shape ? { shape } : {}) }
}

const clearly = ({ miss, ideal }: RelationMeasure): boolean => miss <= 0 && ideal <= 0

const toBuilding = (site: Site, subject: ItemShape): RelationLabel[] =>
  buildingTypes.flatMap((type) => {
    if ((type === 'under_window' || type === 'by_window') && site.plan.windows.length === 0) return []
    const measure = measureToBuilding(site, subject, { type })
    return clearly(measure) ? [{ type, subject: subject.id, measured: tidy(measure.measured) }] : []
  })

const between = (site: Site, subject: ItemShape, target: ItemShape): RelationLabel[] => {
  if (Math.hypot(subject.box.x - target.box.x, subject.box.y - target.box.y) > REACH) return []
  const relation = { target: { kind: 'item', id: target.id } } as const
  return betweenTypes.flatMap((type) => {
    const turned = type === 'facing' || type === 'opposite' ? subject : target
    if (type !== 'beside' && !hasFront(turned)) return []
    const asked: BriefRelation = { ...relation, type }
    const measure = measureBetween(subject, asked, target, { view: site.plan.doors[0]?.at })
    return clearly(measure) ? [{ type, subject: subject.id, target: target.id, measured: tidy(measure.measured) }] : []
  })
}

const tidy = (value: number): number => Math.round(value * 1e4) / 1e4 + 0
