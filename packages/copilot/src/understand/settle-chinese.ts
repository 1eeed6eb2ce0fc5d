import { findKind } from '@enfilade/catalogue'
import { hasChinese, lexicon } from '../lexicon/lexicon.ts'
import type { Meaning } from '../lexicon/meaning.ts'
import { settleDistance } from './settle-distance.ts'
import { settlePhrases } from './settle-phrases.ts'
import type { Token } from './tokenize.ts'

/** Chinese words whose meaning hangs on the words around them. */
export function settleChinese(tokens: readonly Token[]): Token[] {
  const settled = withoutEcho(settleDistance(asCompounds(settlePhrases(asParted(tokens))))).map(
    (token, at, all) => asPlace(all, at) ?? asForward(all, at) ?? token,
  )
  return withoutNumbers(
    settled.map((token, at, all) => shortName(all, at) ?? token),
    settled,
  )
}

/** 「壁灯下面是床头柜」, 「书桌桌面放显示器」: places. */
function asPlace(tokens: readonly Token[], at: number): Token | undefined {
  const [before, token, next] = [tokens[at - 1], tokens[at]!, tokens[at + 1]]
  const isBehind = before?.meaning.type === 'object' && before.to === token.from
  if (/^[下上]面是$/.test(token.text) && isBehind)
    return { ...token, meaning: { type: 'relation', relation: 'under', follows: true, bare: true } }
  const isOpening = isBehind || before === undefined || before.meaning.type === 'break'
  // 「书桌上方两层搁板」: two boards, one over the other.
  const tiers = '两三四'.indexOf(token.text[0]!) + 2
  const isShelf = next?.meaning.type === 'object' && next.meaning.category === 'wall_shelf'
  if (isShelf && /^[两三四]层$/.test(token.text) && !isCounting(before) && before?.meaning.type !== 'measure')
    return { ...token, meaning: { type: 'number', value: tiers } }
  // 「斗柜柜顶放一盏灯」, 「书架顶部放绿植」.
  const isTop = /^顶[部端]?$/.test(token.text) && isBehind && /[柜架橱箱台桌几]子?$/.test(before.text)
  if (isTop && next?.meaning.type !== 'relation')
    return { ...token, meaning: { type: 'relation', relation: 'on', follows: true, bare: true } }
  // 「边几，好搁我的水杯」, 「小桌，用来放收音机」: a small thing put on what was named.
  const isPurpose = /^(好|用来|拿来|专门|专门用来|方便|可以|能|用于)$/.test(before?.text ?? '')
  const opener = tokens[at - 2]
  const isOwnPhrase = opener?.meaning.type === 'break' || opener?.meaning.type === 'object'
  if (isPurpose && isOwnPhrase && /^[放搁摆置]$/.test(token.text) && isSmallNext(tokens, at))
    return { ...token, meaning: { type: 'relation', relation: 'on', bare: true, lone: true } }
  if (/^[桌台柜几]面$/.test(token.text) && isOpening && next?.meaning.type === 'verb')
    return { ...token, meaning: { type: 'relation', relation: 'on', follows: true, bare: true } }
  return undefined
}

function isSmallNext(tokens: readonly Token[], at: number): boolean {
  const end = tokens.findIndex(({ meaning }, index) => index > at && meaning.type === 'break')
  const next = tokens.slice(at, end < 0 ? tokens.length : end).find(({ meaning }) => meaning.type === 'object')
  return next?.meaning.type === 'object' && (findKind(next.meaning.category)?.mount ?? 'surface') === 'surface'
}

/** 「千万别放床」: a refusal that opens its phrase is of what follows, not of what was named before. */
function asForward(tokens: readonly Token[], at: number): Token | undefined {
  const [before, token, next] = [tokens[at - 1], tokens[at]!, tokens[at + 1]]
  if (token.meaning.type !== 'negation' || !token.meaning.after || !hasChinese(token.text)) return undefined
  const isOpening = before === undefined || before.meaning.type === 'break' || before.meaning.type === 'room'
  const isOfNext = next !== undefined && ['object', 'attribute', 'size'].includes(next.meaning.type)
  return isOpening && isOfNext ? { ...token, meaning: { type: 'negation' } } : undefined
}

/** 「每张床床尾」, 「大床床头」 name one bed twice. */
function withoutEcho(tokens: readonly Token[]): Token[] {
  return tokens.filter((token, at) => {
    const [before, next] = [tokens[at - 1], tokens[at + 1]]
    const isTwice = token.text === '床' && before?.meaning.type === 'object' && before.to === token.from
    return !(isTwice && before.text.endsWith('床') && next?.from === token.to && next.meaning.type === 'relation')
  })
}

