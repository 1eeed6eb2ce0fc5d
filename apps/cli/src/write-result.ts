import { describeFileError } from './command-error.ts'
import type { Terminal } from './terminal.ts'

/** Writes a command's result to the file that was asked for, else to stdout. */
export async function writeResult(text: string, path: string | undefined, terminal: Terminal): Promise<void> {
  if (path === undefined || path === '-') return terminal.out(text)
  await terminal.write(path, text).catch((error: unknown) => {
    throw describeFileError(error, path)
  })
}
