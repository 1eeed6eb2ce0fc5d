import type { Point2, Random } from '@enfilade/geometry'
import type { Home } from './home-rooms.ts'
import { INNER_WALL } from './shell.ts'

/** A slicing of a rectangle: a room's index, or parts side by side along x (axis 0) or y (axis 1). */
export type Tree = number | Split
export type Split = { axis: 0 | 1; parts: Tree[] }

/** A home as the search changes it. `turned[i]`: a room of given sides lies the other way. */
export type Draft = {
  /** Of a home with an outline of its own: a split of which every part fills one of the rectangles that it is cut into. */
  readonly tree: Tree
  /** How the outline is cut; 0 for a rectangle. */
  readonly way: number
  readonly aspect: number
  readonly turned: readonly boolean[]
  /** Factors on the areas of rooms that may be larger or smaller than usual. */
  readonly scales: readonly number[]
}

/** Inner faces of a room: [x0, y0, x1, y1]. */
export type Rect = readonly [number, number, number, number]

/** A wall between parts by its axis; `from` and `to` are the axes of the walls that it ends at. */
export type InnerWall = {
  readonly axis: 0 | 1
  readonly at: number
  readonly from: number
  readonly to: number
  /** Absent: that of inner walls. */
  readonly thickness?: number
}

export type Tiling = {
  readonly width: number
  readonly depth: number
  readonly rects: readonly Rect[]
  readonly walls: readonly InnerWall[]
  /** The inner outline where it is no rectangle of that size. */
  readonly ring?: readonly Point2[]
}

const extent = (rect: Rect, axis: 0 | 1) => rect[axis + 2]! - rect[axis]!
export const rectArea = (rect: Rect): number => extent(rect, 0) * extent(rect, 1)

type Layout = {
  readonly home: Home
  /** Whether any room has given sides; else only hallways are bound. */
  readonly isBound: boolean
  readonly turned: readonly boolean[]
  readonly weights: number[]
  readonly rects: Rect[]
  readonly walls: InnerWall[]
  /** Round every wall to whole centimetres. */
  readonly isFinal: boolean
}

/** Length along an axis that a part must have, if any: hallways run across their split, some rooms have given sides. */
const fixedExtent = (layout: Layout, tree: Tree, axis: 0 | 1, isDirect: boolean): number | undefined => {
  if (typeof tree === 'number') {
    const room = layout.home.rooms[tree]!
    if (room.strip !== undefined) return isDirect ? room.strip : undefined
    if (!room.size) return undefined
    return room.size[layout.turned[tree] ? 1 - axis : axis]
  }
  if (!layout.isBound) return undefined
  if (tree.axis !== axis) {
    for (const part of tree.parts) {
      const fixed = fixedExtent(layout, part, axis, false)
      if (fixed !== undefined) return fixed
    }
    return undefined
  }
  let sum = (tree.parts.length - 1) * INNER_WALL
  for (const part of tree.parts) {
    const fixed = fixedExtent(layout, part, axis, true)
    if (fixed === undefined) return undefined
    sum += fixed
  }
  return sum
}

const weightOf = (layout: Layout, tree: Tree): number => {
  if (typeof tree === 'number') return layout.home.rooms[tree]!.strip === undefined ? layout.weights[tree]! : 0
  let sum = 0
  for (const part of tree.parts) sum += weightOf(layout, part)
  return sum
}

/** Places a part in its inner rectangle; `axes` are the axes of the walls around it, in the order of the rectangle. */
const place = (layout: Layout, tree: Tree, rect: Rect, axes: Rect): void => {
  if (typeof tree === 'number') {
    layout.rects[tree] = rect
    return
  }
  const { axis, parts } = tree
  const count = parts.length
  const free = rect[axis + 2]! - rect[axis]! - (count - 1) * INNER_WALL
  const fixed: (number | undefined)[] = []
  const weights: number[] = []
  let [weight, taken] = [0, 0]
  for (const part of parts) {
    const bound = fixedExtent(layout, part, axis, true)
    const own = bound === undefined ? weightOf(layout, part) : 0
    fixed.push(bound)
    weights.push(own)
    weight += own
    taken += bound ?? 0
  }
  const rest = weight > 0 ? Math.max(free - taken, free * 0.1) : 0
  const scale = weight > 0 ? Math.min(1, (free - rest) / (taken || 1)) : free / (taken || 1)
  let at = rect[axis]!
  let low = axes[axis]!
  for (let index = 0; index < count; index++) {
    const isLast = index === count - 1
    const bound = fixed[index]
    const share = bound === undefined ? (rest * weights[index]!) / (weight || 1) : bound * scale
    const exact = isLast ? rect[axis + 2]! : at + share
    const end = layout.isFinal && !isLast ? Math.round(exact * 100) / 100 : exact
    const high = isLast ? axes[axis + 2]! : end + INNER_WALL / 2
    const own: Rect = axis === 0 ? [at, rect[1], end, rect[3]] : [rect[0], at, rect[2], end]
    const ownAxes: Rect = axis === 0 ? [low, axes[1], high, axes[3]] : [axes[0], low, axes[2], high]
    place(layout, parts[index]!, own, ownAxes)
    if (!isLast && layout.isFinal) layout.walls.push({ axis, at: high, from: axes[1 - axis]!, to: axes[3 - axis]! })
    at = end + INNER_WALL
    low = high
  }
}

