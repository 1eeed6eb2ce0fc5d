import type { PlanSize, RoomType } from '@enfilade/layout'
import type { DraftRoom, RoomWord } from './read-plan-rooms.ts'
import {
  area as areaSource,
  findAll,
  isWithin,
  length,
  overlaps,
  pair,
  readArea,
  readLength,
  readPair,
  type Span,
} from './read-plan-text.ts'
import type { Token } from './tokenize.ts'

type Limit = { readonly min?: number; readonly max?: number; readonly exact?: number }
type SizeMention = Span & {
  readonly area?: Limit
  readonly size?: LongSize
  readonly word?: RoomWord
  readonly isHome?: boolean
}

export type ReadSizes = {
  readonly consumed: readonly Span[]
  /** The largest area said, m²: likely the home's. */
  readonly largestArea?: number
  readonly total?: Limit
  readonly whole?: PlanSize
  /** Gives the rooms their areas and sides; a single room takes what belongs to none. */
  readonly assign: (rooms: readonly DraftRoom[], isAlone: boolean) => void
}

const home =
  /flat|apartment|house|home|condo|outline|footprint|floor plan|total|overall|altogether|in all|公寓|住宅|户型|轮廓|总面积|建筑面积|套内|房子|总共|一共|共/

/** Areas and sides that are said of rooms, not of things. */
export function readSizes(
  text: string,
  objects: readonly Token[],
  rooms: readonly RoomWord[],
  taken: readonly Span[],
): ReadSizes {
  const mentions: SizeMention[] = []
  for (const found of findAll(text, new RegExp(areaSource))) {
    const value = readArea(found.match[1]!, found.match[2]!)
    if (value === undefined || value < 0.8 || value > 2000 || taken.some((span) => isWithin(found, span))) continue
    if (isOfThing(text, found, objects, rooms)) continue
    const before = text.slice(Math.max(0, found.from - 14), found.from)
    const after = text.slice(found.to, found.to + 8)
    const limit: Limit = /(?:at least|min(?:imum)?(?: of)?|more than|over|不小于|至少|不少于|超过)\s*$/.test(before)
      ? { min: value }
      : /(?:at most|max(?:imum)?(?: of)?|less than|under|up to|不超过|最多|不到|小于)\s*$/.test(before)
        ? { max: value }
        : /^\s*(?:以上|or more|\+)/.test(after)
          ? { min: value }
          : /^\s*(?:以内|以下|or less)/.test(after)
            ? { max: value }
            : { exact: value }
    mentions.push({ from: found.from, to: found.to, area: limit, ...attach(text, found, rooms, value) })
  }
  for (const found of findAll(text, new RegExp(pair))) {
    if (taken.some((span) => overlaps(found, span)) || isOfThing(text, found, objects, rooms)) continue
    const [width, depth] = readPair(found.match[0])
    if (width === undefined || depth === undefined || Math.min(width, depth) < 0.9 || Math.max(width, depth) > 60)
      continue
    if (/^\s*(?:window|door|opening|tiles?|窗|门|的?(?:窗|门|地砖|瓷砖))/.test(text.slice(found.to))) continue
    const isWideFirst = !/^\s*[^x*]*(?:long|长)/.test(found.match[0].split(/x|by|\*|乘/)[0] ?? '')
    const size = isWideFirst ? { width, depth } : { width, depth }
    mentions.push({ from: found.from, to: found.to, size, ...attach(text, found, rooms, width * depth) })
  }
  addSingleSides(text, objects, rooms, [...taken, ...mentions], mentions)
  mentions.sort((a, b) => a.from - b.from)
  const free = mentions.filter(({ word }) => !word)
  const total = free.find(({ area, isHome }) => area && isHome) ?? free.find(({ area }) => area)
  const whole = free.find(({ size, isHome }) => size && isHome)
  const areas = mentions.flatMap(({ area, word }) => (area && !word ? [area.exact ?? area.min ?? area.max ?? 0] : []))
  return {
    consumed: mentions,
    ...(areas.length > 0 ? { largestArea: Math.max(...areas) } : {}),
    ...(total?.area ? { total: total.area } : {}),
    ...(whole?.size ? { whole: whole.size } : {}),
    assign(list, isAlone) {
      for (const mention of mentions) {
        const own = mention.word ? list.filter((room) => room.mentions.includes(mention.word!)) : []
        const main = list.find(({ type }) => type !== 'balcony' && type !== 'terrace') ?? list[0]
        const targets = own.length > 0 ? spreadOver(own[0]!, mention.word!, list) : isAlone && main ? [main] : []
        for (const room of targets) {
          if (mention.area && !room.area) room.area = mention.area
          if (mention.size) room.size = joinSizes(room.size, mention.size)
        }
      }
    },
  }
}

