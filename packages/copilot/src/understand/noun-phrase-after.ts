import { hasChinese } from '../lexicon/lexicon.ts'
import type { Piece } from './measures.ts'
import { axisAt, axisInFront, axisOfBound, boundsOf, type Modifiers, takeLength, takeSize } from './modifiers.ts'
import type { Noun } from './noun.ts'

/** Reads what follows a noun: "bed 1.8 m wide", "sofa in grey linen", "table for six", 「床宽1.8米」, 「餐椅四把」. Last piece index. */
export function readAfter(clause: readonly Piece[], at: number, noun: Noun, modifiers: Modifiers): number {
  let last = noun.last
  // 「离床至少1米」: the length is a distance.
  const isGap = /^(离|距|距离|from)$/i.test(clause[at - 1]?.text ?? '')
  for (;;) {
    const next =
      (isGap ? undefined : readSizeAfter(clause, last, modifiers)) ??
      readCountAfter(clause, last, modifiers) ??
      readSeatsAfter(clause, last, modifiers) ??
      readSeatCount(clause, last, modifiers) ??
      readFeatureAfter(clause, last, modifiers) ??
      readLooksAfter(clause, last, modifiers)
    if (next === undefined || next <= last) return last
    last = next
  }
}

const typeOf = (piece: Piece | undefined) => (piece?.kind === 'token' ? piece.meaning.type : piece?.kind)

const isLight = (piece: Piece | undefined) =>
  piece?.kind === 'token' &&
  (piece.meaning.type === 'particle' || piece.meaning.type === 'look' || piece.meaning.type === 'for') &&
  !/^(the|a|of|to|from|把|将|my|in|there|there is|there are|where|who|所有|位置)$/i.test(piece.text)

/** A size, perhaps after a comma, in brackets or after "that is". */
function readSizeAfter(clause: readonly Piece[], last: number, modifiers: Modifiers): number | undefined {
  let at = last + 1
  let isApart = false
  while (at <= last + 6 && clause[at]) {
    const piece = clause[at]!
    if (piece.kind === 'length') break
    if (piece.kind !== 'token') return undefined
    const { type } = piece.meaning
    // 「别太高，不超过1.5米」.
    const isDegree = type === 'negation' && /^太$/.test(clause[at + 1]?.text ?? '')
    if (type === 'break' && !piece.meaning.strong) isApart = true
    else if (type !== 'axis' && type !== 'bound' && !isDegree && !isLight(piece) && !isSizeOf(clause, at))
      return undefined
    at += 1
  }
  const length = clause[at]
  if (length?.kind !== 'length') return undefined
  const isBoundAfter = typeOf(clause[at + 1]) === 'bound'
  const inFront = axisInFront(clause, at)
  const behind = axisAt(clause[at + 1]) ?? (isBoundAfter ? axisAt(clause[at + 2]) : undefined)
  const axisAfter = inFront ? undefined : behind
  const said = clause.slice(last + 1, at)
  if (said.some(({ text }) => /^(离地|距地|离地面|距地面|挂高)$/.test(text))) return undefined
  const axis =
    axisAfter ?? said.map((piece) => axisAt(piece) ?? axisOfBound(piece)).find((entry) => entry !== undefined)
  const isBracketed = said.some(({ text }) => /^[(（]$/.test(text))
  if (length.values.length === 1 && isApart && axis === undefined && !isBracketed) return undefined
  if (isOfPlace(clause, at) || (isApart && isOfNextNoun(clause, at))) return undefined
  const [only] = length.values.length === 1 && length.upTo === undefined ? length.values : []
  if (only !== undefined && axis && !axisAfter) takeSize(modifiers, axis, boundsOf(clause, at, only))
  else takeLength(clause, at, modifiers)
  if (isBoundAfter) at += 1
  if (!inFront && axisAt(clause[at + 1])) at += 1
  if (isBracketed && /^[)）]$/.test(clause[at + 1]?.text ?? '')) at += 1
  return at
}

/** "of 1.3 m", "with a width of 1.5 m". */
function isSizeOf(clause: readonly Piece[], at: number): boolean {
  if (/^of$/i.test(clause[at]!.text)) return clause[at + 1]?.kind === 'length' || typeOf(clause[at + 1]) === 'bound'
  const axis = /^(a|an)$/i.test(clause[at + 1]?.text ?? '') ? clause[at + 2] : clause[at + 1]
  if (typeOf(clause[at]) === 'with') return typeOf(axis) === 'axis'
  return /^(a|an)$/i.test(clause[at]!.text) && typeOf(clause[at + 1]) === 'axis'
}

