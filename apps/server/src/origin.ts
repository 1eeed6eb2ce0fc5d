/**
 * Whether a page may send what changes something, or open a websocket. Programs send no `Origin`; a browser always does
 * with both, and a page of another site can't change what it says.
 *
 * @param origin The `Origin` header.
 * @param host The `Host` header: where the page thinks that it talks to.
 * @param ownOrigin Where browsers reach this server, when it is set.
 */
export function isOwnOrigin(
  origin: string | undefined,
  host: string | undefined,
  ownOrigin: string | undefined,
): boolean {
  if (origin === undefined) return true
  if (ownOrigin !== undefined && origin === ownOrigin) return true
  if (!URL.canParse(origin)) return false
  const { protocol, host: originHost } = new URL(origin)
  if (protocol !== 'http:' && protocol !== 'https:') return false
  return host !== undefined && originHost === host.toLowerCase().replace(protocol === 'https:' ? /:443$/ : /:80$/, '')
}
