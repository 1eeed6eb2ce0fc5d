import { buildItemMesh, type ItemLooks, type MeshPart } from '@enfilade/catalogue'
import { convexHull, type Point2, type Ring } from '@enfilade/geometry'

/** A convex piece of a thing in its own frame: what its mesh fills in plan, between two heights over its base. */
export type SolidPiece = { readonly hull: Ring; readonly low: number; readonly high: number }

const remembered = new Map<string, readonly SolidPiece[]>()
const MOST_REMEMBERED = 2000

/** Corners nearer to each other than this belong to one piece, metres. */
const WELD = 0.0002

/** What a thing really fills, piece by piece: the connected parts of its mesh. */
export const solidPieces = ({ category, size, variant, shape, states }: ItemLooks): readonly SolidPiece[] => {
  const key = JSON.stringify([category, size, variant, shape, states])
  const known = remembered.get(key)
  if (known) return known
  const pieces = buildItemMesh({ category, size, variant, shape, states }).flatMap(connectedPieces)
  if (remembered.size >= MOST_REMEMBERED) remembered.clear()
  remembered.set(key, pieces)
  return pieces
}

const connectedPieces = ({ positions, indices }: MeshPart): SolidPiece[] => {
  const count = positions.length / 3
  const parent = Int32Array.from({ length: count }, (_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (parent[root] !== root) root = parent[root]!
    parent[index] = root
    return root
  }
  const join = (first: number, second: number): void => {
    parent[rootOf(first)] = rootOf(second)
  }
  const byPlace = new Map<string, number>()
  for (let index = 0; index < count; index++) {
    const place = [0, 1, 2].map((axis) => Math.round(positions[index * 3 + axis]! / WELD)).join()
    const same = byPlace.get(place)
    if (same === undefined) byPlace.set(place, index)
    else join(same, index)
  }
  for (let at = 0; at + 2 < indices.length; at += 3) {
    join(indices[at]!, indices[at + 1]!)
    join(indices[at]!, indices[at + 2]!)
  }
  const groups = new Map<number, { points: Point2[]; low: number; high: number }>()
  for (let index = 0; index < count; index++) {
    const root = rootOf(index)
    const group = groups.get(root) ?? { points: [], low: Number.POSITIVE_INFINITY, high: Number.NEGATIVE_INFINITY }
    groups.set(root, group)
    const z = positions[index * 3 + 2]!
    group.points.push([positions[index * 3]!, positions[index * 3 + 1]!])
    group.low = Math.min(group.low, z)
    group.high = Math.max(group.high, z)
  }
  return [...groups.values()]
    .map(({ points, low, high }) => ({ hull: convexHull(points), low, high }))
    .filter(({ hull }) => hull.length >= 3)
}
