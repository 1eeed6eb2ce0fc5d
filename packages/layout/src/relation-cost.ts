import type { ItemShape } from '@enfilade/critic'
import type { Piece, Unit } from './arrangement.ts'
import { type BriefObject, type BriefRelation, buildingRelations, type RelationTarget } from './brief.ts'
import type { Candidate } from './candidate.ts'
import { measureToBuilding } from './relation.ts'
import { measureBetween } from './relation-between.ts'
import type { RelationMeasure } from './relation-measure.ts'
import type { Site } from './site.ts'

const MUST = { step: 10, slope: 4, limit: 3, ideal: 0.5, idealSlope: 2.5 } as const
const WISH = { step: 0.4, slope: 0.8, limit: 1, ideal: 0, idealSlope: 0.3 } as const

const toBuildingTypes: ReadonlySet<string> = new Set(buildingRelations)

/** Relations that small things settle when they are set down, not the solver. */
const later: ReadonlySet<string> = new Set(['on', 'above', 'inside', 'on_wall', 'hanging', 'under'])

export const isBuildingRelation = (relation: BriefRelation): boolean =>
  relation.target?.kind === 'building' || (toBuildingTypes.has(relation.type) && relation.target === undefined)

export const relationWeight = (relation: BriefRelation, measure: RelationMeasure): number => {
  const { step, slope, limit, ideal, idealSlope } = relation.strength === 'wish' ? WISH : MUST
  const missed = measure.miss > 0.005 ? step + slope * Math.min(limit, measure.miss) : 0
  const uneasy = measure.ideal > 0.005 ? ideal + idealSlope * Math.min(1.5, measure.ideal) : 0
  return missed + uneasy
}

/** A relation of one unit's thing to things of other units. */
export type RelationLink = {
  readonly object: BriefObject
  readonly relation: BriefRelation
  readonly from: number
  /** Units that may hold the target, and the second one. */
  readonly to: readonly number[]
  readonly and: readonly number[]
  readonly isTarget: (piece: Piece) => boolean
  readonly isSecond: ((piece: Piece) => boolean) | undefined
}

/** Prices of what was said about places, ready to be asked for many candidates. */
export type RelationBook = {
  /** Relations to the building, to what already stands, and within the candidate. */
  readonly alone: (candidate: Candidate) => number
  /** Relations between things of two units. */
  readonly together: (a: Candidate, b: Candidate) => number
  /** Relations that need more than two units to be judged. */
  readonly wide: readonly RelationLink[]
  readonly wideCost: (link: RelationLink, at: (unit: number) => Candidate | undefined) => number
  /** All links between units. */
  readonly links: readonly RelationLink[]
  /** Per unit, those that it has a pair price with. */
  readonly linked: readonly ReadonlySet<number>[]
}

/** Solid pieces and their shapes run in step: both skip what takes no floor. */
export const shapesOf = (candidate: Candidate, test: (piece: Piece) => boolean): ItemShape[] => {
  const found: ItemShape[] = []
  let index = 0
  for (const piece of candidate.arrangement.pieces) {
    if (piece.isLight) continue
    if (test(piece)) found.push(candidate.shapes[index]!)
    index++
  }
  return found
}

const isSame = (object: BriefObject) => (piece: Piece) =>
  piece.object?.key === object.key && (object.instance === undefined || piece.object.instance === object.instance)

const matcher =
  (target: RelationTarget, instance: number | undefined) =>
  (piece: Piece): boolean =>
    target.kind === 'object'
      ? piece.object?.key === target.key &&
        (instance === undefined || piece.object.instance === undefined || piece.object.instance === instance)
      : target.kind === 'category' && piece.category === target.category

