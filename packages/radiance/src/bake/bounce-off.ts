import type { SurfaceMaterial } from '../scene/trace-scene.ts'
import { reflectance, scattering } from '../trace/gloss.ts'

/** What becomes of a ray at a surface: it ends there, goes on as if nothing were there, is bent, or is lost. */
export type Fate = 'end' | 'pass' | 'gloss' | 'metal' | 'lost'

/** Glosses rougher than this are as good as matt for the light that they hand on. */
const MATT = 0.6

const mirrored = new Float64Array(3)

/**
 * Draws a ray's fate in the proportions in which the path tracer's surfaces mirror, pass and scatter light.
 *
 * @param cosine Of the angle between ray and normal, 0 … 1. @param chance Random number 0 … 1.
 */
export function bounceOff(material: SurfaceMaterial, cosine: number, chance: number): Fate {
  const { metalness, roughness, transmission } = material
  if (transmission === 0) {
    if (chance < metalness) return 'metal'
    if (roughness > MATT) return 'end'
    reflectance({ ...material, metalness: 0 }, material.albedo, cosine, mirrored)
    return chance < metalness + (1 - metalness) * mirrored[0]! ? 'gloss' : 'end'
  }
  reflectance(material, material.albedo, cosine, mirrored)
  let rest = chance - mirrored[0]!
  if (rest < 0) return 'gloss'
  rest -= (1 - mirrored[0]!) * transmission
  if (rest < 0) return 'pass'
  return rest < (1 - mirrored[0]!) * scattering(material) ? 'end' : 'lost'
}
