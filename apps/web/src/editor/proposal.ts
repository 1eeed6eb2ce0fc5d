import type { Change, Id } from '@enfilade/scene'

export type LocalText = { readonly en: string; readonly zh: string }

/** One thing that the copilot suggests, with its reason; taken or left as a whole. */
export type ProposalGroup = {
  readonly id: string
  readonly title: LocalText
  readonly reason: LocalText
  readonly measurements: readonly { readonly name: string; readonly value: number; readonly unit: string }[]
  readonly items: readonly Id[]
  readonly change: Change
}

export type Unmet = { readonly request: string; readonly reason: string }

export type ProposalStatus = 'open' | 'accepted' | 'rejected' | 'stale'

/** Ghosts that everybody sees until they are accepted or rejected. */
export type Proposal = {
  readonly id: string
  readonly status: ProposalStatus
  readonly prompt: string
  readonly by: string
  readonly groups: readonly ProposalGroup[]
  readonly unmet: readonly Unmet[]
  readonly report: string
  readonly answer?: { readonly text: string; readonly elements: readonly Id[] }
}
