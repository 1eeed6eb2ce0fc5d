import { describe, expect, it } from 'vitest'
import { createPlainHost } from '../../tools/plain-host.ts'
import { extentAlong, measureSurroundings, snapItem, yawFacing } from './snap-item.ts'
import { snapPoint, straighten } from './snap-point.ts'

function room() {
  const host = createPlainHost()
  host.write({
    type: 'walls-added',
    level: host.level(),
    points: [
      [0, 0],
      [6, 0],
      [6, 5],
      [0, 5],
    ],
    closed: true,
    thickness: 0.2,
  })
  return host
}

const pointOptions = (host: ReturnType<typeof room>) => ({
  scene: host.scene(),
  level: host.level(),
  tolerance: 0.12,
  metresPerPixel: 0.01,
})
const itemOptions = (host: ReturnType<typeof room>) => ({
  scene: host.scene(),
  level: host.level(),
  without: new Set<string>(),
  tolerance: 0.08,
  turnsToWall: true,
})

describe('point snapping', () => {
  it('prefers a corner over everything', () => {
    expect(snapPoint([5.95, 4.93], pointOptions(room()))).toMatchObject({ point: [6, 5], kind: 'endpoint' })
  })

  it('finds the axis of a wall', () => {
    const snap = snapPoint([3, 0.07], pointOptions(room()))
    expect(snap).toMatchObject({ kind: 'wall', point: [expect.closeTo(3), 0] })
  })

  it('keeps a right angle from the last point and stops in line with a corner', () => {
    const snap = snapPoint([5.96, 2.1], { ...pointOptions(room()), from: [2, 2], tolerance: 0.1 })
    expect(snap.point[1]).toBe(2)
    expect(snap.point[0]).toBeCloseTo(6)
  })

  it('rounds free lengths to what a pixel can aim at', () => {
    const host = createPlainHost()
    const near = snapPoint([2.3456, 0.01], { ...pointOptions(host), from: [0, 0] })
    expect(near.point[0]).toBeCloseTo(2.35, 9)
    const far = snapPoint([2.3456, 0.01], { ...pointOptions(host), from: [0, 0], metresPerPixel: 0.05 })
    expect(far.point[0]).toBeCloseTo(2.3, 9)
  })

  it('takes a typed length as square when it is anywhere near', () => {
    expect(straighten([3, 0.8], [0, 0])).toEqual([1, 0])
    expect(straighten([-0.3, 2], [0, 0])).toEqual([0, 1])
    const slanted = straighten([2, 2.1], [0, 0])
    expect(Math.atan2(slanted[1], slanted[0])).toBeCloseTo(Math.PI / 4)
  })
})

describe('item snapping', () => {
  const size = [1.8, 0.6, 2] as const

  it('faces into the room', () => {
    expect(yawFacing([0, -1])).toBeCloseTo(0)
    expect(Math.sin(yawFacing([1, 0]))).toBeCloseTo(1)
  })

  it('slides into a corner and touches both walls', () => {
    const host = room()
    const { pose, guides } = snapItem({ x: 1.1, y: 4.55, z: 0, yaw: 0 }, size, itemOptions(host))
    expect(pose.y + extentAlong(size, pose.yaw, [0, 1])).toBeCloseTo(4.9, 6)
    expect(pose.x - extentAlong(size, pose.yaw, [1, 0])).toBeCloseTo(0.1, 6)
    expect(guides.filter((guide) => guide.kind === 'wall')).toHaveLength(2)
  })

  it('leaves things in the middle of a room where they are', () => {
    const { pose, guides } = snapItem({ x: 3, y: 2.5, z: 0, yaw: 0.3 }, size, itemOptions(room()))
    expect(pose).toEqual({ x: 3, y: 2.5, z: 0, yaw: 0.3 })
    expect(guides).toEqual([])
  })

  it('stands at a slanted wall, turned to it', () => {
    const host = createPlainHost()
    host.write({
      type: 'walls-added',
      level: host.level(),
      points: [
        [0, 0],
        [4, 4],
      ],
      thickness: 0.2,
    })
    const { pose } = snapItem({ x: 2.5, y: 1.8, z: 0, yaw: 0 }, size, itemOptions(host))
    const away = [Math.SQRT1_2, -Math.SQRT1_2] as const
    expect(pose.x * away[0] + pose.y * away[1]).toBeCloseTo(0.1 + 0.3, 6)
    expect(pose.yaw).toBeCloseTo(yawFacing(away))
  })

  it('comes into line with a neighbour', () => {
    const host = room()
    host.write({
      type: 'item-added',
      item: {
        id: 'a',
        level: host.level(),
        category: 'coffee_table',
        pose: { x: 2, y: 2.5, z: 0, yaw: 0 },
        size: [1, 0.6, 0.4],
        support: { on: 'floor' },
      },
    })
    const { pose } = snapItem({ x: 4, y: 2.54, z: 0, yaw: 0 }, [1, 0.6, 0.4], {
      ...itemOptions(host),
      turnsToWall: false,
    })
    expect(pose.y).toBeCloseTo(2.5, 9)
  })

  it('measures the free distances on its four sides', () => {
    const guides = measureSurroundings({ x: 3, y: 2.5, z: 0, yaw: 0 }, [1, 1, 1], itemOptions(room()))
    expect(guides.map((guide) => guide.length!).sort()).toEqual([
      expect.closeTo(1.9),
      expect.closeTo(1.9),
      expect.closeTo(2.4),
      expect.closeTo(2.4),
    ])
  })
})
