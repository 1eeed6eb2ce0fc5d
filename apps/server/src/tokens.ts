import { createHash, randomBytes } from 'node:crypto'

/** What proves an identity, opens a link or is a browser's session: 256 random bits, 43 characters. */
export function createToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Public id of a thing: unguessable, so that a document's id may stand in a URL. */
export function createId(): string {
  return randomBytes(16).toString('base64url')
}

export function isToken(text: string): boolean {
  return /^[A-Za-z0-9_-]{43}$/.test(text)
}

/**
 * The identity behind a guest's session. It follows from the token, so a guest costs no storage until they make
 * something; the token does not follow from it.
 */
export function identityOfSession(token: string): string {
  return createHash('sha256').update(`enfilade guest ${token}`).digest().subarray(0, 16).toString('base64url')
}
