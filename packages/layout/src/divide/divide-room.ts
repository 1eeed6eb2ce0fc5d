import { diffDocuments, type Id, readScene, type SceneRoom } from '@enfilade/scene'
import type { RoomType } from '../brief.ts'
import { findWorsened } from '../edit/worsened.ts'
import { findRoom } from '../furnish.ts'
import { roomFacts } from '../plan/room-facts.ts'
import { INNER_WALL } from '../plan/shell.ts'
import type { LayoutContext, LayoutResult, Text } from '../result.ts'
import { createSite } from '../site.ts'
import { createUnmet, kindName } from '../words.ts'
import { type CutLine, cutLines } from './cut-lines.ts'
import { type DividingDoor, placeDoor } from './dividing-door.ts'
import { type CutFault, type JudgedCut, judgeCut, type RoomPart } from './judge-cut.ts'
import { type WrittenWall, writeWall } from './write-wall.ts'

/** Two to four parts; the first keeps what the room was where neither has a type. */
export type DivideInput = LayoutContext & { readonly parts: readonly RoomPart[]; readonly words?: string }

/** Widths of the new door, metres: the usual one, and the least that a person passes with something in their hands. */
const DOORS = [0.8, 0.7] as const
/** Lines that are tried on the scene, cheapest first. */
const TRIES = 30

/**
 * Divides a room by walls with a door each, from wall to wall between what stands there: nothing moves and nothing is
 * cut. Where no line is free, or the parts were too small for what they shall be, that is said with its number.
 */
export const divideRoom = (input: DivideInput): LayoutResult => {
  const { parts, words = '' } = input
  const before = readScene(input.document)
  const room = findRoom(before, input.roomId)
  const refused = (text: Text): LayoutResult => ({
    groups: [],
    unmet: [createUnmet(words, text, input.language)],
    truncated: false,
  })
  if (!room) return refused({ en: 'there is no room to divide: 0 rooms', zh: '没有可分隔的房间：0 个' })
  let { document } = input
  let rest = room.id
  const made: Made[] = []
  for (let at = 0; at + 1 < parts.length; at += 1) {
    const left = parts.slice(at + 1)
    const next = divideOnce({ ...input, document }, rest, parts[at]!, left)
    if ('fault' in next) return refused(next.fault)
    document = next.document
    rest = next.rest
    made.push(next)
  }
  const after = readScene(document)
  const ids = [...made.map(({ own }) => own), rest]
  const rooms = ids.flatMap((id) => after.rooms.find((each) => each.id === id) ?? [])
  const sizes = (language: 'en' | 'zh') =>
    rooms
      .map((each) => `${nameOf(each)[language]} ${each.area.toFixed(1)} ${language === 'en' ? 'm²' : '平方米'}`)
      .join(language === 'en' ? ', ' : '、')
  const walls = (language: 'en' | 'zh') =>
    made
      .map(({ line, door }) =>
        language === 'en'
          ? `A wall of ${line.length.toFixed(2)} m with a door of ${door.width.toFixed(2)} m`
          : `隔墙长 ${line.length.toFixed(2)} 米，门宽 ${door.width.toFixed(2)} 米`,
      )
      .join(language === 'en' ? ', ' : '，')
  return {
    groups: [
      {
        id: 'divide',
        title: { en: `Divide the ${nameOf(room).en}`, zh: `分隔${nameOf(room).zh}` },
        reason: {
          en: `${walls('en')}: ${sizes('en')}. Nothing moves.`,
          zh: `${walls('zh')}：${sizes('zh')}。其他物品不动。`,
        },
        measurements: rooms.map(({ area }, index) => ({
          name: `area_${index + 1}`,
          value: Math.round(area * 1000) / 1000,
          unit: 'm²',
        })),
        items: [],
        change: diffDocuments(input.document, document),
      },
    ],
    unmet: parts.flatMap(({ area }, index) => {
      const got = rooms[index]?.area
      if (area === undefined || got === undefined || Math.abs(got - area) <= Math.max(0.5, area * 0.1)) return []
      return [createUnmet(words, otherArea(area, got), input.language)]
    }),
    truncated: false,
  }
}

const otherArea = (asked: number, got: number): Text => ({
  en: `${asked} m² was asked for and it has ${got.toFixed(1)} m²: the nearest that a straight wall clear of windows, doors and things can give, with the least width of such a room kept`,
  zh: `要求 ${asked} 平方米，实际 ${got.toFixed(1)} 平方米：直墙避开门窗和现有物品并保证最小净宽时，这是最接近的结果`,
})

type Made = WrittenWall & { readonly line: CutLine; readonly door: DividingDoor }

const divideOnce = (
  input: DivideInput,
  roomId: Id,
  part: RoomPart,
  others: readonly RoomPart[],
): Made | { readonly fault: Text } => {
  const scene = readScene(input.document)
  const room = scene.rooms.find(({ id }) => id === roomId)!
  const site = createSite(scene, room, new Set(), 0.6)
  const pair = [part, restOf(part, others, room)] as const
  const cuts: JudgedCut[] = []
  let nearest: CutFault | undefined
  for (const line of cutLines(site, INNER_WALL)) {
    const judged = judgeCut(line, site, pair, INNER_WALL)
    if (!('why' in judged)) cuts.push(judged)
    else if (!nearest || isNearer(judged, nearest)) nearest = judged
  }
  cuts.sort((a, b) => a.cost - b.cost)
  let blocked: Text | undefined
  let tries = 0
  for (const { line, order } of cuts) {
    const door = DOORS.map((width) => placeDoor(line, site, width, INNER_WALL)).find((found) => found !== undefined)
    if (!door) continue
    if (++tries > TRIES) break
    const written = writeWall(input, scene, room, line, door, pair, order)
    if (!written) continue
    const change = diffDocuments(input.document, written.document)
    const worse = findWorsened(input.document, scene, change, [written.own, written.rest])
    if (!worse) return { ...written, line, door }
    blocked ??= worse
  }
  return { fault: faultOf(room, nearest, cuts.length > 0, blocked, pair) }
}

