import type { Diagnostic } from '@enfilade/language'
import type { ProposalGroup } from '@enfilade/layout'
import type { Limits } from './limits.ts'
import type { AcceptOutcome, DocumentTask } from './threads/document-thread.ts'
import { createThreadPool, type ThreadPool } from './threads/thread-pool.ts'

export type SceneFormat = 'json' | 'script'
export type SceneText = { format: SceneFormat; text: string }

/** What reading a scene gave. `update` absent: nothing to change, or `diagnostics` has an error. */
export type SceneReading = { update?: Uint8Array; diagnostics: Diagnostic[] }

/** Everything that needs a Y.Doc or reads a whole scene. Runs in worker threads. States are Yjs V1 updates. */
export interface DocumentWork {
  write(state: Uint8Array, format: SceneFormat): Promise<string>
  /** The content of a new document. */
  create(scene: SceneText | undefined): Promise<SceneReading>
  /** The edit that makes a document hold another scene. */
  replace(state: Uint8Array, scene: SceneText): Promise<SceneReading>
  /** The edit that makes a document equal to an earlier state of it. @returns `undefined` when it is. */
  restore(state: Uint8Array, earlier: Uint8Array): Promise<Uint8Array | undefined>
  /** The edit that puts groups of a proposal into a document, without those that no longer fit. */
  accept(state: Uint8Array, groups: readonly ProposalGroup[]): Promise<AcceptOutcome>
  load: ThreadPool['load']
  close(): Promise<void>
}

export function createDocumentWork(limits: Limits): DocumentWork {
  const pool = createThreadPool({
    script: new URL('./threads/document-thread.ts', import.meta.url),
    // Two, so that one scene that takes long does not hold up everybody else's.
    size: 2,
    maxWaiting: limits.documentWaiting,
    timeoutMs: limits.documentMs,
  })
  const run = <Result>(task: DocumentTask) => pool.run(task) as Promise<Result>
  return {
    write: (state, format) => run({ type: 'write', state, format }),
    create: (scene) => run({ type: 'create', scene }),
    replace: (state, scene) => run({ type: 'replace', state, scene }),
    restore: (state, earlier) => run({ type: 'restore', state, earlier }),
    accept: (state, groups) => run({ type: 'accept', state, groups }),
    load: pool.load,
    close: pool.close,
  }
}
