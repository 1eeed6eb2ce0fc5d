import { isEqualJson } from './json.ts'
import { MIN_WALL_LENGTH } from './limits.ts'
import type { PlanGraph } from './plan-graph.ts'
import type { CornerRecord, Id, LevelRecord, WallRecord } from './records.ts'
import type { SceneWall } from './scene.ts'
import { axisLength } from './wall-axis.ts'
import { outlineWall } from './wall-outline.ts'

/** A wall with its ends, before its outline is known. */
export type PlacedWall = Omit<SceneWall, 'outline'>

/** @returns A reason where the wall can't be shown. */
export function placeWall(
  record: WallRecord,
  corners: ReadonlyMap<Id, CornerRecord>,
  levels: ReadonlyMap<Id, LevelRecord>,
): PlacedWall | string {
  const level = levels.get(record.level)
  if (!level) return `level ${record.level} is missing`
  const [a, b] = [corners.get(record.a), corners.get(record.b)]
  if (!a || !b) return `corner ${a ? record.b : record.a} is missing`
  if (a.level !== record.level || b.level !== record.level) return 'a corner of it is on another level'
  if (Math.hypot(b.at[0] - a.at[0], b.at[1] - a.at[1]) < MIN_WALL_LENGTH) return 'it has no length'
  return {
    ...record,
    start: a.at,
    end: b.at,
    resolvedHeight: record.height ?? level.height,
    length: axisLength({ start: a.at, end: b.at, ...(record.bulge && { bulge: record.bulge }) }),
  }
}

/** The walls of a graph with their outlines; a wall equal to the one in `known` is that object. */
export function outlineWalls(
  placed: readonly PlacedWall[],
  graph: PlanGraph,
  known: ReadonlyMap<Id, SceneWall>,
): SceneWall[] {
  return placed.map((wall, index) => {
    const whole: SceneWall = { ...wall, outline: outlineWall(graph, index) }
    const before = known.get(wall.id)
    return before && isEqualJson(before, whole) ? before : whole
  })
}
