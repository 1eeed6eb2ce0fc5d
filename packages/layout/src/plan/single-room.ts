import { interiorPoint, isPointInPolygon, type Point2, polygonArea, polygonBounds } from '@enfilade/geometry'
import type { Text } from '../result.ts'
import { openingLimits } from './opening-limits.ts'
import { outlineArea, outlineOf } from './outline.ts'
import type { PlanBrief, PlanColumn, PlanRoom } from './plan-brief.ts'
import { allowsOwnThickness, ringEdges, wallsAround } from './ring-walls.ts'
import { roomFacts } from './room-facts.ts'
import { INNER_WALL, OUTER_WALL, type Shell, type ShellWall } from './shell.ts'
import { placeOpenings } from './single-openings.ts'

export type PlanProblem = { readonly words: string; readonly text: Text }

/** A room on its own: any outline, its openings and columns. Inner clear sizes are those that were said. */
export const planSingleRoom = (
  plan: PlanBrief,
  name: string,
  storeyHeight: number,
): { readonly shell: Shell; readonly problems: readonly PlanProblem[] } => {
  const room = plan.rooms[0]!
  const words = room.words ?? plan.words ?? roomFacts[room.type].name.en
  const { outline, problems } = outlineOf(plan.totalArea && !room.area ? { ...room, area: plan.totalArea } : room)
  const edges = ringEdges(outline)
  const height = plan.height ?? storeyHeight
  const openings = placeOpenings(withTurnedWalls(room), edges, outlineArea(outline), height)
  const isOuter = new Set(openings.placed.filter(({ type }) => type === 'window').map(({ edge }) => edge))
  const { walls, thicknesses } = wallsAround(edges, ({ index }) => (isOuter.has(index) ? OUTER_WALL : INNER_WALL))
  const inner = flatRing(outline.points, outline.bulges)
  const columns = placeColumns(room.columns ?? [], inner)
  const shell: Shell = {
    walls: [...walls, ...columns.walls],
    openings: openings.placed.map(({ edge: index, from, to, ...opening }) => {
      const edge = edges[index]!
      const out = allowsOwnThickness(edges) ? thicknesses[index]! / 2 : 0.1
      const [x, y] = opening.center
      // Moved onto the axis of the wall as it came out.
      return { ...opening, center: [x + edge.outward[0] * (out - 0.06), y + edge.outward[1] * (out - 0.06)] }
    }),
    rooms: [{ key: room.key, type: room.type, name, at: labelPoint(inner, columns.rings) }],
  }
  return {
    shell,
    problems: [
      ...problems.map((text) => ({ words, text })),
      ...openings.problems,
      ...openingLimits(room.openings),
      ...columns.problems,
    ],
  }
}

/** Walls are numbered as they were given; a clockwise ring is drawn the other way round. */
const withTurnedWalls = (room: PlanRoom): PlanRoom => {
  const { shape, openings } = room
  if (shape?.type !== 'ring' || !openings?.some(({ wall }) => wall !== undefined)) return room
  const points = shape.points.map(([x, y]): Point2 => [x, y])
  if (polygonArea(points) > 0) return room
  const turn = (wall: number) => (2 * points.length - 2 - wall) % points.length
  return {
    ...room,
    openings: openings.map((opening) =>
      opening.wall === undefined ? opening : { ...opening, wall: turn(opening.wall) },
    ),
  }
}

const labelPoint = (ring: readonly Point2[], holes: readonly (readonly Point2[])[]): Point2 => {
  const { minX, minY, maxX, maxY } = polygonBounds(ring)
  const middle: Point2 = [(minX + maxX) / 2, (minY + maxY) / 2]
  const isFree = isPointInPolygon(middle, ring) && !holes.some((hole) => isPointInPolygon(middle, hole))
  return isFree ? middle : interiorPoint(ring, holes)
}

/** The outline with its arcs as a few chords, for tests of what lies within. */
const flatRing = (points: readonly Point2[], bulges: readonly number[]): Point2[] =>
  points.flatMap((a, index) => {
    const bulge = bulges[index] ?? 0
    if (!bulge) return [a]
    const b = points[(index + 1) % points.length]!
    const out: Point2 = [(b[1] - a[1]) / 2, -(b[0] - a[0]) / 2]
    const mid = (t: number): Point2 => {
      const rise = bulge * 4 * t * (1 - t)
      return [a[0] + (b[0] - a[0]) * t + out[0] * rise, a[1] + (b[1] - a[1]) * t + out[1] * rise]
    }
    return [a, mid(0.25), mid(0.5), mid(0.75)]
  })

/** A column's walls are nearly as thick as half of it, so that no room is left within. */
const CORE = 0.01

const placeColumns = (columns: readonly PlanColumn[], ring: readonly Point2[]) => {
  const walls: ShellWall[] = []
  const rings: Point2[][] = []
  const problems: PlanProblem[] = []
  const { minX, minY, maxX, maxY } = polygonBounds(ring)
  for (const column of columns) {
    const count = column.count ?? 1
    for (let index = 0; index < count; index++) {
      const [w, d] = column.size
      const at: Point2 = column.at ?? [
        minX + ((maxX - minX) * (index + 1)) / (count + 1),
        minY + (maxY - minY) * (count > 1 ? 0.5 : 0.58),
      ]
      const corners = boxRing(at, w / 2, d / 2)
      if (!corners.every((corner) => isPointInPolygon(corner, ring))) {
        problems.push({
          words: column.words,
          text: {
            en: `a column of ${w.toFixed(2)} × ${d.toFixed(2)} m at ${at[0].toFixed(2)}, ${at[1].toFixed(2)} is not inside the room`,
            zh: `位于 ${at[0].toFixed(2)}, ${at[1].toFixed(2)} 的 ${w.toFixed(2)} × ${d.toFixed(2)} 米柱子不在房间内`,
          },
        })
        continue
      }
      rings.push(corners)
      walls.push(...columnWalls(at, w, d, column.round === true))
    }
  }
  return { walls, rings, problems }
}

const boxRing = ([x, y]: Point2, w: number, d: number): Point2[] => [
  [x - w, y - d],
  [x + w, y - d],
  [x + w, y + d],
  [x - w, y + d],
]

const columnWalls = (at: Point2, width: number, depth: number, isRound: boolean): ShellWall[] => {
  const thickness = Math.min(width, depth) / 2 - CORE / 2
  const [w, d] = [(width - thickness) / 2, (depth - thickness) / 2]
  const ring = isRound
    ? Array.from({ length: 16 }, (_, index): Point2 => {
        const angle = (index * Math.PI) / 8
        return [at[0] + w * Math.cos(angle), at[1] + w * Math.sin(angle)]
      })
    : boxRing(at, w, d)
  return ring.map((a, index) => ({
    a,
    b: ring[(index + 1) % ring.length]!,
    thickness,
    structure: 'load-bearing' as const,
  }))
}
