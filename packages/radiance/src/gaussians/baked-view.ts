import type { Bake } from '../bake/bake.ts'
import type { ThreadPool } from '../threads/thread-pool.ts'
import type { SharedScene } from '../trace/share-scene.ts'
import type { Camera } from '../views/camera.ts'
import { type Exposure, toDisplay } from '../views/display.ts'
import { renderView } from '../views/render-view.ts'
import { quickTracer } from './quick-tracer.ts'
import type { TargetView } from './spread-views.ts'

/** A view by the bake, as a display shows it. */
export async function bakedView(
  shared: SharedScene,
  camera: Camera,
  bake: Bake,
  exposure: Exposure,
  samples: number,
  pool: ThreadPool,
  signal?: AbortSignal,
): Promise<TargetView> {
  const { color } = await renderView(shared, camera, quickTracer(bake), pool, { samples, ...(signal && { signal }) })
  if (samples < 8) calmSpecks(color!, camera.width, camera.height)
  const display = new Uint8Array(new SharedArrayBuffer(color!.length))
  for (let at = 0; at < color!.length; at += 3) {
    toDisplay(color!, at, exposure, shown, 0)
    for (let k = 0; k < 3; k++) display[at + k] = Math.round(255 * Math.min(1, Math.max(0, shown[k]!)))
  }
  return { camera, display }
}

const shown = new Float64Array(3)

/** A pixel brighter than its neighbours by more than this is a path that met a light by luck. */
const SPECK = 3
/** Pixels to each side over which its light is spread. */
const SPREAD = 3

/**
 * Spreads the light of single bright pixels over their neighbourhood: on a display they would be cut off at white, and the soft
 * gleam that they stand for would be lost. @param color Mutated.
 */
function calmSpecks(color: Float32Array, width: number, height: number): void {
  const bright = new Float32Array(width * height)
  for (let i = 0; i < bright.length; i++) bright[i] = Math.max(color[3 * i]!, color[3 * i + 1]!, color[3 * i + 2]!)
  for (let y = SPREAD; y + SPREAD < height; y++) {
    for (let x = SPREAD; x + SPREAD < width; x++) {
      const at = y * width + x
      let sum = 0
      for (let dy = -width; dy <= width; dy += width)
        sum += bright[at + dy - 1]! + bright[at + dy]! + bright[at + dy + 1]!
      const around = (sum - bright[at]!) / 8
      if (bright[at]! > SPECK * around) spreadPixel(color, at, width, (SPECK * around) / bright[at]!)
    }
  }
}

/** @param kept Part of its light that a pixel keeps. */
function spreadPixel(color: Float32Array, at: number, width: number, kept: number): void {
  for (let c = 0; c < 3; c++) {
    const share = ((1 - kept) * color[3 * at + c]!) / (2 * SPREAD + 1) ** 2
    color[3 * at + c]! *= kept
    for (let dy = -SPREAD; dy <= SPREAD; dy++)
      for (let dx = -SPREAD; dx <= SPREAD; dx++) color[3 * (at + dy * width + dx) + c]! += share
  }
}
