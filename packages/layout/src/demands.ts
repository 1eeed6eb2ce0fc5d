import {
  freeSide,
  type ItemShape,
  type OrientedBox,
  openingStrip,
  placeBox,
  planPenetration,
  type RoomContext,
} from '@enfilade/critic'
import type { Arrangement, ZoneSpec } from './arrangement.ts'
import type { Brief, BriefDemand } from './brief.ts'
import { targetEdges, targetOpenings } from './building-parts.ts'
import type { Candidate } from './candidate.ts'
import type { Placed } from './placed.ts'
import type { Text, Unmet } from './result.ts'
import { edgePoint, type Site } from './site.ts'
import { createUnmet, meters } from './words.ts'

/** Floor that "keep it clear" means before a window, a door or a wall, metres. */
const CLEAR_DEPTH = 0.75
/** What standing there costs a named thing; one of the layout's own is worth less than that. */
const IN_THE_WAY = 12
/** Beside a thing that is to have room and for which no number was said, metres. */
const USUAL_CLEARANCE = 0.75
/** A number that was said is met within this, metres. */
const SLACK = 0.03

/** Price of a place where the words want nothing to stand; undefined when they say nothing of the kind. */
export const clearPrice = (site: Site, { demands }: Brief): ((candidate: Candidate) => number) | undefined => {
  const strips = (demands ?? []).flatMap((demand) => clearStrips(site, demand))
  if (strips.length === 0) return undefined
  return ({ boxes }) =>
    boxes.some((box) => strips.some((strip) => planPenetration(strip, box) > 0.01)) ? IN_THE_WAY : 0
}

/** A group with the floor that was asked for around a thing of it. */
export const withClearance = ({ demands }: Brief, arrangement: Arrangement): Arrangement => {
  const zones = (demands ?? []).flatMap((demand): ZoneSpec[] => {
    if (demand.type !== 'clearance' && demand.type !== 'keep_clear') return []
    const piece = arrangement.pieces.findIndex(({ object, category }) => isMeant(demand, object, category))
    if (piece < 0) return []
    const must = demand.value ?? USUAL_CLEARANCE
    return sidesOf(arrangement, piece, demand).map((side) => ({ piece, side, must, want: must + 0.05 }))
  })
  return zones.length === 0 ? arrangement : { ...arrangement, zones: [...arrangement.zones, ...zones] }
}

const isMeant = ({ about }: BriefDemand, object: { readonly key: string } | undefined, category: string): boolean =>
  about?.kind === 'object' ? object?.key === about.key : about?.kind === 'category' && about.category === category

/** Kept clear is the front; clearance is all sides but the one at the wall and those where a thing of its group stands. */
const sidesOf = ({ placement, pieces }: Arrangement, at: number, { type }: BriefDemand): ZoneSpec['side'][] => {
  if (type === 'keep_clear') return ['front']
  const { x, y, size } = pieces[at]!
  const others = pieces.filter((_, index) => index !== at)
  return (['front', 'left', 'right', 'back'] as const).filter((side) => {
    if (side === 'back') return placement === 'free' && others.length === 0
    if (side === 'front') return !others.some((other) => other.y < y - size[1] / 2)
    // A nightstand at the head leaves the rest of the side free.
    return !others.some((other) => (other.x - x) * (side === 'left' ? -1 : 1) > size[0] / 2 && other.size[1] > 0.6)
  })
}

/** The floor before what is to be kept clear. */
const clearStrips = (site: Site, { type, about, value }: BriefDemand): OrientedBox[] => {
  if (type !== 'keep_clear' || about?.kind !== 'building') return []
  const depth = value ?? CLEAR_DEPTH
  if (about.part === 'window' || about.part === 'door')
    return targetOpenings(site, about, about.part).map((opening) => openingStrip(opening, depth))
  if (about.part !== 'wall') return []
  return targetEdges(site, about).map((edge) => {
    const [x, y] = edgePoint(edge, edge.length / 2, depth / 2)
    return placeBox({ x, y, yaw: edge.yaw }, 0, 0, 0, edge.length, depth, 0, 2)
  })
}

/** Demands on the whole room that do not hold, with what was measured. */
export const unmetDemands = (
  site: Site,
  brief: Brief,
  room: RoomContext,
  placed: readonly Placed[],
  language?: 'en' | 'zh',
): Unmet[] =>
  (brief.demands ?? []).flatMap((demand) => {
    const text =
      demand.type === 'turning_circle'
        ? shortCircle(demand, room)
        : demand.type === 'clearance'
          ? shortClearance(demand, room, placed)
          : demand.type === 'keep_clear'
            ? inTheWay(site, demand, room)
            : undefined
    return text ? [createUnmet(demand.words, text, language)] : []
  })

const shortCircle = ({ value }: BriefDemand, room: RoomContext): Text | undefined => {
  if (value === undefined) return undefined
  const { clearance } = room.free()
  const reach = room.reach()
  let radius = 0
  for (let cell = 0; cell < clearance.length; cell++)
    if (reach[cell]! > 0.25) radius = Math.max(radius, clearance[cell]!)
  if (radius * 2 >= value - 0.05) return undefined
  return {
    en: `the largest free circle that can be reached is ${meters(radius * 2).en}, ${meters(value).en} was asked for`,
    zh: `可到达的最大空地直径 ${meters(radius * 2).zh}，要求 ${meters(value).zh}`,
  }
}

const shortClearance = (demand: BriefDemand, room: RoomContext, placed: readonly Placed[]): Text | undefined => {
  if (demand.value === undefined || !demand.about) return undefined
  const ids = new Set(placed.flatMap(({ id, object, category }) => (isMeant(demand, object, category) ? [id] : [])))
  const about = room.solids.filter((shape) => ids.has(shape.id) || isMeant(demand, undefined, shape.category))
  const least = Math.min(...about.map((shape) => openSide(shape, room, demand.value!)))
  if (least >= demand.value - SLACK) return undefined
  return {
    en: `${meters(least).en} are free around it at the narrowest side, ${meters(demand.value).en} were asked for`,
    zh: `周围最窄一侧空出 ${meters(least).zh}，要求 ${meters(demand.value).zh}`,
  }
}

/** Depth of free floor at the tightest side that is not at a wall. */
const openSide = (shape: ItemShape, { solids, plan }: RoomContext, limit: number): number => {
  const depths = (['front', 'left', 'right', 'back'] as const).map((side) => freeSide(shape, side, solids, plan, limit))
  const open = depths.filter((depth) => depth > AT_WALL)
  return open.length === 0 ? Math.max(...depths) : Math.min(...open)
}

/** Closer than this a side is against something on purpose, metres. */
const AT_WALL = 0.12

const inTheWay = (site: Site, demand: BriefDemand, room: RoomContext): Text | undefined => {
  const strips = clearStrips(site, demand)
  const inside = room.solids.filter(({ box }) => strips.some((strip) => planPenetration(strip, box) > SLACK))
  if (inside.length === 0) return undefined
  const deepest = Math.max(...inside.flatMap(({ box }) => strips.map((strip) => planPenetration(strip, box))))
  return {
    en: `${inside.length} ${inside.length === 1 ? 'thing stands' : 'things stand'} up to ${meters(deepest).en} into the floor that was to be clear`,
    zh: `有 ${inside.length} 件家具伸入要求留空的地面，最多 ${meters(deepest).zh}`,
  }
}
