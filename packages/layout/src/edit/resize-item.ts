import { findKind } from '@enfilade/catalogue'
import { type ItemShape, shapeItem } from '@enfilade/critic'
import {
  applyChange,
  applyOperation,
  type Change,
  emptyChange,
  type Id,
  mergeChanges,
  type Operation,
  type Pose,
  readScene,
  type SceneItem,
  type Size3,
} from '@enfilade/scene'
import { tidyPose } from '../placed.ts'
import type { LayoutResult, ResizeInput, Text } from '../result.ts'
import type { Site } from '../site.ts'
import { kindName, meters } from '../words.ts'
import { locate, refused, siteOf } from './edit-frame.ts'
import { type Cluster, clusterOf, findItem } from './movable.ts'
import { noRoom } from './move-item.ts'
import { findObstacle } from './obstacle.ts'
import { findWorsened } from './worsened.ts'

/** Factors tried for "bigger" and "smaller", the wished one first. */
const BIGGER = [1.2, 1.15, 1.1, 1.06]
const SMALLER = [0.83, 0.88, 0.92]
/** Back within this of a wall: the thing stands against it and grows away from it. */
const AGAINST = 0.12

/**
 * Gives one thing another size. Its back stays where it is when it stands against a wall; things beside it that belong
 * to it keep their gap; nothing else moves.
 */
export const resizeItem = (input: ResizeInput): LayoutResult => {
  const request = input.words ?? input.id
  const found = locate(input, input.id)
  if ('refusal' in found) return refused(input, request, found.refusal)
  const { scene, item } = found
  const cluster = clusterOf(scene, item, true)
  const site = siteOf(scene, item, cluster.ids)
  if (!site) return refused(input, request, noRoom)
  let refusal: Text | undefined
  for (const size of wantedSizes(item, input.size)) {
    const problem = sizeProblem(item, size)
    if (problem) {
      refusal ??= problem
      continue
    }
    const fit = fitSize(site, cluster, size)
    if ('obstacle' in fit) {
      refusal ??= withLargest(site, cluster, size, fit.obstacle)
      continue
    }
    const result = finish(input, cluster, size, fit, request)
    const change = result.groups[0]?.change
    const worsened = change ? findWorsened(input.document, scene, change, [site.room.id]) : undefined
    if (!worsened) return result
    refusal ??= worsened
  }
  return refused(
    input,
    request,
    refusal ?? { en: 'it already has that size (0 m of change)', zh: '尺寸已是如此（变化 0 米）' },
  )
}

const wantedSizes = (item: SceneItem, wish: ResizeInput['size']): Size3[] => {
  const scaled = (factor: number): Size3 => [round(item.size[0] * factor), round(item.size[1] * factor), item.size[2]]
  if ('factor' in wish)
    return [[round(item.size[0] * wish.factor), round(item.size[1] * wish.factor), round(item.size[2] * wish.factor)]]
  if (!('step' in wish)) {
    const size: Size3 = [wish.width ?? item.size[0], wish.depth ?? item.size[1], wish.height ?? item.size[2]]
    return size.every((value, axis) => Math.abs(value - item.size[axis]!) < 0.0005) ? [] : [size]
  }
  const kind = findKind(item.category)
  const isBigger = wish.step === 'bigger'
  const presets = (kind?.presets ?? [])
    .filter(
      (preset) =>
        !preset.shape && (isBigger ? preset.size[0] > item.size[0] + 0.02 : preset.size[0] < item.size[0] - 0.02),
    )
    .sort((a, b) => (isBigger ? a.size[0] - b.size[0] : b.size[0] - a.size[0]))
    .map((preset): Size3 => [preset.size[0], preset.size[1], item.size[2]])
  const clamp = (size: Size3): Size3 =>
    kind
      ? (size.map((value, axis) =>
          Math.min(Math.max(value, kind.size.min[axis]!), kind.size.max[axis]!),
        ) as unknown as Size3)
      : size
  const steps = (isBigger ? BIGGER : SMALLER).map((factor) => clamp(scaled(factor)))
  return [...presets.slice(0, 1), ...steps].filter(
    (size) => Math.abs(size[0] - item.size[0]) + Math.abs(size[1] - item.size[1]) > 0.01,
  )
}

const round = (value: number): number => Math.round(value * 1000) / 1000

