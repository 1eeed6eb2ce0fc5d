import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { type Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness'
import { writeUpdate } from 'y-protocols/sync'
import { WebsocketProvider } from 'y-websocket'
import type { Doc } from 'yjs'
import type { Role } from '../events.ts'
import { MESSAGE, PRIVATE, PRIVATE_PARAMETER } from '../protocol.ts'
import { PRESENCE_HZ } from './presence-draft.ts'
import { SaveState, type SyncStatus } from './save-state.ts'
import { createThrottle, type Throttle } from './throttle.ts'

export interface EnfiladeProviderOptions {
  /** Default: true. */
  connect?: boolean
  awareness?: Awareness
  /** Of the URL, e.g. `token`. */
  params?: Record<string, string>
  /** For Node. Default: the global one. */
  WebSocketPolyfill?: typeof WebSocket
  /** In [0, 1), for the jitter of reconnects. Default: `Math.random`. */
  random?(): number
  /** Longest wait between attempts to connect, ms. Default 15 s. */
  longestWaitMs?: number
}

const LONGEST_WAIT_MS = 15_000
const FIRST_WAIT_MS = 200

/**
 * The stock y-websocket provider, better behaved: it sends its own presence only (the stock one sends everybody's back),
 * at most 15 times a second; it waits a random time before it comes back; and it knows what is saved, and why not.
 *
 * Tabs of one browser talk through the server alone: what another tab has shown must not count as saved.
 */
export class EnfiladeProvider extends WebsocketProvider {
  private readonly saveState: SaveState
  private readonly listeners = new Set<(status: SyncStatus) => void>()
  private readonly random: () => number
  private readonly longestWaitMs: number
  private readonly presence: Throttle

  constructor(serverUrl: string, document: string, doc: Doc, options: EnfiladeProviderOptions = {}) {
    super(serverUrl, document, doc, {
      connect: false,
      disableBc: true,
      params: { ...options.params, [PRIVATE_PARAMETER]: '1' },
      ...(options.awareness && { awareness: options.awareness }),
      ...(options.WebSocketPolyfill && { WebSocketPolyfill: options.WebSocketPolyfill }),
    })
    this.random = options.random ?? Math.random
    this.longestWaitMs = options.longestWaitMs ?? LONGEST_WAIT_MS
    this.saveState = new SaveState((status) => {
      for (const listener of this.listeners) listener(status)
    })
    this.presence = createThrottle(() => this.sendPresence(), 1000 / PRESENCE_HZ)
    this.replaceHandlers()
    this.followConnection()
    if (options.connect ?? true) this.connect()
  }

  /** What is saved, and why not. */
  get status(): SyncStatus {
    return this.saveState.status
  }

  /** Calls back with each new status. @returns How to stop. */
  onStatus(listener: (status: SyncStatus) => void): () => void {
    this.listeners.add(listener)
    return () => {
      this.listeners.delete(listener)
    }
  }

  override destroy(): void {
    this.presence.cancel()
    super.destroy()
    this.listeners.clear()
  }

  /** Puts ours in the place of the handlers that the stock constructor registered; its `destroy` removes them. */
  private replaceHandlers(): void {
    this.doc.off('update', this._updateHandler)
    this._updateHandler = (update, origin) => {
      if (origin !== this) this.saveState.edited(this.sendDocument(update))
    }
    this.doc.on('update', this._updateHandler)

    this.awareness.off('update', this._awarenessUpdateHandler)
    this._awarenessUpdateHandler = ({ added, updated, removed }: Record<string, number[]>) => {
      const isOwn = [added, updated, removed].some((clients) => clients?.includes(this.doc.clientID))
      if (isOwn) this.presence.request()
    }
    this.awareness.on('update', this._awarenessUpdateHandler)

    const readSync = this.messageHandlers[MESSAGE.sync]!
    this.messageHandlers[MESSAGE.sync] = (encoder, decoder, provider, emitSynced, type) => {
      readSync(encoder, decoder, provider, emitSynced, type)
      // The only sync message with an answer is the request for our state.
      if (encoding.length(encoder) > 1) this.saveState.stateSent()
    }
    this.messageHandlers[MESSAGE.private] = (_encoder, decoder) => this.readPrivate(decoder)
  }

  private followConnection(): void {
    this.on('status', ({ status }) => {
      if (status === 'connected') {
        this.saveState.connected()
        // Others may have taken us for gone, and then believe only a newer clock.
        const local = this.awareness.getLocalState()
        if (local !== null) this.awareness.setLocalState(local)
      } else if (status === 'disconnected') {
        this.saveState.disconnected()
      }
    })
    this.on('connection-close', () => {
      const base = Math.min(this.longestWaitMs, FIRST_WAIT_MS * 2 ** this.wsUnsuccessfulReconnects)
      // The stock provider waits for the smaller of its own doubling time and this.
      this.maxBackoffTime = base * (0.5 + this.random() / 2)
    })
    this.on('closed', (closing) => this.saveState.disconnected(closing))
  }

  /** @returns Whether it went out; if not, it goes with the state when the connection is back. */
  private sendDocument(update: Uint8Array): boolean {
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, MESSAGE.sync)
    writeUpdate(encoder, update)
    return this.sendNow(encoder)
  }

  private sendPresence(): void {
    // Nothing was ever set, or this provider is being taken down.
    if (!this.awareness.meta.has(this.doc.clientID)) return
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, MESSAGE.presence)
    encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(this.awareness, [this.doc.clientID]))
    this.sendNow(encoder)
  }

  private sendNow(encoder: encoding.Encoder): boolean {
    const { ws } = this
    if (!this.wsconnected || !ws || ws.readyState !== ws.OPEN) return false
    ws.send(encoding.toUint8Array(encoder) as Uint8Array<ArrayBuffer>)
    return true
  }

  private readPrivate(decoder: decoding.Decoder): void {
    const kind = decoding.readVarUint(decoder)
    if (kind === PRIVATE.saved) {
      this.saveState.saved(decoding.readVarUint(decoder))
      return
    }
    const value = JSON.parse(decoding.readVarString(decoder)) as Record<string, unknown>
    const reason = String(value.reason ?? '')
    if (kind === PRIVATE.hello) {
      this.saveState.hello(value.role as Role, String(value.author), value.writable !== false, reason)
    } else if (kind === PRIVATE.access) this.saveState.accessChanged(value.role as Role)
    else if (kind === PRIVATE.store) this.saveState.storeChanged(value.writable !== false, reason)
    else if (kind === PRIVATE.refused && value.code !== 'presence') this.saveState.refused(String(value.message))
  }
}
