import { Worker } from 'node:worker_threads'
import { type Connection, type Parameter, type Row, type Session, StorageUnavailableError } from './connection.ts'
import { preparePgliteFolder } from './pglite-folder.ts'
import type { PgliteReply, PgliteRequest } from './pglite-thread.ts'
import { typescriptLoader } from './typescript-loader.ts'

type Waiting = { resolve(rows: Row[]): void; reject(error: Error): void }
type Thread = { send(request: UnnumberedRequest): Promise<Row[]>; stop(): Promise<void>; isDead(): boolean }
type UnnumberedRequest = PgliteRequest extends infer Each
  ? Each extends PgliteRequest
    ? Omit<Each, 'id'>
    : never
  : never

/** PGlite on a folder, in a worker thread of its own. */
export interface PgliteConnection extends Connection {
  /** How often the disk was asked to keep what was written; for tests. */
  countSyncs(): Promise<number>
}

/**
 * Opens the database in `folder`, creating it when it is not there. The caller holds the folder's lock.
 *
 * One statement or transaction runs at a time, in the order asked. When the thread dies, what was running fails and the
 * next statement opens the database again, which recovers as after a crash.
 */
export async function openPglite(folder: string): Promise<PgliteConnection> {
  await preparePgliteFolder(folder)
  let thread: Promise<Thread> | undefined = startThread(folder)
  await thread
  let turn: Promise<unknown> = Promise.resolve()
  let closed = false

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = turn.then(work)
    turn = result.catch(() => undefined)
    return result
  }

  async function liveThread(): Promise<Thread> {
    if (closed) throw new StorageUnavailableError('the database is closed')
    if (thread && !(await thread.then((each) => each.isDead()).catch(() => true))) return thread
    thread = startThread(folder)
    return thread
  }

  async function transaction<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const running = await liveThread()
    await running.send({ type: 'execute', text: 'BEGIN' })
    try {
      const result = await work(sessionOn(async () => running))
      await running.send({ type: 'execute', text: 'COMMIT' })
      return result
    } catch (error) {
      await running.send({ type: 'execute', text: 'ROLLBACK' }).catch(() => undefined)
      throw error
    }
  }

  const direct = sessionOn(liveThread)
  return {
    engine: 'pglite',
    query: (text, parameters) => inTurn(() => direct.query(text, parameters)),
    execute: (script) => inTurn(() => direct.execute(script)),
    transaction: (work) => inTurn(() => transaction(work)),
    countSyncs: () => inTurn(async () => Number((await (await liveThread()).send({ type: 'syncs' }))[0]?.[0])),
    close: () =>
      inTurn(async () => {
        if (closed) return
        closed = true
        await (await thread)?.stop()
      }),
  }
}

function sessionOn(thread: () => Promise<Thread>): Session {
  return {
    async query(text: string, parameters: readonly Parameter[] = []) {
      return (await thread()).send({ type: 'query', text, parameters: parameters as unknown[] })
    },
    async execute(script) {
      await (await thread()).send({ type: 'execute', text: script })
    },
  }
}

function startThread(folder: string): Promise<Thread> {
  const worker = new Worker(new URL('./pglite-thread.ts', import.meta.url), {
    workerData: { folder },
    execArgv: [...typescriptLoader, '--no-warnings'],
    name: 'pglite',
  })
  const waiting = new Map<number, Waiting>()
  let lastId = 0
  let dead = false

  function fail(error: Error): void {
    dead = true
    for (const each of waiting.values()) each.reject(error)
    waiting.clear()
  }

  function send(request: UnnumberedRequest): Promise<Row[]> {
    if (dead) return Promise.reject(new StorageUnavailableError('the database thread has ended'))
    lastId += 1
    const id = lastId
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      worker.postMessage({ ...request, id })
    })
  }

  const thread: Thread = {
    send,
    isDead: () => dead,
    async stop() {
      if (!dead) await send({ type: 'close' })
      await worker.terminate()
    },
  }

  return new Promise((resolve, reject) => {
    worker.on('message', (message: PgliteReply) => {
      if (message.type === 'ready') return resolve(thread)
      if (message.type === 'failed')
        return reject(new StorageUnavailableError(`${folder} can't be opened: ${message.message}`))
      const asked = waiting.get(message.id)
      waiting.delete(message.id)
      if (message.type === 'rows') asked?.resolve(message.rows)
      else asked?.reject(Object.assign(new Error(message.message), { code: message.code }))
    })
    worker.on('error', (cause) => {
      const error = new StorageUnavailableError('the database thread failed', { cause })
      fail(error)
      reject(error)
    })
    worker.on('exit', () => {
      const error = new StorageUnavailableError('the database thread has ended')
      fail(error)
      reject(error)
    })
  })
}
