import { resolveCategory } from '@enfilade/catalogue'
import type { BriefAttributes } from '@enfilade/layout'
import type { Reference, Selector } from '../intent.ts'
import { measureWords } from './measure-words.ts'
import { chinesePlace, englishPlace } from './place-patterns.ts'
import { readPlace } from './place-phrase.ts'
import { type Skeleton, slotOf, symbols, wordsAt } from './skeleton.ts'

const { T, P, R, C, N, L } = symbols

const ordinals: { readonly [word: string]: number } = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  last: -1,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  '1': 1,
  '2': 2,
  '3': 3,
  '4': 4,
}

const determiner = `(?:(?:two|three|four|five|six|a couple|a pair|${N}) of (?:the|these|those|my|our)|all of the|all the|both of the|both the|each of the|one of the|the other|the|this|that|these|those|my|our|your|his|her|their|its|both|all|every|each|any|an?|another|one)`
const adjective = `(?:other|first|second|third|fourth|last|1st|2nd|3rd|4th|left(?:[- ]?hand)?|right(?:[- ]?hand)?|left-?most|right-?most|middle|central|nearest|closest|farthest|furthest|bigger|biggest|larger|largest|smaller|smallest|taller|tallest|shorter|shortest|wider|widest|narrower|narrowest|brightest|dimmest|north(?:ern)?|south(?:ern)?|east(?:ern)?|west(?:ern)?|selected|existing|current|old|new|big|large|small|little|tall|long|same|ugly|whole|two|three|${N}|${L}|${C})`
const head = `(?:${T}(?: ${T})?s?|ones?|pair)`
const after = `(?:,? (?:that is |that's |that are |which is |which are |standing |sitting |hanging |over )?(?:on|to|at) the (?:far )?(?:left|right)(?: side| hand side|-hand side)?(?! of)(?! ${T}))|(?: of the (?:two|${N}|pair))|(?: (?:that is|that's|which is|that are) (?:on|off|open|closed))`
const pronoun =
  '(?:(?:one|either|any) of (?:them|these|those)|the (?:former|latter|first|second)(?! ?[\\ue000-\\ue1ff])|them all|all of them|both of them|each of them|it|them|this|that|these|those|the selection|the selected (?:thing|item|object|one)s?|the rest)'

/** A noun phrase in English; `placed` with where the thing is ("the lamp by the window"). */
const ofSeveral = `(?:the )?(?:bigger|larger|smaller|taller|shorter|wider|narrower|brighter|dimmer|left|right|first|second|third|last|other|one)(?: one)? of (?:the|these|those|my) (?:(?:two|three|four|${N}) )?${T}`
const plainEnglish = `(?:${ofSeveral}|(?:${determiner} )?(?:${adjective}[ -]?){0,4}${head}(?:${after}){0,2}|${pronoun})`
const whichIs =
  "(?: (?:that|which)(?:'s| is| are| stands?| sits?| hangs?| lies?)?(?: (?:currently|now|right|just|over))?| (?:currently|now) standing| standing| sitting| hanging)?"
const lacking = `(?: (?:without|that has no|which has no|that lacks|lacking|with no) (?:one|any|(?:an? |any )?(?:${C} )?${T}))`
const placedEnglish = `(?:${ofSeveral}|(?:${determiner} )?(?:${adjective}[ -]?){0,4}${head}(?:${after}|${lacking}|${whichIs} ${englishPlace}){0,2}|${pronoun})`

const count = `(?:所有的?|全部的?|每一?|各|两|俩|几|一|${N}|第[一二三四两]|第${N})`
const side = '(?:最?(?:左|右)(?:边|侧|面|手边)?|中间|东边|西边|南边|北边|东侧|西侧|南侧|北侧)'
const compared = '(?:最?(?:大|小|高|矮|宽|窄|亮|暗|近|远|长|短)(?:一点|一些)?|较[大小高矮宽窄]|更[大小高矮])'
const zhModifier = `(?:(?:没有${T}|没放${T}|没${T}|缺${T}|${chinesePlace}|${side}|${compared}|选中|另外?|其他|其余|旧|原来|现有|${C}+|${L})的?)`
const zhHead = `(?:${T}|个|把|盏|张|件|台|盆|幅|块|只|座|组|扇|株|棵|条)`
const plainChinese = `(?:(?:这|那|我的|我们的|剩下的)?(?:${zhModifier}|这|那|${count}|${measureWords}){0,5}${zhHead}们?|它们?|这些(?:东西)?|那些(?:东西)?|这|那|选中的(?:东西|物品|家具)?|(?:前者|后者))`

export const englishPhrase = plainEnglish
export const englishPlacedPhrase = placedEnglish
export const chinesePhrase = plainChinese

