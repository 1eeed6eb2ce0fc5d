import type { ItemShape } from '@enfilade/critic'
import { interiorPoint } from '@enfilade/geometry'
import type { Point2, Size3 } from '@enfilade/scene'
import type { BriefObject } from '../brief.ts'
import { isInRoom } from '../building-parts.ts'
import type { Placed } from '../placed.ts'
import { sizeOptions } from '../size-choice.ts'
import { ROOM_UNIT, type Stage } from './stage.ts'

/** Floor that one room light serves, m²: two lights from about twice this on. */
const AREA_PER_LIGHT = 17
/** Underside of a lamp over a table above its top, metres. */
const OVER_TABLE = 0.75

/** Points for room lights: one in the middle, more along the longer direction of a large room. */
export const lightPoints = (stage: Stage, count?: number): Point2[] => {
  const { site } = stage
  const { area, polygon, holes } = site.plan
  const wanted = count ?? Math.max(1, Math.min(6, Math.round(area / AREA_PER_LIGHT - 0.2)))
  const middle = isInRoom(site, site.center)
    ? site.center
    : interiorPoint(
        [...polygon],
        holes.map((hole) => [...hole]),
      )
  if (wanted <= 1) return [middle]
  const { bare } = site
  const spanX = bare.columns * bare.cell
  const spanY = bare.rows * bare.cell
  const isWide = spanX >= spanY
  const points: Point2[] = []
  for (let index = 0; index < wanted; index++) {
    const share = (index + 0.5) / wanted - 0.5
    const point: Point2 = isWide ? [middle[0] + share * spanX, middle[1]] : [middle[0], middle[1] + share * spanY]
    if (isInRoom(site, point)) points.push(point)
  }
  return points.length > 0 ? points : [middle]
}

export const hangLight = (
  stage: Stage,
  category: string,
  at: Point2,
  object?: BriefObject,
  wish?: Size3,
  unit = ROOM_UNIT,
): Placed | undefined => {
  const place = ceilingPlace(stage, category, at, object, sizeOptions(category, object, wish)[0]!, unit)
  return place ? stage.add(place) : undefined
}

/** Under the ceiling at a point, where nothing is in the way. Nothing is added. */
export const ceilingPlace = (
  stage: Stage,
  category: string,
  at: Point2,
  object: BriefObject | undefined,
  size: Size3,
  unit: number,
  yaw = stage.site.axes[0] ?? 0,
): Omit<Placed, 'id'> | undefined => {
  const thing = {
    category,
    size,
    object: object?.words === '' ? undefined : object,
    variant: object?.attributes?.variant,
    shape: object?.attributes?.shape,
    pose: { x: at[0], y: at[1], z: stage.site.plan.height - size[2], yaw },
    support: { on: 'ceiling' } as const,
    unit,
  }
  const { box } = stage.preview(thing)
  return stage.isInside(box) && stage.isFree(box) ? thing : undefined
}

/** A pendant over a table; it hangs down to 0.75 m above the top. */
export const hangOverTable = (
  stage: Stage,
  category: string,
  table: ItemShape,
  object?: BriefObject,
): Placed | undefined => {
  const size = sizeOverTable(stage, object ?? { category }, table)
  const place = ceilingPlace(
    stage,
    category,
    [table.box.x, table.box.y],
    object,
    size,
    stage.unitOf(table.id),
    table.box.yaw,
  )
  return place ? stage.add(place) : undefined
}

/** As wide as the table allows, as long as it takes to hang over it. */
export const sizeOverTable = (
  stage: Stage,
  object: Partial<BriefObject> & { category: string },
  table: ItemShape,
): Size3 => {
  const named = object.key === undefined ? undefined : (object as BriefObject)
  const [width, depth, usual] = sizeOptions(object.category, named)[0]!
  const drop = stage.site.plan.height - table.box.top - OVER_TABLE
  const height = table.box.top > 1.2 || named?.size?.height ? usual : Math.max(0.25, Math.min(drop, 1.6))
  if (named?.size?.width || named?.size?.depth) return [width, depth, round(height)]
  const most = table.box.halfWidth * 2 * 0.6
  const share = Math.min(1, most / Math.max(width, depth))
  return [round(width * share), round(depth * share), round(height)]
}

const round = (value: number): number => Math.round(value * 100) / 100
