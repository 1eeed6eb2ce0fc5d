import { findKind } from '@enfilade/catalogue'
import type { Bounds, BriefAttributes } from '@enfilade/layout'
import { hasChinese } from '../lexicon/lexicon.ts'
import type { Piece } from './measures.ts'
import type { ObjectMention } from './mention.ts'
import { axisAt, countOf, createModifiers, exactSizes, type Modifiers, takeLength, toSize } from './modifiers.ts'
import { isNextWord, type Noun } from './noun.ts'
import { readAfter } from './noun-phrase-after.ts'

/** Reads the phrase around the noun at `at`; `free` is the first piece that belongs to no mention yet. */
export function readNounPhrase(
  clause: readonly Piece[],
  at: number,
  noun: Noun,
  free: number,
  request: string,
): ObjectMention {
  const modifiers = createModifiers()
  let first = at
  const state: LeftState = { isInFeature: false }
  for (let index = at - 1; index >= free; index -= 1) {
    if (!takeBefore(clause, index, at, free, modifiers, state)) break
    first = index
  }
  while (first < at && isDangling(clause[first]!)) first += 1
  first = takeLooksFor(clause, first, free, modifiers)
  // "I don't want more than one rug".
  const { bound } = modifiers
  if (bound?.bound === 'min' && bound.exclusive && clause.slice(Math.max(0, first - 5), first).some(isNegation))
    modifiers.bound = { bound: 'max' }
  const before = { ...modifiers.attributes }
  const last = readAfter(clause, at, noun, modifiers)
  const after = Object.fromEntries(
    Object.entries(modifiers.attributes).filter(([key, value]) => before[key as keyof typeof before] !== value),
  )
  const attributes: BriefAttributes = {
    ...noun.attributes,
    ...modifiers.attributes,
    ...(modifiers.parts.length > 0 ? { parts: modifiers.parts } : {}),
  }
  if (modifiers.hasTwoSides) orderSides(modifiers, findKind(noun.category)?.group === 'beds')
  if (screens.has(noun.category)) fromDiagonal(clause, first, last, modifiers)
  settleSides(noun.category, modifiers)
  const sizes = { ...noun.size, ...comparedSizes(noun.category, modifiers), ...modifiers.sizes }
  const seats = modifiers.seats ?? noun.seats
  const isHung = noun.family?.includes('pendant_light') === true && isHungUp(clause, first, last)
  if (isHung) modifiers.place ??= 'hanging'
  const { number, quantity } = modifiers
  const exact = exactSizes(modifiers.sizes)
  return {
    kind: 'object',
    at,
    first,
    last,
    words: request.slice(clause[first]!.from, clause[last]!.to),
    category: isHung ? 'pendant_light' : noun.category,
    noun: request.slice(clause[at]!.from, clause[noun.last]!.to),
    ...(noun.family ? { family: noun.family } : {}),
    ...(noun.label ? { label: noun.label } : {}),
    count: countOf(modifiers, noun.plural),
    isCounted: number !== undefined || quantity !== undefined,
    isDefinite: modifiers.definite,
    isUnknown: noun.isUnknown,
    ...(modifiers.each ? { isEach: true } : {}),
    ...(isPerHead(clause, first) || isPerHeadAfter(clause, last) ? { isPerHead: true } : {}),
    ...(noun.zone ? { zone: noun.zone } : {}),
    ...(modifiers.matching ? { isMatching: true } : {}),
    ...(modifiers.place ? { place: modifiers.place } : {}),
    ...(Object.keys(after).length > 0 ? { after: after as BriefAttributes } : {}),
    ...(seats ? { seats } : {}),
    ...(modifiers.sizeClass ? { sizeClass: modifiers.sizeClass } : {}),
    ...(Object.keys(exact).length > 0 ? { size: exact } : {}),
    ...(toSize(sizes) ? { bounds: sizes } : {}),
    ...(Object.keys(attributes).length > 0 ? { attributes } : {}),
  }
}

/** 「吊一盏灯」, 「灯要吊下来」: a lamp that hangs from the ceiling. */
function isHungUp(clause: readonly Piece[], first: number, last: number): boolean {
  const near = [
    clause[first - 1],
    clause[last + 1],
    ...(/^[要得]$/.test(clause[last + 1]?.text ?? '') ? [clause[last + 2]] : []),
  ]
  return near.some((piece) => /^[吊悬垂]/.test(piece?.text ?? ''))
}

