import {
  applyChange,
  applyOperation,
  createSceneReader,
  type Id,
  type Operation,
  type Scene,
  type SceneDocument,
} from '@enfilade/scene'
import type { Draft as PresenceDraft } from '../editor/presence-state.ts'

/** The corner of a preview's fresh ids; they never reach the document. */
const previewPrefix = 'preview:'

/**
 * Reads a document as it would be if the gestures under way were over. One reader for all reads: what a gesture does
 * not touch keeps its identity, so views patch only what it does.
 */
export function createDisplayReader(): (document: SceneDocument, operations: readonly Operation[]) => Scene {
  const reader = createSceneReader()
  return (document, operations) => {
    let count = 0
    const createId = () => `${previewPrefix}${count++}`
    let current = document
    for (const operation of operations) {
      // A refused operation (a wall of no length, a thing that a peer removed meanwhile) just has no preview.
      const outcome = applyOperation(current, operation, { createId })
      if (outcome.ok) current = applyChange(current, outcome.change)
    }
    return reader.read(current)
  }
}

/** What a peer's gesture would write. Unknown ids are refused by the operations themselves. */
export function peerOperations(draft: PresenceDraft, level: Id, clientId: number): Operation[] {
  const operations: Operation[] = []
  if (draft.moves) operations.push({ type: 'items-moved', moves: draft.moves })
  for (const [id, to] of Object.entries(draft.corners ?? {})) operations.push({ type: 'corner-moved', id, to })
  if (draft.walls && draft.walls.length >= 2) operations.push({ type: 'walls-added', level, points: draft.walls })
  if (draft.opening?.id !== undefined) {
    const { id, wall, along, width } = draft.opening
    operations.push({ type: 'opening-changed', id, wall, along, width })
  }
  if (draft.item) {
    const { category, pose, size } = draft.item
    const id = `${previewPrefix}peer-${clientId}`
    operations.push({ type: 'item-added', item: { id, level, category, pose, size, support: { on: 'floor' } } })
  }
  return operations
}
