import type { Mood } from './appearance-brief.ts'
import { colorDistance, hexOf, type Lch, lchOf } from './oklab.ts'

/** Lightness beyond these is neither paint nor cloth. */
const DARKEST = 0.17
const LIGHTEST = 0.955

/**
 * A colour that stands out from its neighbours: its lightness moves away from them as little as it must.
 *
 * @param apart Least distance in OKLab from each neighbour.
 */
export function standOut(color: string, neighbours: readonly string[], apart: number): string {
  const near = (candidate: string) => neighbours.some((other) => colorDistance(candidate, other) < apart)
  if (!near(color)) return color
  const { l, c, h } = lchOf(color)
  for (let step = 1; step <= 40; step++) {
    for (const way of l > 0.6 ? [-1, 1] : [1, -1]) {
      const light = l + way * step * 0.01
      if (light < DARKEST || light > LIGHTEST) continue
      // A darker shade of a pale paint is fuller, not greyer.
      const moved = hexOf({ l: light, c: c * (1 + Math.max(0, l - light) * 3), h })
      if (!near(moved)) return moved
    }
  }
  return color
}

/** Changes lightness by `light`, multiplies chroma, turns the hue part of the way to another. */
export function shift(
  color: string,
  change: { light?: number; chroma?: number; towards?: number; by?: number },
): string {
  const { l, c, h } = lchOf(color)
  const { light = 0, chroma = 1, towards, by = 0 } = change
  const turned = towards === undefined ? { c, h } : turn(c, h, towards, by)
  return hexOf({ l: Math.min(LIGHTEST, Math.max(DARKEST, l + light)), c: turned.c * chroma, h: turned.h })
}

/** Mixes in a little of a hue, as a glaze does: greys take it too. */
function turn(c: number, h: number, towards: number, by: number): Pick<Lch, 'c' | 'h'> {
  const a = c * Math.cos(h) + by * Math.cos(towards)
  const b = c * Math.sin(h) + by * Math.sin(towards)
  return { c: Math.hypot(a, b), h: Math.atan2(b, a) }
}

/** Hue of lamplight and of shade, radians in OKLab. */
const AMBER = 1.2
const BLUE = -1.9

/** What moods do to a colour. `share`: how much of it, 1 for paint and cloth, less for wood and stone. */
export function inMood(color: string, moods: readonly Mood[], share = 1, isWall = false): string {
  return moods.reduce((now, mood) => {
    switch (mood) {
      case 'warm':
      case 'cosy':
        return shift(now, { towards: AMBER, by: 0.012 * share, light: mood === 'cosy' ? -0.015 * share : 0 })
      case 'cool':
        return shift(now, { towards: BLUE, by: 0.014 * share })
      case 'calm':
      case 'muted':
        return shift(now, { chroma: 1 - 0.35 * share })
      case 'colourful':
        return shift(now, { chroma: 1 + 0.45 * share })
      case 'fresh':
        return shift(now, { light: 0.03 * share, chroma: 1 + 0.1 * share })
      case 'bright':
        return shift(now, { light: 0.045 * share })
      case 'dark':
      case 'dramatic':
        return shift(now, { light: (isWall ? -0.3 : -0.06) * share, chroma: isWall ? 1.6 : 1 })
      default:
        return now
    }
  }, color)
}

/** Two woods in one room are either the same or clearly different. */
export const SAME_WOOD = 0.035
export const OTHER_WOOD = 0.085

export function agree(a: string, b: string): boolean {
  const apart = colorDistance(a, b)
  return apart < SAME_WOOD || apart > OTHER_WOOD
}
