import { findKind } from '@enfilade/catalogue'
import { type LayoutContext, type LayoutResult, type RoomType, removeItems } from '@enfilade/layout'
import { type Id, itemsInRoom, itemsOn, readScene, type SceneItem, type SceneRoom } from '@enfilade/scene'

/** Things that any room may go on using, by kind. */
const anywhere = /rug|curtain|blind|lamp|light|chandelier|plant|painting|picture|mirror|clock|bookcase|shel(f|ving)/

/**
 * Takes out what a room of the new type does not need, so that it can be furnished as one. What was asked to be kept
 * stays where it is, with what stands on it.
 */
export function clearForUse(
  room: SceneRoom,
  type: RoomType,
  keep: ReadonlySet<Id>,
  words: string,
  context: LayoutContext,
): LayoutResult {
  const scene = readScene(context.document)
  const items = itemsInRoom(scene, room)
  const isKept = (item: SceneItem): boolean => {
    if (keep.has(item.id) || item.locked) return true
    const { support } = item
    const carrier = support.on === 'item' ? items.find(({ id }) => id === support.id) : undefined
    return carrier !== undefined && keep.has(carrier.id)
  }
  const ids = items
    .filter((item) => item.support.on !== 'item' && !isKept(item) && !isUseful(item, type))
    .filter((item) => !itemsOn(scene, item.id).some(({ id }) => keep.has(id)))
    .map(({ id }) => id)
  return ids.length > 0 ? removeItems({ ...context, ids, words }) : { groups: [], unmet: [], truncated: false }
}

function isUseful({ category }: SceneItem, type: RoomType): boolean {
  const kind = findKind(category)
  if (!kind) return false
  if (kind.physics.movable === false) return true
  if (anywhere.test(kind.id)) return true
  return (kind.rooms as readonly string[]).includes(type)
}
