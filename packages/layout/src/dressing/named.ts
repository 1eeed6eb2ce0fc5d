import { findKind } from '@enfilade/catalogue'
import { beds, curtains, diningTables, type ItemShape, loungeSeats, tvs } from '@enfilade/critic'
import type { BriefObject, BriefRelation, RelationTarget } from '../brief.ts'
import type { Placed } from '../placed.ts'
import { ownThing } from '../programs/program.ts'
import { targetEdges } from '../relation.ts'
import { sizeOptions, typicalSize } from '../size-choice.ts'
import { hangLight, hangOverTable, lightPoints } from './ceiling.ts'
import { isRugHost, layRugFree, layRugUnder } from './rug.ts'
import { ROOM_UNIT, type Stage } from './stage.ts'
import { ANY, BACK, ENDS, MIDDLE, type Spot, setOn } from './surface.ts'
import { hangAbove, hangCurtain, hangFree, pictureSize } from './wall.ts'

/** Usual carriers of small things, the best first. */
const usualHosts: { readonly [category: string]: readonly string[] } = {
  table_lamp: ['nightstand', 'side_table', 'chest_of_drawers', 'console_table', 'sideboard', 'desk', 'dressing_table'],
  desk_lamp: ['desk', 'dressing_table', 'nightstand'],
  television: ['tv_stand', 'sideboard', 'chest_of_drawers', 'cabinet', 'shelving_unit'],
  monitor: ['desk'],
  laptop: ['desk', 'dining_table', 'coffee_table'],
  microwave: ['base_cabinet', 'kitchen_island', 'sideboard', 'refrigerator'],
  hob: ['base_cabinet', 'kitchen_island'],
  oven: ['base_cabinet'],
  pillow: ['double_bed', 'single_bed', 'sofa_bed', 'sofa'],
  cushion: ['sofa', 'armchair', 'double_bed', 'single_bed', 'bench'],
  book: ['bookcase', 'shelving_unit', 'wall_shelf', 'coffee_table', 'desk', 'nightstand', 'side_table'],
  vase: ['dining_table', 'sideboard', 'console_table', 'chest_of_drawers', 'coffee_table', 'side_table'],
  potted_plant: [
    'sideboard',
    'chest_of_drawers',
    'tv_stand',
    'console_table',
    'bookcase',
    'cabinet',
    'desk',
    'coffee_table',
    'shelving_unit',
    'side_table',
    'nightstand',
  ],
  cup: ['coffee_table', 'dining_table', 'desk', 'side_table', 'nightstand', 'base_cabinet', 'kitchen_island'],
  clock: ['nightstand', 'chest_of_drawers', 'bookcase'],
}

const spotsFor = (category: string): readonly Spot[] => {
  if (category === 'monitor' || tvs.has(category))
    return [
      [0, 0.4],
      [0, 0.9],
      [0, 0],
      [-0.3, 0.4],
      [0.3, 0.4],
    ]
  if (category === 'laptop')
    return [
      [0, -0.2],
      [0, 0],
      [-0.5, -0.2],
      [0.5, -0.2],
    ]
  if (category === 'table_lamp' || category === 'desk_lamp')
    return [...ENDS.slice(0, 2).map(([x]): Spot => [x, 0.6]), ...BACK]
  if (category === 'potted_plant' || category === 'vase') return [...ENDS, ...BACK, ...ANY]
  return [...MIDDLE, ...ANY]
}

/** Shapes that a relation's target means. */
const targetShapes = (stage: Stage, target: RelationTarget | undefined): ItemShape[] => {
  if (target?.kind === 'item') return stage.shapes().filter((shape) => shape.id === target.id)
  if (target?.kind === 'category') return stage.find([target.category])
  if (target?.kind !== 'object') return []
  const ids = new Set(stage.placed.filter((thing) => thing.object?.key === target.key).map((thing) => thing.id))
  return stage.shapes().filter((shape) => ids.has(shape.id))
}

const wallOrCeiling = (category: string): 'wall' | 'ceiling' | 'other' => {
  const mount = findKind(category)?.mount
  return mount === 'wall' || mount === 'ceiling' ? mount : 'other'
}

/**
 * Sets down one named small thing: by what was said about its place, else where such things usually are.
 *
 * @returns Undefined when there is no place for it.
 */
export const setNamed = (stage: Stage, object: BriefObject): Placed | undefined => {
  const relations = object.relations.filter((relation) => !relation.negated)
  for (const relation of relations) {
    const placed = byRelation(stage, object, relation)
    if (placed) return placed
  }
  // "must" relations that point at a thing leave no other choice.
  if (relations.some((relation) => relation.strength !== 'wish' && isBinding(relation))) return undefined
  return byHabit(stage, object)
}

