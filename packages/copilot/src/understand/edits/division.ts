import type { CompassSide, RoomPart } from '@enfilade/layout'
import type { Intent, RoomReference } from '../intent.ts'
import type { Piece } from '../measures.ts'
import { tokenize } from '../tokenize.ts'
import { createSkeleton, type Skeleton, slotOf, symbols, wordsAt } from './skeleton.ts'

/** A wish to divide a room that is drawn, and the stretch of the request that says it. */
export type Division = { readonly from: number; readonly to: number; readonly intent: Intent }

const { P, R, N } = symbols
const numberSymbol = new RegExp(N, 'g')
const wall = `(?:(?:new |solid |plain |thin |light |internal |interior |inner |dividing |partition |stud |plasterboard |drywall )*(?:${P}|partition))`
const wallAfter = `(?: ?,? ?(?:with|using|by|by means of) (?:an? |the |one )?${wall}(?: (?:and|with) (?:an? )?${P}(?: in it)?)?)`
const whole = `(?:(?:the |this |that |my |our |it)?(?:whole |entire |big |large |existing )?(?<r>${R}|${P})|(?:this|that|it))`
const part = `(?:an? |one |another |the |its own )*(?:(?:new|small|little|tiny|separate|own|second|quiet|home|large|big|extra|proper) )*${R}`
const count = '(?:two|2|three|3|four|4|half|halves)'
const areaWords = '(?:of|with|about|around|roughly|some|,| )*'
const english: readonly string[] = [
  `\\b(?:split|divide|dividing|splitting|partition|subdivide|separate|section|break|cut)(?: up)? ${whole}${wallAfter}? (?:up )?(?:into|in|to)(?: (?:${count})(?<many> (?:separate |equal |smaller |small |different )*(?:${R}|${P}|rooms|spaces|parts|halves|pieces)s?)?(?:[:,]| ?\\()?)?(?<parts>(?: ?(?:and |with )?${part}(?:, and|,| and| &| plus)?)*)${wallAfter}?`,
  `\\b(?:split|divide|partition|subdivide|separate) ${whole}${wallAfter}`,
  `\\b(?:partition|section|wall|split|divide|separate|close|fence|carve)(?:ed|ing)? (?:off |out |us |me )*(?<parts>${part})${areaWords}(?<size>[^.,;\\ue000-\\ue1ff]{0,30}?)? ?(?:from|in|of|out of|off|at|on|inside|within)(?: part of| a part of| a corner of| one end of| the (?<side>\\w+) (?:side|end|part|half) of)? (?:the |this |that |my |our )?(?<r>${R})(?= |$|[.,;])`,
  `\\b(?:add|build|put|erect|install|insert|raise|draw|place|need|want|have)(?: up| in)? (?:an? |one |the |another )?${wall}(?: (?:with|and|including|that has) (?:an? )?${P}(?: in it)?)? ?(?:in|across|through|into|down|to|inside|halfway|between|that)(?:(?: the)? (?:middle|centre|center)(?: of)?)? ?(?:(?:split|divide|separate)s? )?(?:the |this |that |my |our )?(?<r>${R}|${P})(?: (?:in|into) (?:two|2|half)(?: (?:rooms|parts|halves|${R}|${P}))?)?(?: ?(?:,|so that|to make|to get|making|for|into)? ?(?<parts>${part}(?:(?:,| and| &) ${part})*))?`,
]

