import { findKind } from '@enfilade/catalogue'
import { convexDistance } from '@enfilade/geometry'
import { type Id, itemFootprint, type Scene, type SceneItem } from '@enfilade/scene'
import type { Reference } from './understand/intent.ts'

/** Items that words speak of, or why there are none. */
export type FoundItems = { readonly items: readonly SceneItem[] } | { readonly missing: string }

/** Where to look: `within` where the words name a room, `preferred` where only the circumstances do. */
export type SearchSpace = {
  readonly scene: Scene
  readonly selection: readonly Id[]
  readonly within?: readonly SceneItem[]
  readonly preferred?: readonly SceneItem[]
}

/**
 * Resolves a reference against what is there: the selection for "it", things of the kind in the room first. One item for
 * a singular, all for a plural; among several the selected one, then the likest by what was said of it, then by id.
 */
export function findItems(reference: Reference, space: SearchSpace): FoundItems {
  const { scene, selection, within, preferred } = space
  const selected = scene.items.filter(({ id }) => selection.includes(id))
  if (reference.kind === 'pronoun') return selected.length > 0 ? { items: selected } : { missing: reference.words }
  if (reference.kind === 'all') {
    const all = within ?? preferred ?? scene.items
    const items = all.filter(({ category }) => !reference.except.includes(meaningOf(category)))
    return items.length > 0 ? { items } : { missing: reference.words }
  }
  const isOfKind = (item: SceneItem) =>
    reference.label === undefined
      ? reference.categories.includes(meaningOf(item.category))
      : item.label === reference.label
  const here = (within ?? preferred ?? []).filter(isOfKind)
  const found = within || here.length > 0 ? here : scene.items.filter(isOfKind)
  const candidates = found.toSorted(byLikeness(reference, scene, selection))
  if (candidates.length === 0) return { missing: reference.words }
  if (reference.count !== undefined && reference.count > 1) return { items: candidates.slice(0, reference.count) }
  if (reference.isPlural) return { items: candidates }
  return { items: [candidates[0]!] }
}

/** The category that an imported label stands for (`tub` is a bathtub); others are themselves. */
const meaningOf = (category: string): string => findKind(category)?.id ?? category

function byLikeness(reference: Extract<Reference, { kind: 'named' }>, scene: Scene, selection: readonly Id[]) {
  const { near, attributes } = reference
  const target = near?.target?.kind === 'category' ? near.target.category : undefined
  const anchors = scene.items.filter(({ category }) => meaningOf(category) === target)
  const score = (item: SceneItem) => {
    const finishes = { ...findKind(item.category)?.finishes, ...item.finishes }
    const { color, material, shape } = attributes ?? {}
    let value = selection.includes(item.id) ? 10 : 0
    if (color && Object.values(finishes).some((finish) => finish.color === color)) value += 2
    if (material && Object.values(finishes).some((finish) => finish.material === material)) value += 1
    if (shape && item.shape === shape) value += 2
    const order = reference.categories.indexOf(meaningOf(item.category))
    value -= order * 0.01
    const gaps = anchors
      .filter(({ id, level }) => id !== item.id && level === item.level)
      .map((anchor) => gapBetween(item, anchor))
    if (gaps.length > 0) value += 5 - Math.min(5, Math.min(...gaps))
    return value
  }
  return (a: SceneItem, b: SceneItem) => score(b) - score(a) || (a.id < b.id ? -1 : 1)
}

/** Free distance between two items in plan, metres; 0 where they touch or overlap. */
export function gapBetween(a: SceneItem, b: SceneItem): number {
  return Math.max(0, convexDistance(itemFootprint(a), itemFootprint(b)))
}
