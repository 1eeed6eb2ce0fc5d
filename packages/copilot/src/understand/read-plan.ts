import type { PlanAdjacency, PlanBrief, PlanRoom, PlanShape, RoomType } from '@enfilade/layout'
import { hasChinese } from '../lexicon/lexicon.ts'
import { type ReadShape, readColumns, readHeight, readShape } from './read-outline.ts'
import { readOpenings } from './read-outline-openings.ts'
import { sideIn } from './read-outline-sides.ts'
import { readSizes } from './read-outline-sizes.ts'
import {
  type DraftRoom,
  findRoomWords,
  gatherRooms,
  markAlike,
  type RoomWord,
  readComposition,
} from './read-plan-rooms.ts'
import { findAll, plainText, type Span } from './read-plan-text.ts'
import { maximumRequestLength, type Token, tokenize } from './tokenize.ts'

/** A space in words: the plan, and the parts of the request that speak of nothing but the building. */
export type SpaceReading = {
  readonly plan: PlanBrief
  /** Offsets into the request; what lies in them names no furniture. */
  readonly consumed: readonly Span[]
  /** Room words with the key of their room in the plan. */
  readonly roomWords: readonly (Span & { readonly key: string })[]
}

/**
 * Reads what space a request asks for: one room or a home, its sizes, outline, openings and neighbours, in English and
 * Chinese. Pure and total.
 *
 * @param options `hasRooms`: something is drawn already; then nothing is planned. `type`: the room where none is named.
 * @returns Undefined where the words ask for no space.
 */
export function readSpace(
  request: string,
  options: { readonly hasRooms: boolean; readonly type?: RoomType },
): SpaceReading | undefined {
  if (options.hasRooms) return undefined
  const source = request.slice(0, maximumRequestLength)
  const text = plainText(source)
  const tokens = tokenize(source)
  const language = countChinese(text) * 4 > text.replace(/\s/g, '').length ? 'zh' : 'en'
  const objects = tokens.filter(({ meaning }) => meaning.type === 'object')
  const words = findRoomWords(text, tokens)
  const shape = readShape(text, objects, words)
  const sizes = readSizes(text, objects, words, shape.consumed)
  const composition = readComposition(text, sizes.largestArea, headcount(tokens))
  const drafts = gatherRooms(words, composition, language)
  const openings = readOpenings(text, objects, shape.consumed)
  const columns = readColumns(text, objects)
  const height = readHeight(text)
  const saysBuilding = [shape.consumed, sizes.consumed, openings.consumed, columns.consumed].some(
    (list) => list.length > 0,
  )
  if (drafts.length === 0) {
    if (!saysBuilding && height === undefined) return undefined
    drafts.push({ key: options.type ?? 'generic', type: options.type ?? 'generic', mentions: [] })
  }
  const rooms = completeHome(drafts, composition.isHome, text)
  const guestToilet = composition.isHome ? findGuestToilet(text, language) : undefined
  if (guestToilet) addGuestToilet(rooms, guestToilet)
  markAlike(text, rooms)
  const isAlone =
    rooms.length === 1 || rooms.filter(({ type }) => type !== 'balcony' && type !== 'terrace').length === 1
  const consumed = [
    ...composition.spans,
    ...shape.consumed,
    ...sizes.consumed,
    ...openings.consumed,
    ...columns.consumed,
    ...(height ? [height] : []),
    ...(guestToilet ? [guestToilet.span] : []),
  ]
  sizes.assign(rooms, isAlone)
  const total = sizes.total ?? takeStudioTotal(rooms)
  if (isAlone) {
    const room = rooms.find(({ type }) => type !== 'balcony' && type !== 'terrace') ?? rooms[0]!
    if (shape.shape) room.shape = shape.shape
    if (shape.proportion) room.proportion = shape.proportion
    if (openings.list.length > 0) room.openings = openings.list.map(({ opening }) => opening)
    if (openings.without.length > 0) room.without = openings.without
    if (columns.list.length > 0) room.columns = columns.list
  } else assignOpenings(rooms, openings.list)
  const outline = isAlone ? undefined : takeShape(text, shape, rooms)
  if (!isAlone) assignSides(text, rooms)
  const adjacency = isAlone ? [] : readAdjacency(text, rooms)
  const plan: PlanBrief = {
    version: 1,
    rooms: rooms.map(plain),
    ...(total && !isAlone ? { totalArea: total } : {}),
    ...(sizes.whole && !isAlone ? { size: sizes.whole } : {}),
    ...(outline ? { outline } : {}),
    ...(height ? { height: height.value } : {}),
    ...(adjacency.length > 0 ? { adjacency } : {}),
    ...(openings.entrance && !isAlone ? { entrance: { side: openings.entrance } } : {}),
    ...(tokens.some(({ meaning }) => meaning.type === 'occupants' && meaning.occupants.wheelchair) ||
    /wheelchair|轮椅/.test(text)
      ? { accessible: true }
      : {}),
    words: source.trim(),
  }
  const roomWords = rooms.flatMap(({ key, mentions }) => mentions.map(({ from, to }) => ({ from, to, key })))
  return { plan, consumed, roomWords: roomWords.sort((a, b) => a.from - b.from) }
}

