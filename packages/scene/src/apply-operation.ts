import type { Change } from './change.ts'
import { isPlainObject } from './json.ts'
import type { Operation, OperationContext } from './operation.ts'
import { createDraft, type Draft } from './operations/draft.ts'
import { groupItems, ungroupItems } from './operations/group-operations.ts'
import { addItem, changeItem, duplicateItems, resizeItem } from './operations/item-operations.ts'
import { addLevel, addMeasurement, changeLevel } from './operations/level-operations.ts'
import { moveItems } from './operations/move-items.ts'
import { addOpening, changeOpening } from './operations/opening-operations.ts'
import { Refusal } from './operations/refusal.ts'
import { removeRecords } from './operations/remove.ts'
import { changeRoom, labelRoom } from './operations/room-operations.ts'
import { changeWall, flipWall, moveCorner, moveWall, resizeWall, splitWallAt } from './operations/wall-operations.ts'
import { addWalls } from './operations/walls-added.ts'
import type { SceneDocument } from './records.ts'

export type OperationResult =
  | { readonly ok: true; readonly change: Change }
  /** Expected failures: `code` for programs, `message` for people (English; it names the thing and the cure). */
  | { readonly ok: false; readonly code: string; readonly message: string }

const handlers: {
  readonly [T in Operation['type']]: (draft: Draft, operation: Extract<Operation, { type: T }>) => void
} = {
  'level-added': addLevel,
  'level-changed': changeLevel,
  'walls-added': addWalls,
  'corner-moved': moveCorner,
  'wall-moved': moveWall,
  'wall-resized': resizeWall,
  'wall-split': splitWallAt,
  'wall-flipped': flipWall,
  'wall-changed': changeWall,
  'opening-added': addOpening,
  'opening-changed': changeOpening,
  'room-labelled': labelRoom,
  'room-changed': changeRoom,
  'item-added': addItem,
  'items-moved': moveItems,
  'item-resized': resizeItem,
  'item-changed': changeItem,
  'items-duplicated': duplicateItems,
  'items-grouped': groupItems,
  'items-ungrouped': ungroupItems,
  removed: removeRecords,
  'measurement-added': addMeasurement,
}

/**
 * The change that an operation makes to a document; the document itself stays as it is. An operation that changes
 * nothing gives an empty change; one that can't be done gives the reason.
 */
export function applyOperation(
  document: SceneDocument,
  operation: Operation,
  context: OperationContext,
): OperationResult {
  const type: unknown = isPlainObject(operation) ? operation.type : undefined
  if (typeof type !== 'string' || !Object.hasOwn(handlers, type)) {
    return { ok: false, code: 'unknown-operation', message: `There is no operation "${String(type)}".` }
  }
  const draft = createDraft(document, context)
  try {
    const handle = handlers[operation.type] as (draft: Draft, operation: Operation) => void
    handle(draft, operation)
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, code: error.code, message: error.message }
    throw error
  }
  return { ok: true, change: draft.change() }
}