/** Nothing can be made to less than a centimetre or more than 20 m, nor with a size that is no number. */
const sizeProblem = (item: SceneItem, size: Size3): Text | undefined => {
  const bad = size.find((value) => !(value >= 0.005 && value <= 20))
  if (bad === undefined) return undefined
  const name = kindName(item.category)
  return {
    en: `the ${name.en} cannot be ${Number(bad).toFixed(2)} m: 0.005 to 20 m are possible`,
    zh: `${name.zh}不能为 ${Number(bad).toFixed(2)} 米：允许 0.005 至 20 米`,
  }
}

type Fit = { readonly poses: ReadonlyMap<Id, Pose> } | { readonly obstacle: Text }

const fitSize = (site: Site, cluster: Cluster, size: Size3): Fit => {
  const { main, companions } = cluster
  const growth = size[1] - main.size[1]
  let obstacle: Text | undefined
  for (const anchor of isAgainstWall(site, main) ? ['back'] : ['middle', 'back', 'front']) {
    const shift = anchor === 'middle' ? 0 : anchor === 'back' ? -growth / 2 : growth / 2
    for (const aside of [0, (size[0] - main.size[0]) / 2, -(size[0] - main.size[0]) / 2]) {
      const poses = new Map<Id, Pose>()
      const pose = shifted(main.worldPose, aside, shift)
      poses.set(main.id, pose)
      for (const companion of companions) poses.set(companion.id, followed(main, size, pose, companion))
      const shapes: ItemShape[] = [main, ...companions].map((item) =>
        shapeItem({ ...item, size: item.id === main.id ? size : item.size, worldPose: poses.get(item.id)! }),
      )
      const found = findObstacle(site, shapes)
      if (!found) return { poses }
      obstacle ??= found
    }
  }
  return { obstacle: obstacle ?? { en: 'it does not fit', zh: '放不下' } }
}

const isAgainstWall = (site: Site, item: SceneItem): boolean => {
  const { x, y, yaw } = item.worldPose
  const [bx, by] = [x - Math.sin(yaw) * (item.size[1] / 2), y + Math.cos(yaw) * (item.size[1] / 2)]
  return site.edges.some((edge) => {
    const away = (bx - edge.a[0]) * edge.inward[0] + (by - edge.a[1]) * edge.inward[1]
    const s = (bx - edge.a[0]) * edge.along[0] + (by - edge.a[1]) * edge.along[1]
    return Math.abs(away) < AGAINST && s > -0.1 && s < edge.length + 0.1
  })
}

const shifted = (pose: Pose, x: number, y: number): Pose => {
  const cos = Math.cos(pose.yaw)
  const sin = Math.sin(pose.yaw)
  return tidyPose({ ...pose, x: pose.x + x * cos - y * sin, y: pose.y + x * sin + y * cos })
}

/** A companion keeps its gap to the side that it stands at. */
const followed = (main: SceneItem, size: Size3, to: Pose, companion: SceneItem): Pose => {
  const cos = Math.cos(main.worldPose.yaw)
  const sin = Math.sin(main.worldPose.yaw)
  const dx = companion.worldPose.x - main.worldPose.x
  const dy = companion.worldPose.y - main.worldPose.y
  let u = dx * cos + dy * sin
  let v = dy * cos - dx * sin
  const isFlat = companion.category === 'rug'
  if (!isFlat && Math.abs(u) > main.size[0] / 2) u += (Math.sign(u) * (size[0] - main.size[0])) / 2
  if (!isFlat && Math.abs(v) > main.size[1] / 2) v += (Math.sign(v) * (size[1] - main.size[1])) / 2
  else if (!isFlat) v += (size[1] - main.size[1]) / 2
  const pose = shifted({ ...to, z: companion.worldPose.z, yaw: main.worldPose.yaw }, u, v)
  return { ...pose, yaw: companion.worldPose.yaw }
}

/** Adds to an obstacle the largest size that would go. */
const withLargest = (site: Site, cluster: Cluster, size: Size3, obstacle: Text): Text => {
  const { main } = cluster
  let low = 0
  let high = 1
  const at = (share: number): Size3 =>
    main.size.map((value, axis) => value + (size[axis]! - value) * share) as unknown as Size3
  for (let step = 0; step < 12; step++) {
    const middle = (low + high) / 2
    if ('obstacle' in fitSize(site, cluster, at(middle))) high = middle
    else low = middle
  }
  const [width, depth] = at(low)
  return {
    en: `${obstacle.en}; ${meters(width).en} × ${meters(depth).en} is the most that fits, ${meters(size[0]).en} × ${meters(size[1]).en} was asked for`,
    zh: `${obstacle.zh}；最多可为 ${meters(width).zh} × ${meters(depth).zh}，要求 ${meters(size[0]).zh} × ${meters(size[1]).zh}`,
  }
}

