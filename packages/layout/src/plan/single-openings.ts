import type { Point2 } from '@enfilade/geometry'
import type { Text } from '../result.ts'
import type { PlanOpening, PlanRoom, PlanSide } from './plan-brief.ts'
import { edgeAt, type RingEdge } from './ring-walls.ts'
import { roomFacts } from './room-facts.ts'
import { DOOR_HEIGHT, type ShellOpening } from './shell.ts'

export type PlacedOpening = ShellOpening & { readonly edge: number; readonly from: number; readonly to: number }
export type OpeningProblem = { readonly words: string; readonly text: Text }

const outwards: { readonly [side in PlanSide]: Point2 } = { north: [0, 1], east: [1, 0], south: [0, -1], west: [-1, 0] }
/** Wall left between a corner and a jamb, and between two openings: frames, curtains, a leaf's hinges. Metres. */
const NIB = 0.15
const NARROWEST = { door: 0.7, window: 0.3, passage: 0.7 } as const
/** Window panes over floor area: more than the eighth that daylight asks for. */
const GLAZED = 1 / 6.5
/** A single pane is hardly wider, metres. */
const WIDE_WINDOW = 2.4
const TALL_WINDOW = 2.3

/** Places the openings of a room that is planned alone, what was said first, then a door and windows that it needs. */
export const placeOpenings = (
  room: PlanRoom,
  edges: readonly RingEdge[],
  area: number,
  height: number,
): { readonly placed: readonly PlacedOpening[]; readonly problems: readonly OpeningProblem[] } => {
  const placed: PlacedOpening[] = []
  const problems: OpeningProblem[] = []
  const asked = (room.openings ?? []).filter(({ roof }) => !roof)
  const state: State = { room, edges, area, height, placed, problems, asked }
  const doors = asked.filter(({ kind }) => kind !== 'window')
  const windows = asked.filter(({ kind }) => kind === 'window')
  // What is bound to a wall by name comes before what is free or across from something.
  const order = [...doors, ...windows].sort((a, b) => freedom(a) - freedom(b))
  const isDoorless = !doors.some(({ count = 1 }) => count > 0) && !room.without?.includes('door')
  if (isDoorless && windows.length > 0) order.push(usualDoor)
  else if (isDoorless) order.unshift(usualDoor)
  for (const opening of order) placeAsked(state, opening)
  const facts = roomFacts[room.type]
  const isDark = room.without?.includes('window') || windows.length > 0
  if (!isDark && (facts.light > 0 || facts.role === 'outside')) {
    const least = facts.light === 2 ? area / 7.8 : 0
    for (let round = 0; round < 4 && (round === 0 || glazing(placed) < least); round++)
      placeAsked(state, { kind: 'window', words: '' })
  }
  return { placed, problems }
}

const glazing = (placed: readonly PlacedOpening[]): number =>
  placed.reduce((sum, { type, width, height }) => sum + (type === 'window' ? width * height : 0), 0)

type State = {
  readonly room: PlanRoom
  readonly edges: readonly RingEdge[]
  readonly area: number
  readonly height: number
  readonly placed: PlacedOpening[]
  readonly problems: OpeningProblem[]
  readonly asked: readonly PlanOpening[]
}

const usualDoor: PlanOpening = { kind: 'door', words: '' }

const freedom = ({ wall, side, choose, opposite }: PlanOpening): number =>
  wall !== undefined ? 0 : opposite ? 3 : side && isCompass(side) ? 1 : choose ? 2 : side ? 4 : 5

const isCompass = (side: string): side is PlanSide => side in outwards

