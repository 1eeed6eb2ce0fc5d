import { and, desc, eq, sql } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { on } from './query-builder.ts'
import type { Role } from './roles.ts'
import { documents, members, snapshots, spaces, tokens, updates } from './schema.ts'

export type Space = { id: string; name: string; document: string; createdAt: Date; updatedAt: Date }
export type NewSpace = {
  id: string
  name: string
  /** Unguessable id of the synced document. */
  document: string
  /** The identity that becomes its owner. */
  owner: string
  /** First content, a Yjs V1 update. */
  content?: Uint8Array
}

/** When the space was last renamed or edited. A snapshot carries the time of the newest edit that it covers. */
const lastTouched = sql<Date>`greatest(spaces.updated_at,
  (SELECT at FROM updates WHERE updates.document = spaces.document ORDER BY updates.seq DESC LIMIT 1),
  (SELECT at FROM snapshots WHERE snapshots.document = spaces.document))`.mapWith(spaces.updatedAt)

const columns = {
  id: spaces.id,
  name: spaces.name,
  document: spaces.document,
  createdAt: spaces.createdAt,
  updatedAt: lastTouched,
}

export function createSpaceStore(connection: Connection, clock: () => Date) {
  return {
    /** Makes the space, its document with the first content, and its owner's membership, all or nothing. */
    async create({ id, name, document, owner, content }: NewSpace): Promise<Space> {
      const now = clock()
      const space: Space = { id, name, document, createdAt: now, updatedAt: now }
      await connection.transaction(async (session) => {
        const database = on(session)
        await database.insert(documents).values({ id: document, seq: content ? 1 : 0 })
        if (content) {
          await database
            .insert(updates)
            .values({ document, seq: 1, author: owner, bytes: content, at: now, quarantined: null })
        }
        await database.insert(spaces).values(space)
        await database.insert(members).values({ space: id, identity: owner, role: 'owner', addedAt: now })
      })
      return space
    },

    async get(id: string): Promise<Space | undefined> {
      return (await on(connection).select(columns).from(spaces).where(eq(spaces.id, id)))[0]
    },

    async findByDocument(document: string): Promise<Space | undefined> {
      return (await on(connection).select(columns).from(spaces).where(eq(spaces.document, document)))[0]
    },

    /** The spaces an identity is a member of, the one touched last first. */
    async list(identity: string): Promise<(Space & { role: Role })[]> {
      return on(connection)
        .select({ ...columns, role: members.role })
        .from(members)
        .innerJoin(spaces, eq(spaces.id, members.space))
        .where(eq(members.identity, identity))
        .orderBy(desc(lastTouched), spaces.id)
    },

    /** @returns `undefined` when there is no such space. */
    async rename(id: string, name: string): Promise<Space | undefined> {
      const changes = { name, updatedAt: clock() }
      return (await on(connection).update(spaces).set(changes).where(eq(spaces.id, id)).returning())[0]
    },

    /** Deletes the space and everything that hangs on it. @returns false when there is none. */
    async remove(id: string): Promise<boolean> {
      return connection.transaction(async (session) => {
        const database = on(session)
        const [removed] = await database.delete(spaces).where(eq(spaces.id, id)).returning()
        if (!removed) return false
        // The counter row first: an append that is under way ends before, and one that comes later finds none.
        await database.delete(documents).where(eq(documents.id, removed.document))
        await database.delete(updates).where(eq(updates.document, removed.document))
        await database.delete(snapshots).where(eq(snapshots.document, removed.document))
        await database.delete(tokens).where(eq(tokens.space, id))
        return true
      })
    },
  }
}

export function createMemberStore(connection: Connection, clock: () => Date) {
  return {
    /** Adds a member or changes the role of one. */
    async set(space: string, identity: string, role: Role): Promise<void> {
      await on(connection)
        .insert(members)
        .values({ space, identity, role, addedAt: clock() })
        .onConflictDoUpdate({ target: [members.space, members.identity], set: { role } })
    },

    /** @returns `undefined` for somebody who is not a member. */
    async roleOf(space: string, identity: string): Promise<Role | undefined> {
      const which = and(eq(members.space, space), eq(members.identity, identity))
      return (await on(connection).select({ role: members.role }).from(members).where(which))[0]?.role
    },

    async list(space: string): Promise<{ identity: string; role: Role; addedAt: Date }[]> {
      return on(connection)
        .select({ identity: members.identity, role: members.role, addedAt: members.addedAt })
        .from(members)
        .where(eq(members.space, space))
        .orderBy(members.addedAt, members.identity)
    },

    /** @returns false when they were no member. */
    async remove(space: string, identity: string): Promise<boolean> {
      const which = and(eq(members.space, space), eq(members.identity, identity))
      return (await on(connection).delete(members).where(which).returning()).length > 0
    },
  }
}

export type SpaceStore = ReturnType<typeof createSpaceStore>
export type MemberStore = ReturnType<typeof createMemberStore>
