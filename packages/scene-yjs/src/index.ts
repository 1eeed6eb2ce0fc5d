export type { SceneListener, SceneOrigin, SceneStore } from './scene-store.ts'
export { createSceneStore, RECORDS_KEY, readDocument, writeDocument } from './scene-store.ts'
export type { SceneUndo, UndoOutcome } from './undo.ts'
export { createUndo, keepOthersWork } from './undo.ts'
