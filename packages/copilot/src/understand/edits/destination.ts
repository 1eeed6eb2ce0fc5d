import type { EditMove, EditRelation, EditTarget } from '../intent.ts'
import { chinesePhrase, englishPhrase, readPhrase } from './noun-phrase.ts'
import { chinesePlace, englishPlace } from './place-patterns.ts'
import { ofBuilding, readPlace, readTarget } from './place-phrase.ts'
import { type Skeleton, slotOf, symbols, wordsAt } from './skeleton.ts'

const { P, R, L } = symbols

/** Default of "a bit to the left", metres. */
const NUDGE = 0.2
const STEP = 0.3

type Direction = 'left' | 'right' | 'forward' | 'back' | 'north' | 'east' | 'south' | 'west' | 'up' | 'down'

const directions: { readonly [word: string]: Direction } = {
  left: 'left',
  right: 'right',
  forward: 'forward',
  forwards: 'forward',
  back: 'back',
  backwards: 'back',
  backward: 'back',
  up: 'up',
  upwards: 'up',
  higher: 'up',
  down: 'down',
  downwards: 'down',
  lower: 'down',
  north: 'north',
  south: 'south',
  east: 'east',
  west: 'west',
  左: 'left',
  右: 'right',
  前: 'forward',
  后: 'back',
  上: 'up',
  下: 'down',
  北: 'north',
  南: 'south',
  东: 'east',
  西: 'west',
}
const directionWords =
  '(left|right|forwards?|backwards?|back|up(?:wards)?|down(?:wards)?|higher|lower|north|south|east|west)(?:wards?)?'

/** Where a thing is to go, from the words after it; undefined where they are no place or something is left over. */
export function readDestination(skeleton: Skeleton, request: string, from: number): EditMove | undefined {
  const text = skeleton.text.slice(from)
  return readEnglish(skeleton, request, from, text) ?? readChinese(skeleton, request, from, text)
}

function lengthOf(skeleton: Skeleton, symbol: string | undefined): number | undefined {
  const slot = slotOf(skeleton, symbol)
  return slot?.kind === 'length' ? slot.values[0] : undefined
}

const trailing = '(?: (?:please|instead|now|too|as well|again|then|for me|a bit|a little|slightly))*[ ,.]*$'
const filler =
  '^[ ,]*(?:(?:over|back|right|all the way|straight|out|away|somewhere|so (?:that )?(?:it|they|(?:its|the|their) (?:head|headboard|head end|back|long side|side|end)) (?:is|are|stands?|sits?|goes)|standing|sitting|placed|positioned|hanging|be|to be|go|goes|stand|sit|up|down|through|across) )*'

function readEnglish(skeleton: Skeleton, request: string, from: number, text: string): EditMove | undefined {
  const vector =
    new RegExp(
      `^[ ,]*(?:(?:just )?(?:a (?:bit|little)|slightly),? )?(?:by )?(?:(?:about|around|some) )?(a (?:bit|little)|slightly|${L})? ?(?:further |more |over )?(?:to (?:the|its|your|my) |towards the )?${directionWords}(?: (?:by )?(?:(?:about|around) )?(${L}|a (?:bit|little)|slightly))?${trailing}`,
    ).exec(text) ?? new RegExp(`^[ ,]*(?:to (?:the|its) )?${directionWords}$`).exec(text)
  if (vector) {
    const [word] = [...text.matchAll(new RegExp(directionWords, 'g'))].map((match) => match[1]!)
    const distance = lengthOf(skeleton, new RegExp(L).exec(vector[0])?.[0])
    return {
      direction: directions[word!] ?? 'left',
      distance: distance ?? (/bit|little|slightly/.test(vector[0]) ? NUDGE : STEP),
    }
  }
  const along = new RegExp(
    `^[ ,]*(?:(a (?:bit|little)|slightly|${L}) )?(closer|nearer|towards?|further|farther|away|off)(?: away)?(?: (?:to|from|towards))? (${englishPhrase}|(?:the )?(?:[a-z]+ )?${P}(?: on the (?:left|right))?)(?: by (${L}))?${trailing}`,
  ).exec(text)
  if (along) {
    const distance = lengthOf(skeleton, along[1]) ?? lengthOf(skeleton, along[4])
    const isAway = /further|farther|away|off/.test(along[2]!)
    const at = from + text.indexOf(along[3]!, along.index + (along[1]?.length ?? 0))
    const target = readTarget(skeleton, request, at, along[3]!)
    if (target) return { along: target, isAway, ...(distance === undefined ? {} : { distance }) }
  }
  const gap = new RegExp(
    `${filler}(?:to |at )?(?:be )?(?:(?:about|around|exactly|at least) )?(${L}) (?:away )?(?:from|off) (${englishPhrase}|(?:the )?(?:[a-z]+ )?${P})${trailing}`,
  ).exec(text)
  if (gap) {
    const at = from + gap[0].indexOf(gap[2]!, gap[0].indexOf(gap[1]!)) + gap.index
    const target = readTarget(skeleton, request, at, gap[2]!)
    const distance = lengthOf(skeleton, gap[1])
    if (target && distance !== undefined) return { relations: [apart(skeleton, request, target, distance, from, text)] }
  }
  const room = new RegExp(`${filler}(?:in|into|to|inside|through to) (?:the |my |our )?(${R})${trailing}`).exec(text)
  const place = room && slotOf(skeleton, room[1])
  if (place?.kind === 'room') return { roomNamed: place.reference }
  const where = new RegExp(
    `${filler}(?:to )?where (${englishPhrase}) (?:is|was|are|were|stands?|stood)(?: now)?${trailing}`,
  ).exec(text)
  if (where) {
    const reference = readPhrase(
      skeleton,
      request,
      from + text.indexOf(where[1]!),
      from + text.indexOf(where[1]!) + where[1]!.length,
    )
    if (reference) return { placeOf: reference }
  }
  return readList(skeleton, request, from, text)
}

