import type { TraceScene } from '../scene/trace-scene.ts'
import { MAX_DEPTH } from './build-bvh.ts'
import { packTree } from './pack-tree.ts'
import type { RayCaster } from './ray-caster.ts'
import { traversalWasm } from './traversal-wasm.ts'

/**
 * A tree in shared memory with room for several threads' rays; can be posted to worker threads as it is.
 * Each thread opens its own seat.
 */
export type SharedRays = {
  readonly memory: WebAssembly.Memory
  /** Addresses, bytes. */
  readonly nodes: number
  readonly blocks: number
  readonly seats: number
  readonly seatCount: number
  readonly isEmpty: boolean
}

/** Rays that go into the engine at once; more are cut into such portions. */
const PORTION = 1024
const RAY_BYTES = 28
const HIT_BYTES = 4
const PLACE_BYTES = 12
/** 64 bytes to take vectors apart, one entry of 8 bytes for the end and three more entries per level. */
const STACK_BYTES = 64 + 8 * (1 + 3 * MAX_DEPTH)
const PAGE_BYTES = 65536

const align = (bytes: number): number => Math.ceil(bytes / 64) * 64
const SEAT = {
  rays: 0,
  hits: align(RAY_BYTES * PORTION),
  places: align((RAY_BYTES + HIT_BYTES) * PORTION),
  stack: align((RAY_BYTES + HIT_BYTES + PLACE_BYTES) * PORTION),
  bytes: align((RAY_BYTES + HIT_BYTES + PLACE_BYTES) * PORTION + STACK_BYTES),
}

/** @param seatCount Threads that will trace at the same time. */
export function shareRays(scene: TraceScene, seatCount = 1): SharedRays {
  const { nodes, blocks } = packTree(scene)
  const blocksAt = align(nodes.byteLength)
  const seats = align(blocksAt + blocks.byteLength)
  const pages = Math.ceil((seats + seatCount * SEAT.bytes) / PAGE_BYTES)
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true })
  const bytes = new Uint8Array(memory.buffer)
  bytes.set(new Uint8Array(nodes), 0)
  bytes.set(new Uint8Array(blocks), blocksAt)
  return { memory, nodes: 0, blocks: blocksAt, seats, seatCount, isEmpty: nodes.byteLength === 0 }
}

type Engine = {
  closest(nodes: number, blocks: number, rays: number, count: number, hits: number, places: number, stack: number): void
  passing(nodes: number, blocks: number, rays: number, count: number, lights: number, stack: number): void
}

/** @param seat 0 … `seatCount` − 1; no two threads share one. */
export function openRayCaster(shared: SharedRays, seat = 0): RayCaster {
  if (!(seat >= 0 && seat < shared.seatCount))
    throw new RangeError(`openRayCaster: seat ${seat}, there are ${shared.seatCount}`)
  const engine = new WebAssembly.Instance(compileEngine(), { env: { memory: shared.memory } }).exports as Engine
  const at = shared.seats + seat * SEAT.bytes
  const [raysAt, hitsAt, placesAt, stackAt] = [at + SEAT.rays, at + SEAT.hits, at + SEAT.places, at + SEAT.stack]
  const raysIn = new Float32Array(shared.memory.buffer, raysAt, (RAY_BYTES / 4) * PORTION)
  const hitsOut = new Uint32Array(shared.memory.buffer, hitsAt, PORTION)
  const placesOut = new Float32Array(shared.memory.buffer, placesAt, 3 * PORTION)
  const lightsOut = new Float32Array(shared.memory.buffer, hitsAt, PORTION)

  function pass(rays: Float32Array, start: number, size: number): void {
    raysIn.set(rays.subarray(7 * start, 7 * (start + size)))
    if (shared.isEmpty) lightsOut.fill(1, 0, size)
    else engine.passing(shared.nodes, shared.blocks, raysAt, size, hitsAt, stackAt)
  }

  return {
    closest(rays, count, hits, where) {
      for (let start = 0; start < count; start += PORTION) {
        const size = Math.min(PORTION, count - start)
        raysIn.set(rays.subarray(6 * start, 6 * (start + size)))
        if (shared.isEmpty) clear(hitsOut, placesOut, size)
        else engine.closest(shared.nodes, shared.blocks, raysAt, size, hitsAt, placesAt, stackAt)
        hits.set(hitsOut.subarray(0, size), start)
        where.set(placesOut.subarray(0, 3 * size), 3 * start)
      }
    },
    occluded(rays, count, blocked) {
      for (let start = 0; start < count; start += PORTION) {
        const size = Math.min(PORTION, count - start)
        pass(rays, start, size)
        for (let ray = 0; ray < size; ray++) blocked[start + ray] = lightsOut[ray]! > 0 ? 0 : 1
      }
    },
    passing(rays, count, light) {
      for (let start = 0; start < count; start += PORTION) {
        const size = Math.min(PORTION, count - start)
        pass(rays, start, size)
        light.set(lightsOut.subarray(0, size), start)
      }
    },
  }
}

function clear(hits: Uint32Array, places: Float32Array, size: number): void {
  hits.fill(0xffffffff, 0, size)
  places.fill(0, 0, 3 * size)
  for (let ray = 0; ray < size; ray++) places[3 * ray] = Number.POSITIVE_INFINITY
}

let compiled: WebAssembly.Module | undefined

function compileEngine(): WebAssembly.Module {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(traversalWasm), (letter) => letter.charCodeAt(0)))
  return compiled
}
