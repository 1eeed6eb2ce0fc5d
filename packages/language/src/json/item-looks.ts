import { describeItem, findKind, itemMass, type Kind, resolveFinish } from '@enfilade/catalogue'
import type { Finish, ItemRecord } from '@enfilade/scene'

type Looks = Pick<ItemRecord, 'category' | 'size' | 'variant' | 'shape' | 'finishes' | 'states' | 'physics' | 'label'>

/** The finish of the block that stands in for what the catalogue does not have. */
const PLACEHOLDER = { body: { material: 'plaster', color: '#dcdad5' } } as const

/** The slot that a plain "make it blue" means. */
export function mainSlot(category: string): string {
  const kind = findKind(category)
  return kind ? (Object.keys(kind.finishes)[0] ?? 'body') : 'body'
}

/** Colour and material that the mesh shows. */
export function shownFinish(item: Pick<Looks, 'category' | 'finishes'>): {
  readonly color: string
  readonly material: string
} {
  const defaults = findKind(item.category)?.finishes ?? PLACEHOLDER
  return resolveFinish(defaults, item.finishes, mainSlot(item.category))
}

/** The finishes with which the mesh shows a colour and material; what is usual anyway needs none. */
export function finishesFor(category: string, wanted: Finish, others: ItemRecord['finishes']): ItemRecord['finishes'] {
  const slot = mainSlot(category)
  const usual = shownFinish({ category })
  const now = others ? shownFinish({ category, finishes: others }) : usual
  const isShown = (wanted.color ?? now.color) === now.color && (wanted.material ?? now.material) === now.material
  return isShown ? others : { ...others, [slot]: { ...others?.[slot], ...wanted } }
}

/** The shape that the mesh has; null where its kind has only one. */
export function shownShape(item: Pick<Looks, 'category' | 'shape'>): string | null {
  const shapes = findKind(item.category)?.shapes ?? []
  return item.shape !== undefined && shapes.includes(item.shape) ? item.shape : (shapes[0] ?? null)
}

/** Never empty: the person's own word, else the English name, else the category in words. */
export function labelOf(item: Pick<Looks, 'category' | 'label'>): string {
  return describeItem(item, 'en') || 'Item'
}

export function massOf(item: Looks): number | null {
  return itemMass(item) ?? null
}

export function movableOf(item: Pick<Looks, 'category' | 'physics'>): boolean | null {
  return item.physics?.movable ?? findKind(item.category)?.physics.movable ?? null
}

export function kindOf(category: string): Kind | undefined {
  return findKind(category)
}
