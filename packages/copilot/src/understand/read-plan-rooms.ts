import type { PlanRoom, RoomType } from '@enfilade/layout'
import { count as countWord, findAll, length, overlaps, readNumber, type Span } from './read-plan-text.ts'
import type { Token } from './tokenize.ts'

/** A room word of a request. */
export type RoomWord = Span & {
  readonly type: RoomType
  readonly text: string
  readonly rank?: number
  readonly count?: number
  /** "a bedroom", "another bathroom": a room of its own. */
  readonly isNew: boolean
  /** Only says where something leads or stands: "the door to the hallway". */
  readonly isReference: boolean
  /** "one of them a nursery": one of the rooms that were counted before it. */
  readonly isAmong?: boolean
  /** What it is for besides. */
  readonly uses?: readonly RoomType[]
}

/** Rooms by type that a kind of home stands for ("two-bedroom flat", 三室两厅). */
export type Composition = {
  readonly rooms: { readonly [type in RoomType]?: number }
  readonly isHome: boolean
  /** Types whose number was not said: what is named decides. */
  readonly guessed: readonly RoomType[]
  readonly spans: readonly Span[]
}

const areaOfRoom = /^\s*(?:corner|nook|area|zone|spot|alcove|space|角落|角|区)/
const leads =
  /(?:doors?|openings?|access|lead(?:s|ing)?|open(?:s|ing)?|windows?|passage|archway|arch|way|view|looks?|looking|通往|通向|通到|朝向|望向)\s*(?:directly\s*|out\s*)?(?:in)?(?:to|onto|from|over|towards?|at)?\s*(?:the|an?|my)?\s*$/
const besides =
  /(?:near|by|at|beside|close to|opposite|facing|towards?|from|in front of|into|靠近|靠|离|到|从)\s*(?:the|an?)?\s*$/
const among =
  /(?:one of (?:them|these|which|those)|includ(?:es|ing)|of which one|the (?:second|third|fourth|other|last)(?: one)?)\s*(?:is|being|as|should be|will be|for|to be|becomes)?\s*(?:an?|the|our)?\s*$|(?:其中(?:一间|一个)?|包括|含|一间|次卧|小卧室?)(?:一间|一个)?(?:用?做|用?作|当|是|为|改成|给孩子做)?(?:一个|一间)?$/
const placesOnly: readonly RoomType[] = ['entrance', 'hallway', 'balcony', 'terrace']

/** 「开间两米八」 is how wide the room is, no studio. */
const isWidth = new RegExp(`^开间\\s*(?:约|为|是|有)?\\s*${length}`)

