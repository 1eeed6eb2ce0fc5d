import { roomsBeside } from '@enfilade/building'
import type { Id, Scene, SceneItem, SceneOpening, SceneRoom, SceneWall } from '@enfilade/scene'
import { Group, type Mesh, type Object3D } from 'three'
import { storeyHeight } from '../../interaction/support.ts'
import { openingObject, roomObject, wallObject } from './building-objects.ts'
import { createItemMeshes, type ItemMeshes, looksKey } from './item-meshes.ts'
import { layers } from './layers.ts'
import type { MaterialLibrary } from './material-library.ts'

export type ModelKind = 'item' | 'wall' | 'opening' | 'room'

/** What has been done to objects since the model was made. A test reads them; nothing else does. */
export type ModelCounters = { created: number; moved: number; rebuilt: number; removed: number }

type Entry = {
  readonly kind: ModelKind
  object: Group
  /** What the object was built from; the same identities mean that nothing is to be done. */
  sources: readonly unknown[]
  /** The shared geometry of an item. */
  meshKey?: string
  /** An item that is not shown, as the ceiling it is flush with is cut away. */
  isAway?: boolean
  setOpen?: (amount: number) => void
  setCeiling?: (shown: boolean) => void
}

/** Objects of a level's scene, patched as it changes. Needs no WebGL: a test can run it. */
export type SceneModel = {
  readonly root: Group
  readonly counters: ModelCounters
  /** Brings the objects in step with a scene. @returns true when anything changed. */
  update(scene: Scene, level: Id): boolean
  objectOf(id: Id): Object3D | undefined
  kindOf(id: Id): ModelKind | undefined
  entries(): IterableIterator<[Id, { readonly kind: ModelKind; readonly object: Group }]>
  setCeilings(shown: boolean): void
  /** Things in hand or selected, which show although they are flush with a ceiling that is cut away. */
  reveal(ids: ReadonlySet<Id>): void
  /** Draws only these; undefined: everything. What is not drawn can still be picked. */
  drawOnly(ids: ReadonlySet<Id> | undefined): void
  /** Shows a door further open than the document says; undefined: as the document says. */
  setOpen(id: Id, amount: number | undefined): void
  dispose(): void
}

/** Which thing a mesh belongs to, kept on the thing's group. */
export function ownerOf(object: Object3D): { id: Id; kind: ModelKind } | undefined {
  for (let current: Object3D | null = object; current; current = current.parent) {
    const { owner } = current.userData as { owner?: { id: Id; kind: ModelKind } }
    if (owner) return owner
  }
  return undefined
}

const sameSources = (a: readonly unknown[], b: readonly unknown[]) =>
  a.length === b.length && a.every((source, index) => source === b[index])

