import { boxPoint, type ItemShape } from '@enfilade/critic'
import type { Arrangement, Frame } from '../arrangement.ts'
import { arrangementBounds } from '../arrangement.ts'
import type { BriefRelation } from '../brief.ts'
import type { Edge } from '../site.ts'

/** Gaps tried between a thing and its target, metres. */
const GAPS = [0.03, 0.1, 0.3, 0.45, 0.8]
/** Offsets along a side, over the half length of the side. */
const OFFSETS = [0, -0.5, 0.5, -1, 1]

/** Frames on the four sides of standing things, turned like the target, to it, away from it and across. */
export const framesAround = (
  arrangement: Arrangement,
  targets: readonly ItemShape[],
  relations: readonly BriefRelation[] = [],
): { arrangement: Arrangement; frame: Frame; edge?: Edge }[] => {
  const bounds = arrangementBounds(arrangement)
  const said = relations.flatMap(({ distance }) => {
    if (!distance) return []
    return [distance.exact ?? distance.min ?? distance.max ?? 0.3]
  })
  const gaps = said.length > 0 ? said : GAPS
  const found: { arrangement: Arrangement; frame: Frame }[] = []
  for (const target of targets) {
    const { halfWidth, halfDepth, yaw } = target.box
    for (const [nx, ny] of [
      [0, -1],
      [0, 1],
      [-1, 0],
      [1, 0],
    ] as const) {
      for (let quarter = 0; quarter < 4; quarter++) {
        const turn = (quarter * Math.PI) / 2
        // Half extents of the arrangement in the target's frame once it is turned.
        const isAcross = quarter % 2 === 1
        const halfX = (isAcross ? bounds.maxY - bounds.minY : bounds.maxX - bounds.minX) / 2
        const halfY = (isAcross ? bounds.maxX - bounds.minX : bounds.maxY - bounds.minY) / 2
        const middleX = (bounds.maxX + bounds.minX) / 2
        const middleY = (bounds.maxY + bounds.minY) / 2
        const cos = Math.cos(turn)
        const sin = Math.sin(turn)
        for (const gap of gaps) {
          for (const offset of OFFSETS) {
            const along = nx === 0 ? offset * halfWidth : offset * halfDepth
            const u = nx === 0 ? along : nx * (halfWidth + gap + halfX)
            const v = nx === 0 ? ny * (halfDepth + gap + halfY) : along
            const [x, y] = boxPoint(
              target.box,
              u - (middleX * cos - middleY * sin),
              v - (middleX * sin + middleY * cos),
            )
            found.push({ arrangement: { ...arrangement, placement: 'free' }, frame: { x, y, yaw: yaw + turn } })
          }
        }
      }
    }
  }
  return found.slice(0, MOST)
}

/** Frames kept in all: a table of eight seats has about that many. */
const MOST = 1600