const placeAsked = (state: State, opening: PlanOpening): void => {
  const { edges, placed, problems, height } = state
  const count = opening.count ?? 1
  if (count === 0) return
  const edge = chooseEdge(state, opening)
  if (!edge) return
  const size = sizeOf(state, opening, edge, count)
  if (opening.sill !== undefined && opening.sill + 0.3 > height)
    problems.push({
      words: opening.words,
      text: {
        en: `a sill of ${opening.sill} m does not fit under a ceiling of ${height} m; ${size.sill.toFixed(2)} m was taken`,
        zh: `窗台高 ${opening.sill} 米超出 ${height} 米的层高；改为 ${size.sill.toFixed(2)} 米`,
      },
    })
  const isEven = count > 1 && opening.near === undefined && opening.offset === undefined
  const spread = count > 1 && size.count > count ? size.count : Math.max(count, size.count)
  let missing = 0
  for (let index = 0; index < spread; index++) {
    const found = findSpot(state, opening, edge, size.width, isEven || spread > 1 ? [index, spread] : undefined)
    const other = found ?? (spread > 1 || !isBound(opening) ? elsewhere(state, opening, edge, size.width) : undefined)
    if (!other) {
      missing++
      continue
    }
    placed.push(makeOpening(state, opening, edges[other.edge]!, other.from, other.width, size))
  }
  if (missing > 0 && opening.words)
    problems.push({
      words: opening.words,
      text: {
        en: `${missing} of ${spread} found no place: a ${size.width.toFixed(2)} m wide opening does not fit on this ${edge.length.toFixed(2)} m wall beside the others`,
        zh: `${spread} 个中有 ${missing} 个无处可放：${size.width.toFixed(2)} 米宽的洞口在这面 ${edge.length.toFixed(2)} 米的墙上放不下`,
      },
    })
}

const isBound = ({ wall, side, choose, opposite }: PlanOpening) =>
  wall !== undefined || side !== undefined || choose !== undefined || opposite !== undefined

const chooseEdge = (state: State, opening: PlanOpening): RingEdge | undefined => {
  const { edges, placed } = state
  if (opening.wall !== undefined) return edges.find(({ index }) => index === opening.wall) ?? edges[0]
  const wish = opening.kind === 'window' ? 1.2 : 1
  const options = edges.filter(({ length }) => length >= NARROWEST[opening.kind] + 0.05)
  const towards = wantedDirection(state, opening)
  const taken = (edge: RingEdge) => placed.filter((other) => other.edge === edge.index)
  const score = (edge: RingEdge): number => {
    const room = edge.length - taken(edge).reduce((sum, { from, to }) => sum + to - from + NIB, 0)
    let value = Math.min(room, 6) + (room < wish ? -4 : 0)
    if (towards) value += 30 * (edge.outward[0] * towards[0] + edge.outward[1] * towards[1])
    if (opening.choose) value += (opening.choose === 'longest' ? 8 : -8) * edge.length
    if (!towards && !opening.choose) value += preference(state, opening, edge)
    return value
  }
  return [...options].sort((a, b) => score(b) - score(a) || a.index - b.index)[0]
}

/** Where nothing is said: windows north or on a bay, doors across from them, both off each other's walls. */
const preference = ({ room, placed, edges }: State, { kind }: PlanOpening, edge: RingEdge): number => {
  let value = -30 * Math.abs(edge.bulge)
  const others = placed.filter(({ type }) => (type === 'window') !== (kind === 'window'))
  for (const other of others) {
    const { outward } = edges[other.edge]!
    value -= 4 * (outward[0] * edge.outward[0] + outward[1] * edge.outward[1])
    if (other.edge === edge.index) value -= 4
  }
  if (others.length === 0) value += kind === 'window' ? 3 * edge.outward[1] : -3 * edge.outward[1]
  // A bay is for its windows, a niche for what stands in it.
  if (isBayFront(edges, edge)) value += kind === 'window' && room.shape?.type === 'bay' ? 9 : -9
  return value
}

/** An edge whose both neighbours step back from it: the front of a bay. */
const isBayFront = (edges: readonly RingEdge[], { index, length }: RingEdge): boolean => {
  const count = edges.length
  const turn = (a: RingEdge, b: RingEdge) => a.along[0] * b.along[1] - a.along[1] * b.along[0]
  const at = (offset: number) => edges[(index + offset + count) % count]!
  return count >= 8 && length > 0.6 && turn(at(-2), at(-1)) < -0.1 && turn(at(1), at(2)) < -0.1
}

