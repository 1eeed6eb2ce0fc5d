import { type PlanBrief, type PlanRoom, parsePlanBrief } from '@enfilade/layout'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSpace } from './read-plan.ts'

const planOf = (request: string): PlanBrief => readSpace(request, { hasRooms: false })!.plan
const roomOf = (request: string): PlanRoom => planOf(request).rooms[0]!
const types = (request: string): string =>
  planOf(request)
    .rooms.map(({ type }) => type)
    .sort()
    .join(' ')

describe('reading which rooms a space has', () => {
  const cases: readonly [string, string][] = [
    ['a two-bedroom flat, 75 m²', 'bathroom bedroom bedroom kitchen living_room'],
    ['2b1b apartment', 'bathroom bedroom bedroom kitchen living_room'],
    ['两室一厅一厨一卫', 'bathroom bedroom bedroom kitchen living_room'],
    ['三室两厅两卫，110平', 'bathroom bathroom bedroom bedroom bedroom dining_room kitchen living_room'],
    ['一居室 50平', 'bathroom bedroom kitchen living_room'],
    ['studio flat, 30 sqm', 'bathroom studio'],
    ['开间 35平米，带卫生间和小厨房', 'bathroom studio'],
    ['88 m² flat, three bedrooms, one of them a nursery', 'bathroom bedroom bedroom kitchen living_room nursery'],
    ['three-bedroom flat, bunk beds in the children’s room', 'bathroom bedroom bedroom kids_room kitchen living_room'],
    ['三居室，其中一间做儿童房', 'bathroom bedroom bedroom kids_room kitchen living_room'],
    ['two-bed flat, 72 m², with a guest toilet', 'bathroom bathroom bedroom bedroom kitchen living_room'],
    ['125平四房，两卫', 'bathroom bathroom bedroom bedroom bedroom bedroom kitchen living_room'],
    ['72平，两间卧室加一间书房', 'bathroom bedroom bedroom kitchen living_room study'],
    ['a bedroom with an en-suite bathroom and a walk-in closet', 'bathroom bedroom walk_in_closet'],
    ['a double bedroom and a single bedroom and a hallway', 'bedroom bedroom hallway'],
    ['a home office that doubles as a guest room', 'study'],
    ['书房兼客房', 'study'],
    ['the spare room is going to be a music room', 'music_room'],
    ['an attic study with a desk', 'study'],
    ['bedroom with a study corner', 'bedroom'],
    ['living room with a door to the balcony', 'living_room'],
    ['a kitchen table and six chairs in the dining room', 'dining_room'],
    [
      '四室两厅两卫双阳台',
      'balcony balcony bathroom bathroom bedroom bedroom bedroom bedroom dining_room kitchen living_room',
    ],
    ['给二宝布置婴儿房', 'nursery'],
    ['an office with a meeting room', 'office office'],
    [
      'a flat with one bedroom, kitchen, bathroom and a balcony off the living room',
      'balcony bathroom bedroom kitchen living_room',
    ],
  ]
  it.each(cases)('%s', (request, expected) => {
    expect(types(request)).toBe(expected)
  })

  it('reads nothing where something is drawn, or no space is named', () => {
    expect(readSpace('a two-bedroom flat', { hasRooms: true })).toBeUndefined()
    expect(readSpace('a sofa and a lamp', { hasRooms: false })).toBeUndefined()
  })

  it('reads who belongs to whom', () => {
    const suite = planOf('a bedroom with an en-suite bathroom').rooms
    expect(suite.find(({ type }) => type === 'bathroom')?.of).toBe(suite.find(({ type }) => type === 'bedroom')?.key)
    expect(planOf('两室一厅，主卧带阳台').rooms.find(({ type }) => type === 'balcony')?.of).toBe('bedroom-1')
    expect(planOf('a flat with an open-plan kitchen').adjacency).toMatchObject([
      { a: 'kitchen', b: 'living_room', type: 'open' },
    ])
    expect(planOf('两室一厅，厨房挨着客厅').adjacency).toMatchObject([{ a: 'kitchen', b: 'living_room', type: 'door' }])
  })
})

