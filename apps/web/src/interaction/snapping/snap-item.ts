import type { Id, Point2, Pose, Scene, SceneItem, Size3 } from '@enfilade/scene'
import type { Guide } from '../draft.ts'
import { add, distance, dot, scale, subtract, turn } from '../plane.ts'
import { collectWallFaces, type WallFace } from './wall-faces.ts'

export type ItemSnapOptions = {
  readonly scene: Scene
  readonly level: Id
  /** Items in hand: they neither attract nor are measured to. */
  readonly without: ReadonlySet<Id>
  readonly tolerance: number
  /** Turn the back to the wall it comes near to. */
  readonly turnsToWall: boolean
  /** Only walls count, however far: things that hang on a wall. */
  readonly hangs?: boolean
}

export type ItemSnap = { readonly pose: Pose; readonly guides: readonly Guide[]; readonly wall?: Id }

/** How far from a wall an item is pulled to it, beyond the pixel tolerance: furniture is meant to stand at walls. */
const wallPull = 0.18
/** Beside a wall's end by this much still counts as at the wall, metres. */
const endSlack = 0.05

/** The yaw that turns an item's front along `normal`. */
export function yawFacing(normal: Point2): number {
  return Math.atan2(normal[0], -normal[1])
}

/** Half the item's extent along a unit plan direction. */
export function extentAlong(size: Size3, yaw: number, along: Point2): number {
  return (Math.abs(dot(turn([1, 0], yaw), along)) * size[0] + Math.abs(dot(turn([0, 1], yaw), along)) * size[1]) / 2
}

/** Pulls an item to walls (back first), into corners, and in line with its neighbours. */
export function snapItem(raw: Pose, size: Size3, options: ItemSnapOptions): ItemSnap {
  const faces = collectWallFaces(options.scene, options.level)
  const first = nearestFace(raw, size, faces, options)
  if (!first) return options.hangs ? { pose: raw, guides: [] } : alignItem(raw, size, undefined, options)
  const pose = againstFace(raw, size, first, options)
  const guides: Guide[] = [{ kind: 'wall', from: first.a, to: first.b }]
  if (options.hangs) return { pose, guides, wall: first.wall }
  const second = intoCorner(pose, size, first, faces, options)
  if (second) {
    guides.push({ kind: 'wall', from: second.face.a, to: second.face.b })
    return { pose: second.pose, guides, wall: first.wall }
  }
  const aligned = alignItem(pose, size, first.normal, options)
  return { pose: aligned.pose, guides: [...guides, ...aligned.guides], wall: first.wall }
}

function facing(pose: Pose, size: Size3, face: WallFace, options: ItemSnapOptions): number {
  if (!options.turnsToWall && !options.hangs) return pose.yaw
  // An item that already stands square to the wall, whichever side it shows, was meant so.
  const aligned = Math.abs(Math.sin(2 * (pose.yaw - yawFacing(face.normal)))) < 0.02
  const isTurned = aligned && Math.abs(extentAlong(size, pose.yaw, face.normal) - size[1] / 2) > 1e-6
  return isTurned && !options.turnsToWall ? pose.yaw : yawFacing(face.normal)
}

/** Free space between the item and the face's line, and where along the face the item's middle is. */
function measureFace(pose: Pose, extent: number, face: WallFace): { gap: number; along: number; length: number } {
  const offset = subtract([pose.x, pose.y], face.a)
  const length = distance(face.a, face.b)
  const along = length > 0 ? dot(offset, scale(subtract(face.b, face.a), 1 / length)) : 0
  return { gap: dot(offset, face.normal) - extent, along, length }
}

function nearestFace(pose: Pose, size: Size3, faces: readonly WallFace[], options: ItemSnapOptions) {
  let best: WallFace | undefined
  let bestGap = options.hangs ? Number.POSITIVE_INFINITY : wallPull + options.tolerance
  for (const face of faces) {
    const extent = extentAlong(size, facing(pose, size, face, options), face.normal)
    const { gap, along, length } = measureFace(pose, extent, face)
    if (along < -endSlack || along > length + endSlack) continue
    // The middle must be on this face's side; otherwise the wall's other face is meant.
    if (gap + extent < (options.hangs ? -0.06 : 0)) continue
    // Nothing stands in a wall: what reaches into one is pushed out of it, however far in.
    const score = gap < 0 && !options.hangs ? -gap * 0.4 : Math.abs(gap)
    if (score < bestGap) {
      best = face
      bestGap = score
    }
  }
  return best
}

function againstFace(pose: Pose, size: Size3, face: WallFace, options: ItemSnapOptions): Pose {
  const yaw = facing(pose, size, face, options)
  const { gap } = measureFace(pose, extentAlong(size, yaw, face.normal), face)
  return { ...pose, x: pose.x - face.normal[0] * gap, y: pose.y - face.normal[1] * gap, yaw }
}

