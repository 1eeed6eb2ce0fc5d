import { describe, expect, it } from 'vitest'
import { describeItem, findKind, kinds, resolveCategory, resolveWord, searchKinds } from './index.ts'

/** The 59 object labels of the SpatialLM category list, with their Chinese. */
const LABELS = [
  ['sofa', '沙发'],
  ['chair', '椅子'],
  ['dining_chair', '餐椅'],
  ['bar_chair', '吧椅'],
  ['stool', '凳子'],
  ['bed', '床'],
  ['pillow', '枕头'],
  ['wardrobe', '衣柜'],
  ['nightstand', '床头柜'],
  ['tv_cabinet', '电视柜'],
  ['wine_cabinet', '酒柜'],
  ['bathroom_cabinet', '浴室柜'],
  ['shoe_cabinet', '鞋柜'],
  ['entrance_cabinet', '玄关柜'],
  ['decorative_cabinet', '装饰柜'],
  ['washing_cabinet', '洗衣柜'],
  ['wall_cabinet', '吊柜'],
  ['sideboard', '餐边柜'],
  ['cupboard', '橱柜'],
  ['coffee_table', '茶几'],
  ['dining_table', '餐桌'],
  ['side_table', '边几'],
  ['dressing_table', '梳妆台'],
  ['desk', '书桌'],
  ['integrated_stove', '集成灶'],
  ['gas_stove', '燃气灶'],
  ['range_hood', '油烟机'],
  ['micro-wave_oven', '微波炉'],
  ['sink', '水槽'],
  ['stove', '炉灶'],
  ['refrigerator', '冰箱'],
  ['hand_sink', '洗手盆'],
  ['shower', '淋浴'],
  ['shower_room', '淋浴房'],
  ['toilet', '马桶'],
  ['tub', '浴缸'],
  ['illumination', '照明灯具'],
  ['chandelier', '吊灯'],
  ['floor-standing_lamp', '落地灯'],
  ['wall_decoration', '墙饰'],
  ['painting', '挂画'],
  ['curtain', '窗帘'],
  ['carpet', '地毯'],
  ['plants', '植物'],
  ['potted_bonsai', '盆栽'],
  ['tv', '电视'],
  ['computer', '电脑'],
  ['air_conditioner', '空调'],
  ['washing_machine', '洗衣机'],
  ['clothes_rack', '衣架'],
  ['mirror', '镜子'],
  ['bookcase', '书柜'],
  ['cushion', '靠垫'],
  ['bar', '吧台'],
  ['screen', '屏风'],
  ['combination_sofa', '组合沙发'],
  ['dining_table_combination', '餐桌椅组合'],
  ['leisure_table_and_chair_combination', '休闲桌椅组合'],
  ['multifunctional_combination_bed', '多功能组合床'],
] as const

