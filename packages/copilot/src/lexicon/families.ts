import { findKind } from '@enfilade/catalogue'
import { singulars } from '../understand/singulars.ts'

/** A word for several categories ("chair", 灯): which one is meant depends on where it goes; "the chair" may be any. */
export type Family = {
  readonly words: readonly string[]
  /** The first is meant where nothing says otherwise. */
  readonly categories: readonly string[]
}

export const families: readonly Family[] = [
  {
    words: ['chair', 'seat', '椅子', '椅'],
    categories: [
      'dining_chair',
      'office_chair',
      'armchair',
      'kids_chair',
      'rocking_chair',
      'outdoor_chair',
      'high_chair',
      'recliner',
      'chaise_longue',
      'sun_lounger',
      'massage_chair',
      'lift_chair',
    ],
  },
  {
    words: ['lamp', 'light', 'lighting', 'light fixture', '灯', '电灯', '灯具', '照明'],
    categories: ['floor_lamp', 'table_lamp', 'desk_lamp', 'ceiling_light', 'pendant_light', 'wall_lamp', 'chandelier'],
  },
  {
    words: ['table', '桌子', '桌', '台子'],
    categories: [
      'dining_table',
      'coffee_table',
      'side_table',
      'desk',
      'kids_table',
      'dressing_table',
      'tea_table',
      'outdoor_table',
      'meeting_table',
      'changing_table',
      'mahjong_table',
      'chess_table',
      'console_table',
      'overbed_table',
    ],
  },
  {
    words: ['bed', '床', '床头'],
    categories: ['double_bed', 'single_bed', 'bunk_bed', 'crib', 'care_bed', 'sofa_bed', 'loft_bed', 'daybed', 'kang'],
  },
  {
    words: ['cabinet', 'cupboard', '柜子', '柜'],
    categories: [
      'sideboard',
      'chest_of_drawers',
      'bookcase',
      'wardrobe',
      'shoe_cabinet',
      'cabinet',
      'display_cabinet',
      'wall_cabinet',
      'base_cabinet',
      'nightstand',
      'tv_stand',
      'tall_cabinet',
      'filing_cabinet',
      'medicine_cabinet',
      'bar_cabinet',
      'vanity',
    ],
  },
  { words: ['unit', 'units'], categories: ['tv_stand', 'shelving_unit', 'sideboard', 'base_cabinet', 'wall_cabinet'] },
  { words: ['bench'], categories: ['bench', 'piano_bench'] },
  { words: ['screen'], categories: ['room_divider', 'television', 'projector_screen', 'monitor'] },
  { words: ['主灯', '顶灯'], categories: ['ceiling_light', 'pendant_light', 'chandelier'] },
  {
    words: ['矮柜', '低柜', '小柜', '小柜子', '边柜', '长柜'],
    categories: ['sideboard', 'cabinet', 'chest_of_drawers', 'tv_stand', 'nightstand'],
  },
  { words: ['立柜', '高立柜'], categories: ['wardrobe', 'cabinet', 'bookcase', 'display_cabinet'] },
  { words: ['藤椅', '藤编椅', '藤椅子'], categories: ['armchair', 'outdoor_chair', 'dining_chair'] },
  { words: ['床头灯'], categories: ['table_lamp', 'wall_lamp', 'pendant_light'] },
  { words: ['毯子', '毯', '小毯子', '毛毯'], categories: ['blanket', 'rug'] },
  { words: ['炉子', '火炉'], categories: ['fireplace', 'cooker'] },
  { words: ['躺椅'], categories: ['recliner', 'sun_lounger'] },
  { words: ['垫子'], categories: ['mat', 'bath_mat', 'doormat', 'yoga_mat', 'play_mat'] },
  { words: ['plant', '植物', '绿植', '盆栽', '花'], categories: ['plant', 'potted_plant'] },
  { words: ['shelf', 'shelving', '架子', '置物架'], categories: ['bookcase', 'shelving_unit', 'wall_shelf'] },
]

/** The family that a noun names by itself, with only the categories that the catalogue has. */
export function familyOf(noun: string): Family | undefined {
  const word = noun.toLowerCase()
  const forms = [word, ...singulars(word)]
  const family = families.find(({ words }) => words.some((entry) => forms.includes(entry)))
  if (!family) return undefined
  const categories = family.categories.filter((category) => findKind(category) !== undefined)
  return categories.length > 0 ? { ...family, categories } : undefined
}
