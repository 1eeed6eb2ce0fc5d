import { and, eq, gt, isNull, or } from 'drizzle-orm'
import type { Connection } from './connection.ts'
import { on } from './query-builder.ts'
import { identities, tokens } from './schema.ts'
import { hashToken } from './token-hash.ts'

/** A person, guest or program. `name` null: has not given one. */
export type Identity = { id: string; name: string | null }
/** `space` set: the token is good for that space only. */
export type IdentityToken = { identity: string; token: string; space?: string; expiresAt?: Date }

export function createIdentityStore(connection: Connection, clock: () => Date) {
  return {
    /** Makes the identity if it is not there; one that is stays as it is. */
    async ensure(identity: { id: string; name?: string }): Promise<void> {
      await on(connection)
        .insert(identities)
        .values({ id: identity.id, name: identity.name ?? null, createdAt: clock() })
        .onConflictDoNothing()
    },

    async get(id: string): Promise<Identity | undefined> {
      const found = await on(connection).select().from(identities).where(eq(identities.id, id))
      return found[0] && { id: found[0].id, name: found[0].name }
    },

    async rename(id: string, name: string): Promise<void> {
      await on(connection).update(identities).set({ name }).where(eq(identities.id, id))
    },

    /** Keeps the hash of a token that proves this identity. */
    async addToken({ identity, token, space, expiresAt }: IdentityToken): Promise<void> {
      const values = { identity, space: space ?? null, expiresAt: expiresAt ?? null, createdAt: clock() }
      await on(connection)
        .insert(tokens)
        .values({ hash: hashToken(token), ...values })
    },

    /** Whose token this is. @returns `undefined` when it is unknown or expired. */
    async findByToken(token: string): Promise<(Identity & { space?: string }) | undefined> {
      const inForce = or(isNull(tokens.expiresAt), gt(tokens.expiresAt, clock()))
      const [found] = await on(connection)
        .select({ id: identities.id, name: identities.name, space: tokens.space })
        .from(tokens)
        .innerJoin(identities, eq(identities.id, tokens.identity))
        .where(and(eq(tokens.hash, hashToken(token)), inForce))
      return found && { id: found.id, name: found.name, ...(found.space ? { space: found.space } : {}) }
    },

    async removeToken(token: string): Promise<void> {
      await on(connection)
        .delete(tokens)
        .where(eq(tokens.hash, hashToken(token)))
    },
  }
}

export type IdentityStore = ReturnType<typeof createIdentityStore>
