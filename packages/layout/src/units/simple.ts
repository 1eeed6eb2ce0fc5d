import { findKind } from '@enfilade/catalogue'
import { frontDemand, shapeItem } from '@enfilade/critic'
import type { Size3 } from '@enfilade/scene'
import { type Arrangement, type Piece, pieceSource, type ZoneSpec } from '../arrangement.ts'
import type { BriefObject } from '../brief.ts'
import { sizeOptions } from '../size-choice.ts'

export type PieceOptions = { readonly object?: BriefObject; readonly variant?: string; readonly shape?: string }

/** A piece with what its object says about form and finish. */
export const createPiece = (
  category: string,
  size: Size3,
  x: number,
  y: number,
  yaw: number,
  { object, variant, shape }: PieceOptions = {},
): Piece => {
  const kind = findKind(category)
  const saidVariant = object?.attributes?.variant
  const saidShape = object?.attributes?.shape?.toLowerCase()
  return {
    category,
    size,
    x,
    y,
    yaw,
    object,
    variant: saidVariant && kind?.variants.includes(saidVariant) ? saidVariant : variant,
    shape: saidShape && kind?.shapes.includes(saidShape) ? saidShape : shape,
  }
}

/** Free floor that the critic demands before a piece. */
export const frontZone = (piece: Piece, index: number): ZoneSpec[] => {
  const demand = frontDemand(shapeItem(pieceSource(piece, { x: 0, y: 0, yaw: 0 })))
  if (!demand || demand.minimum <= 0) return []
  return [
    { piece: index, side: 'front', must: demand.minimum, want: Math.max(demand.recommended, demand.minimum + 0.05) },
  ]
}

/** One thing with its back to a wall, in falling sizes. */
export const wallArrangements = (
  category: string,
  options: PieceOptions & { readonly wish?: Size3; readonly sizes?: readonly Size3[] } = {},
): Arrangement[] =>
  (options.sizes ?? sizeOptions(category, options.object, options.wish)).map((size, index) => {
    const piece = createPiece(category, size, 0, -size[1] / 2, 0, options)
    return { pieces: [piece], zones: frontZone(piece, 0), placement: 'wall', penalty: index * 0.6, anchor: 0 }
  })

/** One thing that may stand anywhere. */
export const freeArrangements = (
  category: string,
  options: PieceOptions & { readonly wish?: Size3 } = {},
): Arrangement[] =>
  sizeOptions(category, options.object, options.wish).map((size, index) => {
    const piece = createPiece(category, size, 0, 0, 0, options)
    return { pieces: [piece], zones: frontZone(piece, 0), placement: 'free', penalty: index * 0.6, anchor: 0 }
  })

/** Where a kind usually stands; free things may also stand at a wall, and do so with a relation that asks for it. */
export const usualArrangements = (category: string, object?: BriefObject, wish?: Size3): Arrangement[] => {
  const affinity = findKind(category)?.wallAffinity ?? 'free'
  const types = new Set(object?.relations.filter((relation) => !relation.negated).map((relation) => relation.type))
  const atWall = types.has('against_wall') || types.has('in_corner') || types.has('under_window')
  const inMiddle = types.has('centred') || types.has('away_from_wall')
  const wall = wallArrangements(category, { object, wish })
  if (inMiddle) return freeArrangements(category, { object, wish })
  if (atWall || affinity !== 'free') {
    const isFlexible = object !== undefined && object.relations.length > 0 && !atWall
    if (!isFlexible) return wall
    return [...wall, ...withPenalty(freeArrangements(category, { object, wish }).slice(0, 1), 1.2)]
  }
  return [...withPenalty(wall, 0.1), ...freeArrangements(category, { object, wish })]
}

export const withPenalty = (arrangements: readonly Arrangement[], penalty: number): Arrangement[] =>
  arrangements.map((arrangement) => ({ ...arrangement, penalty: arrangement.penalty + penalty }))
