import { flattenAxis, type SceneWall } from '@enfilade/scene'
import type { Sheet, Storey } from './sheet.ts'
import { mm, pathOf } from './svg.ts'

/**
 * Walls cut by the plan's plane, filled; load-bearing ones darker. Where they meet lighter walls they run through: the
 * mitred outlines share a joint evenly, so a strip along the axis takes it back.
 */
export function drawWalls(storey: Storey, sheet: Sheet): string[] {
  const bearing = storey.walls.filter(({ structure }) => structure === 'load-bearing')
  const others = storey.walls.filter(({ structure }) => structure !== 'load-bearing')
  const outlines = (walls: readonly SceneWall[]) =>
    walls.map((wall) => pathOf(wall.outline.map(sheet.at), true)).join('')
  const strips =
    others.length === 0
      ? []
      : bearing.map((wall) => {
          const width = mm(sheet.length(wall.thickness))
          return `<path class="strip" stroke-width="${width}" d="${pathOf(flattenAxis(wall).map(sheet.at), false)}"/>`
        })
  return [
    ...(others.length > 0 ? [`<path class="wall partition" d="${outlines(others)}"/>`] : []),
    ...(bearing.length > 0 ? [`<path class="wall load-bearing" d="${outlines(bearing)}"/>`] : []),
    ...strips,
  ]
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
