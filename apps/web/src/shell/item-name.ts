import { describeItem, findKind } from '@enfilade/catalogue'
import type { ItemRecord } from '@enfilade/scene'
import type { Locale } from '../i18n/locale.ts'

/** The label somebody gave an item; one that only repeats its kind's name, as imported scenes have, is none. */
export function ownLabel(item: Pick<ItemRecord, 'category' | 'label'>): string | undefined {
  const label = item.label?.trim()
  if (!label) return undefined
  const kind = findKind(item.category)
  const isKindName = [kind?.names.en[0], kind?.names.zh[0]].some((name) => name?.toLowerCase() === label.toLowerCase())
  return isKindName ? undefined : label
}

/** What an item is called: its own label, else its kind's name in the reader's language. */
export function itemName(item: Pick<ItemRecord, 'category' | 'label'>, locale: Locale): string {
  return describeItem({ category: item.category, label: ownLabel(item) }, locale)
}
