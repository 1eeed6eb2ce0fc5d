import { clearances, factOf, hiddenWindowShare, planPenetration, shapeItem } from '@enfilade/critic'
import {
  type Arrangement,
  type Frame,
  type Piece,
  pieceBoxes,
  pieceSource,
  type ZoneSpec,
  zoneBox,
} from '../arrangement.ts'
import type { BriefObject } from '../brief.ts'
import { isInside, keepsDoors } from '../candidate.ts'
import { type Edge, edgePoint, type Site, WALL_GAP } from '../site.ts'
import { sizeOptions } from '../size-choice.ts'
import { createPiece } from './simple.ts'

export type KitchenModule = {
  readonly category: string
  readonly object?: BriefObject
  /** Absent: may be left out. */
  readonly isRequired?: boolean
}

export type KitchenWish = {
  /** In the order of work: fridge, sink, (dishwasher), cooker. */
  readonly modules: readonly KitchenModule[]
  /** Base cabinets between: how many at most; 0 for none. */
  readonly fillers: readonly (BriefObject | undefined)[]
  readonly mayFill: boolean
}

const DEPTH = 0.6
/** Floor that the units of one wall take of the next one: the deepest is a fridge. */
const CORNER = 0.67
const LEAST_FILLER = 0.3
const MOST_FILLER = 0.9

/** A stretch of wall that units can stand on; `from`, `to` along the edge. */
type Stretch = { readonly edge: Edge; readonly from: number; readonly to: number }

/** Every way to run the kitchen along one wall, around a corner, along two facing walls or three. */
export const expandKitchen =
  (wish: KitchenWish) =>
  (site: Site): { arrangement: Arrangement; frame: Frame }[] => {
    const found: { arrangement: Arrangement; frame: Frame }[] = []
    const origin = { x: 0, y: 0, yaw: 0 }
    for (const run of runs(site).flatMap(trimmed)) {
      for (const order of [wish.modules, [...wish.modules].reverse()]) {
        for (const drop of [0, 1, 2]) {
          const modules = leaveOut(order, drop)
          if (!modules) continue
          for (const split of splits(modules.length, run.length)) {
            for (const isSinkLit of [false, true]) {
              const pieces = fill(site, run, modules, split, wish, isSinkLit)
              if (pieces) found.push({ arrangement: arrange(site, pieces, wish, drop, run), frame: origin })
            }
          }
        }
      }
    }
    return found
  }

/** The modules without `count` optional ones, the last named first out. */
const leaveOut = (modules: readonly KitchenModule[], count: number): KitchenModule[] | undefined => {
  const optional = modules.filter((module) => !module.isRequired)
  if (count > optional.length) return undefined
  const out = new Set(optional.slice(optional.length - count))
  return modules.filter((module) => !out.has(module))
}

/** Runs of one to three stretches. */
const runs = (site: Site): Stretch[][] => {
  const walls = site.edges.filter((edge) => !edge.isColumn && edge.length > 0.9)
  const list: Stretch[][] = []
  for (const edge of walls) for (const stretch of stretches(edge, 0, 0)) list.push([stretch])
  for (const first of walls) {
    const second = walls.find(
      (edge) => edge !== first && Math.hypot(edge.a[0] - first.b[0], edge.a[1] - first.b[1]) < 0.01,
    )
    if (!second || !isInnerCorner(first, second)) continue
    const before = stretches(first, 0, 0).find((stretch) => stretch.to > first.length - 0.02)
    const after = stretches(second, CORNER, 0).find((stretch) => stretch.from < CORNER + 0.02)
    if (!before || !after) continue
    list.push([before, after])
    const third = walls.find(
      (edge) =>
        edge !== second && edge !== first && Math.hypot(edge.a[0] - second.b[0], edge.a[1] - second.b[1]) < 0.01,
    )
    if (!third || !isInnerCorner(second, third) || first.length < 1.2 || third.length < 1.2 || second.length < 2.1)
      continue
    const middle = stretches(second, CORNER, 0).find(
      (stretch) => stretch.from < CORNER + 0.02 && stretch.to > second.length - 0.02,
    )
    const last = stretches(third, CORNER, 0).find((stretch) => stretch.from < CORNER + 0.02)
    if (middle && last) list.push([before, middle, last])
  }
  for (const first of walls) {
    for (const second of walls) {
      if (
        second.index <= first.index ||
        first.inward[0] * second.inward[0] + first.inward[1] * second.inward[1] > -0.98
      )
        continue
      const apart = (second.a[0] - first.a[0]) * first.inward[0] + (second.a[1] - first.a[1]) * first.inward[1]
      if (apart < DEPTH * 2 + clearances.kitchen_between_two_runs.minimum) continue
      if (apart > 3.2) continue
      for (const a of stretches(first, 0, 0)) for (const b of stretches(second, 0, 0)) list.push([a, b])
    }
  }
  return list
}