/** 「…，高80公分的斗柜」: a size before the noun it belongs to. */
function isOfNextNoun(clause: readonly Piece[], at: number): boolean {
  let index = at + 1
  while (clause[index]?.text === '的' || axisAt(clause[index]) || isAttribute(clause[index])) index += 1
  const type = typeOf(clause[index])
  return type !== undefined && opensNoun.has(type) && type !== 'length'
}

/** "a desk 1.4 m by the window": no length goes with such a place. */
const takesNoDistance =
  /^(?:at|by|near|under|underneath|below|beneath|against|along|opposite|facing|around|between|on|inside|in the (?:middle|centre|center|corner).*|in (?:a|one) corner|next to|beside|centred.*|on the wall|against the wall)$/i

/** The length belongs to a place that follows: "30 cm from the wall", "1 m to the left of". */
function isOfPlace(clause: readonly Piece[], at: number): boolean {
  const next = clause[typeOf(clause[at + 1]) === 'bound' ? at + 2 : at + 1]
  if (next?.kind !== 'token') return false
  const length = clause[at]
  if (length?.kind === 'length' && length.values.length > 1) return false
  // 「书桌1米2靠窗」: how wide it is, not how far off.
  if (next.meaning.type === 'relation')
    return !/^[靠贴沿挨朝对面放摆在]/.test(next.text) && !takesNoDistance.test(next.text)
  return /^(from|away|apart|to|off|clear|of|in)$/i.test(next.text) || next.meaning.type === 'passage'
}

/** 「餐椅四把」, "chairs x 4", "lamp (2)". */
function readCountAfter(clause: readonly Piece[], last: number, modifiers: Modifiers): number | undefined {
  let at = last + 1
  if (modifiers.number !== undefined || modifiers.quantity) return undefined
  const bracket = /^[(（]$/.test(clause[at]?.text ?? '')
  const isTimes = typeOf(clause[at]) === 'times'
  const isColon = /^[:：]$/.test(clause[at]?.text ?? '')
  // 「书柜，至少四个」.
  const isComma = typeOf(clause[at]) === 'break' && typeOf(clause[at + 1]) === 'bound' && endsPhrase(clause[at + 4])
  if (bracket || isTimes || isColon || isComma) at += 1
  else if (isLight(clause[at]) && hasChinese(clause[at]!.text)) at += 1
  // 「花就来五盆」, 「画凳也是三个」, 「单人椅再加一对」.
  while (at <= last + 3 && asksFor.test(clause[at]?.text ?? '')) at += 1
  const bound = clause[at]
  const boundMeaning = bound?.kind === 'token' && bound.meaning.type === 'bound' ? bound.meaning : undefined
  if (boundMeaning) at += 1
  // 「台灯各一盏」.
  if (/^各$/.test(clause[at]?.text ?? '') && typeOf(clause[at + 2]) === 'measure') at += 1
  // 「茶几放俩沙发跟前」 counts the sofas.
  if (/^[俩仨]$/.test(clause[at]?.text ?? '') && typeOf(clause[at + 1]) === 'object') return undefined
  const piece = clause[at]
  if (
    piece?.kind === 'token' &&
    piece.meaning.type === 'question' &&
    /^几.$/.test(piece.text) &&
    endsPhrase(clause[at + 1])
  ) {
    modifiers.quantity = { min: 3 }
    return at
  }
  if (piece?.kind !== 'token' || (piece.meaning.type !== 'number' && piece.meaning.type !== 'quantity'))
    return undefined
  if (piece.meaning.type === 'number' && piece.meaning.article) return undefined
  // 「床头柜一对」.
  if (piece.meaning.type === 'quantity' && /^一[对双]儿?$/.test(piece.text) && endsPhrase(clause[at + 1])) {
    modifiers.quantity = { min: 2, max: 2 }
    return at
  }
  const hasMeasure = typeOf(clause[at + 1]) === 'measure'
  const isAlone = bracket || isTimes || isColon || /^[俩仨]$/.test(piece.text)
  if (!hasMeasure && !isAlone) return undefined
  const end = hasMeasure ? at + 1 : at
  // 「床头柜两张椅子」: the count is that of the noun that follows.
  const following = clause[end + 1]
  const isNext = hasMeasure && following?.kind === 'token' && opensNoun.has(following.meaning.type)
  if (isNext && !isCountList(clause, last, at, end)) return undefined
  if (piece.meaning.type === 'number') modifiers.number = piece.meaning.value
  else modifiers.quantity = { min: piece.meaning.min, ...(piece.meaning.max ? { max: piece.meaning.max } : {}) }
  if (boundMeaning) modifiers.bound = { bound: boundMeaning.bound, exclusive: boundMeaning.exclusive ?? false }
  const after = clause[end + 1]
  if (after?.kind === 'token' && after.meaning.type === 'bound' && after.meaning.after) {
    modifiers.bound = { bound: after.meaning.bound }
    return end + 1
  }
  return bracket && /^[)）]$/.test(clause[end + 1]?.text ?? '') ? end + 1 : end
}