/**
 * Works out where the walls are so that the rooms have their areas: weights are corrected for what walls and hallways
 * take, and the whole grows until the sum is right.
 *
 * @param rounds Corrections; 3 are near enough to judge by, 14 are exact to the centimetre.
 */
export const layOut = (home: Home, draft: Draft, rounds: number, isFinal = false): Tiling => {
  const { rooms } = home
  const targets = rooms.map(({ target, isExact }, index) => (isExact ? target : target * draft.scales[index]!))
  const weights = [...targets]
  const isBound = rooms.some(({ size }) => size !== undefined)
  const layout: Layout = { home, isBound, turned: draft.turned, weights, rects: [], walls: [], isFinal: false }
  const strips = rooms.reduce((sum, { strip, target }) => sum + (strip === undefined ? 0 : target), 0)
  const sum = targets.reduce((all, target) => all + target, 0)
  const annexes = home.annexes.reduce((all, { target }) => all + target, 0)
  const { outline } = home
  const gross = ((sum + strips * 0.2) * 1.05) / (outline?.fill ?? 1)
  let width = Math.sqrt(gross * draft.aspect)
  let depth = gross / width
  const fixedWidth = home.width ?? (outline ? undefined : fixedExtent(layout, draft.tree, 0, false))
  const fixedDepth = home.depth ?? (outline ? undefined : fixedExtent(layout, draft.tree, 1, false))
  if (fixedWidth !== undefined) {
    width = fixedWidth
    depth = gross / width
  }
  if (fixedDepth !== undefined) {
    depth = fixedDepth
    if (fixedWidth === undefined) width = gross / depth
  }
  for (let round = 0; ; round++) {
    placeAll(layout, draft, width, depth)
    if (round >= rounds) break
    let [flexible, exact, hall] = [0, 0, 0]
    rooms.forEach(({ strip, isExact }, index) => {
      const area = rectArea(layout.rects[index]!)
      if (strip !== undefined) hall += area
      else if (isExact) exact += targets[index]!
      else flexible += targets[index]!
    })
    const wanted = home.total === undefined ? undefined : home.total - annexes - hall - exact
    const factor = wanted === undefined || flexible === 0 ? 1 : Math.max(0.3, wanted / flexible)
    let [have, want] = [0, 0]
    rooms.forEach(({ strip, isExact }, index) => {
      if (strip !== undefined) return
      const area = Math.max(0.1, rectArea(layout.rects[index]!))
      const goal = targets[index]! * (isExact ? 1 : factor)
      have += area
      want += goal
      weights[index] = weights[index]! * Math.min(2, Math.max(0.5, goal / area)) ** 0.9
    })
    const grow = Math.min(1.5, Math.max(0.67, want / (have || 1)))
    if (home.width === undefined || home.depth === undefined) {
      if (fixedWidth !== undefined && fixedDepth === undefined) depth *= grow
      else if (fixedDepth !== undefined && fixedWidth === undefined) width *= grow
      else if (fixedWidth === undefined) {
        width *= Math.sqrt(grow)
        depth *= Math.sqrt(grow)
      }
    }
  }
  if (!isFinal) return { width, depth, rects: layout.rects, walls: [], ...ringOf(home, width, depth) }
  const [w, d] = [Math.round(width * 100) / 100, Math.round(depth * 100) / 100]
  const last: Layout = { ...layout, rects: [], walls: [], isFinal: true }
  placeAll(last, draft, w, d)
  return { width: w, depth: d, rects: last.rects, walls: last.walls, ...ringOf(home, w, d) }
}

const ringOf = ({ outline }: Home, width: number, depth: number) =>
  outline ? { ring: outline.ringAt(width, depth) } : {}

const placeAll = (layout: Layout, { tree, way }: Draft, width: number, depth: number): void => {
  const { outline } = layout.home
  if (!outline || typeof tree === 'number')
    return place(layout, tree, [0, 0, width, depth], outerAxes(0, 0, width, depth))
  const cut = outline.cutAt(width, depth, way)
  cut.wings.forEach((wing, index) => {
    place(layout, tree.parts[index]!, wing, outerAxes(...wing))
  })
  if (layout.isFinal) layout.walls.push(...cut.walls)
}

const OUTER_HALF = 0.12
const outerAxes = (x0: number, y0: number, x1: number, y1: number): Rect => [
  x0 - OUTER_HALF,
  y0 - OUTER_HALF,
  x1 + OUTER_HALF,
  y1 + OUTER_HALF,
]

export const copyTree = (tree: Tree): Tree =>
  typeof tree === 'number' ? tree : { axis: tree.axis, parts: tree.parts.map(copyTree) }

