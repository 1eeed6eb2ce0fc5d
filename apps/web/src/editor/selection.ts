import type { Id, Scene } from '@enfilade/scene'
import { type Accessor, createMemo, createSignal } from 'solid-js'

/** What I hold. Ids are items, walls, openings or rooms; those that left the scene leave the selection by themselves. */
export type Selection = {
  /** In the order of picking; the last one is the primary. */
  readonly ids: Accessor<readonly Id[]>
  has(id: Id): boolean
  /** Replaces the selection; with `additive` each id is toggled instead. */
  select(ids: Id | readonly Id[], additive?: boolean): void
  clear(): void
  /** Under the pointer, in whichever view or list. */
  readonly hovered: Accessor<Id | undefined>
  setHovered(id: Id | undefined): void
}

/** Toggles every id of `picked` in `current`, keeping the order of picking. */
export function toggleIds(current: readonly Id[], picked: readonly Id[]): Id[] {
  const removed = new Set(picked.filter((id) => current.includes(id)))
  return [...current.filter((id) => !removed.has(id)), ...picked.filter((id) => !removed.has(id))]
}

function equalIds(a: readonly Id[], b: readonly Id[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index])
}

export function createSelection(scene: Accessor<Scene>): Selection {
  const [picked, setPicked] = createSignal<readonly Id[]>([])
  const [hovered, setHovered] = createSignal<Id>()
  // Derived, not pruned by an effect: an undo that brings a thing back brings its selection back too.
  const ids = createMemo<readonly Id[]>(() => picked().filter((id) => scene().byId.has(id)), [], { equals: equalIds })
  const set = createMemo(() => new Set(ids()))
  return {
    ids,
    has: (id) => set().has(id),
    select(value, additive = false) {
      const next = typeof value === 'string' ? [value] : [...new Set(value)]
      setPicked(additive ? toggleIds(ids(), next) : next)
    },
    clear: () => setPicked([]),
    hovered: createMemo(() => {
      const id = hovered()
      return id !== undefined && scene().byId.has(id) ? id : undefined
    }),
    setHovered,
  }
}
