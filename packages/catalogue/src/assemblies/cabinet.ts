import type { Model } from '../mesh.ts'
import { box } from '../modelling/box.ts'
import type { Geometry, Range } from '../modelling/geometry.ts'
import { ball } from '../modelling/lathe.ts'
import { move, turn } from '../modelling/transform.ts'

export type HandleStyle = 'bar' | 'knob' | 'groove' | 'none'

/** One field of a cabinet's front. Hinge: the side (seen from the front) a door hangs at. */
export type Cell = {
  readonly type: 'door' | 'drawer' | 'glass' | 'flap' | 'niche'
  readonly x: Range
  readonly z: Range
  readonly hinge?: 'left' | 'right'
  /** Boards inside glass, niche and opened cells. */
  readonly shelves?: number
}

export type CabinetOptions = {
  readonly y: Range
  readonly cells: readonly Cell[]
  /** 0 … 1: doors swing to 100°, drawers come out by 70 %. */
  readonly open?: number
  readonly handle?: HandleStyle
  readonly body?: string
  readonly front?: string
}

const BOARD = 0.018
const FRONT = 0.018
const REVEAL = 0.003
const WIDEST_SWING = (100 * Math.PI) / 180

/** Bodies, fronts and handles of a cabinet made of cells. Front faces −y; slots `body`, `front`, `handles`, `glass`. */
export function addCabinet(model: Model, options: CabinetOptions): void {
  const open = Math.max(0, Math.min(1, options.open ?? 0))
  for (const cell of options.cells) addCell(model, cell, options, open)
}

function addCell(model: Model, cell: Cell, options: CabinetOptions, open: number): void {
  const body = options.body ?? 'body'
  const front = options.front ?? 'front'
  const { x, z } = cell
  const isNiche = cell.type === 'niche'
  const y: Range = [options.y[0] + (isNiche ? 0 : FRONT + 0.002), options.y[1]]
  const isHollow = isNiche || cell.type === 'glass' || open > 0.01
  if (isHollow) addShell(model, body, x, y, z, cell.type === 'drawer' ? 0 : (cell.shelves ?? 0))
  else model.add(body, box(x, y, z, 0))
  if (isNiche) return
  const face: Range = [options.y[0], options.y[0] + FRONT]
  const fx: Range = [x[0] + REVEAL / 2, x[1] - REVEAL / 2]
  const fz: Range = [z[0] + REVEAL / 2, z[1] - REVEAL / 2]
  const handle = options.handle ?? 'bar'
  const leaf = (slot: string, g: Geometry) => model.add(slot, openLeaf(cell, g, face, fx, fz, options.y, open))
  if (cell.type === 'glass') {
    for (const g of frame(fx, face, fz, 0.035)) leaf(front, g)
    leaf(
      'glass',
      box([fx[0] + 0.03, fx[1] - 0.03], [face[0] + 0.006, face[0] + 0.011], [fz[0] + 0.03, fz[1] - 0.03], 0),
    )
  } else leaf(front, box(fx, face, fz, 0.002, cell.type === 'drawer' ? 'x' : undefined))
  for (const g of handleOf(cell, handle, fx, face[0], fz)) leaf('handles', g)
  if (cell.type === 'drawer' && open > 0.01) {
    for (const g of drawerBox(fx, [face[1], options.y[1] - 0.03], fz)) leaf(body, g)
  }
}

function addShell(model: Model, slot: string, x: Range, y: Range, z: Range, shelves: number): void {
  const t = Math.min(BOARD, (x[1] - x[0]) * 0.2, (z[1] - z[0]) * 0.2)
  model.add(slot, box([x[0], x[0] + t], y, z, 0, 'z'), box([x[1] - t, x[1]], y, z, 0, 'z'))
  const inner: Range = [x[0] + t, x[1] - t]
  model.add(slot, box(inner, y, [z[0], z[0] + t], 0), box(inner, y, [z[1] - t, z[1]], 0))
  model.add(slot, box(inner, [y[1] - 0.008, y[1]], [z[0] + t, z[1] - t], 0))
  for (let k = 1; k <= shelves; k++) {
    const at = z[0] + ((z[1] - z[0]) * k) / (shelves + 1)
    model.add(slot, box(inner, [y[0] + 0.01, y[1] - 0.008], [at - t / 2, at + t / 2], 0))
  }
}

function openLeaf(cell: Cell, g: Geometry, face: Range, x: Range, z: Range, y: Range, open: number): Geometry {
  if (open <= 0.01) return g
  if (cell.type === 'drawer') return move(g, 0, -open * (y[1] - y[0]) * 0.7, 0)
  if (cell.type === 'flap') return turn(g, 'x', open * (Math.PI / 2), [0, face[0], z[0]])
  const isLeft = (cell.hinge ?? 'left') === 'left'
  return turn(g, 'z', (isLeft ? -1 : 1) * open * WIDEST_SWING, [isLeft ? x[0] : x[1], face[0], 0])
}

