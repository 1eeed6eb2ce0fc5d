/**
 * Rays a second of the WebAssembly engine and of the plain one, and their ratio; by processor time of this thread.
 * `npm run bench -- rays`
 */

import { createRayCaster } from '../src/trace/create-ray-caster.ts'
import { createPathTracer } from '../src/trace/path-tracer.ts'
import { createPlainRayCaster } from '../src/trace/plain-ray-caster.ts'
import type { RayCaster } from '../src/trace/ray-caster.ts'
import { directionsInside, spheresScene } from '../src/trace/test-scenes.ts'

const RAYS = 300_000
const ROUNDS = 5

/** A picture's rays, row by row. */
function aimPicture(): Float32Array {
  const rays = new Float32Array(6 * RAYS)
  for (let ray = 0; ray < RAYS; ray++) {
    const [x, y] = [(ray % 600) / 600 - 0.5, Math.floor(ray / 600) / 500 - 0.5]
    const length = Math.hypot(x, 0.8, y)
    rays.set([0, -4, 0, x / length, 0.8 / length, y / length], 6 * ray)
  }
  return rays
}

/** Millions a second, of the best round. */
function measure(caster: RayCaster, rays: Float32Array): number {
  const hits = new Uint32Array(RAYS)
  const where = new Float32Array(3 * RAYS)
  let best = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round++) {
    const start = process.cpuUsage()
    caster.closest(rays, RAYS, hits, where)
    best = Math.min(best, process.cpuUsage(start).user)
  }
  return RAYS / best
}

export default {
  name: 'rays',
  summary: 'million rays a second: the WebAssembly engine against the plain one',
  run() {
    const scene = spheresScene(60, 17)
    const incoherent = directionsInside(RAYS, 3)
    const engines = { plain: createPlainRayCaster(scene), wasm: createRayCaster(scene) }
    console.log(`${scene.indices.length / 3} triangles; million rays a second and core`)
    for (const [name, rays] of [
      ['coherent', aimPicture()],
      ['incoherent', incoherent],
    ] as const) {
      const [plain, wasm] = [measure(engines.plain, rays), measure(engines.wasm, rays)]
      console.log(`${name}: plain ${plain.toFixed(2)}, wasm ${wasm.toFixed(2)}, ratio ${(wasm / plain).toFixed(1)}`)
    }

    const count = 20_000
    const color = new Float32Array(3 * count)
    const start = process.cpuUsage()
    const tracer = createPathTracer(scene, engines.wasm)
    tracer.trace(incoherent.subarray(0, 6 * count), count, new Int32Array(count), new Uint32Array(count), color)
    console.log(`paths: ${((process.cpuUsage(start).user / count) | 0).toFixed(0)} µs each, up to many bounces`)
  },
}
