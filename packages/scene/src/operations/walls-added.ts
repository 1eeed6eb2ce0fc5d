import { closestPointOnSegment, orientation, type Point2, pointDistance, segmentParameter } from '@enfilade/geometry'
import {
  DEFAULT_WALL_THICKNESS,
  MAX_HEIGHT,
  MAX_THICKNESS,
  MIN_HEIGHT,
  MIN_THICKNESS,
  SNAP_DISTANCE,
} from '../limits.ts'
import type { Operation } from '../operation.ts'
import type { CornerRecord, Id, RawRecord, WallRecord } from '../records.ts'
import { axisFrame, axisLength, crossAxis, projectOnAxis } from '../wall-axis.ts'
import { checkNumber, checkOneOf, checkPoint } from './check-values.ts'
import type { Draft } from './draft.ts'
import { refuse } from './refusal.ts'
import { axisOf, splitWall } from './wall-parts.ts'

type WallsAdded = Extract<Operation, { type: 'walls-added' }>

/** A chain longer than this is a program's mistake. */
const MAX_POINTS = 10_000

/**
 * Draws a chain of walls into the plan. It joins what is there: corners within snap distance are used again, walls that
 * a point lies on or that the chain crosses are split, and stretches where a wall runs already are left out.
 */
export function addWalls(draft: Draft, operation: WallsAdded): void {
  const level = draft.need('level', operation.level).id
  const properties = wallProperties(operation)
  const points = checkChain(operation)
  const corners: Id[] = []
  for (const point of points) {
    const corner = cornerAt(draft, level, point)
    if (corners.at(-1) !== corner) corners.push(corner)
  }
  let isClosed = operation.closed === true
  if (corners.length > 1 && corners[0] === corners.at(-1)) {
    corners.pop()
    isClosed = true
  }
  if (corners.length < 2) refuse('too-short', 'The chain has no two points apart: draw it longer.')
  if (isClosed && corners.length > 2) corners.push(corners[0]!)
  for (let i = 0; i + 1 < corners.length; i++) connect(draft, level, corners[i]!, corners[i + 1]!, properties)
}

function checkChain(operation: WallsAdded): Point2[] {
  if (!Array.isArray(operation.points) || operation.points.length < 2) {
    refuse('too-few-points', 'A wall needs two points: give its start and its end.')
  }
  if (operation.points.length > MAX_POINTS) {
    refuse('too-many-points', `The chain has ${operation.points.length} points: draw at most ${MAX_POINTS} at once.`)
  }
  return operation.points.map((point, i) => checkPoint(point, `point ${i + 1} of the chain`))
}

function wallProperties(operation: WallsAdded): RawRecord {
  const { thickness = DEFAULT_WALL_THICKNESS, structure = 'unknown', height } = operation
  return {
    thickness: checkNumber(thickness, MIN_THICKNESS, MAX_THICKNESS, 'wall thickness'),
    structure: checkOneOf(structure, ['load-bearing', 'partition', 'unknown'], 'wall structure'),
    ...(height !== undefined && { height: checkNumber(height, MIN_HEIGHT, MAX_HEIGHT, 'wall height') }),
  }
}

/** The corner at a point: one within snap distance, else a new one, which splits the wall that it lies on. */
function cornerAt(draft: Draft, level: Id, point: Point2): Id {
  const near = nearestCorner(draft, level, point)
  if (near) return near.id
  const under = wallsOn(draft, level)
    .map((wall) => ({ wall, ...projectOnAxis(axisOf(draft, wall), point) }))
    .filter(({ distance }) => distance <= SNAP_DISTANCE)
    .sort((a, b) => a.distance - b.distance)
  const host = under.find(({ wall }) => !wall.locked) ?? under[0]
  if (!host) return newCorner(draft, level, point)
  // A locked wall stays whole; the corner lies on its axis and the derived plan joins them.
  if (host.wall.locked) return newCorner(draft, level, axisFrame(axisOf(draft, host.wall), host.along).point)
  return splitWall(draft, host.wall, host.along).corner
}

