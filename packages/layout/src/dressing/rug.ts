import {
  beds,
  boxCorners,
  boxPoint,
  coffeeTables,
  createBox,
  diningTables,
  type ItemShape,
  type OrientedBox,
  planPenetration,
  pointToBox,
  sofas,
} from '@enfilade/critic'
import type { Id, Size3 } from '@enfilade/scene'
import type { BriefObject } from '../brief.ts'
import { keepsDoors } from '../candidate.ts'
import type { Placed } from '../placed.ts'
import { sizeOptions } from '../size-choice.ts'
import { ROOM_UNIT, type Stage } from './stage.ts'

/** Thin enough that what stands on it still stands on the floor. */
const THICKNESS = 0.005
/** Smaller than this a rug is a mat. */
const LEAST: readonly [number, number] = [1.1, 0.75]

type RugPlan = { readonly box: OrientedBox; readonly host: ItemShape }

/** Rug under a thing: bed, sofa group, table. */
export const layRugUnder = (stage: Stage, host: ItemShape, object?: BriefObject): Placed | undefined => {
  const plans = beds.has(host.category)
    ? underBed(host)
    : sofas.has(host.category)
      ? underSofa(stage, host)
      : underTable(host)
  return layFirst(stage, plans, stage.unitOf(host.id), object)
}

/** Places for a named rug or mat: under what such things lie under, before beds and seats, on the free floor. */
export const rugPlaces = (stage: Stage, object: BriefObject): Omit<Placed, 'id'>[] => {
  const size = sizeOptions(object.category, object)[0]!
  const said = object.relations.flatMap(({ target, negated }) => (negated ? [] : stage.targets(target)))
  const isRug = object.category === 'rug' && !object.size
  const isUnder = object.relations.some(({ type, negated }) => type === 'under' && !negated)
  const hosts = said.length > 0 ? said : isRug ? usualHosts(stage) : []
  const plans: { box: OrientedBox; unit: number }[] = []
  for (const host of hosts) {
    const unit = stage.unitOf(host.id)
    const under = beds.has(host.category)
      ? underBed(host)
      : sofas.has(host.category)
        ? underSofa(stage, host, isUnder ? WELL_UNDER : 0)
        : underTable(host)
    // Where what stands on it was said, its middle lies under that thing.
    const centred = [1, 0.8, 0.6].flatMap((share) =>
      [0, Math.PI / 2].map((turn) =>
        createBox(host.box.x, host.box.y, host.box.yaw + turn, size[0] * share, size[1] * share, 0, THICKNESS),
      ),
    )
    // At a wall or in a corner a cloth begins where the thing on it ends.
    const flush = isUnder ? flushUnder(host, size) : []
    const wanted = said.length > 0 && !beds.has(host.category) && !sofas.has(host.category)
    for (const box of isRug ? [...under.map((plan) => plan.box), ...centred] : centred) plans.push({ box, unit })
    for (const box of flush) plans.push({ box, unit })
    if (wanted && !isRug) plans.push(...centred.map((box) => ({ box, unit })))
    for (const box of besideHost(host, size)) plans.push({ box, unit })
  }
  for (const [x, y] of [stage.site.center, ...freePoints(stage)]) {
    for (const turn of [0, Math.PI / 2]) {
      for (const share of object.size ? [1] : [1, 0.85, 0.7, 0.55, 0.45]) {
        const yaw = (stage.site.axes[0] ?? 0) + turn
        plans.push({ box: createBox(x, y, yaw, size[0] * share, size[1] * share, 0, THICKNESS), unit: ROOM_UNIT })
      }
    }
  }
  return plans.slice(0, MOST_PLANS).flatMap(({ box, unit }) => layPlace(stage, box, unit, object, hosts) ?? [])
}

const MOST_PLANS = 260

/** Under a thing whole, one or two edges in line with its own. */
const flushUnder = ({ box }: ItemShape, [width, depth]: Size3): OrientedBox[] =>
  [1, 0.8, 0.6].flatMap((share) => {
    const [w, d] = [width * share, depth * share]
    const [u, v] = [Math.max(0, w / 2 - box.halfWidth), Math.max(0, d / 2 - box.halfDepth)]
    return [-v, 0, v].flatMap((dv) =>
      [0, -u, u].flatMap((du) => {
        if (du === 0 && dv === 0) return []
        const [x, y] = boxPoint(box, du, dv)
        return [createBox(x, y, box.yaw, w, d, 0, THICKNESS)]
      }),
    )
  })

const usualHosts = (stage: Stage): ItemShape[] => [
  ...stage.find(['sofa']),
  ...stage.find(beds),
  ...stage.find(diningTables),
]

