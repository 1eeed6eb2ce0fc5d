import { describe, expect, it } from 'vitest'
import { explainUnderstanding } from '../explain-understanding.ts'
import { type Intent, understand } from '../index.ts'

type Furnish = Extract<Intent, { type: 'furnish' }>

const briefOf = (request: string) => {
  const intent = understand(request, { categories: [] }).intents[0] as Furnish
  expect(intent?.type).toBe('furnish')
  return intent.brief
}

/** "2 nightstand: flanking(double_bed)" for every object, in alphabetical order. */
function summary(request: string): string[] {
  const { objects } = briefOf(request)
  return objects
    .map(({ category, count, relations }) => {
      const number = count.max === count.min ? `${count.min}` : `${count.min}..${count.max ?? ''}`
      const places = relations.map(({ type, target, and, negated, each, distance }) => {
        const ends = [target, and].flatMap((end) => {
          if (end?.kind === 'object') return [objects.find(({ key }) => key === end.key)!.category]
          if (end?.kind === 'category') return [end.category]
          return end?.kind === 'building' ? [[end.choose, end.side, end.part].filter(Boolean).join(' ')] : []
        })
        const gap = distance ? ` ${JSON.stringify(distance)}` : ''
        return `${negated ? 'not ' : ''}${type}${ends.length > 0 ? `(${ends.join(', ')})` : ''}${each ? ' each' : ''}${gap}`
      })
      return places.length > 0 ? `${number} ${category}: ${places.join(', ')}` : `${number} ${category}`
    })
    .sort()
}

const reads = (cases: readonly (readonly [string, readonly string[]])[]) => {
  for (const [request, expected] of cases)
    it(`reads: ${request}`, () => expect(summary(request)).toEqual([...expected].sort()))
}

describe('places in English', () => {
  reads([
    [
      'a king size bed against the north wall, two nightstands either side of it with brass lamps on them',
      [
        '1 double_bed: against_wall(north wall)',
        '2 nightstand: flanking(double_bed)',
        '2.. table_lamp: on(nightstand)',
      ],
    ],
    [
      'a sofa with a coffee table in front and a lamp behind',
      ['1 sofa', '1 coffee_table: in_front_of(sofa)', '1 floor_lamp: behind(sofa)'],
    ],
    [
      'a red armchair by the window and a blue one by the door',
      ['1 armchair: by_door(door)', '1 armchair: by_window(window)'],
    ],
    [
      'a desk 60 cm from the wall, facing away from the door',
      ['1 desk: away_from_wall(wall) {"exact":0.6}, facing_away(door)'],
    ],
    ['a bench along the long side of the dining table', ['1 bench: along(dining_table)', '1.. dining_table']],
    [
      'the wardrobe goes opposite the bed and not by the window',
      ['1 wardrobe: opposite(double_bed), away_from_window(window)', '1.. double_bed'],
    ],
    ['a plant in each corner of the room', ['4 plant: in_corner each']],
    ['two bookcases side by side', ['2 bookcase: beside(bookcase)']],
    ['a sideboard N wall, a plant', ['1 sideboard: against_wall(north wall)', '1 plant']],
    ['two small desks with a chair each', ['2 desk', '2 office_chair: in_front_of(desk)']],
    [
      'two desks, each with its own office chair and its own desk lamp',
      ['2 desk', '2 office_chair: in_front_of(desk)', '2 desk_lamp'],
    ],
    ['at least 1 m between the bed and the desk', ['1 double_bed: far(desk) {"min":1}', '1.. desk']],
    ['a big grey sofe', ['1 sofa']],
    ['书柜两个并排，床头柜一对', ['2 bookcase: beside(bookcase)', '2 nightstand']],
    ['两张书桌，各自一把椅子，每人一盏台灯', ['2 desk', '2 office_chair: in_front_of(desk)', '2 table_lamp']],
    ['书桌1米2靠窗', ['1 desk: by_window(window)']],
    ['床要1.2米的单人床，黄色的衣柜', ['1 single_bed', '1 wardrobe']],
    ['My armchair, which is red, must stand by the window', ['1 armchair: by_window(window)']],
    ['three yoga mats, all parallel', ['3 yoga_mat: parallel(yoga_mat)']],
    ['a shower with a shower seat in it', ['1 shower', '1 shower_seat: inside(shower)']],
    [
      'square dining table, pendant over, rug under table',
      ['1 dining_table', '1 pendant_light: above(dining_table)', '1 rug: under(dining_table)'],
    ],
    [
      'two armchairs facing each other with a small round table between them',
      ['2 armchair: facing(armchair)', '1 side_table: between(armchair)'],
    ],
    [
      'an armchair in the north-east corner, a bookcase to the right of the door',
      ['1 armchair: in_corner(northeast corner)', '1 bookcase: right_of(door)'],
    ],
    ['a television that hangs on the wall opposite the sofa', ['1 television: on_wall, opposite(sofa)', '1.. sofa']],
    ['Under the window a bench, and in the corner a plant.', ['1 bench: under_window(window)', '1 plant: in_corner']],
    [
      'a round dining table with six chairs around it and a lamp above',
      ['1 dining_table', '6 dining_chair: around(dining_table)', '1 pendant_light: above(dining_table)'],
    ],
  ])
})

