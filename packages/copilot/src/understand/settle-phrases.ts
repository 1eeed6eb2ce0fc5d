import type { Meaning } from '../lexicon/meaning.ts'
import type { Token } from './tokenize.ts'

/** Chinese turns of a few words that are one thing said: each takes the tokens from an index and gives what they become. */
type Turn = (
  tokens: readonly Token[],
  at: number,
) => { readonly tokens: readonly Token[]; readonly used: number } | undefined

/** The tokens with every such turn made plain. */
export function settlePhrases(tokens: readonly Token[]): Token[] {
  const plain: Token[] = []
  for (let at = 0; at < tokens.length; ) {
    const turned = turns.map((turn) => turn(tokens, at)).find((found) => found !== undefined)
    plain.push(...(turned?.tokens ?? [tokens[at]!]))
    at += turned?.used ?? 1
  }
  return plain
}

const isType = (token: Token | undefined, ...types: readonly Meaning['type'][]) =>
  token !== undefined && types.includes(token.meaning.type)

const endsHere = (token: Token | undefined) => token === undefined || token.meaning.type === 'break'

const isAfter = (token: Token | undefined, before: Token | undefined) =>
  token !== undefined && token.from === before?.to

const relation = (token: Token, of: Extract<Meaning, { type: 'relation' }>['relation'], lone = false): Token => ({
  ...token,
  meaning: { type: 'relation', relation: of, bare: true, ...(lone ? { lone: true } : { follows: true }) },
})

/** 「床头柜两个（左右各一）」 says the number again. */
const oneEach: Turn = (tokens, at) => {
  const [place, one, end] = tokens.slice(at, at + 3)
  const isEach = /^(左右|两侧|两边|两旁|左右两[侧边旁])各$/.test(place!.text) && /^[一1]$/.test(one?.text ?? '')
  if (!isEach || !endsHere(end)) return undefined
  const to = place!.to - 1
  const sides = relation({ ...place!, text: place!.text.slice(0, -1), to }, 'flanking', true)
  return { tokens: [sides, { ...one!, from: to, meaning: { type: 'particle' } }], used: 2 }
}

/** 「左边几上放台灯」: the side table on the left, not a place on its left. */
const sideTable: Turn = (tokens, at) => {
  const [side, table, place] = tokens.slice(at, at + 3)
  if (!/^[左右]边$/.test(side!.text) || table?.text !== '几' || !isAfter(table, side)) return undefined
  if (!isType(place, 'relation') || !isAfter(place, table)) return undefined
  const middle = side!.from + 1
  return {
    tokens: [
      { ...side!, text: side!.text[0]!, to: middle, meaning: { type: 'particle' } },
      { ...table, text: '边几', from: middle, meaning: { type: 'object', category: 'side_table' } },
    ],
    used: 2,
  }
}

/** 「电视柜上头墙上挂电视」: on the wall, over the thing. */
const wallOver: Turn = (tokens, at) => {
  const [over, wall] = tokens.slice(at, at + 2)
  const isOver = isType(over, 'relation') && /^(上头|上面|上边|顶上|上)的?$/.test(over!.text)
  const isWall = isType(wall, 'relation', 'part') && /^墙(上|面|壁)?/.test(wall!.text) && isAfter(wall, over)
  return isOver && isWall && isType(tokens[at - 1], 'object')
    ? { tokens: [relation(over!, 'above')], used: 2 }
    : undefined
}

/** 「轮椅要停在床边」: the thing, where else the words speak of who uses it. */
const parkedWheelchair: Turn = (tokens, at) => {
  const [chair, next] = tokens.slice(at, at + 2)
  if (chair!.text !== '轮椅要' || !/^(能|可以)?(停|放|摆|靠|搁|收)/.test(next?.text ?? '')) return undefined
  const to = chair!.to - 1
  return {
    tokens: [
      { ...chair!, text: '轮椅', to, meaning: { type: 'object', category: 'wheelchair' } },
      { ...chair!, text: '要', from: to, meaning: { type: 'particle' } },
    ],
    used: 1,
  }
}

/** 「阅读角：矮书架两个」: a heading. */
const heading: Turn = (tokens, at) => {
  const [zone, colon] = tokens.slice(at, at + 2)
  const isHeading = isType(zone, 'zone') && endsHere(tokens[at - 1]) && /^[：:]$/.test(colon?.text ?? '')
  return isHeading ? { tokens: [{ ...zone!, meaning: { type: 'particle' } }, colon!], used: 2 } : undefined
}

