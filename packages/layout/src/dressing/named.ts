import type { ItemShape } from '@enfilade/critic'
import type { BriefObject, BriefRelation } from '../brief.ts'
import type { Placed } from '../placed.ts'
import { placedShape } from '../placed.ts'
import { ownThing } from '../programs/program.ts'
import { measureToBuilding } from '../relation.ts'
import { measureBetween } from '../relation-between.ts'
import { isBuildingRelation, relationWeight } from '../relation-cost.ts'
import { type Option, optionsFor } from './options.ts'
import type { Stage } from './stage.ts'

/** What a second thing on the same one of several targets costs, when they are to be dealt out. */
const SAME_TARGET = 3

/**
 * Sets down one named small thing where what was said of its place holds best, and else where such things usually are.
 *
 * @returns Undefined when there is no place for it at all.
 */
export const setNamed = (stage: Stage, object: BriefObject): Placed | undefined => {
  let best: { readonly option: Option; readonly cost: number } | undefined
  for (const option of optionsFor(stage, object)) {
    if (best && option.cost >= best.cost) continue
    const cost = option.cost + saidCost(stage, object, option)
    if (!best || cost < best.cost - 1e-9) best = { option, cost }
  }
  return best ? stage.add(best.option.thing) : undefined
}

/** Sets down one thing of the layout's own where such things usually are. */
export const setOwn = (
  stage: Stage,
  category: string,
  relations: readonly BriefRelation[] = [],
  most = Number.POSITIVE_INFINITY,
): Placed | undefined => {
  const object = ownThing(category, relations)
  let best: { readonly option: Option; readonly cost: number } | undefined
  for (const option of optionsFor(stage, object)) {
    if (option.cost > most || (best && option.cost >= best.cost)) continue
    const cost = option.cost + saidCost(stage, object, option)
    if (cost <= most && (!best || cost < best.cost - 1e-9)) best = { option, cost }
  }
  return best ? stage.add(best.option.thing) : undefined
}

const saidCost = (stage: Stage, object: BriefObject, { thing }: Option): number => {
  if (object.relations.length === 0) return 0
  const shape = placedShape({ ...thing, id: '' })
  let cost = 0
  for (const relation of object.relations) {
    if (isBuildingRelation(relation)) {
      cost += relationWeight(relation, measureToBuilding(stage.site, shape, relation))
      continue
    }
    const targets = stage.targets(relation.target)
    if (targets.length === 0) continue
    cost += targetCost(stage, object, relation, shape, targets)
  }
  return cost
}

const targetCost = (
  stage: Stage,
  object: BriefObject,
  relation: BriefRelation,
  shape: ItemShape,
  targets: readonly ItemShape[],
): number => {
  const view = stage.site.plan.doors[0]?.at
  const and = relation.and ? stage.targets(relation.and)[0] : targets[1]
  let best = Number.POSITIVE_INFINITY
  for (const target of relation.type === 'between' ? targets.slice(0, 1) : targets) {
    const measure = measureBetween(shape, relation, target, { and, view })
    best = Math.min(
      best,
      relationWeight(relation, measure) + (measure.miss <= 0.005 ? takenCost(stage, object, relation, target) : 0),
    )
  }
  return best
}

/** Others of the same name that have this target already. */
const takenCost = (stage: Stage, object: BriefObject, relation: BriefRelation, target: ItemShape): number => {
  if (object.count.min <= 1) return 0
  const view = stage.site.plan.doors[0]?.at
  const holders = stage.placed.filter(
    (thing) =>
      thing.object?.key === object.key && measureBetween(placedShape(thing), relation, target, { view }).miss <= 0.005,
  )
  return holders.length * (relation.each ? SAME_TARGET * 2 : SAME_TARGET)
}