describe('places in Chinese', () => {
  reads([
    ['角落里一盏落地灯', ['1 floor_lamp: in_corner(corner)']],
    ['窗边放两把单人椅', ['2 armchair: by_window(window)']],
    ['客厅，中间放一张圆形木茶几', ['1 coffee_table: centred']],
    [
      '床靠北墙，两侧各放一个床头柜，上面各放一盏台灯',
      ['1 double_bed: against_wall(north wall)', '2 nightstand: flanking(double_bed)', '2 table_lamp: on(nightstand)'],
    ],
    ['冰箱放角落，西墙放餐边柜', ['1 refrigerator: in_corner(corner)', '1 sideboard: against_wall(west wall)']],
    [
      '六人餐桌一张，餐椅六把围着餐桌，餐桌上方一盏吊灯',
      ['1 dining_table', '6 dining_chair: around(dining_table)', '1 pendant_light: above(dining_table)'],
    ],
    ['卧室，床不要对着门，衣柜靠东墙', ['1 double_bed: not facing_door(door)', '1 wardrobe: against_wall(east wall)']],
    ['沙发和窗户之间放一盏落地灯', ['1 floor_lamp: between(sofa, window)', '1.. sofa']],
    ['两张沙发面对面放，中间放茶几', ['1 coffee_table: between(sofa)', '2 sofa: facing(sofa)']],
    ['书桌靠窗，书架在书桌左边', ['1 bookcase: left_of(desk)', '1 desk: by_window(window)']],
    ['卧是要一张床，一个衣拒，书卓靠窗户', ['1 desk: by_window(window)', '1 double_bed', '1 wardrobe']],
  ])
})

