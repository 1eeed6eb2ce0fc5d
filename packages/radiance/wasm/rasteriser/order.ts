import { SPLAT_BYTES, SPLAT_REACH_X, SPLAT_REACH_Y, SPLAT_X, SPLAT_Y, TILE } from './splat'

const BITS: u32 = 12
const BUCKETS: i32 = 4096

/**
 * Sorts splats by key (24 bits, ascending, stable), by two passes over digits.
 *
 * @param order Written: indices of splats, nearest first. @param spare `count` numbers. @param buckets 4096 numbers.
 */
export function sortByKey(count: i32, keys: usize, order: usize, spare: usize, buckets: usize): void {
  for (let pass: u32 = 0; pass < 2; pass++) {
    const shift = pass * BITS
    memory.fill(buckets, 0, BUCKETS << 2)
    for (let i = 0; i < count; i++) {
      const at = buckets + (((load<u32>(keys + ((<usize>i) << 2)) >> shift) & 4095) << 2)
      store<u32>(at, load<u32>(at) + 1)
    }
    let sum: u32 = 0
    for (let b = 0; b < BUCKETS; b++) {
      const at = buckets + ((<usize>b) << 2)
      const here = load<u32>(at)
      store<u32>(at, sum)
      sum += here
    }
    const target = pass === 0 ? spare : order
    for (let i = 0; i < count; i++) {
      const index = pass === 0 ? <u32>i : load<u32>(spare + ((<usize>i) << 2))
      const at = buckets + (((load<u32>(keys + ((<usize>index) << 2)) >> shift) & 4095) << 2)
      const place = load<u32>(at)
      store<u32>(at, place + 1)
      store<u32>(target + ((<usize>place) << 2), index)
    }
  }
}

function firstTile(from: f32): i32 {
  return max<i32>(0, <i32>Mathf.floor(from) / TILE)
}

/**
 * Counts the tiles that each splat touches and turns the counts into where a tile's list starts.
 *
 * @param starts Written: one number per tile and one more, the whole length. @returns the whole length.
 */
export function countTiles(count: i32, splats: usize, tilesX: i32, tilesY: i32, starts: usize): i32 {
  const tiles = tilesX * tilesY
  memory.fill(starts, 0, (<usize>(tiles + 1)) << 2)
  for (let i = 0; i < count; i++) {
    const splat = splats + <usize>i * SPLAT_BYTES
    const x = load<f32>(splat, SPLAT_X)
    const y = load<f32>(splat, SPLAT_Y)
    const rx = load<f32>(splat, SPLAT_REACH_X)
    const ry = load<f32>(splat, SPLAT_REACH_Y)
    const x1 = min<i32>(tilesX - 1, <i32>Mathf.floor(x + rx) / TILE)
    const y1 = min<i32>(tilesY - 1, <i32>Mathf.floor(y + ry) / TILE)
    for (let ty = firstTile(y - ry); ty <= y1; ty++) {
      for (let tx = firstTile(x - rx); tx <= x1; tx++) {
        const at = starts + ((<usize>(ty * tilesX + tx)) << 2)
        store<u32>(at, load<u32>(at) + 1)
      }
    }
  }
  let sum: u32 = 0
  for (let t = 0; t <= tiles; t++) {
    const at = starts + ((<usize>t) << 2)
    const here = load<u32>(at)
    store<u32>(at, sum)
    sum += here
  }
  return <i32>sum
}

/** Writes each tile's splats, nearest first. @param cursors One number per tile. @param lists Written: indices of splats. */
export function fillTiles(
  count: i32,
  splats: usize,
  order: usize,
  tilesX: i32,
  tilesY: i32,
  starts: usize,
  cursors: usize,
  lists: usize,
): void {
  memory.copy(cursors, starts, (<usize>(tilesX * tilesY)) << 2)
  for (let i = 0; i < count; i++) {
    const index = load<u32>(order + ((<usize>i) << 2))
    const splat = splats + <usize>index * SPLAT_BYTES
    const x = load<f32>(splat, SPLAT_X)
    const y = load<f32>(splat, SPLAT_Y)
    const rx = load<f32>(splat, SPLAT_REACH_X)
    const ry = load<f32>(splat, SPLAT_REACH_Y)
    const x1 = min<i32>(tilesX - 1, <i32>Mathf.floor(x + rx) / TILE)
    const y1 = min<i32>(tilesY - 1, <i32>Mathf.floor(y + ry) / TILE)
    for (let ty = firstTile(y - ry); ty <= y1; ty++) {
      for (let tx = firstTile(x - rx); tx <= x1; tx++) {
        const at = cursors + ((<usize>(ty * tilesX + tx)) << 2)
        const place = load<u32>(at)
        store<u32>(at, place + 1)
        store<u32>(lists + ((<usize>place) << 2), index)
      }
    }
  }
}
