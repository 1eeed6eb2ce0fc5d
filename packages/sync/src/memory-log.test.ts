import { createMemoryLog } from './memory-log.ts'
import { describeUpdateLogContract } from './update-log-contract.ts'

describeUpdateLogContract('in memory', async () => {
  const log = createMemoryLog({ createMissing: false })
  return { log, createDocument: (document) => log.createDocument(document) }
})
