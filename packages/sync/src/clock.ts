/** Time as the server sees it. Tests hand in their own. */
export interface Clock {
  /** ms since the epoch. */
  now(): number
  setTimeout(run: () => void, ms: number): unknown
  clearTimeout(handle: unknown): void
  /** After the input that is already here has been read. */
  soon(run: () => void): void
}

export const systemClock: Clock = {
  now: Date.now,
  setTimeout: (run, ms) => setTimeout(run, ms),
  clearTimeout: (handle) => clearTimeout(handle as ReturnType<typeof setTimeout>),
  soon: (run) => setImmediate(run),
}
