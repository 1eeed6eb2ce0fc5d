import type { Range } from './modelling/geometry.ts'
import { type Point, rectangle, roundedRectangle } from './modelling/ring.ts'

/** A line of a plan symbol, in the item's frame (metres, front −y); arcs are flattened. */
export type SymbolPath = {
  readonly points: readonly Point[]
  readonly closed: boolean
  /** Outline: the thing's edge. Detail: thinner lines inside. Dashed: above the cut plane or lying flat. */
  readonly style: 'outline' | 'detail' | 'dashed'
  /** The drawing may fill it with the item's colour or paper white. */
  readonly fill?: boolean
}

export function outline(points: readonly Point[]): SymbolPath {
  return { points, closed: true, style: 'outline', fill: true }
}

/** A closed thin line. */
export function detail(points: readonly Point[], fill = false): SymbolPath {
  return { points, closed: true, style: 'detail', ...(fill ? { fill } : {}) }
}

/** An open thin line. */
export function stroke(...points: readonly Point[]): SymbolPath {
  return { points, closed: false, style: 'detail' }
}

export function dashed(points: readonly Point[], closed = true): SymbolPath {
  return { points, closed, style: 'dashed' }
}

/** The footprint, with rounded corners if asked for. */
export function footprint(width: number, depth: number, radius = 0): Point[] {
  return block([-width / 2, width / 2], [-depth / 2, depth / 2], radius)
}

export function block(x: Range, y: Range, radius = 0): Point[] {
  return radius > 0 ? roundedRectangle(x, y, radius, 4) : rectangle(x, y)
}

/** The two diagonals of a box: the sign for something above or a shaft. */
export function diagonals(x: Range, y: Range, style: 'detail' | 'dashed' = 'detail'): SymbolPath[] {
  return [
    {
      points: [
        [x[0], y[0]],
        [x[1], y[1]],
      ],
      closed: false,
      style,
    },
    {
      points: [
        [x[0], y[1]],
        [x[1], y[0]],
      ],
      closed: false,
      style,
    },
  ]
}
