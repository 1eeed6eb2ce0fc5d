import { findKind } from '@enfilade/catalogue'
import {
  beds,
  boxPoint,
  curtains,
  diningTables,
  type ItemShape,
  itemOverlap,
  loungeSeats,
  sofas,
  tvs,
} from '@enfilade/critic'
import type { Point2, Size3 } from '@enfilade/scene'
import type { BriefObject, BriefRelation } from '../brief.ts'
import { isInRoom, targetEdges } from '../building-parts.ts'
import type { Placed } from '../placed.ts'
import { standsBefore } from '../programs/program.ts'
import { mountOf } from '../settle-brief.ts'
import type { Edge } from '../site.ts'
import { sizeOptions } from '../size-choice.ts'
import { ceilingPlace, lightPoints, sizeOverTable } from './ceiling.ts'
import { floorSpots, rugPlaces } from './rug.ts'
import { ROOM_UNIT, type Stage } from './stage.ts'
import { ANY, carrierSurfaces, placesOn, type Spot } from './surface.ts'
import { curtainPlace, EYE_HEIGHT, pictureSize } from './wall.ts'

/** A place for a small thing, with what it costs by habit: where such things usually are costs nothing. */
export type Option = { readonly thing: Omit<Placed, 'id'>; readonly cost: number }

/** Usual carriers of small things, the best first. */
const usualHosts: { readonly [category: string]: readonly string[] } = {
  table_lamp: ['nightstand', 'side_table', 'chest_of_drawers', 'console_table', 'sideboard', 'desk', 'dressing_table'],
  desk_lamp: ['desk', 'dressing_table', 'nightstand'],
  television: ['tv_stand', 'sideboard', 'chest_of_drawers', 'cabinet', 'console_table', 'shelving_unit'],
  monitor: ['desk'],
  laptop: ['desk', 'dining_table', 'coffee_table'],
  microwave: ['base_cabinet', 'kitchen_island', 'sideboard', 'refrigerator'],
  hob: ['base_cabinet', 'kitchen_island'],
  oven: ['base_cabinet'],
  pillow: ['double_bed', 'single_bed', 'sofa_bed', 'daybed', 'sofa', 'armchair'],
  cushion: ['sofa', 'armchair', 'sofa_bed', 'double_bed', 'single_bed', 'bench'],
  blanket: ['sofa', 'double_bed', 'single_bed', 'armchair'],
  stuffed_toy: ['single_bed', 'crib', 'bunk_bed', 'shelving_unit', 'toy_box'],
  book: ['bookcase', 'shelving_unit', 'wall_shelf', 'coffee_table', 'desk', 'nightstand', 'side_table'],
  vase: ['dining_table', 'sideboard', 'console_table', 'chest_of_drawers', 'coffee_table', 'side_table'],
  fruit_bowl: ['dining_table', 'kitchen_island', 'base_cabinet', 'coffee_table'],
  candle: ['coffee_table', 'dining_table', 'sideboard', 'side_table', 'console_table'],
  tray: ['coffee_table', 'ottoman', 'dining_table', 'sideboard'],
  photo_frame: ['sideboard', 'chest_of_drawers', 'console_table', 'desk', 'nightstand', 'bookcase'],
  potted_plant: [
    'sideboard',
    'chest_of_drawers',
    'tv_stand',
    'console_table',
    'cabinet',
    'desk',
    'coffee_table',
    'bookcase',
    'shelving_unit',
    'side_table',
    'nightstand',
  ],
  cup: ['coffee_table', 'dining_table', 'desk', 'side_table', 'nightstand', 'base_cabinet', 'kitchen_island'],
  clock: ['nightstand', 'chest_of_drawers', 'bookcase'],
  alarm_clock: ['nightstand', 'desk', 'chest_of_drawers'],
  speaker: ['tv_stand', 'sideboard', 'bookcase', 'desk'],
  soundbar: ['tv_stand', 'sideboard'],
  record_player: ['sideboard', 'tv_stand', 'console_table', 'cabinet'],
  towel: ['vanity', 'bathtub', 'stool', 'cabinet'],
  soap_dispenser: ['vanity', 'basin', 'sink_cabinet'],
}

const kitchenTops = ['base_cabinet', 'kitchen_island', 'sink_cabinet', 'dining_table', 'sideboard']
const anyTops = [
  'side_table',
  'nightstand',
  'coffee_table',
  'chest_of_drawers',
  'desk',
  'dining_table',
  'sideboard',
  'console_table',
  'cabinet',
  'base_cabinet',
  'vanity',
  'bookcase',
  'shelving_unit',
  'wall_shelf',
]

