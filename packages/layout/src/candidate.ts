import {
  DOOR_APPROACH,
  hiddenWindowShare,
  type ItemShape,
  type OrientedBox,
  openingStrip,
  planPenetration,
  shapeItem,
  swingPenetration,
  wayParts,
} from '@enfilade/critic'
import { isPointInRegion } from '@enfilade/geometry'
import type { Point2 } from '@enfilade/scene'
import {
  type Arrangement,
  arrangementBounds,
  type Frame,
  pieceBoxes,
  pieceSource,
  type Unit,
  zoneBox,
} from './arrangement.ts'
import { saidPlaces } from './relation-frames.ts'
import { type Edge, type Site, WALL_GAP } from './site.ts'

/** A place for a unit: which form of it, where, and what it takes. */
export type Candidate = {
  readonly id: number
  readonly unit: number
  readonly arrangement: Arrangement
  readonly frame: Frame
  /** Wall that it stands at, if it does. */
  readonly edge?: Edge
  readonly boxes: readonly OrientedBox[]
  readonly zones: readonly Zone[]
  readonly shapes: readonly ItemShape[]
  /** Middle and radius of everything it takes, zones included. */
  readonly x: number
  readonly y: number
  readonly radius: number
  cost: number
}

export type Zone = { readonly must: OrientedBox; readonly want: OrientedBox; readonly depth: number }

/** Room for a hand between furniture and a side wall. */
const SIDE_GAP = 0.01
/** Boxes may touch the outline by this much. */
const EDGE_TOLERANCE = 0.0005

/** Whether a box lies in the room: its middle does, and no wall or column cuts it. */
export const isInside = (site: Site, box: OrientedBox): boolean => {
  if (!isPointInRegion([box.x, box.y], site.plan.polygon, site.plan.holes)) return false
  for (const edge of site.edges) if (cutsBox(edge.a, edge.b, box)) return false
  return true
}

const cutsBox = (a: Point2, b: Point2, box: OrientedBox): boolean => {
  const halfWidth = box.halfWidth - EDGE_TOLERANCE
  const halfDepth = box.halfDepth - EDGE_TOLERANCE
  const u1 = (a[0] - box.x) * box.cos + (a[1] - box.y) * box.sin
  const v1 = (a[1] - box.y) * box.cos - (a[0] - box.x) * box.sin
  const u2 = (b[0] - box.x) * box.cos + (b[1] - box.y) * box.sin
  const v2 = (b[1] - box.y) * box.cos - (b[0] - box.x) * box.sin
  if (Math.max(u1, u2) <= -halfWidth || Math.min(u1, u2) >= halfWidth) return false
  if (Math.max(v1, v2) <= -halfDepth || Math.min(v1, v2) >= halfDepth) return false
  let low = 0
  let high = 1
  for (const [start, step, half] of [
    [u1, u2 - u1, halfWidth],
    [v1, v2 - v1, halfDepth],
  ] as const) {
    if (Math.abs(step) < 1e-12) {
      if (Math.abs(start) >= half) return false
      continue
    }
    const first = (-half - start) / step
    const second = (half - start) / step
    low = Math.max(low, Math.min(first, second))
    high = Math.min(high, Math.max(first, second))
    if (low >= high) return false
  }
  return true
}

/** Whether a box keeps every door's swing and approach free. */
export const keepsDoors = (site: Site, box: OrientedBox): boolean => {
  for (const door of site.plan.doors) {
    if (Math.hypot(box.x - door.at[0], box.y - door.at[1]) > 4 + box.halfWidth + box.halfDepth) continue
    if (box.bottom >= door.top) continue
    if (planPenetration(openingStrip(door, approachDepth(site, door.width)), box) > 0) return false
    if (door.swingsIn && swingPenetration(door, grow(box, 0.01)) > 0) return false
  }
  return true
}

/** Free depth kept before a door: the main way's width where the room allows, never under what a body needs. */
const approachDepth = (site: Site, width: number): number =>
  site.plan.area < 6 ? Math.max(DOOR_APPROACH, Math.min(0.7, width)) : Math.max(0.9, site.wayWidth)

const grow = (box: OrientedBox, by: number): OrientedBox => ({
  ...box,
  halfWidth: box.halfWidth + by,
  halfDepth: box.halfDepth + by,
})

