import type { Clock } from './clock.ts'
import { describeError, type SyncEvent } from './events.ts'
import type { Limits, TIMES } from './limits.ts'
import type { Metrics } from './metrics.ts'
import type { ScannedUpdate } from './scan-update.ts'
import type { UpdateLog } from './update-log.ts'

/** Something of a document that waits for the log. */
export interface QueueItem {
  author: string
  /** Absent: nothing to store, only to be settled after what is in front of it. */
  update?: ScannedUpdate
  /** Number of the connection that it came from, if it came from one. */
  connection?: number
  /** Called when it is durable. */
  settle(seq: number): void
  /** Called when it never will be: its document is gone. */
  fail(error: Error): void
}

/** The documents' side of the log writer. */
export interface LogQueue {
  readonly document: string
  /** Oldest first. The writer takes from the front, once that is durable. */
  readonly items: readonly QueueItem[]
  /** The first `count` items are durable. */
  commit(count: number, seqs: readonly (number | undefined)[]): void
  setStore(writable: boolean, reason: string): void
}

export interface LogWriterContext {
  log: UpdateLog
  clock: Clock
  limits: Limits
  times: typeof TIMES
  metrics: Metrics
  emit(event: SyncEvent): void
}

/**
 * Rest after a commit: a multiple of what it took, ms within bounds. Commits back to back would spend a core on them; with
 * the rest they spend a fraction, and each carries more. Nobody who edits alone waits for it.
 */
const REST = { factor: 2, minMs: 5, maxMs: 10 }

interface Taken {
  queue: LogQueue
  count: number
}

/**
 * Group commit: one transaction carries whatever arrived, in all documents, since the last one. What fails is tried
 * again, with or without new edits; a document that fails alone is written alone, so that it holds up nobody.
 */
export class LogWriter {
  private readonly context: LogWriterContext
  private readonly queues = new Set<LogQueue>()
  /** Queues that failed by themselves, and when they are tried next. */
  private readonly suspects = new Map<LogQueue, { dueAt: number; attempt: number }>()
  private isRunning = false
  private scheduled: { at: number; timer?: unknown } | undefined
  private failures = 0
  private notBefore = 0

  constructor(context: LogWriterContext) {
    this.context = context
  }

  /** Has a queue written soon. Call it whenever something was put at its end. */
  add(queue: LogQueue): void {
    if (!this.suspects.has(queue)) this.queues.add(queue)
    this.schedule()
  }

  /** Forgets a queue whose document is gone. */
  remove(queue: LogQueue): void {
    this.queues.delete(queue)
    this.suspects.delete(queue)
  }

  get isIdle(): boolean {
    return !this.isRunning && this.queues.size === 0 && this.suspects.size === 0
  }

  private schedule(): void {
    if (this.isRunning) return
    if (this.queues.size === 0 && this.suspects.size === 0) return
    const { clock } = this.context
    const dueAt = Math.max(this.dueAt(), clock.now())
    if (this.scheduled && this.scheduled.at <= dueAt) return
    clock.clearTimeout(this.scheduled?.timer)
    const scheduled: { at: number; timer?: unknown } = { at: dueAt }
    const start = () => {
      if (this.scheduled === scheduled) this.start()
    }
    this.scheduled = scheduled
    if (dueAt <= clock.now()) clock.soon(start)
    else scheduled.timer = clock.setTimeout(start, dueAt - clock.now())
  }

  private dueAt(): number {
    if (this.queues.size > 0) return this.notBefore
    let due = Number.POSITIVE_INFINITY
    for (const suspect of this.suspects.values()) due = Math.min(due, suspect.dueAt)
    return Math.max(due, this.notBefore)
  }

  private start(): void {
    this.scheduled = undefined
    this.isRunning = true
    this.run().finally(() => {
      this.isRunning = false
      this.schedule()
    })
  }

  private async run(): Promise<void> {
    const { clock } = this.context
    const startedAt = clock.now()
    if (this.queues.size > 0) await this.writeTogether()
    for (const [queue, suspect] of [...this.suspects]) {
      if (suspect.dueAt <= clock.now()) await this.writeSuspect(queue, suspect.attempt)
    }
    if (this.failures > 0) return
    const took = clock.now() - startedAt
    this.notBefore = clock.now() + Math.min(REST.maxMs, Math.max(REST.minMs, took * REST.factor))
  }

