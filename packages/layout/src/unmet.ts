import { findKind } from '@enfilade/catalogue'
import { barsWay, type ItemShape } from '@enfilade/critic'
import type { Unit } from './arrangement.ts'
import type { Brief, BriefObject, BriefRelation, RelationTarget } from './brief.ts'
import { spanAlong } from './dressing/stage.ts'
import type { Placed } from './placed.ts'
import { placedShape } from './placed.ts'
import { measureToBuilding } from './relation.ts'
import { measureBetween } from './relation-between.ts'
import { isBuildingRelation } from './relation-cost.ts'
import type { RelationMeasure } from './relation-measure.ts'
import type { Text, Unmet } from './result.ts'
import type { Site } from './site.ts'
import { sizeOptions } from './size-choice.ts'
import { createUnmet, meters, objectName } from './words.ts'

/** Longest stretch of wall with free floor `depth` metres deep before it. */
export const longestFreeStretch = (site: Site, shapes: readonly ItemShape[], depth: number): number => {
  let longest = 0
  for (const edge of site.edges) {
    const cuts: [number, number][] = edge.openings
      .filter(({ opening }) => opening.sill < 0.3)
      .map(({ from, to }) => [from, to])
    for (const shape of shapes) {
      if (!barsWay(shape)) continue
      const { box } = shape
      const away = (box.x - edge.a[0]) * edge.inward[0] + (box.y - edge.a[1]) * edge.inward[1]
      const reach =
        Math.abs(box.sin * edge.along[0] - box.cos * edge.along[1]) * box.halfDepth +
        Math.abs(box.cos * edge.along[0] + box.sin * edge.along[1]) * 0
      if (away - Math.max(reach, box.halfDepth, box.halfWidth) > depth || away < -0.1) continue
      const [low, high] = spanAlong(edge, box)
      if (high > 0 && low < edge.length) cuts.push([low, high])
    }
    cuts.sort((a, b) => a[0] - b[0])
    let from = 0
    for (const [low, high] of [...cuts, [edge.length, edge.length] as [number, number]]) {
      longest = Math.max(longest, Math.min(low, edge.length) - from)
      from = Math.max(from, high)
    }
  }
  return longest
}

/** Why an object found no place, with the numbers that decided it. */
export const explainNoPlace = (site: Site, shapes: readonly ItemShape[], object: BriefObject, count: number): Text => {
  const kind = findKind(object.category)
  const name = objectName(object)
  const sizes = sizeOptions(object.category, object)
  const least = sizes.at(-1)!
  const many: Text = count > 1 ? { en: `${count} of them: each`, zh: `缺 ${count} 件：每件` } : { en: 'it', zh: '它' }
  if (kind?.mount === 'surface') {
    return {
      en: `no free top of ${meters(least[0]).en} × ${meters(least[1]).en} to set ${count > 1 ? `${count} × ` : ''}the ${name.en} on`,
      zh: `没有 ${meters(least[0]).zh} × ${meters(least[1]).zh} 的空台面可放${name.zh}${count > 1 ? `（${count} 件）` : ''}`,
    }
  }
  if (kind?.mount === 'wall') {
    const free = longestFreeStretch(site, shapes, 0.1)
    return {
      en: `${many.en} needs ${meters(least[0]).en} of free wall; between openings and tall furniture ${meters(free).en} is the longest`,
      zh: `${many.zh}需要 ${meters(least[0]).zh} 的空墙面；门窗与高家具之间最长只有 ${meters(free).zh}`,
    }
  }
  const needed = Math.min(least[0], least[1])
  const width = kind?.wallAffinity === 'free' ? needed : least[0]
  const free = longestFreeStretch(site, shapes, least[1])
  if (free < width) {
    return {
      en: `${many.en} needs ${meters(width).en} of wall with ${meters(least[1]).en} of depth, the longest free is ${meters(free).en}`,
      zh: `${many.zh}需要 ${meters(width).zh} 长、${meters(least[1]).zh} 深的墙边，最长的空位只有 ${meters(free).zh}`,
    }
  }
  return {
    en: `${many.en} needs ${meters(least[0]).en} × ${meters(least[1]).en} and a way of ${meters(site.wayWidth).en}; every free place of that size (longest wall ${meters(free).en}) would block a door, a window or the way to something else`,
    zh: `${many.zh}需要 ${meters(least[0]).zh} × ${meters(least[1]).zh} 并留 ${meters(site.wayWidth).zh} 通道；现有空位（最长墙面 ${meters(free).zh}）会挡住门、窗或通道`,
  }
}

