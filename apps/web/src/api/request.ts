import { readObject, readString } from './read-json.ts'

/** What a person can do about a failure; the page turns it into words. */
export type Cure = 'retry' | 'sign-in' | 'ask-owner' | 'gone' | 'wait' | 'fix-input' | 'online'

export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly cure: Cure

  constructor(status: number, code: string, message: string) {
    super(message)
    this.name = 'ApiError'
    this.status = status
    this.code = code
    this.cure = cureFor(status)
  }
}

/** @param status HTTP status; 0 when nothing came back. */
export function cureFor(status: number): Cure {
  if (status === 0) return 'online'
  if (status === 401) return 'sign-in'
  if (status === 403) return 'ask-owner'
  if (status === 404 || status === 410) return 'gone'
  if (status === 429) return 'wait'
  if (status >= 400 && status < 500) return 'fix-input'
  return 'retry'
}

export type RequestOptions = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly body?: unknown
  /** A link's token; without it the session cookie speaks. */
  readonly token?: string
  readonly accept?: string
  readonly signal?: AbortSignal
}

/**
 * Calls the server.
 *
 * @throws ApiError for every answer that is not 2xx and when nothing came back. Aborts throw as they are.
 */
export async function request(path: string, options: RequestOptions = {}): Promise<Response> {
  const headers: Record<string, string> = { accept: options.accept ?? 'application/json' }
  if (options.token) headers.authorization = `Bearer ${options.token}`
  if (options.body !== undefined) headers['content-type'] = 'application/json'
  let response: Response
  try {
    response = await fetch(path, {
      method: options.method ?? 'GET',
      headers,
      credentials: 'same-origin',
      ...(options.body !== undefined ? { body: JSON.stringify(options.body) } : {}),
      ...(options.signal ? { signal: options.signal } : {}),
    })
  } catch (error) {
    if (options.signal?.aborted) throw error
    throw new ApiError(0, 'unreachable', 'The server could not be reached.')
  }
  if (response.ok) return response
  const body = readObject(await response.json().catch(() => undefined))
  const error = typeof body.error === 'object' ? readObject(body.error) : body
  const code = readString(error.code) ?? readString(body.error) ?? `http-${response.status}`
  throw new ApiError(
    response.status,
    code,
    readString(error.message) ?? readString(body.message) ?? response.statusText,
  )
}

export async function requestJson(path: string, options?: RequestOptions): Promise<unknown> {
  const response = await request(path, options)
  if (response.status === 204) return undefined
  return response.json()
}
