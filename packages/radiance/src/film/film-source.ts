import type { Id, Scene } from '@enfilade/scene'
import { FileError } from '../files/file-error.ts'
import { tour } from '../views/cameras/tour.ts'
import { type FilmPath, MAX_SECONDS, readFilmPath } from './film-path.ts'

/** What a film may be asked by: a path file's content, or a walk through all rooms that can be reached, doors open. */
export type FilmPathSource = unknown | { readonly tour: { readonly room?: string; readonly seconds?: number } }

/**
 * The path that is meant.
 *
 * @param name What errors call the source.
 * @param options `level`: the one that a walk goes through. Absent: that of its room, else the first with rooms.
 * @throws FileError when the source is neither, or the tour finds nowhere to walk.
 */
export function openFilmPath(
  source: FilmPathSource,
  scene: Scene,
  name: string,
  options: { readonly level?: Id } = {},
): FilmPath {
  const asked = typeof source === 'object' && source !== null && 'tour' in source ? source.tour : undefined
  if (asked === undefined) return readFilmPath(source, name)
  if (typeof asked !== 'object' || asked === null)
    throw new FileError(name, '"tour" is no object', 'Write {"tour": {"room"?: id, "seconds"?: number}}')
  const { room, seconds } = asked as { readonly room?: unknown; readonly seconds?: unknown }
  if (seconds !== undefined && !(typeof seconds === 'number' && seconds > 0 && seconds <= MAX_SECONDS))
    throw new FileError(name, `the tour's "seconds" is ${JSON.stringify(seconds)}`, `Give up to ${MAX_SECONDS}`)
  const level = options.level ?? scene.rooms.find(({ id }) => id === room)?.level
  const walk = tour(scene, { ...(typeof room === 'string' && { from: room }), ...(level !== undefined && { level }) })
  const last = Math.max(...walk.times.values())
  if (walk.cameras.length < 2 || !(last > 0))
    throw new FileError(name, 'the space has nowhere to walk', 'Give a path of cameras')
  const pace = seconds === undefined ? Math.min(1, MAX_SECONDS / last) : seconds / last
  const { width, height, intrinsic } = walk.cameras[0]!
  const keys = walk.cameras.map(({ id, pose }) => ({ id, pose, time: walk.times.get(id)! * pace }))
  const states = [...walk.doors].sort().map((id) => ({ time: 0, id, open: 1 }))
  return { width, height, intrinsic, keys, easing: 'linear', states }
}
