import type { Id, Point2, Scene } from '@enfilade/scene'
import type { Guide } from '../draft.ts'
import { add, direction, distance, dot, scale, subtract } from '../plane.ts'
import { collectCorners } from './wall-faces.ts'

export type PointSnapOptions = {
  readonly scene: Scene
  readonly level: Id
  /** How far a point is pulled, metres; callers derive it from pixels. */
  readonly tolerance: number
  /** The last point of the chain: directions of multiples of 15° from it attract, right angles twice as much. */
  readonly from?: Point2
  /** Further points to meet: those of the chain itself. */
  readonly points?: readonly Point2[]
  /** Corners that move along and must not attract. */
  readonly without?: ReadonlySet<Id>
  /** Size of a screen pixel, metres: the finest round length that can be aimed at. */
  readonly metresPerPixel: number
}

export type PointSnap = {
  readonly point: Point2
  /** What held the point: shown, so that nobody wonders why it jumped. */
  readonly kind: 'endpoint' | 'wall' | 'align' | 'angle' | 'grid'
  readonly guides: readonly Guide[]
}

const angleStep = Math.PI / 12
/** Half the width of a direction's pull. Right angles are wanted most. */
const anglePull = { right: (6 * Math.PI) / 180, other: (2.5 * Math.PI) / 180 }

/** Off a right angle by less than this, a typed wall was meant square. */
const rightAngleWish = (20 * Math.PI) / 180

/** Pulls a point to corners, walls, directions, alignments and round numbers, in this order. */
export function snapPoint(raw: Point2, options: PointSnapOptions): PointSnap {
  const targets = collectTargets(options)
  const endpoint = nearest(raw, targets, options.tolerance)
  if (endpoint)
    return { point: endpoint, kind: 'endpoint', guides: [{ kind: 'endpoint', from: endpoint, to: endpoint }] }
  const { from } = options
  if (from) {
    const ray = snapDirection(raw, from)
    if (ray) return alongRay(raw, from, ray, targets, options)
  }
  const onWall = snapToWall(raw, options)
  if (onWall) return { point: onWall, kind: 'wall', guides: [{ kind: 'wall', from: onWall, to: onWall }] }
  return snapToAxes(raw, targets, options)
}

function collectTargets(options: PointSnapOptions): Point2[] {
  const targets: Point2[] = []
  for (const [id, at] of collectCorners(options.scene, options.level)) {
    if (!options.without?.has(id)) targets.push(at)
  }
  return options.points ? [...targets, ...options.points] : targets
}

function nearest(point: Point2, targets: readonly Point2[], tolerance: number): Point2 | undefined {
  let best: Point2 | undefined
  let bestDistance = tolerance
  for (const target of targets) {
    const d = distance(point, target)
    if (d <= bestDistance) {
      best = target
      bestDistance = d
    }
  }
  return best
}

/** The attracting direction nearest to from → raw, if one is near enough. */
export function snapDirection(raw: Point2, from: Point2): Point2 | undefined {
  if (distance(raw, from) < 1e-6) return undefined
  const angle = Math.atan2(raw[1] - from[1], raw[0] - from[0])
  const index = Math.round(angle / angleStep)
  const pull = index % 6 === 0 ? anglePull.right : anglePull.other
  if (Math.abs(angle - index * angleStep) > pull) return undefined
  return [roundUnit(Math.cos(index * angleStep)), roundUnit(Math.sin(index * angleStep))]
}

/** The direction that somebody who types a length means: a right angle if at all near, else the nearest 15°. */
export function straighten(raw: Point2, from: Point2): Point2 {
  const angle = Math.atan2(raw[1] - from[1], raw[0] - from[0])
  const quarter = Math.round(angle / (Math.PI / 2)) * (Math.PI / 2)
  const chosen = Math.abs(angle - quarter) <= rightAngleWish ? quarter : Math.round(angle / angleStep) * angleStep
  return [roundUnit(Math.cos(chosen)), roundUnit(Math.sin(chosen))]
}

/** Exact zeros and ones, so that walls drawn square are square to the last bit. */
function roundUnit(value: number): number {
  return Math.abs(value - Math.round(value)) < 1e-12 ? Math.round(value) : value
}

