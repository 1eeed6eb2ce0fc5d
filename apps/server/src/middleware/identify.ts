import type { Context, MiddlewareHandler } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import type { AppEnvironment } from '../app-environment.ts'
import type { Dependencies } from '../dependencies.ts'
import { Problem } from '../problem.ts'
import { identityOfSession, isToken } from '../tokens.ts'

export const SESSION_COOKIE = 'enfilade_session'

/** A year: as long as browsers keep a cookie at all. */
const SESSION_SECONDS = 365 * 24 * 3600

/** Reads who asks. A token that is not valid is an error; a cookie that is not is no cookie. */
export function identify({ access }: Pick<Dependencies, 'access'>): MiddlewareHandler<AppEnvironment> {
  return async (c, next) => {
    readSession(c)
    const header = c.req.header('authorization')
    if (header !== undefined) {
      const bearer = /^Bearer +(\S+)$/i.exec(header)?.[1]
      const credential = bearer && bearer.length <= 200 ? await access.readToken(bearer) : undefined
      if (!bearer || !credential) {
        const cure = 'Send "Authorization: Bearer <token>" with a token that is in force, or none.'
        throw new Problem(401, 'unknown-token', 'This token is not valid.', { cure })
      }
      c.set('credential', credential)
      c.set('bearer', bearer)
    }
    await next()
  }
}

/** Who the browser's cookie says it is; one that is not valid is no cookie. */
export function readSession(c: Context<AppEnvironment>): void {
  const session = getCookie(c, SESSION_COOKIE)
  if (session && isToken(session)) c.set('session', identityOfSession(session))
}

/** The identity that asks, a new guest with a cookie if there is none yet; `undefined` for who came by a link alone. */
export function identityOf(
  c: Context<AppEnvironment>,
  deps: Pick<Dependencies, 'createToken' | 'origin'>,
): string | undefined {
  const credential = c.get('credential')
  if (credential?.type === 'identity') return credential.identity
  const session = c.get('session')
  if (session || credential) return session
  return startSession(c, deps)
}

/** Gives a browser that has none a session. */
export function startSession(c: Context<AppEnvironment>, deps: Pick<Dependencies, 'createToken' | 'origin'>): string {
  const token = deps.createToken()
  setCookie(c, SESSION_COOKIE, token, {
    httpOnly: true,
    sameSite: 'Lax',
    path: '/',
    maxAge: SESSION_SECONDS,
    secure: isSecure(c, deps.origin),
  })
  const identity = identityOfSession(token)
  c.set('session', identity)
  return identity
}

function isSecure(c: Context<AppEnvironment>, origin: string | undefined): boolean {
  if (origin !== undefined) return origin.startsWith('https:')
  return new URL(c.req.url).protocol === 'https:' || c.req.header('x-forwarded-proto') === 'https'
}
