import type { Camera } from '../views/camera.ts'
import { type Convention, SPARK } from './convention.ts'
import type { Gaussians } from './gaussians.ts'
import { createRasteriser, type Painted } from './rasteriser.ts'

/** A picture of gaussians; row-major, top row first. */
export type GaussianView = {
  readonly width: number
  readonly height: number
  /** Display values (not radiance), three per pixel, over black. */
  readonly display: Float32Array
  readonly alpha: Float32Array
  /** Along the camera's axis, metres; 0: no gaussian takes half the light. */
  readonly depth: Float32Array
  /** Index into `TraceScene.instances` + 1; 0: none. */
  readonly instance: Uint32Array
  /** Index into `semanticPalette` + 1; 0: none. */
  readonly semantic: Uint8Array
}

/** Draws one picture. For many, keep a `createRasteriser` and call `readView` on what it draws. */
export function renderGaussians(gaussians: Gaussians, camera: Camera, convention: Convention = SPARK): GaussianView {
  return readView(gaussians, camera, createRasteriser(gaussians).draw(camera, convention))
}

/** What a rasteriser of these gaussians painted, out of its memory. */
export function readView(gaussians: Gaussians, camera: Camera, painted: Painted): GaussianView {
  const { width, height } = camera
  const pixels = width * height
  const display = new Float32Array(pixels * 3)
  const alpha = new Float32Array(pixels)
  const depth = new Float32Array(pixels)
  const instance = new Uint32Array(pixels)
  const semantic = new Uint8Array(pixels)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const to = y * width + x
      const from = y * painted.stride + x
      display[3 * to] = painted.red[from]!
      display[3 * to + 1] = painted.green[from]!
      display[3 * to + 2] = painted.blue[from]!
      alpha[to] = 1 - painted.through[from]!
      depth[to] = painted.depth[from]!
      const row = painted.row[from]!
      if (row === 0) continue
      instance[to] = gaussians.instances[row - 1]!
      semantic[to] = gaussians.semantics[row - 1]!
    }
  }
  return { width, height, display, alpha, depth, instance, semantic }
}
