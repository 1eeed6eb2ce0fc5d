import type { Bounds, BriefObject, BriefRelation } from '@enfilade/layout'
import { describe, expect, it } from 'vitest'
import type { Intent } from './intent.ts'
import { understand } from './understand.ts'

type Furnish = Extract<Intent, { type: 'furnish' }>

const briefOf = (request: string) => {
  const intent = understand(request, { categories: [] }).intents[0] as Furnish
  expect(intent?.type).toBe('furnish')
  return intent.brief
}

const range = ({ exact, min, max }: Bounds) => String(exact ?? `${min ?? ''}..${max ?? ''}`)

/** "2 nightstand 0.45 wide: flanking double_bed", one line a thing. */
function lines(request: string): string[] {
  const { objects } = briefOf(request)
  const nameOf = (target: BriefRelation['target']) => {
    if (target?.kind === 'object') return objects.find(({ key }) => key === target.key)!.category
    if (target?.kind === 'building') return [target.side, target.part].filter(Boolean).join(' ')
    return target?.kind === 'category' ? target.category : ''
  }
  const sizes = ({ size = {}, hangAt }: BriefObject) =>
    [
      size.width && `${range(size.width)} wide`,
      size.depth && `${range(size.depth)} deep`,
      size.height && `${range(size.height)} high`,
      hangAt && `hung at ${range(hangAt)}`,
    ].filter(Boolean)
  return objects.map((object) => {
    const { min, max } = object.count
    const count = min === max ? String(min) : `${min}..${max ?? ''}`
    const places = object.relations.map(({ type, target, negated, distance }) =>
      [negated && 'not', type, nameOf(target), distance && range(distance)].filter(Boolean).join(' '),
    )
    const thing = [count, object.category, ...sizes(object)].join(' ')
    return places.length > 0 ? `${thing}: ${places.join(', ')}` : thing
  })
}

type Cases = readonly (readonly [request: string, things: readonly string[]])[]

const counts: Cases = [
  [
    '客厅大概25平 沙发 茶几 单人沙发两个 落地灯一个 绿植两盆',
    ['1 sofa', '1 coffee_table', '2 armchair', '1 floor_lamp', '2 plant'],
  ],
  ['电视柜一个茶几一个沙发一个单人椅两把', ['1 tv_stand', '1 coffee_table', '1 sofa', '2 armchair']],
  ['合租三个人，每人一张床一张书桌一个衣柜', ['3 single_bed', '3 desk', '3 wardrobe']],
  ['两个人在家办公的书房，两张书桌面对面放，每人一把椅子', ['2 desk: facing desk', '2 office_chair']],
  [
    '餐厅放一张能坐六个人的长餐桌，椅子围着桌子',
    ['1 dining_table 1.6..1.8 wide', '6 dining_chair: around dining_table'],
  ],
  ['床头两侧悬挂吊灯各一盏', ['1.. double_bed', '2 pendant_light: flanking double_bed']],
  ['一组沙发', ['1 sofa']],
  ['墙边一溜书架 靠窗躺椅一把', ['2.. bookcase: against_wall', '1 recliner: by_window window']],
  ['椅子不要超过四把', ['0..4 dining_chair']],
  ['卧室一张床，一张桌子，一把椅子', ['1 double_bed', '1 desk', '1 office_chair']],
  ['餐桌四周六把藤椅围坐', ['1.. dining_table', '6 dining_chair: around dining_table']],
]

const sizes: Cases = [
  ['一张一米六长、七十公分宽的书桌', ['1 desk 1.6 wide 0.7 deep']],
  ['床要1米8宽2米长', ['1 double_bed 1.8 wide 2 deep']],
  ['2.4米宽2.2米高60厘米深的衣柜', ['1 wardrobe 2.4 wide 0.6 deep 2.2 high']],
  ['书桌宽120深60', ['1 desk 1.2 wide 0.6 deep']],
  ['一个宽80公分高1米8的书柜', ['1 bookcase 0.8 wide 1.8 high']],
  ['电视柜2米左右', ['1 tv_stand 1.86..2.14 wide']],
  ['茶几别高过45公分', ['1 coffee_table ..0.45 high']],
  ['书柜别太高，不超过1.5米', ['1 bookcase ..1.5 high']],
  ['吊灯离地2米', ['1 pendant_light hung at 2']],
  ['一个60公分见方的边几', ['1 side_table 0.6 wide 0.6 deep']],
  ['六尺宽的床', ['1 double_bed 2 wide']],
  ['沙发（约2米）', ['1 sofa 1.86..2.14 wide']],
  ['书桌：窗下，1.2m', ['1 desk 1.2 wide: under_window window']],
  ['一张长两米二的胡桃木餐桌', ['1 dining_table 2.2 wide']],
]

