/** Kinds that a bare "chair" may mean. */
const CHAIRS = /chair|recliner|stool/

/**
 * Kinds that a person counts as the same thing: whoever names one of them has said how many there are to be, and "no"
 * excludes them all.
 */
const families: readonly (readonly string[])[] = [
  ['double_bed', 'single_bed', 'bunk_bed', 'loft_bed', 'day_bed', 'daybed', 'care_bed', 'kang'],
  ['sofa', 'sofa_bed', 'loveseat', 'chaise_longue'],
  ['armchair', 'recliner', 'rocking_chair', 'lift_chair', 'massage_chair', 'chaise_longue', 'hanging_chair'],
  ['plant', 'potted_plant', 'planter', 'flower_pot'],
  ['picture', 'painting', 'poster', 'tapestry', 'photo_frame', 'wall_art'],
  ['wardrobe', 'closet'],
  ['bookcase', 'shelving_unit', 'bookshelf'],
  ['dining_chair', 'chair', 'folding_chair', 'stool'],
  ['office_chair', 'desk_chair', 'gaming_chair'],
  ['dining_table', 'bar_table', 'outdoor_table'],
  ['coffee_table', 'nesting_tables', 'tea_table'],
  ['table_lamp', 'desk_lamp', 'night_light'],
  ['ceiling_light', 'pendant_light', 'chandelier', 'ceiling_fan', 'track_light'],
  ['television', 'projector', 'projector_screen'],
  ['rug', 'carpet'],
  ['curtain', 'blind', 'shower_curtain'],
  ['mirror', 'mirror_cabinet', 'floor_mirror'],
  ['shower', 'shower_cabin'],
  ['vanity', 'basin'],
  ['refrigerator', 'fridge'],
  ['nightstand', 'bedside_table'],
  ['chest_of_drawers', 'dresser'],
  ['basket', 'laundry_basket'],
  ['coat_rack', 'coat_stand', 'wall_hooks'],
  ['shoe_cabinet', 'shoe_rack'],
  ['clock', 'alarm_clock', 'grandfather_clock'],
  ['monitor', 'desktop_computer'],
  ['bench', 'piano_bench', 'shoe_bench'],
  ['crib', 'bassinet'],
  ['cooker', 'hob', 'stove'],
  ['vase', 'flower_vase'],
  ['cushion', 'pillow', 'floor_cushion'],
  ['ottoman', 'pouf', 'footstool'],
  ['stool', 'bar_stool', 'vanity_stool'],
]

/** Wider families that a bare word means: "a lamp", "two chairs". */
const bareWords: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:\W*\b(?:an?|the|no|any|one|two|three|four|some|\d+)\b)*\W*(?:lamps?|lights?)\W*$/i, /lamp|light|chandelier/],
  [/^[^\p{L}]*[一二两三四五六几没无不要用有个盏]*灯$/u, /lamp|light|chandelier/],
  [/^(?:\W*\b(?:an?|the|no|any|one|two|three|four|five|six|some|\d+)\b)*\W*(?:chairs?|seats?)\W*$/i, CHAIRS],
  [/^[一二两三四五六几没无不要用有个把张]*椅子?$/u, CHAIRS],
  [/^(?:\W*\b(?:an?|the|no|any|one|two|three|some|\d+)\b)*\W*tables?\W*$/i, /table$/],
  [/^(?:\W*\b(?:an?|the|no|any|one|two|three|some|\d+)\b)*\W*(?:shelf|shelves|shelving)\W*$/i, /shel|bookcase/],
]

/** What else goes with a thing that was excluded. */
const excludedWords: readonly (readonly [RegExp, RegExp])[] = [
  [/plants?|greenery|flowers?|植物|绿植|花草/i, /plant|flower|trellis/],
  [/carpets?|rugs?|mats?|地毯|地垫/i, /^(rug|carpet|mat|bath_mat|doormat|play_mat)$/],
  [/\b(?:tvs?|television|screens?)\b|电视|屏幕/i, /television|tv_stand|projector|soundbar/],
  [
    /decor|ornament|装饰|摆件/i,
    /picture|vase|sculpture|candle|potted_plant|photo_frame|cushion|tapestry|globe|clock|tray/,
  ],
  [/clutter|knick|杂物/i, /basket|book$|vase|cup|sculpture|tray|magazine_rack|candle|photo_frame|globe/],
  [/curtains?|blinds?|drapes|窗帘/i, /curtain|blind/],
  [/pictures?|paintings?|art\b|画/i, /picture|painting|poster|tapestry|photo_frame/],
]

const matches = (families as readonly (readonly string[])[]).map((family) => new Set(family))

/** Whether a kind counts as what was named with these words. */
export const isKin = (category: string, named: string, words = ''): boolean => {
  if (category === named) return true
  if (matches.some((family) => family.has(category) && family.has(named))) return true
  const trimmed = words.trim()
  return bareWords.some(([word, kinds]) => word.test(trimmed) && kinds.test(category) && kinds.test(named))
}

/** Whether a kind must stay out when another one was excluded with these words. */
export const isExcluded = (category: string, excluded: string, words: string): boolean =>
  isKin(category, excluded, words) ||
  excludedWords.some(([word, kinds]) => word.test(words) && kinds.test(category) && kinds.test(excluded))
