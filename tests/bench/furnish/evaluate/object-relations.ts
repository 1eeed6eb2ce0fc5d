import { findKind } from '@enfilade/catalogue'
import {
  convexHull,
  isPointInPolygon,
  type Point2,
  polygonArea,
  polygonIntersectionArea,
  raycastRing,
} from '@enfilade/geometry'
import { angleBetween, gapBetween, type Model, roomSpan, type Thing, toFrame } from './scene-model.ts'
import { thresholds as t } from './thresholds.ts'
import { fail, pass, type Verdict } from './verdict.ts'

/** Judges one pair; plan geometry alone. */
export type PairJudge = (a: Thing, b: Thing, model: Model) => Verdict

const metres = (value: number): string => `${value.toFixed(2)} m`
const verdict = (holds: boolean, reason: string): Verdict => (holds ? pass(reason) : fail(reason))

/** Things that one does not face: any side is as good as another. */
const isFrontless = ({ object, category }: Thing): boolean => {
  if (!object) return false
  const sides = findKind(category)?.functionalSides.length ?? 0
  return sides === 0 || sides === 4 || object.shape === 'round'
}

const bySide = (sign: 1 | -1): PairJudge => {
  return (a, b, model) => {
    const gap = gapBetween(a, b)
    const [x, y] = toFrame(b, [a.x, a.y])
    const isAside = x * sign > b.width / 2 - 0.05 && Math.abs(y) <= b.depth / 2 + 0.5
    const measured = `${x.toFixed(2)} across, ${y.toFixed(2)} along, gap ${metres(gap)}`
    if (gap <= t.sideGap && isAside) return pass(measured)
    return verdict(gap <= t.sideGap && isFrontless(b) && isSideFromDoor(a, b, sign, model), measured)
  }
}

/** Of what has no front: left and right as seen from a door of the room. */
function isSideFromDoor(a: Thing, b: Thing, sign: 1 | -1, { gates }: Model): boolean {
  return gates.some(({ opening, rooms, center }) => {
    if (opening.kind === 'window' || !b.room || !rooms.includes(b.room)) return false
    const look: Point2 = [b.x - center[0], b.y - center[1]]
    const to: Point2 = [a.x - b.x, a.y - b.y]
    const rightwards = look[1] * to[0] - look[0] * to[1]
    return rightwards * sign > 0 && angleBetween(look, to) > 40 && angleBetween(look, to) < 140
  })
}

export const beside: PairJudge = (a, b) => {
  const gap = gapBetween(a, b)
  const measured = `gap ${metres(gap)}`
  if (gap > t.besideGap) return fail(measured)
  if (polygonIntersectionArea(a.footprint, b.footprint) > 0.3 * a.width * a.depth)
    return fail('they are one above the other')
  if (isFrontless(b)) return pass(measured)
  const [x, y] = toFrame(b, [a.x, a.y])
  const isAside = Math.abs(x) >= b.width / 2 - 0.1 && Math.abs(y) <= b.depth / 2 + t.besideOverhang
  const [ox, oy] = toFrame(a, [b.x, b.y])
  const isReverse = Math.abs(ox) >= a.width / 2 - 0.1 && Math.abs(oy) <= a.depth / 2 + t.besideOverhang
  return verdict(
    isAside || (isReverse && !isFrontless(a)),
    `${measured}, ${x.toFixed(2)} across, ${y.toFixed(2)} along`,
  )
}

const isScreen = ({ category }: Thing): boolean => /television|tv_stand|projector|screen|fireplace/.test(category)

const inFrontOf: PairJudge = (a, b) => {
  const gap = gapBetween(a, b)
  const limit = isScreen(a) || isScreen(b) ? t.screenGap : t.frontGap
  const [x, y] = toFrame(b, [a.x, a.y])
  const measured = `gap ${metres(gap)}, ${x.toFixed(2)} across, ${(-y).toFixed(2)} before`
  if (gap > limit) return fail(measured)
  const isBefore = y < -b.depth / 2 + 0.02 && Math.abs(x) <= b.width / 2 + 0.2
  return verdict(isBefore || (isFrontless(b) && b.object !== undefined), measured)
}

