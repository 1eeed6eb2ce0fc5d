import type { ItemShape } from '@enfilade/critic'
import type { Piece, Unit } from './arrangement.ts'
import { type BriefObject, type BriefRelation, buildingRelations, type RelationTarget } from './brief.ts'
import type { Candidate } from './candidate.ts'
import { measureBetween, measureToBuilding, type RelationMeasure } from './relation.ts'
import type { Site } from './site.ts'

const MUST = { step: 2.5, slope: 3, limit: 3 } as const
const WISH = { step: 0.4, slope: 0.8, limit: 1 } as const

const toBuildingTypes: ReadonlySet<string> = new Set(buildingRelations)

/** Relations that small things settle when they are set down, not the solver. */
const later: ReadonlySet<string> = new Set(['on', 'above', 'inside', 'on_wall', 'hanging', 'under'])

export const isBuildingRelation = (relation: BriefRelation): boolean =>
  relation.target?.kind === 'building' || (toBuildingTypes.has(relation.type) && relation.target === undefined)

export const relationWeight = (relation: BriefRelation, measure: RelationMeasure): number => {
  if (measure.miss <= 0.005) return 0
  const { step, slope, limit } = relation.strength === 'wish' ? WISH : MUST
  return step + slope * Math.min(limit, measure.miss)
}

/** Prices of what was said about places, ready to be asked for many candidates. */
export type RelationBook = {
  /** Relations to the building and to what already stands. */
  readonly alone: (candidate: Candidate) => number
  readonly together: (a: Candidate, b: Candidate) => number
}

/** Solid pieces and their shapes run in step: both skip what takes no floor. */
const shapesOf = (candidate: Candidate, test: (piece: Piece) => boolean): ItemShape[] => {
  const found: ItemShape[] = []
  let index = 0
  for (const piece of candidate.arrangement.pieces) {
    if (piece.isLight) continue
    if (test(piece)) found.push(candidate.shapes[index]!)
    index++
  }
  return found
}

const ofObject = (key: string) => (piece: Piece) => piece.object?.key === key

const matches = (target: RelationTarget) => (piece: Piece) =>
  target.kind === 'object'
    ? piece.object?.key === target.key
    : target.kind === 'category' && piece.category === target.category

export const createRelationBook = (site: Site, units: readonly Unit[]): RelationBook => {
  const objects = units.flatMap((unit, index) => unit.objects.map((object) => ({ object, unit: index })))
  const between: { object: BriefObject; relation: BriefRelation; from: number }[] = []
  for (const { object, unit } of objects) {
    for (const relation of object.relations) {
      if (!later.has(relation.type) && relation.target && relation.target.kind !== 'building') {
        between.push({ object, relation, from: unit })
      }
    }
  }
  const alone = (candidate: Candidate): number => {
    let cost = 0
    for (const object of units[candidate.unit]!.objects) {
      const subjects = shapesOf(candidate, ofObject(object.key))
      if (subjects.length === 0) continue
      for (const relation of object.relations) {
        if (later.has(relation.type)) continue
        cost += isBuildingRelation(relation)
          ? mean(subjects, (shape) => relationWeight(relation, measureToBuilding(site, shape, relation)))
          : standingCost(site, subjects, relation)
      }
    }
    return cost
  }
  const together = (a: Candidate, b: Candidate): number => {
    let cost = 0
    for (const { object, relation, from } of between) {
      const [source, other] = from === a.unit ? [a, b] : from === b.unit ? [b, a] : [undefined, undefined]
      if (!source || !other) continue
      const subjects = shapesOf(source, ofObject(object.key))
      if (subjects.length === 0) continue
      const targets = shapesOf(other, matches(relation.target!))
      if (targets.length === 0) continue
      const second = relation.and ? shapesOf(other, matches(relation.and))[0] : undefined
      cost += mean(subjects, (shape) => relationWeight(relation, nearestMeasure(shape, relation, targets, second)))
    }
    return cost
  }
  return { alone, together: between.length > 0 ? together : () => 0 }
}

const mean = (shapes: readonly ItemShape[], price: (shape: ItemShape) => number): number =>
  shapes.reduce((sum, shape) => sum + price(shape), 0) / shapes.length

const nearestMeasure = (
  subject: ItemShape,
  relation: BriefRelation,
  targets: readonly ItemShape[],
  and?: ItemShape,
): RelationMeasure =>
  targets
    .map((target) => measureBetween(subject, relation, target, and))
    .reduce((best, measure) => (measure.miss < best.miss ? measure : best))

const standingCost = (site: Site, subjects: readonly ItemShape[], relation: BriefRelation): number => {
  const { target } = relation
  const targets = site.standing.filter((shape) =>
    target?.kind === 'item'
      ? shape.id === target.id
      : target?.kind === 'category' && shape.category === target.category,
  )
  if (targets.length === 0) return 0
  const and =
    relation.and?.kind === 'item'
      ? site.standing.find((shape) => shape.id === (relation.and as { id: string }).id)
      : undefined
  return mean(subjects, (shape) => relationWeight(relation, nearestMeasure(shape, relation, targets, and)))
}
