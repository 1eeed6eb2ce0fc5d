import { boxFootprint, convexPenetration, isPointInRegion } from '@enfilade/geometry'
import { itemFootprint, type Point2, type SceneItem } from '@enfilade/scene'
import type { Site } from '../site.ts'
import type { CutLine } from './cut-lines.ts'

/** A door in a dividing wall: its middle on the line, and how its leaf swings. */
export type DividingDoor = {
  readonly along: number
  readonly width: number
  /** Which jamb the leaf hangs at, and the side of the line that it opens to; absent: it slides. */
  readonly swing?: { readonly hinge: 'a' | 'b'; readonly side: 'left' | 'right' }
}

/** Free floor on both sides of a door, metres. */
const APPROACH = 0.9
/** From the door's edge to the next wall. */
const NIB = 0.1
const STEP = 0.1

/**
 * Where a door can be: clear floor before it on both sides, and its leaf free of things and of other doors. Nearest to
 * an end of the wall, since that leaves the most wall to stand things at.
 */
export const placeDoor = (line: CutLine, site: Site, width: number, thickness: number): DividingDoor | undefined => {
  const things = site.scene.items.filter(
    (item) => item.level === site.room.level && item.support.on === 'floor' && item.size[2] > 0.06,
  )
  const last = line.length - NIB - width / 2
  const spots: number[] = []
  for (let along = NIB + width / 2; along <= last + 1e-9; along += STEP) spots.push(along)
  if (last >= NIB + width / 2) spots.push(last)
  spots.sort((a, b) => Math.min(a, line.length - a) - Math.min(b, line.length - b) || a - b)
  for (const along of spots) {
    const depth = thickness / 2 + APPROACH
    if (!isClear(line, along, width, depth, 'left', site, things)) continue
    if (!isClear(line, along, width, depth, 'right', site, things)) continue
    const hinge = along < line.length / 2 ? 'a' : 'b'
    const side = (['left', 'right'] as const).find((each) => !meetsLeaf(line, along, width, each, site))
    return { along, width, ...(side ? { swing: { hinge, side } } : {}) }
  }
  return undefined
}

const pointAt = ({ from, along: [ux, uy] }: CutLine, along: number, off: number): Point2 => [
  from[0] + ux * along - uy * off,
  from[1] + uy * along + ux * off,
]

const zone = (line: CutLine, along: number, width: number, depth: number, side: 'left' | 'right') => {
  const off = side === 'left' ? depth / 2 : -depth / 2
  const [x, y] = pointAt(line, along, off)
  return boxFootprint(x, y, Math.atan2(line.along[1], line.along[0]), width, depth)
}

const isClear = (
  line: CutLine,
  along: number,
  width: number,
  depth: number,
  side: 'left' | 'right',
  { room }: Site,
  things: readonly SceneItem[],
): boolean => {
  const strip = zone(line, along, width, depth, side)
  const inside = strip.every(([x, y]) => {
    const [px, py] = pointAt(line, along, 0)
    return isPointInRegion([x + (px - x) * 0.02, y + (py - y) * 0.02], room.polygon, room.holes)
  })
  return inside && things.every((item) => convexPenetration(strip, itemFootprint(item)) < 0.005)
}

/** True where the leaf would meet another door or what that one sweeps. */
const meetsLeaf = (line: CutLine, along: number, width: number, side: 'left' | 'right', { plan }: Site): boolean => {
  const leaf = zone(line, along, width, width, side)
  return plan.doors.some((door) => {
    const { at, inward, yaw } = door
    const box = boxFootprint(
      at[0] + (inward[0] * door.width) / 2,
      at[1] + (inward[1] * door.width) / 2,
      yaw,
      door.width,
      door.width,
    )
    return convexPenetration(leaf, box) > 0.005
  })
}
