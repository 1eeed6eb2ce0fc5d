export { createMemoryLog, type MemoryLog } from './memory-log.ts'
export type { NewUpdate, StoredDocument, StoredUpdate, UpdateLog } from './update-log.ts'
