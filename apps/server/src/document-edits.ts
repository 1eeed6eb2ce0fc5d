import type { SyncServer } from '@enfilade/sync'

/** Edits that the server makes: from the state as it is, one at a time per document, and again when it moved on. */
export interface DocumentEdits {
  /**
   * @param make Makes the edit from a state; `update` absent: nothing to do.
   * @returns What the last call of `make` returned, once its update is durable.
   */
  edit<Result extends { update?: Uint8Array }>(
    document: string,
    author: string,
    make: (state: Uint8Array) => Promise<Result>,
  ): Promise<Result>
}

/** How often an edit is made anew because others changed the document meanwhile; then Yjs merges it. */
const ATTEMPTS = 4

export function createDocumentEdits(sync: Pick<SyncServer, 'readState' | 'applyUpdate'>): DocumentEdits {
  const turns = new Map<string, Promise<unknown>>()

  function inTurn<T>(document: string, work: () => Promise<T>): Promise<T> {
    const result = (turns.get(document) ?? Promise.resolve()).then(work)
    const settled = result
      .catch(() => undefined)
      .then(() => {
        if (turns.get(document) === settled) turns.delete(document)
      })
    turns.set(document, settled)
    return result
  }

  return {
    edit: (document, author, make) =>
      inTurn(document, async () => {
        let state = await sync.readState(document)
        for (let attempt = 1; ; attempt++) {
          const result = await make(state)
          if (!result.update) return result
          const current = await sync.readState(document)
          if (attempt >= ATTEMPTS || Buffer.compare(current, state) === 0) {
            await sync.applyUpdate(document, result.update, author)
            return result
          }
          state = current
        }
      }),
  }
}
