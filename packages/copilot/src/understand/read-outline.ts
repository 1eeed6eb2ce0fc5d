import type { PlanColumn, PlanShape } from '@enfilade/layout'
import { readRing, readWallList } from './read-outline-rings.ts'
import { cornersIn, sideIn } from './read-outline-sides.ts'
import type { RoomWord } from './read-plan-rooms.ts'
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

export type ReadShape = {
  readonly shape?: PlanShape
  /** Long side over short side. */
  readonly proportion?: number
  readonly consumed: readonly Span[]
}

/** The outline that the words describe: a shape, a bite, corners, walls one by one. */
export function readShape(text: string, objects: readonly Token[], rooms: readonly RoomWord[]): ReadShape {
  const ring = readRing(text)
  if (ring) return ring
  const walls = readWallList(text)
  if (walls) return walls
  const bite = readBite(text)
  if (bite) return bite
  const isOfThing = (found: Span) => belongsToThing(text, found, objects, rooms)
  for (const read of [readLetter, readBay, readSlant, readChamfer, readCurve, readNiche, readPolygon]) {
    const shape = read(text, isOfThing)
    if (shape) return shape
  }
  const narrow = findAll(
    text,
    /\b(?:long(?:,| and)? narrow|narrow(?:,| and)? long|long and thin|narrow|elongated)\b|狭长|窄长|长条形?|细长/,
  ).find((found) => !isOfThing(found))
  if (narrow) return { proportion: /^narrow$/.test(narrow.match[0]) ? 1.7 : 2.1, consumed: [narrow] }
  const square = findAll(text, /\bsquare(?:-shaped)?\b(?![- ]?(?:m|f|met|feet))|正方形|方正|四四方方/).find(
    (found) => !isOfThing(found),
  )
  if (square) return { proportion: 1, consumed: [square] }
  return { consumed: [] }
}

/**
 * Whether a word of shape is said of furniture: "an L-shaped sofa". A kitchen's L or U is that of its worktop.
 */
function belongsToThing(text: string, found: Span, objects: readonly Token[], rooms: readonly RoomWord[]): boolean {
  if (objects.some((token) => overlaps(token, found))) return true
  const next = objects.find(({ from }) => from >= found.to)
  const room = rooms.find(({ from }) => from >= found.to)
  const gap = (token: Span) => text.slice(found.to, token.from)
  const isNear = (token: Span | undefined): token is Span =>
    token !== undefined &&
    gap(token).length <= 30 &&
    !/[,.;:，。；、]|\b(?:with|and|for|room|in|has|have)\b|房间|空间|有|带|和/.test(gap(token))
  const isRoomNear = isNear(room) && (!isNear(next) || room.from < next.from)
  if (isRoomNear && room.type === 'kitchen') return true
  if (isRoomNear) return false
  if (isNear(next)) return true
  // 「沙发是L形的」, "the table is round"
  const before = objects.findLast(({ to }) => to <= found.from)
  return (
    before !== undefined &&
    /^\s*(?:is|are|should be|要|是|为|选|用|做|做成|买|挑|选用|采用|:|：)\s*(?:an?|the|in an?|一?个)?\s*$/.test(
      text.slice(before.to, found.from),
    )
  )
}

type Read = (text: string, isOfThing: (found: Span) => boolean) => ReadShape | undefined

/** The part of a sentence around a find, for what is said beside it. */
function around(text: string, found: Span): { readonly text: string; readonly from: number } {
  const breaks = /[.;。；\n]/
  let from = found.from
  while (from > 0 && !breaks.test(text[from - 1]!) && found.from - from < 60) from -= 1
  let to = found.to
  while (to < text.length && !(breaks.test(text[to]!) && !/\d/.test(text[to + 1] ?? ' ')) && to - found.to < 70) to += 1
  return { text: text.slice(from, to), from }
}

const within = (base: number, found: Span): Span => ({ from: base + found.from, to: base + found.to })

const biteWord = '(?:bite|notch|chunk|piece|section|corner|rectangle|square|bit|cut-?out)'

