import type { Id, Point2, SceneOpening, SceneWall } from '@enfilade/scene'
import type { Draft, Guide } from '../../interaction/draft.ts'
import { fitOpening, pointOnWall, projectOnWall, wallNear } from '../../interaction/opening-place.ts'
import { add, direction, dot, leftOf, scale, subtract } from '../../interaction/plane.ts'
import type { ToolPointer } from '../../interaction/pointer.ts'
import { roundLength, snapPoint } from '../../interaction/snapping/snap-point.ts'
import { collectCorners } from '../../interaction/snapping/wall-faces.ts'
import type { ToolHost } from '../tool.ts'

const pullPx = 10

/** The draft of dragging a joint; every wall that meets in it follows. */
export function dragCorner(host: ToolHost, corner: Id, event: ToolPointer): Draft {
  const to = snappedCorner(host, corner, event)
  return {
    operations: [{ type: 'corner-moved', id: corner, to: to.point }],
    corners: { [corner]: to.point },
    guides: to.guides,
  }
}

function snappedCorner(host: ToolHost, corner: Id, event: ToolPointer): { point: Point2; guides: readonly Guide[] } {
  if (!host.snapping() || event.modifiers.alt) return { point: event.plan, guides: [] }
  return snapPoint(event.plan, {
    scene: host.scene(),
    level: host.level(),
    tolerance: pullPx * event.metresPerPixel,
    metresPerPixel: event.metresPerPixel,
    without: new Set([corner]),
  })
}

/** The draft of dragging a wall square to its axis; its neighbours stretch. */
export function dragWall(host: ToolHost, wall: SceneWall, from: Point2, event: ToolPointer): Draft {
  const normal = leftOf(direction(wall.start, wall.end))
  let shift = dot(subtract(event.plan, from), normal)
  const guides: Guide[] = []
  if (host.snapping() && !event.modifiers.alt) {
    const aligned = alignWall(host, wall, normal, shift, pullPx * event.metresPerPixel)
    shift = aligned?.shift ?? roundLength(shift, event.metresPerPixel)
    if (aligned) guides.push({ kind: 'align', from: aligned.target, to: add(wall.start, scale(normal, shift)) })
  }
  const by = scale(normal, shift)
  return {
    operations: [{ type: 'wall-moved', id: wall.id, by }],
    corners: { [wall.a]: add(wall.start, by), [wall.b]: add(wall.end, by) },
    guides,
  }
}

/** Comes into line with other corners of the level. */
function alignWall(host: ToolHost, wall: SceneWall, normal: Point2, shift: number, tolerance: number) {
  let best: { shift: number; target: Point2 } | undefined
  for (const [id, at] of collectCorners(host.scene(), host.level())) {
    if (id === wall.a || id === wall.b) continue
    const own = dot(subtract(at, wall.start), normal)
    if (Math.abs(own - shift) <= (best ? Math.abs(best.shift - shift) : tolerance)) best = { shift: own, target: at }
  }
  return best
}

/** The draft of dragging an opening along its wall, or over to another wall under the pointer. */
export function dragOpening(host: ToolHost, opening: SceneOpening, event: ToolPointer): Draft | undefined {
  const scene = host.scene()
  const home = scene.walls.find((wall) => wall.id === opening.wall)
  const wall = wallNear(scene, host.level(), event.plan, 12 * event.metresPerPixel) ?? home
  if (!wall) return undefined
  const wanted = projectOnWall(wall, event.plan).along
  const rounded = event.modifiers.alt || !host.snapping() ? wanted : snapAlong(wall, wanted, event.metresPerPixel)
  const along = fitOpening(scene, wall, rounded, opening.width, opening.id)
  if (along === undefined) return undefined
  const changed = wall.id === opening.wall ? {} : { wall: wall.id }
  return {
    operations: [{ type: 'opening-changed', id: opening.id, ...changed, along }],
    opening: {
      id: opening.id,
      type: opening.type,
      at: pointOnWall(wall, along).at,
      wall: wall.id,
      along,
      width: opening.width,
    },
    guides: openingGuides(wall, along, opening.width),
  }
}

const narrowestOpening = 0.3

/** The draft of dragging an opening's edge; the other edge stays. */
export function resizeOpening(
  host: ToolHost,
  opening: SceneOpening,
  end: 'a' | 'b',
  event: ToolPointer,
): Draft | undefined {
  const scene = host.scene()
  const wall = scene.walls.find((candidate) => candidate.id === opening.wall)
  if (!wall) return undefined
  const fixed = opening.along + (end === 'a' ? 1 : -1) * (opening.width / 2)
  const wanted = Math.abs(projectOnWall(wall, event.plan).along - fixed)
  const width = Math.max(narrowestOpening, roundLength(wanted, event.metresPerPixel))
  const along = fixed + (end === 'a' ? -1 : 1) * (width / 2)
  const fitted = fitOpening(scene, wall, along, width, opening.id)
  if (fitted === undefined || Math.abs(fitted - along) > 1e-6) return undefined
  return {
    operations: [{ type: 'opening-changed', id: opening.id, along, width }],
    opening: { id: opening.id, type: opening.type, at: pointOnWall(wall, along).at, wall: wall.id, along, width },
    guides: openingGuides(wall, along, width),
  }
}

/** Round distances from the wall's start, and its middle. */
export function snapAlong(wall: SceneWall, along: number, metresPerPixel: number): number {
  if (Math.abs(along - wall.length / 2) < pullPx * metresPerPixel) return wall.length / 2
  return roundLength(along, metresPerPixel)
}

/** Distances to both ends of the wall, beside it. */
export function openingGuides(wall: SceneWall, along: number, width: number): Guide[] {
  if ((wall.bulge ?? 0) !== 0) return []
  const guides: Guide[] = []
  const side = scale(leftOf(direction(wall.start, wall.end)), wall.thickness / 2 + 0.12)
  const span = (from: number, to: number) => {
    if (to - from < 0.02) return
    const a = add(pointOnWall(wall, from).at, side)
    guides.push({ kind: 'distance', from: a, to: add(pointOnWall(wall, to).at, side), length: to - from })
  }
  span(0, along - width / 2)
  span(along - width / 2, along + width / 2)
  span(along + width / 2, wall.length)
  return guides
}
