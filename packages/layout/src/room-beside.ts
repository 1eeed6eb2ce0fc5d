import { boxPoint, type ItemShape, type OrientedBox, planPenetration, toBoxFrame } from '@enfilade/critic'
import type { Size3 } from '@enfilade/scene'
import type { Candidate } from './candidate.ts'
import { isInside, keepsDoors } from './candidate.ts'
import { type RelationLink, shapesOf } from './relation-cost.ts'
import { type PiecePose, posesAt } from './relation-poses.ts'
import type { Site } from './site.ts'
import { sizeOptions } from './size-choice.ts'

/** What it costs a thing to stand where what belongs beside it would have no room. */
const NO_ROOM = 6

/** Relations that take floor at a side of their target. */
const takesSide: ReadonlySet<string> = new Set([
  'left_of',
  'right_of',
  'in_front_of',
  'behind',
  'beside',
  'flanking',
  'along',
])

/** Price of the places of a unit that others are to stand beside: before they are placed, room is kept for them. */
export const createRoomBeside = (site: Site, links: readonly RelationLink[]): ((candidate: Candidate) => number) => {
  const asked = links
    .filter(({ relation, to }) => takesSide.has(relation.type) && !relation.negated && to.length === 1)
    .map((link) => {
      const size = sizeOptions(link.object.category, link.object).at(-1)!
      return { link, size, posesBeside: rememberPoses(link, size) }
    })
  return (candidate) => {
    let cost = 0
    for (const { link, size, posesBeside } of asked) {
      if (link.to[0] !== candidate.unit) continue
      const targets = shapesOf(candidate, link.isTarget)
      if (targets.length === 0) continue
      const hasRoom = targets.some((target) =>
        posesBeside(target).some((pose) => isFree(site, candidate, boxAt(target.box, pose, size))),
      )
      if (!hasRoom) cost += NO_ROOM
    }
    return cost
  }
}

const isFree = (site: Site, { boxes }: Candidate, box: OrientedBox): boolean =>
  boxes.every((other) => planPenetration(other, box) <= 0) && isInside(site, box) && keepsDoors(site, box)

/** Poses in the target's own frame: equal for equal things wherever they stand, and asked for again and again. */
const rememberPoses = ({ relation }: RelationLink, size: Size3): ((target: ItemShape) => readonly PiecePose[]) => {
  const known = new Map<string, readonly PiecePose[]>()
  return (target) => {
    const { category, box } = target
    const key = `${category} ${target.form} ${box.halfWidth} ${box.halfDepth}`
    const poses =
      known.get(key) ??
      posesAt(relation, target, size).map((pose) => {
        const [x, y] = toBoxFrame(box, pose.x, pose.y)
        return { x, y, yaw: pose.yaw - box.yaw }
      })
    known.set(key, poses)
    return poses
  }
}

/** The box of a thing at a pose in another one's frame. */
const boxAt = (frame: OrientedBox, pose: PiecePose, [width, depth, height]: Size3): OrientedBox => {
  const [x, y] = boxPoint(frame, pose.x, pose.y)
  const yaw = frame.yaw + pose.yaw
  return {
    x,
    y,
    yaw,
    cos: Math.cos(yaw),
    sin: Math.sin(yaw),
    halfWidth: width / 2,
    halfDepth: depth / 2,
    bottom: 0,
    top: height,
  }
}
