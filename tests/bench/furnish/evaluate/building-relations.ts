import type { Point2 } from '@enfilade/geometry'
import type { Expectation } from '../request.ts'
import { isWithin } from './judge-relation.ts'
import { missAngle } from './object-relations.ts'
import {
  angleBetween,
  type Gate,
  gapToSegment,
  gateAsThing,
  type Model,
  type Room,
  roomSpan,
  type Side,
  type Thing,
  toFrame,
} from './scene-model.ts'
import { describeWhat, select } from './select.ts'
import { thresholds as t } from './thresholds.ts'
import { fail, pass, quantify, type Verdict } from './verdict.ts'

type Building = Extract<Expectation, { type: 'building' }>
type Judge = (thing: Thing, room: Room, model: Model, asked: Building) => Verdict

const metres = (value: number): string => `${value.toFixed(2)} m`
const verdict = (holds: boolean, reason: string): Verdict => (holds ? pass(reason) : fail(reason))

/** Judges a relation of a thing to its room. */
export function judgeBuilding(model: Model, expectation: Building): Verdict {
  const things = select(model, expectation.what).filter(
    ({ room }) => !expectation.room || room?.json.type === expectation.room,
  )
  if (things.length === 0) return fail(`no ${describeWhat(expectation.what)}`)
  const judge = judges[expectation.relation]
  if (!judge) return fail(`no such relation: ${expectation.relation}`)
  return quantify(things, expectation.every, (thing) =>
    thing.room ? judge(thing, thing.room, model, expectation) : fail(`${thing.id} is in no room`),
  )
}

const compass: { readonly [wall: string]: Point2 } = { north: [0, 1], south: [0, -1], east: [1, 0], west: [-1, 0] }

function isWallMeant(side: Side, room: Room, wall: string | undefined): boolean {
  if (!wall) return true
  const straight = room.sides.filter(({ curved }) => !curved)
  if (wall === 'longest') return side.length >= 0.95 * Math.max(...straight.map(({ length }) => length))
  if (wall === 'shortest') return side.length <= 1.05 * Math.min(...straight.map(({ length }) => length))
  const direction = compass[wall]
  return !direction || angleBetween(side.out, direction) <= 40
}

/** Edges of the footprint by name: the back first, the front last. */
function edgesOf({ footprint }: Thing) {
  // The ring runs front-left, front-right, back-right, back-left in the thing's frame.
  const [fl, fr, br, bl] = footprint as readonly [Point2, Point2, Point2, Point2]
  return [
    { name: 'back', a: br, b: bl },
    { name: 'right', a: fr, b: br },
    { name: 'left', a: bl, b: fl },
    { name: 'front', a: fl, b: fr },
  ]
}

/** How far an edge is from a side that it runs along; Infinity where it does not. */
function edgeGap(edge: { a: Point2; b: Point2 }, side: Side): number {
  const along: Point2 = [edge.b[0] - edge.a[0], edge.b[1] - edge.a[1]]
  const wall: Point2 = [side.b[0] - side.a[0], side.b[1] - side.a[1]]
  const angle = angleBetween(along, wall)
  if (!side.curved && Math.min(angle, 180 - angle) > 8) return Infinity
  const length = side.length || 1
  const middle: Point2 = [(edge.a[0] + edge.b[0]) / 2, (edge.a[1] + edge.b[1]) / 2]
  const at = ((middle[0] - side.a[0]) * wall[0] + (middle[1] - side.a[1]) * wall[1]) / length
  if (at < -0.05 || at > length + 0.05) return Infinity
  const off = (p: Point2) => -((p[0] - side.a[0]) * side.out[0] + (p[1] - side.a[1]) * side.out[1])
  return side.curved ? Math.abs(off(middle)) : Math.max(Math.abs(off(edge.a)), Math.abs(off(edge.b)))
}

const againstWall: Judge = (thing, room, _model, { wall, distance }) => {
  const sides = room.sides.filter((side) => isWallMeant(side, room, wall))
  const isTurnable = /bed|crib|bathtub|desk|table|bench|sofa|plant|lamp|stool|basket|bin|piano/.test(thing.category)
  const measured = edgesOf(thing)
    .filter(({ name }) => name === 'back' || (isTurnable && name !== 'front'))
    .flatMap((edge) =>
      sides.map((side) => ({ gap: edgeGap(edge, side), limit: side.curved ? t.curvedWallGap : t.wallGap })),
    )
  const best = measured.reduce((a, b) => (b.gap - b.limit < a.gap - a.limit ? b : a), {
    gap: Infinity,
    limit: t.wallGap,
  })
  if (distance)
    return verdict(
      measured.some(({ gap }) => isWithin(gap, distance)),
      `${metres(best.gap)} from the wall`,
    )
  return verdict(best.gap <= best.limit, `${metres(best.gap)} from ${wall ? `the ${wall}` : 'a'} wall`)
}

const inCorner: Judge = (thing, room) => {
  const gaps = room.sides.flatMap((side, index) => {
    const next = room.sides[(index + 1) % room.sides.length]!
    const turn = side.out[0] * next.out[1] - side.out[1] * next.out[0]
    if (turn < 0.3) return []
    const walls = Math.max(gapToSegment(thing, side.a, side.b), gapToSegment(thing, next.a, next.b))
    const corner = gapToSegment(thing, side.b, side.b)
    return [{ walls, corner }]
  })
  const best = gaps.reduce((a, b) => (a.walls + a.corner <= b.walls + b.corner ? a : b), {
    walls: Infinity,
    corner: Infinity,
  })
  return verdict(
    best.walls <= t.cornerWallGap && best.corner <= t.cornerGap,
    `${metres(best.walls)} from both walls, ${metres(best.corner)} from the corner`,
  )
}

