import { buildItemSymbol, findKind, resolveFinish } from '@enfilade/catalogue'
import type { Point2, SceneItem } from '@enfilade/scene'
import type { Sheet, Storey } from './sheet.ts'
import { pathOf } from './svg.ts'

/** Part of an item's colour in the fill of its symbol; the rest is paper. */
const TINT = 0.16

/** The symbols of the items, low ones under high ones. */
export function drawItems(storey: Storey, sheet: Sheet): string[] {
  const order = [...storey.items].sort(
    (a, b) => rank(a) - rank(b) || a.worldPose.z - b.worldPose.z || (a.id < b.id ? -1 : 1),
  )
  return order.map((item) => {
    const { x, y, yaw } = item.worldPose
    const [cos, sin] = [Math.cos(yaw), Math.sin(yaw)]
    const place = ([px, py]: Point2) => sheet.at([x + px * cos - py * sin, y + px * sin + py * cos])
    const paths = buildItemSymbol(item).map(({ points, closed, style, fill }) => {
      const paint = fill ? ` style="fill:${fillOf(item)}"` : ''
      return `<path class="${style}"${paint} d="${pathOf(points.map(place), closed)}"/>`
    })
    return `<g class="item">${paths.join('')}</g>`
  })
}

/** Rugs and the like lie under everything, ceiling things hang over it. */
function rank(item: SceneItem): number {
  if (item.support.on === 'ceiling') return 2
  return findKind(item.category)?.walkable ? 0 : 1
}

function fillOf(item: SceneItem): string {
  const defaults = findKind(item.category)?.finishes
  const slot = defaults && Object.keys(defaults)[0]
  const color = defaults && slot !== undefined ? resolveFinish(defaults, item.finishes, slot).color : '#c8c4bc'
  const channel = (from: number) => {
    const value = Number.parseInt(color.slice(from, from + 2), 16)
    return Math.round(255 - (255 - value) * TINT)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${channel(1)}${channel(3)}${channel(5)}`
}
