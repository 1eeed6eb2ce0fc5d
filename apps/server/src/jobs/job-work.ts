import type { Limits } from '../limits.ts'
import { createThreadPool, type RunOptions } from '../threads/thread-pool.ts'

/** What is asked of a job; the scene is the space's at the moment of asking, as Scene JSON. */
export type JobRequest = RealiseRequest | FilmRequest

export type RealiseRequest = {
  kind: 'realise'
  /** Words; absent: the scene as it looks. */
  style?: string
  quality: 'preview' | 'normal' | 'fine'
  seed: number
  /** Absent: the whole house. */
  level?: string
  /** True: a reference picture lies beside the scene. */
  hasReference: boolean
}

export type FilmRequest = {
  kind: 'film'
  /** A cameras file with times, parsed by the worker. */
  path: unknown
  width: number
  height: number
  fps: number
  style?: string
  seed: number
  /** Absent: light comes from the whole house, and a walk goes through the first level with rooms. */
  level?: string
}

export type JobTask = {
  request: JobRequest
  /** Scene JSON. */
  scene: string
  /** Bytes of a picture file. */
  reference?: Uint8Array
  /** What the last job of this kind on this level of the space left, by name. */
  parts: { readonly [name: string]: Uint8Array }
}

/** What a job says while it runs. */
export type JobReport =
  | { type: 'progress'; stage: string; done: number; total: number }
  /** A file of the result, or a preview of it; a later one of the same name takes its place. */
  | { type: 'file'; name: string; bytes: Uint8Array }
  /** Something that the next job of the space can go on from. */
  | { type: 'part'; name: string; bytes: Uint8Array }

/** Parts that the last realisation of a level leaves for the next: its scene, and what can be taken over. */
export const JOB_PARTS = ['scene.json', 'kept.bin'] as const

/** What a job ends with, beside its files; small. */
export type JobOutcome = { report: unknown }

/** Does jobs. A stopped one rejects with the signal's reason. */
export interface JobWork {
  run(task: JobTask, options: { signal: AbortSignal; onReport(report: JobReport): void }): Promise<JobOutcome>
  close(): Promise<void>
}

/** Jobs in a worker thread, one after another: each uses all cores itself. */
export function createJobWork(limits: Limits): JobWork {
  const pool = createThreadPool({
    script: new URL('../threads/job-thread.ts', import.meta.url),
    size: 1,
    maxWaiting: 1,
    timeoutMs: limits.jobMs,
    memoryMb: limits.jobMemoryMb,
  })
  return {
    run: (task, { signal, onReport }) =>
      pool.run(task, { signal, onProgress: onReport as RunOptions['onProgress'] }) as Promise<JobOutcome>,
    close: pool.close,
  }
}
