import { type BufferGeometry, Group, Mesh } from 'three'
import type { MaterialLibrary, SurfaceLook } from './material-library.ts'

/** Meshes of a thing's parts, each with its look; UVs in metres are brought to the look's pattern. */
export function groupOf(
  geometries: ReadonlyMap<string, BufferGeometry>,
  looks: { readonly [part: string]: SurfaceLook },
  library: MaterialLibrary,
): Group {
  const group = new Group()
  for (const [part, geometry] of geometries) {
    const look = looks[part]
    if (!look) continue
    group.add(partMesh(geometry, look, library))
  }
  return group
}

export function partMesh(geometry: BufferGeometry, look: SurfaceLook, library: MaterialLibrary): Mesh {
  scaleUvs(geometry, 1 / library.patternScale(look))
  const material = library.get(look)
  const mesh = new Mesh(geometry, material)
  mesh.castShadow = !material.transparent
  mesh.receiveShadow = !material.transparent
  if (material.transparent) mesh.renderOrder = 1
  return mesh
}

function scaleUvs(geometry: BufferGeometry, factor: number): void {
  const uv = geometry.getAttribute('uv')
  if (!uv || factor === 1) return
  const values = uv.array as Float32Array
  for (let i = 0; i < values.length; i++) values[i]! *= factor
}