function newCorner(draft: Draft, level: Id, at: Point2): Id {
  const id = draft.createId()
  draft.put(id, { kind: 'corner', level, at })
  return id
}

function nearestCorner(draft: Draft, level: Id, point: Point2): CornerRecord | undefined {
  let best: CornerRecord | undefined
  let bestDistance = SNAP_DISTANCE
  for (const corner of draft.all('corner')) {
    if (corner.level !== level) continue
    const distance = pointDistance(corner.at, point)
    if (distance < bestDistance || (distance === bestDistance && !best)) {
      best = corner
      bestDistance = distance
    }
  }
  return best
}

/** The level's walls that have both corners and a length. */
function wallsOn(draft: Draft, level: Id): WallRecord[] {
  return draft.all('wall').filter((wall) => {
    if (wall.level !== level || wall.a === wall.b) return false
    const [a, b] = [draft.find('corner', wall.a), draft.find('corner', wall.b)]
    return a !== undefined && b !== undefined && pointDistance(a.at, b.at) > 0
  })
}

/** Walls from one corner to another, through every corner and crossing on the way. */
function connect(draft: Draft, level: Id, from: Id, to: Id, properties: RawRecord): void {
  const a = draft.need('corner', from).at
  const b = draft.need('corner', to).at
  splitCrossed(draft, level, a, b)
  const stops = draft
    .all('corner')
    .filter((corner) => corner.level === level && corner.id !== from && corner.id !== to)
    .filter((corner) => pointDistance(corner.at, closestPointOnSegment(corner.at, a, b)) <= SNAP_DISTANCE)
    .map((corner) => ({ id: corner.id, at: segmentParameter(corner.at, a, b) }))
    .filter(({ at }) => at > 0 && at < 1)
    .sort((p, q) => p.at - q.at || (p.id < q.id ? -1 : 1))
  const path = [from, ...stops.map((stop) => stop.id), to]
  for (let i = 0; i + 1 < path.length; i++) {
    const [one, other] = [path[i]!, path[i + 1]!]
    if (isJoined(draft, one, other)) continue
    draft.put(draft.createId(), { kind: 'wall', level, a: one, b: other, ...properties })
  }
}

/** Splits the walls that the segment crosses away from their ends. */
function splitCrossed(draft: Draft, level: Id, a: Point2, b: Point2): void {
  // Splitting gives new walls that may be crossed again (an arc), so look until nothing is left to split.
  for (let isDone = false; !isDone; ) {
    isDone = true
    for (const wall of wallsOn(draft, level)) {
      if (wall.locked) continue
      const axis = axisOf(draft, wall)
      // A wall that runs along the segment is not crossed by it: rounding would find crossings anywhere.
      if (!wall.bulge && isNearLine(axis.start, a, b) && isNearLine(axis.end, a, b)) continue
      const length = axisLength(axis)
      const hit = crossAxis(axis, a, b).find((along) => along > SNAP_DISTANCE && along < length - SNAP_DISTANCE)
      if (hit === undefined) continue
      const near = nearestCorner(draft, level, axisFrame(axis, hit).point)
      if (near && (near.id === wall.a || near.id === wall.b)) continue
      splitWall(draft, wall, hit, near)
      isDone = false
      break
    }
  }
}

/** Whether a point is within snap distance of the line through a and b. */
function isNearLine(point: Point2, a: Point2, b: Point2): boolean {
  return Math.abs(orientation(a, b, point)) <= SNAP_DISTANCE * pointDistance(a, b)
}

/** Whether a straight wall runs between the two corners already. */
function isJoined(draft: Draft, one: Id, other: Id): boolean {
  return draft
    .all('wall')
    .some(({ a, b, bulge }) => !bulge && ((a === one && b === other) || (a === other && b === one)))
}
