import { describe, expect, test } from 'vitest'
import { type Operation, openingSwing, readScene, type Scene } from '../index.ts'
import { expectValidScene } from '../testing/expect-valid-scene.ts'
import { forAll } from '../testing/fuzz.ts'
import { createSpace, item, rectangle } from '../testing/random-documents.ts'

/** Where everything in and on walls physically is. */
function places(scene: Scene) {
  return {
    openings: scene.openings.map((opening) => ({
      id: opening.id,
      center: opening.center.map((value) => value.toFixed(7)),
      swing: openingSwing(scene, opening)?.hinge.map((value) => value.toFixed(7)),
      disc: openingSwing(scene, opening)
        ?.polygon.map((point) => point.map((value) => (value + 0).toFixed(6)).join())
        .sort(),
    })),
    items: scene.items.map(({ id, worldPose }) => ({
      id,
      x: worldPose.x.toFixed(7),
      y: worldPose.y.toFixed(7),
      z: worldPose.z.toFixed(7),
      front: [Math.sin(worldPose.yaw).toFixed(7), Math.cos(worldPose.yaw).toFixed(7)].map((v) =>
        v.replace('-0.0000000', '0.0000000'),
      ),
    })),
  }
}

function plan() {
  const space = createSpace()
  space.run(rectangle(0, 0, 6, 4))
  const bottom = readScene(space.document).walls.find(({ start, end }) => start[1] === 0 && end[1] === 0)!
  return { space, wall: bottom.id }
}

describe('openings and hung items stay in place', () => {
  test('when their wall is flipped, straight or curved', () => {
    forAll((random) => {
      const { space, wall } = plan()
      if (random() < 0.5) space.run({ type: 'wall-changed', id: wall, bulge: random.between(-0.8, 0.8) })
      const swing = {
        type: 'hinged',
        hinge: random.pick(['a', 'b'] as const),
        side: random.pick(['left', 'right'] as const),
      } as const
      space.run({ type: 'opening-added', id: 'door', wall, opening: 'door', along: random.between(1, 2), swing })
      space.run({ type: 'opening-added', id: 'window', wall, opening: 'window', along: random.between(3.5, 5) })
      space.run(
        item(
          'shelf',
          { x: random.between(1, 5), y: 0.2, z: 1.4, yaw: random.between(-3, 3) },
          { support: { on: 'wall', id: wall } },
        ),
      )
      space.run({ type: 'wall-changed', id: wall, finishes: { left: { color: '#111111' } } })
      const before = readScene(space.document)
      space.run({ type: 'wall-flipped', id: wall })
      const after = readScene(space.document)
      expect(places(after)).toEqual(places(before))
      const flipped = after.walls.find(({ id }) => id === wall)!
      expect(flipped.finishes).toEqual({ right: { color: '#111111' } })
      expect(flipped.start).toEqual(before.walls.find(({ id }) => id === wall)!.end)
    })
  })

  test('when their wall is split, straight or curved, also across a locked neighbour', () => {
    forAll((random) => {
      const { space, wall } = plan()
      if (random() < 0.5) space.run({ type: 'wall-changed', id: wall, bulge: random.between(-0.8, 0.8) })
      space.run({ type: 'opening-added', id: 'door', wall, opening: 'door', along: 1 })
      space.run({ type: 'opening-added', id: 'window', wall, opening: 'window', along: 4.6 })
      space.run(item('shelf', { x: random.between(1, 5), y: 0.2, z: 1.4 }, { support: { on: 'wall', id: wall } }))
      const before = readScene(space.document)
      space.run({ type: 'wall-split', id: wall, along: random.between(1.6, 3.9) })
      const after = readScene(space.document)
      expectValidScene(after)
      expect(after.walls).toHaveLength(5)
      expect(places(after)).toEqual(places(before))
      expect(after.openings.map(({ wall: host }) => host === wall)).toEqual([true, false])
      expect(after.rooms[0]!.area).toBeCloseTo(before.rooms[0]!.area, 1)
    })
  })

  test('when a wall drawn onto theirs splits it', () => {
    const { space, wall } = plan()
    space.run({ type: 'opening-added', id: 'door', wall, opening: 'door', along: 1 })
    space.run({ type: 'opening-added', id: 'window', wall, opening: 'window', along: 4.6 })
    const before = places(readScene(space.document))
    space.run({
      type: 'walls-added',
      level: 'level-0',
      points: [
        [3, 0],
        [3, 4],
      ],
    })
    const scene = readScene(space.document)
    expect(places(scene)).toEqual(before)
    expect(scene.rooms).toHaveLength(2)
    expect(scene.rooms.every(({ openings }) => openings.length === 1)).toBe(true)
  })

  test('an opening across the split goes wholly into the half that holds its centre', () => {
    const { space, wall } = plan()
    space.run({ type: 'opening-added', id: 'door', wall, opening: 'door', along: 3.1, width: 1 })
    space.run({ type: 'wall-split', id: wall, along: 3 })
    const [door] = readScene(space.document).openings
    expect(door!.wall).not.toBe(wall)
    expect(door!.along).toBeCloseTo(0.5, 12)
  })

  test('relative to their wall when it moves, and in the walls that it stretches', () => {
    const { space, wall } = plan()
    const left = readScene(space.document).walls.find(({ start, end }) => start[0] === 0 && end[0] === 0)!
    space.run({ type: 'opening-added', id: 'door', wall, opening: 'door', along: 1 })
    space.run({
      type: 'opening-added',
      id: 'window',
      wall: left.id,
      opening: 'window',
      along: left.start[1] === 4 ? 1 : 3,
    })
    const before = readScene(space.document)
    space.run({ type: 'wall-moved', id: wall, by: [0, -1] })
    const after = readScene(space.document)
    const center = (scene: Scene, id: string) => scene.openings.find((opening) => opening.id === id)!.center
    expect(center(after, 'door')[1]).toBeCloseTo(center(before, 'door')[1] - 1, 12)
    expect(center(after, 'window')).toEqual(center(before, 'window').map((value) => expect.closeTo(value, 9)))
  })

  test('at their distance from the nearer end when a corner moves, and always within the wall', () => {
    const { space, wall } = plan()
    const bottom = readScene(space.document).walls.find(({ id }) => id === wall)!
    space.run({ type: 'opening-added', id: 'near-a', wall, opening: 'door', along: 1 })
    space.run({ type: 'opening-added', id: 'near-b', wall, opening: 'door', along: 5 })
    const to = [bottom.end[0] + (bottom.end[0] - bottom.start[0]) / 6, 0] as const
    space.run({ type: 'corner-moved', id: bottom.b, to })
    const along = () => readScene(space.document).openings.map((opening) => Number(opening.along.toFixed(9)))
    expect(along()).toEqual([1, 6])
    space.run({ type: 'wall-resized', id: wall, length: 1.2 })
    expect(readScene(space.document).walls.find(({ id }) => id === wall)!.length).toBeCloseTo(1.2, 12)
    expectValidScene(readScene(space.document))
  })
})

