import type { Point2, SceneOpening } from '@enfilade/scene'
import { doorLook, glassLook, metalLook, thresholdLook, trimLook, withFinish } from './looks.ts'
import { type BuildingPart, createMeshBuilder, type Frame, type MeshBuilder } from './mesh-builder.ts'

const casing = { width: 0.065, depth: 0.014 }
const jamb = 0.03
const leaf = { thickness: 0.042, gap: 0.006 }
/** What a shut leaf rests against: without it the sun would draw a bright line around every door. */
const stop = { width: 0.014, depth: 0.025 }
const sash = { width: 0.055, depth: 0.06 }
const board = { depth: 0.05, height: 0.028, beyond: 0.04 }
const handleHeight = 1.02

/** Where a leaf's own frame lies: plan point and turn about z, radians. */
export type LeafPose = { readonly x: number; readonly y: number; readonly yaw: number }

/** A door's leaf in a frame of its own: opening it moves the frame and builds nothing. */
export type OpeningLeaf = {
  readonly parts: readonly BuildingPart[]
  /** @param amount 0 shut … 1 open; beyond is cut off. */
  poseAt(amount: number): LeafPose
}

/** Frame, sash and glass of an opening in the wall, and the leaf if it has one. */
export type OpeningMesh = { readonly fixed: readonly BuildingPart[]; readonly leaf?: OpeningLeaf }

export function buildOpening(opening: SceneOpening): OpeningMesh {
  const frame: Frame = { origin: opening.center, along: opening.direction }
  const fixed = buildFrame(opening, frame)
  if (opening.type === 'window') return { fixed: [...fixed, ...buildSash(opening, frame)] }
  if (opening.type === 'passage' || opening.swing.type === 'none') return { fixed }
  const leaf = opening.swing.type === 'sliding' ? buildSlidingLeaf(opening) : buildHingedLeaf(opening)
  return { fixed, leaf }
}

/** What is open between an opening's linings: a rectangle in the wall's middle, metres from the opening's centre and floor. */
export function clearRect(opening: SceneOpening): {
  readonly from: number
  readonly to: number
  readonly bottom: number
  readonly top: number
} {
  const rim = opening.type === 'passage' ? 0 : jamb
  const hasBoard = opening.type === 'window' && opening.sill > 0.05
  return {
    from: -opening.width / 2 + rim,
    to: opening.width / 2 - rim,
    bottom: opening.sill + (hasBoard ? jamb : 0),
    top: opening.sill + opening.height - rim,
  }
}

/** Lining of the reveal and casings on both faces; a threshold under doors, a board under windows. */
function buildFrame(opening: SceneOpening, frame: Frame): BuildingPart[] {
  const builder = createMeshBuilder()
  const half = opening.width / 2
  const thick = opening.wallThickness / 2
  const bottom = opening.sill
  const top = opening.sill + opening.height
  const lining: [number, number] = [-thick - 0.002, thick + 0.002]
  const isBare = opening.type === 'passage'
  if (!isBare) {
    builder.box('frame', frame, [-half, -half + jamb], lining, [bottom, top])
    builder.box('frame', frame, [half - jamb, half], lining, [bottom, top])
    builder.box('frame', frame, [-half + jamb, half - jamb], lining, [top - jamb, top])
    for (const side of [-1, 1]) {
      const from = side * thick
      const y: [number, number] = side > 0 ? [from, from + casing.depth] : [from - casing.depth, from]
      builder.box('frame', frame, [-half - casing.width + jamb, -half + jamb], y, [bottom, top + casing.width - jamb])
      builder.box('frame', frame, [half - jamb, half + casing.width - jamb], y, [bottom, top + casing.width - jamb])
      builder.box('frame', frame, [-half + jamb, half - jamb], y, [top - jamb, top + casing.width - jamb])
    }
  }
  if (opening.type === 'door' && opening.swing.type === 'hinged') addStop(builder, opening, frame)
  if (bottom < 0.01) builder.box('threshold', frame, [-half, half], [-thick, thick], [-0.02, 0.004])
  if (opening.type === 'window' && bottom > 0.05) {
    builder.box('frame', frame, [-half, half], lining, [bottom, bottom + jamb])
    const reach = half + board.beyond
    for (const side of [-1, 1]) {
      const y: [number, number] = side > 0 ? [thick, thick + board.depth] : [-thick - board.depth, -thick]
      builder.box('frame', frame, [-reach, reach], y, [bottom - board.height + jamb, bottom + jamb])
    }
  }
  return builder.build({ frame: withFinish(trimLook, opening.finishes?.frame), threshold: thresholdLook })
}

/** Strips along both jambs and the head, behind the shut leaf. */
function addStop(builder: MeshBuilder, opening: SceneOpening, frame: Frame): void {
  const { from, to, bottom, top } = clearRect(opening)
  const side = opening.swing.side === 'right' ? -1 : 1
  const near = side * (opening.wallThickness / 2 - leaf.thickness - 0.001)
  const far = near - side * stop.depth
  const y: [number, number] = [Math.min(near, far), Math.max(near, far)]
  builder.box('frame', frame, [from, from + stop.width], y, [bottom, top - stop.width])
  builder.box('frame', frame, [to - stop.width, to], y, [bottom, top - stop.width])
  builder.box('frame', frame, [from, to], y, [top - stop.width, top])
}

