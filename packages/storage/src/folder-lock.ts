import { randomUUID } from 'node:crypto'
import { linkSync, readFileSync, renameSync, statSync, unlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'

/** Another server has the data folder open. */
export class FolderInUseError extends Error {
  override name = 'FolderInUseError'
}

type Holder = { id: string; pid: number; host: string; started: string }

/** A holder on another machine (a shared volume) counts as gone when it has not shown itself for this long. */
const FOREIGN_STALE_MS = 30_000
const HEARTBEAT_MS = 5_000

/**
 * Takes a data folder for this process, so that two servers never write one database.
 *
 * A lock whose process is dead is taken over: the process id is checked together with its start time, because ids are
 * used again, in containers at every start.
 *
 * @throws FolderInUseError naming the holder and the cure.
 */
export async function lockFolder(folder: string): Promise<{ release(): void }> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, 'lock')
  const mine: Holder = { id: randomUUID(), pid: process.pid, host: hostname(), started: startOf(process.pid) ?? '' }
  for (let attempt = 0; !tryCreate(path, mine); attempt++) {
    const text = readIfThere(path)
    const holder = text === undefined ? undefined : parseHolder(text)
    if (holder && isAlive(holder, path)) throw inUse(folder, holder)
    if (attempt > 20) throw inUse(folder, holder)
    if (text !== undefined) removeIfStill(path, text)
  }
  const heartbeat = setInterval(() => touch(path), HEARTBEAT_MS)
  heartbeat.unref()
  return {
    release() {
      clearInterval(heartbeat)
      if (parseHolder(readIfThere(path) ?? '')?.id === mine.id) unlinkSync(path)
    },
  }
}

function inUse(folder: string, holder: Holder | undefined): FolderInUseError {
  const who = holder ? `process ${holder.pid} on ${holder.host}` : 'another server'
  return new FolderInUseError(
    `the data folder ${folder} is in use by ${who}: stop that server, or start this one with another ENFILADE_DATA (several servers on one database need DATABASE_URL)`,
  )
}

/** Appears with its content or not at all: written aside, then linked to its name. */
function tryCreate(path: string, holder: Holder): boolean {
  const aside = `${path}.${holder.id}`
  writeFileSync(aside, JSON.stringify(holder))
  try {
    linkSync(aside, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    unlinkSync(aside)
  }
}

/** Removes the lock that was judged stale, and puts it back when it turns out to be somebody's fresh one. */
function removeIfStill(path: string, expected: string): void {
  const aside = `${path}.${randomUUID()}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return
    throw error
  }
  if (readFileSync(aside, 'utf8') !== expected) {
    try {
      linkSync(aside, path)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  unlinkSync(aside)
}

function isAlive(holder: Holder, path: string): boolean {
  if (holder.host !== hostname()) {
    try {
      return Date.now() - statSync(path).mtimeMs < FOREIGN_STALE_MS
    } catch {
      return false
    }
  }
  try {
    process.kill(holder.pid, 0)
  } catch (error) {
    // EPERM: there is one, of another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false
  }
  const started = startOf(holder.pid)
  return started === undefined || holder.started === '' || started === holder.started
}

/** When a process started, as Linux counts it; `undefined` where that can't be known. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // Field 22; the second one is a name in brackets that may itself hold blanks and brackets.
    const afterName = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}:${afterName[19]}`
  } catch {
    return undefined
  }
}

function touch(path: string): void {
  const now = new Date()
  try {
    utimesSync(path, now, now)
  } catch {
    // Gone: released meanwhile, or the folder was deleted under us; the next write says so.
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function parseHolder(text: string): Holder | undefined {
  try {
    const value = JSON.parse(text) as Partial<Holder>
    return typeof value.pid === 'number' && typeof value.host === 'string' ? (value as Holder) : undefined
  } catch {
    return undefined
  }
}
