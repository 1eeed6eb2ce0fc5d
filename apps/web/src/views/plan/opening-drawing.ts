import type { Point2, SceneOpening } from '@enfilade/scene'
import { add, leftOf, scale } from '../../interaction/plane.ts'
import { linePath, ringPath, round } from './paths.ts'

/** SVG paths of an opening's plan symbol, plan coordinates. Empty where the symbol has no such part. */
export type OpeningDrawing = {
  /** The wall taken away. */
  readonly gap: string
  readonly jambs: string
  readonly glass: string
  readonly leaf: string
  readonly swing: string
}

const leafThickness = 0.045
const frameDepth = 0.06

export function openingDrawing(opening: SceneOpening): OpeningDrawing {
  const along = opening.direction
  const across = leftOf(along)
  const half = opening.width / 2
  const thick = opening.wallThickness / 2
  const at = (u: number, v: number): Point2 => add(opening.center, add(scale(along, u), scale(across, v)))
  // A hair wider than the wall, so that no sliver of it is left at the faces.
  const edge = thick + 0.004
  const gap = ringPath([at(-half, -edge), at(half, -edge), at(half, edge), at(-half, edge)])
  const jambs = linePath(at(-half, -thick), at(-half, thick)) + linePath(at(half, -thick), at(half, thick))
  if (opening.type === 'passage') return { gap, jambs, glass: '', leaf: '', swing: '' }
  if (opening.type === 'window') return { gap, jambs, ...drawWindow(at, half, thick) }
  if (opening.swing.type === 'sliding') return { gap, jambs, ...drawSliding(at, half) }
  if (opening.swing.type === 'none') return { gap, jambs, glass: '', leaf: '', swing: '' }
  return { gap, jambs, glass: '', ...drawHinged(opening, at, half, thick) }
}

type Place = (u: number, v: number) => Point2

/** Both faces and the glass between. */
function drawWindow(at: Place, half: number, thick: number) {
  const frame = Math.min(frameDepth, thick) / 2
  return {
    glass:
      linePath(at(-half, thick), at(half, thick)) +
      linePath(at(-half, -thick), at(half, -thick)) +
      ringPath([at(-half, -frame), at(half, -frame), at(half, frame), at(-half, frame)]),
    leaf: '',
    swing: '',
  }
}

/** Two panels that pass each other. */
function drawSliding(at: Place, half: number) {
  const t = leafThickness / 2
  const overlap = 0.05
  return {
    glass: '',
    leaf:
      ringPath([at(-half, 0), at(overlap, 0), at(overlap, 2 * t), at(-half, 2 * t)]) +
      ringPath([at(-overlap, -2 * t), at(half, -2 * t), at(half, 0), at(-overlap, 0)]),
    swing: '',
  }
}

/** The leaf open by a right angle, as plans show it, with the arc it sweeps. */
function drawHinged(opening: SceneOpening, at: Place, half: number, thick: number) {
  const { swing } = opening
  const end = swing.hinge === 'b' ? 1 : -1
  const side = swing.side === 'right' ? -1 : 1
  const u = end * half
  const v = side * thick
  const width = opening.width
  const hinge = at(u, v)
  const tip = at(u, v + side * width)
  const inner = u - end * leafThickness
  const shut = at(-u, v)
  // The arc's turn follows from the two signs; a mirrored leaf sweeps the other way.
  const sweep = end * side > 0 ? 0 : 1
  return {
    leaf: ringPath([hinge, tip, at(inner, v + side * width), at(inner, v)]),
    swing: `M${round(tip[0])} ${round(tip[1])}A${round(width)} ${round(width)} 0 0 ${1 - sweep} ${round(shut[0])} ${round(shut[1])}`,
  }
}
