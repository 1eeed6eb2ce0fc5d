import { checkScene } from '@enfilade/critic'
import { applyChange, type Change, readScene, type Scene, type SceneDocument } from '@enfilade/scene'
import type { Text } from '../result.ts'

/**
 * The first error-level finding that a change brings to the rooms it touches, in the critic's words; undefined when it
 * makes nothing worse than it was.
 */
export const findWorsened = (
  document: SceneDocument,
  before: Scene,
  change: Change,
  rooms: readonly string[],
): Text | undefined => {
  const known = errorsBefore(before, rooms)
  const after = readScene(applyChange(document, change))
  for (const finding of errorsOf(after, rooms)) {
    const was = known.get(finding.key)
    if (was === undefined || Math.abs(finding.measured - was) > 0.02) {
      if (was !== undefined && isBetter(finding.measured, was, finding.demanded)) continue
      return finding.message
    }
  }
  return undefined
}

/** Errors of scenes that were asked for before: one request asks for many changes of the same one. */
const remembered = new WeakMap<Scene, Map<string, ReadonlyMap<string, number>>>()

const errorsBefore = (scene: Scene, rooms: readonly string[]): ReadonlyMap<string, number> => {
  const byRooms = remembered.get(scene) ?? new Map<string, ReadonlyMap<string, number>>()
  remembered.set(scene, byRooms)
  const key = rooms.join(' ')
  const known = byRooms.get(key) ?? new Map(errorsOf(scene, rooms).map((finding) => [finding.key, finding.measured]))
  byRooms.set(key, known)
  return known
}

const errorsOf = (scene: Scene, rooms: readonly string[]) =>
  checkScene(scene, { rooms }).filter((finding) => finding.severity === 'error')

const isBetter = (now: number, was: number, demanded: number): boolean =>
  Math.abs(now - demanded) <= Math.abs(was - demanded)
