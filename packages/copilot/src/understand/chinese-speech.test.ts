import type { BriefObject, BriefRelation } from '@enfilade/layout'
import { describe, expect, it } from 'vitest'
import type { Intent } from './intent.ts'
import { understand } from './understand.ts'

type Furnish = Extract<Intent, { type: 'furnish' }>

const briefOf = (request: string) => {
  const intent = understand(request, { categories: [] }).intents[0] as Furnish
  expect(intent?.type).toBe('furnish')
  return intent.brief
}

/** "2 nightstand: flanking double_bed; no rug", by thing, with colour, material and shape where they were said. */
function read(request: string): string[] {
  const { objects, exclusions } = briefOf(request)
  const nameOf = (target: BriefRelation['target']) => {
    if (target?.kind === 'object') return objects.find(({ key }) => key === target.key)!.category
    if (target?.kind === 'building') return [target.side, target.part].filter(Boolean).join(' ')
    return target?.kind === 'category' ? target.category : ''
  }
  const looksOf = ({ attributes = {}, seats }: BriefObject) =>
    [attributes.colorName, attributes.material, attributes.shape, seats && `for ${seats}`].filter(Boolean).join(' ')
  const things = objects.map((object) => {
    const { min, max } = object.count
    const places = object.relations
      .filter(({ strength }) => strength !== 'wish')
      .map((relation) => `${relation.type} ${nameOf(relation.target)}`.trim())
    const head = [min === max ? min : `${min}..${max ?? ''}`, looksOf(object), object.category]
      .filter(Boolean)
      .join(' ')
    return places.length > 0 ? `${head}: ${places.join(', ')}` : head
  })
  return [...things, ...exclusions.map(({ category }) => `no ${category}`)]
}

type Cases = readonly (readonly [request: string, things: readonly string[]])[]

const refusals: Cases = [
  ['卧室放双人床，地毯千万别铺，电视绝对不能有', ['1 double_bed', 'no rug', 'no television']],
  ['卧室一张床，屋里不许有地毯和玻璃茶几', ['1 double_bed', 'no rug', 'no coffee_table']],
  ['客厅要沙发。书桌、地毯都不配。投影不用。', ['1 sofa', 'no rug', 'no desk', 'no projector']],
  ['次卧一张单人床，书桌就不要另外买了', ['1 single_bed', 'no desk']],
  ['男孩房单人床，玩具箱？他说不要。', ['1 single_bed', 'no toy_box']],
  ['客厅沙发，电视少不了，放在电视柜上', ['1 sofa', '1 television: on tv_stand', '1.. tv_stand']],
  ['我不看电视的，放书柜就行', ['1 bookcase', 'no television']],
  ['客厅一张沙发，无主灯', ['1 sofa', 'no ceiling_light', 'no pendant_light', 'no chandelier']],
]

const looks: Cases = [
  [
    '客厅沙发背靠北墙，深蓝色丝绒，三人位，前面铺一块圆形的米白地毯',
    ['1 navy velvet for 3 sofa: against_wall north wall', '1 cream round rug: in_front_of sofa'],
  ],
  ['书房书桌靠西边窗户，白色的，电脑椅黑色', ['1 white desk: by_window west window', '1 black office_chair']],
  ['书柜要一个，胡桃木的最好', ['1 walnut bookcase']],
  ['卧室窗帘要遮光的深灰色', ['1 dark grey curtain']],
]

