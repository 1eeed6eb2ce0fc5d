import {
  FULL,
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
  TILE,
} from './splat'

/** 2 to the power of four exponents in −126 … 0; relative error under 1e-5. */
function exp2(x: v128): v128 {
  const whole = f32x4.floor(x)
  const f = f32x4.sub(x, whole)
  let y = f32x4.splat(0.013670309)
  y = f32x4.add(f32x4.mul(y, f), f32x4.splat(0.05174334))
  y = f32x4.add(f32x4.mul(y, f), f32x4.splat(0.24160464))
  y = f32x4.add(f32x4.mul(y, f), f32x4.splat(0.69297741))
  y = f32x4.add(f32x4.mul(y, f), f32x4.splat(1.0000035))
  const exponent = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(whole), i32x4.splat(127)), 23)
  return f32x4.mul(y, exponent)
}

/** Alpha of a splat at four pixels beside one another; 0 where it does not reach. `dx` from its centre; the exponent is xx·dx² + slope·dx + base. */
function alphaAt(dx: v128, xx: v128, slope: v128, base: v128, floor: v128, alpha: v128): v128 {
  const power = f32x4.add(f32x4.mul(f32x4.add(f32x4.mul(xx, dx), slope), dx), base)
  const reached = f32x4.ge(power, floor)
  if (!v128.any_true(reached)) return f32x4.splat(0)
  return v128.and(f32x4.mul(exp2(power), alpha), reached)
}

function isTileFull(through: usize): bool {
  let most = v128.load(through)
  for (let v: usize = 16; v < 256; v += 16) most = f32x4.max(most, v128.load(through + v))
  return !v128.any_true(f32x4.ge(most, f32x4.splat(FULL)))
}

function copyTile(from: usize, plane: usize, stride: usize, tx: i32, ty: i32): void {
  let to = plane + (<usize>(ty * TILE) * stride + <usize>(tx * TILE)) * 4
  for (let row: usize = 0; row < 8; row++) {
    v128.store(to, v128.load(from + row * 32))
    v128.store(to + 16, v128.load(from + row * 32 + 16))
    to += stride * 4
  }
}

/**
 * Paints every tile, front to back.
 *
 * @param scratch 1536 bytes. @param planes Written: six planes of `stride` × rows numbers: red, green, blue, what passes
 * through, depth (of the splat where half the light is taken; 0: none) and that splat's row + 1 (integer).
 */