export const createRelationBook = (site: Site, units: readonly Unit[], view = site.plan.doors[0]?.at): RelationBook => {
  const links = units.flatMap((unit, from) => unit.objects.flatMap((object) => linksOf(site, units, object, from)))
  const inside = links.filter((link) => link.to.includes(link.from))
  const outside = links.filter((link) => link.to.some((unit) => unit !== link.from))
  const pairs = outside.filter((link) => link.to.length === 1 && link.and.length === 0)
  const wide = outside.filter((link) => !pairs.includes(link))
  const price = (link: RelationLink, subjects: readonly ItemShape[], targets: readonly ItemShape[], and?: ItemShape) =>
    mean(subjects, (shape) => relationWeight(link.relation, nearestMeasure(shape, link.relation, targets, and, view)))
  const alone = (candidate: Candidate): number => {
    let cost = 0
    for (const object of units[candidate.unit]!.objects) {
      const subjects = shapesOf(candidate, isSame(object))
      if (subjects.length === 0) continue
      for (const relation of object.relations) {
        if (later.has(relation.type)) continue
        cost += isBuildingRelation(relation)
          ? mean(subjects, (shape) => relationWeight(relation, measureToBuilding(site, shape, relation)))
          : standingCost(site, subjects, relation)
      }
    }
    for (const link of inside) {
      if (link.from !== candidate.unit) continue
      const subjects = shapesOf(candidate, isSame(link.object))
      const targets = shapesOf(candidate, link.isTarget)
      if (subjects.length === 0 || targets.length === 0) continue
      const second = secondOf(link, targets, candidate)
      if (link.relation.type === 'between' && !second) continue
      if (link.relation.type === 'flanking' && subjects.length > 1) cost += flankCost(link, subjects, targets[0]!)
      cost += price(link, subjects, targets, second)
    }
    return cost
  }
  const together = (a: Candidate, b: Candidate): number => {
    let cost = 0
    for (const link of pairs) {
      const to = link.to[0]!
      const [source, other] =
        link.from === a.unit && to === b.unit ? [a, b] : link.from === b.unit && to === a.unit ? [b, a] : []
      if (!source || !other) continue
      const subjects = shapesOf(source, isSame(link.object))
      const targets = shapesOf(other, link.isTarget)
      if (subjects.length === 0 || targets.length === 0) continue
      const second = secondOf(link, targets, other)
      if (link.relation.type === 'between' && !second) continue
      cost += price(link, subjects, targets, second)
    }
    return cost
  }
  const wideCost = (link: RelationLink, at: (unit: number) => Candidate | undefined): number => {
    const source = at(link.from)
    if (!source) return 0
    const subjects = shapesOf(source, isSame(link.object))
    if (subjects.length === 0) return 0
    const targets = shapesIn(link.to, at, link.isTarget)
    if (targets.length === 0) return 0
    if (link.relation.type !== 'between') return price(link, subjects, targets)
    const second = link.isSecond ? shapesIn(link.and, at, link.isSecond)[0] : targets[1]
    return second ? price(link, subjects, targets.slice(0, 1), second) : 0
  }
  const linked = units.map(() => new Set<number>())
  for (const { from, to } of pairs) {
    linked[from]!.add(to[0]!)
    linked[to[0]!]!.add(from)
  }
  return { alone, together, wide, wideCost, links: outside, linked }
}

const shapesIn = (
  units: readonly number[],
  at: (unit: number) => Candidate | undefined,
  test: (piece: Piece) => boolean,
): ItemShape[] =>
  units.flatMap((unit) => {
    const candidate = at(unit)
    return candidate ? shapesOf(candidate, test) : []
  })

/** The other end of `between` when one candidate holds both. */
const secondOf = (link: RelationLink, targets: readonly ItemShape[], holder: Candidate): ItemShape | undefined => {
  if (link.relation.type !== 'between') return undefined
  return link.isSecond ? shapesOf(holder, link.isSecond)[0] : targets[1]
}

/** Two things that flank a third stand on different sides of it. */
const flankCost = (link: RelationLink, [a, b]: readonly ItemShape[], target: ItemShape): number => {
  const side = ({ box }: ItemShape): number =>
    (box.x - target.box.x) * target.box.cos + (box.y - target.box.y) * target.box.sin
  return side(a!) * side(b!) < 0
    ? 0
    : relationWeight(link.relation, { miss: 1, ideal: 1, measured: 1, demanded: 0, unit: 'm' })
}

