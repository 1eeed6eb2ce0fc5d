import { type Accessor, createSignal, onCleanup } from 'solid-js'
import type { Awareness } from 'y-protocols/awareness'
import { WebsocketProvider } from 'y-websocket'
import type * as Y from 'yjs'
import type { OpenSpace } from '../api/spaces.ts'

/**
 * connecting: not yet heard from the server · offline: the line is down, edits are kept here · saving: sent, not yet
 * known to be stored · saved: everything of mine is stored.
 */
export type ConnectionState = 'connecting' | 'offline' | 'saving' | 'saved'

export type Connection = {
  readonly state: Accessor<ConnectionState>
  /** True once the stored document is here. */
  readonly isLoaded: Accessor<boolean>
  /** The server has ended it for good (access taken away, space gone). */
  readonly ended: Accessor<{ readonly code: number; readonly reason: string } | undefined>
  /** Why nothing can be stored just now; undefined: it can. */
  readonly readOnlyReason: Accessor<string | undefined>
  /** Connects again after an end: the role may have changed. */
  reconnect(): void
}

/** Joins the space's document; ends with the reactive owner. */
export function createConnection(ydoc: Y.Doc, awareness: Awareness, space: OpenSpace): Connection {
  const [isConnected, setConnected] = createSignal(false)
  const [isLoaded, setLoaded] = createSignal(false)
  const [isSynced, setSynced] = createSignal(false)
  const [ended, setEnded] = createSignal<{ code: number; reason: string }>()
  const url = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync`
  const provider = new WebsocketProvider(url, space.document, ydoc, {
    awareness,
    params: space.token ? { token: space.token } : {},
    disableBc: true,
  })
  provider.on('status', ({ status }) => {
    setConnected(status === 'connected')
    if (status !== 'connected') setSynced(false)
  })
  provider.on('sync', (synced) => {
    setSynced(synced)
    if (synced) setLoaded(true)
  })
  provider.on('closed', setEnded)
  onCleanup(() => provider.destroy())

  return {
    state: () => {
      if (!isConnected()) return isLoaded() ? 'offline' : 'connecting'
      return isSynced() ? 'saved' : 'connecting'
    },
    isLoaded,
    readOnlyReason: () => undefined,
    ended,
    reconnect() {
      setEnded(undefined)
      provider.connect()
    },
  }
}