export function paintTiles(
  splats: usize,
  starts: usize,
  lists: usize,
  tilesX: i32,
  tilesY: i32,
  scratch: usize,
  planes: usize,
  planeBytes: usize,
): void {
  const stride = <usize>(tilesX * TILE)
  const reds = scratch
  const greens = scratch + 256
  const blues = scratch + 512
  const through = scratch + 768
  const depths = scratch + 1024
  const rows = scratch + 1280
  const ramp = f32x4(0.5, 1.5, 2.5, 3.5)
  const half = f32x4.splat(0.5)
  for (let ty = 0; ty < tilesY; ty++) {
    for (let tx = 0; tx < tilesX; tx++) {
      memory.fill(scratch, 0, 1536)
      for (let v: usize = 0; v < 256; v += 16) v128.store(through + v, f32x4.splat(1))
      const tile = starts + ((<usize>(ty * tilesX + tx)) << 2)
      const end = load<u32>(tile, 4)
      const left = <f32>(tx * TILE)
      const top = <f32>(ty * TILE)
      for (let entry = load<u32>(tile); entry < end; entry++) {
        if ((entry & 15) === 15 && isTileFull(through)) break
        const splat = splats + <usize>load<u32>(lists + ((<usize>entry) << 2)) * SPLAT_BYTES
        const y = load<f32>(splat, SPLAT_Y) - top
        const reachY = load<f32>(splat, SPLAT_REACH_Y)
        const row0 = max<i32>(0, <i32>Mathf.ceil(y - reachY - 0.5))
        const row1 = min<i32>(TILE - 1, <i32>Mathf.floor(y + reachY - 0.5))
        const x = load<f32>(splat, SPLAT_X) - left
        const reachX = load<f32>(splat, SPLAT_REACH_X)
        const dx0 = f32x4.sub(ramp, f32x4.splat(x))
        const dx1 = f32x4.add(dx0, f32x4.splat(4))
        const xx = v128.load_splat<f32>(splat + SPLAT_XX)
        const xy = load<f32>(splat, SPLAT_XY)
        const yy = load<f32>(splat, SPLAT_YY)
        const floor = v128.load_splat<f32>(splat + SPLAT_FLOOR)
        const alpha = v128.load_splat<f32>(splat + SPLAT_ALPHA)
        const red = v128.load_splat<f32>(splat + SPLAT_RED)
        const green = v128.load_splat<f32>(splat + SPLAT_GREEN)
        const blue = v128.load_splat<f32>(splat + SPLAT_BLUE)
        const depth = v128.load_splat<f32>(splat + SPLAT_DEPTH)
        const id = i32x4.splat(load<i32>(splat, SPLAT_ROW) + 1)
        const first: i32 = x - reachX > 3.5 ? 1 : 0
        const last: i32 = x + reachX < 4.5 ? 0 : 1
        for (let row = row0; row <= row1; row++) {
          const dy = <f32>row + <f32>0.5 - y
          const slope = f32x4.splat(xy * dy)
          const base = f32x4.splat(yy * dy * dy)
          for (let side = first; side <= last; side++) {
            const at = <usize>(row * 32 + side * 16)
            const open = v128.load(through + at)
            const a = alphaAt(side === 0 ? dx0 : dx1, xx, slope, base, floor, alpha)
            if (!v128.any_true(a)) continue
            const weight = f32x4.mul(a, open)
            const rest = f32x4.sub(open, weight)
            v128.store(through + at, rest)
            v128.store(reds + at, f32x4.add(v128.load(reds + at), f32x4.mul(weight, red)))
            v128.store(greens + at, f32x4.add(v128.load(greens + at), f32x4.mul(weight, green)))
            v128.store(blues + at, f32x4.add(v128.load(blues + at), f32x4.mul(weight, blue)))
            const crosses = v128.and(f32x4.ge(open, half), f32x4.lt(rest, half))
            if (v128.any_true(crosses)) {
              v128.store(depths + at, v128.bitselect(depth, v128.load(depths + at), crosses))
              v128.store(rows + at, v128.bitselect(id, v128.load(rows + at), crosses))
            }
          }
        }
      }
      for (let plane: usize = 0; plane < 6; plane++) {
        copyTile(scratch + plane * 256, planes + plane * planeBytes, stride, tx, ty)
      }
    }
  }
}

/**
 * Spreads what a picture lacks over the splats that painted it: per splat the sum over pixels of weight × residual (three) and of weight.
 *
 * @param planes What `paintTiles` wrote; @param targets Three planes, the picture wanted. @param mask One plane: 1 counts, 0 does not.
 * @param scratch 1280 bytes. @param sums Mutated: four numbers per splat are added to.
 */
