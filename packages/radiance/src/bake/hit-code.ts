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

/** Low bits that name no site: the ray left the scene, met the inside of a thing, or was swallowed. */
export const ESCAPED = SITE_MASK
export const INSIDE = SITE_MASK - 1
export const SWALLOWED = SITE_MASK - 2
/** More sites cannot be told apart. */
export const SITES_MAX = SITE_MASK - 3

export const BENT = 1
export const FIRST_METAL = 2
const MATERIALS_MAX = 1024 - FIRST_METAL

export const packHit = (site: number, via: number): number => ((via << SITE_BITS) | site) >>> 0

/** How a ray is marked that a material bent; metals beyond the numbers lose their colour. */
export const viaMetal = (material: number): number => (material < MATERIALS_MAX ? FIRST_METAL + material : BENT)
