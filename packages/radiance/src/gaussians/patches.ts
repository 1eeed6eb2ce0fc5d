import type { TraceScene } from '../scene/trace-scene.ts'

/**
 * A piece of surface that is flat, or nearly so: a side of a box, a facet of a turned leg, a hand's breadth of a cushion. It has
 * a frame (origin, unit axes s, t and the normal n) in which it is split into cells.
 */
export type Patch = {
  readonly instance: number
  readonly material: number
  readonly triangles: Uint32Array
  readonly isFlat: boolean
  /** Axes in the world: s, t, n, three numbers each. */
  readonly axes: Float64Array
  readonly origin: readonly [number, number, number]
  /** s, t and height along n of the three corners of each triangle, nine numbers each. */
  readonly corners: Float64Array
  readonly bounds: readonly [s0: number, s1: number, t0: number, t1: number]
  /** Edges beyond which the surface ends or turns sharply: s, t of both ends, four numbers each. */
  readonly edges: Float64Array
}

/** Triangles within this cosine and offset (metres) of each other's plane are one flat piece. */
const FLAT_COSINE = Math.cos((0.6 * Math.PI) / 180)
const FLAT_OFFSET = 0.0005
/** Pieces smaller than this join smooth neighbours: the facets of curved meshes. Metres. */
const SMALL = 0.1
/** A patch of joined facets stays within this of its first one's normal, and this size. */
const SMOOTH_COSINE = Math.cos((26 * Math.PI) / 180)
const JOINED_SIZE = 0.16
/** Positions closer than this are one corner, metres. */
const WELD = 1e-4

/** Cuts a scene's surfaces into patches, instance by instance. Glass and other sheets that let most light pass are left out. */
export function buildPatches(scene: TraceScene, isWanted: (instance: number) => boolean = () => true): Patch[] {
  const geometry = measureTriangles(scene)
  const patches: Patch[] = []
  for (const [index, instance] of scene.instances.entries()) {
    if (!isWanted(index)) continue
    const first = instance.firstTriangle
    const neighbours = linkTriangles(scene, first, instance.triangleCount)
    const flats = growFlats(scene, geometry, first, instance.triangleCount, neighbours)
    const joined = joinSmall(scene, geometry, first, flats, neighbours)
    for (const group of joined) {
      const material = scene.triangleMaterial[group.triangles[0]!]!
      if (scene.materials[material]!.transmission > 0.5) continue
      patches.push(makePatch(scene, geometry, index, material, first, group, neighbours))
    }
  }
  return patches
}

type Geometry = { readonly normals: Float64Array; readonly areas: Float64Array }

function measureTriangles(scene: TraceScene): Geometry {
  const count = scene.indices.length / 3
  const normals = new Float64Array(count * 3)
  const areas = new Float64Array(count)
  const p = scene.positions
  for (let t = 0; t < count; t++) {
    const a = 3 * scene.indices[3 * t]!
    const b = 3 * scene.indices[3 * t + 1]!
    const c = 3 * scene.indices[3 * t + 2]!
    const [ux, uy, uz] = [p[b]! - p[a]!, p[b + 1]! - p[a + 1]!, p[b + 2]! - p[a + 2]!]
    const [vx, vy, vz] = [p[c]! - p[a]!, p[c + 1]! - p[a + 1]!, p[c + 2]! - p[a + 2]!]
    const n = [uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx]
    const length = Math.hypot(n[0]!, n[1]!, n[2]!)
    areas[t] = length / 2
    for (let k = 0; k < 3; k++) normals[3 * t + k] = length > 0 ? n[k]! / length : 0
  }
  return { normals, areas }
}

/** Per triangle of an instance and edge: the one triangle beyond it, or −1 where the surface ends or branches. */
function linkTriangles(scene: TraceScene, first: number, count: number): Int32Array {
  const corners = new Map<string, number>()
  const welded = new Int32Array(count * 3)
  for (let i = 0; i < count * 3; i++) {
    const v = 3 * scene.indices[3 * first + i]!
    const key = `${Math.round(scene.positions[v]! / WELD)},${Math.round(scene.positions[v + 1]! / WELD)},${Math.round(scene.positions[v + 2]! / WELD)}`
    let corner = corners.get(key)
    if (corner === undefined) {
      corner = corners.size
      corners.set(key, corner)
    }
    welded[i] = corner
  }
  const half = new Map<number, number>()
  const total = corners.size
  const branched = -2
  for (let i = 0; i < count * 3; i++) {
    const key = welded[i]! * total + welded[i - (i % 3) + ((i + 1) % 3)]!
    half.set(key, half.has(key) ? branched : i)
  }
  const neighbours = new Int32Array(count * 3).fill(-1)
  for (let i = 0; i < count * 3; i++) {
    const from = welded[i]!
    const to = welded[i - (i % 3) + ((i + 1) % 3)]!
    const other = half.get(to * total + from)
    if (other !== undefined && other >= 0 && half.get(from * total + to) === i)
      neighbours[i] = first + Math.floor(other / 3)
  }
  return neighbours
}

