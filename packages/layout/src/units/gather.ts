import type { Size3 } from '@enfilade/scene'
import type { Arrangement, Piece } from '../arrangement.ts'
import type { BriefObject } from '../brief.ts'
import { prices } from '../prices.ts'
import { sizeOptions } from '../size-choice.ts'
import { createPiece } from './simple.ts'

export type GatherWish = {
  readonly table: BriefObject
  /** Armchairs, sofas and the like, each with the object that named it. */
  readonly seats: readonly BriefObject[]
}

/** Gap between a table and a deep seat: one steps in between. */
const STEP_IN = 0.62
/** Gap between two seats on one side. */
const ELBOW = 0.1

type Side = 'back' | 'front' | 'left' | 'right'

/** How many seats each side takes, by the number of seats; the first is the most usual. */
const dealings: { readonly [count: number]: readonly (readonly Side[])[] } = {
  1: [['back']],
  2: [
    ['left', 'right'],
    ['back', 'front'],
  ],
  3: [
    ['back', 'left', 'right'],
    ['back', 'back', 'front'],
  ],
  4: [
    ['back', 'front', 'left', 'right'],
    ['back', 'back', 'front', 'front'],
  ],
  5: [['back', 'back', 'front', 'left', 'right']],
  6: [['back', 'back', 'front', 'front', 'left', 'right']],
}

/** Deep seats around a table that all look at it, free in the room; fewer of them where it is tight. */
export const gatherArrangements = ({ table, seats }: GatherWish): Arrangement[] => {
  // The widest sits along the long side.
  const ordered = [...seats].sort((a, b) => widthOf(b) - widthOf(a))
  const made: Arrangement[] = []
  for (let count = Math.min(6, ordered.length); count > 0; count--) {
    const missing = ordered.slice(count).map((object) => ({ object, count: 1 }))
    for (const [form, sides] of (dealings[count] ?? []).entries()) {
      for (const [step, size] of sizeOptions(table.category, table).slice(0, 3).entries()) {
        for (const isCompact of [false, true]) {
          const pieces = seatAround(table, size, ordered.slice(0, count), sides, isCompact)
          const penalty = missing.length * prices.namedOfGroup + form * 0.3 + step * 0.4 + (isCompact ? 0.8 : 0)
          made.push({ pieces, zones: [], placement: 'free', penalty, missing, anchor: 0 })
        }
      }
    }
  }
  return made
}

const widthOf = (object: BriefObject): number => sizeOptions(object.category, object)[0]![0]

const turns: { readonly [side in Side]: number } = {
  back: 0,
  front: Math.PI,
  left: Math.PI / 2,
  right: -Math.PI / 2,
}

const seatAround = (
  table: BriefObject,
  [width, depth, height]: Size3,
  seats: readonly BriefObject[],
  sides: readonly Side[],
  isCompact: boolean,
): Piece[] => {
  const pieces = [createPiece(table.category, [width, depth, height], 0, 0, 0, { object: table })]
  for (const side of ['back', 'front', 'left', 'right'] as const) {
    const mine = seats.filter((_, index) => sides[index] === side)
    const sizes = mine.map((object) => sizeOptions(object.category, object).at(isCompact ? -1 : 0)!)
    const length = sizes.reduce((sum, size) => sum + size[0], 0) + ELBOW * Math.max(0, mine.length - 1)
    const isAlong = side === 'back' || side === 'front'
    let at = -length / 2
    for (const [index, object] of mine.entries()) {
      const size = sizes[index]!
      const out = (isAlong ? depth : width) / 2 + STEP_IN + size[1] / 2
      const along = at + size[0] / 2
      const sign = side === 'back' || side === 'right' ? 1 : -1
      const [x, y] = isAlong ? [along, sign * out] : [sign * out, along]
      pieces.push(createPiece(object.category, size, x, y, turns[side], { object }))
      at += size[0] + ELBOW
    }
  }
  return pieces
}
