import type { Point2 } from '@enfilade/scene'

/** Coordinates in SVG: a tenth of a millimetre is finer than any screen. */
export function round(value: number): number {
  return Math.round(value * 10000) / 10000
}

export function ringPath(ring: readonly Point2[], closed = true): string {
  if (ring.length === 0) return ''
  let path = `M${round(ring[0]![0])} ${round(ring[0]![1])}`
  for (let i = 1; i < ring.length; i++) path += `L${round(ring[i]![0])} ${round(ring[i]![1])}`
  return closed ? `${path}Z` : path
}

export function linePath(from: Point2, to: Point2): string {
  return `M${round(from[0])} ${round(from[1])}L${round(to[0])} ${round(to[1])}`
}

export function degrees(radians: number): number {
  return round((radians * 180) / Math.PI)
}

/** Transform of upright text that keeps its size on screen. */
export function textTransform(at: Point2, scale: number, angle = 0): string {
  const k = round(1 / scale)
  return `translate(${round(at[0])} ${round(at[1])}) scale(${k} ${-k})${angle ? ` rotate(${round(angle)})` : ''}`
}
