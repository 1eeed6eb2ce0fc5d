import type { ReadShape } from './read-outline.ts'
import { type Found, findAll, length, readLength, type Span } from './read-plan-text.ts'

const numberSource = '-?\\d+(?:\\.\\d+)?'
const unitSource = '(?:\\s*(?:mm|cm|m|ft|feet|米|厘米|毫米|英尺))?'
const bracketed = new RegExp(
  `[(\\[{]\\s*(${numberSource})${unitSource}\\s*[,;、 ]\\s*(${numberSource})${unitSource}\\s*[)\\]}]`,
)
const bare = new RegExp(`(?<![\\d.x*])(${numberSource})\\s*,\\s*(${numberSource})(?![\\d]|\\s*[x*])`)

/** Corners given as coordinates: "(0,0) (5,0) (5,4) (0,4)", "0,0; 5,0; 5,4; 0,4". */
export function readRing(text: string): ReadShape | undefined {
  let points = findAll(text, bracketed)
  if (points.length < 3) {
    const loose = findAll(text, bare)
    // Pairs without brackets must follow each other directly.
    points = loose.filter((found, index) => {
      const gapBefore = index > 0 ? text.slice(loose[index - 1]!.to, found.from) : undefined
      const next = loose[index + 1]
      const gapAfter = next ? text.slice(found.to, next.from) : undefined
      return [gapBefore, gapAfter].some((gap) => gap !== undefined && /^\s*(?:[;|/、-]|->|→|to|\s)\s*$/.test(gap))
    })
  }
  if (points.length < 3 || points.length > 200) return undefined
  const span: Span = { from: points[0]!.from, to: points.at(-1)!.to }
  const numbers = points.map(({ match }) => [Number(match[1]), Number(match[2])] as const)
  const factor = unitNear(text, span, Math.max(...numbers.flat().map(Math.abs)))
  const scaled = numbers.map(([x, y]) => [tidy(x * factor), tidy(y * factor)] as const)
  const [first, last] = [scaled[0]!, scaled.at(-1)!]
  const isRepeated = scaled.length > 3 && Math.hypot(first[0] - last[0], first[1] - last[1]) < 0.01
  const lead =
    /(?:with\s+)?(?:the\s+)?(?:corners?|coordinates?|points?|vertices|outline|polygon|角点|坐标|顶点|轮廓)(?:\s+(?:are|is|of|at|list|in|given|by|as|cm|mm|met(?:re|er)s?|m|feet))*(?:为|是|依次为|依次是)?\s*[:(]?\s*$/.exec(
      text.slice(0, span.from),
    )
  const tail =
    /^\s*[)\]]?\s*(?:\(?(?:all |everything |units? |单位:?\s*)?(?:in\s+)?(?:cm|mm|m|met(?:re|er)s|centimet(?:re|er)s|feet|ft|厘米|毫米|米)\)?)?/.exec(
      text.slice(span.to),
    )
  return {
    shape: { type: 'ring', points: isRepeated ? scaled.slice(0, -1) : scaled },
    consumed: [{ from: lead ? lead.index : span.from, to: span.to + (tail ? tail[0].length : 0) }],
  }
}

const tidy = (value: number) => Math.round(value * 1e5) / 1e5

/** The unit said near a list of numbers, else by how large they are. */
function unitNear(text: string, { from, to }: Span, largest: number): number {
  const near = `${text.slice(Math.max(0, from - 60), from)} ${text.slice(to, to + 40)} ${text.slice(from, Math.min(to, from + 40))}`
  if (/\bmm\b|millimet|毫米/.test(near)) return 0.001
  if (/\bcm\b|centimet|厘米|公分/.test(near)) return 0.01
  if (/\b(?:ft|feet|foot)\b|英尺/.test(near)) return 0.3048
  if (/\bin (?:m|met(?:re|er)s)\b|met(?:re|er)s|单位:?\s*米|\dm\b/.test(near)) return 1
  return largest > 3000 ? 0.001 : largest > 60 ? 0.01 : 1
}

