/**
 * Calls `run` at once, then at most every `intervalMs`, and once more at the end if calls came in between.
 *
 * @returns `call` to ask for a run and `cancel` to forget a pending one.
 */
export function createThrottle(run: () => void, intervalMs: number): { call(): void; cancel(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined
  let isPending = false
  const tick = () => {
    timer = undefined
    if (!isPending) return
    isPending = false
    timer = setTimeout(tick, intervalMs)
    run()
  }
  return {
    call() {
      if (timer !== undefined) {
        isPending = true
        return
      }
      timer = setTimeout(tick, intervalMs)
      run()
    },
    cancel() {
      clearTimeout(timer)
      timer = undefined
      isPending = false
    },
  }
}
