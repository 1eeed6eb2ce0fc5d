import { EnfiladeProvider, type SyncStatus } from '@enfilade/sync/client'
import { type Accessor, createEffect, createMemo, createSignal, onCleanup } from 'solid-js'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { OpenSpace } from '../api/spaces.ts'
import type { Role } from '../editor/session.tsx'
import { keepLocalCopy } from './local-copy.ts'

/**
 * connecting: not yet heard from the server · offline: the line is down, edits are kept here · saving: on their way, not
 * yet stored · saved: everything of mine is stored · read-only: nothing can be stored now although the role allows it ·
 * refused: the server did not take an edit, so what is seen here is not what others see.
 */
export type ConnectionState = 'connecting' | 'offline' | 'saving' | 'saved' | 'read-only' | 'refused'

export type Connection = {
  readonly state: Accessor<ConnectionState>
  /** True once the stored document, or the copy kept here, can be shown. */
  readonly isLoaded: Accessor<boolean>
  /** Edits that the server has not confirmed. */
  readonly pending: Accessor<number>
  /** The role that the server says this connection has; undefined until it has said so. */
  readonly role: Accessor<Role | undefined>
  /** Why nothing can be stored just now; undefined: it can. */
  readonly readOnlyReason: Accessor<string | undefined>
  /** The server has ended it for good (access taken away, space gone). */
  readonly ended: Accessor<{ readonly code: number } | undefined>
  /** Connects again after an end: the role may have changed. */
  reconnect(): void
}

const isEditor = (role: Role | undefined) => role === undefined || role === 'edit' || role === 'owner'

/** What the pill says, from what the provider knows. */
export function connectionState(status: SyncStatus, isSynced: boolean): ConnectionState {
  if (status.state === 'offline' || status.state === 'closed') return 'offline'
  if (status.state === 'refused') return 'refused'
  if (!isSynced) return 'connecting'
  // For a viewer there is nothing to save; the role is told elsewhere.
  if (status.state === 'read-only') return isEditor(status.role) ? 'read-only' : 'saved'
  return status.state
}

/** Joins the space's document; ends with the reactive owner. */
export function createConnection(ydoc: Y.Doc, awareness: Awareness, space: OpenSpace): Connection {
  const url = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/sync`
  const provider = new EnfiladeProvider(url, space.document, ydoc, {
    awareness,
    connect: false,
    params: space.token ? { token: space.token } : {},
  })
  const [status, setStatus] = createSignal<SyncStatus>(provider.status)
  const [isSynced, setSynced] = createSignal(false)
  const [isLoaded, setLoaded] = createSignal(false)
  // A socket takes long to notice that the line is gone; the browser knows at once.
  const [isOnline, setOnline] = createSignal(navigator.onLine)
  const followLine = () => setOnline(navigator.onLine)
  addEventListener('online', followLine)
  addEventListener('offline', followLine)
  provider.onStatus(setStatus)
  provider.on('sync', (synced: boolean) => {
    setSynced(synced)
    if (synced) setLoaded(true)
  })

  const copy = keepLocalCopy(ydoc, space.document)
  let isEnded = false
  copy.restored.then((hasContent) => {
    if (isEnded) return
    // Work that an earlier visit could not send is shown even where the server can't be reached.
    if (hasContent) setLoaded(true)
    provider.connect()
  })
  createEffect(() => {
    const { pending, state } = status()
    if (pending > 0) copy.keep()
    else if (state === 'saved' && isSynced()) copy.forget()
  })
  onCleanup(() => {
    isEnded = true
    removeEventListener('online', followLine)
    removeEventListener('offline', followLine)
    provider.destroy()
    copy.end()
  })

  const state = createMemo(() => {
    const now = isOnline() ? connectionState(status(), isSynced()) : 'offline'
    return now === 'offline' && !isLoaded() ? 'connecting' : now
  })
  return {
    state,
    isLoaded,
    pending: () => status().pending,
    role: createMemo(() => status().role),
    readOnlyReason: createMemo(() => (state() === 'read-only' ? (status().reason ?? '') : undefined)),
    ended: createMemo(() => {
      const { state: now, code } = status()
      return now === 'closed' ? { code: code ?? 0 } : undefined
    }),
    reconnect: () => provider.connect(),
  }
}
