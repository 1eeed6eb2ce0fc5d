/**
 * AssemblyScript: rays through a tree of four-wide boxes. `build.ts` beside it compiles it into
 * `src/trace/traversal-wasm.ts`. Where things lie in memory is written by `src/trace/pack-tree.ts`:
 *
 * | record | bytes | columns, four lanes each |
 * |---|---|---|
 * | node | 128 | min x, y, z, max x, y, z, child: inner node index, or `~block`; 16 free bytes |
 * | block | 208 | corner x, y, z, edge 1 x, y, z, edge 2 x, y, z, triangle, transmission, 1 / double area, 16 free bytes |
 * | stack entry | 8 | child, distance at which the ray enters it |
 */
const NODE: usize = 128
const BLOCK: usize = 208
/** Barycentric units; `EDGE_TOLERANCE` of the plain ray caster. */
const EDGE: f32 = 1e-5
/** Keeps 1 / direction finite, so that no interval becomes NaN. */
const TINY: f32 = 1e-20
/** One face of glass: `GLASS_REFLECTANCE` of `thin-sheet.ts`. */
const REFLECTANCE: f32 = 0.04
/** The lowest stack entry: nothing is left to visit. */
const END: i32 = i32.MIN_VALUE

/**
 * Nearest hits. A ray is origin and direction, six numbers. Without a hit the triangle is -1, the distance infinite.
 *
 * @param hits Written: triangle per ray. @param places Written: distance, u, v per ray.
 * @param stack 16-byte aligned; its first 64 bytes serve for taking vectors apart.
 */
export function closest(
  nodes: usize,
  blocks: usize,
  rays: usize,
  count: i32,
  hits: usize,
  places: usize,
  stack: usize,
): void {
  const lanes = stack
  const bottom = stack + 64
  const low = f32x4.splat(-EDGE)
  const high = f32x4.splat(<f32>1.0 + EDGE)
  const zero = f32x4.splat(0)
  store<i32>(bottom, END)
  store<f32>(bottom, -1, 4)
  for (let ray: i32 = 0; ray < count; ray++) {
    const from = rays + <usize>ray * 24
    const dx = load<f32>(from, 12)
    const dy = load<f32>(from, 16)
    const dz = load<f32>(from, 20)
    const ox4 = f32x4.splat(load<f32>(from))
    const oy4 = f32x4.splat(load<f32>(from, 4))
    const oz4 = f32x4.splat(load<f32>(from, 8))
    const dx4 = f32x4.splat(dx)
    const dy4 = f32x4.splat(dy)
    const dz4 = f32x4.splat(dz)
    const ix4 = f32x4.splat(<f32>1.0 / (abs(dx) < TINY ? TINY : dx))
    const iy4 = f32x4.splat(<f32>1.0 / (abs(dy) < TINY ? TINY : dy))
    const iz4 = f32x4.splat(<f32>1.0 / (abs(dz) < TINY ? TINY : dz))
    // Where the planes at which the ray enters start: the minima at 0, the maxima 48 bytes on.
    const nearX: usize = dx <= -TINY ? 48 : 0
    const nearY: usize = dy <= -TINY ? 64 : 16
    const nearZ: usize = dz <= -TINY ? 80 : 32
    const farX: usize = 48 - nearX
    const farY: usize = 80 - nearY
    const farZ: usize = 112 - nearZ
    let best: f32 = Infinity
    let bestU: f32 = 0
    let bestV: f32 = 0
    let hit: i32 = -1
    let top = bottom + 8
    let child: i32 = 0
    for (;;) {
      if (child >= 0) {
        const node = nodes + <usize>child * NODE
        const near = f32x4.pmax(
          f32x4.pmax(zero, f32x4.mul(f32x4.sub(v128.load(node + nearX), ox4), ix4)),
          f32x4.pmax(
            f32x4.mul(f32x4.sub(v128.load(node + nearY), oy4), iy4),
            f32x4.mul(f32x4.sub(v128.load(node + nearZ), oz4), iz4),
          ),
        )
        const far = f32x4.pmin(
          f32x4.pmin(f32x4.splat(best), f32x4.mul(f32x4.sub(v128.load(node + farX), ox4), ix4)),
          f32x4.pmin(
            f32x4.mul(f32x4.sub(v128.load(node + farY), oy4), iy4),
            f32x4.mul(f32x4.sub(v128.load(node + farZ), oz4), iz4),
          ),
        )
        let mask = i32x4.bitmask(f32x4.le(near, f32x4.mul(far, f32x4.splat(1.000001))))
        if (mask !== 0) {
          const first = ctz(mask)
          mask &= mask - 1
          if (mask === 0) {
            child = load<i32>(node + ((<usize>first) << 2), 96)
            continue
          }
          v128.store(lanes, near)
          const level = top
          store<i32>(top, load<i32>(node + ((<usize>first) << 2), 96))
          store<f32>(top, load<f32>(lanes + ((<usize>first) << 2)), 4)
          top += 8
          while (mask !== 0) {
            const lane = (<usize>ctz(mask)) << 2
            mask &= mask - 1
            const distance = load<f32>(lanes + lane)
            let at = top
            while (at > level && load<f32>(at - 8, 4) < distance) {
              store<u64>(at, load<u64>(at - 8))
              at -= 8
            }
            store<i32>(at, load<i32>(node + lane, 96))
            store<f32>(at, distance, 4)
            top += 8
          }
        }
      } else {
        const block = blocks + <usize>~child * BLOCK
        const e1x = v128.load(block, 48)
        const e1y = v128.load(block, 64)
        const e1z = v128.load(block, 80)
        const e2x = v128.load(block, 96)
        const e2y = v128.load(block, 112)
        const e2z = v128.load(block, 128)
        const px = f32x4.sub(f32x4.mul(dy4, e2z), f32x4.mul(dz4, e2y))
        const py = f32x4.sub(f32x4.mul(dz4, e2x), f32x4.mul(dx4, e2z))
        const pz = f32x4.sub(f32x4.mul(dx4, e2y), f32x4.mul(dy4, e2x))
        const determinant = f32x4.add(f32x4.add(f32x4.mul(e1x, px), f32x4.mul(e1y, py)), f32x4.mul(e1z, pz))
        const inverse = f32x4.div(f32x4.splat(1), determinant)
        const sx = f32x4.sub(ox4, v128.load(block))
        const sy = f32x4.sub(oy4, v128.load(block, 16))
        const sz = f32x4.sub(oz4, v128.load(block, 32))
        const u = f32x4.mul(f32x4.add(f32x4.add(f32x4.mul(sx, px), f32x4.mul(sy, py)), f32x4.mul(sz, pz)), inverse)
        const qx = f32x4.sub(f32x4.mul(sy, e1z), f32x4.mul(sz, e1y))
        const qy = f32x4.sub(f32x4.mul(sz, e1x), f32x4.mul(sx, e1z))
        const qz = f32x4.sub(f32x4.mul(sx, e1y), f32x4.mul(sy, e1x))
        const v = f32x4.mul(f32x4.add(f32x4.add(f32x4.mul(dx4, qx), f32x4.mul(dy4, qy)), f32x4.mul(dz4, qz)), inverse)
        const distance = f32x4.mul(
          f32x4.add(f32x4.add(f32x4.mul(e2x, qx), f32x4.mul(e2y, qy)), f32x4.mul(e2z, qz)),
          inverse,
        )
        let mask = i32x4.bitmask(
          v128.and(
            v128.and(
              v128.and(f32x4.ge(u, low), f32x4.ge(v, low)),
              v128.and(f32x4.le(f32x4.add(u, v), high), f32x4.gt(distance, zero)),
            ),
            f32x4.lt(distance, f32x4.splat(best)),
          ),
        )
        if (mask !== 0) {
          v128.store(lanes, distance)
          v128.store(lanes, u, 16)
          v128.store(lanes, v, 32)
          while (mask !== 0) {
            const lane = (<usize>ctz(mask)) << 2
            mask &= mask - 1
            const here = load<f32>(lanes + lane)
            if (here < best) {
              best = here
              bestU = load<f32>(lanes + lane, 16)
              bestV = load<f32>(lanes + lane, 32)
              hit = load<i32>(block + lane, 144)
            }
          }
        }
      }
      do {
        top -= 8
      } while (load<f32>(top, 4) > best)
      child = load<i32>(top)
      if (child === END) break
    }
    store<i32>(hits + ((<usize>ray) << 2), hit)
    const place = places + <usize>ray * 12
    store<f32>(place, best)
    store<f32>(place, bestU, 4)
    store<f32>(place, bestV, 8)
  }
}