describe('what does not fit', () => {
  const refused = (operation: Operation, code: string) => {
    const { space, wall } = plan()
    space.run({ type: 'opening-added', id: 'door', wall, opening: 'door', along: 1 })
    const result = space.attempt('wall' in operation ? ({ ...operation, wall } as Operation) : operation)
    expect(result).toMatchObject({ ok: false, code })
    return result
  }

  test('is refused with its measures', () => {
    refused({ type: 'opening-added', id: 'x', wall: '', opening: 'window', along: 1, width: 7 }, 'does-not-fit')
    refused(
      { type: 'opening-added', id: 'x', wall: '', opening: 'window', along: 1, sill: 2, height: 1 },
      'does-not-fit',
    )
    refused({ type: 'opening-added', id: 'x', wall: '', opening: 'window', along: 1.5 }, 'overlap')
    refused({ type: 'opening-added', id: 'door', wall: '', opening: 'window', along: 4 }, 'exists')
    refused({ type: 'opening-changed', id: 'door', width: Number.NaN }, 'not-a-number')
    refused({ type: 'opening-changed', id: 'window', width: 1 }, 'missing')
  })

  test('is still shown when it is in the document: clamped, or hidden where the wall is too short', () => {
    const { space, wall } = plan()
    const raw = {
      kind: 'opening',
      wall,
      type: 'window',
      along: 9,
      sill: 2.7,
      width: 50,
      height: 9,
      swing: { type: 'none' },
    }
    const wide = readScene(new Map([...space.document, ['o', raw]])).openings[0]!
    expect([wide.along, wide.width, wide.height]).toEqual([3, 6, expect.closeTo(0.1, 9)])
    space.run({
      type: 'walls-added',
      level: 'level-0',
      points: [
        [10, 0],
        [10.1, 0],
      ],
    })
    const short = readScene(space.document).walls.find(({ start }) => start[0] >= 10)!
    const scene = readScene(new Map([...space.document, ['o', { ...raw, wall: short.id }]]))
    expect(scene.openings).toEqual([])
    expect(scene.issues).toEqual([{ id: 'o', reason: `wall ${short.id} is too short for an opening` }])
  })
})
