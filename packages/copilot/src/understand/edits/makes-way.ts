import type { Intent } from '../intent.ts'

/** 「冰箱搬走，换个大的进来」: what goes makes way for a bigger one of its kind, which stays the same thing. */
export function makesWay(
  last: Intent | undefined,
  next: Intent | undefined,
): Extract<Intent, { type: 'resize' }> | undefined {
  if (last?.type !== 'remove' || next?.type !== 'resize' || !('step' in next.size)) return undefined
  if (next.reference.kind !== 'pronoun' || !/换|\b(?:new|one|instead)\b/i.test(next.words)) return undefined
  return { ...next, reference: last.reference }
}