/**
 * The part of light that arrives along each ray: 0 blocked, 1 free. A ray is origin, direction and length, seven numbers.
 *
 * @param lights Written: one number a ray. @param stack As for `closest`.
 */
export function passing(nodes: usize, blocks: usize, rays: usize, count: i32, lights: usize, stack: usize): void {
  const lanes = stack
  const bottom = stack + 64
  const low = f32x4.splat(-EDGE)
  const high = f32x4.splat(<f32>1.0 + EDGE)
  const zero = f32x4.splat(0)
  store<i32>(bottom, END)
  store<f32>(bottom, -1, 4)
  for (let ray: i32 = 0; ray < count; ray++) {
    const from = rays + <usize>ray * 28
    const dx = load<f32>(from, 12)
    const dy = load<f32>(from, 16)
    const dz = load<f32>(from, 20)
    const ox4 = f32x4.splat(load<f32>(from))
    const oy4 = f32x4.splat(load<f32>(from, 4))
    const oz4 = f32x4.splat(load<f32>(from, 8))
    const dx4 = f32x4.splat(dx)
    const dy4 = f32x4.splat(dy)
    const dz4 = f32x4.splat(dz)
    const ix4 = f32x4.splat(<f32>1.0 / (abs(dx) < TINY ? TINY : dx))
    const iy4 = f32x4.splat(<f32>1.0 / (abs(dy) < TINY ? TINY : dy))
    const iz4 = f32x4.splat(<f32>1.0 / (abs(dz) < TINY ? TINY : dz))
    // Where the planes at which the ray enters start: the minima at 0, the maxima 48 bytes on.
    const nearX: usize = dx <= -TINY ? 48 : 0
    const nearY: usize = dy <= -TINY ? 64 : 16
    const nearZ: usize = dz <= -TINY ? 80 : 32
    const farX: usize = 48 - nearX
    const farY: usize = 80 - nearY
    const farZ: usize = 112 - nearZ
    const length4 = f32x4.splat(load<f32>(from, 24))
    let light: f32 = 1
    let top = bottom + 8
    let child: i32 = 0
    for (;;) {
      if (child >= 0) {
        const node = nodes + <usize>child * NODE
        const near = f32x4.pmax(
          f32x4.pmax(zero, f32x4.mul(f32x4.sub(v128.load(node + nearX), ox4), ix4)),
          f32x4.pmax(
            f32x4.mul(f32x4.sub(v128.load(node + nearY), oy4), iy4),
            f32x4.mul(f32x4.sub(v128.load(node + nearZ), oz4), iz4),
          ),
        )
        const far = f32x4.pmin(
          f32x4.pmin(length4, f32x4.mul(f32x4.sub(v128.load(node + farX), ox4), ix4)),
          f32x4.pmin(
            f32x4.mul(f32x4.sub(v128.load(node + farY), oy4), iy4),
            f32x4.mul(f32x4.sub(v128.load(node + farZ), oz4), iz4),
          ),
        )
        let mask = i32x4.bitmask(f32x4.le(near, f32x4.mul(far, f32x4.splat(1.000001))))
        if (mask !== 0) {
          const first = ctz(mask)
          mask &= mask - 1
          if (mask === 0) {
            child = load<i32>(node + ((<usize>first) << 2), 96)
            continue
          }
          const next = load<i32>(node + ((<usize>first) << 2), 96)
          while (mask !== 0) {
            store<i32>(top, load<i32>(node + ((<usize>ctz(mask)) << 2), 96))
            mask &= mask - 1
            top += 8
          }
          child = next
          continue
        }
      } else {
        const block = blocks + <usize>~child * BLOCK
        const e1x = v128.load(block, 48)
        const e1y = v128.load(block, 64)
        const e1z = v128.load(block, 80)
        const e2x = v128.load(block, 96)
        const e2y = v128.load(block, 112)
        const e2z = v128.load(block, 128)
        const px = f32x4.sub(f32x4.mul(dy4, e2z), f32x4.mul(dz4, e2y))
        const py = f32x4.sub(f32x4.mul(dz4, e2x), f32x4.mul(dx4, e2z))
        const pz = f32x4.sub(f32x4.mul(dx4, e2y), f32x4.mul(dy4, e2x))
        const determinant = f32x4.add(f32x4.add(f32x4.mul(e1x, px), f32x4.mul(e1y, py)), f32x4.mul(e1z, pz))
        const inverse = f32x4.div(f32x4.splat(1), determinant)
        const sx = f32x4.sub(ox4, v128.load(block))
        const sy = f32x4.sub(oy4, v128.load(block, 16))
        const sz = f32x4.sub(oz4, v128.load(block, 32))
        const u = f32x4.mul(f32x4.add(f32x4.add(f32x4.mul(sx, px), f32x4.mul(sy, py)), f32x4.mul(sz, pz)), inverse)
        const qx = f32x4.sub(f32x4.mul(sy, e1z), f32x4.mul(sz, e1y))
        const qy = f32x4.sub(f32x4.mul(sz, e1x), f32x4.mul(sx, e1z))
        const qz = f32x4.sub(f32x4.mul(sx, e1y), f32x4.mul(sy, e1x))
        const v = f32x4.mul(f32x4.add(f32x4.add(f32x4.mul(dx4, qx), f32x4.mul(dy4, qy)), f32x4.mul(dz4, qz)), inverse)
        const distance = f32x4.mul(
          f32x4.add(f32x4.add(f32x4.mul(e2x, qx), f32x4.mul(e2y, qy)), f32x4.mul(e2z, qz)),
          inverse,
        )
        let mask = i32x4.bitmask(
          v128.and(
            v128.and(
              v128.and(f32x4.ge(u, low), f32x4.ge(v, low)),
              v128.and(f32x4.le(f32x4.add(u, v), high), f32x4.gt(distance, zero)),
            ),
            f32x4.lt(distance, length4),
          ),
        )
        if (mask !== 0) {
          // |determinant| is the double area times the cosine to the normal.
          const cosine = f32x4.mul(f32x4.abs(determinant), v128.load(block, 176))
          v128.store(lanes, f32x4.min(cosine, f32x4.splat(1)))
          while (mask !== 0) {
            const lane = (<usize>ctz(mask)) << 2
            mask &= mask - 1
            const rest = <f32>1.0 - load<f32>(lanes + lane)
            const square = rest * rest
            light *= load<f32>(block + lane, 160) * (<f32>1.0 - REFLECTANCE) * (<f32>1.0 - square * square * rest)
          }
          if (light <= 0) break
        }
      }
      top -= 8
      child = load<i32>(top)
      if (child === END) break
    }
    store<f32>(lights + ((<usize>ray) << 2), light)
  }
}
