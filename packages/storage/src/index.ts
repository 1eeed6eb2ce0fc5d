// Opening

// What can go wrong at the start
export { StorageUnavailableError } from './connection.ts'
// What is kept
export type { BucketSettings } from './files/bucket-files.ts'
export { type FileStore, readWhole, type StoredFile } from './files/file-store.ts'
export { FolderInUseError } from './folder-lock.ts'
export type { Identity, IdentityStore, IdentityToken } from './identities.ts'
export { type JobQueue, MOST_ATTEMPTS, type NewQueuedJob, type QueueStatus } from './job-queue.ts'
export type { Job, JobChanges, JobStore, NewJob } from './jobs.ts'
export { isInForce, type Link, type LinkChanges, type LinkStore, type NewLink } from './links.ts'
export { MigrationError } from './migrate.ts'
export { openStorage, type Storage, type StorageOptions } from './open-storage.ts'
export { allows, type LinkRole, type Role, roles } from './roles.ts'
export type { MemberStore, NewSpace, Space, SpaceStore } from './spaces.ts'
export type { NewVersion, Version, VersionStore } from './versions.ts'
