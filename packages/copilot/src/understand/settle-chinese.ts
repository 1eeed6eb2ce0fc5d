import { hasChinese, lexicon } from '../lexicon/lexicon.ts'
import type { Meaning } from '../lexicon/meaning.ts'
import type { Token } from './tokenize.ts'

/** Chinese words whose meaning hangs on the words around them. */
export function settleChinese(tokens: readonly Token[]): Token[] {
  return asCompounds(tokens).map((token, at, all) => shortName(all, at) ?? token)
}

/** Last characters of names that stand for the whole name before a word of place: 几上, 台前, 橱上. */
const heads = /^[几台橱案榻柜桌椅凳架镜缸琴墩]$/

/** 「梳妆台…台前放凳子」, 「贵妃榻旁一张小几，几上一本书」: the thing that was named before and ends so. */
function shortName(tokens: readonly Token[], at: number): Token | undefined {
  const token = tokens[at]!
  const next = tokens[at + 1]
  if (!heads.test(token.text) || next?.from !== token.to || next.meaning.type !== 'relation') return undefined
  if (!next.meaning.follows || isCounting(tokens[at - 1])) return undefined
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

/** What a compound ends with, where the lexicon does not know it as a whole. */
const compoundHeads = /^[柜架桌椅凳罩]子?$/

/** 「打印机柜」, 「访客椅」, 「音响架」: a name or a person right before such a word only says which one. */
function asCompounds(tokens: readonly Token[]): Token[] {
  const joined: Token[] = []
  for (const token of tokens) {
    const before = joined.at(-1)
    const isHead = token.meaning.type === 'object' && compoundHeads.test(token.text)
    const isOf = before && before.to === token.from && hasChinese(before.text) && isSpecifier(before, token.text)
    if (!isHead || !isOf) joined.push(token)
    else joined[joined.length - 1] = { ...token, text: before.text + token.text, from: before.from }
  }
  return joined
}

/** 「床柜子」 are two things; a word that the lexicon has ends a name of its own. */
function isSpecifier({ text, meaning }: Token, head: string): boolean {
  if (meaning.type === 'person') return text.length > 1
  if (meaning.type !== 'object' || text.length < 2 || /[柜架桌椅凳床]子?$/.test(text)) return false
  return lexicon().phrases.get(text)?.type === 'object' && !/子$/.test(head)
}
