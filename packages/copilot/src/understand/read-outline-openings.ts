import type { PlanOpening, PlanSide } from '@enfilade/layout'
import { sideIn, sideWord } from './read-outline-sides.ts'
import {
  count as countWord,
  type Found,
  findAll,
  length,
  overlaps,
  pair,
  readLength,
  readNumber,
  readPair,
  type Span,
} from './read-plan-text.ts'
import type { Token } from './tokenize.ts'

export type ReadOpenings = {
  readonly list: readonly (Span & { readonly opening: PlanOpening })[]
  readonly without: readonly ('door' | 'window')[]
  /** Side of the home's entrance. */
  readonly entrance?: PlanSide
  readonly consumed: readonly Span[]
}

const noun =
  /french (?:windows?|doors?)|patio doors?|(?:sliding|glass|double|single|pocket|folding|front|entrance|main|interior|entry|balcony|garden|terrace)[- ](?:sliding |glass |double )*(?:doors?|windows?)|doorways?|archways?|cased openings?|\bdoors?\b|\bpassage(?:way)?s?\b|\bwindows?\b|skylights?|roof windows?|\barch\b|picture windows?|落地窗|落地玻璃(?:窗|门)?|推拉门|移门|双开门|对开门|平开门|玻璃门|入户门|大门|房门|门洞|垭口|拱门|天窗|高窗|窗户|窗子|(?<!飘|凸|落地)窗(?!帘|台|边|前|下|外|景|纱|旁|花)|门(?!大?衣柜|冰箱|柜|式|口|边|旁|厅|后|前|把|帘|廊|外|框|槛|铃|垫|柜)/

/** What stands right before a noun that is only a place: "by the window", 「靠窗」. */
const isPlace =
  /(?:\b(?:by|under|underneath|beneath|below|near|nearest|beside|facing|faces|behind|opposite|between|from|towards?|against|before|above|over|block(?:s|ing)?|next to|in front of|close to|away from|across from|look(?:s|ing)? (?:out )?(?:of|at)|out of|at|to|of|through|along)\s+(?:the|a|an|its|any|each|every|both)?\s*(?:[a-z-]+\s+)?)$|(?:靠近?|临|面对|面向|朝着?|对着?|挡住?|离|远离|背对|挨着|贴着|到|从|望|遮|正对)(?:着|住)?\s*$/

/** Openings that the request says the room has, with their walls, places and sizes. */
export function readOpenings(text: string, objects: readonly Token[], taken: readonly Span[]): ReadOpenings {
  const list: (Span & { readonly opening: PlanOpening })[] = []
  const without: ('door' | 'window')[] = []
  const consumed: Span[] = []
  let entrance: PlanSide | undefined
  const nouns = findAll(text, noun).filter(
    (found) =>
      !taken.some((span) => overlaps(span, found)) &&
      !objects.some((token) => overlaps(token, found) && token.to - token.from > found.to - found.from),
  )
  const bare = findAll(text, /\bwindowless\b|无窗|没有窗户|没窗/)[0]
  if (bare) {
    without.push('window')
    consumed.push(bare)
  }
  for (const [index, found] of nouns.entries()) {
    const from = clauseStart(text, found.from, nouns[index - 1]?.to ?? 0)
    const to = clauseEnd(text, found, nouns[index + 1]?.from ?? text.length, objects)
    const head = text.slice(from, found.from)
    const tail = text.slice(found.to, to)
    if (isDenied(head)) {
      without.push(kindOf(found) === 'window' ? 'window' : 'door')
      consumed.push({ from: found.from, to: found.to })
      continue
    }
    // 「带玻璃门的书柜」 speaks of the doors of a cupboard.
    const next = objects.find(({ from }) => from >= found.to)
    if (/(?:带|有|装)着?$/.test(head) && next && text.slice(found.to, next.from) === '的') continue
    if (!isDeclared(head, tail, found)) continue
    const opening = describe(found, head, tail, text)
    if (/front|entrance|main|entry|入户|大门/.test(found.match[0])) {
      const side = compassOf(opening.side)
      if (side) entrance ??= side
    }
    for (const each of byWalls(opening, tail)) list.push({ from: found.from, to: found.to, opening: each })
    consumed.push(...spansOf(text, from, found, tail))
  }
  return { list, without: [...new Set(without)], ...(entrance ? { entrance } : {}), consumed }
}

