import { isPointInRegion } from '@enfilade/geometry'
import type { Point2 } from '@enfilade/scene'
import type { Frame, Placement } from '../arrangement.ts'
import type { Edge, Site } from '../site.ts'

/**
 * A place of the room that a model points to: a stop along a wall (frame on the wall, front into the room), a corner
 * (front along its bisector) or a spot on the floor (turned as the walls are).
 */
export type Place = {
  readonly kind: 'wall' | 'corner' | 'floor'
  readonly x: number
  readonly y: number
  readonly yaw: number
  readonly edge?: Edge
  /** Metres from the edge's start. */
  readonly s: number
}

/** Wanted distance between stops along a wall, metres. */
const STOP = 0.22
const MOST_WALL = 120
const MOST_CORNERS = 12
/** Floor spots in a room, about. */
const FLOOR_SPOTS = 36
const LEAST_EDGE = 0.3

/** All places of a room: along the walls in the outline's order, corners, then the floor row by row. */
export const findPlaces = (site: Site): Place[] => [...wallPlaces(site), ...cornerPlaces(site), ...floorPlaces(site)]

const wallPlaces = (site: Site): Place[] => {
  const edges = site.edges.filter((edge) => edge.length >= LEAST_EDGE)
  const around = edges.reduce((sum, edge) => sum + edge.length, 0)
  const spacing = Math.max(STOP, around / (MOST_WALL - edges.length))
  return edges
    .flatMap((edge) => {
      const count = Math.max(1, Math.round(edge.length / spacing))
      return Array.from({ length: count }, (_, index): Place => {
        const s = ((index + 0.5) * edge.length) / count
        return {
          kind: 'wall',
          x: edge.a[0] + edge.along[0] * s,
          y: edge.a[1] + edge.along[1] * s,
          yaw: edge.yaw,
          edge,
          s,
        }
      })
    })
    .slice(0, MOST_WALL)
}

const cornerPlaces = (site: Site): Place[] => {
  const ring = site.plan.polygon
  const places: Place[] = []
  for (let index = 0; index < ring.length && places.length < MOST_CORNERS; index++) {
    const before = ring[(index + ring.length - 1) % ring.length]!
    const corner = ring[index]!
    const after = ring[(index + 1) % ring.length]!
    const inLength = Math.hypot(corner[0] - before[0], corner[1] - before[1])
    const outLength = Math.hypot(after[0] - corner[0], after[1] - corner[1])
    if (inLength < 0.25 || outLength < 0.25) continue
    const into = [(corner[0] - before[0]) / inLength, (corner[1] - before[1]) / inLength] as const
    const on = [(after[0] - corner[0]) / outLength, (after[1] - corner[1]) / outLength] as const
    if (into[0] * on[1] - into[1] * on[0] < 0.2) continue
    const yaw = Math.atan2(on[0] - into[0], into[1] - on[1])
    places.push({ kind: 'corner', x: corner[0], y: corner[1], yaw, s: 0 })
  }
  return places
}

const floorPlaces = (site: Site): Place[] => {
  const { bare, plan } = site
  const step = Math.max(0.5, Math.sqrt(plan.area / FLOOR_SPOTS))
  const yaw = site.axes[0] ?? 0
  const points: Point2[] = []
  for (let y = bare.minY + step / 2; y < bare.minY + bare.rows * bare.cell; y += step) {
    for (let x = bare.minX + step / 2; x < bare.minX + bare.columns * bare.cell; x += step) {
      if (isPointInRegion([x, y], plan.polygon, plan.holes)) points.push([x, y])
    }
  }
  if (points.length === 0) points.push(site.center)
  return points.map(([x, y]) => ({ kind: 'floor', x, y, yaw, s: 0 }))
}

/** A share of a pose that a place stands for; the shares of one pose add up to 1. */
export type PlaceShare = { readonly place: number; readonly share: number }

type Spot = { readonly index: number; readonly x: number; readonly y: number; readonly s: number }

/** Places sorted for look-ups: stops by wall, corners, spots of the floor. */
export type PlaceIndex = {
  readonly byEdge: ReadonlyMap<number, readonly Spot[]>
  readonly corners: readonly Spot[]
  readonly floor: readonly Spot[]
}

export const indexPlaces = (places: readonly Place[]): PlaceIndex => {
  const byEdge = new Map<number, Spot[]>()
  const corners: Spot[] = []
  const floor: Spot[] = []
  for (const [index, { kind, x, y, s, edge }] of places.entries()) {
    const spot = { index, x, y, s }
    if (edge) byEdge.set(edge.index, [...(byEdge.get(edge.index) ?? []), spot])
    else (kind === 'corner' ? corners : floor).push(spot)
  }
  return { byEdge, corners, floor }
}

/** Which places a pose lies between: two stops of its wall, its corner, or the three nearest spots of the floor. */
export const sharePlaces = (
  { byEdge, corners, floor }: PlaceIndex,
  frame: Frame,
  edge: Edge | undefined,
  placement: Placement,
): PlaceShare[] => {
  const stops = edge && byEdge.get(edge.index)
  if (stops) return shareWall(stops, (frame.x - edge.a[0]) * edge.along[0] + (frame.y - edge.a[1]) * edge.along[1])
  return placement === 'corner' && corners.length > 0 ? nearest(corners, frame, 1) : nearest(floor, frame, 3)
}

const shareWall = (stops: readonly Spot[], s: number): PlaceShare[] => {
  const after = stops.findIndex((stop) => stop.s > s)
  if (after === 0) return [{ place: stops[0]!.index, share: 1 }]
  if (after < 0) return [{ place: stops.at(-1)!.index, share: 1 }]
  const [low, high] = [stops[after - 1]!, stops[after]!]
  const share = (s - low.s) / (high.s - low.s)
  return [
    { place: low.index, share: 1 - share },
    { place: high.index, share },
  ]
}

const nearest = (spots: readonly Spot[], { x, y }: Frame, count: number): PlaceShare[] => {
  const near: { index: number; away: number }[] = []
  for (const spot of spots) {
    const away = (spot.x - x) ** 2 + (spot.y - y) ** 2
    const last = near.at(-1)
    if (near.length === count && last && away >= last.away) continue
    if (near.length === count) near.pop()
    near.push({ index: spot.index, away })
    near.sort((a, b) => a.away - b.away)
  }
  const weights = near.map(({ away }) => 1 / (0.05 + away))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return near.map(({ index }, rank) => ({ place: index, share: weights[rank]! / sum }))
}
