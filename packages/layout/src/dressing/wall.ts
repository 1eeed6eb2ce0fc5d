import type { ItemShape } from '@enfilade/critic'
import type { Size3 } from '@enfilade/scene'
import type { BriefObject } from '../brief.ts'
import type { Placed } from '../placed.ts'
import type { Edge } from '../site.ts'
import { sizeOptions } from '../size-choice.ts'
import { ROOM_UNIT, type Stage, spanAlong } from './stage.ts'

/** Height of a picture's middle: eye height of somebody standing. */
export const EYE_HEIGHT = 1.45
/** Gap between furniture and what hangs over it. */
const ABOVE = 0.18

export type WallThing = {
  readonly category: string
  readonly size: Size3
  readonly object?: BriefObject
  readonly variant?: string
  readonly shape?: string
}

/** Over a thing that stands at a wall, centred on it; higher or smaller when it must. */
export const hangAbove = (stage: Stage, host: ItemShape, thing: WallThing, gap = ABOVE): Placed | undefined => {
  const behind = stage.edgeBehind(host)
  if (!behind) return undefined
  const unit = stage.unitOf(host.id)
  const usual = EYE_HEIGHT - thing.size[2] / 2
  for (const share of thing.object?.size ? [1] : [1, 0.8, 0.6]) {
    const size: Size3 = [round(thing.size[0] * share), thing.size[1], round(thing.size[2] * share)]
    const bottom = Math.max(host.box.top + gap, usual)
    const placed = stage.hang(behind.edge, behind.s, round(bottom), { ...thing, size, unit })
    if (placed) return placed
  }
  return undefined
}

/** Free stretches of wall, best first: long, bare, seen from the door. */
export const freeStretches = (stage: Stage, least: number): { edge: Edge; from: number; to: number }[] => {
  const stretches: { edge: Edge; from: number; to: number }[] = []
  for (const edge of stage.site.edges) {
    if (edge.isColumn || edge.length < least) continue
    const cuts: [number, number][] = edge.openings.map(({ from, to }) => [from - 0.1, to + 0.1])
    for (const shape of stage.shapes()) {
      const { box, role, category } = shape
      const isLow = box.top < 1 && !/^(?:crib|bassinet|playpen)$/.test(category)
      if (role === 'flat' || isLow || role === 'carried') continue
      const dx = box.x - edge.a[0]
      const dy = box.y - edge.a[1]
      const away = dx * edge.inward[0] + dy * edge.inward[1]
      const reach = Math.max(box.halfWidth, box.halfDepth)
      if (away < -0.1 || away - reach > 0.5) continue
      const [low, high] = spanAlong(edge, box)
      if (high > 0 && low < edge.length) cuts.push([low - 0.1, high + 0.1])
    }
    cuts.sort((a, b) => a[0] - b[0])
    let from = 0.1
    for (const [low, high] of [...cuts, [edge.length - 0.1, edge.length] as [number, number]]) {
      if (low - from >= least) stretches.push({ edge, from, to: low })
      from = Math.max(from, high)
    }
  }
  return stretches.sort((a, b) => b.to - b.from - (a.to - a.from) || a.edge.index - b.edge.index)
}

/** On a bare stretch of wall at eye height; `edges` narrows the choice. */
export const hangFree = (
  stage: Stage,
  thing: WallThing,
  edges?: readonly Edge[],
  bottom?: number,
): Placed | undefined => {
  const z = bottom ?? EYE_HEIGHT - thing.size[2] / 2
  for (const { edge, from, to } of freeStretches(stage, thing.size[0] + 0.1)) {
    if (edges && !edges.includes(edge)) continue
    const middle = (from + to) / 2
    const choices = [middle, from + thing.size[0] / 2 + 0.1, to - thing.size[0] / 2 - 0.1]
    for (const s of choices) {
      const placed = stage.hang(edge, s, round(z), { ...thing, unit: ROOM_UNIT })
      if (placed) return placed
    }
  }
  return undefined
}

/** How far a curtain reaches past its window, metres, in falling wish. */
const CURTAIN_REACH = [0.18, 0.1, 0.03]
const CURTAIN_DEPTH = 0.1

/** Hangs a curtain where `curtainPlace` says. */
export const hangCurtain = (stage: Stage, windowId: string, object?: BriefObject): Placed | undefined => {
  const place = curtainPlace(stage, windowId, object)
  return place ? stage.add(place) : undefined
}

/**
 * A curtain to the floor where the floor before the window is free, else to just above what stands there. With several
 * `panels` the n-th of them, side by side. Nothing is added.
 */
export const curtainPlace = (
  stage: Stage,
  windowId: string,
  object?: BriefObject,
  panel = 0,
  panels = 1,
): Omit<Placed, 'id'> | undefined => {
  for (const edge of stage.site.edges) {
    for (const { from, to, opening } of edge.openings) {
      if (opening.id !== windowId || opening.opening.type !== 'window') continue
      const top = Math.min(opening.top + 0.15, stage.site.plan.height - 0.03)
      const floors = [
        0.03,
        ...bottomsAbove(stage, edge, from, to).filter((z) => z <= opening.sill + 0.02),
        Math.max(0.03, opening.sill - 0.1),
        ...bottomsAbove(stage, edge, from, to).filter((z) => z > opening.sill + 0.02 && z < opening.sill + 0.3),
      ]
      for (const reach of CURTAIN_REACH) {
        for (const bottom of floors) {
          const low = Math.max(0.005, from - reach)
          const high = Math.min(edge.length - 0.005, to + reach)
          const height = object?.size?.height?.exact ?? round(top - bottom)
          if (height < 0.3) continue
          const share = (high - low) / panels
          const size: Size3 = [round(share - 0.005), CURTAIN_DEPTH, height]
          const thing = {
            category: object?.category ?? 'curtain',
            size,
            object,
            variant: object?.attributes?.variant,
            unit: ROOM_UNIT,
          }
          const place = stage.wallPlace(edge, low + share * (panel + 0.5), round(bottom), thing, {
            mayHide: true,
            overOpenings: true,
            margin: 0.002,
          })
          if (place) return place
        }
      }
    }
  }
  return undefined
}

/** Heights just over the things that stand close to the wall between two points. */
const bottomsAbove = (stage: Stage, edge: Edge, from: number, to: number): number[] => {
  const tops: number[] = []
  for (const { box, role } of stage.shapes()) {
    if (role === 'flat') continue
    const away = (box.x - edge.a[0]) * edge.inward[0] + (box.y - edge.a[1]) * edge.inward[1]
    const reach = Math.hypot(box.halfWidth, box.halfDepth)
    if (away - reach > CURTAIN_DEPTH + 0.1 || away < -0.2) continue
    const [low, high] = spanAlong(edge, box)
    if (high > from - 0.2 && low < to + 0.2) tops.push(round(box.top + 0.03))
  }
  return [...new Set(tops)].sort((a, b) => a - b)
}

const round = (value: number): number => Math.round(value * 1000) / 1000

/** Size of a picture over a host: two thirds of its width. */
export const pictureSize = (hostWidth: number, object?: BriefObject): Size3 => {
  const said = sizeOptions('picture', object)[0]!
  if (object?.size) return said
  const width = Math.min(1.4, Math.max(0.5, hostWidth * 0.62))
  return [
    round(Math.round(width * 20) / 20),
    said[1],
    round(Math.min(0.8, Math.max(0.5, Math.round(width * 0.62 * 20) / 20))),
  ]
}
