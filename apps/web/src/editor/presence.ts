import type { Id } from '@enfilade/scene'
import { type Accessor, createEffect, createMemo, createSignal, on, onCleanup } from 'solid-js'
import type { Awareness } from 'y-protocols/awareness'
import {
  cleanName,
  type Draft,
  type Peer,
  type PresenceCamera,
  type PresenceCursor,
  type PresenceState,
  type PresenceUser,
  packPresence,
  parsePresence,
} from './presence-state.ts'
import { createThrottle } from './throttle.ts'

/** Presence goes out at most 15 times a second. */
const intervalMs = 1000 / 15

export type Presence = {
  /** Everybody else who is here and does not hide, sorted by client id. */
  readonly peers: Accessor<readonly Peer[]>
  readonly me: Accessor<PresenceUser>
  rename(name: string): void
  setCursor(cursor: PresenceCursor | null): void
  /** The gesture under way; `null` when it ends, right after the document was written. */
  setDraft(draft: Draft | null): void
  setCamera(camera: PresenceCamera | null): void
  setProposal(id: string | null): void
  readonly isHidden: Accessor<boolean>
  /** Hidden people see others and are not seen. */
  setHidden(hidden: boolean): void
  /** The peer whose camera mine follows. Ends by itself when they leave. */
  readonly following: Accessor<Peer | undefined>
  follow(clientId: number | undefined): void
}

export type PresenceOptions = {
  readonly awareness: Awareness
  readonly user: PresenceUser
  readonly selection: Accessor<readonly Id[]>
}

function equalPeers(a: readonly Peer[], b: readonly Peer[]): boolean {
  return a.length === b.length && a.every((peer, index) => peer === b[index])
}

export function createPresence(options: PresenceOptions): Presence {
  const { awareness } = options
  const [me, setMe] = createSignal(options.user)
  const [peers, setPeers] = createSignal<readonly Peer[]>([], { equals: equalPeers })
  const [isHidden, setHidden] = createSignal(false)
  const [followed, setFollowed] = createSignal<number>()
  const [proposal, setProposal] = createSignal<string | null>(null)
  let cursor: PresenceCursor | null = null
  let draft: Draft | null = null
  let camera: PresenceCamera | null = null

  const send = createThrottle(() => {
    if (isHidden()) {
      awareness.setLocalState({ hidden: true })
      return
    }
    const state: PresenceState = {
      user: me(),
      cursor,
      selection: options.selection(),
      camera,
      draft,
      proposal: proposal(),
    }
    awareness.setLocalState(packPresence(state))
  }, intervalMs)
  createEffect(on([options.selection, me, isHidden, proposal], () => send.call()))

  // A peer whose state did not change keeps its object, so that lists of cursors patch only what moved.
  const known = new Map<number, { raw: unknown; peer: Peer | undefined }>()
  const readPeers = () => {
    const states = awareness.getStates()
    for (const id of [...known.keys()]) if (!states.has(id)) known.delete(id)
    for (const [id, raw] of states) {
      if (id !== awareness.clientID && known.get(id)?.raw !== raw) known.set(id, { raw, peer: parsePresence(id, raw) })
    }
    const present = [...known.values()].map((entry) => entry.peer).filter((peer) => peer !== undefined)
    setPeers(present.sort((a, b) => a.clientId - b.clientId))
  }
  awareness.on('change', readPeers)
  readPeers()
  onCleanup(() => {
    send.cancel()
    awareness.off('change', readPeers)
    awareness.setLocalState(null)
  })

  return {
    peers,
    me,
    rename(name) {
      const cleaned = cleanName(name)
      if (cleaned !== '') setMe({ ...me(), name: cleaned })
    },
    setCursor(next) {
      cursor = next
      send.call()
    },
    setDraft(next) {
      draft = next
      send.call()
    },
    setCamera(next) {
      camera = next
      send.call()
    },
    setProposal,
    isHidden,
    setHidden,
    following: createMemo(() => peers().find((peer) => peer.clientId === followed())),
    follow: setFollowed,
  }
}
