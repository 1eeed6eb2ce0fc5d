import {
  boxCorners,
  boxOverlap,
  DOOR_APPROACH,
  hiddenWindowShare,
  type ItemShape,
  itemOverlap,
  openingStrip,
  planPenetration,
  swingPenetration,
  wayParts,
} from '@enfilade/critic'
import { protrusion } from '@enfilade/geometry'
import type { Text } from '../result.ts'
import type { Site } from '../site.ts'
import { kindName, meters } from '../words.ts'

/** Contact that is allowed, metres. */
const TOUCH = 0.004

/** The first thing that is in the way of shapes at their new places, with its number; undefined: nothing is. */
export const findObstacle = (site: Site, shapes: readonly ItemShape[]): Text | undefined => {
  for (const shape of shapes) {
    if (shape.role === 'carried') {
      const hit = overlapping(site, shape)
      if (hit) return hit
      continue
    }
    const obstacle = outside(site, shape) ?? overlapping(site, shape) ?? doorway(site, shape) ?? darkened(site, shape)
    if (obstacle) return obstacle
  }
  return undefined
}

/** Cloth counts as well: a thing moved into a curtain stands in it. */
const isBody = (shape: ItemShape): boolean => shape.role !== 'flat' && shape.role !== 'carried'

const nameOf = (shape: ItemShape): Text => {
  const own = shape.item.label?.trim()
  return own ? { en: own, zh: own } : kindName(shape.category)
}

const outside = (site: Site, shape: ItemShape): Text | undefined => {
  let out = 0
  for (const part of shape.parts) {
    out = Math.max(
      out,
      protrusion(
        [...boxCorners(part)],
        [...site.plan.polygon],
        site.plan.holes.map((hole) => [...hole]),
      ),
    )
  }
  if (out <= TOUCH) return undefined
  const name = nameOf(shape)
  return {
    en: `the ${name.en} would stick ${meters(out).en} into the wall`,
    zh: `${name.zh}会伸进墙里 ${meters(out).zh}`,
  }
}

const overlapping = (site: Site, shape: ItemShape): Text | undefined => {
  for (const other of site.standing) {
    const depth = Math.max(
      itemOverlap(shape, other),
      isBody(other) && shape.role !== 'flat' ? boxOverlapParts(shape, other) : 0,
    )
    if (depth <= TOUCH) continue
    const [name, wall] = [nameOf(shape), nameOf(other)]
    return {
      en: `the ${name.en} would run ${meters(depth).en} into the ${wall.en}`,
      zh: `${name.zh}会与${wall.zh}重叠 ${meters(depth).zh}`,
    }
  }
  return undefined
}

/** Tables and chairs count whole here: nothing is pushed under anything by itself. Corner pieces count by their arms. */
const boxOverlapParts = (a: ItemShape, b: ItemShape): number => {
  let depth = 0
  for (const part of wayParts(a)) for (const other of wayParts(b)) depth = Math.max(depth, boxOverlap(part, other))
  return depth
}

const doorway = (site: Site, shape: ItemShape): Text | undefined => {
  if (shape.role === 'flat' || shape.role === 'curtain') return undefined
  for (const door of site.plan.doors) {
    for (const part of shape.parts) {
      if (part.bottom >= door.top) continue
      const swing = swingPenetration(door, part)
      const strip = planPenetration(openingStrip(door, DOOR_APPROACH), part)
      if (swing <= TOUCH && strip <= TOUCH) continue
      const name = nameOf(shape)
      return swing > TOUCH
        ? {
            en: `the ${name.en} would stand ${meters(swing).en} deep in the door's swing`,
            zh: `${name.zh}会挡住门的开启范围 ${meters(swing).zh}`,
          }
        : {
            en: `the ${name.en} would stand ${meters(strip).en} deep in the ${meters(DOOR_APPROACH).en} before the door`,
            zh: `${name.zh}会占用门前 ${meters(DOOR_APPROACH).zh} 通道 ${meters(strip).zh}`,
          }
    }
  }
  return undefined
}

const darkened = (site: Site, shape: ItemShape): Text | undefined => {
  for (const window of site.plan.windows) {
    const share = hiddenWindowShare(window, shape)
    if (share <= 0.5 || shape.role === 'hung') continue
    const name = nameOf(shape)
    return {
      en: `the ${name.en} would hide ${Math.round(share * 100)} % of the window`,
      zh: `${name.zh}会遮住窗户的 ${Math.round(share * 100)}%`,
    }
  }
  return undefined
}
