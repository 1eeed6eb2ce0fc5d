/**
 * Families of categories that rules speak of. A shape's category is its kind's id where the catalogue knows it; the
 * other words are those of imported scenes.
 */
export const family = (...names: string[]): ReadonlySet<string> => new Set(names)

export const join = (...families: ReadonlySet<string>[]): ReadonlySet<string> =>
  new Set(families.flatMap((names) => [...names]))

// Sleeping
export const doubleBeds = family('double_bed', 'king_bed', 'queen_bed', 'kang')
export const cribs = family('crib', 'bassinet', 'cot', 'baby_bed')
export const highBeds = family('bunk_bed', 'loft_bed')
export const beds = join(
  doubleBeds,
  family('single_bed', 'bed', 'care_bed', 'crib', 'day_bed', 'daybed', 'murphy_bed'),
  highBeds,
)
export const nightstands = family('nightstand', 'bedside_table', 'night_table')
export const bedBenches = family('bed_bench', 'bench')

// Sitting
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
export const armchairs = family(
  'armchair',
  'recliner',
  'rocking_chair',
  'lounge_chair',
  'recliner_lift_chair',
  'lift_chair',
  'massage_chair',
  'accent_chair',
)
export const loungeSeats = join(sofas, armchairs, family('chaise_longue', 'bean_bag'))
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
export const deskChairs = family('office_chair', 'gaming_chair', 'desk_chair', 'dining_chair', 'chair')
export const tableSeats = join(
  chairs,
  family(
    'stool',
    'bench',
    'ottoman',
    'folding_chair',
    'wheelchair',
    'piano_bench',
    'outdoor_chair',
    'power_wheelchair',
  ),
)
export const entrySeats = join(chairs, armchairs, family('bench', 'shoe_bench', 'stool', 'ottoman'))
export const footRests = family('ottoman', 'footstool', 'pouf')

// Tables
export const coffeeTables = family('coffee_table', 'tea_table')
export const sideTables = family('side_table', 'end_table')
export const barTables = family('bar_table')
export const diningTables = family(
  'dining_table',
  'round_table',
  'bar_table',
  'kitchen_table',
  'kids_table',
  'meeting_table',
  'outdoor_table',
  'mahjong_table',
  'chess_table',
)
export const mealTables = family('dining_table', 'round_table', 'kitchen_table')
export const desks = family('desk', 'l_desk', 'standing_desk', 'writing_desk', 'computer_desk', 'dressing_table')
export const workDesks = family('desk', 'l_desk', 'standing_desk', 'writing_desk', 'computer_desk')
export const dressingTables = family('dressing_table')
/** Tables that a seat may be pushed under, or legs put under. */
export const openTables = join(diningTables, desks, family('console_table', 'kitchen_island', 'bar_counter'))
export const lowLegroom = join(coffeeTables, family('ottoman', 'footstool', 'pouf', 'floor_cushion', 'nesting_tables'))

// Storage
export const wardrobes = family('wardrobe', 'sliding_wardrobe', 'closet', 'armoire')
export const drawerChests = family('chest_of_drawers', 'dresser', 'filing_cabinet', 'commode', 'changing_table')
export const shelves = family('bookcase', 'shelving_unit', 'display_cabinet', 'cabinet', 'wine_cabinet', 'bar_cabinet')
export const sideboards = family('sideboard')
export const shoeCabinets = family('shoe_cabinet', 'shoe_rack')
export const shoeBenches = family('shoe_bench', 'bench', 'stool')
export const tvStands = family('tv_stand', 'media_console', 'tv_bench')

// Screens, light, decoration
export const tvs = family('tv', 'tv_wall', 'television', 'wall_tv', 'projector_screen')
export const monitors = family('monitor', 'desktop_computer', 'computer')
export const hangingLights = family('pendant_light', 'chandelier', 'pendant_lamp')
export const ceilingLights = join(hangingLights, family('ceiling_light', 'ceiling_lamp'))
export const floorLamps = family('floor_lamp')
export const tableLamps = family('table_lamp', 'desk_lamp', 'bedside_lamp')
export const nightLights = family('night_light', 'led_strip', 'wall_lamp')
export const pictures = family('picture', 'wall_art', 'painting', 'tapestry')
export const mirrors = family('mirror', 'wall_mirror', 'floor_mirror', 'mirror_cabinet', 'medicine_cabinet')
export const plants = family('plant', 'large_plant', 'potted_plant', 'floor_plant')
export const rugs = family('rug', 'carpet')
export const flatThings = join(
  rugs,
  family('bath_mat', 'play_mat', 'yoga_mat', 'doormat', 'door_mat', 'mat', 'floor_mat'),
)
export const curtains = family('curtain', 'blind', 'roller_blind', 'drapes', 'curtains', 'shower_curtain')
export const pillows = family('pillow')
export const radiators = family('radiator', 'heater', 'heated_towel_rail')

// Kitchen
export const cookers = family('cooker', 'gas_hob', 'stove', 'hob', 'range')
export const fridges = family('fridge', 'fridge_single', 'fridge_double', 'refrigerator')
export const sinks = family('sink_cabinet', 'kitchen_sink', 'sink')
export const hoods = family('range_hood', 'hood', 'cooker_hood')
export const islands = family('kitchen_island', 'bar_counter')
export const worktops = family('base_cabinet', 'sink_cabinet', 'cooker', 'dishwasher', 'kitchen_counter', 'counter')
export const kitchenUnits = join(worktops, fridges, family('tall_cabinet', 'oven'))
export const washers = family('washing_machine', 'washer')
export const dryers = family('dryer', 'tumble_dryer')

// Bathroom
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
export const bathMats = family('bath_mat', 'mat')
export const paperHolders = family('toilet_paper_holder', 'paper_holder')

// Care
export const careBeds = family('care_bed')
export const grabBars = family('grab_bar', 'grab_bar_h', 'grab_bar_v', 'handrail')
export const bedRails = family('bed_rail', 'grab_bar')
export const showerSeats = family('shower_seat', 'shower_chair')
export const callButtons = family('emergency_cord', 'call_button', 'emergency_button')
export const switches = family('switch', 'light_switch')
export const sockets = family('socket', 'power_socket', 'outlet')
/** Things of which people take what they need every day. */
export const hungStorage = family('wall_cabinet', 'wall_shelf', 'towel_rack', 'medicine_cabinet', 'wall_hooks')
