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

/** Lengths of the bar to choose from, metres, and into how many parts each is cut; the longest that fits. */
const BARS = [
  [1, 4],
  [2, 4],
  [3, 3],
  [5, 5],
  [10, 5],
  [20, 4],
  [50, 5],
  [100, 4],
  [200, 4],
] as const
const MAX_LENGTH = 62
const BAR = 1.6

function drawScaleBar(scale: number, [right, top]: Point2): string[] {
  const millimetres = (metres: number) => (metres * 1000) / scale
  const [metres, parts] = BARS.findLast(([length]) => millimetres(length) <= MAX_LENGTH) ?? BARS[0]
  const part = millimetres(metres / parts)
  const left = right - part * parts
  const boxes = Array.from({ length: parts }, (_, i) => {
    const fill = i % 2 === 0 ? 'ink' : 'paper'
    return `<rect class="bar ${fill}" x="${mm(left + part * i)}" y="${mm(top)}" width="${mm(part)}" height="${BAR}"/>`
  })
  const numbers = [0, 1, parts].map((i) => {
    const label = i === parts ? `${metres} m` : mm((metres / parts) * i)
    const options = { size: 2.2, className: 'measure', anchor: i === parts ? 'end' : 'middle' } as const
    return textAt([left + part * i, top + BAR + 3.2], label, options)
  })
  return [...boxes, ...numbers]
}
