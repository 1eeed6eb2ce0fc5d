import type { BriefRelation, RelationTarget } from '@enfilade/layout'
import type { SceneItem } from '@enfilade/scene'
import { findItems, gapBetween, type SearchSpace } from '../find-items.ts'
import type { EditRelation, EditTarget, Reference } from '../understand/intent.ts'

/** The relation with things of the document as its targets, or the reference that nothing answers to. */
export type Resolved =
  | { readonly relation: BriefRelation }
  | { readonly missing: Reference; readonly few: readonly SceneItem[] }

/** Resolves what an edit's relation points to; of several alike the nearest to `subject`. */
export function resolveRelation(relation: EditRelation, subject: SceneItem | undefined, space: SearchSpace): Resolved {
  const { target, and, ...rest } = relation
  if (!target) return { relation: rest }
  const first = resolveTarget(target, subject, space, relation.type === 'between' && !and)
  if ('missing' in first) return first
  const [one, two] = first.targets
  if (!and) return { relation: { ...rest, target: one!, ...(two && relation.type === 'between' ? { and: two } : {}) } }
  const second = resolveTarget(
    and,
    subject,
    { ...space, except: [...(space.except ?? []), ...idsOf(first.targets)] },
    false,
  )
  if ('missing' in second) return second
  return { relation: { ...rest, target: one!, and: second.targets[0]! } }
}

const idsOf = (targets: readonly RelationTarget[]) =>
  targets.flatMap((target) => (target.kind === 'item' ? [target.id] : []))

type Targets =
  | { readonly targets: readonly RelationTarget[] }
  | { readonly missing: Reference; readonly few: readonly SceneItem[] }

export function resolveTarget(
  target: EditTarget,
  subject: SceneItem | undefined,
  space: SearchSpace,
  isPair: boolean,
): Targets {
  if (target.kind !== 'reference') return { targets: [target] }
  const { reference } = target
  const except = [...(space.except ?? []), ...(subject ? [subject.id] : [])]
  const all: Reference = reference.kind === 'named' && !reference.which ? { ...reference, isPlural: true } : reference
  const found = findItems(all, { ...space, except })
  const items = 'items' in found ? found.items.filter(({ id }) => id !== subject?.id) : []
  if (items.length === 0) return { missing: reference, few: 'few' in found ? (found.few ?? []) : [] }
  const gap = (item: SceneItem) => (subject ? gapBetween(subject, item) + (item.level === subject.level ? 0 : 1000) : 0)
  const selected = (item: SceneItem) => Number(space.selection.includes(item.id))
  const order = reference.kind === 'named' ? reference.categories : []
  const sorted = items.toSorted(
    (a, b) => selected(b) - selected(a) || rank(order, a) - rank(order, b) || gap(a) - gap(b) || (a.id < b.id ? -1 : 1),
  )
  return { targets: sorted.slice(0, isPair ? 2 : 1).map(({ id }) => ({ kind: 'item', id })) }
}

const rank = (order: readonly string[], { category }: SceneItem) => {
  const at = order.indexOf(category)
  return at < 0 ? order.length : at
}
