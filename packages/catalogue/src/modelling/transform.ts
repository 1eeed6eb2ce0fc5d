import type { Geometry, Vector3 } from './geometry.ts'

/** Every function here changes the geometry it is given and returns it, so that calls can be nested. */

export function move(g: Geometry, x: number, y: number, z: number): Geometry {
  const p = g.positions
  for (let i = 0; i < p.length; i += 3) {
    p[i] = p[i]! + x
    p[i + 1] = p[i + 1]! + y
    p[i + 2] = p[i + 2]! + z
  }
  return g
}

/** Turns about an axis through `pivot`, counter-clockwise seen against the axis. */
export function turn(g: Geometry, axis: 'x' | 'y' | 'z', angle: number, pivot: Vector3 = [0, 0, 0]): Geometry {
  const [i, j] = axis === 'x' ? [1, 2] : axis === 'y' ? [2, 0] : [0, 1]
  const c = Math.cos(angle)
  const s = Math.sin(angle)
  const { positions: p, normals: n } = g
  for (let k = 0; k < p.length; k += 3) {
    const a = p[k + i]! - pivot[i]!
    const b = p[k + j]! - pivot[j]!
    p[k + i] = pivot[i]! + a * c - b * s
    p[k + j] = pivot[j]! + a * s + b * c
    const na = n[k + i]!
    const nb = n[k + j]!
    n[k + i] = na * c - nb * s
    n[k + j] = na * s + nb * c
  }
  return g
}

/** Scales about the origin; normals and winding stay right for any factors but zero. */
export function scale(g: Geometry, x: number, y: number, z: number): Geometry {
  const { positions: p, normals: n } = g
  for (let k = 0; k < p.length; k += 3) {
    p[k] = p[k]! * x
    p[k + 1] = p[k + 1]! * y
    p[k + 2] = p[k + 2]! * z
    const nx = n[k]! / x
    const ny = n[k + 1]! / y
    const nz = n[k + 2]! / z
    const length = Math.hypot(nx, ny, nz) || 1
    n[k] = nx / length
    n[k + 1] = ny / length
    n[k + 2] = nz / length
  }
  if (x * y * z < 0) flip(g)
  return g
}

/** The geometry and its mirror image in the plane x = 0 (both kept, in one). */
export function mirrored(g: Geometry): Geometry {
  const copy: Geometry = {
    positions: [...g.positions],
    normals: [...g.normals],
    uvs: [...g.uvs],
    indices: [...g.indices],
  }
  scale(copy, -1, 1, 1)
  const base = g.positions.length / 3
  g.positions.push(...copy.positions)
  g.normals.push(...copy.normals)
  g.uvs.push(...copy.uvs)
  for (const index of copy.indices) g.indices.push(index + base)
  return g
}

/** Scales and moves so that the bounds become the given box; an axis without extent is centred. */
export function fit(g: Geometry, low: Vector3, high: Vector3): Geometry {
  const { low: a, high: b } = bounds(g)
  const factor = [0, 1, 2].map((k) => (b[k]! - a[k]! > 1e-9 ? (high[k]! - low[k]!) / (b[k]! - a[k]!) : 1))
  scale(g, factor[0]!, factor[1]!, factor[2]!)
  const c = bounds(g)
  return move(
    g,
    (low[0] + high[0] - c.low[0] - c.high[0]) / 2,
    (low[1] + high[1] - c.low[1] - c.high[1]) / 2,
    (low[2] + high[2] - c.low[2] - c.high[2]) / 2,
  )
}

export function bounds(g: { readonly positions: ArrayLike<number> }): { low: Vector3; high: Vector3 } {
  const low: [number, number, number] = [Infinity, Infinity, Infinity]
  const high: [number, number, number] = [-Infinity, -Infinity, -Infinity]
  const p = g.positions
  for (let k = 0; k < p.length; k++) {
    const axis = k % 3
    if (p[k]! < low[axis]!) low[axis] = p[k]!
    if (p[k]! > high[axis]!) high[axis] = p[k]!
  }
  return { low, high }
}

function flip(g: Geometry): void {
  const t = g.indices
  for (let k = 0; k < t.length; k += 3) {
    const swap = t[k + 1]!
    t[k + 1] = t[k + 2]!
    t[k + 2] = swap
  }
}
