/** How a viewer draws a gaussian on its pixels. */
export type Convention = {
  /** px² that are added to both diagonal entries of the projected covariance. */
  readonly blur: number
  /** Opacity falls as the blur widens, so that the light of a gaussian stays what it was. */
  readonly compensate: boolean
  /** Squared standard deviations beyond which nothing is drawn. */
  readonly cutoff: number
  readonly leastAlpha: number
  /** Metres along the camera's axis before which nothing is drawn. */
  readonly near: number
}

/** `@sparkjsdev/spark` 2.2 as it comes: our browser viewer. */
export const SPARK: Convention = { blur: 0.3, compensate: true, cutoff: 8, leastAlpha: 0.5 / 255, near: 0.05 }

/** The renderer published with 3D Gaussian Splatting (Kerbl et al. 2023), without its tiles' early ends. */
export const CLASSIC: Convention = { blur: 0.3, compensate: false, cutoff: 11.1, leastAlpha: 1 / 255, near: 0.2 }
