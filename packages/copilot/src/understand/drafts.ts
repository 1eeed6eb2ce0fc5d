import type { BriefCount, BriefObject, BriefRelation } from '@enfilade/layout'
import type { ObjectMention } from './mention.ts'

/** An object of the brief while the request is read. */
export type Draft = { -readonly [K in keyof BriefObject]: BriefObject[K] } & {
  relations: BriefRelation[]
  /** The person's word for it. */
  noun?: string
  /** What the noun may mean; settled when all is read. */
  family?: readonly string[]
  /** Named as a part of the room ("a reading corner"); the thing itself may still be named. */
  isZone?: boolean
  /** A number was said. */
  isCounted?: boolean
  /** 「每人一张书桌」: the count is that of one person. */
  isPerHead?: boolean
  /** Only said as a place of something else: "opposite the sofa". */
  isOnlyPlace?: boolean
}

/** The objects of a brief in the order they were named. */
export type Drafts = {
  readonly list: readonly Draft[]
  add(mention: ObjectMention, count?: BriefCount): Draft
  /** The draft that a mention speaks of, if it was named before. */
  find(mention: ObjectMention): Draft | undefined
  get(key: string | undefined): Draft | undefined
  /** Takes some of a draft's count into a draft of their own. */
  split(draft: Draft, count: number, words: string): Draft
  /** More of the same, beside a draft's own. */
  further(draft: Draft, count: number, words: string): Draft
  drop(draft: Draft): void
}

export function createDrafts(): Drafts {
  const list: Draft[] = []
  const numbers = new Map<string, number>()
  const keyFor = (category: string) => {
    const number = (numbers.get(category) ?? 0) + 1
    numbers.set(category, number)
    return number === 1 ? category : `${category}-${number}`
  }
  const copyOf = (draft: Draft, count: number, words: string): Draft => {
    const part: Draft = {
      ...draft,
      key: keyFor(draft.category),
      count: { min: count, max: count },
      relations: [],
      words,
    }
    list.push(part)
    return part
  }
  return {
    list,
    add(mention, count = mention.count) {
      const draft: Draft = { ...toDraft(mention), key: keyFor(mention.category), count }
      list.push(draft)
      return draft
    },
    find: (mention) => findDraft(list, mention),
    get: (key) => list.find((draft) => draft.key === key),
    further(draft, count, words) {
      const part = copyOf(draft, count, words)
      delete part.isCounted
      return part
    },
    split(draft, count, words) {
      const part = copyOf(draft, count, words)
      draft.count = {
        min: Math.max(0, draft.count.min - count),
        ...(draft.count.max === undefined ? {} : { max: Math.max(0, draft.count.max - count) }),
      }
      return part
    },
    drop(draft) {
      list.splice(list.indexOf(draft), 1)
    },
  }
}

function toDraft(mention: ObjectMention): Omit<Draft, 'key' | 'count'> {
  return {
    category: mention.category,
    words: mention.words,
    noun: mention.noun,
    relations: [],
    ...(mention.isCounted ? { isCounted: true } : {}),
    ...(mention.isPerHead ? { isPerHead: true } : {}),
    ...(mention.zone ? { isZone: true } : {}),
    ...(mention.family ? { family: mention.family } : {}),
    ...looksOf(mention),
  }
}

/** What a mention says of the thing itself. */
export function looksOf(mention: ObjectMention) {
  return {
    ...(mention.label ? { label: mention.label } : {}),
    ...(mention.bounds ? { size: mention.bounds } : {}),
    ...(mention.sizeClass ? { sizeClass: mention.sizeClass } : {}),
    ...(mention.seats ? { seats: mention.seats } : {}),
    ...(mention.attributes ? { attributes: mention.attributes } : {}),
  }
}

/** The last one of the category that looks as said, else one that the word may mean or that may be meant by it. */
function findDraft(list: readonly Draft[], mention: ObjectMention): Draft | undefined {
  const fits = (draft: Draft) => draft.label === mention.label && looksAlike(draft, mention)
  const isSame = (draft: Draft) => draft.category === mention.category && fits(draft)
  const isFamily = (draft: Draft) => fits(draft) && mention.family?.includes(draft.category) === true
  return (
    list.findLast((draft) => isSame(draft) && !draft.isZone) ??
    list.findLast(isFamily) ??
    // 「一把单人沙发，沙发右边…」.
    list.findLast(
      (draft) =>
        !mention.isCounted &&
        /^\p{Script=Han}{2,}$/u.test(mention.words) &&
        draft.words?.endsWith(mention.words.replace(/子$/, '')),
    ) ??
    list.findLast((draft) => mention.isDefinite && fits(draft) && draft.category.endsWith(`_${mention.category}`)) ??
    list.findLast((draft) => isSame(draft))
  )
}

function looksAlike(draft: Draft, { attributes, isDefinite }: ObjectMention): boolean {
  if (!attributes) return true
  const own = draft.attributes ?? {}
  return (['color', 'material', 'shape'] as const).every(
    (key) => attributes[key] === undefined || own[key] === attributes[key] || (own[key] === undefined && !isDefinite),
  )
}
