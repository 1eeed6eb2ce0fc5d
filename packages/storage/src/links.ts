import { and, eq, isNull } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { on } from './query-builder.ts'
import type { LinkRole } from './roles.ts'
import { links } from './schema.ts'
import { hashToken } from './token-hash.ts'

/** A link as its owner sees it; the token itself is known only when it is made. */
export type Link = {
  id: string
  space: string
  role: LinkRole
  createdBy: string
  createdAt: Date
  /** Null: does not expire. */
  expiresAt: Date | null
  /** Null: in force. */
  revokedAt: Date | null
}
export type NewLink = {
  id: string
  space: string
  token: string
  role: LinkRole
  createdBy: string
  expiresAt?: Date | null
}
export type LinkChanges = { role?: LinkRole; expiresAt?: Date | null }

const columns = {
  id: links.id,
  space: links.space,
  role: links.role,
  createdBy: links.createdBy,
  createdAt: links.createdAt,
  expiresAt: links.expiresAt,
  revokedAt: links.revokedAt,
}

/** Whether a link gives anything at `now`. */
export function isInForce(link: Link, now: Date): boolean {
  return link.revokedAt === null && (link.expiresAt === null || link.expiresAt > now)
}

export function createLinkStore(connection: Connection, clock: () => Date) {
  return {
    async create({ token, expiresAt = null, ...link }: NewLink): Promise<Link> {
      const made: Link = { ...link, createdAt: clock(), expiresAt, revokedAt: null }
      await on(connection)
        .insert(links)
        .values({ ...made, tokenHash: hashToken(token) })
      return made
    },

    async get(space: string, id: string): Promise<Link | undefined> {
      return (
        await on(connection)
          .select(columns)
          .from(links)
          .where(and(eq(links.space, space), eq(links.id, id)))
      )[0]
    },

    /** All links of a space, revoked and expired ones too, in the order made. */
    async list(space: string): Promise<Link[]> {
      return on(connection).select(columns).from(links).where(eq(links.space, space)).orderBy(links.createdAt, links.id)
    },

    /** The link of a token, in force or not: ask `isInForce`. */
    async findByToken(token: string): Promise<Link | undefined> {
      return (
        await on(connection)
          .select(columns)
          .from(links)
          .where(eq(links.tokenHash, hashToken(token)))
      )[0]
    },

    /** Changes a link that is not revoked. @returns `undefined` when there is none. */
    async change(space: string, id: string, changes: LinkChanges): Promise<Link | undefined> {
      const which = and(eq(links.space, space), eq(links.id, id), isNull(links.revokedAt))
      if (changes.role === undefined && changes.expiresAt === undefined) {
        return (await on(connection).select(columns).from(links).where(which))[0]
      }
      return (await on(connection).update(links).set(changes).where(which).returning(columns))[0]
    },

    /** Ends a link for good. @returns `undefined` when there is none or it is revoked already. */
    async revoke(space: string, id: string): Promise<Link | undefined> {
      const which = and(eq(links.space, space), eq(links.id, id), isNull(links.revokedAt))
      return (await on(connection).update(links).set({ revokedAt: clock() }).where(which).returning(columns))[0]
    },
  }
}

export type LinkStore = ReturnType<typeof createLinkStore>
