import { convexPenetration } from '@enfilade/geometry'
import type { ProposalGroup } from '@enfilade/layout'
import { type Change, type Id, itemFootprint, mergeChanges, type Scene, type SceneItem } from '@enfilade/scene'

/** Overlap from which a place counts as taken, metres. */
const touchDepth = 0.005

/**
 * Makes groups independent: where one touches or rests on a record that another makes or changes, or stands where
 * another takes something away, the two become one, since neither may be accepted alone. Rooms stay apart.
 *
 * @param before The scene that the request was made on. @param after The scene with every group applied.
 */
export function joinDependentGroups(groups: readonly ProposalGroup[], before: Scene, after: Scene): ProposalGroup[] {
  const joined: ProposalGroup[] = []
  for (const group of groups) {
    const touched = touchedIds(group.change)
    const needs = (earlier: ProposalGroup) =>
      intersects(touchedIds(earlier.change), touched) || standsWhereFreed(group, earlier, before, after)
    const [first, ...others] = joined.filter(needs)
    if (!first) {
      joined.push(group)
      continue
    }
    const all = [first, ...others, group].reduce(merge)
    joined[joined.indexOf(first)] = all
    for (const other of others) joined.splice(joined.indexOf(other), 1)
  }
  return joined
}

/** True where `later` puts something where a thing stood that `earlier` moves or removes. */
function standsWhereFreed(later: ProposalGroup, earlier: ProposalGroup, before: Scene, after: Scene): boolean {
  const freed = floorItems(before, earlier.items)
  if (freed.length === 0) return false
  const placed = floorItems(after, later.items)
  return placed.some((item) =>
    freed.some(
      (old) =>
        old.id !== item.id &&
        old.level === item.level &&
        convexPenetration(itemFootprint(item), itemFootprint(old)) > touchDepth,
    ),
  )
}

const floorItems = (scene: Scene, ids: readonly Id[]): SceneItem[] =>
  scene.items.filter(({ id, support }) => support.on === 'floor' && ids.includes(id))

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
