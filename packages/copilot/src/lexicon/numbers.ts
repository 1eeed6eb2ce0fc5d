import { type Entries, entry } from './entries.ts'

const units = 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen'
const english = `${units} seventeen eighteen nineteen`.split(' ')
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** Counts and bounds. Chinese numerals are read by `readNumeral`; here are only those that are words of their own. */
export const numberEntries: Entries = [
  ...english.map((word, value) => entry({ type: 'number', value }, word)),
  ...tens.map((word, index) => entry({ type: 'number', value: (index + 2) * 10 }, word)),
  entry({ type: 'number', value: 100 }, 'hundred, a hundred'),
  entry({ type: 'number', value: 2 }, 'both, 俩'),
  entry({ type: 'number', value: 3 }, '仨'),
  entry({ type: 'number', value: 1, article: true }, 'a, an, another, one more, a further, 某'),
  entry({ type: 'number', value: 1 }, 'just one, 单个'),
  entry({ type: 'number', value: 0.5 }, 'half a, half an, 半'),
  entry({ type: 'half' }, 'and a half, 1/2, ½'),
  entry(
    { type: 'quantity', min: 2, max: 2 },
    'a pair of, pair of, pairs of, a couple of, couple of, a set of two, two matching, matching pair of',
    'a matching pair of, twin, 一对, 一双, 成对的, 一对儿, 对称的两',
  ),
  entry({ type: 'quantity', min: 3, max: 3 }, 'a trio of, trio of, a set of three, three matching'),
  entry({ type: 'quantity', min: 4, max: 4 }, 'a quartet of, a set of four, two pairs of, 两对, 两双'),
  entry({ type: 'quantity', min: 6, max: 6 }, 'half a dozen, half-dozen, a half dozen, a set of six, 半打, 三对'),
  entry({ type: 'quantity', min: 12, max: 12 }, 'a dozen, dozen, a dozen of, one dozen, 一打'),
  entry({ type: 'quantity', min: 24, max: 24 }, 'two dozen, 两打'),
  entry(
    { type: 'quantity', min: 2 },
    'some, multiple, a number of, a group of, a cluster of, a few more, a bunch of, 一些, 若干, 一组, 成组的',
  ),
  entry({ type: 'quantity', min: 3 }, 'several, a few, few, a handful of, 几, 好几, 数'),
  entry({ type: 'quantity', min: 3 }, 'many, lots of, a lot of, plenty of, loads of, tons of, lots and lots of, 许多'),
  entry({ type: 'quantity', min: 3 }, '很多, 不少, 大量, 多, 多个, 一堆'),
  entry(
    { type: 'bound', bound: 'min' },
    'at least, no fewer than, no less than, not less than, not fewer than, minimum, a minimum of, minimum of, min',
    'at minimum, or more, 至少, 不少于, 最少, 不低于, 起码, 不小于, 至少要, 至少有, 不得少于, 不能少于, ≥, >=',
  ),
  entry(
    { type: 'bound', bound: 'max' },
    'at most, no more than, not more than, up to, maximum, a maximum of, maximum of, max, no wider than',
    'no longer than, no deeper than, no taller than, no higher than, no bigger than, no larger than, not wider than',
    'not longer than, not taller than, at the most, or less, or fewer, 最多, 不超过, 至多, 不多于, 不大于, 不高于, 不宽于',
    '别超过, 不要超过, 不能超过, 不得超过, ≤, <=',
  ),
  entry({ type: 'bound', bound: 'min', exclusive: true }, 'more than, 多于, 超过'),
  entry(
    { type: 'bound', bound: 'max', exclusive: true },
    'less than, fewer than, narrower than, shorter than, lower than, smaller than, 少于, 小于, 低于',
  ),
  entry({ type: 'bound', bound: 'min', exclusive: true }, 'wider than, longer than, taller than, 宽于, 长于'),
  entry({ type: 'bound', bound: 'exact' }, 'exactly, precisely, just, no more no less, 正好, 恰好, 刚好, 就, 只能有'),
  entry(
    { type: 'bound', bound: 'exact', loose: true },
    'about, around about, approximately, roughly, approx, circa, ca',
  ),
  entry({ type: 'bound', bound: 'exact', loose: true }, 'some where around, ~, ≈, 大约, 大概, 约, 差不多'),
  entry({ type: 'bound', bound: 'min', after: true }, '以上, 或以上, 及以上, 或更多'),
  entry({ type: 'bound', bound: 'max', after: true }, '以下, 以内, 之内, 或以下, 或更少'),
  entry({ type: 'bound', bound: 'exact', loose: true, after: true }, '左右, 上下, or so'),
  entry({ type: 'range' }, '~, ～'),
]

const chineseDigits = '零一二三四五六七八九'
const chineseUnits: { readonly [character: string]: number } = { 十: 10, 百: 100, 千: 1000 }
const numeralPattern =
  /^[零〇一二两三四五六七八九十百千]+万?[零〇一二两三四五六七八九十百千]*(?:点[零〇一二三四五六七八九]+)?/

/** A Chinese number at the start of a text, or two neighbouring digits that give a range (两三把). */
export function readNumeral(
  text: string,
): { readonly length: number; readonly value: number; readonly to?: number } | undefined {
  const match = numeralPattern.exec(text)?.[0]
  if (!match) return undefined
  const [whole, fraction] = match.split('点')
  const digits = [...whole!].map(digitOf)
  const [first, second] = digits
  if (fraction === undefined && digits.length === 2 && first! >= 1 && second! > first! && second! <= first! + 2)
    return { length: match.length, value: first!, to: second! }
  const value = digits.every((digit) => digit >= 0) ? Number(digits.join('')) : readPlaces(whole!)
  return { length: match.length, value: fraction ? Number(`${value}.${[...fraction].map(digitOf).join('')}`) : value }
}

const digitOf = (character: string) => (character === '两' ? 2 : chineseDigits.indexOf(character.replace('〇', '零')))

/** 一百二十 is 120, 十五 is 15, 一百二 is 120. */
function readPlaces(text: string): number {
  let total = 0
  let digit = 0
  let lastUnit = 1
  for (const character of text) {
    if (character === '万') {
      total = (total + digit) * 10_000
      digit = 0
      lastUnit = 10_000
      continue
    }
    const unit = chineseUnits[character]
    if (unit === undefined) digit = digitOf(character)
    else {
      total += Math.max(digit, 1) * unit
      lastUnit = unit
      digit = 0
    }
  }
  const isShort = digit > 0 && lastUnit >= 100 && !text.includes('零')
  return total + (isShort ? (digit * lastUnit) / 10 : digit)
}
