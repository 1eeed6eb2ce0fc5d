import type { Brief, LayoutContext, LayoutResult, ProposalGroup, Text, Unmet } from '@enfilade/layout'
import { applyChange, type Id, type SceneDocument, type SceneRoom } from '@enfilade/scene'
import type { Answer } from './answer.ts'
import { createUnmet, quote } from './refusal.ts'
import type { CopilotRequest } from './run-request.ts'

/** What a request has come to so far; `document` holds the groups applied, so that the next intent sees them. */
export type Run = {
  readonly request: CopilotRequest
  readonly selection: readonly Id[]
  readonly language: 'en' | 'zh'
  document: SceneDocument
  /** What the request spoke of last, for "it". */
  focus: readonly Id[]
  brief?: Brief
  /** How it came about, where that is not as usual. */
  note?: Text
  groups: ProposalGroup[]
  unmet: Unmet[]
  answers: Answer[]
  truncated: boolean
}

export function contextOf({ request, document, language }: Run, room: SceneRoom | undefined): LayoutContext {
  const { seed, createId, onProgress, shouldStop, budgetMs } = request
  return {
    document,
    seed,
    createId,
    language,
    ...(room ? { roomId: room.id } : {}),
    ...(onProgress ? { onProgress } : {}),
    ...(shouldStop ? { shouldStop } : {}),
    ...(budgetMs === undefined ? {} : { budgetMs }),
  }
}

/** Keeps a result and lets the next intent start from it. */
export function take(run: Run, { groups, unmet, truncated }: LayoutResult): void {
  for (const group of groups) {
    run.document = applyChange(run.document, group.change)
    run.groups.push({ ...group, id: uniqueId(run.groups, group.id) })
  }
  for (const { request, text, isMet } of unmet) {
    // What holds already is an answer, not a failure.
    if (isMet)
      run.answers.push({
        text: `“${quote(request)}”${run.language === 'zh' ? '：' : ': '}${text[run.language]}`,
        elements: [],
        measurements: [],
      })
    else run.unmet.push(createUnmet(request, text, run.language))
  }
  run.truncated ||= truncated
}

export function refuse(run: Run, words: string, text: Text): void {
  run.unmet.push(createUnmet(words, text, run.language))
}

function uniqueId(groups: readonly ProposalGroup[], id: string): string {
  let unique = id
  for (let number = 2; groups.some((group) => group.id === unique); number += 1) unique = `${id}-${number}`
  return unique
}
