import type { FindingDraft } from '../finding.ts'
import type { ItemShape } from '../measure/item-shape.ts'
import { itemOverlap, OVERLAP_TOLERANCE } from '../measure/overlap.ts'
import type { HomeRule } from '../rule.ts'
import { metres, metresZh, nameEn, nameZh, sentence } from '../wording.ts'

type Pair = { readonly a: ItemShape; readonly b: ItemShape; readonly draft: FindingDraft }

/** More changed things than this are compared by a sweep. */
const FEW = 8

/** Two things in one place. After a small change only what changed is compared. */
export const checkOverlap: HomeRule = ({ shapes, changes, memo }) => {
  const known = memo.overlaps
  const pairs =
    known && changes && known.of === changes.from && changes.come.length <= FEW
      ? [...withoutThose(known.pairs, changes.gone), ...pairsWith(changes.come, shapes)]
      : sweep(shapes)
  memo.overlaps = { of: shapes, pairs }
  return pairs.map(({ draft }) => draft)
}

const withoutThose = (pairs: readonly Pair[], gone: readonly ItemShape[]): readonly Pair[] =>
  pairs.filter(({ a, b }) => !gone.includes(a) && !gone.includes(b))

const pairsWith = (come: readonly ItemShape[], shapes: readonly ItemShape[]): Pair[] =>
  come.flatMap((shape, index) =>
    shapes
      .filter((other) => mayMeet(shape, other) && !come.slice(0, index + 1).includes(other))
      .flatMap((other) => pairOf(shape, other)),
  )

/** Candidates come from a sweep along x. */
const sweep = (shapes: readonly ItemShape[]): Pair[] => {
  const pairs: Pair[] = []
  const sorted = shapes
    .map((shape) => ({ shape, from: shape.box.x - shape.radius, to: shape.box.x + shape.radius }))
    .sort((a, b) => a.from - b.from)
  sorted.forEach((first, index) => {
    for (let next = index + 1; next < sorted.length && sorted[next]!.from < first.to; next++)
      pairs.push(...pairOf(first.shape, sorted[next]!.shape))
  })
  return pairs
}

const pairOf = (one: ItemShape, other: ItemShape): Pair[] => {
  if (!mayMeet(one, other)) return []
  const [a, b] = one.id < other.id ? [one, other] : [other, one]
  const depth = itemOverlap(a, b)
  return depth > OVERLAP_TOLERANCE ? [{ a, b, draft: overlap(a, b, depth) }] : []
}

/** The cheap tests: one storey (a proposal is on its room's), near in plan, of one height. */
const mayMeet = (a: ItemShape, b: ItemShape): boolean =>
  Math.abs(a.box.x - b.box.x) < a.radius + b.radius &&
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
