/** No site: a chart cell that nothing covers and that borrows from nobody. */
export const NO_SITE = 0xffffffff
/** Set on a chart cell that nothing covers and that borrows the site of the nearest covered cell. */
export const BORROWED = 0x80000000

/**
 * Where on the surfaces of a scene irradiance lives: a list of **sites**, each a spot of about `texel` metres. Flat parts
 * carry charts (grids of cells, a site per covered cell); curved and crumbly parts carry patches (each triangle a lattice of
 * vertices, each vertex a blend of up to four sites nearby). An instance's sites lie together and follow from its own
 * triangles alone, so an instance that did not change keeps its sites, whatever else did.
 */
export type BakeLayout = {
  readonly texel: number
  readonly siteCount: number
  /** First site of every instance, and the number of sites at the end. */
  readonly instanceFirstSite: Uint32Array
  /** Seed of every site's random numbers, the same wherever the site stands in the list. */
  readonly siteKey: Uint32Array
  /** Centre x, y, z and shading normal x, y, z per site. */
  readonly sitePlace: Float32Array
  /** m² per site. */
  readonly siteArea: Float32Array
  /** A triangle under the site, and where on it: second and third barycentric coordinates. */
  readonly siteTriangle: Uint32Array
  readonly siteWhere: Float32Array
  /** ≥ 0: chart that holds the site. < 0: −1 − first spot in `spots`. */
  readonly siteHome: Int32Array
  /** In a chart: cell (row · width + column). In a patch: number of spots. */
  readonly siteCell: Uint32Array
  /** In a chart: which of the cell's 4 × 4 parts are covered, bit row · 4 + column. */
  readonly siteMask: Uint16Array
  /** Points of patches from which light is looked for: position x, y, z and shading normal x, y, z. */
  readonly spots: Float32Array
  /** ≥ 0: chart. < 0: −1 − index into `patchFirst` and `patchLevel`; such a triangle has its own patch. */
  readonly triangleHome: Int32Array
  /** Twelve numbers a chart: origin; unit axis u; unit axis v; then cell width, cell height, 0. */
  readonly chartFrame: Float32Array
  /** Three a chart: columns, rows, first cell in `cells`. */
  readonly chartGrid: Uint32Array
  /** Site of a cell, with `BORROWED`, or `NO_SITE`. */
  readonly cells: Uint32Array
  /** First entry of a patch in `lattice`, and pieces per edge. */
  readonly patchFirst: Uint32Array
  readonly patchLevel: Uint16Array
  /** Vertices of the patches; vertex i, j (i along the second, j along the third corner) at j·(n+1) − j·(j−1)/2 + i. */
  readonly lattice: Uint32Array
  /** Four sites a vertex, heaviest first, `NO_SITE` where fewer; and their weights, which sum to 1. */
  readonly blendSite: Uint32Array
  readonly blendWeight: Float32Array
}