/** 「两桌中间」, 「两床之间」: the two that were named, not two more. */
function withoutNumbers(tokens: readonly Token[], before: readonly Token[]): Token[] {
  return tokens.filter(
    (token, at) => !(token.meaning.type === 'number' && hasChinese(token.text) && tokens[at + 1] !== before[at + 1]),
  )
}

/** Last characters of names that stand for the whole name before a word of place: 几上, 台前, 橱上. */
const heads = /^[几台橱案榻柜桌椅凳架镜缸琴墩床]$/

/** 「梳妆台…台前放凳子」, 「贵妃榻旁一张小几，几上一本书」: the thing that was named before and ends so. */
function shortName(tokens: readonly Token[], at: number): Token | undefined {
  const token = tokens[at]!
  const next = tokens[at + 1]
  if (!heads.test(token.text) || next?.from !== token.to || next.meaning.type !== 'relation') return undefined
  const before = tokens[at - 1]
  const isOfTwo = /^[两俩二]$/.test(before?.text ?? '') && next.meaning.relation === 'between'
  if (!next.meaning.follows || (isCounting(before) && !isOfTwo) || (token.text === '床' && !isOfTwo)) return undefined
  const named = tokens
    .slice(0, at)
    .findLast(({ text, meaning }) => meaning.type === 'object' && text.length > 1 && endsSo(text, token.text))
  if (named?.meaning.type === 'object') {
    const { category, family, label } = named.meaning
    const meaning: Meaning = {
      type: 'object',
      category,
      family: family ?? named.text,
      ...(label ? { label } : {}),
    }
    return { ...token, meaning }
  }
  return token.text === '几' ? { ...token, meaning: { type: 'object', category: 'side_table' } } : undefined
}

const endsSo = (name: string, head: string) => name.replace(/[子儿]$/, '').endsWith(head)

const isCounting = (token: Token | undefined) =>
  token !== undefined && ['number', 'quantity', 'question', 'bound'].includes(token.meaning.type)

/** 「一米内有椅子」: the first character belongs to the length. */
function asParted(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token, at) => {
    if (token.text !== '内有' || tokens[at - 1]?.meaning.type !== 'unit') return [token]
    const middle = token.from + 1
    const bound: Token = {
      text: '内',
      from: token.from,
      to: middle,
      meaning: { type: 'bound', bound: 'max', after: true },
    }
    return [bound, { ...token, text: '有', from: middle }]
  })
}

/** What a compound ends with, where the lexicon does not know it as a whole. */
const compoundHeads = /^[柜架桌椅凳罩]子?$/

/** 「打印机柜」, 「访客椅」, 「音响架」: a name or a person right before such a word only says which one. */
function asCompounds(tokens: readonly Token[]): Token[] {
  const joined: Token[] = []
  for (const [at, token] of tokens.entries()) {
    const before = joined.at(-1)
    const next = tokens[at + 1]
    const isRack = token.text === '架' && isRackOf(before, next)
    if (isRack) {
      joined[joined.length - 1] = { ...rack, text: `${before!.text}架`, from: before!.from, to: token.to }
      continue
    }
    const isHead = token.meaning.type === 'object' && compoundHeads.test(token.text)
    const isOf = before && before.to === token.from && hasChinese(before.text) && isSpecifier(before, token.text)
    if (!isHead || !isOf) joined.push(token)
    else joined[joined.length - 1] = { ...token, text: before.text + token.text, from: before.from }
  }
  return joined
}

const rack = { meaning: { type: 'object', category: 'bookcase', family: '架子' } } as const

/** 「布料架」, 「毛线架」: no measure word, where no number stands before it and no thing behind. */
function isRackOf(before: Token | undefined, next: Token | undefined): boolean {
  if (!before || before.text.length < 2 || !hasChinese(before.text)) return false
  const isOf =
    ['attribute', 'object', 'unknown'].includes(before.meaning.type) && !/[柜架桌椅凳床灯的]$/.test(before.text)
  return isOf && !['object', 'attribute', 'size', 'unknown'].includes(next?.meaning.type ?? 'break')
}

/** 「床柜子」 are two things. */
function isSpecifier({ text, meaning }: Token, head: string): boolean {
  if (meaning.type === 'person') return text.length > 1
  if (meaning.type === 'unknown') return text.length < 3 && /^[椅桌柜凳]$/.test(head)
  if (meaning.type !== 'object' || /[柜架桌椅凳床]子?$/.test(text)) return false
  if (text.length < 2 && !/^[柜架]$/.test(head)) return false
  return lexicon().phrases.get(text)?.type === 'object' && !/子$/.test(head)
}
