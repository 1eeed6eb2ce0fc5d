import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { MalformedError } from './byte-reader.ts'
import { type Clock, systemClock } from './clock.ts'
import { type Compactor, createThreadCompactor } from './compaction.ts'
import { type Access, Connection } from './connection.ts'
import { describeError, type Role, type SyncEvent } from './events.ts'
import { CLOSE, LIMITS, type Limits, TIMES } from './limits.ts'
import { LogWriter } from './log-writer.ts'
import { createMetrics, type Metrics } from './metrics.ts'
import { PRIVATE_PARAMETER } from './protocol.ts'
import { DocumentGoneError, Room } from './room.ts'
import type { RoomContext } from './room-context.ts'
import { SnapshotKeeper } from './snapshot-keeper.ts'
import { createTurnQueue } from './turn-queue.ts'
import type { UpdateLog } from './update-log.ts'
import { createWebSocketWire } from './websocket-wire.ts'
import type { Wire } from './wire.ts'

/** What a client asked for, and who it says it is. */
export interface SyncRequest {
  document: string
  /** From `?token=…`; empty when there is none. */
  token: string
  /** Whether it speaks private messages: `?private=1`. */
  isPrivate: boolean
  /** The upgrade request: cookies, origin, address. Absent in tests. */
  request?: IncomingMessage
}

export type Refusal = { refused: 'sign-in' | 'forbidden' | 'not-found'; reason?: string }

export interface SyncServerOptions {
  log: UpdateLog
  /** Decides who may enter and as what. A rejection counts as "try again later". */
  authorize(request: SyncRequest): Promise<Access | Refusal>
  limits?: Partial<Limits>
  times?: Partial<{ [name in keyof typeof TIMES]: number }>
  clock?: Clock
  /** Makes snapshots. Default: a worker thread of the server's own. */
  compactor?: Compactor
  /** Hears what happens, for logs. Must not throw. */
  onEvent?(event: SyncEvent): void
}

/** An open connection, as its owner may want to list or pick it. */
export interface ConnectionInfo {
  document: string
  connectionKey: string
  author: string
  role: Role
}

export interface SyncServer {
  /**
   * Takes over an upgrade request. The document is the last part of the path, unless `target` names it.
   *
   * @param target Overrides of what stands in the URL.
   */
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer, target?: Partial<SyncRequest>): void
  /** Takes an open wire. What `handleUpgrade` does after the websocket handshake. */
  handleWire(wire: Wire, request: SyncRequest): void
  /**
   * Stores an edit made by the server and passes it on, as one of a client.
   *
   * @returns The sequence number up to which it is durable.
   * @throws UpdateRefusedError, DocumentGoneError
   */
  applyUpdate(document: string, update: Uint8Array, author: string): Promise<number>
  /** The durable state of a document as one V1 update. @throws DocumentGoneError */
  readState(document: string): Promise<Uint8Array>
  /**
   * Changes the role of open connections at once, or cuts them off.
   *
   * @param which A connection key, or a test.
   * @returns How many it were.
   */
  changeAccess(which: string | ((connection: ConnectionInfo) => boolean), role: Role | 'revoked'): number
  /** Cuts everybody off a document and forgets it, e.g. because it was deleted (4404). */
  closeDocument(document: string, code?: number, reason?: string): Promise<void>
  metrics(): Metrics
  /** Says goodbye to everybody, stores what waits, and resolves when that is done or hopeless. */
  close(): Promise<void>
}

/** An update that the server was asked to apply and cannot. */
export class UpdateRefusedError extends Error {
  override name = 'UpdateRefusedError'
  readonly code: 'malformed' | 'gap' | 'full'
  constructor(code: 'malformed' | 'gap' | 'full', message: string) {
    super(message)
    this.code = code
  }
}

const REFUSALS = {
  'sign-in': { code: CLOSE.signIn, reason: 'Sign in first.' },
  forbidden: { code: CLOSE.forbidden, reason: 'No access.' },
  'not-found': { code: CLOSE.notFound, reason: 'No such document.' },
} as const

