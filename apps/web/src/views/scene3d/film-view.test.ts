import { PerspectiveCamera, Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import { placeFilmed } from './film-view.ts'

/** At (1, 2, 1.5), looks along +y. */
const pose = [1, 0, 0, 1, 0, 0, 1, 2, 0, -1, 0, 1.5, 0, 0, 0, 1]

describe('a film’s frame in the 3D view', () => {
  it('is seen from the film’s own place, upright', () => {
    const camera = new PerspectiveCamera(36, 16 / 9)
    placeFilmed(camera, { pose, fov: 1, aspect: 16 / 9, states: [] })
    expect(
      camera
        .getWorldDirection(new Vector3())
        .toArray()
        .map((x) => Math.round(x * 1e6) / 1e6 + 0),
    ).toEqual([0, 1, 0])
    expect(camera.position.toArray()).toEqual([1, 2, 1.5])
    const above = new Vector3(1, 4, 2).project(camera)
    expect([Math.abs(above.x) < 1e-6, above.y > 0]).toEqual([true, true])
  })

  it('fits into wider and narrower views alike', () => {
    const corner = new Vector3(1 + Math.tan(0.5) * (16 / 9), 3, 1.5 + Math.tan(0.5))
    for (const aspect of [0.6, 16 / 9, 3]) {
      const camera = new PerspectiveCamera(36, aspect)
      placeFilmed(camera, { pose, fov: 1, aspect: 16 / 9, states: [] })
      const { x, y } = corner.clone().project(camera)
      expect(Math.max(x, y)).toBeCloseTo(1, 6)
    }
  })
})