export function spreadResiduals(
  splats: usize,
  starts: usize,
  lists: usize,
  tilesX: i32,
  tilesY: i32,
  scratch: usize,
  planes: usize,
  planeBytes: usize,
  targets: usize,
  mask: usize,
  sums: usize,
): void {
  const stride = <usize>(tilesX * TILE)
  const through = scratch
  const residuals = scratch + 256
  const counts = scratch + 1024
  const ramp = f32x4(0.5, 1.5, 2.5, 3.5)
  for (let ty = 0; ty < tilesY; ty++) {
    for (let tx = 0; tx < tilesX; tx++) {
      const corner = (<usize>(ty * TILE) * stride + <usize>(tx * TILE)) * 4
      for (let row: usize = 0; row < 8; row++) {
        for (let side: usize = 0; side < 32; side += 16) {
          const from = corner + row * stride * 4 + side
          const at = row * 32 + side
          const counted = v128.load(mask + from)
          v128.store(through + at, f32x4.splat(1))
          v128.store(counts + at, counted)
          for (let c: usize = 0; c < 3; c++) {
            const lack = f32x4.sub(
              v128.load(targets + c * planeBytes + from),
              v128.load(planes + c * planeBytes + from),
            )
            v128.store(residuals + c * 256 + at, f32x4.mul(lack, counted))
          }
        }
      }
      const tile = starts + ((<usize>(ty * tilesX + tx)) << 2)
      const end = load<u32>(tile, 4)
      const left = <f32>(tx * TILE)
      const top = <f32>(ty * TILE)
      for (let entry = load<u32>(tile); entry < end; entry++) {
        if ((entry & 15) === 15 && isTileFull(through)) break
        const index = <usize>load<u32>(lists + ((<usize>entry) << 2))
        const splat = splats + index * SPLAT_BYTES
        const y = load<f32>(splat, SPLAT_Y) - top
        const reachY = load<f32>(splat, SPLAT_REACH_Y)
        const row0 = max<i32>(0, <i32>Mathf.ceil(y - reachY - 0.5))
        const row1 = min<i32>(TILE - 1, <i32>Mathf.floor(y + reachY - 0.5))
        const x = load<f32>(splat, SPLAT_X) - left
        const reachX = load<f32>(splat, SPLAT_REACH_X)
        const dx0 = f32x4.sub(ramp, f32x4.splat(x))
        const dx1 = f32x4.add(dx0, f32x4.splat(4))
        const xx = v128.load_splat<f32>(splat + SPLAT_XX)
        const xy = load<f32>(splat, SPLAT_XY)
        const yy = load<f32>(splat, SPLAT_YY)
        const floor = v128.load_splat<f32>(splat + SPLAT_FLOOR)
        const alpha = v128.load_splat<f32>(splat + SPLAT_ALPHA)
        const first: i32 = x - reachX > 3.5 ? 1 : 0
        const last: i32 = x + reachX < 4.5 ? 0 : 1
        let sumRed = f32x4.splat(0)
        let sumGreen = f32x4.splat(0)
        let sumBlue = f32x4.splat(0)
        let sumWeight = f32x4.splat(0)
        for (let row = row0; row <= row1; row++) {
          const dy = <f32>row + <f32>0.5 - y
          const slope = f32x4.splat(xy * dy)
          const base = f32x4.splat(yy * dy * dy)
          for (let side = first; side <= last; side++) {
            const at = <usize>(row * 32 + side * 16)
            const open = v128.load(through + at)
            const a = alphaAt(side === 0 ? dx0 : dx1, xx, slope, base, floor, alpha)
            if (!v128.any_true(a)) continue
            const weight = f32x4.mul(a, open)
            v128.store(through + at, f32x4.sub(open, weight))
            sumRed = f32x4.add(sumRed, f32x4.mul(weight, v128.load(residuals + at)))
            sumGreen = f32x4.add(sumGreen, f32x4.mul(weight, v128.load(residuals + 256 + at)))
            sumBlue = f32x4.add(sumBlue, f32x4.mul(weight, v128.load(residuals + 512 + at)))
            sumWeight = f32x4.add(sumWeight, f32x4.mul(weight, v128.load(counts + at)))
          }
        }
        const low = i8x16.shuffle(sumRed, sumGreen, 0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23)
        const lowRest = i8x16.shuffle(sumRed, sumGreen, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31)
        const high = i8x16.shuffle(sumBlue, sumWeight, 0, 1, 2, 3, 16, 17, 18, 19, 4, 5, 6, 7, 20, 21, 22, 23)
        const highRest = i8x16.shuffle(sumBlue, sumWeight, 8, 9, 10, 11, 24, 25, 26, 27, 12, 13, 14, 15, 28, 29, 30, 31)
        const pairs = f32x4.add(low, lowRest)
        const others = f32x4.add(high, highRest)
        const sum = f32x4.add(
          i8x16.shuffle(pairs, others, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23),
          i8x16.shuffle(pairs, others, 8, 9, 10, 11, 12, 13, 14, 15, 24, 25, 26, 27, 28, 29, 30, 31),
        )
        const target = sums + (index << 4)
        v128.store(target, f32x4.add(v128.load(target), sum))
      }
    }
  }
}