/** A round or square thing has equal sides; the second side of what hangs on a wall is its height. */
function settleSides(category: string, { sizes, attributes }: Modifiers): void {
  const kind = findKind(category)
  const isFlat = kind?.mount === 'wall' || ['mirror', 'picture', 'whiteboard', 'curtain'].includes(category)
  const { width, depth, height } = sizes
  if (isFlat && depth && !height && kind && (depth.exact ?? 0) > kind.size.max[1]) {
    sizes.height = depth
    delete sizes.depth
  } else if (attributes.shape === 'round' || attributes.shape === 'square') {
    const side = width ?? depth
    if (side && !isFlat) Object.assign(sizes, { width: width ?? side, depth: depth ?? side })
    else if (side && isFlat) Object.assign(sizes, { width: side, height: height ?? side })
  }
}

/** A bed is longer than it is wide; all else that is measured by both sides is as wide as it is long. */
function orderSides({ sizes }: Modifiers, isBed: boolean): void {
  const { width, depth } = sizes
  if (!width || !depth) return
  const reach = ({ exact, min, max }: Bounds) => exact ?? min ?? max ?? 0
  if (reach(width) > reach(depth) === isBed) Object.assign(sizes, { width: depth, depth: width })
}

const screens: ReadonlySet<string> = new Set(['television', 'monitor', 'projector_screen'])

/** Width over diagonal of a 16:9 screen. */
const screenWidth = 0.872