type Slot = { readonly parent: Split; readonly index: number }

const collect = (tree: Tree, leaves: Slot[], splits: Split[], inner: Slot[]): void => {
  if (typeof tree === 'number') return
  splits.push(tree)
  tree.parts.forEach((part, index) => {
    if (typeof part === 'number') leaves.push({ parent: tree, index })
    else inner.push({ parent: tree, index })
    collect(part, leaves, splits, inner)
  })
}

/** No split of one part, and none directly in another of its axis. */
const tidy = (tree: Tree): Tree => {
  if (typeof tree === 'number') return tree
  const parts = tree.parts.map(tidy).flatMap((part) => {
    return typeof part !== 'number' && part.axis === tree.axis ? part.parts : [part]
  })
  return parts.length === 1 ? parts[0]! : { axis: tree.axis, parts }
}

const mirror = (tree: Tree, axis: 0 | 1): Tree => {
  if (typeof tree === 'number') return tree
  const parts = tree.parts.map((part) => mirror(part, axis))
  return { axis: tree.axis, parts: tree.axis === axis ? parts.reverse() : parts }
}

/** A neighbouring draft: rooms change places, a split turns or reverses, a room moves beside another, the whole stretches. */
export const vary = (draft: Draft, home: Home, random: Random): Draft => {
  const tree = copyTree(draft.tree)
  if (typeof tree === 'number') return draft
  let { aspect, turned, scales } = draft
  let varied: Tree = tree
  const leaves: Slot[] = []
  const splits: Split[] = []
  const inner: Slot[] = []
  collect(tree, leaves, splits, inner)
  // Parts of a cut outline stay what they are; what is in them changes.
  const isCut = home.outline !== undefined
  if (isCut) splits.shift()
  if (isCut && splits.length === 0) return swapLeaves(draft, tree, leaves, random)
  const dice = random()
  if (dice < 0.34) {
    return swapLeaves(draft, tree, leaves, random)
  } else if (dice < 0.44) {
    const split = random.pick(splits)
    split.axis = split.axis === 0 ? 1 : 0
  } else if (dice < 0.52) {
    const split = random.pick(splits)
    split.parts.reverse()
  } else if (dice < 0.78) moveBeside(tree, leaves, inner, isCut, random)
  else if (dice < 0.86) aspect = Math.min(2.2, Math.max(0.45, aspect * Math.exp(0.25 * random.normal())))
  else if (dice < 0.93) {
    const at = random.int(scales.length)
    const scale = Math.min(1.45, Math.max(0.85, scales[at]! * Math.exp(0.12 * random.normal())))
    scales = scales.map((value, index) => (index === at ? scale : value))
  } else if (dice < 0.97 || !home.rooms.some(({ size }) => size))
    varied = isCut ? mirrorPart(tree, random) : mirror(tree, random() < 0.5 ? 0 : 1)
  else {
    const sized = home.rooms.flatMap(({ size }, index) => (size ? [index] : []))
    const at = random.pick(sized)
    turned = turned.map((value, index) => (index === at ? !value : value))
  }
  return { tree: isCut ? tidyParts(varied as Split) : tidy(varied), way: draft.way, aspect, turned, scales }
}

const tidyParts = (tree: Split): Tree => ({ axis: tree.axis, parts: tree.parts.map(tidy) })

const swapLeaves = (draft: Draft, tree: Split, leaves: readonly Slot[], random: Random): Draft => {
  const [a, b] = [random.pick(leaves), random.pick(leaves)]
  const held = a.parent.parts[a.index]!
  a.parent.parts[a.index] = b.parent.parts[b.index]!
  b.parent.parts[b.index] = held
  return { ...draft, tree }
}

const mirrorPart = (tree: Split, random: Random): Tree => {
  const at = random.int(tree.parts.length)
  const axis = random() < 0.5 ? 0 : 1
  return { ...tree, parts: tree.parts.map((part, index) => (index === at ? mirror(part, axis) : part)) }
}

const moveBeside = (
  tree: Split,
  leaves: readonly Slot[],
  inner: readonly Slot[],
  isCut: boolean,
  random: Random,
): void => {
  const from = random.pick(leaves)
  if (isCut && from.parent === tree) return
  const room = from.parent.parts[from.index]!
  const targets = [...leaves, ...inner].filter(({ parent, index }) => parent !== from.parent || index !== from.index)
  if (targets.length === 0) return
  const to = random.pick(targets)
  const held = to.parent.parts[to.index]!
  if (typeof held !== 'number' && contains(held, room as number)) return
  const pair: Tree[] = random() < 0.5 ? [room, held] : [held, room]
  to.parent.parts[to.index] = { axis: random() < 0.5 ? 0 : 1, parts: pair }
  from.parent.parts = from.parent.parts.filter((part, index) => index !== from.index || part !== room)
  if (tree.parts.length === 0) tree.parts = [room]
}

const contains = (tree: Tree, leaf: number): boolean =>
  typeof tree === 'number' ? tree === leaf : tree.parts.some((part) => contains(part, leaf))
