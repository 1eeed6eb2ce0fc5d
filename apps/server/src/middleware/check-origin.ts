import type { MiddlewareHandler } from 'hono'
import type { AppEnvironment } from '../app-environment.ts'
import { isOwnOrigin } from '../origin.ts'
import { Problem } from '../problem.ts'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Refuses what a page of another site asks to be changed: the browser would send our cookie along. */
export function checkOrigin(ownOrigin: string | undefined): MiddlewareHandler<AppEnvironment> {
  return async (c, next) => {
    const isSafe = SAFE_METHODS.has(c.req.method)
    const fetchSite = c.req.header('sec-fetch-site')
    const isOwnSite = fetchSite === undefined || fetchSite === 'same-origin' || fetchSite === 'none'
    const isOwn = isOwnOrigin(c.req.header('origin'), c.req.header('host') ?? new URL(c.req.url).host, ownOrigin)
    if (!isSafe && (!isOwn || (!isOwnSite && c.req.header('origin') === undefined))) {
      throw new Problem(403, 'wrong-origin', 'Requests from pages of another site are refused.')
    }
    await next()
  }
}
