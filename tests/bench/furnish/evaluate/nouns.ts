import { findKind, resolveCategory } from '@enfilade/catalogue'
import type { Model, Thing } from './scene-model.ts'

/** Words that stand for several kinds: any of them will do. */
const families: { readonly [word: string]: readonly string[] } = {
  bed: ['double_bed', 'single_bed', 'bunk_bed', 'loft_bed', 'care_bed', 'daybed', 'sofa_bed', 'kang'],
  king_bed: ['double_bed'],
  queen_bed: ['double_bed'],
  twin_bed: ['single_bed'],
  chair: [
    'dining_chair',
    'office_chair',
    'armchair',
    'rocking_chair',
    'kids_chair',
    'outdoor_chair',
    'recliner',
    'lift_chair',
  ],
  lamp: ['floor_lamp', 'table_lamp', 'desk_lamp', 'wall_lamp', 'pendant_light', 'night_light', 'chandelier'],
  light: [
    'ceiling_light',
    'pendant_light',
    'chandelier',
    'track_light',
    'floor_lamp',
    'table_lamp',
    'desk_lamp',
    'wall_lamp',
    'led_strip',
    'string_lights',
    'ceiling_fan',
    'night_light',
  ],
  table: [
    'dining_table',
    'coffee_table',
    'side_table',
    'console_table',
    'kids_table',
    'outdoor_table',
    'tea_table',
    'meeting_table',
    'desk',
  ],
  plant: ['plant', 'potted_plant', 'planter'],
  potted_plant: ['plant', 'potted_plant', 'planter'],
  houseplant: ['plant', 'potted_plant', 'planter'],
  indoor_plant: ['plant', 'potted_plant', 'planter'],
  bedside_lamp: ['table_lamp', 'wall_lamp', 'pendant_light'],
  reading_lamp: ['floor_lamp', 'table_lamp', 'desk_lamp', 'wall_lamp'],
  ceiling_lamp: ['ceiling_light', 'pendant_light', 'chandelier', 'track_light', 'ceiling_fan'],
  ceiling_light: ['ceiling_light', 'pendant_light', 'chandelier', 'track_light', 'ceiling_fan'],
  pendant_lamp: ['pendant_light', 'chandelier'],
  desk_chair: ['office_chair', 'dining_chair', 'kids_chair'],
  loveseat: ['sofa'],
  couch: ['sofa'],
  corner_sofa: ['sofa'],
  sectional_sofa: ['sofa'],
  painting: ['picture', 'tapestry'],
  artwork: ['picture', 'tapestry', 'sculpture'],
  poster: ['picture'],
  bookshelf: ['bookcase', 'shelving_unit', 'wall_shelf'],
  shelf: ['shelving_unit', 'bookcase', 'wall_shelf'],
  shelves: ['shelving_unit', 'bookcase', 'wall_shelf'],
  shelving_unit: ['shelving_unit', 'bookcase'],
  closet: ['wardrobe'],
  dresser: ['chest_of_drawers', 'dressing_table'],
  cot: ['crib', 'bassinet'],
  crib: ['crib', 'bassinet'],
  stove: ['cooker', 'hob'],
  cooktop: ['hob', 'cooker'],
  hob: ['hob', 'cooker'],
  sink: ['sink_cabinet', 'basin', 'vanity'],
  kitchen_sink: ['sink_cabinet'],
  washbasin: ['basin', 'vanity'],
  bathroom_sink: ['basin', 'vanity'],
  basin: ['basin', 'vanity'],
  wash_basin: ['basin', 'vanity'],
  vanity: ['vanity', 'basin'],
  kitchen_counter: ['base_cabinet', 'sink_cabinet', 'kitchen_island'],
  kitchen_cabinet: ['base_cabinet', 'wall_cabinet', 'tall_cabinet'],
  cupboard: ['cabinet', 'base_cabinet', 'wall_cabinet', 'tall_cabinet', 'wardrobe'],
  coat_rack: ['coat_rack', 'coat_stand', 'wall_hooks'],
  coat_stand: ['coat_rack', 'coat_stand'],
  coat_hooks: ['wall_hooks', 'coat_rack'],
  shoe_rack: ['shoe_rack', 'shoe_cabinet'],
  shoe_cabinet: ['shoe_cabinet', 'shoe_rack'],
  monitor: ['monitor', 'desktop_computer'],
  computer: ['desktop_computer', 'laptop', 'monitor'],
  piano: ['piano', 'grand_piano', 'electronic_keyboard'],
  upright_piano: ['piano'],
  digital_piano: ['electronic_keyboard', 'piano'],
  walker: ['walker', 'rollator'],
  recliner: ['recliner', 'lift_chair', 'massage_chair'],
  nursing_chair: ['rocking_chair', 'armchair', 'recliner'],
  pouf: ['pouf', 'ottoman'],
  ottoman: ['ottoman', 'pouf'],
  footstool: ['ottoman', 'pouf', 'stool'],
  laundry_basket: ['laundry_basket', 'basket'],
  towel_rail: ['towel_rack', 'heated_towel_rail'],
  towel_rack: ['towel_rack', 'heated_towel_rail'],
  mirror: ['mirror', 'mirror_cabinet', 'medicine_cabinet'],
  stool: ['stool', 'ottoman', 'bar_stool', 'piano_bench', 'pouf'],
  mat: ['mat', 'doormat', 'bath_mat', 'yoga_mat', 'play_mat'],
  desk_lamp: ['desk_lamp', 'table_lamp'],
  table_lamp: ['table_lamp', 'desk_lamp'],
  storage: [
    'cabinet',
    'chest_of_drawers',
    'shelving_unit',
    'bookcase',
    'sideboard',
    'wardrobe',
    'toy_box',
    'basket',
    'filing_cabinet',
    'tall_cabinet',
  ],
  toy_storage: ['toy_box', 'basket', 'shelving_unit', 'cabinet'],
  changing_table: ['changing_table', 'chest_of_drawers'],
}

