import { hasChinese } from '../lexicon/lexicon.ts'
import type { Piece } from './measures.ts'
import { findMentions, type ObjectMention } from './mentions.ts'

/** Said of what is there: it stays as it is. */
const stays =
  /^(?:请|也|都|千万|可)?(?:别|不要|不许|不准|不能|不用|甭)(?:去)?(?:动|碰|挪|移动)|(?:别动|不要动|不许动|不准动|不能动|不用动|甭动|别碰|不许碰|不准碰|不要碰|不许挪窝?|别挪|原样不动|原封不动|不动|不变|照旧|照原样|照原来|保持原样|保持原状|保持不变|保持现状|留着|还?(?:挂|放|摆)?(?:在)?(?:原处|原地|原位|老地方)|不用管|甭管|别管|维持原状|就那样|就这样|没问题|挺好)(?:的|了|吧|啊|就行|就好)*$/

/** A clause without the phrases that only keep things as they are: 「沙发别动」, 「其他照旧」. Undefined where nothing is left. */
export function withoutKept(clause: readonly Piece[], request: string): readonly Piece[] | undefined {
  const phrases = phrasesOf(clause)
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

/** Parted before each comma. */
function phrasesOf(clause: readonly Piece[]): Piece[][] {
  const phrases: Piece[][] = [[]]
  for (const piece of clause)
    if (isBreak(piece)) phrases.push([piece])
    else phrases.at(-1)!.push(piece)
  return phrases.filter((phrase) => phrase.length > 0)
}

/**
 * Phrases that want something else of what stands there but were not read, 「餐椅减到三把」: another one is not what was
 * asked for.
 */
export function findUnreadChanges(
  clause: readonly Piece[],
  request: string,
  existing: ReadonlySet<string>,
): readonly (readonly Piece[])[] {
  if (clause.some((piece) => piece.kind === 'token' && piece.meaning.type === 'room')) return []
  return phrasesOf(clause)
    .map((phrase) => phrase.filter((piece) => !isBreak(piece)))
    .filter((phrase) => {
      const words = phrase.length > 0 ? request.slice(phrase[0]!.from, phrase.at(-1)!.to) : ''
      if (!changes.test(words) || /[加添放摆来]/.test(words)) return false
      const things = findMentions(phrase, request).filter((mention) => mention.kind === 'object')
      const isThere = ({ category, family = [] }: ObjectMention) =>
        [category, ...family].some((name) => existing.has(name))
      return things.length > 0 && things.every((thing) => thing.kind === 'object' && isThere(thing))
    })
}

const changes = /[换改撤摘关转挪搬移减缩刷漆调收]|放大|加高|加宽|加长|开着|打开|拉开/

const isBreak = (piece: Piece) => piece.kind === 'token' && piece.meaning.type === 'break'
