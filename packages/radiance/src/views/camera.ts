/** A camera. OpenCV axes: x right, y down, z forward. */
export type Camera = {
  readonly id: string
  readonly width: number
  readonly height: number
  /** Row-major 3 × 3, pixels; pixel centres at + 0.5. */
  readonly intrinsic: readonly number[]
  /** Row-major 4 × 4 camera-to-world, metres. */
  readonly pose: readonly number[]
  /**
   * Absent: a pinhole. `equirectangular`: the whole sphere, the middle of the picture forward, its upper edge −y; the
   * intrinsic is not used.
   */
  readonly projection?: 'equirectangular'
}

/** What a view holds; row-major, top row first. Channels that were not asked for are absent. */
export type View = {
  readonly width: number
  readonly height: number
  /** Linear radiance, kcd/m², three per pixel. */
  readonly color?: Float32Array
  /** Instead of colour where there is no radiance to show: display values 0 … 1, three per pixel. */
  readonly display?: Float32Array
  /** Distance along the camera's z axis, of panoramas along the ray, metres; 0: nothing was hit. */
  readonly depth?: Float32Array
  /** World frame, unit, three per pixel; 0, 0, 0: nothing was hit. */
  readonly normal?: Float32Array
  /** Index into `semanticPalette` + 1; 0: nothing was hit. */
  readonly semantic?: Uint8Array
  /** Index into `TraceScene.instances` + 1; 0: nothing was hit. */
  readonly instance?: Uint32Array
}

export type Channel = 'color' | 'depth' | 'normal' | 'semantic' | 'instance'
