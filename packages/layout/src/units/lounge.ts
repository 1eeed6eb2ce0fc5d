import { clearances, factOf } from '@enfilade/critic'
import { raycastRing } from '@enfilade/geometry'
import type { Size3 } from '@enfilade/scene'
import { type Arrangement, type Frame, type Piece, pieceBoxes } from '../arrangement.ts'
import type { BriefObject } from '../brief.ts'
import { isInside } from '../candidate.ts'
import { prices } from '../prices.ts'
import { type Edge, edgePoint, type Site, WALL_GAP } from '../site.ts'
import { sizeOptions } from '../size-choice.ts'
import { createPiece } from './simple.ts'

type Part = { readonly object?: BriefObject }

export type LoungeWish = {
  readonly sofas: readonly Part[]
  readonly sofaCategory: string
  readonly sofaWish?: Size3
  readonly table?: Part
  readonly armchairs: readonly Part[]
  readonly sideTables: readonly Part[]
  readonly lamp?: Part
  readonly stand?: Part
  readonly screen?: Part
}

/** Screen width over its diagonal, 16 : 9. */
const SCREEN_RATIO = 0.8716
/** Where the viewer's eyes are, from the sofa's back, over its depth. */
const EYES = 0.25
/** Beyond this a screen is too far away to be one's own. */
const FARTHEST = 4.6
/** Way kept behind a sofa that stands free, metres. */
const BEHIND = clearances.main_path_clear_width.minimum

/** What of the wish a form includes. */
type Form = {
  readonly sofa: Size3
  readonly chairs: number
  readonly sideTables: number
  readonly hasLamp: boolean
  readonly hasTable: boolean
  readonly penalty: number
}

const forms = (wish: LoungeWish): Form[] => {
  const sizes = sizeOptions(wish.sofaCategory, wish.sofas[0]?.object, wish.sofaWish).slice(0, 3)
  const all: Form[] = []
  for (const [index, sofa] of sizes.entries()) {
    for (let chairs = wish.armchairs.length; chairs >= 0; chairs--) {
      for (const extras of [2, 1, 0]) {
        if (extras === 1 && wish.sideTables.length === 0) continue
        const sideTables =
          extras === 2 ? wish.sideTables.length : extras === 1 ? Math.min(1, wish.sideTables.length) : 0
        const hasLamp = wish.lamp !== undefined && extras === 2
        const left =
          countNamed(wish.armchairs.slice(chairs)) +
          countNamed(wish.sideTables.slice(sideTables)) +
          (wish.lamp?.object && !hasLamp ? 1 : 0)
        const own =
          (wish.armchairs.length - chairs) * 0.7 +
          (wish.sideTables.length - sideTables) * 0.3 +
          (wish.lamp && !hasLamp ? 0.25 : 0)
        all.push({
          sofa,
          chairs,
          sideTables,
          hasLamp,
          hasTable: wish.table !== undefined,
          penalty: index * 0.6 + own + left * prices.namedOfGroup,
        })
        if (wish.table && extras === 0 && chairs === 0) {
          all.push({
            sofa,
            chairs,
            sideTables,
            hasLamp,
            hasTable: false,
            penalty: index * 0.6 + own + left * prices.namedOfGroup + (wish.table.object ? prices.namedOfGroup : 1.2),
          })
        }
      }
    }
  }
  const unique = new Map<string, Form>()
  for (const form of all) {
    const key = JSON.stringify([form.sofa, form.chairs, form.sideTables, form.hasLamp, form.hasTable])
    if (!unique.has(key)) unique.set(key, form)
  }
  return [...unique.values()].sort((a, b) => a.penalty - b.penalty)
}

const countNamed = (parts: readonly Part[]): number => parts.filter((part) => part.object).length

const leftOut = (wish: LoungeWish, form: Form): { object: BriefObject; count: number }[] => {
  const parts = [
    ...wish.armchairs.slice(form.chairs),
    ...wish.sideTables.slice(form.sideTables),
    ...(form.hasLamp || !wish.lamp ? [] : [wish.lamp]),
    ...(form.hasTable || !wish.table ? [] : [wish.table]),
  ]
  return parts.flatMap(({ object }) => (object ? [{ object, count: 1 }] : []))
}

/**
 * The seats in a frame whose origin is the middle of the sofa's back, the sofa facing −y: coffee table before it,
 * armchairs at the table's ends turned to it, side tables at the arms.
 */
