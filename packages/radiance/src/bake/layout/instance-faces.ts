import type { TraceScene } from '../../scene/trace-scene.ts'
import { CellIndex } from './cell-index.ts'

/** Corners closer than this are one corner, metres. */
const WELD = 1e-4
/** Triangles smaller than this are left out, m²: nothing is seen of them. */
const AREA_MIN = 1e-10
/** Normals that differ by less than a degree are the same: cosine. */
const FLAT_COSINE = 0.9998

/** The triangles of one instance, sorted into flat groups and the rest. */
export type InstanceFaces = {
  /** Geometric unit normal, three per triangle of the instance; area in m². */
  readonly normals: Float32Array
  readonly areas: Float32Array
  /** Connected coplanar triangles with flat shading, whatever they are made of; numbers of the scene's triangles. */
  readonly flats: readonly (readonly number[])[]
  /** All other triangles that have an area. */
  readonly curved: readonly number[]
}

/** Sorts the triangles of an instance. A flat group smaller than `areaMin` m² counts as curved: it is cheaper merged. */
export function groupInstanceFaces(scene: TraceScene, instance: number, areaMin: number): InstanceFaces {
  const { firstTriangle, triangleCount } = scene.instances[instance]!
  const normals = new Float32Array(triangleCount * 3)
  const areas = new Float32Array(triangleCount)
  const corners = weldCorners(scene, firstTriangle, triangleCount)
  const parent = new Int32Array(triangleCount).fill(-1)
  for (let t = 0; t < triangleCount; t++) {
    measureTriangle(scene, firstTriangle + t, t, normals, areas)
    if (areas[t]! > AREA_MIN && isFlatShaded(scene, firstTriangle + t, normals, t)) parent[t] = t
  }
  joinFlatNeighbours(corners, normals, parent)
  const groups = new Map<number, number[]>()
  const curved: number[] = []
  for (let t = 0; t < triangleCount; t++) {
    if (areas[t]! <= AREA_MIN) continue
    if (parent[t]! < 0) curved.push(firstTriangle + t)
    else {
      const root = findRoot(parent, t)
      const group = groups.get(root)
      if (group) group.push(firstTriangle + t)
      else groups.set(root, [firstTriangle + t])
    }
  }
  const flats: number[][] = []
  for (const group of groups.values()) {
    let area = 0
    for (const triangle of group) area += areas[triangle - firstTriangle]!
    if (area < areaMin) curved.push(...group)
    else flats.push(group)
  }
  return { normals, areas, flats, curved }
}

function weldCorners(scene: TraceScene, firstTriangle: number, triangleCount: number): Uint32Array {
  const index = new CellIndex(triangleCount)
  const corners = new Uint32Array(triangleCount * 3)
  for (let c = 0; c < corners.length; c++) {
    const p = scene.indices[firstTriangle * 3 + c]! * 3
    const cell = (axis: number) => Math.round(scene.positions[p + axis]! / WELD)
    corners[c] = index.add(cell(0), cell(1), cell(2))
  }
  return corners
}

function measureTriangle(
  scene: TraceScene,
  triangle: number,
  t: number,
  normals: Float32Array,
  areas: Float32Array,
): void {
  const { positions, indices } = scene
  const a = indices[triangle * 3]! * 3
  const b = indices[triangle * 3 + 1]! * 3
  const c = indices[triangle * 3 + 2]! * 3
  const ux = positions[b]! - positions[a]!
  const uy = positions[b + 1]! - positions[a + 1]!
  const uz = positions[b + 2]! - positions[a + 2]!
  const vx = positions[c]! - positions[a]!
  const vy = positions[c + 1]! - positions[a + 1]!
  const vz = positions[c + 2]! - positions[a + 2]!
  const nx = uy * vz - uz * vy
  const ny = uz * vx - ux * vz
  const nz = ux * vy - uy * vx
  const length = Math.hypot(nx, ny, nz)
  areas[t] = length / 2
  if (length === 0) return
  normals[t * 3] = nx / length
  normals[t * 3 + 1] = ny / length
  normals[t * 3 + 2] = nz / length
}

function isFlatShaded(scene: TraceScene, triangle: number, normals: Float32Array, t: number): boolean {
  for (let k = 0; k < 3; k++) {
    const v = scene.indices[triangle * 3 + k]! * 3
    const dot =
      scene.normals[v]! * normals[t * 3]! +
      scene.normals[v + 1]! * normals[t * 3 + 1]! +
      scene.normals[v + 2]! * normals[t * 3 + 2]!
    if (dot < FLAT_COSINE) return false
  }
  return true
}

function joinFlatNeighbours(corners: Uint32Array, normals: Float32Array, parent: Int32Array): void {
  const edges = new CellIndex(parent.length * 2)
  const firstOfEdge: number[] = []
  for (let t = 0; t < parent.length; t++) {
    if (parent[t]! < 0) continue
    for (let k = 0; k < 3; k++) {
      const a = corners[t * 3 + k]!
      const b = corners[t * 3 + ((k + 1) % 3)]!
      const edge = edges.add(Math.min(a, b), Math.max(a, b), 0)
      const other = firstOfEdge[edge]
      if (other === undefined) firstOfEdge[edge] = t
      // Against the group's own normal, not the neighbour's: a finely divided curve must not creep into one plane.
      else if (dotNormals(normals, findRoot(parent, t), findRoot(parent, other)) > FLAT_COSINE) {
        parent[findRoot(parent, t)] = findRoot(parent, other)
      }
    }
  }
}

function dotNormals(normals: Float32Array, a: number, b: number): number {
  return (
    normals[a * 3]! * normals[b * 3]! +
    normals[a * 3 + 1]! * normals[b * 3 + 1]! +
    normals[a * 3 + 2]! * normals[b * 3 + 2]!
  )
}

function findRoot(parent: Int32Array, t: number): number {
  let root = t
  while (parent[root] !== root) {
    parent[root] = parent[parent[root]!]!
    root = parent[root]!
  }
  return root
}
