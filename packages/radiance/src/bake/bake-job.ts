/** Thread job: a stretch of sites of one stage of a bake. */

import type { JobContext } from '../threads/thread-pool.ts'
import { openScene, type SharedScene } from '../trace/share-scene.ts'
import type { BakeGrain, StoredRays } from './bake.ts'
import type { ChangedRays } from './changed-boxes.ts'
import { gatherHits } from './gather-hits.ts'
import { aimLamp, gatherLamp, lampKeyOf } from './lamp-light.ts'
import type { BakeLayout } from './layout/bake-layout.ts'
import { gatherSky } from './portal-light.ts'
import { regatherHits } from './regather-hits.ts'
import { type Smoothing, smoothCharts } from './smooth-indirect.ts'
import { type Bouncing, gatherLeaving } from './solve-bounces.ts'
import { gatherSun } from './sun-light.ts'

/** Where light is looked for with rays. */
export type RayWork = {
  readonly shared: SharedScene
  readonly layout: BakeLayout
  readonly grain: BakeGrain
  readonly seed: number
  readonly rays: StoredRays
  /** Present: only what these changes touch is looked for again. */
  readonly changes?: ChangedRays
}

export type BakeTask = { readonly from: number; readonly to: number } & (
  | { readonly stage: 'hits'; readonly work: RayWork }
  | { readonly stage: 'sky'; readonly work: RayWork }
  | { readonly stage: 'sun'; readonly work: RayWork }
  | { readonly stage: 'lamp'; readonly work: RayWork; readonly lamp: number }
  | { readonly stage: 'bounce'; readonly bouncing: Bouncing }
  | { readonly stage: 'smooth'; readonly smoothing: Smoothing }
)

export function perform(task: BakeTask, context?: JobContext): void {
  const { from, to } = task
  if (task.stage === 'bounce') gatherLeaving(task.bouncing, from, to)
  else if (task.stage === 'smooth') smoothCharts(task.smoothing, from, to)
  else lookForLight(task, context?.seat)
}

type RayTask = Extract<BakeTask, { readonly stage: 'hits' | 'sky' | 'sun' | 'lamp' }>

function lookForLight(task: RayTask, seat: number | undefined): void {
  const { from, to } = task
  const { shared, layout, grain, seed, rays, changes } = task.work
  const { scene, caster } = openScene(shared, seat)
  const g = { scene, layout, caster, seed, ...grain, ...rays }
  if (task.stage === 'hits') {
    if (changes) regatherHits(g, changes, from, to)
    else gatherHits(g, from, to)
  } else if (task.stage === 'sky') gatherSky(g, from, to, changes)
  else if (task.stage === 'sun') gatherSun(g, rays.sun, from, to, changes)
  else {
    const share = rays.lamps[task.lamp]!
    const lamp = scene.lamps.find(({ instance }) => scene.instances[instance]!.id === share.id)!
    gatherLamp(g, aimLamp(scene, lamp)!, lampKeyOf(share.id), share.light, from, to, changes)
  }
}
