import {
  applyChange,
  applyOperation,
  type Change,
  emptyChange,
  mergeChanges,
  readScene,
  type SceneDocument,
} from '@enfilade/scene'
import type { AppearanceBrief } from './appearance-brief.ts'
import type { AppearanceProposal, Choice, Unmet } from './choice.ts'
import { proposeAppearance } from './propose-appearance.ts'
import { readAppearance } from './read-appearance.ts'
import { type ReferencePicture, readReference, withPicture } from './read-reference.ts'

/** What `--style`, `--reference` and `--seed` of every command that shows a space say. */
export type AppearanceRequest = {
  readonly style?: string
  readonly reference?: ReferencePicture
  readonly seed?: number
  readonly locks?: readonly Choice[]
}

export type AppliedAppearance = {
  readonly document: SceneDocument
  /** From the document before to this one; one step of undo. */
  readonly change: Change
  /** Absent: neither words nor a picture were given, so nothing changes. */
  readonly proposal?: AppearanceProposal
}

/** The brief that words and a picture make; undefined without either. */
export function briefOf({
  style,
  reference,
}: Pick<AppearanceRequest, 'style' | 'reference'>): AppearanceBrief | undefined {
  const words = style?.trim() ? readAppearance(style) : undefined
  return reference ? withPicture(words, readReference(reference)) : words
}

/** A document that looks as asked. Equal documents and requests give equal results. */
export function applyAppearance(document: SceneDocument, request: AppearanceRequest): AppliedAppearance {
  const brief = briefOf(request)
  if (!brief) return { document, change: emptyChange }
  const { seed = 1, locks = [] } = request
  const proposal = proposeAppearance(readScene(document), brief, { seed, locks })
  let now = document
  let change = emptyChange
  let made = 0
  const refused: Unmet[] = []
  const context = {
    createId: () => {
      do made++
      while (now.has(`look-${made}`))
      return `look-${made}`
    },
  }
  for (const operation of proposal.operations) {
    const outcome = applyOperation(now, operation, context)
    if (!outcome.ok) {
      // Somebody may have locked a thing in the meantime: the rest is still worth having.
      refused.push({ words: brief.words, reason: { en: outcome.message, zh: `未能执行：${outcome.code}` } })
      continue
    }
    now = applyChange(now, outcome.change)
    change = mergeChanges(change, outcome.change)
  }
  return { document: now, change, proposal: { ...proposal, unmet: [...proposal.unmet, ...refused] } }
}