/** 「L 型沙发」 with a space inside. */
const spacedShape: Turn = (tokens, at) => {
  const [letter, form] = tokens.slice(at, at + 2)
  if (!/^[LlＬ]$/.test(letter!.text) || !/^(型|形|字型|字形)$/.test(form?.text ?? '')) return undefined
  return { tokens: [{ ...letter!, to: form!.to, meaning: { type: 'attribute', attributes: { shape: 'l' } } }], used: 2 }
}

/** 「椅子三把在一边三把在另一边」: six on both sides. */
const halves: Turn = (tokens, at) => {
  const [number, measure] = tokens.slice(at, at + 2)
  if (number?.meaning.type !== 'number' || !isType(measure, 'measure')) return undefined
  const text = tokens.slice(at).map((token) => (token.meaning.type === 'number' ? '#' : token.text))
  const said =
    /^#(.)[放摆坐]?在?(?:的)?(?:一边|一侧|一面|这边|这侧)[，,、]?(?:另外?)?#\1[放摆坐]?在?(?:的)?(?:另一?边|另一?侧|另一面|那边|那侧|对面)/.exec(
      text.join(''),
    )
  if (!said) return undefined
  let used = 0
  for (let length = 0; length < said[0].length; used += 1) length += text[used]!.length
  const other = tokens.slice(at + 2, at + used).find(({ meaning }) => meaning.type === 'number')
  if (other?.meaning.type !== 'number') return undefined
  const value = number.meaning.value + other.meaning.value
  return {
    tokens: [
      { ...number, meaning: { type: 'number', value } },
      measure!,
      { ...measure!, text: '在', from: measure!.to, meaning: { type: 'particle' } },
      relation({ ...measure!, text: '两侧', from: measure!.to, to: tokens[at + used - 1]!.to }, 'flanking'),
    ],
    used,
  }
}

/** 「茶几为大理石圆几」 names one thing twice. */
const namedAgain: Turn = (tokens, at) => {
  const [first, is] = tokens.slice(at, at + 2)
  if (first?.meaning.type !== 'object' || !/^(为|是|选|选用|用|采用|要)$/.test(is?.text ?? '')) return undefined
  const last = tokens.findIndex(
    (token, index) => index > at + 1 && !isType(token, 'attribute', 'size', 'particle', 'style'),
  )
  const again = tokens[last]
  const isAgain =
    again?.meaning.type === 'object' && /^[圆方长小矮大高]/.test(again.text) && again.text.at(-1) === first.text.at(-1)
  if (!isAgain || again.meaning.type !== 'object') return undefined
  const { category, family } = first.meaning
  const { family: _, ...meaning } = again.meaning
  return {
    tokens: [
      ...tokens.slice(at + 2, last),
      { ...again, meaning: { ...meaning, category, ...(family ? { family } : {}) } },
    ],
    used: last + 1 - at,
  }
}

/** 「写作业的桌子」, 「学习用的桌子」 are for one who writes. */
const writingTable: Turn = (tokens, at) => {
  const [use, ...rest] = tokens.slice(at, at + 4)
  if (!/^(写作业|写字|做作业|做功课|学习|办公|读书写字|练字|工作|写东西)(用|时)?$/.test(use!.text)) return undefined
  const last = rest.findIndex((token) => /^桌子?$/.test(token.text))
  if (last < 1 || !rest.slice(0, last).every((token) => /^[用时的]+$/.test(token.text))) return undefined
  const table: Token = { ...rest[last]!, text: '书桌', meaning: { type: 'object', category: 'desk' } }
  return { tokens: [{ ...use!, meaning: { type: 'particle' } }, table], used: last + 2 }
}

/** 「书桌对着门，人背靠书柜」: the bookcase is behind the desk. */
const atOnesBack: Turn = (tokens, at) => {
  const [person, back, thing] = tokens.slice(at, at + 3)
  const isPerson = person!.text === '人' && endsHere(tokens[at - 1])
  if (!isPerson || !/^(背靠|背对)着?$/.test(back?.text ?? '') || thing?.meaning.type !== 'object') return undefined
  if (!endsHere(tokens[at + 3])) return undefined
  const leading: Token = { ...person!, meaning: { type: 'particle' } }
  return { tokens: [leading, thing, { ...relation(back!, 'behind', true), text: '在背后' }], used: 3 }
}

/** 「烫衣板就近」: near what was spoken of. */
const closeBy: Turn = (tokens, at) => {
  const isLast = /^(就近|在旁|在侧|手边)$/.test(tokens[at]!.text) && endsHere(tokens[at + 1])
  return isLast ? { tokens: [relation(tokens[at]!, 'near', true)], used: 1 } : undefined
}

const turns: readonly Turn[] = [
  oneEach,
  sideTable,
  wallOver,
  parkedWheelchair,
  heading,
  spacedShape,
  halves,
  namedAgain,
  closeBy,
  writingTable,
  atOnesBack,
]
