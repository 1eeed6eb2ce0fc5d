/** Thread job: covers a lit scene with gaussians. */

import { arrangeGaussians } from '../files/arrange-gaussians.ts'
import type { Vector3 } from '../scene/trace-scene.ts'
import type { JobContext } from '../threads/thread-pool.ts'
import { openScene, type SharedScene } from '../trace/share-scene.ts'
import type { Exposure } from '../views/display.ts'
import { emitGaussians } from './emit-gaussians.ts'
import { emitSky } from './emit-sky.ts'
import type { Gaussians } from './gaussians.ts'
import { joinGaussians } from './join-gaussians.ts'
import { orderForStreaming } from './order-for-streaming.ts'
import { type LightToShade, shadeBaked, shadeSkyOf } from './shade-baked.ts'

export type EmitTask = {
  readonly shared: SharedScene
  readonly light: LightToShade
  readonly exposure: Exposure
  readonly budget: number
  readonly largest: number
  readonly eyes: readonly Vector3[]
}

export function perform({ shared, light, exposure, budget, largest, eyes }: EmitTask, { seat }: JobContext): Gaussians {
  const { scene, caster } = openScene(shared, seat)
  const surfaces = emitGaussians(scene, caster, shadeBaked(light, scene, caster, exposure), { budget, largest, eyes })
  const sky = emitSky(scene, caster, shadeSkyOf(scene, exposure), eyes)
  return arrangeGaussians(orderForStreaming(joinGaussians([surfaces, sky])))
}
