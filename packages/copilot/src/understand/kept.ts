import { hasChinese } from '../lexicon/lexicon.ts'
import type { Piece } from './measures.ts'

/** Said of what is there: it stays as it is. */
const stays =
  /(?:别动|不要动|不许动|不准动|不能动|不用动|甭动|别碰|不许碰|不准碰|不要碰|不许挪窝?|别挪|原样不动|原封不动|不动|不变|照旧|照原样|照原来|保持原样|保持原状|保持不变|保持现状|留着|还?(?:挂|放|摆)?(?:在)?(?:原处|原地|原位|老地方)|不用管|甭管|别管|维持原状|就那样|就这样|没问题|挺好)(?:的|了|吧|啊|就行|就好)*$/

/** A clause without the phrases that only keep things as they are: 「沙发别动」, 「其他照旧」. Undefined where nothing is left. */
export function withoutKept(clause: readonly Piece[], request: string): readonly Piece[] | undefined {
  const phrases: Piece[][] = [[]]
  for (const piece of clause)
    if (isBreak(piece)) phrases.push([piece])
    else phrases.at(-1)!.push(piece)
  const left = phrases.filter((phrase) => {
    const said = phrase.filter((piece) => !isBreak(piece))
    const words = said.length === 0 ? '' : request.slice(said[0]!.from, said.at(-1)!.to)
    return !hasChinese(words) || !stays.test(words.trim())
  })
  if (left.length === phrases.length) return clause
  const pieces = left.flat()
  const start = pieces.findIndex((piece) => !isBreak(piece))
  return start < 0 ? undefined : pieces.slice(start)
}

const isBreak = (piece: Piece) => piece.kind === 'token' && piece.meaning.type === 'break'
