import type { SurfaceMaterial, TraceInstance, TraceScene, Vector3 } from './trace-scene.ts'

/** A mesh in a frame of its own. */
export type SourceMesh = {
  readonly positions: Float32Array
  readonly normals: Float32Array
  readonly uvs: Float32Array
  readonly indices: Uint32Array
}

/** A place and a turn about z. */
export type Placement = { readonly x: number; readonly y: number; readonly z: number; readonly yaw: number }

/** Collects the meshes of instances, one instance after another. */
export type TraceBuilder = {
  /** Begins an instance; what is added next belongs to it. @returns its index. */
  begin(instance: Omit<TraceInstance, 'firstTriangle' | 'triangleCount'>): number
  /**
   * @param keeps Which of the mesh's triangles are added. Absent: all. Flat ones never are.
   * @returns the scene's indices of the triangles that were added.
   */
  add(mesh: SourceMesh, material: SurfaceMaterial, at: Placement, keeps?: (triangle: number) => boolean): Uint32Array
  finish(): Pick<
    TraceScene,
    | 'positions'
    | 'normals'
    | 'uvs'
    | 'indices'
    | 'triangleMaterial'
    | 'triangleInstance'
    | 'materials'
    | 'instances'
    | 'bounds'
  >
}

/** Twice the area under which a triangle is left out, m². */
const LEAST_CROSS = 1e-10

export function createTraceBuilder(): TraceBuilder {
  const positions: number[] = []
  const normals: number[] = []
  const uvs: number[] = []
  const indices: number[] = []
  const triangleMaterial: number[] = []
  const triangleInstance: number[] = []
  const materials: SurfaceMaterial[] = []
  const materialIndex = new Map<string, number>()
  const instances: { -readonly [key in keyof TraceInstance]: TraceInstance[key] }[] = []

  const indexOf = (material: SurfaceMaterial): number => {
    const key = JSON.stringify(Object.values(material))
    const known = materialIndex.get(key)
    if (known !== undefined) return known
    materials.push(material)
    materialIndex.set(key, materials.length - 1)
    return materials.length - 1
  }

  return {
    begin(instance) {
      instances.push({ ...instance, firstTriangle: triangleMaterial.length, triangleCount: 0 })
      return instances.length - 1
    },
    add(mesh, material, { x, y, z, yaw }, keeps) {
      const kept = keptTriangles(mesh, keeps)
      if (kept.length === 0) return new Uint32Array(0)
      const first = positions.length / 3
      const [c, s] = [Math.cos(yaw), Math.sin(yaw)]
      for (let i = 0; i < mesh.positions.length; i += 3) {
        const [px, py] = [mesh.positions[i]!, mesh.positions[i + 1]!]
        const [nx, ny] = [mesh.normals[i]!, mesh.normals[i + 1]!]
        positions.push(x + px * c - py * s, y + px * s + py * c, z + mesh.positions[i + 2]!)
        normals.push(nx * c - ny * s, nx * s + ny * c, mesh.normals[i + 2]!)
      }
      for (const value of mesh.uvs) uvs.push(value)
      const index = indexOf(material)
      const added: number[] = []
      for (const i of kept) {
        const [a, b, d] = [mesh.indices[i]!, mesh.indices[i + 1]!, mesh.indices[i + 2]!]
        indices.push(first + a, first + b, first + d)
        added.push(triangleMaterial.length)
        triangleMaterial.push(index)
        triangleInstance.push(instances.length - 1)
      }
      instances.at(-1)!.triangleCount += added.length
      return Uint32Array.from(added)
    },
    finish: () => ({
      positions: Float32Array.from(positions),
      normals: Float32Array.from(normals),
      uvs: Float32Array.from(uvs),
      indices: Uint32Array.from(indices),
      triangleMaterial: Uint16Array.from(triangleMaterial),
      triangleInstance: Uint32Array.from(triangleInstance),
      materials,
      instances,
      bounds: boundsOf(positions),
    }),
  }
}

/** First indices of the triangles that have an area. */
function keptTriangles({ positions, indices }: SourceMesh, keeps?: (triangle: number) => boolean): number[] {
  const kept: number[] = []
  for (let i = 0; i + 2 < indices.length; i += 3) {
    if (keeps && !keeps(i / 3)) continue
    if (crossLength(positions, indices[i]!, indices[i + 1]!, indices[i + 2]!) >= LEAST_CROSS) kept.push(i)
  }
  return kept
}

/** Area of a triangle, m². */
export function triangleArea(positions: ArrayLike<number>, a: number, b: number, c: number): number {
  return crossLength(positions, a, b, c) / 2
}

function crossLength(p: ArrayLike<number>, a: number, b: number, c: number): number {
  const [ux, uy, uz] = [p[b * 3]! - p[a * 3]!, p[b * 3 + 1]! - p[a * 3 + 1]!, p[b * 3 + 2]! - p[a * 3 + 2]!]
  const [vx, vy, vz] = [p[c * 3]! - p[a * 3]!, p[c * 3 + 1]! - p[a * 3 + 1]!, p[c * 3 + 2]! - p[a * 3 + 2]!]
  return Math.hypot(uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx)
}

function boundsOf(positions: readonly number[]): { min: Vector3; max: Vector3 } {
  if (positions.length === 0) return { min: [0, 0, 0], max: [0, 0, 0] }
  const min: [number, number, number] = [Infinity, Infinity, Infinity]
  const max: [number, number, number] = [-Infinity, -Infinity, -Infinity]
  for (let i = 0; i < positions.length; i++) {
    const axis = i % 3
    min[axis] = Math.min(min[axis]!, positions[i]!)
    max[axis] = Math.max(max[axis]!, positions[i]!)
  }
  return { min, max }
}