/** Lengths left free at the ends of a run, for a door beside it. */
const TRIMS = [0, 0.72, 0.96]

/** A run as it is, and shorter by a door's width at its first or last end. */
const trimmed = (run: readonly Stretch[]): Stretch[][] =>
  TRIMS.flatMap((start) =>
    TRIMS.flatMap((end) => {
      const list = run.map((stretch, index) => ({
        ...stretch,
        from: stretch.from + (index === 0 ? start : 0),
        to: stretch.to - (index === run.length - 1 ? end : 0),
      }))
      return list.every(({ from, to }) => to - from > 0.6) ? [list] : []
    }),
  )

const isInnerCorner = (first: Edge, second: Edge): boolean => {
  const cross = first.along[0] * second.along[1] - first.along[1] * second.along[0]
  return cross > 0.98
}

/** Parts of an edge between doors and low windows. */
const stretches = (edge: Edge, start: number, end: number): Stretch[] => {
  const list: Stretch[] = []
  let from = start + 0.01
  const cuts = edge.openings
    .filter(({ opening }) => opening.sill < 0.84)
    .map(({ from: low, to: high }) => [low - 0.06, high + 0.06] as const)
    .sort((a, b) => a[0] - b[0])
  for (const [low, high] of [...cuts, [edge.length - end - 0.01, edge.length] as const]) {
    if (low - from > 0.6) list.push({ edge, from, to: low })
    from = Math.max(from, high)
  }
  return list
}

/** Ways to deal `count` modules in order to `bins` stretches, each getting at least one. */
const splits = (count: number, bins: number): number[][] => {
  if (bins === 1) return [[count]]
  const list: number[][] = []
  for (let first = 1; first <= count - bins + 1; first++) {
    for (const rest of splits(count - first, bins - 1)) list.push([first, ...rest])
  }
  return list
}

const fill = (
  site: Site,
  run: readonly Stretch[],
  modules: readonly KitchenModule[],
  split: readonly number[],
  wish: KitchenWish,
  isSinkLit: boolean,
): Piece[] | undefined => {
  const pieces: Piece[] = []
  const fillers = [...wish.fillers]
  let next = 0
  let isLit = false
  for (const [index, stretch] of run.entries()) {
    const mine = modules.slice(next, next + split[index]!)
    next += split[index]!
    const window = isSinkLit ? windowOver(stretch, mine) : undefined
    const made = fillStretch(site, stretch, mine, fillers, wish.mayFill, window)
    if (!made) return undefined
    isLit ||= window !== undefined
    pieces.push(...made)
  }
  return isSinkLit && !isLit ? undefined : pieces
}

/** Middle of a window over the stretch that has the sink, metres along the edge. */
const windowOver = ({ edge, from, to }: Stretch, modules: readonly KitchenModule[]): number | undefined => {
  if (!modules.some(({ category }) => category === 'sink_cabinet')) return undefined
  const found = edge.openings.find(
    ({ from: low, to: high, opening }) => opening.sill >= 0.84 && low > from - 0.3 && high < to + 0.3,
  )
  return found ? (found.from + found.to) / 2 : undefined
}