/** One place or several: "against the north wall, facing the sofa". */
function readList(skeleton: Skeleton, request: string, from: number, text: string): EditMove | undefined {
  const relations: EditRelation[] = []
  let at = 0
  const opening = new RegExp(`${filler}`).exec(text)
  if (opening) at = opening[0].length
  while (at < text.length) {
    const rest = text.slice(at)
    if (new RegExp(`^${trailing}`).test(rest)) break
    const joint = /^(?:[ ,]+(?:and |but |so (?:that )?it is )?|and )/.exec(rest)
    if (joint && relations.length > 0) {
      at += joint[0].length
      continue
    }
    const place = new RegExp(`^(?:(?:to|so that it is|so it is|and) )?(?:be )?(${englishPlace})`).exec(rest)
    const side = new RegExp(
      `^(?:to|on|onto|over to|at) the (other|opposite|left|right|north|south|east|west|far|near)(?:ern|-hand)? (?:side|end|part)(?: of (?:the )?(?:room|${P}))?(?=[ ,]|$)`,
    ).exec(rest)
    const plain = new RegExp(
      `^(?:to|into|in|onto|up to|over to|towards|at|against|by|for) (${englishPhrase}|(?:the |a |that |one )?(?:[a-z]+ )??${P}(?: on the (?:left|right))?)`,
    ).exec(rest)
    const read =
      place && readPlace(skeleton, request, from + at + place[0].length - place[1]!.length, from + at + place[0].length)
    if (read) {
      relations.push(read)
      at += place[0].length
    } else if (side) {
      const relation = sideOfRoom(side[1]!)
      if (!relation) return undefined
      relations.push({ ...relation, words: wordsAt(skeleton, request, from + at, from + at + side[0].length) })
      at += side[0].length
    } else if (plain) {
      const start = from + at + plain[0].length - plain[1]!.length
      const target = readTarget(skeleton, request, start, plain[1]!)
      const relation = target && toward(target, wordsAt(skeleton, request, from + at, from + at + plain[0].length))
      if (!relation) return undefined
      relations.push(relation)
      at += plain[0].length
    } else return undefined
  }
  return relations.length > 0 ? { relations } : undefined
}

function sideOfRoom(side: string): Omit<EditRelation, 'words'> | undefined {
  if (side === 'other' || side === 'opposite' || side === 'far')
    return { type: 'against_wall', target: { kind: 'building', part: 'wall', side: 'back' } }
  if (side === 'near') return { type: 'by_door' }
  return { type: 'against_wall', target: { kind: 'building', part: 'wall', side: side as 'left' } }
}

/** "to the window", "to the sofa": by it. */
function toward(target: EditTarget, words: string): EditRelation | undefined {
  const type =
    target.kind === 'building' ? ofBuilding(target.part === 'wall' ? 'against_wall' : 'near', target.part) : 'near'
  if (target.kind === 'building' && target.part === 'room') return { type: 'centred', words }
  return type && { type, target, words }
}

function apart(
  skeleton: Skeleton,
  request: string,
  target: EditTarget,
  distance: number,
  from: number,
  text: string,
): EditRelation {
  const words = wordsAt(skeleton, request, from, from + text.length).trim()
  const type = target.kind === 'building' ? (`away_from_${target.part}` as 'away_from_wall') : 'beside'
  const known = ['away_from_wall', 'away_from_door', 'away_from_window', 'beside'].includes(type)
  return { type: known ? type : 'away_from_wall', target, distance: { exact: distance }, words }
}

const zhTail =
  '(?:的?(?:地方|位置|去|来|处))?(?:吧|会怎么样|会怎样|会如何|怎样|如何|行不行|好不好|的话|好吗|可以吗|行吗|怎么样|呢|啊|呀|谢谢|一下|了|么|吗|,|，| )*$'