describe('reading sizes', () => {
  const cases: readonly [string, Partial<PlanRoom>][] = [
    ['a 5 by 4 m living room', { size: { width: 5, depth: 4 } }],
    ['bedroom, 12 ft x 10 ft', { size: { width: expect.closeTo(3.6576), depth: expect.closeTo(3.048) } as never }],
    ['a study of 320 x 300 cm', { size: { width: 3.2, depth: 3 } }],
    ['卧室4米×3米5', { size: { width: 4, depth: 3.5 } }],
    ['卧室长4.2米宽3.6米', { size: { width: 4.2, depth: 3.6 } }],
    ['十五平的卧室', { area: { exact: 15 } }],
    ['kitchen, 10 m2', { area: { exact: 10 } }],
    ['a living room of at least 20 m²', { area: { min: 20 } }],
    ['a long narrow hallway', { proportion: 2.1 }],
    ['a bedroom with a 1.8 m wide bed and a 2 x 1.4 m rug', {}],
    ['bedroom, leave 1.2 m to walk past the bed that is 2 m wide', {}],
  ]
  it.each(cases)('%s', (request, expected) => {
    const { size, area, proportion } = roomOf(request)
    expect({ size, area, proportion }).toEqual({ size: undefined, area: undefined, proportion: undefined, ...expected })
  })

  it('tells the home’s area from its rooms’', () => {
    expect(planOf('a two-bedroom flat for a couple, 75 m²').totalArea).toEqual({ exact: 75 })
    const plan = planOf('flat with a living room (22 m²), a kitchen (9 m²) and a bedroom of 12 m²')
    expect(plan.totalArea).toBeUndefined()
    expect(plan.rooms.find(({ type }) => type === 'kitchen')?.area).toEqual({ exact: 9 })
  })

  it.each([
    ['a studio flat of 28 m² with its own bathroom', 28],
    ['one-bedroom flat with a home office, fifty-five square metres', 55],
    ['a two-bedroom flat of a hundred and five square metres', 105],
    ['bungalow, a hundred and ten square metres: three bedrooms', 110],
    ['house of one hundred and twenty-five square metres', 125],
  ])('gives the whole home its area: %s', (request, exact) => {
    expect(planOf(request).totalArea).toEqual({ exact })
  })

  it('reads the ceiling', () => {
    expect(planOf('a study with 2.6 m high ceilings').height).toBe(2.6)
    expect(planOf('卧室，层高2.8米').height).toBe(2.8)
  })
})

describe('reading outlines', () => {
  const ring = [
    [0, 0],
    [5, 0],
    [5, 3],
    [3, 3],
    [3, 4.5],
    [0, 4.5],
  ]
  const cases: readonly [string, object | undefined][] = [
    ['an L-shaped living room', { type: 'L' }],
    ['a 5 by 4 m room with a 1.5 m bite out of one corner', { type: 'L', bite: [1.5, 1.5] }],
    [
      'bedroom 5 x 4 m with a 2 x 1.5 m notch cut out of the north-east corner',
      { type: 'L', bite: [2, 1.5], corner: 'north-east' },
    ],
    ['卧室5米乘4米，东北角缺了1.5米乘1米', { type: 'L', bite: [1.5, 1], corner: 'north-east' }],
    ['T-shaped studio', { type: 'T' }],
    ['凹字形办公室', { type: 'U' }],
    ['a living room with a bay window in the north wall', { type: 'bay', side: 'north' }],
    ['a study with a slanted east wall', { type: 'slanted', side: 'east' }],
    ['书房，东墙是斜的', { type: 'slanted', side: 'east' }],
    ['living room with a curved south wall', { type: 'curved', side: 'south' }],
    ['a hexagonal library', { type: 'polygon', corners: 6 }],
    ['living room with corners at (0,0), (5,0), (5,3), (3,3), (3,4.5), (0,4.5)', { type: 'ring', points: ring }],
    ['房间轮廓坐标（厘米）：(0,0)、(500,0)、(500,300)、(300,300)、(300,450)、(0,450)', { type: 'ring', points: ring }],
    ['living room walls: 5 m, 3 m, 2 m, 1.5 m, 3 m, 4.5 m', { type: 'walls', lengths: [5, 3, 2, 1.5, 3, 4.5] }],
    ['bedroom: 5 m east, 3 m north, 2 m west, 1.5 m north, 3 m west, 4.5 m south', { type: 'ring', points: ring }],
    [
      '书房是个直角梯形，南边4米，北边3米，进深3米5，东墙是斜的',
      {
        type: 'ring',
        points: [
          [0, 0],
          [4, 0],
          [3, 3.5],
          [0, 3.5],
        ],
      },
    ],
    ['an L-shaped sofa in the living room', undefined],
    ['a round table in the dining room', undefined],
    ['客厅放一个L形沙发', undefined],
    ['卧室，书桌离南边1米，床离北边1.5米', undefined],
    ['study, desk against the north wall, 1.6 m wide, shelf on the east wall 1.2 m long', undefined],
    ['a U-shaped kitchen', undefined],
  ]
  it.each(cases)('%s', (request, expected) => {
    expect(roomOf(request).shape).toEqual(expected)
  })

  it('reads columns', () => {
    expect(roomOf('a 7 x 5 m studio with a 40 cm column in the middle').columns).toMatchObject([{ size: [0.4, 0.4] }])
    expect(roomOf('客厅有两根0.5×0.5米的柱子').columns).toMatchObject([{ size: [0.5, 0.5], count: 2 }])
  })
})

