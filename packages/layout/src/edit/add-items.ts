import { findKind } from '@enfilade/catalogue'
import { shapeItem } from '@enfilade/critic'
import { readScene, roomAt } from '@enfilade/scene'
import { type BriefObject, type BriefRelation, createBrief } from '../brief.ts'
import { findRoom, furnish } from '../furnish.ts'
import type { AddInput, LayoutResult, ProposalGroup } from '../result.ts'
import { kindName } from '../words.ts'
import { findItem } from './movable.ts'

/** Adds what is named to a room as it stands, near what it usually goes with. Nothing there moves. */
export const addItems = (input: AddInput): LayoutResult => {
  const scene = readScene(input.document)
  const roomId = input.roomId ?? roomOfTargets(input)
  const room = findRoom(scene, roomId)
  const here = room
    ? scene.items.filter((item) => roomAt(scene, item.level, [item.worldPose.x, item.worldPose.y])?.id === room.id)
    : []
  const categories = new Set(here.map((item) => shapeItem(item).category))
  const objects = input.objects.map((object) => withCompany(object, categories))
  const result = furnish({ ...input, roomId: room?.id, brief: createBrief('generic', { only: true, objects }) })
  const there = new Set(scene.items.map(({ id }) => id))
  return { ...result, groups: result.groups.map((group) => titledByThings(group, there)) }
}

/** What was added by name is called by it, not by what such things are for elsewhere. */
const titledByThings = (group: ProposalGroup, there: ReadonlySet<string>): ProposalGroup => {
  const kinds = Object.values(group.change.added).flatMap((record) => {
    const { kind, category } = record as { readonly kind?: unknown; readonly category?: unknown }
    return kind === 'item' && typeof category === 'string' ? [category] : []
  })
  const names = [...new Set(kinds)].slice(0, MOST_NAMES).map(kindName)
  if (names.length === 0 || group.items.some((id) => there.has(id))) return group
  const en = names.map((name) => name.en).join(', ')
  return {
    ...group,
    title: { en: en.charAt(0).toUpperCase() + en.slice(1), zh: names.map((name) => name.zh).join('、') },
  }
}

/** Things named in a title. */
const MOST_NAMES = 3

/** The room of the first standing thing that a relation points to. */
const roomOfTargets = ({ document, objects }: AddInput): string | undefined => {
  const scene = readScene(document)
  for (const object of objects) {
    for (const { target } of object.relations) {
      if (target?.kind !== 'item') continue
      const item = findItem(scene, target.id)
      const room = item ? roomAt(scene, item.level, [item.worldPose.x, item.worldPose.y]) : undefined
      if (room) return room.id
    }
  }
  return undefined
}

const relationOf: { readonly [relation: string]: BriefRelation['type'] } = {
  beside: 'beside',
  front: 'in_front_of',
  around: 'around',
  opposite: 'opposite',
  beside_angled: 'near',
  near: 'near',
  counter_run: 'beside',
}

/** With no place said, a wish to stand by what it belongs to: a nightstand beside the bed, a chair at the table. */
const withCompany = (object: BriefObject, here: ReadonlySet<string>): BriefObject => {
  if (object.relations.length > 0) return object
  for (const category of [...here].sort()) {
    const companion = findKind(category)?.companions.find((entry) => entry.category === object.category)
    const type = companion ? relationOf[companion.relation] : undefined
    if (!type) continue
    const target = { kind: 'category' as const, category }
    const relations: BriefRelation[] = [{ type, target, strength: 'wish' }]
    if (companion?.relation === 'around' || companion?.relation === 'front')
      relations.push({ type: 'facing', target, strength: 'wish' })
    return { ...object, relations }
  }
  return object
}
