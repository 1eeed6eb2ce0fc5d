import { hasChinese } from '../lexicon/lexicon.ts'
import type { Piece } from './measures.ts'
import { findMentions } from './mentions.ts'

/** "no wait", "scratch that", 「不，」, 「不对，」: what takes back the words before it, between marks. */
const markers = [
  /\s*[,.;:–—…-]+\s*(?:(?:oh|er|um|uh|ah)[ ,]+)?(?:no,? wait|wait,? no|hang on|hold on|no,? no|sorry,? no|no,? sorry|sorry,? i mean(?:t)?|i mean(?:t)?|scratch that|strike that|or rather|no,? actually|actually,? no|correction|my mistake|no|sorry)\s*[,:;–—…-]+\s*(?:(?:i mean(?:t)?|make (?:it|that)|i(?:'d| would)? (?:want|like)|actually)[ ,]+)?/gi,
  /\s*[,.;–—…-]+\s*(?:no,? )?(?:make (?:it|that)|i mean(?:t)?|or rather)\s+(?=(?:a|an|one|two|three|four|five|six|\d)\b)/gi,
  /[，,、—…。；]\s*(?:[哦啊呃噢嗯哎额唉]+[，, ]?)?(?:不对不对|不是不是|不不不|不不|不对|不是|不|错了|说错了|我说错了|讲错了|口误|等等|等一下)[，,、。！!…—]+\s*(?:我是说|应该是|应当是|改成|换成|是|要|来|还是)?/g,
] as const

/** The pieces without what the person took back in the same breath: "a sofa, no wait, two armchairs". */
export function withoutCorrected(pieces: readonly Piece[], request: string): readonly Piece[] {
  const spans = markers
    .flatMap((marker) =>
      [...request.matchAll(marker)].map(({ index, 0: text }) => [index, index + text.length] as const),
    )
    .sort((a, b) => a[0] - b[0])
  return spans.reduce((left, [from, to]) => takeBack(left, from, to, request), pieces)
}

function takeBack(pieces: readonly Piece[], from: number, to: number, request: string): readonly Piece[] {
  const before = pieces.filter((piece) => piece.to <= from)
  const after = pieces.filter((piece) => piece.from >= to)
  if (before.length === 0 || after.length === 0 || before.length + after.length > 400) return pieces
  const start = before.findLastIndex((piece) => piece.kind === 'token' && isStrong(piece)) + 1
  const sentence = before.slice(start)
  const end = after.findIndex((piece) => piece.kind === 'token' && piece.meaning.type === 'break')
  const next = after.slice(0, end < 0 ? after.length : end)
  const taken = findMentions(sentence, request).findLast(({ kind }) => kind === 'object')
  const given = findMentions(next, request)[0]
  if (!taken || taken.last < sentence.length - 5) return pieces
  const kept = before.slice(0, start)
  // "a desk by the window, no, by the door".
  const place = next.findIndex((piece) => piece.kind === 'token' && piece.meaning.type === 'relation')
  const isPlace = place >= 0 && place <= 2 && (given === undefined || given.kind === 'part')
  if (isPlace) {
    const said = sentence.findLastIndex((piece) => piece.kind === 'token' && piece.meaning.type === 'relation')
    return said > taken.first ? [...kept, ...sentence.slice(0, said), ...after] : pieces
  }
  if (given?.kind === 'object' && given.first <= 2) return [...kept, ...sentence.slice(0, taken.first), ...after]
  const number = next.findIndex((piece) => piece.kind === 'token' && piece.meaning.type === 'number')
  const old = sentence.findIndex(
    (piece, at) =>
      at >= taken.first &&
      at <= taken.last &&
      piece.kind === 'token' &&
      ['number', 'quantity'].includes(piece.meaning.type),
  )
  // 「四把椅子，不对，六把」.
  if (number < 0 || number > 1 || old < 0) return pieces
  const rest = next[number + 1]
  const used = rest?.kind === 'token' && rest.meaning.type === 'measure' && hasChinese(rest.text) ? 2 : 1
  const sentenceNow = sentence.map((piece, at) => (at === old ? next[number]! : piece))
  return [...kept, ...sentenceNow, ...after.slice(number + used)]
}

const isStrong = (piece: Extract<Piece, { kind: 'token' }>) =>
  piece.meaning.type === 'break' && piece.meaning.strong === true
