import type { Brief, BriefObject, Text } from '@enfilade/layout'
import type { Intent, Reference } from '../understand/intent.ts'
import type { KnownItem } from './write-prompt.ts'

/** What becomes of an answer that parses: it is followed, or something the words say speaks against it. */
export type Weighed = { readonly intents: readonly Intent[] } | { readonly against: Text }

type Furnish = Extract<Intent, { readonly type: 'furnish' }>

/** More of a thing than the built-in reading found are believed up to here: a pair. */
const mostUntold = 2
/** Things that an answer may find besides those of the built-in reading. */
const mostExtra = 24

/**
 * Whether the words bear an answer out, by what the built-in understanding reads in them: the same counts, nothing that
 * they exclude, no other things touched. What only the built-in one reads (the space to draw, sizes, people) is kept.
 */
export function weighAnswer(answer: readonly Intent[], own: readonly Intent[], items: readonly KnownItem[]): Weighed {
  if (own.length === 0) {
    const tooMany = answer.flatMap(objectsOf).find(({ count }) => count.min > mostUntold)
    return tooMany ? against(counted(tooMany.count.min, tooMany.category, 0)) : { intents: answer }
  }
  const problem =
    touched(answer, own, items) ?? counts(answer.flatMap(objectsOf), own.flatMap(objectsOf)) ?? denied(answer, own)
  if (problem) return against(problem)
  const [ownRoom] = own.filter(isFurnish)
  return { intents: answer.map((intent) => (isFurnish(intent) && ownRoom ? completed(intent, ownRoom) : intent)) }
}

/** Whether the answer's form can say what the built-in reading found; homes of several rooms and moods it can't. */
export const canBeAnswered = (own: readonly Intent[]): boolean =>
  own.every((intent) => {
    if (isFurnish(intent)) return (intent.plan?.rooms.length ?? 1) < 2
    return intent.type === 'add' || isEdit(intent)
  })

const against = (text: Text): Weighed => ({ against: text })

const isFurnish = (intent: Intent): intent is Furnish => intent.type === 'furnish'

const objectsOf = (intent: Intent): readonly BriefObject[] =>
  intent.type === 'furnish'
    ? intent.brief.objects
    : intent.type === 'add'
      ? intent.objects
      : intent.type === 'replace'
        ? [intent.object]
        : []

const edits = ['remove', 'move', 'swap', 'replace', 'rotate', 'resize', 'restyle', 'operate'] as const
type Edit = Extract<Intent, { readonly type: (typeof edits)[number] }>
const isEdit = (intent: Intent): intent is Edit => edits.some((type) => type === intent.type)

/** Things that stand there are only touched where the words name them, and new ones come only where they ask for some. */
function touched(answer: readonly Intent[], own: readonly Intent[], items: readonly KnownItem[]): Text | undefined {
  const isNew = (intent: Intent) => intent.type === 'add' || isFurnish(intent)
  if (answer.some(isNew) && !own.some(isNew))
    return { en: 'it adds things, which the words do not ask for', zh: '它要添加物品，而请求并未要求' }
  const meant = own.filter(isEdit).flatMap(referencesOf)
  if (!meant.every((reference) => reference.kind === 'named')) return undefined
  const categories = new Set(meant.flatMap((reference) => (reference.kind === 'named' ? reference.categories : [])))
  const categoryOf = (id: string) => items.find((item) => item.id === id)?.category ?? ''
  const other = answer
    .filter(isEdit)
    .flatMap(referencesOf)
    .flatMap((reference) =>
      reference.kind === 'items'
        ? reference.ids.map(categoryOf)
        : reference.kind === 'named'
          ? [reference.category]
          : [],
    )
    .find((category) => !categories.has(category))
  if (other === undefined) return undefined
  return { en: `it touches a ${noun(other)}, which the words do not name`, zh: `它要改动请求未提到的物品（${other}）` }
}

/** What an edit changes, not what it goes by. */
const referencesOf = (intent: Edit): readonly Reference[] =>
  intent.type === 'swap' ? [intent.reference, intent.other] : [intent.reference]

