import { afterAll, describe, expect, it } from 'vitest'
import { createThreadPool } from '../threads/thread-pool.ts'
import { shareScene } from '../trace/share-scene.ts'
import { boxTriangles, trianglesScene } from '../trace/test-scenes.ts'
import type { Camera, Channel } from './camera.ts'
import { lookAt } from './cameras/aim-camera.ts'
import { renderReference } from './reference.ts'

const pools = [createThreadPool(1), createThreadPool(2)]
afterAll(() => Promise.all(pools.map((pool) => pool.close())))

const room = trianglesScene(boxTriangles(4, 3, 2.5), 0)
const scene = {
  ...room,
  instances: [
    { id: 'room', kind: 'wall', category: 'wall', semantic: 12, firstTriangle: 0, triangleCount: 12 },
  ] as const,
  materials: room.materials.map((material) => ({ ...material, emission: [0.2, 0.1, 0.1] as const })),
}
const camera = lookAt('a', [1, 1.5, 1.2], [4, 1.5, 1.2], { width: 24, height: 16, fov: 1.4 })
const channels: readonly Channel[] = ['color', 'depth', 'normal', 'semantic', 'instance']

describe('a view', () => {
  it('is the same whatever the number of threads, and holds what was asked for', async () => {
    const views = await Promise.all(
      pools.map((pool) => renderReference(shareScene(scene, pool.size), camera, pool, { channels, samples: 3 })),
    )
    expect(views[1]).toEqual(views[0])
    const [view] = views
    const middle = 8 * 24 + 12
    expect(view!.depth![middle]).toBeCloseTo(3, 4)
    expect(Array.from(view!.normal!.subarray(3 * middle, 3 * middle + 3), (value) => value + 0)).toEqual([-1, 0, 0])
    expect(view!.semantic![middle]).toBe(13)
    expect(view!.instance![middle]).toBe(1)
    expect(view!.color!.every((value) => value >= 0)).toBe(true)
  })

  it('of the whole sphere has depth along its rays', async () => {
    const around: Camera = { ...camera, width: 8, height: 4, projection: 'equirectangular' }
    const [pool] = pools
    const view = await renderReference(shareScene(scene, 1), around, pool!, { channels: ['depth'], samples: 1 })
    expect(view.color).toBeUndefined()
    // Column 4 looks 22.5° to the right of the wall that is 3 m ahead, row 2 as much below the horizon.
    expect(view.depth![2 * 8 + 4]).toBeCloseTo(1.2 / Math.sin(Math.PI / 8), 3)
  })

  it('tells its progress and shows pictures on the way', async () => {
    const [pool] = pools
    const seen: number[] = []
    const progress: number[] = []
    await renderReference(shareScene(scene, 1), camera, pool!, {
      samples: 5,
      onProgress: ({ done, total }) => progress.push(done / total),
      onPreview: (view, samples) => {
        expect(view.color!.length).toBe(3 * 24 * 16)
        seen.push(samples)
      },
    })
    expect(seen).toEqual([1, 2, 4, 5])
    expect(progress.at(-1)).toBe(1)
  })

  it('stops when it is no longer wanted', async () => {
    const [pool] = pools
    const controller = new AbortController()
    const drawing = renderReference(shareScene(scene, 1), camera, pool!, { samples: 5000, signal: controller.signal })
    controller.abort(new Error('enough'))
    await expect(drawing).rejects.toThrow('enough')
  })

  it('refuses cameras that are none', async () => {
    const broken = { ...camera, intrinsic: [0, 0, 0, 0, 0, 0, 0, 0, 0] }
    await expect(renderReference(shareScene(scene, 1), broken, pools[0]!, { samples: 1 })).rejects.toThrow(RangeError)
  })
})