const asksFor =
  /^(就|也|要|来|放|摆|是|有|配|得|共|一共|总共|各|都|买|做|备|需要|需|再加|再来|再|加|得有|要有|至少要|就要|就放)$/

const endsPhrase = (piece: Piece | undefined) =>
  piece === undefined || ['break', 'join', 'relation', 'verb'].includes(typeOf(piece) ?? '')

/** 「单人沙发两个 落地灯一个」, 「床头柜两个衣柜一个」: the counts of a list stand behind its nouns. */
function isCountList(clause: readonly Piece[], noun: number, number: number, measure: number): boolean {
  const isSpaced = clause[measure]!.to < clause[measure + 1]!.from
  if (isSpaced && clause[noun]!.to === clause[number]!.from) return true
  const rest = clause.findIndex((piece, index) => index > measure && typeOf(piece) === 'break')
  const end = (rest < 0 ? clause.length : rest) - 1
  return typeOf(clause[end]) === 'measure' && typeOf(clause[end - 1]) === 'number'
}

const opensNoun: ReadonlySet<string> = new Set([
  'object',
  'unknown',
  'attribute',
  'size',
  'style',
  'zone',
  'length',
  'feature',
])

/** "for six", "that seats six people", 「可坐六人」; for things that people sit, eat or sleep at. */
function readSeatsAfter(clause: readonly Piece[], last: number, modifiers: Modifiers): number | undefined {
  let at = last + 1
  const isComma = typeOf(clause[at]) === 'break' && typeOf(clause[at + 1]) === 'seating'
  if (isComma) at += 1
  while (at <= last + 3 && isLight(clause[at]) && typeOf(clause[at]) !== 'for') at += 1
  const opener = clause[at]
  if (typeOf(opener) !== 'for' && typeOf(opener) !== 'seating') {
    // "a table for two" may be one word of its own.
    if (opener?.kind === 'token' && opener.meaning.type === 'occupants' && /^for /i.test(opener.text)) {
      modifiers.seats ??= opener.meaning.occupants.adults
      return at
    }
    return undefined
  }
  at += 1
  while (typeOf(clause[at]) === 'bound' || (isLight(clause[at]) && typeOf(clause[at]) === 'particle')) at += 1
  const number = clause[at]
  if (number?.kind !== 'token' || number.meaning.type !== 'number' || number.meaning.article) return undefined
  let end = at
  const following = clause[at + 1]
  if (following?.kind === 'token' && ['person', 'seater', 'measure'].includes(following.meaning.type)) {
    if (
      following.meaning.type === 'person' &&
      following.meaning.person !== 'adults' &&
      following.meaning.person !== 'guests'
    )
      return undefined
    end = at + 1
    if (typeOf(clause[end + 1]) === 'person') end += 1
  } else if (following?.kind === 'token' && opensNoun.has(following.meaning.type)) return undefined
  modifiers.seats ??= number.meaning.value
  return end
}

/** "with six seats". */
function readSeatCount(clause: readonly Piece[], last: number, modifiers: Modifiers): number | undefined {
  const [opener, number, noun] = clause.slice(last + 1, last + 4)
  if (typeOf(opener) !== 'with' || number?.kind !== 'token' || number.meaning.type !== 'number') return undefined
  if (!/^(seats?|places?|座位|个座位|座)$/i.test(noun?.text ?? '')) return undefined
  modifiers.seats ??= number.meaning.value
  return last + 3
}

