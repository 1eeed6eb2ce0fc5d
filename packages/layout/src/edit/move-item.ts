import { type ItemShape, shapeItem } from '@enfilade/critic'
import type { Id, Pose, Scene, SceneItem } from '@enfilade/scene'
import type { BriefRelation } from '../brief.ts'
import { measureToBuilding } from '../relation.ts'
import { measureBetween } from '../relation-between.ts'
import { isBuildingRelation } from '../relation-cost.ts'
import type { RelationMeasure } from '../relation-measure.ts'
import type { LayoutContext, LayoutResult, MoveInput, Text } from '../result.ts'
import { createSite, type Site } from '../site.ts'
import { solve } from '../solve.ts'
import { createUnmet, kindName, meters } from '../words.ts'
import { clusterUnit, mainPose } from './cluster-unit.ts'
import { locate, refused, siteOf, tryOperation } from './edit-frame.ts'
import { type Cluster, clusterOf } from './movable.ts'
import { clusterShapes, moveOperation, wayBetween } from './move-cluster.ts'
import { findObstacle } from './obstacle.ts'
import { swapItems } from './swap-items.ts'
import { findWorsened } from './worsened.ts'

/**
 * Moves one thing, with what stands on it and belongs to it, to where was asked. Nothing else moves; when there is no
 * such place, nothing moves at all and the reason has its number.
 */
export const moveItem = (input: MoveInput): LayoutResult => {
  const request = input.words ?? input.id
  const found = locate(input, input.id)
  if ('refusal' in found) return refused(input, request, found.refusal)
  const { scene, item } = found
  const { to } = input
  if ('swapWith' in to) return swapItems(input, scene, item, to.swapWith, request)
  if ('relations' in to) return moveByRelations(input, scene, item, to.relations, request)
  if ('room' in to) return moveToRoom(input, scene, item, to.room, request)
  const cluster = clusterOf(scene, item, true)
  const site = siteOf(scene, item, cluster.ids)
  if (!site) return refused(input, request, noRoom)
  if ('to' in to) {
    const pose = { ...item.worldPose, x: to.to[0], y: to.to[1], yaw: to.yaw ?? item.worldPose.yaw }
    return moveTo(input, scene, site, cluster, pose, request)
  }
  const [dx, dy, dz] = directionOf(item, to.direction)
  const at = (distance: number): Pose => ({
    ...item.worldPose,
    x: item.worldPose.x + dx * distance,
    y: item.worldPose.y + dy * distance,
    z: item.worldPose.z + dz * distance,
  })
  const problemAt = (distance: number): Text | undefined => problemOf(input, scene, site, cluster, at(distance))
  const obstacle = problemAt(to.distance)
  if (!obstacle) return finishMove(input, cluster, at(to.distance), request)
  const far = farthest(problemAt, to.distance)
  return refused(input, request, {
    en: `${obstacle.en}; that way it can go ${meters(far).en}`,
    zh: `${obstacle.zh}；该方向最多可移动 ${meters(far).zh}`,
  })
}

export const noRoom: Text = {
  en: 'it stands in no closed room: 0 rooms around it',
  zh: '它不在任何封闭房间内：周围 0 个房间',
}

const directionOf = (item: SceneItem, direction: string): readonly [number, number, number] => {
  const { yaw } = item.worldPose
  const front: readonly [number, number] = [Math.sin(yaw), -Math.cos(yaw)]
  switch (direction) {
    case 'forward':
      return [front[0], front[1], 0]
    case 'back':
      return [-front[0], -front[1], 0]
    // As seen by somebody who looks at its front: left is its local −x.
    case 'left':
      return [-Math.cos(yaw), -Math.sin(yaw), 0]
    case 'right':
      return [Math.cos(yaw), Math.sin(yaw), 0]
    case 'north':
      return [0, 1, 0]
    case 'south':
      return [0, -1, 0]
    case 'east':
      return [1, 0, 0]
    case 'west':
      return [-1, 0, 0]
    case 'up':
      return [0, 0, 1]
    default:
      return [0, 0, -1]
  }
}

/** How far along a direction the cluster can go before something is wrong, to the centimetre. */
const farthest = (problemAt: (distance: number) => Text | undefined, limit: number): number => {
  let low = 0
  let high = limit
  while (high - low > 0.01) {
    const middle = (low + high) / 2
    if (problemAt(middle)) high = middle
    else low = middle
  }
  return low
}

