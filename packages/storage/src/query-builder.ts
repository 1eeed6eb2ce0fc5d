import { drizzle } from 'drizzle-orm/pg-proxy'
import type { Parameter, Session } from './connection.ts'

/**
 * Drizzle's query builder on a session, so that one set of queries runs on both engines and inside transactions.
 * It holds no state: make one wherever a session is at hand.
 */
export function on(session: Session) {
  return drizzle(async (text, parameters) => ({
    rows: (await session.query(text, parameters as Parameter[])) as never[],
  }))
}
