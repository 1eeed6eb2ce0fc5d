import type { AccessFact, Fact, PairFact } from '../facts/fact.ts'
import type { FindingDraft, Severity } from '../finding.ts'

/** What a rule says about the things concerned. Lengths in metres unless `unit` says otherwise. */
export type DraftInput = {
  readonly rule: string
  readonly fact: Pick<AccessFact | Fact | PairFact, 'source' | 'standing'>
  readonly elements: readonly string[]
  readonly measured: number
  readonly demanded: number
  readonly en: string
  readonly zh: string
  /** Default `note`. */
  readonly severity?: Severity
  /** Default `m`. */
  readonly unit?: string
}

/** A finding that rests on one row of the tables of facts. */
export const draftOf = ({
  fact,
  en,
  zh,
  severity = 'note',
  unit = 'm',
  rule,
  elements,
  measured,
  demanded,
}: DraftInput): FindingDraft => ({
  rule,
  elements,
  measured,
  demanded,
  unit,
  severity,
  source: fact.source,
  standing: fact.standing,
  message: { en, zh },
})
