import { applyOperation, type Id, type Pose, type Scene, type SceneItem } from '@enfilade/scene'
import type { LayoutContext, LayoutResult, Text } from '../result.ts'
import { solve } from '../solve.ts'
import { kindName, meters } from '../words.ts'
import { clusterUnit, mainPose } from './cluster-unit.ts'
import { refused, siteOf } from './edit-frame.ts'
import { type Cluster, clusterOf, findItem } from './movable.ts'
import { moveOperation, wayBetween } from './move-cluster.ts'

/** Farther than this from the other's old place they have not changed places, metres. */
const SWAP_REACH = 1.2

/** Two things change places, each as near to where the other stood as its size allows. */
export const swapItems = (
  input: LayoutContext,
  scene: Scene,
  item: SceneItem,
  otherId: Id,
  request: string,
): LayoutResult => {
  const other = findItem(scene, otherId)
  if (!other)
    return refused(input, request, {
      en: `there is no item “${otherId}”: 0 found`,
      zh: `没有找到物品「${otherId}」：0 件`,
    })
  if (other.locked)
    return refused(input, request, { en: 'the other item is locked (1 lock set)', zh: '另一件物品已锁定（1 个锁）' })
  const clusters = [clusterOf(scene, item, true), clusterOf(scene, other, true)]
  const ids = new Set(clusters.flatMap((cluster) => [...cluster.ids]))
  const site = siteOf(scene, item, ids)
  if (!site)
    return refused(input, request, {
      en: 'they stand in no closed room: 0 rooms around them',
      zh: '它们不在封闭房间内：周围 0 个房间',
    })
  const units = clusters.map((cluster, index) => {
    const goal = clusters[1 - index]!.main.worldPose
    return clusterUnit(cluster, [], [], (candidate) => 4 * wayBetween(goal, mainPose(candidate, 0)))
  })
  const { solutions } = solve(site, units, { seed: input.seed, starts: 2, rounds: 20, shouldStop: input.shouldStop })
  const chosen = solutions[0]?.chosen ?? []
  const poses: (Pose | undefined)[] = clusters.map((cluster, index) => {
    const candidate = chosen[index]
    return candidate ? mainPose(candidate, cluster.main.worldPose.z) : undefined
  })
  const miss = clusters.map((_, index) =>
    poses[index] ? wayBetween(poses[index], clusters[1 - index]!.main.worldPose) : Number.POSITIVE_INFINITY,
  )
  const worst = Math.max(...miss)
  if (worst > SWAP_REACH) return refused(input, request, tooFar(clusters, miss))
  return finishSwap(input, clusters, poses as Pose[], request, worst)
}

const tooFar = (clusters: readonly Cluster[], miss: readonly number[]): Text => {
  const index = miss[0]! >= miss[1]! ? 0 : 1
  const name = kindName(clusters[index]!.main.category)
  const [width, depth] = clusters[index]!.main.size
  const distance: Text = Number.isFinite(miss[index]!)
    ? {
        en: `the nearest free place is ${meters(miss[index]!).en} off`,
        zh: `最近的空位相距 ${meters(miss[index]!).zh}`,
      }
    : { en: 'no place is free at all', zh: '没有任何空位' }
  return {
    en: `the ${name.en} needs ${meters(width).en} × ${meters(depth).en} where the other stands; ${distance.en}`,
    zh: `${name.zh}需要 ${meters(width).zh} × ${meters(depth).zh}，对方位置放不下；${distance.zh}`,
  }
}

const finishSwap = (
  input: LayoutContext,
  clusters: readonly Cluster[],
  poses: readonly Pose[],
  request: string,
  worst: number,
): LayoutResult => {
  const moves = Object.assign(
    {},
    ...clusters.map((cluster, index) => {
      const operation = moveOperation(cluster, poses[index]!)
      return operation.type === 'items-moved' ? operation.moves : {}
    }),
  )
  const result = applyOperation(input.document, { type: 'items-moved', moves }, { createId: input.createId })
  if (!result.ok) return refused(input, request, { en: result.message, zh: result.message })
  const [first, second] = clusters.map((cluster) => kindName(cluster.main.category))
  return {
    groups: [
      {
        id: 'swap',
        title: { en: `Swap ${first!.en} and ${second!.en}`, zh: `交换${first!.zh}与${second!.zh}` },
        reason: {
          en: `Each stands within ${meters(worst).en} of where the other stood. Nothing else moves.`,
          zh: `各自距对方原位不超过 ${meters(worst).zh}，其他物品不动。`,
        },
        measurements: [{ name: 'off_goal', value: Math.round(worst * 1000) / 1000, unit: 'm' }],
        items: clusters.flatMap((cluster) => [...cluster.ids]).sort(),
        change: result.change,
      },
    ],
    unmet: [],
    truncated: false,
  }
}
