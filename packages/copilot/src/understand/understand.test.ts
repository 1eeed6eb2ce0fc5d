import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Intent, understand } from '../index.ts'

type Furnish = Extract<Intent, { type: 'furnish' }>

const inEmptyRoom = (request: string) => understand(request, { categories: [] })
const furnished = [
  'sofa',
  'double_bed',
  'desk',
  'wardrobe',
  'office_chair',
  'rug',
  'nightstand',
  'floor_lamp',
  'dining_chair',
]
const inFurnishedRoom = (request: string) => understand(request, { categories: furnished })

/** "2 nightstand: beside(double_bed)" for every object of a furnishing request, in order of mention. */
function summary(request: string): string[] {
  const intent = inEmptyRoom(request).intents[0] as Furnish
  expect(intent?.type).toBe('furnish')
  const categoryOf = (key: string) => intent.brief.objects.find((object) => object.key === key)?.category
  return intent.brief.objects.map(({ category, count, relations }) => {
    const number = count.max === count.min ? String(count.min) : `${count.min}..${count.max ?? ''}`
    const places = relations.map(({ type, target }) => {
      if (target?.kind === 'object') return `${type}(${categoryOf(target.key)})`
      return target?.kind === 'building' && (target.side ?? target.choose)
        ? `${type}(${target.side ?? target.choose})`
        : type
    })
    return `${number} ${category}${places.length > 0 ? `: ${places.join(', ')}` : ''}`
  })
}

describe('understanding a furnishing request', () => {
  const cases: readonly [string, readonly string[]][] = [
    ['furnish this as a bedroom for two with a desk by the window', ['1 desk: by_window']],
    ['布置成带书桌的双人卧室', ['1 desk']],
    [
      'two nightstands on both sides of the bed, a lamp on each nightstand',
      ['2 nightstand: flanking(double_bed)', '2 table_lamp: on(nightstand)', '1.. double_bed'],
    ],
    [
      '窗边放一张书桌，床的两边各放一个床头柜',
      ['1 desk: by_window', '2 nightstand: flanking(double_bed)', '1.. double_bed'],
    ],
    [
      'two armchairs facing the sofa, a round walnut coffee table in front of the sofa',
      ['2 armchair: facing(sofa)', '1 coffee_table: in_front_of(sofa)', '1.. sofa'],
    ],
    [
      'a sofa by the wall with a rug under it and a floor lamp beside it',
      ['1 sofa: against_wall', '1 rug: under(sofa)', '1 floor_lamp: beside(sofa)'],
    ],
    ['By the window, a desk with a chair in front of it.', ['1 desk: by_window', '1 office_chair: in_front_of(desk)']],
    [
      '三人沙发靠墙，沙发对面放电视柜，电视柜上放电视，角落里放一盆绿植',
      ['1 sofa: against_wall', '1 tv_stand: opposite(sofa)', '1 television: on(tv_stand)', '1 plant: in_corner'],
    ],
    [
      'a double bed against the longest wall and a wardrobe opposite the bed',
      ['1 double_bed: against_wall(longest)', '1 wardrobe: opposite(double_bed)'],
    ],
    [
      'at least two bookcases, exactly three dining chairs and no more than one floor lamp',
      ['2.. bookcase', '3 dining_chair', '0..1 floor_lamp'],
    ],
    ['bedroon with a wardobe and two nighstands', ['1 wardrobe', '2 nightstand']],
    ['卧室，书桌前放一把椅子，桌上一盏灯', ['1 office_chair: in_front_of(desk)', '1 desk_lamp: on(desk)', '1.. desk']],
    ['餐厅，六人餐桌，周围六把餐椅', ['1 dining_table', '6 dining_chair: around(dining_table)']],
    ['a kids room with two beds', ['2 single_bed']],
  ]
  for (const [request, expected] of cases)
    it(`reads: ${request}`, () => {
      expect(summary(request).sort()).toEqual([...expected].sort())
    })

  it('reads room, occupants, size and style', () => {
    const intent = inEmptyRoom('给我设计一个20平米的客厅，北欧风，三口之家').intents[0] as Furnish
    expect(intent.plan?.rooms[0]).toMatchObject({ type: 'living_room', area: { exact: 20 } })
    expect(intent.brief).toMatchObject({
      room: { type: 'living_room' },
      occupants: { adults: 2, children: 1 },
      style: { name: 'scandinavian' },
    })
    const study = inEmptyRoom('a 4 x 5 m study').intents[0] as Furnish
    expect(study.plan?.rooms[0]).toMatchObject({ type: 'study', size: { width: 4, depth: 5 } })
  })

  it('reads sizes, metric and imperial, and attributes', () => {
    const sizeOf = (request: string) => (inEmptyRoom(request).intents[0] as Furnish).brief.objects[0]
    expect(sizeOf('a 180 cm wide bed')?.size?.width).toEqual({ exact: 1.8 })
    expect(sizeOf('主卧 1米8的床')?.size?.width).toEqual({ exact: 1.8 })
    expect(sizeOf('a desk 1.4m by 0.7m')?.size).toEqual({ width: { exact: 1.4 }, depth: { exact: 0.7 } })
    expect(sizeOf('a sofa 6\'6" wide')?.size?.width?.exact).toBeCloseTo(1.9812)
    expect(sizeOf('a round walnut coffee table')?.attributes).toMatchObject({ shape: 'round', material: 'walnut' })
  })

  it('keeps what must not be there out, also over "or" and 和', () => {
    const exclusions = (request: string) =>
      (inEmptyRoom(request).intents[0] as Furnish).brief.exclusions.map(({ category }) => category)
    expect(exclusions('no tv or rug, but a bookcase please')).toEqual(['television', 'rug'])
    expect(exclusions('卧室，不要地毯和电视')).toEqual(['rug', 'television'])
    expect(exclusions('a living room without a coffee table')).toEqual(['coffee_table'])
  })

  it('takes "only" at its word', () => {
    expect((inEmptyRoom('只要一张床和一个衣柜').intents[0] as Furnish).brief.only).toBe(true)
    expect((inEmptyRoom('only a bed and a wardrobe').intents[0] as Furnish).brief.only).toBe(true)
  })

  it('makes a thing of its own of a noun it does not know', () => {
    const { brief } = inEmptyRoom('Put a kayak by the window').intents[0] as Furnish
    expect(brief.objects[0]).toMatchObject({ category: 'kayak', label: 'kayak', size: { depth: { exact: 3.2 } } })
  })

  it('lists words it did not understand', () => {
    expect(inEmptyRoom('a bedroom with a desk, zorblax please').notUnderstood).toContain('zorblax')
  })
})

