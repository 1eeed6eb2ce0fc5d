import { outerWall } from './home-access.ts'
import { type Door, outerStretch, stretchPoint } from './home-doors.ts'
import type { Home, HomeRoom } from './home-rooms.ts'
import type { Tiling } from './home-tree.ts'
import type { Taken } from './home-windows.ts'
import { type PlanSide, planSides } from './plan-brief.ts'
import { INNER_WALL, OUTER_WALL, type ShellOpening, type ShellRoom, type ShellWall } from './shell.ts'

export type Balcony = {
  readonly room: Omit<ShellRoom, 'name'>
  readonly walls: readonly ShellWall[]
  readonly door: ShellOpening
  readonly taken: Taken
  readonly area: number
}

/** Balustrade, metres (GB 50352: 1.10 m from 24 m up, 1.05 m below). */
const PARAPET = 1.1
const owners: readonly string[] = ['living_room', 'studio', 'bedroom', 'dining_room', 'kitchen', 'kids_room', 'study']
const depthRange = { balcony: [1.2, 2.2], terrace: [2, 4] } as const

/** Balconies before the rooms that they belong to, on the sunny side where there is a choice. Undefined: no outer wall is left. */
export const placeBalconies = (home: Home, tiling: Tiling, doors: readonly Door[]): (Balcony | undefined)[] => {
  const used: { readonly room: number; readonly side: PlanSide }[] = []
  return home.annexes.map((annex) => {
    const spot = chooseSpot(home, tiling, doors, annex, used)
    if (!spot) return undefined
    used.push(spot)
    return makeBalcony(tiling, annex, spot.room, spot.side)
  })
}

const chooseSpot = (
  home: Home,
  tiling: Tiling,
  doors: readonly Door[],
  annex: HomeRoom,
  used: readonly { readonly room: number; readonly side: PlanSide }[],
) => {
  let best: { room: number; side: PlanSide; score: number } | undefined
  home.rooms.forEach((room, index) => {
    if (annex.of !== undefined && annex.of !== index) return
    const rank = owners.indexOf(room.type)
    if (annex.of === undefined && rank < 0) return
    for (const side of planSides) {
      const length = outerWall(tiling, tiling.rects[index]!, side)
      if (length < 2 || (annex.side && annex.side !== side) || !isOutermost(tiling, index, side)) continue
      const stretch = outerStretch(tiling, tiling.rects[index]!, side)
      const hasDoor = doors.some(
        (door) =>
          door.to < 0 &&
          door.stretch.axis === stretch.axis &&
          Math.abs(door.stretch.at - stretch.at) < 0.01 &&
          door.start < stretch.to &&
          door.start + door.width > stretch.from,
      )
      // Two balconies on one wall line would touch; a corner between them would too.
      if (hasDoor || used.some((other) => other.room === index || other.side === side)) continue
      const score =
        Math.min(length, 4) + (side === 'south' ? 1.5 : side === 'north' ? -0.5 : 0) - 2.5 * Math.max(0, rank)
      if (!best || score > best.score) best = { room: index, side, score }
    }
  })
  return best
}

/** Nothing of the home lies further out on that side: a balcony there meets no other wing. */
const isOutermost = ({ ring, rects }: Tiling, index: number, side: PlanSide): boolean => {
  if (!ring) return true
  const rect = rects[index]!
  if (side === 'south') return ring.every(([, y]) => y > rect[1] - 0.01)
  if (side === 'north') return ring.every(([, y]) => y < rect[3] + 0.01)
  if (side === 'west') return ring.every(([x]) => x > rect[0] - 0.01)
  return ring.every(([x]) => x < rect[2] + 0.01)
}

const makeBalcony = (tiling: Tiling, annex: HomeRoom, owner: number, side: PlanSide): Balcony => {
  const stretch = outerStretch(tiling, tiling.rects[owner]!, side)
  const length = stretch.to - stretch.from
  const [shallow, deep] = depthRange[annex.type === 'terrace' ? 'terrace' : 'balcony']
  const said = annex.size
  const width = Math.min(length, said ? said[0] : Math.max(2.4, Math.min(annex.target / 1.35, annex.target / shallow)))
  const depth = Math.round((said ? said[1] : Math.min(deep, Math.max(shallow, annex.target / width))) * 100) / 100
  const middle = (stretch.from + stretch.to) / 2
  const [from, to] = [middle - width / 2, middle + width / 2].map((value) => Math.round(value * 100) / 100) as [
    number,
    number,
  ]
  const face = -OUTER_WALL / 2
  const half = INNER_WALL / 2
  const corner = (along: number, into: number) => stretchPoint(stretch, along, into)
  const points = [
    corner(from - half, 0),
    corner(from - half, face - depth - half),
    corner(to + half, face - depth - half),
    corner(to + half, 0),
  ]
  const walls = [0, 1, 2].map((index) => ({
    a: points[index]!,
    b: points[index + 1]!,
    thickness: INNER_WALL,
    structure: 'partition' as const,
    height: PARAPET,
  }))
  const doorWidth = Math.min(2.4, width - 0.5, length - 0.5)
  return {
    room: { key: annex.key, type: annex.type, at: corner(middle, face - depth / 2) },
    walls,
    door: { type: 'door', swing: 'sliding', width: doorWidth, height: 2.2, sill: 0, center: corner(middle, 0) },
    taken: { axis: stretch.axis, at: stretch.at, from: middle - doorWidth / 2, to: middle + doorWidth / 2 },
    area: (to - from) * depth,
  }
}
