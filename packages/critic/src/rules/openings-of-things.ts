import { radiators } from '../categories.ts'
import { accessFacts } from '../facts/access.ts'
import { clearances } from '../facts/clearances.ts'
import type { FindingDraft } from '../finding.ts'
import { sideStrip } from '../measure/clear-depth.ts'
import { freeFront, freeSide } from '../measure/item-clearance.ts'
import { type ItemShape, planParts } from '../measure/item-shape.ts'
import { heightOverlap, planPenetration } from '../measure/oriented-box.ts'
import type { ItemRule, Surroundings } from '../rule.ts'
import { metres, metresZh, nameEn, nameZh, sentence } from '../wording.ts'
import { draftOf } from './draft.ts'

/** Leaves and drawers of furniture open; warm air rises; tall narrow things have a wall to be held by. */
export const checkOpeningThings: ItemRule = (shape, around) => [
  ...checkLeaf(shape, around),
  ...checkRadiator(shape, around),
  ...checkUnsteady(shape, around),
  ...checkTreadmill(shape, around),
]

/** A leaf is no wider than this, a drawer comes out no farther, metres. */
const LEAF = 0.5
const DRAWER = 0.4
/** Open that far a leaf still lets a hand in. */
const ENOUGH = 0.9

/** How far a door or drawer of a thing comes out, metres; undefined: it has none. */
const pullOf = ({ kind, role, box, item }: ItemShape): number | undefined => {
  if (role !== 'solid' || item.variant === 'sliding' || kind?.id === 'sliding_wardrobe') return undefined
  if (kind?.group !== 'storage' && kind?.group !== 'kitchen') return undefined
  if (kind.opens === 'drawers') return Math.min(DRAWER, box.halfDepth * 1.6)
  return kind.opens === 'doors' ? Math.min(LEAF, box.halfWidth) : undefined
}

const checkLeaf = (shape: ItemShape, { plan, solids }: Surroundings): FindingDraft[] => {
  const pull = pullOf(shape)
  if (pull === undefined) return []
  const depth = freeFront(shape, solids, plan, pull)
  if (depth >= pull * ENOUGH) return []
  const isDrawer = shape.kind?.opens === 'drawers'
  const strip = sideStrip(shape.box, 'front', pull)
  const against = solids.find((other) => planParts(other).some((part) => planPenetration(strip, part) > 0.005))
  return [
    draftOf({
      rule: isDrawer ? 'drawer-blocked' : 'leaf-blocked',
      fact: isDrawer ? clearances.drawer_front : clearances.wardrobe_front_hinged,
      elements: against ? [shape.id, against.id] : [shape.id],
      measured: depth,
      demanded: pull,
      severity: 'warning',
      en: `${sentence(nameEn(shape))} opens ${metres(depth)} until it meets ${against ? nameEn(against) : 'the wall'}; ${metres(pull)} is fully open.`,
      zh: `${nameZh(shape)}${isDrawer ? '抽屉' : '门'}打开 ${metresZh(depth)} 就碰到${against ? nameZh(against) : '墙'}，全开需 ${metresZh(pull)}。`,
    }),
  ]
}

const checkRadiator = (shape: ItemShape, { plan, solids }: Surroundings): FindingDraft[] => {
  const fact = clearances.radiator_keepout
  if (!radiators.has(shape.category) || shape.category === 'heated_towel_rail') return []
  const strip = { ...sideStrip(shape.box, 'front', fact.minimum), bottom: shape.box.bottom, top: shape.box.top }
  const at = solids.filter((other) => heightOverlap(strip, other.box) > 0)
  const depth = freeFront(shape, at, plan, fact.recommended)
  if (depth >= fact.minimum - 0.01) return []
  return [
    draftOf({
      rule: 'radiator-covered',
      fact,
      elements: [shape.id],
      measured: depth,
      demanded: fact.minimum,
      en: `Before ${nameEn(shape)} there is ${metres(depth)} free; warm air needs ${metres(fact.minimum)}.`,
      zh: `${nameZh(shape)}前只有 ${metresZh(depth)}，散热需要 ${metresZh(fact.minimum)}。`,
    }),
  ]
}

/** As high as this many times its depth a thing is to be anchored; lower than `LOW` it hurts nobody. */
const SLENDER = 3
const LOW = 1
/** A wall within this can hold it. */
const AT_WALL = 0.1

const checkUnsteady = (shape: ItemShape, { plan }: Surroundings): FindingDraft[] => {
  if (shape.role !== 'solid' || shape.kind?.group !== 'storage') return []
  const height = shape.box.top - shape.box.bottom
  const ratio = height / (Math.min(shape.box.halfDepth, shape.box.halfWidth) * 2)
  if (height < LOW || ratio <= SLENDER) return []
  const toWall = Math.min(...(['back', 'left', 'right'] as const).map((side) => freeSide(shape, side, [], plan, 1)))
  if (toWall <= AT_WALL) return []
  return [
    draftOf({
      rule: 'tall-without-wall',
      fact: accessFacts.furniture_stability,
      elements: [shape.id],
      measured: ratio,
      demanded: SLENDER,
      unit: 'ratio',
      severity: 'warning',
      en: `${sentence(nameEn(shape))} is ${ratio.toFixed(1)} times as high as deep and stands ${metres(toWall)} from any wall that could hold it.`,
      zh: `${nameZh(shape)}高是深的 ${ratio.toFixed(1)} 倍，离可固定的墙 ${metresZh(toWall)}。`,
    }),
  ]
}

/** Whoever stumbles is carried off backwards. */
const checkTreadmill = (shape: ItemShape, { plan, solids }: Surroundings): FindingDraft[] => {
  const fact = clearances.treadmill_rear
  if (shape.category !== 'treadmill') return []
  const depth = freeSide(shape, 'back', solids, plan, fact.minimum)
  if (depth >= fact.minimum - 0.01) return []
  return [
    draftOf({
      rule: 'treadmill-rear',
      fact,
      elements: [shape.id],
      measured: depth,
      demanded: fact.minimum,
      severity: 'warning',
      en: `Behind ${nameEn(shape)} there is ${metres(depth)} free, ${metres(fact.minimum)} needed for whoever stumbles.`,
      zh: `${nameZh(shape)}后方只有 ${metresZh(depth)}，防跌落需要 ${metresZh(fact.minimum)}。`,
    }),
  ]
}
