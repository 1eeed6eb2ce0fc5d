import type { Brief, BriefObject, BriefRelation } from './brief.ts'
import { isExcluded, isKin } from './kin.ts'
import type { Site } from './site.ts'
import { isKnown } from './size-choice.ts'

/** A named object with the number of it that still has to be placed. */
export type Want = { readonly object: BriefObject; readonly count: number }

/** A search over more things of one name than this would not end in time. */
export const MOST_OF_ONE = 24

/**
 * Bookkeeping of what was named: builders take what they place, so that every named thing is placed once and own
 * additions never touch its number.
 */
export class Wants {
  readonly #brief: Brief
  readonly #site: Site
  readonly #left = new Map<string, number>()
  readonly #taken = new Map<string, number>()
  readonly #single: ReadonlySet<string>

  /** @param single Keys of objects that stand by themselves rather than in a group. */
  constructor(brief: Brief, site: Site, single: ReadonlySet<string>) {
    this.#brief = brief
    this.#site = site
    this.#single = single
    for (const object of brief.objects) this.#left.set(object.key, Math.min(object.count.min, MOST_OF_ONE))
  }

  /** Named at all, even with "at most". */
  isNamed(category: string): boolean {
    return this.#brief.objects.some((object) => object.category === category)
  }

  /** Whether the layout may add this kind by itself. */
  mayAdd(category: string): boolean {
    if (this.#brief.only || !isKnown(category)) return false
    if (this.#brief.exclusions.some((exclusion) => isExcluded(category, exclusion.category, exclusion.words)))
      return false
    return !this.#brief.objects.some((object) => isKin(category, object.category, object.words))
  }

  /** Named objects of these categories that are still open and may join a group; nothing is taken. */
  open(...categories: readonly string[]): Want[] {
    return this.#brief.objects.flatMap((object) => {
      const count = this.#left.get(object.key) ?? 0
      return categories.includes(object.category) && count > 0 && !this.#single.has(object.key)
        ? [{ object, count }]
        : []
    })
  }

  /** All named objects that nobody has taken yet. */
  rest(): Want[] {
    return this.#brief.objects.flatMap((object) => {
      const count = this.#left.get(object.key) ?? 0
      return count > 0 ? [{ object, count }] : []
    })
  }

  /** Takes `count` pieces of an object, told apart when it was named in the plural. */
  take(object: BriefObject, count: number): BriefObject[] {
    this.#left.set(object.key, Math.max(0, (this.#left.get(object.key) ?? 0) - count))
    const first = this.#taken.get(object.key) ?? 0
    this.#taken.set(object.key, first + count)
    if (object.count.min <= 1) return Array.from({ length: count }, () => object)
    return Array.from({ length: count }, (_, index) => oneOf(object, first + index, this.#site))
  }

  /** Takes up to `limit` pieces of the categories, one entry per piece. */
  takePieces(categories: readonly string[], limit = Number.POSITIVE_INFINITY): BriefObject[] {
    const pieces: BriefObject[] = []
    for (const { object, count } of this.open(...categories)) {
      const taken = Math.min(count, limit - pieces.length)
      if (taken > 0) pieces.push(...this.take(object, taken))
    }
    return pieces
  }
}

/** One of several: those that flank something get their side, those at windows or corners their own one. */
const oneOf = (object: BriefObject, index: number, site: Site): BriefObject => ({
  ...object,
  instance: index,
  relations: object.relations.flatMap((relation) => relationOf(relation, object, index, site)),
})

const relationOf = (relation: BriefRelation, object: BriefObject, index: number, site: Site): BriefRelation[] => {
  const side = index % 2 === 0 ? 'left' : 'right'
  if (relation.type === 'flanking') return [{ ...relation, type: 'beside', side }]
  if (relation.negated) return [relation]
  if (relation.type === 'beside' && !relation.side && !relation.each && object.count.min === 2)
    return [relation, { ...relation, side, strength: 'wish' }]
  const isAtWindow = relation.type === 'by_window' || relation.type === 'under_window'
  if (isAtWindow && relation.each && relation.target?.kind !== 'object') {
    const window = site.plan.windows[index % Math.max(1, site.plan.windows.length)]
    return window ? [{ ...relation, target: { kind: 'building', part: 'window', id: window.id } }] : [relation]
  }
  return [relation]
}
