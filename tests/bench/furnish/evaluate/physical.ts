import { findKind } from '@enfilade/catalogue'
import {
  convexPenetration,
  isPointInRegion,
  type Point2,
  polygonIntersectionArea,
  protrusion,
  type Ring,
  rotatePoint,
} from '@enfilade/geometry'
import type { SceneJson } from '@enfilade/language'
import { meshFacts } from './mesh-facts.ts'
import { measureReach, type Reach } from './reach.ts'
import { type Gate, type Model, type Room, readModel, type Thing } from './scene-model.ts'

export type Breach = {
  readonly bar: 'overlap' | 'outside' | 'door'
  readonly what: string
  readonly ids: readonly string[]
  readonly measured: number
}

export type Physical = {
  readonly objects: number
  readonly rooms: number
  readonly overlapping: number
  readonly outside: number
  readonly doorsBlocked: number
  readonly breaches: readonly Breach[]
} & Reach

/** Depths up to here are contact, metres. */
const TOLERANCE = 0.005
/** Body's depth before a door, metres. */
const APPROACH = 0.6

/** The physical rows of a scene. `fixed`: ids that stood there before and that nobody asked about do not count. */
export function measurePhysical(json: SceneJson): Physical {
  const model = readModel(json)
  const breaches = [...findOverlaps(model), ...findOutside(model), ...findBlocked(model)]
  const involved = (bar: Breach['bar']) =>
    new Set(breaches.filter((breach) => breach.bar === bar).flatMap(({ ids }) => ids)).size
  return {
    objects: model.things.length,
    rooms: model.rooms.length,
    overlapping: involved('overlap'),
    outside: involved('outside'),
    doorsBlocked: involved('door'),
    breaches,
    ...measureReach(model),
  }
}

type Solid = { readonly ring: Ring; readonly low: number; readonly high: number }

/** What the thing's mesh fills, in the room: convex pieces with heights. */
function solidsOf(thing: Thing): readonly Solid[] {
  if (!thing.object) return []
  return meshFacts(thing.object).pieces.map(({ hull, low, high }) => ({
    ring: hull.map((point): Point2 => {
      const [x, y] = rotatePoint(point, thing.yaw)
      return [x + thing.x, y + thing.y]
    }),
    low: low + thing.low,
    high: high + thing.low,
  }))
}

const isCloth = ({ category, high, low }: Thing): boolean => Boolean(findKind(category)?.walkable) || high - low < 0.02

const depthOf = (a: { low: number; high: number }, b: { low: number; high: number }): number =>
  Math.min(a.high, b.high) - Math.max(a.low, b.low)

function findOverlaps(model: Model): Breach[] {
  const breaches: Breach[] = []
  const { things } = model
  things.forEach((a, index) => {
    for (const b of things.slice(index + 1)) {
      if (isCloth(a) || isCloth(b) || isCarried(model, a, b) || isCarried(model, b, a)) continue
      if (depthOf(a, b) <= TOLERANCE || convexPenetration(a.footprint, b.footprint) <= TOLERANCE) continue
      const depth = deepest(solidsOf(a), solidsOf(b))
      if (depth > TOLERANCE)
        breaches.push({ bar: 'overlap', what: `${a.category} + ${b.category}`, ids: [a.id, b.id], measured: depth })
    }
  })
  return breaches
}

/** How deep two things are in each other: the least push in plan or height that parts their deepest pieces. */
function deepest(a: readonly Solid[], b: readonly Solid[]): number {
  let worst = 0
  for (const p of a) {
    for (const q of b) {
      const height = depthOf(p, q)
      if (height <= worst) continue
      worst = Math.max(worst, Math.min(height, convexPenetration(p.ring, q.ring)))
    }
  }
  return worst
}

function isCarried({ byId }: Model, thing: Thing, by: Thing): boolean {
  let carrier = thing.object?.support ?? null
  for (let depth = 0; carrier && depth < 6; depth++) {
    if (carrier === by.id) return true
    carrier = byId.get(carrier)?.object?.support ?? null
  }
  return false
}