type LongSize = PlanSize & { readonly isLong?: boolean }

/** Length and width in either order: the length runs west–east, the width across it. */
function joinSizes(known: PlanSize = {}, { isLong, ...more }: LongSize): PlanSize {
  const isPair =
    known.width !== undefined && known.depth === undefined && more.width !== undefined && more.depth === undefined
  if (!isPair) return { ...more, ...known }
  const sides = isLong ? [more.width, known.width] : [known.width, more.width]
  return { width: sides[0]!, depth: sides[1]! }
}

/** "two bedrooms of 12 m²" sizes both. */
const spreadOver = (room: DraftRoom, word: RoomWord, list: readonly DraftRoom[]): DraftRoom[] =>
  (word.count ?? 1) > 1 ? list.filter(({ type }) => type === room.type) : [room]

/** "6 m long", "3米宽": one side of a room. */
function addSingleSides(
  text: string,
  objects: readonly Token[],
  rooms: readonly RoomWord[],
  taken: readonly Span[],
  mentions: SizeMention[],
): void {
  const pattern = new RegExp(
    `(${length})\\s*(wide|long|deep|in (?:length|width|depth)|宽|长|进深|深)(?![a-z])|(?:(开间|面宽|进深|宽度?|长度?|(?:the )?long(?:er|est)? (?:arm|leg|side|part)(?: is| of|:)?)\\s*(?:约|为|是|有)?\\s*(${length}))`,
  )
  for (const found of findAll(text, pattern)) {
    if (taken.some((span) => overlaps(found, span)) || isOfThing(text, found, objects, rooms)) continue
    const value = readLength(found.match[1] ?? found.match[4]!)
    if (value === undefined || value < 1.5 || value > 40) continue
    if (isMeasureOfUse(text, found, objects, rooms)) continue
    if (value < longestThing && isSaidLater(text, found, objects)) continue
    const word = found.match[2] ?? found.match[3]!
    const before = text.slice(Math.max(0, found.from - 24), found.from)
    if (
      /(?:window|door|wall|bay|column|opening|sill|niche|alcove|recess|窗|门|墙|柱|凹室|凹位|壁龛)[^,，;；]*$/.test(
        before,
      ) ||
      /^\s*(?:window|door|wall|bay|opening|的?[窗门墙])/.test(text.slice(found.to))
    )
      continue
    const size: LongSize = /long|长/.test(word)
      ? { width: value, isLong: true }
      : /wide|width|宽|开间|面宽/.test(word)
        ? { width: value }
        : { depth: value }
    mentions.push({ from: found.from, to: found.to, size, ...attach(text, found, rooms) })
  }
}

/** Sides of furniture are rarely longer, metres. */
const longestThing = 2.6

/** 「地毯铺在中间，灰色的，长2米宽1米4」: in Chinese the size may come a comma or two after the thing. */
function isSaidLater(text: string, found: Span, objects: readonly Token[]): boolean {
  const thing = objects.findLast(({ to }) => to <= found.from)
  if (!thing || !/\p{Script=Han}/u.test(found.from > 0 ? text.slice(thing.from, found.to) : '')) return false
  return !/[。；;\n]|房间|屋子|空间|[室厅房]/.test(text.slice(thing.to, found.from))
}

/** Things before it in its sentence, free ways and distances: not a side of the room. */
function isMeasureOfUse(text: string, found: Span, objects: readonly Token[], rooms: readonly RoomWord[]): boolean {
  let from = found.from
  while (
    from > 0 &&
    !/[.;。；，\n]/.test(text[from - 1]!) &&
    !(text[from - 1] === ',' && !/\d/.test(text[from] ?? ' '))
  )
    from -= 1
  const head = text.slice(from, found.from)
  const tail = text.slice(found.to, found.to + 24)
  const thing = objects.findLast(({ to }) => to <= found.from)
  const room = rooms.findLast(({ to }) => to <= found.from)
  const isThing = thing !== undefined && thing.from >= from && !(room && room.from > thing.from)
  return (
    isThing ||
    /(?:leave|keep|clear|free|gap|space of|at least|min\w*|离|距|留|隔|间距)[^,，]*$/.test(head) ||
    /^\s*(?:的)?\s*(?:path|aisle|walk|way|gap|turning|clear|space|route|from|过道|通道|走道|间距|空间|空隙)/.test(tail)
  )
}