function readBite(text: string): ReadShape | undefined {
  const bitten = [
    new RegExp(
      `(?:an?|with|minus|less)\\s+(?:an?\\s+)?(${pair}|${length})\\s*(?:x\\s*)?(?:wide\\s+|square\\s+|deep\\s+)?${biteWord}\\s*(?:(?:is|being)\\s+)?(?:taken\\s+|cut\\s+|bitten\\s+|missing\\s*|removed\\s*|gone\\s*|chopped\\s+|sliced\\s+)*(?:out of|out|off|from|in|at|of)?`,
    ),
    new RegExp(
      `(?:missing|cut ?out|cut away|without|lacking|minus|less|notch(?:ed)?)\\s+(?:of\\s+)?(?:an?\\s+|the\\s+)?(?:[a-z-]+\\s+){0,3}?${biteWord}?\\s*(?:of|:|,|\\()?\\s*(?:an?\\s+)?(${pair}|${length})`,
    ),
    new RegExp(
      `(?:缺|切|(?<!至)少|凹)(?:了|掉|去|角|进|失)*\\s*(?:一个|一块|一角|个|块|角)*\\s*(?:约|大约)?\\s*(${pair}|${length})\\s*(?:见方|的)?(?:一?[块个角缺口]*)?`,
    ),
    new RegExp(`(${pair}|${length})\\s*(?:见方)?\\s*的\\s*(?:缺角|缺口|凹口|切角|角被?切)`),
  ]
  for (const [index, pattern] of bitten.entries()) {
    const found = findAll(text, pattern)[0]
    if (!found) continue
    const near = around(text, found)
    const isCorner = index !== 1 || /corner|bite|notch|chunk|cut|missing/.test(near.text)
    if (!isCorner) continue
    const said = found.match[1]!
    const sides = new RegExp(`^${pair}$`).test(said) ? readPair(said) : [readLength(said) ?? 1.5]
    const [a, b = a] = sides
    if (a === undefined || a < 0.2 || a > 30) continue
    const [corner] = cornersIn(near.text)
    const isSide = /\b(?:middle|centre|center) of (?:the|a|one)\s*(?:\w+\s+)?(?:wall|side)|中间|中部/.test(near.text)
    const side = sideIn(near.text)
    const more = findAll(
      near.text,
      /(?:out of|off|from|in|at)?\s*(?:the|one|a|an)?\s*(?:(?:north|south)[- ]?(?:east|west)(?:ern)?|top|bottom|upper|lower|left|right|back|front|[-\s])*\s*corners?|[东西]?[南北]角|[左右][上下]角?|一个角|一角/,
    ).map((each) => within(near.from, each))
    return {
      shape: isSide
        ? { type: 'U', bite: [a, b!], ...(side ? { side } : {}) }
        : { type: 'L', bite: [a, b!], ...(corner ? { corner } : {}) },
      consumed: [found, ...more],
    }
  }
  return undefined
}

const shapeConsumed = (found: Span, more: readonly Span[] = []): readonly Span[] => [found, ...more]

const readLetter: Read = (text, isOfThing) => {
  const found = findAll(
    text,
    /(?<![a-z])([ltu])[\s-]*(?:shaped?|form|型|形|字[型形]?)|(凹|凸)字?[形型]|\bin an? ([ltu])(?= shape)/,
  ).find((each) => !isOfThing(each))
  if (!found) return undefined
  const [, shaped, sunken, plain] = found.match
  const letter = sunken ? (sunken === '凹' ? 'U' : 'T') : (shaped ?? plain)!.toUpperCase()
  const near = around(text, found)
  const [corner] = cornersIn(near.text)
  if (letter === 'L') return { shape: { type: 'L', ...(corner ? { corner } : {}) }, consumed: shapeConsumed(found) }
  const side = sideIn(near.text.replace(/(?:door|window|门|窗)[^,，;；]*/g, ''))
  return { shape: { type: letter as 'T' | 'U', ...(side ? { side } : {}) }, consumed: shapeConsumed(found) }
}

