import { type Material, type MaterialName, materials } from './materials.ts'
import type { SurfacePattern } from './patterns.ts'

/** What one surface looks like: a material in a colour, and what the surface is used for. */
export type SurfaceLook = {
  readonly material: MaterialName
  /** `#rrggbb`. */
  readonly color: string
  /** Laid as boards or tiles rather than as on furniture. */
  readonly use?: 'floor'
  /** 0 … 1. Absent: it does not shine. */
  readonly emissive?: number
}

/** A pattern's repeat on floors, metres: boards of 18 cm, tiles no smaller than a real one. */
const floorScale = { planks: 1.44, tile: 0.6 }
/** Weaves finer than this, metres, would only shimmer; one repeat covers several threads. */
const finest = 0.02
const weaveRepeat = 4

/** The pattern drawn over a look's colour. Undefined: plain. */
export function lookPattern(look: SurfaceLook): SurfacePattern | undefined {
  const { pattern } = materials[look.material]
  if (pattern === 'none') return undefined
  return look.use === 'floor' && pattern === 'wood' ? 'planks' : pattern
}

/** Metres that one repeat of a look's pattern covers. */
export function lookPatternScale(look: SurfaceLook): number {
  const pattern = lookPattern(look)
  if (look.use === 'floor' && pattern === 'planks') return floorScale.planks
  if (look.use === 'floor' && pattern === 'tile') return floorScale.tile
  const isWoven = pattern === 'fabric' || pattern === 'knit'
  return Math.max(materials[look.material].patternScale, finest) * (isWoven ? weaveRepeat : 1)
}

/** Floors are sealed: a little smoother than the same material on furniture. */
export function lookRoughness(look: SurfaceLook): number {
  const { roughness } = materials[look.material]
  return look.use === 'floor' ? Math.max(roughness * 0.85, 0.2) : roughness
}

/** Part of the light that passes a look's surface, 0 … 1. */
export function lookTransmission(look: SurfaceLook): number {
  return (materials[look.material] as Material).transmission ?? 0
}
