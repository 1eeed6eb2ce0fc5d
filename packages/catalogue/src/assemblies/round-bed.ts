import type { BuildParameters, Surface } from '../kind.ts'
import type { Model } from '../mesh.ts'
import { extrude } from '../modelling/extrude.ts'
import type { Range } from '../modelling/geometry.ts'
import { arc, ellipse, type Point } from '../modelling/ring.ts'
import { pillow } from '../modelling/soft-box.ts'
import { move, turn } from '../modelling/transform.ts'
import { detail, outline, type SymbolPath, stroke } from '../symbol.ts'

/** Mattress top where the height allows, as of other beds, and what pillows rise over it, metres. */
const MATTRESS_TOP = 0.46
const PILLOWS = 0.16
const RIM = 0.07
const HEADBOARD = 0.09
const SEGMENTS = 40
/** Ends of the headboard, seen from the middle. */
const WINGS: Range = [Math.PI * 0.16, Math.PI * 0.84]

function parts({ size: [w, d, h] }: BuildParameters) {
  const top = Math.min(MATTRESS_TOP, h - PILLOWS)
  return { top, rx: w / 2 - RIM, ry: d / 2 - RIM, turnDown: d * 0.12, hasHeadboard: h > top + 0.22 }
}

/** The blanket before the pillows. */
export function roundBedSurfaces(p: BuildParameters): Surface[] {
  const { top, rx, ry, turnDown } = parts(p)
  const depth = ry * 0.7
  return [{ x: 0, y: turnDown - depth / 2 - 0.2, z: top, width: rx * 1.2, depth, clear: Infinity }]
}

/** A drum on a set-back plinth, a mattress and blanket of its outline, a headboard that bends around the pillows. */
export function roundBedShape(model: Model, p: BuildParameters): void {
  const [w, d, h] = p.size
  const { top, rx, ry, turnDown, hasHeadboard } = parts(p)
  const rim = p.variant === 'upholstered' ? 'headboard' : 'frame'
  const foot = Math.min(0.08, top * 0.2)
  const rail = top * 0.66
  model.add('frame', extrude(ellipse(0, 0, w * 0.42, d * 0.42, SEGMENTS), [0, foot + 0.01]))
  model.add(rim, extrude(ellipse(0, 0, w / 2, d / 2, SEGMENTS), [foot, rail], { bevel: 0.02 }))
  model.add('mattress', extrude(ellipse(0, 0, rx, ry, SEGMENTS), [rail - 0.01, top - 0.02], { bevel: 0.04 }))
  const drop = (top - rail) * 0.9
  model.add('blanket', extrude(below(rx + 0.01, ry + 0.01, turnDown), [top - drop, top], { bevel: 0.03 }))
  model.add('sheet', extrude(band(rx + 0.014, ry + 0.014, turnDown), [top - drop, top + 0.012], { bevel: 0.025 }))
  addPillows(model, p)
  if (hasHeadboard) model.add('headboard', extrude(crescent(w / 2, d / 2), [foot, h], { bevel: 0.025 }))
}

function addPillows(model: Model, p: BuildParameters): void {
  const { top, rx, ry } = parts(p)
  const y = ry * 0.5
  const chord = 2 * rx * Math.sqrt(1 - (y / ry) ** 2)
  const count = Math.max(1, Math.round(chord / 0.75))
  const half = Math.min(0.34, (chord / count) * 0.46)
  const high = Math.min(PILLOWS, p.size[2] - top)
  for (let k = 0; k < count; k++) {
    const lying = pillow([-half, half], [-0.2, 0.2], [-high / 2, high / 2])
    model.add('pillows', move(turn(lying, 'x', 0.2), (chord / count) * (k + 0.5) - chord / 2, y, top - 0.02 + high / 2))
  }
}

/** The part of an ellipse in front of a chord across the bed. */
function below(rx: number, ry: number, y: number): Point[] {
  const angle = Math.asin(y / ry)
  return arc(0, 0, rx, ry, Math.PI - angle, Math.PI * 2 + angle, 30)
}

/** The turned-down strip of it. */
function band(rx: number, ry: number, y: number): Point[] {
  const [low, high] = [Math.asin((y - 0.24) / ry), Math.asin((y + 0.01) / ry)]
  return [...arc(0, 0, rx, ry, low, high, 4), ...arc(0, 0, rx, ry, Math.PI - high, Math.PI - low, 4)]
}

function crescent(rx: number, ry: number): Point[] {
  const outer = arc(0, 0, rx, ry, WINGS[0], WINGS[1], 24)
  const inner = arc(0, 0, rx - HEADBOARD, ry - HEADBOARD, WINGS[0] + 0.03, WINGS[1] - 0.03, 24)
  return [...outer, ...inner.reverse()]
}

export function roundBedSymbol(p: BuildParameters): SymbolPath[] {
  const [w, d] = p.size
  const { rx, ry, turnDown, hasHeadboard } = parts(p)
  const edge = rx * Math.sqrt(1 - (turnDown / ry) ** 2)
  return [
    outline(ellipse(0, 0, w / 2, d / 2, SEGMENTS)),
    ...(hasHeadboard ? [detail(crescent(w / 2, d / 2))] : []),
    stroke([-edge, turnDown], [edge, turnDown]),
  ]
}
