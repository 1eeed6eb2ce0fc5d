import { isPointInRegion, polygonBounds } from '@enfilade/geometry'
import type { Operation, Pose } from '@enfilade/scene'
import type { Finding } from './finding.ts'
import type { ItemShape } from './measure/item-shape.ts'
import { boxCorners } from './measure/oriented-box.ts'
import { itemOverlap, OVERLAP_TOLERANCE } from './measure/overlap.ts'
import { swingPenetration } from './measure/room-plan.ts'
import { isMended, moveShape, type Trial } from './move-trial.ts'
import { isSame, type RoomContext } from './room-context.ts'
import type { Home, Settings } from './rule.ts'
import { stickingOut } from './rules/bounds.ts'
import { restingPose } from './rules/support.ts'

/** Findings for which a remedy is sought; a scene with more of them needs another hand. */
const MOST_FIXES = 24
/** Pushes tried, metres, in eight directions of the thing's own frame. */
const STEPS = [0.02, 0.05, 0.1, 0.2, 0.3, 0.45, 0.6]
/** Pushes of one thing that are tried on the whole room; the rest failed by a glance. */
const MOST_TRIALS = 4

/** What a short push can mend. */
const PUSHABLE: ReadonlySet<string> = new Set([
  'overlap',
  'bounds',
  'door-swing',
  'door-approach',
  'window-light',
  'front-clearance',
  'bed-access',
  'table-clearance',
  'table-to-sofa',
  'nightstand-to-bed',
  'unreachable',
])
/** What putting a thing where its support is mends. */
const RESTABLE: ReadonlySet<string> = new Set(['support', 'overhang'])

/** The findings, the worst of them with a remedy to be asked for. */
export type Fixer = (findings: readonly Finding[], home: Home, settings: Settings) => Finding[]

type Tried = { readonly finding: Finding; readonly outside: readonly ItemShape[]; readonly fix: Operation | undefined }

/**
 * Seeks remedies when they are asked for; what was tried in a room is kept while its things, its surroundings and the finding
 * stay.
 */
export const createFixer = (): Fixer => {
  const tried = new WeakMap<RoomContext, Map<string, Tried>>()
  return (findings, home, settings) => {
    const context = { findings, home, settings }
    let offered = 0
    return findings.map((finding) => {
      if (!isMendable(finding) || offered++ >= MOST_FIXES) return finding
      return withFix(finding, () => seek(finding, context, tried))
    })
  }
}

type Search = { readonly findings: readonly Finding[]; readonly home: Home; readonly settings: Settings }

/** The finding with a remedy that is sought when it is first read. */
const withFix = (finding: Finding, find: () => Operation | undefined): Finding => {
  let sought: { readonly fix: Operation | undefined } | undefined
  return Object.defineProperty({ ...finding }, 'fix', {
    enumerable: true,
    get: () => {
      sought ??= { fix: find() }
      return sought.fix
    },
  })
}

const seek = (
  finding: Finding,
  { findings, home, settings }: Search,
  tried: WeakMap<RoomContext, Map<string, Tried>>,
): Operation | undefined => {
  const room = home.rooms.find(({ shapes }) => shapes.some(({ id }) => finding.elements.includes(id)))
  if (!room) return undefined
  const outside = shapesReachingIn(room, home)
  const known = tried.get(room) ?? new Map<string, Tried>()
  tried.set(room, known)
  const key = `${settings.pack} ${settings.robotRadius ?? ''} ${finding.key}`
  const last = known.get(key)
  if (last && isEqual(last.finding, finding) && isSame(last.outside, outside)) return last.fix
  const before = new Map(findings.map((entry) => [entry.key, entry]))
  const fix = proposeFix(finding, { room, home, settings, before })
  known.set(key, { finding, outside, fix })
  return fix
}

const isMendable = ({ rule }: Finding): boolean => PUSHABLE.has(rule) || RESTABLE.has(rule)

const isEqual = (a: Finding, b: Finding): boolean => a.severity === b.severity && a.measured === b.measured

/** Things of elsewhere that stand into the room's bounds: they too can be run into. */
const shapesReachingIn = (room: RoomContext, home: Home): ItemShape[] => {
  const own = new Set(room.shapes)
  const { minX, minY, maxX, maxY } = polygonBounds(room.plan.polygon)
  return home.shapes.filter((shape) => {
    const { x, y } = shape.box
    if (own.has(shape) || x + shape.radius < minX || x - shape.radius > maxX) return false
    if (y + shape.radius < minY || y - shape.radius > maxY) return false
    const corners = boxCorners(shape.box)
    const isAside = (axis: 0 | 1, low: number, high: number): boolean =>
      corners.every((corner) => corner[axis] < low) || corners.every((corner) => corner[axis] > high)
    return !isAside(0, minX, maxX) && !isAside(1, minY, maxY)
  })
}

/** One operation that was tried on the scene: it removes the finding and brings no error. */
const proposeFix = (finding: Finding, trial: Trial): Operation | undefined => {
  const movable = finding.elements
    .flatMap((id) => trial.room.shapes.filter((shape) => shape.id === id && isMovable(shape)))
    .sort((a, b) => a.radius - b.radius)
  for (const shape of movable) {
    const pose = RESTABLE.has(finding.rule) ? findRest(shape, finding, trial) : findPush(shape, finding, trial)
    if (pose) return { type: 'items-moved', moves: { [shape.id]: pose } }
  }
  return undefined
}

const isMovable = (shape: ItemShape): boolean =>
  !shape.item.locked && shape.item.physics?.movable !== false && shape.kind?.physics.movable !== false

const findRest = (shape: ItemShape, finding: Finding, trial: Trial): Pose | undefined => {
  const pose = restingPose(shape, trial.home)
  return pose && isMended(finding, moveShape(shape, pose, trial.room), trial) ? pose : undefined
}

const findPush = (shape: ItemShape, finding: Finding, trial: Trial): Pose | undefined => {
  if (shape.role !== 'solid') return undefined
  const { worldPose } = shape.item
  let trials = 0
  for (const step of STEPS) {
    for (let turn = 0; turn < 8; turn++) {
      const angle = worldPose.yaw + (turn * Math.PI) / 4
      const pose = {
        ...worldPose,
        x: tidy(worldPose.x + Math.cos(angle) * step),
        y: tidy(worldPose.y + Math.sin(angle) * step),
      }
      const moved = moveShape(shape, pose, trial.room)
      if (!isFree(moved[0]!, trial.room)) continue
      if (isMended(finding, moved, trial)) return pose
      if (++trials >= MOST_TRIALS) return undefined
    }
  }
  return undefined
}

/** To a tenth of a millimetre. */
const tidy = (value: number): number => Math.round(value * 1e4) / 1e4

/** The glance: in the room, in nothing and in no leaf's way. */
const isFree = (shape: ItemShape, { plan, shapes }: RoomContext): boolean => {
  if (!isPointInRegion([shape.box.x, shape.box.y], plan.polygon, plan.holes)) return false
  if (shapes.some((other) => other.id !== shape.id && itemOverlap(shape, other) > OVERLAP_TOLERANCE)) return false
  if (plan.doors.some((door) => shape.parts.some((part) => swingPenetration(door, part) > 0.005))) return false
  return stickingOut(shape, plan) <= OVERLAP_TOLERANCE
}
