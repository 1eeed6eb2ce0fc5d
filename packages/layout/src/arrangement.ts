import { boxFront, type OrientedBox, placeBox, type ShapeSource, shapeItem } from '@enfilade/critic'
import type { Finish, Point2, Size3 } from '@enfilade/scene'
import type { BriefObject } from './brief.ts'
import type { Candidate } from './candidate.ts'
import type { Edge, Site } from './site.ts'

/** One thing of an arrangement, in the arrangement's own frame. */
export type Piece = {
  readonly category: string
  readonly size: Size3
  /** Middle of the underside. */
  readonly x: number
  readonly y: number
  readonly z?: number
  readonly yaw: number
  readonly variant?: string
  readonly shape?: string
  readonly finishes?: { readonly [slot: string]: Finish }
  /** The named object that it fulfils. Absent: an own addition. */
  readonly object?: BriefObject
  /** Lies flat or hangs: takes no floor. */
  readonly isLight?: boolean
  /** Things to put on it or above it once it stands. */
  readonly dress?: readonly string[]
}

/** Floor that must stay free beside a piece; `must` is the least, `want` what is comfortable. */
export type ZoneSpec = {
  readonly piece: number
  readonly side: 'front' | 'back' | 'left' | 'right'
  readonly must: number
  readonly want: number
}

/**
 * wall: origin on the wall, the room at −y · corner: origin in a corner, the room along the bisector −y ·
 * free: origin in the middle, anywhere · opposite: a wall group whose depth is measured to the wall across.
 */
export type Placement = 'wall' | 'corner' | 'free'

/** A group of things that stand as one: placed, moved and judged as a whole. */
export type Arrangement = {
  readonly pieces: readonly Piece[]
  readonly zones: readonly ZoneSpec[]
  readonly placement: Placement
  /** Added to the cost: a smaller or poorer form of what was wanted. */
  readonly penalty: number
  /** Named objects that this form leaves out (their words and count go to `unmet` if it is chosen). */
  readonly missing?: readonly { readonly object: BriefObject; readonly count: number }[]
  /** Index of the main piece. */
  readonly anchor: number
}

/** What a unit is for: things of one purpose stand together, those of different purposes apart. */
export type Purpose =
  | 'sleep'
  | 'store'
  | 'work'
  | 'lounge'
  | 'media'
  | 'dine'
  | 'read'
  | 'dress'
  | 'play'
  | 'cook'
  | 'wash'
  | 'enter'
  | 'green'
  | 'other'

export type Unit = {
  readonly key: string
  readonly purpose: Purpose
  readonly arrangements: readonly Arrangement[]
  /** Places of forms that depend on the room (a sofa across from its screen, a run of kitchen units). */
  readonly expand?: (site: Site) => readonly { arrangement: Arrangement; frame: Frame; edge?: Edge }[]
  /** Named, or without which the room is none. */
  readonly isRequired: boolean
  /** What placing it is worth; an optional unit that costs more stays out. */
  readonly worth: number
  readonly objects: readonly BriefObject[]
  /** Order of placing: small numbers first. */
  readonly rank: number
  /** Added to a candidate's cost, for wishes that only the caller knows. */
  readonly price?: (candidate: Candidate) => number
}

/** A pose of the arrangement's frame. */
export type Frame = { readonly x: number; readonly y: number; readonly yaw: number }

export const pieceSource = (piece: Piece, frame: Frame, id = ''): ShapeSource => {
  const cos = Math.cos(frame.yaw)
  const sin = Math.sin(frame.yaw)
  return {
    id,
    category: piece.category,
    size: piece.size,
    support: { on: 'floor' },
    variant: piece.variant,
    shape: piece.shape,
    worldPose: {
      x: frame.x + piece.x * cos - piece.y * sin,
      y: frame.y + piece.x * sin + piece.y * cos,
      z: piece.z ?? 0,
      yaw: frame.yaw + piece.yaw,
    },
  }
}

/** Filled boxes of a piece in plan coordinates; tables and chairs whole, since nothing may stand under them. */
export const pieceBoxes = (piece: Piece, frame: Frame): readonly OrientedBox[] => {
  let locals = localBoxes.get(piece)
  if (!locals) {
    locals = boxesAt(piece, ORIGIN)
    localBoxes.set(piece, locals)
  }
  const cos = Math.cos(frame.yaw)
  const sin = Math.sin(frame.yaw)
  return locals.map((box) => ({
    x: frame.x + box.x * cos - box.y * sin,
    y: frame.y + box.x * sin + box.y * cos,
    yaw: box.yaw + frame.yaw,
    cos: box.cos * cos - box.sin * sin,
    sin: box.sin * cos + box.cos * sin,
    halfWidth: box.halfWidth,
    halfDepth: box.halfDepth,
    bottom: box.bottom,
    top: box.top,
  }))
}

const ORIGIN: Frame = { x: 0, y: 0, yaw: 0 }

/** Boxes in the arrangement's frame: the search asks for the same pieces again and again. */
const localBoxes = new WeakMap<Piece, readonly OrientedBox[]>()

const boxesAt = (piece: Piece, frame: Frame): readonly OrientedBox[] => {
  const shape = shapeItem(pieceSource(piece, frame))
  const isCorner = shape.parts.length === 2 && shape.parts[0]!.top === shape.parts[1]!.top
  return isCorner ? shape.parts.map((part) => ({ ...part, bottom: 0 })) : [shape.box]
}

/** Strip of floor beside a piece, `depth` deep; as wide as the side less a foot at each end. */
export const zoneBox = (piece: Piece, frame: Frame, side: ZoneSpec['side'], depth: number): OrientedBox => {
  const [width, length] = piece.size
  const across = side === 'front' || side === 'back'
  const half = (across ? length : width) / 2
  const middle = half + depth / 2
  const x = side === 'left' ? -middle : side === 'right' ? middle : 0
  const y = side === 'front' ? -middle : side === 'back' ? middle : 0
  const base = { x: frame.x, y: frame.y, yaw: frame.yaw }
  const cos = Math.cos(piece.yaw)
  const sin = Math.sin(piece.yaw)
  const inset = 0.9
  return placeBox(
    base,
    piece.x + x * cos - y * sin,
    piece.y + x * sin + y * cos,
    piece.yaw,
    across ? width * inset : depth,
    across ? depth : length * inset,
    0,
    2,
  )
}

/** Extent of the solid pieces in the arrangement's frame. */
export const arrangementBounds = (arrangement: Arrangement) => {
  let minX = Number.POSITIVE_INFINITY
  let maxX = Number.NEGATIVE_INFINITY
  let minY = Number.POSITIVE_INFINITY
  let maxY = Number.NEGATIVE_INFINITY
  for (const piece of arrangement.pieces) {
    if (piece.isLight) continue
    const cos = Math.abs(Math.cos(piece.yaw))
    const sin = Math.abs(Math.sin(piece.yaw))
    const halfX = (piece.size[0] * cos + piece.size[1] * sin) / 2
    const halfY = (piece.size[0] * sin + piece.size[1] * cos) / 2
    minX = Math.min(minX, piece.x - halfX)
    maxX = Math.max(maxX, piece.x + halfX)
    minY = Math.min(minY, piece.y - halfY)
    maxY = Math.max(maxY, piece.y + halfY)
  }
  return { minX, maxX, minY, maxY }
}

/** Where a piece faces, in plan. */
export const pieceFront = (piece: Piece, frame: Frame): Point2 => {
  const yaw = frame.yaw + piece.yaw
  return boxFront({ sin: Math.sin(yaw), cos: Math.cos(yaw) } as OrientedBox)
}
