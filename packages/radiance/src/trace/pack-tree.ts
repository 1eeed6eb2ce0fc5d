import type { TraceScene } from '../scene/trace-scene.ts'
import { type Bvh, buildBvh, LEAF_TRIANGLES } from './build-bvh.ts'

/** A tree as `wasm/traversal.ts` reads it; the records are described there. */
export type PackedTree = {
  readonly nodes: ArrayBuffer
  readonly blocks: ArrayBuffer
}

const WIDTH = 4
export const NODE_BYTES = 128
export const BLOCK_BYTES = 208

/** Makes four-wide nodes of a binary tree's and puts each leaf's triangles side by side. Without triangles both are empty. */
export function packTree(scene: TraceScene): PackedTree {
  const bvh = buildBvh(scene.positions, scene.indices)
  const families = widen(bvh)
  const blocks: number[] = []
  const numberOf = new Map(families.map(({ node }, index) => [node, index]))
  const nodes = new ArrayBuffer(NODE_BYTES * families.length)
  for (let index = 0; index < families.length; index++) {
    const floats = new Float32Array(nodes, NODE_BYTES * index, 6 * WIDTH)
    const children = new Int32Array(nodes, NODE_BYTES * index + 96, WIDTH)
    floats.fill(Number.POSITIVE_INFINITY, 0, 3 * WIDTH)
    floats.fill(Number.NEGATIVE_INFINITY, 3 * WIDTH)
    families[index]!.children.forEach((child, lane) => {
      for (let side = 0; side < 6; side++) floats[WIDTH * side + lane] = bvh.bounds[6 * child + side]!
      children[lane] = bvh.count[child]! > 0 ? ~(blocks.push(child) - 1) : numberOf.get(child)!
    })
  }
  return { nodes, blocks: packBlocks(scene, bvh, blocks) }
}

type Family = { readonly node: number; readonly children: number[] }

/** Nodes with up to four children each, depth first: the largest child is opened until four are there. */
function widen({ nodeCount, count, first, bounds }: Bvh): Family[] {
  const families: Family[] = []
  const waiting = nodeCount > 0 ? [0] : []
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const children = count[node]! > 0 ? [node] : [first[node]!, first[node]! + 1]
    while (children.length < WIDTH) {
      const inner = children.filter((child) => count[child] === 0)
      if (inner.length === 0) break
      const largest = inner.reduce((best, child) => (area(bounds, child) > area(bounds, best) ? child : best))
      children.splice(children.indexOf(largest), 1, first[largest]!, first[largest]! + 1)
    }
    families.push({ node, children })
    waiting.push(...children.filter((child) => count[child] === 0).reverse())
  }
  return families
}

function area(bounds: Float32Array, node: number): number {
  const at = 6 * node
  const [x, y, z] = [
    bounds[at + 3]! - bounds[at]!,
    bounds[at + 4]! - bounds[at + 1]!,
    bounds[at + 5]! - bounds[at + 2]!,
  ]
  return x * y + y * z + z * x
}

/** Lanes without a triangle keep edges of zero length, which no ray hits. */
function packBlocks(scene: TraceScene, { first, count, order }: Bvh, leaves: readonly number[]): ArrayBuffer {
  const { positions, indices } = scene
  const blocks = new ArrayBuffer(BLOCK_BYTES * leaves.length)
  leaves.forEach((leaf, index) => {
    const floats = new Float32Array(blocks, BLOCK_BYTES * index, 12 * LEAF_TRIANGLES)
    const triangles = new Int32Array(blocks, BLOCK_BYTES * index + 144, LEAF_TRIANGLES)
    for (let lane = 0; lane < count[leaf]!; lane++) {
      const triangle = order[first[leaf]! + lane]!
      const [a, b, c] = [3 * indices[3 * triangle]!, 3 * indices[3 * triangle + 1]!, 3 * indices[3 * triangle + 2]!]
      for (let axis = 0; axis < 3; axis++) {
        floats[4 * axis + lane] = positions[a + axis]!
        floats[12 + 4 * axis + lane] = positions[b + axis]! - positions[a + axis]!
        floats[24 + 4 * axis + lane] = positions[c + axis]! - positions[a + axis]!
      }
      triangles[lane] = triangle
      floats[40 + lane] = scene.materials[scene.triangleMaterial[triangle]!]!.transmission
      floats[44 + lane] = 1 / doubleArea(floats, lane)
    }
  })
  return blocks
}

function doubleArea(floats: Float32Array, lane: number): number {
  const [ax, ay, az] = [floats[12 + lane]!, floats[16 + lane]!, floats[20 + lane]!]
  const [bx, by, bz] = [floats[24 + lane]!, floats[28 + lane]!, floats[32 + lane]!]
  return Math.hypot(ay * bz - az * by, az * bx - ax * bz, ax * by - ay * bx)
}
