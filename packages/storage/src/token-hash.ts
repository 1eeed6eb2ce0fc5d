import { createHash } from 'node:crypto'

/**
 * What is stored of a token. A plain hash is enough: tokens are random and long, so there is nothing to guess from it.
 */
export function hashToken(token: string): Uint8Array {
  return new Uint8Array(createHash('sha256').update(token).digest())
}
