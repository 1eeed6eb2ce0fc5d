/**
 * The shortest decimal that reads back exactly, in the form in which Python prints floats: `0.0`, `1e-05`, `1e+16`.
 * Non-finite numbers become `nan`, `inf` and `-inf`.
 */
export function formatNumber(value: number): string {
  if (value === 0) return Object.is(value, -0) ? '-0.0' : '0.0'
  const size = Math.abs(value)
  if (size >= 1e-4 && size < 1e16) {
    const text = String(value)
    return Number.isInteger(value) ? `${text}.0` : text
  }
  if (Number.isNaN(value)) return 'nan'
  if (size === Number.POSITIVE_INFINITY) return value > 0 ? 'inf' : '-inf'
  const [mantissa, exponent] = value.toExponential().split('e') as [string, string]
  return `${mantissa}e${exponent[0]}${exponent.slice(1).padStart(2, '0')}`
}

const WORDS: ReadonlyMap<string, number> = new Map([
  ['nan', Number.NaN],
  ['inf', Number.POSITIVE_INFINITY],
  ['infinity', Number.POSITIVE_INFINITY],
])

/**
 * Reads a number as Python's `float` does: spaces around it, a sign, digits with single underscores between them, a
 * point, an exponent, or one of the words nan, inf, infinity. ASCII only. Linear in the length.
 *
 * @returns undefined when the text is not a number.
 */
export function parseNumber(text: string): number | undefined {
  if (isDecimal(text)) return Number(text)
  let plain = text.trim()
  if (plain.includes('_')) {
    if (!hasUnderscoresBetweenDigits(plain)) return undefined
    plain = plain.replaceAll('_', '')
  }
  if (isDecimal(plain)) return Number(plain)
  const sign = plain[0] === '-' ? -1 : 1
  const word = WORDS.get((plain[0] === '-' || plain[0] === '+' ? plain.slice(1) : plain).toLowerCase())
  return word === undefined ? undefined : sign * word
}

/** Reads a whole number as Python's `int` does (ASCII), without its leading zeros and plus sign. Kept as text: ids have no bound. */
export function parseWhole(text: string): string | undefined {
  const plain = text.trim()
  let at = plain[0] === '-' || plain[0] === '+' ? 1 : 0
  if (at === plain.length) return undefined
  for (let i = at; i < plain.length; i++) if (!isDigit(plain.charCodeAt(i))) return undefined
  while (at < plain.length - 1 && plain.charCodeAt(at) === 48) at++
  const digits = plain.slice(at)
  return plain[0] === '-' && digits !== '0' ? `-${digits}` : digits
}

/** True for what both Python and JavaScript take for a decimal: digits, a point, an exponent, and no other letters. */
function isDecimal(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (!isDigit(code) && code !== 46 && code !== 43 && code !== 45 && code !== 101 && code !== 69) return false
  }
  return text !== '' && !Number.isNaN(Number(text))
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57
}

function hasUnderscoresBetweenDigits(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '_' && !(isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(i + 1)))) return false
  }
  return true
}
