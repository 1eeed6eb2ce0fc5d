import { type PlacedItems, placeItems } from '../item-world.ts'
import { compareIds, isEqualJson, isPlainObject } from '../json.ts'
import { IMPLICIT_GROUP_SIZE } from '../limits.ts'
import type { Operation } from '../operation.ts'
import { composePoses, invertPose, isSamePose } from '../pose.ts'
import type { Id, Pose, Support } from '../records.ts'
import type { SceneItem } from '../scene.ts'
import { checkPose } from './check-values.ts'
import type { Draft } from './draft.ts'
import { carrierOf, checkSupport, dropEmptyGroups, needPlaced, placeDraft, storedPose } from './item-parts.ts'
import { refuse } from './refusal.ts'

type ItemsMoved = Extract<Operation, { type: 'items-moved' }>

type Move = { readonly item: SceneItem; readonly to: Pose; readonly support: Support; readonly isRehung: boolean }

/**
 * Moves items to world poses, with as few writes as can be: one for a group that moves as a whole, one for an item with
 * all that stands on it; many single things that move together become an implicit group, so that the next time is one.
 */
export function moveItems(draft: Draft, operation: ItemsMoved): void {
  const world = placeItems(draft.before)
  const moves = checkMoves(world, operation)
  const left = new Map(moves.map((move) => [move.item.id, move]))
  moveTogether(draft, world, left)
  moveWholeGroups(draft, world, left)
  // Carriers first: the pose of what stands on them is seen from where they come to stand.
  for (let isProgress = true; left.size > 0 && isProgress; ) {
    isProgress = false
    const now = placeDraft(draft)
    for (const move of [...left.values()]) {
      if (move.support.on === 'item' && left.has(move.support.id)) continue
      moveOne(draft, now, move)
      left.delete(move.item.id)
      isProgress = true
    }
  }
  if (left.size > 0) refuseCircle([...left.keys()][0]!)
  refuseCircles(draft, moves)
}

function checkMoves(world: PlacedItems, { moves, supports = {} }: ItemsMoved): Move[] {
  if (!isPlainObject(moves) || !isPlainObject(supports))
    refuse('missing', 'Nothing to move: give a pose for each item.')
  for (const id of Object.keys(supports)) {
    if (!Object.hasOwn(moves, id)) refuse('missing', `Item "${id}" has a new support but no pose: give both.`)
  }
  return Object.keys(moves)
    .sort(compareIds)
    .map((id) => {
      const item = needPlaced(world, id)
      if (item.locked) refuse('locked', `The item "${id}" is locked: unlock it to move it.`)
      const support = Object.hasOwn(supports, id) ? checkSupport(supports[id]) : item.support
      carrierOf(world, item.level, support)
      return { item, to: checkPose(moves[id], `item "${id}"`), support, isRehung: !isEqualJson(support, item.support) }
    })
}

/** The rigid motion that takes the item where it goes. */
function motionOf({ item, to }: Move): Pose {
  return composePoses(to, invertPose(item.worldPose))
}

const standsFree = ({ support, isRehung }: Move) => !isRehung && (support.on === 'floor' || support.on === 'ceiling')

/** Whether all moves are one rigid motion; then that motion. */
function commonMotion(moves: readonly Move[]): Pose | undefined {
  const first = motionOf(moves[0]!)
  return moves.every((move) => isSamePose(composePoses(first, move.item.worldPose), move.to)) ? first : undefined
}

function moveWholeGroups(draft: Draft, world: PlacedItems, left: Map<Id, Move>): void {
  const members = new Map<Id, SceneItem[]>()
  for (const item of world.placed.values()) {
    if (item.group === undefined || (item.support.on !== 'floor' && item.support.on !== 'ceiling')) continue
    const list = members.get(item.group)
    if (list) list.push(item)
    else members.set(item.group, [item])
  }
  for (const [id, items] of members) {
    const group = world.groups.get(id)
    const moves = items.map((item) => left.get(item.id))
    // A single member moves by itself: its group may be shared with somebody who adds to it now.
    if (!group || items.length < 2 || !moves.every((move) => move !== undefined && standsFree(move))) continue
    const motion = commonMotion(moves as Move[])
    if (!motion) continue
    const pose = composePoses(motion, group.pose)
    if (!isSamePose(pose, group.pose)) draft.set(id, { pose })
    for (const item of items) left.delete(item.id)
  }
}

/** Many free things in no group of their own that move together become one implicit group a level. */
function moveTogether(draft: Draft, world: PlacedItems, left: Map<Id, Move>): void {
  const byLevel = new Map<Id, Move[]>()
  for (const move of left.values()) {
    const { group, level } = move.item
    const isSingle = group === undefined || world.groups.get(group)?.implicit === true
    if (!isSingle || !standsFree(move) || move.support.on !== 'floor') continue
    const list = byLevel.get(level)
    if (list) list.push(move)
    else byLevel.set(level, [move])
  }
  for (const [level, moves] of byLevel) {
    if (moves.length < IMPLICIT_GROUP_SIZE || isWholeGroup(world, moves)) continue
    const motion = commonMotion(moves)
    if (!motion || moves.every(({ item, to }) => isSamePose(item.worldPose, to))) continue
    const group = draft.createId()
    draft.put(group, { kind: 'group', level, pose: motion, implicit: true })
    const old = new Set<Id>()
    for (const { item } of moves) {
      if (item.group === undefined) {
        // Its pose is a world pose already, and the group's frame begins as the level's.
        draft.set(item.id, { group })
      } else {
        old.add(item.group)
        draft.set(item.id, { group, pose: item.worldPose })
      }
      left.delete(item.id)
    }
    dropEmptyGroups(draft, old)
  }
}

/** Whether these are just the members of one group: then its pose alone says where they go. */
function isWholeGroup(world: PlacedItems, moves: readonly Move[]): boolean {
  const { group } = moves[0]!.item
  if (group === undefined || moves.some(({ item }) => item.group !== group)) return false
  let members = 0
  for (const item of world.placed.values()) if (item.group === group) members++
  return members === moves.length
}

function moveOne(draft: Draft, now: PlacedItems, { item, to, support, isRehung }: Move): void {
  const record = draft.need('item', item.id)
  const { level } = carrierOf(now, item.level, support)
  const isFree = support.on === 'floor' || support.on === 'ceiling'
  const wasImplicit = item.group !== undefined && now.groups.get(item.group)?.implicit === true
  const group = isRehung && !isFree && wasImplicit ? undefined : record.group
  const current = now.placed.get(item.id)
  const isStill = !isRehung && current !== undefined && isSamePose(current.worldPose, to)
  if (isStill && support.on === record.support.on) return
  const pose = storedPose(now, level, support, group, to)
  draft.set(item.id, {
    ...(!isSamePose(pose, record.pose) && { pose }),
    ...(!isEqualJson(support, record.support) && { support }),
    ...(level !== record.level && { level }),
    ...(group !== record.group && { group }),
  })
}

function refuseCircles(draft: Draft, moves: readonly Move[]): void {
  for (const { item, isRehung } of moves) {
    if (!isRehung) continue
    let support: Support | undefined = draft.find('item', item.id)?.support
    for (let steps = 0; support?.on === 'item'; steps++) {
      if (support.id === item.id || steps > draft.now.size) refuseCircle(item.id)
      support = draft.find('item', support.id)?.support
    }
  }
}

function refuseCircle(id: Id): never {
  refuse('support-circle', `Item "${id}" would come to stand on itself: choose another support.`)
}
