import type { PathTracer } from '../trace/path-tracer.ts'
import type { OpenScene, SharedScene } from '../trace/share-scene.ts'
import type { Camera, View } from './camera.ts'

/** The colour of rays: of the path tracer or of a bake. A module exports `openTracer` of this type. */
export type OpenTracer<Data> = (scene: OpenScene, data: Data) => PathTracer

/** Which tracer colours a view. */
export type TracerSource<Data = unknown> = {
  /** Module that exports `openTracer`. */
  readonly module: URL
  /** What it is given besides the scene; large arrays best in shared memory. */
  readonly data: Data
  /** Equal for equal data: a thread that has opened it keeps it. */
  readonly key: string
}

/** Some rows of a view, in a thread. All arrays are shared and cover the whole view. */
export type ViewTask = {
  readonly shared: SharedScene
  readonly camera: Camera
  /** Rows from, to (exclusive). */
  readonly rows: readonly [from: number, to: number]
  readonly seed: number
  /** Samples to add to `color`: from, to (exclusive). Equal: none. */
  readonly samples: readonly [from: number, to: number]
  /** Sums, not means. */
  readonly color?: { readonly sums: Float32Array; readonly tracer: { module: string; data: unknown; key: string } }
  /** Filled by the first hit when present. */
  readonly geometry?: Omit<View, 'width' | 'height' | 'color'>
}
