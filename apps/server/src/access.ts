import { isInForce, type Link, type Role, type Space, type Storage } from '@enfilade/storage'
import { identityOfSession, isToken } from './tokens.ts'

/** Whom or what a token stands for. */
export type Credential =
  /** A person or program; with `space`, only in that space. */
  { type: 'identity'; identity: string; name: string | null; space?: string } | { type: 'link'; link: Link }

/** Who asks: by a token (it decides) and by the browser's session (then it only says who it is). */
export type Caller = { credential?: Credential; session?: string }

/** What a caller may do in a space. */
export type SpaceAccess = {
  space: Space
  role: Role
  /** Goes with each edit into the log: an identity, or a link whose user has none. */
  author: string
  /** What the access hangs on; open connections are found by it when it changes. */
  key: string
}

export type AccessRules = ReturnType<typeof createAccessRules>

export const linkKey = (link: string): string => `link:${link}`
export const memberKey = (space: string, identity: string): string => `member:${space}:${identity}`

/** The one place that decides who may do what, for the API and for sync. */
export function createAccessRules(storage: Storage, clock: () => Date) {
  return {
    /** @returns `undefined` for a token that nobody gave out; a link that ended is found, and gives nothing. */
    async readToken(token: string): Promise<Credential | undefined> {
      const identity = await storage.identities.findByToken(token)
      if (identity) {
        const { id, name, space } = identity
        return { type: 'identity', identity: id, name, ...(space ? { space } : {}) }
      }
      const link = await storage.links.findByToken(token)
      if (link) return { type: 'link', link }
      // The token of a browser's session, for clients that can't send cookies.
      const guest = isToken(token) ? await storage.identities.get(identityOfSession(token)) : undefined
      return guest && { type: 'identity', identity: guest.id, name: guest.name }
    },

    /** @returns `undefined` when the caller may not even know of the space. */
    async find(caller: Caller, space: Space): Promise<SpaceAccess | undefined> {
      const { credential, session } = caller
      if (credential?.type === 'link') {
        const { link } = credential
        if (link.space !== space.id || !isInForce(link, clock())) return undefined
        return { space, role: link.role, author: session ?? linkKey(link.id), key: linkKey(link.id) }
      }
      if (credential?.space && credential.space !== space.id) return undefined
      const identity = credential?.identity ?? session
      if (!identity) return undefined
      const role = await storage.members.roleOf(space.id, identity)
      return role && { space, role, author: identity, key: memberKey(space.id, identity) }
    },
  }
}
