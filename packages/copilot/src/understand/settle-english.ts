import type { Meaning } from '../lexicon/meaning.ts'
import type { Token } from './tokenize.ts'

/** English words whose meaning hangs on their neighbours: seats of a sofa, the stand of a television, the worktop. */
export function settleEnglish(tokens: readonly Token[]): Token[] {
  return asList(withSeaters(tokens)).map((token, index, all) => {
    const meaning = meaningHere(token, index, all)
    return meaning ? { ...token, meaning } : token
  })
}

/** Names in a row from which on they are a list rather than a compound. */
const shortestList = 3

/** "bed desk lamp wardrobe" names things one after the other; "desk lamp" among them is a desk and its lamp. */
function asList(tokens: readonly Token[]): Token[] {
  const listed: Token[] = []
  let at = 0
  while (at < tokens.length) {
    let end = at
    while (isNameBehind(tokens[end], tokens[end + 1])) end += 1
    const run = tokens.slice(at, end + 1)
    if (run.length < shortestList) listed.push(...run)
    else
      listed.push(
        ...run.flatMap((token, index) => [
          ...(index > 0 ? [commaAt(token.from)] : []),
          ...(deskOfLamp(token, run) ? [deskOfLamp(token, run)!, commaAt(token.from + 4)] : []),
          token,
        ]),
      )
    at = end + 1
  }
  return listed
}

const isNameBehind = (token: Token | undefined, next: Token | undefined) =>
  typeOf(token) === 'object' &&
  typeOf(next) === 'object' &&
  next!.from === token!.to + 1 &&
  /^[a-z ]+$/i.test(token!.text) &&
  /^[a-z ]+$/i.test(next!.text)

const commaAt = (at: number): Token => ({ meaning: { type: 'break', strong: false }, text: ',', from: at, to: at })

const deskOfLamp = (token: Token, run: readonly Token[]): Token | undefined =>
  /^desk (?:lamp|light)$/i.test(token.text) && !run.some(({ text }) => /^desk$/i.test(text))
    ? { ...token, text: 'desk', to: token.from + 4, meaning: { type: 'object', category: 'desk' } }
    : undefined

const typeOf = (token: Token | undefined) => token?.meaning.type

function meaningHere(token: Token, index: number, tokens: readonly Token[]): Meaning | undefined {
  const [before, next] = [tokens[index - 1], tokens[index + 1]]
  const text = token.text.toLowerCase()
  // "television on a stand".
  if (text === 'stand' && before && /^(a|an|its|the|their)$|^(proper|low|small|wooden)$/i.test(before.text))
    return tokens.slice(Math.max(0, index - 14), index).some(isTelevision)
      ? { type: 'object', category: 'tv_stand' }
      : undefined
  if (/^(worktop|counter top|countertop)$/.test(text) && /^(the|a|our|my)$/i.test(before?.text ?? ''))
    return typeOf(tokens[index - 2]) === 'relation' ? { type: 'object', category: 'base_cabinet' } : undefined
  // "six chairs about it".
  if (text === 'about' && typeOf(before) === 'object' && /^(it|the)$/i.test(next?.text ?? ''))
    return { type: 'relation', relation: 'around' }
  return undefined
}

const isTelevision = ({ meaning }: Token) => meaning.type === 'object' && meaning.category === 'television'

/** "a three-seater in velvet" is a sofa of three seats; "a 3-seat sofa" has its noun. */
function withSeaters(tokens: readonly Token[]): Token[] {
  const settled: Token[] = []
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at]!
    const unitAt = tokens[at + 1]?.text === '-' ? at + 2 : at + 1
    const unit = tokens[unitAt]
    const { meaning } = token
    const isSeats = meaning.type === 'number' && !meaning.article && /^(?:seat|seaters?)$/i.test(unit?.text ?? '')
    const noun = nounBehind(tokens, unitAt + 1)
    if (!isSeats || !unit || unit.from > token.to + 1 || (!noun && /^seat$/i.test(unit.text))) {
      settled.push(token)
      continue
    }
    const seats = meaning.value
    const own = settled.findLastIndex((entry) => typeOf(entry) !== 'break')
    if (noun) settled.push(token, { ...unit, meaning: { type: 'seater' } })
    else if (isBracketed(settled, own) && settled[own]!.meaning.type === 'object') {
      const { meaning: thing } = settled[own]!
      if (thing.type === 'object') settled[own] = { ...settled[own]!, meaning: { ...thing, seats } }
    } else {
      const text = `${token.text} ${unit.text}`
      settled.push({ ...token, text, to: unit.to, meaning: { type: 'object', category: 'sofa', seats } })
    }
    at = unitAt
  }
  return settled
}

/** "sofa (2-seater)". */
const isBracketed = (settled: readonly Token[], own: number) =>
  own >= 0 && own === settled.length - 2 && /^[(,]$/.test(settled.at(-1)!.text)

function nounBehind(tokens: readonly Token[], from: number): Token | undefined {
  let at = from
  while (['attribute', 'size', 'style', 'mood', 'unknown'].includes(typeOf(tokens[at]) ?? '')) at += 1
  return typeOf(tokens[at]) === 'object' ? tokens[at] : undefined
}
