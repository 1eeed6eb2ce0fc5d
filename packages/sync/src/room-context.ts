import type { Clock } from './clock.ts'
import type { SyncEvent } from './events.ts'
import type { Limits, TIMES } from './limits.ts'
import type { LogWriter } from './log-writer.ts'
import type { Metrics } from './metrics.ts'
import type { Room } from './room.ts'
import type { TurnQueue } from './turn-queue.ts'
import type { UpdateLog } from './update-log.ts'

/** What the server lends to its rooms and connections. */
export interface RoomContext {
  log: UpdateLog
  writer: LogWriter
  clock: Clock
  limits: Limits
  times: typeof TIMES
  metrics: Metrics
  /** For what costs so much that it must not be done for many at once. */
  turns: TurnQueue
  emit(event: SyncEvent): void
  /** Number of the connection that opened last. */
  newestOrdinal(): number
  forget(room: Room): void
  /** Makes a snapshot when the tail has grown long. */
  compactWhenDue(room: Room): void
  /** Makes a snapshot when it is worth it; resolves in any case. */
  compactBeforeUnload(room: Room): Promise<void>
}
