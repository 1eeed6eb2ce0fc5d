import { polygonBounds } from '@enfilade/geometry'
import type { Point2 } from '@enfilade/scene'
import type { Sheet, Storey } from './sheet.ts'
import { mm, textAt } from './svg.ts'

/** How far off the plan the chains of dimensions run: rooms first, the whole outside. Millimetres on the page. */
const CHAIN = 7
const OVERALL = 14
/** Space that the dimensions take beside the plan, millimetres. */
export const DIMENSION_MARGIN = 21
const TEXT = 2.2
const TICK = 1.1
/** Pieces shorter than this on the page have no room for a number. */
const MIN_PIECE = 5
/** Faces nearer than this are one mark of the chain, metres. */
const SAME = 0.02

/** Clear measures of the rooms and the overall measure, below and left of the plan. */
export function drawDimensions(storey: Storey, sheet: Sheet): string[] {
  if (storey.walls.length === 0) return []
  const { minX, minY, maxX, maxY } = sheet.bounds
  const rooms = storey.rooms.map(({ polygon }) => polygonBounds(polygon))
  const across = marks(
    rooms.flatMap((room) => [room.minX, room.maxX]),
    minX,
    maxX,
  )
  const up = marks(
    rooms.flatMap((room) => [room.minY, room.maxY]),
    minY,
    maxY,
  )
  const below = (x: number, offset: number): Point2 => add(sheet.at([x, minY]), [0, offset])
  const beside = (y: number, offset: number): Point2 => add(sheet.at([minX, y]), [-offset, 0])
  return [
    ...chain(across, (x) => below(x, CHAIN), 'across'),
    ...chain([minX, maxX], (x) => below(x, OVERALL), 'across'),
    ...chain(up, (y) => beside(y, CHAIN), 'up'),
    ...chain([minY, maxY], (y) => beside(y, OVERALL), 'up'),
  ]
}

function marks(faces: readonly number[], low: number, high: number): number[] {
  const sorted = [low, ...faces.filter((face) => face > low && face < high), high].sort((a, b) => a - b)
  return sorted.filter((value, i) => i === 0 || value - sorted[i - 1]! > SAME)
}

function chain(values: readonly number[], at: (value: number) => Point2, way: 'across' | 'up'): string[] {
  const points = values.map(at)
  const first = points[0]!
  const last = points.at(-1)!
  const line = `<path class="dimension" d="M${mm(first[0])} ${mm(first[1])}L${mm(last[0])} ${mm(last[1])}"/>`
  const ticks = points.map(([x, y]) => `M${mm(x - TICK)} ${mm(y + TICK)}L${mm(x + TICK)} ${mm(y - TICK)}`)
  const numbers = values.slice(1).flatMap((value, i) => {
    const [a, b] = [points[i]!, points[i + 1]!]
    if (Math.hypot(b[0] - a[0], b[1] - a[1]) < MIN_PIECE) return []
    const middle: Point2 = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]
    const measure = (value - values[i]!).toFixed(2)
    return way === 'across'
      ? textAt([middle[0], middle[1] - 1], measure, { size: TEXT, className: 'measure' })
      : textAt([middle[0] - 1, middle[1]], measure, { size: TEXT, className: 'measure', turn: -90 })
  })
  return [line, `<path class="tick" d="${ticks.join('')}"/>`, ...numbers]
}

function add([x, y]: Point2, [dx, dy]: Point2): Point2 {
  return [x + dx, y + dy]
}
