import {
  lookPattern,
  lookPatternScale,
  lookRoughness,
  lookTransmission,
  materials,
  type SurfaceLook,
} from '@enfilade/catalogue'
import { linearColor } from './color.ts'
import type { Rgb, SurfaceMaterial } from './trace-scene.ts'

export const NO_LIGHT: Rgb = [0, 0, 0]

/** A look as light meets it. @param emission Radiance of its front face, kcd/m². What shines lets no light pass. */
export function surfaceMaterial(look: SurfaceLook, emission: Rgb = NO_LIGHT): SurfaceMaterial {
  const isLit = emission !== NO_LIGHT
  return {
    albedo: linearColor(look.color),
    roughness: lookRoughness(look),
    metalness: materials[look.material].metalness,
    transmission: isLit ? 0 : lookTransmission(look),
    pattern: lookPattern(look) ?? 'none',
    patternScale: lookPatternScale(look),
    emission,
  }
}
