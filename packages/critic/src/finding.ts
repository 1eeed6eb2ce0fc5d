import type { Id, Operation } from '@enfilade/scene'

export type Severity = 'error' | 'warning' | 'note'

/** `checked`: the number was seen in a text that was read; `recalled`: known from memory of the named source. */
export type Standing = 'checked' | 'recalled'

export type RulePack = 'general' | 'age-friendly' | 'wheelchair' | 'child'

export const rulePacks: readonly RulePack[] = ['general', 'age-friendly', 'wheelchair', 'child']

/**
 * One thing that is wrong, or could be better. `key` is stable: it stays the same while the same things break the same
 * rule, so that views and people can follow, answer or silence it.
 */
export type Finding = {
  readonly key: string
  readonly rule: string
  /** Items, rooms, walls or openings concerned; the first is the one to look at. */
  readonly elements: readonly Id[]
  readonly measured: number
  readonly demanded: number
  /** `m`, `m²`, `rad`, `count`, … of `measured` and `demanded`. */
  readonly unit: string
  readonly severity: Severity
  readonly source: string
  readonly standing: Standing
  readonly message: { readonly en: string; readonly zh: string }
  /** One operation that was tried on the scene and removes the finding; it is sought when first read. */
  readonly fix?: Operation
}

/** The finding without its key, which follows from rule, elements and part. */
export type FindingDraft = Omit<Finding, 'key'> & {
  /** Which side of the thing, where one rule may find several with it. */
  readonly part?: string
}

export const finishFinding = (draft: FindingDraft): Finding => {
  const known = finished.get(draft)
  if (known) return known
  const { part, ...rest } = draft
  const finding = {
    key: `${draft.rule}:${draft.elements.join('+')}${part ? `/${part}` : ''}`,
    ...rest,
    measured: round(draft.measured),
    demanded: round(draft.demanded),
  }
  finished.set(draft, finding)
  return finding
}

/** Drafts that rules keep are finished once. */
const finished = new WeakMap<FindingDraft, Finding>()

/** Millimetres are enough for a person, and keep bytes equal between machines. */
const round = (value: number): number => {
  const rounded = Math.round(value * 1000) / 1000
  return Object.is(rounded, -0) ? 0 : rounded
}