/** Relations that every one of several targets must keep, rather than the nearest one. */
const locates: ReadonlySet<string> = new Set([
  'beside',
  'near',
  'left_of',
  'right_of',
  'in_front_of',
  'behind',
  'along',
  'around',
  'centred_on',
  'flanking',
])

const linksOf = (site: Site, units: readonly Unit[], object: BriefObject, from: number): RelationLink[] =>
  object.relations.flatMap((relation): RelationLink[] => {
    const { target, and } = relation
    if (later.has(relation.type) || !target || isBuildingRelation(relation)) return []
    if (target.kind === 'item') return []
    if (target.kind === 'category' && site.standing.some((shape) => shape.category === target.category)) return []
    const hasTwo = and !== undefined && !isSameTarget(target, and)
    const count = instancesOf(units, target)
    const isTwin = target.kind === 'object' && target.key === object.key
    // Things that refer to their own kind make a row: each to the one before it.
    if (isTwin && (object.instance === undefined || object.instance === 0)) return []
    // Several of several are dealt out: the first to the first.
    const mine = isTwin
      ? object.instance! - 1
      : object.instance !== undefined && count > 1 && locates.has(relation.type)
        ? object.instance % count
        : undefined
    const isTarget = matcher(target, mine)
    const isSecond = hasTwo ? matcher(and, undefined) : undefined
    const to = unitsWith(units, target, isTarget)
    const ends = hasTwo ? unitsWith(units, and, isSecond!) : []
    return to.length === 0 ? [] : [{ object, relation, from, to, and: ends, isTarget, isSecond }]
  })

const isSameTarget = (a: RelationTarget, b: RelationTarget): boolean => JSON.stringify(a) === JSON.stringify(b)

/** How many pieces of a named object are told apart. */
const instancesOf = (units: readonly Unit[], target: RelationTarget): number => {
  if (target.kind !== 'object') return 1
  const seen = new Set<number>()
  for (const unit of units)
    for (const { key, instance } of unit.objects) if (key === target.key && instance !== undefined) seen.add(instance)
  return Math.max(1, seen.size)
}

const unitsWith = (units: readonly Unit[], target: RelationTarget, test: (piece: Piece) => boolean): number[] =>
  units.flatMap((unit, index) => {
    const isNamed =
      target.kind === 'object' && unit.objects.some((object) => test({ category: object.category, object } as Piece))
    const holds = unit.arrangements.some((arrangement) => arrangement.pieces.some(test))
    return isNamed ||
      holds ||
      (target.kind === 'category' && unit.expand !== undefined && unit.arrangements.length === 0)
      ? [index]
      : []
  })

const mean = (shapes: readonly ItemShape[], price: (shape: ItemShape) => number): number =>
  shapes.reduce((sum, shape) => sum + price(shape), 0) / shapes.length

const nearestMeasure = (
  subject: ItemShape,
  relation: BriefRelation,
  targets: readonly ItemShape[],
  and: ItemShape | undefined,
  view: readonly [number, number] | undefined,
): RelationMeasure =>
  targets
    .map((target) => measureBetween(subject, relation, target, { and, view }))
    .reduce((best, measure) =>
      measure.miss < best.miss || (measure.miss === best.miss && measure.ideal < best.ideal) ? measure : best,
    )

const standingCost = (site: Site, subjects: readonly ItemShape[], relation: BriefRelation): number => {
  const { target } = relation
  const targets = standingTargets(site, target)
  if (targets.length === 0) return 0
  const and = relation.and ? standingTargets(site, relation.and)[0] : targets[1]
  const view = site.plan.doors[0]?.at
  return mean(subjects, (shape) => relationWeight(relation, nearestMeasure(shape, relation, targets, and, view)))
}

/** Things already there that a target means. */
export const standingTargets = (site: Site, target: RelationTarget | undefined): ItemShape[] =>
  site.standing.filter((shape) =>
    target?.kind === 'item'
      ? shape.id === target.id
      : target?.kind === 'category' && shape.category === target.category,
  )
