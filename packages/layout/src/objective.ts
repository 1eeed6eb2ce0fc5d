import {
  basins,
  beds,
  clearDepth,
  fridges,
  hiddenWindowShare,
  lowLegroom,
  nightstands,
  planGap,
  planPenetration,
  sofas,
  tableSeats,
  toilets,
  tvStands,
  tvs,
  wardrobes,
  workDesks,
} from '@enfilade/critic'
import type { Point2 } from '@enfilade/scene'
import { arrangementBounds, pieceBoxes, pieceFront, type Unit } from './arrangement.ts'
import type { Candidate } from './candidate.ts'
import type { RelationBook } from './relation-cost.ts'
import type { Site } from './site.ts'

/** Weight of a missing clearance: a thing that cannot be opened, against one that is merely tight. */
const MUST_WEIGHT = 6
const WANT_WEIGHT = 0.6

/** Cost of one candidate alone in the room; Infinity: never. */
export const unaryCost = (site: Site, unit: Unit, candidate: Candidate, book: RelationBook): number => {
  return (
    candidate.arrangement.penalty +
    wallClearanceCost(site, candidate) +
    slitCost(candidate) +
    windowCost(site, candidate) +
    standingCost(site, candidate) +
    placeCost(site, unit, candidate) +
    book.alone(candidate)
  )
}

const wallClearanceCost = (site: Site, candidate: Candidate): number => {
  const rings = [site.plan.polygon, ...site.plan.holes]
  let cost = 0
  for (const [index, spec] of candidate.arrangement.zones.entries()) {
    const piece = candidate.arrangement.pieces[spec.piece]!
    const box = pieceBoxes(piece, candidate.frame)[0]!
    const depth = clearDepth(box, spec.side, [], rings, spec.want)
    cost += shortfall(depth, spec.must, spec.want)
    for (const other of site.standing) {
      if (other.role !== 'solid') continue
      cost += zoneCost(candidate, index, other.box)
    }
  }
  return cost
}

/** Standing in the space that a thing already there needs to be used. */
const standingCost = (site: Site, candidate: Candidate): number => {
  let cost = 0
  for (const zone of site.standingZones) {
    for (const [index, box] of candidate.boxes.entries()) {
      // A seat before its desk, a coffee table before its sofa, a nightstand beside its bed belong there.
      if (isWelcome(candidate, index)) continue
      const wanted = planPenetration(zone.want, box)
      if (wanted <= 0.01) continue
      const must = planPenetration(zone.must, box)
      cost += WANT_WEIGHT * Math.min(1, wanted / Math.max(0.1, zone.depth))
      if (must > 0.01) cost += 1.5 + 2 * MUST_WEIGHT * Math.min(1, must / zone.depth)
    }
  }
  return cost
}

const isWelcome = (candidate: Candidate, index: number): boolean => {
  const category = candidate.shapes[index]?.category
  return (
    category !== undefined &&
    (tableSeats.has(category) || lowLegroom.has(category) || nightstands.has(category) || category === 'bench')
  )
}

const shortfall = (depth: number, must: number, want: number): number =>
  (depth < must ? MUST_WEIGHT * (1 - depth / must) + 0.3 : 0) + (depth < want ? WANT_WEIGHT * (1 - depth / want) : 0)

const zoneCost = (candidate: Candidate, index: number, box: Parameters<typeof planPenetration>[1]): number => {
  const zone = candidate.zones[index]!
  const wanted = planPenetration(zone.want, box)
  if (wanted <= 0.01) return 0
  const must = planPenetration(zone.must, box)
  const share = Math.min(1, wanted / Math.max(0.1, zone.depth))
  return WANT_WEIGHT * share + (must > 0.01 ? 0.3 + MUST_WEIGHT * Math.min(1, must / zone.depth) : 0)
}

