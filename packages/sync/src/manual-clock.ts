import type { Clock } from './clock.ts'

export interface ManualClock extends Clock {
  /** Lets `ms` pass: runs what falls due, in order, and lets promises settle in between. */
  advance(ms: number): Promise<void>
  /** Runs what is due now, and lets promises settle. */
  settle(): Promise<void>
}

interface Timer {
  at: number
  order: number
  run: () => void
}

/** A clock that stands still until told otherwise, for tests. */
export function createManualClock(start = 1_000_000): ManualClock {
  let now = start
  let order = 0
  const timers = new Set<Timer>()

  function add(run: () => void, ms: number): Timer {
    const timer = { at: now + Math.max(0, ms), order: order++, run }
    timers.add(timer)
    return timer
  }

  function nextDue(until: number): Timer | undefined {
    let next: Timer | undefined
    for (const timer of timers) {
      if (timer.at > until) continue
      if (!next || timer.at < next.at || (timer.at === next.at && timer.order < next.order)) next = timer
    }
    return next
  }

  async function runUntil(until: number): Promise<void> {
    await flushPromises()
    for (let timer = nextDue(until); timer; timer = nextDue(until)) {
      timers.delete(timer)
      now = Math.max(now, timer.at)
      timer.run()
      await flushPromises()
    }
    now = until
  }

  return {
    now: () => now,
    setTimeout: add,
    clearTimeout: (handle) => timers.delete(handle as Timer),
    soon: (run) => add(run, 0),
    advance: (ms) => runUntil(now + ms),
    settle: () => runUntil(now),
  }
}

/** Lets chains of already resolved promises run to their end. */
async function flushPromises(): Promise<void> {
  for (let round = 0; round < 20; round++) await Promise.resolve()
}