/** Builds the candidate if it is possible in the empty room; undefined otherwise. Cost is still 0. */
export const tryCandidate = (
  site: Site,
  unit: number,
  arrangement: Arrangement,
  frame: Frame,
  id: number,
  edge?: Edge,
): Candidate | undefined => {
  const boxes: OrientedBox[] = []
  for (const piece of arrangement.pieces) {
    if (piece.isLight) continue
    for (const box of pieceBoxes(piece, frame)) {
      if (!isInside(site, box) || !keepsDoors(site, box)) return undefined
      boxes.push(box)
    }
  }
  const shapes: ItemShape[] = []
  for (const piece of arrangement.pieces) {
    if (piece.isLight) continue
    const shape = shapeItem(pieceSource(piece, frame))
    for (const window of site.plan.windows) if (hiddenWindowShare(window, shape) > 0.2) return undefined
    shapes.push(shape)
  }
  for (const box of boxes) {
    for (const other of site.standing) {
      if (other.role === 'flat' || other.role === 'carried') continue
      // Whole, as in the search: nothing is pushed under a table that stands there.
      for (const part of wayParts(other)) {
        if (part.bottom < box.top && part.top > box.bottom && planPenetration(box, part) > 0) return undefined
      }
    }
  }
  const zones = arrangement.zones.map((zone): Zone => {
    const piece = arrangement.pieces[zone.piece]!
    return {
      must: zoneBox(piece, frame, zone.side, zone.must),
      want: zoneBox(piece, frame, zone.side, zone.want),
      depth: zone.must,
    }
  })
  let minX = Number.POSITIVE_INFINITY
  let maxX = Number.NEGATIVE_INFINITY
  let minY = Number.POSITIVE_INFINITY
  let maxY = Number.NEGATIVE_INFINITY
  for (const box of [...boxes, ...zones.map((zone) => zone.want)]) {
    const reach = Math.hypot(box.halfWidth, box.halfDepth)
    minX = Math.min(minX, box.x - reach)
    maxX = Math.max(maxX, box.x + reach)
    minY = Math.min(minY, box.y - reach)
    maxY = Math.max(maxY, box.y + reach)
  }
  return {
    id,
    unit,
    arrangement,
    frame,
    edge,
    boxes,
    zones,
    shapes,
    x: (minX + maxX) / 2,
    y: (minY + maxY) / 2,
    radius: Math.hypot(maxX - minX, maxY - minY) / 2,
    cost: 0,
  }
}

/** Poses worth trying for one arrangement. */
export const poseFrames = (site: Site, arrangement: Arrangement): { frame: Frame; edge?: Edge }[] => {
  if (arrangement.placement === 'wall') return site.edges.flatMap((edge) => wallFrames(site, arrangement, edge))
  if (arrangement.placement === 'corner') return cornerFrames(site)
  return freeFrames(site, arrangement)
}

/** Along one wall: snug in both corners, centred on the wall, on windows and between openings, and every 15 to 25 cm. */
const wallFrames = (site: Site, arrangement: Arrangement, edge: Edge): { frame: Frame; edge: Edge }[] => {
  const bounds = arrangementBounds(arrangement)
  const width = bounds.maxX - bounds.minX
  // Shorter walls (the facets of a round one) still serve when the thing is pushed in until it fits.
  const isShort = edge.length < width + SIDE_GAP * 2
  if (isShort && (edge.isColumn || edge.length < width * 0.2)) return []
  const stops = new Set<number>()
  const add = (center: number): void => {
    if (center > -0.5 && center < edge.length + 0.5) stops.add(Math.round(center * 200) / 200)
  }
  // The arrangement's +x runs against the edge's direction.
  const low = bounds.maxX + SIDE_GAP
  const high = edge.length + bounds.minX - SIDE_GAP
  const shift = (bounds.maxX + bounds.minX) / 2
  add(edge.length / 2)
  add(edge.length / 2 + shift)
  if (!isShort) {
    add(low)
    add(high)
    for (let s = low + 0.02; s < Math.min(low + 0.6, high); s += 0.06) add(s)
    for (let s = high - 0.02; s > Math.max(high - 0.6, low); s -= 0.06) add(s)
    const step = Math.min(0.4, Math.max(0.15, (high - low) / 24))
    for (let s = low; s < high; s += step) add(s)
  }
  for (const { from, to, opening } of edge.openings) {
    add((from + to) / 2)
    add(from - 0.02 + bounds.minX)
    add(to + 0.02 + bounds.maxX)
    if (opening.hinge) add(from - 0.1 + bounds.minX)
  }
  const cuts = [0, ...edge.openings.flatMap(({ from, to }) => [from, to]), edge.length].sort((a, b) => a - b)
  for (let index = 0; index + 1 < cuts.length; index++) add((cuts[index]! + cuts[index + 1]!) / 2 + shift)
  const frames: { frame: Frame; edge: Edge }[] = []
  for (const s of stops) {
    const depth = isShort ? pushIn(site, arrangement, edge, s) : WALL_GAP
    if (depth === undefined) continue
    frames.push({ frame: frameAt(edge, s, depth), edge })
    const hem = curtainDepth(site, edge, s, width)
    if (hem > 0) frames.push({ frame: frameAt(edge, s, hem + WALL_GAP), edge })
  }
  return frames
}

