import { clearances, doubleBeds } from '@enfilade/critic'
import type { Size3 } from '@enfilade/scene'
import type { Arrangement, Piece, ZoneSpec } from '../arrangement.ts'
import type { BriefObject } from '../brief.ts'
import { prices } from '../prices.ts'
import { sizeOptions, typicalSize } from '../size-choice.ts'
import { createPiece } from './simple.ts'

export type SleepWish = {
  readonly category: string
  readonly bed?: BriefObject
  /** Sizes to try where none was said, the wanted one first. Absent: the kind's. */
  readonly sizes?: readonly Size3[]
  /** Own nightstands wanted, or the named ones. */
  readonly nightstands: readonly (BriefObject | undefined)[]
  readonly bench?: { readonly object?: BriefObject }
  readonly sleepers: number
  /** Free side that somebody needs who is helped or sits in a wheelchair, metres. */
  readonly careSide?: number
}

/** Gap between bed and nightstand: bedding hangs there. */
const STAND_GAP = 0.04
const BENCH_GAP = 0.05

/** Head at a wall, nightstands at the head, a bench at the foot; poorer forms cost more. */
export const sleepArrangements = (wish: SleepWish): Arrangement[] => {
  const sizes = wish.sizes ?? sizeOptions(wish.category, wish.bed)
  const isDouble = doubleBeds.has(wish.category)
  const arrangements: Arrangement[] = []
  for (const [index, size] of sizes.entries()) {
    if (index > 1 && !wish.bed && !isDouble) continue
    for (const stands of standForms(wish.nightstands.length)) {
      for (const hasBench of wish.bench ? [true, false] : [false]) {
        for (const sides of isDouble ? (['both', 'left', 'right'] as const) : (['left', 'right', 'both'] as const)) {
          // A nightstand stands on a side that can be reached.
          if ((sides === 'left' && stands.right) || (sides === 'right' && stands.left)) continue
          arrangements.push(build(wish, size, index, stands, hasBench, sides))
        }
      }
    }
  }
  return arrangements
}

type Stands = { readonly left: boolean; readonly right: boolean }

const standForms = (count: number): Stands[] => {
  const none = { left: false, right: false }
  const one = [
    { left: true, right: false },
    { left: false, right: true },
  ]
  if (count === 0) return [none]
  return count === 1 ? [...one, none] : [{ left: true, right: true }, ...one, none]
}

const build = (
  wish: SleepWish,
  size: Size3,
  sizeIndex: number,
  stands: Stands,
  hasBench: boolean,
  sides: 'left' | 'right' | 'both',
): Arrangement => {
  const [width, length] = size
  const pieces: Piece[] = [createPiece(wish.category, size, 0, -length / 2, 0, { object: wish.bed })]
  const placedStands = (stands.left ? 1 : 0) + (stands.right ? 1 : 0)
  let used = 0
  for (const side of [-1, 1]) {
    if (!(side < 0 ? stands.left : stands.right)) continue
    const object = wish.nightstands[used++]
    const stand = sizeOptions('nightstand', object, standSize(width, sizeIndex))[0]!
    const x = side * (width / 2 + STAND_GAP + stand[0] / 2)
    pieces.push(createPiece('nightstand', stand, x, -stand[1] / 2, 0, { object }))
  }
  if (hasBench && wish.bench) {
    const bench = sizeOptions('bench', wish.bench.object, [Math.min(1.4, width * 0.75), 0.42, 0.46])[0]!
    pieces.push(createPiece('bench', bench, 0, -length - BENCH_GAP - bench[1] / 2, 0, wish.bench))
  }
  const missing = wish.nightstands.slice(placedStands).filter((object): object is BriefObject => object !== undefined)
  const missingBench = wish.bench?.object && !hasBench ? [wish.bench.object] : []
  const isDouble = doubleBeds.has(wish.category)
  const oneSide = sides === 'both' ? 0 : isDouble ? (wish.sleepers > 1 ? 4.5 : 1.8) : 0
  return {
    pieces,
    zones: bedZones(wish, sides),
    placement: 'wall',
    penalty:
      (wish.bed ? sizeIndex * 0.5 : sizeIndex * sizeIndex * 0.6) +
      oneSide +
      (sides === 'both' && !isDouble ? 0.15 : 0) +
      (wish.nightstands.length - placedStands) * 0.9 +
      (hasBench && placedStands < wish.nightstands.length ? 0.6 : 0) +
      (wish.bench && !hasBench ? 0.35 : 0) +
      prices.namedOfGroup * (missing.length + missingBench.length),
    missing: [...missing, ...missingBench].map((object) => ({ object, count: 1 })),
    anchor: 0,
  }
}

const standSize = (bedWidth: number, sizeIndex: number): Size3 => {
  const [width, depth, height] = typicalSize('nightstand')
  return bedWidth < 1.2 || sizeIndex > 0
    ? [Math.min(width, 0.4), Math.min(depth, 0.38), height]
    : [width, depth, height]
}

const bedZones = (wish: SleepWish, sides: 'left' | 'right' | 'both'): ZoneSpec[] => {
  const fact = clearances.bed_side_access
  const used = sides === 'both' ? (['left', 'right'] as const) : [sides]
  const zones: ZoneSpec[] = used.map((side, index) => ({
    piece: 0,
    side,
    must: index === 0 ? (wish.careSide ?? fact.minimum) : fact.minimum,
    want: Math.max(fact.recommended, index === 0 ? (wish.careSide ?? 0) : 0),
  }))
  return [...zones, { piece: 0, side: 'front', must: 0.1, want: 0.75 }]
}

/** Bunk beds and cribs: a long side or the head at a wall, one long side free. */
export const sideBedArrangements = (category: string, bed?: BriefObject): Arrangement[] => {
  const headFirst = sleepArrangements({ category, bed, nightstands: [], sleepers: 1 })
  const alongWall = sizeOptions(category, bed)
    .slice(0, 3)
    .map((size, index): Arrangement => {
      const zone = clearances.bed_side_access
      return {
        // Turned so that its right side is at the wall and its left side looks into the room.
        pieces: [createPiece(category, size, 0, -size[0] / 2, Math.PI / 2, { object: bed })],
        zones: [{ piece: 0, side: 'left', must: zone.minimum, want: zone.recommended }],
        placement: 'wall',
        penalty: index * 0.5 + 0.1,
        anchor: 0,
      }
    })
  return [...alongWall, ...headFirst]
}

/** Two single beds side by side with one nightstand between, as in a guest or children's room. */
export const twinArrangements = (
  category: string,
  beds: readonly (BriefObject | undefined)[],
  stand: { readonly object?: BriefObject } | undefined,
): Arrangement[] => {
  const sizes = sizeOptions(category, beds[0])
  const gap = clearances.bed_to_bed.minimum
  return sizes.slice(0, 3).map((size, index): Arrangement => {
    const x = (gap + size[0]) / 2
    const pieces: Piece[] = [
      createPiece(category, size, -x, -size[1] / 2, 0, { object: beds[0] }),
      createPiece(category, size, x, -size[1] / 2, 0, { object: beds[1] }),
    ]
    if (stand) {
      const table = sizeOptions('nightstand', stand.object)[0]!
      pieces.push(createPiece('nightstand', table, 0, -table[1] / 2, 0, stand))
    }
    return {
      pieces,
      zones: [
        { piece: 0, side: 'front', must: 0.1, want: 0.75 },
        { piece: 1, side: 'front', must: 0.1, want: 0.75 },
      ],
      placement: 'wall',
      penalty: index * 0.5,
      anchor: 0,
    }
  })
}