const zhBareWall = `(?:新的?|轻质|轻钢龙骨|实体|石膏板)*(?:隔断|隔)?(?:${P}|隔墙|隔断墙|墙)`
const zhWall = `(?:[一1]?[面道堵个]?${zhBareWall})`
const zhPart = `(?:一?[间个]?(?:小的?|大的?|独立的?|单独的?)*${R})`
const joint = '(?:和|与|跟|、|及|以及|加|＋|\\+|，|,)'
const chinese: readonly string[] = [
  `(?:请|帮我|想|要)*(?:把|将|给|在)?(?:这个|整个|现在的|原来的)?(?<r>${R}|${P})(?:里面?|中间|中央|当中)?(?:用|拿|加|砌|做|建|通过|装|打)${zhWall}(?:[，,])?(?:来|去|给|把它|把房间|从中间)?(?:隔|分隔|分割|分|划分|拆分|隔断|一分为)(?:开来?)?(?:成|为|出|出来)?(?<many>[一两二三四2-4]间?个?(?:(?:独立的?|小)?(?:${R}|${P}|房间|房|部分|半|空间|间))?)?[，,：:]?(?<parts>(?:${joint}?(?:其中)?${zhPart})*)`,
  `(?:请|帮我|想|要)*(?:把|将|给)?(?:这个|整个|现在的|原来的)?(?<r>${R}|${P})(?:一角|的?[东南西北左右](?:边|侧|面|半边)|里面?)?(?:用隔断|从中间|从中|再)?(?:隔|分隔|分割|划分|拆分|隔断|一分|分)(?:开|割)?(?:成|为|做)(?<many>[一两二三四2-4半][间个]?(?:(?:独立的?|小|大)*(?:${R}|${P}|房间|房|部分|半|空间))?)?[，,：:]?(?<parts>(?:${joint}?(?:其中)?${zhPart})*)`,
  `(?:请|帮我|想|要)*(?:在|从|把|将|给)?(?<r>${R})(?:里面?|中|内|当中)?(?:的?(?<side>[东南西北])(?:边|侧|面|头|端|部)?|一角|${P}|一[头端侧边]|的?角落)?(?:里|用墙)?(?:能不能|可以|想|要|再)*(?:隔|分隔|划|辟|隔断|分)(?:出来?)(?:[一1]?[间个块])?(?<size>[^，,。]{0,12}?)?(?<parts>${zhPart})(?:出来|来)?`,
  `(?:请|帮我|想|要)*(?:在)?(?:(?<r>${R}|${P})|(?<raw>[\\u4e00-\\u9fff]{1,3}[室厅房]))(?:里面?|中间|中央|当中|中|内|正中间?)?(?:再|想|要)*(?:加|砌|建|做|立|装|打|增加|添)(?:[一1][面道堵个])${zhWall}(?:带门|有门)?(?:[，,]?(?:把它|把房间|来)?(?:隔|分)(?:开|割)?(?:成|为|出)(?<many>[两二三四][间个](?:房间|房|部分|空间)?)?(?<parts>(?:${joint}?${zhPart})*))?`,
  `(?:请|帮我|想|要)*(?:加|砌|建|做|立|装|打|增加|添)${zhWall}[，,]?(?:来|去)?(?:把|将|给)(?<r>${R}|${P})(?:隔|分隔|分割|划分|分)(?:开|割)?(?:成|为|出|开)(?<many>[两二三四][间个]?(?:${R}|${P}|房间|房|部分|空间|半)?)?[，,：:]?(?<parts>(?:${joint}?(?:其中)?${zhPart})*)`,
]

/** What leads a wish in: it goes with it, so that nothing is read from it alone. */
const lead =
  "(?:\\b(?:please|kindly|can you|could you|would you|let's|help me|i'd like(?: you)? to|(?:i|we) (?:want|need|would like|wish)(?: you)? to) )*"
const patterns = [...english.map((pattern) => lead + pattern), ...chinese].map((pattern) => new RegExp(pattern))

const hint =
  /\b(?:split|divid|partition|subdivid|separat|section|wall|carve|cut|break|turn|convert|make|create)|隔|分成|分为|一分为二|划出|辟出|墙/i

/** Longer requests tell of whole homes. */
const longest = 1200

/** What the request wishes divided, in order. Things that part a room without a wall (a screen, a bookcase) do not. */
export function readDivisions(pieces: readonly Piece[], request: string): Division[] {
  if (request.length > longest || !hint.test(request) || pieces.length === 0) return []
  const skeleton = createSkeleton(pieces, request)
  const divisions: Division[] = []
  // 「三间」 and "three rooms" are numbers of the skeleton; a digit is as long.
  let text = skeleton.text.replace(numberSymbol, (symbol) => {
    const slot = slotOf(skeleton, symbol)
    return slot?.kind === 'number' && [2, 3, 4].includes(slot.value) ? String(slot.value) : symbol
  })
  for (const pattern of patterns) {
    const match = pattern.exec(text)
    const division = match && read(match, skeleton, request)
    if (!division) continue
    divisions.push(division)
    text = `${text.slice(0, match.index)}${'#'.repeat(match[0].length)}${text.slice(match.index + match[0].length)}`
  }
  return divisions.sort((a, b) => a.from - b.from)
}

