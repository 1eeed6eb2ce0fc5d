import type { BriefAttributes } from '@enfilade/layout'
import { familyOf } from '../../lexicon/families.ts'
import { hasChinese } from '../../lexicon/lexicon.ts'
import type { BuildingPart, MeaningOf } from '../../lexicon/meaning.ts'
import type { RoomReference } from '../intent.ts'
import type { Piece } from '../measures.ts'

/** What a symbol of a skeleton stands for. */
export type Slot = { readonly from: number; readonly to: number; readonly text: string } & (
  | {
      readonly kind: 'thing'
      readonly category: string
      readonly categories: readonly string[]
      readonly label?: string
      readonly isPlural: boolean
    }
  | {
      readonly kind: 'part'
      readonly part: BuildingPart
      readonly meaning: MeaningOf<'part'>
      readonly isPlural: boolean
    }
  | { readonly kind: 'room'; readonly reference: RoomReference }
  | { readonly kind: 'length'; readonly values: readonly number[] }
  | { readonly kind: 'angle'; readonly value: number }
  | { readonly kind: 'look'; readonly attributes: BriefAttributes }
  | { readonly kind: 'number'; readonly value: number }
)

/**
 * A clause as text in which each thing, part of the building, room, measure, look and number is one private-use
 * character, so that patterns of edits can be written over them in both languages. Lower case, spaces only between
 * English words.
 */
export type Skeleton = {
  readonly text: string
  readonly slots: readonly Slot[]
  /** Offset in the request of each character of the text. */
  readonly offsets: readonly number[]
}

const FIRST = { thing: 0xe000, part: 0xe200, room: 0xe400, length: 0xe600, angle: 0xe800, look: 0xea00, number: 0xec00 }
const SPAN = 0x200

/** Character classes for patterns: T things, P parts, R rooms, L lengths, A angles, C colours and other looks, N numbers. */
export const symbols = {
  T: '[\\ue000-\\ue1ff]',
  P: '[\\ue200-\\ue3ff]',
  R: '[\\ue400-\\ue5ff]',
  L: '[\\ue600-\\ue7ff]',
  A: '[\\ue800-\\ue9ff]',
  C: '[\\uea00-\\uebff]',
  N: '[\\uec00-\\uedff]',
} as const

export function slotOf(skeleton: Skeleton, symbol: string | undefined): Slot | undefined {
  const code = symbol?.charCodeAt(0) ?? 0
  return code >= FIRST.thing && code < FIRST.number + SPAN ? skeleton.slots[(code - FIRST.thing) % SPAN] : undefined
}

/** Where a part of the skeleton's text stands in the request. */
export function wordsAt(skeleton: Skeleton, request: string, from: number, to: number): string {
  const start = skeleton.offsets[from]
  if (start === undefined || to <= from) return ''
  const last = slotOf(skeleton, skeleton.text[to - 1])
  return request.slice(start, last ? last.to : skeleton.offsets[to - 1]! + 1).trim()
}

/** Chinese numbers and single letters that also are parts of other words keep their letters. */
const isPlainNumber = (text: string) => !/^(a|an|another|one|both|double|single|half an?|半|一|俩|两)$/i.test(text)