/** "Windows to the north and east": one in each of the walls. */
function byWalls(opening: PlanOpening, tail: string): readonly PlanOpening[] {
  const walls = new RegExp(
    `^\\s*(?:,|are|is|in|on|to|at|facing|both|在|开在|分别在|朝)*(?:\\s*(?:in|on|to|at|facing))?\\s*(?:the\\s+)?(${sideWord})(?:\\s+(?:wall|side))?\\s*(?:and|&|\\+|和|、|与|跟)\\s*(?:(?:in|on|to|at)\\s+)?(?:the\\s+)?(${sideWord})(?![- ]?(?:corner|角))`,
  ).exec(tail)
  const sides = walls ? [sideIn(walls[1]!), sideIn(walls[2]!)] : []
  const [first, second] = sides
  if (!first || !second || first === second || (opening.count ?? 2) % 2 !== 0) return [opening]
  const { choose: _, opposite: __, near: ___, ...rest } = opening
  const count = (opening.count ?? 2) / 2
  return [
    { ...rest, count, side: first },
    { ...rest, count, side: second },
  ]
}

const ordinals = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth']
const ordinal = `${ordinals.join('|')}|\\d{1,2}`

const compassOf = (side: PlanOpening['side']): PlanSide | undefined =>
  side === 'north' || side === 'south' || side === 'east' || side === 'west' ? side : undefined

const isDenied = (head: string) => /\b(?:no|without(?: any)?|windowless)\s+$|(?:没有|无|不带|不要)$/.test(head)

const kindOf = (found: Found): PlanOpening['kind'] => {
  const [word] = found.match
  if (/archway|\barch\b|cased opening|门洞|垭口|拱门|doorway|passage/.test(word)) return 'passage'
  return /window|skylight|窗/.test(word) && !/落地玻璃门/.test(word) ? 'window' : 'door'
}

function clauseStart(text: string, at: number, least: number): number {
  let from = at
  while (from > least && !isBreak(text, from - 1) && at - from < 48) from -= 1
  const piece = text.slice(from, at)
  const cut = Math.max(piece.lastIndexOf(' and '), piece.lastIndexOf(' with '), piece.lastIndexOf('、'))
  return cut >= 0 ? from + cut + 1 : from
}

/** The end of a phrase; a point or comma within a number is none. */
const isBreak = (text: string, at: number): boolean =>
  /[;:。；\n，]/.test(text[at]!) || (/[.,]/.test(text[at]!) && !/\d/.test(text[at + 1] ?? ' '))

function clauseEnd(text: string, found: Found, most: number, objects: readonly Token[]): number {
  let to = found.to
  while (
    to < most &&
    !/[;。；\n]/.test(text[to]!) &&
    !(text[to] === '.' && !/\d/.test(text[to + 1] ?? ' ')) &&
    to - found.to < 110
  )
    to += 1
  const comma = /，(?!宽|高|窗台|居中|靠|朝|位于|在|距|离|尺寸|推拉|向|内|外|大小)/.exec(text.slice(found.to, to))
  if (comma) to = found.to + comma.index
  const next = objects.find(({ from }) => from >= found.to && from < to)
  if (next) {
    // What follows belongs to furniture from the comma or "with", "and" before it on.
    const before = text.slice(found.to, next.from)
    const cut = Math.max(
      before.lastIndexOf(','),
      before.lastIndexOf('，'),
      before.lastIndexOf(' and '),
      before.lastIndexOf(' with '),
      before.lastIndexOf('、'),
      before.search(/\b(?:a|an|the)\s+[a-z\s-]*$/),
    )
    to = cut >= 0 ? found.to + cut : found.to
  }
  const another =
    /\b(?:and|with|plus)\s+(?:an?|one|two|three|\d)\s|[,，]\s*(?:an?|one|two|three|the|another)\s|[,，、]\s*[东南西北]/.exec(
      text.slice(found.to, to),
    )
  return another ? Math.min(to, found.to + another.index) : to
}

