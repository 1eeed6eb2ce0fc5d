import type { Version } from '@enfilade/storage'
import type { Dependencies } from './dependencies.ts'

/** Keeps a state as an automatic version before the server replaces it: there is no moment without a way back. */
export interface WayBack {
  /** Called again with a newer state, when the edit was made anew, it keeps that one instead. */
  keep(state: Uint8Array): Promise<void>
  version(): Version | undefined
}

export function createWayBack(
  { storage, limits, createId }: Pick<Dependencies, 'storage' | 'limits' | 'createId'>,
  space: string,
  name: string,
  author: string,
): WayBack {
  let version: Version | undefined
  return {
    async keep(bytes) {
      const former = version
      version = await storage.versions.create({ id: createId(), space, name, author, automatic: true, bytes })
      if (former) await storage.versions.remove(space, former.id)
      // The oldest of its kind make room.
      await storage.versions.pruneAutomatic(space, limits.automaticVersions)
    },
    version: () => version,
  }
}
