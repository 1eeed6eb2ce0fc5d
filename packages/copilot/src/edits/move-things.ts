import { findKind } from '@enfilade/catalogue'
import {
  addItems,
  type BriefRelation,
  createBriefObject,
  type LayoutContext,
  type LayoutResult,
  moveItem,
  removeItems,
} from '@enfilade/layout'
import {
  applyChange,
  applyOperation,
  type Change,
  emptyChange,
  type Id,
  itemsOn,
  mergeChanges,
  type Operation,
  readScene,
  type SceneItem,
} from '@enfilade/scene'
import { kindLabel } from '../names.ts'
import { createUnmet } from '../refusal.ts'

/**
 * Moves a thing to where relations say. What stands on the floor is moved with what belongs to it; what stands on
 * something, hangs or lies is taken up and put where a new one would go, and keeps its identity.
 */
export function moveByRelations(
  item: SceneItem,
  relations: readonly BriefRelation[],
  words: string,
  context: LayoutContext,
): LayoutResult {
  const meant = relations.map((relation) => opposite(relation, item))
  const stand = standOf(item, meant, context)
  if (stand || !isCarried(item, meant))
    return moveItem({ ...context, id: stand?.id ?? item.id, words, to: { relations: meant } })
  return putAgain(item, meant, words, context)
}

/** "The opposite wall" is the one that a thing faces which stands with its back to a wall. */
function opposite(relation: BriefRelation, item: SceneItem): BriefRelation {
  const { type, target, words = '' } = relation
  const isWall = type === 'against_wall' && target?.kind === 'building' && target.part === 'wall'
  if (!isWall || target.id !== undefined || !/\b(?:opposite|other|far)\b|对面|另一/.test(words)) return relation
  const [x, y] = [Math.sin(item.worldPose.yaw), -Math.cos(item.worldPose.yaw)]
  const side = Math.abs(x) > Math.abs(y) ? (x > 0 ? 'east' : 'west') : y > 0 ? 'north' : 'south'
  return { ...relation, target: { ...target, side } }
}

/** The stand of a screen that is to go to a part of the room: the two go together. */
function standOf(item: SceneItem, relations: readonly BriefRelation[], { document }: LayoutContext) {
  const { support } = item
  if (item.category !== 'television' || support.on !== 'item') return undefined
  if (relations.some(({ type, target }) => ['on', 'on_wall', 'hanging'].includes(type) || target?.kind !== 'building'))
    return undefined
  return readScene(document).items.find(({ id, category }) => id === support.id && category === 'tv_stand')
}

/** True for what a person takes up rather than pushes, and for what is to go onto something. */
function isCarried(item: SceneItem, relations: readonly BriefRelation[]): boolean {
  const kind = findKind(item.category)
  const goesUp = relations.some(
    ({ type, target }) =>
      (type === 'on' || type === 'on_wall' || type === 'inside' || type === 'hanging') && target?.kind !== 'building',
  )
  return item.support.on !== 'floor' || kind?.walkable === true || (goesUp && kind?.mount !== 'floor')
}

function putAgain(
  item: SceneItem,
  relations: readonly BriefRelation[],
  words: string,
  context: LayoutContext,
): LayoutResult {
  const scene = readScene(context.document)
  if (itemsOn(scene, item.id).length > 0) return moveItem({ ...context, id: item.id, words, to: { relations } })
  const gone = removeItems({ ...context, ids: [item.id], words })
  const [removal] = gone.groups
  if (!removal) return gone
  const [width, depth, height] = item.size
  const object = createBriefObject(item.category, {
    words,
    relations,
    size: { width: { exact: width }, depth: { exact: depth }, height: { exact: height } },
    ...(item.shape || item.variant
      ? {
          attributes: {
            ...(item.shape ? { shape: item.shape } : {}),
            ...(item.variant ? { variant: item.variant } : {}),
          },
        }
      : {}),
  })
  const without = applyChange(context.document, removal.change)
  const placed = addItems({ ...context, document: without, objects: [object] })
  const added = placed.groups.flatMap(({ change }) => Object.keys(change.added))
  const after = placed.groups.reduce((document, { change }) => applyChange(document, change), without)
  const copy = readScene(after).items.find(({ id, category }) => added.includes(id) && category === item.category)
  if (!copy || placed.unmet.length > 0)
    return {
      groups: [],
      unmet: placed.unmet.length > 0 ? placed.unmet : [noPlace(item, words, context)],
      truncated: placed.truncated,
    }
  const moved = putAsCopy(item, copy, context)
  if (!moved.ok)
    return {
      groups: [],
      unmet: [createUnmet(words, { en: moved.message, zh: moved.message }, context.language ?? 'en')],
      truncated: false,
    }
  const way = Math.hypot(
    copy.worldPose.x - item.worldPose.x,
    copy.worldPose.y - item.worldPose.y,
    copy.worldPose.z - item.worldPose.z,
  )
  const [en, zh] = [kindLabel(item.category, 'en'), kindLabel(item.category, 'zh')]
  const place = placed.groups[0]!.reason
  return {
    groups: [
      {
        id: 'move',
        title: { en: `Move the ${en}`, zh: `移动${zh}` },
        reason: {
          en: `Moved ${way.toFixed(2)} m. ${place.en} Nothing else moves.`,
          zh: `移动 ${way.toFixed(2)} 米。${place.zh}其他物品不动。`,
        },
        measurements: [{ name: 'moved', value: Math.round(way * 1000) / 1000, unit: 'm' }],
        items: [item.id],
        change: moved.change,
      },
    ],
    unmet: [],
    truncated: placed.truncated,
  }
}

