import { findKind } from '@enfilade/catalogue'
import type { Id, Scene, SceneItem, SceneRoom } from '@enfilade/scene'
import type { Reference } from './understand/intent.ts'

/** Items that words speak of, or why there are none. */
export type FoundItems = { readonly items: readonly SceneItem[] } | { readonly missing: string }

/**
 * Resolves a reference against what is there: the selection for "it", the items of the category in the room first.
 * One item for a singular, all for a plural; among several the nearest in size to what was said, then by id.
 */
export function findItems(
  scene: Scene,
  reference: Reference,
  selection: readonly Id[],
  roomItems: readonly SceneItem[],
): FoundItems {
  const selected = scene.items.filter(({ id }) => selection.includes(id))
  if (reference.kind === 'pronoun') return selected.length > 0 ? { items: selected } : { missing: reference.words }
  const isOfKind = (item: SceneItem) =>
    reference.categories.includes(item.category) || (reference.label !== undefined && item.label === reference.label)
  const here = roomItems.filter(isOfKind)
  const candidates = (here.length > 0 ? here : scene.items.filter(isOfKind)).toSorted(byLikeness(reference))
  if (candidates.length === 0) return { missing: reference.words }
  if (reference.count !== undefined && reference.count > 1) return { items: candidates.slice(0, reference.count) }
  if (reference.isPlural) return { items: candidates }
  const chosen = candidates.find(({ id }) => selection.includes(id)) ?? candidates[0]!
  return { items: [chosen] }
}

function byLikeness(reference: Extract<Reference, { kind: 'named' }>) {
  const score = (item: SceneItem) => {
    const kind = findKind(item.category)
    const finishes = { ...kind?.finishes, ...item.finishes }
    const { color, material, shape } = reference.attributes ?? {}
    let value = 0
    if (color && Object.values(finishes).some((finish) => finish.color === color)) value += 2
    if (material && Object.values(finishes).some((finish) => finish.material === material)) value += 1
    if (shape && item.shape === shape) value += 2
    return value
  }
  return (a: SceneItem, b: SceneItem) => score(b) - score(a) || (a.id < b.id ? -1 : 1)
}

/** The room that a request is about: of the selection, as given, else the largest. */
export function chooseRoom(
  scene: Scene,
  roomId: Id | undefined,
  selection: readonly Id[],
  type: string | undefined,
  roomOf: (item: SceneItem) => SceneRoom | undefined,
): SceneRoom | undefined {
  const given = scene.rooms.find(({ id }) => id === roomId)
  if (given) return given
  for (const id of selection) {
    const item = scene.items.find((entry) => entry.id === id)
    const room = scene.rooms.find((entry) => entry.id === id) ?? (item ? roomOf(item) : undefined)
    if (room) return room
  }
  const bySize = scene.rooms.toSorted((a, b) => b.area - a.area || (a.id < b.id ? -1 : 1))
  return bySize.find((room) => room.type === type) ?? bySize[0]
}