/** The rest of a room that gives away one part: one room yet, or all that it shall become. */
const restOf = (part: RoomPart, others: readonly RoomPart[], room: SceneRoom): RoomPart => {
  const [only] = others
  if (others.length === 1) return only!
  const share = room.area / (others.length + 1)
  const isTyped = others.some(({ type }) => type !== undefined)
  return {
    ...(isTyped ? { type: 'generic' as const } : {}),
    area: part.area === undefined ? share * others.length : room.area - part.area,
  }
}

/** The later a line failed, the nearer it was to standing. */
const isNearer = (fault: CutFault, than: CutFault): boolean => {
  const ranks = { size: 0, opening: 1, thing: 2 }
  if (ranks[fault.why] !== ranks[than.why]) return ranks[fault.why] > ranks[than.why]
  if (fault.why === 'thing' && than.why === 'thing') return fault.depth < than.depth
  if (fault.why === 'size' && than.why === 'size') return fault.short < than.short
  return false
}

const faultOf = (
  room: SceneRoom,
  nearest: CutFault | undefined,
  hasLines: boolean,
  blocked: Text | undefined,
  [part, rest]: readonly [RoomPart, RoomPart],
): Text => {
  const { en, zh } = nameOf(room)
  if (blocked) return blocked
  if (hasLines)
    return {
      en: `no dividing wall leaves 0.90 m of free floor on both sides of a door of ${DOORS.at(-1)!.toFixed(2)} m`,
      zh: `没有一道隔墙能在 ${DOORS.at(-1)!.toFixed(2)} 米宽的门两侧各留出 0.90 米空地`,
    }
  if (nearest?.why === 'thing') {
    const name = kindName(nearest.item.category)
    return {
      en: `every wall that would divide the ${en} (${room.area.toFixed(1)} m²) cuts something that stands there; at best it cuts ${nearest.depth.toFixed(2)} m into the ${name.en}: move or remove that first`,
      zh: `${zh}（${room.area.toFixed(1)} 平方米）里任何位置的隔墙都会切到现有物品，最少也会切入${name.zh} ${nearest.depth.toFixed(2)} 米：请先移开`,
    }
  }
  if (nearest?.why === 'opening')
    return {
      en: `every wall that would divide the ${en} ends in a window or before a door, ${Math.abs(nearest.gap).toFixed(2)} m into it`,
      zh: `${zh}里任何位置的隔墙都会抵到窗或挡住门 ${Math.abs(nearest.gap).toFixed(2)} 米`,
    }
  const types = [part, rest].map(({ type }) => roomFacts[type ?? roomTypeOf(room)])
  const sum = types.reduce((total, { least }) => total + least.area, 0)
  const list = (language: 'en' | 'zh') =>
    types.map(
      ({ name, least }) =>
        `${language === 'en' ? name.en.toLowerCase() : name.zh} ${least.area} ${language === 'en' ? 'm²' : '平方米'}`,
    )
  const side = Math.max(...types.map(({ least }) => least.side))
  if (nearest?.why === 'size' && room.area > sum + 1) {
    const { name, least } = roomFacts[nearest.type]
    return {
      en: `wherever a wall divides the ${en} (${room.area.toFixed(1)} m²), one part is too small: at best the ${name.en.toLowerCase()} gets ${nearest.area.toFixed(1)} m² and is ${nearest.side.toFixed(2)} m wide; it needs ${least.area} m² and ${least.side.toFixed(2)} m`,
      zh: `${zh}（${room.area.toFixed(1)} 平方米）无论怎么隔，总有一间太小：${name.zh}最多 ${nearest.area.toFixed(1)} 平方米、宽 ${nearest.side.toFixed(2)} 米，至少需要 ${least.area} 平方米、${least.side.toFixed(2)} 米`,
    }
  }
  return {
    en: `the ${en} has ${room.area.toFixed(1)} m²; two rooms need at least ${sum.toFixed(1)} m² (${list('en').join(', ')}), each up to ${side.toFixed(1)} m wide, and a wall between them`,
    zh: `${zh}面积 ${room.area.toFixed(1)} 平方米；两个房间至少需要 ${sum.toFixed(1)} 平方米（${list('zh').join('、')}），净宽至少 ${side.toFixed(1)} 米，外加隔墙`,
  }
}

const roomTypeOf = ({ type }: SceneRoom): RoomType => (Object.hasOwn(roomFacts, type) ? (type as RoomType) : 'generic')

const nameOf = (room: SceneRoom): Text => {
  const name = roomFacts[roomTypeOf(room)].name
  return room.name ? { en: room.name, zh: room.name } : { en: name.en.toLowerCase(), zh: name.zh }
}
