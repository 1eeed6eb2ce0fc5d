import type { BakeLayout } from './bake-layout.ts'
import { growingFloats, growingIndices, growingIntegers, growingShorts } from './growing-array.ts'

/** The columns of a layout while it grows; see `BakeLayout` for what they hold. */
export function createLayoutBuilder(texel: number, instanceCount: number, triangleCount: number) {
  const columns = {
    texel,
    instanceFirstSite: new Uint32Array(new SharedArrayBuffer(4 * (instanceCount + 1))),
    triangleHome: new Int32Array(new SharedArrayBuffer(4 * triangleCount)),
    siteKey: growingIndices(),
    sitePlace: growingFloats(),
    siteArea: growingFloats(),
    siteTriangle: growingIndices(),
    siteWhere: growingFloats(),
    siteHome: growingIntegers(),
    siteCell: growingIndices(),
    siteMask: growingShorts(),
    spots: growingFloats(),
    chartFrame: growingFloats(),
    chartGrid: growingIndices(),
    cells: growingIndices(),
    patchFirst: growingIndices(),
    patchLevel: growingShorts(),
    lattice: growingIndices(),
    blendSite: growingIndices(),
    blendWeight: growingFloats(),
  }
  const finish = (): BakeLayout => ({
    texel,
    siteCount: columns.siteArea.length,
    instanceFirstSite: columns.instanceFirstSite,
    triangleHome: columns.triangleHome,
    siteKey: columns.siteKey.finish(),
    sitePlace: columns.sitePlace.finish(),
    siteArea: columns.siteArea.finish(),
    siteTriangle: columns.siteTriangle.finish(),
    siteWhere: columns.siteWhere.finish(),
    siteHome: columns.siteHome.finish(),
    siteCell: columns.siteCell.finish(),
    siteMask: columns.siteMask.finish(),
    spots: columns.spots.finish(),
    chartFrame: columns.chartFrame.finish(),
    chartGrid: columns.chartGrid.finish(),
    cells: columns.cells.finish(),
    patchFirst: columns.patchFirst.finish(),
    patchLevel: columns.patchLevel.finish(),
    lattice: columns.lattice.finish(),
    blendSite: columns.blendSite.finish(),
    blendWeight: columns.blendWeight.finish(),
  })
  return { ...columns, finish }
}

export type LayoutBuilder = ReturnType<typeof createLayoutBuilder>
