import type { BuildParameters, Surface } from '../kind.ts'
import type { Model } from '../mesh.ts'
import { box } from '../modelling/box.ts'
import { type Range, span } from '../modelling/geometry.ts'
import { softBox } from '../modelling/soft-box.ts'
import { block, detail, footprint, outline, type SymbolPath } from '../symbol.ts'
import { addBedding, drawBedding, sleepersFor } from './bedding.ts'
import { divide } from './cabinet.ts'
import { addLegs } from './legs.ts'

/** Usual height of a mattress top: feet flat on the floor when sitting on the edge, metres. */
const MATTRESS_TOP = 0.48
const HEADBOARD = 0.07
const PILLOWS = 0.16
const RAIL = 0.03

export function bedSeats({ size }: BuildParameters): number {
  return sleepersFor(size[0] - RAIL * 2)
}

function parts({ size: [w, d, h] }: BuildParameters) {
  // Pillows rise over the mattress and stay within the height too.
  const top = Math.min(MATTRESS_TOP, h - PILLOWS)
  const head = Math.min(HEADBOARD, d * 0.05)
  const hasHeadboard = h > top + 0.22
  const y: Range = [-d / 2, d / 2 - (hasHeadboard ? head : 0.03)]
  return { top, hasHeadboard, y, x: span(0, w) }
}

/** The blanket before the pillows, on which throws, trays and toys lie. */
export function bedSurfaces(p: BuildParameters): Surface[] {
  const { top, x, y } = parts(p)
  const length = y[1] - y[0]
  const depth = length * 0.6
  return [{ x: 0, y: y[0] + RAIL + depth / 2, z: top, width: x[1] - x[0] - RAIL * 4, depth, clear: Infinity }]
}

/** Frame on four legs, headboard (slatted panels or padded fields, one per 0.5 m), bedding. */
export function bedShape(model: Model, p: BuildParameters): void {
  const { top, hasHeadboard, x, y } = parts(p)
  const [w, d] = p.size
  const isPadded = p.variant === 'upholstered'
  const rail = isPadded ? 'headboard' : 'frame'
  const railTop = top * 0.62
  const railFoot = top * (isPadded ? 0.14 : 0.34)
  addLegs(model, 'frame', [x[0] + 0.04, x[1] - 0.04], [y[0] + 0.06, y[1] - 0.06], [0, railFoot + 0.01], {
    thickness: 0.06,
  })
  const sides = isPadded ? softBox : box
  const ease = isPadded ? { radius: 0.02 } : undefined
  const rails: [Range, Range][] = [
    [[x[0], x[0] + RAIL], y],
    [[x[1] - RAIL, x[1]], y],
    [
      [x[0] + RAIL, x[1] - RAIL],
      [y[0], y[0] + RAIL],
    ],
  ]
  for (const [rx, ry] of rails) {
    model.add(
      rail,
      isPadded ? softBox(rx, ry, [railFoot, railTop], ease) : (sides as typeof box)(rx, ry, [railFoot, railTop], 0.006),
    )
  }
  model.add('frame', box([x[0] + RAIL, x[1] - RAIL], [y[0] + RAIL, y[1]], [railFoot + 0.02, railTop - 0.06], 0))
  if (hasHeadboard) addHeadboard(model, p, [d / 2 - HEADBOARD, d / 2], railFoot, isPadded)
  addBedding(model, {
    x: [x[0] + RAIL - 0.004, x[1] - RAIL + 0.004],
    y: [y[0] + RAIL, y[1] - 0.004],
    z: [railTop - 0.06, top],
  })
  if (!hasHeadboard) model.add('frame', box([-w / 2, w / 2], [d / 2 - 0.03, d / 2], [railFoot, top + 0.02], 0.004))
}

function addHeadboard(
  model: Model,
  { size: [w, , h] }: BuildParameters,
  y: Range,
  foot: number,
  isPadded: boolean,
): void {
  const x: Range = [-w / 2, w / 2]
  if (isPadded) {
    for (const field of divide(x, Math.max(2, Math.round(w / 0.4)))) {
      model.add('headboard', softBox(field, y, [foot * 0.5, h], { radius: 0.03, crown: 0.012, face: 'front' }))
    }
    return
  }
  model.add('frame', box(x, [y[1] - 0.026, y[1]], [0, h], 0.006, 'x'))
  const inner: Range = [x[0] + 0.03, x[1] - 0.03]
  for (const field of divide(inner, Math.max(1, Math.round(w / 0.8)))) {
    const cushion: Range = [field[0] + 0.006, field[1] - 0.006]
    model.add(
      'headboard',
      softBox(cushion, [y[0], y[1] - 0.02], [Math.min(0.42, h * 0.5), h - 0.03], {
        radius: 0.02,
        crown: 0.012,
        face: 'front',
      }),
    )
  }
}

export function bedSymbol(p: BuildParameters): SymbolPath[] {
  const [w, d] = p.size
  const { hasHeadboard, x, y } = parts(p)
  const paths = [outline(footprint(w, d, 0.02))]
  if (hasHeadboard) paths.push(detail(block(x, [d / 2 - HEADBOARD, d / 2])))
  return [...paths, ...drawBedding([x[0] + RAIL, x[1] - RAIL], [y[0] + RAIL, y[1]])]
}
