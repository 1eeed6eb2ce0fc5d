import { readFileSync } from 'node:fs'

/** Kernel ticks are 10 ms on every Linux that we know. */
const TICK_MS = 10

/**
 * Processor time of the calling thread, milliseconds: what a request costs whatever else the machine does. Undefined
 * where the system does not tell (only Linux does).
 */
export function threadTime(): number | undefined {
  try {
    const fields = readFileSync('/proc/thread-self/stat', 'latin1')
      .replace(/^.*\) /s, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) * TICK_MS
  } catch {
    return undefined
  }
}