/** One stretch: its modules in order, base cabinets in the room that is left between and beside them. */
const fillStretch = (
  site: Site,
  { edge, from, to }: Stretch,
  modules: readonly KitchenModule[],
  fillers: (BriefObject | undefined)[],
  mayFill: boolean,
  sinkAt?: number,
): Piece[] | undefined => {
  const widths = modules.map((module) => moduleWidth(module, to - from, modules.length))
  const used = widths.reduce((sum, width) => sum + width, 0)
  let spare = to - from - used
  if (spare < 0) {
    for (const [index, module] of modules.entries()) widths[index] = leastWidth(module)
    spare = to - from - widths.reduce((sum, width) => sum + width, 0)
    if (spare < -0.001) return undefined
  }
  // Gaps before, between and after: the fridge and the run's end stay snug, work lies between sink and cooker.
  const shares = modules.map((module, index) => gapShare(module, modules[index - 1]))
  const last = modules.at(-1)
  shares.push(last && isTall(last) ? 0 : 0.5)
  const most = mayFill ? spare : 0
  const gaps = sinkAt === undefined ? deal(shares, most) : gapsToWindow(modules, widths, shares, most, sinkAt - from)
  if (!gaps) return undefined
  const pieces: Piece[] = []
  let s = from
  for (let index = 0; index <= modules.length; index++) {
    const gap = gaps[index]!
    const filled = gap >= LEAST_FILLER ? fillGap(edge, s, gap, fillers, mayFill) : []
    pieces.push(...filled)
    s += gap >= LEAST_FILLER ? gap : 0
    const module = modules[index]
    if (!module) break
    pieces.push(unitPiece(edge, s, widths[index]!, module))
    s += widths[index]!
  }
  for (const piece of pieces) {
    const frame = { x: 0, y: 0, yaw: 0 }
    if (!pieceBoxes(piece, frame).every((box) => isInside(site, box) && keepsDoors(site, box))) return undefined
    const shape = shapeItem(pieceSource(piece, frame))
    if (site.plan.windows.some((window) => hiddenWindowShare(window, shape) > 0.15)) return undefined
  }
  return pieces
}

const deal = (shares: readonly number[], length: number): number[] => {
  const total = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => (total > 0 ? (length * share) / total : 0))
}

/** Gaps that bring the sink's middle to a place along the stretch; undefined when the modules leave no such room. */
const gapsToWindow = (
  modules: readonly KitchenModule[],
  widths: readonly number[],
  shares: readonly number[],
  spare: number,
  at: number,
): number[] | undefined => {
  const sink = modules.findIndex(({ category }) => category === 'sink_cabinet')
  const taken = widths.slice(0, sink).reduce((sum, width) => sum + width, 0)
  const before = at - taken - widths[sink]! / 2
  if (before < -0.001 || before > spare + 0.001) return undefined
  const even = (list: readonly number[]): number[] => (list.some((share) => share > 0) ? [...list] : list.map(() => 1))
  return [...deal(even(shares.slice(0, sink + 1)), before), ...deal(even(shares.slice(sink + 1)), spare - before)]
}

const isTall = (module: KitchenModule): boolean => module.category === 'refrigerator'

const gapShare = (module: KitchenModule, before: KitchenModule | undefined): number => {
  if (!before) return isTall(module) ? 0 : 0.5
  if (module.category === 'dishwasher' || before.category === 'dishwasher') return 0.05
  if (isTall(module) || isTall(before)) return 0.5
  return 1
}

const preferred: { readonly [category: string]: number } = {
  sink_cabinet: 0.8,
  cooker: 0.6,
  refrigerator: 0.6,
  dishwasher: 0.6,
  washing_machine: 0.6,
}

const moduleWidth = (module: KitchenModule, length: number, count: number): number => {
  const said = module.object?.size?.width?.exact
  if (said !== undefined) return said
  const wish = preferred[module.category] ?? 0.6
  return module.category === 'sink_cabinet' && length < count * 0.7 ? 0.6 : wish
}

const leastWidth = (module: KitchenModule): number =>
  module.object?.size?.width?.exact ?? Math.max(0.45, sizeOptions(module.category, module.object).at(-1)![0])

const unitPiece = (edge: Edge, s: number, width: number, module: KitchenModule): Piece => {
  const [, depth, height] = sizeOptions(module.category, module.object)[0]!
  return wallPiece(edge, s + width / 2, module.category, [width - 0.002, Math.min(depth, 0.7), height], module.object)
}