function frame(x: Range, y: Range, z: Range, width: number): Geometry[] {
  return [
    box([x[0], x[0] + width], y, z, 0.002, 'z'),
    box([x[1] - width, x[1]], y, z, 0.002, 'z'),
    box([x[0] + width, x[1] - width], y, [z[0], z[0] + width], 0.002, 'x'),
    box([x[0] + width, x[1] - width], y, [z[1] - width, z[1]], 0.002, 'x'),
  ]
}

/** How far handles stand before the front; kinds leave this much of their depth to them. */
export const HANDLE_DEPTH = 0.022

function handleOf(cell: Cell, style: HandleStyle, x: Range, y: number, z: Range): Geometry[] {
  if (style === 'none') return []
  const width = x[1] - x[0]
  const height = z[1] - z[0]
  const isDoor = cell.type === 'door' || cell.type === 'glass'
  const toRight = (cell.hinge ?? 'left') === 'left'
  if (style === 'groove') {
    const at: Range = isDoor
      ? toRight
        ? [x[1] - 0.018, x[1] - 0.008]
        : [x[0] + 0.008, x[0] + 0.018]
      : [x[0] + width * 0.35, x[1] - width * 0.35]
    const high: Range = isDoor ? [z[0] + height * 0.4, z[0] + height * 0.6] : [z[1] - 0.018, z[1] - 0.008]
    return [box(at, [y - 0.006, y + 0.002], high, 0.001)]
  }
  if (style === 'knob') {
    const cx = isDoor ? (toRight ? x[1] - 0.035 : x[0] + 0.035) : (x[0] + x[1]) / 2
    const cz = isDoor ? (z[0] + z[1]) / 2 : (z[0] + z[1]) / 2
    const knob = ball(0, 0, 0, 0.011, HANDLE_DEPTH, 10)
    return [move(turn(knob, 'x', Math.PI / 2), cx, y - HANDLE_DEPTH / 2, cz)]
  }
  const reach: Range = [y - HANDLE_DEPTH, y - HANDLE_DEPTH + 0.008]
  if (isDoor) {
    const cx = toRight ? x[1] - 0.04 : x[0] + 0.04
    const length = Math.min(0.22, height * 0.4)
    const middle = Math.min(Math.max(1.02, z[0] + length * 0.7), z[1] - length * 0.7)
    const cz = height < 0.9 ? (z[0] + z[1]) / 2 : middle
    return bar([cx - 0.005, cx + 0.005], reach, [cz - length / 2, cz + length / 2], y, 'z')
  }
  const length = Math.min(0.2, width * 0.4)
  const cx = (x[0] + x[1]) / 2
  const cz = height < 0.16 ? (z[0] + z[1]) / 2 : z[1] - Math.min(0.06, height * 0.3)
  return bar([cx - length / 2, cx + length / 2], reach, [cz - 0.005, cz + 0.005], y, 'x')
}

function bar(x: Range, y: Range, z: Range, face: number, along: 'x' | 'z'): Geometry[] {
  const post = (t: number): Geometry =>
    along === 'x'
      ? box([x[0] + (x[1] - x[0] - 0.008) * t, x[0] + (x[1] - x[0] - 0.008) * t + 0.008], [y[1], face], z, 0)
      : box(x, [y[1], face], [z[0] + (z[1] - z[0] - 0.008) * t, z[0] + (z[1] - z[0] - 0.008) * t + 0.008], 0)
  return [box(x, y, z, 0.002), post(0.08), post(0.92)]
}

function drawerBox(x: Range, y: Range, z: Range): Geometry[] {
  const t = 0.012
  const top = z[0] + (z[1] - z[0]) * 0.8
  const inner: Range = [x[0] + 0.02, x[1] - 0.02]
  return [
    box([inner[0], inner[0] + t], y, [z[0] + 0.02, top], 0),
    box([inner[1] - t, inner[1]], y, [z[0] + 0.02, top], 0),
    box(inner, [y[1] - t, y[1]], [z[0] + 0.02, top], 0),
    box(inner, y, [z[0] + 0.01, z[0] + 0.02], 0),
  ]
}

/** Splits a range into equal fields. */
export function divide(range: Range, count: number): Range[] {
  const step = (range[1] - range[0]) / count
  return Array.from({ length: count }, (_, k) => [range[0] + step * k, range[0] + step * (k + 1)] as const)
}

/** Number of fields so that each is about `ideal` wide; at least `min`. */
export function fieldsFor(length: number, ideal: number, min = 1): number {
  return Math.max(min, Math.round(length / ideal))
}

/** Doors in pairs that open from their common middle; an odd last one hangs on the right. */
export function doorHinge(index: number, count: number): 'left' | 'right' {
  if (count === 1) return 'left'
  if (count % 2 === 1 && index === count - 1) return 'right'
  return index % 2 === 0 ? 'left' : 'right'
}
