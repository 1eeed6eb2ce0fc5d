import { describe, expect, it } from 'vitest'
import { createPlainHost } from '../../tools/plain-host.ts'
import { chosenDimensions, outerDimensions, readableAngle } from './dimensions.ts'
import { findLabelAnchor } from './label-anchor.ts'
import { placeLabels } from './label-layout.ts'
import { createCamera, fitCamera, panCamera, toPlan, toScreen, zoomCamera } from './plan-camera.ts'

function twoRooms() {
  const host = createPlainHost()
  const level = host.level()
  host.write(
    {
      type: 'walls-added',
      level,
      points: [
        [0, 0],
        [8, 0],
        [8, 4],
        [0, 4],
      ],
      closed: true,
      thickness: 0.2,
    },
    {
      type: 'walls-added',
      level,
      points: [
        [5, 0],
        [5, 4],
      ],
      thickness: 0.1,
    },
  )
  return { host, level }
}

describe('plan camera', () => {
  it('keeps the point under the pointer while zooming', () => {
    const camera = createCamera()
    const before = toPlan(camera, 200, 140)
    for (const factor of [1.3, 0.4, 7, 0.1]) zoomCamera(camera, factor, 200, 140)
    const after = toPlan(camera, 200, 140)
    expect(after[0]).toBeCloseTo(before[0], 9)
    expect(after[1]).toBeCloseTo(before[1], 9)
  })

  it('moves the plan by as many pixels as the pointer', () => {
    const camera = createCamera()
    const screen = toScreen(camera, [1, 1])
    panCamera(camera, 30, -12)
    const moved = toScreen(camera, [1, 1])
    expect(moved[0] - screen[0]).toBeCloseTo(30)
    expect(moved[1] - screen[1]).toBeCloseTo(-12)
  })

  it('fits bounds with room around', () => {
    const camera = createCamera()
    fitCamera(camera, { minX: 0, minY: 0, maxX: 10, maxY: 5 }, 50)
    const low = toScreen(camera, [0, 0])
    const high = toScreen(camera, [10, 5])
    expect(low[0]).toBeGreaterThanOrEqual(49.9)
    expect(high[0]).toBeLessThanOrEqual(camera.width - 49.9)
    expect(low[1]).toBeLessThanOrEqual(camera.height - 49.9)
  })
})

describe('dimensions', () => {
  it('run outside, once for every outer wall, with its axis length', () => {
    const { host, level } = twoRooms()
    const dimensions = outerDimensions(host.scene(), level)
    expect(dimensions.map((dimension) => dimension.length).sort()).toEqual(
      [3, 3, 4, 4, 5, 5].map((n) => expect.closeTo(n)),
    )
    for (const { from, side } of dimensions) {
      const out = [from[0] + side[0], from[1] + side[1]] as const
      expect(out[0] < 0 || out[0] > 8 || out[1] < 0 || out[1] > 4).toBe(true)
    }
  })

  it('show the clear lengths of a chosen room', () => {
    const { host } = twoRooms()
    const room = [...host.scene().rooms].sort((a, b) => b.area - a.area)[0]!
    const lengths = chosenDimensions(host.scene(), [room.id]).map((dimension) => dimension.length)
    expect(lengths.sort()).toEqual([3.8, 3.8, 4.85, 4.85].map((n) => expect.closeTo(n)))
  })

  it('are never written upside down', () => {
    for (let angle = 0; angle < 2 * Math.PI; angle += 0.1) {
      const readable = readableAngle([0, 0], [Math.cos(angle), Math.sin(angle)])
      expect(Math.abs(readable)).toBeLessThanOrEqual(90.1)
    }
  })
})

describe('room labels', () => {
  const label = (id: string, x: number, clearPx: number, weight = 1) => ({
    id,
    at: [x, 0] as const,
    clearPx,
    name: 'Bedroom',
    area: '12 m²',
    weight,
  })

  it('lose the area, then the name, in smaller rooms', () => {
    expect(placeLabels([label('a', 0, 60)], 50).get('a')).toMatchObject({ showName: true, showArea: true })
    expect(placeLabels([label('a', 0, 17)], 50).get('a')).toMatchObject({ showName: false, showArea: true })
    expect(placeLabels([label('a', 0, 5)], 50).has('a')).toBe(false)
  })

  it('do not meet: the larger room keeps its label', () => {
    const placed = placeLabels([label('small', 0, 60, 4), label('large', 0.5, 60, 20)], 50)
    expect([...placed.keys()]).toEqual(['large'])
  })

  it('keep off the furniture where there is free floor', () => {
    const { host, level } = twoRooms()
    host.write({
      type: 'item-added',
      item: {
        id: 'table',
        level,
        category: 'dining_table',
        pose: { x: 2.5, y: 2, z: 0, yaw: 0 },
        size: [1.6, 0.9, 0.75],
        support: { on: 'floor' },
      },
    })
    const scene = host.scene()
    const room = [...scene.rooms].sort((a, b) => b.area - a.area)[0]!
    const { at, clear } = findLabelAnchor(room, scene.items)
    expect(Math.abs(at[0] - 2.5) > 0.8 || Math.abs(at[1] - 2) > 0.45).toBe(true)
    expect(clear).toBeGreaterThan(0.2)
  })
})
