import type { FindingDraft } from '../finding.ts'
import type { ItemShape } from '../measure/item-shape.ts'
import { itemOverlap, OVERLAP_TOLERANCE } from '../measure/overlap.ts'
import type { Rule } from '../room-context.ts'
import { metres, metresZh, nameEn, nameZh, sentence } from '../wording.ts'

/** Two things in one place. Candidates come from a sweep along x. */
export const checkOverlap: Rule = ({ shapes, scene }) => {
  const findings: FindingDraft[] = []
  const level = new Map(scene.items.map((item) => [item.id, item.level]))
  const sorted = shapes
    .map((shape) => ({ shape, from: shape.box.x - radius(shape), to: shape.box.x + radius(shape) }))
    .sort((a, b) => a.from - b.from)
  sorted.forEach((a, index) => {
    for (let next = index + 1; next < sorted.length && sorted[next]!.from < a.to; next++) {
      const [first, second] =
        a.shape.id < sorted[next]!.shape.id ? [a.shape, sorted[next]!.shape] : [sorted[next]!.shape, a.shape]
      if (level.get(first.id) !== level.get(second.id)) continue
      if (first.box.top <= second.box.bottom || second.box.top <= first.box.bottom) continue
      const depth = itemOverlap(first, second)
      if (depth > OVERLAP_TOLERANCE) findings.push(overlap(first, second, depth))
    }
  })
  return findings
}

const radius = (shape: ItemShape): number => Math.hypot(shape.box.halfWidth, shape.box.halfDepth)

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
