import type { Point2 } from '@enfilade/scene'

/** Text as it may stand in SVG: no markup, no characters that XML forbids. */
export function escapeText(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/'/g, '&#39;')
}

/** Millimetres on the page to the micrometre, without trailing zeros. */
export function mm(value: number): string {
  return String(Math.round(value * 1000) / 1000 + 0)
}

export function pathOf(points: readonly Point2[], closed: boolean): string {
  return `M${points.map(([x, y]) => `${mm(x)} ${mm(y)}`).join('L')}${closed ? 'Z' : ''}`
}

export type TextOptions = {
  readonly size: number
  readonly className?: string
  readonly anchor?: 'start' | 'middle' | 'end'
  /** Degrees, clockwise on the page. */
  readonly turn?: number
}

export function textAt(
  [x, y]: Point2,
  text: string,
  { size, className, anchor = 'middle', turn }: TextOptions,
): string {
  const rotate = turn ? ` transform="rotate(${mm(turn)} ${mm(x)} ${mm(y)})"` : ''
  const style = className ? ` class="${className}"` : ''
  return `<text x="${mm(x)}" y="${mm(y)}" font-size="${mm(size)}" text-anchor="${anchor}"${style}${rotate}>${escapeText(text)}</text>`
}

/** About how wide a text is, in em: Chinese characters are square, others about half as wide. */
export function textWidth(text: string): number {
  let width = 0
  for (const char of text) width += /[\u2E80-\uFFEF]/.test(char) ? 1 : 0.56
  return width
}