/** A measure stands with the thing named right after it, or right before it. */
function isOfThing(text: string, found: Span, objects: readonly Token[], rooms: readonly RoomWord[]): boolean {
  const next = objects.find(({ from }) => from >= found.to)
  const room = rooms.find(({ from }) => from >= found.to)
  const gap = next ? text.slice(found.to, next.from) : ''
  // 「长两米二的胡桃木餐桌」, 「2.4米宽2.2米高的衣柜」.
  const isChinese =
    /^[\s宽长高深厚度以内上左右下、,，\d.一二三四五六七八九十两零半米公分厘毫cm×*]*的[\u4e00-\u9fff]{0,8}$/.test(gap) &&
    !/[房厅室卧厨]/.test(gap)
  if (next && isChinese && !(room && room.from < next.from)) return true
  const isDescribed =
    /^(?:\s*(?:wide|long|deep|宽|长|的|大小)?\s*(?!with|and|for|room|space|is|has|in|on|at|to)[a-z-]*){0,3}\s*$/.test(
      gap,
    ) && !/[,.;，。；、]|房|room|space/.test(gap)
  if (next && isDescribed && gap.length < 28 && !(room && room.from < next.from)) return true
  const before = objects.findLast(({ to }) => to <= found.from)
  const closer = rooms.findLast(({ to }) => to <= found.from)
  if (!before || (closer && closer.from > before.from)) return false
  const between = text.slice(before.to, found.from)
  return (
    /^\s*(?:s|,|\(|of|is|are|that is|that's|which is|at least|at most|no more than|up to|roughly|exactly|must be|should be|measuring|about|around|约|大约|尺寸|大小|:|为|是|宽|长|，|\s)*$/.test(
      between,
    ) &&
    between.length < 24 &&
    // 「做一排衣柜，长3米」 speaks of no room.
    (!/^\s*,\s*$/.test(between) || (rooms.length === 0 && /\p{Script=Han}/u.test(text)))
  )
}

/** More than this is rarely one room's area: after a comma it is the home's, m². */
const largest: { readonly [type in RoomType]?: number } = {
  balcony: 14,
  bathroom: 14,
  bedroom: 32,
  dining_room: 32,
  entrance: 14,
  hallway: 16,
  kitchen: 24,
  laundry: 12,
  storage_room: 12,
  study: 28,
  walk_in_closet: 16,
}

/** The room that a measure is said of: named just after or just before it. */
function attach(
  text: string,
  found: Span,
  rooms: readonly RoomWord[],
  value = 0,
): { word?: RoomWord; isHome?: boolean } {
  const after = rooms.find(({ from }) => from >= found.to)
  const before = rooms.findLast(({ to }) => to <= found.from)
  const gapAfter = after ? text.slice(found.to, after.from) : undefined
  const gapBefore = before ? text.slice(before.to, found.from) : undefined
  const near = `${text.slice(Math.max(0, found.from - 16), found.from)}|${text.slice(found.to, found.to + 24)}`
  const isLinkBefore =
    gapBefore !== undefined &&
    gapBefore.length < 30 &&
    /^\s*(?:'s|s|is|are|of|at|\(|:|,|has|measur(?:es|ing)|about|around|roughly|approx\.?|should be|must be|with|an area of|area|size|约|大约|面积|大小|尺寸|为|是|有|要|至少|不小于|at least|，|-|\s)*$/.test(
      gapBefore,
    )
  const isLinkAfter =
    gapAfter !== undefined &&
    gapAfter.length < 34 &&
    /^\s*(?:的|大的|左右的?|大小的?|[a-z-]+\s+){0,4}\s*$/.test(gapAfter) &&
    !/[,.;，。；、]|\b(?:with|and|for|flat|apartment|house|home|has|including)\b|公寓|户型|两|三|一/.test(gapAfter)
  if (home.test(near.split('|')[1]!.slice(0, 14)) && !isLinkAfter) return { isHome: true }
  const isApart = isLinkBefore && /[,，]/.test(gapBefore)
  const isTooLarge = rooms.length > 1 && isApart && value > (largest[before!.type] ?? 60)
  const isHuge = (word: RoomWord) =>
    (rooms.length > 1 || (word.count ?? 1) > 1) && value > 1.5 * (largest[word.type] ?? 60)
  if ((isLinkBefore && isHuge(before!)) || (!isLinkBefore && isLinkAfter && isHuge(after!))) return { isHome: true }
  if (isLinkBefore && !isApart) return { word: before! }
  if (isLinkAfter) return { word: after! }
  if (isLinkBefore && !isTooLarge) return { word: before! }
  return home.test(near) ? { isHome: true } : {}
}