/** What a wall thing usually hangs over. */
const usualBelow: { readonly [category: string]: readonly string[] } = {
  picture: [
    'sofa',
    'double_bed',
    'single_bed',
    'sideboard',
    'desk',
    'console_table',
    'chest_of_drawers',
    'dining_table',
  ],
  tapestry: ['double_bed', 'sofa', 'single_bed'],
  mirror: ['vanity', 'basin', 'dressing_table', 'chest_of_drawers', 'console_table', 'shoe_cabinet'],
  mirror_cabinet: ['vanity', 'basin'],
  medicine_cabinet: ['vanity', 'basin'],
  wall_lamp: ['nightstand', 'double_bed', 'single_bed', 'sofa', 'armchair'],
  wall_shelf: ['desk', 'chest_of_drawers', 'sofa'],
  pinboard: ['desk'],
  whiteboard: ['desk'],
  range_hood: ['cooker', 'hob'],
  wall_cabinet: ['base_cabinet', 'sink_cabinet'],
  toilet_paper_holder: ['toilet'],
  towel_rack: ['vanity', 'bathtub', 'shower'],
  baby_mobile: ['crib'],
}

/** Every place worth a look for a named small thing. */
export const optionsFor = (stage: Stage, object: BriefObject): Option[] => {
  const kind = findKind(object.category)
  if (curtains.has(object.category)) return curtainOptions(stage, object)
  switch (mountOf(object)) {
    case 'flat':
      return rugPlaces(stage, object).map((thing, index) => ({ thing, cost: index * 0.02 }))
    case 'ceiling':
      return ceilingOptions(stage, object)
    case 'wall':
      return wallOptions(stage, object)
    case 'beneath': {
      const below = beneathOptions(stage, object)
      return below.length > 0 ? below : floorOptions(stage, object)
    }
    default: {
      const set = surfaceOptions(stage, object)
      // A screen that finds no stand hangs; what no top takes stands on the floor where it is tall enough.
      if (tvs.has(object.category) && !isSaidOn(object)) return [...set, ...wallOptions(stage, object)]
      const isStanding = kind?.group === 'decor' && kind.size.typical[2] >= 0.3
      if (set.length === 0 && (isStanding || !kind)) return floorOptions(stage, object)
      return set
    }
  }
}

const isSaidOn = ({ relations }: BriefObject): boolean =>
  relations.some(({ type, negated }) => !negated && (type === 'on' || type === 'inside'))

export const thingOf = (object: BriefObject) => ({
  category: object.category,
  object: object.words === '' ? undefined : object,
  variant: knownOr(findKind(object.category)?.variants, object.attributes?.variant),
  shape: knownOr(findKind(object.category)?.shapes, object.attributes?.shape?.toLowerCase()),
})

const knownOr = (known: readonly string[] | undefined, word: string | undefined): string | undefined =>
  word !== undefined && known?.includes(word) ? word : undefined

const saidHosts = (stage: Stage, { relations }: BriefObject, types: readonly BriefRelation['type'][]): ItemShape[] =>
  relations.flatMap(({ type, target, negated }) => (types.includes(type) && !negated ? stage.targets(target) : []))

const surfaceOptions = (stage: Stage, object: BriefObject): Option[] => {
  const said = saidHosts(stage, object, ['on', 'inside'])
  const isInside = object.relations.some(({ type, negated }) => type === 'inside' && !negated)
  const usual = usualHosts[object.category] ?? (findKind(object.category)?.group === 'kitchen' ? kitchenTops : anyTops)
  const hosts = said.length > 0 ? said : stage.shapes().filter((shape) => shape.role === 'solid')
  const options: Option[] = []
  for (const host of hosts) {
    const rank = usual.indexOf(host.category)
    const strange = said.length > 0 ? 0 : rank < 0 ? strangeness(object, host) : rank * 0.25
    // A hood goes over a hob.
    const isLit = object.category === 'hob' && stage.site.plan.windows.some((window) => standsBefore(window, host.box))
    const row = rowSpot(object, hosts.length)
    const crowd = stage.placed.filter(
      ({ support, category }) => support.on === 'item' && support.id === host.id && category === object.category,
    ).length
    for (const [step, size] of sizesOf(object).entries()) {
      for (const where of isInside ? (['inside'] as const) : (['top', 'inside'] as const)) {
        const usualSpots = row ? [row, ...spotsFor(object.category)] : spotsFor(object.category)
        const spots = said.length > 0 ? [...usualSpots, ...GRID] : usualSpots
        const places = placesOn(stage, host, { ...thingOf(object), size }, spots, where)
        for (const [index, thing] of places.entries()) {
          const hidden = where === 'inside' && !isInside ? (object.category === 'book' ? 0 : 0.4) : 0
          const wide = row && size[0] * object.count.min > host.box.halfWidth * 2 ? 1.5 : 0
          options.push({
            thing,
            cost: strange + (isLit ? 2 : 0) + crowd * 2.5 + step * 0.4 + index * 0.03 + hidden + wide,
          })
        }
      }
      if (options.length > 60) break
    }
  }
  return options
}