export function createSkeleton(pieces: readonly Piece[], request: string): Skeleton {
  const slots: Slot[] = []
  const offsets: number[] = []
  let text = ''
  let end = pieces[0]?.from ?? 0
  const put = (characters: string, from: number, isWhole = false) => {
    const isJoined = hasChinese(characters) || hasChinese(text.at(-1) ?? ' ')
    if (text !== '' && from > end && !isJoined) {
      text += ' '
      offsets.push(end)
    }
    for (let index = 0; index < characters.length; index += 1) offsets.push(isWhole ? from : from + index)
    text += characters
  }
  for (const [index, piece] of pieces.entries()) {
    const [slot, look] =
      slots.length < SPAN && !isSyllable(piece, pieces[index + 1], request) && !isVerbLike(piece, pieces[0], request)
        ? readSlots(piece)
        : []
    const gap = request.slice(end, piece.from)
    const mark = /[%％°"“”「」‘’]/.exec(gap)
    if (mark && end > (pieces[0]?.from ?? 0)) put(mark[0] === '％' ? '%' : mark[0], end + mark.index)
    const symbolOf = (entry: Slot) => {
      put(String.fromCharCode(FIRST[entry.kind] + slots.length), entry.from, true)
      slots.push(entry)
      end = entry.to
    }
    // 「吊灯关 落地灯开」: a space between Chinese words parts them.
    if (isGap(piece)) put(',', piece.from)
    else if (slot) {
      symbolOf(slot)
      if (look) symbolOf(look)
    } else {
      const words = request.slice(piece.from, piece.to)
      let at = 0
      for (const { index, part, length } of partsWithin(words)) {
        put(normalize(words.slice(at, index)).trimEnd(), piece.from + at)
        end = piece.from + index - Number(/\s/.test(words[index - 1] ?? ''))
        symbolOf({
          kind: 'part',
          part,
          meaning: { type: 'part', part },
          isPlural: false,
          from: piece.from + index,
          to: piece.from + index + length,
          text: words.slice(index, index + length),
        })
        at = index + length
      }
      if (at < words.length)
        put(
          normalize(words.slice(at)).trimStart(),
          piece.from + at + (words.slice(at).length - words.slice(at).trimStart().length),
        )
    }
    end = piece.to
  }
  const last = /^\s*[%％°]/.exec(request.slice(end))
  if (last) put(last[0].trim() === '％' ? '%' : last[0].trim(), end + last[0].length - 1)
  return { text: text.replace(/\s+$/, ''), slots, offsets }
}

const isGap = (piece: Piece) =>
  piece.kind === 'token' && piece.meaning.type === 'break' && /^[ \t\u3000]+$/.test(piece.text)

const within: readonly (readonly [RegExp, BuildingPart])[] = [
  [/\bcorners?\b|角落|墙角/i, 'corner'],
  [/\bceiling\b|天花板/i, 'ceiling'],
  [/\bwalls?\b|墙(?!角)/i, 'wall'],
  [/\bwindow\b|窗/i, 'window'],
  [/\broom\b|房间/i, 'room'],
]

/** Parts of the building in a phrase that the lexicon knows as a whole: "in the corner", 「墙上」. */
function partsWithin(
  words: string,
): readonly { readonly index: number; readonly length: number; readonly part: BuildingPart }[] {
  if (words.length < 2) return []
  return within
    .flatMap(([pattern, part]) => {
      const match = pattern.exec(words)
      return match ? [{ index: match.index, length: match[0].length, part }] : []
    })
    .sort((a, b) => a.index - b.index)
    .slice(0, 1)
}

/** Lower case, half width, straight apostrophes; the length stays. */
function normalize(text: string): string {
  let out = ''
  for (const unit of text.split('')) {
    const code = unit.charCodeAt(0)
    const half = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : unit
    const lower = half.toLowerCase()
    out += lower.length === 1 ? lower : half
  }
  return out.replace(/[’‘]/g, "'").replace(/\s/g, ' ')
}

/** "Slide the bed to the east": what begins a sentence before "the" is what to do, though a playground has one. */
function isVerbLike(piece: Piece, first: Piece | undefined, request: string): boolean {
  if (!/^(?:slide|swing)$/i.test(piece.text)) return false
  const before = request.slice(first?.from ?? 0, piece.from)
  const after = request.slice(piece.to)
  return (
    /^\s+(?:the|my|our|this|that|these|those|it|them|both|all|each|every)\b/i.test(after) &&
    !/\b(?:the|an?|my|our|this|that|no)\s+$/i.test(before)
  )
}

/** One Chinese character that looks like a shape or a colour but is part of a word: 方 in 方向 and 地方. */
function isSyllable(piece: Piece, after: Piece | undefined, request: string): boolean {
  // 「白橡木」: two looks in a row.
  if (after?.kind === 'token' && after.meaning.type === 'attribute' && after.from === piece.to) return false
  if (piece.kind !== 'token' || piece.meaning.type !== 'attribute' || piece.text.length > 1 || !hasChinese(piece.text))
    return false
  const next = request[piece.to] ?? ''
  return (
    !/[的色形木]/.test(next) &&
    (hasChinese(request[piece.from - 1] ?? '') || /[向便面式]/.test(next)) &&
    !/^[桌几床凳柜毯镜]/.test(next)
  )
}

/** "coffee table round", as catalogues write it, is a thing and a look here: "make the coffee table round". */
function readSlots(piece: Piece): readonly Slot[] {
  const slot = readSlot(piece)
  if (slot?.kind !== 'thing') return slot ? [slot] : []
  const shape = / (round|square|oval|rectangular)$/i.exec(piece.text)
  if (!shape) return [slot]
  const at = piece.from + shape.index
  return [
    { ...slot, to: at, text: piece.text.slice(0, shape.index) },
    { kind: 'look', attributes: { shape: shape[1]!.toLowerCase() }, from: at + 1, to: piece.to, text: shape[1]! },
  ]
}

function readSlot(piece: Piece): Slot | undefined {
  const at = { from: piece.from, to: piece.to, text: piece.text }
  if (piece.kind === 'length') return { ...at, kind: 'length', values: piece.values }
  if (piece.kind === 'angle')
    return /\d|[一二三四五六七八九十百]|\b(?:ten|fifteen|twenty|thirty|forty|sixty|ninety|eighty|hundred)/i.test(
      piece.text,
    )
      ? { ...at, kind: 'angle', value: piece.value }
      : undefined
  if (piece.kind !== 'token') return undefined
  const { meaning } = piece
  const isPlural = piece.plural === true
  switch (meaning.type) {
    case 'object': {
      const family = familyOf(piece.text)?.categories
      const category = family?.[0] ?? meaning.category
      return {
        ...at,
        kind: 'thing',
        category,
        categories: meaning.label ? [meaning.category] : (family ?? [category]),
        isPlural,
        ...(meaning.label ? { label: meaning.label } : {}),
      }
    }
    case 'part':
      // Sides are words of patterns: 「西边那把」, 「移到西边」.
      if (/^[东南西北左右](?:边|侧|面)$/.test(piece.text)) return undefined
      return { ...at, kind: 'part', part: meaning.part, meaning, isPlural }
    case 'room':
      return {
        ...at,
        kind: 'room',
        reference: {
          ...(meaning.id ? { id: meaning.id } : { type: meaning.room }),
          ...(meaning.rank ? { rank: meaning.rank } : {}),
          words: piece.text,
        },
      }
    case 'attribute':
      return { ...at, kind: 'look', attributes: meaning.attributes }
    case 'style':
      // "cosy" is a wish for a room as a whole, with patterns of its own.
      if (meaning.style === 'cosy') return undefined
      return { ...at, kind: 'look', attributes: { style: meaning.style } }
    case 'number':
      return isPlainNumber(piece.text) ? { ...at, kind: 'number', value: meaning.value } : undefined
    default:
      return undefined
  }
}
