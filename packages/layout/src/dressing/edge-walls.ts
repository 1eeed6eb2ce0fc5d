import { projectOnAxis, type SceneWall } from '@enfilade/scene'
import { type Edge, edgePoint, type Site } from '../site.ts'

/** A stretch of an edge, metres from its start, that is the face of one wall. */
export type EdgeWall = { readonly from: number; readonly to: number; readonly wall: SceneWall }

/** Farther from half its thickness an edge is not a wall's face, metres; an arc's facets lie a little off it. */
const STRAIGHT_OFF = 0.01
const ARC_OFF = 0.03

/** The walls whose faces make up an edge: several where walls go on in one line. */
export const edgeWalls = (site: Site, edge: Edge): EdgeWall[] => {
  const found: EdgeWall[] = []
  for (const id of site.room.walls) {
    const wall = site.scene.byId.get(id)
    if (!wall || !('kind' in wall) || wall.kind !== 'wall') continue
    const stretch = wall.bulge ? arcStretch(edge, wall) : straightStretch(edge, wall)
    if (stretch) found.push(stretch)
  }
  return found
}

const straightStretch = (edge: Edge, wall: SceneWall): EdgeWall | undefined => {
  const toAlong = ([x, y]: readonly [number, number]): number =>
    (x - edge.a[0]) * edge.along[0] + (y - edge.a[1]) * edge.along[1]
  const toDepth = ([x, y]: readonly [number, number]): number =>
    (x - edge.a[0]) * edge.inward[0] + (y - edge.a[1]) * edge.inward[1]
  const depths = [toDepth(wall.start), toDepth(wall.end)]
  if (depths.some((depth) => Math.abs(depth + wall.thickness / 2) > STRAIGHT_OFF)) return undefined
  const [first, second] = [toAlong(wall.start), toAlong(wall.end)]
  const [from, to] = [Math.min(first, second), Math.max(first, second)]
  return to > 0 && from < edge.length ? { from, to, wall } : undefined
}

const arcStretch = (edge: Edge, wall: SceneWall): EdgeWall | undefined => {
  const { distance } = projectOnAxis(wall, edgePoint(edge, edge.length / 2, 0))
  return Math.abs(distance - wall.thickness / 2) <= ARC_OFF ? { from: 0, to: edge.length, wall } : undefined
}
