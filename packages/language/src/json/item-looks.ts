import { describeItem, findKind, itemMass, type Kind, mainSlot, shownLooks } from '@enfilade/catalogue'
import type { Finish, ItemRecord } from '@enfilade/scene'

type Looks = Pick<ItemRecord, 'category' | 'size' | 'variant' | 'shape' | 'finishes' | 'states' | 'physics' | 'label'>

/** The finishes with which the mesh shows a colour and material; what is usual anyway needs none. */
export function finishesFor(category: string, wanted: Finish, others: ItemRecord['finishes']): ItemRecord['finishes'] {
  const slot = mainSlot(category)
  const usual = shownLooks({ category })
  const now = others ? shownLooks({ category, finishes: others }) : usual
  const isShown = (wanted.color ?? now.color) === now.color && (wanted.material ?? now.material) === now.material
  return isShown ? others : { ...others, [slot]: { ...others?.[slot], ...wanted } }
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
