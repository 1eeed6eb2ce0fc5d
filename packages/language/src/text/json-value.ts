import { formatNumber } from './number.ts'

/** Deeper values are refused: a recursive reader or writer must not run out of stack on a hostile text. */
export const MAX_DEPTH = 64

/**
 * Canonical JSON of a plain value: keys sorted, no spaces, numbers as in the rest of the script. What JSON cannot say
 * (undefined, functions) is left out, a non-finite number becomes null.
 */
export function writeJsonValue(value: unknown): string {
  if (typeof value === 'number') return Number.isFinite(value) ? formatNumber(value) : 'null'
  if (typeof value === 'string') return escapeLineSeparators(JSON.stringify(value))
  if (typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return `[${value.map(writeJsonValue).join(',')}]`
  if (typeof value === 'object' && value !== null) {
    const entries = Object.keys(value)
      .sort()
      .filter((key) => isJson((value as Record<string, unknown>)[key]))
      .map((key) => `${writeJsonValue(key)}:${writeJsonValue((value as Record<string, unknown>)[key])}`)
    return `{${entries.join(',')}}`
  }
  return 'null'
}

/** True when nothing is nested deeper than `MAX_DEPTH`. */
export function isShallow(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (depth >= MAX_DEPTH) return false
  return Object.values(value).every((child) => isShallow(child, depth + 1))
}

/** Reads JSON text; undefined when it is malformed or nested too deeply. */
export function readJsonValue(text: string): { readonly value: unknown } | undefined {
  if (!hasShallowBrackets(text)) return undefined
  try {
    return { value: JSON.parse(text) }
  } catch {
    return undefined
  }
}

/** Offset after the JSON value that starts at `from`: at the comma or closing parenthesis that follows it, or `to`. */
export function skipJsonValue(text: string, from: number, to: number): number {
  let depth = 0
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code === QUOTE) i = skipString(text, i, to)
    else if (code === 91 || code === 123) depth++
    else if (code === 93 || code === 125) depth--
    else if (depth <= 0 && (code === 44 || code === 41)) return i
  }
  return to
}

const QUOTE = 34
const BACKSLASH = 92

/** Offset of the quote that ends the string which starts at `from`; `to` when it does not end. */
function skipString(text: string, from: number, to: number): number {
  for (let i = from + 1; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code === BACKSLASH) i++
    else if (code === QUOTE) return i
  }
  return to
}

function hasShallowBrackets(text: string): boolean {
  if (text.charCodeAt(0) === QUOTE) return true
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    const char = text[i]
    if (char === '"') i = skipString(text, i, text.length)
    else if (char === '[' || char === '{') {
      if (++depth > MAX_DEPTH) return false
    } else if (char === ']' || char === '}') depth--
  }
  return true
}

function isJson(value: unknown): boolean {
  return value !== undefined && typeof value !== 'function' && typeof value !== 'symbol' && typeof value !== 'bigint'
}

/** Some readers split lines at these two as well; JSON leaves them bare. Next-line (U+0085) goes with them. */
function escapeLineSeparators(text: string): string {
  return text.replace(/[\u0085\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
