import { normalizeAngle } from '@enfilade/geometry'
import {
  MAX_BULGE,
  MAX_COORDINATE,
  MAX_HEIGHT,
  MAX_THICKNESS,
  MIN_HEIGHT,
  MIN_THICKNESS,
  SNAP_DISTANCE,
} from '../limits.ts'
import type { Operation } from '../operation.ts'
import type { Point2 } from '../records.ts'
import { axisLength } from '../wall-axis.ts'
import { checkFinishes, checkFlag, checkNumber, checkOneOf, checkPoint } from './check-values.ts'
import type { Draft } from './draft.ts'
import { refuse } from './refusal.ts'
import {
  axisOf,
  fitParts,
  itemsHungOn,
  keepFraction,
  moveCorners,
  openingsIn,
  refuseLocked,
  splitWall,
} from './wall-parts.ts'

type Of<T extends Operation['type']> = Extract<Operation, { type: T }>

export function moveCorner(draft: Draft, { id, to }: Of<'corner-moved'>): void {
  draft.need('corner', id)
  moveCorners(draft, new Map([[id, checkPoint(to, 'new place of the corner')]]))
}

export function moveWall(draft: Draft, { id, by }: Of<'wall-moved'>): void {
  const wall = draft.need('wall', id)
  const [dx, dy] = checkPoint(by, 'way of the wall')
  const moved = (corner: string): Point2 => {
    const { at } = draft.need('corner', corner)
    return checkPoint([at[0] + dx, at[1] + dy], 'new place of the wall')
  }
  moveCorners(
    draft,
    new Map([
      [wall.a, moved(wall.a)],
      [wall.b, moved(wall.b)],
    ]),
  )
}

/** The shortest wall that can be asked for, metres: a finger's width past the snap distance. */
const MIN_ASKED_LENGTH = 2 * SNAP_DISTANCE

export function resizeWall(draft: Draft, { id, length, keep = 'a' }: Of<'wall-resized'>): void {
  const wall = draft.need('wall', id)
  checkNumber(length, MIN_ASKED_LENGTH, MAX_COORDINATE, 'length of the wall')
  checkOneOf(keep, ['a', 'b'], 'end to keep')
  const axis = axisOf(draft, wall)
  const now = axisLength(axis)
  if (!(now > 0)) refuse('too-short', `Wall "${id}" has no length and so no direction: move one of its corners first.`)
  if (Math.abs(now - length) < 1e-9) return
  const [fixed, moving] = keep === 'a' ? [axis.start, axis.end] : [axis.end, axis.start]
  const ratio = length / now
  const to: Point2 = [fixed[0] + (moving[0] - fixed[0]) * ratio, fixed[1] + (moving[1] - fixed[1]) * ratio]
  moveCorners(draft, new Map([[keep === 'a' ? wall.b : wall.a, checkPoint(to, 'new end of the wall')]]))
}

export function splitWallAt(draft: Draft, { id, along }: Of<'wall-split'>): void {
  const wall = draft.need('wall', id)
  refuseLocked(wall, 'split it')
  const length = axisLength(axisOf(draft, wall))
  checkNumber(along, 0, length, 'distance along the wall')
  if (along < SNAP_DISTANCE || along > length - SNAP_DISTANCE) {
    refuse('too-short', `Wall "${id}" has a corner there already: split it at least ${SNAP_DISTANCE} m from its ends.`)
  }
  splitWall(draft, wall, along)
}

/** Turns a wall's direction round; everything in it and on it stays where it is. */
export function flipWall(draft: Draft, { id }: Of<'wall-flipped'>): void {
  const wall = draft.need('wall', id)
  refuseLocked(wall, 'flip it')
  const length = axisLength(axisOf(draft, wall))
  const { left, right } = wall.finishes ?? {}
  draft.set(id, {
    a: wall.b,
    b: wall.a,
    ...(wall.bulge && { bulge: -wall.bulge }),
    'finishes.left': right,
    'finishes.right': left,
  })
  for (const { id: opening, along, swing } of openingsIn(draft, id)) {
    const turned = {
      ...swing,
      ...(swing.hinge && { hinge: swing.hinge === 'a' ? 'b' : 'a' }),
      ...(swing.side && { side: swing.side === 'left' ? 'right' : 'left' }),
    }
    draft.set(opening, { along: length - along, swing: turned })
  }
  for (const { id: item, pose } of itemsHungOn(draft, id)) {
    const turned = { x: length - pose.x, y: -pose.y + 0, z: pose.z, yaw: normalizeAngle(pose.yaw + Math.PI) }
    draft.set(item, { pose: turned })
  }
}

export function changeWall(draft: Draft, operation: Of<'wall-changed'>): void {
  const { id, thickness, height, bulge, structure, finishes, locked } = operation
  const wall = draft.need('wall', id)
  if (locked !== false) {
    const others = [thickness, height, bulge, structure, finishes]
    if (others.some((value) => value !== undefined)) refuseLocked(wall, 'change it')
  }
  const before = axisLength(axisOf(draft, wall))
  draft.set(id, {
    ...(thickness !== undefined && {
      thickness: checkNumber(thickness, MIN_THICKNESS, MAX_THICKNESS, 'wall thickness'),
    }),
    ...(height !== undefined && { height: orAbsent(height, MIN_HEIGHT, MAX_HEIGHT, 'wall height') }),
    ...(bulge !== undefined && { bulge: orAbsent(bulge, -MAX_BULGE, MAX_BULGE, 'bulge') || undefined }),
    ...(structure !== undefined && {
      structure: checkOneOf(structure, ['load-bearing', 'partition', 'unknown'], 'wall structure'),
    }),
    ...(finishes !== undefined && checkFinishes(finishes, ['left', 'right'])),
    ...(locked !== undefined && { locked: checkFlag(locked, 'locked') || undefined }),
  })
  if (bulge !== undefined) {
    fitParts(draft, id, before, axisLength(axisOf(draft, draft.need('wall', id))), keepFraction)
  }
}

function orAbsent(value: number | null, low: number, high: number, name: string): number | undefined {
  return value === null ? undefined : checkNumber(value, low, high, name)
}