/** Everything there: "everything but the bed", 「除了床以外的所有东西」. */
const everyThing = `(?:everything|all (?:of )?(?:the )?(?:furniture|things|stuff|items|objects)|the furniture|all of it)`
const list = `${plainEnglish}(?:(?:,| and|, and) ${plainEnglish})*`
export const englishEverything = `${everyThing}(?: else)?(?: (?:in|from) (?:the |this )?(?:${R}|${P}))?(?: ${englishPlace})?(?: (?:except|but|apart from|other than|besides|except for) (?:for )?${list})?`
const zhEvery =
  '(?:所有的?(?:东西|家具|物品|摆设)|全部(?:的)?(?:东西|家具|物品)|一切|其他(?:的)?(?:东西|家具|物品)?|别的(?:东西|家具)?|东西|家具)'
export const chineseEverything = `(?:除了?${plainChinese}(?:(?:和|、|跟|与)${plainChinese})*(?:以外|之外|外)?(?:的)?[,，]?(?:把)?)?(?:${chinesePlace}(?:的)?|${R}里?的?)?${zhEvery}`

/** Reads a noun phrase that a pattern matched. @returns undefined for a text that names nothing. */
export function readPhrase(skeleton: Skeleton, request: string, from: number, to: number): Reference | undefined {
  const text = skeleton.text.slice(from, to)
  const words = wordsAt(skeleton, request, from, to) || text
  const every = readEverything(skeleton, request, from, text, words)
  if (every) return every
  if (/^(it|this|that|它|这|那)$/.test(text))
    return { kind: 'pronoun', ...(/^(this|这)$/.test(text) ? { isThis: true } : {}), words }
  if (/^(them( all)?|(all|both|each) of them|these|those|它们|这些(东西)?|那些(东西)?)$/.test(text))
    return { kind: 'pronoun', isPlural: true, words }
  if (/^(the selection|the selected \w+|选中的.*)$/.test(text) && !new RegExp(T).test(text))
    return { kind: 'pronoun', isThis: true, isPlural: true, words }
  if (/^(?:one|either|any) of (?:them|these|those)$/.test(text)) return { kind: 'one', which: {}, words }
  if (/^(the rest|剩下的?)$/.test(text)) return { kind: 'all', except: [], words }
  const which = readSelector(skeleton, request, from, text)
  const attributes = looksIn(skeleton, headless(text))
  const noun = nounOf(skeleton, text)
  const isPlural = isPluralPhrase(text, noun?.slot.isPlural === true)
  if (!noun) {
    const categories = categoriesOfMeasure(text)
    const isPronoun = Object.keys(which).length === 0 && !attributes
    if (isPronoun) {
      const plural = isPlural ? { isPlural: true } : {}
      if (!categories) return { kind: 'pronoun', isThis: true, ...plural, words }
      return { kind: 'one', which: {}, categories, ...plural, words }
    }
    return {
      kind: 'one',
      which,
      ...(categories ? { categories } : {}),
      ...(attributes ? { attributes } : {}),
      ...(isPlural ? { isPlural: true } : {}),
      words,
    }
  }
  // 「书桌前的椅子」: a word of the place does not say which chair.
  const slot = which.near ? noun.slot : narrowed(noun.slot, words)
  const number = countIn(skeleton, text)
  return {
    kind: 'named',
    category: slot.category,
    categories: slot.categories,
    noun: slot.text,
    isPlural: isPlural || (number !== undefined && number > 1),
    words,
    ...(slot.label ? { label: slot.label } : {}),
    ...(number !== undefined && number > 1 ? { count: number } : {}),
    ...(attributes ? { attributes } : {}),
    ...(Object.keys(which).length > 0 ? { which } : {}),
    ...(/^(?:this|these)\b|^这/.test(text) ? { isThis: true } : {}),
  }
}

/** "the single bed": of the kinds that the noun alone may mean, the one that it means with what goes before it. */
function narrowed<Thing extends { readonly categories: readonly string[]; readonly category: string }>(
  slot: Thing,
  words: string,
): Thing {
  if (slot.categories.length < 2) return slot
  const bare = words.replace(/^(?:the|this|that|my|our|both|all|two|把|那|这|所有的?|两)[个把盏张件台]?\s*/i, '')
  const category = resolveCategory(bare)
  return category &&
    slot.categories.includes(category) &&
    bare.toLowerCase() !== slot.category &&
    bare.length > 2 &&
    /single|double|bunk|dining|coffee|side|desk|floor|table|ceiling|wall|pendant|单人|双人|餐|茶|书|落地|台|吊|壁|吸顶|婴儿|办公/i.test(
      bare,
    )
    ? { ...slot, category, categories: [category] }
    : slot
}

