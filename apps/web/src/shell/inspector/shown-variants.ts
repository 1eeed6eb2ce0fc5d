import { buildItemMesh, findKind } from '@enfilade/catalogue'
import type { ItemRecord } from '@enfilade/scene'

type Looks = Pick<ItemRecord, 'category' | 'size' | 'variant' | 'shape'>

/**
 * The variants that look different at an item's size and shape: a straight sofa has no left and right. Built and
 * compared rather than listed, so that a kind which learns another variant needs nothing here.
 */
export function shownVariants(item: Looks): readonly string[] {
  const variants = findKind(item.category)?.variants ?? []
  if (variants.length < 2) return []
  const seen = new Set<string>()
  const current = item.variant ?? variants[0]!
  // The chosen one speaks for those that look like it.
  const order = [current, ...variants.filter((variant) => variant !== current)]
  const shown = order.filter((variant) => {
    const key = fingerprint({ ...item, variant })
    return !seen.has(key) && seen.add(key)
  })
  return shown.length < 2 ? [] : variants.filter((variant) => shown.includes(variant))
}

function fingerprint(item: Looks): string {
  return buildItemMesh(item)
    .map(({ slot, positions, indices }) => {
      let sum = 0
      for (let i = 0; i < positions.length; i++) sum += positions[i]! * ((i % 97) + 1)
      return `${slot}:${indices.length}:${sum.toFixed(2)}`
    })
    .join('|')
}
