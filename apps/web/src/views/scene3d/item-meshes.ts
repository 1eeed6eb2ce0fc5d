import { buildItemMesh, type SurfaceLook } from '@enfilade/catalogue'
import type { SceneItem } from '@enfilade/scene'
import { type BufferGeometry, Mesh } from 'three'
import type { MaterialLibrary } from './material-library.ts'
import { toGeometry } from './part-group.ts'

type Part = { readonly geometry: BufferGeometry; readonly look: SurfaceLook }

/** Shared geometry of items that look the same; the last one to leave disposes of it. */
export type ItemMeshes = {
  /** @returns the item's meshes, in its own frame, and the key to give back with `release`. */
  acquire(item: SceneItem): { readonly key: string; readonly meshes: readonly Mesh[] }
  release(key: string): void
  /** How many different geometries are alive. */
  size(): number
  dispose(): void
}

/** What of an item decides its mesh. */
export function looksKey(item: SceneItem): string {
  const { category, size, variant, shape, finishes, states } = item
  return JSON.stringify([category, size, variant, shape, sortKeys(finishes), sortKeys(states)])
}

function sortKeys(record: object | undefined): [string, unknown][] {
  return record ? Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)) : []
}

export function createItemMeshes(library: MaterialLibrary): ItemMeshes {
  const shared = new Map<string, { parts: readonly Part[]; users: number }>()
  const drop = (parts: readonly Part[]) => {
    for (const part of parts) part.geometry.dispose()
  }
  return {
    acquire(item) {
      const key = looksKey(item)
      let entry = shared.get(key)
      if (!entry) {
        entry = { parts: buildParts(item, library), users: 0 }
        shared.set(key, entry)
      }
      entry.users++
      return { key, meshes: entry.parts.map((part) => meshOf(part, library)) }
    },
    release(key) {
      const entry = shared.get(key)
      if (!entry || --entry.users > 0) return
      shared.delete(key)
      drop(entry.parts)
    },
    size: () => shared.size,
    dispose() {
      for (const entry of shared.values()) drop(entry.parts)
      shared.clear()
    },
  }
}

function meshOf(part: Part, library: MaterialLibrary): Mesh {
  const material = library.get(part.look)
  const mesh = new Mesh(part.geometry, material)
  const shines = (part.look.emissive ?? 0) > 0
  mesh.castShadow = !material.transparent && !shines
  mesh.receiveShadow = !material.transparent
  if (material.transparent) mesh.renderOrder = 1
  mesh.matrixAutoUpdate = false
  return mesh
}

function buildParts(item: SceneItem, library: MaterialLibrary): Part[] {
  return buildItemMesh(item).map((part) => {
    const look: SurfaceLook = {
      material: part.material,
      color: part.color,
      ...(part.emissive ? { emissive: part.emissive } : {}),
    }
    const geometry = toGeometry(part, library.patternScale(look))
    return { geometry, look }
  })
}