const finish = (
  input: ResizeInput,
  cluster: Cluster,
  size: Size3,
  fit: { readonly poses: ReadonlyMap<Id, Pose> },
  request: string,
): LayoutResult => {
  const { main } = cluster
  const resized = applyOperation(
    input.document,
    { type: 'item-resized', id: main.id, size },
    { createId: input.createId },
  )
  if (!resized.ok) return refused(input, request, { en: resized.message, zh: resized.message })
  let document = applyChange(input.document, resized.change)
  let change: Change = mergeChanges(emptyChange, resized.change)
  const now = readScene(document)
  const moves: { [id: Id]: Pose } = {}
  for (const [id, pose] of fit.poses) {
    const item = findItem(now, id)
    if (
      item &&
      (Math.hypot(item.worldPose.x - pose.x, item.worldPose.y - pose.y) > 1e-6 || item.worldPose.yaw !== pose.yaw)
    )
      moves[id] = pose
  }
  Object.assign(moves, keptOnTop(main, size, now.items))
  if (Object.keys(moves).length > 0) {
    const operation: Operation = { type: 'items-moved', moves }
    const moved = applyOperation(document, operation, { createId: input.createId })
    if (!moved.ok) return refused(input, request, { en: moved.message, zh: moved.message })
    document = applyChange(document, moved.change)
    change = mergeChanges(change, moved.change)
  }
  const name = kindName(main.category)
  return {
    groups: [
      {
        id: 'resize',
        title: { en: `Resize the ${name.en}`, zh: `调整${name.zh}尺寸` },
        reason: {
          en: `${main.size[0].toFixed(2)} × ${main.size[1].toFixed(2)} × ${main.size[2].toFixed(2)} m becomes ${size[0].toFixed(2)} × ${size[1].toFixed(2)} × ${size[2].toFixed(2)} m; what belongs to it keeps its gap, nothing else moves.`,
          zh: `由 ${main.size[0].toFixed(2)} × ${main.size[1].toFixed(2)} × ${main.size[2].toFixed(2)} 米改为 ${size[0].toFixed(2)} × ${size[1].toFixed(2)} × ${size[2].toFixed(2)} 米；附属物保持间距，其他不动。`,
        },
        measurements: [
          { name: 'width', value: size[0], unit: 'm' },
          { name: 'depth', value: size[1], unit: 'm' },
          { name: 'height', value: size[2], unit: 'm' },
        ],
        items: [...new Set([main.id, ...Object.keys(moves)])].sort(),
        change,
      },
    ],
    unmet: [],
    truncated: false,
  }
}

/** What stands on a thing that got smaller moves in from the edge, no farther than it must. */
const keptOnTop = (main: SceneItem, size: Size3, items: readonly SceneItem[]): { [id: Id]: Pose } => {
  const moves: { [id: Id]: Pose } = {}
  const carrier = items.find((item) => item.id === main.id)
  if (!carrier) return moves
  const { x, y, yaw } = carrier.worldPose
  const cos = Math.cos(yaw)
  const sin = Math.sin(yaw)
  for (const item of items) {
    if (item.support.on !== 'item' || item.support.id !== main.id) continue
    const dx = item.worldPose.x - x
    const dy = item.worldPose.y - y
    const u = dx * cos + dy * sin
    const v = dy * cos - dx * sin
    const reach = Math.min(item.size[0], item.size[1]) / 2
    const limit = (half: number, value: number): number =>
      Math.max(-Math.max(0, half - reach), Math.min(Math.max(0, half - reach), value))
    const [nu, nv] = [limit(size[0] / 2, u), limit(size[1] / 2, v)]
    if (Math.hypot(nu - u, nv - v) < 1e-6) continue
    moves[item.id] = tidyPose({ ...item.worldPose, x: x + nu * cos - nv * sin, y: y + nu * sin + nv * cos })
  }
  return moves
}