/** "A studio flat of 28 m²" is the flat with its bathroom, unless a size was said of that too. */
function takeStudioTotal(rooms: readonly DraftRoom[]): PlanRoom['area'] {
  const studio = rooms.find(({ type }) => type === 'studio')
  const isOnly = rooms.length > 1 && rooms.every((room) => room === studio || (!room.area && !room.size))
  if (!studio?.area || !isOnly) return undefined
  const { area } = studio
  delete studio.area
  return area
}

/** A bathroom that was counted for the same words is that toilet. */
function addGuestToilet(rooms: DraftRoom[], { room, span }: { readonly room: DraftRoom; readonly span: Span }): void {
  const isMeant = ({ mentions }: DraftRoom) => mentions.some(({ from, to }) => from < span.to && span.from < to)
  for (const bath of rooms) if (bath.type === 'bathroom' && isMeant(bath)) delete bath.name
  const baths = rooms.filter(({ type, of }) => type === 'bathroom' && of === undefined)
  const same = baths.find(
    ({ mentions }) => mentions.length > 0 && mentions.every(({ from, to }) => from < span.to && span.from < to),
  )
  if (!same || rooms.filter(({ type }) => type === 'bathroom').length < 2) rooms.push(room)
  else Object.assign(same, { name: room.name, sizeClass: room.sizeClass, words: room.words })
}