type Group = { readonly triangles: number[]; isFlat: boolean }

function growFlats(
  scene: TraceScene,
  { normals }: Geometry,
  first: number,
  count: number,
  neighbours: Int32Array,
): Group[] {
  const taken = new Uint8Array(count)
  const groups: Group[] = []
  for (let seed = first; seed < first + count; seed++) {
    if (taken[seed - first]) continue
    taken[seed - first] = 1
    const triangles = [seed]
    const n = normals.subarray(3 * seed, 3 * seed + 3)
    const v = 3 * scene.indices[3 * seed]!
    const offset = dot(n, scene.positions, v)
    for (let at = 0; at < triangles.length; at++) {
      for (let k = 0; k < 3; k++) {
        const next = neighbours[3 * (triangles[at]! - first) + k]!
        if (next < 0 || taken[next - first] || scene.triangleMaterial[next] !== scene.triangleMaterial[seed]) continue
        if (dot(n, normals, 3 * next) < FLAT_COSINE || !isNear(scene, n, offset, next)) continue
        taken[next - first] = 1
        triangles.push(next)
      }
    }
    groups.push({ triangles, isFlat: true })
  }
  return groups
}

function isNear(scene: TraceScene, n: ArrayLike<number>, offset: number, triangle: number): boolean {
  for (let k = 0; k < 3; k++) {
    const v = 3 * scene.indices[3 * triangle + k]!
    if (Math.abs(dot(n, scene.positions, v) - offset) > FLAT_OFFSET) return false
  }
  return true
}

/** Joins small flat pieces with smooth neighbours, so that a fine mesh does not need a gaussian per facet. */
function joinSmall(
  scene: TraceScene,
  geometry: Geometry,
  first: number,
  flats: readonly Group[],
  neighbours: Int32Array,
): Group[] {
  const owner = new Map<number, number>()
  for (const [index, { triangles }] of flats.entries()) for (const t of triangles) owner.set(t, index)
  const boxes = flats.map(({ triangles }) => boxOf(scene, triangles))
  const isSmall = boxes.map((box) => sizeOf(box) < SMALL)
  const taken = new Uint8Array(flats.length)
  const groups: Group[] = []
  for (const [seed, flat] of flats.entries()) {
    if (taken[seed]) continue
    taken[seed] = 1
    const group: Group = { triangles: [...flat.triangles], isFlat: true }
    groups.push(group)
    if (!isSmall[seed]) continue
    const seedTriangle = flat.triangles[0]!
    const n = geometry.normals.subarray(3 * seedTriangle, 3 * seedTriangle + 3)
    let box = boxes[seed]!
    for (let at = 0; at < group.triangles.length; at++) {
      for (let k = 0; k < 3; k++) {
        const next = neighbours[3 * (group.triangles[at]! - first) + k]!
        const flatIndex = next < 0 ? undefined : owner.get(next)
        if (flatIndex === undefined || taken[flatIndex] || !isSmall[flatIndex]) continue
        if (scene.triangleMaterial[next] !== scene.triangleMaterial[seedTriangle]) continue
        if (dot(n, geometry.normals, 3 * next) < SMOOTH_COSINE) continue
        const grown = unite(box, boxes[flatIndex]!)
        if (sizeOf(grown) > JOINED_SIZE) continue
        box = grown
        taken[flatIndex] = 1
        group.triangles.push(...flats[flatIndex]!.triangles)
        group.isFlat = false
      }
    }
  }
  return groups
}