/** Named objects that are not there, or not as many. */
export const unmetCounts = (
  site: Site,
  shapes: readonly ItemShape[],
  brief: Brief,
  missing: ReadonlyMap<string, number>,
  language?: 'en' | 'zh',
): Unmet[] =>
  brief.objects.flatMap((object) => {
    const count = missing.get(object.key) ?? 0
    return count > 0 ? [createUnmet(object.words, explainNoPlace(site, shapes, object, count), language)] : []
  })

/** A relation that was said, and how it ended up. */
export type Judged = {
  readonly object: BriefObject
  readonly relation: BriefRelation
  readonly measure: RelationMeasure
}

/** Every relation that was said of things that are there, with its worst measure. */
export const judgeRelations = (site: Site, brief: Brief, placed: readonly Placed[]): Judged[] => {
  const shapes = new Map(placed.map((thing) => [thing.id, placedShape(thing)]))
  const of = (key: string): ItemShape[] =>
    placed.filter((thing) => thing.object?.key === key).map((thing) => shapes.get(thing.id)!)
  const find = (target: RelationTarget | undefined): ItemShape[] => {
    if (target?.kind === 'object') return of(target.key)
    if (target?.kind === 'item') return site.standing.filter((shape) => shape.id === target.id)
    if (target?.kind === 'category')
      return [...shapes.values(), ...site.standing].filter((shape) => shape.category === target.category)
    return []
  }
  return brief.objects.flatMap((object) =>
    object.relations.flatMap((relation): Judged[] => {
      if (relation.strength === 'wish') return []
      const subjects = of(object.key)
      if (subjects.length === 0) return []
      const measure = worstMeasure(site, subjects, relation, find(relation.target), find(relation.and)[0])
      return measure ? [{ object, relation, measure }] : []
    }),
  )
}

/** Farther than this from holding, a relation is told as unmet. */
export const TELL = 0.03

/** Relations that were said and do not hold in the end. */
export const unmetRelations = (judged: readonly Judged[], language?: 'en' | 'zh'): Unmet[] =>
  judged.flatMap(({ object, relation, measure }) =>
    measure.miss <= TELL
      ? []
      : [createUnmet(relation.words ?? object.words, explainRelation(object, relation, measure), language)],
  )

const worstMeasure = (
  site: Site,
  subjects: readonly ItemShape[],
  relation: BriefRelation,
  targets: readonly ItemShape[],
  and: ItemShape | undefined,
): RelationMeasure | undefined => {
  const view = site.plan.doors[0]?.at
  const measures = subjects.flatMap((subject): RelationMeasure[] => {
    if (isBuildingRelation(relation)) return [measureToBuilding(site, subject, relation)]
    const others = targets.filter((target) => target.id !== subject.id)
    if (others.length === 0) return []
    if (relation.type === 'between') {
      const second = and && and.id !== others[0]!.id ? and : others[1]
      return second ? [measureBetween(subject, relation, others[0]!, { and: second, view })] : []
    }
    return [
      others
        .map((target) => measureBetween(subject, relation, target, { view }))
        .reduce((a, b) => (b.miss < a.miss || (b.miss === a.miss && b.ideal < a.ideal) ? b : a)),
    ]
  })
  if (measures.length === 0) return undefined
  // "Two plants in the corners": every one counts; "chairs around": the worst is told.
  return measures.reduce((a, b) => (b.miss > a.miss ? b : a))
}

