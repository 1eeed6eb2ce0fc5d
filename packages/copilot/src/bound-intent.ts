import type { Brief, BriefObject } from '@enfilade/layout'
import type { Intent } from './understand/intent.ts'

/** Different things of one brief that are looked at: more than any room holds, and a bound on the work of one request. */
export const maximumThings = 60

/** Most of one thing that are looked at. */
export const maximumOfOne = 99

/** What was left out or cut down, by its words. */
export type Left = { readonly words: string; readonly reason: 'tooManyThings' | 'tooManyOfOne' }

/** An intent with at most so many things, and the words of the first that was left out or cut down. */
export function boundIntent(intent: Intent): { readonly intent: Intent; readonly left?: Left } {
  if (intent.type === 'add') {
    const left = leftOf(intent.objects)
    return left === undefined ? { intent } : { intent: { ...intent, objects: boundObjects(intent.objects) }, left }
  }
  if (intent.type !== 'furnish') return { intent }
  const briefs = [intent.brief, ...(intent.rooms ?? []).map(({ brief }) => brief)]
  const left = briefs.map(({ objects }) => leftOf(objects)).find((found) => found !== undefined)
  if (left === undefined) return { intent }
  const rooms = intent.rooms?.map((room) => ({ ...room, brief: boundBrief(room.brief) }))
  return { intent: { ...intent, brief: boundBrief(intent.brief), ...(rooms ? { rooms } : {}) }, left }
}

function leftOf(objects: readonly BriefObject[]): Left | undefined {
  const next = objects[maximumThings]
  if (next) return { words: next.words, reason: 'tooManyThings' }
  const many = objects.find(({ count }) => count.min > maximumOfOne)
  return many && { words: many.words, reason: 'tooManyOfOne' }
}

const boundBrief = (brief: Brief): Brief => ({ ...brief, objects: boundObjects(brief.objects) })

/** The first ones, without relations to what was left out. */
function boundObjects(objects: readonly BriefObject[]): BriefObject[] {
  const kept = objects.slice(0, maximumThings)
  const keys = new Set(kept.map(({ key }) => key))
  const isKept = (end: BriefObject['relations'][number]['target']) => end?.kind !== 'object' || keys.has(end.key)
  return kept.map((object) => ({
    ...object,
    count: boundCount(object.count),
    relations: object.relations.filter(({ target, and }) => isKept(target) && isKept(and)),
  }))
}

const boundCount = ({ min, max }: BriefObject['count']): BriefObject['count'] => ({
  min: Math.min(min, maximumOfOne),
  ...(max === undefined ? {} : { max: Math.min(max, maximumOfOne) }),
})
