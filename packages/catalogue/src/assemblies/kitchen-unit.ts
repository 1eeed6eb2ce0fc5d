import type { BuildParameters } from '../kind.ts'
import type { Model } from '../mesh.ts'
import { box } from '../modelling/box.ts'
import { extrude } from '../modelling/extrude.ts'
import type { Range } from '../modelling/geometry.ts'
import { type Point, rectangle } from '../modelling/ring.ts'
import { footprint, outline, type SymbolPath, stroke } from '../symbol.ts'
import { addCabinet, type Cell, divide, doorHinge, fieldsFor, HANDLE_DEPTH } from './cabinet.ts'

export const PLINTH = 0.1
export const WORKTOP = 0.04
/** One door is about this wide, metres. */
const DOOR = 0.5

export const KITCHEN_FINISHES = {
  front: { material: 'painted_wood', color: '#b3baa9' },
  top: { material: 'quartz' },
  body: { material: 'painted_wood', color: '#e4e1da' },
  plinth: { material: 'painted_wood', color: '#8f958a' },
  handles: { material: 'brass' },
} as const

export function kitchenColumns(width: number): number {
  return fieldsFor(width, DOOR)
}

/** Plinth, body and fronts of a floor unit, and its worktop unless `hole` brings its own. */
export function addBaseUnit(model: Model, p: BuildParameters, cells: readonly Cell[], hole?: readonly Point[]): void {
  const [w, d, h] = p.size
  const y: Range = [-d / 2 + HANDLE_DEPTH, d / 2]
  model.add('plinth', box([-w / 2, w / 2], [y[0] + 0.05, y[1]], [0, PLINTH], 0))
  addCabinet(model, { y, cells, open: p.states?.open })
  const top: Range = [h - WORKTOP, h]
  if (hole) {
    const ring = rectangle([-w / 2, w / 2], [-d / 2, d / 2])
    model.add('top', extrude(ring, top, { holes: [[...hole].reverse()] }))
  } else model.add('top', box([-w / 2, w / 2], [-d / 2, d / 2], top, 0.003))
}

/** A drawer over a door per column; under a sink or hob doors only. */
export function baseCells(x: Range, height: number, drawers: boolean): Cell[] {
  const columns = divide(x, kitchenColumns(x[1] - x[0]))
  const top = height - WORKTOP
  const split = top - (drawers ? Math.min(0.16, (top - PLINTH) * 0.25) : 0)
  return columns.flatMap((field, k): Cell[] => {
    const door: Cell = { type: 'door', x: field, z: [PLINTH, split], hinge: doorHinge(k, columns.length), shelves: 1 }
    return drawers ? [door, { type: 'drawer', x: field, z: [split, top] }] : [door]
  })
}

/** Worktop outline with the line of the fronts under it. */
export function drawBaseUnit({ size: [w, d] }: BuildParameters): SymbolPath[] {
  const front = -d / 2 + HANDLE_DEPTH
  return [
    outline(footprint(w, d)),
    stroke([-w / 2, front], [w / 2, front]),
    ...divide([-w / 2, w / 2], kitchenColumns(w))
      .slice(1)
      .map(([x]) => stroke([x, -d / 2], [x, front])),
  ]
}
