import { spawn } from 'node:child_process'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Puts a folder with all that is in it on the disk. */
export async function syncFolder(folder: string): Promise<void> {
  // One call for the whole file system takes milliseconds where a thousand for its files take seconds.
  if (process.platform === 'linux' && (await runSync(folder))) return
  await syncEach(folder)
}

function runSync(folder: string): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn('sync', ['-f', folder], { stdio: 'ignore' })
    child.on('error', () => resolve(false))
    child.on('exit', (code) => resolve(code === 0))
  })
}

async function syncEach(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) await syncEach(path)
    else if (entry.isFile()) await syncPath(path)
  }
  // Windows can't open folders, and needs no such call.
  if (process.platform !== 'win32') await syncPath(folder)
}

async function syncPath(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}