/** How far a curtain that hangs there already comes off the wall behind a thing; 0 when none does. */
const curtainDepth = (site: Site, edge: Edge, s: number, width: number): number => {
  let depth = 0
  for (const { role, box } of site.standing) {
    if (role !== 'curtain') continue
    const dx = box.x - edge.a[0]
    const dy = box.y - edge.a[1]
    const away = dx * edge.inward[0] + dy * edge.inward[1] + box.halfDepth
    if (away > 0.35 || away < 0) continue
    if (Math.abs(dx * edge.along[0] + dy * edge.along[1] - s) < box.halfWidth + width / 2) depth = Math.max(depth, away)
  }
  return depth
}

const frameAt = (edge: Edge, s: number, depth: number): Frame => ({
  x: edge.a[0] + edge.along[0] * s + edge.inward[0] * depth,
  y: edge.a[1] + edge.along[1] * s + edge.inward[1] * depth,
  yaw: edge.yaw,
})

/** Farther from its wall than this a thing no longer stands against it. */
const MAX_PUSH = 0.3

/** Least distance from the wall at which the arrangement lies in the room; undefined when there is none. */
const pushIn = (site: Site, arrangement: Arrangement, edge: Edge, s: number): number | undefined => {
  for (let depth = WALL_GAP; depth <= MAX_PUSH; depth += 0.03) {
    const frame = frameAt(edge, s, depth)
    const fits = arrangement.pieces.every(
      (piece) => piece.isLight || pieceBoxes(piece, frame).every((box) => isInside(site, box)),
    )
    if (fits) return depth
  }
  return undefined
}

/** Corners that a thing can stand in: inner angles between 50° and 150°. */
const cornerFrames = (site: Site): { frame: Frame }[] => {
  const frames: { frame: Frame }[] = []
  for (const ring of [site.plan.polygon]) {
    for (let index = 0; index < ring.length; index++) {
      const before = ring[(index + ring.length - 1) % ring.length]!
      const corner = ring[index]!
      const after = ring[(index + 1) % ring.length]!
      const inX = corner[0] - before[0]
      const inY = corner[1] - before[1]
      const outX = after[0] - corner[0]
      const outY = after[1] - corner[1]
      const inLength = Math.hypot(inX, inY)
      const outLength = Math.hypot(outX, outY)
      if (inLength < 0.25 || outLength < 0.25) continue
      const cross = (inX * outY - inY * outX) / (inLength * outLength)
      const dot = (inX * outX + inY * outY) / (inLength * outLength)
      const inner = Math.PI - Math.atan2(cross, dot)
      if (inner < 0.87 || inner > 2.62) continue
      // Bisector into the room: against the way in, along the way out.
      const bx = outX / outLength - inX / inLength
      const by = outY / outLength - inY / inLength
      const length = Math.hypot(bx, by)
      if (length < 1e-6) continue
      const yaw = Math.atan2(bx / length, -by / length)
      frames.push({ frame: { x: corner[0], y: corner[1], yaw } })
    }
  }
  return frames
}

