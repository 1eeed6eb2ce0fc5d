import type { Brief, BriefObject } from '@enfilade/layout'
import type { Intent } from './understand/intent.ts'

/** Different things of one brief that are looked at: more than any room holds, and a bound on the work of one request. */
export const maximumThings = 60

/** An intent with at most so many things, and the words of the first that was left out. */
export function boundIntent(intent: Intent): { readonly intent: Intent; readonly left?: string } {
  if (intent.type === 'add') {
    const left = intent.objects[maximumThings]?.words
    return left === undefined ? { intent } : { intent: { ...intent, objects: boundObjects(intent.objects) }, left }
  }
  if (intent.type !== 'furnish') return { intent }
  const briefs = [intent.brief, ...(intent.rooms ?? []).map(({ brief }) => brief)]
  const left = briefs.find(({ objects }) => objects.length > maximumThings)?.objects[maximumThings]?.words
  if (left === undefined) return { intent }
  const rooms = intent.rooms?.map((room) => ({ ...room, brief: boundBrief(room.brief) }))
  return { intent: { ...intent, brief: boundBrief(intent.brief), ...(rooms ? { rooms } : {}) }, left }
}

const boundBrief = (brief: Brief): Brief => ({ ...brief, objects: boundObjects(brief.objects) })

/** The first ones, without relations to what was left out. */
function boundObjects(objects: readonly BriefObject[]): BriefObject[] {
  const kept = objects.slice(0, maximumThings)
  const keys = new Set(kept.map(({ key }) => key))
  const isKept = (end: BriefObject['relations'][number]['target']) => end?.kind !== 'object' || keys.has(end.key)
  return kept.map((object) => ({
    ...object,
    relations: object.relations.filter(({ target, and }) => isKept(target) && isKept(and)),
  }))
}