const wallPiece = (
  edge: Edge,
  s: number,
  category: string,
  size: readonly [number, number, number],
  object?: BriefObject,
): Piece => {
  const [x, y] = edgePoint(edge, s, WALL_GAP + size[1] / 2)
  return createPiece(category, [round(size[0]), size[1], size[2]], x, y, edge.yaw, { object })
}

const round = (value: number): number => Math.floor(value * 1000) / 1000

/** Base cabinets of equal width. */
const fillGap = (
  edge: Edge,
  from: number,
  gap: number,
  fillers: (BriefObject | undefined)[],
  mayFill: boolean,
): Piece[] => {
  if (!mayFill) return []
  const count = Math.ceil(gap / MOST_FILLER)
  const width = gap / count
  const pieces: Piece[] = []
  for (let index = 0; index < count; index++) {
    const object = fillers.shift()
    pieces.push(wallPiece(edge, from + width * (index + 0.5), 'base_cabinet', [width - 0.002, DEPTH, 0.85], object))
  }
  return pieces
}

const arrange = (
  site: Site,
  pieces: readonly Piece[],
  wish: KitchenWish,
  dropped: number,
  run: readonly Stretch[],
): Arrangement => {
  const aisle = clearances.kitchen_work_aisle
  const zones = pieces.map(
    (_, index): ZoneSpec => ({ piece: index, side: 'front', must: aisle.minimum, want: aisle.recommended }),
  )
  const placed = new Set(pieces.map((piece) => piece.object?.key))
  const missing = wish.modules.flatMap(({ object }) =>
    object && !placed.has(object.key) ? [{ object, count: 1 }] : [],
  )
  return {
    pieces,
    zones,
    placement: 'free',
    penalty: runCost(site, pieces) + crampedCost(pieces) + dropped * 1.2 + missing.length * 9 + (run.length - 1) * 0.25,
    missing,
    anchor: 0,
  }
}

/** The work triangle, the sink in the light, the cooker away from window and fridge, enough worktop. */
const runCost = (site: Site, pieces: readonly Piece[]): number => {
  const find = (category: string): Piece | undefined => pieces.find((piece) => piece.category === category)
  const sink = find('sink_cabinet')
  const cooker = find('cooker')
  const fridge = find('refrigerator')
  let cost = 0
  const between = (a: Piece | undefined, b: Piece | undefined): number | undefined =>
    a && b ? Math.hypot(a.x - b.x, a.y - b.y) - (a.size[0] + b.size[0]) / 2 : undefined
  const run = factOf('cooker', 'sink')
  const work = between(sink, cooker)
  if (work !== undefined)
    cost += 1.5 * Math.max(0, (run.minimum ?? 0.6) - work) + 0.4 * Math.max(0, work - (run.maximum ?? 1.8))
  const cold = between(fridge, cooker)
  if (cold !== undefined) cost += 2 * Math.max(0, 0.3 - cold)
  for (const window of site.plan.windows) {
    const toWindow = (piece: Piece | undefined): number =>
      piece ? Math.hypot(piece.x - window.at[0], piece.y - window.at[1]) : 9
    cost += 0.15 * Math.min(3, Math.max(0, toWindow(sink) - DEPTH))
    if (toWindow(cooker) < 0.8) cost += 1.2
  }
  const worktop = pieces
    .filter((piece) => piece.category === 'base_cabinet')
    .reduce((sum, piece) => sum + piece.size[0], 0)
  cost += 0.6 * Math.max(0, 1.8 - worktop)
  return cost
}

/** Units that stand in each other's aisle: around a tight corner, or across too narrow a room. */
const crampedCost = (pieces: readonly Piece[]): number => {
  const frame = { x: 0, y: 0, yaw: 0 }
  const boxes = pieces.map((piece) => pieceBoxes(piece, frame)[0]!)
  const least = clearances.kitchen_between_two_runs.minimum
  let cost = 0
  for (const [index, piece] of pieces.entries()) {
    const zone = zoneBox(piece, frame, 'front', least)
    let depth = 0
    for (const [other, box] of boxes.entries()) if (other !== index) depth = Math.max(depth, planPenetration(zone, box))
    if (depth > 0.06) cost += 1.5 + (4 * Math.min(depth, least)) / least
  }
  return cost
}
