import {
  applyOperation,
  type Change,
  type Id,
  type Operation,
  readScene,
  roomAt,
  type Scene,
  type SceneItem,
} from '@enfilade/scene'
import type { LayoutContext, LayoutResult, Text } from '../result.ts'
import { createSite, type Site } from '../site.ts'
import { createUnmet } from '../words.ts'
import { findItem } from './movable.ts'

/** The scene, the item and its room; or the refusal. */
export type Located = { readonly scene: Scene; readonly item: SceneItem } | { readonly refusal: Text }

export const locate = (context: LayoutContext, id: Id): Located => {
  const scene = readScene(context.document)
  const item = findItem(scene, id)
  if (!item) return { refusal: { en: `there is no item “${id}”: 0 found`, zh: `没有找到物品「${id}」：0 件` } }
  if (item.locked)
    return { refusal: { en: `the item is locked (1 lock set): unlock it first`, zh: '物品已锁定（1 个锁），请先解锁' } }
  return { scene, item }
}

/** The room an item stands in, without the things that are about to move. */
export const siteOf = (scene: Scene, item: SceneItem, ignore: ReadonlySet<Id>, wayWidth = 0.6): Site | undefined => {
  const room = roomAt(scene, item.level, [item.worldPose.x, item.worldPose.y])
  return room ? createSite(scene, room, ignore, wayWidth) : undefined
}

export const refused = (context: LayoutContext, request: string, text: Text): LayoutResult => ({
  groups: [],
  unmet: [createUnmet(request, text, context.language)],
  truncated: false,
})

/** Applies an operation to the document; the message of a refusal in both languages. */
export const tryOperation = (context: LayoutContext, operation: Operation): Change | Text => {
  const result = applyOperation(context.document, operation, { createId: context.createId })
  return result.ok ? result.change : { en: result.message, zh: result.message }
}