/** Anywhere: a grid along the main directions of the walls, with the room's middle. */
const freeFrames = (site: Site, arrangement: Arrangement): { frame: Frame }[] => {
  const { bare } = site
  const frames: { frame: Frame }[] = []
  const width = bare.columns * bare.cell
  const height = bare.rows * bare.cell
  const step = Math.max(0.25, Math.sqrt((width * height) / 180))
  const bounds = arrangementBounds(arrangement)
  const hasFront = arrangement.zones.some((zone) => zone.side === 'front') && arrangement.zones.length === 1
  const isSquare = Math.abs(bounds.maxX - bounds.minX - (bounds.maxY - bounds.minY)) < 0.05
  const points: Point2[] = [site.center]
  for (let y = bare.minY + step / 2; y < bare.minY + height; y += step) {
    for (let x = bare.minX + step / 2; x < bare.minX + width; x += step) points.push([x, y])
  }
  for (const [x, y] of points) {
    if (!isPointInRegion([x, y], site.plan.polygon, site.plan.holes)) continue
    for (const axis of site.axes.slice(0, 2)) {
      for (let quarter = 0; quarter < (hasFront ? 4 : isSquare ? 1 : 2); quarter++) {
        frames.push({ frame: { x, y, yaw: axis + (quarter * Math.PI) / 2 } })
      }
    }
  }
  return frames
}

/** Whether two pieces of one arrangement run into each other. */
const overlapsItself = (arrangement: Arrangement): boolean => {
  const origin = { x: 0, y: 0, yaw: 0 }
  const boxes = arrangement.pieces.map((piece) => (piece.isLight ? [] : pieceBoxes(piece, origin)))
  for (let first = 0; first < boxes.length; first++) {
    for (let second = first + 1; second < boxes.length; second++) {
      for (const a of boxes[first]!) for (const b of boxes[second]!) if (planPenetration(a, b) > 0.001) return true
    }
  }
  return false
}

/** Limit of candidates kept for one unit. */
const KEEP = 280
/** What stands free keeps its best places in every part of the floor of this size, metres. */
const PART = 1.2

/** Whether a pose of a unit is worth its price; asked before anything is measured. */
export type PoseFilter = (unit: number, arrangement: Arrangement, frame: Frame, edge?: Edge) => boolean

/** Whether a form of a unit is worth looking at; asked before its poses are made. */
export type FormFilter = (unit: number, arrangement: Arrangement) => boolean

/** All candidates of a unit, cheapest first, thinned so that every form and every wall keeps its best. */
export const unitCandidates = (
  site: Site,
  unit: Unit,
  index: number,
  nextId: () => number,
  price: (candidate: Candidate) => number,
  keepPose?: PoseFilter,
  keepForm: FormFilter = () => true,
): Candidate[] => {
  const all: Candidate[] = []
  const consider = (arrangement: Arrangement, frame: Frame, edge?: Edge): void => {
    if (keepPose && !keepPose(index, arrangement, frame, edge)) return
    const candidate = tryCandidate(site, index, arrangement, frame, nextId(), edge)
    if (!candidate) return
    candidate.cost = price(candidate)
    if (Number.isFinite(candidate.cost)) all.push(candidate)
  }
  const forms = unit.arrangements
    .filter((arrangement) => keepForm(index, arrangement))
    .sort((a, b) => a.penalty - b.penalty)
  for (const [rank, arrangement] of forms.entries()) {
    if (overlapsItself(arrangement)) continue
    // Poorer forms are looked at in fewer places: they are for rooms where the good ones fit nowhere.
    const step = rank < 3 ? 1 : rank < 8 ? 2 : 3
    for (const [at, { frame, edge }] of poseFrames(site, arrangement).entries())
      if ((at + rank) % step === 0) consider(arrangement, frame, edge)
  }
  for (const { arrangement, frame, edge } of [...(unit.expand?.(site) ?? []), ...saidPlaces(site, unit)]) {
    if (keepForm(index, arrangement) && !overlapsItself(arrangement)) consider(arrangement, frame, edge)
  }
  all.sort((a, b) => a.cost - b.cost || a.id - b.id)
  if (all.length <= KEEP) return all
  // The best of every form on every wall first, then the second best, and so on: small forms must survive.
  const perPlace = new Map<string, number>()
  const ranked = all.map((candidate) => {
    const { edge, arrangement, frame } = candidate
    const part = edge?.index ?? `${Math.floor(frame.x / PART)},${Math.floor(frame.y / PART)}`
    const place = `${part}:${arrangement.pieces.length}:${arrangement.penalty}`
    const rank = perPlace.get(place) ?? 0
    perPlace.set(place, rank + 1)
    return { candidate, rank: Math.floor(rank / 3) }
  })
  ranked.sort((a, b) => a.rank - b.rank || a.candidate.cost - b.candidate.cost || a.candidate.id - b.candidate.id)
  return ranked
    .slice(0, KEEP)
    .map(({ candidate }) => candidate)
    .sort((a, b) => a.cost - b.cost || a.id - b.id)
}
