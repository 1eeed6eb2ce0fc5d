import { CapsuleGeometry, ConeGeometry, Group, Mesh, MeshStandardMaterial } from 'three'
import type { Peer } from '../../editor/presence-state.ts'

/** The others where they stand or look from: a head and body for walkers, a small cone for those who orbit. */
export type Avatars = { readonly root: Group; update(peers: readonly Peer[]): boolean; dispose(): void }

export function createAvatars(): Avatars {
  const root = new Group()
  const body = new CapsuleGeometry(0.16, 0.9, 6, 16)
  body.rotateX(Math.PI / 2)
  const head = new CapsuleGeometry(0.11, 0.06, 6, 16)
  head.rotateX(Math.PI / 2)
  const cone = new ConeGeometry(0.09, 0.22, 20)
  // Points along +x: the direction of sight.
  cone.rotateZ(-Math.PI / 2)
  const avatars = new Map<number, { group: Group; material: MeshStandardMaterial; signature: string }>()

  const remove = (id: number) => {
    const known = avatars.get(id)
    if (!known) return
    root.remove(known.group)
    known.material.dispose()
    avatars.delete(id)
  }
  return {
    root,
    update(peers) {
      let changed = false
      const seen = new Set<number>()
      for (const peer of peers) {
        const view = peer.camera?.mode === 'plan' ? undefined : peer.camera?.scene
        if (!view) continue
        seen.add(peer.clientId)
        const isWalking = peer.camera?.mode === 'walk'
        const signature = `${peer.user.color} ${isWalking}`
        let avatar = avatars.get(peer.clientId)
        if (avatar?.signature !== signature) {
          remove(peer.clientId)
          const material = new MeshStandardMaterial({ color: peer.user.color, roughness: 0.6 })
          const group = new Group()
          if (isWalking) {
            const torso = new Mesh(body, material)
            torso.position.z = -0.85
            const skull = new Mesh(head, material)
            const nose = new Mesh(cone, material)
            nose.position.x = 0.18
            group.add(torso, skull, nose)
          } else group.add(new Mesh(cone, material))
          for (const mesh of group.children) mesh.raycast = () => {}
          root.add(group)
          avatar = { group, material, signature }
          avatars.set(peer.clientId, avatar)
        }
        const [x, y, z] = view.eye
        avatar.group.position.set(x, y, z)
        avatar.group.rotation.z = Math.atan2(view.target[1] - y, view.target[0] - x)
        changed = true
      }
      for (const id of [...avatars.keys()]) {
        if (seen.has(id)) continue
        remove(id)
        changed = true
      }
      return changed
    },
    dispose() {
      for (const id of [...avatars.keys()]) remove(id)
      body.dispose()
      head.dispose()
      cone.dispose()
    },
  }
}