const seatPieces = (wish: LoungeWish, form: Form): Piece[] => {
  const [width, depth] = form.sofa
  const isCorner = wish.sofas[0]?.object?.attributes?.shape === 'l'
  const sofa = createPiece(wish.sofaCategory, form.sofa, 0, -depth / 2, 0, wish.sofas[0])
  const pieces: Piece[] = [sofa]
  const bodyDepth = isCorner ? Math.min(1, depth * 0.62) : depth
  const gap = factOf('sofa', 'coffee_table').recommended ?? 0.45
  let tableFront = -bodyDepth - gap
  let tableHalf = 0.3
  if (form.hasTable && wish.table) {
    // Short enough that one can walk in at both ends, as the critic's walker does.
    const most = Math.max(0.55, width * 0.86 - 0.66 - (isCorner ? 0.7 : 0))
    const [w, d, h] = sizeOptions('coffee_table', wish.table.object)[0]!
    const said = wish.table.object?.size?.width?.exact !== undefined
    const isRound = wish.table.object?.attributes?.shape === 'round'
    const tableWidth = said ? w : Math.max(0.5, Math.floor(Math.min(w, most) * 100) / 100)
    const size: Size3 = [tableWidth, isRound ? tableWidth : Math.min(d, Math.max(0.45, tableWidth)), h]
    // The long arm of a corner sofa goes forward on its right.
    const x = isCorner ? -(width * 0.5 - (width - 1) * 0.5) * 0.9 : 0
    pieces.push(createPiece('coffee_table', size, x, -bodyDepth - gap - size[1] / 2, 0, wish.table))
    tableFront = -bodyDepth - gap - size[1]
    tableHalf = size[0] / 2
  }
  const chairs = wish.armchairs.slice(0, form.chairs)
  for (const [index, chair] of chairs.entries()) {
    const side = index % 2 === 0 ? 1 : -1
    const size = sizeOptions('armchair', chair.object, [0.76, 0.78, 0.84])[0]!
    const turn = 0.35
    const reach = (size[1] * Math.cos(turn) + size[0] * Math.sin(turn)) / 2
    const x = side * (Math.max(tableHalf, 0.45) + 0.45 + reach)
    // At the far half of the table, so that the way to the sofa stays open.
    const y = Math.min(tableFront + 0.1, -bodyDepth - 0.62 - size[0] / 2)
    // Faces the table, turned a little to the far end.
    pieces.push(createPiece('armchair', size, x, y, side * (-Math.PI / 2 + turn), chair))
  }
  for (const [index, table] of wish.sideTables.slice(0, form.sideTables).entries()) {
    const side = index % 2 === 0 ? -1 : 1
    const size = sizeOptions('side_table', table.object)[0]!
    pieces.push(createPiece('side_table', size, side * (width / 2 + 0.05 + size[0] / 2), -size[1] / 2 - 0.08, 0, table))
  }
  if (form.hasLamp && wish.lamp) {
    const side = form.sideTables >= 2 ? -1 : 1
    const beside = form.sideTables >= 2 ? 0.05 + 0.5 : 0
    const size = sizeOptions('floor_lamp', wish.lamp.object)[0]!
    pieces.push(
      createPiece(
        'floor_lamp',
        size,
        side * (width / 2 + beside + 0.08 + size[0] / 2),
        -size[1] / 2 - 0.03,
        0,
        wish.lamp,
      ),
    )
  }
  return pieces
}

/** Turns and shifts pieces into another frame. */
const shiftPieces = (pieces: readonly Piece[], x: number, y: number, yaw: number): Piece[] => {
  const cos = Math.cos(yaw)
  const sin = Math.sin(yaw)
  return pieces.map((piece) => ({
    ...piece,
    x: x + piece.x * cos - piece.y * sin,
    y: y + piece.x * sin + piece.y * cos,
    yaw: piece.yaw + yaw,
  }))
}

/** Sofa with its back to a wall, no screen: a place to talk. */
export const sofaArrangements = (wish: LoungeWish): Arrangement[] => {
  const made: Arrangement[] = []
  for (const form of forms(wish)) {
    const pieces = seatPieces(wish, form)
    const base = {
      pieces,
      zones: sofaZones(form),
      missing: leftOut(wish, form),
      anchor: 0,
    }
    made.push({ ...base, placement: 'wall', penalty: form.penalty })
    made.push({
      ...base,
      placement: 'free',
      penalty: form.penalty + 1.4,
      pieces: shiftPieces(pieces, 0, form.sofa[1], 0),
    })
  }
  return made.slice(0, 24)
}

const sofaZones = (form: Form): Arrangement['zones'] => [
  {
    piece: 0,
    side: 'front',
    must: clearances.seat_front.minimum,
    want: form.hasTable ? 1.3 : clearances.seat_front.recommended,
  },
]

/** A screen on one wall and the sofa across from it, at the distance that the screen asks for. */
export const expandLounge =
  (wish: LoungeWish) =>
  (site: Site): { arrangement: Arrangement; frame: Frame; edge?: Edge }[] => {
    const found: { arrangement: Arrangement; frame: Frame; edge?: Edge }[] = []
    const stands = wish.stand ? sizeOptions('tv_stand', wish.stand.object, [1.6, 0.41, 0.5]).slice(0, 2) : [undefined]
    const screen = sizeOptions('television', wish.screen?.object)[0]!
    const every = forms(wish).slice(0, 14)
    const across = createAcross()
    for (const edge of site.edges) {
      for (const [standIndex, stand] of stands.entries()) {
        const width = Math.max(stand?.[0] ?? 0, screen[0])
        if (edge.length < width + 0.04) continue
        for (const s of stops(edge, width)) {
          if (!isBare(edge, s, width)) continue
          const depths = wallDepths(site, edge, s)
          if (!depths) continue
          for (const form of every) {
            for (const { distance, penalty } of sofaDistances(depths, form.sofa[1], screen[0] / SCREEN_RATIO)) {
              const arrangement = across(wish, form, stand, standIndex, distance, penalty)
              const frame = frameAt(edge, s)
              const fits = arrangement.pieces.every((piece) =>
                pieceBoxes(piece, frame).every((box) => isInside(site, box)),
              )
              if (fits) found.push({ arrangement, frame, edge })
            }
          }
        }
      }
    }
    return found
  }

