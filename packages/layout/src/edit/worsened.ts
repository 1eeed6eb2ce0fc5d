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
  const known = new Map(errorsOf(before, rooms).map((finding) => [finding.key, finding.measured]))
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

const errorsOf = (scene: Scene, rooms: readonly string[]) =>
  checkScene(scene, { rooms }).filter((finding) => finding.severity === 'error')

const isBetter = (now: number, was: number, demanded: number): boolean =>
  Math.abs(now - demanded) <= Math.abs(was - demanded)
