import { and, desc, eq } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { on } from './query-builder.ts'
import { versions } from './schema.ts'

/** A named state of a space, without its content. */
export type Version = { id: string; space: string; name: string; author: string; createdAt: Date; automatic: boolean }
/** `bytes`: the whole document as one Yjs V1 update. */
export type NewVersion = {
  id: string
  space: string
  name: string
  author: string
  automatic?: boolean
  bytes: Uint8Array
}

const columns = {
  id: versions.id,
  space: versions.space,
  name: versions.name,
  author: versions.author,
  createdAt: versions.createdAt,
  automatic: versions.automatic,
}

export function createVersionStore(connection: Connection, clock: () => Date) {
  return {
    async create({ automatic = false, bytes, ...version }: NewVersion): Promise<Version> {
      const made: Version = { ...version, automatic, createdAt: clock() }
      await on(connection)
        .insert(versions)
        .values({ ...made, bytes })
      return made
    },

    /** Newest first. */
    async list(space: string): Promise<Version[]> {
      const newestFirst = [desc(versions.createdAt), desc(versions.id)]
      return on(connection)
        .select(columns)
        .from(versions)
        .where(eq(versions.space, space))
        .orderBy(...newestFirst)
    },

    async get(space: string, id: string): Promise<(Version & { bytes: Uint8Array }) | undefined> {
      const which = and(eq(versions.space, space), eq(versions.id, id))
      return (
        await on(connection)
          .select({ ...columns, bytes: versions.bytes })
          .from(versions)
          .where(which)
      )[0]
    },

    async rename(space: string, id: string, name: string): Promise<Version | undefined> {
      const which = and(eq(versions.space, space), eq(versions.id, id))
      return (await on(connection).update(versions).set({ name }).where(which).returning(columns))[0]
    },

    /** @returns false when there is none. */
    async remove(space: string, id: string): Promise<boolean> {
      const which = and(eq(versions.space, space), eq(versions.id, id))
      return (await on(connection).delete(versions).where(which).returning({ id: versions.id })).length > 0
    },

    /** Removes the oldest automatic versions beyond `keep`; a person's own are never touched. */
    async pruneAutomatic(space: string, keep: number): Promise<void> {
      await connection.query(
        `DELETE FROM versions WHERE space = $1 AND automatic AND id NOT IN (
           SELECT id FROM versions WHERE space = $1 AND automatic ORDER BY created_at DESC, id DESC LIMIT $2)`,
        [space, keep],
      )
    },
  }
}

export type VersionStore = ReturnType<typeof createVersionStore>
