import earcut from 'earcut'
import type { Ring } from './point.ts'

/**
 * Triangles of a polygon with holes (ear clipping).
 *
 * @returns Three indices a triangle, counter-clockwise, into the points of `ring` followed by those of each hole.
 */
export function triangulate(ring: Ring, holes: readonly Ring[] = []): Uint32Array {
  const coordinates: number[] = []
  const starts: number[] = []
  for (const [x, y] of ring) coordinates.push(x, y)
  for (const hole of holes) {
    starts.push(coordinates.length / 2)
    for (const [x, y] of hole) coordinates.push(x, y)
  }
  const indices = earcut(coordinates, starts, 2)
  for (let i = 0; i + 2 < indices.length; i += 3) {
    const a = indices[i]! * 2
    const b = indices[i + 1]! * 2
    const c = indices[i + 2]! * 2
    const cross =
      (coordinates[b]! - coordinates[a]!) * (coordinates[c + 1]! - coordinates[a + 1]!) -
      (coordinates[c]! - coordinates[a]!) * (coordinates[b + 1]! - coordinates[a + 1]!)
    if (cross < 0) {
      const swap = indices[i + 1]!
      indices[i + 1] = indices[i + 2]!
      indices[i + 2] = swap
    }
  }
  return Uint32Array.from(indices)
}