const readBay: Read = (text) => {
  const found = findAll(text, /bay[- ]?windows?|bow windows?|\bbay\b(?! (?:leaf|tree))|飘窗|凸窗|八角窗/)[0]
  if (!found) return undefined
  const near = around(text, found)
  const tail = text.slice(found.to, found.to + 60).split(/[.;。；]/)[0]!
  const head = text
    .slice(Math.max(0, found.from - 40), found.from)
    .split(/[,.;，。；]/)
    .at(-1)!
  const spans: Span[] = [found]
  const size = findAll(head, new RegExp(`(${pair}|${length})\\s*(?:wide|宽)?\\s*(?:的)?\\s*(?:by)?$`))[0] ?? undefined
  const tailSize = findAll(
    tail,
    new RegExp(`(${pair})|(${length})\\s*(?:wide|across|deep|宽|深)|宽(?:度)?(?:约|为|是)?\\s*(${length})`),
  )[0]
  const said = size ?? tailSize
  const [width, deep] = said
    ? new RegExp(pair).test(said.match[0])
      ? readPair(new RegExp(pair).exec(said.match[0])![0])
      : [readLength(new RegExp(length).exec(said.match[0])![0])]
    : []
  const depth = deep ?? lengthAfter(near.text, /deep|depth|深/)
  if (size) spans.push({ from: found.from - head.length + size.from, to: found.from })
  if (tailSize && !size) spans.push(within(found.to, tailSize))
  const side = sideIn(head.slice(-24)) ?? sideIn(tail)
  const place = findAll(
    tail,
    /^\s*(?:in|on|at|to|facing)?\s*(?:the\s+)?(?:north|south|east|west)(?:ern)?(?:\s+(?:wall|side))?/,
  )[0]
  if (place) spans.push(within(found.to, place))
  return {
    shape: {
      type: 'bay',
      ...(side ? { side } : {}),
      ...(width ? { span: [width, depth ?? 0.6] as const } : depth ? { span: [1.8, depth] as const } : {}),
      ...(/飘窗|square bay|box bay/.test(near.text) ? { splayed: false } : {}),
    },
    consumed: spans,
  }
}

/** A length with its word: behind it in English, before it in Chinese. */
const lengthAfter = (text: string, word: RegExp): number | undefined => {
  const after = new RegExp(`(${length})\\s*(?:${word.source})`)
  const before = new RegExp(`(?:${word.source})(?:度)?\\s*(?:of|约|为|是)?\\s*(${length})`)
  const found = (
    /\p{Script=Han}/u.test(text) ? (before.exec(text) ?? after.exec(text)) : (after.exec(text) ?? before.exec(text))
  )?.[1]
  return found === undefined ? undefined : readLength(found)
}

const readSlant: Read = (text, isOfThing) => {
  const found = findAll(
    text,
    /(?:slant(?:ed|ing)|angled|sloping|sloped|skew(?:ed)?|diagonal|oblique|askew|slanty)\s+(?:[a-z-]+\s+)?(?:wall|side)|wall (?:that |which )?slopes|wall (?:that |which )?slants|wall (?:that |which )?(?:is|runs|goes)\s+(?:at an angle|slanted|angled|skew|askew|diagonal(?:ly)?|oblique|sloped)|trapezoid(?:al)?|斜墙|墙(?:面)?(?:是|为)?(?:倾?斜|斜)的?|斜的墙|倾斜的?墙|梯形/,
  ).find((each) => !isOfThing(each))
  if (!found) return undefined
  const near = around(text, found)
  const side = sideIn(near.text.slice(Math.max(0, found.from - near.from - 22), found.to - near.from + 26))
  const angle = /(\d+(?:\.\d+)?)\s*(?:°|degrees?|deg|度)/.exec(near.text)
  return {
    shape: {
      type: 'slanted',
      ...(side ? { side } : {}),
      ...(angle ? { angleDeg: Math.min(60, Number(angle[1])) } : {}),
    },
    consumed: [
      found,
      ...(angle ? [{ from: near.from + angle.index, to: near.from + angle.index + angle[0].length }] : []),
    ],
  }
}

const readChamfer: Read = (text, isOfThing) => {
  const found = findAll(
    text,
    /(?:chamfered|bevel(?:led|ed)|clipped|cut-off|cut off|splayed|angled|truncated)\s+(?:[a-z-]+\s+){0,2}corners?|corners?\s+(?:is|are)?\s*(?:chamfered|bevel(?:led|ed)|cut off|clipped|cut at)|切角|斜角|倒角|削角/,
  ).find((each) => !isOfThing(each))
  if (!found) return undefined
  const near = around(text, found)
  const corners = cornersIn(near.text)
  const said = new RegExp(length).exec(near.text)
  const by = said ? readLength(said[0]) : undefined
  const all = /all (?:four )?corners|four corners|四个?角/.test(near.text)
  return {
    shape: {
      type: 'chamfered',
      ...(all
        ? { corners: ['north-east', 'north-west', 'south-east', 'south-west'] as const }
        : corners.length > 0
          ? { corners }
          : {}),
      ...(by && by < 3 && by > 0.2 ? { by } : {}),
    },
    consumed: [found],
  }
}

