import type { Arrangement, Piece } from '../arrangement.ts'
import type { BriefObject } from '../brief.ts'
import { prices } from '../prices.ts'
import { sizeOptions } from '../size-choice.ts'
import { createPiece, wallArrangements, withPenalty } from './simple.ts'

type Part = { readonly object?: BriefObject }

/** A plant in a corner or beside a window. */
export const plantArrangements = (category: string, object?: BriefObject): Arrangement[] => {
  const sizes = sizeOptions(category, object)
  return wallArrangements(category, { object, sizes: [...sizes.slice(0, 1), ...sizes.slice(2, 3)] })
}

/** An armchair with a lamp and a small table: across a corner, or at a wall. */
export const readingArrangements = (
  seat: { readonly category: string } & Part,
  lamp?: Part,
  table?: Part,
): Arrangement[] => {
  const chair = sizeOptions(seat.category, seat.object)[0]!
  const [width, depth] = chair
  const inset = width / 2 + 0.02
  const corner: Piece[] = [createPiece(seat.category, chair, 0, -inset - depth / 2, 0, seat)]
  const wall: Piece[] = [createPiece(seat.category, chair, 0, -depth / 2 - 0.06, 0, seat)]
  if (lamp) {
    const size = sizeOptions('floor_lamp', lamp.object, [0.4, 0.4, 1.55])[0]!
    const x = width / 2 + size[0] / 2 + 0.06
    corner.push(createPiece('floor_lamp', size, x, -x - size[0] - 0.03, 0, lamp))
    wall.push(createPiece('floor_lamp', size, x, -size[1] / 2 - 0.03, 0, lamp))
  }
  if (table) {
    const size = sizeOptions('side_table', table.object, [0.42, 0.42, 0.52])[0]!
    const x = width / 2 + size[0] / 2 + 0.05
    corner.push(createPiece('side_table', size, -x, -x - size[0] - 0.03, 0, table))
    wall.push(createPiece('side_table', size, -x, -size[1] / 2 - 0.2, 0, table))
  }
  const zones = [{ piece: 0, side: 'front' as const, must: 0.45, want: 0.76 }]
  const both: Arrangement[] = [
    { pieces: corner, zones, placement: 'corner', penalty: 0, anchor: 0 },
    { pieces: wall, zones, placement: 'wall', penalty: 0.25, anchor: 0 },
  ]
  if (!lamp && !table) return both
  const isNamed = lamp?.object || table?.object
  const alone: Arrangement[] = both.map((arrangement) => ({
    ...arrangement,
    pieces: arrangement.pieces.slice(0, 1),
    missing: [lamp, table].flatMap((part) => (part?.object ? [{ object: part.object, count: 1 }] : [])),
  }))
  return [...both, ...withPenalty(alone, isNamed ? prices.namedOfGroup : 0.7)]
}
