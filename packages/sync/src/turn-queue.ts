import type { Clock } from './clock.ts'

/** Work of this much time is done in one turn, ms; then everybody else's edits have the loop for so long. */
const TURN_MS = 3
const REST_MS = 4

export interface TurnQueue {
  add(work: () => void): void
}

/** Does costly work, such as letting two hundred people in at once, in small turns between everything else. */
export function createTurnQueue(clock: Clock): TurnQueue {
  let waiting: (() => void)[] = []
  let isScheduled = false

  function turn(): void {
    isScheduled = false
    const endsAt = clock.now() + TURN_MS
    let done = 0
    while (done < waiting.length && (done === 0 || clock.now() < endsAt)) waiting[done++]!()
    waiting = waiting.slice(done)
    if (waiting.length === 0) return
    isScheduled = true
    clock.setTimeout(turn, REST_MS)
  }

  return {
    add(work) {
      waiting.push(work)
      if (isScheduled) return
      isScheduled = true
      clock.soon(turn)
    },
  }
}
