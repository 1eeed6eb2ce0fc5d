/** Thread job: some rows of a view. */

import type { JobContext } from '../threads/thread-pool.ts'
import type { PathTracer } from '../trace/path-tracer.ts'
import { type OpenScene, openScene } from '../trace/share-scene.ts'
import { addSamples, drawGeometry } from './draw-rows.ts'
import type { OpenTracer, ViewTask } from './view-task.ts'

let tracer: { readonly name: string; readonly scene: OpenScene; readonly trace: PathTracer } | undefined

export async function perform(task: ViewTask, { seat, shouldStop }: JobContext): Promise<void> {
  const scene = openScene(task.shared, seat)
  const { camera, rows, seed, color } = task
  if (task.geometry) drawGeometry(scene, camera, rows, task.geometry)
  if (!color) return
  const opened = await openTracer(scene, color.tracer)
  const [from, to] = task.samples
  for (let sample = from; sample < to && !shouldStop(); sample++)
    addSamples(opened, camera, rows, [sample, sample + 1], seed, color.sums)
}

/** Opening a tracer costs; the last one is kept. */
async function openTracer(
  scene: OpenScene,
  { module, data, key }: { module: string; data: unknown; key: string },
): Promise<PathTracer> {
  const name = `${module} ${key}`
  if (tracer?.name !== name || tracer.scene !== scene) {
    const { openTracer } = (await import(module)) as { openTracer: OpenTracer<unknown> }
    tracer = { name, scene, trace: openTracer(scene, data) }
  }
  return tracer.trace
}
