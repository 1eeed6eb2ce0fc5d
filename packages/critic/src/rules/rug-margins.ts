import { beds, mealTables, rugs, sofas } from '../categories.ts'
import type { PairFact } from '../facts/fact.ts'
import type { FindingDraft } from '../finding.ts'
import type { ItemShape } from '../measure/item-shape.ts'
import { boxCorners, planPenetration, toBoxFrame } from '../measure/oriented-box.ts'
import type { RoomRule } from '../rule.ts'
import { metres, metresZh, nameEn, nameZh, sentence } from '../wording.ts'
import { draftOf } from './draft.ts'
import { factOf } from './pairs.ts'

/** Rugs reach far enough from under what stands on them. */
export const checkRugMargins: RoomRule = (room) =>
  room
    .of(rugs)
    .flatMap((rug) => [
      ...room.of(mealTables).flatMap((table) => checkTable(rug, table)),
      ...room.of(beds).flatMap((bed) => checkBed(rug, bed)),
      ...room.of(sofas).flatMap((sofa) => checkSofa(rug, sofa)),
    ])

const SLACK = 0.02

/** The numbers that the table gives in words, metres: round a table, beyond a bed's foot, under a sofa's front legs. */
const AROUND_TABLE = 0.6
const BEYOND_BED = 0.45
const UNDER_SOFA = 0.15
/** A rug farther before a sofa than this belongs to something else, metres. */
const BEFORE_SOFA = 0.4

type Margins = Readonly<Record<'front' | 'back' | 'left' | 'right', number>>

/** How far a rug reaches beyond each side of a thing, metres; negative: it ends under it. */
const marginsOf = (rug: ItemShape, { box }: ItemShape): Margins => {
  const corners = boxCorners(rug.box).map(([x, y]) => toBoxFrame(box, x, y))
  const along = corners.map(([u]) => u)
  const across = corners.map(([, v]) => v)
  return {
    front: -Math.min(...across) - box.halfDepth,
    back: Math.max(...across) - box.halfDepth,
    left: -Math.min(...along) - box.halfWidth,
    right: Math.max(...along) - box.halfWidth,
  }
}

const isUnder = (rug: ItemShape, thing: ItemShape): boolean => planPenetration(rug.box, thing.box) > SLACK

const checkTable = (rug: ItemShape, table: ItemShape): FindingDraft[] => {
  if (!isUnder(rug, table)) return []
  const margin = Math.min(...Object.values(marginsOf(rug, table)))
  return short('rug-round-table', rug, table, margin, AROUND_TABLE, factOf('dining_table', 'rug'), {
    en: 'reaches beyond',
    zh: '伸出',
  })
}

const checkBed = (rug: ItemShape, bed: ItemShape): FindingDraft[] => {
  if (!isUnder(rug, bed)) return []
  const { front, left, right } = marginsOf(rug, bed)
  return short('rug-under-bed', rug, bed, Math.max(front, Math.min(left, right)), BEYOND_BED, factOf('bed', 'rug'), {
    en: 'shows beyond',
    zh: '露出',
  })
}

const checkSofa = (rug: ItemShape, sofa: ItemShape): FindingDraft[] => {
  const { front, back, left, right } = marginsOf(rug, sofa)
  const under = back + sofa.box.halfDepth * 2
  const isBefore = front > 0 && left > -sofa.box.halfWidth && right > -sofa.box.halfWidth && under > -BEFORE_SOFA
  if (!isBefore) return []
  const fact = factOf('sofa', 'rug')
  return [
    ...short('rug-under-sofa', rug, sofa, Math.max(0, under), UNDER_SOFA, fact, { en: 'lies under', zh: '压在下面' }),
    ...short('rug-wide-as-sofa', rug, sofa, sofa.box.halfWidth * 2 + left + right, sofa.box.halfWidth * 2, fact, {
      en: 'spans along',
      zh: '沿宽度',
    }),
  ]
}

const short = (
  rule: string,
  rug: ItemShape,
  thing: ItemShape,
  measured: number,
  demanded: number,
  fact: PairFact,
  verb: { readonly en: string; readonly zh: string },
): FindingDraft[] =>
  measured >= demanded - SLACK
    ? []
    : [
        draftOf({
          rule,
          fact,
          elements: [rug.id, thing.id],
          measured,
          demanded,
          en: `${sentence(nameEn(rug))} ${verb.en} ${nameEn(thing)} by ${metres(measured)}; ${metres(demanded)} is right.`,
          zh: `${nameZh(rug)}相对${nameZh(thing)}${verb.zh} ${metresZh(measured)}，宜 ${metresZh(demanded)}。`,
        }),
      ]