/** All over a top that was named: it must do, however crowded. */
const GRID: readonly Spot[] = [-1, -0.5, 0, 0.5, 1].flatMap((x) => [1, 0.5, 0, -0.5, -1].map((y): Spot => [x, y]))

/** What nobody sets such a thing on: beds and seats, appliances outside the kitchen. */
const strangeness = (object: BriefObject, host: ItemShape): number => {
  const isSoft = host.kind?.group === 'beds' || host.kind?.group === 'seating'
  const isAppliance = findKind(object.category)?.group === 'kitchen' && host.kind?.group !== 'kitchen'
  return 3 + (isSoft ? 6 : 0) + (isAppliance ? 5 : 0)
}

/** Several of one name share one carrier in a row. */
const rowSpot = ({ instance, count }: BriefObject, hosts: number): Spot | undefined =>
  instance === undefined || hosts >= count.min ? undefined : [((instance + 0.5) / count.min) * 2 - 1, 0.3]

/** The wanted size and, where none was said, smaller ones; to the kind's least. */
const sizesOf = (object: BriefObject): Size3[] => sizeOptions(object.category, object)

const spotsFor = (category: string): readonly Spot[] => {
  if (category === 'monitor' || tvs.has(category))
    return [
      [0, 0.4],
      [0, 0.9],
      [0, 0],
      [-0.4, 0.4],
      [0.4, 0.4],
      [-0.9, 0.4],
      [0.9, 0.4],
    ]
  if (category === 'laptop')
    return [
      [0, -0.2],
      [0, 0],
      [-0.5, -0.2],
      [0.5, -0.2],
      [-0.9, 0],
      [0.9, 0],
    ]
  if (/lamp/.test(category)) return [[-0.85, 0.6], [0.85, 0.6], [0, 0.4], ...ANY]
  if (/plant|vase/.test(category)) return [[0, 0], [-0.85, 0.3], [0.85, 0.3], ...ANY]
  return ANY
}

/** Distance from one stop along a wall to the next, metres. */
const STOP = 0.3

const wallOptions = (stage: Stage, object: BriefObject): Option[] => {
  const { site } = stage
  const said = saidHosts(stage, object, [
    'above',
    'beside',
    'near',
    'centred_on',
    'left_of',
    'right_of',
    'opposite',
    'behind',
    'facing',
    'flanking',
    'between',
  ])
  const relations = object.relations.filter(
    ({ target, negated }) => target?.kind === 'building' && target.part === 'wall' && !negated,
  )
  const meant = relations.length > 0 ? new Set(relations.flatMap(({ target }) => targetEdges(site, target))) : undefined
  const isScreen = tvs.has(object.category)
  const hosts = said.length > 0 ? said : stage.find(usualBelow[object.category] ?? [])
  const seats = isScreen ? [...stage.find(sofas), ...stage.find(beds), ...stage.find(loungeSeats)] : []
  const options: Option[] = []
  for (const edge of site.edges) {
    if (edge.isColumn || (meant && !meant.has(edge))) continue
    const stops: { s: number; host?: ItemShape; cost: number }[] = [{ s: edge.length / 2, cost: 0.3 }]
    if (said.length === 2) stops.push({ s: middleOf(edge, said), cost: 0 })
    for (const shape of [...hosts, ...seats.slice(0, 2)]) {
      const s = (shape.box.x - edge.a[0]) * edge.along[0] + (shape.box.y - edge.a[1]) * edge.along[1]
      const behind = stage.edgeBehind(shape)?.edge === edge
      const rank = (usualBelow[object.category] ?? []).indexOf(shape.category)
      stops.push({
        s,
        host: behind ? shape : undefined,
        cost: said.includes(shape) ? 0 : behind ? Math.max(0, rank) * 0.1 : 0.3,
      })
      if (!behind) continue
      const half = shape.box.halfWidth
      for (const part of [-0.5, 0.5, -0.66, 0.66]) stops.push({ s: s + half * part, host: shape, cost: 0.25 })
      for (const side of [-1, 1]) stops.push({ s: s + side * (half + 0.35), cost: 0.4 })
    }
    for (const { from, to } of edge.openings) stops.push({ s: from - 0.5, cost: 0.4 }, { s: to + 0.5, cost: 0.4 })
    for (let s = STOP; s < edge.length; s += STOP) stops.push({ s, cost: 0.45 })
    for (const { s, host, cost } of stops) {
      for (const [step, size] of wallSizes(object, host).entries()) {
        const bottoms = hangHeights(stage, object, size, host)
        for (const [rise, bottom] of bottoms.entries()) {
          const thing = stage.wallPlace(edge, s, bottom, {
            ...thingOf(object),
            size,
            unit: host ? stage.unitOf(host.id) : ROOM_UNIT,
            ...(isScreen ? { variant: 'wall' } : {}),
          })
          if (!thing) continue
          options.push({
            thing,
            cost: cost + step * 0.5 + rise * 0.6 + (isScreen ? screenCost(seats, thing, stage) : 0),
          })
        }
      }
    }
  }
  return options
}