const readCurve: Read = (text, isOfThing) => {
  const found = findAll(
    text,
    /(?:curved|round(?:ed)?|bowed|arched|semi-?circular|bowing|convex|concave)\s+(?:[a-z-]+\s+)?(?:wall|side|front|end)|(?:wall|side|end) (?:that |which )?(?:is|bows|curves)\s*(?:curved|rounded|bowed|round|out(?:wards?)?)?|弧形墙?(?:面|体)?|圆弧墙?|弧墙|曲面墙|弯曲的墙/,
  ).find((each) => !isOfThing(each) && /curv|round|bow|arch|circ|conv|conc|弧|曲|弯/.test(each.match[0]))
  if (!found) return undefined
  const near = around(text, found)
  const side = sideIn(near.text.slice(Math.max(0, found.from - near.from - 22), found.to - near.from + 26))
  const rise = lengthAfter(near.text, /bow|rise|deep|depth|out|凸出|矢高|深/)
  return {
    shape: {
      type: 'curved',
      ...(side ? { side } : {}),
      ...(rise && rise < 4 ? { rise: /concave|inward|内凹/.test(near.text) ? -rise : rise } : {}),
    },
    consumed: [found],
  }
}

const readNiche: Read = (text, isOfThing) => {
  const found = findAll(text, /\b(?:alcove|niche|recess(?:ed area)?)\b|凹室|壁龛|凹位|凹进|凹入/).find(
    (each) => !isOfThing(each),
  )
  if (!found) return undefined
  const near = around(text, found)
  const said = new RegExp(pair).exec(near.text.slice(Math.max(0, found.from - near.from - 26)))
  const [width, depth] = said ? readPair(said[0]) : []
  const wide = lengthAfter(near.text, /wide|宽/)
  const deep = lengthAfter(near.text, /deep|深/)
  const side = sideIn(near.text)
  const span =
    width && depth && width < 6 && depth < 4
      ? ([width, depth] as const)
      : wide || deep
        ? ([wide ?? 1.4, deep ?? 0.5] as const)
        : undefined
  return { shape: { type: 'niche', ...(side ? { side } : {}), ...(span ? { span } : {}) }, consumed: [found] }
}

const readPolygon: Read = (text, isOfThing) => {
  const found = findAll(
    text,
    /(?:\b(?:hexagonal|octagonal|pentagonal|triangular|circular|round|hexagon|octagon)\b|六边形|六角形|八边形|八角形|五边形|三角形|圆形)/,
  ).find((each) => !isOfThing(each))
  if (!found) return undefined
  const [word] = found.match
  if (/circular|round|圆/.test(word)) {
    const near = around(text, found)
    if (
      !/room|space|房|厅|室|layout|tower|plan|turret|stud(?:y|io)|office|kitchen|library|nursery|gym|lounge|den\b|hall|conservatory|pavilion|yurt|亭|间/.test(
        text.slice(found.to, found.to + 22),
      ) &&
      !/room is|房间是|房间为/.test(text.slice(Math.max(0, found.from - 14), found.from))
    )
      return undefined
    const diameter = lengthAfter(near.text, /in diameter|diameter|across|直径/)
    return { shape: { type: 'round', ...(diameter ? { diameter } : {}) }, consumed: [found] }
  }
  const corners = /hexa|六/.test(word) ? 6 : /octa|八/.test(word) ? 8 : /penta|五/.test(word) ? 5 : 3
  return { shape: { type: 'polygon', corners }, consumed: [found] }
}

