/** Which row of the table an expectation belongs to. */
export type Row = 'counts' | 'relations' | 'building' | 'attributes' | 'space' | 'edits' | 'unmet'

export type Verdict = {
  readonly holds: boolean
  /** What was measured, best first. */
  readonly reason: string
}

export const pass = (reason = ''): Verdict => ({ holds: true, reason })
export const fail = (reason: string): Verdict => ({ holds: false, reason })

/** Passes where there is nothing against it. */
export const against = (reasons: readonly string[], done = ''): Verdict =>
  reasons.length === 0 ? pass(done) : fail(reasons.join('; '))

/** A quantified judgement: one of the candidates must hold, or each. The reason is the nearest miss's. */
export function quantify<Candidate>(
  candidates: readonly Candidate[],
  every: boolean | undefined,
  judge: (candidate: Candidate) => Verdict,
): Verdict {
  if (candidates.length === 0) return fail('there is none')
  const verdicts = candidates.map(judge)
  const bad = verdicts.filter(({ holds }) => !holds)
  if (every) return bad.length === 0 ? verdicts[0]! : fail(`${bad.length} of ${verdicts.length}: ${bad[0]!.reason}`)
  return verdicts.find(({ holds }) => holds) ?? bad[0]!
}
