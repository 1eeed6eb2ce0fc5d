import { roomsBeside } from '@enfilade/building'
import type { Id, Scene, SceneWall } from '@enfilade/scene'
import type { Object3D } from 'three'
import { direction, leftOf } from '../../interaction/plane.ts'
import { layers } from './layers.ts'
import type { SceneModel } from './model.ts'

/**
 * Which walls stand between the eye and the rooms. A wall with a room on one side only is open on the other; seen from
 * there, it is in the way. Flat arrays, so that asking every frame of an orbit allocates nothing.
 */
export type Cutaway = {
  /** Learns the walls of a scene. */
  update(scene: Scene, level: Id, model: SceneModel): void
  /** Hides what is in the way of an eye; everything shows where `enabled` is false. @returns true when that changed. */
  apply(eyeX: number, eyeY: number, elevation: number, enabled: boolean): boolean
  /** What is hidden now: walls with their openings and what hangs on them. */
  hidden(): Id[]
}

/** Straight down, all walls show their cut. */
const steepest = Math.PI / 2 - 0.06

type Screen = {
  ids: Id[]
  objects: Object3D[]
  x: number
  y: number
  /** Unit vector to the side that is open; zero for walls between two rooms. */
  nx: number
  ny: number
  isHidden: boolean
}

export function createCutaway(): Cutaway {
  let screens: Screen[] = []
  return {
    update(scene, level, model) {
      const wasHidden = new Set<Object3D>()
      for (const screen of screens) if (screen.isHidden) for (const object of screen.objects) wasHidden.add(object)
      screens = []
      for (const wall of scene.walls) {
        if (wall.level !== level) continue
        const object = model.objectOf(wall.id)
        if (!object) continue
        const objects = [object]
        const ids = [wall.id]
        for (const opening of scene.openings) {
          const part = opening.wall === wall.id ? model.objectOf(opening.id) : undefined
          if (part) objects.push(part)
          if (part) ids.push(opening.id)
        }
        for (const item of scene.items) {
          const part = item.support.on === 'wall' && item.support.id === wall.id ? model.objectOf(item.id) : undefined
          if (part) objects.push(part)
          if (part) ids.push(item.id)
        }
        screens.push(screenOf(scene, wall, objects, ids))
      }
      // Fresh objects start out shown; those of walls that stay hidden are hidden by the next `apply`.
      for (const object of wasHidden) setHidden(object, false)
    },
    apply(eyeX, eyeY, elevation, enabled) {
      let changed = false
      for (let i = 0; i < screens.length; i++) {
        const screen = screens[i]!
        const facing = (eyeX - screen.x) * screen.nx + (eyeY - screen.y) * screen.ny
        const hide = enabled && facing > 0 && elevation < steepest
        if (hide === screen.isHidden) continue
        screen.isHidden = hide
        changed = true
        for (let j = 0; j < screen.objects.length; j++) setHidden(screen.objects[j]!, hide)
      }
      return changed
    },
    hidden: () => screens.flatMap((screen) => (screen.isHidden ? screen.ids : [])),
  }
}

function screenOf(scene: Scene, wall: SceneWall, objects: Object3D[], ids: Id[]): Screen {
  const { left, right } = roomsBeside(scene, wall)
  const normal = leftOf(direction(wall.start, wall.end))
  const sign = left && !right ? -1 : right && !left ? 1 : 0
  return {
    ids,
    objects,
    x: (wall.start[0] + wall.end[0]) / 2,
    y: (wall.start[1] + wall.end[1]) / 2,
    nx: normal[0] * sign,
    ny: normal[1] * sign,
    isHidden: false,
  }
}

function setHidden(object: Object3D, hidden: boolean): void {
  object.traverse((part) => (hidden ? part.layers.disable(layers.seen) : part.layers.enable(layers.seen)))
}
