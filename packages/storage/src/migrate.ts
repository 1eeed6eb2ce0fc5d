import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Connection, Session } from './connection.ts'

/** The applied migrations don't fit the files: one was changed or removed, or the database is newer than this program. */
export class MigrationError extends Error {
  override name = 'MigrationError'
}

export type Migration = { name: string; sql: string; checksum: string }

/** Any number will do; all servers on one database use this one. */
const ADVISORY_LOCK = 4_280_001

export const migrationsFolder = fileURLToPath(new URL('../../../migrations', import.meta.url))

/** The SQL files of a folder in the order of their names. */
export async function readMigrations(folder: string = migrationsFolder): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8')
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * Applies what is missing, in order, in one transaction: all or nothing. Several servers may start together: the first
 * one works, the others wait and find nothing left to do.
 *
 * @returns The names applied by this call.
 * @throws MigrationError when the database has other migrations than `migrations`.
 */
export async function migrate(connection: Connection, migrations: readonly Migration[]): Promise<string[]> {
  return connection.transaction(async (session) => {
    await session.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCK])
    const missing = await findMissing(session, migrations)
    for (const { name, sql, checksum } of missing) {
      await session.execute(sql)
      await session.query('INSERT INTO migrations (name, checksum) VALUES ($1, $2)', [name, checksum])
    }
    return missing.map((each) => each.name)
  })
}

async function findMissing(session: Session, migrations: readonly Migration[]): Promise<Migration[]> {
  await session.execute(
    'CREATE TABLE IF NOT EXISTS migrations (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())',
  )
  const applied = await session.query('SELECT name, checksum FROM migrations ORDER BY name')
  applied.forEach(([name, checksum], index) => {
    const expected = migrations[index]
    if (!expected || expected.name !== name) {
      throw new MigrationError(
        `the database has migration ${name}, which this version does not know in that place: run the version that made it, or a newer one`,
      )
    }
    if (expected.checksum !== checksum) {
      throw new MigrationError(`migration ${name} was changed after it was applied: restore the file and add a new one`)
    }
  })
  return migrations.slice(applied.length)
}
