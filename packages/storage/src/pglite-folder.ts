import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { StorageUnavailableError } from './connection.ts'
import { syncFolder } from './sync-folder.ts'
import { typescriptLoader } from './typescript-loader.ts'

/** Names what a prepared folder was made by; another PGlite or other settings make another one. */
const PREPARED = 'pglite-0.5.16-b'
const cacheFolder = fileURLToPath(new URL('../node_modules/.cache/enfilade', import.meta.url))

/**
 * Makes the database folder if it is not there.
 *
 * Creating takes seconds and over 700 MB, so it happens in a child process, once per checkout; later folders are copies.
 * The folder appears under its name only when it is complete and on the disk: a start that is cut off leaves nothing
 * half made behind.
 */
export async function preparePgliteFolder(folder: string): Promise<void> {
  if (existsSync(join(folder, 'PG_VERSION'))) return
  const prepared = await findPrepared()
  await mkdir(dirname(folder), { recursive: true })
  const draft = `${folder}.${randomUUID()}.draft`
  try {
    if (prepared) await cp(prepared, draft, { recursive: true })
    else await createFolder(draft)
    await syncFolder(draft)
    await rename(draft, folder)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  await syncFolder(dirname(folder))
}

/** The prepared folder to copy, made now if need be; `undefined` where the checkout can't be written. */
async function findPrepared(): Promise<string | undefined> {
  const prepared = join(cacheFolder, PREPARED)
  if (existsSync(join(prepared, 'PG_VERSION'))) return prepared
  const draft = `${prepared}.${randomUUID()}`
  try {
    await mkdir(cacheFolder, { recursive: true })
  } catch {
    return undefined
  }
  try {
    await createFolder(draft)
    await rename(draft, prepared)
  } catch (error) {
    // Somebody else may have put theirs there first; then it is as good as ours.
    if (!existsSync(join(prepared, 'PG_VERSION'))) throw error
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  return prepared
}

function createFolder(folder: string): Promise<void> {
  const script = fileURLToPath(new URL('./pglite-create.ts', import.meta.url))
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...typescriptLoader, script, folder], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    let complaint = ''
    child.stderr.on('data', (data: Buffer) => {
      complaint = (complaint + data.toString()).slice(-2000)
    })
    child.on('error', reject)
    child.on('exit', (code, signal) => {
      if (code === 0) resolve()
      else
        reject(
          new StorageUnavailableError(`creating the database in ${folder} failed (${signal ?? code}): ${complaint}`),
        )
    })
  })
}
