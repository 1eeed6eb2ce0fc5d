import type { RoomSize } from './intent.ts'
import type { Piece } from './measures.ts'
import type { Mention } from './mention.ts'

/** "4 by 5 m", "20 m²", "2.6 m high": measures that belong to no thing are the room's. */
export function readRoomSize(
  clause: readonly Piece[],
  mentions: readonly Mention[],
  size: { -readonly [K in keyof RoomSize]: RoomSize[K] },
): void {
  clause.forEach((piece, index) => {
    if (piece.kind === 'area') size.area ??= piece.value
    if (piece.kind !== 'length' || mentions.some((mention) => mention.first <= index && index <= mention.last)) return
    const [width, depth, height] = piece.values
    if (piece.values.length >= 2) {
      size.width ??= width
      size.depth ??= depth
      if (height !== undefined) size.height ??= height
      return
    }
    const next = clause[index + 1]
    const isHigh = next?.kind === 'token' && next.meaning.type === 'axis' && next.meaning.axis === 'height'
    if (isHigh && width! > 2 && width! < 8 && mentions.every((mention) => mention.kind !== 'object'))
      size.height ??= width
  })
}
