import { findKind } from '@enfilade/catalogue'
import { convexDistance } from '@enfilade/geometry'
import {
  type Id,
  itemFootprint,
  itemsInRoom,
  type Point2,
  type Scene,
  type SceneItem,
  type SceneRoom,
} from '@enfilade/scene'
import { roomOfItem } from './find-rooms.ts'
import { chooseAmong } from './select-items.ts'
import type { Reference } from './understand/intent.ts'

/** Items that words speak of, or why there are none: `few` are of the kind, but none is as was said. */
export type FoundItems =
  | { readonly items: readonly SceneItem[] }
  | { readonly missing: string; readonly few?: readonly SceneItem[] }

/** Where to look: `within` where the words name a room, `preferred` where only the circumstances do. */
export type SearchSpace = {
  readonly scene: Scene
  readonly selection: readonly Id[]
  /** What the request spoke of last. */
  readonly focus?: readonly Id[]
  readonly within?: readonly SceneItem[]
  readonly preferred?: readonly SceneItem[]
  /** Where the asking person looks from. Absent: the door. */
  readonly eye?: Point2
  /** Things that the words can't mean. */
  readonly except?: readonly Id[]
}

/**
 * Resolves a reference against what is there: the selection for "this", what was spoken of last for "it", things of the
 * kind in the room first. One item for a singular, all for a plural; among several the selected one, then what the words
 * single out, then by id.
 */
export function findItems(reference: Reference, space: SearchSpace): FoundItems {
  const { scene, selection, focus = [], within, preferred } = space
  const byIds = (ids: readonly Id[]) => scene.items.filter(({ id }) => ids.includes(id))
  const [selected, spoken] = [byIds(selection), byIds(focus)]
  if (reference.kind === 'items') {
    const items = byIds(reference.ids)
    return items.length > 0 ? { items } : { missing: reference.words }
  }
  if (reference.kind === 'pronoun') {
    const found = reference.isThis ? [selected, spoken] : [spoken, selected]
    const items = found.find((list) => list.length > 0) ?? []
    return items.length > 0 ? { items } : { missing: reference.words }
  }
  if (reference.kind === 'all') {
    const all = within ?? preferred ?? scene.items
    const left = all.filter(({ category }) => !reference.except.includes(meaningOf(category)))
    const items = reference.which?.near ? chooseAmong(left, reference.which, { ...space, isPlural: true }) : left
    return items.length > 0 ? { items } : { missing: reference.words }
  }
  const isOfKind = kindTest(reference, [...spoken, ...selected])
  const here = (within ?? preferred ?? []).filter(isOfKind)
  const kin = (within || here.length > 0 ? here : scene.items.filter(isOfKind)).filter(
    ({ id }) => !space.except?.includes(id),
  )
  if (kin.length === 0) return { missing: reference.words }
  const looking = kin.filter((item) => hasLooks(item, reference.attributes))
  if (looking.length === 0) return { missing: reference.words, few: kin }
  const count = reference.kind === 'named' ? reference.count : undefined
  const isPlural = reference.isPlural === true
  const chosen = reference.which
    ? chooseAmong(looking, reference.which, { ...space, isPlural: isPlural || (count ?? 1) > 1 })
    : looking
  if (chosen.length === 0) return { missing: reference.words, few: looking }
  const order = reference.categories ?? []
  const likely = chosen.toSorted(
    (a, b) =>
      Number(selection.includes(b.id)) - Number(selection.includes(a.id)) ||
      (reference.which
        ? 0
        : order.indexOf(meaningOf(a.category)) - order.indexOf(meaningOf(b.category)) || (a.id < b.id ? -1 : 1)),
  )
  if (reference.kind === 'named' && reference.leave !== undefined) {
    const items = likely.slice(reference.leave)
    return items.length > 0 ? { items } : { missing: reference.words, few: likely }
  }
  if (count !== undefined && count > 1) return { items: likely.slice(0, count) }
  return { items: isPlural ? likely : likely.slice(0, 1) }
}

/** The category that an imported label stands for (`tub` is a bathtub); others are themselves. */
export const meaningOf = (category: string): string => findKind(category)?.id ?? category

function kindTest(reference: Extract<Reference, { kind: 'named' | 'one' }>, known: readonly SceneItem[]) {
  const label = reference.kind === 'named' ? reference.label : undefined
  if (label !== undefined) return (item: SceneItem) => item.label === label
  const { categories } = reference
  if (categories) return (item: SceneItem) => categories.includes(meaningOf(item.category))
  const kinds = new Set(known.map(({ category }) => meaningOf(category)))
  return (item: SceneItem) => kinds.size === 0 || kinds.has(meaningOf(item.category))
}

/** How far two colours may lie apart to go by one name, of 255 in each channel. */
const sameColour = 75

/** As was said of it: a colour within sight of the asked one, the material or shape itself. */
function hasLooks(item: SceneItem, attributes: Extract<Reference, { kind: 'named' }>['attributes']): boolean {
  if (!attributes) return true
  const finishes = Object.values({ ...findKind(item.category)?.finishes, ...item.finishes })
  const { color, material, shape } = attributes
  if (color && !finishes.some((finish) => finish.color && colourGap(finish.color, color) < sameColour)) return false
  if (material && !finishes.some((finish) => finish.material === material)) return false
  return !shape || item.shape === shape || item.shape === undefined
}

function colourGap(a: string, b: string): number {
  const channels = (hex: string) => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
  const [first, second] = [channels(a), channels(b)]
  return Math.hypot(...first.map((value, index) => value - second[index]!)) / 1.2
}

/** Free distance between two items in plan, metres; 0 where they touch or overlap. */
export function gapBetween(a: SceneItem, b: SceneItem): number {
  return Math.max(0, convexDistance(itemFootprint(a), itemFootprint(b)))
}

export function companionsHere(scene: Scene, item: SceneItem): readonly SceneItem[] {
  const room: SceneRoom | undefined = roomOfItem(scene, item)
  return room ? itemsInRoom(scene, room) : scene.items
}
