import { placeItems } from '../item-world.ts'
import type { Operation } from '../operation.ts'
import { IDENTITY_POSE, isSamePose } from '../pose.ts'
import type { Id } from '../records.ts'
import { checkText } from './check-values.ts'
import type { Draft } from './draft.ts'
import { dropEmptyGroups, needPlaced, placeDraft, storedPose } from './item-parts.ts'
import { refuse } from './refusal.ts'

type Of<T extends Operation['type']> = Extract<Operation, { type: T }>

/** Makes a group of items. Its frame begins as the level's, so that items in no group keep the pose they have. */
export function groupItems(draft: Draft, { id, items, name }: Of<'items-grouped'>): void {
  draft.claim(id)
  if (!Array.isArray(items)) refuse('too-few', 'A group needs two items: choose them.')
  const world = placeItems(draft.before)
  const members = [...new Set(items as readonly Id[])].sort().map((item) => needPlaced(world, item))
  if (members.length < 2) refuse('too-few', 'A group needs two items: choose another one.')
  for (const item of members)
    if (item.locked) refuse('locked', `The item "${item.id}" is locked: unlock it to group it.`)
  const { level } = members[0]!
  const stray = members.find((item) => item.level !== level)
  if (stray) refuse('two-levels', `Item "${stray.id}" is on another level: group items of one level.`)
  draft.put(id, {
    kind: 'group',
    level,
    pose: IDENTITY_POSE,
    ...(name !== undefined && { name: checkText(name, 'name') }),
  })
  for (const item of members) {
    const record = draft.need('item', item.id)
    const pose = storedPose(world, level, item.support, undefined, item.worldPose)
    draft.set(item.id, { group: id, ...(item.group !== undefined && !isSamePose(pose, record.pose) && { pose }) })
  }
  dropEmptyGroups(draft, new Set(members.flatMap(({ group }) => group ?? [])))
}

/** Dissolves a group; its members stay where they are. */
export function ungroupItems(draft: Draft, { id }: Of<'items-ungrouped'>): void {
  draft.need('group', id)
  const world = placeDraft(draft)
  for (const record of draft.all('item')) {
    if (record.group !== id) continue
    const item = world.placed.get(record.id)
    const isFree = record.support.on === 'floor' || record.support.on === 'ceiling'
    const pose = item && isFree ? storedPose(world, item.level, record.support, undefined, item.worldPose) : record.pose
    draft.set(record.id, { group: undefined, ...(!isSamePose(pose, record.pose) && { pose }) })
  }
  draft.remove(id)
}
