import type { Scene } from '@enfilade/scene'
import { buildTraceScene, type TraceSceneOptions } from '../scene/build-trace-scene.ts'
import type { ThreadPool } from '../threads/thread-pool.ts'
import { openScene, type SharedScene, shareScene } from '../trace/share-scene.ts'
import type { Exposure } from './display.ts'
import { exposureOf } from './exposure.ts'

/** A space ready for views on a pool's threads. */
export type LitSpace = {
  readonly shared: SharedScene
  /** Of all its views: automatic, with the stops that its level's appearance asks for. */
  readonly exposure: Exposure
}

/** Builds what rays see of a scene, shares it with the threads and measures the exposure. */
export function lightSpace(scene: Scene, pool: ThreadPool, options: TraceSceneOptions = {}): LitSpace {
  const shared = shareScene(buildTraceScene(scene, options), pool.size)
  const level = scene.levels.find(({ id }) => options.level === undefined || id === options.level)
  return { shared, exposure: exposureOf(shared.scene, openScene(shared).caster, level?.appearance?.exposure) }
}
