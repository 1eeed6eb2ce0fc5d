import type { KindDefinition } from '../kind.ts'
import type { Geometry } from '../modelling/geometry.ts'
import { bounds, move, scale } from '../modelling/transform.ts'

/**
 * A form modelled at whatever size is handy and then fitted into the item's box as a whole: instruments, machines and
 * ornaments, which come in sizes but not in other proportions.
 */
export function sculpt(build: KindDefinition['shape']): KindDefinition['shape'] {
  return (model, p) => {
    const pieces: [string, Geometry][] = []
    build(
      {
        add: (slot, ...geometries) => {
          for (const geometry of geometries) pieces.push([slot, geometry])
        },
        shine: (slot, amount) => model.shine(slot, amount),
      },
      p,
    )
    const low = [Infinity, Infinity, Infinity]
    const high = [-Infinity, -Infinity, -Infinity]
    for (const [, g] of pieces) {
      const box = bounds(g)
      for (let k = 0; k < 3; k++) {
        low[k] = Math.min(low[k]!, box.low[k]!)
        high[k] = Math.max(high[k]!, box.high[k]!)
      }
    }
    const factor = p.size.map((side, k) => side / Math.max(1e-6, high[k]! - low[k]!))
    const [fx, fy, fz] = factor as [number, number, number]
    for (const [slot, g] of pieces) {
      scale(g, fx, fy, fz)
      move(g, (-(low[0]! + high[0]!) / 2) * fx, (-(low[1]! + high[1]!) / 2) * fy, -low[2]! * fz)
      model.add(slot, g)
    }
  }
}
