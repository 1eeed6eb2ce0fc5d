import type { TraceScene } from '../../scene/trace-scene.ts'
import { type BakeLayout, BORROWED, NO_SITE } from './bake-layout.ts'

/** Up to four sites round a place and their weights, which sum to 1; heaviest first in patches, not in charts. */
export type SiteBlend = { count: number; readonly sites: Uint32Array; readonly weights: Float32Array }

/** Room for one place: a patch mixes three vertices of four sites each. */
export const createSiteBlend = (): SiteBlend => ({
  count: 0,
  sites: new Uint32Array(12),
  weights: new Float32Array(12),
})

/** Finds sites by places on triangles; `s`, `t` are the second and third barycentric coordinates. */
export type SiteFinder = {
  /** The nearest site, `NO_SITE` when the triangle has no area. */
  nearest(triangle: number, s: number, t: number): number
  /** Bilinear in charts, linear between the blends of the lattice in patches. @param out Mutated. */
  blend(triangle: number, s: number, t: number, out: SiteBlend): void
}

export function createSiteFinder(layout: BakeLayout, scene: TraceScene): SiteFinder {
  const { triangleHome, chartGrid: grid, cells } = layout
  const ways = mapTriangles(layout, scene)
  return {
    nearest(triangle, s, t) {
      const home = triangleHome[triangle]!
      if (home >= 0) {
        const way = triangle * 6
        const columns = grid[home * 3]!
        const rows = grid[home * 3 + 1]!
        const u = Math.floor(ways[way]! + ways[way + 1]! * s + ways[way + 2]! * t)
        const v = Math.floor(ways[way + 3]! + ways[way + 4]! * s + ways[way + 5]! * t)
        const x = u < 0 ? 0 : u < columns ? u : columns - 1
        const y = v < 0 ? 0 : v < rows ? v : rows - 1
        const cell = cells[grid[home * 3 + 2]! + y * columns + x]!
        return cell === NO_SITE ? NO_SITE : (cell & ~BORROWED) >>> 0
      }
      const n = layout.patchLevel[-1 - home]!
      const i = Math.min(n, Math.max(0, Math.round(s * n)))
      const j = Math.min(n - i, Math.max(0, Math.round(t * n)))
      const vertex = layout.lattice[layout.patchFirst[-1 - home]! + latticeOffset(i, j, n)]!
      return layout.blendSite[vertex * 4]!
    },
    blend(triangle, s, t, out) {
      out.count = 0
      const home = triangleHome[triangle]!
      if (home < 0) {
        blendPatch(layout, -1 - home, s, t, out)
        return
      }
      const way = triangle * 6
      const u = ways[way]! + ways[way + 1]! * s + ways[way + 2]! * t
      const v = ways[way + 3]! + ways[way + 4]! * s + ways[way + 5]! * t
      blendChart(layout, home, u, v, out)
    },
  }
}

/** Column and row (with fractions) in a triangle's chart: each a constant and what s and t add; six numbers a triangle. */
function mapTriangles(
  { triangleHome, chartFrame: f }: BakeLayout,
  { positions: p, indices }: TraceScene,
): Float32Array {
  const ways = new Float32Array(triangleHome.length * 6)
  for (let triangle = 0; triangle < triangleHome.length; triangle++) {
    const o = triangleHome[triangle]! * 12
    if (o < 0) continue
    for (let side = 0; side < 2; side++) {
      const along = (corner: number) => {
        const at = indices[triangle * 3 + corner]! * 3
        let sum = 0
        for (let k = 0; k < 3; k++) sum += (p[at + k]! - f[o + k]!) * f[o + 3 + side * 3 + k]!
        return sum / f[o + 9 + side]!
      }
      const first = along(0)
      ways[triangle * 6 + side * 3] = first
      ways[triangle * 6 + side * 3 + 1] = along(1) - first
      ways[triangle * 6 + side * 3 + 2] = along(2) - first
    }
  }
  return ways
}

const latticeOffset = (i: number, j: number, n: number): number => j * (n + 1) - (j * (j - 1)) / 2 + i

/** Bilinear between the middles of the cells; cells that only borrow count where no covered one is near. */
function blendChart(layout: BakeLayout, chart: number, u: number, v: number, out: SiteBlend): void {
  const columns = layout.chartGrid[chart * 3]!
  const rows = layout.chartGrid[chart * 3 + 1]!
  const first = layout.chartGrid[chart * 3 + 2]!
  const x = Math.min(columns - 1, Math.max(0, u - 0.5))
  const y = Math.min(rows - 1, Math.max(0, v - 0.5))
  const x0 = Math.floor(x)
  const y0 = Math.floor(y)
  const fx = x - x0
  const fy = y - y0
  let sum = 0
  for (let k = 0; k < 4; k++) {
    const weight = (k & 1 ? fx : 1 - fx) * (k & 2 ? fy : 1 - fy)
    if (weight <= 0) continue
    const cell = layout.cells[first + (y0 + (k >> 1)) * columns + x0 + (k & 1)]!
    if (cell & BORROWED) continue
    out.sites[out.count] = cell
    out.weights[out.count++] = weight
    sum += weight
  }
  if (out.count === 0) {
    const cell = layout.cells[first + Math.round(y) * columns + Math.round(x)]!
    if (cell === NO_SITE) return
    out.sites[0] = (cell & ~BORROWED) >>> 0
    out.weights[0] = 1
    out.count = 1
  } else for (let k = 0; k < out.count; k++) out.weights[k]! /= sum
}

function blendPatch(layout: BakeLayout, patch: number, s: number, t: number, out: SiteBlend): void {
  const n = layout.patchLevel[patch]!
  const first = layout.patchFirst[patch]!
  const x = Math.min(1, Math.max(0, s)) * n
  const y = Math.min(1, Math.max(0, t)) * n
  const i = Math.min(n - 1, Math.floor(x))
  const j = Math.min(n - 1 - i, Math.floor(y))
  const fx = x - i
  const fy = Math.max(0, y - j)
  if (fx + fy <= 1 || i + j >= n - 1) {
    const inside = Math.max(0, 1 - fx - fy)
    addVertex(layout, layout.lattice[first + latticeOffset(i, j, n)]!, inside, out)
    addVertex(layout, layout.lattice[first + latticeOffset(i + 1, j, n)]!, Math.min(1, fx), out)
    addVertex(layout, layout.lattice[first + latticeOffset(i, j + 1, n)]!, Math.min(1, fy), out)
  } else {
    addVertex(layout, layout.lattice[first + latticeOffset(i + 1, j + 1, n)]!, fx + fy - 1, out)
    addVertex(layout, layout.lattice[first + latticeOffset(i, j + 1, n)]!, 1 - fx, out)
    addVertex(layout, layout.lattice[first + latticeOffset(i + 1, j, n)]!, 1 - fy, out)
  }
}

function addVertex(layout: BakeLayout, vertex: number, weight: number, out: SiteBlend): void {
  if (weight <= 0) return
  for (let k = vertex * 4; k < vertex * 4 + 4; k++) {
    const site = layout.blendSite[k]!
    if (site === NO_SITE) return
    out.sites[out.count] = site
    out.weights[out.count++] = weight * layout.blendWeight[k]!
  }
}
