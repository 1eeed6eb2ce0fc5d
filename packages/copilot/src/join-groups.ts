import type { ProposalGroup } from '@enfilade/layout'
import { type Change, type Id, mergeChanges } from '@enfilade/scene'

/**
 * Makes groups independent: where a later group touches or rests on a record that an earlier one makes or changes, the
 * two become one, since the later can't be accepted alone. Rooms stay apart: furniture without its room is still valid.
 */
export function joinDependentGroups(groups: readonly ProposalGroup[]): ProposalGroup[] {
  const joined: ProposalGroup[] = []
  for (const group of groups) {
    const touched = touchedIds(group.change)
    const first = joined.findIndex((earlier) => intersects(touchedIds(earlier.change), touched))
    if (first < 0) joined.push(group)
    else joined[first] = merge(joined[first]!, group)
  }
  return joined
}

function merge(a: ProposalGroup, b: ProposalGroup): ProposalGroup {
  const isSameTitle = a.title.en === b.title.en
  return {
    id: a.id,
    title: isSameTitle ? a.title : { en: `${a.title.en}, ${b.title.en}`, zh: `${a.title.zh}、${b.title.zh}` },
    reason: { en: `${a.reason.en} ${b.reason.en}`, zh: `${a.reason.zh}${b.reason.zh}` },
    measurements: [...a.measurements, ...b.measurements],
    items: [...new Set([...a.items, ...b.items])].sort(),
    change: mergeChanges(a.change, b.change),
  }
}

function touchedIds({ added, removed, updated }: Change): Set<Id> {
  const ids = new Set([...Object.keys(added), ...Object.keys(removed), ...Object.keys(updated)])
  for (const record of Object.values(added)) {
    const support = record['support'] as { readonly id?: unknown } | undefined
    if (
      record['kind'] === 'item' &&
      typeof support?.id === 'string' &&
      record['support'] &&
      (support as { on?: unknown }).on === 'item'
    )
      ids.add(support.id)
  }
  return ids
}

function intersects(a: ReadonlySet<Id>, b: ReadonlySet<Id>): boolean {
  for (const id of b) if (a.has(id)) return true
  return false
}
