export type LogLevel = 'info' | 'warn' | 'error'
export type LogFields = { readonly [name: string]: string | number | boolean | undefined }

/** Where a server reports what it does. Fields are ids, numbers and our own sentences: no token, no content. */
export type Logger = (level: LogLevel, event: string, fields?: LogFields) => void

/** Long random words, as tokens are, wherever they turn up in a text from elsewhere (an error's message, say). */
const SECRETS: readonly [RegExp, string][] = [
  [/([?&](?:token|access_token|key|password)=)[^&\s"']+/gi, '$1[redacted]'],
  [/(\/(?:l|links)\/)[A-Za-z0-9_-]{16,}/g, '$1[redacted]'],
  [/(:\/\/[^:/@\s]+:)[^@\s]+@/g, '$1[redacted]@'],
  [/\bBearer\s+\S+/gi, 'Bearer [redacted]'],
  [/(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])/g, '[redacted]'],
]

/** Takes out of a text whatever looks like a secret. */
export function redact(text: string): string {
  return SECRETS.reduce((result, [pattern, replacement]) => result.replace(pattern, replacement), text)
}

/** One line of JSON per event. */
export function createLogger(write: (line: string) => void, clock: () => Date): Logger {
  return (level, event, fields = {}) => {
    const safe = Object.entries(fields).map(([name, value]) => [
      name,
      typeof value === 'string' ? redact(value) : value,
    ])
    write(`${JSON.stringify({ at: clock().toISOString(), level, event, ...Object.fromEntries(safe) })}\n`)
  }
}

/** An error's own words, and those of its causes. */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause === undefined ? error.message : `${error.message}: ${describeError(error.cause)}`
}
