import type { Token } from './tokenize.ts'

type At = { readonly text: string; readonly from: number; readonly to: number }

/** A token, or several that together say a measure. Lengths in metres, areas in m², angles in radians. */
export type Piece =
  | (Token & { readonly kind: 'token' })
  /** `upTo`: the larger end of a range ("2 to 3 m"), for one value. */
  | (At & { readonly kind: 'length'; readonly values: readonly number[]; readonly upTo?: number })
  | (At & { readonly kind: 'area'; readonly value: number })
  | (At & { readonly kind: 'angle'; readonly value: number })

/** Joins numbers and units to measures: `1.8 m`, `1米8`, `6'2"`, `2 x 1.6 m`, `two and a half metres`, `20 m²`, `90°`. */
export function readMeasures(tokens: readonly Token[], request: string): Piece[] {
  const joined = joinNumbers(tokens, request).map(feetAfterNumber)
  const pieces: Piece[] = []
  let at = 0
  while (at < joined.length) {
    const measure = readMeasure(joined, at)
    if (measure) {
      const from = joined[at]!.from
      const to = joined[at + measure.used - 1]!.to
      pieces.push({ ...measure.piece, from, to, text: request.slice(from, to) })
      at += measure.used
    } else {
      pieces.push({ ...joined[at]!, kind: 'token' })
      at += 1
    }
  }
  return pieces.map((piece, index) =>
    aboutAfter(boundBefore(piece, pieces[index + 1], pieces[index + 2]), pieces[index - 1]),
  )
}

/** Feet are those of a table too; after a number they measure. */
function feetAfterNumber(token: Token, at: number, tokens: readonly Token[]): Token {
  const before = tokens[isHyphen(tokens[at - 1]) ? at - 2 : at - 1]
  const isMeasure = /^feet$/i.test(token.text) && before?.meaning.type === 'number'
  return isMeasure ? { ...token, meaning: { type: 'unit', metres: 0.3048 } } : token
}

/** "under 70 cm high", "over 2 m": a bound, where no place follows from it. */
function boundBefore(piece: Piece, next: Piece | undefined, after: Piece | undefined): Piece {
  if (piece.kind !== 'token' || next?.kind !== 'length' || piece.meaning.type !== 'relation') return piece
  const isOfPlace = after?.kind === 'token' && (after.meaning.type === 'relation' || /^(from|of|to)$/i.test(after.text))
  const bound = /^(under|below|beneath)$/i.test(piece.text)
    ? 'max'
    : /^(over|above)$/i.test(piece.text)
      ? 'min'
      : undefined
  return bound && !isOfPlace ? { ...piece, meaning: { type: 'bound', bound } } : piece
}

/** 「2米左右」 is about two metres, not left and right of it. */
function aboutAfter(piece: Piece, before: Piece | undefined): Piece {
  const isMeasured = before?.kind === 'length' || before?.kind === 'area'
  return isMeasured && piece.kind === 'token' && piece.text === '左右'
    ? { ...piece, meaning: { type: 'bound', bound: 'exact', loose: true, after: true } }
    : piece
}

/** "twenty five", "a hundred and twenty", "two and a half" are one number. */
function joinNumbers(tokens: readonly Token[], request: string): Token[] {
  const joined: Token[] = []
  for (const token of tokens) {
    const last = joined.at(-1)
    const value = last?.meaning.type === 'number' ? last.meaning.value : undefined
    const own = token.meaning.type === 'number' && !token.meaning.article ? token.meaning.value : undefined
    const isWord = /^[a-z]+$/i.test(token.text) && /^[a-z ]+$/i.test(last?.text ?? '')
    const merge = (total: number) => {
      joined[joined.length - 1] = {
        ...last!,
        meaning: { type: 'number', value: total },
        text: request.slice(last!.from, token.to),
        to: token.to,
      }
    }
    if (value !== undefined && token.meaning.type === 'half') merge(value + 0.5)
    else if (value !== undefined && own !== undefined && isWord && isTens(value) && own > 0 && own < 10)
      merge(value + own)
    else if (value !== undefined && own === 100 && value < 10 && isWord) merge(value * 100)
    else if (value !== undefined && own !== undefined && isWord && value >= 100 && own < 100) merge(value + own)
    else joined.push(token)
  }
  return joinRanges(joined, request)
}

