import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { AppEnvironment } from '../app-environment.ts'
import type { Logger } from '../logger.ts'

export type RequestCounts = { requests: Map<string, number> }

/** Counts answers, and logs those that tell of a fault. The path is the route's pattern: real ones hold tokens. */
export function logRequests(log: Logger, counts: RequestCounts, clock: () => Date): MiddlewareHandler<AppEnvironment> {
  return async (c, next) => {
    const start = clock().getTime()
    await next()
    const { status } = c.res
    const key = `${c.req.method} ${Math.floor(status / 100)}xx`
    counts.requests.set(key, (counts.requests.get(key) ?? 0) + 1)
    if (status >= 500) {
      log('warn', 'request-failed', {
        method: c.req.method,
        route: routePath(c, -1),
        status,
        ms: clock().getTime() - start,
      })
    }
  }
}
