import { isPointInPolygon, polygonArea } from '@enfilade/geometry'
import type { Point2 } from '@enfilade/scene'
import { connectCorners } from '../script/connect-corners.ts'
import type { WallEntity } from '../text/entity.ts'

/** A room's outline out of room-side lines; `lines[i]` is the line from point i to the next one. */
export type LineRing = { readonly points: readonly Point2[]; readonly lines: readonly WallEntity[] }
export type LineRoom = { readonly outer: LineRing; readonly holes: readonly LineRing[] }

/**
 * Finds the closed loops that room-side lines of one storey form, and tells rooms from the columns in them: a loop within a room's
 * loop is a hole, one within a hole is a room again.
 *
 * @returns Rooms with their outer ring counter-clockwise and holes clockwise, and the lines that are part of no loop.
 */
export function findRoomLoops(walls: readonly WallEntity[]): {
  readonly rooms: readonly LineRoom[]
  readonly loose: readonly WallEntity[]
} {
  const { rings, loose } = traceRings(walls)
  const areas = rings.map((ring) => Math.abs(polygonArea(ring.points)))
  const parents = rings.map((ring, index) => {
    let parent: number | undefined
    rings.forEach((other, at) => {
      if (at === index || areas[at]! <= areas[index]! || !isPointInPolygon(ring.points[0]!, other.points)) return
      if (parent === undefined || areas[at]! < areas[parent]!) parent = at
    })
    return parent
  })
  const depth = (index: number): number => (parents[index] === undefined ? 0 : depth(parents[index]!) + 1)
  const rooms = rings.flatMap((ring, index): LineRoom[] => {
    if (depth(index) % 2 === 1) return []
    const holes = rings.filter((_, at) => parents[at] === index).map((hole) => turn(hole, -1))
    return [{ outer: turn(ring, 1), holes }]
  })
  return { rooms, loose }
}

function traceRings(walls: readonly WallEntity[]): { rings: LineRing[]; loose: WallEntity[] } {
  const { ends, made } = connectCorners(
    walls.map((wall) => [
      { level: '', at: [wall.numbers[0]!, wall.numbers[1]!], name: `${wall.id}.a` },
      { level: '', at: [wall.numbers[3]!, wall.numbers[4]!], name: `${wall.id}.b` },
    ]),
    [],
  )
  const place = new Map(made.map((corner) => [corner.id, corner.at]))
  const atCorner = new Map<string, number[]>()
  ends.forEach((pair, index) => {
    for (const corner of pair) atCorner.set(corner, [...(atCorner.get(corner) ?? []), index])
  })
  const used = new Set<number>()
  const rings: LineRing[] = []
  for (let start = 0; start < walls.length; start++) {
    if (used.has(start)) continue
    const [first, second] = ends[start]!
    const lines = [start]
    const corners = [first]
    let corner = second
    while (corner !== first) {
      const [p, q] = atCorner.get(corner)!.length === 2 ? atCorner.get(corner)! : []
      const next = p === lines.at(-1) ? q : p
      if (next === undefined || next === lines.at(-1) || lines.length > walls.length) break
      corners.push(corner)
      lines.push(next)
      corner = ends[next]![0] === corner ? ends[next]![1] : ends[next]![0]
    }
    const isClosed = corner === first && lines.length >= 3 && atCorner.get(first)!.length === 2
    if (!isClosed) continue
    for (const line of lines) used.add(line)
    rings.push({ points: corners.map((id) => place.get(id)!), lines: lines.map((line) => walls[line]!) })
  }
  return { rings, loose: walls.filter((_, index) => !used.has(index)) }
}

/** The ring turned so that it runs counter-clockwise (1) or clockwise (−1). */
function turn(ring: LineRing, way: 1 | -1): LineRing {
  if (Math.sign(polygonArea(ring.points)) !== -way) return ring
  const points = [...ring.points].reverse()
  // Backwards, the line after a point is the one that came before it.
  const lines = [...ring.lines].reverse()
  return { points, lines: [...lines.slice(1), lines[0]!] }
}