/** "with black legs", "with a marble top", 「带抽屉」: what it says is of that part. */
function readFeatureAfter(clause: readonly Piece[], last: number, modifiers: Modifiers): number | undefined {
  let at = last + 1
  while (at <= last + 2 && hasChinese(clause[at]?.text ?? '') && typeOf(clause[at]) === 'particle') at += 1
  if (typeOf(clause[at]) !== 'with' && typeOf(clause[at]) !== 'join') return undefined
  at += 1
  const part: { part: string; color?: string; material?: string } = { part: '' }
  for (; at < clause.length; at += 1) {
    const piece = clause[at]!
    if (piece.kind !== 'token') return undefined
    const { meaning } = piece
    if (meaning.type === 'feature') {
      modifiers.parts.push({ ...part, part: meaning.part })
      return at
    }
    if (meaning.type === 'attribute') {
      if (meaning.attributes.color) part.color ??= meaning.attributes.color
      if (meaning.attributes.material) part.material ??= meaning.attributes.material
    } else if (
      !['number', 'size', 'style', 'axis', 'mood', 'quantity', 'measure', 'particle', 'unknown'].includes(meaning.type)
    )
      return undefined
  }
  return undefined
}

/** "in grey linen", "made of oak", ", round", 「要灰色的」, "should be white"; not where the words belong to a next noun. */
function readLooksAfter(clause: readonly Piece[], last: number, modifiers: Modifiers): number | undefined {
  let at = last + 1
  let isLinked = false
  for (; at <= last + 4 && clause[at]; at += 1) {
    const piece = clause[at]!
    if (piece.kind !== 'token') return undefined
    if (/^(in|of|made of|made from|upholstered in|finished in|covered in|painted|shade of|tone of)$/i.test(piece.text))
      isLinked = true
    else if (piece.meaning.type === 'break' && !piece.meaning.strong && at === last + 1) continue
    else if (!isLight(piece) && !/^(a|an|which|that)$/i.test(piece.text)) break
  }
  let end: number | undefined
  const taken: { -readonly [K in keyof Modifiers['attributes']]: Modifiers['attributes'][K] } = {}
  for (; at < clause.length; at += 1) {
    const piece = clause[at]!
    if (piece.kind !== 'token') break
    const { meaning } = piece
    if (meaning.type === 'attribute') {
      for (const [key, value] of Object.entries(meaning.attributes))
        Object.assign(taken, { [key]: taken[key as 'color'] ?? value })
      end = at
    } else if (meaning.type === 'style') {
      taken.style ??= meaning.style
      end = at
    } else if (meaning.type === 'states') {
      taken.states ??= meaning.states
      end = at
    } else if (meaning.type === 'matching') end = at
    else if (meaning.type === 'step' && meaning.axis && hasChinese(piece.text)) {
      modifiers.comparative[meaning.axis] ??= meaning.step === 'bigger' ? 1 : -1
      end = at
    } else if (meaning.type === 'join' && end !== undefined && isAttribute(clause[at + 1]) && !ownsNoun(clause, at + 1))
      continue
    else if (piece.text !== '的' && !/^(style|colou?r|finish|shade)$/i.test(piece.text) && meaning.type !== 'look')
      break
    else if (end !== undefined) end = at
  }
  if (end === undefined) return undefined
  const following = clause[end + 1]
  if (following?.kind === 'token' && isOfNext(following, isLinked)) return undefined
  modifiers.attributes = { ...modifiers.attributes, ...taken }
  return end
}

const isAttribute = (piece: Piece | undefined) => typeOf(piece) === 'attribute'

/** Whether the adjectives from `at` on are those of a noun that follows. */
function ownsNoun(clause: readonly Piece[], at: number): boolean {
  let index = at
  while (isAttribute(clause[index]) || clause[index]?.text === '的') index += 1
  const type = typeOf(clause[index])
  return type !== undefined && opensNoun.has(type)
}

const isOfNext = (following: Extract<Piece, { kind: 'token' }>, isLinked: boolean) =>
  ['object', 'size', 'zone', 'feature', 'part'].includes(following.meaning.type) ||
  (!isLinked && ['unknown', 'room'].includes(following.meaning.type))
