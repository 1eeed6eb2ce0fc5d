import { buildItemMesh, findKind, itemSeats, type MeshPart } from '@enfilade/catalogue'
import { convexHull, type Point2, polygonArea, type Ring } from '@enfilade/geometry'
import type { JsonObject } from '@enfilade/language'

/** A convex piece of a thing in its own frame: what the mesh fills, between two heights over its base. */
export type Piece = { readonly hull: Ring; readonly low: number; readonly high: number }

export type MeshFacts = {
  /** Colour and material of each finish with its share of the surface. */
  readonly finishes: readonly { readonly color: string; readonly material: string; readonly share: number }[]
  readonly pieces: readonly Piece[]
  /** What the outline seen from above fills of its box, as far as it is convex; `faceFill`: seen from the front. */
  readonly fill: number
  readonly faceFill: number
  readonly seats: number
}

const cache = new Map<string, MeshFacts>()

/** What the mesh that stands for an object shows; built anew from the Scene JSON's fields alone. */
export function meshFacts(object: JsonObject): MeshFacts {
  const { category, size, shape } = object
  const looks = {
    category,
    size,
    ...(typeof object.variant === 'string' ? { variant: object.variant } : {}),
    ...(shape ? { shape } : {}),
    ...(object.finishes ? { finishes: object.finishes as never } : {}),
  }
  const key = JSON.stringify(looks)
  const known = cache.get(key)
  if (known) return known
  const parts = buildItemMesh(looks)
  const pieces = parts.flatMap(piecesOf)
  const hull = convexHull(pieces.flatMap(({ hull }) => hull))
  const facts: MeshFacts = {
    finishes: shareOut(parts),
    pieces,
    fill: Math.abs(polygonArea(hull)) / Math.max(1e-9, size[0] * size[1]),
    faceFill: faceFill(parts, size[0] * size[2]),
    seats: findKind(category) ? itemSeats(looks) : 0,
  }
  if (cache.size > 4000) cache.clear()
  cache.set(key, facts)
  return facts
}

function faceFill(parts: readonly MeshPart[], box: number): number {
  const points = parts.flatMap(({ positions }) =>
    Array.from({ length: positions.length / 3 }, (_, at): Point2 => [positions[at * 3]!, positions[at * 3 + 2]!]),
  )
  return Math.abs(polygonArea(convexHull(points))) / Math.max(1e-9, box)
}

function shareOut(parts: readonly MeshPart[]): MeshFacts['finishes'] {
  const areas = new Map<string, { color: string; material: string; share: number }>()
  let total = 0
  for (const { color, material, positions, indices } of parts) {
    let area = 0
    for (let k = 0; k < indices.length; k += 3)
      area += triangleArea(positions, indices[k]!, indices[k + 1]!, indices[k + 2]!)
    const entry = areas.get(`${color}/${material}`) ?? { color, material, share: 0 }
    entry.share += area
    total += area
    areas.set(`${color}/${material}`, entry)
  }
  return [...areas.values()].map((entry) => ({ ...entry, share: entry.share / Math.max(1e-9, total) }))
}

function triangleArea(p: Float32Array, i: number, j: number, k: number): number {
  const at = (index: number) => [p[index * 3]!, p[index * 3 + 1]!, p[index * 3 + 2]!] as const
  const [a, b, c] = [at(i), at(j), at(k)]
  const [ux, uy, uz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]]
  const [vx, vy, vz] = [c[0] - a[0], c[1] - a[1], c[2] - a[2]]
  return Math.hypot(uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx) / 2
}

/** Connected pieces of a part, each as the convex hull of its plan between its lowest and highest point. */
function piecesOf({ positions, indices }: MeshPart): Piece[] {
  const count = positions.length / 3
  const parent = Int32Array.from({ length: count }, (_, index) => index)
  const find = (index: number): number => {
    let root = index
    while (parent[root] !== root) root = parent[root]!
    while (parent[index] !== root) [parent[index], index] = [root, parent[index]!]
    return root
  }
  const join = (a: number, b: number) => {
    parent[find(a)] = find(b)
  }
  const corners = new Map<string, number>()
  for (let index = 0; index < count; index++) {
    const at = [0, 1, 2].map((axis) => Math.round(positions[index * 3 + axis]! * 5000)).join()
    const known = corners.get(at)
    if (known === undefined) corners.set(at, index)
    else join(index, known)
  }
  for (let k = 0; k < indices.length; k += 3) {
    join(indices[k]!, indices[k + 1]!)
    join(indices[k]!, indices[k + 2]!)
  }
  const groups = new Map<number, { points: Point2[]; low: number; high: number }>()
  for (let index = 0; index < count; index++) {
    const root = find(index)
    const z = positions[index * 3 + 2]!
    const group = groups.get(root) ?? { points: [], low: z, high: z }
    group.points.push([positions[index * 3]!, positions[index * 3 + 1]!])
    group.low = Math.min(group.low, z)
    group.high = Math.max(group.high, z)
    groups.set(root, group)
  }
  return [...groups.values()]
    .map(({ points, low, high }) => ({ hull: convexHull(points), low, high }))
    .filter(({ hull }) => hull.length >= 3)
}