const headings: { readonly [word: string]: readonly [number, number] } = {
  north: [0, 1],
  up: [0, 1],
  北: [0, 1],
  上: [0, 1],
  south: [0, -1],
  down: [0, -1],
  南: [0, -1],
  下: [0, -1],
  east: [1, 0],
  right: [1, 0],
  东: [1, 0],
  右: [1, 0],
  west: [-1, 0],
  left: [-1, 0],
  西: [-1, 0],
  左: [-1, 0],
}

/** Walls one after another: by heading ("5 m east, 3 m north, …"), by side ("north wall 4 m"), or by length alone. */
export function readWallList(text: string): ReadShape | undefined {
  return readHeadings(text) ?? readSides(text) ?? readLengths(text)
}

function readHeadings(text: string): ReadShape | undefined {
  const word = '(north|south|east|west|up|down|right|left|[东南西北上下左右])'
  const found = findAll(
    text,
    new RegExp(
      `(?:(${length}|\\d+(?:\\.\\d+)?)\\s*(?:to the |towards? |due |往|向|朝)?${word}(?!\\s*(?:wall|墙|side|面|of|边)))|(?:(?:往|向|朝|go |goes )?${word}\\s*(?:for\\s+)?(?:走|延伸)?\\s*(${length}))`,
    ),
  )
  const runs = found.filter((each, index) => {
    const gaps = [found[index - 1], found[index + 1]].flatMap((other) =>
      other ? [text.slice(Math.min(each.to, other.to), Math.max(each.from, other.from))] : [],
    )
    return gaps.some((gap) => /^[\s,;，、。.→>-]*(?:and|then|再|然后|接着|and then)?\s*(?:go|goes|turn)?\s*$/.test(gap))
  })
  if (runs.length < 3) return undefined
  const points: [number, number][] = [[0, 0]]
  for (const { match } of runs) {
    const step = readLength(match[1] ?? match[4]!, 1)
    const [dx, dy] = headings[(match[2] ?? match[3])!]!
    const [x, y] = points.at(-1)!
    points.push([tidy(x + dx * (step ?? 0)), tidy(y + dy * (step ?? 0))])
  }
  const [x, y] = points.at(-1)!
  if (Math.hypot(x, y) < 0.02) points.pop()
  const minX = Math.min(...points.map((point) => point[0]))
  const minY = Math.min(...points.map((point) => point[1]))
  return {
    shape: { type: 'ring', points: points.map(([px, py]) => [tidy(px - minX), tidy(py - minY)] as const) },
    consumed: [{ from: runs[0]!.from, to: runs.at(-1)!.to }],
  }
}

/**
 * Walls by their sides: "north wall 4 m, …", 「南边4米，北边3米，进深3米5」. Opposite ones of different length make a room with a
 * slanted wall: the one that is said to be, else both ends give way alike.
 */
