import { findKind, type MeshPart } from '@enfilade/catalogue'
import type { SceneItem } from '@enfilade/scene'
import { lampColor, linearColor, luminance, scaleColor } from './color.ts'
import { exposedTriangles } from './exposed-triangles.ts'
import { triangleArea } from './trace-builder.ts'
import type { Rgb } from './trace-scene.ts'

/** Radiance of a display or a pilot light at full strength, kcd/m²: a screen with a picture of middling brightness. */
const DISPLAY_RADIANCE = 0.3
/** Screens are a little bluish; the dark glass of one that is off says nothing about its picture. */
const DISPLAY_COLOR: Rgb = [0.86, 1, 1.35]

/** A part that shines: its radiance, kcd/m², and which of its triangles are bare. */
export type ShiningPart = { readonly part: MeshPart; readonly radiance: Rgb; readonly triangles: readonly number[] }

/** What an item gives off while it is on: flux of the whole, klm. */
export type ItemLight = { readonly flux: Rgb; readonly shining: readonly ShiningPart[] }

type Source = {
  readonly part: MeshPart
  readonly strength: number
  readonly triangles: readonly number[]
  readonly area: number
}

/**
 * The light of an item that is on. A lamp's lumens are shared among its shining parts by how strongly they shine, so that a
 * bulb and its lit shade together give what the lamp is said to give. Undefined: it gives none.
 */
export function itemLight(item: SceneItem, parts: readonly MeshPart[]): ItemLight | undefined {
  const sources = parts.filter(({ emissive }) => (emissive ?? 0) > 0).map((part) => sourceOf(part, parts))
  const bare = sources.filter(({ area }) => area > 1e-8)
  if (bare.length === 0) return undefined
  const light = findKind(item.category)?.light
  const shining = light ? shineAsLamp(item, light, bare) : bare.map(shineAsDisplay)
  const flux = shining.map(({ radiance }, k) => scaleColor(radiance, Math.PI * bare[k]!.area))
  return { flux: flux.reduce((sum, own) => [sum[0] + own[0], sum[1] + own[1], sum[2] + own[2]]), shining }
}

function sourceOf(part: MeshPart, parts: readonly MeshPart[]): Source {
  const triangles = exposedTriangles(part, parts)
  const { positions, indices } = part
  let area = 0
  for (const t of triangles) area += triangleArea(positions, indices[t * 3]!, indices[t * 3 + 1]!, indices[t * 3 + 2]!)
  return { part, strength: part.emissive!, triangles, area }
}

function shineAsLamp(
  item: SceneItem,
  light: { readonly lumens: number; readonly kelvin: number },
  sources: readonly Source[],
): ShiningPart[] {
  const lumens = Math.max(0, item.states?.lumens ?? light.lumens)
  const color = lampColor(item.states?.kelvin ?? light.kelvin)
  const total = sources.reduce((sum, { strength }) => sum + strength, 0)
  return sources.map(({ part, strength, triangles, area }) => ({
    part,
    triangles,
    radiance: scaleColor(color, ((lumens / 1000) * strength) / total / (Math.PI * area)),
  }))
}

function shineAsDisplay({ part, strength, triangles }: Source): ShiningPart {
  return { part, triangles, radiance: scaleColor(displayColor(part), strength * DISPLAY_RADIANCE) }
}

function displayColor(part: MeshPart): Rgb {
  const color = linearColor(part.color)
  const bright = luminance(color)
  return bright < 0.1 ? DISPLAY_COLOR : scaleColor(color, 1 / bright)
}