/** Ids and Chinese names of the size table this catalogue was made from, with the category they belong to. */
const SIZE_TABLE = [
  ['single_bed', '单人床', 'single_bed'],
  ['double_bed_150', '双人床(1.5m)', 'double_bed'],
  ['double_bed_180', '双人床(1.8m)', 'double_bed'],
  ['bunk_bed', '高低床', 'bunk_bed'],
  ['crib', '婴儿床', 'crib'],
  ['care_bed', '护理床', 'care_bed'],
  ['sofa_bed', '沙发床', 'sofa_bed'],
  ['nightstand', '床头柜', 'nightstand'],
  ['wardrobe', '衣柜', 'wardrobe'],
  ['sliding_wardrobe', '推拉门衣柜', 'wardrobe'],
  ['chest_of_drawers', '斗柜', 'chest_of_drawers'],
  ['vanity_stool', '梳妆凳', 'stool'],
  ['floor_mirror', '穿衣镜', 'mirror'],
  ['bed_bench', '床尾凳', 'bench'],
  ['armchair', '单人沙发', 'armchair'],
  ['sofa_2', '双人沙发', 'sofa'],
  ['sofa_3', '三人沙发', 'sofa'],
  ['sofa_l', 'L形转角沙发', 'sofa'],
  ['chaise_longue', '贵妃榻', 'chaise_longue'],
  ['ottoman', '脚凳', 'ottoman'],
  ['bean_bag', '懒人沙发', 'bean_bag'],
  ['rocking_chair', '摇椅', 'rocking_chair'],
  ['recliner_lift_chair', '助起沙发', 'lift_chair'],
  ['bench', '长凳', 'bench'],
  ['shoe_bench', '换鞋凳', 'bench'],
  ['stool', '凳子', 'stool'],
  ['floor_cushion', '坐垫/蒲团', 'floor_cushion'],
  ['coffee_table', '茶几', 'coffee_table'],
  ['side_table', '边几', 'side_table'],
  ['console_table', '玄关桌', 'console_table'],
  ['dining_table_4', '四人餐桌', 'dining_table'],
  ['dining_table_6', '六人餐桌', 'dining_table'],
  ['dining_table_round', '圆餐桌', 'dining_table'],
  ['dining_chair', '餐椅', 'dining_chair'],
  ['bar_table', '吧台桌', 'dining_table'],
  ['bar_stool', '吧凳', 'bar_stool'],
  ['high_chair', '儿童餐椅', 'high_chair'],
  ['desk', '书桌', 'desk'],
  ['l_desk', '转角书桌', 'desk'],
  ['standing_desk', '升降桌', 'desk'],
  ['office_chair', '办公椅', 'office_chair'],
  ['gaming_chair', '电竞椅', 'office_chair'],
  ['filing_cabinet', '文件柜', 'filing_cabinet'],
  ['tv_stand', '电视柜', 'tv_stand'],
  ['tv_55', '电视(55寸)', 'television'],
  ['tv_wall', '壁挂电视', 'television'],
  ['bookcase', '书柜', 'bookcase'],
  ['shelving_unit', '置物架', 'shelving_unit'],
  ['display_cabinet', '展示柜', 'display_cabinet'],
  ['sideboard', '餐边柜', 'sideboard'],
  ['wine_cabinet', '酒柜', 'display_cabinet'],
  ['shoe_cabinet', '鞋柜', 'shoe_cabinet'],
  ['coat_rack', '衣帽架', 'coat_rack'],
  ['low_cabinet', '储物柜', 'cabinet'],
  ['trolley', '小推车', 'trolley'],
  ['upright_piano', '立式钢琴', 'piano'],
  ['room_divider', '屏风隔断', 'room_divider'],
  ['floor_lamp', '落地灯', 'floor_lamp'],
  ['table_lamp', '台灯', 'table_lamp'],
  ['pendant_light', '吊灯', 'pendant_light'],
  ['ceiling_light', '吸顶灯', 'ceiling_light'],
  ['chandelier', '枝形吊灯', 'chandelier'],
  ['wall_lamp', '壁灯', 'wall_lamp'],
  ['rug', '地毯', 'rug'],
  ['large_plant', '大型绿植', 'plant'],
  ['small_plant', '小型绿植', 'potted_plant'],
  ['wall_art', '挂画', 'picture'],
  ['wall_mirror', '墙镜', 'mirror'],
  ['wall_clock', '挂钟', 'clock'],
  ['wall_shelf', '墙上搁板', 'wall_shelf'],
  ['curtain', '窗帘', 'curtain'],
  ['kids_table', '儿童桌', 'kids_table'],
  ['kids_chair', '儿童椅', 'kids_chair'],
  ['toy_box', '玩具箱', 'toy_box'],
  ['play_mat', '游戏垫', 'play_mat'],
  ['changing_table', '尿布台', 'changing_table'],
  ['exercise_bike', '动感单车', 'exercise_bike'],
  ['yoga_mat', '瑜伽垫', 'yoga_mat'],
  ['base_cabinet', '地柜', 'base_cabinet'],
  ['sink_cabinet', '水槽柜', 'sink_cabinet'],
  ['wall_cabinet', '吊柜', 'wall_cabinet'],
  ['gas_hob', '燃气灶(台面)', 'hob'],
  ['cooker', '一体灶/烤炉', 'cooker'],
  ['range_hood', '抽油烟机', 'range_hood'],
  ['oven_builtin', '嵌入式烤箱', 'oven'],
  ['dishwasher', '洗碗机', 'dishwasher'],
  ['fridge_single', '单门冰箱', 'refrigerator'],
  ['fridge_double', '对开门冰箱', 'refrigerator'],
  ['microwave', '微波炉', 'microwave'],
  ['kitchen_island', '中岛台', 'kitchen_island'],
  ['trash_bin', '垃圾桶', 'trash_bin'],
  ['toilet', '坐便器', 'toilet'],
  ['wall_toilet', '壁挂坐便器', 'toilet'],
  ['basin_vanity', '浴室柜洗面台', 'vanity'],
  ['wall_basin', '壁挂洗面盆', 'basin'],
  ['bathtub', '浴缸', 'bathtub'],
  ['freestanding_tub', '独立式浴缸', 'bathtub'],
  ['shower_cabin', '淋浴房', 'shower'],
  ['shower_seat', '浴凳/折叠浴座', 'shower_seat'],
  ['grab_bar_h', '水平扶手', 'grab_bar'],
  ['grab_bar_v', '垂直扶手', 'grab_bar'],
  ['towel_rack', '毛巾架', 'towel_rack'],
  ['bath_mat', '浴室地垫', 'bath_mat'],
  ['mirror_cabinet', '镜柜', 'mirror_cabinet'],
  ['washing_machine', '洗衣机', 'washing_machine'],
  ['dryer', '干衣机', 'dryer'],
  ['laundry_basket', '脏衣篮', 'laundry_basket'],
  ['drying_rack', '晾衣架', 'drying_rack'],
  ['ac_wall', '壁挂空调', 'air_conditioner'],
  ['ac_floor', '柜式空调', 'air_conditioner'],
  ['radiator', '暖气片', 'radiator'],
  ['wheelchair', '手动轮椅', 'wheelchair'],
  ['power_wheelchair', '电动轮椅', 'wheelchair'],
  ['walker', '助行器', 'walker'],
  ['commode_chair', '坐便椅', 'commode_chair'],
] as const