/** Along a wall to the middle between things. */
const middleOf = (edge: Edge, shapes: readonly ItemShape[]): number =>
  shapes.reduce((sum, { box }) => sum + (box.x - edge.a[0]) * edge.along[0] + (box.y - edge.a[1]) * edge.along[1], 0) /
  shapes.length

/** Out of the sight of those who sit, metres of turn and shift. */
const screenCost = (seats: readonly ItemShape[], { pose }: Omit<Placed, 'id'>, stage: Stage): number => {
  const seat = seats[0]
  const stands = stage
    .find(['tv_stand', 'sideboard'])
    .some(({ box }) => Math.hypot(box.x - pose.x, box.y - pose.y) < 0.5)
  if (!seat) return stands ? 0 : 0.5
  const dx = pose.x - seat.box.x
  const dy = pose.y - seat.box.y
  const ahead = dx * seat.box.sin - dy * seat.box.cos
  const across = Math.abs(dx * seat.box.cos + dy * seat.box.sin)
  const turned = 1 + (seat.box.sin * Math.sin(pose.yaw) + seat.box.cos * Math.cos(pose.yaw))
  return 2.5 * turned + Math.max(0, across - 0.15) * 1.2 + (ahead < 1 ? 3 : 0) - (stands ? 0.4 : 0)
}

const wallSizes = (object: BriefObject, host: ItemShape | undefined): Size3[] => {
  const sizes = sizesOf(object)
  if (tvs.has(object.category)) return sizes.map(([w, d, h]) => [w, Math.min(d, 0.07), h])
  if (object.category !== 'picture' || !host || object.size || object.count.min > 1) return sizes
  return [pictureSize(host.box.halfWidth * 2, object), ...sizes]
}

/** Undersides to try: as said, over the host, at eye height, at the kind's usual height. */
const hangHeights = (stage: Stage, object: BriefObject, size: Size3, host: ItemShape | undefined): number[] => {
  const { hangAt, category } = object
  const round = (value: number): number => Math.round(value * 1000) / 1000
  if (hangAt) {
    const middle =
      hangAt.exact ?? ((hangAt.min ?? hangAt.max ?? EYE_HEIGHT) + (hangAt.max ?? hangAt.min ?? EYE_HEIGHT)) / 2
    return [round(Math.max(0, middle - size[2] / 2))]
  }
  const kind = findKind(category)
  const isArt = /picture|mirror$|tapestry|photo|poster/.test(category)
  const eye = EYE_HEIGHT - size[2] / 2
  const usual = tvs.has(category) ? Math.max(0.75, 1.15 - size[2] / 2) : isArt ? eye : (kind?.mountHeight ?? eye)
  const least = host ? host.box.top + (category === 'range_hood' ? 0.7 : 0.15) : 0
  const most = stage.site.plan.height - size[2] - 0.05
  return [
    ...new Set([round(Math.min(most, Math.max(usual, least))), round(Math.min(most, Math.max(least, usual + 0.3)))]),
  ]
}