function read(match: RegExpExecArray, skeleton: Skeleton, request: string): Division | undefined {
  const [said] = match
  const groups = match.groups ?? {}
  const slots = [...said].flatMap((symbol) => slotOf(skeleton, symbol) ?? [])
  const building = slots.flatMap((slot) => (slot.kind === 'part' ? [slot.part] : []))
  const whole = slotOf(skeleton, groups['r'])
  if (slots.some(({ kind }) => kind === 'thing') || building.some((each) => !isOfDivision.has(each))) return undefined
  if (whole?.kind === 'part' && whole.part !== 'room') return undefined
  const isWalled = building.includes('wall') || /partition|wall|隔|墙/.test(said)
  // "Split the room into a sleeping and a working area", 「分成两个区」: no walls are meant.
  const after = skeleton.text.slice(match.index + said.length, match.index + said.length + 12)
  if (
    /^ ?(?:\w+ )?(?:areas?|zones?|corner)\b|^(?:功能)?区|^角/.test(after) ||
    /\b(?:area|zone|corner)s?\b|区域/.test(said)
  )
    return undefined
  const trailing = areaAfter.exec(skeleton.text.slice(match.index + said.trimEnd().length))
  const parts = partsOf(groups, skeleton, request, trailing?.[1])
  const many = countOf(said)
  if (parts.length === 0 && many === undefined && !isWalled) return undefined
  // One room out of another: the other stays what it was.
  const alike = [...(groups['many'] ?? '')].flatMap((symbol) => {
    const slot = slotOf(skeleton, symbol)
    return slot?.kind === 'room' && slot.reference.type ? [{ type: slot.reference.type }] : []
  })[0]
  const all = parts.length === 0 ? [alike ?? {}, alike ?? {}] : parts.length === 1 ? [parts[0]!, {}] : parts
  const total = Math.min(4, Math.max(all.length, many ?? 2))
  const filled = [...all, ...Array.from({ length: total - all.length }, (): RoomPart => alike ?? {})].slice(0, 4)
  const from = skeleton.offsets[match.index] ?? 0
  const last = match.index + said.trimEnd().length + (parts.length > 0 ? (trailing?.[0].length ?? 0) : 0)
  const words = wordsAt(skeleton, request, match.index, last)
  const place = whole?.kind === 'room' ? whole.reference : roomWithin(groups['raw'])
  return {
    from,
    to: from + words.length,
    intent: { type: 'divide', parts: filled, words, ...(place ? { place } : {}) },
  }
}

/** 「卧室中间」 is one word of the lexicon: the room is read from its letters. */
function roomWithin(said: string | undefined): RoomReference | undefined {
  for (const { meaning, text } of said ? tokenize(said) : [])
    if (meaning.type === 'room') return { type: meaning.room, words: text }
  return undefined
}

const isOfDivision: ReadonlySet<string> = new Set(['wall', 'room', 'door', 'corner'])

/** "… and a bedroom of 9 m²", 「隔出一间书房，大约10平米」: the last room's own size. */
const areaAfter =
  /^(?: ?(?:of|with|at|about|around|roughly|approximately|some|which is|measuring|大约|大概|约|面积|大小|为|是|[,，(（]))* ?(\d+(?:\.\d+)?) ?(?:m²|㎡|m2|sqm|sq\.? ?m(?:et(?:er|re)s?)?|square met(?:er|re)s?|平方米?|平米?)(?:左右|大)?[)）]?/

const sides: { readonly [word: string]: CompassSide } = {
  north: 'north',
  northern: 'north',
  south: 'south',
  southern: 'south',
  east: 'east',
  eastern: 'east',
  west: 'west',
  western: 'west',
  北: 'north',
  南: 'south',
  东: 'east',
  西: 'west',
}

function partsOf(
  groups: { readonly [name: string]: string | undefined },
  skeleton: Skeleton,
  request: string,
  trailing: string | undefined,
): RoomPart[] {
  const side = sides[groups['side'] ?? '']
  const area = /(\d+(?:\.\d+)?) ?(?:m²|m2|sqm|sq ?m|square met|平)/i.exec(groups['size'] ?? '')
  const said = [...(groups['parts'] ?? '')].filter((symbol) => slotOf(skeleton, symbol)?.kind === 'room')
  return said.flatMap((symbol, index): RoomPart[] => {
    const slot = slotOf(skeleton, symbol)
    if (slot?.kind !== 'room' || !slot.reference.type) return []
    const own = /(\d+(?:\.\d+)?) ?(?:m²|m2|sqm|sq ?m|square met\w+|平米?|平方米?)的?$/i.exec(
      request.slice(Math.max(0, slot.from - 24), slot.from).trim(),
    )
    const size = Number((index === said.length - 1 ? trailing : undefined) ?? own?.[1] ?? area?.[1])
    return [
      {
        type: slot.reference.type,
        ...(size > 0 ? { area: size } : {}),
        ...(side ? { side } : {}),
      },
    ]
  })
}

/** Into how many; what is said of parts, not of their areas. */
function countOf(said: string): number | undefined {
  if (/\b(?:three|3)\b|[三3][间个]/.test(said)) return 3
  if (/\b(?:four|4)\b|[四4][间个]/.test(said)) return 4
  return /\b(?:two|2|half|halves)\b|[两二2][间个]?|一分为二|半/.test(said) ? 2 : undefined
}
