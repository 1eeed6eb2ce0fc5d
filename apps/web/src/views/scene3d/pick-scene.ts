import type { Id, Point2, Scene, Support } from '@enfilade/scene'
import { type Mesh, type PerspectiveCamera, Plane, Raycaster, Vector2, Vector3 } from 'three'
import type { Handle } from '../../interaction/handles.ts'
import type { Hit } from '../../interaction/pointer.ts'
import type { GhostModel } from './ghost-model.ts'
import { ownerOf, type SceneModel } from './model.ts'

/** What a ray through a pixel meets. */
export type ScenePick = {
  readonly hit: Hit | undefined
  /** The first surface on the way, in the level's frame; undefined: nothing but sky. */
  readonly point: readonly [number, number, number] | undefined
  /** A top that things can be put on: the item met, from above. */
  readonly surface?: { readonly z: number; readonly support: Support }
}

/** Picks with rays. One raycaster and its vectors are kept. */
export type ScenePicker = {
  /** Aims at a pixel; the other calls go by the last aim. */
  aim(px: number, py: number, width: number, height: number): void
  pick(scene: Scene, without: ReadonlySet<Id>): ScenePick
  /** Where the ray meets a level plane; undefined: beyond the horizon. */
  onPlane(z: number): Point2 | undefined
  /** The proposal group under the aim. */
  ghostAt(ghosts: GhostModel): string | undefined
  nearestHandle(handles: readonly Handle[], z: number, px: number, py: number, reachPx: number): Handle | undefined
}

const farthest = 300

export function createScenePicker(camera: PerspectiveCamera, model: SceneModel): ScenePicker {
  const raycaster = new Raycaster()
  const pointer = new Vector2()
  const plane = new Plane(new Vector3(0, 0, 1), 0)
  const scratch = new Vector3()
  let screenWidth = 1
  let screenHeight = 1

  return {
    aim(px, py, width, height) {
      screenWidth = width
      screenHeight = height
      pointer.set((px / width) * 2 - 1, 1 - (py / height) * 2)
      raycaster.setFromCamera(pointer, camera)
    },
    pick(scene, without) {
      for (const hit of raycaster.intersectObject(model.root, true)) {
        const owner = ownerOf(hit.object)
        if (!owner || without.has(owner.id) || !scene.byId.has(owner.id)) continue
        const { x, y, z } = hit.point
        const isTop = owner.kind === 'item' && (hit.face?.normal.z ?? 0) > 0.7
        return {
          hit: { kind: owner.kind, id: owner.id },
          point: [x, y, z],
          ...(isTop ? { surface: { z, support: { on: 'item', id: owner.id } } } : {}),
        }
      }
      const floor = this.onPlane(0)
      return { hit: undefined, point: floor && [floor[0], floor[1], 0] }
    },
    onPlane(z) {
      plane.constant = -z
      const point = raycaster.ray.intersectPlane(plane, scratch)
      if (!point || point.distanceTo(raycaster.ray.origin) > farthest) return undefined
      return [point.x, point.y]
    },
    ghostAt(ghosts) {
      const hit = raycaster.intersectObject(ghosts.root, true)[0]
      return hit && ghosts.groupOf(hit.object as Mesh)
    },
    nearestHandle(handles, z, px, py, reachPx) {
      let best: Handle | undefined
      let bestDistance = reachPx
      for (const handle of handles) {
        scratch.set(handle.at[0], handle.at[1], z).project(camera)
        if (scratch.z > 1) continue
        const dx = ((scratch.x + 1) / 2) * screenWidth - px
        const dy = ((1 - scratch.y) / 2) * screenHeight - py
        const distance = Math.hypot(dx, dy)
        if (distance <= bestDistance) {
          best = handle
          bestDistance = distance
        }
      }
      return best
    },
  }
}
