import pg from 'pg'
import { type Connection, type Parameter, type Row, type Session, StorageUnavailableError } from './connection.ts'

/** Enough for the sync commits, which come one at a time, beside the API's short queries. */
const POOL_SIZE = 10
const CONNECT_TIMEOUT_MS = 10_000

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
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    const result = await work(sessionOn(client))
    await client.query('COMMIT')
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
      const result = await queryable.query({ text, values: parameters as unknown[], rowMode: 'array' })
      return result.rows
    },
    async execute(script) {
      await queryable.query(script)
    },
  }
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