/** Everything that was counted comes in that number, and nothing else in crowds. */
function counts(told: readonly BriefObject[], read: readonly BriefObject[]): Text | undefined {
  const found = sums(told)
  const known = new Set<string>()
  for (const [category, { min, max, words }] of sums(read)) {
    const as = found.has(category) ? category : told.find((object) => sharesNoun(object, words))?.category
    const sum = as === undefined ? undefined : found.get(as)
    if (as === undefined || !sum) return { en: `it leaves out “${words}”`, zh: `它漏掉了“${words}”` }
    known.add(as)
    if (sum.min < min || sum.min > (max ?? Math.max(min, mostUntold) * 2)) return counted(sum.min, as, min)
    if (max !== undefined && (sum.max ?? Infinity) > max) return counted(sum.max ?? sum.min, as, max)
  }
  const extra = told.filter(({ category }) => !known.has(category))
  const crowd = extra.find(({ count }) => count.min > mostUntold)
  if (crowd) return counted(crowd.count.min, crowd.category, 0)
  if (extra.length > mostExtra)
    return {
      en: `it names ${extra.length} things that the words do not`,
      zh: `它列出了请求未提到的 ${extra.length} 种物品`,
    }
  const missing = relationsIn(read) - relationsIn(told)
  if (missing <= 0) return undefined
  return { en: `it leaves out ${missing} of the places that the words say`, zh: `它漏掉了请求所说的 ${missing} 处位置` }
}

type Sum = { readonly min: number; readonly max?: number; readonly words: string }

function sums(objects: readonly BriefObject[]): ReadonlyMap<string, Sum> {
  const found = new Map<string, Sum>()
  for (const { category, count, words } of objects) {
    const before = found.get(category)
    const max = before ? join(before.max, count.max) : count.max
    found.set(category, {
      min: (before?.min ?? 0) + count.min,
      words: before?.words ?? words,
      ...(max === undefined ? {} : { max }),
    })
  }
  return found
}

const join = (a: number | undefined, b: number | undefined) => (a === undefined || b === undefined ? undefined : a + b)

const relationsIn = (objects: readonly BriefObject[]) =>
  objects.reduce((total, { relations }) => total + relations.length, 0)

/** The same words read as another kind of thing. */
const sharesNoun = (object: BriefObject, words: string) => {
  const [a, b] = [object.words.toLowerCase(), words.toLowerCase()]
  return a !== '' && (a.includes(b) || b.includes(a))
}

const counted = (count: number, category: string, asked: number): Text => ({
  en: `it asks for ${count} × ${noun(category)} where the words ask for ${asked}`,
  zh: `它要 ${count} 件 ${category}，而请求要的是 ${asked} 件`,
})

const noun = (category: string) => category.replaceAll('_', ' ')

/** An "only" and a "no" hold whoever reads them. */
function denied(answer: readonly Intent[], own: readonly Intent[]): Text | undefined {
  const excluded = new Set(
    own.filter(isFurnish).flatMap(({ brief }) => brief.exclusions.map(({ category }) => category)),
  )
  const wanted = new Set(own.flatMap(objectsOf).map(({ category }) => category))
  const breach = answer.flatMap(objectsOf).find(({ category, count }) => count.min > 0 && excluded.has(category))
  if (breach)
    return {
      en: `it asks for a ${noun(breach.category)}, which the words exclude`,
      zh: `它要请求所排除的物品（${breach.category}）`,
    }
  const refused = answer
    .filter(isFurnish)
    .flatMap(({ brief }) => brief.exclusions)
    .find(({ category }) => wanted.has(category))
  return (
    refused && {
      en: `it excludes a ${noun(refused.category)}, which the words ask for`,
      zh: `它排除了请求要的物品（${refused.category}）`,
    }
  )
}

/** The answer's brief with what the built-in reading knows for certain. */
function completed(intent: Furnish, own: Furnish): Furnish {
  const { plan, place, size } = own
  return {
    ...intent,
    ...(plan ? { plan } : {}),
    ...(place ? { place } : {}),
    ...(size ? { size } : {}),
    brief: completedBrief(intent.brief, own.brief),
  }
}

function completedBrief(told: Brief, read: Brief): Brief {
  const { occupants, pack, demands, words, density, only } = read
  const exclusions = [
    ...read.exclusions,
    ...told.exclusions.filter(({ category }) => !read.exclusions.some((each) => each.category === category)),
  ]
  return {
    ...told,
    ...(read.room.type === 'generic' ? {} : { room: read.room }),
    ...(occupants ? { occupants } : {}),
    ...(pack ? { pack } : {}),
    ...(demands ? { demands } : {}),
    ...(words ? { words } : {}),
    ...(read.style ? { style: read.style } : {}),
    density,
    only,
    exclusions,
    objects: told.objects.map((object) => completedObject(object, read.objects)),
  }
}

/** Sizes and looks as the words say them, where both readings have one of the kind. */
function completedObject(object: BriefObject, read: readonly BriefObject[]): BriefObject {
  const [same, ...others] = read.filter(({ category }) => category === object.category)
  if (!same || others.length > 0) return object
  const size = { ...object.size, ...same.size }
  const attributes = { ...object.attributes, ...same.attributes }
  return {
    ...object,
    ...(Object.keys(size).length > 0 ? { size } : {}),
    ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
  }
}
