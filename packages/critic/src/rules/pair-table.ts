import type { FindingDraft } from '../finding.ts'
import type { ItemShape } from '../measure/item-shape.ts'
import { boxFront, planGap, pointToBox } from '../measure/oriented-box.ts'
import { facesOf, offAxis } from '../measure/view.ts'
import type { RoomContext } from '../room-context.ts'
import type { RoomRule } from '../rule.ts'
import { metres, metresZh, nameEn, nameZh, sentence } from '../wording.ts'
import { draftOf } from './draft.ts'
import { type PairRow, pairRows } from './pair-rows.ts'

/** Gaps that nobody sees or feels, metres. */
const SLACK = 0.02
const COS_45 = Math.cos(Math.PI / 4)
/** A thing belongs before a front when the front looks at it within 60°. */
const COS_60 = 0.5

/** A rule for every pair of the table: the gap, how well the two are in line, and which way they look. */
export const pairTableRules: readonly RoomRule[] = pairRows.map((row) => (room) => checkRow(room, row))

const checkRow = (room: RoomContext, row: PairRow): FindingDraft[] => {
  const anchors = room.of(row.anchors)
  if (anchors.length === 0) return []
  const pairs = room.of(row.others).flatMap((other) => {
    const anchor = partnerOf(row, other, anchors)
    return anchor ? [{ anchor, other }] : []
  })
  return pairs.flatMap(({ anchor, other }) => {
    // Several at one anchor are spread along it: only a single one is centred.
    const isAlone = pairs.every((pair) => pair.other === other || pair.anchor !== anchor)
    return [
      ...checkDistance(row, anchor, other),
      ...(isAlone ? checkAlignment(row, anchor, other) : []),
      ...checkLook(row, anchor, other),
    ]
  })
}

/** The anchor that a thing goes with, by how the row relates them; undefined: it stands there for another reason. */
const partnerOf = (row: PairRow, other: ItemShape, anchors: readonly ItemShape[]): ItemShape | undefined => {
  let best: ItemShape | undefined
  let least = row.reach
  for (const anchor of anchors) {
    const gap = planGap(anchor.box, other.box)
    if (anchor.id === other.id || gap > least || !isRelated(row, anchor, other)) continue
    best = anchor
    least = gap
  }
  return best
}

const isRelated = ({ measure }: PairRow, anchor: ItemShape, other: ItemShape): boolean => {
  const isOver = pointToBox(anchor.box, other.box.x, other.box.y) < 0.3
  if (measure === 'rise') return isOver && other.box.bottom >= anchor.box.top - SLACK
  if (measure === 'on') return other.support.on === 'item' ? other.support.id === anchor.id : isOver
  if (other.role === 'hung' && measure !== 'gap' && measure !== 'before') return false
  if (measure === 'before') return facesOf(other, anchor) > COS_45
  if (measure === 'middles') return facesOf(other, anchor) > COS_45 && facesOf(anchor, other) > COS_45
  return measure === 'gap' || facesOf(anchor, other) > COS_60
}

const distanceOf = ({ measure }: PairRow, anchor: ItemShape, other: ItemShape): number => {
  if (measure === 'rise') return other.box.bottom - anchor.box.top
  if (measure === 'middles') return Math.hypot(other.box.x - anchor.box.x, other.box.y - anchor.box.y)
  return planGap(anchor.box, other.box)
}

const checkDistance = (row: PairRow, anchor: ItemShape, other: ItemShape): FindingDraft[] => {
  if (row.measure === 'on') return []
  const distance = distanceOf(row, anchor, other)
  const low = row.isOnlyUpper ? 0 : (row.fact.minimum ?? 0)
  const high = row.fact.maximum ?? Number.POSITIVE_INFINITY
  if (distance >= low - SLACK && distance <= high + SLACK) return []
  const isNear = distance < low
  const demanded = isNear ? low : high
  return [
    draftOf({
      rule: row.rule,
      fact: row.fact,
      elements: [other.id, anchor.id],
      measured: distance,
      demanded,
      en: `${sentence(nameEn(other))} is ${metres(distance)} ${row.measure === 'rise' ? 'above' : 'from'} ${nameEn(anchor)}; ${isNear ? 'at least' : 'at most'} ${metres(demanded)} works.`,
      zh: `${nameZh(other)}${row.measure === 'rise' ? '高出' : '距'}${nameZh(anchor)} ${metresZh(distance)}，${isNear ? '至少' : '至多'} ${metresZh(demanded)} 为宜。`,
    }),
  ]
}

const checkAlignment = (row: PairRow, anchor: ItemShape, other: ItemShape): FindingDraft[] => {
  if (row.aside === undefined || anchor.form === 'corner') return []
  const aside = offAxis(anchor, other.box.x, other.box.y)
  if (aside <= row.aside + SLACK) return []
  return [
    draftOf({
      rule: `${row.rule}-aligned`,
      fact: row.fact,
      elements: [other.id, anchor.id],
      measured: aside,
      demanded: row.aside,
      en: `${sentence(nameEn(other))} is ${metres(aside)} off the middle of ${nameEn(anchor)}; within ${metres(row.aside)} it looks centred.`,
      zh: `${nameZh(other)}偏离${nameZh(anchor)}中线 ${metresZh(aside)}，不超过 ${metresZh(row.aside)} 才算居中。`,
    }),
  ]
}

const checkLook = (row: PairRow, anchor: ItemShape, other: ItemShape): FindingDraft[] => {
  if (!row.facing) return []
  const [ax, ay] = boxFront(anchor.box)
  const [bx, by] = boxFront(other.box)
  const cosine = row.facing === 'same' ? ax * bx + ay * by : facesOf(other, anchor)
  if (cosine >= COS_45 - 0.01) return []
  return [
    draftOf({
      rule: `${row.rule}-turned`,
      fact: row.fact,
      elements: [other.id, anchor.id],
      measured: Math.acos(Math.max(-1, cosine)),
      demanded: Math.PI / 4,
      unit: 'rad',
      en: `${sentence(nameEn(other))} ${row.facing === 'same' ? `does not look the same way as` : 'does not face'} ${nameEn(anchor)}.`,
      zh:
        row.facing === 'same'
          ? `${nameZh(other)}与${nameZh(anchor)}朝向不同。`
          : `${nameZh(other)}没有朝向${nameZh(anchor)}。`,
    }),
  ]
}