/** Sets down one thing of the layout's own where such things usually are. */
export const setOwn = (stage: Stage, category: string): Placed | undefined => byHabit(stage, ownThing(category))

const isBinding = (relation: BriefRelation): boolean =>
  (relation.type === 'on' || relation.type === 'inside' || relation.type === 'above') && relation.target !== undefined

const byRelation = (stage: Stage, object: BriefObject, relation: BriefRelation): Placed | undefined => {
  const hosts = targetShapes(stage, relation.target)
  const size = sizeOptions(object.category, object)[0]!
  const small = { ...thingOf(object), size }
  for (const host of hosts) {
    switch (relation.type) {
      case 'on':
      case 'inside': {
        const placed = setOn(stage, host, small, spotsFor(object.category), relation.type === 'on' ? 'top' : 'inside')
        if (placed) return placed
        break
      }
      case 'above': {
        const placed =
          wallOrCeiling(object.category) === 'ceiling'
            ? hangOverTable(stage, object.category, host, object)
            : hangAbove(stage, host, { ...small, size: sizeOver(object, host) })
        if (placed) return placed
        break
      }
      case 'under':
      case 'centred_on': {
        if (findKind(object.category)?.walkable && isRugHost(host)) {
          const placed = layRugUnder(stage, host, object)
          if (placed) return placed
        }
        break
      }
      default: {
        const placed = nearHost(stage, object, host)
        if (placed) return placed
      }
    }
  }
  if (relation.type === 'on_wall' || relation.type === 'against_wall')
    return onWall(stage, object, targetEdges(stage.site, relation.target))
  if (relation.target?.kind === 'building' && relation.target.part === 'wall')
    return onWall(stage, object, targetEdges(stage.site, relation.target))
  return undefined
}

const thingOf = (object: BriefObject) => ({
  category: object.category,
  object,
  variant: knownOr(findKind(object.category)?.variants, object.attributes?.variant),
  shape: knownOr(findKind(object.category)?.shapes, object.attributes?.shape),
})

const knownOr = (known: readonly string[] | undefined, word: string | undefined): string | undefined =>
  word !== undefined && known?.includes(word) ? word : undefined

/** Beside a thing a small one stands on the nearest carrier, a hung one on the wall behind. */
const nearHost = (stage: Stage, object: BriefObject, host: ItemShape): Placed | undefined => {
  const size = sizeOptions(object.category, object)[0]!
  const mount = wallOrCeiling(object.category)
  if (mount === 'ceiling') return hangOverTable(stage, object.category, host, object)
  if (mount === 'wall') return hangAbove(stage, host, { ...thingOf(object), size })
  const hosts = (usualHosts[object.category] ?? [])
    .flatMap((category) => stage.find([category]))
    .sort((a, b) => distance(a, host) - distance(b, host))
    .filter((shape) => distance(shape, host) < 2)
  for (const carrier of hosts) {
    const placed = setOn(stage, carrier, { ...thingOf(object), size }, spotsFor(object.category))
    if (placed) return placed
  }
  return undefined
}

const distance = (a: ItemShape, b: ItemShape): number => Math.hypot(a.box.x - b.box.x, a.box.y - b.box.y)

const sizeOver = (object: BriefObject, host: ItemShape) =>
  object.category === 'picture' ? pictureSize(host.box.halfWidth * 2, object) : sizeOptions(object.category, object)[0]!

const onWall = (stage: Stage, object: BriefObject, edges: ReturnType<typeof targetEdges>): Placed | undefined => {
  const kind = findKind(object.category)
  const size = sizeOptions(object.category, object)[0]!
  const bottom = object.category === 'picture' ? undefined : kind?.mountHeight
  return hangFree(stage, { ...thingOf(object), size }, edges, bottom)
}

const byHabit = (stage: Stage, object: BriefObject): Placed | undefined => {
  const { category } = object
  const kind = findKind(category)
  const size = sizeOptions(category, object)[0]!
  if (kind?.walkable) return layHabitual(stage, object)
  if (curtains.has(category)) {
    const hung = new Set(
      stage.placed.filter((thing) => curtains.has(thing.category)).map((thing) => `${thing.pose.x}:${thing.pose.y}`),
    )
    for (const window of stage.site.plan.windows) {
      const placed = hangCurtain(stage, window.id, object)
      if (placed && !hung.has(`${placed.pose.x}:${placed.pose.y}`)) return placed
    }
    return undefined
  }
  if (kind?.mount === 'ceiling') {
    const table = stage.find(diningTables)[0]
    if (category === 'pendant_light' && table) {
      const placed = hangOverTable(stage, category, table, object)
      if (placed) return placed
    }
    for (const count of [1, 2, 3, 4, 6]) {
      for (const point of lightPoints(stage, count)) {
        const placed = hangLight(stage, category, point, object)
        if (placed) return placed
      }
    }
    return undefined
  }
  if (kind?.mount === 'wall') return hangHabitual(stage, object)
  for (const host of (
    usualHosts[category] ?? [
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
      'bookcase',
      'shelving_unit',
      'wall_shelf',
    ]
  ).flatMap((entry) => stage.find([entry]))) {
    const placed =
      setOn(stage, host, { ...thingOf(object), size }, spotsFor(category)) ??
      setOn(stage, host, { ...thingOf(object), size }, ANY, 'inside')
    if (placed) return placed
  }
  if (tvs.has(category)) {
    const seat = stage.find([...loungeSeats, ...beds])[0]
    return hangScreen(stage, object, seat)
  }
  return undefined
}

