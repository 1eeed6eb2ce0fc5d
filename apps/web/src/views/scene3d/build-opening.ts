import type { Point2, SceneOpening } from '@enfilade/scene'
import { Group } from 'three'
import type { MaterialLibrary } from './material-library.ts'
import { createMeshBuilder, type Frame } from './mesh-builder.ts'
import { groupOf } from './part-group.ts'
import { doorLook, glassLook, metalLook, thresholdLook, trim, withFinish } from './surfaces.ts'

const casing = { width: 0.065, depth: 0.014 }
const jamb = 0.03
const leaf = { thickness: 0.042, gap: 0.006 }
const sash = { width: 0.055, depth: 0.06 }
const board = { depth: 0.05, height: 0.028, beyond: 0.04 }
const handleHeight = 1.02

/** A door's leaf turns, a sliding one shifts; `setOpen` moves it without building anything. */
export type OpeningObject = { readonly group: Group; setOpen(amount: number): void }

/** Frame, leaf or sash of an opening, in the wall. */
export function buildOpening(opening: SceneOpening, library: MaterialLibrary): OpeningObject {
  const group = new Group()
  const frame: Frame = { origin: opening.center, along: opening.direction }
  group.add(buildFrame(opening, frame, library))
  if (opening.type === 'window') {
    group.add(buildSash(opening, frame, library))
    return { group, setOpen: () => {} }
  }
  if (opening.type === 'passage' || opening.swing.type === 'none') return { group, setOpen: () => {} }
  const moving =
    opening.swing.type === 'sliding' ? buildSlidingLeaf(opening, library) : buildHingedLeaf(opening, library)
  group.add(moving.group)
  moving.setOpen(opening.open ?? 0)
  return { group, setOpen: moving.setOpen }
}

/** Lining of the reveal and casings on both faces; a threshold under doors, a board under windows. */
function buildFrame(opening: SceneOpening, frame: Frame, library: MaterialLibrary): Group {
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
  if (bottom < 0.01) builder.box('threshold', frame, [-half, half], [-thick, thick], [-0.02, 0.004])
  if (opening.type === 'window' && bottom > 0.05) {
    builder.box('frame', frame, [-half, half], lining, [bottom, bottom + jamb])
    const reach = half + board.beyond
    for (const side of [-1, 1]) {
      const y: [number, number] = side > 0 ? [thick, thick + board.depth] : [-thick - board.depth, -thick]
      builder.box('frame', frame, [-reach, reach], y, [bottom - board.height + jamb, bottom + jamb])
    }
  }
  const frameLook = withFinish(trim, opening.finishes?.frame)
  return groupOf(builder.build(), { frame: frameLook, threshold: thresholdLook }, library)
}

/** Casements of at most 0.9 m with glass. */
function buildSash(opening: SceneOpening, frame: Frame, library: MaterialLibrary): Group {
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
    builder.box(
      'glass',
      frame,
      [x0 + sash.width, x1 - sash.width],
      [-0.004, 0.004],
      [bottom + sash.width, top - sash.width],
    )
  }
  const look = withFinish(trim, opening.finishes?.frame)
  return groupOf(builder.build(), { sash: look, glass: glassLook }, library)
}

/** A panelled leaf on its hinge, shut at yaw 0. */
function buildHingedLeaf(opening: SceneOpening, library: MaterialLibrary): OpeningObject {
  const end = opening.swing.hinge === 'b' ? 1 : -1
  const side = opening.swing.side === 'right' ? -1 : 1
  const along = opening.direction
  const left: Point2 = [-along[1], along[0]]
  const half = opening.width / 2 - jamb - leaf.gap
  const y = side * (opening.wallThickness / 2 - leaf.thickness / 2)
  const group = new Group()
  group.position.set(
    opening.center[0] + along[0] * end * half + left[0] * y,
    opening.center[1] + along[1] * end * half + left[1] * y,
    0,
  )
  // The leaf's own x runs from the hinge to the lock.
  const frame: Frame = { origin: [0, 0], along: [-along[0] * end, -along[1] * end] }
  const panel = buildLeafPanel(opening, frame, 2 * half, library)
  group.add(panel)
  return {
    group,
    setOpen(amount) {
      group.rotation.z = clampShare(amount) * (Math.PI / 2) * end * -side
    },
  }
}

function buildSlidingLeaf(opening: SceneOpening, library: MaterialLibrary): OpeningObject {
  const along = opening.direction
  const half = opening.width / 2
  const group = new Group()
  const left: Point2 = [-along[1], along[0]]
  // In front of the wall, so that it has somewhere to go.
  const y = opening.wallThickness / 2 + casing.depth + leaf.thickness
  const frame: Frame = {
    origin: [opening.center[0] + along[0] * -half + left[0] * y, opening.center[1] + along[1] * -half + left[1] * y],
    along,
  }
  group.add(buildLeafPanel(opening, frame, opening.width, library))
  return {
    group,
    setOpen(amount) {
      const shift = clampShare(amount) * (opening.width - 0.06)
      group.position.set(along[0] * shift, along[1] * shift, 0)
    },
  }
}

/** A flat panel with two raised fields on either side and a lever. x: hinge → lock. */
function buildLeafPanel(opening: SceneOpening, frame: Frame, width: number, library: MaterialLibrary): Group {
  const builder = createMeshBuilder()
  const t = leaf.thickness / 2
  const bottom = opening.sill + 0.008
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
  const look = withFinish(doorLook, opening.finishes?.leaf)
  return groupOf(builder.build(), { leaf: look, metal: metalLook }, library)
}

function clampShare(amount: number): number {
  return Math.min(Math.max(amount, 0), 1)
}
