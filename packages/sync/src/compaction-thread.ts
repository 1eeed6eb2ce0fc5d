import { parentPort } from 'node:worker_threads'
import { compactUpdates } from './compact-updates.ts'
import { describeError } from './events.ts'
import type { StoredDocument } from './update-log.ts'

parentPort?.on('message', ({ id, stored }: { id: number; stored: StoredDocument }) => {
  try {
    parentPort?.postMessage({ id, result: compactUpdates(stored) })
  } catch (error) {
    parentPort?.postMessage({ id, error: describeError(error) })
  }
})
