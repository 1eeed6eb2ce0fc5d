import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, statSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DurableFiles, durableParameters } from './durable-files.ts'
import { FolderInUseError, openStorage, type Storage } from './index.ts'
import { openPglite } from './pglite-connection.ts'
import { preparePgliteFolder } from './pglite-folder.ts'
import { typescriptLoader } from './typescript-loader.ts'

let folder: string
const opened: { close(): Promise<void> }[] = []

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'enfilade-pglite-'))
})
afterEach(async () => {
  for (const each of opened.splice(0)) await each.close()
  await rm(folder, { recursive: true, force: true })
})

async function open(): Promise<Storage> {
  const storage = await openStorage({ dataDirectory: folder })
  opened.push(storage)
  return storage
}

describe('PGlite in a folder', () => {
  it('asks the disk with every commit, so that it survives a crash of the machine', async () => {
    const connection = await openPglite(join(folder, 'database'))
    opened.push(connection)
    await connection.execute('CREATE TABLE notes (id int)')
    const before = await connection.countSyncs()
    for (let count = 0; count < 20; count++) await connection.query('INSERT INTO notes VALUES ($1)', [count])
    expect((await connection.countSyncs()) - before).toBeGreaterThanOrEqual(20)
    expect(await connection.query('SHOW fsync')).toEqual([['on']])
    expect(await connection.query('SHOW full_page_writes')).toEqual([['on']])
  })

  it('has everything that was acknowledged when the machine loses its power', async () => {
    const [live, disk] = [join(folder, 'live'), join(folder, 'disk')]
    await preparePgliteFolder(live)
    // What is on the disk: all of it at first, and from then on only what was asked to be put there.
    await cp(live, disk, { recursive: true })
    const files = new DurableFiles(live)
    const put = (path: string) => {
      if (!statSync(join(live, path)).isFile()) return
      mkdirSync(dirname(join(disk, path)), { recursive: true })
      copyFileSync(join(live, path), join(disk, path))
    }
    const journal = new Set<string>()
    files.onSync = (path) => {
      const file = relative('/pglite/data', path)
      // The journal is synced with every commit and only grows, so one copy after the last commit tells the same.
      if (file.startsWith('pg_wal')) journal.add(file)
      else put(file)
    }
    const database = await PGlite.create({ fs: files, startParams: durableParameters })
    await database.exec('CREATE TABLE notes (id int PRIMARY KEY, text text)')
    const write = async (from: number, to: number) => {
      for (let id = from; id < to; id++)
        await database.query('INSERT INTO notes VALUES ($1, $2)', [id, 'x'.repeat(2000)])
    }
    await write(0, 50)
    await database.exec('CHECKPOINT')
    await write(50, 100)
    await database.exec('UPDATE notes SET text = text || id')
    for (const file of journal) if (existsSync(join(live, file))) put(file)
    // From here on nothing reaches the disk any more.
    files.onSync = undefined
    await database.close()
    const after = await openPglite(disk)
    opened.push(after)
    expect(await after.query('SELECT count(*), count(DISTINCT text), min(length(text)) FROM notes')).toEqual([
      [100, 100, 2001],
    ])
    expect(journal.size).toBeGreaterThan(0)
  })

  it('has everything that was acknowledged when its process is killed', async () => {
    const script = fileURLToPath(new URL('./append-forever.ts', import.meta.url))
    const child = spawn(process.execPath, [...typescriptLoader, script, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let acknowledged = 0
    let document = ''
    let rest = ''
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (data: Buffer) => {
        const lines = (rest + data.toString()).split('\n')
        rest = lines.pop()!
        for (const line of lines) {
          if (line.startsWith('document ')) document = line.slice('document '.length)
          else acknowledged = Number(line)
        }
        if (acknowledged >= 100) resolve()
      })
    })
    child.kill('SIGKILL')
    await once(child, 'close')
    const storage = await open()
    const stored = await storage.log.load(document)
    const seqs = stored!.updates.map((update) => update.seq)
    expect(seqs).toEqual(Array.from({ length: seqs.length }, (_, index) => index + 1))
    expect(seqs.length).toBeGreaterThanOrEqual(acknowledged)
    expect(stored!.updates.every((update) => update.bytes.every((byte) => byte === update.seq % 251))).toBe(true)
  })

  it('runs beside the event loop, which goes on while a statement takes long', async () => {
    const connection = await openPglite(join(folder, 'database'))
    opened.push(connection)
    let turns = 0
    const timer = setInterval(() => {
      turns += 1
    }, 1)
    await connection.query('SELECT count(*) FROM generate_series(1, 2000000)')
    clearInterval(timer)
    expect(turns).toBeGreaterThan(20)
  })
})

describe('a data folder', () => {
  it('is opened by one server at a time, and the other is told what to do', async () => {
    const storage = await open()
    await expect(openStorage({ dataDirectory: folder })).rejects.toThrow(FolderInUseError)
    await expect(openStorage({ dataDirectory: folder })).rejects.toThrow(
      new RegExp(`in use by process ${process.pid} on .*another ENFILADE_DATA.*DATABASE_URL`),
    )
    await storage.close()
    await (await open()).ping()
  })

  it('is taken over from a server that is dead, also when its process id is used again', async () => {
    const dead = { id: 'x', host: hostname(), started: '' }
    const child = spawn(process.execPath, ['-e', ''])
    await once(child, 'exit')
    const stale = [
      JSON.stringify({ ...dead, pid: child.pid }),
      ...(process.platform === 'linux'
        ? [JSON.stringify({ ...dead, pid: process.pid, started: 'another boot:1' })]
        : []),
      'not a lock at all',
      '',
    ]
    for (const text of stale) {
      await writeFile(join(folder, 'lock'), text)
      const storage = await open()
      expect(JSON.parse(await readFile(join(folder, 'lock'), 'utf8')).pid).toBe(process.pid)
      await storage.close()
    }
  })

  it('goes to one of many servers that start at once on a stale lock', async () => {
    await writeFile(join(folder, 'lock'), 'stale')
    const starts = await Promise.allSettled([1, 2, 3, 4].map(() => openStorage({ dataDirectory: folder })))
    const winners = starts.filter((each) => each.status === 'fulfilled')
    expect(winners).toHaveLength(1)
    opened.push(...winners.map((each) => each.value))
  })

  it('that can not be used is said so, and not left locked', async () => {
    await mkdir(join(folder, 'database'))
    await writeFile(join(folder, 'database', 'PG_VERSION'), '9.1\n')
    await expect(openStorage({ dataDirectory: folder })).rejects.toThrow(/can't be opened|database thread/)
    await rm(join(folder, 'database'), { recursive: true })
    await (await open()).ping()
  })
})
