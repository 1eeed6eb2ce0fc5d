import type { LevelRecord, Point2, Scene, SceneItem, SceneOpening, SceneRoom, SceneWall } from '@enfilade/scene'

/** What is drawn of one storey. */
export type Storey = {
  readonly level: LevelRecord
  readonly walls: readonly SceneWall[]
  readonly openings: readonly SceneOpening[]
  readonly rooms: readonly SceneRoom[]
  readonly items: readonly SceneItem[]
}

/** Where a storey is on the page: plan metres to page millimetres, y turned over. */
export type Sheet = {
  readonly scale: number
  /** Plan bounds of what is built, metres. */
  readonly bounds: { readonly minX: number; readonly minY: number; readonly maxX: number; readonly maxY: number }
  /** Page millimetres of a plan point. */
  at(point: Point2): Point2
  /** Page millimetres of a length. */
  length(metres: number): number
}

/** Frame of an empty storey, metres. */
const EMPTY = { minX: 0, minY: 0, maxX: 4, maxY: 3 }

export function storeyOf(scene: Scene, level: LevelRecord): Storey {
  const isHere = (part: { readonly level: string }) => part.level === level.id
  return {
    level,
    walls: scene.walls.filter(isHere),
    openings: scene.openings.filter(isHere),
    rooms: scene.rooms.filter(isHere),
    items: scene.items.filter(isHere),
  }
}

/** Bounds of the walls, or of what stands there when nothing is built. */
export function boundsOf({ walls, items }: Storey): Sheet['bounds'] {
  const points =
    walls.length > 0 ? walls.flatMap((wall) => wall.outline) : items.map(({ worldPose: { x, y } }): Point2 => [x, y])
  if (points.length === 0) return EMPTY
  const margin = walls.length > 0 ? 0 : 1
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const low = (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b)) - margin
  const high = (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b)) + margin
  return { minX: low(xs), minY: low(ys), maxX: high(xs), maxY: high(ys) }
}

/** @param left Page millimetres of the west edge. @param top Page millimetres of the north edge. */
export function createSheet(bounds: Sheet['bounds'], scale: number, left: number, top: number): Sheet {
  const factor = 1000 / scale
  return {
    scale,
    bounds,
    at: ([x, y]) => [left + (x - bounds.minX) * factor, top + (bounds.maxY - y) * factor],
    length: (metres) => metres * factor,
  }
}
