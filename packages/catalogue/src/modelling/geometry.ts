/** A triangle mesh while it is being modelled. Metres, z up; counter-clockwise triangles seen from outside; uvs in metres. */
export type Geometry = {
  readonly positions: number[]
  readonly normals: number[]
  readonly uvs: number[]
  readonly indices: number[]
}

export type Vector3 = readonly [number, number, number]

/** From, to; from < to. */
export type Range = readonly [number, number]

/** The range of a given width around a centre. */
export function span(center: number, width: number): Range {
  return [center - width / 2, center + width / 2]
}

export function createGeometry(): Geometry {
  return { positions: [], normals: [], uvs: [], indices: [] }
}

/** Adds a vertex and returns its index. The normal is made a unit vector. */
export function addVertex(g: Geometry, p: Vector3, n: Vector3, u: number, v: number): number {
  const length = Math.hypot(n[0], n[1], n[2])
  if (length > 1e-9) g.normals.push(n[0] / length, n[1] / length, n[2] / length)
  else g.normals.push(0, 0, 1)
  g.positions.push(p[0], p[1], p[2])
  g.uvs.push(u, v)
  return g.positions.length / 3 - 1
}

/** Two triangles a b c, a c d; a triangle whose corners coincide in space is left out. */
export function addQuad(g: Geometry, a: number, b: number, c: number, d: number): void {
  addTriangle(g, a, b, c)
  addTriangle(g, a, c, d)
}

export function addTriangle(g: Geometry, a: number, b: number, c: number): void {
  if (samePlace(g, a, b) || samePlace(g, b, c) || samePlace(g, a, c)) return
  g.indices.push(a, b, c)
}

function samePlace(g: Geometry, a: number, b: number): boolean {
  const p = g.positions
  return (
    Math.abs(p[a * 3]! - p[b * 3]!) < 1e-7 &&
    Math.abs(p[a * 3 + 1]! - p[b * 3 + 1]!) < 1e-7 &&
    Math.abs(p[a * 3 + 2]! - p[b * 3 + 2]!) < 1e-7
  )
}

/** Appends `source` to `target`. */
export function appendGeometry(target: Geometry, source: Geometry): void {
  const base = target.positions.length / 3
  for (const value of source.positions) target.positions.push(value)
  for (const value of source.normals) target.normals.push(value)
  for (const value of source.uvs) target.uvs.push(value)
  for (const value of source.indices) target.indices.push(value + base)
}

export function subtract(a: Vector3, b: Vector3): Vector3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]]
}

export function cross(a: Vector3, b: Vector3): Vector3 {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

export function dot(a: Vector3, b: Vector3): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

export function unit(a: Vector3): Vector3 {
  const length = Math.hypot(a[0], a[1], a[2])
  return length > 1e-12 ? [a[0] / length, a[1] / length, a[2] / length] : [0, 0, 1]
}
