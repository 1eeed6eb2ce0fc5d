import type { Point2 } from '@enfilade/geometry'
import type { Expectation } from '../request.ts'
import { between, missAngle, pairJudges } from './object-relations.ts'
import { gapBetween, type Model, type Thing, toFrame } from './scene-model.ts'
import { describeWhat, select, selectTargets } from './select.ts'
import { thresholds as t } from './thresholds.ts'
import { fail, pass, quantify, type Verdict } from './verdict.ts'

type Relation = Extract<Expectation, { type: 'relation' }>

/** Judges a relation between things, with its quantifier and its distance. */
export function judgeRelation(model: Model, expectation: Relation, all: readonly Expectation[]): Verdict {
  const things = inRoom(select(model, expectation.what), expectation.room)
  const targets = inRoom(selectTargets(model, expectation.to), expectation.room)
  if (things.length === 0) return fail(`no ${describeWhat(expectation.what)}`)
  if (targets.length === 0) return fail(`no ${describeWhat(expectation.to)}`)
  switch (expectation.relation) {
    case 'around':
      return quantify(targets, false, (target) =>
        judgeAround(things, target, askedCount(expectation, all), expectation),
      )
    case 'flanking':
      return quantify(targets, expectation.every, (target) => judgeFlanking(things, target))
    case 'between':
      return quantify(things, expectation.every, (thing) => judgeBetween(model, thing, targets, expectation))
  }
  const judge = pairJudges[expectation.relation]
  if (!judge) return fail(`no such relation: ${expectation.relation}`)
  return quantify(things, expectation.every, (thing) =>
    quantify(
      targets.filter(({ id }) => id !== thing.id),
      false,
      (target) => {
        const held = judge(thing, target, model)
        return held.holds ? judgeDistance(thing, target, expectation, held) : relaxed(thing, target, expectation, held)
      },
    ),
  )
}

const inRoom = (things: readonly Thing[], type: string | undefined): Thing[] =>
  things.filter(({ room }) => !type || room?.json.type === type)

/** An asked distance takes the place of the usual one. */
const gapRelations = new Set(['beside', 'near', 'far', 'in_front_of', 'behind', 'left_of', 'right_of'])

function relaxed(thing: Thing, target: Thing, { distance, relation }: Relation, held: Verdict): Verdict {
  if (!distance || !gapRelations.has(relation) || (relation !== 'near' && relation !== 'far')) return held
  const gap = gapBetween(thing, target)
  return isWithin(gap, distance) ? pass(`gap ${gap.toFixed(2)} m`) : held
}

function judgeDistance(thing: Thing, target: Thing, { distance }: Relation, held: Verdict): Verdict {
  if (!distance) return held
  const gap = gapBetween(thing, target)
  return isWithin(gap, distance)
    ? held
    : fail(`gap ${gap.toFixed(2)} m, asked ${distance.min ?? 0} … ${distance.max ?? '∞'}`)
}

export const isWithin = (value: number, { min = -Infinity, max = Infinity }: { min?: number; max?: number }): boolean =>
  value >= min - t.distanceSlack && value <= max + t.distanceSlack

/** How many of these the request counts: so many belong around. */
function askedCount({ what }: Relation, all: readonly Expectation[]): number {
  const key = describeWhat(what)
  const count = all.find((other) => other.type === 'count' && describeWhat(other.what) === key)
  return count?.type === 'count' ? (count.exact ?? count.min ?? 2) : 2
}

function judgeAround(things: readonly Thing[], target: Thing, asked: number, { distance }: Relation): Verdict {
  const gathered = things.filter((thing) => {
    const gap = gapBetween(thing, target)
    return thing.id !== target.id && (distance ? isWithin(gap, distance) : gap <= t.aroundGap)
  })
  const inward = gathered.filter((thing) => looksIn(thing, target))
  const needed = Math.max(2, asked)
  if (inward.length < needed)
    return fail(`${inward.length} of ${needed} are around it and face in (${gathered.length} are near)`)
  const angles = inward
    .map(({ x, y }) => (Math.atan2(y - target.y, x - target.x) * 180) / Math.PI)
    .sort((a, b) => a - b)
  const empty = Math.max(...angles.map((angle, i) => (i === 0 ? angle + 360 - angles.at(-1)! : angle - angles[i - 1]!)))
  const limit = inward.length === 2 ? t.aroundEmptyTwo : t.aroundEmpty + (inward.length === 3 ? 40 : 0)
  return empty <= limit ? pass(`${inward.length} around`) : fail(`all on one side: ${empty.toFixed(0)}° are empty`)
}

/** Faces in: to the middle, or straight at the nearest edge. Things without a front always do. */
function looksIn(thing: Thing, target: Thing): boolean {
  if (/stool|pouf|ottoman|cushion|bean_bag|plant|lamp/.test(thing.category)) return true
  return missAngle(thing, target) <= t.aroundAngle
}

function judgeFlanking(things: readonly Thing[], target: Thing): Verdict {
  const near = things
    .filter((thing) => thing.id !== target.id && gapBetween(thing, target) <= t.flankGap)
    .map((thing): Point2 => toFrame(target, [thing.x, thing.y]))
  const isAside = ([x, y]: Point2, half: number, reach: number, sign: number) =>
    x * sign >= half - 0.1 && Math.abs(y) <= reach + 0.4
  const across = [1, -1].every((sign) => near.some((at) => isAside(at, target.width / 2, target.depth / 2, sign)))
  if (across) return pass('one on either side')
  const along = [1, -1].every((sign) =>
    near.some(([x, y]) => isAside([y, x], target.depth / 2, target.width / 2, sign)),
  )
  const isTable = /table|rug|island/.test(target.category)
  return along && isTable
    ? pass('one at either end')
    : fail(`${near.length} within ${t.flankGap} m, not one on either side`)
}

function judgeBetween(model: Model, thing: Thing, targets: readonly Thing[], { and, to }: Relation): Verdict {
  const others = and ? selectTargets(model, and) : selectTargets(model, to)
  const pairs = targets.flatMap((b) => others.filter((c) => c.id !== b.id).map((c) => [b, c] as const))
  return quantify(
    pairs.filter((pair) => pair.every(({ id }) => id !== thing.id)),
    false,
    ([b, c]) => between(thing, b, c),
  )
}