const wantedDirection = ({ placed, edges }: State, { side, opposite, kind }: PlanOpening): Point2 | undefined => {
  if (side && isCompass(side)) return outwards[side]
  const firstOf = (isWindow: boolean) => placed.find(({ type }) => (type === 'window') === isWindow)
  if (opposite) {
    const other = firstOf(opposite === 'window')
    const { outward } = other ? edges[other.edge]! : { outward: outwards[kind === 'window' ? 'south' : 'north'] }
    return [-outward[0], -outward[1]]
  }
  if (!side) return undefined
  const door = firstOf(false)
  const [x, y] = door ? edges[door.edge]!.outward : outwards.south
  // Entering one looks against the door wall's outward direction.
  if (side === 'front') return [x, y]
  if (side === 'back') return [-x, -y]
  return side === 'left' ? [y, -x] : [-y, x]
}

type OpeningSize = { readonly width: number; readonly height: number; readonly sill: number; readonly count: number }

const sizeOf = (state: State, opening: PlanOpening, edge: RingEdge, count: number): OpeningSize => {
  const { room, area, height, problems } = state
  const most = Math.max(NARROWEST[opening.kind], edge.length - 0.1)
  const clip = (width: number) => {
    if (width > most + 1e-6 && opening.width !== undefined)
      problems.push({
        words: opening.words,
        text: {
          en: `${width.toFixed(2)} m does not fit on a wall of ${edge.length.toFixed(2)} m; it is ${most.toFixed(2)} m wide`,
          zh: `${edge.length.toFixed(2)} 米的墙放不下 ${width.toFixed(2)} 米；改为 ${most.toFixed(2)} 米`,
        },
      })
    return Math.min(width, most)
  }
  if (opening.kind !== 'window') {
    const usual = opening.kind === 'passage' ? 1.2 : room.type === 'bathroom' ? 0.8 : opening.tall ? 1.8 : 0.9
    const width = clip(opening.width ?? Math.min(usual, most - 0.1))
    return { width, height: Math.min(opening.height ?? (opening.tall ? 2.2 : DOOR_HEIGHT), height), sill: 0, count }
  }
  const isWet = room.type === 'bathroom'
  const sill = Math.min(
    opening.sill ?? (opening.tall ? 0.05 : isWet ? 1.4 : room.type === 'kitchen' ? 1.05 : 0.9),
    Math.max(0, height - 0.4),
  )
  const tall = Math.min(opening.height ?? (opening.tall ? TALL_WINDOW : isWet ? 0.7 : 1.4), height - sill - 0.05)
  if (opening.width !== undefined) return { width: clip(opening.width), height: tall, sill, count }
  const windows = state.asked.reduce((sum, { kind, count: each = 1 }) => sum + (kind === 'window' ? each : 0), 0)
  const missing = area * (isWet ? 0.08 : GLAZED) - (opening.words === '' ? glazing(state.placed) : 0)
  const total = Math.max(isWet ? 0.6 : 1, missing / tall) / Math.max(1, windows - count + 1)
  const free = edge.length - 2 * NIB - 0.1
  const wide = Math.min(total, Math.max(0.5, free * 0.85))
  const panes = opening.words === '' || opening.count === undefined ? Math.ceil(wide / WIDE_WINDOW - 0.05) : count
  // One window that was asked for stays one; our own may be several.
  const several = opening.words === '' ? Math.max(1, panes) : count
  const width = Math.min(wide / several, (free - NIB * (several - 1)) / several, opening.tall ? 3.6 : 3)
  return { width: Math.max(NARROWEST.window, Math.round(width * 20) / 20), height: tall, sill, count: several }
}

