import pg from 'pg'
import { type Connection, type Parameter, type Row, type Session, StorageUnavailableError } from './connection.ts'

/** Enough for the sync commits, which come one at a time, beside the API's short queries. */
const POOL_SIZE = 10
const CONNECT_TIMEOUT_MS = 10_000

/** Longer than any statement takes; a connection that hangs for as long is given up. */
const QUERY_TIMEOUT_MS = 60_000

/** The network's, and PostgreSQL's for lost connections (08), shutdown (57P) and no connection left (53300). */
const UNAVAILABLE_CODES = /^(ECONN\w+|ETIMEDOUT|EPIPE|ENOTFOUND|EHOSTUNREACH|EAI_AGAIN|08\w{3}|57P\d\d|53300)$/
const UNAVAILABLE_MESSAGES = /Connection terminated|timeout exceeded when trying to connect|Query read timeout/

const INT8 = 20
const TIMESTAMPTZ = 1184

/** Rows as `Row` promises them; everything else as the driver reads it. */
const types = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === INT8) return Number
    if (oid === TIMESTAMPTZ) return (text: string) => text
    return pg.types.getTypeParser(oid, format as 'text')
  },
}

/**
 * A pool of connections to a PostgreSQL server.
 *
 * @throws StorageUnavailableError when the server can't be reached; the message names host and database, no password.
 */
export async function connectPostgres(url: string, onError: (error: Error) => void): Promise<Connection> {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    types: types as pg.CustomTypesConfig,
    application_name: 'enfilade',
    keepAlive: true,
  })
  // A connection lost while idle reports here; without a listener it would end the process.
  pool.on('error', onError)
  try {
    await pool.query('SELECT 1')
  } catch (cause) {
    await pool.end()
    throw new StorageUnavailableError(`PostgreSQL at ${placeOf(url)} can't be used: ${messageOf(cause)}`, { cause })
  }
  return {
    engine: 'postgres',
    ...sessionOn(pool),
    transaction: (work) => runTransaction(pool, work),
    close: () => pool.end(),
  }
}

async function runTransaction<T>(pool: pg.Pool, work: (session: Session) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch(explain)
  let broken: Error | undefined
  try {
    await client.query('BEGIN').catch(explain)
    const result = await work(sessionOn(client))
    await client.query('COMMIT').catch(explain)
    return result
  } catch (error) {
    await client.query('ROLLBACK').catch((cause: Error) => {
      broken = cause
    })
    throw error
  } finally {
    client.release(broken)
  }
}

function sessionOn(queryable: pg.Pool | pg.PoolClient): Session {
  return {
    async query(text: string, parameters: readonly Parameter[] = []): Promise<Row[]> {
      const statement = {
        text,
        values: parameters as unknown[],
        rowMode: 'array' as const,
        query_timeout: QUERY_TIMEOUT_MS,
      }
      const result = await queryable.query(statement).catch(explain)
      return result.rows
    },
    async execute(script) {
      await queryable.query(script).catch(explain)
    },
  }
}

/** Tells a server that is gone from a statement that is wrong. */
function explain(error: unknown): never {
  const { code = '', message = '' } = error as { code?: string; message?: string }
  if (!UNAVAILABLE_CODES.test(code) && !UNAVAILABLE_MESSAGES.test(message)) throw error
  throw new StorageUnavailableError(`PostgreSQL does not answer: ${messageOf(error)}`, { cause: error })
}

/** Host, port and database of a connection string, without user and password. */
function placeOf(url: string): string {
  try {
    const { host, pathname } = new URL(url)
    return `${host}${pathname}`
  } catch {
    return 'DATABASE_URL'
  }
}

function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join('; ')
  return error instanceof Error ? error.message : String(error)
}
