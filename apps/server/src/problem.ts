import { StorageUnavailableError } from '@enfilade/storage'
import { DocumentGoneError, UpdateRefusedError } from '@enfilade/sync'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { ThreadBusyError, ThreadTimeoutError } from './threads/thread-pool.ts'

/** What a client did wrong or can't have, in its own words: thrown by routes, turned into an answer in one place. */
export class Problem extends Error {
  override name = 'Problem'
  readonly status: ContentfulStatusCode
  readonly code: string
  readonly cure?: string
  /** More for programs, e.g. the diagnostics of a scene. */
  readonly details?: Record<string, unknown>

  constructor(
    status: ContentfulStatusCode,
    code: string,
    message: string,
    more: { cure?: string; details?: Record<string, unknown> } = {},
  ) {
    super(message)
    this.status = status
    this.code = code
    this.cure = more.cure
    this.details = more.details
  }
}

export type ProblemBody = { error: { code: string; message: string; cure?: string; [detail: string]: unknown } }

/** The problem that an error is for the client; `undefined` for one that is a fault of ours. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error
  if (error instanceof ThreadBusyError) {
    return new Problem(503, 'busy', 'The server has too much to do just now.', { cure: 'Try again in a moment.' })
  }
  if (error instanceof ThreadTimeoutError) {
    return new Problem(503, 'took-too-long', 'This took too long and was stopped.', { cure: 'Try a smaller scene.' })
  }
  if (error instanceof DocumentGoneError) return notFound('space')
  if (error instanceof UpdateRefusedError && error.code === 'full') {
    return new Problem(413, 'document-full', 'The space has reached its largest size.', {
      cure: 'Remove something first.',
    })
  }
  if (error instanceof StorageUnavailableError) {
    return new Problem(503, 'storage-unavailable', 'The database does not answer.', { cure: 'Try again in a moment.' })
  }
  if (error instanceof HTTPException && error.status === 415) {
    const cure = 'Send JSON, with the content type application/json.'
    return new Problem(415, 'unknown-format', 'The body has no content type that this route reads.', { cure })
  }
  if (error instanceof HTTPException) return new Problem(error.status, codeOf(error.status), error.message)
  return undefined
}

export function bodyOf(problem: Problem): ProblemBody {
  const { code, message, cure, details } = problem
  return { error: { code, message, ...(cure ? { cure } : {}), ...details } }
}

/** Also for what somebody may not know of: no difference shows. */
export function notFound(
  what: 'space' | 'link' | 'version' | 'proposal' | 'route' | 'member' | 'job' | 'file',
): Problem {
  return new Problem(404, `no-such-${what}`, `There is no such ${what}, or you have no access to it.`)
}

function codeOf(status: number): string {
  if (status === 400) return 'bad-request'
  if (status === 413) return 'too-large'
  return `http-${status}`
}