describe('resolveCategory', () => {
  it.each(LABELS)('knows the label %s and its Chinese %s', (label, zh) => {
    expect(findKind(resolveCategory(label) ?? '')).toBeDefined()
    expect(findKind(resolveCategory(zh) ?? '')).toBeDefined()
  })

  it.each(LABELS)('has a kind for an imported %s as it stands, and calls it so', (label, zh) => {
    expect(findKind(label)?.id).toBe(resolveCategory(label))
    if (findKind(label)?.id !== label) expect(describeItem({ category: label }, 'zh')).toBe(zh)
    expect(describeItem({ category: label }, 'en')).toMatch(/^[A-Z]/)
  })

  it.each([
    ['desk_chair', 'office_chair'],
    ['couch', 'sofa'],
    ['bedside_table', 'nightstand'],
    ['ping_pong_table', 'table_tennis_table'],
  ])('takes another program’s %s for a %s', (category, id) => {
    expect(findKind(category)?.id).toBe(id)
    expect(describeItem({ category }, 'zh')).toBe(findKind(id)!.names.zh[0])
  })

  it.each(['Bed', 'beds', 'big bed', 'constructor', '__proto__', '沙发'])('has no kind for %s', (word) => {
    expect(findKind(word)).toBeUndefined()
  })

  it.each(SIZE_TABLE)('reads %s and %s as %s', (id, zh, category) => {
    expect(resolveCategory(id)).toBe(category)
    expect(resolveCategory(zh)).toBe(category)
  })

  it.each(kinds.map((kind) => [kind.id, kind] as const))(
    'finds %s by its id, labels, plural and spaced form',
    (id, kind) => {
      expect(resolveCategory(id)).toBe(id)
      expect(resolveCategory(kind.names.en[0]!)).toBe(id)
      expect(resolveCategory(kind.names.zh[0]!)).toBe(id)
      expect(resolveCategory(id.replaceAll('_', ' ').toUpperCase())).toBe(id)
      const plural = /(ch|sh|s|x)$/.test(id) ? `${id}es` : /[^aeiou]y$/.test(id) ? `${id.slice(0, -1)}ies` : `${id}s`
      expect(resolveCategory(plural)).toBe(id)
    },
  )

  it.each([
    ['a grey linen sofa', 'sofa'],
    ['two bookshelves', 'bookcase'],
    ['布艺沙发', 'sofa'],
    ['实木床头柜', 'nightstand'],
    ['bedside lamp', 'table_lamp'],
    ['  TV-Cabinet ', 'tv_stand'],
    ['tv', 'television'],
    ['婴儿床', 'crib'],
    ['床', 'double_bed'],
    ['chair', 'dining_chair'],
  ])('reads “%s” as %s', (word, category) => {
    expect(resolveCategory(word)).toBe(category)
  })

  it.each([
    '',
    ' ',
    'hello world',
    '🙂',
    'toString',
    '__proto__',
    'massage table',
    'traffic light',
    'x'.repeat(10_000),
  ])('knows no “%s”', (word) => {
    expect(resolveCategory(word)).toBeUndefined()
  })
})