/** On a fixed direction: where it meets a wall or the alignment with a target, else a round length. */
function alongRay(
  raw: Point2,
  from: Point2,
  ray: Point2,
  targets: readonly Point2[],
  options: PointSnapOptions,
): PointSnap {
  const reach = dot(subtract(raw, from), ray)
  let bestGap = options.tolerance
  let best: { length: number; target?: Point2 } | undefined
  const consider = (length: number, target?: Point2) => {
    const gap = Math.abs(length - reach)
    if (length > 1e-6 && gap <= bestGap) {
      bestGap = gap
      best = { length, target }
    }
  }
  for (const target of targets) {
    if (Math.abs(ray[0]) > 0.1) consider((target[0] - from[0]) / ray[0], target)
    if (Math.abs(ray[1]) > 0.1) consider((target[1] - from[1]) / ray[1], target)
  }
  for (const wall of options.scene.walls) {
    if (wall.level !== options.level || (wall.bulge ?? 0) !== 0) continue
    const crossing = crossRay(from, ray, wall.start, wall.end)
    if (crossing !== undefined) consider(crossing)
  }
  const length = best?.length ?? roundLength(reach, options.metresPerPixel)
  const point = add(from, scale(ray, length))
  const guides: Guide[] = best?.target ? [{ kind: 'align', from: best.target, to: point }] : []
  return { point, kind: best ? 'align' : 'angle', guides }
}

/** Distance along a ray to a segment; undefined: no crossing. */
function crossRay(from: Point2, ray: Point2, a: Point2, b: Point2): number | undefined {
  const along = subtract(b, a)
  const denominator = ray[0] * along[1] - ray[1] * along[0]
  if (Math.abs(denominator) < 1e-9) return undefined
  const offset = subtract(a, from)
  const t = (offset[0] * along[1] - offset[1] * along[0]) / denominator
  const u = (offset[0] * ray[1] - offset[1] * ray[0]) / denominator
  return u >= 0 && u <= 1 && t > 0 ? t : undefined
}

function snapToWall(raw: Point2, options: PointSnapOptions): Point2 | undefined {
  let best: Point2 | undefined
  let bestDistance = options.tolerance
  for (const wall of options.scene.walls) {
    if (wall.level !== options.level || (wall.bulge ?? 0) !== 0) continue
    if (options.without?.has(wall.a) || options.without?.has(wall.b)) continue
    const axis = direction(wall.start, wall.end)
    const along = Math.min(Math.max(dot(subtract(raw, wall.start), axis), 0), distance(wall.start, wall.end))
    const foot = add(wall.start, scale(axis, along))
    const d = distance(raw, foot)
    if (d <= bestDistance) {
      best = foot
      bestDistance = d
    }
  }
  return best
}

function snapToAxes(raw: Point2, targets: readonly Point2[], options: PointSnapOptions): PointSnap {
  const step = roundStep(options.metresPerPixel)
  let x: number | undefined
  let y: number | undefined
  const guides: Guide[] = []
  const alignX = nearestOn(raw, targets, 0, options.tolerance)
  const alignY = nearestOn(raw, targets, 1, options.tolerance)
  if (alignX) x = alignX[0]
  if (alignY) y = alignY[1]
  const point: Point2 = [x ?? Math.round(raw[0] / step) * step, y ?? Math.round(raw[1] / step) * step]
  if (alignX) guides.push({ kind: 'align', from: alignX, to: point })
  if (alignY) guides.push({ kind: 'align', from: alignY, to: point })
  return { point, kind: guides.length > 0 ? 'align' : 'grid', guides }
}

/** The target nearest to `raw` on one axis, preferring the one that is nearer in the plan. */
function nearestOn(raw: Point2, targets: readonly Point2[], axis: 0 | 1, tolerance: number): Point2 | undefined {
  let best: Point2 | undefined
  let bestScore = Number.POSITIVE_INFINITY
  for (const target of targets) {
    if (Math.abs(target[axis] - raw[axis]) > tolerance) continue
    const score = distance(raw, target)
    if (score < bestScore) {
      best = target
      bestScore = score
    }
  }
  return best
}

/** The round step that a pixel can aim at: 1 cm close up, 5 or 10 cm from afar. */
export function roundStep(metresPerPixel: number): number {
  if (metresPerPixel <= 0.012) return 0.01
  return metresPerPixel <= 0.03 ? 0.05 : 0.1
}

export function roundLength(length: number, metresPerPixel: number): number {
  const step = roundStep(metresPerPixel)
  return Math.round(length / step) * step
}
