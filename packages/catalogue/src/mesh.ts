import type { Finish } from '@enfilade/scene'
import { type MaterialName, materials } from './materials.ts'
import { appendGeometry, createGeometry, type Geometry } from './modelling/geometry.ts'

/** One finish slot of an item's mesh, in the item's frame: origin at the base's centre, z up, front −y. */
export type MeshPart = {
  readonly slot: string
  readonly material: MaterialName
  /** `#rrggbb`. */
  readonly color: string
  /** x, y, z per vertex, metres. */
  readonly positions: Float32Array
  /** Unit vectors. */
  readonly normals: Float32Array
  /** Metres along the surface; u follows the grain of wood. */
  readonly uvs: Float32Array
  /** Three per triangle, counter-clockwise seen from outside. */
  readonly indices: Uint32Array
  /** 0 … 1, how strongly the part itself shines (a lamp or screen that is on). Absent: not at all. */
  readonly emissive?: number
}

/** Material and colour of a slot before an item overrides it. `color` absent: the material's own. */
export type DefaultFinish = { readonly material: MaterialName; readonly color?: string }

export type Finishes = { readonly [slot: string]: DefaultFinish }

/** Collects geometry by finish slot. */
export type Model = {
  add(slot: string, ...geometries: readonly Geometry[]): void
  /** Makes a slot shine, 0 … 1. */
  shine(slot: string, amount: number): void
}

/** Runs a modelling function and resolves its slots' finishes. Empty slots give no part. */
export function buildParts(
  defaults: Finishes,
  overrides: { readonly [slot: string]: Finish } | undefined,
  shape: (model: Model) => void,
): MeshPart[] {
  const slots = new Map<string, Geometry>()
  const shining = new Map<string, number>()
  shape({
    add(slot, ...geometries) {
      const target = slots.get(slot) ?? createGeometry()
      slots.set(slot, target)
      for (const geometry of geometries) appendGeometry(target, geometry)
    },
    shine(slot, amount) {
      shining.set(slot, amount)
    },
  })
  const parts: MeshPart[] = []
  for (const [slot, geometry] of slots) {
    if (geometry.indices.length === 0) continue
    const emissive = shining.get(slot)
    parts.push({
      slot,
      ...resolveFinish(defaults, overrides, slot),
      positions: new Float32Array(geometry.positions),
      normals: new Float32Array(geometry.normals),
      uvs: new Float32Array(geometry.uvs),
      indices: new Uint32Array(geometry.indices),
      ...(emissive ? { emissive } : {}),
    })
  }
  return parts
}

/**
 * Material and colour of a slot: the item's own, else the kind's default. A material without a colour brings its own
 * colour. The keys `main`, and `body` where a kind has no such slot, stand for the kind's first slot.
 */
export function resolveFinish(
  defaults: Finishes,
  overrides: { readonly [slot: string]: Finish } | undefined,
  slot: string,
): { material: MaterialName; color: string } {
  const standard = defaults[slot] ?? { material: 'painted_wood' as const }
  const isMain = Object.keys(defaults)[0] === slot
  const override =
    overrides?.[slot] ?? (isMain ? (overrides?.main ?? (defaults.body ? undefined : overrides?.body)) : undefined)
  const material = isMaterial(override?.material) ? override.material : standard.material
  const own = material === standard.material ? standard.color : undefined
  const color = parseColor(override?.color) ?? own ?? materials[material].color
  return { material, color }
}

function isMaterial(name: unknown): name is MaterialName {
  return typeof name === 'string' && Object.hasOwn(materials, name)
}

/** `#rgb` or `#rrggbb` → `#rrggbb` in lower case; anything else is undefined. */
function parseColor(text: unknown): string | undefined {
  if (typeof text !== 'string') return undefined
  const hex = text.toLowerCase()
  if (/^#[0-9a-f]{6}$/.test(hex)) return hex
  if (/^#[0-9a-f]{3}$/.test(hex)) return `#${[...hex.slice(1)].map((digit) => digit + digit).join('')}`
  return undefined
}
