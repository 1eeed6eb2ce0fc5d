import { join, resolve } from 'node:path'
import { createJournaledLog, type UpdateLog } from '@enfilade/sync'
import type { Connection } from './connection.ts'
import { type BucketSettings, openBucketFiles } from './files/bucket-files.ts'
import type { FileStore } from './files/file-store.ts'
import { openFolderFiles } from './files/folder-files.ts'
import { lockFolder } from './folder-lock.ts'
import { createIdentityStore, type IdentityStore } from './identities.ts'
import { createJobQueue, type JobQueue } from './job-queue.ts'
import { createJobStore, type JobStore } from './jobs.ts'
import { createLinkStore, type LinkStore } from './links.ts'
import { migrate, readMigrations } from './migrate.ts'
import { openPglite } from './pglite-connection.ts'
import { withPlainErrors } from './plain-errors.ts'
import { connectPostgres } from './postgres-connection.ts'
import { createMemberStore, createSpaceStore, type MemberStore, type SpaceStore } from './spaces.ts'
import { createUpdateLog } from './update-log.ts'
import { createVersionStore, type VersionStore } from './versions.ts'

export type StorageOptions = {
  /** Connection string of a PostgreSQL server, 15 or newer. Absent: PGlite in the data folder. */
  databaseUrl?: string
  /** Where PGlite keeps its files; made when it is not there. Unused with `databaseUrl`. */
  dataDirectory: string
  /** An S3-compatible store for large files. Absent: `files` in the data folder. */
  bucket?: BucketSettings
  /** Default: the machine's time. */
  clock?: () => Date
  /** Told when an idle database connection is lost; the next statement opens another. */
  onError?: (error: Error) => void
}

/** Everything that is kept, a few verbs per kind. */
export interface Storage {
  readonly engine: Connection['engine']
  readonly identities: IdentityStore
  readonly spaces: SpaceStore
  readonly members: MemberStore
  readonly links: LinkStore
  readonly versions: VersionStore
  readonly jobs: JobStore
  readonly queue: JobQueue
  readonly files: FileStore
  readonly log: UpdateLog
  /** Resolves when the database answers. */
  ping(): Promise<void>
  close(): Promise<void>
}

/**
 * Opens the database, brings its tables up to date and returns the verbs.
 *
 * @throws FolderInUseError when another server has the data folder, StorageUnavailableError when the database can't be
 *   reached, MigrationError when it belongs to another version.
 */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const { databaseUrl, dataDirectory, clock = () => new Date(), onError = () => {} } = options
  const lock = databaseUrl ? undefined : await lockFolder(resolve(dataDirectory))
  let connection: Connection | undefined
  try {
    connection = databaseUrl
      ? await connectPostgres(databaseUrl, onError)
      : await openPglite(join(resolve(dataDirectory), 'database'))
    const files = options.bucket
      ? openBucketFiles(options.bucket)
      : openFolderFiles(join(resolve(dataDirectory), 'files'))
    const storage = await openStorageOn(connection, clock, files, () => lock?.release())
    return databaseUrl ? storage : await putJournalInFront(storage, join(resolve(dataDirectory), 'journal'), onError)
  } catch (error) {
    await connection?.close()
    lock?.release()
    throw error
  }
}

/**
 * A commit of PGlite costs ten times what a line in a journal does, so edits are made durable there and reach the
 * database together, twice a second. The folder's lock keeps other writers out.
 */
async function putJournalInFront(
  storage: Storage,
  directory: string,
  onError: (error: Error) => void,
): Promise<Storage> {
  const log = await createJournaledLog(storage.log, { directory, onError: (error) => onError(error as Error) })
  let closing: Promise<void> | undefined
  return {
    ...storage,
    log,
    close() {
      closing ??= log.close().finally(() => storage.close())
      return closing
    },
  }
}

/** The verbs on a connection, whose tables it brings up to date first. `close` closes the connection. */
export async function openStorageOn(
  connection: Connection,
  clock: () => Date,
  files: FileStore,
  onClosed = () => {},
): Promise<Storage> {
  await migrate(connection, await readMigrations())
  let closing: Promise<void> | undefined
  return {
    engine: connection.engine,
    identities: withPlainErrors(createIdentityStore(connection, clock)),
    spaces: withPlainErrors(createSpaceStore(connection, clock)),
    members: withPlainErrors(createMemberStore(connection, clock)),
    links: withPlainErrors(createLinkStore(connection, clock)),
    versions: withPlainErrors(createVersionStore(connection, clock)),
    jobs: withPlainErrors(createJobStore(connection, clock)),
    queue: withPlainErrors(createJobQueue(connection, clock)),
    files,
    log: createUpdateLog(connection),
    async ping() {
      await connection.query('SELECT 1')
    },
    close() {
      closing ??= connection.close().finally(onClosed)
      return closing
    },
  }
}
