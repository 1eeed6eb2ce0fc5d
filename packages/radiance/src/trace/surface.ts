import { multiplyByPattern, type PatternTexture, patternTexture } from '../scene/pattern-texture.ts'
import type { SurfaceMaterial, TraceScene } from '../scene/trace-scene.ts'

/** What a ray meets; one record is used again and again. Vectors are world frame, unit. */
export type Surface = {
  triangle: number
  material: SurfaceMaterial
  instance: number
  readonly position: Float64Array
  /** Of the triangle, on the side from which it is seen. */
  readonly facing: Float64Array
  /** Interpolated between the corners, on the same side. */
  readonly normal: Float64Array
  /** Base colour with its pattern, linear. */
  readonly albedo: Float64Array
  /** Metres along the surface. */
  u: number
  v: number
  /** Seen from outside, where the corners run counter-clockwise; only that face shines. */
  isFront: boolean
}

const NO_MATERIAL: SurfaceMaterial = {
  albedo: [0, 0, 0],
  roughness: 1,
  metalness: 0,
  transmission: 0,
  pattern: 'none',
  patternScale: 1,
  emission: [0, 0, 0],
}

export const createSurface = (): Surface => ({
  triangle: 0,
  material: NO_MATERIAL,
  instance: 0,
  position: new Float64Array(3),
  facing: new Float64Array(3),
  normal: new Float64Array(3),
  albedo: new Float64Array(3),
  u: 0,
  v: 0,
  isFront: true,
})

/**
 * Fills a surface from a hit.
 *
 * @param b, c Second and third barycentric coordinates. @param dx, dy, dz Direction of the ray; tells the side.
 * @param into Mutated.
 */
export type ReadSurface = (
  triangle: number,
  b: number,
  c: number,
  dx: number,
  dy: number,
  dz: number,
  into: Surface,
) => void

/** What lies where a ray hits; everybody who shades asks this one. */
export function createSurfaceReader(scene: TraceScene): ReadSurface {
  const { positions, normals, uvs, indices, triangleMaterial, triangleInstance, materials } = scene
  const textures: (PatternTexture | undefined)[] = materials.map(({ pattern }) => patternTexture(pattern))
  return (triangle, b, c, dx, dy, dz, into) => {
    const [ia, ib, ic] = [indices[3 * triangle]!, indices[3 * triangle + 1]!, indices[3 * triangle + 2]!]
    const a = 1 - b - c
    const number = triangleMaterial[triangle]!
    const material = materials[number]!
    into.triangle = triangle
    into.material = material
    into.instance = triangleInstance[triangle]!
    for (let axis = 0; axis < 3; axis++) {
      const [pa, pb, pc] = [positions[3 * ia + axis]!, positions[3 * ib + axis]!, positions[3 * ic + axis]!]
      into.position[axis] = a * pa + b * pb + c * pc
      into.normal[axis] = a * normals[3 * ia + axis]! + b * normals[3 * ib + axis]! + c * normals[3 * ic + axis]!
      into.albedo[axis] = material.albedo[axis]!
    }
    face(positions, ia, ib, ic, into.facing)
    orient(into, dx, dy, dz)
    into.u = a * uvs[2 * ia]! + b * uvs[2 * ib]! + c * uvs[2 * ic]!
    into.v = a * uvs[2 * ia + 1]! + b * uvs[2 * ib + 1]! + c * uvs[2 * ic + 1]!
    const texture = textures[number]
    if (texture) {
      multiplyByPattern(texture, into.u / material.patternScale, into.v / material.patternScale, into.albedo)
    }
  }
}

/** The triangle's own normal, by the right hand. */
function face(positions: Float32Array, ia: number, ib: number, ic: number, into: Float64Array): void {
  const ux = positions[3 * ib]! - positions[3 * ia]!
  const uy = positions[3 * ib + 1]! - positions[3 * ia + 1]!
  const uz = positions[3 * ib + 2]! - positions[3 * ia + 2]!
  const vx = positions[3 * ic]! - positions[3 * ia]!
  const vy = positions[3 * ic + 1]! - positions[3 * ia + 1]!
  const vz = positions[3 * ic + 2]! - positions[3 * ia + 2]!
  into[0] = uy * vz - uz * vy
  into[1] = uz * vx - ux * vz
  into[2] = ux * vy - uy * vx
  normalise(into)
}

/** Turns both normals to the side the ray comes from; a shading normal that points away from it is bent back. */
function orient(surface: Surface, dx: number, dy: number, dz: number): void {
  const { facing, normal } = surface
  const away = facing[0]! * dx + facing[1]! * dy + facing[2]! * dz
  surface.isFront = away <= 0
  if (!surface.isFront) {
    for (let axis = 0; axis < 3; axis++) facing[axis] = -facing[axis]!
  }
  if (normal[0]! * facing[0]! + normal[1]! * facing[1]! + normal[2]! * facing[2]! < 0) {
    for (let axis = 0; axis < 3; axis++) normal[axis] = -normal[axis]!
  }
  if (!normalise(normal)) normal.set(facing)
  const toward = normal[0]! * dx + normal[1]! * dy + normal[2]! * dz
  if (toward < -LEAST_COSINE) return
  normal[0]! -= (toward + LEAST_COSINE) * dx
  normal[1]! -= (toward + LEAST_COSINE) * dy
  normal[2]! -= (toward + LEAST_COSINE) * dz
  normalise(normal)
}

const LEAST_COSINE = 1e-3

function normalise(vector: Float64Array): boolean {
  const length = Math.sqrt(vector[0]! ** 2 + vector[1]! ** 2 + vector[2]! ** 2)
  if (!(length > 0)) return false
  for (let axis = 0; axis < 3; axis++) vector[axis]! /= length
  return true
}