/** "a 40 cm column in the middle", 「两根0.4×0.4米的柱子」. */
export function readColumns(
  text: string,
  objects: readonly Token[],
): { readonly list: readonly PlanColumn[]; readonly consumed: readonly Span[] } {
  const list: PlanColumn[] = []
  const consumed: Span[] = []
  for (const found of findAll(text, /\b(?:columns?|pillars?|posts?)\b|柱子|立柱|圆柱|方柱|承重柱|柱(?![状形体])/)) {
    if (objects.some((token) => overlaps(token, found)) || /bed\s*$/.test(text.slice(0, found.from))) continue
    const head = text
      .slice(Math.max(0, found.from - 46), found.from)
      .split(/[,;，。；]|\.(?!\d)|\b(?:and|with)\b/)
      .at(-1)!
    const tail = text.slice(found.to, found.to + 60).split(/[.;。；\n]/)[0]!
    if (/\b(?:no|without|behind|beside|around|near|by)\s+(?:the\s+|any\s+)?$/.test(head) || /(?:没有|无)$/.test(head))
      continue
    const sized =
      new RegExp(`(${pair})|(${length})`).exec(head) ??
      new RegExp(`^\\s*(?:of|,|\\(|is|measuring|直径)?\\s*(?:(${pair})|(${length}))`).exec(tail)
    const sides = sized ? (sized[1] ? readPair(sized[1]) : [readLength(sized[2]!)!]) : [0.4]
    const [w = 0.4, d = w] = sides
    const counted = new RegExp(`(${countWord})\\s*(?:根|个|条|[a-z-]+\\s+)*(?:${length})?[^a-z]*$`).exec(
      head.replace(new RegExp(`${pair}|${length}`, 'g'), ''),
    )
    const amount = counted ? readNumber(counted[1]!) : undefined
    const at =
      /(?:at|位于|坐标|在)\s*\(?\s*(-?\d+(?:\.\d+)?)\s*(?:m|米)?\s*,\s*(-?\d+(?:\.\d+)?)/.exec(tail) ?? undefined
    list.push({
      words: text.slice(found.from - head.trimStart().length, found.to).trim(),
      size: [Math.min(2, Math.max(0.1, w)), Math.min(2, Math.max(0.1, d))],
      ...(/round|circular|圆/.test(head + found.match[0]) ? { round: true } : {}),
      ...(at ? { at: [Number(at[1]), Number(at[2])] as const } : {}),
      ...(amount && amount > 1 && amount < 13
        ? { count: amount }
        : /columns|pillars|posts/.test(found.match[0])
          ? { count: 2 }
          : {}),
    })
    consumed.push({
      from: found.from - (sized && head.includes(sized[0]) ? head.length - head.indexOf(sized[0]) : 0),
      to: found.to + (at ? tail.indexOf(at[0]) + at[0].length : 0),
    })
    const middle =
      /^\s*(?:in|at) the (?:middle|centre|center)(?: of the room)?|^\s*(?:位于|在)?(?:房间)?(?:正?中间|中央|中心)/.exec(
        tail,
      )
    if (middle) consumed.push({ from: found.to, to: found.to + middle[0].length })
  }
  return { list, consumed }
}

/** "2.6 m high ceilings", 「层高2.8米」. */
export function readHeight(text: string): (Span & { readonly value: number }) | undefined {
  const patterns = [
    new RegExp(
      `(?:ceilings?|room) (?:height|is|are|at|of)+(?:\\s+(?:of|is|at|about))*\\s*(?:about\\s*)?(${length})(?:\\s*high)?`,
    ),
    new RegExp(`(${length})\\s*(?:-|\\s)?(?:high\\s+|tall\\s+)?ceilings?(?:\\s+height)?`),
    new RegExp(`ceilings?\\s+(?:height\\s+)?(?:of\\s+|is\\s+|:\\s*)?(${length})`),
    new RegExp(`(?:层高|净高|室内高度?|房高|天花板?高度?|顶高)\\s*(?:约|为|是|:|有)?\\s*(${length})`),
    new RegExp(`(${length})\\s*(?:的)?(?:层高|净高|高天花)`),
    new RegExp(`\\b(?:room|space)\\b(?:(?!\\bwith\\b)[^.;]|\\.(?=\\d)){0,60}?(${length})\\s+(?:high|tall)\\b`),
  ]
  for (const [index, pattern] of patterns.entries()) {
    const found: Found | undefined = findAll(text, pattern)[0]
    const value = found ? readLength(found.match[1]!) : undefined
    if (!found || value === undefined || value < 1.6 || value > 12) continue
    if (index === 0 && !/ceiling|height|high/.test(found.match[0])) continue
    return { from: found.from, to: found.to, value }
  }
  return undefined
}
