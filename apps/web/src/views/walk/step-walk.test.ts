import { createRandom } from '@enfilade/geometry'
import { describe, expect, it } from 'vitest'
import { createPlainHost } from '../../tools/plain-host.ts'
import { bodyRadius, stepWalk, type Walker } from './step-walk.ts'
import { createWalkMode } from './walk-mode.ts'
import { createWalkWorld, findStart } from './walk-world.ts'

function flat() {
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
        [4, 0],
        [4, 4],
      ],
      thickness: 0.1,
    },
  )
  const middle = host.scene().walls.find((wall) => wall.start[0] === 4 && wall.end[0] === 4)!
  host.write({ type: 'opening-added', id: 'door', wall: middle.id, opening: 'door', along: 2, width: 0.9 })
  return { host, level, world: () => createWalkWorld(host.scene(), level) }
}

const at = (x: number, y: number): Walker => ({ x, y, yaw: 0, pitch: 0 })

describe('walking', () => {
  it('stops at a wall, a body’s width before it', () => {
    const { world } = flat()
    const walker = at(2, 1)
    for (let i = 0; i < 200; i++) stepWalk(walker, -0.05, 0, world())
    expect(walker.x).toBeCloseTo(0.1 + bodyRadius, 6)
  })

  it('slides along a wall it walks into at an angle', () => {
    const { world } = flat()
    const walker = at(1, 1)
    const solids = world()
    for (let i = 0; i < 40; i++) stepWalk(walker, -0.05, 0.03, solids)
    expect(walker.x).toBeCloseTo(0.1 + bodyRadius, 3)
    expect(walker.y).toBeGreaterThan(2)
  })

  it('goes through a door but not through the wall beside it', () => {
    const { world } = flat()
    const solids = world()
    const through = at(2, 2)
    for (let i = 0; i < 80; i++) stepWalk(through, 0.05, 0, solids)
    expect(through.x).toBeGreaterThan(5)
    const beside = at(2, 0.7)
    for (let i = 0; i < 80; i++) stepWalk(beside, 0.05, 0, solids)
    expect(beside.x).toBeLessThan(4)
  })

  it('does not jump over a thin wall with a long step', () => {
    const { world } = flat()
    const walker = at(3, 1)
    stepWalk(walker, 3, 0, world())
    expect(walker.x).toBeLessThan(4)
  })

  it('is stopped by furniture, and walks over rugs and under lamps', () => {
    const { host, level, world } = flat()
    const put = (id: string, category: string, y: number, size: [number, number, number], z = 0) =>
      host.write({
        type: 'item-added',
        item: {
          id,
          level,
          category,
          pose: { x: 2, y, z, yaw: 0 },
          size,
          support: z > 0 ? { on: 'ceiling' } : { on: 'floor' },
        },
      })
    put('table', 'dining_table', 1, [1, 0.8, 0.75])
    put('rug', 'rug', 2, [1, 0.8, 0.01])
    put('shelf', 'wall_shelf', 3, [1, 0.8, 0.3], 2.2)
    const walk = (y: number) => {
      const walker = at(0.6, y)
      for (let i = 0; i < 50; i++) stepWalk(walker, 0.05, 0, world())
      return walker.x
    }
    expect(walk(1)).toBeCloseTo(1.5 - bodyRadius, 3)
    expect(walk(2)).toBeGreaterThan(2.8)
    expect(walk(3)).toBeGreaterThan(2.8)
  })

  it('never ends up inside anything, wherever it walks', () => {
    const seed = 11
    const random = createRandom(seed)
    const { world } = flat()
    const solids = world()
    const walker = at(2, 2)
    for (let i = 0; i < 2000; i++) {
      stepWalk(walker, (random() - 0.5) * 0.6, (random() - 0.5) * 0.6, solids)
      const clear = walker.x > 0.1 + bodyRadius - 0.02 && walker.x < 7.9 - bodyRadius + 0.02
      expect(clear && walker.y > 0.1 + bodyRadius - 0.02 && walker.y < 3.9 - bodyRadius + 0.02, `seed ${seed}`).toBe(
        true,
      )
    }
  })

  it('starts inside a room', () => {
    const { host, level } = flat()
    const [x, y] = findStart(host.scene(), level, [50, 50])
    expect(x).toBeGreaterThan(0)
    expect(x).toBeLessThan(8)
    expect(y).toBeGreaterThan(0)
    expect(findStart(host.scene(), level, [2, 2])).toEqual([2, 2])
  })

  it('opens doors before whoever comes near, shuts them behind, and rests when nothing moves', () => {
    const { host, level } = flat()
    const amounts = new Map<string, number | undefined>()
    const walk = createWalkMode({ requestFrame: () => {}, setDoor: (id, amount) => amounts.set(id, amount) })
    walk.start(host.scene(), level, [2, 2], 0)
    expect(walk.advance(1000)).toBe(false)
    walk.key('KeyW', true)
    let time = 1000
    const pass = (frames: number) => {
      for (let i = 0; i < frames; i++) {
        time += 16
        walk.advance(time)
      }
    }
    pass(60)
    expect(amounts.get('door')).toBeGreaterThan(0)
    pass(100)
    expect(walk.walker.x).toBeGreaterThan(4.5)
    walk.key('KeyW', false)
    walk.key('KeyS', false)
    pass(200)
    expect(walk.advance(time + 16)).toBe(false)
  })
})
