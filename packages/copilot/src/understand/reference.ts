import { chinesePhrase, englishPlacedPhrase, readPhrase } from './edits/noun-phrase.ts'
import { createSkeleton, type Skeleton } from './edits/skeleton.ts'
import { splitEverywhere } from './edits/split-skeleton.ts'
import type { Reference } from './intent.ts'
import type { Piece } from './measures.ts'

const anyPhrase = new RegExp(`(?<![a-z])(?:${englishPlacedPhrase})(?![a-z])|${chinesePhrase}`, 'g')
const isThing = /[\ue000-\ue1ff]/
const isPointer = /^(?:this|these|those|[这那][个把盏张])$/
const nextIsBuilding = /^\s*[\ue200-\ue5ff]/

/** All that a clause speaks of, in order: things by what singles them out, and pronouns. */
export function findReferences(clause: readonly Piece[], request: string): Reference[] {
  return referencesIn(createSkeleton(clause, request), request)
}

const keepBefore = /(?:保留|留下|留着|留|\bkeep(?:ing)?|\bleav(?:e|ing)|\bretain)(?: the| my)?/
const keepAfter = /(?:都|也)?(?:留着|保留|留下|不动|别动|不要动| stays?| remains?)/

/** What a sentence asks to keep, besides what else it asks: 「改成书房，衣柜留着」, "turn it into a study and keep the sofa". */
export function findKept(clause: readonly Piece[], request: string): Reference[] {
  const skeleton = createSkeleton(clause, request)
  return splitEverywhere(skeleton).flatMap((part) => {
    const before = keepBefore.exec(part.text)
    const from = before ? before.index + before[0].length : 0
    const named = before
      ? referencesIn({ ...part, text: part.text.slice(from), offsets: part.offsets.slice(from) }, request)
      : []
    if (named.length > 0) return named
    return keepAfter.test(part.text) ? referencesIn(part, request) : []
  })
}

export function referencesIn(skeleton: Skeleton, request: string): Reference[] {
  return [...skeleton.text.slice(0, 160).matchAll(anyPhrase)].flatMap((match) => {
    const [text] = match
    // "This room", 「这扇窗」: the word points at a part of the building, not at a thing.
    if (isPointer.test(text) && nextIsBuilding.test(skeleton.text.slice(match.index + text.length))) return []
    const isMeant =
      isThing.test(text) ||
      /^(?:it|them|this|these|those|它们?|这[个把盏张]|那[个把盏张])$|\bones?\b|那[个把盏张]|这[个把盏张]/.test(text)
    const reference = isMeant ? readPhrase(skeleton, request, match.index, match.index + text.length) : undefined
    return reference ? [reference] : []
  })
}
