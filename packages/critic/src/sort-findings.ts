import type { Finding } from './finding.ts'

const rank = { error: 0, warning: 1, note: 2 } as const

/** Worst first, then by key; of findings with one key the worst, by its distance from what is demanded. */
export const sortFindings = (findings: readonly Finding[]): Finding[] => {
  const byKey = new Map<string, Finding>()
  for (const finding of findings) {
    const known = byKey.get(finding.key)
    if (!known || isWorse(finding, known)) byKey.set(finding.key, finding)
  }
  return [...byKey.values()].sort(
    (a, b) => rank[a.severity] - rank[b.severity] || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0),
  )
}

const isWorse = (a: Finding, b: Finding): boolean =>
  rank[a.severity] < rank[b.severity] ||
  (a.severity === b.severity && Math.abs(a.measured - a.demanded) > Math.abs(b.measured - b.demanded))