/** A gap too narrow to use and too wide to overlook, beside a thing at a wall. */
const slitCost = (candidate: Candidate): number => {
  const { edge, frame, arrangement } = candidate
  if (!edge) return 0
  const s = (frame.x - edge.a[0]) * edge.along[0] + (frame.y - edge.a[1]) * edge.along[1]
  const bounds = arrangementBounds(arrangement)
  const before = s - bounds.maxX
  const after = edge.length - (s - bounds.minX)
  return slit(before) + slit(after)
}

const slit = (gap: number): number => (gap > 0.05 && gap < 0.35 ? 0.25 : 0)

const windowCost = (site: Site, candidate: Candidate): number => {
  let cost = 0
  for (const window of site.plan.windows) {
    for (const shape of candidate.shapes) cost += hiddenWindowShare(window, shape) * 3
  }
  return cost
}

const nearestDistance = (points: readonly { readonly at: Point2 }[], x: number, y: number): number =>
  points.reduce((best, { at }) => Math.min(best, Math.hypot(at[0] - x, at[1] - y)), Number.POSITIVE_INFINITY)

/** Taste by kind: beds away from doors, desks in the light, storage in corners, plants at windows. */
const placeCost = (site: Site, unit: Unit, candidate: Candidate): number => {
  const { arrangement, frame, edge } = candidate
  const main = arrangement.pieces[arrangement.anchor]!
  const box = pieceBoxes(main, frame)[0]!
  const { doors, windows } = site.plan
  const toDoor = nearestDistance(doors, box.x, box.y)
  const toWindow = nearestDistance(windows, box.x, box.y)
  const scale = Math.sqrt(site.plan.area)
  let cost = 0
  if (beds.has(main.category)) {
    cost += 1.1 * windowsBehind(candidate, box.halfWidth)
    if (edge?.openings.some(({ opening }) => opening.sill < 0.3)) cost += 0.5
    if (Number.isFinite(toDoor)) cost += 1.2 * Math.max(0, 1 - toDoor / scale)
    for (const door of doors) if (isInLine(door.at, door.inward, door.width, box.x, box.y)) cost += 0.3
    if (edge) cost += 0.5 * offCentre(candidate) + (edge.isColumn ? 2 : 0)
    if (edge && edge.length < main.size[0] + 0.4) cost += 0.4
  } else if (workDesks.has(main.category)) {
    if (Number.isFinite(toWindow)) cost += 0.45 * Math.min(3, Math.max(0, toWindow - 0.9))
    const front = pieceFront(main, frame)
    for (const window of windows) {
      const dx = window.at[0] - box.x
      const dy = window.at[1] - box.y
      const cosine = (dx * front[0] + dy * front[1]) / Math.max(0.01, Math.hypot(dx, dy))
      if (cosine > 0.87) cost += 0.6
    }
    if (Number.isFinite(toDoor)) cost += 0.3 * Math.max(0, 1 - toDoor / 2)
    if (edge) cost += 0.25 * cornerOrWindow(candidate)
  } else if (tvStands.has(main.category) || tvs.has(main.category)) {
    cost += 1.5 * windowsBehind(candidate, box.halfWidth)
    if (edge) cost += 0.4 * offCentre(candidate)
  } else if (sofas.has(main.category)) {
    cost += 0.3 * windowsBehind(candidate, box.halfWidth)
    if (edge) cost += 0.4 * offCentre(candidate)
  } else if (unit.purpose === 'green') {
    if (Number.isFinite(toWindow)) cost += 0.2 * Math.min(4, toWindow)
    cost += 0.35 * awayFromCorner(candidate)
    if (Number.isFinite(toDoor)) cost += 0.4 * Math.max(0, 1 - toDoor / 1.5)
  } else if (wardrobes.has(main.category) || main.size[2] > 1.5) {
    cost += 0.35 * awayFromCorner(candidate) + 1.2 * windowsBehind(candidate, box.halfWidth)
    if (Number.isFinite(toWindow)) cost += 0.25 * Math.max(0, 1 - toWindow / 1.6)
  } else if (toilets.has(main.category)) {
    for (const door of doors) if (isInLine(door.at, door.inward, door.width, box.x, box.y)) cost += 0.4
    if (Number.isFinite(toDoor)) cost += 0.4 * Math.max(0, 1 - toDoor / 2)
  } else if (basins.has(main.category)) {
    cost += 1 * windowsBehind(candidate, box.halfWidth)
    if (Number.isFinite(toDoor)) cost += 0.1 * toDoor
  } else if (fridges.has(main.category)) {
    cost += 0.3 * awayFromCorner(candidate)
  } else if (unit.purpose === 'dine') {
    cost += 0.35 * Math.max(0, 1 - toDoor / 2)
    if (Number.isFinite(toWindow)) cost += 0.08 * Math.min(5, toWindow)
  } else if (unit.purpose === 'enter') {
    if (Number.isFinite(toDoor)) cost += 0.25 * Math.min(4, toDoor)
  } else if (edge) {
    cost += 0.2 * awayFromCorner(candidate) + 0.5 * windowsBehind(candidate, box.halfWidth)
  }
  if (edge?.isColumn) cost += 0.6
  return cost
}

