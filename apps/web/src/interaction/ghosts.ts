import {
  applyChange,
  createSceneReader,
  type Id,
  type Point2,
  type Scene,
  type SceneDocument,
  type SceneItem,
  type SceneOpening,
  type SceneWall,
} from '@enfilade/scene'
import type { ProposalGroup } from '../editor/proposal.ts'
import { toItemFrame } from './support.ts'

/** A thing as a proposal would have it. `isNew` is false where it changes or moves what is there. */
export type Ghost = {
  readonly key: string
  readonly group: string
  readonly isNew: boolean
} & (
  | { readonly kind: 'item'; readonly item: SceneItem }
  | { readonly kind: 'wall'; readonly wall: SceneWall }
  | { readonly kind: 'opening'; readonly opening: SceneOpening }
)

export type Ghosts = {
  readonly shown: readonly Ghost[]
  /** Things of the document that a group would remove. */
  readonly removed: ReadonlyMap<Id, string>
}

export const noGhosts: Ghosts = { shown: [], removed: new Map() }

/** Everything that a proposal's groups would add or change, as it would stand with all of them accepted. */
export function createGhostReader(): (document: SceneDocument, groups: readonly ProposalGroup[]) => Ghosts {
  const reader = createSceneReader()
  return (document, groups) => {
    if (groups.length === 0) return noGhosts
    let current = document
    const owners = new Map<Id, { group: string; isNew: boolean }>()
    const removed = new Map<Id, string>()
    for (const group of groups) {
      current = applyChange(current, group.change)
      for (const id of Object.keys(group.change.removed)) if (document.has(id)) removed.set(id, group.id)
      for (const id of Object.keys(group.change.added)) owners.set(id, { group: group.id, isNew: true })
      for (const id of Object.keys(group.change.updated)) {
        if (!owners.has(id)) owners.set(id, { group: group.id, isNew: false })
      }
    }
    return { shown: collectGhosts(reader.read(current), owners), removed }
  }
}

function collectGhosts(scene: Scene, owners: ReadonlyMap<Id, { group: string; isNew: boolean }>): Ghost[] {
  const shown: Ghost[] = []
  for (const item of scene.items) {
    const owner = owners.get(item.id)
    if (owner) shown.push({ ...owner, key: item.id, kind: 'item', item })
  }
  for (const wall of scene.walls) {
    const owner = owners.get(wall.id)
    if (owner) shown.push({ ...owner, key: wall.id, kind: 'wall', wall })
  }
  for (const opening of scene.openings) {
    const owner = owners.get(opening.id)
    if (owner) shown.push({ ...owner, key: opening.id, kind: 'opening', opening })
  }
  return shown
}

/** The proposal group whose item lies under a plan point; the smallest item wins. */
export function ghostAt(ghosts: Ghosts, point: Point2): string | undefined {
  let best: { group: string; area: number } | undefined
  for (const ghost of ghosts.shown) {
    if (ghost.kind !== 'item') continue
    const { size, worldPose } = ghost.item
    const local = toItemFrame(worldPose, point)
    if (Math.abs(local[0]) > size[0] / 2 || Math.abs(local[1]) > size[1] / 2) continue
    const area = size[0] * size[1]
    if (!best || area < best.area) best = { group: ghost.group, area }
  }
  return best?.group
}