const gatesOf = (model: Model, room: Room, kind: 'window' | 'door'): Gate[] =>
  model.gates.filter(
    ({ opening, rooms }) => rooms.includes(room) && (kind === 'window') === (opening.kind === 'window'),
  )

const gateGap = (thing: Thing, { a, b, thickness }: Gate): number =>
  Math.max(0, gapToSegment(thing, a, b) - thickness / 2)

function byGate(kind: 'window' | 'door', limit: number, isAway: boolean): Judge {
  return (thing, room, model, { distance, wall }) => {
    const gates = gatesOf(model, room, kind).filter((gate) => isWallMeant(sideOf(gate, room), room, wall))
    if (gates.length === 0) return fail(`the room has no ${kind}`)
    const gap = Math.min(...gates.map((gate) => gateGap(thing, gate)))
    const holds = distance ? isWithin(gap, distance) : isAway ? gap >= limit : gap <= limit
    return verdict(holds, `${metres(gap)} from the ${kind}`)
  }
}

const sideOf = (gate: Gate, room: Room): Side =>
  room.sides.reduce((best, side) => (sideGap(gate, side) < sideGap(gate, best) ? side : best))

const sideGap = ({ center }: Gate, { a, b }: Side): number => {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1
  const at = Math.min(
    1,
    Math.max(0, ((center[0] - a[0]) * (b[0] - a[0]) + (center[1] - a[1]) * (b[1] - a[1])) / length ** 2),
  )
  return Math.hypot(center[0] - a[0] - (b[0] - a[0]) * at, center[1] - a[1] - (b[1] - a[1]) * at)
}

const underWindow: Judge = (thing, room, model) => {
  const windows = gatesOf(model, room, 'window')
  if (windows.length === 0) return fail('the room has no window')
  return quantify(windows, false, (gate) => {
    const frame = gateAsThing(gate, room)
    const spans = thing.footprint.map((corner) => toFrame(frame, corner)[0])
    const [from, to] = [Math.min(...spans), Math.max(...spans)]
    const overlap = Math.min(to, frame.width / 2) - Math.max(from, -frame.width / 2)
    const share = overlap / Math.min(to - from, frame.width)
    const gap = gateGap(thing, gate)
    const isLow = thing.high <= Math.max(gate.sill, 0.6) + t.sillRise
    return verdict(
      share >= t.underWindowShare && gap <= t.underWindowGap && isLow,
      `${Math.round(share * 100)} % below the window, ${metres(gap)} from it, top at ${metres(thing.high)}`,
    )
  })
}

const awayFromWall: Judge = (thing, room, _model, { distance }) => {
  const gap = Math.min(...room.sides.map(({ a, b }) => gapToSegment(thing, a, b)))
  return verdict(distance ? isWithin(gap, distance) : gap >= t.awayFromWall, `${metres(gap)} from the nearest wall`)
}

const centred: Judge = (thing, room) => {
  const { width, depth, middle } = roomSpan(room)
  const off: Point2 = [Math.abs(thing.x - middle[0]), Math.abs(thing.y - middle[1])]
  const limit = (side: number) => Math.max(t.centredGap, t.centredShare * side)
  return verdict(off[0] <= limit(width) && off[1] <= limit(depth), `${off.map(metres).join(' and ')} off the middle`)
}

const onWall: Judge = (thing, room, _model, { wall }) => {
  const sides = room.sides.filter((side) => isWallMeant(side, room, wall))
  const gap = Math.min(Infinity, ...sides.map(({ a, b }) => gapToSegment(thing, a, b)))
  const isHung = thing.object?.mount === 'wall' || (thing.low >= t.hungHeight && thing.object?.mount !== 'surface')
  return verdict(
    isHung && gap <= t.curvedWallGap,
    `mount ${thing.object?.mount}, ${metres(gap)} from ${wall ?? 'a'} wall`,
  )
}

const hanging: Judge = (thing, room) => {
  const ceiling = room.json.floor + room.json.height
  const isUp = thing.object?.mount === 'ceiling' || Math.abs(ceiling - thing.high) <= t.ceilingGap
  return verdict(
    isUp && thing.low > 0.3,
    `mount ${thing.object?.mount}, top ${metres(ceiling - thing.high)} under the ceiling`,
  )
}

function facingGate(kind: 'window' | 'door'): Judge {
  return (thing, room, model) => {
    const gates = gatesOf(model, room, kind)
    if (gates.length === 0) return fail(`the room has no ${kind}`)
    return quantify(gates, false, (gate) => {
      const angle = missAngle(thing, gateAsThing(gate, room))
      return verdict(angle <= t.facingOpeningAngle, `off by ${angle.toFixed(0)}°`)
    })
  }
}

const judges: { readonly [relation: string]: Judge } = {
  against_wall: againstWall,
  in_corner: inCorner,
  by_window: byGate('window', t.windowGap, false),
  under_window: underWindow,
  by_door: byGate('door', t.doorGap, false),
  away_from_door: byGate('door', t.awayFromDoor, true),
  away_from_window: byGate('window', t.awayFromWindow, true),
  away_from_wall: awayFromWall,
  centred,
  on_wall: onWall,
  hanging,
  facing_door: facingGate('door'),
  facing_window: facingGate('window'),
}
