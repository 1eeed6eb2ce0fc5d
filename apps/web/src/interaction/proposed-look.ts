import { applyChange, type Change, type SceneDocument } from '@enfilade/scene'
import type { ProposalGroup } from '../editor/proposal.ts'

const lookKey = /^(finishes|style|states|appearance)(\.|$)/

/** True when a change only says how things look: finishes, lamps, the light of day. */
export function isLook({ added, removed, updated }: Change): boolean {
  const keys = Object.values(updated).flatMap((properties) => Object.keys(properties))
  return (
    // A room without a name or type of its own gets a record for its finishes.
    Object.values(added).every((record) => record.kind === 'room') &&
    Object.keys(removed).length === 0 &&
    keys.length + Object.keys(added).length > 0 &&
    keys.every((key) => lookKey.test(key))
  )
}

/** The document in the look of the groups that change nothing else: a ghost of a colour is the thing in that colour. */
export function wearLooks(document: SceneDocument, groups: readonly ProposalGroup[]): SceneDocument {
  return groups
    .filter((group) => isLook(group.change))
    .reduce((worn, group) => applyChange(worn, group.change), document)
}
