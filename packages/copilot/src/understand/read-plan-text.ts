/** Offsets into the request as it was written. */
export type Span = { readonly from: number; readonly to: number }

/** A pattern's find with its place. */
export type Found = Span & { readonly match: RegExpExecArray }

/** Lower case and half width, length kept, so that offsets stay true. */
export function plainText(request: string): string {
  let text = ''
  for (let index = 0; index < request.length; index += 1) {
    const code = request.charCodeAt(index)
    const half = code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : request[index]!
    const lower = half.toLowerCase()
    text += lower.length === 1 ? lower : half
  }
  return text.replace(/[’‘′]/g, "'").replace(/[“”″]/g, '"').replace(/[×✕]/g, 'x').replace(/[–—‑]/g, '-')
}

export function findAll(text: string, pattern: RegExp): Found[] {
  const global = pattern.flags.includes('g') ? pattern : new RegExp(pattern.source, `${pattern.flags}g`)
  return [...text.matchAll(global)].map((match) => ({
    match: match as RegExpExecArray,
    from: match.index,
    to: match.index + match[0].length,
  }))
}

export const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to
export const isWithin = (inner: Span, outer: Span): boolean => inner.from >= outer.from && inner.to <= outer.to

const digits: { readonly [character: string]: number } = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  俩: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

const englishNumbers: { readonly [word: string]: number } = {
  a: 1,
  an: 1,
  one: 1,
  single: 1,
  another: 1,
  two: 2,
  both: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
}
const spoken =
  '\\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty)(?: and a half\\b|\\b)'

/** 十二, 二十五, 两百, 三点五, "3.5", "two"; undefined for anything else. */
export function readNumber(word: string): number | undefined {
  const plain = word.trim()
  if (/^\d+(?:[.,]\d+)?$/.test(plain)) return Number(plain.replace(',', '.'))
  if (Object.hasOwn(englishNumbers, plain)) return englishNumbers[plain]
  const hundreds = spokenNumber(plain)
  if (hundreds !== undefined) return hundreds
  if (plain.endsWith(' and a half')) {
    const whole = englishNumbers[plain.slice(0, -' and a half'.length)]
    return whole === undefined ? undefined : whole + 0.5
  }
  if (!/^[零〇一二两俩三四五六七八九十百点半]+$/.test(plain)) return undefined
  const [whole = '', part] = plain.replace('半', '').split('点')
  let value = 0
  let current = 0
  for (const character of whole) {
    if (character === '十') {
      value += (current || 1) * 10
      current = 0
    } else if (character === '百') {
      value += (current || 1) * 100
      current = 0
    } else current = digits[character] ?? 0
  }
  value += current
  if (part) value += Number(`0.${[...part].map((character) => digits[character] ?? 0).join('')}`)
  return plain.endsWith('半') ? value + 0.5 : value
}

/** "fifty-five", "a hundred and twenty". */
function spokenNumber(words: string): number | undefined {
  let value = 0
  for (const word of words.split(/[-\s]+/)) {
    if (word === 'hundred') value = (value || 1) * 100
    else if (word !== 'and') {
      const own = englishTens[word] ?? (Object.hasOwn(englishNumbers, word) ? englishNumbers[word] : undefined)
      if (own === undefined) return undefined
      value += own
    }
  }
  return words.includes('-') || words.includes(' ') || Object.hasOwn(englishTens, words) ? value : undefined
}

const englishTens: { readonly [word: string]: number } = {
  sixteen: 16,
  eighteen: 18,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
}

/** Pattern sources. `count` also takes words; `number` is one before a unit. */
export const number = `(?:\\d+(?:[.,]\\d+)?|${spoken}|[零〇一二两三四五六七八九十百]+(?:点[零〇一二三四五六七八九]+)?)`
export const count =
  '(?:\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|single|another|both|[一二两俩三四五六七八九十]+)'
const unit =
  '(?:millimet(?:re|er)s?|centimet(?:re|er)s?|met(?:re|er)s?|mm|cm|feet|foot|ft|inch(?:es)?|毫米|厘米|公分|米|公尺|英尺|英寸|m(?![a-z0-9²])|\'|"|in(?![a-z])(?= wide| long| deep| high| tall| x|$|[,.;)]))'
