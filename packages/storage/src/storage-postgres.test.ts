import { randomUUID } from 'node:crypto'
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

function createHarness(): StorageHarness {
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
    connect: async () => connectPostgres(schemaUrl(await main), ignore),
    connectEmpty: async () => connectPostgres(schemaUrl(await empty), ignore),
    async close() {
      const admin = await connectPostgres(DATABASE_URL!, ignore)
      for (const schema of schemas) await admin.execute(`DROP SCHEMA ${schema} CASCADE`)
      await admin.close()
    },
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
