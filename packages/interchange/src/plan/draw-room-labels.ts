import { distancePointToRing, isPointInRegion, polygonBounds } from '@enfilade/geometry'
import { itemFootprint, type Point2, type SceneRoom } from '@enfilade/scene'
import { roomLabel } from './labels.ts'
import type { Sheet, Storey } from './sheet.ts'
import { textAt, textWidth } from './svg.ts'

/** Sizes of letters, millimetres on the page. */
const NAME = 3.2
const DETAIL = 2.3

/** Name, net area and clear width and depth of every room, where the furniture leaves most space for them. */
export function drawRoomLabels(storey: Storey, sheet: Sheet, locale: 'en' | 'zh'): string[] {
  return storey.rooms.map((room) => {
    const name = roomLabel(room, locale)
    const lines = [`${room.area.toFixed(1)} m²`, ...clearSize(room)]
    const width = Math.max(textWidth(name) * NAME, ...lines.map((line) => textWidth(line) * DETAIL))
    // Bold letters and a little air.
    const size: Point2 = [width * 1.12 + 2, NAME + lines.length * DETAIL * 1.35]
    const [x, y] = sheet.at(freePlace(room, storey, [size[0] / sheet.length(1), size[1] / sheet.length(1)]))
    const top = y - size[1] / 2 + NAME * 0.85
    const details = lines.map((line, i) =>
      textAt([x, top + (i + 1) * DETAIL * 1.4], line, { size: DETAIL, className: 'detail-text' }),
    )
    return `<g class="label">${textAt([x, top], name, { size: NAME, className: 'name' })}${details.join('')}</g>`
  })
}

/** Width × depth of a room with four right angles. */
function clearSize({ polygon, area }: SceneRoom): string[] {
  const { minX, minY, maxX, maxY } = polygonBounds(polygon)
  const [width, depth] = [maxX - minX, maxY - minY]
  return area > 0.97 * width * depth ? [`${width.toFixed(2)} × ${depth.toFixed(2)} m`] : []
}

/** Candidates per side of a room's bounds. */
const STEPS = 24

/** The place for a box of text that is furthest inside the room and off its furniture. */
function freePlace(room: SceneRoom, storey: Storey, [width, height]: Point2): Point2 {
  const { minX, minY, maxX, maxY } = polygonBounds(room.polygon)
  const footprints = storey.items
    .filter(
      ({ worldPose: { x, y }, size }) =>
        x > minX - size[0] && x < maxX + size[0] && y > minY - size[0] && y < maxY + size[0],
    )
    .slice(0, 400)
    .map(itemFootprint)
  let best: Point2 = [(minX + maxX) / 2, (minY + maxY) / 2]
  let bestScore = Number.NEGATIVE_INFINITY
  for (let i = 1; i < STEPS; i++) {
    for (let j = 1; j < STEPS; j++) {
      const point: Point2 = [minX + ((maxX - minX) * i) / STEPS, minY + ((maxY - minY) * j) / STEPS]
      if (!isPointInRegion(point, room.polygon, room.holes)) continue
      const spots: Point2[] = [-1, 0, 1].flatMap((u) =>
        [-1, 1].map((v): Point2 => [point[0] + (u * width) / 2, point[1] + (v * height) / 2]),
      )
      const inside = spots.filter((spot) => isPointInRegion(spot, room.polygon, room.holes)).length
      const covered = spots.filter((spot) => footprints.some((ring) => isPointInRegion(spot, ring, []))).length
      const edge = Math.min(0.6, distancePointToRing(point, room.polygon))
      const centre = Math.hypot(point[0] - (minX + maxX) / 2, point[1] - (minY + maxY) / 2)
      const score = inside * 3 - covered * 2 + edge - centre * 0.1
      if (score > bestScore) [best, bestScore] = [point, score]
    }
  }
  return best
}
