import { findKind } from '@enfilade/catalogue'
import { semanticPalette } from './semantic-palette.ts'
import type { TraceInstance } from './trace-scene.ts'

/** Labels are named by what stands before their first comma. */
const indices = new Map(semanticPalette.map(({ label }, index) => [label.split(',')[0]!, index]))

/** Index of a label into `semanticPalette`; that of `other` where there is no such label. */
export function labelIndex(label: string): number {
  return indices.get(label) ?? indices.get('other')!
}

/** The palette has no doors of its own: a screen door is the nearest thing in it. */
const building: { readonly [kind in Exclude<TraceInstance['kind'], 'item'>]: string } = {
  wall: 'wall',
  floor: 'floor',
  ceiling: 'ceiling',
  door: 'screen door',
  window: 'window',
  passage: 'wall',
}

export function buildingLabel(kind: Exclude<TraceInstance['kind'], 'item'>): string {
  return building[kind]
}

/** Kinds of the catalogue by label. What is not named here is `other` on purpose: the palette has no word for it. */
const kindsByLabel: { readonly [label: string]: string } = {
  bed: 'double_bed single_bed daybed kang bunk_bed loft_bed crib bassinet care_bed sofa_bed blanket',
  nightstand: 'nightstand',
  wardrobe: 'wardrobe clothes_rail',
  'chest of drawers': 'chest_of_drawers dressing_table changing_table',
  sofa: 'sofa chaise_longue',
  'coffee table': 'coffee_table side_table nesting_tables tea_table',
  cabinet:
    'cabinet bar_cabinet display_cabinet filing_cabinet shoe_cabinet safe base_cabinet sink_cabinet tall_cabinet wall_cabinet ' +
    'tv_stand mirror_cabinet medicine_cabinet vanity bookcase',
  'swivel chair': 'office_chair',
  desk: 'desk dining_table meeting_table kids_table overbed_table chess_table mahjong_table outdoor_table reception_desk',
  'crt screen': 'monitor',
  'screen door': 'room_divider projector_screen',
  painting: 'picture photo_frame tapestry',
  curtain: 'curtain shower_curtain',
  rug: 'rug mat doormat bath_mat play_mat yoga_mat',
  mirror: 'mirror',
  buffet: 'sideboard console_table',
  bench: 'bench piano_bench shoe_rack weight_bench',
  stool: 'stool bar_stool ottoman pouf shower_seat step_ladder',
  shelf:
    'shelving_unit wall_shelf magazine_rack wine_rack spice_rack dumbbell_rack blanket_ladder coat_rack wall_hooks',
  hood: 'range_hood',
  'street lamp': 'floor_lamp desk_lamp table_lamp candle',
  chandelier: 'chandelier pendant_light ceiling_light track_light baby_mobile',
  sconce: 'wall_lamp night_light led_strip string_lights',
  shower: 'shower',
  toilet: 'toilet bidet commode_chair raised_toilet_seat',
  sink: 'basin',
  tub: 'bathtub',
  refrigerator: 'refrigerator',
  armchair: 'armchair recliner massage_chair lift_chair bean_bag rocking_chair hanging_chair wheelchair',
  dishwasher: 'dishwasher washing_machine dryer',
  'kitchen island': 'kitchen_island',
  plant: 'plant potted_plant planter trellis',
  base: 'plant_stand coat_stand umbrella_stand guitar_stand music_stand microphone_stand trolley shrine',
  fireplace: 'fireplace',
  tv: 'television',
  computer: 'laptop desktop_computer game_console',
  stove: 'cooker hob oven microwave barbecue',
  seat: 'dining_chair kids_chair high_chair outdoor_chair sun_lounger stroller',
  cushion: 'cushion pillow floor_cushion pet_bed',
  plaything:
    'toy_box stuffed_toy building_blocks dollhouse rocking_horse play_tent slide foosball_table pool_table table_tennis_table ' +
    'dartboard exercise_ball',
  radiator: 'radiator heated_towel_rail heater',
  fan: 'fan ceiling_fan air_conditioner air_purifier dehumidifier',
  clock: 'clock alarm_clock grandfather_clock',
  bannister: 'grab_bar bed_rail ramp',
  basket: 'basket laundry_basket pet_bowl fruit_bowl',
  'trash can': 'trash_bin',
  book: 'book',
  fence: 'baby_gate playpen dog_crate bird_cage',
  'bulletin board': 'pinboard whiteboard',
}

const labelOfKind = new Map(
  Object.entries(kindsByLabel).flatMap(([label, kinds]) => kinds.split(' ').map((kind) => [kind, label] as const)),
)

/** The label of an item's category; categories under other names have the label of the kind that stands in for them. */
export function categoryLabel(category: string): string {
  return labelOfKind.get(category) ?? labelOfKind.get(findKind(category)?.id ?? '') ?? 'other'
}
