import { type GaussianIds, readIds } from '@enfilade/radiance/ids'
import type { Id } from '@enfilade/scene'
import type { SparkRenderer, SplatMesh } from '@sparkjsdev/spark'
import { createSignal } from 'solid-js'
import type { Scene, WebGLRenderer } from 'three'
import type { Realised } from '../../editor/realised.ts'
import { hiddenInstances } from './splat-ids.ts'

/** The realised space in the 3D view. */
export type SplatLayer = {
  /** Shows this one as soon as it is loaded; until then the one before. Undefined: none. */
  show(realised: Realised | undefined): void
  setVisible(visible: boolean): void
  /** Hides what belongs to things; needs their ids, which old files may lack. */
  hide(isHidden: (id: Id, kind: string) => boolean): void
  /** Something is loaded; reactive. */
  isReady(): boolean
  dispose(): void
}

/** Splats have four words in each of two arrays; the last of the first is the opacity. */
const wordsPerSplat = 4
const opacityWord = 3

type Shown = { readonly mesh: SplatMesh; readonly ids?: GaussianIds; readonly opacities: Uint32Array }

/**
 * Draws splats in a three.js scene, in the world's own frame. The viewer's code is fetched when the first splats are.
 *
 * @param onChange The picture is out of date.
 * @param onError The splats could not be shown, with the reason.
 */
export function createSplatLayer(
  renderer: WebGLRenderer,
  scene: Scene,
  onChange: () => void,
  onError: (error: unknown) => void,
): SplatLayer {
  let spark: SparkRenderer | undefined
  let shown: Shown | undefined
  const [isReady, setReady] = createSignal(false)
  let loading: AbortController | undefined
  let key: string | undefined
  let isVisible = false
  let isHidden: (id: Id, kind: string) => boolean = () => false

  async function load(realised: Realised, signal: AbortSignal): Promise<void> {
    const [{ SparkRenderer, SplatMesh }, { splats, ids }] = await Promise.all([
      import('@sparkjsdev/spark'),
      realised.load(signal),
    ])
    signal.throwIfAborted()
    // Half floats, which splats have otherwise, are 4 mm apart a few metres from the origin.
    const mesh = new SplatMesh({ fileBytes: splats, fileName: 'scene.spz', extSplats: true })
    await mesh.initialized
    if (signal.aborted) return mesh.dispose()
    const read = ids && (await readIds(ids, 'scene.ids'))
    if (!spark) {
      spark = new SparkRenderer({ renderer, onDirty: onChange, accumExtSplats: true })
      scene.add(spark)
    }
    remove()
    const words = mesh.extSplats?.extArrays[0]
    const opacities = new Uint32Array(mesh.extSplats?.numSplats ?? 0)
    for (let i = 0; words && i < opacities.length; i++) opacities[i] = words[i * wordsPerSplat + opacityWord]!
    shown = { mesh, opacities, ...(read ? { ids: read } : {}) }
    mesh.visible = isVisible
    scene.add(mesh)
    applyHidden()
    setReady(true)
    onChange()
  }

  function remove(): void {
    if (!shown) return
    scene.remove(shown.mesh)
    shown.mesh.dispose()
    shown = undefined
    setReady(false)
  }

  function applyHidden(): void {
    const { ids, opacities, mesh } = shown ?? {}
    const words = mesh?.extSplats?.extArrays[0]
    if (!ids || !opacities || !words) return
    const hidden = hiddenInstances(ids, isHidden)
    const count = Math.min(opacities.length, ids.instances.length)
    for (let i = 0; i < count; i++)
      words[i * wordsPerSplat + opacityWord] = hidden[ids.instances[i]!] ? 0 : opacities[i]!
    mesh.extSplats!.textures[0].needsUpdate = true
    mesh.updateVersion()
  }

  return {
    show(realised) {
      if (realised?.key === key) return
      key = realised?.key
      loading?.abort()
      loading = new AbortController()
      const { signal } = loading
      if (!realised) {
        remove()
        onChange()
        return
      }
      load(realised, signal).catch((error) => {
        if (!signal.aborted) onError(error)
      })
    },
    setVisible(visible) {
      isVisible = visible
      if (shown) shown.mesh.visible = visible
      onChange()
    },
    hide(next) {
      isHidden = next
      applyHidden()
      onChange()
    },
    isReady,
    dispose() {
      loading?.abort()
      remove()
      if (spark) scene.remove(spark)
    },
  }
}
