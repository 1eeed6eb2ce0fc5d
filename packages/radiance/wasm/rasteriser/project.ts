import {
  SPLAT_ALPHA,
  SPLAT_BLUE,
  SPLAT_BYTES,
  SPLAT_DEPTH,
  SPLAT_FLOOR,
  SPLAT_GREEN,
  SPLAT_REACH_X,
  SPLAT_REACH_Y,
  SPLAT_RED,
  SPLAT_ROW,
  SPLAT_X,
  SPLAT_XX,
  SPLAT_XY,
  SPLAT_Y,
  SPLAT_YY,
} from './splat'

const SH_C1: f32 = 0.4886025119029199
const LN2: f32 = Mathf.LN2
const LOG2E: f32 = Mathf.LOG2E
/** Steps of the sorting key a metre: 24 bits reach 512 m. */
const KEY_STEPS: f32 = 32768
const KEY_MAX: f32 = 16777215
/** Centres outside the picture by more than this part of it are left out, as Spark's `clipXY`. */
const CLIP: f32 = 1.4

/**
 * Projects gaussians into a camera (EWA) and writes those that may be seen.
 *
 * @param camera 26 numbers: world-to-camera rotation (row-major 9) and translation (3), fx, fy, cx, cy, eye (3), width, height,
 * blur (px² added to the covariance), 1 when opacity makes up for the blur, cutoff (squared standard deviations), least alpha, near.
 * @param harmonics 0: none. @param splats, keys Written: one record and one key (distance from the eye) per gaussian.
 * @returns how many were written.
 */
