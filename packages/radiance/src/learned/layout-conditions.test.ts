import { afterAll, describe, expect, it } from 'vitest'
import { semanticPalette } from '../scene/semantic-palette.ts'
import { createThreadPool } from '../threads/thread-pool.ts'
import { shareScene } from '../trace/share-scene.ts'
import { boxTriangles, trianglesScene } from '../trace/test-scenes.ts'
import { lookAt } from '../views/cameras/aim-camera.ts'
import { layoutConditions } from './layout-conditions.ts'
import { drawGuides } from './view-guides.ts'

const pool = createThreadPool(1)
afterAll(() => pool.close())

const room = trianglesScene(boxTriangles(4, 3, 2.5), 0)
const instances = [
  { id: 'room', kind: 'wall', category: 'wall', semantic: 12, firstTriangle: 0, triangleCount: 12 },
] as const
const shared = shareScene({ ...room, instances }, pool.size)
const camera = lookAt('a', [1, 1.5, 1.2], [4, 1.5, 1.2], { width: 24, height: 16, fov: 1.4 })

describe('layoutConditions', () => {
  it('gives the labels, the points that are seen and the rays to them', async () => {
    const [view] = await layoutConditions(shared, [camera], pool)
    expect([...view!.semantic.subarray(0, 3)]).toEqual(semanticPalette[12]!.rgb)
    for (let pixel = 0; pixel < 24 * 16; pixel++) {
      const [x, y, z] = view!.coordinates.subarray(3 * pixel, 3 * pixel + 3)
      const isOnWall = [x! - 4, y!, y! - 3, z!, z! - 2.5].some((gap) => Math.abs(gap) < 1e-4)
      expect(isOnWall).toBe(true)
      const [ex, ey, ez, dx, dy, dz] = view!.rays.subarray(6 * pixel, 6 * pixel + 6)
      const way = [x! - ex!, y! - ey!, z! - ez!]
      expect((way[0]! * dx! + way[1]! * dy! + way[2]! * dz!) / Math.hypot(...way)).toBeCloseTo(1, 5)
    }
  })
})

describe('drawGuides', () => {
  it('gives base colour, the normal as the camera sees it and how near things are', async () => {
    const { albedo, normal, nearness } = await drawGuides(shared, camera, pool)
    const middle = 8 * 24 + 12
    expect(albedo[3 * middle]).toBeCloseTo(0.5, 5)
    expect(
      Array.from(normal.subarray(3 * middle, 3 * middle + 3), (value) => Math.round(value * 1e4) / 1e4 + 0),
    ).toEqual([0, 0, -1])
    expect(nearness[middle]).toBeCloseTo(1 / 4, 4)
  })

  it('looks through glass, and is the same for any number of threads', async () => {
    const glass = trianglesScene([...boxTriangles(4, 3, 2.5)], 1)
    const clear = await drawGuides(shareScene(glass, pool.size), camera, pool)
    expect(clear.nearness.every((value) => value === 0)).toBe(true)
    expect(clear.albedo.every((value) => value === 1)).toBe(true)
    const two = createThreadPool(2)
    const again = await drawGuides(shareScene({ ...room, instances }, two.size), camera, two)
    await two.close()
    expect(again).toEqual(await drawGuides(shared, camera, pool))
  })
})