const ceilingOptions = (stage: Stage, object: BriefObject): Option[] => {
  const said = saidHosts(stage, object, ['above', 'near', 'beside', 'centred_on', 'in_front_of', 'left_of', 'right_of'])
  const tables = said.length > 0 ? said : object.category === 'pendant_light' ? stage.find(diningTables) : []
  const options: Option[] = []
  const count = Math.max(1, object.count.min)
  for (const host of tables) {
    const isWide = host.box.halfWidth >= host.box.halfDepth
    const half = isWide ? host.box.halfWidth : host.box.halfDepth
    const size = narrowed(object, sizeOverTable(stage, object, host), (2 * half) / count - 0.04)
    // Several hang in a row over the long side.
    for (let index = 0; index < count; index++) {
      const off = ((index + 0.5) / count - 0.5) * 2 * half
      const [dx, dy] = isWide ? [host.box.cos * off, host.box.sin * off] : [-host.box.sin * off, host.box.cos * off]
      const thing = ceilingPlace(
        stage,
        object.category,
        [host.box.x + dx, host.box.y + dy],
        object,
        size,
        stage.unitOf(host.id),
        host.box.yaw,
      )
      if (thing) options.push({ thing, cost: index * 0.01 })
    }
  }
  const size = sizesOf(object)
  const points: Point2[] = [count, 1, 2, 3, 4, 6].flatMap((number) => lightPoints(stage, number))
  const step = Math.max(0.6, Math.sqrt(stage.site.plan.area) / 6)
  const { bare } = stage.site
  for (let y = bare.minY + step / 2; y < bare.minY + bare.rows * bare.cell; y += step)
    for (let x = bare.minX + step / 2; x < bare.minX + bare.columns * bare.cell; x += step)
      if (isInRoom(stage.site, [x, y])) points.push([x, y])
  for (const [index, at] of points.entries()) {
    const thing = ceilingPlace(stage, object.category, at, object, size[0]!, ROOM_UNIT)
    if (thing) options.push({ thing, cost: 0.2 + index * 0.02 })
  }
  return options
}

/** Several in a row are each no wider than their share, where no size was said. */
const narrowed = ({ count, size, category }: BriefObject, [width, depth, height]: Size3, share: number): Size3 => {
  const least = findKind(category)?.size.min[0] ?? width
  const most = Math.floor(Math.max(least, share) * 100) / 100
  return count.min < 2 || size ? [width, depth, height] : [Math.min(width, most), Math.min(depth, most), height]
}

/** A curtain per window; more curtains than windows hang as panels side by side. */
const curtainOptions = (stage: Stage, object: BriefObject): Option[] => {
  const { windows } = stage.site.plan
  const panels = Math.max(1, Math.ceil(object.count.min / Math.max(1, windows.length)))
  return windows.flatMap((window, index) =>
    Array.from({ length: panels }, (_, panel) => panel).flatMap((panel): Option[] => {
      const thing = curtainPlace(stage, window.id, object, panel, panels)
      return thing ? [{ thing, cost: index * 0.1 + panel * 0.05 }] : []
    }),
  )
}

/** On the floor under an open table or a raised thing, in its shade; nothing runs into its legs' plate. */
const beneathOptions = (stage: Stage, object: BriefObject): Option[] =>
  saidHosts(stage, object, ['under']).flatMap((host) =>
    carrierSurfaces(host).some(({ inside }) => inside)
      ? []
      : lowerThan(object, Math.min(...host.parts.map(({ bottom }) => bottom))).flatMap((size, step) =>
          [-0.6, 0.6, 0, -0.3, 0.3].flatMap((su, index) =>
            [0.3, 0, 0.7, -0.4].flatMap((sv, row): Option[] => {
              const [x, y] = boxPoint(
                host.box,
                su * Math.max(0, host.box.halfWidth - size[0] / 2),
                sv * Math.max(0, host.box.halfDepth - size[1] / 2),
              )
              const unit = stage.unitOf(host.id)
              const pose = { x, y, z: 0, yaw: host.box.yaw }
              const thing = { ...thingOf(object), size, pose, support: { on: 'floor' } as const, unit }
              const shape = stage.preview(thing)
              const isClear = stage.shapes().every((other) => itemOverlap(shape, other) <= 0.001)
              return isClear && stage.isInside(shape.box)
                ? [{ thing, cost: step * 0.4 + index * 0.05 + row * 0.02 }]
                : []
            }),
          ),
        ),
  )

/** Sizes that go under something whose underside is that high, as far as the kind comes so low. */
const lowerThan = (object: BriefObject, underside: number): Size3[] => {
  const least = findKind(object.category)?.size.min[2] ?? 0.15
  const most = underside - UNDER_GAP
  return sizesOf(object).map(([width, depth, height]) => [
    width,
    depth,
    object.size?.height || most < least ? height : Math.min(height, Math.floor(most * 100) / 100),
  ])
}

/** Air between what stands below and what is above it, metres. */
const UNDER_GAP = 0.02

/** Standing on the free floor. */
const floorOptions = (stage: Stage, object: BriefObject): Option[] =>
  sizesOf(object).flatMap((size, step) =>
    floorSpots(stage, { ...thingOf(object), size }).map((thing) => ({ thing, cost: 1 + step * 0.3 })),
  )
