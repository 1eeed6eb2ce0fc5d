import type { Pattern } from '@enfilade/catalogue'
import type { Id } from '@enfilade/scene'

/** Linear sRGB primaries, not display values. */
export type Rgb = readonly [red: number, green: number, blue: number]
export type Vector3 = readonly [x: number, y: number, z: number]

/** How a surface treats light. Radiance is in the scene's own unit: kilolumen per steradian and m² (kcd/m²). */
export type SurfaceMaterial = {
  /** Base colour, linear 0 … 1. The pattern multiplies it. */
  readonly albedo: Rgb
  readonly roughness: number
  readonly metalness: number
  /** Part of the light that passes a thin sheet straight on, 0 … 1. Opaque: 0. */
  readonly transmission: number
  /** Floors are laid rather than covered: `planks` and `parquet` are wood in boards. */
  readonly pattern: Pattern | 'planks' | 'parquet'
  /** Metres that one repeat of the pattern covers. */
  readonly patternScale: number
  /** Radiance that leaves the front face, kcd/m². Not a light: 0, 0, 0. */
  readonly emission: Rgb
}

/** What a triangle belongs to: the thing that can be picked, hidden, moved. */
export type TraceInstance = {
  /** Record id: an item, wall or opening; floors and ceilings have their room's id with `:floor`, `:ceiling`. */
  readonly id: Id
  readonly kind: 'wall' | 'floor' | 'ceiling' | 'door' | 'window' | 'passage' | 'item'
  /** Catalogue category; of the building its kind. */
  readonly category: string
  /** Index into `semanticPalette`. */
  readonly semantic: number
  /** First triangle and number of triangles: an instance's triangles lie together. */
  readonly firstTriangle: number
  readonly triangleCount: number
}

/** A lamp that is on: the emitting triangles of one instance. */
export type TraceLamp = {
  readonly instance: number
  readonly triangles: Uint32Array
  /** Luminous flux of the whole lamp, klm. */
  readonly flux: Rgb
}

/** A window (or an open door to the outside) through which sky and sun come in; a planar rectangle. */
export type TracePortal = {
  readonly opening: Id
  /** One corner and the two edges from it, metres. */
  readonly corner: Vector3
  readonly edgeA: Vector3
  readonly edgeB: Vector3
  /** Unit vector into the room. */
  readonly inward: Vector3
}

/** Light from outside; directions are unit vectors towards the light, world frame. */
export type Daylight = {
  /** Absent: no sun (night, overcast). Irradiance on a surface that faces it, klx; the angular radius in radians. */
  readonly sun?: { readonly direction: Vector3; readonly irradiance: Rgb; readonly angularRadius: number }
  /** Radiance of the sky by elevation, kcd/m²: horizon → zenith mixed by `elevation ** 0.55`; below the horizon the ground's. */
  readonly sky: { readonly zenith: Rgb; readonly horizon: Rgb; readonly ground: Rgb }
}

/**
 * A space as rays see it. Triangles are counter-clockwise from outside, world frame (metres, z up), sorted by instance.
 * Equal scenes give equal bytes.
 */
export type TraceScene = {
  /** x, y, z per vertex. */
  readonly positions: Float32Array
  /** Unit shading normals per vertex. */
  readonly normals: Float32Array
  /** Metres along the surface per vertex; u follows the grain. */
  readonly uvs: Float32Array
  /** Three vertices per triangle. */
  readonly indices: Uint32Array
  /** Per triangle: index into `materials`, `instances`. */
  readonly triangleMaterial: Uint16Array
  readonly triangleInstance: Uint32Array
  readonly materials: readonly SurfaceMaterial[]
  readonly instances: readonly TraceInstance[]
  readonly lamps: readonly TraceLamp[]
  readonly portals: readonly TracePortal[]
  readonly daylight: Daylight
  readonly bounds: { readonly min: Vector3; readonly max: Vector3 }
}
