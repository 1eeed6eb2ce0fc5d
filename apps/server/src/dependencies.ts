import type { Storage } from '@enfilade/storage'
import type { SyncServer } from '@enfilade/sync'
import type { AccessRules } from './access.ts'
import type { CopilotWork } from './copilot-work.ts'
import type { DocumentEdits } from './document-edits.ts'
import type { DocumentWork } from './document-work.ts'
import type { Limits } from './limits.ts'
import type { LinkExpiry } from './link-expiry.ts'
import type { Logger } from './logger.ts'

/** Everything the app is built from. Time, ids and randomness come in here too. */
export type Dependencies = {
  storage: Storage
  sync: SyncServer
  access: AccessRules
  linkExpiry: LinkExpiry
  documents: DocumentWork
  edits: DocumentEdits
  copilot: CopilotWork
  /** Tells the workers of this process that a job waits. */
  wakeJobs: () => void
  limits: Limits
  log: Logger
  clock: () => Date
  createId: () => string
  createToken: () => string
  createSeed: () => number
  /** Where browsers reach this server. Absent: what they say in `Host`. */
  origin?: string
  /** Built web app. Absent: none is served. */
  webFolder?: string
}