describe('reading doors and windows', () => {
  const cases: readonly [string, readonly object[]][] = [
    ['a bedroom with a door in the south wall near the west corner', [{ kind: 'door', side: 'south', near: 'west' }]],
    [
      'bedroom, 1.5 m wide window in the north wall, sill 0.6 m',
      [{ kind: 'window', side: 'north', width: 1.5, sill: 0.6 }],
    ],
    [
      'study, door north, two windows south',
      [
        { kind: 'door', side: 'north' },
        { kind: 'window', side: 'south', count: 2 },
      ],
    ],
    [
      '卧室，门在南墙靠西，北墙有一扇1.5米的窗',
      [
        { kind: 'door', side: 'south', near: 'west' },
        { kind: 'window', side: 'north', width: 1.5 },
      ],
    ],
    [
      '卧室，一扇门，两扇窗',
      [
        { kind: 'door', count: 1 },
        { kind: 'window', count: 2 },
      ],
    ],
    ['living room with floor-to-ceiling windows on the south wall', [{ kind: 'window', side: 'south', tall: true }]],
    ['客厅南面有落地窗', [{ kind: 'window', side: 'south', tall: true }]],
    ['kitchen with a sliding door in the long wall', [{ kind: 'door', choose: 'longest', swing: 'sliding' }]],
    ['a study with a window opposite the door', [{ kind: 'window', opposite: 'door' }]],
    ['bedroom: desk under the window, wardrobe by the door', []],
    ['书桌靠窗的书房，门口放鞋柜', []],
    ['卧室，四门衣柜', []],
  ]
  it.each(cases)('%s', (request, expected) => {
    expect(roomOf(request).openings ?? []).toMatchObject(expected)
    expect(roomOf(request).openings ?? []).toHaveLength(expected.length)
  })
})

describe('reading a space', () => {
  it('uses up the words of the building and none of the things', () => {
    const request = 'a 5 by 4 m bedroom with a door in the south wall, a double bed and a desk under the window'
    const { consumed } = readSpace(request, { hasRooms: false })!
    const words = consumed.map(({ from, to }) => request.slice(from, to)).join('|')
    expect(words).toContain('5 by 4 m')
    expect(words).toContain('door in the south wall')
    expect(words).not.toMatch(/bed\b|desk/)
  })

  it('gives a valid plan for any text', () => {
    const words = [
      'bedroom',
      '卧室',
      '两室一厅',
      'flat',
      '5 x 4 m',
      '20平',
      '(0,0)',
      '(1e9,2)',
      'window',
      '窗',
      '门',
      'door',
      'south',
      '北墙',
      'L-shaped',
      'bite',
      '1.5 m',
      '缺',
      '角',
      'with',
      'a',
      ',',
      '。',
      'walls:',
      '3,',
      '-1',
      '0 m',
      'column',
      '柱子',
      'and',
      '0平',
      '99999 m²',
      '\u0000',
      '′',
    ]
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((list) => list.join(' ')),
      fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((list) => list.join('')),
    )
    fc.assert(
      fc.property(text, (request) => {
        const read = readSpace(request, { hasRooms: false })
        if (!read) return
        const parsed = parsePlanBrief(JSON.parse(JSON.stringify(read.plan)))
        expect(parsed.ok ? [] : parsed.problems).toEqual([])
      }),
      { seed: 5, numRuns: 600 },
    )
  })
})

describe('openings and sizes as they are spoken', () => {
  const walls = (request: string) =>
    (roomOf(request).openings ?? []).map(({ kind, count, side }) => `${count ?? 1} ${kind} ${side}`)

  it.each([
    ['A living room 6 by 5 m. One door, in the west wall; two windows, both south.', ['1 door west', '2 window south']],
    [
      'A bedroom 4 by 3 m, door in the south wall, windows to the north and east.',
      ['1 door south', '1 window north', '1 window east'],
    ],
    ['客厅6米乘5米。门一扇开在南墙,窗两扇都在西墙。', ['1 door south', '2 window west']],
  ])('%s', (request, expected) => expect(walls(request)).toEqual(expected))

  it.each([
    ['Practice room, twenty feet by fourteen.', 6.096, 4.2672],
    ['a study about three and a half metres by three', 3.5, 3],
    ['书房，进深三米二，开间两米八', 2.8, 3.2],
  ])('%s', (request, width, depth) => {
    expect(roomOf(request).size?.width).toBeCloseTo(width, 3)
    expect(roomOf(request).size?.depth).toBeCloseTo(depth, 3)
  })
})
