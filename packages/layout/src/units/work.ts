import { findKind } from '@enfilade/catalogue'
import { clearances } from '@enfilade/critic'
import type { Size3 } from '@enfilade/scene'
import type { Arrangement, Piece } from '../arrangement.ts'
import type { BriefObject } from '../brief.ts'
import { sizeOptions } from '../size-choice.ts'
import { createPiece, withPenalty } from './simple.ts'

/** Gap between a table's edge and the seat before it: nothing stands under anything. */
const SEAT_GAP = 0.04

export type SeatedWish = {
  readonly category: string
  readonly table?: BriefObject
  readonly wish?: Size3
  readonly seat?: { readonly category: string; readonly object?: BriefObject }
}

/** A desk, dressing table or the like at a wall with its seat before it. */
export const deskArrangements = (wish: SeatedWish): Arrangement[] => {
  const zone = clearances.desk_chair_zone
  const isCorner = wish.table?.attributes?.shape === 'l'
  return sizeOptions(wish.category, wish.table, wish.wish).flatMap((size, index) => {
    const [, depth] = size
    const variants = isCorner ? [0, 1] : [0]
    return variants.map((): Arrangement => {
      const pieces: Piece[] = [createPiece(wish.category, size, 0, -depth / 2, 0, { object: wish.table })]
      let reach = 0
      if (wish.seat) {
        const seat = sizeOptions(wish.seat.category, wish.seat.object)[0]!
        const front = isCorner ? 0.6 : depth
        const x = isCorner ? -0.3 : 0
        pieces.push(createPiece(wish.seat.category, seat, x, -front - SEAT_GAP - seat[1] / 2, Math.PI, wish.seat))
        reach = front + SEAT_GAP + seat[1] - depth
      }
      return {
        pieces,
        zones: [
          {
            piece: 0,
            side: 'front',
            must: Math.max(zone.minimum, reach + 0.1),
            want: Math.max(zone.recommended, reach + 0.3),
          },
        ],
        placement: 'wall',
        penalty: index * 0.45,
        anchor: 0,
      }
    })
  })
}

/** A desk that stands free, the worker with the wall behind and the room in view. */
export const freeDeskArrangements = (wish: SeatedWish): Arrangement[] =>
  withPenalty(
    deskArrangements(wish).map((arrangement) => {
      const depth = arrangement.pieces[0]!.size[1]
      return {
        ...arrangement,
        placement: 'free' as const,
        pieces: arrangement.pieces.map((piece) => ({ ...piece, y: piece.y + depth / 2 })),
      }
    }),
    0.8,
  )

/** The seat that belongs to a table kind. */
export const seatFor = (table: string): string | undefined =>
  ['office_chair', 'stool', 'dining_chair', 'kids_chair', 'vanity_stool'].find((category) =>
    findKind(table)?.companions.some((companion) => companion.category === category),
  )
