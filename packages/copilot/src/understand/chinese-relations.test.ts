import { describe, expect, it } from 'vitest'
import { understand } from './understand.ts'

/** Things of the brief with their places, as `2 nightstand: flanking double_bed`. */
function read(request: string): string[] {
  const { intents } = understand(request, { categories: [] })
  const [intent] = intents
  if (intent?.type !== 'furnish') return []
  const { objects } = intent.brief
  return objects.map(({ category, count, relations }) => {
    const places = relations.map(({ type, target, and }) =>
      [type, ...[target, and].flatMap((end) => (end?.kind === 'object' ? [nameOf(end.key)] : []))].join(' '),
    )
    return `${count.min} ${category}${places.length > 0 ? `: ${places.join(', ')}` : ''}`
  })
  function nameOf(key: string) {
    return objects.find((object) => object.key === key)!.category
  }
}

const cases: readonly (readonly [string, readonly (readonly [string, readonly string[]])[]])[] = [
  [
    'traditional characters',
    [['沙發後面放一座書櫃，書櫃旁邊立燈一盞', ['1 sofa', '1 bookcase: behind sofa', '1 floor_lamp: beside bookcase']]],
  ],
  [
    'the last character of a name',
    [
      ['一张梳妆台靠墙，台前放张凳子', ['1 dressing_table: against_wall', '1 stool: in_front_of dressing_table']],
      ['床头柜×2（左右各一）', ['2 nightstand: flanking']],
      ['钢琴旁边不远放一个谱架', ['1 piano', '1 music_stand: near piano']],
      ['餐桌六个人坐，椅子三把在一边三把在另一边', ['1 dining_table', '6 dining_chair: flanking dining_table']],
      ['电视柜上头墙上挂电视', ['1 tv_stand', '1 television: above tv_stand']],
      ['两张书桌面对面，两桌中间摆一盆小绿植', ['2 desk: facing desk', '1 potted_plant: between desk']],
    ],
  ],
  [
    'the other side of the same thing',
    [['落地灯放在沙发左侧，边几在右侧', ['1 floor_lamp: left_of sofa', '1 sofa', '1 side_table: right_of sofa']]],
  ],
  [
    'sides, ends and walls of a thing',
    [
      ['婴儿床挨着窗那侧放一把摇椅', ['1 crib', '1 rocking_chair: beside crib']],
      ['一张双人床，床头墙上挂一幅画', ['1 double_bed', '1 picture: above double_bed']],
      ['一张双人床，床尾正对电视', ['1 double_bed: facing television', '1 television']],
      ['一张双人床居中靠北墙', ['1 double_bed: centred_on, against_wall']],
    ],
  ],
  [
    'what is dealt out',
    [
      ['茶几左右各一张单椅', ['1 coffee_table', '2 armchair: flanking coffee_table']],
      ['一张餐桌，另外三面各一把椅子', ['1 dining_table', '3 dining_chair: around dining_table']],
      ['两张边几，边几之上均摆台灯', ['2 side_table', '2 table_lamp: on side_table']],
    ],
  ],
  [
    'two things of one breath',
    [
      [
        '一张长沙发跟一把单椅摆成L形，边几放在两者之间',
        ['1 sofa', '1 armchair', '1 side_table: between sofa armchair'],
      ],
    ],
  ],
  ['compounds', [['书桌左边是打印机柜', ['1 desk', '1 cabinet: left_of desk']]]],
  [
    'words taken back',
    [
      ['一张双人床，不，两张单人床，一个衣柜', ['2 single_bed', '1 wardrobe']],
      ['a sofa, no wait, two armchairs and a coffee table', ['2 armchair', '1 coffee_table']],
      ['four dining chairs, sorry, six, around a table', ['6 dining_chair: around dining_table', '1 dining_table']],
      ['no sofa, no television, a desk', ['1 desk']],
    ],
  ],
  ['lists without commas', [['bed desk lamp wardrobe', ['1 double_bed', '1 desk', '1 desk_lamp', '1 wardrobe']]]],
]

describe.each(cases)('%s', (_, requests) => {
  it.each(requests)('reads: %s', (request, expected) => {
    expect(read(request)).toEqual(expected)
  })
})

const objectsOf = (request: string) => {
  const [intent] = understand(request, { categories: [] }).intents
  return intent?.type === 'furnish' ? intent.brief.objects : []
}

it.each([
  ['two chairs, one brown, one yellow', ['brown', 'yellow']],
  ['两把椅子，一把红的一把蓝的', ['red', 'blue']],
])('gives each share its own looks: %s', (request, colours) => {
  expect(objectsOf(request).map(({ attributes }) => attributes?.colorName)).toEqual(colours)
})

it.each([
  ['a couch by the window', 'couch'],
  ['a sofa by the window', undefined],
  ['客廳放沙發', '沙發'],
])('takes the person’s own word as the label: %s', (request, label) => {
  expect(objectsOf(request)[0]!.label).toBe(label)
})

it('keeps a count as it was said, however large', () => {
  expect([objectsOf('10000 chairs')[0]!.count.min, objectsOf('一万把椅子')[0]!.count.min]).toEqual([10_000, 10_000])
})