/** "two or three chairs", "2-3 lamps", 「三到四把」: a count with two ends, where no unit follows. */
function joinRanges(tokens: readonly Token[], request: string): Token[] {
  const joined: Token[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const [first, between, second, after] = tokens.slice(at, at + 4)
    const [low, high] = [first!.meaning, second?.meaning]
    const isCount =
      low.type === 'number' &&
      high?.type === 'number' &&
      !low.article &&
      /^(to|or|-|–|~|到|至|或|或者)$/i.test(between!.text) &&
      high.value > low.value &&
      high.value <= low.value + 6 &&
      high.value <= 30 &&
      after?.meaning.type !== 'unit' &&
      after?.meaning.type !== 'times'
    if (!isCount) joined.push(first!)
    else {
      const text = request.slice(first!.from, second!.to)
      joined.push({ ...first!, meaning: { type: 'quantity', min: low.value, max: high.value }, text, to: second!.to })
      at += 2
    }
  }
  return joined
}

const isTens = (value: number) => value >= 20 && value < 100 && value % 10 === 0

type Read = {
  piece:
    | { kind: 'length'; values: number[]; upTo?: number }
    | { kind: 'area'; value: number }
    | { kind: 'angle'; value: number }
  used: number
}

function readMeasure(tokens: readonly Token[], at: number): Read | undefined {
  const turn = tokens[at]!.meaning
  if (turn.type === 'turn') return { piece: { kind: 'angle', value: turn.angle }, used: 1 }
  const range = readRange(tokens, at) ?? readBare(tokens, at)
  if (range) return range
  const values: { value: number; metres?: number }[] = []
  let cursor = at
  for (;;) {
    const number = tokens[cursor]?.meaning
    if (number?.type !== 'number') break
    const unitAt = cursor + (isHyphen(tokens[cursor + 1]) ? 2 : 1)
    const unit = tokens[unitAt]?.meaning
    if (number.article && !(unit?.type === 'unit' && /^(?:met|foot|yard)/i.test(tokens[unitAt]!.text))) break
    if (unit?.type === 'angle-unit' && values.length === 0)
      return { piece: { kind: 'angle', value: (number.value * Math.PI) / 180 }, used: unitAt + 1 - at }
    if (unit?.type === 'unit' && unit.square)
      return values.length === 0
        ? { piece: { kind: 'area', value: number.value * unit.metres }, used: unitAt + 1 - at }
        : undefined
    if (unit?.type === 'unit') {
      const { value, next } = readCompound(tokens, unitAt, number.value, unit.metres)
      values.push({ value, metres: unit.metres })
      cursor = next
    } else {
      values.push({ value: number.value })
      cursor += 1
    }
    const times = timesAfter(tokens, cursor)
    if (!times || tokens[times]?.meaning.type !== 'number') break
    cursor = times
  }
  const unit = values.findLast((entry) => entry.metres !== undefined)?.metres
  if (values.length === 0 || (unit === undefined && values.length < 2)) return undefined
  // "2 x 60 cm nightstands": two of them, not two centimetres.
  if (values.length === 2 && values[0]!.metres === undefined && unit === 0.01 && values[0]!.value < 7) return undefined
  const lengths = values.map(({ value, metres }) =>
    metres === undefined ? value * (unit === 1 && value > 20 ? 0.01 : (unit ?? guessUnit(values))) : value,
  )
  return { piece: { kind: 'length', values: lengths.map((value) => Math.round(value * 1e5) / 1e5) }, used: cursor - at }
}