/** Arrangements of seats across from a screen, each made once: the same ones are tried at every wall. */
const createAcross = () => {
  const known = new Map<string, Arrangement>()
  return (
    wish: LoungeWish,
    form: Form,
    stand: Size3 | undefined,
    standIndex: number,
    distance: number,
    penalty: number,
  ): Arrangement => {
    const key = JSON.stringify([form, standIndex, Math.round(distance * 1e4), penalty])
    const made = known.get(key) ?? acrossFrom(wish, form, stand, standIndex, distance, penalty)
    known.set(key, made)
    return made
  }
}

const acrossFrom = (
  wish: LoungeWish,
  form: Form,
  stand: Size3 | undefined,
  standIndex: number,
  distance: number,
  penalty: number,
): Arrangement => {
  const seats = shiftPieces(seatPieces(wish, form), 0, -distance, Math.PI)
  const media = stand ? [createPiece('tv_stand', stand, 0, -stand[1] / 2, 0, wish.stand)] : []
  const pieces = [...seats, ...media]
  return {
    pieces,
    zones: [
      { piece: 0, side: 'front', must: clearances.seat_front.minimum, want: clearances.seat_front.recommended },
      ...(stand ? [{ piece: seats.length, side: 'front' as const, must: 0.6, want: 0.9 }] : []),
    ],
    placement: 'wall',
    penalty: form.penalty + penalty + standIndex * 0.3,
    missing: leftOut(wish, form),
    anchor: seats.length < pieces.length ? seats.length : 0,
  }
}

const frameAt = (edge: Edge, s: number): Frame => {
  const [x, y] = edgePoint(edge, s, WALL_GAP)
  return { x, y, yaw: edge.yaw }
}

const stops = (edge: Edge, width: number): number[] => {
  const list = new Set<number>()
  const add = (s: number): void => {
    if (s >= width / 2 + 0.02 && s <= edge.length - width / 2 - 0.02) list.add(Math.round(s * 100) / 100)
  }
  const cuts = [0, ...edge.openings.flatMap(({ from, to }) => [from, to]), edge.length].sort((a, b) => a - b)
  add(edge.length / 2)
  for (let index = 0; index + 1 < cuts.length; index++) add((cuts[index]! + cuts[index + 1]!) / 2)
  for (let s = width / 2 + 0.05; s < edge.length; s += Math.max(0.3, edge.length / 12)) add(s)
  return [...list]
}

/** No door or window behind the screen. */
const isBare = (edge: Edge, s: number, width: number): boolean =>
  edge.openings.every(({ from, to }) => to < s - width / 2 || from > s + width / 2)

/** Distances to the wall across, over the width of a seat; undefined when there is a corner there. */
const wallDepths = (
  site: Site,
  edge: Edge,
  s: number,
): { readonly middle: number; readonly isStraight: boolean } | undefined => {
  const ring = site.plan.polygon
  const rays = [-0.8, 0, 0.8].map((offset) => {
    const from = edgePoint(edge, s + offset, 0.02)
    let depth = raycastRing(from, edge.inward, ring)
    for (const hole of site.plan.holes) depth = Math.min(depth, raycastRing(from, edge.inward, hole))
    return depth + 0.02
  })
  const middle = rays[1]!
  if (!Number.isFinite(middle) || middle < 1.5) return undefined
  return { middle, isStraight: rays.every((ray) => Math.abs(ray - middle) < 0.04) }
}

/** Distances from the screen's wall to the back of the sofa that are worth trying. */
const sofaDistances = (
  depths: { readonly middle: number; readonly isStraight: boolean },
  sofaDepth: number,
  diagonal: number,
): { distance: number; penalty: number }[] => {
  const { tv_viewing_distance_factor: factor } = clearances
  const eyes = sofaDepth * (1 - EYES)
  const list: { distance: number; penalty: number }[] = []
  const least = factor.minimum * diagonal + sofaDepth - eyes + 0.35
  const across = depths.middle - WALL_GAP * 2
  const view = across - (sofaDepth - eyes)
  if (depths.isStraight && across >= least && view <= FARTHEST) {
    list.push({ distance: across, penalty: view > 3.8 ? 0.5 * (view - 3.8) : 0 })
  }
  for (const wanted of [2.5, 2.9, 3.3]) {
    const distance = wanted + sofaDepth - eyes + 0.3
    if (distance < least || across - distance < BEHIND) continue
    list.push({ distance, penalty: 0.9 })
  }
  return list
}