function readChinese(skeleton: Skeleton, request: string, from: number, text: string): EditMove | undefined {
  const vector = new RegExp(
    `^(?:再)?(?:往|向|朝)?([左右前后上下东南西北])(?:边|面|侧|方)?(?:移动?|挪动?|推|拉|搬|靠|平移|去)?(?:大约|大概|约)?(${L}|一点点?|一些|点儿?|一下)?(?:左右)?${zhTail}`,
  ).exec(text)
  if (vector) {
    const distance = lengthOf(skeleton, vector[2])
    return { direction: directions[vector[1]!]!, distance: distance ?? (vector[2] ? NUDGE : STEP) }
  }
  const along = new RegExp(
    `^(?:往|向|朝|离|靠近|远离|靠)(${chinesePhrase}|${P})(?:那边|方向|边|旁边)?(?:移动?|挪动?|推|拉|搬|靠)?(?:再|更|稍微?|略)*(近|远)?(?:大约|约)?(${L}|一点点?|一些|点)?(近|远)?${zhTail}`,
  ).exec(text)
  if (along) {
    const at = from + text.indexOf(along[1]!)
    const target = readTarget(skeleton, request, at, along[1]!)
    const distance = lengthOf(skeleton, along[3])
    const isAway = /远/.test(text)
    const isGap = text.startsWith('离') && distance !== undefined && !/近|远/.test(text)
    if (target && isGap) return { relations: [apart(skeleton, request, target, distance, from, text)] }
    const hasWay = distance !== undefined || /一点|一些|点|近|远|移|挪|推|拉/.test(text)
    if (target && hasWay) return { along: target, isAway, ...(distance === undefined ? {} : { distance }) }
  }
  const gap = new RegExp(`^(?:到|在)?(?:距离?|离)(${chinesePhrase}|${P})(?:大约|约)?(${L})(?:远)?${zhTail}`).exec(text)
  if (gap) {
    const target = readTarget(skeleton, request, from + text.indexOf(gap[1]!), gap[1]!)
    const distance = lengthOf(skeleton, gap[2])
    if (target && distance !== undefined) return { relations: [apart(skeleton, request, target, distance, from, text)] }
  }
  const body = text.replace(/^(?:到|在|至|进|去|向|往)+/, '')
  const start = from + text.length - body.length
  const room = new RegExp(`^(${R})(?:里面?|中|内|去)?${zhTail}`).exec(body)
  const named = room && slotOf(skeleton, room[1])
  if (named?.kind === 'room') return { roomNamed: named.reference }
  const where = new RegExp(`^(${chinesePhrase})(?:现在)?(?:原来)?的?(?:位置|地方)${zhTail}`).exec(body)
  if (where) {
    const reference = readPhrase(skeleton, request, start, start + where[1]!.length)
    if (reference) return { placeOf: reference }
  }
  return readChineseList(skeleton, request, start, body)
}

function readChineseList(skeleton: Skeleton, request: string, from: number, text: string): EditMove | undefined {
  const relations: EditRelation[] = []
  let at = 0
  while (at < text.length) {
    const rest = text.slice(at)
    if (new RegExp(`^${zhTail}`).test(rest)) break
    const joint = /^(?:[,，、 ]|并且?|而且|同时|且|让它|使其|在)+/.exec(rest)
    if (joint) {
      at += joint[0].length
      continue
    }
    const place = new RegExp(`^(?:${chinesePlace})`).exec(rest)
    const side =
      /^(?:房间的?)?([东南西北左右])(?:边|侧|面)(?!的)/.exec(rest) ??
      new RegExp(
        `^(?:房间的?)?(对面|另一[面边侧头])(?:的?(?:那[面边堵])?${P}|那[面边])?(?=去|来|[,，、]|${zhTail})`,
      ).exec(rest)
    const plain = new RegExp(`^(?:一个|某个)?(${chinesePhrase}|${P})(?:去)?(?=[,，、]|${zhTail})`).exec(rest)
    const read = place && readPlace(skeleton, request, from + at, from + at + place[0].length)
    if (read) {
      relations.push(read)
      at += place[0].length
    } else if (side) {
      const relation = sideOfRoom(directions[side[1]!] ?? 'opposite')!
      relations.push({ ...relation, words: wordsAt(skeleton, request, from + at, from + at + side[0].length) })
      at += side[0].length
    } else if (plain) {
      // 「床头挂一幅画」 brings a picture.
      if (/^一/.test(plain[1]!)) return undefined
      const target = readTarget(skeleton, request, from + at + plain[0].indexOf(plain[1]!), plain[1]!)
      const relation = target && toward(target, wordsAt(skeleton, request, from + at, from + at + plain[0].length))
      if (!relation) return undefined
      relations.push(relation)
      at += plain[0].length
    } else return undefined
  }
  return relations.length > 0 ? { relations } : undefined
}