/** Other names of one kind. */
const aliases: { readonly [word: string]: string } = {
  tv: 'television',
  tv_unit: 'tv_stand',
  tv_cabinet: 'tv_stand',
  media_console: 'tv_stand',
  bedside_table: 'nightstand',
  night_table: 'nightstand',
  pendant_light: 'pendant_light',
  wall_light: 'wall_lamp',
  sconce: 'wall_lamp',
  fridge: 'refrigerator',
  carpet: 'rug',
  area_rug: 'rug',
  bookshelves: 'bookcase',
  screen: 'room_divider',
  folding_screen: 'room_divider',
  vanity_table: 'dressing_table',
  makeup_table: 'dressing_table',
  washer: 'washing_machine',
  extractor_hood: 'range_hood',
  cooker_hood: 'range_hood',
  bath: 'bathtub',
  grab_rail: 'grab_bar',
  handrail: 'grab_bar',
  shower_stool: 'shower_seat',
  shower_chair: 'shower_seat',
  rubbish_bin: 'trash_bin',
  wastebasket: 'trash_bin',
  exercise_mat: 'yoga_mat',
  spin_bike: 'exercise_bike',
  stationary_bike: 'exercise_bike',
  hospital_bed: 'care_bed',
  nursing_bed: 'care_bed',
  bunk: 'bunk_bed',
  picture: 'picture',
  curtains: 'curtain',
  drapes: 'curtain',
  pc: 'desktop_computer',
}

/** Words so wide that in a list of several names they stand only for the kind that is usually called so. */
const wide: ReadonlySet<string> = new Set([
  'bed',
  'chair',
  'lamp',
  'light',
  'table',
  'storage',
  'mat',
  'shelf',
  'shelves',
])

const plainWord = (word: string): string =>
  word
    .trim()
    .toLowerCase()
    .replaceAll(/[\s-]+/g, '_')

/** The catalogue's kinds that a word may mean; itself where the catalogue does not have it. */
export function kindsMeant(word: string, isAlone = true): readonly string[] {
  const plain = plainWord(word)
  const family = families[plain]
  return family && (isAlone || !wide.has(plain)) ? [...family, plain] : kindCalled(plain)
}

/** The one kind of that name; itself where the catalogue does not have it. */
export function kindCalled(word: string): readonly string[] {
  const plain = plainWord(word)
  const alias = aliases[plain]
  if (alias) return [alias]
  if (findKind(plain)) return [plain]
  const resolved = resolveCategory(plain.replaceAll('_', ' '))
  return resolved ? [resolved, plain] : [plain]
}

const isKnown = (word: string): boolean => kindsMeant(word).some((kind) => findKind(kind) !== undefined)

/** Things that one of the words names. A placeholder counts only where the catalogue has nothing of the kind. */
export function thingsNamed(model: Model, words: string | readonly string[]): Thing[] {
  const list = typeof words === 'string' ? [words] : words
  const meant = new Set(list.flatMap((word) => kindsMeant(word, list.length === 1)))
  const isCatalogued = list.some(isKnown)
  return model.things.filter(({ object, category }) => {
    if (object?.placeholder && isCatalogued) return false
    if (meant.has(category) || meant.has(findKind(category)?.id ?? '')) return true
    if (findKind(category)) return false
    const label = (object?.label ?? '').toLowerCase().replaceAll(/[\s-]+/g, '_')
    return meant.has(label) || list.some((word) => nounOf(category) === nounOf(word) || nounOf(label) === nounOf(word))
  })
}

/** Without plural s and spelling of joints: `tatami-mats` and `tatami_mat` are one. */
const nounOf = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, '')
    .replace(/s$/, '')

/** Words that mean a part of the building where a thing is expected. */
export const buildingWords: { readonly [word: string]: 'window' | 'door' | 'wall' } = {
  window: 'window',
  bay_window: 'window',
  door: 'door',
  doorway: 'door',
  entrance: 'door',
  entrance_door: 'door',
  balcony_door: 'door',
  wall: 'wall',
}