/** Makes a server of the y-websocket protocol on an update log. It listens to nothing by itself. */
export function createSyncServer(options: SyncServerOptions): SyncServer {
  const clock = options.clock ?? systemClock
  const limits: Limits = { ...LIMITS, ...options.limits }
  const times = { ...TIMES, ...options.times } as typeof TIMES
  const metrics = createMetrics()
  const rooms = new Map<string, Room>()
  const connections = new Set<Connection>()
  const places = new Map<Connection, string>()
  const emit = (event: SyncEvent) => options.onEvent?.(event)
  const compactor = options.compactor ?? createThreadCompactor()
  const keeper = new SnapshotKeeper({ log: options.log, clock, metrics, emit }, compactor)
  const writer = new LogWriter({ log: options.log, clock, limits, times, metrics, emit })
  const sockets = new WebSocketServer({
    noServer: true,
    perMessageDeflate: false,
    maxPayload: limits.firstStateBytes + 64,
    autoPong: false,
    clientTracking: false,
  })
  const turns = createTurnQueue(clock)
  let ordinal = 0
  let accessEpoch = 0
  let isClosing = false
  let sweepTimer: unknown

  const context: RoomContext = {
    log: options.log,
    writer,
    clock,
    limits,
    times,
    metrics,
    turns,
    emit,
    newestOrdinal: () => ordinal,
    forget(room) {
      if (rooms.get(room.document) === room) rooms.delete(room.document)
      metrics.documents = rooms.size
    },
    compactWhenDue: (room) => keeper.compactWhenDue(room),
    compactBeforeUnload: (room) => keeper.compactBeforeUnload(room),
  }

  /** Finds or opens a document and keeps it open. Whoever calls this releases it. */
  function holdRoom(document: string): Room {
    let room = rooms.get(document)
    if (!room) {
      room = new Room(document, context)
      // The load may have failed at once, and then it is forgotten already.
      if (!room.isClosed) rooms.set(document, room)
      metrics.documents = rooms.size
    }
    room.hold()
    return room
  }

  async function withRoom<Result>(document: string, use: (room: Room) => Promise<Result> | Result): Promise<Result> {
    const room = holdRoom(document)
    try {
      await room.ready
      return await use(room)
    } finally {
      room.release()
    }
  }

  function handleWire(wire: Wire, request: SyncRequest): void {
    const connection: Connection = new Connection(wire, context, {
      ordinal: ++ordinal,
      isPrivate: request.isPrivate,
      onClosed: () => {
        connections.delete(connection)
        places.delete(connection)
        metrics.connections = connections.size
        rooms.get(request.document)?.presence.sweep()
      },
    })
    connections.add(connection)
    metrics.connections = connections.size
    metrics.connectionsOpened += 1
    if (isClosing) connection.close(CLOSE.restart, 'The server is restarting.')
    else if (connections.size > limits.sockets) connection.close(CLOSE.later, 'The server is full.')
    else void signIn(connection, request)
    scheduleSweep()
  }

  async function signIn(connection: Connection, request: SyncRequest): Promise<void> {
    const timeout = clock.setTimeout(
      () => connection.close(CLOSE.signInTimeout, 'Signing in took too long.'),
      limits.signInMs,
    )
    try {
      const access = await authorize(request)
      if (connection.isClosed) return
      if ('refused' in access) {
        const { code, reason } = REFUSALS[access.refused]
        connection.close(code, access.reason ?? reason)
        return
      }
      await enter(connection, request.document, access)
    } catch (error) {
      if (error instanceof DocumentGoneError) {
        connection.close(CLOSE.notFound, 'No such document.')
        return
      }
      emit({
        type: 'connection-failed',
        document: request.document,
        connection: connection.ordinal,
        error: describeError(error),
      })
      connection.close(CLOSE.later, 'The server cannot open this now.')
    } finally {
      clock.clearTimeout(timeout)
    }
  }

  /** Asks again when access was changed while the question was on its way. */
  async function authorize(request: SyncRequest): Promise<Access | Refusal> {
    for (;;) {
      const epoch = accessEpoch
      const access = await options.authorize(request)
      if (epoch === accessEpoch) return access
    }
  }

  async function enter(connection: Connection, document: string, access: Access): Promise<void> {
    connection.role = access.role
    connection.author = access.author
    connection.connectionKey = access.connectionKey
    places.set(connection, document)
    const room = holdRoom(document)
    try {
      await room.ready
      if (connection.isClosed || room.isClosed) return
      if (room.members.size >= limits.socketsPerDocument) {
        connection.close(CLOSE.later, 'The space is full.')
        return
      }
      // Its role may have been changed while the document was loading.
      room.hold()
      connection.releaseRoom = () => room.release()
      connection.open(room, { ...access, role: connection.role })
      emit({
        type: 'connection-opened',
        document,
        connection: connection.ordinal,
        author: access.author,
        role: connection.role,
      })
    } finally {
      room.release()
    }
  }

  function scheduleSweep(): void {
    if (sweepTimer !== undefined || connections.size === 0 || isClosing) return
    sweepTimer = clock.setTimeout(() => {
      sweepTimer = undefined
      const now = clock.now()
      for (const connection of connections) connection.sweep(now)
      scheduleSweep()
    }, times.sweepMs)
  }

  return {
    handleUpgrade(request, socket, head, target = {}) {
      const asked = { ...readTarget(request), ...target, request }
      // Until `ws` takes the socket over, a reset would end the process.
      const ignore = () => {}
      socket.on('error', ignore)
      turns.add(() => {
        sockets.handleUpgrade(request, socket, head, (webSocket) => {
          handleWire(createWebSocketWire(webSocket, socket), asked)
          socket.off('error', ignore)
        })
      })
    },
    handleWire,
    applyUpdate(document, update, author) {
      return withRoom(document, (room) => applyUpdate(room, update, author))
    },
    readState(document) {
      return withRoom(document, (room) => room.readState())
    },
    changeAccess(which, role) {
      accessEpoch += 1
      let count = 0
      for (const connection of [...connections]) {
        const document = places.get(connection)
        if (document === undefined) continue
        const { connectionKey, author } = connection
        const matches =
          typeof which === 'string'
            ? which === connectionKey
            : which({ document, connectionKey, author, role: connection.role })
        if (!matches) continue
        count += 1
        connection.changeAccess(role)
      }
      return count
    },
    async closeDocument(document, code = CLOSE.notFound, reason = 'The document was deleted.') {
      accessEpoch += 1
      rooms.get(document)?.close(code, reason)
      for (const [connection, place] of [...places]) {
        if (place === document) connection.close(code, reason)
      }
    },
    metrics: () => ({ ...metrics }),
    async close() {
      isClosing = true
      clock.clearTimeout(sweepTimer)
      for (const connection of [...connections]) connection.close(CLOSE.restart, 'The server is restarting.')
      await drain()
      for (const room of [...rooms.values()]) {
        if (room.items.length > 0) {
          emit({ type: 'lost-on-close', document: room.document, updates: room.items.length })
        }
        room.close(CLOSE.restart, 'The server is restarting.')
      }
      await compactor.close()
    },
  }

  /** Waits until the log has everything, or the time for it is over. */
  function drain(): Promise<void> {
    const deadline = clock.now() + times.closeMs
    return new Promise((resolve) => {
      const look = () => {
        const isEmpty = [...rooms.values()].every((room) => room.items.length === 0)
        if (isEmpty || clock.now() >= deadline) resolve()
        else clock.setTimeout(look, 5)
      }
      look()
    })
  }
}

function applyUpdate(room: Room, update: Uint8Array, author: string): Promise<number> {
  return new Promise((resolve, reject) => {
    try {
      const offer = room.offer(update.slice(), false, { author, settle: resolve, fail: reject })
      if (offer.kind === 'gap') {
        reject(new UpdateRefusedError('gap', 'applyUpdate: the update builds on something that is not in the document'))
      }
      if (offer.kind === 'full') {
        reject(new UpdateRefusedError('full', 'applyUpdate: the document would grow over its limit'))
      }
    } catch (error) {
      if (!(error instanceof MalformedError)) throw error
      reject(new UpdateRefusedError('malformed', `applyUpdate: ${error.message}`))
    }
  })
}

function readTarget(request: IncomingMessage): SyncRequest {
  const url = new URL(request.url ?? '/', 'http://localhost')
  const last = url.pathname.split('/').filter(Boolean).pop() ?? ''
  return {
    document: decodePart(last),
    token: url.searchParams.get('token') ?? '',
    isPrivate: url.searchParams.get(PRIVATE_PARAMETER) === '1',
  }
}

/** A path with a broken escape names no document, which the owner of the server will say. */
function decodePart(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}
