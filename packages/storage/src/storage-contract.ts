import { randomUUID } from 'node:crypto'
import type { UpdateLog } from '@enfilade/sync'
import { describeUpdateLogContract } from '@enfilade/sync/contract'
import { getTableConfig, type PgTable } from 'drizzle-orm/pg-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Connection } from './connection.ts'
import type { Space, Storage } from './index.ts'
import { MigrationError, migrate, readMigrations } from './migrate.ts'
import * as schema from './schema.ts'

/** What the suite needs of an engine. */
export interface StorageHarness {
  /** Opens the storage with this clock on an empty database. Called once. */
  open(clock: () => Date): Promise<Storage>
  /** More connections to that database, or the only one again where the engine has one; migrated or not. */
  connect(): Promise<Connection>
  /** A connection to another, empty database. */
  connectEmpty(): Promise<Connection>
  close(): Promise<void>
}

const HOUR = 3_600_000
const START = new Date('2020-01-01T12:00:00Z')

/** The behaviour of storage that both engines share. */
export function describeStorageContract(name: string, harness: StorageHarness): void {
  let storage: Storage
  let now = START

  beforeAll(async () => {
    storage = await harness.open(() => now)
  })
  afterAll(async () => {
    await storage?.close()
    await harness.close()
  })
  beforeEach(() => {
    now = START
  })

  const pass = (milliseconds: number) => {
    now = new Date(now.getTime() + milliseconds)
  }

  async function createPerson(personName?: string): Promise<string> {
    const id = randomUUID()
    await storage.identities.ensure(personName ? { id, name: personName } : { id })
    return id
  }

  async function createSpace(owner: string, content?: Uint8Array): Promise<Space> {
    return storage.spaces.create({ id: randomUUID(), name: 'Flat', document: randomUUID(), owner, content })
  }

  describeUpdateLogContract(name, async () => {
    const owner = await createPerson()
    const prefix = randomUUID()
    return {
      log: withPrefix(storage.log, prefix),
      async createDocument(document) {
        await storage.spaces.create({ id: randomUUID(), name: 'Flat', document: `${prefix}${document}`, owner })
      },
    }
  })

  describe(`migrations: ${name}`, () => {
    it('run once when several servers start together', async () => {
      const connections = await Promise.all([1, 2, 3, 4].map(() => harness.connectEmpty()))
      const migrations = await readMigrations()
      const applied = await Promise.all(connections.map((connection) => migrate(connection, migrations)))
      expect(applied.flat()).toEqual(migrations.map((each) => each.name))
      expect(await migrate(connections[0]!, migrations)).toEqual([])
      for (const connection of new Set(connections)) await connection.close()
    })

    it('leave nothing of a failed one behind', async () => {
      const connection = await harness.connect()
      const migrations = await readMigrations()
      const broken = { name: '9999_broken.sql', sql: 'CREATE TABLE half (id int); SELECT nonsense', checksum: 'x' }
      await expect(migrate(connection, [...migrations, broken])).rejects.toThrow(/nonsense/)
      expect(await connection.query("SELECT to_regclass('half')::text")).toEqual([[null]])
      expect(await migrate(connection, migrations)).toEqual([])
      await connection.close()
    })

    it('refuse a file that was changed after it ran, and a database newer than the program', async () => {
      const connection = await harness.connect()
      const migrations = await readMigrations()
      const changed = migrations.map((each) => ({ ...each, checksum: 'other' }))
      await expect(migrate(connection, changed)).rejects.toThrow(MigrationError)
      await expect(migrate(connection, changed)).rejects.toThrow(/was changed after it was applied/)
      await expect(migrate(connection, [])).rejects.toThrow(/does not know/)
      await connection.close()
    })

    it('make the tables that the queries expect', async () => {
      const connection = await harness.connect()
      for (const table of Object.values(schema)) {
        const { name: tableName, columns } = getTableConfig(table as PgTable)
        const rows = await connection.query(
          'SELECT column_name::text, udt_name::text, is_nullable::text FROM information_schema.columns WHERE table_name = $1 AND table_schema = current_schema()',
          [tableName],
        )
        const actual = rows.map(([column, type, nullable]) => `${tableName}.${column} ${type} ${nullable}`).sort()
        const expected = columns.map((column) => {
          const type = column
            .getSQLType()
            .replace('timestamp with time zone', 'timestamptz')
            .replace('bigint', 'int8')
            .replace('integer', 'int4')
          return `${tableName}.${column.name} ${type.replace('boolean', 'bool')} ${column.notNull ? 'NO' : 'YES'}`
        })
        expect(actual).toEqual(expected.sort())
      }
      await connection.close()
    })
  })

  describe(`transactions: ${name}`, () => {
    it('undo everything when the work throws, and leave the connection usable', async () => {
      const connection = await harness.connect()
      const id = randomUUID()
      const work = connection.transaction(async (session) => {
        await session.query('INSERT INTO documents (id) VALUES ($1)', [id])
        throw new Error('changed my mind')
      })
      await expect(work).rejects.toThrow('changed my mind')
      expect(await connection.query('SELECT id FROM documents WHERE id = $1', [id])).toEqual([])
      await expect(connection.query('SELECT nonsense')).rejects.toThrow(/nonsense/)
      expect(await connection.query('SELECT 1')).toEqual([[1]])
      await connection.close()
    })
  })

  describe(`identities: ${name}`, () => {
    it('are found by their token until it expires or is removed', async () => {
      const id = await createPerson('Ada')
      await storage.identities.addToken({ identity: id, token: `forever-${id}` })
      await storage.identities.addToken({
        identity: id,
        token: `hour-${id}`,
        expiresAt: new Date(now.getTime() + HOUR),
        space: 's',
      })
      expect(await storage.identities.findByToken(`forever-${id}`)).toEqual({ id, name: 'Ada' })
      expect(await storage.identities.findByToken(`hour-${id}`)).toEqual({ id, name: 'Ada', space: 's' })
      pass(HOUR)
      expect(await storage.identities.findByToken(`hour-${id}`)).toBeUndefined()
      await storage.identities.removeToken(`forever-${id}`)
      expect(await storage.identities.findByToken(`forever-${id}`)).toBeUndefined()
      expect(await storage.identities.findByToken('')).toBeUndefined()
    })

    it('have no name until they take one', async () => {
      const id = await createPerson()
      expect(await storage.identities.get(id)).toEqual({ id, name: null })
      await storage.identities.rename(id, '林')
      expect(await storage.identities.get(id)).toEqual({ id, name: '林' })
      expect(await storage.identities.get('nobody')).toBeUndefined()
    })
  })

  describe(`spaces: ${name}`, () => {
    it('start with their content, owned by whom they were made for', async () => {
      const owner = await createPerson()
      const space = await createSpace(owner, Uint8Array.of(1, 2, 3))
      expect(await storage.spaces.get(space.id)).toEqual(space)
      expect(await storage.spaces.findByDocument(space.document)).toEqual(space)
      expect(await storage.members.roleOf(space.id, owner)).toBe('owner')
      const stored = await storage.log.load(space.document)
      expect(stored?.updates.map(({ seq, author, bytes }) => [seq, author, ...bytes])).toEqual([[1, owner, 1, 2, 3]])
      const appended = await storage.log.append([{ document: space.document, author: owner, bytes: Uint8Array.of(4) }])
      expect(appended).toEqual([2])
    })

    it('are created whole or not at all', async () => {
      const document = randomUUID()
      const orphan = storage.spaces.create({ id: randomUUID(), name: 'Flat', document, owner: 'nobody' })
      await expect(orphan).rejects.toThrow(/foreign key/)
      await expect(orphan).rejects.not.toThrow(/Flat|nobody/)
      expect(await storage.log.load(document)).toBeUndefined()
    })

    it('are listed for their members, the one touched last first', async () => {
      const [ada, ben] = [await createPerson(), await createPerson()]
      const first = await createSpace(ada)
      pass(1000)
      const second = await createSpace(ada)
      expect((await storage.spaces.list(ada)).map((space) => space.id)).toEqual([second.id, first.id])
      pass(1000)
      await storage.spaces.rename(first.id, 'Loft')
      expect((await storage.spaces.list(ada)).map((space) => space.name)).toEqual(['Loft', 'Flat'])
      await storage.members.set(second.id, ben, 'view')
      await storage.members.set(second.id, ben, 'edit')
      expect((await storage.spaces.list(ben)).map(({ id, role }) => [id, role])).toEqual([[second.id, 'edit']])
    })

    it('are touched by an edit, also when it has been compacted since', async () => {
      const ada = await createPerson()
      const edited = await createSpace(ada, Uint8Array.of(1))
      pass(1000)
      const newer = await createSpace(ada)
      // The log dates its rows by the database's clock, which is past the one of this suite.
      await storage.log.append([{ document: edited.document, author: ada, bytes: Uint8Array.of(2) }])
      const touchedAt = (await storage.spaces.get(edited.id))!.updatedAt
      expect(touchedAt.getTime()).toBeGreaterThan(newer.updatedAt.getTime())
      await storage.log.storeSnapshot(edited.document, 2, Uint8Array.of(3))
      expect((await storage.spaces.list(ada)).map((space) => space.id)).toEqual([edited.id, newer.id])
      expect((await storage.spaces.get(edited.id))!.updatedAt).toEqual(touchedAt)
    })

    it('know their members', async () => {
      const [ada, ben] = [await createPerson(), await createPerson()]
      const space = await createSpace(ada)
      pass(1000)
      await storage.members.set(space.id, ben, 'comment')
      expect((await storage.members.list(space.id)).map(({ identity, role }) => [identity, role])).toEqual([
        [ada, 'owner'],
        [ben, 'comment'],
      ])
      expect(await storage.members.remove(space.id, ben)).toBe(true)
      expect(await storage.members.remove(space.id, ben)).toBe(false)
      expect(await storage.members.roleOf(space.id, ben)).toBeUndefined()
    })

    it('take everything with them when they are deleted, and later updates find no document', async () => {
      const owner = await createPerson()
      const space = await createSpace(owner, Uint8Array.of(1))
      const other = await createSpace(owner, Uint8Array.of(1))
      await storage.links.create({
        id: randomUUID(),
        space: space.id,
        token: `t-${space.id}`,
        role: 'view',
        createdBy: owner,
      })
      await storage.identities.addToken({ identity: owner, token: `o-${space.id}`, space: space.id })
      await storage.versions.create({
        id: randomUUID(),
        space: space.id,
        name: 'v',
        author: owner,
        bytes: Uint8Array.of(1),
      })
      expect(await storage.spaces.remove(space.id)).toBe(true)
      expect(await storage.spaces.remove(space.id)).toBe(false)
      expect(await storage.spaces.get(space.id)).toBeUndefined()
      expect(await storage.links.findByToken(`t-${space.id}`)).toBeUndefined()
      expect(await storage.identities.findByToken(`o-${space.id}`)).toBeUndefined()
      expect(await storage.versions.list(space.id)).toEqual([])
      const entry = (document: string) => ({ document, author: owner, bytes: Uint8Array.of(2) })
      expect(await storage.log.append([entry(space.document), entry(other.document)])).toEqual([undefined, 2])
      expect(await storage.spaces.rename(space.id, 'Ghost')).toBeUndefined()
    })
  })

  describe(`links: ${name}`, () => {
    it('are found by token and by id, and never show the token', async () => {
      const owner = await createPerson()
      const space = await createSpace(owner)
      const link = await storage.links.create({
        id: randomUUID(),
        space: space.id,
        token: `t-${space.id}`,
        role: 'edit',
        createdBy: owner,
      })
      expect(await storage.links.findByToken(`t-${space.id}`)).toEqual(link)
      expect(await storage.links.get(space.id, link.id)).toEqual(link)
      expect(await storage.links.get('another-space', link.id)).toBeUndefined()
      expect(JSON.stringify(await storage.links.list(space.id))).not.toContain('t-')
      const connection = await harness.connect()
      const rows = await connection.query('SELECT row_to_json(links)::text FROM links WHERE id = $1', [link.id])
      expect(rows).toHaveLength(1)
      expect(String(rows[0])).not.toContain(`t-${space.id}`)
      await connection.close()
    })

    it('change their role and expiry until they are revoked, which is for good', async () => {
      const owner = await createPerson()
      const space = await createSpace(owner)
      const id = randomUUID()
      await storage.links.create({ id, space: space.id, token: id, role: 'edit', createdBy: owner })
      const expiresAt = new Date(now.getTime() + HOUR)
      expect(await storage.links.change(space.id, id, { role: 'view', expiresAt })).toMatchObject({
        role: 'view',
        expiresAt,
      })
      expect(await storage.links.change(space.id, id, {})).toMatchObject({ role: 'view', expiresAt })
      expect(await storage.links.change(space.id, id, { expiresAt: null })).toMatchObject({
        role: 'view',
        expiresAt: null,
      })
      expect(await storage.links.revoke(space.id, id)).toMatchObject({ revokedAt: now })
      expect(await storage.links.revoke(space.id, id)).toBeUndefined()
      expect(await storage.links.change(space.id, id, { role: 'edit' })).toBeUndefined()
      expect(await storage.links.list(space.id)).toHaveLength(1)
    })
  })

  describe(`versions: ${name}`, () => {
    it('keep the bytes, newest first, apart from the log', async () => {
      const owner = await createPerson()
      const space = await createSpace(owner)
      const save = (versionName: string, automatic: boolean, byte: number) => {
        pass(1000)
        const version = { id: randomUUID(), space: space.id, name: versionName, author: owner, automatic }
        return storage.versions.create({ ...version, bytes: new Uint8Array(1000).fill(byte) })
      }
      const first = await save('First', false, 7)
      await save('Before replace', true, 8)
      await save('Before restore', true, 9)
      expect((await storage.versions.list(space.id)).map((each) => each.name)).toEqual([
        'Before restore',
        'Before replace',
        'First',
      ])
      const got = await storage.versions.get(space.id, first.id)
      expect([got?.bytes.length, got?.bytes[999], got?.automatic]).toEqual([1000, 7, false])
      expect(await storage.versions.get('another-space', first.id)).toBeUndefined()
      await storage.versions.pruneAutomatic(space.id, 1)
      expect((await storage.versions.list(space.id)).map((each) => each.name)).toEqual(['Before restore', 'First'])
      expect(await storage.versions.rename(space.id, first.id, 'Start')).toMatchObject({ name: 'Start' })
      expect(await storage.versions.remove(space.id, first.id)).toBe(true)
      expect(await storage.versions.remove(space.id, first.id)).toBe(false)
    })
  })

  describe(`jobs: ${name}`, () => {
    async function createJob(space: string, leaseUntil?: Date) {
      const request = { prompt: '布置卧室', nested: [1, 'two', null, { deep: true }] }
      return storage.jobs.create({
        id: randomUUID(),
        space,
        kind: 'copilot',
        status: 'running',
        author: 'a',
        request,
        leaseUntil,
      })
    }

    it('keep request and result as they were', async () => {
      const space = await createSpace(await createPerson())
      const job = await createJob(space.id)
      expect(await storage.jobs.get(space.id, job.id)).toEqual(job)
      const result = { groups: [{ title: { en: 'Bed', zh: '床' } }], 'a\\b"c': 1.5 }
      await storage.jobs.change(space.id, job.id, 'running', { status: 'open', result })
      expect((await storage.jobs.get(space.id, job.id))?.result).toEqual(result)
      expect((await storage.jobs.list(space.id, 'copilot', ['open'], 10)).map((each) => each.id)).toEqual([job.id])
      expect(await storage.jobs.list(space.id, 'copilot', ['running'], 10)).toEqual([])
    })

    it('keep text that no jsonb takes: zero characters and half characters', async () => {
      const space = await createSpace(await createPerson())
      const job = await createJob(space.id)
      const result = { removed: { item: { label: 'a\0b', note: 'c\ud800d', path: '\\u0000' } } }
      const changed = await storage.jobs.change(space.id, job.id, 'running', { status: 'open', result })
      expect(changed?.result).toEqual(result)
      expect((await storage.jobs.get(space.id, job.id))?.result).toEqual(result)
      expect((await storage.jobs.list(space.id, 'copilot', ['open'], 10))[0]?.result).toEqual(result)
    })

    it('are given back by their status when their runner is gone', async () => {
      const space = await createSpace(await createPerson())
      const leaseUntil = new Date(now.getTime() + 1000)
      const [accepting, running] = [await createJob(space.id, leaseUntil), await createJob(space.id, leaseUntil)]
      await storage.jobs.change(space.id, accepting.id, 'running', { status: 'accepting' })
      pass(2000)
      expect(await storage.jobs.endAbandoned('open', 'accepting')).toBe(1)
      expect((await storage.jobs.get(space.id, accepting.id))?.status).toBe('open')
      expect((await storage.jobs.get(space.id, running.id))?.status).toBe('running')
      expect(await storage.jobs.endAbandoned('failed')).toBe(1)
    })

    it('make room for newer ones, but for those that are spared', async () => {
      const space = await createSpace(await createPerson())
      const made = []
      for (let count = 0; count < 4; count++) {
        pass(1000)
        made.push(await createJob(space.id))
      }
      await storage.jobs.change(space.id, made[0]!.id, 'running', { status: 'open' })
      await storage.jobs.prune(space.id, 'copilot', 2, ['open'])
      const left = await storage.jobs.list(space.id, 'copilot', ['open', 'running'], 10)
      expect(left.map((each) => each.id)).toEqual([made[3]!.id, made[2]!.id, made[0]!.id])
    })

    it('let one of two deciders win', async () => {
      const space = await createSpace(await createPerson())
      const job = await createJob(space.id)
      const decide = (status: string) => storage.jobs.change(space.id, job.id, 'running', { status })
      const decisions = await Promise.all([decide('accepted'), decide('rejected')])
      expect(decisions.filter((each) => each !== undefined)).toHaveLength(1)
    })

    it('are ended when their runner has not answered for them in time', async () => {
      const space = await createSpace(await createPerson())
      const abandoned = await createJob(space.id, new Date(now.getTime() + 1000))
      const running = await createJob(space.id, new Date(now.getTime() + HOUR))
      const waiting = await createJob(space.id)
      pass(2000)
      expect(await storage.jobs.endAbandoned('failed')).toBe(1)
      const statuses = await Promise.all([abandoned, running, waiting].map(({ id }) => storage.jobs.get(space.id, id)))
      expect(statuses.map((each) => each?.status)).toEqual(['failed', 'running', 'running'])
    })
  })

  describe(`queue: ${name}`, () => {
    const later = (milliseconds: number) => new Date(now.getTime() + milliseconds)
    /** A kind of its own, so that tests don't claim each other's jobs. */
    async function addJob(kind: string, contentKey?: string) {
      const space = await createSpace(await createPerson())
      return storage.queue.add({ id: randomUUID(), space: space.id, kind, author: 'a', request: { n: 1 }, contentKey })
    }

    it('gives each job to one worker, the oldest first', async () => {
      const kind = randomUUID()
      const first = await addJob(kind)
      pass(10)
      const second = await addJob(kind)
      const claims = await Promise.all(
        ['w1', 'w2', 'w3'].map((worker) => storage.queue.claim(worker, [kind], later(1000))),
      )
      expect(claims.flatMap((job) => job?.id ?? []).sort()).toEqual([first.id, second.id].sort())
      expect(await storage.queue.claim('w4', [randomUUID()], later(1000))).toBeUndefined()
    })

    it('gives the job of a worker that is gone to another, and the old one no say', async () => {
      const kind = randomUUID()
      const job = await addJob(kind)
      await storage.queue.claim('w1', [kind], later(1000))
      expect(await storage.queue.keep(job.id, 'w1', later(1000), { stage: 'bake', done: 1 })).toBe('running')
      pass(2000)
      const again = await storage.queue.claim('w2', [kind], later(1000))
      expect([again?.id, again?.attempts, again?.progress]).toEqual([job.id, 2, { stage: 'bake', done: 1 }])
      expect(await storage.queue.keep(job.id, 'w1', later(1000))).toBeUndefined()
      expect(await storage.queue.finish(job.id, 'w1', 'done', {})).toBeUndefined()
      expect((await storage.queue.finish(job.id, 'w2', 'done', { bytes: 3 }))?.result).toEqual({ bytes: 3 })
    })

    it('gives up a job that ended several workers', async () => {
      const kind = randomUUID()
      const job = await addJob(kind)
      for (let attempt = 0; attempt < 4; attempt++) {
        await storage.queue.claim(`w${attempt}`, [kind], later(1000))
        pass(2000)
      }
      const ended = await storage.jobs.get(job.space, job.id)
      expect([ended?.status, ended?.attempts]).toEqual(['failed', 3])
      expect((await storage.queue.retry(job.space, job.id))?.status).toBe('queued')
    })

    it('cancels a waiting job at once, and tells the worker of a running one', async () => {
      const kind = randomUUID()
      const [waiting, running] = [await addJob(kind), await addJob(kind)]
      expect((await storage.queue.cancel(waiting.space, waiting.id))?.status).toBe('cancelled')
      expect((await storage.queue.claim('w', [kind], later(1000)))?.id).toBe(running.id)
      expect((await storage.queue.cancel(running.space, running.id))?.status).toBe('cancelling')
      expect(await storage.queue.keep(running.id, 'w', later(1000))).toBe('cancelling')
      await storage.queue.finish(running.id, 'w', 'cancelled')
      expect(await storage.queue.cancel(running.space, running.id)).toBeUndefined()
      expect(await storage.queue.waiting(running.space)).toBe(0)
    })

    it('finds a job by its content, and leaves jobs that end themselves alone', async () => {
      const job = await addJob(randomUUID(), 'key-1')
      expect((await storage.queue.findByContent(job.space, 'key-1'))?.id).toBe(job.id)
      expect(await storage.queue.findByContent(job.space, 'key-2')).toBeUndefined()
      await storage.queue.claim('w', [job.kind], later(1000))
      pass(2000)
      await storage.jobs.endAbandoned('failed')
      expect((await storage.jobs.get(job.space, job.id))?.status).toBe('running')
    })
  })

  describe(`log: ${name}`, () => {
    it('reads a whole document at any moment while it is being compacted', async () => {
      const space = await createSpace(await createPerson())
      const { document } = space
      await storage.log.append(
        Array.from({ length: 40 }, (_, index) => ({ document, author: 'u', bytes: Uint8Array.of(index) })),
      )
      const compact = async () => {
        for (let seq = 1; seq <= 40; seq++) await storage.log.storeSnapshot(document, seq, Uint8Array.of(seq))
      }
      const read = async () => {
        for (let round = 0; round < 40; round++) {
          const stored = await storage.log.load(document)
          const covered = stored?.snapshot?.seq ?? 0
          expect(stored?.updates.map((each) => each.seq)).toEqual(
            Array.from({ length: 40 - covered }, (_, index) => covered + 1 + index),
          )
        }
      }
      await Promise.all([compact(), read(), read()])
      expect((await storage.log.load(document))?.snapshot?.seq).toBe(40)
    })

    it('refuses a snapshot of updates that were never made', async () => {
      const { document } = await createSpace(await createPerson(), Uint8Array.of(1))
      expect(await storage.log.storeSnapshot(document, 2, Uint8Array.of(1))).toBe(false)
      expect(await storage.log.storeSnapshot('no-such-document', 1, Uint8Array.of(1))).toBe(false)
      expect((await storage.log.load(document))?.updates).toHaveLength(1)
    })

    it('keeps quarantined bytes and their reason, through compaction too', async () => {
      const { document } = await createSpace(await createPerson(), Uint8Array.of(9))
      await storage.log.quarantine(document, [1], 'does not decode')
      await storage.log.storeSnapshot(document, 1, Uint8Array.of(0))
      const connection = await harness.connect()
      const rows = await connection.query('SELECT bytes, quarantined FROM updates WHERE document = $1', [document])
      expect(rows.map(([bytes, reason]) => [[...(bytes as Uint8Array)], reason])).toEqual([[[9], 'does not decode']])
      await connection.close()
    })

    it('carries documents of many megabytes', async () => {
      const { document } = await createSpace(await createPerson())
      const large = Buffer.alloc(
        8 * 1024 * 1024,
        Uint8Array.from({ length: 251 }, (_, index) => index),
      )
      const seqs = await storage.log.append([{ document, author: 'u', bytes: large }])
      expect(Buffer.compare((await storage.log.load(document))!.updates[0]!.bytes, large)).toBe(0)
      await storage.log.storeSnapshot(document, seqs[0]!, large)
      expect(Buffer.compare((await storage.log.load(document))!.snapshot!.bytes, large)).toBe(0)
    })
  })
}

/** The log with a prefix before every document id, so that tests that use the same names don't meet. */
function withPrefix(log: UpdateLog, prefix: string): UpdateLog {
  return {
    append: (batch) => log.append(batch.map((each) => ({ ...each, document: prefix + each.document }))),
    load: (document) => log.load(prefix + document),
    readAfter: (document, seq) => log.readAfter(prefix + document, seq),
    storeSnapshot: (document, seq, bytes) => log.storeSnapshot(prefix + document, seq, bytes),
    quarantine: (document, seqs, reason) => log.quarantine(prefix + document, seqs, reason),
  }
}