/** The item where its copy found a place, and of its form: a screen that hung leaves its foot behind. */
function putAsCopy(item: SceneItem, copy: SceneItem, context: LayoutContext) {
  const { id } = item
  const isReformed = copy.variant !== item.variant && copy.support.on === 'wall'
  const reform: readonly Operation[] = isReformed
    ? [
        { type: 'item-changed', id, variant: copy.variant ?? null },
        { type: 'item-resized', id, size: copy.size },
      ]
    : []
  const put: Operation = { type: 'items-moved', moves: { [id]: copy.worldPose }, supports: { [id]: copy.support } }
  let change: Change = emptyChange
  for (const operation of [...reform, put]) {
    const result = applyOperation(applyChange(context.document, change), operation, context)
    if (!result.ok) return result
    change = mergeChanges(change, result.change)
  }
  return { ok: true, change } as const
}

function noPlace(item: SceneItem, words: string, { language = 'en' }: LayoutContext) {
  const [width, depth] = item.size
  return createUnmet(
    words,
    {
      en: `no free place of ${width.toFixed(2)} × ${depth.toFixed(2)} m was found there`,
      zh: `那里没有 ${width.toFixed(2)} × ${depth.toFixed(2)} 米的空位`,
    },
    language,
  )
}

/** Two things that are carried or hung change places, supports included; undefined where either stands on the floor. */
export function swapCarried(a: SceneItem, b: SceneItem, context: LayoutContext): LayoutResult | undefined {
  if (a.support.on === 'floor' || b.support.on === 'floor' || a.support.on !== b.support.on) return undefined
  const at = (item: SceneItem, place: SceneItem) => {
    const { x, y, z, yaw } = place.worldPose
    // On a wall the middles change places, on a table the undersides.
    return { x, y, yaw, z: place.support.on === 'wall' ? z + (place.size[2] - item.size[2]) / 2 : z }
  }
  const operation = {
    type: 'items-moved',
    moves: { [a.id]: at(a, b), [b.id]: at(b, a) },
    supports: { [a.id]: b.support, [b.id]: a.support },
  } as const
  const moved = applyOperation(context.document, operation, context)
  if (!moved.ok) return undefined
  const way = Math.hypot(a.worldPose.x - b.worldPose.x, a.worldPose.y - b.worldPose.y)
  const names = (language: 'en' | 'zh') => [kindLabel(a.category, language), kindLabel(b.category, language)]
  return {
    groups: [
      {
        id: 'swap',
        title: { en: `Swap ${names('en').join(' and ')}`, zh: `交换${names('zh').join('和')}` },
        reason: {
          en: `They change places, ${way.toFixed(2)} m apart. Nothing else moves.`,
          zh: `两者互换位置，相距 ${way.toFixed(2)} 米。其他物品不动。`,
        },
        measurements: [{ name: 'moved', value: Math.round(way * 1000) / 1000, unit: 'm' }],
        items: [a.id, b.id].sort(),
        change: moved.change,
      },
    ],
    unmet: [],
    truncated: false,
  }
}

/** All changes of several results as one. */
export const joinChanges = (results: readonly LayoutResult[]): Change =>
  results.flatMap(({ groups }) => groups).reduce((change, group) => mergeChanges(change, group.change), emptyChange)

export const idsOf = (results: readonly LayoutResult[]): Id[] =>
  [...new Set(results.flatMap(({ groups }) => groups.flatMap(({ items }) => items)))].sort()
