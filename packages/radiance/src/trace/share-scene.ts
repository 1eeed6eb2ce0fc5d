import { keepPatternTexture, type PatternTexture, patternTexture } from '../scene/pattern-texture.ts'
import type { SurfaceMaterial, TraceScene } from '../scene/trace-scene.ts'
import type { RayCaster } from './ray-caster.ts'
import { openRayCaster, type SharedRays, shareRays } from './wasm-ray-caster.ts'

/** A scene with its tree in shared memory: posting it to threads copies little more than its materials. */
export type SharedScene = {
  /** Tells scenes apart in a thread that has opened several. */
  readonly key: number
  readonly scene: TraceScene
  readonly rays: SharedRays
  readonly textures: readonly (readonly [SurfaceMaterial['pattern'], PatternTexture])[]
}

let made = 0

/** @param seatCount Threads of the pool that will trace at the same time; the calling thread has a seat besides. */
export function shareScene(scene: TraceScene, seatCount: number): SharedScene {
  const patterns = [...new Set(scene.materials.map(({ pattern }) => pattern))].sort()
  return {
    key: made++,
    rays: shareRays(scene, seatCount + 1),
    scene: {
      ...scene,
      positions: shareArray(scene.positions),
      normals: shareArray(scene.normals),
      uvs: shareArray(scene.uvs),
      indices: shareArray(scene.indices),
      triangleMaterial: shareArray(scene.triangleMaterial),
      triangleInstance: shareArray(scene.triangleInstance),
    },
    textures: patterns.flatMap((pattern) => {
      const texture = patternTexture(pattern)
      return texture ? [[pattern, { ...texture, pixels: shareArray(texture.pixels) }] as const] : []
    }),
  }
}

/** A copy of a typed array that threads share. */
export function shareArray<T extends Float32Array | Float64Array | Uint32Array | Int32Array | Uint16Array | Uint8Array>(
  values: T,
): T {
  const shared = new (values.constructor as new (buffer: SharedArrayBuffer) => T)(
    new SharedArrayBuffer(values.byteLength),
  )
  shared.set(values)
  return shared
}

export type OpenScene = { readonly scene: TraceScene; readonly caster: RayCaster }

/** Scenes that a thread keeps open. */
const KEPT = 2
const opened = new Map<string, OpenScene>()

/** The scene in this thread; opening it again costs nothing. @param seat Of a pool's thread. Absent: who shared the scene. */
export function openScene({ key, scene, rays, textures }: SharedScene, seat = rays.seatCount - 1): OpenScene {
  const name = `${key}:${seat}`
  const known = opened.get(name)
  if (known) return known
  for (const [pattern, texture] of textures) keepPatternTexture(pattern, texture)
  const open = { scene, caster: openRayCaster(rays, seat) }
  opened.set(name, open)
  for (const oldest of opened.keys()) {
    if (opened.size > KEPT) opened.delete(oldest)
  }
  return open
}
