import type { TraceScene } from '../../scene/trace-scene.ts'
import { NO_SITE } from './bake-layout.ts'
import { CellIndex } from './cell-index.ts'
import type { LayoutBuilder } from './layout-builder.ts'

/** No edge is divided more often; very long thin pieces get longer steps. */
const LEVEL_MAX = 48
/** Longest edge of a piece, in spacings: coarser pieces would miss sites, finer ones cost memory. */
const STEP = 1.6
/** Pieces of surface whose normals differ by less share a site: cosine of 37°. */
const SHARE_COSINE = 0.8
/** Spots a site keeps to look for light from. */
const SPOTS = 4
/** Lattice vertices closer than this, and of one normal, are one, metres. */
const WELD = 5e-4
/** A vertex blends the sites within this many spacings. */
const BLEND_REACH = 1.7
/** Sites this far out of the vertex's tangent plane, in spacings, count e⁻¹. */
const BLEND_LIFT = 0.4

type Cluster = {
  readonly cell: number
  area: number
  /** Position and normal: area-weighted sums, then the mean and a unit vector. */
  readonly place: Float64Array
  readonly seed: readonly [number, number, number]
  /** Position and normal of a piece each; the first also names the triangle. */
  readonly spots: number[]
  triangle: number
  where: [number, number]
  pieces: number
}

/** Divides curved and crumbly triangles into small pieces, merges the pieces into sites and blends the sites at the vertices. */
export function addPatches(
  builder: LayoutBuilder,
  scene: TraceScene,
  triangles: readonly number[],
  spacing: number,
): void {
  const clusters = clusterPieces(scene, triangles, spacing)
  const firstSite = builder.siteArea.length
  for (const cluster of clusters.list) {
    toMean(cluster)
    addSite(builder, cluster)
  }
  blendVertices(builder, scene, triangles, spacing, firstSite, clusters)
}

function levelOf(scene: TraceScene, triangle: number, spacing: number): number {
  let longest = 0
  for (let k = 0; k < 3; k++) {
    const a = scene.indices[triangle * 3 + k]! * 3
    const b = scene.indices[triangle * 3 + ((k + 1) % 3)]! * 3
    const { positions: p } = scene
    longest = Math.max(longest, Math.hypot(p[a]! - p[b]!, p[a + 1]! - p[b + 1]!, p[a + 2]! - p[b + 2]!))
  }
  return Math.min(LEVEL_MAX, Math.max(1, Math.ceil(longest / (spacing * STEP))))
}

/** Position and unit normal at barycentric s, t of a triangle, written into `out`. */
function evaluate(scene: TraceScene, triangle: number, s: number, t: number, out: Float64Array): void {
  const a = scene.indices[triangle * 3]! * 3
  const b = scene.indices[triangle * 3 + 1]! * 3
  const c = scene.indices[triangle * 3 + 2]! * 3
  const r = 1 - s - t
  for (let k = 0; k < 3; k++) {
    out[k] = r * scene.positions[a + k]! + s * scene.positions[b + k]! + t * scene.positions[c + k]!
    out[k + 3] = r * scene.normals[a + k]! + s * scene.normals[b + k]! + t * scene.normals[c + k]!
  }
  const length = Math.hypot(out[3]!, out[4]!, out[5]!) || 1
  for (let k = 3; k < 6; k++) out[k] = out[k]! / length
}

function areaOf(scene: TraceScene, triangle: number): number {
  const { positions: p } = scene
  const [a, b, c] = [0, 1, 2].map((k) => scene.indices[triangle * 3 + k]! * 3) as [number, number, number]
  const u = [p[b]! - p[a]!, p[b + 1]! - p[a + 1]!, p[b + 2]! - p[a + 2]!] as const
  const v = [p[c]! - p[a]!, p[c + 1]! - p[a + 1]!, p[c + 2]! - p[a + 2]!] as const
  return Math.hypot(u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]) / 2
}