/** True where the phrase can only mean what is there: "the bed", 「那张床」, "it"; false for "a bed", 「一张床」. */
export function isDefinitePhrase(text: string): boolean {
  if (/^(?:an?|another|some) /.test(text)) return false
  if (/^(?:一|两|几|[\uec00-\uedff])/.test(text)) return false
  return true
}

export function hasDeterminer(text: string): boolean {
  return new RegExp(
    `^(?:${determiner.replace('|an?|another|one', '')}) |^${pronoun}$|^(?:这|那|它|所有|全部|每|我的|选中)`,
  ).test(text)
}

function readEverything(
  skeleton: Skeleton,
  request: string,
  from: number,
  text: string,
  words: string,
): Reference | undefined {
  if (!new RegExp(`^(?:${englishEverything}|${chineseEverything})$`).test(text)) return undefined
  const except: string[] = []
  const exceptAt = /(?:except|but|apart from|other than|besides|except for)|除了?/.exec(text)
  const end = exceptAt && /^除/.test(exceptAt[0]) ? text.search(new RegExp(`${zhEvery}$`)) : text.length
  if (exceptAt)
    for (const symbol of text.slice(exceptAt.index, end)) {
      const slot = slotOf(skeleton, symbol)
      if (slot?.kind === 'thing') except.push(...slot.categories)
    }
  const rest = exceptAt ? (exceptAt.index > 0 ? text.slice(0, exceptAt.index) : text.slice(end)) : text
  const which = readSelector(skeleton, request, from + text.indexOf(rest), rest)
  return { kind: 'all', except, ...(which.near ? { which: { near: which.near } } : {}), words }
}

/** The first thing of the phrase that is not part of where it is. */
function nounOf(skeleton: Skeleton, text: string) {
  const bare = withoutPlaces(text)
  const at = [...bare.matchAll(new RegExp(T, 'g'))]
  // "bed table": the last of two nouns in a row names the thing.
  const match = at.find((entry) => !new RegExp(`^ ?${T}`).test(bare.slice(entry.index + 1))) ?? at[0]
  const slot = match && slotOf(skeleton, match[0])
  return slot?.kind === 'thing' ? { slot } : undefined
}

const placeEnglish = new RegExp(`${lacking}| ${englishPlace}`, 'g')
const placeChinese = new RegExp(`(?:没有|没放|没|缺)${T}的|${chinesePlace}的?(?=.*${zhHead})`, 'g')

/** The phrase without the places in it; same length, so that offsets stay. */
function withoutPlaces(text: string): string {
  const blank = (match: string) => ' '.repeat(match.length)
  return text.replace(placeEnglish, blank).replace(placeChinese, blank)
}

const headless = (text: string) => withoutPlaces(text)

function looksIn(skeleton: Skeleton, text: string): BriefAttributes | undefined {
  let attributes: BriefAttributes | undefined
  for (const symbol of text) {
    const slot = slotOf(skeleton, symbol)
    if (slot?.kind === 'look') attributes = { ...attributes, ...slot.attributes }
  }
  return attributes
}

function countIn(skeleton: Skeleton, text: string): number | undefined {
  const bare = withoutPlaces(text)
  const some = new RegExp(`^(two|a couple|a pair|three|four|five|six|${N}) of `).exec(bare)?.[1]
  const several = slotOf(skeleton, some)
  if (some) return several?.kind === 'number' ? several.value : ({ three: 3, four: 4, five: 5, six: 6 }[some] ?? 2)
  if (/ of (?:the|these|those|my) /.test(bare)) return undefined
  if (/\bboth\b|^两|这两|那两|俩|\btwo\b/.test(bare)) return 2
  if (/\bthree\b/.test(bare)) return 3
  const match = new RegExp(`(?<!第)${N}`).exec(bare)
  const slot = match && slotOf(skeleton, match[0])
  return slot?.kind === 'number' && Number.isInteger(slot.value) ? slot.value : undefined
}

function isPluralPhrase(text: string, isNounPlural: boolean): boolean {
  if (/^(?:two|three|four|five|six|a couple|a pair|all|both|[\uec00-\uedff]) of /.test(text)) return true
  if (/ of (?:the|these|those|my) /.test(text)) return false
  return (
    isNounPlural ||
    /\b(all|both|every|each|these|those|ones)\b/.test(text) ||
    /所有|全部|每|各|些|两[把张盏个]|们$/.test(text)
  )
}