const explainRelation = (
  object: BriefObject,
  relation: BriefRelation,
  { measured, demanded, unit }: RelationMeasure,
): Text => {
  const name = objectName(object)
  const what = relationWords[relation.type] ?? { en: relation.type.replaceAll('_', ' '), zh: '位置关系' }
  const number = (value: number): Text =>
    unit === 'rad'
      ? { en: `${Math.round((value * 180) / Math.PI)}°`, zh: `${Math.round((value * 180) / Math.PI)}°` }
      : meters(value)
  if (!Number.isFinite(measured)) {
    return {
      en: `the ${name.en}: there is nothing in the room to be “${what.en}”`,
      zh: `${name.zh}：房间里没有可以“${what.zh}”的对象`,
    }
  }
  return {
    en: `the ${name.en} could not be placed “${relation.negated ? 'not ' : ''}${what.en}”: it measures ${number(measured).en} where ${number(demanded).en} counts`,
    zh: `${name.zh}无法做到“${relation.negated ? '不' : ''}${what.zh}”：实测 ${number(measured).zh}，要求 ${number(demanded).zh}`,
  }
}

const relationWords: { readonly [type: string]: Text } = {
  beside: { en: 'beside it', zh: '在旁边' },
  left_of: { en: 'left of it', zh: '在左侧' },
  right_of: { en: 'right of it', zh: '在右侧' },
  in_front_of: { en: 'in front of it', zh: '在前面' },
  behind: { en: 'behind it', zh: '在后面' },
  facing: { en: 'facing it', zh: '朝向' },
  opposite: { en: 'opposite it', zh: '在对面' },
  around: { en: 'around it', zh: '围绕' },
  on: { en: 'on it', zh: '放在上面' },
  inside: { en: 'inside it', zh: '放在里面' },
  under: { en: 'under it', zh: '在下面' },
  above: { en: 'above it', zh: '在上方' },
  between: { en: 'between them', zh: '在中间' },
  near: { en: 'near it', zh: '靠近' },
  far: { en: 'far from it', zh: '远离' },
  against_wall: { en: 'against the wall', zh: '靠墙' },
  in_corner: { en: 'in the corner', zh: '在角落' },
  centred: { en: 'in the middle of the room', zh: '在房间中央' },
  by_window: { en: 'by the window', zh: '靠窗' },
  under_window: { en: 'under the window', zh: '在窗下' },
  by_door: { en: 'by the door', zh: '靠门' },
  away_from_door: { en: 'away from the door', zh: '远离门' },
  away_from_window: { en: 'away from the window', zh: '远离窗' },
  away_from_wall: { en: 'off the wall', zh: '不靠墙' },
  flanking: { en: 'on either side of it', zh: '在两侧' },
  along: { en: 'along it', zh: '沿着' },
  centred_on: { en: 'centred on it', zh: '与之居中对齐' },
  parallel: { en: 'parallel to it', zh: '与之平行' },
  facing_away: { en: 'facing away from it', zh: '背向' },
  on_wall: { en: 'on the wall', zh: '挂在墙上' },
  hanging: { en: 'hanging from the ceiling', zh: '吊挂' },
  facing_window: { en: 'facing the window', zh: '朝窗' },
  facing_door: { en: 'facing the door', zh: '朝门' },
}

/** Named objects of units that found no place, by key. */
export const missingObjects = (units: readonly Unit[], isPlaced: (unit: number) => boolean): Map<string, number> => {
  const missing = new Map<string, number>()
  for (const [index, unit] of units.entries()) {
    if (isPlaced(index)) continue
    const first = unit.arrangements[0]
    for (const object of unit.objects) {
      const isIt = (other: BriefObject | undefined): boolean =>
        other?.key === object.key && other.instance === object.instance
      const count = first?.pieces.filter((piece) => isIt(piece.object)).length ?? 1
      missing.set(object.key, (missing.get(object.key) ?? 0) + Math.max(1, count))
    }
  }
  return missing
}
