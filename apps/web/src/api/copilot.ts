import type { Change, Id } from '@enfilade/scene'
import type { LocalText, Proposal, ProposalGroup, ProposalStatus, Unmet } from '../editor/proposal.ts'
import { readEventStream } from './event-stream.ts'
import { readList, readNumber, readObject, readOneOf, readString } from './read-json.ts'
import { ApiError, request, requestJson } from './request.ts'
import type { OpenSpace } from './spaces.ts'

export type CopilotEvent =
  | { readonly type: 'progress'; readonly stage: string; readonly done: number; readonly total: number }
  | { readonly type: 'proposal'; readonly proposal: Proposal }
  | { readonly type: 'unmet'; readonly unmet: readonly Unmet[] }
  | { readonly type: 'answer'; readonly text: string; readonly elements: readonly Id[] }
  | { readonly type: 'error'; readonly message: string }
  | { readonly type: 'done'; readonly report?: string }

const statuses: readonly ProposalStatus[] = ['open', 'accepted', 'rejected', 'stale']

function readStrings(value: unknown): string[] {
  return readList(value).filter((entry): entry is string => typeof entry === 'string')
}

function readLocalText(value: unknown): LocalText {
  if (typeof value === 'string') return { en: value, zh: value }
  const raw = readObject(value)
  const en = readString(raw.en) ?? ''
  return { en, zh: readString(raw.zh) ?? en }
}

function readChange(value: unknown): Change {
  const raw = readObject(value)
  return {
    added: readObject(raw.added) as Change['added'],
    removed: readObject(raw.removed) as Change['removed'],
    updated: readObject(raw.updated) as Change['updated'],
  }
}

function readGroup(value: unknown): ProposalGroup | undefined {
  const raw = readObject(value)
  const id = readString(raw.id)
  if (!id) return undefined
  const measurements = readList(raw.measurements).flatMap((entry) => {
    const { name, value: amount, unit } = readObject(entry)
    const number = readNumber(amount)
    return number === undefined ? [] : [{ name: readString(name) ?? '', value: number, unit: readString(unit) ?? '' }]
  })
  return {
    id,
    title: readLocalText(raw.title),
    reason: readLocalText(raw.reason),
    measurements,
    items: readStrings(raw.items),
    change: readChange(raw.change),
  }
}

export function readUnmet(value: unknown): Unmet[] {
  return readList(value, 'unmet').flatMap((entry) => {
    const raw = readObject(entry)
    const request = readString(raw.request)
    return request === undefined ? [] : [{ request, reason: readString(raw.reason) ?? '' }]
  })
}

export function readProposal(value: unknown): Proposal | undefined {
  const outer = readObject(value)
  const raw = typeof outer.proposal === 'object' ? readObject(outer.proposal) : outer
  const id = readString(raw.id)
  if (!id) return undefined
  const answer = readObject(raw.answer)
  const text = readString(answer.text)
  return {
    id,
    status: readOneOf(raw.status, statuses) ?? 'open',
    prompt: readString(raw.prompt) ?? '',
    by: readString(raw.by) ?? '',
    groups: readList(raw.groups)
      .map(readGroup)
      .filter((group) => group !== undefined),
    unmet: readUnmet(raw.unmet),
    report: readString(raw.report) ?? '',
    ...(text ? { answer: { text, elements: readStrings(answer.elements) } } : {}),
  }
}

/** @returns undefined for events that this version does not know. */
export function readCopilotEvent(event: string, data: string): CopilotEvent | undefined {
  let value: unknown
  try {
    value = JSON.parse(data)
  } catch {
    value = data
  }
  const raw = readObject(value)
  switch (event) {
    case 'progress':
      return {
        type: 'progress',
        stage: readString(raw.stage) ?? '',
        done: readNumber(raw.done) ?? 0,
        total: readNumber(raw.total) ?? 0,
      }
    case 'proposal': {
      const proposal = readProposal(value)
      return proposal && { type: 'proposal', proposal }
    }
    case 'unmet':
      return { type: 'unmet', unmet: readUnmet(value) }
    case 'answer':
      return {
        type: 'answer',
        text: readString(raw.text) ?? readString(value) ?? '',
        elements: readStrings(raw.elements),
      }
    case 'error':
      return { type: 'error', message: readString(raw.message) ?? readString(value) ?? '' }
    case 'done': {
      const report = readString(raw.report)
      return { type: 'done', ...(report ? { report } : {}) }
    }
    default:
      return undefined
  }
}

export type CopilotRequest = {
  readonly prompt: string
  readonly selection: readonly Id[]
  readonly roomId?: Id
  readonly viewpoint?: { readonly eye: readonly number[]; readonly target: readonly number[] }
  readonly locale: 'en' | 'zh'
  readonly options?: { readonly density?: 'sparse' | 'normal' | 'full' }
}

/** Asks and hands on what streams back. Aborting the signal stops the work on the server too. */
export async function askCopilot(
  space: OpenSpace,
  body: CopilotRequest,
  onEvent: (event: CopilotEvent) => void,
  signal: AbortSignal,
): Promise<void> {
  const response = await request(`/api/spaces/${encodeURIComponent(space.id)}/copilot`, {
    method: 'POST',
    body,
    token: space.token,
    accept: 'text/event-stream',
    signal,
  })
  if (!response.body) throw new ApiError(0, 'no-stream', 'The answer had no body.')
  for await (const { event, data } of readEventStream(response.body)) {
    const parsed = readCopilotEvent(event, data)
    if (parsed) onEvent(parsed)
  }
}

function proposalPath(space: OpenSpace, proposal: string): string {
  return `/api/spaces/${encodeURIComponent(space.id)}/proposals/${encodeURIComponent(proposal)}`
}

export async function fetchProposal(space: OpenSpace, proposal: string): Promise<Proposal | undefined> {
  return readProposal(await requestJson(proposalPath(space, proposal), { token: space.token }))
}

/** Says that these groups have been put into the document by this browser. */
export async function acceptProposal(space: OpenSpace, proposal: string, groups: readonly string[]): Promise<void> {
  await requestJson(`${proposalPath(space, proposal)}/accept`, {
    method: 'POST',
    body: { groups, applied: true },
    token: space.token,
  })
}

export async function rejectProposal(space: OpenSpace, proposal: string): Promise<void> {
  await requestJson(`${proposalPath(space, proposal)}/reject`, { method: 'POST', body: {}, token: space.token })
}
