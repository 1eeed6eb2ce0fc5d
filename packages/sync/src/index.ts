export { type Clock, systemClock } from './clock.ts'
export { type CompactionResult, type Compactor, createThreadCompactor } from './compaction.ts'
export type { Access } from './connection.ts'
export type { Role, SyncEvent } from './events.ts'
export { createJournaledLog, type JournaledLog, type JournalOptions } from './journal/journaled-log.ts'
export { CLOSE, COMPACTION, LIMITS, type Limits, TIMES } from './limits.ts'
export { createMemoryLog, type MemoryLog } from './memory-log.ts'
export type { OutgoingMessage } from './messages.ts'
export type { Metrics } from './metrics.ts'
export { DocumentGoneError } from './room.ts'
export {
  type ConnectionInfo,
  createSyncServer,
  type Refusal,
  type SyncRequest,
  type SyncServer,
  type SyncServerOptions,
  UpdateRefusedError,
} from './sync-server.ts'
export type { NewUpdate, StoredDocument, StoredUpdate, UpdateLog } from './update-log.ts'
export type { Wire, WireListener } from './wire.ts'
