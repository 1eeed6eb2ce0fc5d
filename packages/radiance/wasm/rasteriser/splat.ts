// Layout of memory that the rasteriser's steps share; offsets in bytes. AssemblyScript, compiled by ./build.mjs.

/** A gaussian that a camera sees, projected: x, y in pixels, the exponent's factors (of 2), colour, distance, its row. */
export const SPLAT_BYTES: usize = 64
export const SPLAT_X: usize = 0
export const SPLAT_Y: usize = 4
export const SPLAT_XX: usize = 8
export const SPLAT_XY: usize = 12
export const SPLAT_YY: usize = 16
export const SPLAT_ALPHA: usize = 20
export const SPLAT_RED: usize = 24
export const SPLAT_GREEN: usize = 28
export const SPLAT_BLUE: usize = 32
export const SPLAT_DEPTH: usize = 36
export const SPLAT_ROW: usize = 40
export const SPLAT_REACH_X: usize = 44
export const SPLAT_REACH_Y: usize = 48
/** The exponent (of 2) below which nothing is drawn. */
export const SPLAT_FLOOR: usize = 52

/** Side of a tile, pixels. */
export const TILE: i32 = 8
export const TILE_PIXELS: i32 = 64

/** A pixel that lets less than this through is full. */
export const FULL: f32 = 0.001
