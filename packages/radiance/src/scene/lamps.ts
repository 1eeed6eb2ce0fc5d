import { findKind, type MeshPart } from '@enfilade/catalogue'
import type { SceneItem } from '@enfilade/scene'
import { lampColor, linearColor, luminance, scaleColor } from './color.ts'
import { NO_LIGHT } from './surface-material.ts'
import { triangleArea } from './trace-builder.ts'
import type { Rgb } from './trace-scene.ts'

/** Radiance of a display or a pilot light at full strength, kcd/m²: a screen with a picture of middling brightness. */
const DISPLAY_RADIANCE = 0.3
/** Screens are a little bluish; the dark glass of one that is off says nothing about its picture. */
const DISPLAY_COLOR: Rgb = [0.86, 1, 1.35]

/** What an item's parts give off while it is on: flux of the whole, klm, and radiance per part, kcd/m². */
export type ItemLight = { readonly flux: Rgb; readonly radiance: ReadonlyMap<MeshPart, Rgb> }

/**
 * The light of an item that is on. A lamp's lumens are shared among its shining parts by how strongly they shine, so that a
 * bulb and its lit shade together give what the lamp is said to give. Undefined: it gives none.
 */
export function itemLight(item: SceneItem, parts: readonly MeshPart[]): ItemLight | undefined {
  const shining = parts.filter((part) => (part.emissive ?? 0) > 0 && partArea(part) > 1e-8)
  if (shining.length === 0) return undefined
  const light = findKind(item.category)?.light
  return light ? lampLight(item, light, shining) : displayLight(shining)
}

function lampLight(
  item: SceneItem,
  light: { lumens: number; kelvin: number },
  shining: readonly MeshPart[],
): ItemLight {
  const lumens = Math.max(0, item.states?.lumens ?? light.lumens)
  const flux = scaleColor(lampColor(item.states?.kelvin ?? light.kelvin), lumens / 1000)
  const total = shining.reduce((sum, part) => sum + part.emissive!, 0)
  const radiance = new Map<MeshPart, Rgb>()
  for (const part of shining) {
    radiance.set(part, scaleColor(flux, part.emissive! / total / (Math.PI * partArea(part))))
  }
  return { flux, radiance }
}

function displayLight(shining: readonly MeshPart[]): ItemLight {
  let flux = NO_LIGHT
  const radiance = new Map<MeshPart, Rgb>()
  for (const part of shining) {
    const own = scaleColor(displayColor(part), part.emissive! * DISPLAY_RADIANCE)
    radiance.set(part, own)
    const area = partArea(part)
    flux = flux.map((value, i) => value + own[i]! * Math.PI * area) as unknown as Rgb
  }
  return { flux, radiance }
}

function displayColor(part: MeshPart): Rgb {
  const color = linearColor(part.color)
  const bright = luminance(color)
  return bright < 0.1 ? DISPLAY_COLOR : scaleColor(color, 1 / bright)
}

function partArea(part: MeshPart): number {
  let area = 0
  for (let i = 0; i + 2 < part.indices.length; i += 3)
    area += triangleArea(part.positions, part.indices[i]!, part.indices[i + 1]!, part.indices[i + 2]!)
  return area
}