const compound =
  '(?:(?:\\s*\\d+(?:\\.\\d+)?\\s*(?:cm|in(?:ch(?:es)?)?(?![a-z])|"|厘米|公分))|(?<=米)[\\d一二三四五六七八九]{1,2}(?![\\d.]*\\s*(?:[x*个扇张把]|米|cm)))?'
/** A length with its unit: 3.2 m, 320cm, 10'6", 3米2. */
export const length = `(?:${number}\\s*-?\\s*${unit}${compound})`
const times = '(?:x|\\*|by|乘以?|比)'
const side = `(?:${number}\\s*(?:${unit}${compound})?)`
/** 5 x 4 m, 5m by 4m, 三米乘四米; units may be missing. */
export const pair = `(?:${side}\\s*(?:wide|long|deep|长|宽)?\\s*${times}\\s*${side}(?:\\s*${times}\\s*${side})?)`
const areaUnit =
  '(?:m²|m2|m\\^2|sq\\.?\\s?m(?:et(?:re|er)s?|\\b)|sqm|square[ -]met(?:re|er)s?|㎡|平方米|平方|平米|平(?![面行方米静安])|sq\\.?\\s?f(?:ee)?t|sqft|square[ -]f(?:ee|oo)t)'
const tens = '(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)'
const ones =
  '(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|one|two|three|four|five|six|seven|eight|nine)'
const spokenArea = `(?:(?:an?|one|two)\\s+hundred(?:\\s+and)?(?:\\s+${tens}(?:[-\\s]${ones})?|\\s+${ones})?|${tens}(?:[-\\s]${ones})?|ten|twelve|fifteen|sixteen|eighteen)`
/** 20 m², 20平, "fifty-five square metres". */
export const area = `(?:(${number}|${spokenArea})\\s*[-个多来]?\\s*(${areaUnit}))`

const factors: readonly (readonly [RegExp, number])[] = [
  [/^(?:mm|millimet|毫米)/, 0.001],
  [/^(?:cm|centimet|厘米|公分)/, 0.01],
  [/^(?:ft|feet|foot|'|英尺)/, 0.3048],
  [/^(?:in|"|英寸)/, 0.0254],
  [/^(?:m|米|公尺)/, 1],
]

const factorOf = (text: string): number | undefined => factors.find(([pattern]) => pattern.test(text))?.[1]

/** Metres of a length as `length` finds it; without a unit by `fallback`. */
export function readLength(text: string, fallback?: number): number | undefined {
  const match = new RegExp(`^\\s*(${number})\\s*-?\\s*(.*)$`).exec(text)
  if (!match) return undefined
  const value = readNumber(match[1]!)
  if (value === undefined) return undefined
  const factor = factorOf(match[2]!) ?? fallback
  if (factor === undefined) return undefined
  const rest = match[2]!.replace(/^(?:[a-z]+|['"]|毫米|厘米|公分|米|公尺|英尺|英寸)\s*/, '')
  const more = new RegExp(`^(${number})\\s*(.*)$`).exec(rest)
  const extra = more ? readNumber(more[1]!) : undefined
  if (extra === undefined) return value * factor
  const smaller = factorOf(more![2]!)
  if (smaller !== undefined) return value * factor + extra * smaller
  if (factor === 1) return value + extra / (extra < 10 ? 10 : 100)
  return factor === 0.3048 ? value * factor + extra * 0.0254 : value * factor
}

/** The two or three sides of a pair; a unit that only one has holds for all, else the size tells it. Metres. */
export function readPair(text: string): number[] {
  const parts = text
    .split(new RegExp(`\\s*(?:wide|long|deep|长|宽)?\\s*${times}\\s*`))
    .filter((part) => part.trim() !== '')
  const said = parts.map((part) => factorOf(part.replace(new RegExp(`^\\s*${number}\\s*-?\\s*`), '')))
  const plain = parts.map((part) => readNumber(new RegExp(`^\\s*(${number})`).exec(part)?.[1] ?? '') ?? 0)
  const largest = Math.max(...plain)
  const fallback =
    said.findLast((factor) => factor !== undefined) ?? (largest <= 30 ? 1 : largest <= 3000 ? 0.01 : 0.001)
  return parts.flatMap((part) => readLength(part, fallback) ?? [])
}

/** m² of an area's number and unit. */
export function readArea(value: string, areaUnitText: string): number | undefined {
  const parsed = readNumber(value)
  if (parsed === undefined) return undefined
  return /f/.test(areaUnitText) ? parsed * 0.09290304 : parsed
}
