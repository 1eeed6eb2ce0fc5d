import { createEmptyDocument, readScene } from '@enfilade/scene'
import { describe, expect, it } from 'vitest'
import type { RoomContext } from '../room-context.ts'
import { createHomeMemo } from '../rule.ts'
import { checkSight, checkToiletWay } from './sight.ts'
import { findingOf, type RoomOptions, roomWith, type Thing } from './test-room.ts'

const tv = (x: number): Thing => ['tv_wall', x, 0.05, Math.PI, [1.2, 0.06, 0.7], { z: 1, on: 'wall' }]
const sofa: Thing = ['sofa', 4.5, 4, 0, [2, 0.9, 0.8]]
const screen = (height: number): Thing => ['bookcase', 2.8, 2.1, Math.PI / 4, [1.6, 0.3, height]]
const bed: Thing = ['double_bed', 3, 3.9, 0, [1.6, 2, 1]]
const mirror = (yaw: number): Thing => ['mirror', 3, 0.9, yaw, [0.5, 0.05, 1.2], { z: 0.4, on: 'wall' }]
const toilet = (x: number): Thing => ['toilet', x, 4, 0, [0.4, 0.7, 0.75]]

const cases: readonly (readonly [rule: string, breaks: Thing[], passes: Thing[], a?: RoomOptions])[] = [
  ['tv-glare', [tv(0.85)], [tv(0.6)], { size: [6, 4] }],
  ['seat-to-door-view', [sofa, screen(1.3)], [sofa, screen(1.15)]],
  ['mirror-at-bed', [bed, mirror(Math.PI - 0.7)], [bed, mirror(Math.PI - 0.9)]],
]

describe('checkSight', () => {
  for (const [rule, breaks, passes, options = {}] of cases)
    it(rule, () => {
      const settings = { pack: 'age-friendly' } as const
      expect(findingOf(checkSight, rule, roomWith(breaks, options), settings)).toBeDefined()
      expect(findingOf(checkSight, rule, roomWith(passes, options), settings)).toBeUndefined()
    })
})

describe('checkToiletWay', () => {
  const of = (rooms: RoomContext[], rule: string) =>
    checkToiletWay(
      { scene: readScene(createEmptyDocument()), rooms, shapes: [], homeless: [], memo: createHomeMemo() },
      { pack: 'age-friendly' },
    ).find((finding) => finding.rule === rule)

  it('measures the way from the bed', () => {
    expect(of([roomWith([bed, toilet(11.1)])], 'bed-to-toilet')).toBeDefined()
    expect(of([roomWith([bed, toilet(10.9)])], 'bed-to-toilet')).toBeUndefined()
  })

  it('looks from the pillow to the bathroom door', () => {
    // Both rooms have a door of the same name: it leads from one into the other.
    const bath = roomWith([toilet(3)])
    expect(of([roomWith([bed, screen(2)]), bath], 'toilet-sight')).toBeUndefined()
    expect(of([roomWith([bed, ['wardrobe', 1.8, 2.3, 0, [2, 0.6, 2.2]]]), bath], 'toilet-sight')).toBeDefined()
  })
})
