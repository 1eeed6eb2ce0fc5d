import type { Id, Scene } from '@enfilade/scene'
import { type Accessor, createMemo, createSignal, type Setter } from 'solid-js'
import type { Proposal, ProposalGroup } from './proposal.ts'
import type { Realised, Stale } from './realised.ts'
import type { FilmedMoment, SceneCamera } from './scene-camera.ts'

export type ViewMode = 'plan' | '3d' | 'split' | 'walk'
export type ToolName = 'select' | 'wall' | 'door' | 'window' | 'item' | 'pan' | 'measure'
/** How the 3D view shows the space: as a model, or realised. */
export type Look = 'drawn' | 'realised'
export type SidePanel = 'inspector' | 'look' | 'copilot' | 'script'
export type Drawer = 'catalogue' | 'outline'

/**
 * What the item tool is about to place. `dragging`: the pointer came down on a catalogue card and is still down, so the
 * tool places on pointer up; otherwise it places on click. The shell clears it when the pointer goes up elsewhere.
 */
export type PendingKind = { readonly category: string; readonly variant?: string; readonly dragging: boolean }

/** A command that the views carry out and buttons, menus and keys ask for. */
export type ViewCommand = 'fit' | 'fit-selection'

/** What one person looks at and works with; never in the document. */
export type ViewState = {
  readonly mode: Accessor<ViewMode>
  setMode(mode: ViewMode): void
  /** Realised only while there is something to show. */
  readonly look: Accessor<Look>
  setLook(look: Look): void
  readonly realised: Accessor<Realised | undefined>
  setRealised(realised: Realised | undefined): void
  readonly stale: Accessor<Stale>
  setStale(stale: Stale): void
  /** The 3D view's camera; undefined while there is no such view. */
  readonly sceneCamera: Accessor<SceneCamera | undefined>
  setSceneCamera(camera: SceneCamera | undefined): void
  /** The moment of a film that the 3D view shows, instead of what it showed; whoever moves about in it ends that. */
  readonly filmed: Accessor<FilmedMoment | undefined>
  setFilmed(moment: FilmedMoment | undefined): void
  readonly tool: Accessor<ToolName>
  /** Any tool but `item` forgets the pending kind. */
  setTool(tool: ToolName): void
  readonly pendingKind: Accessor<PendingKind | undefined>
  /** Takes the item tool in hand; `undefined` lays it down. */
  setPendingKind(kind: PendingKind | undefined): void
  /** The chosen level, or the lowest one. Undefined only while the scene has none. */
  readonly level: Accessor<Id | undefined>
  setLevel(id: Id): void
  readonly snapping: Accessor<boolean>
  setSnapping: Setter<boolean>
  /** Single-letter keys on or off (an accessibility setting, remembered). */
  readonly letterKeys: Accessor<boolean>
  setLetterKeys(on: boolean): void

  /** The proposal whose ghosts are shown: mine, or the one that a peer shows. */
  readonly proposal: Accessor<Proposal | undefined>
  setProposal(proposal: Proposal | undefined): void
  /** Its groups less the hidden ones: exactly what a view draws as ghosts. */
  readonly ghostGroups: Accessor<readonly ProposalGroup[]>
  readonly isGroupHidden: (group: string) => boolean
  setGroupHidden(group: string, hidden: boolean): void
  readonly hoveredGroup: Accessor<string | undefined>
  setHoveredGroup(group: string | undefined): void

  readonly drawer: Accessor<Drawer | undefined>
  setDrawer(drawer: Drawer | undefined): void
  readonly panel: Accessor<SidePanel | undefined>
  setPanel(panel: SidePanel | undefined): void
  readonly shortcutsOpen: Accessor<boolean>
  setShortcutsOpen(open: boolean): void

  /** Asks the views for something; every view that listens carries it out. */
  command(command: ViewCommand): void
  /** @returns a function that stops listening. */
  onCommand(listener: (command: ViewCommand) => void): () => void
}

const letterKeysSetting = 'enfilade.letter-keys'
const modeSetting = 'enfilade.view-mode'
/** Narrower than this two views side by side are too small, pixels. */
const narrowPage = 700

