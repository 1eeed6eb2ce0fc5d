import type { Gaussians } from '../gaussians/gaussians.ts'
import { type RefineOptions, refineGaussians } from '../gaussians/refine-gaussians.ts'
import type { TargetView } from '../gaussians/spread-views.ts'
import type { GeneratedView, ViewCondition } from './multi-view-model.ts'

export type FuseOptions = Pick<RefineOptions, 'passes' | 'glossy' | 'pool' | 'signal' | 'onProgress'>

export type Fused = {
  readonly gaussians: Gaussians
  /** Mean squared error of the trusted pixels before each pass. */
  readonly errors: readonly number[]
  /** Per view: the part of its pixels that was trusted. */
  readonly trusted: readonly number[]
}

/** A generated point may lie this far off, as a part of its distance from the eye. */
const FARTHEST = 0.05
/** A generated colour of the palette may be this far off, sum over three channels of 255. */
const OTHER_LABEL = 120

/**
 * Gives gaussians the colours of generated views. Their places, sizes and ids stay. A pixel counts only where the model put the
 * same thing at the same place as the layout; elsewhere the gaussians keep what the other views, or the light, gave them.
 *
 * @throws RangeError when there are not as many pictures as conditions, or one is of another size.
 */
export async function fuseViews(
  gaussians: Gaussians,
  conditions: readonly ViewCondition[],
  generated: readonly GeneratedView[],
  options: FuseOptions = {},
): Promise<Fused> {
  if (generated.length !== conditions.length)
    throw new RangeError(`fuseViews: ${generated.length} pictures for ${conditions.length} views`)
  const targets = conditions.map((condition, index) => targetOf(condition, generated[index]!))
  const result = await refineGaussians(gaussians, targets, options)
  const trusted = targets.map(({ mask }) => mask.reduce((sum, value) => sum + value, 0) / mask.length)
  return { ...result, trusted }
}

function targetOf(condition: ViewCondition, made: GeneratedView): TargetView & { readonly mask: Uint8Array } {
  const { camera } = condition
  const pixels = camera.width * camera.height
  if (made.color.length !== 3 * pixels)
    throw new RangeError(
      `fuseViews: the picture of ${camera.id} has ${made.color.length / 3} pixels, needs ${camera.width} × ${camera.height}`,
    )
  const mask = new Uint8Array(pixels)
  for (let pixel = 0; pixel < pixels; pixel++)
    mask[pixel] = isSamePlace(condition, made, pixel) && isSameThing(condition, made, pixel) ? 1 : 0
  return { camera, display: made.color, mask }
}

function isSamePlace({ coordinates, rays }: ViewCondition, made: GeneratedView, pixel: number): boolean {
  if (!made.coordinates) return true
  let [off, away] = [0, 0]
  for (let axis = 0; axis < 3; axis++) {
    const truth = coordinates[3 * pixel + axis]!
    off += (made.coordinates[3 * pixel + axis]! - truth) ** 2
    away += (truth - rays[6 * pixel + axis]!) ** 2
  }
  // Nothing is there by the layout, the sky: any point will do.
  return Number.isNaN(away) || Math.sqrt(off) <= FARTHEST * Math.sqrt(away)
}

function isSameThing({ semantic }: ViewCondition, made: GeneratedView, pixel: number): boolean {
  if (!made.semantic) return true
  let off = 0
  for (let channel = 0; channel < 3; channel++)
    off += Math.abs(made.semantic[3 * pixel + channel]! - semantic[3 * pixel + channel]!)
  return off <= OTHER_LABEL
}
