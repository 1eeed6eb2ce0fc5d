import type { Brief, BriefObject } from './brief.ts'
import { isKnown } from './size-choice.ts'

/** A named object with the number of it that still has to be placed. */
export type Want = { readonly object: BriefObject; readonly count: number }

/** A search over more things of one name than this would not end in time. */
export const MOST_OF_ONE = 24

/** Most things of one kind that an open count ("some chairs") may grow to. */
const OPEN_EXTRA = 2

/**
 * Bookkeeping of what was named: builders take what they place, so that every named thing is placed once and own
 * additions never touch its number.
 */
export class Wants {
  readonly #brief: Brief
  readonly #left = new Map<string, number>()
  readonly #excluded: ReadonlySet<string>
  readonly #named: ReadonlySet<string>

  constructor(brief: Brief) {
    this.#brief = brief
    for (const object of brief.objects) this.#left.set(object.key, Math.min(object.count.min, MOST_OF_ONE))
    this.#excluded = new Set(brief.exclusions.map((exclusion) => exclusion.category))
    this.#named = new Set(brief.objects.map((object) => object.category))
  }

  /** Named at all, even with "at most". */
  isNamed(category: string): boolean {
    return this.#named.has(category)
  }

  /** Whether the layout may add this kind by itself. */
  mayAdd(category: string): boolean {
    return !this.#brief.only && !this.#excluded.has(category) && !this.#named.has(category) && isKnown(category)
  }

  /** Named objects of these categories that are still open; nothing is taken. */
  open(...categories: readonly string[]): Want[] {
    return this.#brief.objects.flatMap((object) => {
      const count = this.#left.get(object.key) ?? 0
      return categories.includes(object.category) && count > 0 ? [{ object, count }] : []
    })
  }

  /** All named objects that nobody has taken yet. */
  rest(): Want[] {
    return this.#brief.objects.flatMap((object) => {
      const count = this.#left.get(object.key) ?? 0
      return count > 0 ? [{ object, count }] : []
    })
  }

  take(object: BriefObject, count: number): void {
    this.#left.set(object.key, Math.max(0, (this.#left.get(object.key) ?? 0) - count))
  }

  /** Takes up to `limit` pieces of the categories, one entry per piece. */
  takePieces(categories: readonly string[], limit = Number.POSITIVE_INFINITY): BriefObject[] {
    const pieces: BriefObject[] = []
    for (const { object, count } of this.open(...categories)) {
      const taken = Math.min(count, limit - pieces.length)
      for (let index = 0; index < taken; index++) pieces.push(object)
      this.take(object, taken)
    }
    return pieces
  }

  /** How many of an object with an open count may be placed in all. */
  static most(object: BriefObject): number {
    return object.count.max ?? object.count.min + OPEN_EXTRA
  }
}
