import type { SurfaceLook } from '@enfilade/catalogue'
import { BufferAttribute, BufferGeometry, Group, Mesh } from 'three'
import type { MaterialLibrary } from './material-library.ts'

/** A mesh as the packages give it: arrays, UVs in metres. */
export type PartArrays = {
  readonly positions: Float32Array
  readonly normals: Float32Array
  readonly uvs: Float32Array
  readonly indices: Uint32Array
}

/** Meshes of a thing's parts, each with its look. */
export function groupOf(
  parts: readonly (PartArrays & { readonly look: SurfaceLook })[],
  library: MaterialLibrary,
): Group {
  const group = new Group()
  for (const part of parts) {
    const material = library.get(part.look)
    const mesh = new Mesh(toGeometry(part, library.patternScale(part.look)), material)
    mesh.castShadow = !material.transparent
    mesh.receiveShadow = !material.transparent
    if (material.transparent) mesh.renderOrder = 1
    group.add(mesh)
  }
  return group
}

/** @param patternScale Metres that become one unit of the texture's coordinates. */
export function toGeometry(part: PartArrays, patternScale: number): BufferGeometry {
  const geometry = new BufferGeometry()
  const uvs = part.uvs.map((value) => value / patternScale)
  geometry.setAttribute('position', new BufferAttribute(part.positions, 3))
  geometry.setAttribute('normal', new BufferAttribute(part.normals, 3))
  geometry.setAttribute('uv', new BufferAttribute(uvs, 2))
  geometry.setIndex(new BufferAttribute(part.indices, 1))
  geometry.computeBoundingSphere()
  geometry.computeBoundingBox()
  return geometry
}
