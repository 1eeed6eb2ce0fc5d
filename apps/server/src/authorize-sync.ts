import type { Storage } from '@enfilade/storage'
import type { Access, Refusal, SyncRequest } from '@enfilade/sync'
import { parse } from 'hono/utils/cookie'
import type { AccessRules, Caller } from './access.ts'
import type { LinkExpiry } from './link-expiry.ts'
import { SESSION_COOKIE } from './middleware/identify.ts'
import { identityOfSession, isToken } from './tokens.ts'

/** Longest token that is looked up. */
const LONGEST_TOKEN = 200

/** Who may enter a document and as what: by `?token=`, `Authorization: Bearer`, or the browser's session. */
export function createAuthorize(storage: Storage, access: AccessRules, linkExpiry: LinkExpiry) {
  return async ({ document, token, request }: SyncRequest): Promise<Access | Refusal> => {
    const caller: Caller = {}
    const session = parse(request?.headers.cookie ?? '')[SESSION_COOKIE]
    if (session && isToken(session)) caller.session = identityOfSession(session)
    const given = token || (/^Bearer +(\S+)$/i.exec(request?.headers.authorization ?? '')?.[1] ?? '')
    if (given) {
      caller.credential = given.length <= LONGEST_TOKEN ? await access.readToken(given) : undefined
      if (!caller.credential) return { refused: 'sign-in', reason: 'The token is not valid.' }
    }
    if (!caller.credential && !caller.session) return { refused: 'sign-in' }
    // No id holds control characters, and no database takes a zero one.
    if (/\p{Cc}/u.test(document)) return { refused: 'not-found' }
    const space = await storage.spaces.findByDocument(document)
    if (!space) return { refused: 'not-found' }
    const found = await access.find(caller, space)
    if (!found) return { refused: 'forbidden', reason: 'The link has ended, or is for another space.' }
    if (caller.credential?.type === 'link') linkExpiry.watch(caller.credential.link)
    return { role: found.role, author: found.author, connectionKey: found.key }
  }
}
