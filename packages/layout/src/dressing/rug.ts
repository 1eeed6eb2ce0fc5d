import {
  beds,
  boxPoint,
  coffeeTables,
  createBox,
  diningTables,
  type ItemShape,
  type OrientedBox,
  planPenetration,
  sofas,
  tableSeats,
} from '@enfilade/critic'
import type { Size3 } from '@enfilade/scene'
import type { BriefObject } from '../brief.ts'
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

/** Rug in the middle of the free floor. */
export const layRugFree = (
  stage: Stage,
  at: readonly [number, number],
  yaw: number,
  object?: BriefObject,
): Placed | undefined => {
  const [width, depth] = sizeOptions('rug', object)[0]!
  const plans = [1, 0.85, 0.7, 0.55, 0.45].flatMap((share) =>
    [0, Math.PI / 2].map((turn) => createBox(at[0], at[1], yaw + turn, width * share, depth * share, 0, THICKNESS)),
  )
  return layFirst(
    stage,
    plans.map((box) => ({ box })),
    ROOM_UNIT,
    object,
  )
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
    if (isUnderStrangers(stage, box, unit)) continue
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

const said = (box: OrientedBox, object: BriefObject): OrientedBox => ({
  ...box,
  halfWidth: (object.size?.width?.exact ?? box.halfWidth * 2) / 2,
  halfDepth: (object.size?.depth?.exact ?? box.halfDepth * 2) / 2,
})

/** Furniture of other groups would stand half on it; other rugs lie too near. */
const isUnderStrangers = (stage: Stage, box: OrientedBox, unit: number): boolean =>
  stage.shapes().some((shape) => {
    if (shape.role === 'flat') return planPenetration(shape.box, box) > -0.1
    if (shape.role !== 'solid' || (unit !== ROOM_UNIT && stage.unitOf(shape.id) === unit)) return false
    return planPenetration(shape.box, box) > (unit === ROOM_UNIT ? 0.4 : 0.02)
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
const underSofa = (stage: Stage, sofa: ItemShape): RugPlan[] => {
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
    const depth = under + reach + past
    const [x, y] = boxPoint(sofa.box, 0, front + under - depth / 2)
    return { box: createBox(x, y, sofa.box.yaw, width + wider, depth, 0, THICKNESS), host: sofa }
  })
}

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

/** What may carry a rug's name as host. */
export const isRugHost = (shape: ItemShape): boolean =>
  beds.has(shape.category) ||
  sofas.has(shape.category) ||
  diningTables.has(shape.category) ||
  (shape.role === 'solid' && !tableSeats.has(shape.category))
