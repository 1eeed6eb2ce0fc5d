import { describe, expect, it } from 'vitest'
import { understand } from './understand.ts'

const home = {
  categories: ['sofa', 'double_bed', 'desk', 'rug', 'floor_lamp', 'armchair', 'wardrobe', 'dining_chair'],
  rooms: [
    { id: 'a', name: 'Bedroom', type: 'bedroom' as const },
    { id: 'b', name: 'Second bedroom', type: 'bedroom' as const },
    { id: 'c', name: 'Living room', type: 'living_room' as const },
    { id: 'd', name: '小明的房间', type: 'kids_room' as const },
  ],
}

describe('understanding requests in a home of several rooms', () => {
  const cases: readonly [string, readonly object[]][] = [
    ['furnish the living room', [{ type: 'furnish', place: { id: 'c' }, brief: { room: { type: 'living_room' } } }]],
    ['把次卧布置成书房', [{ type: 'furnish', place: { rank: 2 }, brief: { room: { type: 'study' } } }]],
    ['布置小明的房间', [{ type: 'furnish', place: { id: 'd' }, brief: { room: { type: 'kids_room' } } }]],
    [
      'turn the second bedroom into a study',
      [{ type: 'convert', place: { id: 'b' }, brief: { room: { type: 'study' } } }],
    ],
    ['add a plant in every bedroom', [{ type: 'add', place: { type: 'bedroom', every: true } }]],
    ['remove the rug in the living room', [{ type: 'remove', place: { id: 'c' } }]],
    ['把客厅里的地毯拿走', [{ type: 'remove', place: { type: 'living_room' } }]],
    ['move the desk into the living room', [{ type: 'move', to: { roomNamed: { id: 'c' } } }]],
    ['把书桌搬到客厅去', [{ type: 'move', to: { roomNamed: { type: 'living_room' } } }]],
    ['make the sofa green', [{ type: 'restyle', attributes: { colorName: 'green' } }]],
    ['把沙发换成绿色', [{ type: 'restyle' }]],
    ['turn the lamp off', [{ type: 'operate', active: false }]],
    ['turn on the lamp', [{ type: 'operate', active: true }]],
    ['把灯关掉', [{ type: 'operate', active: false }]],
    ['close the bedroom door', [{ type: 'operate-opening', part: 'door', active: false }]],
    ['replace the armchair with a bookcase', [{ type: 'replace', object: { category: 'bookcase' } }]],
    ['make the sofa 20 cm longer', [{ type: 'resize', size: { axis: 'width', by: 0.2 } }]],
    ['rotate the armchair a quarter turn counterclockwise', [{ type: 'rotate', turn: { by: Math.PI / 2 } }]],
    ['delete everything in the bedroom except the bed', [{ type: 'remove', reference: { kind: 'all' } }]],
    ['can you move the desk to the window?', [{ type: 'move' }]],
    ['is this ok for a wheelchair?', [{ type: 'question', pack: 'wheelchair' }]],
    ['do not touch the bed. add a bench', [{ type: 'add' }]],
    [
      'furnish the bedroom with a desk and the living room with a sofa',
      [
        { type: 'furnish', place: { id: 'a' } },
        { type: 'furnish', place: { id: 'c' } },
      ],
    ],
  ]
  for (const [request, expected] of cases)
    it(`reads: ${request}`, () => {
      expect(understand(request, home).intents).toMatchObject(expected)
    })
})