/** 「宽120深60」, 「高1.8」: a number without a unit behind a dimension, in Chinese. */
function readBare(tokens: readonly Token[], at: number): Read | undefined {
  const [axis, number, next] = [tokens[at - 1], tokens[at]!, tokens[at + 1]]
  // "square table 1.4, …": in notes the size stands bare behind the thing.
  if (axis?.meaning.type === 'object' && number.meaning.type === 'number' && /^\d\.\d+$/.test(number.text)) {
    const isEnd = next === undefined || ['break', 'join'].includes(next.meaning.type)
    return isEnd ? { piece: { kind: 'length', values: [number.meaning.value] }, used: 1 } : undefined
  }
  if (axis?.meaning.type !== 'axis' || !/^[宽深高长厚]度?$/.test(axis.text) || axis.to !== number.from) return undefined
  if (number.meaning.type !== 'number') return undefined
  if (next && ['unit', 'measure', 'times', 'person', 'range', 'angle-unit', 'number'].includes(next.meaning.type))
    return undefined
  const { value } = number.meaning
  const unit = value < 5 ? 1 : value >= 20 && value <= 400 ? 0.01 : value >= 500 && value <= 6000 ? 0.001 : undefined
  return unit && { piece: { kind: 'length', values: [value * unit] }, used: 1 }
}

/** "2 to 3 m", "1.5-2 m", 「2到3米」. */
function readRange(tokens: readonly Token[], at: number): Read | undefined {
  const [first, between, second] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  const isBetween =
    between?.meaning.type === 'range' ||
    isHyphen(between) ||
    /^(to|and|or|-|–|~|到|至|或|或者)$/i.test(between?.text ?? '')
  if (first?.meaning.type !== 'number' || second?.meaning.type !== 'number' || !isBetween) return undefined
  const unit = tokens[at + 3]?.meaning
  const [low, high] = [first.meaning.value, second.meaning.value]
  if (unit?.type !== 'unit' || unit.square || high <= low) return undefined
  return { piece: { kind: 'length', values: [low * unit.metres], upTo: high * unit.metres }, used: 4 }
}

/** A number and a unit with what may follow in the smaller one: 1米8 is 1.8, 6 ft 2 is 6′2″. Value in metres. */
function readCompound(
  tokens: readonly Token[],
  unitAt: number,
  value: number,
  metres: number,
): { value: number; next: number } {
  const plain = { value: value * metres, next: unitAt + 1 }
  const next = tokens[unitAt + 1]
  if (next?.meaning.type === 'half') return { value: value * metres + metres / 2, next: unitAt + 2 }
  if (next?.meaning.type !== 'number' || next.meaning.article) return plain
  const isAdjacent = next.from === tokens[unitAt]!.to
  const afterNext = tokens[unitAt + 2]?.meaning
  const isSmaller = afterNext?.type === 'unit' && !afterNext.square && afterNext.metres < metres
  if (isSmaller && (isAdjacent || metres === 0.3048))
    return { value: value * metres + next.meaning.value * afterNext.metres, next: unitAt + 3 }
  if (!isAdjacent && !(metres === 0.3048 && next.meaning.value < 12 && afterNext?.type !== 'object')) return plain
  if (metres === 1 && afterNext?.type !== 'unit') {
    if (next.meaning.value === 0.5) return { value: value + 0.5, next: unitAt + 2 }
    if (Number.isInteger(next.meaning.value)) {
      const digits = next.meaning.value < 10 ? 10 : 100
      return { value: value + next.meaning.value / digits, next: unitAt + 2 }
    }
  }
  if (metres === 0.3048) return { value: value * metres + next.meaning.value * 0.0254, next: unitAt + 2 }
  return plain
}

/** `5 x 4` without a unit: metres up to 20, else centimetres up to 2000, else millimetres. */
function guessUnit(values: readonly { value: number }[]): number {
  const largest = Math.max(...values.map(({ value }) => value))
  if (largest <= 20) return 1
  return largest <= 2000 ? 0.01 : 0.001
}

/** Index after "x", "by" and an axis before it ("1.4 m wide x 0.7 m deep"); undefined where no other number may follow. */
function timesAfter(tokens: readonly Token[], at: number): number | undefined {
  const isTimes = (token: Token | undefined) =>
    token?.meaning.type === 'times' || (token?.meaning.type === 'relation' && token.text.toLowerCase() === 'by')
  return isTimes(tokens[at]) ? at + 1 : undefined
}

const isHyphen = (token: Token | undefined) => token?.text === '-'