export function project(
  count: i32,
  positions: usize,
  scales: usize,
  rotations: usize,
  opacities: usize,
  colors: usize,
  harmonics: usize,
  camera: usize,
  splats: usize,
  keys: usize,
): i32 {
  const r00 = load<f32>(camera)
  const r01 = load<f32>(camera, 4)
  const r02 = load<f32>(camera, 8)
  const r10 = load<f32>(camera, 12)
  const r11 = load<f32>(camera, 16)
  const r12 = load<f32>(camera, 20)
  const r20 = load<f32>(camera, 24)
  const r21 = load<f32>(camera, 28)
  const r22 = load<f32>(camera, 32)
  const tx = load<f32>(camera, 36)
  const ty = load<f32>(camera, 40)
  const tz = load<f32>(camera, 44)
  const fx = load<f32>(camera, 48)
  const fy = load<f32>(camera, 52)
  const cx = load<f32>(camera, 56)
  const cy = load<f32>(camera, 60)
  const eyeX = load<f32>(camera, 64)
  const eyeY = load<f32>(camera, 68)
  const eyeZ = load<f32>(camera, 72)
  const width = load<f32>(camera, 76)
  const height = load<f32>(camera, 80)
  const blur = load<f32>(camera, 84)
  const compensate = load<f32>(camera, 88) > 0
  const cutoff = load<f32>(camera, 92)
  const leastAlpha = load<f32>(camera, 96)
  const near = load<f32>(camera, 100)
  const limitX: f32 = 0.5 * CLIP * width
  const limitY: f32 = 0.5 * CLIP * height

  let written: i32 = 0
  let out = splats
  for (let i = 0; i < count; i++) {
    const p = positions + <usize>i * 12
    const x = load<f32>(p)
    const y = load<f32>(p, 4)
    const z = load<f32>(p, 8)
    const vz = r20 * x + r21 * y + r22 * z + tz
    if (vz < near) continue
    const inverse: f32 = <f32>1 / vz
    const vx = r00 * x + r01 * y + r02 * z + tx
    const vy = r10 * x + r11 * y + r12 * z + ty
    const px = fx * vx * inverse + cx
    const py = fy * vy * inverse + cy
    if (abs(px - <f32>0.5 * width) > limitX || abs(py - <f32>0.5 * height) > limitY) continue
    let alpha = load<f32>(opacities + ((<usize>i) << 2))
    if (alpha < leastAlpha) continue

    const q = rotations + <usize>i * 16
    const qx = load<f32>(q)
    const qy = load<f32>(q, 4)
    const qz = load<f32>(q, 8)
    const qw = load<f32>(q, 12)
    const s = scales + <usize>i * 12
    const sx = load<f32>(s)
    const sy = load<f32>(s, 4)
    const sz = load<f32>(s, 8)
    // The rows of the projection's Jacobian, turned into the world.
    const jx = -vx * inverse
    const jy = -vy * inverse
    const ax = fx * inverse * (r00 + jx * r20)
    const ay = fx * inverse * (r01 + jx * r21)
    const az = fx * inverse * (r02 + jx * r22)
    const bx = fy * inverse * (r10 + jy * r20)
    const by = fy * inverse * (r11 + jy * r21)
    const bz = fy * inverse * (r12 + jy * r22)
    // Local axes in the world, scaled.
    const m00: f32 = sx * (<f32>1 - <f32>2 * (qy * qy + qz * qz))
    const m10: f32 = sx * <f32>2 * (qx * qy + qw * qz)
    const m20: f32 = sx * <f32>2 * (qx * qz - qw * qy)
    const m01: f32 = sy * <f32>2 * (qx * qy - qw * qz)
    const m11: f32 = sy * (<f32>1 - <f32>2 * (qx * qx + qz * qz))
    const m21: f32 = sy * <f32>2 * (qy * qz + qw * qx)
    const m02: f32 = sz * <f32>2 * (qx * qz + qw * qy)
    const m12: f32 = sz * <f32>2 * (qy * qz - qw * qx)
    const m22: f32 = sz * (<f32>1 - <f32>2 * (qx * qx + qy * qy))
    const ux = ax * m00 + ay * m10 + az * m20
    const uy = ax * m01 + ay * m11 + az * m21
    const uz = ax * m02 + ay * m12 + az * m22
    const wx = bx * m00 + by * m10 + bz * m20
    const wy = bx * m01 + by * m11 + bz * m21
    const wz = bx * m02 + by * m12 + bz * m22
    let cxx = ux * ux + uy * uy + uz * uz
    const cxy = ux * wx + uy * wy + uz * wz
    let cyy = wx * wx + wy * wy + wz * wz
    const before: f32 = max<f32>(cxx * cyy - cxy * cxy, 0)
    cxx += blur
    cyy += blur
    const det = cxx * cyy - cxy * cxy
    if (det <= 0) continue
    if (compensate) {
      alpha *= sqrt(before / det)
      if (alpha < leastAlpha) continue
    }
    const floor: f32 = max<f32>(-0.5 * cutoff * LOG2E, <f32>Mathf.log2(leastAlpha / alpha))
    const reach: f32 = -2 * LN2 * floor
    const reachX = sqrt(cxx * reach)
    const reachY = sqrt(cyy * reach)
    if (px + reachX < 0 || px - reachX > width || py + reachY < 0 || py - reachY > height) continue

    const factor: f32 = (<f32>-0.5 * LOG2E) / det
    const dx = x - eyeX
    const dy = y - eyeY
    const dz = z - eyeZ
    const distance = sqrt(dx * dx + dy * dy + dz * dz)
    const c = colors + <usize>i * 12
    let red = load<f32>(c)
    let green = load<f32>(c, 4)
    let blue = load<f32>(c, 8)
    if (harmonics) {
      const h = harmonics + <usize>i * 36
      const unit = SH_C1 / distance
      const h0 = -dy * unit
      const h1 = dz * unit
      const h2 = -dx * unit
      red += h0 * load<f32>(h) + h1 * load<f32>(h, 12) + h2 * load<f32>(h, 24)
      green += h0 * load<f32>(h, 4) + h1 * load<f32>(h, 16) + h2 * load<f32>(h, 28)
      blue += h0 * load<f32>(h, 8) + h1 * load<f32>(h, 20) + h2 * load<f32>(h, 32)
    }
    store<f32>(out, px, SPLAT_X)
    store<f32>(out, py, SPLAT_Y)
    store<f32>(out, factor * cyy, SPLAT_XX)
    store<f32>(out, <f32>-2 * factor * cxy, SPLAT_XY)
    store<f32>(out, factor * cxx, SPLAT_YY)
    store<f32>(out, alpha, SPLAT_ALPHA)
    store<f32>(out, max<f32>(red, 0), SPLAT_RED)
    store<f32>(out, max<f32>(green, 0), SPLAT_GREEN)
    store<f32>(out, max<f32>(blue, 0), SPLAT_BLUE)
    store<f32>(out, vz, SPLAT_DEPTH)
    store<i32>(out, i, SPLAT_ROW)
    store<f32>(out, reachX, SPLAT_REACH_X)
    store<f32>(out, reachY, SPLAT_REACH_Y)
    store<f32>(out, floor, SPLAT_FLOOR)
    store<u32>(keys + ((<usize>written) << 2), <u32>min<f32>(distance * KEY_STEPS, KEY_MAX))
    out += SPLAT_BYTES
    written++
  }
  return written
}
