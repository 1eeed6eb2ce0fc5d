import type { SizeWish } from '../intent.ts'
import { type Skeleton, slotOf, symbols } from './skeleton.ts'

const { L, N } = symbols

const axes = {
  width: /wid|broad|long|length|narrow|short|宽|长|窄|短/,
  depth: /deep|depth|深|浅/,
  height: /tall|high|height|low|高|矮|低/,
}

function axisIn(text: string): 'width' | 'depth' | 'height' | undefined {
  // "shorter" of a table is its length, "taller" its height.
  if (axes.height.test(text)) return 'height'
  if (axes.depth.test(text)) return 'depth'
  return axes.width.test(text) ? 'width' : undefined
}

const words: { readonly [word: string]: number } = {
  half: 0.5,
  double: 2,
  twice: 2,
  triple: 3,
  'three times': 3,
  一半: 0.5,
  一倍: 2,
  两倍: 2,
  三倍: 3,
}

/** What the words after a thing say of its size: "20% bigger", "1.8 m wide", 「加宽20厘米」; undefined where they say none. */
export function readSizeWish(skeleton: Skeleton, text: string): SizeWish | undefined {
  const lengths = [...text].flatMap((symbol) => {
    const slot = slotOf(skeleton, symbol)
    return slot?.kind === 'length' ? [slot.values] : []
  })
  const isSmaller = /small|narrow|shorter|shrink|reduc|lower|less|thinner|shallow|小|窄|短|矮|低|缩|减|浅/.test(text)
  const isBigger =
    /big|large|enlarg|wider|longer|taller|higher|deeper|broader|expand|extend|widen|lengthen|more|大|宽|长|高|深/.test(
      text,
    )
  const axis = axisIn(text)
  const [first] = lengths
  if (first && first.length > 1)
    return { width: first[0]!, depth: first[1]!, ...(first[2] === undefined ? {} : { height: first[2] }) }
  if (first) {
    const isBy =
      /(?:er|more|less|widen|lengthen|shorten|extend|enlarge|shrink|reduce|raise|lower)\b|(?:加|变|缩|拉|增|减)[宽长高短深]?|[宽长高短深矮窄大小]一?(?:点|些)?[\ue600-\ue7ff]|更/.test(
        text,
      )
    // "taller, 60 cm" tells how tall.
    const isTo = /\bto\b|, ?[\ue600-\ue7ff]|[到成为至]/.test(text)
    if (lengths.length > 1) return severalLengths(skeleton, text)
    // 「换大一点的，长1米8」 says how long it is to be.
    const isWhole = first[0]! >= 0.9 && /[宽长高深]/.test(text) && !/[加增再多]/.test(text)
    if (isBy && !isTo && !isWhole) return { axis: axis ?? 'width', by: (isSmaller ? -1 : 1) * first[0]! }
    return { [axis ?? 'width']: first[0]! }
  }
  const named = /\b(king|queen)/.exec(text)?.[1]
  if (named) return { width: named === 'king' ? 1.8 : 1.5 }
  const factor = factorIn(skeleton, text, isSmaller)
  if (factor !== undefined) return axis && !/as big|size|大|小/.test(text) ? { axis, factor } : { factor }
  if (!isSmaller && !isBigger) return undefined
  const step = isSmaller ? 'smaller' : 'bigger'
  return axis ? { step, axis } : { step }
}

/** "20 cm longer and 5 cm lower" are two changes; what names plain sizes is one. */
export function readSizeWishes(skeleton: Skeleton, text: string): SizeWish[] {
  const parts = text.split(/,|，|、| and |和|并且?|同时/).filter((part) => part.trim() !== '')
  const wishes = parts.flatMap((part) => (/[\ue600-\ue7ff]/.test(part) ? (readSizeWish(skeleton, part) ?? []) : []))
  if (parts.length > 1 && wishes.length === parts.length && wishes.some((wish) => 'by' in wish)) return wishes
  const whole = readSizeWish(skeleton, text)
  return whole ? [whole] : []
}

/** "1.8 m wide and 90 cm deep". */
function severalLengths(skeleton: Skeleton, text: string): SizeWish {
  const size: { width?: number; depth?: number; height?: number } = {}
  for (const match of text.matchAll(
    new RegExp(`([^\\ue600-\\ue7ff]*)(${L})([^\\ue600-\\ue7ff,，、]*?)(?=$|,|，|、| and )`, 'g'),
  )) {
    const slot = slotOf(skeleton, match[2])
    const axis = axisIn(match[3]!) ?? axisIn(match[1]!) ?? (size.width === undefined ? 'width' : 'depth')
    if (slot?.kind === 'length') size[axis] ??= slot.values[0]!
  }
  return size
}

function factorIn(skeleton: Skeleton, text: string, isSmaller: boolean): number | undefined {
  const numberAt = (symbol: string | undefined) => {
    const slot = slotOf(skeleton, symbol)
    return slot?.kind === 'number' ? slot.value : undefined
  }
  const percent = numberAt(
    new RegExp(`(${N}) ?(?:%|percent|per cent)`).exec(text)?.[1] ?? new RegExp(`百分之(${N})`).exec(text)?.[1],
  )
  if (percent !== undefined) {
    const isTo = /\bto\b|到|原来的|of (?:its|the)/.test(text)
    return isTo ? percent / 100 : 1 + ((isSmaller ? -1 : 1) * percent) / 100
  }
  const times = numberAt(new RegExp(`(${N}) ?(?:x|times|倍|as )`).exec(text)?.[1])
  if (times !== undefined) return isSmaller ? 1 / times : times
  if (/(?:小|短|窄|缩小|缩短)一半|half/.test(text)) return 0.5
  // "half as tall": the half is a number.
  const part = numberAt(new RegExp(N).exec(text)?.[0])
  if (part !== undefined && part < 1) return part
  const word = Object.keys(words).find((entry) => text.includes(entry))
  return word === undefined ? undefined : words[word]
}
