import { findKind } from '@enfilade/catalogue'
import { type RoomType, roomTypes } from '@enfilade/layout'

/** The room where most of these things usually stand, the first of equals; things that fit anywhere say little. */
export function guessRoom(objects: readonly { readonly category: string }[]): RoomType {
  const votes = new Map<RoomType, number>()
  for (const { category } of objects) {
    const rooms = roomTypes.filter((type) =>
      (findKind(category)?.rooms as readonly string[] | undefined)?.includes(type),
    )
    for (const room of rooms) votes.set(room, (votes.get(room) ?? 0) + 1 / rooms.length)
  }
  const [best] = [...votes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
  return best?.[0] ?? 'generic'
}