function readSetting(key: string): string | null {
  try {
    return globalThis.localStorage?.getItem(key) ?? null
  } catch {
    // Storage may be denied; settings then last for the visit.
    return null
  }
}

function writeSetting(key: string, value: string): void {
  try {
    globalThis.localStorage?.setItem(key, value)
  } catch {
    // As above.
  }
}

function isNarrow(): boolean {
  return (globalThis.innerWidth ?? Infinity) < narrowPage
}

/** The view of the last visit; walking is never where one starts. */
function initialMode(): ViewMode {
  const remembered = readSetting(modeSetting)
  if (remembered === 'plan' || remembered === '3d' || remembered === 'split') return remembered
  return isNarrow() ? 'plan' : 'split'
}

export function createViewState(scene: Accessor<Scene>): ViewState {
  const [mode, setMode] = createSignal<ViewMode>(initialMode())
  const [wantedLook, setLook] = createSignal<Look>('drawn')
  const [realised, setRealised] = createSignal<Realised>()
  const [stale, setStale] = createSignal<Stale>(new Set())
  const [sceneCamera, setSceneCamera] = createSignal<SceneCamera>()
  const [filmed, setFilmed] = createSignal<FilmedMoment>()
  const [tool, setTool] = createSignal<ToolName>('select')
  const [pendingKind, setPendingKind] = createSignal<PendingKind>()
  const [chosenLevel, setLevel] = createSignal<Id>()
  const [snapping, setSnapping] = createSignal(true)
  const [letterKeys, setLetterKeys] = createSignal(readSetting(letterKeysSetting) !== 'off')
  const [proposal, setProposal] = createSignal<Proposal>()
  const [hidden, setHidden] = createSignal<ReadonlySet<string>>(new Set())
  const [hoveredGroup, setHoveredGroup] = createSignal<string>()
  const [drawer, setDrawer] = createSignal<Drawer>()
  const [panel, setPanel] = createSignal<SidePanel | undefined>(isNarrow() ? undefined : 'inspector')
  const [shortcutsOpen, setShortcutsOpen] = createSignal(false)
  const listeners = new Set<(command: ViewCommand) => void>()

  const level = createMemo(() => {
    const levels = scene().levels
    if (levels.some((candidate) => candidate.id === chosenLevel())) return chosenLevel()
    return [...levels].sort((a, b) => a.elevation - b.elevation || (a.id < b.id ? -1 : 1))[0]?.id
  })
  const ghostGroups = createMemo(() => {
    const current = proposal()
    if (current?.status !== 'open') return []
    return current.groups.filter((group) => !hidden().has(group.id))
  })

  return {
    mode,
    setMode(next) {
      writeSetting(modeSetting, next)
      setMode(next)
    },
    look: () => (realised() ? wantedLook() : 'drawn'),
    setLook,
    realised,
    setRealised,
    stale,
    setStale,
    sceneCamera,
    setSceneCamera,
    filmed,
    setFilmed,
    tool,
    setTool(next) {
      if (next !== 'item') setPendingKind(undefined)
      setTool(next)
    },
    pendingKind,
    setPendingKind(kind) {
      setPendingKind(kind)
      setTool(kind ? 'item' : 'select')
    },
    level,
    setLevel,
    snapping,
    setSnapping,
    letterKeys,
    setLetterKeys(on) {
      writeSetting(letterKeysSetting, on ? 'on' : 'off')
      setLetterKeys(on)
    },
    proposal,
    setProposal(next) {
      if (next?.id !== proposal()?.id) {
        setHidden(new Set<string>())
        setHoveredGroup(undefined)
      }
      setProposal(next)
    },
    ghostGroups,
    isGroupHidden: (group) => hidden().has(group),
    setGroupHidden(group, isHidden) {
      const next = new Set(hidden())
      if (isHidden) next.add(group)
      else next.delete(group)
      setHidden(next)
    },
    hoveredGroup,
    setHoveredGroup,
    drawer,
    setDrawer,
    panel,
    setPanel,
    shortcutsOpen,
    setShortcutsOpen,
    command(command) {
      for (const listener of listeners) listener(command)
    },
    onCommand(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
