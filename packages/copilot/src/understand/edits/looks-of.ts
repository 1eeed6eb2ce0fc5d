import type { BriefAttributes } from '@enfilade/layout'
import { type Skeleton, slotOf } from './skeleton.ts'

/** All looks said in a part of a skeleton, one over the other; undefined where none is. */
export function looksOf(skeleton: Skeleton, text: string): BriefAttributes | undefined {
  let attributes: BriefAttributes | undefined
  for (const symbol of text) {
    const slot = slotOf(skeleton, symbol)
    if (slot?.kind === 'look') attributes = { ...attributes, ...slot.attributes }
  }
  return attributes
}
