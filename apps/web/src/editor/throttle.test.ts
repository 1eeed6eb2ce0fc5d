import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createThrottle } from './throttle.ts'

describe('createThrottle', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('runs at once, then no faster than its interval, and once more for the last call', () => {
    const run = vi.fn()
    const throttle = createThrottle(run, 100)
    for (let i = 0; i < 10; i++) throttle.call()
    expect(run).toHaveBeenCalledTimes(1)
    vi.advanceTimersByTime(100)
    expect(run).toHaveBeenCalledTimes(2)
    vi.advanceTimersByTime(1000)
    expect(run).toHaveBeenCalledTimes(2)
  })

  it('forgets a pending run when it is cancelled', () => {
    const run = vi.fn()
    const throttle = createThrottle(run, 100)
    throttle.call()
    throttle.call()
    throttle.cancel()
    vi.advanceTimersByTime(1000)
    expect(run).toHaveBeenCalledTimes(1)
  })
})
