import type { Id, Scene } from '@enfilade/scene'
import type { FilmPathSource, PathFile } from '../../api/jobs.ts'
import type { Vector3 } from '../../editor/scene-camera.ts'
import type { FilmDraft } from './film-draft.ts'

/** A full frame is so high, millimetres. */
const frameHeight = 24
/** A door takes so long, seconds. */
const swing = 1

export function readSize(size: FilmDraft['size']): { width: number; height: number } {
  const [width, height] = size.split('x').map(Number)
  return { width: width!, height: height! }
}

/** Vertical angle of view, radians. */
export function fieldOfView({ lens }: Pick<FilmDraft, 'lens'>): number {
  return 2 * Math.atan(frameHeight / 2 / lens)
}

/**
 * What the server films; the scene tells where the things are that the camera looks at, and how far doors are open.
 *
 * @param floor Height of the level's floor over the document's zero: a draft's heights are above the floor, metres.
 */
export function writePath(draft: FilmDraft, scene: Scene, floor = 0): FilmPathSource {
  if (draft.path === 'tour') return { tour: draft.tourSeconds === undefined ? {} : { seconds: draft.tourSeconds } }
  const { width, height } = readSize(draft.size)
  const focal = height / 2 / Math.tan(fieldOfView(draft) / 2)
  const names = draft.keys.map((key, index) => [index.toString().padStart(4, '0'), key] as const)
  const targets = names.flatMap(([name, key]) => {
    const center = key.lookAt === undefined ? undefined : centerOf(scene, key.lookAt)
    return center ? [[name, raise(center, floor)] as const] : []
  })
  return {
    width,
    height,
    intrinsic: [focal, 0, width / 2, 0, focal, height / 2, 0, 0, 1],
    cameras: Object.fromEntries(
      names.map(([name, key]) => [name, poseOf(raise(key.eye, floor), raise(key.target, floor))]),
    ),
    times: Object.fromEntries(names.map(([name, key]) => [name, key.time])),
    lookAt: Object.fromEntries(targets),
    easing: draft.easing,
    states: writeStates(draft, scene),
  }
}

function raise([x, y, z]: Vector3, by: number): Vector3 {
  return [x, y, z + by]
}

/** The middle of a thing, above the level's floor; undefined when it is no longer there. */
export function centerOf(scene: Scene, id: Id): Vector3 | undefined {
  const item = scene.items.find((each) => each.id === id)
  if (item) return [item.worldPose.x, item.worldPose.y, item.worldPose.z + item.size[2] / 2]
  return undefined
}

/**
 * The pose of a level camera at `eye` that looks at `target`, row-major camera-to-world, OpenCV axes. Straight up or
 * down, the picture's top is the world's +y.
 */
export function poseOf(eye: Vector3, target: Vector3): readonly number[] {
  const ahead = [target[0] - eye[0], target[1] - eye[1], target[2] - eye[2]] as const
  const length = Math.hypot(...ahead) || 1
  const [x, y, z] = [ahead[0] / length, ahead[1] / length, ahead[2] / length]
  const flat = Math.hypot(x, y)
  const [rightX, rightY] = flat > 1e-6 ? [y / flat, -x / flat] : [1, 0]
  const down = [-z * rightY, z * rightX, x * rightY - y * rightX] as const
  return [rightX, down[0], x, eye[0], rightY, down[1], y, eye[1], 0, down[2], z, eye[2], 0, 0, 0, 1]
}

/** Lamps change at once; doors swing from where they are by then. What is no longer there is left out. */
function writeStates(draft: FilmDraft, scene: Scene): PathFile['states'] {
  const open = new Map(scene.openings.map((opening) => [opening.id, opening.open ?? 0]))
  return draft.changes.flatMap<PathFile['states'][number]>(({ thing, time, to }) => {
    if (!scene.byId.has(thing)) return []
    if (to === 'on' || to === 'off') return [{ time, id: thing, on: to === 'on' }]
    const from = open.get(thing) ?? 0
    const end = to === 'open' ? 1 : 0
    open.set(thing, end)
    return [
      { time, id: thing, open: from },
      { time: time + swing, id: thing, open: end },
    ]
  })
}
