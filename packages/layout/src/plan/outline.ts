import { convexHull, counterClockwise, isSimplePolygon, type Point2, polygonArea } from '@enfilade/geometry'
import type { RoomType } from '../brief.ts'
import type { Text } from '../result.ts'
import type { PlanRoom, PlanShape, PlanSide } from './plan-brief.ts'
import { roomFacts } from './room-facts.ts'
import { closeWallList } from './wall-list.ts'

/** An inner outline, counter-clockwise. `bulges[i]`: arc of edge i, middle offset over half chord, positive outwards. */
export type Outline = { readonly points: readonly Point2[]; readonly bulges: readonly number[] }

export type OutlineResult = { readonly outline: Outline; readonly problems: readonly Text[] }

/** A room on its own has some more space than one in a flat. */
const ALONE = 1.15
const sizeFactor = { small: 0.72, medium: 1, large: 1.4 } as const
/** Least inner side of anything that is a room, metres. */
const LEAST_SIDE = 0.8

/** The inner outline of a room that is planned alone; what the words demand in contradiction is said and mended. */
export const outlineOf = (room: PlanRoom): OutlineResult => {
  const problems: Text[] = []
  const shape = room.shape ?? { type: 'rectangle' as const }
  if (shape.type === 'ring') return { outline: givenRing(shape, problems), problems }
  if (shape.type === 'walls') {
    const { points, problem } = closeWallList(shape.lengths, shape.turns)
    if (problem) problems.push(problem)
    return { outline: straight(counterClockwise(points)), problems }
  }
  const area = wantedArea(room)
  let [width, depth] = baseSize(room, shape, area)
  let outline = shapeOutline(shape, width, depth, problems)
  const isFree = room.size?.width === undefined || room.size?.depth === undefined
  if (isFree && (room.area || shape.type !== 'rectangle')) {
    for (let round = 0; round < 6; round++) {
      const factor = area / outlineArea(outline)
      if (room.size?.width !== undefined) depth *= factor
      else if (room.size?.depth !== undefined) width *= factor
      else {
        width *= Math.sqrt(factor)
        depth *= Math.sqrt(factor)
      }
      outline = shapeOutline(shape, width, depth, [])
    }
  }
  if (!isFree && room.area) sayAreaConflict(room, outlineArea(outline), problems)
  return { outline, problems }
}

const sayAreaConflict = (room: PlanRoom, area: number, problems: Text[]): void => {
  const { exact, min, max } = room.area!
  const low = exact === undefined ? (min ?? 0) : exact * 0.97
  const high = exact === undefined ? (max ?? Number.POSITIVE_INFINITY) : exact * 1.03
  if (area >= low && area <= high) return
  const said = exact ?? (area < low ? min : max) ?? 0
  problems.push({
    en: `the sides give ${area.toFixed(2)} m², not ${said} m²; the sides were kept`,
    zh: `按边长面积为 ${area.toFixed(2)} 平方米，而不是 ${said} 平方米；以边长为准`,
  })
}

/** Net area of an outline, m². */
export const outlineArea = ({ points, bulges }: Outline): number => {
  let area = polygonArea(points)
  bulges.forEach((bulge, index) => {
    if (!bulge) return
    const [a, b] = [points[index]!, points[(index + 1) % points.length]!]
    const half = Math.hypot(b[0] - a[0], b[1] - a[1]) / 2
    const angle = 4 * Math.atan(Math.abs(bulge))
    const radius = half / Math.sin(angle / 2)
    area += (Math.sign(bulge) * (radius * radius * (angle - Math.sin(angle)))) / 2
  })
  return area
}

const wantedArea = (room: PlanRoom): number => {
  const { exact, min, max } = room.area ?? {}
  const usual = usualArea(room.type, room.sizeClass)
  return exact ?? Math.min(max ?? Number.POSITIVE_INFINITY, Math.max(min ?? 0, usual))
}

/** Usual net area of a room that is planned alone, m². */
const usualArea = (type: RoomType, sizeClass: PlanRoom['sizeClass']): number =>
  roomFacts[type].area * ALONE * sizeFactor[sizeClass ?? 'medium']

const baseSize = (room: PlanRoom, shape: PlanShape, area: number): [number, number] => {
  const ratio = room.proportion ?? (shape.type === 'round' || shape.type === 'polygon' ? 1 : roomFacts[room.type].ratio)
  const { width, depth } = room.size ?? {}
  if (shape.type === 'round' && shape.diameter) return [shape.diameter, shape.diameter]
  if (width !== undefined && depth !== undefined) return [Math.max(LEAST_SIDE, width), Math.max(LEAST_SIDE, depth)]
  const least = roomFacts[room.type].least.side
  if (width !== undefined) return [width, room.area ? area / width : Math.max(least, usualOther(width, area, ratio))]
  if (depth !== undefined) return [room.area ? area / depth : Math.max(least, usualOther(depth, area, ratio)), depth]
  return [Math.sqrt(area * ratio), Math.sqrt(area / ratio)]
}