type Clusters = { readonly cells: CellIndex; readonly ofCell: number[][]; readonly list: Cluster[] }

function clusterPieces(scene: TraceScene, triangles: readonly number[], spacing: number): Clusters {
  const cells = new CellIndex(256)
  const ofCell: number[][] = []
  const list: Cluster[] = []
  const piece = new Float64Array(6)
  for (const triangle of triangles) {
    const level = levelOf(scene, triangle, spacing)
    const area = areaOf(scene, triangle) / level ** 2
    for (let j = 0; j < level; j++) {
      for (let i = 0; i < level - j; i++) {
        take(triangle, (i + 1 / 3) / level, (j + 1 / 3) / level, area)
        if (i + j < level - 1) take(triangle, (i + 2 / 3) / level, (j + 2 / 3) / level, area)
      }
    }
  }
  return { cells, ofCell, list }

  function take(triangle: number, s: number, t: number, area: number): void {
    evaluate(scene, triangle, s, t, piece)
    const cell = cells.add(
      Math.floor(piece[0]! / spacing),
      Math.floor(piece[1]! / spacing),
      Math.floor(piece[2]! / spacing),
    )
    ofCell[cell] ??= []
    const members = ofCell[cell]
    const fits = (c: Cluster) => c.seed[0] * piece[3]! + c.seed[1] * piece[4]! + c.seed[2] * piece[5]! > SHARE_COSINE
    let number = members.find((member) => fits(list[member]!))
    if (number === undefined) {
      number = list.length
      members.push(number)
      list.push({
        cell,
        area: 0,
        place: new Float64Array(6),
        seed: [piece[3]!, piece[4]!, piece[5]!],
        spots: [],
        triangle,
        where: [s, t],
        pieces: 0,
      })
    }
    grow(list[number]!, piece, area)
  }
}

/** Adds a piece; the spots are spread evenly over the pieces seen: the n-th piece replaces one where n is a power of two. */
function grow(cluster: Cluster, piece: Float64Array, area: number): void {
  cluster.area += area
  for (let k = 0; k < 6; k++) cluster.place[k]! += piece[k]! * area
  const n = cluster.pieces++
  const kept = cluster.spots.length / 6
  if (kept < SPOTS) cluster.spots.push(...piece)
  else if ((n & (n - 1)) === 0) cluster.spots.splice((Math.log2(n) % SPOTS) * 6, 6, ...piece)
}

/** Turns the sums of a cluster into its mean place and unit normal. */
function toMean({ place, area }: Cluster): void {
  const length = Math.hypot(place[3]!, place[4]!, place[5]!) || 1
  for (let k = 0; k < 3; k++) {
    place[k] = place[k]! / area
    place[k + 3] = place[k + 3]! / length
  }
}

function addSite(builder: LayoutBuilder, cluster: Cluster): void {
  const { place, area } = cluster
  builder.sitePlace.pushAll(place)
  builder.siteArea.push(area)
  builder.siteTriangle.push(cluster.triangle)
  builder.siteWhere.pushAll(cluster.where)
  builder.siteHome.push(-1 - builder.spots.length / 6)
  builder.siteCell.push(cluster.spots.length / 6)
  builder.siteMask.push(0)
  builder.spots.pushAll(cluster.spots)
}

function blendVertices(
  builder: LayoutBuilder,
  scene: TraceScene,
  triangles: readonly number[],
  spacing: number,
  firstSite: number,
  clusters: Clusters,
): void {
  const places = new CellIndex(1024)
  const facings = new CellIndex(1024)
  const firstBlend = builder.blendSite.length / 4
  const at = new Float64Array(6)
  for (const triangle of triangles) {
    const level = levelOf(scene, triangle, spacing)
    builder.triangleHome[triangle] = -1 - builder.patchFirst.length
    builder.patchFirst.push(builder.lattice.length)
    builder.patchLevel.push(level)
    for (let j = 0; j <= level; j++) {
      for (let i = 0; i <= level - j; i++) {
        evaluate(scene, triangle, i / level, j / level, at)
        const place = places.add(Math.round(at[0]! / WELD), Math.round(at[1]! / WELD), Math.round(at[2]! / WELD))
        const facing = Math.round(at[3]! * 8) + Math.round(at[4]! * 8) * 32 + Math.round(at[5]! * 8) * 1024
        const known = facings.count
        const vertex = facings.add(place, facing, 0)
        if (vertex === known) blendSites(builder, at, spacing, firstSite, clusters)
        builder.lattice.push(firstBlend + vertex)
      }
    }
  }
}

