import { createEffect, createMemo, createResource, createSignal, onCleanup } from 'solid-js'
import { createStore } from 'solid-js/store'
import { acceptProposal, askCopilot, type CopilotEvent, fetchProposal, rejectProposal } from '../../api/copilot.ts'
import type { OpenSpace } from '../../api/spaces.ts'
import type { Peer } from '../../editor/presence-state.ts'
import type { Proposal, Unmet } from '../../editor/proposal.ts'
import type { Editor } from '../../editor/session.tsx'
import { isLook } from '../../interaction/proposed-look.ts'
import { closeOverDependencies, groupDependencies, mergeGroups } from './proposal-groups.ts'

/** The server takes no more. */
const maximumSelection = 200

/** How much a request adds on its own. */
export const densities = ['sparse', 'normal', 'full'] as const
export type Density = (typeof densities)[number]

export type TurnStatus = 'working' | 'done' | 'stopped' | 'failed'

/** One request and what came of it. */
export type Turn = {
  readonly id: number
  prompt: string
  status: TurnStatus
  stage: string
  /** Share of the work that is done, 0 … 1; undefined while unknown. */
  share?: number
  proposal?: Proposal
  unmet: readonly Unmet[]
  answer?: { readonly text: string; readonly elements: readonly string[] }
  report?: string
  /** Thrown by the request, or said by the server in words. */
  error?: unknown
  /** Groups taken and groups that had gone stale, once decided. */
  outcome?: { readonly taken: number; readonly of: number; readonly stale: number }
}

export type Copilot = ReturnType<typeof createCopilot>