/** The other side of a room of which one is said: towards the usual area, but never out of proportion. */
const usualOther = (side: number, area: number, ratio: number): number =>
  Math.min(side * Math.max(1.4, ratio), Math.max(side / Math.max(1.6, ratio), area / side))

const straight = (points: readonly Point2[]): Outline => ({ points, bulges: points.map(() => 0) })

const givenRing = (shape: Extract<PlanShape, { type: 'ring' }>, problems: Text[]): Outline => {
  const points = shape.points.filter(([x, y], index, all) => {
    const [u, v] = all[(index + 1) % all.length]!
    return Math.hypot(u - x, v - y) > 0.005
  })
  const bulges = shape.points.length === points.length ? points.map((_, index) => shape.bulges?.[index] ?? 0) : []
  if (points.length < 3 || !isSimplePolygon(points) || Math.abs(polygonArea(points)) < 0.5) {
    problems.push({
      en: `the ${shape.points.length} corners make no room: the outline crosses itself or encloses less than 0.5 m²; the hull around them was drawn`,
      zh: `这 ${shape.points.length} 个角点不能围成房间：轮廓自交或面积不足 0.5 平方米；改画其外包轮廓`,
    })
    const hull = convexHull(shape.points.map(([x, y]): Point2 => [x, y]))
    return Math.abs(polygonArea(hull)) >= 0.5 ? straight(hull) : straight(rectangle(4, 3))
  }
  if (polygonArea(points) > 0) return { points, bulges: bulges.length ? bulges : points.map(() => 0) }
  // Turned round, edge i starts where edge n − 1 − i ended.
  const turned = [...points].reverse()
  return {
    points: turned,
    bulges: turned.map((_, index) => bulges[(2 * points.length - 2 - index) % points.length] ?? 0),
  }
}

const rectangle = (width: number, depth: number): Point2[] => [
  [0, 0],
  [width, 0],
  [width, depth],
  [0, depth],
]

/** A shape with an overall size, its south-west corner at (0, 0). */
export const sizedOutline = (shape: PlanShape, width: number, depth: number): Outline =>
  shapeOutline(shape, width, depth, [])

/** The ring of a shape with an overall size; its south-west corner is (0, 0). */
const shapeOutline = (shape: PlanShape, width: number, depth: number, problems: Text[]): Outline => {
  const w = centimetres(width)
  const d = centimetres(depth)
  switch (shape.type) {
    case 'L': {
      const bite = within(shape.bite ?? [w * 0.42, d * 0.4], [w, d], problems)
      return straight(placeFeature(lRing(w, d, bite), shape.corner ?? 'north-east', w, d))
    }
    case 'T':
    case 'U':
    case 'bay':
    case 'niche':
    case 'slanted':
    case 'curved':
      return sidedOutline(shape, w, d, problems)
    case 'chamfered': {
      const by = within([shape.by ?? 0.9, shape.by ?? 0.9], [w / 2, d / 2], problems)
      return straight(chamferedRing(w, d, new Set(shape.corners ?? ['north-east']), by))
    }
    case 'round':
      return roundOutline(w, d)
    case 'polygon':
      return straight(regularRing(shape.corners, w))
    default:
      return straight(rectangle(w, d))
  }
}

const centimetres = (value: number) => Math.round(value * 1e3) / 1e3

/** A bite that leaves at least a fifth of each side. */
const within = (
  asked: readonly [number, number],
  [w, d]: readonly [number, number],
  problems: Text[],
): [number, number] => {
  const kept: [number, number] = [Math.min(asked[0], w * 0.8), Math.min(asked[1], d * 0.8)]
  if (kept[0] < asked[0] - 1e-6 || kept[1] < asked[1] - 1e-6)
    problems.push({
      en: `${asked[0].toFixed(2)} × ${asked[1].toFixed(2)} m does not fit into ${w.toFixed(2)} × ${d.toFixed(2)} m; ${kept[0].toFixed(2)} × ${kept[1].toFixed(2)} m was drawn`,
      zh: `${asked[0].toFixed(2)} × ${asked[1].toFixed(2)} 米放不进 ${w.toFixed(2)} × ${d.toFixed(2)} 米；改为 ${kept[0].toFixed(2)} × ${kept[1].toFixed(2)} 米`,
    })
  return [centimetres(kept[0]), centimetres(kept[1])]
}

/** With the bite in the north-east. */
const lRing = (w: number, d: number, [bw, bd]: readonly [number, number]): Point2[] => [
  [0, 0],
  [w, 0],
  [w, d - bd],
  [w - bw, d - bd],
  [w - bw, d],
  [0, d],
]

/** Mirrors a ring whose feature is in the north-east corner into another one. */
const placeFeature = (ring: readonly Point2[], corner: string, w: number, d: number): readonly Point2[] =>
  counterClockwise(
    ring.map(([x, y]): Point2 => [corner.endsWith('west') ? w - x : x, corner.startsWith('south') ? d - y : y]),
  )

