import type { Camera } from '../views/camera.ts'

/** What a model is told of a view: where things are. Row-major, top row first, all of the camera's size. */
export type ViewCondition = {
  readonly camera: Camera
  /** Colours of the semantic palette, three bytes a pixel; black: nothing is there. */
  readonly semantic: Uint8Array
  /** World points, metres, three a pixel; NaN: nothing is there. */
  readonly coordinates: Float32Array
  /** World eye and unit direction, six a pixel. */
  readonly rays: Float32Array
  /** The picture itself, where it is known: sRGB, three bytes a pixel. The model leaves it as it is. */
  readonly known?: Uint8Array
}

export type MultiViewRequest = {
  readonly views: readonly ViewCondition[]
  /** Equal seeds and views give equal pictures. */
  readonly seed: number
  /** Absent: as the model's card says. */
  readonly steps?: number
  /** How strictly the layout is followed; 1: as trained. Absent: as the model's card says. */
  readonly guidance?: number
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void
}

/** A picture that a model made of a view, of the view's size. */
export type GeneratedView = {
  readonly camera: Camera
  /** sRGB, three bytes a pixel. */
  readonly color: Uint8Array
  /** World points, metres, as the model sees them; absent where it makes none. */
  readonly coordinates?: Float32Array
  /** Colours near those of the palette; absent where it makes none. */
  readonly semantic?: Uint8Array
}

/** A generator of views that keep to a layout. */
export type MultiViewModel = {
  /** @returns As many pictures as views, in their order. @throws The signal's reason when it is aborted. */
  generate(request: MultiViewRequest): Promise<GeneratedView[]>
  close(): Promise<void>
}