/** The conversation with the copilot in one space, its ghosts, and those that peers show. */
export function createCopilot(options: { space: OpenSpace; editor: Editor }) {
  const { space, editor } = options
  const [turns, setTurns] = createStore<Turn[]>([])
  const [draft, setDraft] = createSignal('')
  const [density, setDensity] = createSignal<Density>('normal')
  let abort: AbortController | undefined
  let nextId = 1

  const isWorking = () => turns.some((turn) => turn.status === 'working')
  const openTurn = createMemo(() =>
    turns.findLast((turn) => turn.proposal?.status === 'open' && turn.proposal.groups.length > 0),
  )
  const dependencies = createMemo(() => groupDependencies(editor.view.proposal()?.groups ?? []))

  // Ghosts of peers: presence carries the id, the server has the rest.
  const showingPeer = createMemo<Peer | undefined>(() => editor.presence.peers().find((peer) => peer.proposal !== null))
  const [peerProposal] = createResource(
    () => showingPeer()?.proposal ?? undefined,
    (id) => fetchProposal(space, id).catch(() => undefined),
  )
  createEffect(() => {
    const mine = openTurn()?.proposal
    const theirs = showingPeer() ? peerProposal.latest : undefined
    editor.presence.setProposal(mine?.id ?? null)
    editor.view.setProposal(mine ?? (theirs?.id === showingPeer()?.proposal ? theirs : undefined))
  })
  onCleanup(() => abort?.abort())

  const update = (id: number, values: Partial<Turn>) => setTurns((turn) => turn.id === id, values)
  const close = (turn: Turn, status: 'accepted' | 'rejected', outcome: Turn['outcome']) => {
    if (turn.proposal) update(turn.id, { proposal: { ...turn.proposal, status }, outcome })
  }
  const hear = (id: number, event: CopilotEvent) => {
    switch (event.type) {
      case 'progress':
        return update(id, {
          stage: event.stage,
          share: event.total > 0 ? Math.min(1, event.done / event.total) : undefined,
        })
      case 'proposal':
        return update(id, {
          proposal: event.proposal,
          ...(event.proposal.unmet.length > 0 ? { unmet: event.proposal.unmet } : {}),
          ...(event.proposal.report ? { report: event.proposal.report } : {}),
        })
      case 'unmet':
        return update(id, { unmet: event.unmet })
      case 'answer':
        return update(id, { answer: event })
      case 'error':
        return update(id, { status: 'failed', error: event.message })
      case 'done':
        return update(id, event.report ? { report: event.report } : {})
    }
  }
  const viewpoint = () => {
    const room = editor.selection.ids().find((id) => editor.scene().rooms.some((candidate) => candidate.id === id))
    return room ? { roomId: room } : {}
  }

  return {
    turns,
    draft,
    setDraft,
    density,
    setDensity,
    isWorking,
    /** The turn whose ghosts stand, waiting to be decided. */
    openTurn,
    /** Who shows the ghosts that I see, if it is not me. */
    shownBy: () => (openTurn() ? undefined : editor.view.proposal() && showingPeer()),

    async ask(prompt: string): Promise<void> {
      if (isWorking()) return
      const before = openTurn()
      if (before) await this.reject(before)
      const id = nextId++
      setTurns(turns.length, { id, prompt, status: 'working', stage: '', unmet: [] })
      abort = new AbortController()
      const { signal } = abort
      try {
        const selection = editor.selection.ids().slice(0, maximumSelection)
        await askCopilot(
          space,
          {
            prompt,
            selection,
            ...viewpoint(),
            locale: editor.locale(),
            // The words decide ("sparsely furnished") where nothing was chosen here.
            ...(density() === 'normal' ? {} : { options: { density: density() } }),
          },
          (event) => hear(id, event),
          signal,
        )
        setTurns((turn) => turn.id === id && turn.status === 'working', { status: 'done' })
      } catch (error) {
        update(id, signal.aborted ? { status: 'stopped' } : { status: 'failed', error })
      }
    },
    stop: () => abort?.abort(),

    /** Leaves a group out with whatever stands on it, or takes it with what it stands on. */
    setIncluded(group: string, isIncluded: boolean) {
      for (const id of closeOverDependencies([group], dependencies(), !isIncluded)) {
        editor.view.setGroupHidden(id, !isIncluded)
      }
    },
    /** Puts the shown groups into the document as one undo step; what somebody has changed since is left out. */
    async accept(turn: Turn): Promise<void> {
      const proposal = turn.proposal
      if (!proposal) return
      const chosen = proposal.groups.filter((group) => !editor.view.isGroupHidden(group.id))
      const { change, applied, stale } = mergeGroups(editor.document(), chosen)
      if (applied.length > 0 && !editor.applyChange(change, 'copilot', { label: proposal.prompt }).ok) return
      close(turn, 'accepted', { taken: applied.length, of: proposal.groups.length, stale: stale.length })
      // A look is to be looked at: outlines around everything would hide it.
      const placed = chosen.filter((group) => applied.includes(group.id) && !isLook(group.change))
      if (placed.length > 0) editor.selection.select(placed.flatMap((group) => group.items))
      // The document has it; that the server could not be told changes nothing for anybody.
      await acceptProposal(space, proposal.id, applied).catch(() => undefined)
    },
    /** A turn by its number; undefined: none yet. */
    turnOf: (id: number | undefined) => turns.find((turn) => turn.id === id),
    /**
     * Ghosts that were asked for elsewhere stand here as a turn of their own, to be decided like any.
     *
     * @param instead The turn whose place they take while it is undecided; what was left out of it stays out.
     * @returns the turn's number.
     */
    show(proposal: Proposal, unmet: readonly Unmet[], instead?: number): number {
      const before = openTurn()
      if (before?.proposal && before.id === instead) {
        const leftOut = before.proposal.groups.filter((group) => editor.view.isGroupHidden(group.id))
        void rejectProposal(space, before.proposal.id).catch(() => undefined)
        setTurns((turn) => turn.id === before.id, { prompt: proposal.prompt, proposal, unmet })
        for (const group of leftOut) editor.view.setGroupHidden(group.id, true)
        return before.id
      }
      if (before) void this.reject(before)
      const id = nextId++
      setTurns(turns.length, { id, prompt: proposal.prompt, status: 'done', stage: '', proposal, unmet })
      return id
    },
    async reject(turn: Turn): Promise<void> {
      if (!turn.proposal) return
      close(turn, 'rejected', undefined)
      await rejectProposal(space, turn.proposal.id).catch(() => undefined)
    },
  }
}
