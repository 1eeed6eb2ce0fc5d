import { englishClass } from '../lexicon/english.ts'
import { hasChinese } from '../lexicon/lexicon.ts'
import type { Piece } from './measures.ts'
import { findMentions } from './mentions.ts'

/** Words without a meaning that are not the name of a thing, as the person wrote them: neighbours as one phrase, each once. */
export function findNotUnderstood(clauses: readonly (readonly Piece[])[], request: string): string[] {
  const phrases: string[] = []
  for (const clause of clauses) {
    const named = new Set<number>()
    for (const mention of findMentions(clause, request)) {
      if (mention.kind !== 'object') continue
      for (
        let at = mention.isUnknown ? mention.first : mention.at;
        at <= mention.at + wordsOf(clause, mention.at) - 1;
        at += 1
      )
        named.add(at)
    }
    let last = -2
    clause.forEach((piece, at) => {
      if (piece.kind !== 'token' || piece.meaning.type !== 'unknown' || named.has(at) || !isContent(piece.text)) return
      const isNext = last === at - 1 && phrases.length > 0
      const from = isNext ? clause[last]! : piece
      const start = isNext ? request.lastIndexOf(phrases.at(-1)!, from.to) : piece.from
      const phrase = request.slice(Math.max(0, start), piece.to)
      if (isNext) phrases[phrases.length - 1] = phrase
      else phrases.push(phrase)
      last = at
    })
  }
  return [...new Set(phrases)].filter((phrase) => /[\p{L}\p{N}]/u.test(phrase))
}

/** Unknown words in a row name one thing. */
function wordsOf(clause: readonly Piece[], at: number): number {
  let count = 1
  const isUnknown = (piece: Piece | undefined) => piece?.kind === 'token' && piece.meaning.type === 'unknown'
  while (isUnknown(clause[at]) && isUnknown(clause[at + count])) count += 1
  return count
}

/** Verbs and adjectives say nothing by themselves. */
function isAction(word: string): boolean {
  if (englishClass(word) === '+') return true
  const stem = /^(.{3,}?)(?:ed|ing|er|est|s)$/.exec(word)?.[1]
  return (
    stem !== undefined && [stem, `${stem}e`, stem.replace(/(.)\1$/, '$1')].some((form) => englishClass(form) === '+')
  )
}

/** Short words and adverbs carry nothing that could be placed. */
function isContent(text: string): boolean {
  if (hasChinese(text)) return text.length > 1
  return text.length > 3 && !/ly$/i.test(text) && !isAction(text.toLowerCase())
}
