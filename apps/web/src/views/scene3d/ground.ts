import { Mesh, PlaneGeometry, ShadowMaterial } from 'three'

/** The paper that the model stands on: nothing but the shadow falling on it. */
export function createGround(): Mesh {
  const mesh = new Mesh(new PlaneGeometry(400, 400), new ShadowMaterial({ color: 0x6b5f4a, opacity: 0.22 }))
  mesh.position.z = -0.03
  mesh.receiveShadow = true
  mesh.raycast = () => {}
  return mesh
}
