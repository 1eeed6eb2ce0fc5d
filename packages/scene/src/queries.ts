import { boxFootprint, isPointInRegion, type Point2, type Ring } from '@enfilade/geometry'
import { type Carrier, poseFromWorld, poseToWorld } from './item-frame.ts'
import type { Id, Pose, Support } from './records.ts'
import type { Scene, SceneItem, SceneOpening, SceneRoom, SceneWall } from './scene.ts'
import { axisFrame } from './wall-axis.ts'

/** The room of the level whose floor holds the point. */
export function roomAt(scene: Scene, level: Id, point: Point2): SceneRoom | undefined {
  return scene.rooms.find((room) => room.level === level && isPointInRegion(point, room.polygon, room.holes))
}

/** The items whose base centre lies over the room's floor, sorted by id; what stands on others counts too. */
export function itemsInRoom(scene: Scene, room: SceneRoom): SceneItem[] {
  return scene.items.filter(({ level, worldPose }) => {
    return level === room.level && isPointInRegion([worldPose.x, worldPose.y], room.polygon, room.holes)
  })
}

/** Plan outline of an item, counter-clockwise. */
export function itemFootprint(item: Pick<SceneItem, 'worldPose' | 'size'>): Ring {
  const { x, y, yaw } = item.worldPose
  return boxFootprint(x, y, yaw, item.size[0], item.size[1])
}

/** Height of an item's top above its level's floor, metres. */
export function itemTop(item: Pick<SceneItem, 'worldPose' | 'size'>): number {
  return item.worldPose.z + item.size[2]
}

/** What stands on or in an item directly, sorted by id. */
export function itemsOn(scene: Scene, itemId: Id): SceneItem[] {
  return scene.items.filter(({ support }) => support.on === 'item' && support.id === itemId)
}

/** What hangs on a wall, sorted by id. */
export function itemsOnWall(scene: Scene, wallId: Id): SceneItem[] {
  return scene.items.filter(({ support }) => support.on === 'wall' && support.id === wallId)
}

/** Frame of an opening in the plan. */
export type OpeningFrame = {
  /** On the wall's axis. */
  readonly center: Point2
  /** Unit vector along the wall, a → b. */
  readonly direction: Point2
  /** Unit vector to the wall's left. */
  readonly normal: Point2
  /** The jambs on the axis, nearer to corner a and to corner b. */
  readonly jambs: readonly [Point2, Point2]
  /** The hole in the wall's plan, counter-clockwise. */
  readonly outline: Ring
}

export function openingFrame(opening: SceneOpening, wall: SceneWall): OpeningFrame {
  const { point: center, direction } = axisFrame(wall, opening.along)
  const normal: Point2 = [-direction[1], direction[0]]
  const at = (along: number, left: number): Point2 => [
    center[0] + direction[0] * along + normal[0] * left,
    center[1] + direction[1] * along + normal[1] * left,
  ]
  const half = opening.width / 2
  const side = wall.thickness / 2
  return {
    center,
    direction,
    normal,
    jambs: [at(-half, 0), at(half, 0)],
    outline: [at(-half, -side), at(half, -side), at(half, side), at(-half, side)],
  }
}

/** Flat pieces of the quarter circle that a leaf sweeps: 7.5° each. */
const SWING_STEPS = 12

/**
 * The quarter disc that a hinged leaf sweeps, in front of the face that it swings towards.
 *
 * @returns Undefined for openings without a hinged leaf. The polygon runs counter-clockwise.
 */
export function openingSwing(
  scene: Scene,
  opening: SceneOpening,
): { readonly hinge: Point2; readonly radius: number; readonly polygon: Ring } | undefined {
  const wall = scene.byId.get(opening.wall)
  if (opening.swing.type !== 'hinged' || !wall || !('kind' in wall) || wall.kind !== 'wall') return undefined
  const { center, direction, normal } = openingFrame(opening, wall)
  const end = opening.swing.hinge === 'b' ? 1 : -1
  const side = opening.swing.side === 'right' ? -1 : 1
  const radius = opening.width
  const reach = wall.thickness / 2
  const hinge: Point2 = [
    center[0] + (direction[0] * end * radius) / 2 + normal[0] * side * reach,
    center[1] + (direction[1] * end * radius) / 2 + normal[1] * side * reach,
  ]
  const arc: Point2[] = []
  for (let i = 0; i <= SWING_STEPS; i++) {
    const angle = (Math.PI / 2) * (i / SWING_STEPS)
    const along = -end * radius * Math.cos(angle)
    const out = side * radius * Math.sin(angle)
    arc.push([hinge[0] + direction[0] * along + normal[0] * out, hinge[1] + direction[1] * along + normal[1] * out])
  }
  const isForward = end * side < 0
  return { hinge, radius, polygon: isForward ? [hinge, ...arc] : [hinge, ...arc.reverse()] }
}

/** The two faces of a wall as lines in the plan, each from its end at corner a to that at corner b. */
export function wallFaces(wall: SceneWall): {
  readonly left: readonly [Point2, Point2]
  readonly right: readonly [Point2, Point2]
} {
  const half = wall.thickness / 2
  const from = axisFrame(wall, 0)
  const to = axisFrame(wall, wall.length)
  const beside = ({ point, direction }: typeof from, left: number): Point2 => [
    point[0] - direction[1] * left,
    point[1] + direction[0] * left,
  ]
  return { left: [beside(from, half), beside(to, half)], right: [beside(from, -half), beside(to, -half)] }
}

/**
 * A world pose (plan coordinates, z above the level's floor) in the frame of a support and group.
 *
 * @returns Undefined when the support is not in the scene.
 */
export function worldPoseToLocal(
  scene: Scene,
  level: Id,
  support: Support,
  group: Id | undefined,
  pose: Pose,
): Pose | undefined {
  const carrier = findCarrier(scene, level, support)
  return carrier && poseFromWorld(pose, carrier, findGroup(scene, group))
}

/** The way back: a pose in the frame of a support and group as a world pose. */
export function resolvePose(
  scene: Scene,
  level: Id,
  support: Support,
  group: Id | undefined,
  pose: Pose,
): Pose | undefined {
  const carrier = findCarrier(scene, level, support)
  return carrier && poseToWorld(pose, carrier, findGroup(scene, group))
}

export function findCarrier(scene: Scene, level: Id, support: Support): Carrier | undefined {
  if (support.on === 'floor') return { on: 'floor' }
  if (support.on === 'ceiling') {
    const height = scene.levels.find(({ id }) => id === level)?.height
    return height === undefined ? undefined : { on: 'ceiling', height }
  }
  const found = scene.byId.get(support.id)
  if (support.on === 'wall')
    return found && 'kind' in found && found.kind === 'wall' ? { on: 'wall', axis: found } : undefined
  return found && 'kind' in found && found.kind === 'item' ? { on: 'item', pose: found.worldPose } : undefined
}

export function findGroup(scene: Scene, id: Id | undefined) {
  return id === undefined ? undefined : scene.groups.find((group) => group.id === id)
}