/** On the floor before, behind and beside a thing. */
const besideHost = ({ box }: ItemShape, [width, depth]: Size3): OrientedBox[] =>
  [0.02, 0.15].flatMap((gap) =>
    ([1, 0.75, 0.55] as const).flatMap((share) => {
      const [w, d] = [width * share, depth * share]
      const at = (u: number, v: number, turn: number): OrientedBox => {
        const [x, y] = boxPoint(box, u, v)
        return createBox(x, y, box.yaw + turn, w, d, 0, THICKNESS)
      }
      return [
        at(0, -(box.halfDepth + gap + d / 2), 0),
        at(-(box.halfWidth + gap + d / 2), 0, Math.PI / 2),
        at(box.halfWidth + gap + d / 2, 0, Math.PI / 2),
        at(0, -(box.halfDepth + gap + w / 2), Math.PI / 2),
        at(0, box.halfDepth + gap + d / 2, 0),
      ]
    }),
  )

/** Points of the floor, those with most room around them first. */
const freePoints = ({ site }: Stage): [number, number][] => {
  const { bare } = site
  const points: { at: [number, number]; room: number }[] = []
  const step = 8
  for (let row = 0; row < bare.rows; row += step) {
    for (let column = 0; column < bare.columns; column += step) {
      const room = bare.clearance[row * bare.columns + column]!
      if (room > 0.35)
        points.push({ at: [bare.minX + (column + 0.5) * bare.cell, bare.minY + (row + 0.5) * bare.cell], room })
    }
  }
  return points
    .sort((a, b) => b.room - a.room)
    .slice(0, 60)
    .map(({ at }) => at)
}

const layPlace = (
  stage: Stage,
  plan: OrientedBox,
  unit: number,
  object: BriefObject,
  hosts: readonly ItemShape[],
): Omit<Placed, 'id'> | undefined => {
  const box = said(plan, object)
  const isMat = object.category !== 'rug'
  if (!isMat && (box.halfWidth * 2 < LEAST[0] - 0.4 || box.halfDepth * 2 < LEAST[1] - 0.2)) return undefined
  if (!stage.isInside({ ...box, halfWidth: box.halfWidth + 0.01, halfDepth: box.halfDepth + 0.01 })) return undefined
  const free = new Set(hosts.map(({ id }) => id))
  if (isUnderStrangers(stage, box, unit, free)) return undefined
  const height = object.size?.height?.exact ?? THICKNESS
  return {
    category: object.category,
    size: [round(box.halfWidth * 2), round(box.halfDepth * 2), height],
    pose: { x: box.x, y: box.y, z: 0, yaw: box.yaw },
    support: { on: 'floor' },
    variant: object.attributes?.variant,
    shape: object.attributes?.shape,
    object: object.words === '' ? undefined : object,
    unit,
  }
}

/** Free spots of the floor for a small standing thing: at walls, beside furniture, under open tables. */
export const floorSpots = (
  stage: Stage,
  thing: { readonly category: string; readonly size: Size3 } & Partial<Placed>,
): Omit<Placed, 'id'>[] => {
  const { size } = thing
  const places: Omit<Placed, 'id'>[] = []
  for (const [x, y] of freePoints(stage)) {
    const place = {
      ...thing,
      pose: { x, y, z: 0, yaw: stage.site.axes[0] ?? 0 },
      support: { on: 'floor' } as const,
      unit: ROOM_UNIT,
    }
    const { box } = stage.preview(place)
    const spaced = { ...box, halfWidth: size[0] / 2 + 0.3, halfDepth: size[1] / 2 + 0.3 }
    if (stage.isInside(box) && stage.isFree(spaced) && keepsDoors(stage.site, box)) places.push(place)
  }
  return places
}

const layFirst = (
  stage: Stage,
  plans: readonly { readonly box: OrientedBox; readonly host?: ItemShape }[],
  unit: number,
  object?: BriefObject,
): Placed | undefined => {
  for (const plan of plans) {
    const box = object ? said(plan.box, object) : plan.box
    if (box.halfWidth * 2 < LEAST[0] - 0.4 || box.halfDepth * 2 < LEAST[1] - 0.2) continue
    if (!stage.isInside({ ...box, halfWidth: box.halfWidth + 0.03, halfDepth: box.halfDepth + 0.03 })) continue
    if (isUnderStrangers(stage, box, unit, new Set())) continue
    const size: Size3 = [round(box.halfWidth * 2), round(box.halfDepth * 2), object?.size?.height?.exact ?? THICKNESS]
    return stage.add({
      category: 'rug',
      size,
      pose: { x: box.x, y: box.y, z: 0, yaw: box.yaw },
      support: { on: 'floor' },
      shape: object?.attributes?.shape,
      object,
      unit,
    })
  }
  return undefined
}

const round = (value: number): number => Math.floor(value * 100) / 100

