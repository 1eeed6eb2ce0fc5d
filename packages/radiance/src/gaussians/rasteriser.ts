import type { Camera } from '../views/camera.ts'
import type { Convention } from './convention.ts'
import type { Gaussians } from './gaussians.ts'
import { rasteriseWasm } from './rasterise-wasm.ts'

type Exports = {
  project(count: number, ...addresses: number[]): number
  sortByKey(count: number, keys: number, order: number, spare: number, buckets: number): void
  countTiles(count: number, splats: number, tilesX: number, tilesY: number, starts: number): number
  fillTiles(count: number, ...rest: number[]): void
  paintTiles(...addresses: number[]): void
  spreadResiduals(...addresses: number[]): void
}

/** As wasm/rasteriser/splat.ts lays them out. */
const SPLAT_BYTES = 64
const SPLAT_ROW = 10
const TILE = 8
const PLANES = 6
const BUCKET_BYTES = 4096 * 4
const SCRATCH_BYTES = 2048
/** The module keeps its own tables (of logarithms) in the first page. */
const PAGE = 65536

let compiled: WebAssembly.Module | undefined

/** A picture as `draw` leaves it: planes of `stride` numbers a row, in the rasteriser's memory until the next call. */
export type Painted = {
  readonly stride: number
  readonly rows: number
  /** How many gaussians the camera sees. */
  readonly visible: number
  readonly red: Float32Array
  readonly green: Float32Array
  readonly blue: Float32Array
  /** What passes through, 1 − alpha. */
  readonly through: Float32Array
  /** Along the camera's axis, metres, of the gaussian that takes half the light; 0: none does. */
  readonly depth: Float32Array
  /** That gaussian's row + 1; 0: none. */
  readonly row: Uint32Array
}

/** Per visible gaussian: its row, and sums over pixels of weight × residual (red, green, blue) and of weight. */
export type Spread = {
  readonly count: number
  readonly rows: Uint32Array
  readonly sums: Float32Array
  /** Sum over counted pixels of the mean over channels of squared residuals. */
  readonly squaredError: number
}

export interface Rasteriser {
  /** Takes other colours (and harmonics, where the table had them) for the same gaussians. */
  setColors(colors: Float32Array, harmonics?: Float32Array): void
  draw(camera: Camera, convention: Convention): Painted
  /**
   * Spreads what the picture just drawn lacks of a target over the gaussians that painted it.
   *
   * @param target Display values of 255, three per pixel. @param mask Absent: every pixel counts; else pixels of value 0 do not.
   */
  spread(target: Uint8Array | Uint8ClampedArray, mask?: Uint8Array): Spread
}

