import type { Camera } from '../views/camera.ts'
import type { Convention } from './convention.ts'
import { type Gaussians, SH_C1 } from './gaussians.ts'
import { createRasteriser, type Rasteriser } from './rasteriser.ts'

/** A picture that gaussians should look like. */
export type TargetView = {
  readonly camera: Camera
  /** Display values of 255, three per pixel, top row first. */
  readonly display: Uint8Array
  /** Absent: every pixel counts; else those of value 0 do not. */
  readonly mask?: Uint8Array
}

/**
 * Sums over all pixels of all views, per gaussian: weight × residual (three) and weight; and for gaussians with harmonics, by
 * `slots`, the normal equations of the four coefficients: the symmetric matrix (ten) and the right sides (twelve).
 */
export type ViewSums = {
  readonly color: Float32Array
  readonly harmonic: Float32Array
  /** Sum over pixels of the mean over channels. */
  squaredError: number
  pixels: number
}

export const HARMONIC_SUMS = 22

export function emptySums(count: number, slots: number): ViewSums {
  return {
    color: new Float32Array(count * 4),
    harmonic: new Float32Array(slots * HARMONIC_SUMS),
    squaredError: 0,
    pixels: 0,
  }
}

/** Draws one view after another and adds up what each gaussian should change. */
export type ViewSpreader = {
  setColors(colors: Float32Array, harmonics?: Float32Array): void
  add(view: TargetView, sums: ViewSums): void
}

/** @param slots Per gaussian its place among those with harmonics, or −1. */
export function createViewSpreader(gaussians: Gaussians, slots: Int32Array, convention: Convention): ViewSpreader {
  const rasteriser: Rasteriser = createRasteriser(gaussians)
  const basis = new Float64Array(4)
  return {
    setColors: (colors, harmonics) => rasteriser.setColors(colors, harmonics),
    add({ camera, display, mask }, sums) {
      rasteriser.draw(camera, convention)
      const { count, rows, sums: own, squaredError } = rasteriser.spread(display, mask)
      sums.squaredError += squaredError
      sums.pixels += camera.width * camera.height
      const eye = [camera.pose[3]!, camera.pose[7]!, camera.pose[11]!]
      for (let i = 0; i < count; i++) {
        const weight = own[4 * i + 3]!
        if (weight === 0) continue
        const row = rows[i]!
        for (let k = 0; k < 4; k++) sums.color[4 * row + k]! += own[4 * i + k]!
        const slot = slots[row]!
        if (slot < 0) continue
        harmonicBasis(gaussians, row, eye, basis)
        addHarmonic(sums.harmonic, slot * HARMONIC_SUMS, basis, own, 4 * i, weight)
      }
    },
  }
}

/** The constant 1 and the three linear functions, as `Gaussians` orders them. */
function harmonicBasis({ positions }: Gaussians, row: number, eye: readonly number[], basis: Float64Array): void {
  const dx = positions[3 * row]! - eye[0]!
  const dy = positions[3 * row + 1]! - eye[1]!
  const dz = positions[3 * row + 2]! - eye[2]!
  const unit = SH_C1 / Math.sqrt(dx * dx + dy * dy + dz * dz)
  basis[0] = 1
  basis[1] = -dy * unit
  basis[2] = dz * unit
  basis[3] = -dx * unit
}

function addHarmonic(
  to: Float32Array,
  at: number,
  basis: Float64Array,
  own: Float32Array,
  from: number,
  weight: number,
): void {
  let entry = at
  for (let a = 0; a < 4; a++) for (let b = a; b < 4; b++) to[entry++]! += basis[a]! * basis[b]! * weight
  for (let a = 0; a < 4; a++) for (let c = 0; c < 3; c++) to[entry++]! += basis[a]! * own[from + c]!
}
