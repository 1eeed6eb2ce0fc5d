import type { Expectation, What } from '../request.ts'
import type { Model, Thing } from './scene-model.ts'
import { describeWhat, select } from './select.ts'
import { thresholds as t } from './thresholds.ts'
import { fail, pass, quantify, type Verdict } from './verdict.ts'

type Of<Type extends Expectation['type']> = Extract<Expectation, { type: Type }>

const shift = (a: Thing, b: Thing): number => Math.hypot(a.x - b.x, a.y - b.y, a.low - b.low)

function turn(a: Thing, b: Thing): number {
  const degrees = (((b.yaw - a.yaw) * 180) / Math.PI) % 360
  return degrees > 180 ? degrees - 360 : degrees < -180 ? degrees + 360 : degrees
}

export function judgeMoved(before: Model, after: Model, { what, every }: Of<'moved' | 'kept'>): Verdict {
  const things = select(before, what)
  if (things.length === 0) return fail(`there was no ${describeWhat(what)}`)
  return quantify(things, every, (thing) => {
    const now = after.byId.get(thing.id)
    if (!now) return fail(`${thing.id} is gone`)
    const way = shift(thing, now)
    return way >= t.movedDistance ? pass() : fail(`moved by ${way.toFixed(3)} m`)
  })
}

export function judgeKept(before: Model, after: Model, { what }: Of<'moved' | 'kept'>): Verdict {
  const things = select(before, what)
  if (things.length === 0) return fail(`there was no ${describeWhat(what)}`)
  return quantify(things, true, (thing) => judgeSame(thing, after))
}

function judgeSame(thing: Thing, after: Model): Verdict {
  const now = after.byId.get(thing.id)
  const name = `${thing.category} ${thing.id}`
  if (!now) return fail(`${name} is gone`)
  const way = shift(thing, now)
  if (way > t.keptDistance) return fail(`${name} moved by ${way.toFixed(2)} m`)
  if (Math.abs(turn(thing, now)) > t.keptAngle) return fail(`${name} turned by ${turn(thing, now).toFixed(1)}°`)
  const grown = Math.max(
    Math.abs(now.width - thing.width),
    Math.abs(now.depth - thing.depth),
    Math.abs(now.high - now.low - thing.high + thing.low),
  )
  return grown <= t.keptDistance ? pass() : fail(`${name} changed its size by ${grown.toFixed(2)} m`)
}

/** Everything but these stays; what they carry goes with them. */
export function judgeOthersKept(before: Model, after: Model, { except }: Of<'others-kept'>): Verdict {
  const list = (Array.isArray(except) ? except : [except]) as readonly What[]
  const free = new Set(list.flatMap((what) => select(before, what)).map(({ id }) => id))
  const isFree = (thing: Thing): boolean => {
    for (let at: Thing | undefined = thing, depth = 0; at && depth < 6; depth++) {
      if (free.has(at.id)) return true
      at = before.byId.get(at.object?.support ?? '')
    }
    return false
  }
  const others = before.things.filter((thing) => !isFree(thing))
  return others.length === 0 ? pass('there are no others') : quantify(others, true, (thing) => judgeSame(thing, after))
}

export function judgeResized(before: Model, after: Model, { what, axis, direction, to }: Of<'resized'>): Verdict {
  const things = select(before, what)
  if (things.length === 0) return fail(`there was no ${describeWhat(what)}`)
  const measure = (thing: Thing): number => {
    const height = thing.high - thing.low
    if (axis === 'height') return height
    if (axis === 'width') return thing.width
    if (axis === 'depth') return thing.depth
    return to === undefined ? thing.width * thing.depth * height : Math.max(thing.width, thing.depth)
  }
  return quantify(things, false, (thing) => {
    const now = after.byId.get(thing.id) ?? successor(thing, before, after)
    if (!now) return fail(`${thing.id} is gone`)
    const [was, is] = [measure(thing), measure(now)]
    const measured = `${was.toFixed(2)} → ${is.toFixed(2)}`
    if (to !== undefined && Math.abs(is - to) > t.resized) return fail(`${measured}, asked ${to}`)
    const grown = is / was - 1
    if (direction === 'bigger' && grown < t.resized) return fail(measured)
    if (direction === 'smaller' && grown > -t.resized) return fail(measured)
    return pass(measured)
  })
}

/** A thing that was replaced by another of its category. */
function successor(thing: Thing, before: Model, after: Model): Thing | undefined {
  return after.things.find(({ id, category }) => category === thing.category && !before.byId.has(id))
}

export function judgeTurned(before: Model, after: Model, { what, by }: Of<'turned'>): Verdict {
  const things = select(before, what)
  if (things.length === 0) return fail(`there was no ${describeWhat(what)}`)
  return quantify(things, false, (thing) => {
    const now = after.byId.get(thing.id)
    if (!now) return fail(`${thing.id} is gone`)
    const turned = Math.abs(turn(thing, now))
    const asked = by === undefined ? undefined : Math.abs(((by + 180) % 360) - 180)
    const holds = asked === undefined ? turned > t.turnedAngle : Math.abs(turned - asked) <= t.turnedAngle
    return holds ? pass() : fail(`turned by ${turned.toFixed(0)}°`)
  })
}

export function judgeState(after: Model, { what, on, open }: Of<'state'>): Verdict {
  return quantify(select(after, what), false, ({ object }) => {
    const { state } = object!
    if (on !== undefined && (state.on ?? false) !== on) return fail(`on is ${String(state.on)}`)
    const isOpen = Number(state.open ?? 0)
    if (typeof open === 'boolean' && isOpen > 0 !== open) return fail(`open is ${isOpen}`)
    if (typeof open === 'number' && Math.abs(isOpen - open) > 0.05) return fail(`open is ${isOpen}`)
    return pass()
  })
}
