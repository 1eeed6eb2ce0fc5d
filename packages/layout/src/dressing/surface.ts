import { findKind, type Surface } from '@enfilade/catalogue'
import { boxPoint, type ItemShape, planPenetration } from '@enfilade/critic'
import type { Size3 } from '@enfilade/scene'
import type { BriefObject } from '../brief.ts'
import type { Placed } from '../placed.ts'
import type { Stage } from './stage.ts'

/** Where on a plane: parts of its half width and half depth; +y is the back. */
export type Spot = readonly [x: number, y: number]

export const MIDDLE: readonly Spot[] = [[0, 0]]
export const BACK: readonly Spot[] = [
  [0, 0.6],
  [-0.6, 0.6],
  [0.6, 0.6],
  [0, 0],
]
export const ENDS: readonly Spot[] = [
  [-0.85, 0.3],
  [0.85, 0.3],
  [-0.85, 0],
  [0.85, 0],
  [0, 0.3],
]
export const ANY: readonly Spot[] = [
  [0, 0],
  [-0.7, 0.2],
  [0.7, 0.2],
  [-0.4, 0.4],
  [0.4, 0.4],
  [-0.7, -0.5],
  [0.7, -0.5],
  [0, 0.7],
  [0, -0.6],
]

export type SmallThing = {
  readonly category: string
  readonly size: Size3
  readonly object?: BriefObject
  readonly variant?: string
  readonly shape?: string
  /** Turn against the carrier, radians. */
  readonly turn?: number
}

/** Planes of a carrier: the kind's, else the top of a plain block. */
export const carrierSurfaces = (carrier: ItemShape): readonly Surface[] => {
  const { item } = carrier
  const kind = findKind(carrier.category)
  if (kind) {
    const known = kind.surfaces({ size: item.size, variant: item.variant, shape: item.shape })
    return known.length > 0 ? known : softSurfaces(carrier)
  }
  return [{ x: 0, y: 0, z: item.size[2], width: item.size[0], depth: item.size[1], clear: Number.POSITIVE_INFINITY }]
}

/** Seats and mattresses carry cushions, blankets and toys, a tray for breakfast. */
const softSurfaces = ({ kind, item: { size } }: ItemShape): readonly Surface[] => {
  const [width, depth, height] = size
  if (kind?.group === 'seating')
    return [
      { x: 0, y: -depth * 0.04, z: Math.min(height, SEAT_HEIGHT), width: width * 0.72, depth: depth * 0.5, clear: 1 },
    ]
  if (kind?.group === 'beds' && height < 1.3)
    return [
      {
        x: 0,
        y: depth * 0.02,
        z: Math.min(height, MATTRESS_HEIGHT),
        width: width * 0.9,
        depth: depth * 0.86,
        clear: 1.5,
      },
    ]
  return []
}

const SEAT_HEIGHT = 0.44
const MATTRESS_HEIGHT = 0.5

/**
 * Sets a small thing on a carrier (or inside it), on the first spot where it lies within the plane and touches nothing
 * else. Undefined when no plane has room.
 */
export const setOn = (
  stage: Stage,
  carrier: ItemShape,
  thing: SmallThing,
  spots: readonly Spot[],
  where: 'top' | 'inside' = 'top',
): Placed | undefined => {
  const place = placesOn(stage, carrier, thing, spots, where, 1)[0]
  return place ? stage.add(place) : undefined
}

/** Free places for a thing on a carrier or inside it, in the order of its planes and the spots. Nothing is added. */
export const placesOn = (
  stage: Stage,
  carrier: ItemShape,
  thing: SmallThing,
  spots: readonly Spot[],
  where: 'top' | 'inside',
  most = 12,
): Omit<Placed, 'id'>[] => {
  const [width, depth, height] = thing.size
  const turn = thing.turn ?? 0
  const isTurned = Math.abs(Math.sin(turn)) > 0.7
  const halfX = (isTurned ? depth : width) / 2
  const halfY = (isTurned ? width : depth) / 2
  const places: Omit<Placed, 'id'>[] = []
  const known = carrierSurfaces(carrier)
  const hollow = where === 'inside' && !known.some(({ inside }) => inside) ? hollowOf(carrier) : []
  for (const surface of [...known, ...hollow]) {
    if ((surface.inside === true) !== (where === 'inside')) continue
    if (surface.clear < height || surface.width < halfX * 2 - 0.001 || surface.depth < halfY * 2 - 0.001) continue
    for (const [sx, sy] of spots) {
      const x = surface.x + sx * (surface.width / 2 - halfX)
      const y = surface.y + sy * (surface.depth / 2 - halfY)
      if (surface.round && !isOnDisc(surface, x, y, halfX, halfY)) continue
      const place = placeOn(stage, carrier, thing, x, y, surface.z, turn, where === 'inside')
      if (place) places.push(place)
      if (places.length >= most) return places
    }
  }
  return places
}

/** The room inside what people or things go into, where the kind names no shelf: a shower, a tub, a tent, a wardrobe. */
const hollowOf = ({ kind, item: { size } }: ItemShape): Surface[] => {
  const [width, depth, height] = size
  if (kind?.group !== 'bathroom' && kind?.group !== 'kids' && kind?.group !== 'storage') return []
  const plane = { x: 0, y: 0, z: HOLLOW_FLOOR, width: width - 0.12, depth: depth - 0.12 }
  return [{ ...plane, clear: Math.max(height, 1) - HOLLOW_FLOOR, inside: true }]
}

const HOLLOW_FLOOR = 0.04

/** Whether all four corners lie on a round plane; small things may stand over the rim by a hand's breadth. */
const isOnDisc = (surface: Surface, x: number, y: number, halfX: number, halfY: number): boolean =>
  Math.hypot(Math.abs(x - surface.x) + halfX * 0.7, Math.abs(y - surface.y) + halfY * 0.7) <= surface.width / 2

const placeOn = (
  stage: Stage,
  carrier: ItemShape,
  thing: SmallThing,
  x: number,
  y: number,
  z: number,
  turn: number,
  inside: boolean,
): Omit<Placed, 'id'> | undefined => {
  const [px, py] = boxPoint(carrier.box, x, y)
  const { turn: _, ...rest } = thing
  const candidate = {
    ...rest,
    pose: { x: px, y: py, z: carrier.box.bottom + z, yaw: carrier.box.yaw + turn },
    support: inside
      ? ({ on: 'item', id: carrier.id, inside: true } as const)
      : ({ on: 'item', id: carrier.id } as const),
    unit: stage.unitOf(carrier.id),
  }
  const { box } = stage.preview(candidate)
  if (!stage.isInside(box)) return undefined
  for (const other of stage.shapes()) {
    if (other.id === carrier.id || other.role === 'flat') continue
    const isCompanion = other.support.on === 'item' && other.support.id === carrier.id
    if (!isCompanion && (other.box.bottom >= box.top || other.box.top <= box.bottom)) continue
    if (isCompanion && (other.box.bottom >= box.top - 0.001 || other.box.top <= box.bottom + 0.001)) continue
    if (planPenetration(other.box, box) > -0.005) return undefined
  }
  return candidate
}
