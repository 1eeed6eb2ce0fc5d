/**
 * Families of categories that rules speak of. Words of several sources are listed (the catalogue's own first), so that
 * imported scenes are judged too.
 */
const family = (...names: string[]): ReadonlySet<string> => new Set(names)

export const beds = family(
  'double_bed',
  'single_bed',
  'bed',
  'bunk_bed',
  'care_bed',
  'crib',
  'day_bed',
  'king_bed',
  'queen_bed',
  'loft_bed',
  'murphy_bed',
)
export const doubleBeds = family('double_bed', 'king_bed', 'queen_bed')
export const sofas = family(
  'sofa',
  'sectional_sofa',
  'corner_sofa',
  'sofa_bed',
  'loveseat',
  'l_sofa',
  'sofa_l',
  'couch',
)
export const cornerSofas = family('sectional_sofa', 'corner_sofa', 'l_sofa', 'sofa_l')
export const tvs = family('tv', 'tv_wall', 'television', 'wall_tv')
export const tvStands = family('tv_stand', 'media_console', 'tv_bench')
export const coffeeTables = family('coffee_table', 'tea_table')
export const diningTables = family(
  'dining_table',
  'round_table',
  'bar_table',
  'kitchen_table',
  'kids_table',
  'meeting_table',
)
export const desks = family('desk', 'l_desk', 'standing_desk', 'writing_desk', 'computer_desk', 'dressing_table')
export const workDesks = family('desk', 'l_desk', 'standing_desk', 'writing_desk', 'computer_desk')
export const tableSeats = family(
  'dining_chair',
  'chair',
  'office_chair',
  'gaming_chair',
  'bar_stool',
  'stool',
  'vanity_stool',
  'kids_chair',
  'high_chair',
  'bench',
  'ottoman',
  'desk_chair',
  'folding_chair',
  'wheelchair',
)
export const chairs = family(
  'dining_chair',
  'chair',
  'office_chair',
  'gaming_chair',
  'bar_stool',
  'vanity_stool',
  'kids_chair',
  'high_chair',
  'desk_chair',
)
/** Tables that a seat may be pushed under, or legs put under. */
export const openTables: ReadonlySet<string> = new Set([
  ...diningTables,
  ...desks,
  'console_table',
  'kitchen_island',
  'bar_counter',
])
export const nightstands = family('nightstand', 'bedside_table', 'night_table')
export const wardrobes = family('wardrobe', 'sliding_wardrobe', 'closet', 'armoire')
export const flatThings = family('rug', 'carpet', 'bath_mat', 'play_mat', 'yoga_mat', 'doormat', 'door_mat', 'mat')
export const curtains = family('curtain', 'blind', 'roller_blind', 'drapes', 'curtains')
export const toilets = family('toilet', 'wall_toilet')
export const basins = family(
  'vanity',
  'basin_vanity',
  'wall_basin',
  'basin',
  'washbasin',
  'sink_vanity',
  'bathroom_vanity',
  'vanity_basin',
)
export const bathtubs = family('bathtub', 'freestanding_tub')
export const showers = family('shower_cabin', 'shower', 'shower_enclosure')
export const cookers = family('cooker', 'gas_hob', 'stove', 'hob', 'range')
export const fridges = family('fridge', 'fridge_single', 'fridge_double', 'refrigerator')
export const sinks = family('sink_cabinet', 'kitchen_sink', 'sink')
export const hoods = family('range_hood', 'hood', 'cooker_hood')
export const armchairs = family(
  'armchair',
  'recliner',
  'rocking_chair',
  'lounge_chair',
  'recliner_lift_chair',
  'accent_chair',
)
export const loungeSeats: ReadonlySet<string> = new Set([...sofas, ...armchairs, 'chaise_longue', 'bean_bag'])
export const mirrors = family('mirror', 'wall_mirror', 'floor_mirror', 'mirror_cabinet')
export const lowLegroom: ReadonlySet<string> = new Set([
  ...coffeeTables,
  'ottoman',
  'footstool',
  'pouf',
  'floor_cushion',
])