describe('understanding an edit', () => {
  const cases: readonly [string, object][] = [
    ['make the bed bigger', { type: 'resize', size: { step: 'bigger' } }],
    ['让床大一点', { type: 'resize', size: { step: 'bigger' } }],
    ['make the sofa 2.4 m wide', { type: 'resize', size: { width: 2.4 } }],
    ['把沙发改成2米4宽', { type: 'resize', size: { width: 2.4 } }],
    ['把沙发移到窗边', { type: 'move', to: { relations: [{ type: 'by_window' }] } }],
    ['put the desk under the window', { type: 'move', to: { relations: [{ type: 'under_window' }] } }],
    ['push the desk against the wall', { type: 'move', reference: { isPlural: false } }],
    [
      'move it 30 cm to the left',
      { type: 'move', reference: { kind: 'pronoun' }, to: { direction: 'left', distance: 0.3 } },
    ],
    ['把床向左移50厘米', { type: 'move', to: { direction: 'left', distance: 0.5 } }],
    ['swap desk and wardrobe', { type: 'swap', other: { category: 'wardrobe' } }],
    ['把衣柜和书桌交换', { type: 'swap', other: { category: 'desk' } }],
    ['rotate the desk 90 degrees', { type: 'rotate', turn: { by: -Math.PI / 2 } }],
    ['turn the bed to face the window', { type: 'rotate', turn: { facing: { type: 'facing_window' } } }],
    ['remove the rug', { type: 'remove', reference: { category: 'rug' } }],
    ['删除地毯', { type: 'remove', reference: { category: 'rug' } }],
    ['add two more dining chairs', { type: 'add', objects: [{ category: 'dining_chair', count: { min: 2, max: 2 } }] }],
    ['再加一把椅子', { type: 'add' }],
  ]
  for (const [request, expected] of cases)
    it(`reads: ${request}`, () => {
      expect(inFurnishedRoom(request).intents).toMatchObject([expected])
    })

  it('reads several in one request, in order', () => {
    const types = inFurnishedRoom(
      'remove the rug and move the desk to the window, then rotate the bed 90 degrees',
    ).intents.map(({ type }) => type)
    expect(types).toEqual(['remove', 'move', 'rotate'])
  })
})

describe('understanding a question', () => {
  const cases: readonly [string, string][] = [
    ['how wide is the sofa?', 'how_wide'],
    ['有几把椅子？', 'how_many'],
    ['how big is this room', 'how_big'],
    ['沙发离书桌多远？', 'how_far'],
    ['which lamp is brightest?', 'which'],
    ['is there a rug?', 'is_there'],
    ['any problems?', 'problems'],
  ]
  for (const [request, ask] of cases)
    it(`reads: ${request}`, () => {
      expect(inFurnishedRoom(request).intents).toMatchObject([{ type: 'question', ask }])
    })
})

describe('a pointer before a part of the building', () => {
  const rooms = [{ id: 'r', name: 'Bedroom', type: 'bedroom' as const }]
  it.each(['how big is this room?', 'how large is this bedroom?', '这个房间多大？'])(
    '%s asks about no thing',
    (prompt) => {
      expect(understand(prompt, { categories: [], rooms }).intents).toMatchObject([{ type: 'question', about: [] }])
    },
  )

  it('alone it asks about the selection', () => {
    expect(understand('how high is this?', { categories: [] }).intents).toMatchObject([
      { type: 'question', about: [{ kind: 'pronoun' }] },
    ])
  })
})

describe('understanding anything', () => {
  it('never throws, whatever the text', () => {
    const words = [
      'bed',
      '床',
      '1.8',
      'm',
      'no',
      '和',
      '、',
      'between',
      '的',
      'each',
      '\n',
      '。',
      "'",
      '²',
      'x',
      'window',
      '桌上',
      '\u0000',
      '𠀀',
    ]
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((list) => list.join(' ')),
      fc.array(fc.constantFrom(...words), { maxLength: 40 }).map((list) => list.join('')),
    )
    fc.assert(
      fc.property(text, (request) => {
        expect(JSON.parse(JSON.stringify(inEmptyRoom(request)))).toBeTruthy()
        expect(JSON.parse(JSON.stringify(inFurnishedRoom(request)))).toBeTruthy()
      }),
      { seed: 11, numRuns: 500 },
    )
  })

  it('reads a page of text in linear time', () => {
    const page = 'a desk between the bed and the window, 两把椅子 and so on. '.repeat(500)
    expect(inEmptyRoom(page).intents).toHaveLength(1)
  })
})