function makePatch(
  scene: TraceScene,
  geometry: Geometry,
  instance: number,
  material: number,
  first: number,
  { triangles, isFlat }: Group,
  neighbours: Int32Array,
): Patch {
  const axes = frameOf(scene, geometry, triangles)
  const v0 = 3 * scene.indices[3 * triangles[0]!]!
  const origin = [scene.positions[v0]!, scene.positions[v0 + 1]!, scene.positions[v0 + 2]!] as const
  const corners = new Float64Array(triangles.length * 9)
  const bounds: [number, number, number, number] = [Infinity, -Infinity, Infinity, -Infinity]
  const edges: number[] = []
  const members = new Set(triangles)
  for (const [i, t] of triangles.entries()) {
    for (let k = 0; k < 3; k++) {
      const v = 3 * scene.indices[3 * t + k]!
      const d = [
        scene.positions[v]! - origin[0],
        scene.positions[v + 1]! - origin[1],
        scene.positions[v + 2]! - origin[2],
      ]
      const s = dot(axes.subarray(0, 3), d, 0)
      const u = dot(axes.subarray(3, 6), d, 0)
      corners.set([s, u, dot(axes.subarray(6, 9), d, 0)], 9 * i + 3 * k)
      bounds[0] = Math.min(bounds[0], s)
      bounds[1] = Math.max(bounds[1], s)
      bounds[2] = Math.min(bounds[2], u)
      bounds[3] = Math.max(bounds[3], u)
    }
    for (let k = 0; k < 3; k++) {
      const beyond = neighbours[3 * (t - first) + k]!
      if (members.has(beyond)) continue
      if (beyond >= 0 && dot(geometry.normals.subarray(3 * t, 3 * t + 3), geometry.normals, 3 * beyond) > SMOOTH_COSINE)
        continue
      const [a, b] = [9 * i + 3 * k, 9 * i + 3 * ((k + 1) % 3)]
      edges.push(corners[a]!, corners[a + 1]!, corners[b]!, corners[b + 1]!)
    }
  }
  return {
    instance,
    material,
    triangles: Uint32Array.from(triangles),
    isFlat,
    axes,
    origin,
    corners,
    bounds,
    edges: Float64Array.from(edges),
  }
}

/** The mean normal, and s along the edges' prevailing direction: cells then lie along the sides of what they cover. */
function frameOf(scene: TraceScene, { normals, areas }: Geometry, triangles: readonly number[]): Float64Array {
  const n = [0, 0, 0]
  for (const t of triangles) for (let k = 0; k < 3; k++) n[k]! += normals[3 * t + k]! * areas[t]!
  normalise(n, normals.subarray(3 * triangles[0]!, 3 * triangles[0]! + 3))
  let longest = -1
  const s = [0, 0, 0]
  for (const t of triangles) {
    for (let k = 0; k < 3; k++) {
      const a = 3 * scene.indices[3 * t + k]!
      const b = 3 * scene.indices[3 * t + ((k + 1) % 3)]!
      const d = [0, 1, 2].map((axis) => scene.positions[b + axis]! - scene.positions[a + axis]!)
      const along = dot(d, n, 0)
      for (let axis = 0; axis < 3; axis++) d[axis]! -= along * n[axis]!
      const length = Math.hypot(d[0]!, d[1]!, d[2]!)
      // The diagonal of a rectangle is longer than its sides: edges along the world's axes count for more.
      const straight = length * (Math.max(...d.map(Math.abs)) > 0.9999 * length ? 2 : 1)
      if (straight <= longest + 1e-6) continue
      longest = straight
      for (let axis = 0; axis < 3; axis++) s[axis] = d[axis]! / length
    }
  }
  const axes = new Float64Array(9)
  axes.set(s, 0)
  axes.set([n[1]! * s[2]! - n[2]! * s[1]!, n[2]! * s[0]! - n[0]! * s[2]!, n[0]! * s[1]! - n[1]! * s[0]!], 3)
  axes.set(n, 6)
  return axes
}

function normalise(v: number[], fallback: ArrayLike<number>): void {
  const length = Math.hypot(v[0]!, v[1]!, v[2]!)
  for (let k = 0; k < 3; k++) v[k] = length > 1e-12 ? v[k]! / length : fallback[k]!
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>, at: number): number {
  return a[0]! * b[at]! + a[1]! * b[at + 1]! + a[2]! * b[at + 2]!
}

type Box = readonly number[]

function boxOf(scene: TraceScene, triangles: readonly number[]): Box {
  const box = [Infinity, Infinity, Infinity, -Infinity, -Infinity, -Infinity]
  for (const t of triangles) {
    for (let k = 0; k < 3; k++) {
      const v = 3 * scene.indices[3 * t + k]!
      for (let axis = 0; axis < 3; axis++) {
        box[axis] = Math.min(box[axis]!, scene.positions[v + axis]!)
        box[axis + 3] = Math.max(box[axis + 3]!, scene.positions[v + axis]!)
      }
    }
  }
  return box
}

const sizeOf = (box: Box): number => Math.max(box[3]! - box[0]!, box[4]! - box[1]!, box[5]! - box[2]!)
const unite = (a: Box, b: Box): Box => a.map((value, k) => (k < 3 ? Math.min(value, b[k]!) : Math.max(value, b[k]!)))
