import { describe, expect, it } from 'vitest'
import type { RulePack } from '../finding.ts'
import { checkRoomShape } from './room-shape.ts'
import { findingOf, type RoomOptions, roomWith } from './test-room.ts'

const cases: readonly (readonly [rule: string, breaks: RoomOptions, passes: RoomOptions, pack?: RulePack])[] = [
  ['room-width', { type: 'bedroom', size: [5, 2.05] }, { type: 'bedroom', size: [5, 2.1] }],
  ['room-width', { type: 'living_room', size: [5, 3.2] }, { type: 'living_room', size: [5, 3.3] }, 'wheelchair'],
  ['room-width', { type: 'balcony', size: [4, 1.15] }, { type: 'balcony', size: [4, 1.2] }, 'age-friendly'],
  ['room-width', { type: 'hallway', size: [4, 0.95] }, { type: 'hallway', size: [4, 1] }],
  ['room-height', { height: 2.35 }, { height: 2.4 }],
  ['door-opening', { type: 'bedroom', doorWidth: 0.85 }, { type: 'bedroom', doorWidth: 0.9 }],
  ['door-opening', { type: 'bathroom', doorWidth: 0.65 }, { type: 'bathroom', doorWidth: 0.7 }],
  ['window-guard', { sill: 0.85 }, { sill: 0.9 }, 'child'],
]

describe('checkRoomShape', () => {
  for (const [rule, breaks, passes, pack = 'general'] of cases)
    it(`${rule} (${pack}, ${breaks.type ?? 'living_room'})`, () => {
      expect(findingOf(checkRoomShape, rule, roomWith([], breaks), { pack })).toBeDefined()
      expect(findingOf(checkRoomShape, rule, roomWith([], passes), { pack })).toBeUndefined()
    })
})