export function createSceneModel(library: MaterialLibrary): SceneModel {
  const root = new Group()
  const entries = new Map<Id, Entry>()
  const counters: ModelCounters = { created: 0, moved: 0, rebuilt: 0, removed: 0 }
  const itemMeshes = createItemMeshes(library)
  let hasCeilings = false
  let revealed: ReadonlySet<Id> = new Set()
  let drawn: ReadonlySet<Id> | undefined
  let hasChanged = false

  const remove = (id: Id, entry: Entry) => {
    root.remove(entry.object)
    release(entry, itemMeshes)
    entries.delete(id)
  }
  /** Keeps, rebuilds or makes the object of one thing. */
  const put = (
    id: Id,
    kind: ModelKind,
    sources: readonly unknown[],
    build: () => Omit<Entry, 'kind' | 'sources'>,
  ): Entry => {
    const known = entries.get(id)
    if (known && known.kind === kind && sameSources(known.sources, sources)) return known
    if (known) {
      remove(id, known)
      counters.rebuilt++
    } else counters.created++
    const entry: Entry = { ...build(), kind, sources }
    entry.object.userData.owner = { id, kind }
    const layer = kind === 'item' ? layers.furniture : layers.structure
    entry.object.traverse((part) => part.layers.enable(layer))
    entry.object.visible = drawn?.has(id) ?? true
    entries.set(id, entry)
    root.add(entry.object)
    hasChanged = true
    return entry
  }

  /** From above the ceiling is not there, and what is flush with it would hang in the air. */
  const showItem = (id: Id, entry: Entry) => {
    const item = entry.sources[0] as SceneItem
    const isShown = hasCeilings || !isFlushWithCeiling(item) || revealed.has(id)
    if (entry.isAway === !isShown) return
    entry.isAway = !isShown
    entry.object.traverse((part) => {
      for (const layer of [layers.seen, layers.furniture])
        isShown ? part.layers.enable(layer) : part.layers.disable(layer)
    })
  }
  const showItems = () => {
    for (const [id, entry] of entries) if (entry.kind === 'item') showItem(id, entry)
  }

  const putItem = (item: SceneItem) => {
    const known = entries.get(item.id)
    if (known?.kind === 'item' && known.sources[0] === item) return
    if (known?.kind === 'item' && known.meshKey === looksKey(item)) {
      known.sources = [item]
      place(known.object, item)
      showItem(item.id, known)
      counters.moved++
      hasChanged = true
      return
    }
    const entry = put(item.id, 'item', [item], () => {
      const { key, meshes } = itemMeshes.acquire(item)
      const object = new Group()
      object.matrixAutoUpdate = false
      for (const mesh of meshes) object.add(mesh)
      place(object, item)
      return { object, meshKey: key, isAway: false }
    })
    showItem(item.id, entry)
  }

  const putWall = (scene: Scene, wall: SceneWall, openings: readonly SceneOpening[]) => {
    const { left, right } = roomsBeside(scene, wall)
    // Of the rooms only the finishes count, and whether there is one at all.
    const sources = [
      wall,
      ...openings,
      left && (left.label?.finishes ?? true),
      right && (right.label?.finishes ?? true),
    ]
    put(wall.id, 'wall', sources, () => ({ object: wallObject(wall, { openings, left, right }, library) }))
  }
  const putOpening = (opening: SceneOpening) => {
    put(opening.id, 'opening', [opening], () => {
      const { group, setOpen } = openingObject(opening, library)
      return { object: group, setOpen }
    })
  }
  const putRoom = (scene: Scene, room: SceneRoom) => {
    const height = storeyHeight(scene, room.level)
    put(room.id, 'room', [room, height], () => {
      const { group, setCeiling } = roomObject(room, height, library)
      setCeiling(hasCeilings)
      return { object: group, setCeiling }
    })
  }

  return {
    root,
    counters,
    update(scene, level) {
      hasChanged = false
      const seen = new Set<Id>()
      const openings = new Map<Id, SceneOpening[]>()
      for (const opening of scene.openings) {
        if (opening.level !== level) continue
        seen.add(opening.id)
        putOpening(opening)
        const list = openings.get(opening.wall)
        if (list) list.push(opening)
        else openings.set(opening.wall, [opening])
      }
      for (const wall of scene.walls) {
        if (wall.level !== level) continue
        seen.add(wall.id)
        putWall(scene, wall, openings.get(wall.id) ?? [])
      }
      for (const room of scene.rooms) {
        if (room.level !== level) continue
        seen.add(room.id)
        putRoom(scene, room)
      }
      for (const item of scene.items) {
        if (item.level !== level) continue
        seen.add(item.id)
        putItem(item)
      }
      for (const [id, entry] of entries) {
        if (seen.has(id)) continue
        remove(id, entry)
        counters.removed++
        hasChanged = true
      }
      return hasChanged
    },
    objectOf: (id) => entries.get(id)?.object,
    kindOf: (id) => entries.get(id)?.kind,
    entries: () => entries.entries(),
    setCeilings(shown) {
      hasCeilings = shown
      for (const entry of entries.values()) entry.setCeiling?.(shown)
      showItems()
    },
    reveal(ids) {
      revealed = ids
      showItems()
    },
    drawOnly(ids) {
      drawn = ids
      for (const [id, entry] of entries) entry.object.visible = ids?.has(id) ?? true
    },
    setOpen(id, amount) {
      const entry = entries.get(id)
      if (entry?.kind !== 'opening') return
      entry.setOpen?.(amount ?? (entry.sources[0] as SceneOpening).open ?? 0)
    },
    dispose() {
      for (const [id, entry] of entries) remove(id, entry)
      itemMeshes.dispose()
    },
  }
}

/** A lamp on a cord is seen from above as what it is; a flush one is not. */
const flushUpTo = 0.35

/** Hidden from above together with the ceiling. */
export function isFlushWithCeiling(item: SceneItem): boolean {
  return item.support.on === 'ceiling' && item.size[2] <= flushUpTo
}

function place(object: Group, item: SceneItem): void {
  const { x, y, z, yaw } = item.worldPose
  object.position.set(x, y, z)
  object.rotation.set(0, 0, yaw)
  object.updateMatrix()
  object.updateMatrixWorld(true)
}

/** Items share their geometry; the rest own theirs. Materials belong to the library. */
function release(entry: Entry, itemMeshes: ItemMeshes): void {
  if (entry.meshKey !== undefined) {
    itemMeshes.release(entry.meshKey)
    return
  }
  entry.object.traverse((object) => (object as Mesh).geometry?.dispose())
}
