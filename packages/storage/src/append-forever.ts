/** A program for the tests: appends to a new document until it is killed, and prints each number once it is durable. */
import { openStorage } from './index.ts'

const storage = await openStorage({ dataDirectory: process.argv[2]! })
const document = 'd'
await storage.identities.ensure({ id: 'owner' })
await storage.spaces.create({ id: 's', name: 'Flat', document, owner: 'owner' })
process.stdout.write(`document ${document}\n`)
for (let seq = 1; ; seq++) {
  const [stored] = await storage.log.append([{ document, author: 'owner', bytes: new Uint8Array(200).fill(seq % 251) }])
  process.stdout.write(`${stored}\n`)
}
