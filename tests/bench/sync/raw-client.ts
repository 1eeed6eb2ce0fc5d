import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebSocket } from 'ws'
import { parseUpdateMeta } from 'yjs'

const SYNC = 0
const PRESENCE = 1
const PRIVATE = 112
const SAVED = 1
const STEP_1 = 0
const STEP_2 = 1
const UPDATE = 2

/** Info byte of a struct with arbitrary content: first value under a key, and one that follows another. */
const ANY_WITH_KEY = 0x28
const ANY_AFTER = 0x88

export interface RawClientOptions {
  client: number
  /** Sends presence of others straight back, as the stock client does. */
  echoes: boolean
  /** Keeps the first state that it is sent. */
  keepsState?: boolean
  /** Hears of each struct of others: client and clock. */
  onStruct?(client: number, clock: number, receiver: RawClient): void
}

/**
 * Speaks the protocol as the stock client does, without the document: hundreds of them fit in a process, so that what
 * is measured is the server. Its edits set one key of the root map `records` over and over, as a moved chair would.
 */
export class RawClient {
  readonly client: number
  readonly socket: WebSocket
  readonly synced: Promise<void>
  clock = 0
  frames = 0
  bytes = 0
  /** Size of the first sync step 2. */
  stateBytes = 0
  state: Uint8Array | undefined
  /** Edits up to this clock are durable, as the server told: only with `private=1` in the URL. */
  savedClock = 0
  closeCode: number | undefined
  private presenceClock = 0
  /** Clock that each document message reached, in the order sent. */
  private readonly messages: number[] = []
  private readonly options: RawClientOptions
  private readonly presence = new Map<number, number>()
  private onSynced: () => void = () => {}

  constructor(url: string, options: RawClientOptions) {
    this.client = options.client
    this.options = options
    this.socket = new WebSocket(url, { perMessageDeflate: false })
    this.socket.binaryType = 'nodebuffer'
    this.synced = new Promise((resolve, reject) => {
      this.onSynced = resolve
      this.socket.on('error', reject)
      this.socket.on('close', (code) => {
        this.closeCode = code
        reject(new Error(`closed with ${code}`))
      })
    })
    this.synced.catch(() => {})
    this.socket.on('open', () => this.socket.send(Uint8Array.of(SYNC, STEP_1, 1, 0)))
    this.socket.on('message', (data: Buffer) => this.read(data))
  }

  close(): void {
    this.socket.close()
  }

  /** Sends one edit. @returns Its clock. */
  edit(value: unknown = this.clock): number {
    const encoder = encoding.createEncoder()
    writeEdit(encoder, this.client, this.clock, value)
    this.clock += 1
    this.sendUpdate(encoding.toUint8Array(encoder))
    return this.clock - 1
  }

  sendUpdate(update: Uint8Array): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, SYNC)
    encoding.writeVarUint(encoder, UPDATE)
    encoding.writeVarUint8Array(encoder, update)
    this.messages.push(this.clock)
    this.socket.send(encoding.toUint8Array(encoder))
  }

  sendPresence(): void {
    const state = { user: { name: `Person ${this.client}`, color: '#3366cc' }, cursor: [this.presenceClock, 2.5, 0] }
    const inner = encoding.createEncoder()
    encoding.writeVarUint(inner, 1)
    encoding.writeVarUint(inner, this.client)
    encoding.writeVarUint(inner, ++this.presenceClock)
    encoding.writeVarString(inner, JSON.stringify(state))
    this.presence.set(this.client, this.presenceClock)
    this.sendPresenceUpdate(encoding.toUint8Array(inner))
  }

  private sendPresenceUpdate(update: Uint8Array): void {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, PRESENCE)
    encoding.writeVarUint8Array(encoder, update)
    this.socket.send(encoding.toUint8Array(encoder))
  }

  private read(data: Buffer): void {
    this.frames += 1
    this.bytes += data.length
    const decoder = decoding.createDecoder(data)
    const type = decoding.readVarUint(decoder)
    if (type === SYNC) this.readSync(decoder)
    else if (type === PRESENCE) this.readPresence(decoding.readVarUint8Array(decoder))
    else if (type === PRIVATE && decoding.readVarUint(decoder) === SAVED) {
      this.savedClock = this.messages[decoding.readVarUint(decoder) - 1] ?? 0
    }
  }

  private readSync(decoder: decoding.Decoder): void {
    const kind = decoding.readVarUint(decoder)
    const payload = decoding.readVarUint8Array(decoder)
    if (kind === STEP_1) {
      this.messages.push(this.clock)
      this.socket.send(Uint8Array.of(SYNC, STEP_2, 2, 0, 0))
      return
    }
    if (kind === STEP_2 && this.stateBytes === 0) {
      this.stateBytes = payload.length
      if (this.options.keepsState) this.state = payload.slice()
      this.onSynced()
      return
    }
    if (!this.options.onStruct) return
    const { from, to } = parseUpdateMeta(payload)
    for (const [client, first] of from) {
      if (client === this.client) continue
      for (let clock = first; clock < to.get(client)!; clock++) this.options.onStruct(client, clock, this)
    }
  }

  private readPresence(update: Uint8Array): void {
    const decoder = decoding.createDecoder(update)
    const newer: { client: number; clock: number; state: Uint8Array }[] = []
    for (let count = decoding.readVarUint(decoder); count > 0; count--) {
      const client = decoding.readVarUint(decoder)
      const clock = decoding.readVarUint(decoder)
      const state = decoding.readVarUint8Array(decoder)
      if (clock <= (this.presence.get(client) ?? -1)) continue
      this.presence.set(client, clock)
      newer.push({ client, clock, state })
    }
    if (!this.options.echoes || newer.length === 0) return
    const inner = encoding.createEncoder()
    encoding.writeVarUint(inner, newer.length)
    for (const { client, clock, state } of newer) {
      encoding.writeVarUint(inner, client)
      encoding.writeVarUint(inner, clock)
      encoding.writeVarUint8Array(inner, state)
    }
    this.sendPresenceUpdate(encoding.toUint8Array(inner))
  }
}

/** The V1 update that sets `records["item-<client>"]`, and deletes the value before it. */
export function writeEdit(encoder: encoding.Encoder, client: number, clock: number, value: unknown): void {
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, 1)
  encoding.writeVarUint(encoder, client)
  encoding.writeVarUint(encoder, clock)
  if (clock === 0) {
    encoding.writeUint8(encoder, ANY_WITH_KEY)
    encoding.writeVarUint(encoder, 1)
    encoding.writeVarString(encoder, 'records')
    encoding.writeVarString(encoder, `item-${client}`)
  } else {
    encoding.writeUint8(encoder, ANY_AFTER)
    encoding.writeVarUint(encoder, client)
    encoding.writeVarUint(encoder, clock - 1)
  }
  encoding.writeVarUint(encoder, 1)
  encoding.writeAny(encoder, value as never)
  if (clock === 0) encoding.writeVarUint(encoder, 0)
  else for (const number of [1, client, 1, clock - 1, 1]) encoding.writeVarUint(encoder, number)
}
