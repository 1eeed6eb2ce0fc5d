export interface Throttle {
  /** Asks for a run: at once when the last one is long enough ago, else as soon as it is. */
  request(): void
  /** Runs now if a run is waiting. */
  flush(): void
  cancel(): void
}

export interface ThrottleTimers {
  now(): number
  setTimeout(run: () => void, ms: number): unknown
  clearTimeout(handle: unknown): void
}

const systemTimers: ThrottleTimers = {
  now: () => Date.now(),
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
}

/**
 * Runs something at most so often; the last request is never lost.
 *
 * @param spacing ms between runs.
 */
export function createThrottle(run: () => void, spacing: number, timers: ThrottleTimers = systemTimers): Throttle {
  let lastAt = Number.NEGATIVE_INFINITY
  let timer: unknown

  function fire(): void {
    timer = undefined
    lastAt = timers.now()
    run()
  }

  return {
    request() {
      if (timer !== undefined) return
      const wait = lastAt + spacing - timers.now()
      if (wait <= 0) fire()
      else timer = timers.setTimeout(fire, wait)
    },
    flush() {
      if (timer === undefined) return
      timers.clearTimeout(timer)
      fire()
    },
    cancel() {
      timers.clearTimeout(timer)
      timer = undefined
    },
  }
}
