import { BoxGeometry, Mesh, MeshBasicMaterial, PlaneGeometry, ShadowMaterial } from 'three'
import { layers } from './layers.ts'

/** The paper that the model stands on: nothing but the shadow falling on it. */
export function createGround(): Mesh {
  const mesh = new Mesh(new PlaneGeometry(400, 400), new ShadowMaterial({ color: 0x000000, opacity: 0.15 }))
  mesh.position.z = -0.03
  mesh.receiveShadow = true
  mesh.raycast = () => {}
  return mesh
}

/** A roof that is not seen and only keeps the sun out while somebody walks inside. */
export function createRoof(): Mesh {
  const material = new MeshBasicMaterial({ colorWrite: false, depthWrite: false })
  const mesh = new Mesh(new BoxGeometry(1, 1, 1), material)
  mesh.castShadow = true
  mesh.visible = false
  mesh.layers.set(layers.structure)
  mesh.raycast = () => {}
  return mesh
}

const eaves = 0.25
const roofThickness = 0.2

/** Lays the roof over plan bounds at a height. */
export function placeRoof(
  roof: Mesh,
  bounds: { minX: number; minY: number; maxX: number; maxY: number },
  height: number,
): void {
  roof.scale.set(bounds.maxX - bounds.minX + eaves, bounds.maxY - bounds.minY + eaves, roofThickness)
  roof.position.set(
    (bounds.minX + bounds.maxX) / 2,
    (bounds.minY + bounds.maxY) / 2,
    height + roofThickness / 2 + 0.002,
  )
}
