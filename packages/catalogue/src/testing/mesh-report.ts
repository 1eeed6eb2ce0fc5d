import type { MeshPart } from '../mesh.ts'

/** Coarse leaves that are stretched far may have a few triangles whose smooth normals point across: one in a hundred. */
const INWARD_PART = 0.01 / 3

export type MeshReport = {
  readonly low: readonly number[]
  readonly high: readonly number[]
  readonly triangles: number
  /** What is wrong, in words; empty for a good mesh. */
  readonly faults: readonly string[]
}

/** Measures a mesh independently of the code that made it. */
export function reportMesh(parts: readonly MeshPart[]): MeshReport {
  const low = [Infinity, Infinity, Infinity]
  const high = [-Infinity, -Infinity, -Infinity]
  const faults: string[] = []
  let triangles = 0
  for (const part of parts) {
    const { positions: p, normals: n, uvs, indices, slot } = part
    const count = p.length / 3
    if (n.length !== p.length || uvs.length !== count * 2 || indices.length % 3)
      faults.push(`${slot}: lengths do not match`)
    for (const list of [p, n, uvs]) if (!list.every(Number.isFinite)) faults.push(`${slot}: a number is not finite`)
    for (let k = 0; k < p.length; k++) {
      low[k % 3] = Math.min(low[k % 3]!, p[k]!)
      high[k % 3] = Math.max(high[k % 3]!, p[k]!)
    }
    for (let k = 0; k < n.length; k += 3) {
      if (Math.abs(Math.hypot(n[k]!, n[k + 1]!, n[k + 2]!) - 1) > 1e-3) {
        faults.push(`${slot}: a normal is no unit vector`)
        break
      }
    }
    triangles += indices.length / 3
    const inward = countInward(part)
    if (inward > indices.length * INWARD_PART)
      faults.push(`${slot}: ${inward} of ${indices.length / 3} triangles wind against their normals`)
    const inside = insideOutSolids(part)
    if (inside > 0) faults.push(`${slot}: ${inside} closed solids are inside out`)
  }
  return { low, high, triangles, faults }
}

type Vector = [number, number, number]

function corner(part: MeshPart, list: Float32Array, at: number): Vector {
  const k = part.indices[at]! * 3
  return [list[k]!, list[k + 1]!, list[k + 2]!]
}

function faceNormal(a: Vector, b: Vector, c: Vector): Vector {
  const u = [b[0] - a[0], b[1] - a[1], b[2] - a[2]] as const
  const v = [c[0] - a[0], c[1] - a[1], c[2] - a[2]] as const
  return [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]]
}

/** Triangles whose winding disagrees with the mean of their vertex normals; slivers under 0.01 mm² are left out. */
function countInward(part: MeshPart): number {
  let count = 0
  for (let t = 0; t < part.indices.length; t += 3) {
    const f = faceNormal(
      corner(part, part.positions, t),
      corner(part, part.positions, t + 1),
      corner(part, part.positions, t + 2),
    )
    if (Math.hypot(...f) < 2e-8) continue
    let sum = 0
    for (let k = 0; k < 3; k++) {
      const n = corner(part, part.normals, t + k)
      sum += n[0] * f[0] + n[1] * f[1] + n[2] * f[2]
    }
    if (sum < 0) count++
  }
  return count
}

/** Connected solids without open edges whose signed volume is negative. */
function insideOutSolids(part: MeshPart): number {
  const weld = new Map<string, number>()
  const parent: number[] = []
  const find = (k: number): number => {
    let at = k
    while (parent[at] !== at) at = parent[at]!
    return at
  }
  const id = (at: number): number => {
    const key = corner(part, part.positions, at)
      .map((value) => Math.round(value * 2e4))
      .join(',')
    let found = weld.get(key)
    if (found === undefined) {
      found = weld.size
      weld.set(key, found)
      parent.push(found)
    }
    return found
  }
  const triangles: [number, number, number][] = []
  for (let t = 0; t < part.indices.length; t += 3) {
    const [a, b, c] = [id(t), id(t + 1), id(t + 2)]
    triangles.push([a, b, c])
    parent[find(a)] = find(b)
    parent[find(b)] = find(c)
  }
  const volumes = new Map<number, number>()
  const edges = new Map<number, Map<string, number>>()
  triangles.forEach((triangle, k) => {
    const root = find(triangle[0])
    const [p, q, r] = [0, 1, 2].map((j) => corner(part, part.positions, k * 3 + j)) as [Vector, Vector, Vector]
    const volume =
      (p[0] * (q[1] * r[2] - q[2] * r[1]) - p[1] * (q[0] * r[2] - q[2] * r[0]) + p[2] * (q[0] * r[1] - q[1] * r[0])) / 6
    volumes.set(root, (volumes.get(root) ?? 0) + volume)
    const own = edges.get(root) ?? new Map<string, number>()
    edges.set(root, own)
    for (let j = 0; j < 3; j++) {
      const [a, b] = [triangle[j]!, triangle[(j + 1) % 3]!]
      if (a === b) continue
      const key = a < b ? `${a} ${b}` : `${b} ${a}`
      own.set(key, (own.get(key) ?? 0) + (a < b ? 1 : -1))
    }
  })
  let count = 0
  for (const [root, volume] of volumes) {
    const isClosed = [...edges.get(root)!.values()].every((balance) => balance === 0)
    if (isClosed && volume < -1e-9) count++
  }
  return count
}