/** Casements of at most 0.9 m with glass. */
function buildSash(opening: SceneOpening, frame: Frame): BuildingPart[] {
  const builder = createMeshBuilder()
  const inner = opening.width / 2 - jamb
  const bottom = opening.sill + (opening.sill > 0.05 ? jamb : 0)
  const top = opening.sill + opening.height - jamb
  const count = Math.max(1, Math.ceil((inner * 2) / 0.9))
  const width = (inner * 2) / count
  const y: [number, number] = [-sash.depth / 2, sash.depth / 2]
  for (let i = 0; i < count; i++) {
    const x0 = -inner + i * width
    const x1 = x0 + width
    builder.box('sash', frame, [x0, x0 + sash.width], y, [bottom, top])
    builder.box('sash', frame, [x1 - sash.width, x1], y, [bottom, top])
    builder.box('sash', frame, [x0 + sash.width, x1 - sash.width], y, [bottom, bottom + sash.width])
    builder.box('sash', frame, [x0 + sash.width, x1 - sash.width], y, [top - sash.width, top])
    builder.pane('glass', frame, [x0 + sash.width, x1 - sash.width], [bottom + sash.width, top - sash.width])
  }
  return builder.build({ sash: withFinish(trimLook, opening.finishes?.frame), glass: glassLook })
}

/** A panelled leaf on its hinge, shut at yaw 0. */
function buildHingedLeaf(opening: SceneOpening): OpeningLeaf {
  const end = opening.swing.hinge === 'b' ? 1 : -1
  const side = opening.swing.side === 'right' ? -1 : 1
  const along = opening.direction
  const left: Point2 = [-along[1], along[0]]
  const half = opening.width / 2 - jamb - leaf.gap
  const inset = side * (opening.wallThickness / 2 - leaf.thickness / 2)
  const x = opening.center[0] + along[0] * end * half + left[0] * inset
  const y = opening.center[1] + along[1] * end * half + left[1] * inset
  // The leaf's own x runs from the hinge to the lock.
  const frame: Frame = { origin: [0, 0], along: [-along[0] * end, -along[1] * end] }
  return {
    parts: buildLeafPanel(opening, frame, 2 * half),
    poseAt: (amount) => ({ x, y, yaw: clampShare(amount) * (Math.PI / 2) * end * -side }),
  }
}

function buildSlidingLeaf(opening: SceneOpening): OpeningLeaf {
  const along = opening.direction
  const half = opening.width / 2
  const left: Point2 = [-along[1], along[0]]
  // In front of the wall, so that it has somewhere to go.
  const y = opening.wallThickness / 2 + casing.depth + leaf.thickness
  const frame: Frame = {
    origin: [opening.center[0] + along[0] * -half + left[0] * y, opening.center[1] + along[1] * -half + left[1] * y],
    along,
  }
  return {
    parts: buildLeafPanel(opening, frame, opening.width),
    poseAt(amount) {
      const shift = clampShare(amount) * (opening.width - 0.06)
      return { x: along[0] * shift, y: along[1] * shift, yaw: 0 }
    },
  }
}

/** A flat panel with two raised fields on either side and a lever. x: hinge → lock. */
function buildLeafPanel(opening: SceneOpening, frame: Frame, width: number): BuildingPart[] {
  const builder = createMeshBuilder()
  const t = leaf.thickness / 2
  const bottom = opening.sill + 0.005
  const top = opening.sill + opening.height - jamb - leaf.gap
  builder.box('leaf', frame, [0, width], [-t, t], [bottom, top])
  const margin = Math.min(0.12, width * 0.16)
  const split = bottom + (top - bottom) * 0.46
  const fields: [number, number][] = [
    [bottom + margin * 1.4, split - margin / 2],
    [split + margin / 2, top - margin],
  ]
  for (const field of fields) {
    if (field[1] - field[0] < 0.1 || width < 0.4) continue
    for (const s of [-1, 1]) {
      const y: [number, number] = s > 0 ? [t, t + 0.006] : [-t - 0.006, -t]
      builder.box('leaf', frame, [margin, width - margin], y, field)
    }
  }
  if (top - opening.sill > handleHeight + 0.2) {
    const z = opening.sill + handleHeight
    for (const s of [-1, 1]) {
      const stem: [number, number] = s > 0 ? [t, t + 0.045] : [-t - 0.045, -t]
      const lever: [number, number] = s > 0 ? [t + 0.034, t + 0.05] : [-t - 0.05, -t - 0.034]
      builder.box('metal', frame, [width - 0.068, width - 0.052], stem, [z - 0.008, z + 0.008])
      builder.box('metal', frame, [width - 0.17, width - 0.05], lever, [z - 0.009, z + 0.009])
    }
  }
  return builder.build({ leaf: withFinish(doorLook, opening.finishes?.leaf), metal: metalLook })
}

function clampShare(amount: number): number {
  return Math.min(Math.max(amount, 0), 1)
}