const behind: PairJudge = (a, b) => {
  const gap = gapBetween(a, b)
  const [x, y] = toFrame(b, [a.x, a.y])
  const isBehind = y > b.depth / 2 - 0.02 && Math.abs(x) <= b.width / 2 + 0.3
  return verdict(gap <= t.sideGap && isBehind, `gap ${metres(gap)}, ${x.toFixed(2)} across, ${y.toFixed(2)} behind`)
}

/** At these one sits or stands and looks over them: their back points where one looks. */
const isLookedOver = ({ category }: Thing): boolean =>
  /^(desk|dressing_table|.*piano|easel|sewing_machine)$/.test(category)

/** Degrees by which a look misses the other: 0 where the straight look hits it. */
export function missAngle(a: Thing, b: Thing): number {
  const looks = isLookedOver(a) ? [a.front, [-a.front[0], -a.front[1]] as Point2] : [a.front]
  return Math.min(
    ...looks.map((look) =>
      Number.isFinite(raycastRing([a.x, a.y], look, b.footprint)) ? 0 : angleBetween(look, [b.x - a.x, b.y - a.y]),
    ),
  )
}

const facing: PairJudge = (a, b) => {
  const angle = missAngle(a, b)
  return verdict(a.room === b.room && angle <= t.facingAngle, `off by ${angle.toFixed(0)}°`)
}

const opposite: PairJudge = (a, b) => {
  const [there, back] = [isFrontless(a) ? 0 : missAngle(a, b), isFrontless(b) ? 0 : missAngle(b, a)]
  const gap = gapBetween(a, b)
  const measured = `off by ${there.toFixed(0)}° and ${back.toFixed(0)}°, gap ${metres(gap)}`
  return verdict(a.room === b.room && there <= t.oppositeAngle && back <= t.oppositeAngle && gap >= 0.3, measured)
}

const isCloth = ({ low, high }: Thing): boolean => high - low <= 0.05 && low <= 0.05

const shared = (a: Thing, b: Thing): number => polygonIntersectionArea(a.footprint, b.footprint)
const areaOf = ({ footprint }: Thing): number => Math.abs(polygonArea([...footprint]))

/** Whether b carries a, straight or through others. */
export function carries(model: Model, b: Thing, a: Thing): boolean {
  let carrier = a.object?.support ?? null
  for (let depth = 0; carrier && depth < 6; depth++) {
    if (carrier === b.id) return true
    carrier = model.byId.get(carrier)?.object?.support ?? null
  }
  return false
}

const on: PairJudge = (a, b, model) => {
  if (isCloth(b) && !carries(model, b, a)) {
    const share = shared(a, b) / areaOf(a)
    return verdict(share >= t.onClothShare && a.low <= b.high + t.contact, `${Math.round(share * 100)} % on it`)
  }
  const [x, y] = toFrame(b, [a.x, a.y])
  const isInside = Math.abs(x) <= b.width / 2 + t.onOverhang && Math.abs(y) <= b.depth / 2 + t.onOverhang
  const lift = a.low - b.high
  const measured = `support ${a.object?.support ?? 'none'}, ${metres(lift)} over its top`
  if (!isInside) return fail(`${measured}, beside its footprint`)
  if (carries(model, b, a)) return verdict(lift <= t.contact, measured)
  return verdict(Math.abs(lift) <= t.contact && shared(a, b) >= 0.6 * areaOf(a), measured)
}

/** Along the wall's frame where the upper one hangs: how far the middles are apart, and whether the lower fits below. */
const above: PairJudge = (a, b) => {
  const gap = gapBetween(a, b)
  const lift = a.low - b.high
  const [x] = toFrame(a, [b.x, b.y])
  const [across] = toFrame(b, [a.x, a.y])
  const isHung = a.object?.mount === 'wall'
  const offset = isHung ? Math.abs(x) : Math.hypot(...toFrame(b, [a.x, a.y]))
  const reach = isHung ? Math.max(a.width, b.width) / 2 : Math.max(t.aboveOffset, Math.max(b.width, b.depth) / 2)
  const measured = `${metres(lift)} over it, gap ${metres(gap)}, ${metres(Math.min(offset, Math.abs(across)))} off its middle`
  return verdict(lift >= -0.05 && gap <= t.aboveGap && offset <= reach, measured)
}