/** Share of the anchor's back that has a window behind it. */
const windowsBehind = ({ edge, frame }: Candidate, half: number): number => {
  if (!edge) return 0
  const s = (frame.x - edge.a[0]) * edge.along[0] + (frame.y - edge.a[1]) * edge.along[1]
  let covered = 0
  for (const { from, to, opening } of edge.openings) {
    if (opening.sill < 0.3) continue
    covered += Math.max(0, Math.min(to, s + half) - Math.max(from, s - half))
  }
  return Math.min(1, covered / (half * 2))
}

/** 0 in the middle of the free stretch of wall it stands on, 1 at its end. */
const offCentre = ({ edge, frame }: Candidate): number => {
  if (!edge) return 0
  const s = (frame.x - edge.a[0]) * edge.along[0] + (frame.y - edge.a[1]) * edge.along[1]
  return Math.min(1, Math.abs(s - edge.length / 2) / (edge.length / 2))
}

/** 0 with one end at the end of a wall (or at an opening's edge), 1 when half a metre off or more. */
const awayFromCorner = (candidate: Candidate): number => {
  const { edge, frame, arrangement } = candidate
  if (!edge) return 1
  const s = (frame.x - edge.a[0]) * edge.along[0] + (frame.y - edge.a[1]) * edge.along[1]
  const bounds = arrangementBounds(arrangement)
  const gap = Math.min(s - bounds.maxX, edge.length - (s - bounds.minX))
  return Math.min(1, Math.max(0, gap - 0.03) / 0.5)
}

/** A desk looks placed in a corner or centred on a window. */
const cornerOrWindow = (candidate: Candidate): number => {
  const { edge, frame } = candidate
  if (!edge) return 1
  const s = (frame.x - edge.a[0]) * edge.along[0] + (frame.y - edge.a[1]) * edge.along[1]
  const onWindow = edge.openings.some(
    ({ from, to, opening }) => opening.sill > 0.3 && Math.abs((from + to) / 2 - s) < 0.06,
  )
  return onWindow ? 0 : awayFromCorner(candidate)
}

/** Whether somebody who steps in at the door walks straight into the point within 3 m. */
const isInLine = (at: Point2, inward: Point2, width: number, x: number, y: number): boolean => {
  const dx = x - at[0]
  const dy = y - at[1]
  const ahead = dx * inward[0] + dy * inward[1]
  return ahead > 0 && ahead < 3 && Math.abs(dx * inward[1] - dy * inward[0]) < width / 2 + 0.2
}

/** Farther apart than this two groups do not disturb each other, metres. */
const NEAR = 0.5
/** Least gap between things of different groups: they do not touch. */
const APART = 0.004

/** Whether two candidates are too far apart, and too little related, to cost each other anything. */
export const isApart = (units: readonly Unit[], a: Candidate, b: Candidate, book: RelationBook): boolean => {
  const dx = a.x - b.x
  const dy = a.y - b.y
  const reach = a.radius + b.radius
  if (dx * dx + dy * dy <= reach * reach || book.linked[a.unit]!.has(b.unit)) return false
  return units[a.unit]!.purpose !== 'green' || units[b.unit]!.purpose !== 'green'
}