/** What is wrong with the cluster at a pose: something in the way, or something else that can no longer be used. */
export const problemOf = (
  input: LayoutContext,
  scene: Scene,
  site: Site,
  cluster: Cluster,
  pose: Pose,
): Text | undefined => {
  const obstacle = findObstacle(site, clusterShapes(cluster, pose))
  if (obstacle) return obstacle
  const change = tryOperation(input, moveOperation(cluster, pose))
  return 'en' in change ? change : findWorsened(input.document, scene, change, [site.room.id])
}

const moveTo = (
  input: LayoutContext,
  scene: Scene,
  site: Site,
  cluster: Cluster,
  pose: Pose,
  request: string,
): LayoutResult => {
  const problem = problemOf(input, scene, site, cluster, pose)
  return problem ? refused(input, request, problem) : finishMove(input, cluster, pose, request)
}

/** The proposal of a move that was found to be possible. */
export const finishMove = (
  input: LayoutContext,
  cluster: Cluster,
  pose: Pose,
  request: string,
  extra?: { reason: Text; measure: RelationMeasure },
): LayoutResult => {
  const change = tryOperation(input, moveOperation(cluster, pose))
  if ('en' in change) return refused(input, request, change)
  const way = wayBetween(cluster.main.worldPose, pose)
  const name = kindName(cluster.main.category)
  const along = cluster.ids.size - 1
  const ids: Id[] = [...cluster.ids]
  return {
    groups: [
      {
        id: 'move',
        title: { en: `Move the ${name.en}`, zh: `移动${name.zh}` },
        reason: {
          en: `Moved ${meters(way).en}${along > 0 ? `, with ${along} that belong to it` : ''}${extra ? `; ${extra.reason.en}` : ''}. Nothing else moves.`,
          zh: `移动 ${meters(way).zh}${along > 0 ? `，连同 ${along} 件附属物` : ''}${extra ? `；${extra.reason.zh}` : ''}。其他物品不动。`,
        },
        measurements: [
          { name: 'moved', value: Math.round(way * 1000) / 1000, unit: 'm' },
          ...(extra && Number.isFinite(extra.measure.measured)
            ? [{ name: 'measured', value: Math.round(extra.measure.measured * 1000) / 1000, unit: extra.measure.unit }]
            : []),
        ],
        items: ids.sort(),
        change,
      },
    ],
    unmet: [],
    truncated: false,
  }
}

const moveByRelations = (
  input: MoveInput,
  scene: Scene,
  item: SceneItem,
  relations: readonly BriefRelation[],
  request: string,
): LayoutResult => {
  const there = alreadyThere(scene, item, relations)
  if (there)
    return { groups: [], unmet: [{ ...createUnmet(request, there, input.language), isMet: true }], truncated: false }
  let refusal: Text | undefined
  // With its companions first; alone when they find no room there.
  for (const withCompanions of [true, false]) {
    const cluster = clusterOf(scene, item, withCompanions)
    if (!withCompanions && clusterOf(scene, item, true).companions.length === 0) break
    const site = siteOf(scene, item, cluster.ids)
    if (!site) return refused(input, request, noRoom)
    const best = findPlace(input, site, cluster, relations)
    if (best && 'pose' in best) return finishMove(input, cluster, best.pose, request, best)
    refusal ??= best?.refusal
  }
  return refused(input, request, refusal ?? noPlace(item))
}

/** The sentence for a thing that stands as asked already. */
const alreadyThere = (scene: Scene, item: SceneItem, relations: readonly BriefRelation[]): Text | undefined => {
  const site = siteOf(scene, item, new Set([item.id]))
  if (!site) return undefined
  const measures = relations.map((relation) => measureRelation(site, shapeItem(item), relation))
  if (measures.length === 0 || measures.some((measure) => !measure || measure.miss > 0.01)) return undefined
  const { measured, demanded, unit } = measures[0]!
  const [is, counts] =
    unit === 'rad'
      ? [`${degrees(measured)}°`, `${degrees(demanded)}°`]
      : [`${measured.toFixed(2)} m`, `${demanded.toFixed(2)} m`]
  return {
    en: `it is there already: it measures ${is}, ${counts} counts as there`,
    zh: `已经在那里：现为 ${is}，${counts} 即算到位`,
  }
}

const noPlace = (item: SceneItem): Text => {
  const name = kindName(item.category)
  const [width, depth] = item.size
  return {
    en: `no free place of ${meters(width).en} × ${meters(depth).en} for the ${name.en} there that leaves doors and ways open`,
    zh: `那里没有 ${meters(width).zh} × ${meters(depth).zh} 的空位可放${name.zh}而不挡门和通道`,
  }
}

