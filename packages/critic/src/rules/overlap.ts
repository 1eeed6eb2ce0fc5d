import type { FindingDraft } from '../finding.ts'
import type { ItemShape } from '../measure/item-shape.ts'
import { itemOverlap, OVERLAP_TOLERANCE } from '../measure/overlap.ts'
import type { HomeRule } from '../rule.ts'
import { metres, metresZh, nameEn, nameZh, sentence } from '../wording.ts'

/** Two things in one place. Candidates come from a sweep along x. */
export const checkOverlap: HomeRule = ({ shapes, memo }) => {
  const found = new Map<string, { a: ItemShape; b: ItemShape; draft: FindingDraft }>()
  const sorted = shapes
    .map((shape) => ({ shape, from: shape.box.x - shape.radius, to: shape.box.x + shape.radius }))
    .sort((a, b) => a.from - b.from)
  sorted.forEach((first, index) => {
    for (let next = index + 1; next < sorted.length && sorted[next]!.from < first.to; next++) {
      const other = sorted[next]!.shape
      const [a, b] = first.shape.id < other.id ? [first.shape, other] : [other, first.shape]
      if (!mayMeet(a, b)) continue
      const key = `${a.id}+${b.id}`
      const known = memo.overlaps.get(key)
      if (known?.a === a && known.b === b) found.set(key, known)
      else {
        const depth = itemOverlap(a, b)
        if (depth > OVERLAP_TOLERANCE) found.set(key, { a, b, draft: overlap(a, b, depth) })
      }
    }
  })
  memo.overlaps = found
  return [...found.values()].map(({ draft }) => draft)
}

/** The cheap tests: one storey (a proposal is on its room's), near in plan, of one height. */
const mayMeet = (a: ItemShape, b: ItemShape): boolean =>
  Math.abs(a.box.y - b.box.y) < a.radius + b.radius &&
  a.box.top > b.box.bottom &&
  b.box.top > a.box.bottom &&
  (a.item.level === b.item.level || a.item.level === undefined || b.item.level === undefined)

const overlap = (a: ItemShape, b: ItemShape, depth: number): FindingDraft => ({
  rule: 'overlap',
  elements: [a.id, b.id],
  measured: depth,
  demanded: 0,
  unit: 'm',
  severity: 'error',
  source: 'geometry: two bodies cannot fill one place (5 mm of contact allowed)',
  standing: 'checked',
  message: {
    en: `${sentence(nameEn(a))} and ${nameEn(b)} run into each other by ${metres(depth)}.`,
    zh: `${nameZh(a)}与${nameZh(b)}重叠 ${metresZh(depth)}。`,
  },
})
