/** Thread job: some rows of a film's frame, as a screen shows them. */

import type { JobContext } from '../threads/thread-pool.ts'
import { seedOf } from '../trace/sample-sequence.ts'
import { openScene, type SharedScene } from '../trace/share-scene.ts'
import type { Camera } from '../views/camera.ts'
import { createAim } from '../views/camera-rays.ts'
import { type Exposure, toDisplay } from '../views/display.ts'
import { createQuickTracer, type QuickLight, type QuickTracer } from './quick-tracer.ts'

export type FrameTask = {
  readonly shared: SharedScene
  readonly light: QuickLight
  /** Equal for equal scenes and lights. */
  readonly key: string
  readonly camera: Camera
  readonly rows: readonly [from: number, to: number]
  readonly exposure: Exposure
  readonly seed: number
  /** Scattered light alone, without reflections. */
  readonly isMatte: boolean
  /** sRGB bytes of the whole frame, in shared memory. */
  readonly into: Uint8Array
}

/** Where in a pixel at an edge three more rays go; the first went through the middle. */
const CORNERS = [
  [0.15, 0.6],
  [0.4, 0.1],
  [0.85, 0.35],
  [0.6, 0.9],
] as const

let opened: { readonly key: string; readonly isMatte: boolean; readonly tracer: QuickTracer } | undefined

export function perform(task: FrameTask, { seat }: JobContext): void {
  const { key, isMatte } = task
  if (opened?.key !== key || opened.isMatte !== isMatte)
    opened = { key, isMatte, tracer: createQuickTracer(openScene(task.shared, seat), task.light, isMatte) }
  const { camera, rows } = task
  // A row more on each side, so that edges between bands are seen by both.
  const from = Math.max(0, rows[0] - 1)
  const to = Math.min(camera.height, rows[1] + 1)
  const { color, met } = traceMiddles(opened.tracer, task, from, to)
  smoothEdges(opened.tracer, task, findEdges(met, camera.width, to - from), color, from)
  show(color, task, from)
}

function traceMiddles(tracer: QuickTracer, { camera, seed }: FrameTask, from: number, to: number) {
  const { width } = camera
  const count = width * (to - from)
  const aim = createAim(camera)
  const rays = new Float32Array(6 * count)
  for (let index = 0; index < count; index++)
    aim((index % width) + 0.5, from + Math.floor(index / width) + 0.5, rays, 6 * index)
  const seeds = new Int32Array(count)
  for (let index = 0; index < count; index++) seeds[index] = seedOf(seed, from * width + index)
  const color = new Float32Array(3 * count)
  const met = new Uint32Array(count)
  tracer.trace(rays, count, seeds, 0, color, met)
  return { color, met }
}

/** Pixels whose neighbour shows another face. */
function findEdges(met: Uint32Array, width: number, height: number): Uint32Array {
  const isEdge = new Uint8Array(met.length)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const index = y * width + x
      if (x + 1 < width && met[index] !== met[index + 1]) isEdge[index] = isEdge[index + 1] = 1
      if (y + 1 < height && met[index] !== met[index + width]) isEdge[index] = isEdge[index + width] = 1
    }
  }
  const edges = new Uint32Array(met.length)
  let count = 0
  for (let index = 0; index < met.length; index++) if (isEdge[index] === 1) edges[count++] = index
  return edges.subarray(0, count)
}

function smoothEdges(
  tracer: QuickTracer,
  { camera, seed }: FrameTask,
  edges: Uint32Array,
  color: Float32Array,
  from: number,
): void {
  const { width } = camera
  const aim = createAim(camera)
  const rays = new Float32Array(6 * edges.length)
  const more = new Float32Array(3 * edges.length)
  const met = new Uint32Array(edges.length)
  const seeds = Int32Array.from(edges, (index) => seedOf(seed, from * width + index))
  CORNERS.forEach(([x, y], corner) => {
    edges.forEach((index, edge) => {
      aim((index % width) + x, from + Math.floor(index / width) + y, rays, 6 * edge)
    })
    tracer.trace(rays, edges.length, seeds, corner + 1, more, met)
    edges.forEach((index, edge) => {
      for (let channel = 0; channel < 3; channel++) {
        const before = corner === 0 ? 0 : color[3 * index + channel]!
        color[3 * index + channel] = before + more[3 * edge + channel]! / CORNERS.length
      }
    })
  })
}

const shown = new Float64Array(3)

function show(color: Float32Array, { camera: { width }, rows, exposure, into }: FrameTask, from: number): void {
  for (let pixel = rows[0] * width; pixel < rows[1] * width; pixel++) {
    toDisplay(color, 3 * (pixel - from * width), exposure, shown, 0)
    for (let channel = 0; channel < 3; channel++) into[3 * pixel + channel] = Math.round(255 * shown[channel]!)
  }
}