const under: PairJudge = (a, b, model) => {
  if (isCloth(a)) {
    const area = shared(a, b)
    const share = Math.max(area / areaOf(b), area / areaOf(a) - 0.45)
    return verdict(
      share >= t.underShare && a.low <= b.low + t.contact,
      `${Math.round((area / areaOf(b)) * 100)} % of it stands on it`,
    )
  }
  if (a.high <= b.low + 0.05) return above(b, a, model)
  const share = shared(a, b) / areaOf(a)
  return verdict(share >= 0.5 && a.high <= b.high, `${Math.round(share * 100)} % below, top at ${metres(a.high)}`)
}

const near: PairJudge = (a, b) => {
  const gap = gapBetween(a, b)
  return verdict(a.room === b.room && gap <= t.nearGap, `gap ${metres(gap)}`)
}

const far: PairJudge = (a, b) => {
  const gap = gapBetween(a, b)
  const span = a.room ? roomSpan(a.room) : { width: Infinity, depth: Infinity }
  const limit = Math.min(t.farGap, t.farShare * Math.hypot(span.width, span.depth))
  return verdict(a.room !== b.room || gap >= limit, `gap ${metres(gap)}, far from ${metres(limit)}`)
}

const centredOn: PairJudge = (a, b) => {
  const [x, y] = toFrame(b, [a.x, a.y])
  const isOver = shared(a, b) > 0.3 * Math.min(areaOf(a), areaOf(b))
  const offset =
    isOver && isFrontless(b) ? Math.hypot(x, y) : Math.min(Math.abs(x), isFrontless(b) ? Math.abs(y) : Infinity)
  const limit = isOver ? t.centredOnCloth : t.centredOffset
  return verdict(offset <= limit && gapBetween(a, b) <= t.screenGap, `${metres(offset)} off its middle`)
}

const inside: PairJudge = (a, b, model) => {
  const [x, y] = toFrame(b, [a.x, a.y])
  const isIn =
    Math.abs(x) <= b.width / 2 &&
    Math.abs(y) <= b.depth / 2 &&
    a.high <= b.high + t.contact &&
    a.low >= b.low - t.contact
  return verdict(
    isIn || (carries(model, b, a) && a.object?.mount === 'inside'),
    `middle ${x.toFixed(2)}, ${y.toFixed(2)}`,
  )
}

const parallel: PairJudge = (a, b) => {
  const lengthwise = ({ yaw, width, depth }: Thing) => yaw + (depth > width ? Math.PI / 2 : 0)
  const turn = (((lengthwise(a) - lengthwise(b)) * 180) / Math.PI) % 180
  const off = Math.min(Math.abs(turn), 180 - Math.abs(turn))
  return verdict(off <= t.parallelAngle, `off by ${off.toFixed(0)}°`)
}

/** In the gap between two: the middle in their common hull, in neither of them. */
export function between(a: Thing, b: Thing, c: Thing): Verdict {
  const middle: Point2 = [a.x, a.y]
  const hull = convexHull([...b.footprint, ...c.footprint])
  const toward: Point2 = [c.x - b.x, c.y - b.y]
  const square = toward[0] ** 2 + toward[1] ** 2 || 1
  const share = ((a.x - b.x) * toward[0] + (a.y - b.y) * toward[1]) / square
  const off = Math.abs((a.x - b.x) * toward[1] - (a.y - b.y) * toward[0]) / Math.sqrt(square)
  const isIn = isPointInPolygon(middle, hull) || off <= t.betweenSlack + Math.min(a.width, a.depth) / 2
  const isClear = [b, c].every((other) => !isPointInPolygon(middle, other.footprint))
  return verdict(
    isIn && isClear && share > 0.1 && share < 0.9,
    `at ${share.toFixed(2)} of the way, ${metres(off)} off the line`,
  )
}

export const pairJudges: { readonly [relation: string]: PairJudge } = {
  beside,
  next_to: beside,
  left_of: bySide(-1),
  right_of: bySide(1),
  in_front_of: inFrontOf,
  behind,
  facing,
  opposite,
  on,
  under,
  above,
  near,
  far,
  centred_on: centredOn,
  inside,
  parallel,
}