/** Over what such things hang over, else on a bare wall. */
const hangHabitual = (stage: Stage, object: BriefObject): Placed | undefined => {
  const { category } = object
  const size = sizeOptions(category, object)[0]!
  const over: { readonly [category: string]: readonly string[] } = {
    picture: ['sofa', 'double_bed', 'single_bed', 'sideboard', 'desk', 'console_table', 'chest_of_drawers'],
    mirror: ['vanity', 'basin', 'dressing_table', 'chest_of_drawers', 'console_table'],
    mirror_cabinet: ['vanity', 'basin'],
    wall_lamp: ['nightstand', 'double_bed', 'single_bed', 'sofa'],
    wall_shelf: ['desk', 'chest_of_drawers'],
    range_hood: ['cooker', 'hob'],
    wall_cabinet: ['base_cabinet', 'sink_cabinet'],
  }
  for (const host of (over[category] ?? []).flatMap((entry) => stage.find([entry]))) {
    const placed = hangAbove(stage, host, {
      ...thingOf(object),
      size: category === 'picture' ? pictureSize(host.box.halfWidth * 2, object) : size,
    })
    if (placed) return placed
  }
  const bottom = category === 'picture' || category === 'mirror' ? undefined : findKind(category)?.mountHeight
  return hangFree(stage, { ...thingOf(object), size }, undefined, bottom)
}

/** A screen without a stand: on the wall that the seat faces. */
const hangScreen = (stage: Stage, object: BriefObject, seat: ItemShape | undefined): Placed | undefined => {
  const size = sizeOptions(object.category, object)[0]!
  const flat = [size[0], Math.min(size[1], 0.07), size[2]] as const
  const edges = seat
    ? stage.site.edges.filter((edge) => edge.inward[0] * seat.box.sin - edge.inward[1] * seat.box.cos < -0.9)
    : stage.site.edges
  return hangFree(stage, { ...thingOf(object), size: flat, variant: 'wall' }, edges, 0.9)
}

const layHabitual = (stage: Stage, object: BriefObject): Placed | undefined => {
  if (object.category !== 'rug') return layMat(stage, object)
  const inMiddle = object.relations.some((relation) => relation.type === 'centred')
  if (!inMiddle) {
    for (const host of [...stage.find(['sofa']), ...stage.find(beds), ...stage.find(diningTables)]) {
      const placed = layRugUnder(stage, host, object)
      if (placed) return placed
    }
  }
  return (
    layRugFree(stage, stage.site.center, stage.site.axes[0] ?? 0, object) ??
    layRugFree(stage, lightPoints(stage, 1)[0]!, stage.site.axes[0] ?? 0, object)
  )
}

/** Mats before what they belong to, else anywhere on the free floor. */
const layMat = (stage: Stage, object: BriefObject): Placed | undefined => {
  const size = sizeOptions(object.category, object, typicalSize(object.category))[0]!
  const { bare } = stage.site
  const yaw = stage.site.axes[0] ?? 0
  let best: { x: number; y: number; room: number } | undefined
  for (let cell = 0; cell < bare.clearance.length; cell += 3) {
    const column = cell % bare.columns
    const x = bare.minX + (column + 0.5) * bare.cell
    const y = bare.minY + ((cell - column) / bare.columns + 0.5) * bare.cell
    const thing = {
      ...thingOf(object),
      size,
      pose: { x, y, z: 0, yaw },
      support: { on: 'floor' } as const,
      unit: ROOM_UNIT,
    }
    if (bare.clearance[cell]! < Math.min(size[0], size[1]) / 2) continue
    const { box } = stage.preview(thing)
    if (!stage.isInside(box) || !stage.isFree({ ...box, top: 1 })) continue
    const room = bare.clearance[cell]!
    if (!best || room > best.room) best = { x, y, room }
  }
  if (!best) return undefined
  return stage.add({
    ...thingOf(object),
    size,
    pose: { x: best.x, y: best.y, z: 0, yaw },
    support: { on: 'floor' },
    unit: ROOM_UNIT,
  })
}
