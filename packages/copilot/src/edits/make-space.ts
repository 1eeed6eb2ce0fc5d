import { findKind } from '@enfilade/catalogue'
import { addItems, type BriefObject, createBriefObject, type LayoutContext, type LayoutResult } from '@enfilade/layout'
import {
  applyChange,
  applyOperation,
  type Id,
  itemsInRoom,
  itemsOn,
  type Pose,
  readScene,
  type SceneItem,
} from '@enfilade/scene'
import type { Answer } from '../answer.ts'
import { chooseRoom } from '../find-rooms.ts'
import { kindLabel } from '../names.ts'
import { createUnmet } from '../refusal.ts'

/** What a wheelchair needs to turn in, metres (EN 17210, ISO 21542: a circle of 1.50 m). */
const turning = 1.5
/** Most things that are tried one by one. */
const maximumTries = 12

export type Space = { readonly answer: Answer } | { readonly result: LayoutResult }

/**
 * Floor for a thing that is to come: none has to move where there is enough, else the one thing whose move frees it.
 * Nothing is added.
 */
export function makeSpace(object: BriefObject, words: string, context: LayoutContext): Space {
  const language = context.language ?? 'en'
  const isWheelchair = object.category === 'wheelchair'
  const wanted: BriefObject = isWheelchair
    ? createBriefObject('turning_circle', {
        words,
        size: { width: { exact: turning }, depth: { exact: turning }, height: { exact: 0.5 } },
      })
    : object
  const name = isWheelchair
    ? { en: 'turning circle of a wheelchair', zh: '轮椅回转空间' }
    : { en: object.label ?? kindLabel(object.category, 'en'), zh: object.label ?? kindLabel(object.category, 'zh') }
  const here = placeOf(wanted, context)
  if (here) {
    const { x, y } = here.worldPose
    const [w, d] = here.size
    const spot = `${w.toFixed(2)} × ${d.toFixed(2)} m`
    return {
      answer: {
        text:
          language === 'zh'
            ? `已有足够空间：${name.zh}需要 ${w.toFixed(2)} × ${d.toFixed(2)} 米，可放在 x ${x.toFixed(2)}、y ${y.toFixed(2)}，无需移动任何物品。`
            : `There is room already: the ${name.en} needs ${spot} and fits at x ${x.toFixed(2)}, y ${y.toFixed(2)}; nothing has to move.`,
        elements: [],
        measurements: [
          { name: 'x', value: Math.round(x * 1000) / 1000, unit: 'm' },
          { name: 'y', value: Math.round(y * 1000) / 1000, unit: 'm' },
        ],
      },
    }
  }
  return { result: moveOne(wanted, name, words, context) }
}

function moveOne(
  wanted: BriefObject,
  name: { en: string; zh: string },
  words: string,
  context: LayoutContext,
): LayoutResult {
  const language = context.language ?? 'en'
  const scene = readScene(context.document)
  const room = chooseRoom(scene, context.roomId, [])
  const movable = (room ? itemsInRoom(scene, room) : [])
    .filter(
      (item) =>
        item.support.on === 'floor' &&
        !item.locked &&
        findKind(item.category)?.physics.movable !== false &&
        findKind(item.category)?.walkable !== true &&
        itemsOn(scene, item.id).length === 0,
    )
    .toSorted((a, b) => a.size[0] * a.size[1] - b.size[0] * b.size[1] || (a.id < b.id ? -1 : 1))
  const inTheWay: SceneItem[] = []
  for (const item of movable.slice(0, maximumTries)) {
    const removed = applyOperation(context.document, { type: 'removed', ids: [item.id] }, context)
    if (!removed.ok) continue
    const without = applyChange(context.document, removed.change)
    const added = addItems({ ...context, document: without, objects: [wanted] })
    if (added.unmet.length > 0 || added.groups.length === 0) continue
    inTheWay.push(item)
    const filled = added.groups.reduce((document, { change }) => applyChange(document, change), without)
    const [width, depth, height] = item.size
    const again = createBriefObject(item.category, {
      words,
      size: { width: { exact: width }, depth: { exact: depth }, height: { exact: height } },
    })
    const back = addItems({ ...context, document: filled, objects: [again] })
    const ids = back.groups.flatMap(({ change }) => Object.keys(change.added))
    const after = back.groups.reduce((document, { change }) => applyChange(document, change), filled)
    const copy = readScene(after).items.find(({ id, category }) => ids.includes(id) && category === item.category)
    if (!copy || back.unmet.length > 0) continue
    const moves: { [id: Id]: Pose } = { [item.id]: copy.worldPose }
    const moved = applyOperation(context.document, { type: 'items-moved', moves }, context)
    if (!moved.ok) continue
    const way = Math.hypot(copy.worldPose.x - item.worldPose.x, copy.worldPose.y - item.worldPose.y)
    const placed = readScene(filled).items.find(({ category }) => category === wanted.category)
    const [w, d] = placed?.size ?? [0, 0]
    const label = { en: kindLabel(item.category, 'en'), zh: kindLabel(item.category, 'zh') }
    return {
      groups: [
        {
          id: 'make-room',
          title: { en: `Make room for the ${name.en}`, zh: `为${name.zh}腾出空间` },
          reason: {
            en: `The ${label.en} moves ${way.toFixed(2)} m; ${w.toFixed(2)} × ${d.toFixed(2)} m become free for the ${name.en}. Nothing else moves.`,
            zh: `${label.zh}移动 ${way.toFixed(2)} 米，为${name.zh}空出 ${w.toFixed(2)} × ${d.toFixed(2)} 米。其他物品不动。`,
          },
          measurements: [{ name: 'moved', value: Math.round(way * 1000) / 1000, unit: 'm' }],
          items: [item.id],
          change: moved.change,
        },
      ],
      unmet: [],
      truncated: false,
    }
  }
  const [first] = inTheWay
  const text = first
    ? {
        en: `the ${name.en} only fits when the ${kindLabel(first.category, 'en')} (${first.size[0].toFixed(2)} × ${first.size[1].toFixed(2)} m) goes, and that fits nowhere else`,
        zh: `只有移走${kindLabel(first.category, 'zh')}（${first.size[0].toFixed(2)} × ${first.size[1].toFixed(2)} 米）才放得下${name.zh}，而它无处可放`,
      }
    : {
        en: `no move of one thing frees enough floor for the ${name.en}: ${movable.length} tried`,
        zh: `移动任何一件都无法为${name.zh}腾出足够空间：试了 ${Math.min(movable.length, maximumTries)} 件`,
      }
  return { groups: [], unmet: [createUnmet(words, text, language)], truncated: false }
}

function placeOf(object: BriefObject, context: LayoutContext): SceneItem | undefined {
  const added = addItems({ ...context, objects: [object] })
  if (added.unmet.length > 0) return undefined
  const ids = added.groups.flatMap(({ change }) => Object.keys(change.added))
  const after = added.groups.reduce((document, { change }) => applyChange(document, change), context.document)
  return readScene(after).items.find(({ id, category }) => ids.includes(id) && category === object.category)
}
