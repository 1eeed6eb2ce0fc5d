import type { ItemRecord, Size3 } from '@enfilade/scene'
import type { BuildParameters, Kind, Surface } from './kind.ts'
import { findKind } from './kinds.ts'
import type { MeshPart } from './mesh.ts'
import { buildPlaceholder, drawPlaceholder } from './placeholder.ts'
import type { SymbolPath } from './symbol.ts'

/** What of an item decides its looks. */
export type ItemLooks = Pick<ItemRecord, 'category' | 'size' | 'variant' | 'shape' | 'finishes' | 'states'>

/** A builder is asked for sizes within these factors of its kind's range; beyond, its result is stretched. */
const SMALLEST = 0.8
const LARGEST = 1.3

/** Sides that are no finite number, or out of these bounds, are brought back, metres. */
const SIDE_MIN = 0.001
const SIDE_MAX = 100

/**
 * The mesh of an item in its own frame (origin at the base's centre, z up, front −y), one part per finish slot.
 * Total: any size and any category give a mesh inside the item's box; unknown categories give a plain sized block.
 */
export function buildItemMesh(item: ItemLooks): MeshPart[] {
  const size = saneSize(item.size)
  const kind = findKind(item.category)
  if (!kind) return buildPlaceholder(size, item.finishes)
  const parameters = parametersOf(kind, item, buildableSize(kind, size))
  const parts = kind.build(parameters)
  // Open doors reach out of the box: the closed thing says how to fill it.
  const closed = parameters.states?.open ? kind.build({ ...parameters, states: { open: 0 } }) : parts
  return fillBox(parts, boundsOf(closed), size)
}

/** The plan symbol of an item in its own frame; always within its footprint. */
export function buildItemSymbol(item: ItemLooks): SymbolPath[] {
  const size = saneSize(item.size)
  const kind = findKind(item.category)
  if (!kind) return drawPlaceholder(size)
  const built = buildableSize(kind, size)
  const [fx, fy] = [size[0] / built[0], size[1] / built[1]]
  const paths = kind.symbol(parametersOf(kind, item, built))
  if (fx === 1 && fy === 1) return paths
  return paths.map((path) => ({ ...path, points: path.points.map(([x, y]) => [x * fx, y * fy] as const) }))
}

/** Tops and shelves of an item on which small things can stand, in the item's frame. */
export function itemSurfaces(item: ItemLooks): readonly Surface[] {
  const size = saneSize(item.size)
  const kind = findKind(item.category)
  if (!kind) return []
  const built = buildableSize(kind, size)
  const [fx, fy, fz] = [size[0] / built[0], size[1] / built[1], size[2] / built[2]]
  return kind.surfaces(parametersOf(kind, item, built)).map((s) => ({
    ...s,
    x: s.x * fx,
    y: s.y * fy,
    z: s.z * fz,
    width: s.width * fx,
    depth: s.depth * fy,
    clear: s.clear * fz,
  }))
}

/** People who can sit on (or sleep in) an item. */
export function itemSeats(item: ItemLooks): number {
  const kind = findKind(item.category)
  return kind ? kind.seats(parametersOf(kind, item, buildableSize(kind, saneSize(item.size)))) : 0
}

/** Mass in kg at the item's size: its own, else the kind's grown with the volume (hollow things grow more slowly). */
export function itemMass(item: ItemLooks & Pick<ItemRecord, 'physics'>): number | undefined {
  if (item.physics?.mass !== undefined) return item.physics.mass
  const kind = findKind(item.category)
  if (!kind) return undefined
  const volume = (s: Size3) => s[0] * s[1] * s[2]
  return Math.round(kind.physics.mass * (volume(saneSize(item.size)) / volume(kind.size.typical)) ** 0.75 * 10) / 10
}

function parametersOf(kind: Kind, item: ItemLooks, size: Size3): BuildParameters {
  const { variant, shape } = item
  return {
    size,
    ...(variant !== undefined && kind.variants.includes(variant) ? { variant } : {}),
    ...(shape !== undefined && kind.shapes.includes(shape) ? { shape } : {}),
    ...(item.finishes ? { finishes: item.finishes } : {}),
    ...(item.states ? { states: item.states } : {}),
  }
}

function saneSize(size: Size3): Size3 {
  const side = (value: unknown) =>
    typeof value === 'number' && Number.isFinite(value) ? Math.min(SIDE_MAX, Math.max(SIDE_MIN, value)) : 0.5
  return [side(size?.[0]), side(size?.[1]), side(size?.[2])]
}

function buildableSize(kind: Kind, size: Size3): Size3 {
  const side = (k: 0 | 1 | 2) => Math.min(kind.size.max[k] * LARGEST, Math.max(kind.size.min[k] * SMALLEST, size[k]))
  return [side(0), side(1), side(2)]
}

type Bounds = { readonly low: readonly number[]; readonly high: readonly number[] }

function boundsOf(parts: readonly MeshPart[]): Bounds {
  const low = [Infinity, Infinity, Infinity]
  const high = [-Infinity, -Infinity, -Infinity]
  for (const { positions } of parts) {
    for (let k = 0; k < positions.length; k++) {
      const axis = k % 3
      const value = positions[k]!
      if (value < low[axis]!) low[axis] = value
      if (value > high[axis]!) high[axis] = value
    }
  }
  return { low, high }
}

/** Builders come within a few millimetres of their box; this makes it exact, whatever the size asked for. */
const EXACT = 0.0002

/** Maps the bounds onto the box, axis by axis, in place. */
function fillBox(parts: MeshPart[], { low, high }: Bounds, [w, d, h]: Size3): MeshPart[] {
  const from = [-w / 2, -d / 2, 0]
  const to = [w / 2, d / 2, h]
  const isExact = from.every(
    (value, axis) => Math.abs(value - low[axis]!) < EXACT && Math.abs(to[axis]! - high[axis]!) < EXACT,
  )
  if (isExact) return parts
  const factor = from.map((value, axis) => (to[axis]! - value) / Math.max(1e-9, high[axis]! - low[axis]!))
  const shift = from.map((value, axis) => value - low[axis]! * factor[axis]!)
  for (const { positions, normals } of parts) {
    for (let k = 0; k < positions.length; k += 3) {
      const length =
        Math.hypot(normals[k]! / factor[0]!, normals[k + 1]! / factor[1]!, normals[k + 2]! / factor[2]!) || 1
      for (let axis = 0; axis < 3; axis++) {
        positions[k + axis] = positions[k + axis]! * factor[axis]! + shift[axis]!
        normals[k + axis] = normals[k + axis]! / factor[axis]! / length
      }
    }
  }
  return parts
}
