import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import type { CopilotPorts } from '@enfilade/copilot'

/** What a command sees of the world; tests give their own. Paths are as the person wrote them. */
export type Terminal = {
  /** The result, and nothing else. */
  out(text: string): void
  /** Reports, logs and complaints. */
  note(text: string): void
  /** Reads a file; `-` is standard input. */
  read(path: string): Promise<string>
  /** Writes a file, and makes its folder. */
  write(path: string, content: string | Uint8Array): Promise<void>
  /** Absolute path of what the person wrote, from where they stood. */
  resolve(path: string): string
  /** Milliseconds of a clock that only goes forward. */
  now(): number
  /** Learned models; without it the built-in ways alone are used. */
  ports?(): Promise<CopilotPorts>
}

/** The terminal of this process. Paths are relative to where the person stood, which npm says in `INIT_CWD`. */
export function createTerminal(): Terminal {
  const cwd = process.env.INIT_CWD ?? process.cwd()
  const locate = (path: string) => resolve(cwd, path)
  // A reader that has seen enough (`| head`) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
  return {
    out: (content) => void process.stdout.write(content),
    note: (content) => void process.stderr.write(`${content}\n`),
    read: (path) => (path === '-' ? text(process.stdin) : readFile(locate(path), 'utf8')),
    async write(path, content) {
      await makeFolder(dirname(locate(path)))
      await writeFile(locate(path), content)
    },
    resolve: locate,
    now: () => performance.now(),
    ports: async () => (await import('./create-ports.ts')).createPorts(process.env),
  }
}

/**
 * Makes a folder and those above it, one by one: Node's own recursion never ends where the system refuses a folder as
 * missing, as under /proc.
 */
async function makeFolder(path: string): Promise<void> {
  if (await isFolder(path)) return
  if (dirname(path) !== path) await makeFolder(dirname(path))
  await mkdir(path).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST' || !(await isFolder(path))) throw error
  })
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}
