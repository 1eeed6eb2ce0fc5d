import type { ItemRecord } from '@enfilade/scene'
import { findKind } from './kinds.ts'
import { SPATIAL_LABELS } from './spatial-labels.ts'

/** The label of an item: the person's own word, else the best matching name of its kind, else its category in words. */
export function describeItem(item: Pick<ItemRecord, 'category' | 'label'>, locale: 'en' | 'zh'): string {
  const own = item.label?.trim()
  if (own) return own
  const kind = findKind(item.category)
  if (kind?.id === item.category) return kind.names[locale][0]!
  if (kind && locale === 'zh') return SPATIAL_LABELS[item.category]?.[1] ?? kind.names.zh[0]!
  if (item.category === 'tv') return 'TV'
  const words = item.category.replaceAll('_', ' ').trim()
  return words ? words[0]!.toUpperCase() + words.slice(1) : locale === 'zh' ? '物品' : 'Item'
}
