import type { Standing } from '../finding.ts'

/** One row of a table of ergonomic facts. Lengths in metres. */
export type Fact = {
  readonly minimum?: number
  readonly recommended?: number
  /** What universal design asks for, or the upper end. */
  readonly generous?: number
  readonly source: string
  readonly standing: Standing
  readonly note?: string
}

/** A typical pair of things. Gaps are between nearest edges, metres; negative: one reaches under the other. */
export type PairFact = {
  readonly anchor: string
  readonly other: string
  readonly relation: string
  readonly minimum?: number
  readonly recommended?: number
  readonly maximum?: number
  readonly alignment?: string
  readonly count?: string
  readonly source: string
  readonly standing: Standing
}

/** A demand of age-friendly or wheelchair design. */
export type AccessFact = {
  readonly where: string
  readonly demand: string
  readonly minimum?: number
  readonly maximum?: number
  readonly target?: number
  readonly source: string
  readonly standing: Standing
}