const declares = new RegExp(
  `(?:^|[\\s,])(?:${countWord}|has|have|with|there is|there are|include|including|is|several|some)\\s+(?:[a-z0-9.'"²-]+\\s+){0,7}$|[\\d一二两三四五六]\\s*[扇个道樘面]?[^,，]{0,14}$|(?:有|开|带|设|是|为|装|:)[^,，]{0,14}$|(?:^|\\s)(?:${sideWord})[^,，]{0,10}$`,
)

function isDeclared(head: string, tail: string, found: Found): boolean {
  const isDefinite = /\b(?:the|its|that|each|every)\s+(?:[a-z-]+\s+)?$/.test(head)
  const says =
    /^\s*(?:[\d一二两三四]+[扇个樘道面]\s*)?(?:都|均|全|各)?(?:is|are|sits?|should be|must be|goes|in (?:the|one|a)\b|on (?:the|one|a)\b|to the|at (?:the|one)\b|between|facing|faces|位于|在|开在|设在|朝|靠|居中|,?\s*\d)/.test(
      tail,
    )
  if (isPlace.test(head)) return false
  if (/french|patio|picture|skylight|roof window|落地窗|落地玻璃|天窗|入户门/.test(found.match[0]) && !isDefinite)
    return true
  if (isDefinite) return says && placeIn(tail) !== undefined && /^\s*(?:is|are|sits|should|must|goes|,|\()/.test(tail)
  const isTerse =
    /^[\s,、]*$/.test(head) && new RegExp(`^\\s*(?:on|to|in|at)?\\s*(?:the\\s+)?(?:${sideWord}|left|right)`).test(tail)
  return isTerse || declares.test(` ${head}`) || (says && placeIn(tail) !== undefined) || placeIn(head) !== undefined
}

/** Whether a phrase says a wall or a place on one. */
function placeIn(text: string): string | undefined {
  return new RegExp(
    `(?:${sideWord})|long(?:er|est)? (?:wall|side)|short(?:er|est)? (?:wall|side)|opposite|middle|centre|center|corner|对面|中间|居中|长墙|短墙|长边|短边|left|right|the other|between|左|右`,
  ).exec(text)?.[0]
}

function describe(found: Found, head: string, tail: string, text: string): PlanOpening {
  const [word] = found.match
  const kind = kindOf(found)
  const near = `${head.slice(-60)} ${tail}`
  const amount = countOf(head, word) ?? countBehind(tail)
  const size = sizeOf(head, tail, kind)
  const sill = lengthBy(near, 'sill(?:s)?(?: height)?(?: (?:is|of|at))*|窗台(?:高度?|离地)*(?:为|约|是)?')
  const isTall =
    /french|patio|glass door|glass sliding|garden door|落地玻璃|floor[- ]to[- ]ceiling|full[- ]height|落地/.test(
      `${head} ${word} ${tail}`,
    )
  const isSliding = /sliding|pocket|patio|推拉|移门|落地玻璃/.test(`${head.slice(-20)} ${word} ${tail.slice(0, 30)}`)
  const isDouble = /double|双开|对开/.test(`${head.slice(-12)} ${word}`)
  const width = size.width ?? (isDouble ? 1.5 : undefined)
  const opens = /(?:opens?|opening|swing(?:s|ing)?)\s*(?:to the )?(?:out|outward|outwards)|外开|向外/.test(near)
    ? 'out'
    : /(?:opens?|opening|swing(?:s|ing)?)\s*(?:to the )?(?:in|inward|inwards)\b|内开|向内/.test(near)
      ? 'in'
      : undefined
  const hinge =
    /hinges?(?:d)?\s*(?:on|at|to)?\s*(?:the\s+)?(left|right)|(left|right)[- ]hinged|(左|右)(?:侧)?(?:合页|铰链|开)/.exec(
      near,
    )
  const hingeSide = hinge
    ? ((hinge[1] ?? hinge[2] ?? (hinge[3] === '左' ? 'left' : 'right')) as 'left' | 'right')
    : undefined
  return {
    kind: /skylight|roof window|天窗/.test(word) ? 'window' : kind,
    words: text.slice(found.from, found.to),
    ...(/skylight|roof window|天窗/.test(word) ? { roof: true } : {}),
    ...(isDouble && kind === 'door' && !isSliding ? { leaves: 2 } : {}),
    ...(amount === undefined ? {} : { count: amount }),
    ...placeOf(head, tail, text.slice(found.to, found.to + 60), kind),
    ...(width === undefined ? {} : { width }),
    ...(size.height === undefined ? {} : { height: size.height }),
    ...(sill === undefined ? {} : { sill }),
    ...(isTall ? { tall: true } : {}),
    ...(isSliding && kind === 'door' ? { swing: 'sliding' as const } : {}),
    ...(opens ? { opens } : isDouble && kind === 'door' && !isSliding ? { opens: 'out' as const } : {}),
    ...(hingeSide ? { hinge: hingeSide } : {}),
  }
}

function countOf(head: string, word: string): number | undefined {
  const clean = head.replace(new RegExp(`${pair}|${length}`, 'g'), ' ')
  const match = new RegExp(
    `(?:^|[\\s有开带设和、,])(\\d+|${countWord})\\s*(?:扇|个|道|樘|面|[a-z-]+\\s+){0,4}(?:[^,，]{0,6})$`,
  ).exec(clean)
  const value = match ? readNumber(match[1]!) : undefined
  if (value !== undefined && value <= 12) return value
  // Double doors, French doors are one opening.
  return /^(?:windows|doors|doorways|archways|passages)$/.test(word) ? 2 : undefined
}

/** 「窗两扇」. */
function countBehind(tail: string): number | undefined {
  const match = /^\s*([\d一二两三四五六]+)[扇个樘道面]/.exec(tail)
  return match ? readNumber(match[1]!) : undefined
}

function sizeOf(head: string, tail: string, kind: PlanOpening['kind']): { width?: number; height?: number } {
  const near = tail.slice(0, 70)
  const both =
    new RegExp(`(${pair})[^,，]{0,14}$`).exec(head) ??
    new RegExp(`^[^,，]{0,30}?(?:of|,|\\(|is|尺寸|大小|为)?\\s*(${pair})`).exec(near)
  if (both) {
    const [width, height] = readPair(both[1]!)
    return { ...(width ? { width } : {}), ...(height ? { height } : {}) }
  }
  const wide =
    lengthBy(`${head.slice(-40)}`, 'wide|宽', true) ?? lengthBy(near, 'wide|宽度?(?:为|约|是)?|width(?: of)?', true)
  const high =
    lengthBy(`${head.slice(-40)}`, 'high|tall|高', true) ?? lengthBy(near, 'high|tall|高度?(?:为|约|是)?', true)
  const plain = new RegExp(`(${length})\\s*(?:的)?\\s*(?:[a-z-]+\\s+){0,2}$`).exec(head)
  const width =
    wide ?? (plain && !/(?:from|off|离|距)[^,]*$/.test(head.slice(0, plain.index)) ? readLength(plain[1]!) : undefined)
  const limit = kind === 'window' ? 12 : 6
  return {
    ...(width && width < limit && width > 0.2 ? { width } : {}),
    ...(high && high < 5 && high > 0.2 && !/sill|窗台/.test(near.slice(0, 20)) ? { height: high } : {}),
  }
}

/** A length with a word before or after it. */
function lengthBy(text: string, word: string, isAfter = false): number | undefined {
  const after = new RegExp(`(${length})\\s*(?:-|\\s)?(?:${word})`).exec(text)
  const before = new RegExp(`(?:${word})\\s*(?:is|of|at|about|为|约|:)?\\s*(${length})`).exec(text)
  const found = isAfter ? (after ?? before) : (before ?? after)
  return found ? readLength(found[1]!) : undefined
}

/** @param after What follows, across the next opening's noun: "a window opposite the door". */
function placeOf(head: string, tail: string, after: string, kind: PlanOpening['kind']): Partial<PlanOpening> {
  const place: { -readonly [K in keyof PlanOpening]?: PlanOpening[K] } = {}
  const wall =
    /(?:in|on|at|along|into|through)?\s*(?:the|one|a)?\s*(?:middle of the |centre of the |center of the |(?:left|right|north|south|east|west)(?:ern)? (?:end|part|side) of the )?(north|south|east|west|left|right|back|far|front|long(?:er|est)?|short(?:er|est)?)(?:ern)?(?:-|\s)?(?:facing\s+)?(?:hand\s+)?(?:wall|side)\b/.exec(
      tail,
    )
  const wallBefore = new RegExp(
    `(${sideWord}|left|right|back|long|short)(?:ern)?(?:[- ]facing|[- ]?wall|[- ]?side|面|墙|侧|边|向)`,
  ).exec(head)
  const facing = new RegExp(
    `(?:^|both|all|each|facing|faces|looking|to the|to|on the|on|朝|向|面|开在|在|位于)\\s*(?:the\\s+)?(?:[\\d一二两三四]+[扇个樘道面])?(?:都|均|全)?(?:开在|设在|在|朝)?(${sideWord})(?!\\s*(?:corner|end|角|of))`,
  ).exec(tail)
  const said =
    wall?.[1] ?? wallBefore?.[1] ?? facing?.[1] ?? new RegExp(`朝(${sideWord})|(${sideWord})$`).exec(head.trim())?.[0]
  if (said) {
    const side = sideIn(said)
    if (side) place.side = side
    else if (/long/.test(said)) place.choose = 'longest'
    else if (/short/.test(said)) place.choose = 'shortest'
    else if (/left|right/.test(said)) place.side = said as 'left' | 'right'
    else if (/back|far/.test(said)) place.side = 'back'
    else if (/front/.test(said)) place.side = 'front'
  }
  const all = `${head} ${tail}`
  if (!place.side && !place.choose) {
    if (/长墙|长边/.test(all)) place.choose = 'longest'
    else if (/短墙|短边/.test(all)) place.choose = 'shortest'
    else if (/左(?:侧|边|面)?墙/.test(all)) place.side = 'left'
    else if (/右(?:侧|边|面)?墙/.test(all)) place.side = 'right'
  }
  const opposite =
    /^[^,.;，。；]{0,40}?(?:opposite|across from|facing)\s+(?:to\s+|of\s+)?(?:the\s+|a\s+)?(door|window|entrance)/.exec(
      after,
    ) ?? /(?:门|窗)(?:的)?(?:正)?对面|对面/.exec(tail)
  if (opposite && !place.side) place.opposite = /window|窗/.test(opposite[0]) ? 'window' : 'door'
  const onOpposite = /(?:on|in) the opposite (?:wall|side)/.test(tail)
  if (onOpposite) place.opposite = 'door'
  const between = new RegExp(
    `between (?:the\\s+)?(?:points?|corners?)?\\s*(${ordinal})(?:st|nd|rd|th)?\\s+(?:and|&)\\s+(?:the\\s+)?(?:points?|corners?)?\\s*(${ordinal})`,
  ).exec(after)
  if (between) place.wall = ordinals.indexOf(between[1]!) >= 0 ? ordinals.indexOf(between[1]!) : Number(between[1]) - 1
  if (/^[^,.;]{0,12}(?:on|in|at) the other\b/.test(after)) place.opposite = kind === 'window' ? 'door' : 'window'
  Object.assign(place, nearOf(tail))
  if (!place.near && /正中|居中|中间|\b(?:middle|centre|center)\b/.test(head.slice(-24))) place.near = 'centre'
  return place
}

/** Where on the wall: "near the west corner", "60 cm from the left end", 「居中」. */
function nearOf(tail: string): Partial<PlanOpening> {
  const distance = new RegExp(
    `(${length})\\s*(?:away\\s*)?(?:from|off)\\s*(?:the\\s+|its\\s+)?(?:(${sideWord}|left|right)(?:ern|[- ]hand)?\\s*)?(?:corner|end|wall|edge|side)?|距(?:离)?(${sideWord}|左|右)?(?:侧|边|端|面)?(?:墙角|墙|角)?\\s*(${length})`,
  ).exec(tail)
  if (distance && /corner|end|wall|edge|left|right|距|north|south|east|west/.test(distance[0])) {
    const offset = readLength(distance[1] ?? distance[4]!)
    const at = endOf(distance[2] ?? distance[3])
    return { ...(offset === undefined ? {} : { offset }), ...(at ? { near: at } : {}) }
  }
  if (/\b(?:in the )?(?:middle|centre|center)\b|centred|centered|居中|正中|中间/.test(tail)) return { near: 'centre' }
  const near = new RegExp(
    `(?:near|by|close to|next to|towards?|at|to)\\s+(?:the\\s+)?(${sideWord}|left|right)(?:ern|[- ]hand)?\\s*(?:corner|end|side of)|靠近?(${sideWord}|左|右)(?:侧|边|角|端)?`,
  ).exec(tail)
  const at = endOf(near?.[1] ?? near?.[2])
  if (at) return { near: at }
  return /(?:near|by|in|at|close to) (?:the|a|one) corner|墙角|靠角/.test(tail) ? { near: 'corner' } : {}
}

const endOf = (word: string | undefined): PlanOpening['near'] | undefined =>
  word === undefined
    ? undefined
    : word === 'left' || word === '左'
      ? 'left'
      : word === 'right' || word === '右'
        ? 'right'
        : sideIn(word)

/** The noun with what was said of it, as far as nothing else lies between. */
function spansOf(text: string, from: number, found: Found, tail: string): Span[] {
  const head = text.slice(from, found.from)
  const lead = new RegExp(
    `(?:(?:${countWord}|${length}|${pair}|[a-z]+ing|wide|high|tall|large|big|small|double|sliding|glass|french|north|south|east|west)(?:ern)?[\\s-]*|[扇个道樘的面]|[\\d.]+\\s*(?:米|m|cm|厘米)?[宽高]?|(?:${sideWord})[墙面侧边向]?|朝|有|开|有一?)+$`,
  ).exec(head)
  const start = lead ? found.from - lead[0].length : found.from
  const place = new RegExp(
    `^(?:\\s*(?:,|\\(|is|are|in|on|at|to|the|of|from|near|by|middle|centred|centered|centre|center|wall|walls|each|one|other|between|corner|point|points|corners|first|second|third|fourth|fifth|sixth|side|corner|end|north|south|east|west|left|right|hand|long|short|opposite|facing|door|window|wide|high|tall|sill|height|width|with|a|an|about|off|and|edge|back|far|front|outward|outwards|inward|inwards|opening|opens|swinging|hinged|(?:${length})|(?:${pair})|[东南西北左右]|[墙面侧边向角端开在朝位于为宽高约距离正中间居台地]|\\)))*`,
  ).exec(tail)
  const end =
    found.to +
    (place ? place[0].replace(/(?:\s|,|\(|\b(?:with|and|a|an|the|of|in|on|at|to|by|near|from)\b)+$/, '').length : 0)
  return [{ from: start, to: end }]
}
