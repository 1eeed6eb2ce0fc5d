import type { Id, RawRecord } from './records.ts'

/** Old and new value per property key; `undefined` (absent in JSON) means that the property is not there. */
export type PropertyChange = { readonly from?: unknown; readonly to?: unknown }

/**
 * A reversible, mergeable difference between two documents; plain JSON. Keys of merged-by-key properties are dotted
 * (`finishes.body`, `states.on`, `physics.mass`).
 */
export type Change = {
  readonly added: { readonly [id: Id]: RawRecord }
  readonly removed: { readonly [id: Id]: RawRecord }
  readonly updated: { readonly [id: Id]: { readonly [key: string]: PropertyChange } }
}

/** Who made a change. It tags the transaction, so undo, history and review can tell people from programs. */
export type ChangeOrigin = 'user' | 'copilot' | 'import' | 'script' | 'server'

export const emptyChange: Change = { added: {}, removed: {}, updated: {} }