const findSpot = (
  state: State,
  opening: PlanOpening,
  edge: RingEdge,
  width: number,
  share: readonly [number, number] | undefined,
): { edge: number; from: number; width: number } | undefined => {
  const nib = Math.min(NIB, Math.max(0, (edge.length - width) / 2))
  const start = wantedStart(state, opening, edge, width, nib, share)
  const last = edge.length - width
  const isExact = opening.offset !== undefined
  const spots = isExact ? [start] : [start, ...steps(start, isExact ? 0 : nib, last - (isExact ? 0 : nib))]
  for (const from of spots) {
    if (from < -1e-6 || from > last + 1e-6) continue
    const clashes = state.placed.some(
      (other) => other.edge === edge.index && from < other.to + 0.1 && other.from < from + width + 0.1,
    )
    if (!clashes) return { edge: edge.index, from: Math.max(0, Math.min(last, from)), width }
  }
  return undefined
}

/** Places along a wall, the nearest to `start` first. */
const steps = (start: number, low: number, high: number): number[] => {
  const list: number[] = []
  for (let s = low; s <= high + 1e-9; s += 0.05) list.push(s)
  list.push(high)
  return list.sort((a, b) => Math.abs(a - start) - Math.abs(b - start) || a - b)
}

const wantedStart = (
  { room }: State,
  opening: PlanOpening,
  edge: RingEdge,
  width: number,
  nib: number,
  share: readonly [number, number] | undefined,
): number => {
  const { near, offset } = opening
  const last = edge.length - width
  const isAtStart = endNamed(edge, near)
  if (offset !== undefined) return isAtStart ? offset : last - offset
  if (share) return ((share[0] + 0.5) / share[1]) * edge.length - width / 2
  if (near === 'centre') return last / 2
  if (near !== undefined) return isAtStart ? nib : last - nib
  if (opening.kind === 'window' || room.type === 'hallway') return last / 2
  return opening.kind === 'passage' && opening.words ? last / 2 : nib
}

/** Whether the end of the wall that `near` means is its first corner; seen from within, walls run to the left. */
const endNamed = (edge: RingEdge, near: PlanOpening['near']): boolean => {
  if (near === 'left') return false
  if (near === undefined || near === 'right' || near === 'corner' || near === 'centre') return true
  const [x, y] = outwards[near]
  return edge.along[0] * x + edge.along[1] * y < 0
}

/** Another wall for what found no place on its own. */
const elsewhere = (state: State, opening: PlanOpening, but: RingEdge, width: number) => {
  const longest = [...state.edges].sort((a, b) => b.length - a.length || a.index - b.index)
  for (const edge of longest) {
    if (edge.index === but.index || edge.length < width + 0.2) continue
    if (opening.side && isCompass(opening.side)) {
      const [x, y] = outwards[opening.side]
      if (edge.outward[0] * x + edge.outward[1] * y < 0.6) continue
    }
    const spot = findSpot(state, opening, edge, width, undefined)
    if (spot) return spot
  }
  return undefined
}

const makeOpening = (
  _state: State,
  opening: PlanOpening,
  edge: RingEdge,
  from: number,
  width: number,
  size: OpeningSize,
): PlacedOpening => {
  const swing = opening.swing ?? (opening.kind !== 'door' ? 'none' : opening.tall ? 'sliding' : 'hinged')
  const middle = from + width / 2
  // Seen from within, the first corner of an edge is at the right hand.
  const isHingeAtStart = opening.hinge ? opening.hinge === 'right' : middle <= edge.length / 2
  return {
    type: opening.kind,
    center: edgeAt(edge, middle, 0.06),
    width,
    height: size.height,
    sill: size.sill,
    swing,
    ...(swing === 'hinged'
      ? {
          hinge: edgeAt(edge, isHingeAtStart ? from : from + width, 0.06),
          toward: edgeAt(edge, middle, opening.opens === 'out' ? 0.8 : -0.5),
        }
      : {}),
    edge: edge.index,
    from,
    to: from + width,
  }
}
