import { paintPattern, patternSize, type SurfacePattern } from '@enfilade/catalogue/patterns'
import { toLinearChannel } from './color.ts'

/** A pattern ready to look up: what the base colour is multiplied by, linear, three numbers a pixel; it repeats. */
export type PatternTexture = {
  /** Pixels a side; a power of two. */
  readonly size: number
  readonly pixels: Float32Array
}

const LINEAR = Float32Array.from({ length: 256 }, (_, byte) => toLinearChannel(byte))
const textures = new Map<SurfacePattern, PatternTexture>()

/** The texture of a pattern; painted on first use. `none`: undefined. */
export function patternTexture(pattern: SurfacePattern | 'none'): PatternTexture | undefined {
  if (pattern === 'none') return undefined
  const known = textures.get(pattern)
  if (known) return known
  const size = patternSize(pattern)
  const texture = { size, pixels: Float32Array.from(paintPattern(pattern, size), (byte) => LINEAR[byte]!) }
  textures.set(pattern, texture)
  return texture
}

/** Takes a texture that another thread has painted. */
export function keepPatternTexture(pattern: SurfacePattern | 'none', texture: PatternTexture): void {
  if (pattern !== 'none' && !textures.has(pattern)) textures.set(pattern, texture)
}

/**
 * A texture at u, v in repeats, mixed between the four nearest pixels.
 *
 * @param into Mutated: multiplied by the pattern, red, green, blue from `at`.
 */
export function multiplyByPattern(
  texture: PatternTexture,
  u: number,
  v: number,
  into: Float64Array | Float32Array | number[],
  at = 0,
): void {
  const { size, pixels } = texture
  const mask = size - 1
  const x = u * size - 0.5
  const y = v * size - 0.5
  const x0 = Math.floor(x)
  const y0 = Math.floor(y)
  const fx = x - x0
  const fy = y - y0
  const left = x0 & mask
  const right = (x0 + 1) & mask
  const top = (y0 & mask) * size
  const bottom = ((y0 + 1) & mask) * size
  for (let channel = 0; channel < 3; channel++) {
    const a = pixels[(top + left) * 3 + channel]!
    const b = pixels[(top + right) * 3 + channel]!
    const c = pixels[(bottom + left) * 3 + channel]!
    const d = pixels[(bottom + right) * 3 + channel]!
    const upper = a + (b - a) * fx
    into[at + channel]! *= upper + (c + (d - c) * fx - upper) * fy
  }
}
