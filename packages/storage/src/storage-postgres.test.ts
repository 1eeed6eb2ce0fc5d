import { randomUUID } from 'node:crypto'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { openStorage, StorageUnavailableError } from './index.ts'
import { connectPostgres } from './postgres-connection.ts'
import { describeStorageContract, type StorageHarness } from './storage-contract.ts'

const { DATABASE_URL } = process.env
if (!DATABASE_URL)
  throw new Error('DATABASE_URL is missing: these tests need a PostgreSQL server (npm test starts one)')

const ignore = () => {}

/** The database under a schema of its own, which `drop` removes. */
function schemaUrl(schema: string): string {
  const url = new URL(DATABASE_URL!)
  url.searchParams.set('options', `-c search_path=${schema}`)
  return url.href
}

function createHarness(): StorageHarness & { url(): Promise<string> } {
  const schemas: string[] = []
  async function createSchema(): Promise<string> {
    const schema = `test_${randomUUID().replaceAll('-', '')}`
    schemas.push(schema)
    const admin = await connectPostgres(DATABASE_URL!, ignore)
    await admin.execute(`CREATE SCHEMA ${schema}`)
    await admin.close()
    return schema
  }
  const [main, empty] = [createSchema(), createSchema()]
  return {
    open: async (clock) => openStorage({ databaseUrl: schemaUrl(await main), dataDirectory: '/nowhere', clock }),
    url: async () => schemaUrl(await main),
    connect: async () => connectPostgres(schemaUrl(await main), ignore),
    connectEmpty: async () => connectPostgres(schemaUrl(await empty), ignore),
    async close() {
      const admin = await connectPostgres(DATABASE_URL!, ignore)
      for (const schema of schemas) await admin.execute(`DROP SCHEMA ${schema} CASCADE`)
      await admin.close()
    },
  }
}

/** A line to the database that can be cut. */
async function startProxy(target: URL) {
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const upstream = connect(Number(target.port || 5432), target.hostname)
    for (const socket of [client, upstream]) {
      sockets.add(socket)
      socket.on('error', ignore).on('close', () => sockets.delete(socket))
    }
    client.pipe(upstream).pipe(client)
  })
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  await listen(0)
  const { port } = server.address() as AddressInfo
  return {
    port,
    async cut() {
      const closed = new Promise((resolve) => server.close(resolve))
      for (const socket of sockets) socket.destroy()
      await closed
    },
    mend: () => listen(port),
  }
}

describeStorageContract('PostgreSQL', createHarness())

describe('PostgreSQL', () => {
  it('that can not be reached is named without its password', async () => {
    const opening = openStorage({ databaseUrl: 'postgres://me:hunter2@127.0.0.1:1/flat', dataDirectory: '/nowhere' })
    await expect(opening).rejects.toThrow(StorageUnavailableError)
    await expect(opening).rejects.toThrow(/127\.0\.0\.1:1\/flat/)
    await expect(opening).rejects.not.toThrow(/hunter2/)
  })

  it('that goes away is said to be unavailable, and used again when it is back', async () => {
    const harness = createHarness()
    const proxy = await startProxy(new URL(await harness.url()))
    const url = new URL(await harness.url())
    url.host = `127.0.0.1:${proxy.port}`
    const storage = await openStorage({ databaseUrl: url.href, dataDirectory: '/nowhere' })
    await storage.identities.ensure({ id: 'owner' })
    const { document } = await storage.spaces.create({ id: 's', name: 'Flat', document: 'd', owner: 'owner' })
    const append = () => storage.log.append([{ document, author: 'u', bytes: Uint8Array.of(1) }])
    expect(await append()).toEqual([1])
    await proxy.cut()
    await expect(append()).rejects.toThrow(StorageUnavailableError)
    await expect(storage.spaces.get('s')).rejects.toThrow(StorageUnavailableError)
    await expect(storage.spaces.remove('s')).rejects.toThrow(StorageUnavailableError)
    await proxy.mend()
    expect(await append()).toEqual([2])
    await storage.close()
    await proxy.cut()
    await harness.close()
  })

  it('keeps appends of several servers to several documents in one order each, without deadlock', async () => {
    const harness = createHarness()
    const storages = [await harness.open(() => new Date()), await harness.open(() => new Date())]
    await storages[0]!.identities.ensure({ id: 'owner' })
    const documents = ['d1', 'd2', 'd3', 'd4']
    for (const document of documents)
      await storages[0]!.spaces.create({ id: document, name: 'Flat', document, owner: 'owner' })
    const entries = (order: string[]) => order.map((document) => ({ document, author: 'u', bytes: Uint8Array.of(1) }))
    const rounds = Array.from({ length: 30 }, () => [
      storages[0]!.log.append(entries(documents)),
      storages[1]!.log.append(entries(documents.toReversed())),
    ])
    await Promise.all(rounds.flat())
    for (const document of documents) {
      const seqs = (await storages[0]!.log.load(document))?.updates.map((each) => each.seq)
      expect(seqs).toEqual(Array.from({ length: 60 }, (_, index) => index + 1))
    }
    for (const storage of storages) await storage.close()
    await harness.close()
  })
})