/** A toilet for guests beside the bathroom: "guest WC", 「客用卫生间」. */
function findGuestToilet(
  text: string,
  language: 'en' | 'zh',
): { readonly room: DraftRoom; readonly span: Span } | undefined {
  const found = findAll(
    text,
    /(?<!(?:no|without an?|one (?:of them )?an?|one is an?)\s)\b(?:(?:guests?|visitors?'?|separate|extra|additional|downstairs)[-\s]+(?:toilet|wc|w\.c\.|loo|lavatory|cloakroom)\b|powder room|half[-\s]bath(?:room)?\b)|(?:客用|访客用?|客人用)的?小?(?:卫生间|洗手间|厕所|马桶间)/,
  )[0]
  if (!found) return undefined
  const room: DraftRoom = {
    key: 'guest-toilet',
    type: 'bathroom',
    name: language === 'zh' ? '客用卫生间' : 'Guest toilet',
    words: found.match[0],
    sizeClass: 'small',
    mentions: [],
  }
  return { room, span: { from: found.from, to: found.to } }
}

const countChinese = (text: string): number => [...text].filter((character) => hasChinese(character)).length

/** People named, to size a home by. */
function headcount(tokens: readonly Token[]): number {
  let heads = 0
  for (const [index, { meaning, plural }] of tokens.entries()) {
    if (meaning.type === 'occupants') {
      const { adults = 0, children = 0, babies = 0, elderly = 0 } = meaning.occupants
      heads += adults + children + babies + (adults === 0 ? elderly : 0)
    } else if (meaning.type === 'person' && ['adults', 'children', 'babies', 'elderly'].includes(meaning.person)) {
      // "for one person" is counted already.
      if (tokens[index - 1]?.meaning.type === 'occupants') continue
      const before = tokens[index - 1]?.meaning
      const twice = tokens[index - 2]?.meaning
      const number = before?.type === 'number' ? before : twice?.type === 'number' ? twice : undefined
      heads += Math.min(10, number ? number.value : plural ? 2 : 1)
    }
  }
  return heads
}

const plain = ({ mentions: _, rank: __, ...room }: DraftRoom): PlanRoom => room

/** What a home has that nobody names, and which room belongs to which. */
function completeHome(drafts: readonly DraftRoom[], isHome: boolean, text: string): DraftRoom[] {
  const rooms = [...drafts]
  const has = (...types: RoomType[]) => rooms.some(({ type }) => types.includes(type))
  const add = (type: RoomType) => rooms.push({ key: type, type, mentions: [] })
  if (isHome) {
    if (!has('living_room', 'studio', 'dining_room')) add('living_room')
    if (!has('bathroom')) add('bathroom')
    if (!has('kitchen', 'studio')) add('kitchen')
  } else if (
    has('studio') &&
    !has('bathroom') &&
    rooms.length === 1 &&
    /flat|apartment|公寓|开间|bedsit|一室户/.test(text)
  )
    add('bathroom')
  const bedrooms = rooms.filter(({ type }) => type === 'bedroom')
  const baths = rooms.filter(({ type }) => type === 'bathroom')
  const main = bedrooms.find(({ rank }) => rank === 1) ?? bedrooms[0]
  const isSuite =
    /en[- ]?suite|(?:private|own|attached|its own) (?:bath|shower)|带(?:独立|私人)?(?:卫|浴|洗手)|独立卫|独卫|主卫|套间|master bath/.test(
      text,
    )
  const isSharedToo = baths.length > 1 && bedrooms.length > 1
  // With one bedroom the suite's bathroom is the bathroom, unless it is said to be beside another.
  const isOnly = baths.length === 1 && isSuite && bedrooms.length === 1 && !asksAnother.test(text)
  if (main && (isSharedToo || (isSuite && baths.length > 1) || isOnly)) {
    const own =
      baths.find(({ mentions }) => mentions.some((word) => /suite|主卫|master/i.test(word.text))) ?? baths.at(-1)!
    own.of = main.key
  } else if (main && isSuite && isHome && baths.length === 1) {
    rooms.push({ key: 'bathroom-suite', type: 'bathroom', mentions: [], of: main.key })
  }
  for (const balcony of rooms.filter(({ type }) => type === 'balcony' || type === 'terrace')) {
    const owner = ownerOf(balcony, rooms, text)
    if (owner) balcony.of = owner.key
  }
  return rooms
}

/** Words for a bathroom beside that of the suite. */
const asksAnother =
  /\b(?:guest|visitor|main|family|shared|separate|another|second|common|extra) (?:bath|toilet|wc|shower|loo)|\b(?:plus|and|also) (?:an?|one|the) (?:(?:main|family|guest|separate|shared) )?bath|客卫|公卫|公共卫|另一?[个间]卫|两卫|双卫|[和、及]卫生间/

/** "a bedroom with a balcony", 「主卧带阳台」, 「客厅连着阳台」. */
function ownerOf(balcony: DraftRoom, rooms: readonly DraftRoom[], text: string): DraftRoom | undefined {
  for (const word of balcony.mentions) {
    const inside = rooms.filter(({ type }) => type !== 'balcony' && type !== 'terrace')
    const before = nearestBefore(inside, word)
    const gap = before ? text.slice(before.word.to, word.from) : ''
    if (
      before &&
      /^\s*(?:with|that has|which has|has|and its|plus|opening onto|带有?|连着?|有|外|接|的)/.test(gap) &&
      gap.length < 40 &&
      !/[,.;，。；、]/.test(gap)
    )
      return before.room
    const after = /^\s*(?:off|of|for|next to|beside|on)\s+the\s+/.exec(text.slice(word.to))
    if (after) {
      const at = word.to + after[0].length
      const found = inside.find(({ mentions }) => mentions.some(({ from }) => Math.abs(from - at) <= 1))
      if (found) return found
    }
  }
  return undefined
}

function nearestBefore(rooms: readonly DraftRoom[], span: Span): { room: DraftRoom; word: RoomWord } | undefined {
  let best: { room: DraftRoom; word: RoomWord } | undefined
  for (const room of rooms)
    for (const word of room.mentions)
      if (word.to <= span.from && (!best || word.to > best.word.to)) best = { room, word }
  return best
}

/** Outlines of several rooms are those of the home, unless the words say them of one: "an L-shaped living room", 「客厅是L形」. */
function takeShape(text: string, { shape, consumed }: ReadShape, rooms: readonly DraftRoom[]): PlanShape | undefined {
  const [found] = consumed
  if (!shape || !found) return undefined
  const owner = isGivenOutline(shape) ? undefined : shapedRoom(text, found, rooms)
  if (!owner) return shape
  owner.shape = shape
  return undefined
}

const isGivenOutline = ({ type }: PlanShape): boolean => type === 'ring' || type === 'walls'

function shapedRoom(text: string, found: Span, rooms: readonly DraftRoom[]): DraftRoom | undefined {
  for (const room of rooms)
    for (const word of room.mentions) {
      const behind = text.slice(found.to, word.from)
      if (word.from >= found.to && /^[\s-]*(?:的|(?!and\b|with\b)[a-z]+\s+){0,2}$/.test(behind)) return room
      const before = text.slice(word.to, found.from)
      if (
        word.to <= found.from &&
        /^(?:'s)?\s*(?:is|are|should be|must be|要|是|为|做成?|呈|(?:with|带|有)(?: an?)?)\s*(?:an?\s+)?$/.test(before)
      )
        return room
      if (word.from > found.to && /^\s*(?:in|to|for|of)\s+the\s+$/.test(behind)) return room
    }
  return undefined
}

type ReadOpening = ReturnType<typeof readOpenings>['list'][number]

/** In a home windows go to the room that they are named with, and outer sides with them. */
function assignOpenings(rooms: readonly DraftRoom[], list: readonly ReadOpening[]): void {
  for (const { opening, from, to } of list) {
    const room = nearestBefore(rooms, { from, to })?.room
    if (!room) continue
    if (opening.kind !== 'window' && opening.leaves === undefined) continue
    room.openings = [...(room.openings ?? []), opening]
    const side = (['north', 'east', 'south', 'west'] as const).find((each) => each === opening.side)
    if (side) room.side ??= side
  }
}

/** "a south-facing living room", 「客厅朝南」: the outer wall that a room shall have. */
function assignSides(text: string, rooms: readonly DraftRoom[]): void {
  for (const room of rooms)
    for (const word of room.mentions) {
      const before =
        /(?:(north|south|east|west)(?:ern)?[- ]facing|朝([东南西北])的?|([东南西北])向的?)\s*(?:[a-z]+\s+)?$/.exec(
          text.slice(Math.max(0, word.from - 24), word.from),
        )
      const after =
        /^\s*(?:should|must|to|that|which|,)?\s*(?:be\s+)?(?:faces?|facing|on the|to the|in the|oriented)\s+(?:to\s+|the\s+)?(north|south|east|west)|^(?:要|需|应|都)?(?:朝|向|在|位于)([东南西北])/.exec(
          text.slice(word.to, word.to + 36),
        )
      const side = sideIn((before ?? after)?.[0] ?? '')
      if (side) room.side ??= side
    }
}

const joins =
  /^\s*(?:is|are|should be|must be|that is|which is)?\s*(?:right\s+|directly\s+)?(?:next to|beside|adjacent to|adjoining|connected to|connecting to|connects to|linked to|opens? (?:in|on)?to|opening (?:in|on)?to|leading to|leads to|off|by|close to|near)\s+(?:the|a|an|our|my)?\s*$/
const joinsZh =
  /^\s*(?:要|应|必须|需要?)?(?:紧?挨着?|紧邻|临近|靠近|靠着?|连着|连接|连通|相连|旁边是|通向|通往|接着?)\s*$/
const together = /^\s*(?:和|与|跟|、)\s*$/

/** Rooms that shall open into each other, in words. */
function readAdjacency(text: string, rooms: readonly DraftRoom[]): PlanAdjacency[] {
  const list: PlanAdjacency[] = []
  const words = rooms
    .flatMap((room) => room.mentions.map((word) => ({ room, word })))
    .sort((a, b) => a.word.from - b.word.from)
  const add = (a: DraftRoom, b: DraftRoom, type: PlanAdjacency['type'], said: string) => {
    if (
      a === b ||
      list.some((entry) => (entry.a === a.key && entry.b === b.key) || (entry.a === b.key && entry.b === a.key))
    )
      return
    list.push({ a: a.key, b: b.key, type, words: said })
  }
  words.forEach(({ room, word }, index) => {
    const next = words[index + 1]
    if (!next) return
    const gap = text.slice(word.to, next.word.from)
    const said = text.slice(word.from, next.word.to)
    const after = text.slice(next.word.to, next.word.to + 8)
    const isWet = (draft: DraftRoom) => draft.type === 'bathroom'
    const isPlain = (a: DraftRoom, b: DraftRoom) => hubs.includes(a.type) || hubs.includes(b.type)
    if (joins.test(gap) || joinsZh.test(gap) || (together.test(gap) && /^(?:相邻|挨着|相连|连通|打通)/.test(after))) {
      // A bathroom beside a bedroom need not be entered from it; its owner is said otherwise.
      if (isWet(room) || isWet(next.room) || !isPlain(room, next.room)) return
      add(room, next.room, /open|打通|连通/.test(gap + after) ? 'open' : 'door', said)
    }
  })
  words.forEach(({ room, word }, index) => {
    const next = words[index + 1]
    const isBetween =
      /(?:door(?:way)?|opening|passage|arch(?:way)?|access|connection|way) between (?:the |my |our )?$/.test(
        text.slice(Math.max(0, word.from - 40), word.from),
      )
    if (next && isBetween && /^\s*and (?:the |my |our )?$/.test(text.slice(word.to, next.word.from)))
      add(room, next.room, 'door', text.slice(word.from, next.word.to))
  })
  const kitchen = rooms.find(({ type }) => type === 'kitchen')
  const partner =
    rooms.find(({ type }) => type === 'dining_room') ??
    rooms.find(({ type }) => type === 'living_room' || type === 'studio')
  const open = findAll(
    text,
    /open[- ]?(?:plan|concept)|open kitchen|开放式(?:的)?厨房|开敞式|lдк|ldk|厨房(?:是)?开放|american[- ]style kitchen/,
  )[0]
  if (open && kitchen && partner) {
    add(kitchen, partner, 'open', open.match[0])
    const living = rooms.find(({ type }) => type === 'living_room')
    if (living && living !== partner) add(partner, living, 'open', open.match[0])
  }
  return list
}

const hubs: readonly RoomType[] = ['living_room', 'dining_room', 'hallway', 'entrance', 'studio', 'kitchen']