/** Slides along the first wall until a second one is touched too. */
function intoCorner(
  pose: Pose,
  size: Size3,
  first: WallFace,
  faces: readonly WallFace[],
  options: ItemSnapOptions,
): { pose: Pose; face: WallFace } | undefined {
  const tangent: Point2 = [-first.normal[1], first.normal[0]]
  let best: { pose: Pose; face: WallFace; gap: number } | undefined
  for (const face of faces) {
    const lean = dot(tangent, face.normal)
    if (face.wall === first.wall || Math.abs(lean) < 0.7) continue
    const extent = extentAlong(size, pose.yaw, face.normal)
    const { gap, along, length } = measureFace(pose, extent, face)
    if (gap > wallPull / 2 + options.tolerance || gap + extent < 0) continue
    if (along < -size[1] || along > length + size[1]) continue
    if (best && Math.abs(gap) >= Math.abs(best.gap)) continue
    const slide = gap / lean
    best = { pose: { ...pose, x: pose.x - tangent[0] * slide, y: pose.y - tangent[1] * slide }, face, gap }
  }
  return best
}

/** Lines edges and middles up with neighbours; along the wall only, where the item stands at one. */
function alignItem(pose: Pose, size: Size3, normal: Point2 | undefined, options: ItemSnapOptions): ItemSnap {
  const guides: Guide[] = []
  let next = pose
  for (const axis of [0, 1] as const) {
    const unit: Point2 = axis === 0 ? [1, 0] : [0, 1]
    if (normal && Math.abs(dot(normal, unit)) > 0.05) continue
    const found = alignAxis(next, size, axis, options)
    if (!found) continue
    next = axis === 0 ? { ...next, x: next.x + found.shift } : { ...next, y: next.y + found.shift }
    const at: Point2 = axis === 0 ? [found.line, next.y] : [next.x, found.line]
    const to: Point2 = axis === 0 ? [found.line, found.other.worldPose.y] : [found.other.worldPose.x, found.line]
    guides.push({ kind: 'align', from: at, to })
  }
  return { pose: next, guides }
}

/** Things farther away than this are not lined up with, and free distances longer than the second not measured, metres. */
const neighbourhood = 3
const longestMeasure = 5

function alignAxis(
  pose: Pose,
  size: Size3,
  axis: 0 | 1,
  options: ItemSnapOptions,
): { shift: number; line: number; other: SceneItem } | undefined {
  const unit: Point2 = axis === 0 ? [1, 0] : [0, 1]
  const center = axis === 0 ? pose.x : pose.y
  const half = extentAlong(size, pose.yaw, unit)
  let best: { shift: number; line: number; other: SceneItem } | undefined
  let bestScore = Number.POSITIVE_INFINITY
  for (const other of options.scene.items) {
    if (other.level !== options.level || options.without.has(other.id)) continue
    const gap = distance([other.worldPose.x, other.worldPose.y], [pose.x, pose.y])
    if (gap > neighbourhood) continue
    const otherCenter = axis === 0 ? other.worldPose.x : other.worldPose.y
    const otherHalf = extentAlong(other.size, other.worldPose.yaw, unit)
    for (const [own, line] of [
      [0, otherCenter],
      [-half, otherCenter - otherHalf],
      [half, otherCenter + otherHalf],
    ] as const) {
      const shift = line - (center + own)
      if (Math.abs(shift) > options.tolerance) continue
      const score = Math.abs(shift) + gap * 0.01
      if (score < bestScore) {
        best = { shift, line, other }
        bestScore = score
      }
    }
  }
  return best
}

/** Free distances from the item's four sides to what stands around it, for display. */
export function measureSurroundings(pose: Pose, size: Size3, options: ItemSnapOptions): Guide[] {
  const guides: Guide[] = []
  const segments = collectSegments(options)
  for (const side of [0, 1, 2, 3] as const) {
    const out = turn(side % 2 === 0 ? [side === 0 ? 1 : -1, 0] : [0, side === 1 ? 1 : -1], pose.yaw)
    const half = side % 2 === 0 ? size[0] / 2 : size[1] / 2
    const from = add([pose.x, pose.y], scale(out, half))
    let reach = longestMeasure
    for (const [a, b] of segments) {
      const hit = raySegment(from, out, a, b)
      if (hit !== undefined && hit < reach) reach = hit
    }
    if (reach < longestMeasure && reach > 0.015) {
      guides.push({ kind: 'distance', from, to: add(from, scale(out, reach)), length: reach })
    }
  }
  return guides
}

function collectSegments(options: ItemSnapOptions): [Point2, Point2][] {
  const segments: [Point2, Point2][] = []
  for (const face of collectWallFaces(options.scene, options.level)) segments.push([face.a, face.b])
  for (const item of options.scene.items) {
    if (item.level !== options.level || options.without.has(item.id) || item.size[2] < 0.05) continue
    const { x, y, yaw } = item.worldPose
    const corners = (
      [
        [-1, -1],
        [1, -1],
        [1, 1],
        [-1, 1],
      ] as const
    ).map(([sx, sy]) => add([x, y], turn([(sx * item.size[0]) / 2, (sy * item.size[1]) / 2], yaw)))
    for (let i = 0; i < 4; i++) segments.push([corners[i]!, corners[(i + 1) % 4]!])
  }
  return segments
}

function raySegment(from: Point2, ray: Point2, a: Point2, b: Point2): number | undefined {
  const along = subtract(b, a)
  const denominator = ray[0] * along[1] - ray[1] * along[0]
  if (Math.abs(denominator) < 1e-9) return undefined
  const offset = subtract(a, from)
  const t = (offset[0] * along[1] - offset[1] * along[0]) / denominator
  const u = (offset[0] * ray[1] - offset[1] * ray[0]) / denominator
  return t >= -1e-6 && u >= 0 && u <= 1 ? Math.max(t, 0) : undefined
}
