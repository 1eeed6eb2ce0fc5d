/** Runs tasks one at a time when the page has nothing better to do, and tells after each. */
export function createIdleQueue(onDone: () => void): { add(task: () => void): void; cancel(): void } {
  const tasks: (() => void)[] = []
  let pending: number | undefined
  // Safari has no idle callback; a short pause does nearly as well.
  const hasIdle = typeof requestIdleCallback === 'function'
  const request = () => {
    pending = hasIdle ? requestIdleCallback(run, { timeout: 500 }) : window.setTimeout(run, 30)
  }
  const run = () => {
    pending = undefined
    tasks.shift()?.()
    onDone()
    if (tasks.length > 0) request()
  }
  return {
    add(task) {
      tasks.push(task)
      if (pending === undefined) request()
    },
    cancel() {
      tasks.length = 0
      if (pending !== undefined) (hasIdle ? cancelIdleCallback : clearTimeout)(pending)
      pending = undefined
    },
  }
}
