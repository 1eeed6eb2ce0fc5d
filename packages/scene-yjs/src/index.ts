export { createSceneStore, readDocument, RECORDS_KEY, writeDocument } from './scene-store.ts'
export type { SceneListener, SceneOrigin, SceneStore } from './scene-store.ts'
export { createUndo, keepOthersWork } from './undo.ts'
export type { SceneUndo, UndoOutcome } from './undo.ts'