/** Cost of two placed candidates together; Infinity when they overlap. */
export const pairCost = (units: readonly Unit[], a: Candidate, b: Candidate, book: RelationBook): number => {
  const relation = (book.linked[a.unit]!.has(b.unit) ? book.together(a, b) : 0) + greenCost(units, a, b)
  const distance = Math.hypot(a.x - b.x, a.y - b.y)
  if (distance > a.radius + b.radius) return relation
  let gap = Number.POSITIVE_INFINITY
  for (const box of a.boxes) {
    for (const other of b.boxes) {
      const depth = planPenetration(box, other)
      if (depth > -APART) return Number.POSITIVE_INFINITY
      // The separation found on an axis never exceeds the gap: far pairs need no closer look.
      if (-depth < Math.min(gap, NEAR)) gap = Math.min(gap, planGap(box, other))
    }
  }
  let cost = relation
  for (let index = 0; index < a.zones.length; index++) for (const box of b.boxes) cost += zoneCost(a, index, box)
  for (let index = 0; index < b.zones.length; index++) for (const box of a.boxes) cost += zoneCost(b, index, box)
  if (gap > 0.04 && gap < 0.3) cost += 0.2
  return cost + affinityCost(units, a, b, gap)
}

/** Two plants side by side are a heap. */
const greenCost = (units: readonly Unit[], a: Candidate, b: Candidate): number => {
  if (units[a.unit]!.purpose !== 'green' || units[b.unit]!.purpose !== 'green') return 0
  return 0.9 * Math.max(0, 1 - Math.hypot(a.frame.x - b.frame.x, a.frame.y - b.frame.y) / 2.5)
}

/** Things of one purpose like each other's company; a bed does not like to be crowded. */
const affinityCost = (units: readonly Unit[], a: Candidate, b: Candidate, gap: number): number => {
  const first = units[a.unit]!
  const second = units[b.unit]!
  if (first.purpose === second.purpose && first.purpose !== 'green') return gap < 0.05 ? -0.15 : 0
  const isSleep = first.purpose === 'sleep' || second.purpose === 'sleep'
  const other = first.purpose === 'sleep' ? second : first
  if (isSleep && other.purpose !== 'green' && gap < 0.45) return 0.15
  return 0
}

/**
 * How unevenly the room is filled: the furniture's weight off the room's middle, and floor that lies far from anything.
 * 0 … about 2.
 */
export const spreadCost = (site: Site, placed: readonly Candidate[], samples: readonly Point2[]): number => {
  if (placed.length === 0) return 0
  let mass = 0
  let x = 0
  let y = 0
  for (const candidate of placed) {
    for (const box of candidate.boxes) {
      const weight = 4 * box.halfWidth * box.halfDepth
      mass += weight
      x += box.x * weight
      y += box.y * weight
    }
  }
  const scale = Math.sqrt(site.plan.area)
  const off = mass > 0 ? Math.hypot(x / mass - site.center[0], y / mass - site.center[1]) / scale : 0
  let empty = 0
  const far = Math.max(1.5, scale * 0.42)
  for (const [px, py] of samples) {
    let nearest = far
    for (const candidate of placed) {
      if (Math.hypot(candidate.x - px, candidate.y - py) - candidate.radius > nearest) continue
      for (const box of candidate.boxes) {
        const dx = px - box.x
        const dy = py - box.y
        const u = Math.max(0, Math.abs(dx * box.cos + dy * box.sin) - box.halfWidth)
        const v = Math.max(0, Math.abs(dy * box.cos - dx * box.sin) - box.halfDepth)
        nearest = Math.min(nearest, Math.hypot(u, v))
      }
    }
    if (nearest >= far) empty++
  }
  return Math.max(0, off - 0.06) * 2.5 + (samples.length > 0 ? (empty / samples.length) * 2 : 0)
}
