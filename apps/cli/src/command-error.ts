/** Exit codes of every command. */
export const EXIT = { done: 0, failed: 1, unmet: 2, usage: 64 } as const
export type ExitCode = (typeof EXIT)[keyof typeof EXIT]

/** Something the person can put right: the message names the thing and the cure. */
export class CommandError extends Error {
  readonly code: ExitCode

  constructor(message: string, code: ExitCode = EXIT.failed) {
    super(message)
    this.name = 'CommandError'
    this.code = code
  }
}

export function usageError(message: string): CommandError {
  return new CommandError(message, EXIT.usage)
}

/** A failure of the file system in words. */
export function describeFileError(error: unknown, path: string): CommandError {
  const { code } = error as NodeJS.ErrnoException
  const reasons: { readonly [code: string]: string } = {
    ENOENT: 'there is no such file; check the path',
    EISDIR: 'it is a folder; give a file',
    ENOTDIR: 'a part of the path is a file; give another path',
    EACCES: 'it may not be accessed; check its permissions',
    EPERM: 'it may not be accessed; check its permissions',
    EEXIST: 'a file stands where a folder is needed; give another path',
    ENOSPC: 'the disk is full',
    EROFS: 'the disk is read-only',
  }
  const reason = (code && reasons[code]) ?? (error instanceof Error ? error.message : String(error))
  return new CommandError(`${path}: ${reason}.`)
}