const places: Cases = [
  [
    '床左边放一个床头柜右边放一盏落地灯',
    ['1.. double_bed', '1 nightstand: left_of double_bed', '1 floor_lamp: right_of double_bed'],
  ],
  ['儿童房单人床靠墙，书桌一张；中间一块圆地毯', ['1 single_bed: against_wall', '1 desk', '1 round rug: centred']],
  ['卧室一张护理床，床头靠墙，床边停一辆轮椅', ['1 care_bed: against_wall', '1 wheelchair: beside care_bed']],
  ['书房书架两个，挨着放，书桌上台灯别太亮', ['2 bookcase: beside bookcase', '1.. desk', '1 table_lamp: on desk']],
  ['卧室床头两盏壁灯', ['1.. double_bed', '2 wall_lamp: beside double_bed']],
  ['书房要一台望远镜，摆在窗户旁边，地球仪放书桌上', ['1 telescope: by_window window', '1 globe: on desk', '1.. desk']],
  ['卧室西墙做一排衣柜，北墙是书柜', ['2.. wardrobe: against_wall west wall', '1 bookcase: against_wall north wall']],
  ['窗边，放一张书桌', ['1 desk: by_window window']],
  [
    '卧室床头柜两个，放床两边，台灯各一盏放在上面',
    ['2 nightstand: flanking double_bed', '1.. double_bed', '2 table_lamp: on nightstand'],
  ],
  [
    '棋牌室麻将机居中，四把椅子围一圈，顶上一盏吊灯正对桌子',
    ['1 mahjong_table: centred', '4 dining_chair: around mahjong_table', '1 pendant_light: above mahjong_table'],
  ],
  ['会议室西墙一块白板', ['1 whiteboard: on_wall west wall']],
  ['客厅墙上一台电视，跟沙发对着', ['1 television: on_wall, facing sofa', '1.. sofa']],
  ['卫生间淋浴区放带靠背的洗澡椅', ['1.. shower', '1 shower_seat: inside shower']],
  ['卧室一张床，床头也靠西墙', ['1 double_bed: against_wall west wall']],
  ['客厅落地灯两盏，一个角一盏', ['2 floor_lamp: in_corner corner']],
  ['厨房要微波炉，搁台面上', ['1 microwave: on base_cabinet']],
  ['餐厅一张餐桌，上头吊一盏灯', ['1 dining_table', '1 pendant_light: above dining_table, hanging']],
]

const counts: Cases = [
  ['茶室六个蒲团围着矮茶桌', ['6 floor_cushion: around tea_table', '1.. tea_table']],
  ['书房四个工位，每个工位一台电脑一把椅子', ['4 desk', '4 monitor: on desk', '4 office_chair']],
  [
    '棋牌室。正中间摆一张方的麻将桌，四面各一把椅子',
    ['1 square mahjong_table: centred', '4 dining_chair: around mahjong_table'],
  ],
  [
    '茶室铺榻榻米，当中一张矮茶桌，四个蒲团围着它',
    ['1 kang', '1 tea_table: centred', '4 floor_cushion: around tea_table'],
  ],
  ['床头柜上方的墙上挂壁灯', ['1.. nightstand', '1 wall_lamp: above nightstand, on_wall']],
  ['台灯摆在窗边的书桌上', ['1 table_lamp: on desk', '1.. desk: by_window window']],
  ['打印机放在角落的矮柜上', ['1 printer: on cabinet', '1.. cabinet: in_corner corner']],
  ['棋牌室麻将桌四面各一把椅子', ['1.. mahjong_table', '4 dining_chair: around mahjong_table']],
  ['阳台花就来五盆吧，单人椅再加一对', ['5 plant', '2 armchair']],
  [
    '餐桌一张两边各三把椅子，两头各一把',
    ['1 dining_table', '6 dining_chair: flanking dining_table', '2 dining_chair: beside dining_table'],
  ],
  [
    '茶室茶台居中，主位一把圈椅在茶台后面，客位三把在茶台对面',
    ['1 tea_table: centred', '1 armchair: behind tea_table', '3 armchair: opposite tea_table'],
  ],
  ['我跟室友两个人用的书房，两张书桌，一人一把椅子', ['2 desk', '2 office_chair']],
  ['四把椅子，两把靠窗', ['2 dining_chair', '2 dining_chair: by_window window']],
  ['书房 murphy bed 或者 sofa bed 都行', ['1 sofa_bed']],
  ['之前挤一张桌子。这次书房一定要两张书桌', ['2 desk']],
  ['我在家教古筝也教钢琴，琴房里面要一架古筝', ['1 guzheng']],
]

describe('reading everyday Chinese', () => {
  for (const [title, cases] of Object.entries({ refusals, looks, places, counts }))
    for (const [request, things] of cases)
      it(`${title}: ${request}`, () => {
        expect(read(request)).toEqual(things)
      })
})
