import type { PolygonWithHoles } from './loops-to-polygons.ts'
import { offsetLoops } from './offset-loops.ts'
import type { Ring } from './point.ts'
import { counterClockwise, polygonArea } from './polygon.ts'

/**
 * The part of a polygon at least `distance` away from its edges, with mitred corners (beyond the mitre limit a corner
 * is cut squarely, never nearer than `distance`). A negative distance grows the polygon.
 *
 * @param ring Simple, either direction.
 * @returns Counter-clockwise outlines, largest first: none when nothing is left, several when a narrow place splits it.
 *   A grown polygon that closes round a gap keeps only its outline.
 */
export function insetPolygon(ring: Ring, distance: number): Ring[] {
  if (ring.length < 3 || polygonArea(ring) === 0) return []
  const outline = withoutRepeats(counterClockwise(ring))
  if (distance >= 0) return offsetRegion([outline], distance).map(({ outer }) => outer)
  // Growing is an inset of the outside: the outline clockwise, within a frame that is far enough away.
  const grown = offsetRegion([[...outline].reverse()], -distance, true)
  return grown.map(({ outer }) => outer)
}

/**
 * As `insetPolygon`, for a polygon with holes.
 */
export function insetRegion(outer: Ring, holes: readonly Ring[], distance: number): PolygonWithHoles[] {
  const clockwise = holes.map((hole) => (polygonArea(hole) > 0 ? [...hole].reverse() : hole))
  return offsetRegion([counterClockwise(outer), ...clockwise].map(withoutRepeats), distance)
}

function offsetRegion(loops: readonly Ring[], distance: number, isOutside = false): PolygonWithHoles[] {
  const edges = loops.map((loop) => loop.map((from, i) => ({ from, to: loop[(i + 1) % loop.length]!, distance })))
  if (!isOutside) return offsetLoops(edges, 'square')
  const frame = frameAround(loops[0]!, distance)
  const around = frame.map((from, i) => ({ from, to: frame[(i + 1) % 4]!, distance: 0 }))
  const outside = offsetLoops([around, ...edges], 'square')
  const [ring] = outside.flatMap(({ holes }) => holes).sort((a, b) => polygonArea(a) - polygonArea(b))
  return ring ? [{ outer: [...ring].reverse(), holes: [] }] : []
}

/** A rectangle that the ring grown by `distance`, mitres included, stays within. */
function frameAround(ring: Ring, distance: number): Ring {
  const margin = 8 * distance + 1
  const xs = ring.map((point) => point[0])
  const ys = ring.map((point) => point[1])
  const [minX, maxX] = [Math.min(...xs) - margin, Math.max(...xs) + margin]
  const [minY, maxY] = [Math.min(...ys) - margin, Math.max(...ys) + margin]
  return [
    [minX, minY],
    [maxX, minY],
    [maxX, maxY],
    [minX, maxY],
  ]
}

function withoutRepeats(ring: Ring): Ring {
  return ring.filter((point, i) => {
    const before = ring[(i + ring.length - 1) % ring.length]!
    return point[0] !== before[0] || point[1] !== before[1]
  })
}