const places: Cases = [
  [
    '床头朝东，床尾对面墙上装电视',
    ['1 double_bed: against_wall east wall', '1 television: opposite double_bed, on_wall'],
  ],
  ['门口右侧放伞架，左侧放鞋柜', ['1 umbrella_stand: right_of door', '1 shoe_cabinet: left_of door']],
  [
    '客厅想要个沙发，对面电视柜，电视放柜子上，中间摆个圆茶几，底下铺块地毯',
    [
      '1 sofa',
      '1 tv_stand: opposite sofa',
      '1 television: on tv_stand',
      '1 coffee_table: between sofa',
      '1 rug: under coffee_table',
    ],
  ],
  ['中间一张茶桌，四周放四个蒲团', ['1 tea_table: centred', '4 floor_cushion: around tea_table']],
  [
    '茶几上摆一个花瓶和两本书，沙发上放三个抱枕',
    ['1.. coffee_table', '1 vase: on coffee_table', '2 book: on coffee_table', '1.. sofa', '3 cushion: on sofa'],
  ],
  [
    '一张书桌，上面摆台电脑和一盏台灯，前面一把椅子',
    ['1 desk', '1 monitor: on desk', '1 table_lamp: on desk', '1 office_chair: in_front_of desk'],
  ],
  ['钢琴放在窗户左边，琴凳在前面', ['1 piano: left_of window', '1 piano_bench: in_front_of piano']],
  ['左边是衣柜，右边是书桌', ['1 wardrobe: near left room', '1 desk: near right room']],
  ['马桶在最里面', ['1 toilet: near back room']],
  [
    '双人床靠北墙，两边床头柜各放台灯',
    ['1 double_bed: against_wall north wall', '2 nightstand: flanking double_bed', '2 table_lamp: on nightstand'],
  ],
  [
    '会议室中间一张长桌，十把办公椅围一圈',
    ['1 dining_table 1.57.. wide: centred', '10 office_chair: around dining_table'],
  ],
  ['衣柜占满西墙', ['1 wardrobe: against_wall west wall']],
  ['一整面墙的书柜，至少四个', ['4.. bookcase: against_wall']],
  ['餐桌靠墙放，三面放椅子，一共五把', ['1 dining_table: against_wall', '5 dining_chair: around dining_table']],
  ['靠阳台那边放个跑步机', ['1 treadmill: by_window']],
  ['衣柜顶上放两个收纳箱', ['1.. wardrobe', '2 basket: on wardrobe']],
]

const distances: Cases = [
  ['茶几与沙发间距40厘米', ['1 coffee_table: near sofa 0.4', '1.. sofa']],
  ['沙发和电视之间距离3米以上', ['1 sofa: far television 3..', '1.. television']],
  ['床和衣柜之间要留90公分', ['1 double_bed: far wardrobe 0.9..', '1.. wardrobe']],
]

describe('reading spoken Chinese', () => {
  it.each(counts)('counts: %s', (request, things) => expect(lines(request)).toEqual(things))
  it.each(sizes)('measures: %s', (request, things) => expect(lines(request)).toEqual(things))
  it.each(places)('places: %s', (request, things) => expect(lines(request)).toEqual(things))
  it.each(distances)('keeps apart: %s', (request, things) => expect(lines(request)).toEqual(things))

  it.each([
    ['布艺沙发', { material: 'linen' }],
    ['皮沙发', { material: 'leather' }],
    ['浅灰布艺沙发', { material: 'linen', colorName: 'light grey' }],
    ['衣柜要带抽屉', { parts: [{ part: 'drawers' }] }],
  ])('looks: %s', (request, looks) => expect(briefOf(request).objects[0]!.attributes).toMatchObject(looks))

  it.each([
    ['爷爷腿脚不好，床边要有扶手，地上别铺地毯', ['rug']],
    ['窗帘要米色的，床品不管，床是胡桃木的', []],
    ['电视就不要了，装个投影', ['television']],
    ['不要吊灯，只要落地灯', ['pendant_light']],
  ])('leaves out: %s', (request, categories) =>
    expect(briefOf(request).exclusions.map(({ category }) => category)).toEqual(categories),
  )

  it('keeps a bed off the wall that is refused behind it', () => {
    expect(briefOf('护理床一侧靠墙不行，两边都要能下床').objects[0]).toMatchObject({
      category: 'care_bed',
      relations: [{ type: 'away_from_wall' }],
    })
  })

  it('keeps the door clear, not the window named before it', () => {
    const about = { kind: 'building', part: 'door' }
    expect(briefOf('衣柜不要放在窗户旁边，也别挡住门').demands).toMatchObject([{ type: 'keep_clear', about }])
  })

  it('makes no room as wide as a table', () => {
    expect(understand('一张长两米二的胡桃木餐桌', { categories: [] }).intents[0]).not.toMatchObject({
      plan: { rooms: [{ size: { width: 2.2 } }] },
    })
  })
})