type Found =
  | { readonly pose: Pose; readonly reason: Text; readonly measure: RelationMeasure }
  | { readonly refusal: Text }

const findPlace = (
  input: LayoutContext,
  site: Site,
  cluster: Cluster,
  relations: readonly BriefRelation[],
): Found | undefined => {
  const { main } = cluster
  const targets = relations.flatMap((relation) => targetShapes(site, relation))
  for (const relation of relations) {
    const isLost = relation.target && relation.target.kind !== 'building' && targetShapes(site, relation).length === 0
    if (isLost)
      return {
        refusal: { en: 'there is nothing of that kind in the room: 0 found', zh: '房间里没有所指的物品：找到 0 件' },
      }
  }
  // Near where it was, all else equal: a person looks for it there.
  const unit = clusterUnit(cluster, relations, targets, (candidate) => {
    const pose = mainPose(candidate, main.worldPose.z)
    const isBarred =
      cluster.carried.length > 0 && findObstacle(site, clusterShapes(cluster, pose).filter(isCarried)) !== undefined
    return isBarred ? Number.POSITIVE_INFINITY : wayBetween(main.worldPose, pose) * 0.05
  })
  const { solutions } = solve(site, [unit], { seed: input.seed, starts: 1, rounds: 0, shouldStop: input.shouldStop })
  const candidate = solutions[0]?.chosen[0]
  if (!candidate) return undefined
  const pose = mainPose(candidate, main.worldPose.z)
  const subject = shapeItem({ ...main, worldPose: pose })
  let worst: RelationMeasure | undefined
  for (const relation of relations) {
    const measure = measureRelation(site, subject, relation)
    if (measure && (!worst || measure.miss > worst.miss)) worst = measure
  }
  const measure = worst ?? { miss: 0, ideal: 0, measured: 0, demanded: 0, unit: 'm' }
  const number = (value: number): Text =>
    measure.unit === 'rad' ? { en: `${degrees(value)}°`, zh: `${degrees(value)}°` } : meters(value)
  if (measure.miss > 0.05) {
    return {
      refusal: {
        en: `the nearest possible place measures ${number(measure.measured).en} where ${number(measure.demanded).en} was asked for`,
        zh: `最接近的可行位置为 ${number(measure.measured).zh}，要求 ${number(measure.demanded).zh}`,
      },
    }
  }
  return {
    pose,
    measure,
    reason: {
      en: `it now measures ${number(measure.measured).en}, ${number(measure.demanded).en} counts as there`,
      zh: `现为 ${number(measure.measured).zh}，${number(measure.demanded).zh} 以内即算到位`,
    },
  }
}

const isCarried = (shape: ItemShape): boolean => shape.role === 'carried'

const degrees = (angle: number): number => Math.round((angle * 180) / Math.PI)

/** Standing things that a relation points to. */
export const targetShapes = (site: Site, { target, and }: BriefRelation): ItemShape[] =>
  [target, and].flatMap((end) => {
    if (end?.kind === 'item') return site.standing.filter((shape) => shape.id === end.id)
    if (end?.kind === 'category') return site.standing.filter((shape) => shape.category === end.category)
    return []
  })

const measureRelation = (site: Site, subject: ItemShape, relation: BriefRelation): RelationMeasure | undefined => {
  if (isBuildingRelation(relation)) return measureToBuilding(site, subject, relation)
  const [first, ...rest] = targetShapes(site, relation)
  if (!first) return undefined
  if (relation.type === 'between') return measureBetween(subject, relation, first, { and: rest[0] })
  return [first, ...rest]
    .map((target) => measureBetween(subject, relation, target))
    .reduce((a, b) => (b.miss < a.miss ? b : a))
}

const moveToRoom = (input: MoveInput, scene: Scene, item: SceneItem, roomId: Id, request: string): LayoutResult => {
  const room = scene.rooms.find((entry) => entry.id === roomId)
  if (!room || room.level !== item.level) {
    return refused(input, request, {
      en: `there is no room “${roomId}” on its level: 0 found`,
      zh: `该楼层没有房间「${roomId}」：找到 0 个`,
    })
  }
  const cluster = clusterOf(scene, item, true)
  const site = createSite(scene, room, cluster.ids, 0.6)
  const found = findPlace(input, site, cluster, [])
  if (found && 'pose' in found) return finishMove(input, cluster, found.pose, request)
  return refused(input, request, found?.refusal ?? noPlace(item))
}
