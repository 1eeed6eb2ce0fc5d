import type { Sheet, Storey } from './sheet.ts'
import { pathOf } from './svg.ts'

/** Walls cut by the plan's plane, filled; load-bearing ones darker. */
export function drawWalls(storey: Storey, sheet: Sheet): string[] {
  return (['partition', 'load-bearing'] as const).flatMap((kind) => {
    const walls = storey.walls.filter(({ structure }) => (structure === 'load-bearing') === (kind === 'load-bearing'))
    const paths = walls.map((wall) => pathOf(wall.outline.map(sheet.at), true))
    return paths.length > 0 ? [`<path class="wall ${kind}" d="${paths.join('')}"/>`] : []
  })
}

/** The floors of the rooms. */
export function drawFloors(storey: Storey, sheet: Sheet): string[] {
  return storey.rooms.map(({ polygon, holes, type }) => {
    const wet = WET_ROOMS.has(type) ? ' wet' : ''
    const rings = [polygon, ...holes].map((ring) => pathOf(ring.map(sheet.at), true))
    return `<path class="floor${wet}" d="${rings.join('')}"/>`
  })
}

const WET_ROOMS: ReadonlySet<string> = new Set(['bathroom', 'kitchen', 'laundry', 'toilet', 'balcony'])
