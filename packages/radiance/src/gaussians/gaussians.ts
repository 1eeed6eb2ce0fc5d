/**
 * A space as gaussians: a table of columns, one row per gaussian. World frame, metres, z up. Rows are in streaming order: the
 * first `levels[i]` rows are a coarser version of the whole (see `coarseVersion`), and within a level neighbours in space are
 * neighbours in the table.
 *
 * | column | per row | encoding |
 * |---|---|---|
 * | `positions` | 3 | x, y, z of the centre, metres |
 * | `scales` | 3 | standard deviations along the local axes, metres, linear (files store logarithms) |
 * | `rotations` | 4 | unit quaternion x, y, z, w, local to world |
 * | `opacities` | 1 | peak alpha, 0 … 1, linear (PLY stores the logit) |
 * | `colors` | 3 | display values (sRGB curve, exposure and tone mapping applied), 0 … 1 nominal, may lie slightly outside; red, green, blue. The DC coefficient of files is `(color − 0.5) / 0.28209479` |
 * | `harmonics` | 9 | degree 1, display values: three coefficients (−y, z, −x, as 3D Gaussian Splatting orders and signs them), each red, green, blue; coefficient-major |
 * | `instances` | 1 | index into `TraceScene.instances` + 1; 0: belongs to nothing (the sky) |
 * | `semantics` | 1 | index into `semanticPalette` + 1; 0: none |
 *
 * The colour seen along unit direction d (from the camera to the centre, world frame) is
 * `colors + 0.48860251 · (−d.y·h₀ + d.z·h₁ − d.x·h₂)`, not below 0.
 */
export type Gaussians = {
  readonly count: number
  readonly positions: Float32Array
  readonly scales: Float32Array
  readonly rotations: Float32Array
  readonly opacities: Float32Array
  readonly colors: Float32Array
  /** Absent: nothing changes with the direction of view. */
  readonly harmonics?: Float32Array
  readonly instances: Uint32Array
  readonly semantics: Uint8Array
  /** Ascending numbers of rows; the last is `count`. */
  readonly levels: readonly number[]
}

/** Value of the constant spherical harmonic, and the factor of the three linear ones. */
export const SH_C0 = 0.28209479177387814
export const SH_C1 = 0.4886025119029199
