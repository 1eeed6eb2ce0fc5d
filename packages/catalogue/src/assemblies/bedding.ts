import type { Model } from '../mesh.ts'
import type { Range } from '../modelling/geometry.ts'
import { pillow, softBox } from '../modelling/soft-box.ts'
import { move, turn } from '../modelling/transform.ts'
import { block, detail, type SymbolPath, stroke } from '../symbol.ts'

/** Width of bed that one sleeper takes, metres. */
const SLEEPER_WIDTH = 0.8

export function sleepersFor(width: number): number {
  return Math.max(1, Math.round(width / SLEEPER_WIDTH - 0.1))
}

export type BeddingOptions = {
  /** Mattress, head end at y[1]. */
  readonly x: Range
  readonly y: Range
  /** Underside and top of the mattress. */
  readonly z: Range
  readonly blanket?: boolean
  readonly throw?: boolean
}

/** Mattress, pillows, a turned-down blanket and a throw at the foot; widths decide how many pillows. */
export function addBedding(model: Model, { x, y, z, blanket = true, throw: hasThrow = true }: BeddingOptions): void {
  const width = x[1] - x[0]
  const length = y[1] - y[0]
  const top = z[1]
  const loft = 0.028
  const mattressTop = blanket ? top - loft * 0.6 : top
  model.add('mattress', softBox(x, y, [z[0], mattressTop], { radius: 0.05, segments: 2 }))
  const sleepers = sleepersFor(width)
  const deep = Math.min(0.42, length * 0.24)
  const high = Math.min(0.16, length * 0.1)
  const share = width / sleepers
  for (let k = 0; k < sleepers; k++) {
    const cx = x[0] + share * (k + 0.5)
    const half = Math.min(0.36, share * 0.46)
    const lying = pillow([-half, half], [-deep / 2, deep / 2], [-high / 2, high / 2])
    model.add('pillows', move(turn(lying, 'x', 0.2), cx, y[1] - deep * 0.56, mattressTop + high * 0.52))
  }
  if (!blanket) return
  const foot = y[0] - 0.008
  const head = y[1] - length * 0.34
  const drop = Math.min((top - z[0]) * 0.72, 0.2)
  const side: Range = [x[0] - 0.012, x[1] + 0.012]
  model.add('blanket', softBox(side, [foot, head], [top - drop, top], { radius: 0.04, segments: 2 }))
  const fold: Range = [head - 0.26, head + 0.012]
  model.add(
    'sheet',
    softBox([side[0] - 0.004, side[1] + 0.004], fold, [top - drop * 0.9, top + 0.012], { radius: 0.03 }),
  )
  if (hasThrow) {
    const cloth: Range = [foot + length * 0.05, foot + length * 0.27]
    model.add(
      'throw',
      softBox([side[0] - 0.006, side[1] + 0.006], cloth, [top - drop * 1.05, top + 0.01], { radius: 0.03 }),
    )
  }
}

/** Pillows, turned-down edge and the folded corner, as a plan draws a bed. */
export function drawBedding(x: Range, y: Range, blanket = true): SymbolPath[] {
  const width = x[1] - x[0]
  const length = y[1] - y[0]
  const sleepers = sleepersFor(width)
  const share = width / sleepers
  const deep = Math.min(0.42, length * 0.22)
  const pillows = Array.from({ length: sleepers }, (_, k) => {
    const cx = x[0] + share * (k + 0.5)
    const half = Math.min(0.34, share * 0.42)
    return detail(block([cx - half, cx + half], [y[1] - deep - 0.06, y[1] - 0.06], 0.06))
  })
  if (!blanket) return pillows
  const edge = y[1] - length * 0.34
  const flap = Math.min(0.3, width * 0.3)
  return [
    ...pillows,
    stroke([x[0], edge], [x[1] - flap, edge], [x[1], edge - flap]),
    stroke([x[1] - flap, edge], [x[1] - flap * 0.86, edge - flap * 0.8], [x[1], edge - flap]),
    stroke([x[0], edge - 0.12], [x[1] - flap * 0.9, edge - 0.12]),
  ]
}
