import { PerspectiveCamera, Vector3 } from 'three'
import { describe, expect, it } from 'vitest'
import {
  applyOrbit,
  createOrbit,
  fitOrbit,
  headingOf,
  orbitFrom,
  panOrbit,
  turnOrbit,
  zoomOrbit,
} from './orbit-camera.ts'

function cameraOf(orbit: ReturnType<typeof createOrbit>, aspect = 1.5) {
  const camera = new PerspectiveCamera(36, aspect, 0.1, 500)
  camera.up.set(0, 0, 1)
  applyOrbit(orbit, camera)
  return camera
}

describe('orbit camera', () => {
  it('fits a box whole, from any side and in any shape of view', () => {
    for (const aspect of [0.5, 1, 2]) {
      for (const azimuth of [0, 1, 2.5, -2]) {
        const orbit = { ...createOrbit(), azimuth }
        fitOrbit(orbit, { minX: -2, minY: 1, maxX: 10, maxY: 8 }, 2.8, 36, aspect)
        const camera = cameraOf(orbit, aspect)
        for (const x of [-2, 10]) {
          for (const y of [1, 8]) {
            for (const z of [0, 2.8]) {
              const seen = new Vector3(x, y, z).project(camera)
              expect(Math.max(Math.abs(seen.x), Math.abs(seen.y))).toBeLessThanOrEqual(1)
            }
          }
        }
      }
    }
  })

  it('keeps a floor point under the pointer while zooming', () => {
    const orbit = { ...createOrbit(), targetZ: 0 }
    const point = new Vector3(3.4, 1.2, 0)
    const before = point.clone().project(cameraOf(orbit))
    zoomOrbit(orbit, 1.7, point.x, point.y)
    const after = point.clone().project(cameraOf(orbit))
    expect(after.x).toBeCloseTo(before.x, 6)
    expect(after.y).toBeCloseTo(before.y, 6)
  })

  it('drags the picture to the right with a drag to the right', () => {
    const orbit = createOrbit()
    const point = new Vector3(orbit.targetX, orbit.targetY, orbit.targetZ)
    panOrbit(orbit, 50, 0, 0.01)
    expect(point.clone().project(cameraOf(orbit)).x).toBeGreaterThan(0)
  })

  it('never goes under the floor or over the top', () => {
    const orbit = createOrbit()
    turnOrbit(orbit, 0, -1e6)
    expect(orbit.elevation).toBeGreaterThan(0)
    turnOrbit(orbit, 0, 1e6)
    expect(orbit.elevation).toBeLessThan(Math.PI / 2)
  })

  it('says which way is up in the picture', () => {
    const orbit = { ...createOrbit(), azimuth: -Math.PI / 2 }
    expect(headingOf(orbit)).toBeCloseTo(0)
  })

  it('takes over somebody else’s eye', () => {
    const orbit = createOrbit()
    orbitFrom(orbit, [4, -3, 5], [1, 1, 1])
    const camera = cameraOf(orbit)
    expect(camera.position.toArray()).toEqual([4, -3, 5].map((n) => expect.closeTo(n, 6)))
  })
})
