import { shapeItem } from '@enfilade/critic'
import { closestPointOnSegment } from '@enfilade/geometry'
import type { Point2, Pose, Scene, SceneItem } from '@enfilade/scene'
import type { BriefRelation } from '../brief.ts'
import { targetEdges } from '../building-parts.ts'
import type { LayoutResult, RotateInput, Text } from '../result.ts'
import type { Site } from '../site.ts'
import { locate, refused, siteOf } from './edit-frame.ts'
import { type Cluster, clusterOf } from './movable.ts'
import { finishMove, noRoom, problemOf, targetShapes } from './move-item.ts'

/** Steps aside that a turn may take to fit, metres: nearer ones first. */
const ASIDE = [0, 0.03, 0.06, 0.1, 0.15, 0.2, 0.3, 0.4]

/** Turns one thing on its spot, stepping aside by up to 0.4 m where it must. Nothing else moves. */
export const rotateItem = (input: RotateInput): LayoutResult => {
  const request = input.words ?? input.id
  const found = locate(input, input.id)
  if ('refusal' in found) return refused(input, request, found.refusal)
  const { scene, item } = found
  let first: Text | undefined
  // With what belongs to it first: chairs stay at their table, nightstands at their bed.
  for (const withCompanions of [true, false]) {
    const cluster: Cluster = clusterOf(scene, item, withCompanions)
    if (withCompanions && cluster.companions.length === 0) continue
    const site = siteOf(scene, item, cluster.ids)
    if (!site) return refused(input, request, noRoom)
    const yaw = wantedYaw(site, item, input.turn)
    if (yaw === undefined)
      return refused(input, request, {
        en: 'there is nothing to turn it to: 0 found',
        zh: '没有可朝向的目标：找到 0 个',
      })
    const turned = turnOnSpot(input, scene, site, cluster, yaw)
    if (turned.pose) return finishMove(input, cluster, turned.pose, request)
    first ??= turned.problem
  }
  return refused(input, request, {
    en: `${first?.en ?? 'it does not fit'}, and no spot within ${ASIDE.at(-1)} m is free for it turned`,
    zh: `${first?.zh ?? '放不下'}，且 ${ASIDE.at(-1)} 米内没有可转向的空位`,
  })
}

const turnOnSpot = (
  input: RotateInput,
  scene: Scene,
  site: Site,
  cluster: Cluster,
  yaw: number,
): { readonly pose?: Pose; readonly problem?: Text } => {
  const { worldPose } = cluster.main
  let problem: Text | undefined
  for (const step of ASIDE) {
    for (let turn = 0; turn < (step === 0 ? 1 : 8); turn++) {
      const angle = (turn * Math.PI) / 4
      const pose: Pose = {
        ...worldPose,
        yaw,
        x: worldPose.x + Math.cos(angle) * step,
        y: worldPose.y + Math.sin(angle) * step,
      }
      const obstacle = problemOf(input, scene, site, cluster, pose)
      problem ??= obstacle
      if (!obstacle) return { pose }
    }
  }
  return { problem }
}

const wantedYaw = (site: Site, item: SceneItem, turn: RotateInput['turn']): number | undefined => {
  if ('by' in turn) return item.worldPose.yaw + turn.by
  if ('to' in turn) return turn.to
  const point = facingPoint(site, item, turn.facing)
  if (!point) return undefined
  const yaw = Math.atan2(point[0] - item.worldPose.x, -(point[1] - item.worldPose.y))
  return turn.facing.negated || turn.facing.type === 'facing_away' ? yaw + Math.PI : yaw
}

const facingPoint = (site: Site, item: SceneItem, relation: BriefRelation): Point2 | undefined => {
  const at: Point2 = [item.worldPose.x, item.worldPose.y]
  const nearest = (points: readonly Point2[]): Point2 | undefined =>
    [...points].sort((a, b) => Math.hypot(a[0] - at[0], a[1] - at[1]) - Math.hypot(b[0] - at[0], b[1] - at[1]))[0]
  const { target, type } = relation
  const part = target?.kind === 'building' ? target.part : undefined
  if (type === 'facing_window' || part === 'window') return nearest(site.plan.windows.map((window) => window.at))
  if (type === 'facing_door' || part === 'door') return nearest(site.plan.doors.map((door) => door.at))
  if (part === 'room') return site.center
  if (part === 'wall')
    return nearest(targetEdges(site, target).map((edge) => closestPointOnSegment(at, edge.a, edge.b)))
  const shape = targetShapes(site, relation)[0] ?? undefined
  return shape ? [shapeItem(shape.item).box.x, shape.box.y] : undefined
}