function readSelector(skeleton: Skeleton, request: string, from: number, text: string): Selector {
  const which: { -readonly [key in keyof Selector]: Selector[key] } = {}
  const place = placeIn(text)
  if (place) {
    const near = readPlace(skeleton, request, from + place.index, from + place.index + place.text.length)
    if (near) which.near = near
  }
  const lack = new RegExp(`${lacking}|(?:没有|没放|没|缺)(${T})的`).exec(text)
  if (lack) {
    const slot = slotOf(skeleton, new RegExp(T).exec(lack[0])?.[0])
    which.lacks = slot?.kind === 'thing' ? slot.categories : []
  }
  const bare = withoutPlaces(text)
  const sides =
    /\b(left|right)(?:-?most|[- ]?hand)?\b|(?:on|to|at) the (?:far )?(left|right)|最?(左|右)(?:边|侧|面|手边)?/.exec(
      bare,
    )
  if (sides) which.side = /left|左/.test(sides[0]) ? 'left' : 'right'
  else if (/\b(?:middle|central)\b|中间/.test(bare)) which.side = 'middle'
  else {
    const compass = /\b(north|east|south|west)(?:ern)?\b|([东南西北])(?:边|侧)/.exec(bare)
    const names = { 北: 'north', 东: 'east', 南: 'south', 西: 'west' } as const
    if (compass) which.side = (compass[1] as 'north') ?? names[compass[2] as '北']
  }
  const ordinal = /\b(first|second|third|fourth|last|1st|2nd|3rd|4th)\b|第([一二三四两])|最后/.exec(bare)
  if (ordinal) which.ordinal = ordinals[ordinal[1] ?? ordinal[2] ?? 'last']!
  const numbered = new RegExp(`第(${N})`).exec(bare)
  const number = numbered && slotOf(skeleton, numbered[1])
  if (number?.kind === 'number') which.ordinal = number.value
  if (/\bother\b|another|另/.test(bare)) which.isOther = true
  const compare = readComparison(bare)
  if (compare) which.compare = compare
  const state = /(?:that is|that's|which is|that are) (on|off|open|closed)/.exec(bare)?.[1]
  if (state) which.state = state === 'on' || state === 'off' ? { on: state === 'on' } : { open: state === 'open' }
  if (/(?:开|亮)着的/.test(bare)) which.state = { on: true }
  return which
}

function readComparison(text: string): Selector['compare'] {
  const word =
    /\b(bigger|biggest|larger|largest|smaller|smallest|taller|tallest|shorter|shortest|wider|widest|narrower|narrowest|brightest|brighter|dimmer|dimmest|nearest|closest|farthest|furthest|big|large|small|little|tall)\b|(最|较|更)?(大|小|高|矮|宽|窄|亮|暗|近|远|长|短)(?:一点|一些)?(?:的|那|这)/.exec(
      text,
    )
  if (!word) return undefined
  const found = word[1] ?? word[3]!
  const isMost = !/small|little|short|narrow|dim|near|close|小|矮|窄|暗|近|短/.test(found)
  const by = /tall|short|高|矮/.test(found)
    ? 'height'
    : /wid|narrow|宽|窄|长|短/.test(found)
      ? 'width'
      : /bright|dim|亮|暗/.test(found)
        ? 'light'
        : /near|close|far|fur|近|远/.test(found)
          ? 'distance'
          : 'size'
  return { by, isMost }
}

function placeIn(text: string): { readonly index: number; readonly text: string } | undefined {
  const english = new RegExp(` (${englishPlace})`).exec(text)
  if (english) return { index: english.index + 1, text: english[1]! }
  const chinese = new RegExp(`${chinesePlace}(?=的?.*(?:${zhHead}|${zhEvery}))`).exec(text)
  return chinese ? { index: chinese.index, text: chinese[0] } : undefined
}

/** What a Chinese measure word counts: 盏 lamps, 张 tables and beds, 把 chairs; undefined where it counts anything. */
function categoriesOfMeasure(text: string): readonly string[] | undefined {
  const measure = /(把|盏|张|台|盆|幅)们?$/.exec(text)?.[1]
  return measure ? counted[measure] : undefined
}

const counted: { readonly [measure: string]: readonly string[] } = {
  把: ['dining_chair', 'office_chair', 'armchair', 'kids_chair', 'rocking_chair', 'stool', 'bar_stool'],
  盏: [
    'floor_lamp',
    'table_lamp',
    'desk_lamp',
    'ceiling_light',
    'pendant_light',
    'wall_lamp',
    'chandelier',
    'pendant_lamp',
    'ceiling_lamp',
  ],
  张: [
    'dining_table',
    'coffee_table',
    'desk',
    'double_bed',
    'single_bed',
    'side_table',
    'sofa',
    'dining_chair',
    'office_chair',
  ],
  台: ['television', 'computer', 'laptop', 'washing_machine', 'refrigerator', 'printer'],
  盆: ['plant', 'potted_plant'],
  幅: ['painting', 'picture'],
}
