/** Metres a unit; the longest spellings first where one begins with another. */
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:millimet(?:er|re)s?|mm|毫米)/, 0.001],
  [/^(?:centimet(?:er|re)s?|cm|厘米|公分)/, 0.01],
  [/^(?:decimet(?:er|re)s?|dm|分米)/, 0.1],
  [/^(?:met(?:er|re)s?|m|米|公尺)/, 1],
  [/^(?:feet|foot|ft|'|英尺)/, 0.3048],
  [/^(?:inch(?:es)?|in|"|英寸|吋)/, 0.0254],
]

/** Of the unit before, what a bare number after it counts: 3米2 is 3.2 m, 10'6 is ten foot six. */
const SUBUNITS: ReadonlyMap<number, number> = new Map([[0.3048, 0.0254]])

/** Longer is a slip of the keyboard, metres. */
const MAX_LENGTH = 10_000

/**
 * The length that somebody typed: `3.2`, `3.2m`, `320cm`, `3200 mm`, `3m20`, `10'6"`, `10 ft 6 1/2 in`, `3米2`.
 *
 * @returns Metres (a bare number is metres); undefined when the text is no length, negative or beyond 10 km.
 */
export function parseLength(text: string): number | undefined {
  // Primes first: compatibility forms would make a double prime two single ones.
  let rest = text
    .replace(/″|”|''/g, '"')
    .replace(/′|’/g, "'")
    .normalize('NFKC')
    .trim()
    .toLowerCase()
  if (rest === '') return undefined
  let metres = 0
  let unit = Number.POSITIVE_INFINITY
  while (rest !== '') {
    const number = readNumber(rest)
    if (!number) return undefined
    rest = rest.slice(number.length).trimStart()
    const found = rest === '' ? undefined : UNITS.find(([pattern]) => pattern.test(rest))
    if (found) {
      // Units go down: 6" 10' is a slip.
      if (found[1] >= unit) return undefined
      unit = found[1]
      metres += number.value * unit
      rest = rest.slice(rest.match(found[0])![0].length).trimStart()
    } else {
      if (rest !== '') return undefined
      metres += number.value * bareUnit(unit, number.text)
    }
  }
  return Number.isFinite(metres) && metres <= MAX_LENGTH ? Math.round(metres * 1e9) / 1e9 : undefined
}

/** Metres that a last number without unit counts: the inches of feet, else the digits after the metre (3m2, 3m20, 3m200). */
function bareUnit(before: number, text: string): number {
  if (before === Number.POSITIVE_INFINITY) return 1
  const sub = SUBUNITS.get(before)
  if (sub !== undefined) return sub
  return before === 1 && /^\d+$/.test(text) ? 10 ** -text.length : Number.NaN
}

/** A decimal (point or comma), a fraction, or a whole number and a fraction. */
function readNumber(
  text: string,
): { readonly value: number; readonly length: number; readonly text: string } | undefined {
  const fraction = /^(?:(\d+)(?:\s+|-))?(\d+)\s*[/⁄]\s*(\d+)/.exec(text)
  if (fraction && Number(fraction[3]) > 0) {
    const value = Number(fraction[1] ?? 0) + Number(fraction[2]) / Number(fraction[3])
    return { value, length: fraction[0].length, text: fraction[0] }
  }
  const decimal = /^(?:\d+(?:[.,]\d*)?|[.,]\d+)/.exec(text)
  if (!decimal) return undefined
  return { value: Number(decimal[0].replace(',', '.')), length: decimal[0].length, text: decimal[0] }
}

/** How lengths are shown: metres with two decimals, or feet and inches to the nearest half inch. */
export type LengthSystem = 'metric' | 'imperial'

/** A length for people: `3.20 m`, or `10′ 6″`. */
export function formatLength(metres: number, system: LengthSystem = 'metric'): string {
  if (!Number.isFinite(metres)) return '–'
  const sign = metres < 0 ? '−' : ''
  if (system === 'metric') return `${sign}${Math.abs(metres).toFixed(2)} m`
  const halves = Math.round(Math.abs(metres) / 0.0127)
  const feet = Math.floor(halves / 24)
  const inches = Math.floor((halves % 24) / 2)
  const half = halves % 2 === 1 ? '½' : ''
  const shown = inches === 0 && half !== '' ? half : `${inches}${half}`
  return feet === 0 ? `${sign}${shown}″` : `${sign}${feet}′ ${shown}″`
}