function findOutside({ things }: Model): Breach[] {
  return things.flatMap((thing) => {
    const { room } = thing
    const out = room ? protrudes(thing, room) : 9
    return out > TOLERANCE ? [{ bar: 'outside' as const, what: thing.category, ids: [thing.id], measured: out }] : []
  })
}

function protrudes(thing: Thing, { json }: Room): number {
  const holes = json.holes.map((hole) => [...hole])
  if (protrusion(thing.footprint, [...json.polygon], holes) <= TOLERANCE) return 0
  return Math.max(...solidsOf(thing).map(({ ring }) => protrusion(ring, [...json.polygon], holes)))
}

function findBlocked(model: Model): Breach[] {
  return model.gates
    .filter(({ opening }) => opening.kind !== 'window')
    .flatMap((gate) => gate.rooms.flatMap((room) => blockedFrom(model, gate, room)))
}

function blockedFrom(model: Model, gate: Gate, room: Room): Breach[] {
  const { center, along, opening, thickness, sill } = gate
  const side = [1, -1].find((sign) => {
    const reach = thickness / 2 + 0.1
    return isPointInRegion(
      [center[0] - along[1] * reach * sign, center[1] + along[0] * reach * sign],
      [...room.json.polygon],
    )
  })
  if (!side) return []
  const into: Point2 = [-along[1] * side, along[0] * side]
  const start = thickness / 2 + 0.002
  const clear = opening.kind === 'passage' ? Math.min(opening.width, 0.9) : opening.width
  const at = (across: number, deep: number): Point2 => [
    center[0] + along[0] * across + into[0] * deep,
    center[1] + along[1] * across + into[1] * deep,
  ]
  const half = clear / 2
  const strip = [at(-half, start), at(half, start), at(half, start + APPROACH), at(-half, start + APPROACH)]
  const leaf = swingOf(gate, room, model, at, start)
  return model.things
    .filter((thing) => thing.room === room && !isCloth(thing) && thing.low < sill + opening.height - 0.02)
    .flatMap((thing) => {
      const depth = Math.max(0, ...solidsOf(thing).map(({ ring }) => convexPenetration(strip, ring)))
      const swept = leaf ? polygonIntersectionArea(leaf, thing.footprint) : 0
      if (depth <= TOLERANCE && swept <= 0.001) return []
      const what = `${thing.category} ${depth > TOLERANCE ? 'before a door' : "in a door's swing"}`
      return [{ bar: 'door' as const, what, ids: [thing.id], measured: depth > TOLERANCE ? depth : swept }]
    })
}

/**
 * The quarter disc that the leaf sweeps in this room; undefined where it opens away from it. Hand and way are as seen
 * from the room of the wall that comes first by id.
 */
function swingOf(
  gate: Gate,
  room: Room,
  { rooms }: Model,
  at: (across: number, deep: number) => Point2,
  start: number,
): Ring | undefined {
  const [hand, way] = gate.opening.swing.split('-')
  if (hand === 'sliding' || hand === 'none' || !way) return undefined
  const first = rooms.filter((each) => gate.rooms.includes(each)).sort((a, b) => (a.json.id < b.json.id ? -1 : 1))[0]
  const isFirst = first === room
  if ((way === 'in') !== isFirst) return undefined
  const half = gate.opening.width / 2
  // Somebody in this room looks against `into`; their left is where along × into says.
  const [left, middle, right] = [at(-half, start), at(0, start), at(half, start)]
  const look: Point2 = [middle[0] - at(0, start + 1)[0], middle[1] - at(0, start + 1)[1]]
  const isLeft = look[0] * (left[1] - middle[1]) - look[1] * (left[0] - middle[0]) > 0
  const seenLeft = isFirst ? hand === 'left' : hand === 'right'
  const hinge = isLeft === seenLeft ? -half : half
  const sign = hinge < 0 ? 1 : -1
  const arc = Array.from({ length: 9 }, (_, index): Point2 => {
    const angle = (index / 8) * (Math.PI / 2)
    return at(hinge + sign * gate.opening.width * Math.cos(angle), start + gate.opening.width * Math.sin(angle))
  })
  void right
  return [at(hinge, start), ...arc]
}
