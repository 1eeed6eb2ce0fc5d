import type { ThreadPool } from '../threads/thread-pool.ts'
import { createPathTracer, type PathOptions, type PathTracer } from '../trace/path-tracer.ts'
import type { OpenScene, SharedScene } from '../trace/share-scene.ts'
import type { Camera, View } from './camera.ts'
import { renderView, type ViewOptions } from './render-view.ts'

const module = new URL('./reference.ts', import.meta.url)

export function openTracer({ scene, caster }: OpenScene, options: Partial<PathOptions>): PathTracer {
  return createPathTracer(scene, caster, options)
}

/**
 * A view by the path tracer: the truth that everything else is measured against.
 *
 * @param shared Made with `shareScene(scene, pool.size)`.
 */
export function renderReference(
  shared: SharedScene,
  camera: Camera,
  pool: ThreadPool,
  options: ViewOptions & { readonly paths?: Partial<PathOptions> },
): Promise<View> {
  const { paths = {}, ...rest } = options
  return renderView(shared, camera, { module, data: paths, key: JSON.stringify(paths) }, pool, rest)
}
