import { describe, expect, it } from 'vitest'
import type { RulePack } from '../finding.ts'
import { checkBathroom } from './bathroom.ts'
import { findingOf, roomWith, type Thing } from './test-room.ts'

const toilet = (seat = 0.45): Thing => ['wall_toilet', 3, 4.7, 0, [0.37, 0.55, seat]]
const shower = (side: number): Thing => ['shower', 1, 4.4, 0, [side, 1, 2]]
const bar = (x: number, z = 0.68): Thing => ['grab_bar', x, 4.7, Math.PI / 2, [0.7, 0.08, 0.04], { z, on: 'wall' }]
const cord = (x: number, z: number): Thing => ['emergency_cord', x, 4.95, 0, [0.05, 0.03, 1.6], { z, on: 'wall' }]
const bath: Thing = ['bathtub', 3, 4.6, 0, [1.7, 0.75, 0.6]]
const basin = (top: number): Thing => ['basin', 3, 4.75, 0, [0.6, 0.5, 0.2], { z: top - 0.2, on: 'wall' }]
const seat = (x: number, height = 0.45): Thing => ['shower_seat', x, 4.4, 0, [0.4, 0.4, height]]
const block = (y: number): Thing => ['cabinet', 3, y, 0, [0.8, 0.4, 0.9]]

const cases: readonly (readonly [rule: string, pack: RulePack, breaks: Thing[], passes: Thing[]])[] = [
  ['shower-size', 'general', [shower(0.78)], [shower(0.8)]],
  ['shower-size', 'wheelchair', [['shower', 1, 4, 0, [1.4, 1.5, 2]]], [['shower', 1, 4, 0, [1.5, 1.5, 2]]]],
  ['toilet-height', 'age-friendly', [toilet(0.4)], [toilet(0.43)]],
  ['toilet-height', 'age-friendly', [toilet(0.52)], [toilet(0.48)]],
  ['toilet-bar', 'age-friendly', [toilet(), bar(3.75)], [toilet(), bar(3.65)]],
  ['toilet-bar-far', 'age-friendly', [toilet(), bar(3.6)], [toilet(), bar(3.5)]],
  ['bar-height', 'age-friendly', [bar(3, 0.8)], [bar(3, 0.7)]],
  ['shower-bar', 'age-friendly', [shower(0.9), bar(2.1)], [shower(0.9), bar(1.9)]],
  ['shower-seat', 'age-friendly', [shower(0.9), seat(2.2)], [shower(0.9), seat(2.1)]],
  ['shower-seat-height', 'age-friendly', [seat(1, 0.51)], [seat(1, 0.5)]],
  ['bath-bar', 'age-friendly', [bath, bar(4.45)], [bath, bar(4.3)]],
  ['call-missing', 'age-friendly', [toilet(), cord(4.1, 0.4)], [toilet(), cord(3.9, 0.4)]],
  ['call-height', 'age-friendly', [toilet(), cord(3.5, 0.6)], [toilet(), cord(3.5, 0.5)]],
  ['basin-height', 'age-friendly', [basin(0.9)], [basin(0.85)]],
  ['basin-knees', 'wheelchair', [['vanity', 3, 4.75, 0, [0.8, 0.5, 0.85]]], [basin(0.85)]],
  ['basin-floor', 'wheelchair', [basin(0.85), block(3.25)], [basin(0.85), block(3.2)]],
]

describe('checkBathroom', () => {
  for (const [rule, pack, breaks, passes] of cases)
    it(`${rule} (${pack})`, () => {
      const of = (things: Thing[]) => findingOf(checkBathroom, rule, roomWith(things, { type: 'bathroom' }), { pack })
      expect(of(breaks)).toBeDefined()
      expect(of(passes)).toBeUndefined()
    })

  it('asks for bars and calls only where a pack does', () => {
    expect(checkBathroom(roomWith([toilet(), shower(0.9), basin(0.9)]), { pack: 'general' })).toEqual([])
  })
})
