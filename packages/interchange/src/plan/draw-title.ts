import type { Point2 } from '@enfilade/scene'
import { WORDS } from './labels.ts'
import { mm, textAt } from './svg.ts'

/** Height of the band with title and scale bar, millimetres. */
export const TITLE_HEIGHT = 22

export type Title = {
  readonly title: string
  readonly scale: number
  readonly area: number
  readonly locale: 'en' | 'zh'
}

/** The band under the plan: title and area on the left, the scale bar on the right. */
export function drawTitle({ title, scale, area, locale }: Title, left: number, right: number, top: number): string[] {
  const words = WORDS[locale]
  const facts = `${words.scale} 1:${mm(scale)}  ·  ${words.area} ${area.toFixed(1)} m²  ·  ${words.units}`
  return [
    `<path class="rule" d="M${mm(left)} ${mm(top)}L${mm(right)} ${mm(top)}"/>`,
    textAt([left, top + 8], title, { size: 5, anchor: 'start', className: 'title' }),
    textAt([left, top + 14], facts, { size: 2.5, anchor: 'start', className: 'detail-text' }),
    ...drawScaleBar(scale, [right, top + 6]),
  ]
}

/** Lengths of the bar to choose from, metres; the longest that fits. */
const LENGTHS = [1, 2, 3, 5, 10, 20, 50, 100]
const MAX_LENGTH = 62
const BAR = 1.6
const PARTS = 5

function drawScaleBar(scale: number, [right, top]: Point2): string[] {
  const millimetres = (metres: number) => (metres * 1000) / scale
  const metres = LENGTHS.findLast((length) => millimetres(length) <= MAX_LENGTH) ?? LENGTHS[0]!
  const length = millimetres(metres)
  const left = right - length
  const parts = Array.from({ length: PARTS }, (_, i) => {
    const fill = i % 2 === 0 ? 'ink' : 'paper'
    return `<rect class="bar ${fill}" x="${mm(left + (length * i) / PARTS)}" y="${mm(top)}" width="${mm(length / PARTS)}" height="${BAR}"/>`
  })
  const numbers = [0, metres / 2, metres].map((value) => {
    const label = value === metres ? `${value} m` : String(value)
    return textAt([left + millimetres(value), top + BAR + 3.2], label, {
      size: 2.2,
      className: 'measure',
      anchor: value === metres ? 'end' : 'middle',
    })
  })
  return [...parts, ...numbers]
}
