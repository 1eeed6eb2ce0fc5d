import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import type { SyncServer } from '../index.ts'
import { MESSAGE, PRIVATE, SYNC } from '../protocol.ts'
import type { Wire, WireListener } from '../wire.ts'

/** A client on a wire without a network: what it got lies open, and it can stop reading. */
export interface FakeClient {
  doc: Y.Doc
  /** Document edits seen, private messages and presence, in order. */
  presence: { client: number; clock: number; state: unknown }[]
  permissionDenied: string[]
  told: { kind: number; value: Record<string, unknown> }[]
  savedCount: number
  step1s: number
  synced: boolean
  messages: Uint8Array[]
  closed: { code: number; reason: string } | undefined
  isPaused: boolean
  /** Bytes that the other side has not taken: set it to play a slow reader. */
  unsent: number
  pings: number
  send(message: Uint8Array): void
  sendSync(kind: number, payload: Uint8Array): void
  sendPresence(client: number, clock: number, state: unknown): void
  /** Edits the document and sends the update. */
  edit(change: (doc: Y.Doc) => void): Uint8Array
  /** The other side has taken everything. */
  drain(): void
  hangUp(): void
}

export function connectFake(
  server: SyncServer,
  document: string,
  options: { token?: string; isPrivate?: boolean; joins?: boolean } = {},
): FakeClient {
  let listener: WireListener | undefined
  const doc = new Y.Doc()
  const inbox: Uint8Array[] = []

  const client: FakeClient = {
    doc,
    presence: [],
    permissionDenied: [],
    told: [],
    savedCount: 0,
    step1s: 0,
    synced: false,
    messages: [],
    closed: undefined,
    isPaused: false,
    unsent: 0,
    pings: 0,
    send(message) {
      if (client.isPaused) inbox.push(message)
      else listener?.onMessage(message)
    },
    sendSync(kind, payload) {
      const encoder = encoding.createEncoder()
      encoding.writeVarUint(encoder, MESSAGE.sync)
      encoding.writeVarUint(encoder, kind)
      encoding.writeVarUint8Array(encoder, payload)
      client.send(encoding.toUint8Array(encoder))
    },
    sendPresence(id, clock, state) {
      const inner = encoding.createEncoder()
      for (const number of [1, id, clock]) encoding.writeVarUint(inner, number)
      encoding.writeVarString(inner, typeof state === 'string' ? state : JSON.stringify(state))
      const encoder = encoding.createEncoder()
      encoding.writeVarUint(encoder, MESSAGE.presence)
      encoding.writeVarUint8Array(encoder, encoding.toUint8Array(inner))
      client.send(encoding.toUint8Array(encoder))
    },
    edit(change) {
      const before = Y.encodeStateVector(doc)
      change(doc)
      const update = Y.encodeStateAsUpdate(doc, before)
      client.sendSync(SYNC.update, update)
      return update
    },
    drain() {
      client.unsent = 0
      listener?.onDrain()
    },
    hangUp: () => listener?.onClose(),
  }

  const wire: Wire = {
    send: ({ bytes }) => read(client, bytes),
    ping() {
      client.pings += 1
    },
    unsent: () => client.unsent,
    pause() {
      client.isPaused = true
    },
    resume() {
      client.isPaused = false
      while (!client.isPaused && inbox.length > 0) listener?.onMessage(inbox.shift()!)
    },
    limitMessage() {},
    close(code, reason) {
      client.closed ??= { code, reason }
    },
    terminate() {
      client.closed ??= { code: 1006, reason: 'terminated' }
    },
    listen(heard) {
      listener = heard
    },
  }
  server.handleWire(wire, { document, token: options.token ?? 'somebody', isPrivate: options.isPrivate ?? false })
  if (options.joins ?? true) client.sendSync(SYNC.step1, Y.encodeStateVector(doc))
  return client
}

function read(client: FakeClient, bytes: Uint8Array): void {
  client.messages.push(bytes)
  const decoder = decoding.createDecoder(bytes)
  const type = decoding.readVarUint(decoder)
  if (type === MESSAGE.sync) {
    const kind = decoding.readVarUint(decoder)
    const payload = decoding.readVarUint8Array(decoder)
    if (kind === SYNC.step1) {
      client.step1s += 1
      return
    }
    Y.applyUpdate(client.doc, payload, 'server')
    if (kind === SYNC.step2) client.synced = true
  } else if (type === MESSAGE.presence) {
    const inner = decoding.createDecoder(decoding.readVarUint8Array(decoder))
    for (let count = decoding.readVarUint(inner); count > 0; count--) {
      const id = decoding.readVarUint(inner)
      const clock = decoding.readVarUint(inner)
      client.presence.push({ client: id, clock, state: JSON.parse(decoding.readVarString(inner)) })
    }
  } else if (type === MESSAGE.auth) {
    decoding.readVarUint(decoder)
    client.permissionDenied.push(decoding.readVarString(decoder))
  } else if (type === MESSAGE.private) {
    const kind = decoding.readVarUint(decoder)
    if (kind === PRIVATE.saved) client.savedCount = decoding.readVarUint(decoder)
    else client.told.push({ kind, value: JSON.parse(decoding.readVarString(decoder)) })
  }
}