const said = (box: OrientedBox, { size, attributes }: BriefObject): OrientedBox => {
  const width = size?.width?.exact ?? box.halfWidth * 2
  const depth = size?.depth?.exact ?? box.halfDepth * 2
  if (!EVEN.has(attributes?.shape?.toLowerCase() ?? '')) return { ...box, halfWidth: width / 2, halfDepth: depth / 2 }
  const both = size?.width?.exact ?? size?.depth?.exact ?? Math.min(width, depth)
  return { ...box, halfWidth: both / 2, halfDepth: both / 2 }
}

/** As deep as wide. */
const EVEN: ReadonlySet<string> = new Set(['round', 'square', 'octagonal'])

/** Furniture of other groups would stand half on it; other rugs lie too near. */
const isUnderStrangers = (stage: Stage, box: OrientedBox, unit: number, hosts: ReadonlySet<Id>): boolean =>
  stage.shapes().some((shape) => {
    if (shape.role === 'flat') return planPenetration(shape.box, box) > -0.1
    if (shape.role !== 'solid' || hosts.has(shape.id) || (unit !== ROOM_UNIT && stage.unitOf(shape.id) === unit))
      return false
    // A thing may stand on it whole; hardly any may stand half on it.
    const inside = [...boxCorners(shape.box)].every(([x, y]) => pointToBox(box, x, y) === 0)
    return !inside && planPenetration(shape.box, box) > (unit === ROOM_UNIT ? 0.4 : 0.12)
  })

/** Across the foot two thirds, showing on both sides and at the foot. */
const underBed = (bed: ItemShape): RugPlan[] => {
  const width = bed.box.halfWidth * 2
  const length = bed.box.halfDepth * 2
  return [
    { side: 0.6, foot: 0.6, head: 0.7 },
    { side: 0.5, foot: 0.5, head: 0.8 },
    { side: 0.4, foot: 0.35, head: 0.9 },
    { side: 0.25, foot: 0.3, head: 1 },
  ].map(({ side, foot, head }) => {
    const depth = length - head + foot
    const [x, y] = boxPoint(bed.box, 0, length / 2 - head - depth / 2)
    return { box: createBox(x, y, bed.box.yaw, width + side * 2, depth, 0, THICKNESS), host: bed }
  })
}

/** Front legs of the sofa on it, past the coffee table, at least as wide as the sofa. */
const underSofa = (stage: Stage, sofa: ItemShape, more = 0): RugPlan[] => {
  const table = nearest(stage, sofa, coffeeTables)
  const width = sofa.box.halfWidth * 2
  const front = sofa.parts.length > 1 ? -sofa.box.halfDepth + 0.6 : -sofa.box.halfDepth
  const reach = table ? sofa.box.halfDepth + tableDepth(sofa, table) : 1.3
  return [
    { wider: 0.5, past: 0.75, under: 0.25 },
    { wider: 0.2, past: 0.6, under: 0.25 },
    { wider: 0.05, past: 0.45, under: 0.2 },
    { wider: -0.3, past: 0.3, under: 0.15 },
    { wider: -0.6, past: 0.2, under: 0.1 },
  ].map(({ wider, past, under }) => {
    const depth = under + more + reach + past
    const [x, y] = boxPoint(sofa.box, 0, front + under + more - depth / 2)
    return { box: createBox(x, y, sofa.box.yaw, width + wider, depth, 0, THICKNESS), host: sofa }
  })
}

/** Farther under a sofa that was said to stand on it, metres. */
const WELL_UNDER = 0.28

/** From the sofa's front edge to the far edge of its table. */
const tableDepth = (sofa: ItemShape, table: ItemShape): number => {
  const dx = table.box.x - sofa.box.x
  const dy = table.box.y - sofa.box.y
  const ahead = dx * sofa.box.sin - dy * sofa.box.cos
  return Math.max(0, ahead - sofa.box.halfDepth * 2 + table.box.halfDepth)
}

const nearest = (stage: Stage, host: ItemShape, categories: ReadonlySet<string>): ItemShape | undefined =>
  stage
    .find(categories)
    .filter((shape) => Math.hypot(shape.box.x - host.box.x, shape.box.y - host.box.y) < 2.2)
    .sort(
      (a, b) =>
        Math.hypot(a.box.x - host.box.x, a.box.y - host.box.y) - Math.hypot(b.box.x - host.box.x, b.box.y - host.box.y),
    )[0]

/** Past the table by a pulled-out chair on all sides. */
const underTable = (table: ItemShape): RugPlan[] =>
  [0.65, 0.6, 0.55].map((past) => ({
    box: createBox(
      table.box.x,
      table.box.y,
      table.box.yaw,
      (table.box.halfWidth + past) * 2,
      (table.box.halfDepth + past) * 2,
      0,
      THICKNESS,
    ),
    host: table,
  }))
