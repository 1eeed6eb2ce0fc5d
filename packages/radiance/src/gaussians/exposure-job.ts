/** Thread job: measures how bright a scene is shown. */

import type { JobContext } from '../threads/thread-pool.ts'
import { openScene, type SharedScene } from '../trace/share-scene.ts'
import type { Exposure } from '../views/display.ts'
import { exposureOf } from '../views/exposure.ts'

export type ExposureTask = { readonly shared: SharedScene; readonly stops: number }

export function perform({ shared, stops }: ExposureTask, { seat }: JobContext): Exposure {
  const { scene, caster } = openScene(shared, seat)
  return exposureOf(scene, caster, stops)
}
