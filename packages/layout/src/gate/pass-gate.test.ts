import { readScene } from '@enfilade/scene'
import { expect, test } from 'vitest'
import { createRoomDocument } from '../../bench/rooms.ts'
import { createBriefObject } from '../brief.ts'
import type { Placed } from '../placed.ts'
import { createSite } from '../site.ts'
import { passGate } from './pass-gate.ts'

/** 4 × 3 m on the walls' axes; a door in the middle of the south wall that opens inward. */
const site = () => {
  const points = [
    [0, 0],
    [4, 0],
    [4, 3],
    [0, 3],
  ] as const
  const scene = readScene(createRoomDocument(points, [{ wall: 0, kind: 'door', at: 2, width: 0.9 }]))
  return createSite(scene, scene.rooms[0]!, new Set(), 0.6)
}

const thing = (id: string, category: string, size: Placed['size'], x: number, y: number, more: Partial<Placed> = {}) =>
  ({ id, category, size, pose: { x, y, z: 0, yaw: 0 }, support: { on: 'floor' }, unit: 0, ...more }) as Placed

const asked = createBriefObject('wardrobe', { words: 'a wardrobe' })

test('what stands free of everything stays as it is', () => {
  const placed = [thing('a', 'wardrobe', [1.2, 0.6, 2.1], 0.8, 2.6), thing('b', 'plant', [0.4, 0.4, 1], 3.6, 2.6)]
  expect(passGate(site(), placed)).toEqual({ kept: placed, dropped: [] })
})

test('a thing that stands a little in another one is moved aside, the lesser one', () => {
  const placed = [thing('a', 'plant', [0.4, 0.4, 1], 1.55, 2.6), thing('b', 'wardrobe', [1.2, 0.6, 2.1], 0.8, 2.6)]
  const { kept } = passGate(site(), placed)
  expect(kept.map(({ id }) => id)).toEqual(['a', 'b'])
  expect(kept[1]).toBe(placed[1])
  expect(kept[0]!.pose.x).toBeGreaterThan(1.55)
})

test('of two that cannot both stay the one that was asked for does, with what stands on it', () => {
  const own = thing('own', 'wardrobe', [1.6, 0.6, 2.1], 1, 2.6)
  const named = thing('named', 'wardrobe', [1, 0.6, 2.1], 1, 2.6, { object: asked })
  const box = (id: string, on: string) =>
    thing(id, 'vase', [0.15, 0.15, 0.3], 1, 2.6, {
      support: { on: 'item', id: on },
      pose: { x: 1, y: 2.6, z: 2.1, yaw: 0 },
    })
  const { kept, dropped } = passGate(site(), [own, box('on own', 'own'), named, box('on named', 'named')])
  expect(kept.map(({ id }) => id)).toEqual(['named', 'on named'])
  expect(dropped.map(({ id }) => id)).toEqual(['own', 'on own'])
})

test.each([
  ['in the sweep of a leaf', thing('x', 'coat_rack', [0.4, 0.4, 1.8], 2, 0.6)],
  [
    'before a door, hung at head height',
    thing('x', 'mirror', [0.6, 0.04, 0.8], 2, 0.09, { pose: { x: 2, y: 0.09, z: 1, yaw: Math.PI } }),
  ],
  ['out through the wall', thing('x', 'wardrobe', [1.2, 0.6, 2.1], 3.9, 2.6)],
])('a thing %s goes', (_, placed) => {
  expect(passGate(site(), [placed]).dropped).toEqual([placed])
})

test('a chair is let under its table, by what both really fill', () => {
  const table = thing('table', 'dining_table', [1.4, 0.9, 0.75], 1.2, 2.2)
  const chair = thing('chair', 'stool', [0.36, 0.36, 0.45], 1.2, 2.1)
  expect(passGate(site(), [table, chair]).dropped).toEqual([])
})
