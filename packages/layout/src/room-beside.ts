import { type OrientedBox, planPenetration } from '@enfilade/critic'
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
    .map((link) => ({ link, size: sizeOptions(link.object.category, link.object).at(-1)! }))
  return (candidate) => {
    let cost = 0
    for (const { link, size } of asked) {
      if (link.to[0] !== candidate.unit) continue
      const targets = shapesOf(candidate, link.isTarget)
      if (targets.length === 0) continue
      const hasRoom = targets.some((target) =>
        posesAt(link.relation, target, size).some((pose) => isFree(site, candidate, boxAt(pose, size))),
      )
      if (!hasRoom) cost += NO_ROOM
    }
    return cost
  }
}

const isFree = (site: Site, { boxes }: Candidate, box: OrientedBox): boolean =>
  boxes.every((other) => planPenetration(other, box) <= 0) && isInside(site, box) && keepsDoors(site, box)

const boxAt = ({ x, y, yaw }: PiecePose, [width, depth, height]: Size3): OrientedBox => ({
  x,
  y,
  yaw,
  cos: Math.cos(yaw),
  sin: Math.sin(yaw),
  halfWidth: width / 2,
  halfDepth: depth / 2,
  bottom: 0,
  top: height,
})
