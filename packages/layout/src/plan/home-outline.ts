import { type Point2, polygonArea, polygonBounds } from '@enfilade/geometry'
import type { Text } from '../result.ts'
import type { Rect } from './home-tree.ts'
import { outlineOf, sizedOutline } from './outline.ts'
import type { PlanBrief, PlanShape } from './plan-brief.ts'
import { type Cut, cutRing, isRightAngled, waysToCut } from './ring-cuts.ts'

/** The inner outline of a home that is no plain rectangle. */
export type HomeOutline = {
  /** Inner faces, counter-clockwise; a given ring is the same at any size. */
  readonly ringAt: (width: number, depth: number) => readonly Point2[]
  readonly cutAt: (width: number, depth: number, way: number) => Cut
  /** Its overall size is given. */
  readonly width?: number
  readonly depth?: number
  /** Floor over the floor of the rectangle around it. */
  readonly fill: number
  /** Ways to cut it into rectangles that rooms fit in, the plainest first. */
  readonly ways: readonly number[]
}

/** Least side of a rectangle that a room can be in, metres. */
const LEAST_WING = 1.2
const MOST_WAYS = 4
/** Any size will do to see how a shape is cut: that of a usual flat. */
const SAMPLE = 10

/**
 * The outline that was asked for, if rooms can be laid out in it.
 *
 * @param rooms Number of rooms; an outline is not cut into more parts.
 */
export const homeOutline = (
  plan: PlanBrief,
  rooms: number,
): { readonly outline?: HomeOutline; readonly problem?: Text } => {
  const shape = plan.outline
  if (!shape || shape.type === 'rectangle') return {}
  const given = isGiven(shape) ? givenPoints(shape) : undefined
  const { width, depth } = plan.size ?? {}
  const ringAt = (w: number, d: number) => given ?? sizedOutline(shape, w, d).points
  const sample = ringAt(width ?? SAMPLE, depth ?? SAMPLE)
  const bounds = polygonBounds(sample)
  const [w, d] = [bounds.maxX - bounds.minX, bounds.maxY - bounds.minY]
  const hasArcs = !given && sizedOutline(shape, w, d).bulges.some((bulge) => bulge !== 0)
  if (!isRightAngled(sample) || hasArcs || (isGiven(shape) && shape.type === 'ring' && shape.bulges?.some(Boolean)))
    return { problem: notRight(Math.abs(polygonArea(sample))) }
  const ways = plainestWays(sample, rooms)
  if (ways.length === 0) return { problem: tooNarrow(rooms) }
  return {
    outline: {
      ...(given ? { ringAt, cutAt: keptCuts(given) } : scaled(ringAt, width ?? SAMPLE, depth ?? SAMPLE)),
      fill: polygonArea(sample) / (w * d),
      ways,
      ...(given ? { width: w, depth: d } : { ...(width ? { width } : {}), ...(depth ? { depth } : {}) }),
    },
  }
}

/** Corners and cuts of a shape move in proportion to its sides: three sizes tell all others. */
const scaled = (ringAt: HomeOutline['ringAt'], width: number, depth: number): Pick<HomeOutline, 'ringAt' | 'cutAt'> => {
  const sizes = [
    [width, depth],
    [2 * width, depth],
    [width, 2 * depth],
  ] as const
  const blend = (w: number, d: number, [base, wide, deep]: readonly number[]) =>
    base! + (wide! - base!) * (w / width - 1) + (deep! - base!) * (d / depth - 1)
  const rings = sizes.map(([w, d]) => ringAt(w, d))
  const cuts = new Map<number, readonly Cut[]>()
  return {
    ringAt: (w, d) =>
      rings[0]!.map((_, index): Point2 => {
        const at = (axis: 0 | 1) =>
          blend(
            w,
            d,
            rings.map((ring) => ring[index]![axis]),
          )
        return [at(0), at(1)]
      }),
    cutAt: (w, d, way) => {
      const known = cuts.get(way) ?? rings.map((ring) => cutRing(ring, way))
      cuts.set(way, known)
      const at = (pick: (cut: Cut) => number) => blend(w, d, known.map(pick))
      return {
        wings: known[0]!.wings.map((_, index): Rect => {
          const side = (which: 0 | 1 | 2 | 3) => at(({ wings }) => wings[index]![which])
          return [side(0), side(1), side(2), side(3)]
        }),
        walls: known[0]!.walls.map((wall, index) => ({
          ...wall,
          at: at(({ walls }) => walls[index]!.at),
          from: at(({ walls }) => walls[index]!.from),
          to: at(({ walls }) => walls[index]!.to),
        })),
      }
    },
  }
}

const keptCuts = (ring: readonly Point2[]): HomeOutline['cutAt'] => {
  const cuts = new Map<number, Cut>()
  return (_width, _depth, way) => {
    const known = cuts.get(way) ?? cutRing(ring, way)
    cuts.set(way, known)
    return known
  }
}

type GivenShape = Extract<PlanShape, { type: 'ring' | 'walls' }>
const isGiven = (shape: PlanShape): shape is GivenShape => shape.type === 'ring' || shape.type === 'walls'

const givenPoints = (shape: GivenShape): readonly Point2[] =>
  outlineOf({ key: 'home', type: 'generic', shape }).outline.points

const plainestWays = (ring: readonly Point2[], rooms: number): number[] => {
  const seen = new Set<string>()
  return Array.from({ length: waysToCut(ring) }, (_, way) => ({ way, cut: cutRing(ring, way) }))
    .filter(({ cut }) => {
      const key = JSON.stringify(cut.wings)
      if (seen.has(key)) return false
      seen.add(key)
      return cut.wings.length <= rooms && narrowest(cut) >= LEAST_WING
    })
    .sort((a, b) => a.cut.wings.length - b.cut.wings.length || narrowest(b.cut) - narrowest(a.cut) || a.way - b.way)
    .slice(0, MOST_WAYS)
    .map(({ way }) => way)
}

const narrowest = ({ wings }: Cut): number => Math.min(...wings.flatMap(([x0, y0, x1, y1]) => [x1 - x0, y1 - y0]))

const notRight = (area: number): Text => ({
  en: `an outline with slanted or round walls can be given to 1 room, not divided into several; a rectangle was drawn instead of its ${area.toFixed(1)} m²`,
  zh: `带斜墙或弧墙的轮廓只能用于单个房间，不能划分为多个；已改画矩形，原轮廓 ${area.toFixed(1)} 平方米`,
})

const tooNarrow = (rooms: number): Text => ({
  en: `the outline cannot be cut into at most ${rooms} parts that are ${LEAST_WING} m wide; a rectangle was drawn`,
  zh: `该轮廓无法划分为至多 ${rooms} 个宽度不小于 ${LEAST_WING} 米的部分；已改画矩形`,
})