/** Draws gaussians on the CPU: EWA projection, tiles of 8 × 8 pixels, sorted by distance, front to back, in WASM SIMD. */
export function createRasteriser(gaussians: Gaussians): Rasteriser {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(rasteriseWasm), (letter) => letter.charCodeAt(0)))
  const memory = new WebAssembly.Memory({ initial: 1 })
  const wasm = new WebAssembly.Instance(compiled, { env: { memory } }).exports as unknown as Exports
  const { count } = gaussians
  let top = PAGE
  const take = (bytes: number): number => {
    const at = top
    top += (bytes + 15) & ~15
    const missing = top - memory.buffer.byteLength
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE))
    return at
  }
  const keep = (column: Float32Array): number => {
    const at = take(column.byteLength)
    new Float32Array(memory.buffer, at, column.length).set(column)
    return at
  }

  const positions = keep(gaussians.positions)
  const scales = keep(gaussians.scales)
  const rotations = keep(gaussians.rotations)
  const opacities = keep(gaussians.opacities)
  const colors = keep(gaussians.colors)
  const harmonics = gaussians.harmonics ? keep(gaussians.harmonics) : 0
  const cameraBlock = take(26 * 4)
  const splats = take(count * SPLAT_BYTES)
  const keys = take(count * 4)
  const order = take(count * 4)
  const spare = take(count * 4)
  const buckets = take(BUCKET_BYTES)
  const scratch = take(SCRATCH_BYTES)
  const pictures = top
  let drawn = { width: 0, height: 0, tilesX: 0, tilesY: 0, visible: 0, planes: 0, planeBytes: 0, starts: 0, lists: 0 }

  return {
    setColors(newColors, newHarmonics) {
      new Float32Array(memory.buffer, colors, count * 3).set(newColors)
      if (newHarmonics && harmonics) new Float32Array(memory.buffer, harmonics, count * 9).set(newHarmonics)
    },
    draw(camera, convention) {
      top = pictures
      const tilesX = Math.ceil(camera.width / TILE)
      const tilesY = Math.ceil(camera.height / TILE)
      const planeBytes = tilesX * tilesY * TILE * TILE * 4
      const planes = take(planeBytes * PLANES)
      const starts = take((tilesX * tilesY + 1) * 4)
      const cursors = take(tilesX * tilesY * 4)
      writeCamera(new Float32Array(memory.buffer, cameraBlock, 26), camera, convention)
      const visible = wasm.project(
        count,
        positions,
        scales,
        rotations,
        opacities,
        colors,
        harmonics,
        cameraBlock,
        splats,
        keys,
      )
      wasm.sortByKey(visible, keys, order, spare, buckets)
      const entries = wasm.countTiles(visible, splats, tilesX, tilesY, starts)
      const lists = take(entries * 4)
      wasm.fillTiles(visible, splats, order, tilesX, tilesY, starts, cursors, lists)
      wasm.paintTiles(splats, starts, lists, tilesX, tilesY, scratch, planes, planeBytes)
      const { width, height } = camera
      drawn = { width, height, tilesX, tilesY, visible, planes, planeBytes, starts, lists }
      const plane = (k: number) => new Float32Array(memory.buffer, planes + k * planeBytes, planeBytes / 4)
      return {
        stride: tilesX * TILE,
        rows: tilesY * TILE,
        visible,
        red: plane(0),
        green: plane(1),
        blue: plane(2),
        through: plane(3),
        depth: plane(4),
        row: new Uint32Array(memory.buffer, planes + 5 * planeBytes, planeBytes / 4),
      }
    },
    spread(target, mask) {
      const { width, height, tilesX, tilesY, visible, planes, planeBytes, starts, lists } = drawn
      const targets = take(planeBytes * 4)
      const sums = take(visible * 16)
      const size = planeBytes / 4
      const wanted = new Float32Array(memory.buffer, targets, size * 4).fill(0)
      const painted = new Float32Array(memory.buffer, planes, size * 3)
      let squaredError = 0
      for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
          const from = y * width + x
          if (mask && mask[from] === 0) continue
          const to = y * tilesX * TILE + x
          wanted[to] = target[3 * from]! / 255
          wanted[to + size] = target[3 * from + 1]! / 255
          wanted[to + 2 * size] = target[3 * from + 2]! / 255
          wanted[to + 3 * size] = 1
          for (let c = 0; c < 3; c++) squaredError += (wanted[to + c * size]! - painted[to + c * size]!) ** 2 / 3
        }
      }
      new Float32Array(memory.buffer, sums, visible * 4).fill(0)
      const maskPlane = targets + 3 * planeBytes
      wasm.spreadResiduals(splats, starts, lists, tilesX, tilesY, scratch, planes, planeBytes, targets, maskPlane, sums)
      const records = new Uint32Array(memory.buffer, splats, (visible * SPLAT_BYTES) / 4)
      const rows = new Uint32Array(visible)
      for (let i = 0; i < visible; i++) rows[i] = records[i * (SPLAT_BYTES / 4) + SPLAT_ROW]!
      top = targets
      return { count: visible, rows, sums: new Float32Array(memory.buffer, sums, visible * 4), squaredError }
    },
  }
}

/** World to camera is the inverse of the rigid pose. */
function writeCamera(block: Float32Array, camera: Camera, convention: Convention): void {
  const pose = camera.pose
  const eye = [pose[3]!, pose[7]!, pose[11]!]
  for (let axis = 0; axis < 3; axis++) {
    const direction = [pose[axis]!, pose[4 + axis]!, pose[8 + axis]!]
    block.set(direction, axis * 3)
    block[9 + axis] = -(direction[0]! * eye[0]! + direction[1]! * eye[1]! + direction[2]! * eye[2]!)
  }
  const k = camera.intrinsic
  block.set([k[0]!, k[4]!, k[2]!, k[5]!, ...eye, camera.width, camera.height], 12)
  const { blur, compensate, cutoff, leastAlpha, near } = convention
  block.set([blur, compensate ? 1 : 0, cutoff, leastAlpha, near], 21)
}
