import type { CopilotResult } from '@enfilade/copilot'
import type { Job } from '@enfilade/storage'

/** A copilot request as a job: `running` → `open` (or `answered`, `failed`, `stopped`) → `accepted`, `rejected` or `stale`. */
export const PROPOSAL_KIND = 'copilot'

export type ProposalResult = Pick<CopilotResult, 'groups' | 'unmet' | 'report' | 'truncated' | 'answer'> & {
  /** Set by accepting: which groups were put into the document, and which no longer fitted. */
  accepted?: string[]
  stale?: string[]
}

/** A proposal as all peers see it. */
export function describeProposal(job: Job) {
  const result = job.result as ProposalResult
  const { prompt } = job.request as { prompt: string }
  return {
    id: job.id,
    space: job.space,
    status: job.status,
    prompt,
    by: job.author,
    groups: result.groups,
    unmet: result.unmet,
    report: result.report,
    ...(result.answer ? { answer: result.answer } : {}),
    ...(result.accepted ? { accepted: result.accepted } : {}),
    ...(result.stale ? { stale: result.stale } : {}),
  }
}
