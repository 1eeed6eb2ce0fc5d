import { chinesePhrase, englishPlacedPhrase, readPhrase } from './edits/noun-phrase.ts'
import { createSkeleton } from './edits/skeleton.ts'
import type { Reference } from './intent.ts'
import type { Piece } from './measures.ts'

const anyPhrase = new RegExp(`(?<![a-z])(?:${englishPlacedPhrase})(?![a-z])|${chinesePhrase}`, 'g')
const isThing = /[\ue000-\ue1ff]/

/** All that a clause speaks of, in order: things by what singles them out, and pronouns. */
export function findReferences(clause: readonly Piece[], request: string): Reference[] {
  const skeleton = createSkeleton(clause, request)
  return [...skeleton.text.slice(0, 400).matchAll(anyPhrase)].flatMap((match) => {
    const [text] = match
    const isMeant =
      isThing.test(text) ||
      /^(?:it|them|this|these|those|它们?|这[个把盏张]|那[个把盏张])$|\bones?\b|那[个把盏张]|这[个把盏张]/.test(text)
    const reference = isMeant ? readPhrase(skeleton, request, match.index, match.index + text.length) : undefined
    return reference ? [reference] : []
  })
}
