import type { CompletionSettings } from '@enfilade/completions'
import type { CopilotResult, LookProposal } from '@enfilade/copilot'
import type { Limits } from './limits.ts'
import type { CopilotTask, CopilotThreadData, LookTask } from './threads/copilot-thread.ts'
import { createThreadPool, type RunOptions, type ThreadPool } from './threads/thread-pool.ts'

export type CopilotProgress = { stage: string; done: number; total: number }

/** Runs copilot requests in worker threads. */
export interface CopilotWork {
  run(
    task: CopilotTask,
    options: RunOptions & { onProgress(progress: CopilotProgress): void },
  ): Promise<Omit<CopilotResult, 'understanding' | 'understoodBy'>>
  /** A look from words, a picture or both. */
  look(task: LookTask): Promise<LookProposal | { problem: string }>
  load: ThreadPool['load']
  close(): Promise<void>
}

/** @param completion Where the operator's language model is. Absent: the built-in understanding alone. */
export function createCopilotWork(limits: Limits, threads: number, completion?: CompletionSettings): CopilotWork {
  const pool = createThreadPool({
    script: new URL('./threads/copilot-thread.ts', import.meta.url),
    size: threads,
    maxWaiting: limits.copilotWaiting,
    timeoutMs: limits.copilotMs,
    ...(completion ? { data: { completion } satisfies CopilotThreadData } : {}),
  })
  return {
    run: (task, options) => pool.run(task, options as RunOptions) as ReturnType<CopilotWork['run']>,
    look: (task) => pool.run(task) as ReturnType<CopilotWork['look']>,
    load: pool.load,
    close: pool.close,
  }
}
