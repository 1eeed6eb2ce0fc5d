import { isPointInPolygon, polygonArea } from '@enfilade/geometry'
import { describe, expect, test } from 'vitest'
import {
  axisFrame,
  itemFootprint,
  itemsInRoom,
  itemsOn,
  itemTop,
  openingFrame,
  openingSwing,
  projectOnAxis,
  readScene,
  resolvePose,
  roomAt,
  wallFaces,
  worldPoseToLocal,
} from './index.ts'
import { forAll } from './testing/fuzz.ts'
import { createSpace, item, rectangle } from './testing/random-documents.ts'

function flat() {
  const space = createSpace()
  space.run(rectangle(0, 0, 4, 4))
  space.run(rectangle(4, 0, 4, 4))
  space.run(rectangle(5.5, 1.5, 1, 1))
  space.run(item('table', { x: 2, y: 2, yaw: Math.PI / 2 }))
  space.run(item('cup', { x: 2, y: 2.2, z: 0.75 }, { support: { on: 'item', id: 'table' } }))
  return { space, scene: readScene(space.document) }
}

describe('queries', () => {
  test('the room at a point, on its level, not in its holes', () => {
    const { scene } = flat()
    const left = roomAt(scene, 'level-0', [1, 1])!
    const right = roomAt(scene, 'level-0', [4.5, 1])!
    expect(left.id).not.toBe(right.id)
    expect(right.holes).toHaveLength(1)
    expect(roomAt(scene, 'level-0', [6, 2])!.id).not.toBe(right.id)
    expect(roomAt(scene, 'level-0', [4, 1])).toBeUndefined()
    expect(roomAt(scene, 'attic', [1, 1])).toBeUndefined()
    expect(itemsInRoom(scene, left).map(({ id }) => id)).toEqual(['cup', 'table'])
    expect(itemsInRoom(scene, right)).toEqual([])
  })

  test('footprint, top and what stands on an item', () => {
    const { scene } = flat()
    const table = scene.items.find(({ id }) => id === 'table')!
    expect(itemTop(table)).toBe(0.75)
    expect(polygonArea(itemFootprint(table))).toBeCloseTo(0.6, 12)
    expect(isPointInPolygon([2, 2.45], itemFootprint(table))).toBe(true)
    expect(isPointInPolygon([2.45, 2], itemFootprint(table))).toBe(false)
    expect(itemsOn(scene, 'table').map(({ id }) => id)).toEqual(['cup'])
  })

  test('a leaf sweeps a quarter disc beside its hinge, on the side that it swings to', () => {
    for (const hinge of ['a', 'b'] as const) {
      for (const side of ['left', 'right'] as const) {
        const { space } = flat()
        const wall = readScene(space.document).walls.find(
          ({ start, end }) => start[1] === 0 && end[1] === 0 && Math.max(start[0], end[0]) === 4,
        )!
        space.run({
          type: 'opening-added',
          id: 'door',
          wall: wall.id,
          opening: 'door',
          along: 2,
          width: 1,
          swing: { type: 'hinged', hinge, side },
        })
        const scene = readScene(space.document)
        const door = scene.openings[0]!
        const frame = openingFrame(door, wall)
        const swing = openingSwing(scene, door)!
        expect(swing.radius).toBe(1)
        expect(polygonArea(swing.polygon)).toBeCloseTo(Math.PI / 4, 2)
        expect(polygonArea(frame.outline)).toBeCloseTo(0.12, 12)
        const jamb = frame.jambs[hinge === 'a' ? 0 : 1]
        expect(Math.hypot(swing.hinge[0] - jamb[0], swing.hinge[1] - jamb[1])).toBeCloseTo(0.06, 12)
        const sign = side === 'left' ? 1 : -1
        const inside = [
          frame.center[0] + frame.normal[0] * sign * 0.4,
          frame.center[1] + frame.normal[1] * sign * 0.4,
        ] as const
        expect(isPointInPolygon(inside, swing.polygon)).toBe(true)
      }
    }
  })

  test('faces of a wall are half a thickness beside its axis', () => {
    const { scene } = flat()
    const wall = scene.walls.find(({ start, end }) => start[0] === 0 && end[0] === 0)!
    const { left, right } = wallFaces(wall)
    expect(new Set([left[0][0], left[1][0]]).size).toBe(1)
    expect(Math.abs(left[0][0] - right[0][0])).toBeCloseTo(0.12, 12)
  })

  test('world and local poses are each other’s way back, on walls straight and curved', () => {
    forAll((random) => {
      const { space } = flat()
      const wall = readScene(space.document).walls[random.int(4)]!
      if (random() < 0.7) space.run({ type: 'wall-changed', id: wall.id, bulge: random.between(-2, 2) })
      const scene = readScene(space.document)
      const world = { x: random.between(-2, 9), y: random.between(-2, 6), z: random(), yaw: random.between(-3, 3) }
      for (const support of [
        { on: 'floor' },
        { on: 'ceiling' },
        { on: 'wall', id: wall.id },
        { on: 'item', id: 'table' },
      ] as const) {
        const local = worldPoseToLocal(scene, 'level-0', support, undefined, world)!
        const back = resolvePose(scene, 'level-0', support, undefined, local)!
        expect([back.x, back.y, back.z]).toEqual([world.x, world.y, world.z].map((value) => expect.closeTo(value, 6)))
        expect(Math.cos(back.yaw - world.yaw)).toBeCloseTo(1, 9)
      }
      expect(worldPoseToLocal(scene, 'level-0', { on: 'item', id: 'nobody' }, undefined, world)).toBeUndefined()
    })
  })

  test('a place along an axis projects back to itself', () => {
    forAll((random) => {
      const axis = { start: [0, 0], end: [3, 1], bulge: random.between(-2, 2) } as const
      const along = random.between(0, 3)
      const { point, direction } = axisFrame(axis, along)
      expect(projectOnAxis(axis, point).along).toBeCloseTo(along, 7)
      expect(Math.hypot(...direction)).toBeCloseTo(1, 12)
    })
  })
})
