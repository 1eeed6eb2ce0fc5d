/** Reflectance of glass at right angles, one sheet. 0.04 is one face of refractive index 1.5. */
export const GLASS_REFLECTANCE = 0.04

/** Schlick's approximation of Fresnel's reflectance. @param cosine Of the angle to the normal, 0 … 1. */
export function schlick(reflectance: number, cosine: number): number {
  const rest = 1 - cosine
  const square = rest * rest
  return reflectance + (1 - reflectance) * square * square * rest
}

/**
 * The part of light that passes one thin sheet straight on. Shadow rays and paths both use it, so they agree.
 *
 * @param transmission Of the material, 0 … 1. @param cosine Of the angle to the normal, 0 … 1.
 */
export const passThinSheet = (transmission: number, cosine: number): number =>
  transmission * (1 - schlick(GLASS_REFLECTANCE, cosine))