describe('counts, sizes and looks', () => {
  reads([
    ['two or three plants and half a dozen dining chairs', ['2..3 plant', '6 dining_chair']],
    ['餐椅四把，书柜至少四个', ['4 dining_chair', '4.. bookcase']],
    ['three desks, each with a lamp', ['3 desk', '3 desk_lamp: on(desk)']],
    ['bookcases along the walls, at least four', ['4.. bookcase: against_wall']],
  ])

  const sizes: readonly (readonly [string, object])[] = [
    ["a bed that's 5'6\" wide", { width: { exact: 1.6764 } }],
    ['一米二的床', { width: { exact: 1.2 } }],
    ['a wardrobe at least 2 m wide', { width: { min: 2 } }],
    ['两米四的衣柜', { width: { exact: 2.4 } }],
    ['a filing cabinet under 70 cm high', { height: { max: 0.7 } }],
    ['a round table of 1.3 m', { width: { exact: 1.3 }, depth: { exact: 1.3 } }],
    ['a bed 160 cm wide and 200 cm long', { width: { exact: 1.6 }, depth: { exact: 2 } }],
    ['a desk of one and a half metres', { width: { exact: 1.5 } }],
  ]
  for (const [request, size] of sizes)
    it(`reads the size of: ${request}`, () => expect(briefOf(request).objects[0]?.size).toEqual(size))

  it('keeps what is said of a part off the whole', () => {
    const [desk, mirror] = briefOf('a desk with black metal legs and a mirror with a gold frame').objects
    expect(desk?.attributes).toMatchObject({ parts: [{ part: 'legs', material: 'black_metal' }] })
    expect(mirror?.attributes?.parts?.[0]).toMatchObject({ part: 'frame' })
  })

  it('sizes what the catalogue does not know by its class', () => {
    expect(briefOf('a kayak and an accordion').objects).toMatchObject([
      { category: 'kayak', label: 'kayak', size: { depth: { exact: 3.2 } } },
      { category: 'accordion', size: { width: { exact: 1.3 } } },
    ])
  })

  it('makes no furniture of what is none', () => {
    expect(summary('a living room with a nice view, a sofa and a great atmosphere on a small budget')).toEqual([
      '1 sofa',
    ])
  })
})

describe('people, demands and exclusions', () => {
  const cases: readonly (readonly [string, object])[] = [
    ['study for two home workers', { room: { type: 'study' }, occupants: { working: 2 } }],
    ['dining for six', { occupants: { guests: 6 } }],
    ['bedroom for my 82-year-old mother', { occupants: { elderly: 1 }, pack: 'age-friendly' }],
    [
      '给坐轮椅的人用的卫生间，回转空间1.5米',
      { pack: 'wheelchair', demands: [{ type: 'turning_circle', value: 1.5 }] },
    ],
    [
      'living room for a couple with a toddler and two cats',
      { occupants: { adults: 2, children: 1, cats: 2 }, pack: 'child' },
    ],
    ['a bedroom; leave at least 1.2 m to walk', { demands: [{ type: 'path_width', value: 1.2 }] }],
    ['除了床和衣柜，其他都不要', { only: true }],
    ['客厅，沙发，地毯就不要了', { exclusions: [{ category: 'rug' }] }],
    ['a minimalist bedroom, uncluttered', { density: 'sparse', style: { name: 'minimal' } }],
  ]
  for (const [request, expected] of cases)
    it(`reads: ${request}`, () => expect(briefOf(request)).toMatchObject(expected))
})

describe('homes of several rooms', () => {
  it('gives every room the things that are named with it', () => {
    const [intent] = understand('a sofa and a tv in the living room, a double bed and a desk in the bedroom', {
      categories: [],
    }).intents as Furnish[]
    const things = intent!.rooms!.map(({ key, brief }) => [key, ...brief.objects.map(({ category }) => category)])
    expect(things).toEqual([
      ['living_room', 'sofa', 'television'],
      ['bedroom', 'double_bed', 'desk'],
    ])
  })

  it('gives all rooms of a kind what is said of each', () => {
    const [intent] = understand('two bedrooms, each with a single bed and a desk, and a kitchen', { categories: [] })
      .intents as Furnish[]
    const beds = intent!.rooms!.filter(({ brief }) => brief.objects.some(({ category }) => category === 'single_bed'))
    expect(beds).toHaveLength(2)
  })
})

describe('explaining what was understood', () => {
  it('says it in words, in both languages', () => {
    const understanding = understand('a bedroom with a round oak table, two nightstands beside the bed, no rug', {
      categories: [],
    })
    const text = explainUnderstanding(understanding, 'en')
    for (const words of ['1 × ', 'oak, round', '2 × nightstand', 'beside', 'none of: rug'])
      expect(text).toContain(words)
    expect(explainUnderstanding(understanding, 'zh')).toContain('不要：')
  })
})
