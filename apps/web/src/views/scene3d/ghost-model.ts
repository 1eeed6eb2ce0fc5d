import { createMeshBuilder, cutWall } from '@enfilade/building'
import { buildItemMesh } from '@enfilade/catalogue'
import type { SceneItem, SceneOpening, SceneWall } from '@enfilade/scene'
import { type BufferGeometry, Group, Mesh, MeshStandardMaterial } from 'three'
import type { Ghost } from '../../interaction/ghosts.ts'
import { toGeometry } from './part-group.ts'

/** See-through bodies of a proposal, in the accent. */
export type GhostModel = {
  readonly root: Group
  update(ghosts: readonly Ghost[]): void
  /** Brings a group forward and the others back; undefined: all alike. */
  highlight(group: string | undefined): void
  groupOf(mesh: Mesh): string | undefined
  dispose(): void
}

type Entry = { readonly ghost: Ghost; readonly object: Group }

const accent = '#2f8a7b'
const opacities = { usual: 0.42, chosen: 0.72, dimmed: 0.16 }

function createMaterial(opacity: number): MeshStandardMaterial {
  return new MeshStandardMaterial({
    color: accent,
    roughness: 0.85,
    transparent: true,
    opacity,
    emissive: accent,
    emissiveIntensity: 0.16,
    depthWrite: true,
  })
}

export function createGhostModel(): GhostModel {
  const root = new Group()
  const entries = new Map<string, Entry>()
  const usual = createMaterial(opacities.usual)
  const chosen = createMaterial(opacities.chosen)
  const dimmed = createMaterial(opacities.dimmed)
  let highlighted: string | undefined

  const materialOf = (group: string) => {
    if (highlighted === undefined) return usual
    return group === highlighted ? chosen : dimmed
  }
  const remove = (key: string, entry: Entry) => {
    root.remove(entry.object)
    entry.object.traverse((part) => (part as Mesh).geometry?.dispose())
    entries.delete(key)
  }
  return {
    root,
    update(ghosts) {
      const keys = new Set(ghosts.map((ghost) => ghost.key))
      for (const [key, entry] of entries) if (!keys.has(key)) remove(key, entry)
      for (const ghost of ghosts) {
        const known = entries.get(ghost.key)
        if (known && sourceOf(known.ghost) === sourceOf(ghost) && known.ghost.group === ghost.group) continue
        if (known) remove(ghost.key, known)
        const object = buildGhost(ghost, materialOf(ghost.group))
        object.userData.group = ghost.group
        root.add(object)
        entries.set(ghost.key, { ghost, object })
      }
    },
    highlight(group) {
      highlighted = group
      for (const { ghost, object } of entries.values()) {
        const material = materialOf(ghost.group)
        for (const part of object.children) (part as Mesh).material = material
      }
    },
    groupOf: (mesh) => mesh.parent?.userData.group as string | undefined,
    dispose() {
      for (const [key, entry] of entries) remove(key, entry)
      usual.dispose()
      chosen.dispose()
      dimmed.dispose()
    },
  }
}

function sourceOf(ghost: Ghost): SceneItem | SceneWall | SceneOpening {
  if (ghost.kind === 'item') return ghost.item
  return ghost.kind === 'wall' ? ghost.wall : ghost.opening
}

function buildGhost(ghost: Ghost, material: MeshStandardMaterial): Group {
  const object = new Group()
  for (const geometry of ghostGeometries(ghost)) {
    const mesh = new Mesh(geometry, material)
    mesh.renderOrder = 5
    object.add(mesh)
  }
  if (ghost.kind === 'item') {
    const { x, y, z, yaw } = ghost.item.worldPose
    object.position.set(x, y, z)
    object.rotation.z = yaw
  }
  return object
}

function ghostGeometries(ghost: Ghost): BufferGeometry[] {
  if (ghost.kind === 'item') {
    return buildItemMesh(ghost.item).map((part) => toGeometry(part, 1))
  }
  const builder = createMeshBuilder()
  if (ghost.kind === 'wall') {
    for (const { ring, bottom, top } of cutWall(ghost.wall, [])) {
      for (let i = 0; i < ring.length; i++) {
        const a = ring[i]!
        const b = ring[(i + 1) % ring.length]!
        builder.quad(
          'ghost',
          [
            [...a, bottom],
            [...b, bottom],
            [...b, top],
            [...a, top],
          ],
          [a, b, b, a],
        )
      }
      builder.cap('ghost', ring, [], top, true)
    }
  } else {
    const { opening } = ghost
    const half = opening.width / 2
    const thick = opening.wallThickness / 2 + 0.02
    const frame = { origin: opening.center, along: opening.direction }
    builder.box('ghost', frame, [-half, half], [-thick, thick], [opening.sill, opening.sill + opening.height])
  }
  return builder.build({ ghost: { material: 'plastic', color: accent } }).map((part) => toGeometry(part, 1))
}