function readSides(text: string): ReadShape | undefined {
  const all = findAll(
    text,
    new RegExp(
      `(north|south|east|west)(?:ern)?\\s+(?:wall|side)\\s*(?:is|:|=|of|measures|runs)?\\s*(?:about\\s*)?(${length})(?:\\s*long)?|([东南西北])(?:(?:侧|面|边)(?:的)?墙?|墙)\\s*(?:长|为|是|:|长度)*\\s*(${length})(?!\\s*(?:宽|高|的?[窗门]))`,
    ),
  )
  // "Against the north wall", 「离南边1米」 place a thing.
  const found = all.filter(
    ({ from }) =>
      !/(?:\b(?:on|against|to|from|in|at|along|by|near|facing|under|off)\s+(?:the\s+)?|[离距靠到放朝在从]\s*)$/.test(
        text.slice(0, from),
      ),
  )
  const sides = new Map<string, number>()
  for (const { match } of found) {
    const side = match[1] ?? ({ 东: 'east', 南: 'south', 西: 'west', 北: 'north' } as const)[match[3] as '东']
    const value = readLength(match[2] ?? match[4]!)
    if (side && value && value >= 1 && !sides.has(side)) sides.set(side, value)
  }
  if (sides.size < 2) return undefined
  const [north, south, east, west] = ['north', 'south', 'east', 'west'].map((side) => sides.get(side))
  const across = findAll(
    text,
    new RegExp(`(?:进深|纵深|深度?)\\s*(?:约|为|是)?\\s*(${length})|(${length})\\s*(?:deep|in depth)`),
  )[0]
  const wide = findAll(
    text,
    new RegExp(`(?:开间|面宽|宽度?)\\s*(?:约|为|是)?\\s*(${length})|(${length})\\s*(?:wide|in width)`),
  )[0]
  const other = (each: Found | undefined) => (each ? readLength((each.match[1] ?? each.match[2])!) : undefined)
  const width = south ?? north ?? other(wide)
  const depth = west ?? east ?? other(across)
  if (!width || !depth) return undefined
  const top = north ?? width
  const right = east ?? depth
  const used = [...found, ...(west || east || !across ? [] : [across]), ...(south || north || !wide ? [] : [wide])]
  const slant = slantIn(text)
  const points =
    Math.abs(right - depth) > 0.01
      ? slant === 'south'
        ? [
            [0, depth],
            [0, 0],
            [top, depth - right],
            [top, depth],
          ]
        : [
            [0, 0],
            [width, 0],
            [top, right],
            [0, depth],
          ]
      : slant === 'west'
        ? [
            [width - top, depth],
            [0, 0],
            [width, 0],
            [width, depth],
          ]
        : [
            [0, 0],
            [width, 0],
            [slant ? top : (width + top) / 2, depth],
            [slant ? 0 : (width - top) / 2, depth],
          ]
  return {
    shape: { type: 'ring', points: points.map(([x, y]) => [tidy(x!), tidy(y!)] as const) },
    consumed: used.map(({ from, to }) => ({ from, to })),
  }
}

/** The side that is said to be askew. */
function slantIn(text: string): 'north' | 'south' | 'east' | 'west' | undefined {
  const said =
    /(north|south|east|west)(?:ern)?\s+(?:wall|side)\s+(?:is\s+|runs\s+)?(?:slant|at an angle|angled|askew|diagonal|sloping)|(?:slanted|angled|sloping|diagonal)\s+(north|south|east|west)|([东南西北])(?:侧|面|边)?墙?(?:是|为)?(?:倾?斜)/.exec(
      text,
    )
  if (!said) return /直角梯形|right(?:-angled)? trapezoid/.test(text) ? 'east' : undefined
  return (said[1] ?? said[2] ?? { 东: 'east', 南: 'south', 西: 'west', 北: 'north' }[said[3]!]) as 'north'
}

function readLengths(text: string): ReadShape | undefined {
  const item = `(?:${length}|\\d+(?:\\.\\d+)?)`
  const found = findAll(
    text,
    new RegExp(
      `(?:walls?(?:\\s+(?:are|of|lengths?|measure|measuring|in order|one by one|run|going|clockwise|counter-?clockwise|around|long))*|sides?\\s+(?:of|are|measure)+|wall lengths?|墙(?:长|体|面)?(?:的?长度)?(?:依次|分别|按顺序|顺时针|逆时针)*(?:为|是)?|依次(?:为|是)|边长(?:依次|分别)?(?:为|是)?)\\s*:?\\s*(${item}(?:\\s*(?:,|、|，|-|and|then|/|和)+\\s*(?:and\\s+)?${item}){3,})`,
    ),
  )[0]
  if (!found) return undefined
  const items = findAll(found.match[1]!, new RegExp(item)).map(({ match }) => match[0])
  const rest = `${found.match[0]} ${text.slice(found.to, found.to + 14)}`
  const fallback = /cm|厘米/.test(rest) ? 0.01 : /mm|毫米/.test(rest) ? 0.001 : /ft|feet|英尺/.test(rest) ? 0.3048 : 1
  const lengths = items.flatMap((each) => readLength(each, fallback) ?? [])
  if (lengths.length < 4 || lengths.some((value) => value < 0.05 || value > 100)) return undefined
  return { shape: { type: 'walls', lengths }, consumed: [found] }
}