/** The room words of a request, each with its count. */
export function findRoomWords(text: string, tokens: readonly Token[]): RoomWord[] {
  const words: RoomWord[] = []
  tokens.forEach((token, index) => {
    const { meaning } = token
    if (meaning.type !== 'room' || isWidth.test(text.slice(token.from))) return
    const before = text.slice(Math.max(0, token.from - 40), token.from)
    const after = text.slice(token.to, token.to + 12)
    if (areaOfRoom.test(after) || /(?:area|corner|区)$/.test(token.text.toLowerCase())) return
    if (/\bto\s+$/.test(before) && /^study$/i.test(token.text)) return
    const next = tokens[index + 1]
    const isChinese = /\p{Script=Han}/u.test(token.text)
    const isJoined = next !== undefined && /^[\s'’s-]*$/.test(text.slice(token.to, next.from))
    const isModifier =
      isJoined && !isChinese && (next.meaning.type === 'object' || next.meaning.type === 'part') && !token.plural
    const isDoorName = isJoined && isChinese && next.meaning.type === 'part' && placesOnly.includes(meaning.room)
    const last = words.at(-1)
    // One room of two uses: "an office that doubles as a guest room", 「书房兼客房」.
    if (last && isSameRoom(text.slice(last.to, token.from), last.type, meaning.room)) {
      words[words.length - 1] = { ...last, uses: [...(last.uses ?? []), meaning.room] }
      return
    }
    // "the spare room is going to be a music room", "an attic study": only the second is asked for.
    if (
      last &&
      (becomes.test(text.slice(last.to, token.from)) || (last.type === 'generic' && last.to + 1 >= token.from))
    )
      words.pop()
    // "en-suite bathroom", "studio apartment": one room said twice.
    if (
      last &&
      words.includes(last) &&
      last.type === meaning.room &&
      /^[\s-]*$/.test(text.slice(last.to, token.from))
    ) {
      words[words.length - 1] = { ...last, to: token.to, text: `${last.text} ${token.text}` }
      return
    }
    const isPlaceOnly = placesOnly.includes(meaning.room) && besides.test(before)
    const counted = /双$/.test(before) ? 2 : (countBefore(text, token, tokens, index) ?? countAfter(after))
    words.push({
      type: meaning.room,
      text: token.text,
      from: token.from,
      to: token.to,
      isNew:
        /\b(?:an?|another|one|plus)\s+(?:(?!(?:the|of|off|in|to|with|and|for|my|our|into|from|by)\b)[a-z-]+\s+){0,3}$/.test(
          before,
        ) || /(?:一个|一间|另一个|再加)$/.test(before),
      ...(among.test(before) ? { isAmong: true } : {}),
      isReference: isModifier || isDoorName || isPlaceOnly || leads.test(before),
      ...(meaning.rank ? { rank: meaning.rank } : {}),
      ...(counted !== undefined ? { count: counted } : token.plural ? { count: 2 } : {}),
    })
  })
  return words
}

const becomes =
  /^[^,.;，。；]{0,20}\b(?:(?:is going |is supposed |is |has |needs |ought )?to be(?:come)?|becomes?|will be|turned? into|made into|converted (?:in)?to|into)\s+(?:an?\s+|the\s+|our\s+|my\s+)?$|^[^,，。；]{0,8}(?:改成|改造成|改为|变成|当成|做成|用作|布置成)(?:一个|一间)?$/

const doubles =
  /^(?:[^,.;，。；]{0,24}\b(?:doubl(?:es|ing|e) (?:up )?as|(?:also|both)? ?(?:serv|us|work|function|act)(?:es|ed|s|ing|e)? (?:also |both )?as|turns into|that is also|which is also|cum|combined with|in one with)\s+(?:an?\s+|the\s+|my\s+)?(?:[a-z-]+\s+){0,2}|[\s-]*(?:\/|-cum-|-)\s*|[^,.;，。；]{0,4}(?:兼(?:做|作|具|顾|用作)?|也(?:做|当作?|用作)|又是|同时(?:也)?是|\/))$/

/** Whether the words between two room words make them one; a kitchen by a slash is still a room of its own. */
function isSameRoom(gap: string, first: RoomType, second: RoomType): boolean {
  const kinds = [first, second]
  const isDay = kinds.includes('living_room') && kinds.includes('dining_room')
  if (/^(?:\s+(?:and|&)\s+|和|及|、)$/.test(gap)) return false
  if (!doubles.test(gap)) return false
  return isDay || !(kinds.includes('kitchen') || kinds.includes('bathroom')) || /兼|doubl|also|cum/.test(gap)
}

/** The number before a room word, over the words between that describe it; not one that belongs to a measure. */
function countBefore(text: string, token: Token, tokens: readonly Token[], index: number): number | undefined {
  for (let at = index - 1; at >= Math.max(0, index - 4); at -= 1) {
    const before = tokens[at]!
    if (before.meaning.type === 'break' || before.meaning.type === 'join' || before.meaning.type === 'object')
      return undefined
    if (before.meaning.type === 'room' || before.meaning.type === 'unit' || before.meaning.type === 'with')
      return undefined
    if (before.meaning.type === 'number') {
      if (
        /\p{Script=Han}/u.test(before.text) &&
        !/^(?:\s*(?:间|个|处|套)[^，。；]{0,5})?$/.test(text.slice(before.to, token.from))
      )
        return undefined
      const isMeasure = /^\s*-?\s*(?:m|cm|mm|ft|feet|米|平|sq)/i.test(text.slice(before.to, token.to))
      return isMeasure || before.meaning.value > 12 ? undefined : Math.round(before.meaning.value)
    }
    const isText = new RegExp(`^${countWord}$`).test(before.text.toLowerCase())
    if (isText) return readNumber(before.text.toLowerCase())
  }
  return undefined
}

/** 「卧室两间」; 「茶室六个蒲团」 counts the cushions. */
const countAfter = (after: string): number | undefined => {
  const match = /^\s*(?:x\s*)?([1-6一二两三四五六])\s*(?:间|个(?=$|[\s,，、。；;和及\d]))/.exec(after)
  return match ? readNumber(match[1]!) : undefined
}

const homeNouns =
  /\b(?:flat|apartment|apt|condo(?:minium)?|house|home|bungalow|maisonette|penthouse|dwelling|cottage|loft)s?\b(?!\s*(?:office|cinema|theat|gym|library|plant|bar\b|screen|automation|studio|办公|风|工作|样板))(?!-(?:screen|pack))|公寓|老房|旧房|二手房|新家|住宅|套房|户型|房型|平层|新房|出租屋|一套房|整套房|全屋|loft(?!办公|风|工作|样板)|的家|之家|小家|房子/
const weakNouns = /^(?:homes?|houses?|老?房子|老房|旧房|新房|新家|的家|之家|小家|全屋)$/

/** What kind of home the words speak of, with the rooms that it stands for. */
export function readComposition(text: string, area: number | undefined, people: number): Composition {
  const spans: Span[] = []
  const rooms: { [type in RoomType]?: number } = {}
  const chinese = findAll(
    text,
    /([一二两三四五六1-6])\s*(?:室(?!内|外|友)|房(?=[,、]?[一二两三0-4]\s*[厅厨卫])|居室?)(?:[\s,、]*([零一二两三0-4])\s*厅)?(?:[\s,、]*([零一二两三0-4])\s*厨)?(?:[\s,、]*([零一二两三四0-4])\s*卫)?(?:[\s,、]*([零一二两三0-4])\s*阳台?)?/,
  ).find(({ match }) => /[厅卫居]/.test(match[0]) || /^[二两三四五六2-6]\s*室/.test(match[0]))
  if (chinese) {
    const [, bedrooms, halls, kitchens, baths, balconies] = chinese.match
    spans.push(chinese)
    rooms.bedroom = readNumber(bedrooms!) ?? 1
    const hallCount = halls ? (readNumber(halls) ?? 1) : 1
    if (hallCount > 0) rooms.living_room = 1
    if (hallCount > 1) rooms.dining_room = hallCount - 1
    rooms.kitchen = kitchens ? (readNumber(kitchens) ?? 1) : 1
    rooms.bathroom = baths ? (readNumber(baths) ?? 1) : 1
    if (balconies) rooms.balcony = readNumber(balconies) ?? 1
    return { rooms, isHome: true, guessed: halls ? [] : ['living_room', 'kitchen', 'bathroom'], spans }
  }
  const noun = findAll(text, homeNouns)[0]
  const bedPattern = new RegExp(
    `(${countWord})[\\s-]*(?:bed[\\s-]?rooms?|brs?|bdrms?|bdr|beds?(?=[\\s,/&+-]*(?:and\\s+)?(?:${countWord}[\\s-]*bath|flat|apartment|apt|house|home|condo|bungalow|loft|place)))\\b(?!'s?\\s)`,
  )
  const beds = findAll(text, bedPattern).find(({ match }) => /bed|br|bdr/.test(match[0]))
  const short = /\b([1-6])\s*b\s*([1-4])\s*b\b/.exec(text)
  const bathCount = findAll(text, new RegExp(`(${countWord})[\\s-]*(?:bath(?:room)?s?|ba)\\b`))[0]
  const chineseBeds = findAll(text, /([一二两三四五六1-6])\s*[间个]\s*(?:卧室|睡房|房间)/)[0]
  const shares = findAll(text, /(?:住|睡|用)(?:一间|一个房间|一屋)/).length
  const isStrong = noun !== undefined && !weakNouns.test(noun.match[0])
  const bedWord = beds ?? chineseBeds
  const bedCount = short ? Number(short[1]) : bedWord ? readNumber(bedWord.match[1]!) : undefined
  const isHyphened = beds !== undefined && /-|\bbr|bdr/.test(beds.match[0])
  const isHome =
    isStrong ||
    short !== null ||
    isHyphened ||
    (noun !== undefined && ((area ?? 0) >= 25 || bedCount !== undefined)) ||
    // "72 m², two bedrooms and a study": more than its bedrooms fill.
    ((bedCount ?? 0) > 1 && (area ?? 0) >= 24 * bedCount!)
  if (!isHome) return { rooms: shares > 0 ? { bedroom: shares } : rooms, isHome: false, guessed: [], spans: [] }
  if (noun) spans.push(noun)
  if (short) spans.push({ from: short.index, to: short.index + short[0].length })
  if (beds && (isHyphened || !/bed[\s-]?rooms?/.test(beds.match[0]))) spans.push(beds)
  const bedrooms = bedCount ?? (shares || usualBedrooms(area, people))
  rooms.bedroom = Math.min(8, bedrooms)
  rooms.living_room = 1
  rooms.kitchen = 1
  rooms.bathroom =
    (short ? Number(short[2]) : bathCount ? readNumber(bathCount.match[1]!) : undefined) ??
    (bedrooms >= 4 || (bedrooms >= 3 && (area ?? 0) >= 95) ? 2 : 1)
  if (bathCount && beds && !/bathroom/.test(bathCount.match[0])) spans.push(bathCount)
  const guessed: RoomType[] = ['living_room', 'kitchen']
  if (bedCount === undefined && shares === 0) guessed.push('bedroom')
  if (!bathCount && !short) guessed.push('bathroom')
  // The day rooms of a large home are two.
  if ((area ?? 0) >= 115) {
    rooms.dining_room = 1
    guessed.push('dining_room')
  }
  return { rooms, isHome: true, guessed, spans }
}

/** By people, and one more where there is space. */
const usualBedrooms = (area: number | undefined, people: number): number => {
  const byPeople = people <= 2 ? 1 : people <= 3 ? 2 : people <= 5 ? 3 : 4
  if (area === undefined) return people > 0 ? byPeople : 2
  const byArea = area < 58 ? 1 : area < 88 ? 2 : area < 135 ? 3 : 4
  return people > 0 ? Math.min(byPeople + 1, Math.max(byPeople, byArea)) : byArea
}

/** Words of a bathroom or bedroom that name it better than its rank. */
const ownName =
  /guest|spare|meeting|conference|board ?room|会议|客房|客卧|老人|父母|长辈|grand|granny|teen|女儿|儿子|girl|boy|parents/i

/** A room of the plan with the words that name it. */
export type DraftRoom = { -readonly [K in keyof PlanRoom]: PlanRoom[K] } & {
  readonly mentions: RoomWord[]
  readonly rank?: number
}

/** The rooms that are asked for: what the kind of home stands for, and what is named beside it. */
export function gatherRooms(words: readonly RoomWord[], composition: Composition, language: 'en' | 'zh'): DraftRoom[] {
  const firm = words.filter(({ isReference }) => !isReference)
  const isSeveral =
    composition.isHome || new Set(firm.map(({ type }) => type)).size > 1 || firm.some(({ count = 1 }) => count > 1)
  const used = isSeveral
    ? words.filter(({ isReference, type }) => !isReference || (type !== 'entrance' && type !== 'hallway'))
    : firm
  const hasStudio = used.some(({ type }) => type === 'studio')
  // A studio's kitchenette is a part of it.
  const apart = used.filter(
    ({ type, text }) => !(hasStudio && type === 'kitchen' && /ette|area|小厨房|厨房区|开放/i.test(text)),
  )
  const list = apart.length > 0 ? apart : words.slice(0, 1)
  const rooms: DraftRoom[] = []
  const types = [...new Set([...Object.keys(composition.rooms), ...list.map(({ type }) => type)])] as RoomType[]
  for (const type of types) {
    const mentions = list.filter((word) => word.type === type)
    const isSaid = mentions.length > 0 && composition.guessed.includes(type)
    const base = isSaid || isDisplaced(type, composition, list) ? 0 : baseCount(type, composition, list)
    const ranks = [...new Set(mentions.flatMap(({ rank }) => rank ?? []))].sort((a, b) => a - b)
    const plain = mentions.filter(({ rank }) => rank === undefined)
    const counted = Math.max(0, ...mentions.map(({ count = 0 }) => count))
    const starts = plain.filter((word, index) => isOfItsOwn(word, plain.slice(0, index)))
    const isExtra = ranks.length === 0 || !ranks.includes(1) || starts.some(({ isNew }) => isNew)
    const byMentions = ranks.length + (isExtra ? starts.length : 0)
    const isCounted = base > 0 || counted > 1
    const among = type === 'bedroom' && isCounted ? roomsAmong(list) : 0
    const said = Math.max(base, counted) - among
    const total = Math.min(8, isCounted ? Math.max(Math.min(1, base), said, ranks.length) : byMentions)
    const isCountedApart = !isCounted && ranks.length === 0 && starts.length > 1
    for (let index = 0; index < total; index += 1) {
      const key = total === 1 ? type : `${type}-${index + 1}`
      const rank = ranks.length > 0 ? ranks[index] : undefined
      const own = mentions.filter((word) =>
        word.rank === undefined
          ? index === 0 || total === 1
          : word.rank === rank || (rank === undefined && word.rank === index + 1),
      )
      const apart = isCountedApart ? wordsFrom(plain, starts, index) : own
      const named = apart.find(({ text }) => ownName.test(text))
      rooms.push({
        key,
        type,
        mentions: apart,
        ...(rank === undefined ? {} : { rank }),
        ...(named ? { name: titled(named.text, language) } : {}),
        ...(apart[0] ? { words: apart[0].text } : {}),
        ...(apart.some(({ text }) => /single|单人/i.test(text)) ? { sizeClass: 'small' as const } : {}),
      })
    }
  }
  return rooms
}

/** "a double bedroom and a single bedroom", "an office with a meeting room": each begins a room. */
const isOfItsOwn = (word: RoomWord, before: readonly RoomWord[]): boolean =>
  before.length === 0 ||
  (word.isNew && (word.count ?? 1) === 1 && before.every((other) => other.isNew || other.text !== word.text))

/** The words of the room that begins with one of `starts`: up to where the next begins. */
function wordsFrom(words: readonly RoomWord[], starts: readonly RoomWord[], index: number): RoomWord[] {
  const [from, to] = [starts[index]!, starts[index + 1]]
  return words.filter((word) => word.from >= from.from && (!to || word.from < to.from))
}

/** How many of a type a home stands for; children's rooms are among the bedrooms that nobody counted. */
function baseCount(type: RoomType, { rooms, guessed }: Composition, words: readonly RoomWord[]): number {
  const usual = rooms[type] ?? 0
  if (type !== 'bedroom' || !guessed.includes('bedroom')) return usual
  const own = new Set(
    words.filter((word) => word.type === 'kids_room' || word.type === 'nursery').map((word) => word.type),
  )
  return Math.max(Math.min(1, usual), usual - own.size)
}

/** Children's rooms and nurseries that are among the bedrooms that were counted: "three bedrooms, one of them a nursery". */
const roomsAmong = (words: readonly RoomWord[]): number =>
  new Set(
    words
      .filter(({ type, isNew, isAmong }) => (type === 'kids_room' || type === 'nursery') && (isAmong || !isNew))
      .map(({ type }) => type),
  ).size

/** Rooms counted in one word of which each is described: "two bedrooms, each with a desk". */
export function markAlike(text: string, rooms: readonly DraftRoom[]): void {
  for (const room of rooms)
    for (const word of room.mentions) {
      if ((word.count ?? 1) < 2) continue
      const isEach = /\b(?:each|every|both|all|apiece)\b|每|都|各|均/.test(
        text.slice(word.to, word.to + 60).split(/[.;。；]/)[0]!,
      )
      if (!isEach) continue
      for (const other of rooms)
        if (other !== room && other.type === room.type && other.mentions.length === 0) other.like = room.key
    }
}

/** A studio takes the place of living room, bedroom and kitchen; 三室 with a study or children's room has fewer bedrooms. */
function isDisplaced(type: RoomType, { rooms }: Composition, words: readonly RoomWord[]): boolean {
  const isStudio = words.some((word) => word.type === 'studio')
  return isStudio && rooms[type] !== undefined && type !== 'bathroom' && !words.some((word) => word.type === type)
}

const titled = (text: string, language: 'en' | 'zh'): string =>
  language === 'zh' && !/[a-z]/i.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1)

/** Whether a span lies in one of a list. */
export const isIn = (span: Span, list: readonly Span[]): boolean => list.some((other) => overlaps(span, other))