describe('names', () => {
  it('no word is a name of two kinds, in either language', () => {
    const owners = new Map<string, Set<string>>()
    for (const kind of kinds) {
      const presets = kind.presets.flatMap(({ id, names }) => [id, ...names.en, ...names.zh])
      for (const word of [kind.id, ...kind.names.en, ...kind.names.zh, ...presets]) {
        const key = word.toLowerCase().replaceAll('_', ' ')
        owners.set(key, (owners.get(key) ?? new Set()).add(kind.id))
      }
    }
    expect([...owners].filter(([, ids]) => ids.size > 1).map(([word, ids]) => `${word}: ${[...ids]}`)).toEqual([])
  })

  it('every synonym leads to its own kind', () => {
    const astray = kinds.flatMap((kind) =>
      [...kind.names.en, ...kind.names.zh].filter((name) => resolveCategory(name) !== kind.id),
    )
    expect(astray).toEqual([])
  })
})

describe('resolveWord', () => {
  it.each([
    ['sofa_2', 'sofa_2'],
    ['双人沙发', 'sofa_2'],
    ['two-seater sofa', 'sofa_2'],
    ['L形沙发', 'sofa_l'],
    ['king size bed', 'double_bed_180'],
    ['1.8米床', 'double_bed_180'],
    ['round dining table', 'dining_table_round'],
    ['穿衣镜', 'floor_mirror'],
  ])('knows that “%s” names a size or form', (word, preset) => {
    expect(resolveWord(word)?.preset?.id).toBe(preset)
  })
})

describe('searchKinds', () => {
  const ids = (query: string, locale: 'en' | 'zh' = 'en') => searchKinds(query, locale).map((kind) => kind.id)

  it('gives everything for an empty query', () => {
    expect(searchKinds('', 'en')).toEqual(kinds)
  })

  it.each([
    ['sof', 'sofa'],
    ['couch', 'sofa'],
    ['fridge', 'refrigerator'],
    ['desk', 'desk'],
    ['wardobe', 'wardrobe'],
    ['refridgerator', 'refrigerator'],
    ['沙发', 'sofa'],
    ['衣柜', 'wardrobe'],
    ['chairs', 'dining_chair'],
  ])('puts the best match for “%s” first', (query, id) => {
    expect(ids(query, /[a-z]/.test(query) ? 'en' : 'zh')[0]).toBe(id)
  })

  it('finds by part of a word, in the other language too, and nothing for nonsense', () => {
    expect(ids('lamp')).toEqual(expect.arrayContaining(['desk_lamp', 'floor_lamp', 'table_lamp', 'wall_lamp']))
    expect(ids('灯', 'en')).toEqual(expect.arrayContaining(['floor_lamp', 'pendant_light']))
    expect(ids('qzxv')).toEqual([])
  })
})

describe('describeItem', () => {
  it('prefers the person’s own word, then the kind’s name, then the category in words', () => {
    expect(describeItem({ category: 'sofa', label: 'Grandma’s couch' }, 'en')).toBe('Grandma’s couch')
    expect(describeItem({ category: 'sofa' }, 'zh')).toBe('沙发')
    expect(describeItem({ category: 'flux_capacitor' }, 'en')).toBe('Flux capacitor')
  })
})
