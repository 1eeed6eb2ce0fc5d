import { describe, expect, it } from 'vitest'
import { barsWay } from '../room-context.ts'
import { checkOpeningThings } from './openings-of-things.ts'
import { roomWith, type Thing } from './test-room.ts'

const block = (y: number): Thing => ['sofa', 3, y, 0, [2, 0.9, 0.8]]
const shelf = (y: number): Thing => ['bookcase', 3, y, 0, [0.8, 0.3, 2]]

const cases: readonly (readonly [rule: string, breaks: Thing[], passes: Thing[]])[] = [
  [
    'leaf-blocked',
    [['wardrobe', 3, 4.7, 0, [1, 0.6, 2.2]], block(3.6)],
    [['wardrobe', 3, 4.7, 0, [1, 0.6, 2.2]], block(3.45)],
  ],
  [
    'drawer-blocked',
    [['chest_of_drawers', 3, 4.75, 0, [0.9, 0.5, 0.9]], block(3.75)],
    [['chest_of_drawers', 3, 4.75, 0, [0.9, 0.5, 0.9]], block(3.6)],
  ],
  [
    'radiator-covered',
    [['radiator', 3, 4.95, 0, [1, 0.1, 0.6]], block(4.4)],
    [['radiator', 3, 4.95, 0, [1, 0.1, 0.6]], block(4.34)],
  ],
  ['treadmill-rear', [['treadmill', 3, 3.2, 0, [0.8, 1.8, 1.35]]], [['treadmill', 3, 3.05, 0, [0.8, 1.8, 1.35]]]],
  ['tall-without-wall', [shelf(4.7)], [shelf(4.77)]],
]

describe('checkOpeningThings', () => {
  it.each(cases)('%s', (rule, breaks, passes) => {
    const of = (things: Thing[]) => {
      const { plan, shapes } = roomWith(things)
      const near = shapes.slice(1)
      return checkOpeningThings(shapes[0]!, { plan, near, solids: near.filter(barsWay) }, { pack: 'general' }).find(
        (finding) => finding.rule === rule,
      )
    }
    expect(of(breaks)).toBeDefined()
    expect(of(passes)).toBeUndefined()
  })
})
