import { DEFAULT_STOREY_HEIGHT } from './limits.ts'
import type { SceneDocument } from './records.ts'

/** A new space: one level, nothing on it. */
export function createEmptyDocument(): SceneDocument {
  return new Map([['level-0', { kind: 'level', name: 'Ground floor', elevation: 0, height: DEFAULT_STOREY_HEIGHT }]])
}