/** "a 65 inch TV", 「55寸电视」: inches of a screen are its diagonal. */
function fromDiagonal(clause: readonly Piece[], first: number, last: number, { sizes }: Modifiers): void {
  const said = clause
    .slice(first, last + 1)
    .find((piece) => piece.kind === 'length' && /inch|"|寸|吋/i.test(piece.text))
  if (said?.kind !== 'length' || said.values.length > 1) return
  const width = Math.round(said.values[0]! * screenWidth * 100) / 100
  sizes.width = { min: width - 0.04, max: width + 0.04 }
}

/** 「每人一张床、一张书桌」, 「每个人都要有一个衣柜」: counted once for everybody, on through a list. */
function isPerHead(clause: readonly Piece[], first: number): boolean {
  for (let at = first - 1; at >= 0; at -= 1) {
    const piece = clause[at]!
    if (/^一人$|^每人$|^人手$/.test(piece.text)) return true
    if (/^人$|^个人$|^人手$/.test(piece.text) && /^每个?$|^各$|^一$/.test(clause[at - 1]?.text ?? '')) return true
    if (piece.kind !== 'token' || (piece.meaning.type === 'break' && piece.text !== ',')) return false
    if (['relation', 'room', 'part', 'negation'].includes(piece.meaning.type)) return false
  }
  return false
}

/** "a chair for each of us", "a desk per person", "one wardrobe for every child", "a desk each" of people. */
function isPerHeadAfter(clause: readonly Piece[], last: number): boolean {
  const words = clause
    .slice(last + 1, last + 6)
    .map(({ text }) => text.toLowerCase())
    .join(' ')
  if (/^(?:for )?(?:each|every one|all) of (?:us|them|you|the (?:two|three|four|five|six))\b/.test(words)) return true
  if (/^for (?:everyone|everybody|each one of us)\b/.test(words)) return true
  const at = /^for /.test(words) ? last + 2 : last + 1
  const next = clause[at + 1]
  return /^(each|every|per)$/i.test(clause[at]?.text ?? '') && next?.kind === 'token' && next.meaning.type === 'person'
}

/** "Dark mahogany for the bookcases", "sage green for the rug": looks with no thing of their own. */
function takeLooksFor(clause: readonly Piece[], first: number, free: number, modifiers: Modifiers): number {
  const joint = clause[first - 1]
  if (!modifiers.definite || !/^for$/i.test(joint?.text ?? '')) return first
  let at = first - 2
  for (; at >= free; at -= 1) {
    const piece = clause[at]!
    if (piece.kind !== 'token' || piece.meaning.type !== 'attribute') break
    modifiers.attributes = { ...piece.meaning.attributes, ...modifiers.attributes }
  }
  if (at === first - 2) return first
  // These looks are new to what was named before; "the green rug" would be another one.
  modifiers.definite = false
  return at + 1
}

const isNegation = (piece: Piece) => piece.kind === 'token' && piece.meaning.type === 'negation'

/** A join, comma or particle that a phrase cannot begin with. */
const isDangling = (piece: Piece) =>
  piece.kind === 'token' &&
  (piece.meaning.type === 'join' || piece.meaning.type === 'break' || /^(of|的|地)$/i.test(piece.text))

/** "a long table", "a tall bookcase": a tenth more or less than the kind usually has. */
function comparedSizes(category: string, { comparative }: Modifiers): ObjectMention['bounds'] {
  const kind = findKind(category)
  if (!kind) return {}
  const bounds: { width?: object; depth?: object; height?: object } = {}
  for (const [index, axis] of (['width', 'depth', 'height'] as const).entries()) {
    const step = comparative[axis]
    const [usual, least, most] = [kind.size.typical[index]!, kind.size.min[index]!, kind.size.max[index]!]
    if (step === 1) bounds[axis] = { min: Math.min(most, Math.round(usual * 112) / 100) }
    if (step === -1) bounds[axis] = { max: Math.max(least, Math.round(usual * 88) / 100) }
  }
  return bounds
}

type LeftState = {
  /** The words belong to a part of the thing ("black-legged", 带黑色腿的). */
  isInFeature: boolean
  /** A piece that went with the one after it: the number of 六人. */
  taken?: number
}

/** Takes the piece before the noun as a modifier of it; false where the noun phrase begins after it. */
function takeBefore(
  clause: readonly Piece[],
  index: number,
  noun: number,
  free: number,
  modifiers: Modifiers,
  state: LeftState,
): boolean {
  const piece = clause[index]!
  if (state.taken === index) return true
  if (piece.kind === 'length') {
    if (isDistance(clause, index)) return false
    takeLength(clause, index, modifiers)
    return true
  }
  if (piece.kind !== 'token') return false
  const { meaning, text } = piece
  switch (meaning.type) {
    case 'number':
      return takeNumber(clause, index, modifiers)
    case 'question':
      // 「放几盆绿植」.
      if (!/^几/.test(text)) return false
      modifiers.quantity ??= { min: 3 }
      return true
    case 'quantity':
      if (/^一组$/.test(text) && isLarge(clause[noun])) {
        modifiers.number ??= 1
        return true
      }
      if (modifiers.number !== undefined && !modifiers.article) return false
      modifiers.quantity ??= { min: meaning.min, ...(meaning.max ? { max: meaning.max } : {}) }
      return true
    case 'bound':
      if (meaning.after) return false
      if (modifiers.number !== undefined)
        modifiers.bound ??= { bound: meaning.bound, exclusive: meaning.exclusive ?? false }
      return true
    case 'size':
      modifiers.sizeClass ??= meaning.size
      return true
    case 'attribute':
      return takeAttribute(meaning.attributes, modifiers, state)
    case 'style':
      modifiers.attributes.style ??= meaning.style
      return true
    case 'states':
      modifiers.attributes.states ??= meaning.states
      return true
    case 'matching':
      modifiers.matching = true
      return true
    case 'mood':
    case 'demand':
    case 'density':
      return index > free && isNextWord(clause, index)
    case 'mount':
      modifiers.place ??= 'on_wall'
      return true
    case 'person':
    case 'occupants':
    case 'seater':
      return takePersons(clause, index, modifiers, state)
    case 'step':
      if (meaning.axis) modifiers.comparative[meaning.axis] ??= meaning.step === 'bigger' ? 1 : -1
      else modifiers.sizeClass ??= meaning.step === 'bigger' ? 'large' : 'small'
      return true
    case 'measure': {
      // 把 also marks what an edit is about; after a number it counts.
      const before = clause[index - 1]
      const counts =
        before?.kind === 'token' &&
        ['number', 'quantity', 'question', 'each', 'bound', 'verb'].includes(before.meaning.type)
      if (text === '把' && !counts) modifiers.definite = true
      // 「放把椅子」, 「铺块地毯」: one of it.
      else if (before?.kind === 'token' && before.meaning.type === 'verb') modifiers.number ??= 1
      return true
    }
    case 'axis':
      return takeAxis(clause, index, modifiers)
    case 'each':
      modifiers.each = true
      return true
    case 'feature':
      modifiers.parts.unshift({ part: meaning.part })
      state.isInFeature = true
      return true
    case 'with':
      if (!state.isInFeature) return false
      state.isInFeature = false
      return true
    case 'room':
    case 'part':
    case 'zone':
      return takeCompound(clause, index, noun, modifiers)
    case 'object':
      return isNextWord(clause, index) && !piece.plural && index + 1 === noun
    case 'relation':
      if (
        (meaning.relation === 'on_wall' || meaning.relation === 'hanging') &&
        meaning.alone &&
        isNextWord(clause, index)
      ) {
        modifiers.place ??= meaning.relation
        return true
      }
      return false
    case 'join':
    case 'break':
      return isBetweenAdjectives(clause, index)
    case 'unknown':
      return isAdjectiveHere(clause, index, free)
    case 'times': {
      // "2 x bedside cabinet".
      const number = clause[index - 1]
      return number?.kind === 'token' && number.meaning.type === 'number' && modifiers.number === undefined
    }
    case 'particle':
      return takeParticle(text.toLowerCase(), modifiers)
    default:
      return false
  }
}

/** 一组沙发, 一组衣柜 are one; 一组画 are several. */
function isLarge(piece: Piece | undefined): boolean {
  if (piece?.kind !== 'token' || piece.meaning.type !== 'object') return false
  return ['seating', 'storage', 'beds', 'tables', 'kitchen'].includes(findKind(piece.meaning.category)?.group ?? '')
}

function takeNumber(clause: readonly Piece[], index: number, modifiers: Modifiers): boolean {
  const piece = clause[index]!
  if (piece.kind !== 'token' || piece.meaning.type !== 'number') return false
  const { value, article } = piece.meaning
  if (modifiers.number !== undefined && !modifiers.article) return false
  if (modifiers.quantity && !article) return false
  modifiers.number = value
  modifiers.article = article ?? false
  if (modifiers.article && modifiers.quantity) modifiers.number = undefined
  return true
}

function takeAttribute(attributes: BriefAttributes, modifiers: Modifiers, state: LeftState): boolean {
  const part = state.isInFeature ? modifiers.parts[0] : undefined
  if (part) {
    if (attributes.color) part.color ??= attributes.color
    if (attributes.material) part.material ??= attributes.material
    return true
  }
  // "black and white": the word nearest the noun is kept where both say a colour.
  modifiers.attributes = { ...attributes, ...modifiers.attributes }
  return true
}

/** 六人餐桌, "six-person table", 双人书桌; a person without a number begins no modifier, but in "guest bed". */
function takePersons(clause: readonly Piece[], index: number, modifiers: Modifiers, state: LeftState): boolean {
  const piece = clause[index]!
  // 「一人一把椅子」.
  if (modifiers.number !== undefined && hasChinese(piece.text)) return false
  if (piece.kind === 'token' && piece.meaning.type === 'occupants') {
    modifiers.seats ??= piece.meaning.occupants.adults
    return hasChinese(piece.text) || isNextWord(clause, index)
  }
  const numberAt = clause[index - 1]?.text === '-' ? index - 2 : index - 1
  const before = clause[numberAt]
  if (before?.kind === 'token' && before.meaning.type === 'number' && !before.meaning.article) {
    modifiers.seats ??= before.meaning.value
    state.taken = numberAt
    return true
  }
  return isNextWord(clause, index) && !hasChinese(piece.text)
}

function takeAxis(clause: readonly Piece[], index: number, modifiers: Modifiers): boolean {
  const piece = clause[index]!
  if (piece.kind !== 'token' || piece.meaning.type !== 'axis') return false
  const isMeasured = [clause[index - 1], clause[index + 1]].some((entry) => entry?.kind === 'length')
  if (!isMeasured) modifiers.comparative[piece.meaning.axis] ??= 1
  return true
}

/** "a kitchen table", "a wall clock", "a corner shelf": the word before the noun says where it is. */
function takeCompound(clause: readonly Piece[], index: number, noun: number, modifiers: Modifiers): boolean {
  const piece = clause[index]!
  if (index + 1 !== noun || !isNextWord(clause, index) || piece.kind !== 'token') return false
  if (piece.meaning.type === 'part' && piece.meaning.part === 'corner') modifiers.place ??= 'in_corner'
  if (piece.meaning.type === 'part' && piece.meaning.part === 'window') modifiers.place ??= 'by_window'
  return true
}

const adjectives: ReadonlySet<string> = new Set(['attribute', 'size', 'style', 'mood', 'axis', 'matching', 'states'])
const isAdjective = (piece: Piece | undefined) => piece?.kind === 'token' && adjectives.has(piece.meaning.type)

/** The sizes up to the noun are said before it, with 的. */
function isChineseNoun(clause: readonly Piece[], from: number): boolean {
  const end = clause.findIndex(
    (piece, at) => at > from && piece.kind === 'token' && ['object', 'break', 'verb'].includes(piece.meaning.type),
  )
  return clause[end]?.kind === 'token' && clause.slice(from, end).some(({ text }) => text === '的')
}

/** "black and white", "small, round". */
function isBetweenAdjectives(clause: readonly Piece[], index: number): boolean {
  const [before, after] = [clause[index - 1], clause[index + 1]]
  // 「一米六长、七十公分宽的书桌」.
  const isSize = (piece: Piece | undefined) => piece?.kind === 'length' || axisAt(piece) !== undefined
  if (
    /^[、,]$/.test(clause[index]!.text.replace('，', ',')) &&
    isSize(before) &&
    isSize(after) &&
    isChineseNoun(clause, index)
  )
    return true
  if (!isAdjective(before) || !isAdjective(after)) return false
  // "a sofa in grey, round table" has its own noun before the comma.
  const start = clause.slice(0, index).findLast((piece) => !isAdjective(piece))
  return (
    start === undefined ||
    (start.kind === 'token' &&
      ['number', 'quantity', 'measure', 'particle', 'verb', 'with', 'matching', 'break', 'bound', 'relation'].includes(
        start.meaning.type,
      ) &&
      !/^(in|of)$/i.test(start.text))
  )
}

/** An unknown adjective between a determiner and the noun: it is part of the phrase, and is listed as not understood. */
function isAdjectiveHere(clause: readonly Piece[], index: number, free: number): boolean {
  if (!isNextWord(clause, index)) return false
  for (let at = index - 1; at >= Math.max(free, index - 4); at -= 1) {
    const piece = clause[at]!
    if (piece.kind !== 'token' || !isNextWord(clause, at)) return false
    const { type } = piece.meaning
    if (type === 'number' || type === 'quantity' || /^(the|my|our|their|his|her)$/i.test(piece.text)) return true
    if (type !== 'unknown' && !adjectives.has(type)) return false
  }
  return false
}

const determiners = new Set('the my our his her their its your this that these those 把 将 这 那 我的'.split(' '))
const lightWords = new Set(
  'of more additional extra 的 very nice new old 款 式 型 set size other same all any own 所有 所有的 全部 普通 new- a-bit fairly really quite rather too lovely beautiful good great comfortable simple big 漂亮的 好看的 舒适的 实用的 one 一种 big- 合适的 简单的 标准 普通的 pretty style styled sized shaped type kind stylish decent proper suitable elegant cute gorgeous stunning fancy perfect fine functional practical favourite favorite existing'.split(
    ' ',
  ),
)

function takeParticle(word: string, modifiers: Modifiers): boolean {
  if (determiners.has(word)) {
    modifiers.definite = true
    return true
  }
  return lightWords.has(word)
}

/** A length that says how far something is, not how big the thing after it is. */
function isDistance(clause: readonly Piece[], index: number): boolean {
  const before = clause[index - 1]
  if (before?.kind !== 'token') return false
  // 「床旁一米内有一把椅子」.
  const isWithin = before.meaning.type === 'relation' && before.meaning.follows && isWithinBound(clause[index + 1])
  return isWithin === true || before.meaning.type === 'part' || /^(离|距|距离)$/.test(before.text)
}

const isWithinBound = (piece: Piece | undefined) =>
  piece?.kind === 'token' && piece.meaning.type === 'bound' && /[内外]$/.test(piece.text)