  private async writeTogether(): Promise<void> {
    const taken = this.take()
    const error = await this.append(taken)
    if (error === undefined) {
      if (this.failures > 0) this.context.emit({ type: 'commit-recovered', attempts: this.failures })
      this.failures = 0
      return
    }
    this.failures += 1
    this.notBefore = this.context.clock.now() + this.backoff(this.failures)
    this.context.emit({
      type: 'commit-failed',
      documents: taken.length,
      attempt: this.failures,
      error: describeError(error),
    })
    for (const { queue } of taken) queue.setStore(false, 'The store does not answer; edits wait.')
    if (this.failures > 1 && taken.length > 1) await this.isolate(taken)
  }

  /** Writes queues one by one, to find the one that spoils the batch. Two failures and no success: it is the store. */
  private async isolate(taken: readonly Taken[]): Promise<void> {
    const failed: LogQueue[] = []
    let hasSucceeded = false
    for (const each of taken) {
      const error = await this.append([each])
      if (error === undefined) hasSucceeded = true
      else failed.push(each.queue)
      if (!hasSucceeded && failed.length > 1) return
    }
    for (const queue of failed) {
      this.queues.delete(queue)
      this.suspects.set(queue, { attempt: 1, dueAt: this.context.clock.now() + this.backoff(1) })
    }
    this.failures = 0
    this.notBefore = 0
  }

  private async writeSuspect(queue: LogQueue, attempt: number): Promise<void> {
    const taken = this.takeFrom(queue, this.context.limits.batchBytes)
    const error = taken.count === 0 ? undefined : await this.append([taken])
    if (error === undefined) {
      this.suspects.delete(queue)
      if (queue.items.length > 0) this.queues.add(queue)
      return
    }
    if (!this.suspects.has(queue)) return
    this.suspects.set(queue, { attempt: attempt + 1, dueAt: this.context.clock.now() + this.backoff(attempt + 1) })
    this.context.emit({ type: 'commit-failed', documents: 1, attempt, error: describeError(error) })
  }

  private backoff(attempt: number): number {
    const { retryFirstMs, retryLastMs } = this.context.times
    return Math.min(retryLastMs, retryFirstMs * 2 ** (attempt - 1))
  }

  private take(): Taken[] {
    const taken: Taken[] = []
    let room = this.context.limits.batchBytes
    for (const queue of this.queues) {
      const each = this.takeFrom(queue, room)
      if (each.count > 0) taken.push(each)
      room -= each.bytes
      if (room <= 0) break
    }
    return taken
  }

  /** At least one item, so that one that is larger than a batch goes alone. */
  private takeFrom(queue: LogQueue, room: number): Taken & { bytes: number } {
    let bytes = 0
    let count = 0
    for (const item of queue.items) {
      const size = item.update?.bytes.length ?? 0
      if (count > 0 && bytes + size > room) break
      bytes += size
      count += 1
    }
    return { queue, count, bytes }
  }

  /** @returns The error, or undefined when everything taken is durable. */
  private async append(taken: readonly Taken[]): Promise<unknown> {
    const batch = []
    for (const { queue, count } of taken) {
      for (const { author, update } of queue.items.slice(0, count)) {
        if (update) batch.push({ document: queue.document, author, bytes: update.bytes })
      }
    }
    const watch = this.watchSlow(taken)
    let seqs: readonly (number | undefined)[]
    try {
      seqs = batch.length === 0 ? [] : await this.context.log.append(batch)
      if (seqs.length !== batch.length) throw new Error(`the log answered ${seqs.length} of ${batch.length}`)
    } catch (error) {
      return error ?? new Error('the log failed')
    } finally {
      this.context.clock.clearTimeout(watch)
    }
    if (batch.length > 0) this.context.metrics.commits += 1
    this.context.metrics.updatesStored += batch.length
    this.distribute(taken, seqs)
    return undefined
  }

  private distribute(taken: readonly Taken[], seqs: readonly (number | undefined)[]): void {
    let next = 0
    for (const { queue, count } of taken) {
      const own = queue.items.slice(0, count).map((item) => (item.update ? seqs[next++] : 0))
      queue.commit(count, own)
      if (queue.items.length === 0) this.queues.delete(queue)
    }
  }

  /** Shows the documents of a commit that hangs as read-only until it is through. */
  private watchSlow(taken: readonly Taken[]): unknown {
    return this.context.clock.setTimeout(() => {
      for (const { queue } of taken) queue.setStore(false, 'The store answers slowly; edits wait.')
    }, this.context.times.slowCommitMs)
  }
}
