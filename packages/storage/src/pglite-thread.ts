/** The worker thread that runs PGlite, so that no statement ever holds up the event loop that syncs. */
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { DurableFiles, durableParameters } from './durable-files.ts'
import { createStatements, type Statements } from './pglite-statements.ts'

const BYTEA = 17
const INT8 = 20
const TIMESTAMPTZ = 1184

export type PgliteRequest =
  | { id: number; type: 'query'; text: string; parameters: unknown[] }
  | { id: number; type: 'execute'; text: string }
  | { id: number; type: 'syncs' }
  | { id: number; type: 'close' }

export type PgliteReply =
  | { type: 'ready' }
  | { type: 'failed'; message: string }
  | { id: number; type: 'rows'; rows: unknown[][] }
  | { id: number; type: 'error'; message: string; code?: string }

const port = parentPort!
const { folder } = workerData as { folder: string }
const reply = (message: PgliteReply) => port.postMessage(message)

try {
  const files = new DurableFiles(folder)
  const database = await PGlite.create({
    fs: files,
    startParams: durableParameters,
    parsers: {
      [BYTEA]: (text: string) => new Uint8Array(Buffer.from(text.slice(2), 'hex')),
      [INT8]: Number,
      [TIMESTAMPTZ]: (text: string) => text,
    },
    // PGlite's own go byte by byte and take seconds for a large document.
    serializers: { [BYTEA]: (bytes: Uint8Array) => `\\x${hexOf(bytes)}` },
  })
  const statements = createStatements(database)
  port.on('message', (request: PgliteRequest) => answer(database, statements, files, request))
  reply({ type: 'ready' })
} catch (error) {
  reply({ type: 'failed', message: error instanceof Error ? error.message : String(error) })
  port.close()
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex')
}

async function answer(
  database: PGlite,
  statements: Statements,
  files: DurableFiles,
  request: PgliteRequest,
): Promise<void> {
  const { id } = request
  try {
    if (request.type === 'query') {
      reply({ id, type: 'rows', rows: await statements.query(request.text, request.parameters) })
    } else if (request.type === 'execute') {
      await database.exec(request.text)
      reply({ id, type: 'rows', rows: [] })
    } else if (request.type === 'syncs') {
      reply({ id, type: 'rows', rows: [[files.syncs]] })
    } else {
      await database.close()
      reply({ id, type: 'rows', rows: [] })
      port.close()
    }
  } catch (error) {
    const { message, code } = error as { message?: string; code?: string }
    reply({ id, type: 'error', message: message ?? String(error), code })
  }
}
