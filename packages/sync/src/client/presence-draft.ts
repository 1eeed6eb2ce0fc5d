import type { Awareness } from 'y-protocols/awareness'
import { createThrottle, type ThrottleTimers } from './throttle.ts'

/** How often a gesture is shown to others, per second. The server passes no more on. */
export const PRESENCE_HZ = 15

export interface PresenceDraft<Value> {
  /** Shows the gesture as it stands; call it with every pointer move. */
  update(value: Value): void
  /** Takes the gesture out of presence. The document is written by whoever ends the gesture, once. */
  end(): void
}

/**
 * A gesture in progress, shown to others through presence: nothing of it is ever stored.
 *
 * @param field Of the presence state, e.g. `draft`.
 */
export function createPresenceDraft<Value>(
  awareness: Awareness,
  field: string,
  timers?: ThrottleTimers,
): PresenceDraft<Value> {
  let latest: Value | undefined
  const throttle = createThrottle(() => awareness.setLocalStateField(field, latest), 1000 / PRESENCE_HZ, timers)
  return {
    update(value) {
      latest = value
      throttle.request()
    },
    end() {
      throttle.cancel()
      latest = undefined
      awareness.setLocalStateField(field, null)
    },
  }
}
