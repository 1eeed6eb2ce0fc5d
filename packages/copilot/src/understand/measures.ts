import type { Token } from './tokenize.ts'

/** A token, or several that together say a measure. Lengths in metres, areas in m², angles in radians. */
export type Piece =
  | (Token & { readonly kind: 'token' })
  | {
      readonly kind: 'length'
      readonly values: readonly number[]
      readonly text: string
      readonly from: number
      readonly to: number
    }
  | { readonly kind: 'area'; readonly value: number; readonly text: string; readonly from: number; readonly to: number }
  | {
      readonly kind: 'angle'
      readonly value: number
      readonly text: string
      readonly from: number
      readonly to: number
    }

/** Joins numbers and units to measures: `1.8 m`, `1米8`, `6'2"`, `2 x 1.6 m`, `20 m²`, `90°`. */
export function readMeasures(tokens: readonly Token[], request: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  while (at < tokens.length) {
    const measure = readMeasure(tokens, at)
    if (measure) {
      const from = tokens[at]!.from
      const to = tokens[at + measure.used - 1]!.to
      pieces.push({ ...measure.piece, from, to, text: request.slice(from, to) })
      at += measure.used
    } else {
      pieces.push({ ...tokens[at]!, kind: 'token' })
      at += 1
    }
  }
  return pieces
}

type Read = {
  piece: { kind: 'length'; values: number[] } | { kind: 'area'; value: number } | { kind: 'angle'; value: number }
  used: number
}

function readMeasure(tokens: readonly Token[], at: number): Read | undefined {
  const turn = tokens[at]!.meaning
  if (turn.type === 'turn') return { piece: { kind: 'angle', value: turn.angle }, used: 1 }
  const values: { value: number; metres?: number }[] = []
  let cursor = at
  for (;;) {
    const number = tokens[cursor]?.meaning
    if (number?.type !== 'number' || number.article) break
    const unit = tokens[cursor + 1]?.meaning
    if (unit?.type === 'angle-unit' && values.length === 0)
      return { piece: { kind: 'angle', value: (number.value * Math.PI) / 180 }, used: cursor + 2 - at }
    if (unit?.type === 'unit' && unit.square)
      return values.length === 0
        ? { piece: { kind: 'area', value: number.value * unit.metres }, used: cursor + 2 - at }
        : undefined
    if (unit?.type === 'unit') {
      const { value, used } = readCompound(tokens, cursor, number.value, unit.metres)
      values.push({ value, metres: unit.metres })
      cursor += used
    } else {
      values.push({ value: number.value })
      cursor += 1
    }
    if (!isTimes(tokens[cursor])) break
    if (tokens[cursor + 1]?.meaning.type !== 'number') break
    cursor += 1
  }
  const unit = values.findLast((entry) => entry.metres !== undefined)?.metres
  if (unit === undefined && values.length < 2) return undefined
  const last = tokens[cursor - 1]
  if (values.length === 0 || (last && isTimes(last))) return undefined
  const lengths = values.map(({ value, metres }) =>
    metres === undefined ? value * (unit ?? guessUnit(values)) : value,
  )
  return { piece: { kind: 'length', values: lengths }, used: cursor - at }
}

/** A number and a unit with what may follow in the smaller one: 1米8 is 1.8, 6 ft 2 is 6′2″. Value in metres. */
function readCompound(
  tokens: readonly Token[],
  at: number,
  value: number,
  metres: number,
): { value: number; used: number } {
  const next = tokens[at + 2]
  const afterNext = tokens[at + 3]?.meaning
  const isAdjacent = next !== undefined && next.from === tokens[at + 1]!.to
  if (next?.meaning.type === 'number' && isAdjacent && !next.meaning.article) {
    const isUnit = afterNext?.type === 'unit' && !afterNext.square
    if (isUnit && afterNext.metres < metres)
      return { value: value * metres + next.meaning.value * afterNext.metres, used: 4 }
    if (metres === 1 && !isUnit && Number.isInteger(next.meaning.value)) {
      const digits = next.meaning.value < 10 ? 10 : 100
      return { value: value + next.meaning.value / digits, used: 3 }
    }
    if (metres === 0.3048 && !isUnit) return { value: value * metres + next.meaning.value * 0.0254, used: 3 }
  }
  return { value: value * metres, used: 2 }
}

/** `5 x 4` without a unit: metres up to 20, else centimetres up to 2000, else millimetres. */
function guessUnit(values: readonly { value: number }[]): number {
  const largest = Math.max(...values.map(({ value }) => value))
  if (largest <= 20) return 1
  return largest <= 2000 ? 0.01 : 0.001
}

function isTimes(token: Token | undefined): boolean {
  return token?.meaning.type === 'times' || (token?.meaning.type === 'relation' && token.text.toLowerCase() === 'by')
}
