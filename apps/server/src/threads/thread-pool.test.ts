import { afterEach, describe, expect, it, vi } from 'vitest'
import { createThreadPool, ThreadBusyError, type ThreadPool, ThreadTimeoutError } from './thread-pool.ts'

const pools: ThreadPool[] = []
afterEach(async () => {
  vi.useRealTimers()
  for (const pool of pools.splice(0)) await pool.close()
})

function open(options: { size?: number; maxWaiting?: number; timeoutMs?: number; memoryMb?: number } = {}): ThreadPool {
  const script = new URL('./example-thread.ts', import.meta.url)
  const pool = createThreadPool({ script, size: 1, maxWaiting: 10, timeoutMs: 20_000, ...options })
  pools.push(pool)
  return pool
}

describe('a pool of threads', () => {
  it('does tasks one after another and reports their progress', async () => {
    const pool = open()
    const progress: unknown[] = []
    const results = await Promise.all([
      pool.run({ type: 'echo', value: 1 }),
      pool.run({ type: 'count', to: 3 }, { onProgress: (value) => progress.push(value) }),
      pool.run({ type: 'echo', value: { deep: [2] } }),
    ])
    expect(results).toEqual([1, 'counted', { deep: [2] }])
    expect(progress).toEqual([1, 2, 3])
  })

  it('outlives errors, crashes and threads that need too much memory', async () => {
    const pool = open({ memoryMb: 64 })
    await expect(pool.run({ type: 'throw' })).rejects.toThrow('thrown on purpose')
    await expect(pool.run({ type: 'exit' })).rejects.toThrow('the thread ended')
    await expect(pool.run({ type: 'hoard' })).rejects.toThrow(/memory/i)
    expect(await pool.run({ type: 'echo', value: 'still here' })).toBe('still here')
  })

  it('ends what runs over its time, and goes on with the next', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const pool = open({ timeoutMs: 20_000 })
    const stuck = expect(pool.run({ type: 'spin' })).rejects.toThrow(ThreadTimeoutError)
    const next = pool.run({ type: 'echo', value: 'next' })
    vi.advanceTimersByTime(20_000)
    await stuck
    expect(await next).toBe('next')
  })

  it('stops what was asked to stop, and what waited for its turn', async () => {
    const pool = open()
    const [running, waiting] = [new AbortController(), new AbortController()]
    const first = pool.run({ type: 'until-stopped' }, { signal: running.signal })
    const second = pool.run({ type: 'echo', value: 2 }, { signal: waiting.signal })
    waiting.abort(new Error('no longer wanted'))
    await expect(second).rejects.toThrow('no longer wanted')
    running.abort(new Error('enough'))
    expect(await first).toBe('stopped')
  })

  it('tells what runs that it is closing, which is no fault', async () => {
    const pool = open()
    const running = pool.run({ type: 'until-stopped' })
    const outcome = expect(running).rejects.toThrow(ThreadBusyError)
    await pool.close()
    await outcome
  })

  it('refuses more than may wait', async () => {
    const pool = open({ maxWaiting: 1 })
    const first = pool.run({ type: 'echo', value: 1 })
    const second = pool.run({ type: 'echo', value: 2 })
    await expect(pool.run({ type: 'echo', value: 3 })).rejects.toThrow(ThreadBusyError)
    expect(await Promise.all([first, second])).toEqual([1, 2])
  })
})