const chamferedRing = (w: number, d: number, corners: ReadonlySet<string>, [bx, by]: [number, number]): Point2[] => {
  const cut = (name: string, corner: Point2, before: Point2, after: Point2) =>
    corners.has(name) ? [before, after] : [corner]
  return [
    ...cut('south-west', [0, 0], [0, by], [bx, 0]),
    ...cut('south-east', [w, 0], [w - bx, 0], [w, by]),
    ...cut('north-east', [w, d], [w, d - by], [w - bx, d]),
    ...cut('north-west', [0, d], [bx, d], [0, d - by]),
  ]
}

type SidedShape = Extract<PlanShape, { side?: PlanSide }>

/** Shapes whose feature is on one side: drawn with it in the north, then turned. */
const sidedOutline = (shape: SidedShape, w: number, d: number, problems: Text[]): Outline => {
  const side = shape.side ?? (shape.type === 'slanted' ? 'east' : shape.type === 'T' ? 'south' : 'north')
  const isTurned = side === 'east' || side === 'west'
  const [a, b] = isTurned ? [d, w] : [w, d]
  const { points, bulges } = northOutline(shape, a, b, problems)
  const turned = points.map(([x, y]): Point2 => {
    if (side === 'south') return [a - x, b - y]
    if (side === 'east') return [y, a - x]
    if (side === 'west') return [b - y, x]
    return [x, y]
  })
  const [minX, minY] = [Math.min(0, ...turned.map(([x]) => x)), Math.min(0, ...turned.map(([, y]) => y))]
  return { points: turned.map(([x, y]): Point2 => [x - minX, y - minY]), bulges }
}

const northOutline = (shape: SidedShape, a: number, b: number, problems: Text[]): Outline => {
  switch (shape.type) {
    case 'T': {
      const [sw, sd] = within(shape.stem ?? [a * 0.45, b * 0.45], [a, b], problems)
      const x = centimetres((a - sw) / 2)
      return straight([
        [0, 0],
        [a, 0],
        [a, b - sd],
        [x + sw, b - sd],
        [x + sw, b],
        [x, b],
        [x, b - sd],
        [0, b - sd],
      ])
    }
    case 'U': {
      const [bw, bd] = within(shape.bite ?? [a * 0.36, b * 0.45], [a, b], problems)
      const x = centimetres((a - bw) / 2)
      return straight([
        [0, 0],
        [a, 0],
        [a, b],
        [x + bw, b],
        [x + bw, b - bd],
        [x, b - bd],
        [x, b],
        [0, b],
      ])
    }
    case 'slanted': {
      const angled = shape.angleDeg === undefined ? undefined : a * Math.tan((shape.angleDeg * Math.PI) / 180)
      const asked = shape.by ?? angled ?? b * 0.25
      const by = Math.sign(asked) * Math.min(Math.abs(asked), b * 0.75)
      return straight([
        [0, 0],
        [a, 0],
        [a, centimetres(by > 0 ? b : b + by)],
        [0, centimetres(by > 0 ? b - by : b)],
      ])
    }
    case 'curved': {
      // The size is that of the whole: the straight sides end where the bow begins.
      const rise = Math.max(-b * 0.4, Math.min(b * 0.5, a / 2, shape.rise ?? a * 0.16))
      return { points: rectangle(a, b - Math.max(0, rise)), bulges: [0, 0, rise / (a / 2), 0] }
    }
    default: {
      const isBay = shape.type === 'bay'
      const asked = shape.span ?? (isBay ? [Math.min(2.2, a * 0.5), 0.6] : [Math.min(1.6, a * 0.4), 0.5])
      const [sw] = within([asked[0], 0], [a / 0.95, 1], problems)
      const sd = asked[1]
      const x = centimetres((a - sw) / 2)
      const splay = isBay && shape.splayed !== false ? centimetres(Math.min(sd * 0.6, sw * 0.28)) : 0
      return straight([
        [0, 0],
        [a, 0],
        [a, b],
        [x + sw, b],
        [x + sw - splay, b + sd],
        [x + splay, b + sd],
        [x, b],
        [0, b],
      ])
    }
  }
}

/** Four arcs; an oval is drawn as the circle of its smaller side. */
const roundOutline = (w: number, d: number): Outline => {
  const r = Math.min(w, d) / 2
  const bulge = Math.tan(Math.PI / 8)
  return {
    points: [
      [r, 0],
      [2 * r, r],
      [r, 2 * r],
      [0, r],
    ],
    bulges: [bulge, bulge, bulge, bulge],
  }
}

/** Flat side south, as wide as `width` overall. */
const regularRing = (corners: number, width: number): Point2[] => {
  const ring = Array.from({ length: corners }, (_, index): Point2 => {
    const angle = -Math.PI / 2 - Math.PI / corners + (index * 2 * Math.PI) / corners + (2 * Math.PI) / corners
    return [Math.cos(angle), Math.sin(angle)]
  })
  const minX = Math.min(...ring.map(([x]) => x))
  const minY = Math.min(...ring.map(([, y]) => y))
  const scale = width / (Math.max(...ring.map(([x]) => x)) - minX)
  return ring.map(([x, y]): Point2 => [(x - minX) * scale, (y - minY) * scale])
}
