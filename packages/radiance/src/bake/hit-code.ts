/**
 * What a stored ray met, in 32 bits: a site in the low 22, and in the high 10 how the ray got there.
 *
 * | high bits | meaning |
 * |---|---|
 * | 0 | straight, through clear sheets perhaps |
 * | 1 | bent by a gloss or a mirror without colour |
 * | 2 … 1023 | bent by the metal whose material has this number less 2 |
 */
export const SITE_BITS = 22
export const SITE_MASK = (1 << SITE_BITS) - 1

/** Low bits that name no site: the ray met the inside of a thing … */
export const INSIDE = SITE_MASK
/** … or was swallowed, or left through a portal, whose light is counted apart … */
export const SWALLOWED = SITE_MASK - 1
/** … or saw the sky: this and the following numbers are bins of the sine of its elevation, −1 … 1. */
export const SKY_BINS = 64
export const FIRST_SKY = SITE_MASK - 1 - SKY_BINS
/** More sites cannot be told apart. */
export const SITES_MAX = FIRST_SKY

export const BENT = 1
export const FIRST_METAL = 2
const METALS_MAX = 1024 - FIRST_METAL

export const packHit = (site: number, via: number): number => ((via << SITE_BITS) | site) >>> 0

/** How a ray is marked that a metal bent; metals beyond the numbers lose their colour. */
export const viaMetal = (material: number): number => (material < METALS_MAX ? FIRST_METAL + material : BENT)

export const skyCode = (sineOfElevation: number): number =>
  FIRST_SKY + Math.min(SKY_BINS - 1, Math.max(0, Math.floor((sineOfElevation * 0.5 + 0.5) * SKY_BINS)))

/** Sine of the elevation in the middle of a sky bin. */
export const sineOfBin = (bin: number): number => ((bin + 0.5) / SKY_BINS) * 2 - 1
