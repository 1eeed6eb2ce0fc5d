import { openingFrame, type Point2, type Scene, type SceneOpening, type SceneWall } from '@enfilade/scene'
import type { Sheet, Storey } from './sheet.ts'
import { mm, pathOf } from './svg.ts'

/** The hole reaches this far beyond the wall's faces, so that no edge of the fill is left, millimetres on the page. */
const OVERCUT = 0.12

/** Openings: the hole in the wall, then glass, leaves and the way that they swing. */
export function drawOpenings(scene: Scene, storey: Storey, sheet: Sheet): string[] {
  return storey.openings.flatMap((opening) => {
    const wall = scene.byId.get(opening.wall)
    if (!wall || !('outline' in wall)) return []
    const place = placeOpening(opening, wall, sheet)
    return [...drawHole(place), ...(opening.type === 'window' ? drawWindow(place) : drawLeaf(opening, place))]
  })
}

/** Page point at so many metres along the wall from the opening's centre and to its left. */
type Place = {
  readonly at: (along: number, left: number) => Point2
  readonly half: number
  readonly side: number
  readonly overcut: number
}

function placeOpening(opening: SceneOpening, wall: SceneWall, sheet: Sheet): Place {
  const { center, direction, normal } = openingFrame(opening, wall)
  const at = (along: number, left: number) =>
    sheet.at([center[0] + direction[0] * along + normal[0] * left, center[1] + direction[1] * along + normal[1] * left])
  return { at, half: opening.width / 2, side: wall.thickness / 2, overcut: OVERCUT / sheet.length(1) }
}

function drawHole({ at, half, side, overcut }: Place): string[] {
  const out = side + overcut
  const hole = pathOf([at(-half, -out), at(half, -out), at(half, out), at(-half, out)], true)
  const jambs = [-half, half].map((along) => pathOf([at(along, -side), at(along, side)], false))
  return [`<path class="hole" d="${hole}"/>`, `<path class="jamb" d="${jambs.join('')}"/>`]
}

function drawWindow({ at, half, side }: Place): string[] {
  const across = (left: number) => pathOf([at(-half, left), at(half, left)], false)
  return [
    `<path class="sill" d="${across(-side)}${across(side)}"/>`,
    `<path class="glass" d="${across(-side * 0.2)}${across(side * 0.2)}"/>`,
  ]
}

function drawLeaf(opening: SceneOpening, place: Place): string[] {
  const { at, half, side } = place
  const { type, hinge, side: face } = opening.swing
  const across = (left: number) => pathOf([at(-half, left), at(half, left)], false)
  if (opening.type === 'passage' || type === 'none')
    return [`<path class="passage" d="${across(-side)}${across(side)}"/>`]
  if (type === 'sliding') {
    const first = pathOf([at(-half, side * 0.35), at(half * 0.08, side * 0.35)], false)
    const second = pathOf([at(-half * 0.08, -side * 0.35), at(half, -side * 0.35)], false)
    return [`<path class="leaf" d="${first}${second}"/>`]
  }
  const end = hinge === 'b' ? 1 : -1
  const way = face === 'right' ? -1 : 1
  const pivot = at(end * half, way * side)
  const closed = at(-end * half, way * side)
  const open = at(end * half, way * (side + half * 2))
  const radius = Math.hypot(open[0] - pivot[0], open[1] - pivot[1])
  const cross = (closed[0] - pivot[0]) * (open[1] - pivot[1]) - (closed[1] - pivot[1]) * (open[0] - pivot[0])
  const arc = `M${mm(closed[0])} ${mm(closed[1])}A${mm(radius)} ${mm(radius)} 0 0 ${cross > 0 ? 1 : 0} ${mm(open[0])} ${mm(open[1])}`
  return [`<path class="swing" d="${arc}"/>`, `<path class="leaf" d="${pathOf([pivot, open], false)}"/>`]
}
