import type { Context, MiddlewareHandler } from 'hono'
import type { AppEnvironment } from '../app-environment.ts'
import { Problem } from '../problem.ts'

/** Addresses remembered at most; beyond that the oldest are forgotten, which lets them start afresh. */
const MOST_ADDRESSES = 10_000
const MINUTE_MS = 60_000

/** At most so many requests per minute and address, evenly refilled; more are answered 429. */
export function rateLimit(name: string, perMinute: number, clock: () => Date): MiddlewareHandler<AppEnvironment> {
  const buckets = new Map<string, { left: number; at: number }>()
  return async (c, next) => {
    const address = addressOf(c)
    const now = clock().getTime()
    const bucket = buckets.get(address) ?? { left: perMinute, at: now }
    bucket.left = Math.min(perMinute, bucket.left + ((now - bucket.at) * perMinute) / MINUTE_MS)
    bucket.at = now
    buckets.delete(address)
    buckets.set(address, bucket)
    if (buckets.size > MOST_ADDRESSES) buckets.delete(buckets.keys().next().value!)
    if (bucket.left < 1) {
      const seconds = Math.ceil(((1 - bucket.left) * MINUTE_MS) / perMinute / 1000)
      c.header('retry-after', String(seconds))
      throw new Problem(429, 'too-many-requests', `At most ${perMinute} requests of this kind (${name}) per minute.`, {
        cure: `Try again in ${seconds} s.`,
      })
    }
    bucket.left -= 1
    await next()
  }
}

/** The address that the connection comes from. Headers that name another one can be made up, so they don't count. */
function addressOf(c: Context<AppEnvironment>): string {
  return c.env?.incoming?.socket.remoteAddress ?? 'local'
}
