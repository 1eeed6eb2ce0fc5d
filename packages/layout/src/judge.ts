import { checkRoom, type Finding, type RulePack } from '@enfilade/critic'
import type { Solution } from './search.ts'
import type { Site } from './site.ts'

/** What a finding weighs against the solver's own cost. */
const WEIGHT = { error: 12, warning: 1.2, note: 0.1 } as const

/** How badly a layout does by the critic's rules. */
export const judgeSolution = (site: Site, solution: Solution, pack: RulePack): number => {
  const shapes = solution.chosen.flatMap((candidate, unit) =>
    (candidate?.shapes ?? []).map((shape, index) => ({ ...shape, id: `${unit}.${index}` })),
  )
  return weigh(checkRoom(site.scene, site.plan, [...site.standing, ...shapes], pack))
}

const weigh = (findings: readonly Finding[]): number =>
  findings.reduce((sum, finding) => sum + WEIGHT[finding.severity], 0)

/** The layout that is best in the solver's and the critic's eyes together. */
export const chooseSolution = (
  site: Site,
  solutions: readonly Solution[],
  pack: RulePack,
): { solution: Solution; score: number } | undefined => {
  let best: { solution: Solution; score: number } | undefined
  for (const solution of solutions) {
    const score = solution.cost + judgeSolution(site, solution, pack)
    if (!best || score < best.score - 1e-9) best = { solution, score }
  }
  return best
}
