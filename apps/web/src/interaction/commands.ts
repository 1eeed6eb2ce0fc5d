import { findKind } from '@enfilade/catalogue'
import type { Id, Operation, Point2, Scene, SceneItem, SceneOpening, Swing } from '@enfilade/scene'
import { centerOf, rotationStep, turnPoses } from '../tools/select/rotate-items.ts'

/** Operations of keys and menus on a selection. Pure: what is not possible gives no operations. */

function pickItems(scene: Scene, ids: readonly Id[]): SceneItem[] {
  const chosen = new Set(ids)
  return scene.items.filter((item) => chosen.has(item.id) && !item.locked)
}

/** Items whose carrier is not selected too: the rest goes along with it. */
function pickRoots(scene: Scene, ids: readonly Id[]): SceneItem[] {
  const chosen = new Set(ids)
  return pickItems(scene, ids).filter((item) => item.support.on !== 'item' || !chosen.has(item.support.id))
}

export function nudgeOperations(scene: Scene, ids: readonly Id[], by: Point2): Operation[] {
  const items = pickRoots(scene, ids)
  const operations: Operation[] = []
  if (items.length > 0) {
    const moves = Object.fromEntries(
      items.map((item) => [item.id, { ...item.worldPose, x: item.worldPose.x + by[0], y: item.worldPose.y + by[1] }]),
    )
    operations.push({ type: 'items-moved', moves })
  }
  for (const opening of scene.openings) {
    if (!ids.includes(opening.id) || opening.locked) continue
    const along = opening.along + by[0] * opening.direction[0] + by[1] * opening.direction[1]
    operations.push({ type: 'opening-changed', id: opening.id, along })
  }
  if (operations.length > 0) return operations
  for (const wall of scene.walls) {
    if (ids.includes(wall.id) && !wall.locked) operations.push({ type: 'wall-moved', id: wall.id, by })
  }
  return operations
}

/** Turns items by a quarter, fine: by 15°; doors change their hinge and side in four steps. */
export function turnOperations(scene: Scene, ids: readonly Id[], direction: 1 | -1, fine: boolean): Operation[] {
  const items = pickRoots(scene, ids)
  if (items.length === 0) return flipOperations(scene, ids)
  const by = direction * (fine ? rotationStep : Math.PI / 2)
  return [{ type: 'items-moved', moves: turnPoses(items, centerOf(items), by) }]
}

const swingOrder: readonly Swing[] = [
  { type: 'hinged', hinge: 'a', side: 'left' },
  { type: 'hinged', hinge: 'b', side: 'left' },
  { type: 'hinged', hinge: 'b', side: 'right' },
  { type: 'hinged', hinge: 'a', side: 'right' },
]

/** The next of a door's four ways to hang. */
export function flipOperations(scene: Scene, ids: readonly Id[]): Operation[] {
  return scene.openings
    .filter((opening) => ids.includes(opening.id) && opening.swing.type === 'hinged' && !opening.locked)
    .map((opening) => ({ type: 'opening-changed', id: opening.id, swing: nextSwing(opening.swing) }))
}

function nextSwing(swing: Swing): Swing {
  const index = swingOrder.findIndex((other) => other.hinge === swing.hinge && other.side === swing.side)
  return swingOrder[(index + 1) % swingOrder.length]!
}

/** Opens and shuts doors and drawers, switches lamps and screens. */
export function operateOperations(scene: Scene, ids: readonly Id[]): Operation[] {
  const operations: Operation[] = []
  for (const id of ids) {
    const thing = scene.byId.get(id)
    if (!thing) continue
    if ('along' in thing) operations.push(...operateOpening(thing))
    else if ('worldPose' in thing) operations.push(...operateItem(thing))
  }
  return operations
}

function operateOpening(opening: SceneOpening): Operation[] {
  if (opening.type === 'passage') return []
  return [{ type: 'opening-changed', id: opening.id, open: (opening.open ?? 0) > 0.5 ? 0 : 1 }]
}

function operateItem(item: SceneItem): Operation[] {
  const kind = findKind(item.category)
  if (kind?.light || item.states?.on !== undefined) {
    return [{ type: 'item-changed', id: item.id, states: { on: !(item.states?.on ?? false) } }]
  }
  if (kind?.opens || item.states?.open !== undefined) {
    return [{ type: 'item-changed', id: item.id, states: { open: (item.states?.open ?? 0) > 0.5 ? 0 : 1 } }]
  }
  return []
}

/** How far a copy lies from its original, metres. */
const copyOffset: Point2 = [0.3, -0.3]

/** @returns the operation and the ids of the copies, to select them. */
export function duplicateOperation(
  scene: Scene,
  ids: readonly Id[],
  createId: () => Id,
): { operation: Operation; copies: Id[] } | undefined {
  const roots = pickItems(scene, ids)
  if (roots.length === 0) return undefined
  const all = new Set(roots.map((item) => item.id))
  for (let depth = 0; depth < 6; depth++) {
    for (const item of scene.items) if (item.support.on === 'item' && all.has(item.support.id)) all.add(item.id)
  }
  const copies = Object.fromEntries([...all].map((id) => [id, createId()]))
  return {
    operation: { type: 'items-duplicated', ids: copies, by: copyOffset },
    copies: roots.map((item) => copies[item.id]!),
  }
}

export function deleteOperations(scene: Scene, ids: readonly Id[]): Operation[] {
  const removable = ids.filter((id) => {
    const thing = scene.byId.get(id)
    if (!thing) return scene.measurements.some((measurement) => measurement.id === id)
    // A room is made by its walls; only its label could go, and that is done in the inspector.
    return !('polygon' in thing) && !(thing as { locked?: boolean }).locked
  })
  return removable.length > 0 ? [{ type: 'removed', ids: removable }] : []
}

export function groupOperation(scene: Scene, ids: readonly Id[], id: Id): Operation | undefined {
  const items = pickRoots(scene, ids)
  return items.length >= 2 ? { type: 'items-grouped', id, items: items.map((item) => item.id) } : undefined
}

export function ungroupOperations(scene: Scene, ids: readonly Id[]): Operation[] {
  const groups = new Set(pickItems(scene, ids).flatMap((item) => (item.group !== undefined ? [item.group] : [])))
  return [...groups].map((id) => ({ type: 'items-ungrouped', id }))
}
