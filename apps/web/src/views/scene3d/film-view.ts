import type { Id, Scene, SceneItem } from '@enfilade/scene'
import { type Accessor, createEffect, createMemo, on, onCleanup } from 'solid-js'
import { Matrix4, type PerspectiveCamera, Vector3 } from 'three'
import type { FilmedMoment } from '../../editor/scene-camera.ts'
import type { Editor } from '../../editor/session.tsx'
import type { SceneModel } from './model.ts'
import type { Stage } from './stage.ts'

type Lamp = { readonly id: Id; readonly on?: boolean }

export type FilmView = {
  readonly isOn: Accessor<boolean>
  /** The scene with the lamps as they are at the moment that is shown. */
  withLamps(scene: Scene): Scene
  /** Puts the camera where the film has it. @returns false when no film is shown. */
  place(camera: PerspectiveCamera): boolean
}

/**
 * Shows moments of a film in the 3D view: from inside, whole rooms, doors and lamps as they are by then. Needs a
 * reactive owner.
 *
 * @param setInside Draws the space for an eye inside it, or as it was.
 */
export function createFilmView(editor: Editor, stage: Stage, model: SceneModel, setInside: () => void): FilmView {
  const { filmed } = editor.view
  const isOn = createMemo(() => filmed() !== undefined)
  const lamps = createMemo<readonly Lamp[]>(
    () => filmed()?.states.flatMap(({ id, on: isLit }) => (isLit === undefined ? [] : [{ id, on: isLit }])) ?? [],
    [],
    { equals: (a, b) => JSON.stringify(a) === JSON.stringify(b) },
  )
  let moved = new Set<Id>()
  createEffect(on(isOn, setInside, { defer: true }))
  createEffect(() => {
    const doors = new Map(filmed()?.states.flatMap(({ id, open }) => (open === undefined ? [] : [[id, open] as const])))
    for (const id of moved) if (!doors.has(id)) model.setOpen(id, undefined)
    for (const [id, open] of doors) model.setOpen(id, open)
    if (moved.size + doors.size > 0) stage.invalidateShadows()
    moved = new Set(doors.keys())
    stage.requestRender()
  })
  // What is shown is of this view: without it there is nothing to come back to.
  onCleanup(() => editor.view.setFilmed(undefined))
  return {
    isOn,
    withLamps: (scene) => switchLamps(scene, lamps()),
    place(camera) {
      const moment = filmed()
      if (moment) placeFilmed(camera, moment)
      return moment !== undefined
    },
  }
}

/** Only the lamps that differ become new records, so that nothing else is built anew. */
function switchLamps(scene: Scene, lamps: readonly Lamp[]): Scene {
  if (lamps.length === 0) return scene
  const on = new Map(lamps.map((lamp) => [lamp.id, lamp.on === true]))
  const switched = (item: SceneItem): SceneItem =>
    on.has(item.id) ? { ...item, states: { ...item.states, on: on.get(item.id)! } } : item
  return { ...scene, items: scene.items.map(switched) }
}

const right = new Vector3()
const up = new Vector3()
const back = new Vector3()
const turn = new Matrix4()

/** The film's frame fits into the view, whatever its shape. */
export function placeFilmed(camera: PerspectiveCamera, { pose, fov, aspect }: FilmedMoment): void {
  camera.position.set(pose[3]!, pose[7]!, pose[11]!)
  right.set(pose[0]!, pose[4]!, pose[8]!)
  up.set(-pose[1]!, -pose[5]!, -pose[9]!)
  back.set(-pose[2]!, -pose[6]!, -pose[10]!)
  camera.quaternion.setFromRotationMatrix(turn.makeBasis(right, up, back))
  const tangent = Math.tan(fov / 2) * Math.max(1, aspect / camera.aspect)
  camera.fov = (2 * Math.atan(tangent) * 180) / Math.PI
  camera.updateProjectionMatrix()
  camera.updateMatrixWorld()
}