/** The four best sites of the vertex at hand. */
const bestSite = new Int32Array(4)
const bestWeight = new Float64Array(4)

/** Appends the four heaviest sites round a vertex. */
function blendSites(
  builder: LayoutBuilder,
  at: Float64Array,
  spacing: number,
  firstSite: number,
  { cells, ofCell, list }: Clusters,
): void {
  bestSite.fill(-1)
  bestWeight.fill(0)
  const cx = Math.floor(at[0]! / spacing)
  const cy = Math.floor(at[1]! / spacing)
  const cz = Math.floor(at[2]! / spacing)
  for (let x = cx - 1; x <= cx + 1; x++) {
    for (let y = cy - 1; y <= cy + 1; y++) {
      for (let z = cz - 1; z <= cz + 1; z++) {
        const cell = cells.find(x, y, z)
        if (cell < 0) continue
        for (const member of ofCell[cell]!) keepBest(member, blendWeight(list[member]!.place, at, spacing))
      }
    }
  }
  // Only very long thin pieces, which were divided too coarsely, find nothing near.
  if (bestSite[0] === -1) keepBest(nearestCluster(list, at), 1)
  const sum = bestWeight[0]! + bestWeight[1]! + bestWeight[2]! + bestWeight[3]!
  for (let k = 0; k < 4; k++) {
    builder.blendSite.push(bestSite[k] === -1 ? NO_SITE : firstSite + bestSite[k]!)
    builder.blendWeight.push(bestWeight[k]! / sum)
  }
}

function keepBest(member: number, weight: number): void {
  if (weight <= bestWeight[3]! || weight < 1e-12) return
  let k = 3
  for (; k > 0 && bestWeight[k - 1]! < weight; k--) {
    bestWeight[k] = bestWeight[k - 1]!
    bestSite[k] = bestSite[k - 1]!
  }
  bestWeight[k] = weight
  bestSite[k] = member
}

function nearestCluster(list: readonly Cluster[], at: Float64Array): number {
  let [nearest, least] = [0, Number.POSITIVE_INFINITY]
  for (const [member, { place }] of list.entries()) {
    const distance = Math.hypot(place[0]! - at[0]!, place[1]! - at[1]!, place[2]! - at[2]!)
    if (distance < least) [nearest, least] = [member, distance]
  }
  return nearest
}

/** @param place Position and unit normal of a site. @param at The same of a vertex. */
function blendWeight(place: Float64Array, at: Float64Array, spacing: number): number {
  const dx = place[0]! - at[0]!
  const dy = place[1]! - at[1]!
  const dz = place[2]! - at[2]!
  const reach = (dx * dx + dy * dy + dz * dz) / (BLEND_REACH * spacing) ** 2
  if (reach >= 4) return 0
  const agree = place[3]! * at[3]! + place[4]! * at[4]! + place[5]! * at[5]!
  if (agree <= -0.5) return 0
  const lift = (dx * at[3]! + dy * at[4]! + dz * at[5]!) / (BLEND_LIFT * spacing)
  // The small rest keeps every vertex at least one site where no good one is near.
  const near = Math.max(1e-4 * Math.exp(-reach), (1 - Math.min(1, reach)) ** 2)
  return near * Math.max(1e-3, agree) ** 4 * Math.exp(-lift * lift)
}
