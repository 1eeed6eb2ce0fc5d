import { protrusion } from '@enfilade/geometry'
import type { Id, Pose } from '@enfilade/scene'
import type { BriefStyle } from '../brief.ts'
import { type Placed, placedRecord, tidyPose } from '../placed.ts'
import type { Site } from '../site.ts'
import { type Body, createBody } from './body.ts'
import { barsDoor, CONTACT, doorSpaces, isCarriedBy, overlapDepth, reachOut } from './breaches.ts'

/** What may stay, as it is or a little aside, and what had to go. */
export type Passed = { readonly kept: readonly Placed[]; readonly dropped: readonly Placed[] }

/** Shifts that are tried before a thing is given up, metres along its own axes. */
const NUDGES = [0.01, 0.025, 0.05, 0.08, 0.12]

/** A thing set down may stand over its carrier's rim by this much, metres. */
const OVERHANG = 0.02

/**
 * The last look at a furnished room, by exact shapes and independent of how it was made: nothing runs into anything,
 * reaches out of the room, or bars a door. What does is moved a little, and where that does not help it goes, with what
 * stands on it. The lesser of two things gives way.
 */
export const passGate = (site: Site, placed: readonly Placed[], style?: BriefStyle): Passed => {
  const gate = new Gate(site, style)
  const order = new Map(placed.map(({ id }, index) => [id, index]))
  const kept = byWeight(placed).flatMap((thing) => gate.admit(thing) ?? [])
  kept.sort((a, b) => order.get(a.id)! - order.get(b.id)!)
  return { kept, dropped: placed.filter(({ id }) => !gate.has(id)) }
}

/** Lets things in one by one: what comes later has to fit in with what is there. */
class Gate {
  readonly #site: Site
  readonly #style: BriefStyle | undefined
  readonly #doors: ReturnType<typeof doorSpaces>
  readonly #bodies: Map<Id, Body>
  readonly #shifts = new Map<Id, readonly [x: number, y: number]>()

  constructor(site: Site, style: BriefStyle | undefined) {
    this.#site = site
    this.#style = style
    this.#doors = doorSpaces(site)
    this.#bodies = new Map(site.standing.map(({ item }) => [item.id, createBody(item, item.worldPose, () => item)]))
  }

  has(id: Id): boolean {
    return this.#bodies.has(id)
  }

  /** The thing as it may stay; undefined when it cannot, or when what carries it did not. */
  admit(thing: Placed): Placed | undefined {
    const carrier = thing.support.on === 'item' ? thing.support.id : undefined
    const host = carrier === undefined ? undefined : this.#bodies.get(carrier)
    if (carrier !== undefined && !host) return undefined
    const [dx, dy] = (carrier === undefined ? undefined : this.#shifts.get(carrier)) ?? [0, 0]
    const home = { ...thing.pose, x: thing.pose.x + dx, y: thing.pose.y + dy }
    const isHome = dx === 0 && dy === 0
    for (const pose of [isHome ? thing.pose : tidyPose(home), ...nudged(home, thing)]) {
      const moved = pose === thing.pose ? thing : { ...thing, pose }
      const body = createBody(moved, pose, () => placedRecord(moved, this.#site.room.level, this.#style))
      const isAside = pose !== thing.pose
      if (isAside && host && protrusion(body.footprint, host.footprint) > OVERHANG) continue
      if (!this.#fits(body)) continue
      this.#bodies.set(thing.id, body)
      this.#shifts.set(thing.id, [pose.x - thing.pose.x, pose.y - thing.pose.y])
      return moved
    }
    return undefined
  }

  #fits(body: Body): boolean {
    if (barsDoor(this.#doors, body) || reachOut(this.#site, body) > CONTACT) return false
    for (const other of this.#bodies.values()) {
      if (isCarriedBy(body, other.id, this.#bodies)) continue
      if (overlapDepth(body, other) > CONTACT) return false
    }
    return true
  }
}

/** Places a little aside: along the wall for what hangs there, anywhere near for what stands. */
const nudged = (pose: Pose, { support }: Placed): Pose[] => {
  if (support.on === 'ceiling') return []
  const [cos, sin] = [Math.cos(pose.yaw), Math.sin(pose.yaw)]
  const sides = support.on === 'wall' ? ALONG : ASIDE
  return NUDGES.flatMap((by) =>
    sides.map(([u, v]) =>
      tidyPose({ ...pose, x: pose.x + (u * cos - v * sin) * by, y: pose.y + (u * sin + v * cos) * by }),
    ),
  )
}

const ALONG: readonly (readonly [number, number])[] = [
  [1, 0],
  [-1, 0],
]
const ASIDE: readonly (readonly [number, number])[] = [...ALONG, [0, -1], [0, 1]]

/** Carriers before what they carry; else what was asked for before what was not, furniture before what hangs, large before small. */
const byWeight = (placed: readonly Placed[]): Placed[] => {
  const byId = new Map(placed.map((thing) => [thing.id, thing]))
  const weights = new Map(placed.map((thing) => [thing.id, weightOf(thing, byId)]))
  return [...placed].sort((a, b) => weights.get(b.id)! - weights.get(a.id)!)
}

const weightOf = (thing: Placed, byId: ReadonlyMap<Id, Placed>): number => {
  const { support, object, size } = thing
  const steps = carriedSteps(thing, byId)
  const asked = object && object.words !== '' ? 30 : 0
  const bulk = Math.min(0.9, (size[0] * size[1] * size[2]) / 10)
  if (steps > 0) return -100 * steps + asked + bulk
  return (support.on === 'floor' ? 20 : 0) + asked + bulk
}

const carriedSteps = (thing: Placed, byId: ReadonlyMap<Id, Placed>): number => {
  let steps = 0
  let { support } = thing
  while (support.on === 'item' && steps < 6) {
    steps++
    const carrier = byId.get(support.id)
    if (!carrier) break
    support = carrier.support
  }
  return steps
}
