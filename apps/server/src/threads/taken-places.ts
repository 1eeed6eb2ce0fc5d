import { type ItemShape, itemOverlap, OVERLAP_TOLERANCE, shapeItem } from '@enfilade/critic'
import type { Change, Id, Scene } from '@enfilade/scene'

/**
 * What stands now where a change would put things: two proposals from the same state may want the same place, and the
 * second is out of date once the first was accepted. What overlapped before as deeply is no news.
 *
 * @param before The scene without the change. @param after With it.
 * @param own Ids that belong to the same decision: they were laid out together.
 */
export function findTakenPlaces(before: Scene, after: Scene, change: Change, own: ReadonlySet<Id>): Id[] {
  const placed = new Set([...Object.keys(change.added), ...Object.keys(change.updated)])
  const then = new Map(before.items.map((item) => [item.id, shapeItem(item)]))
  const shapes = after.items.map((item) => shapeItem(item))
  const taken = new Set<Id>()
  for (const shape of shapes) {
    if (!placed.has(shape.id)) continue
    for (const other of shapes) {
      if (other.id === shape.id || placed.has(other.id) || own.has(other.id) || !isTaken(shape, other)) continue
      const [old, oldOther] = [then.get(shape.id), then.get(other.id)]
      const was = old && oldOther ? itemOverlap(old, oldOther) : 0
      if (itemOverlap(shape, other) > was + OVERLAP_TOLERANCE) taken.add(other.id)
    }
  }
  return [...taken].sort()
}

const isTaken = (a: ItemShape, b: ItemShape): boolean =>
  a.item.level === b.item.level && itemOverlap(a, b) > OVERLAP_TOLERANCE
