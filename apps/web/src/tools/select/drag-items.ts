import { findKind } from '@enfilade/catalogue'
import type { Id, Operation, Point2, Pose, SceneItem, Support } from '@enfilade/scene'
import type { Draft, Guide } from '../../interaction/draft.ts'
import type { ToolPointer } from '../../interaction/pointer.ts'
import { measureSurroundings, snapItem } from '../../interaction/snapping/snap-item.ts'
import { roundLength } from '../../interaction/snapping/snap-point.ts'
import { placeAt } from '../../interaction/support.ts'
import type { ToolHost } from '../tool.ts'

/** Items grabbed at a point: those that move on their own, and everything that goes along. */
export type GrabbedItems = {
  readonly from: Point2
  readonly primary: SceneItem
  readonly items: readonly SceneItem[]
  /** The grabbed items and all that stand on them. */
  readonly held: ReadonlySet<Id>
}

/** @returns undefined when nothing of the selection can be moved. */
export function grabItems(host: ToolHost, primaryId: Id, from: Point2): GrabbedItems | undefined {
  const scene = host.scene()
  const chosen = new Set(host.selection.ids())
  const movable = scene.items.filter(
    (item) => chosen.has(item.id) && !item.locked && !isCarried(item, chosen, scene.items),
  )
  const primary = movable.find((item) => item.id === primaryId) ?? movable[0]
  if (!primary) return undefined
  const held = new Set(movable.map((item) => item.id))
  // What stands on held things is held too; two rounds more than any stack in a home.
  for (let depth = 0; depth < 6; depth++) {
    for (const item of scene.items) if (item.support.on === 'item' && held.has(item.support.id)) held.add(item.id)
  }
  return { from, primary, items: movable, held }
}

function isCarried(item: SceneItem, chosen: ReadonlySet<Id>, items: readonly SceneItem[]): boolean {
  let support: Support = item.support
  for (let depth = 0; depth < 8 && support.on === 'item'; depth++) {
    const id: Id = support.id
    if (chosen.has(id)) return true
    support = items.find((candidate) => candidate.id === id)?.support ?? { on: 'floor' }
  }
  return false
}

/** The draft of dragging grabbed items to the pointer, snapped. */
export function dragItems(host: ToolHost, grabbed: GrabbedItems, event: ToolPointer): Draft {
  const scene = host.scene()
  const { primary } = grabbed
  const pose: Pose = {
    ...primary.worldPose,
    x: primary.worldPose.x + event.plan[0] - grabbed.from[0],
    y: primary.worldPose.y + event.plan[1] - grabbed.from[1],
  }
  const single = grabbed.items.length === 1
  const snaps = host.snapping() && !event.modifiers.alt
  const kind = findKind(primary.category)
  const hangs = single && (primary.support.on === 'wall' || kind?.mount === 'wall')
  const options = {
    scene,
    level: host.level(),
    without: grabbed.held,
    tolerance: 8 * event.metresPerPixel,
    turnsToWall: single && turnsToWall(primary.category),
    hangs,
  }
  let moved = pose
  let guides: readonly Guide[] = []
  let wall: Id | undefined
  if (snaps || hangs) {
    const snapped = snapItem(pose, primary.size, options)
    moved = snapped.pose
    guides = snapped.guides
    wall = snapped.wall
    if (guides.length === 0)
      moved = { ...moved, x: roundLength(moved.x, event.metresPerPixel), y: roundLength(moved.y, event.metresPerPixel) }
  }
  const supports: { [id: Id]: Support } = {}
  if (single) {
    const rest = restOf(host, grabbed, moved, event, hangs ? wall : undefined)
    moved = { ...moved, z: rest.z }
    if (!equalSupport(rest.support, primary.support)) supports[primary.id] = rest.support
  }
  const moves: { [id: Id]: Pose } = {}
  for (const item of grabbed.items) {
    moves[item.id] =
      item === primary
        ? moved
        : {
            ...item.worldPose,
            x: item.worldPose.x + moved.x - primary.worldPose.x,
            y: item.worldPose.y + moved.y - primary.worldPose.y,
          }
  }
  const operation: Operation = { type: 'items-moved', moves, supports }
  return {
    operations: [operation],
    held: [...grabbed.held],
    moves,
    guides: single ? [...guides, ...measureSurroundings(moved, primary.size, options)] : guides,
  }
}

function restOf(host: ToolHost, grabbed: GrabbedItems, pose: Pose, event: ToolPointer, wall: Id | undefined) {
  const { primary } = grabbed
  if (wall !== undefined) return { support: { on: 'wall', id: wall } as Support, z: primary.worldPose.z }
  if (primary.support.on === 'ceiling' || primary.support.on === 'wall') {
    return { support: primary.support, z: primary.worldPose.z }
  }
  const kind = findKind(primary.category)
  // A thing without a kind keeps its height: nothing is known about where it may stand.
  if (!kind || kind.mount === 'wall' || kind.mount === 'ceiling')
    return { support: primary.support, z: primary.worldPose.z }
  return placeAt(
    host.scene(),
    host.level(),
    primary.category,
    primary.size[2],
    [pose.x, pose.y],
    grabbed.held,
    event.surface,
  )
}

function equalSupport(a: Support, b: Support): boolean {
  return a.on === b.on && (a as { id?: Id }).id === (b as { id?: Id }).id
}

/** Furniture made to stand with its back at a wall turns to it by itself; tables, chairs and rugs do not. */
export function turnsToWall(category: string): boolean {
  const affinity = findKind(category)?.wallAffinity
  return affinity === 'back' || affinity === 'head' || affinity === 'corner' || affinity === 'flush'
}
