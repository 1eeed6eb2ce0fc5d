import { findKind, type MaterialName, materialFamily } from '@enfilade/catalogue'

/** What a part is in the palette of a room. Parts without one keep their looks: screens, leaves, sanitary ware, toys. */
export type ItemRole =
  | 'wood'
  | 'painted'
  | 'metal'
  | 'fittings'
  | 'fabric'
  | 'seat'
  | 'leather'
  | 'rug'
  | 'curtain'
  | 'bedding'
  | 'blanket'
  | 'shade'
  | 'stone'
  | 'ceramic'
  | 'accent'
  | 'accent2'
  | 'accent3'
  | 'towel'

/** Machines, aids, instruments, toys and pets' things are bought as they are. */
const AS_BOUGHT: ReadonlySet<string> = new Set(['electronics', 'care', 'fitness', 'music', 'kids', 'other'])
/** Of those groups, what is furniture all the same. */
const FURNITURE_THERE =
  /^(crib|bunk_bed|loft_bed|changing_table|kids_table|kids_chair|toy_box|bassinet|dog_crate|piano_bench|speaker_stand|grandfather_clock|console_table|medicine_cabinet)$/
/** Of the other groups, what is bought as it is. */
const KEPT =
  /^(pool_table|foosball_table|table_tennis_table|mahjong_table|chess_table|aquarium|globe|bicycle|suitcase|sewing_machine|dartboard|safe|filing_cabinet|whiteboard|easel|pinboard|litter_box|pet_bowl|cat_tree|bird_cage|barbecue|refrigerator|oven|cooker|hob|microwave|dishwasher|washing_machine|dryer|kettle|toaster|coffee_machine|rice_cooker|range_hood|knife_block|radiator|water_heater|heater|fireplace|step_ladder|robot_vacuum|vacuum_cleaner|ironing_board|umbrella_stand|trash_bin|plate|bottle|fruit_bowl|cooking_pot|spice_rack|candle|shrine|stuffed_toy|massage_chair|toilet_brush|laundry_basket|litter)$/

const BIG_SEATS = /^(sofa|sofa_bed|daybed|chaise_longue|recliner|hanging_chair|hammock|kang)$/
const TAPS = /^(tap|fittings|flange|bar|button|pump|rail|pipes)$/
const CARPETS = /^(rug|mat|bath_mat|doormat)$/

/**
 * The role of one finish slot of a kind.
 *
 * @param standard The slot's material where nobody has chosen: a part stays of its family (no velvet toilets).
 */
export function roleOfSlot(category: string, slot: string, standard: MaterialName): ItemRole | undefined {
  const kind = findKind(category)
  if (!kind || KEPT.test(category)) return undefined
  if (AS_BOUGHT.has(kind.group) && !FURNITURE_THERE.test(category)) return undefined
  switch (materialFamily(standard)) {
    case 'wood':
      return /bark|cork/.test(standard) || /^(twigs|stems|logs|perch|bread)$/.test(slot) ? undefined : 'wood'
    case 'painted':
      return 'painted'
    case 'metal':
      return metalRole(kind.group, slot, standard)
    case 'fabric':
      return clothRole(category, kind.group, slot)
    case 'leather':
      return /^(shoes|handles)/.test(slot) ? undefined : 'leather'
    case 'stone':
      return slot === 'top' || category === 'sculpture' ? 'stone' : undefined
    case 'ceramic':
      return /^(vase|table_lamp|plant|potted_plant)$/.test(category) ? 'ceramic' : undefined
    case 'other':
      return paperRole(category, slot)
    default:
      return undefined
  }
}

function metalRole(group: string, slot: string, standard: MaterialName): ItemRole | undefined {
  if (group === 'bathroom')
    return TAPS.test(slot) || slot === 'handles' ? 'fittings' : slot === 'frame' ? 'fittings' : undefined
  if (slot === 'tap') return 'fittings'
  if (slot === 'sink' || slot === 'grates' || slot === 'blades' || slot === 'mirror') return undefined
  return standard === 'steel' && slot === 'body' ? undefined : 'metal'
}

function clothRole(category: string, group: string, slot: string): ItemRole | undefined {
  if (CARPETS.test(category)) return group === 'bathroom' ? 'towel' : 'rug'
  if (category === 'curtain') return 'curtain'
  if (category === 'shower_curtain' || /^towel/.test(slot) || category === 'towel') return 'towel'
  if (/^shade|^canopy$/.test(slot)) return 'shade'
  if (/^(sheet|mattress|pillows?|linen)$/.test(slot) || category === 'pillow') return 'bedding'
  if (slot === 'blanket' || slot === 'bedding') return 'blanket'
  if (category === 'cushion' || category === 'floor_cushion') return slot === 'button' ? 'accent2' : 'accent'
  if (/^(throw|accent|bolster|pattern|seam)$/.test(slot) || category === 'blanket') return 'accent'
  if (/^(accent_2|pattern_2|cloth_2|fringe)$/.test(slot)) return 'accent2'
  if (category === 'tapestry') return 'accent3'
  if (category === 'parasol' || category === 'basket') return 'shade'
  if (/^(upholstery|cushions?|cover|seat|back|headboard|body|arms)$/.test(slot))
    return BIG_SEATS.test(category) ? 'fabric' : 'seat'
  return /^(clothes_rail|coat_rack|coat_stand|drying_rack|shoe_cabinet|shoe_rack)$/.test(category)
    ? undefined
    : 'accent3'
}

/** Covers of books and what pictures show take the room's colours. */
function paperRole(category: string, slot: string): ItemRole | undefined {
  if (/^(bookcase|book|picture)$/.test(category) && /^(books|cover|ink)/.test(slot))
    return slot.endsWith('_3') ? 'accent3' : slot.endsWith('_2') ? 'accent2' : 'accent'
  return undefined
}

/** Families that a part of a role may be made of when somebody asks for it by name. */
const ALLOWED: { readonly [role in ItemRole]: readonly string[] } = {
  wood: ['wood', 'painted', 'metal', 'stone', 'glass', 'plastic', 'woven'],
  painted: ['wood', 'painted', 'metal', 'glass', 'plastic', 'woven'],
  metal: ['metal', 'wood', 'painted'],
  fittings: ['metal'],
  fabric: ['fabric', 'leather'],
  seat: ['fabric', 'leather', 'woven', 'wood', 'plastic'],
  leather: ['fabric', 'leather'],
  rug: ['fabric', 'woven', 'leather'],
  curtain: ['fabric', 'wood', 'plastic'],
  bedding: ['fabric'],
  blanket: ['fabric'],
  shade: ['fabric', 'other', 'glass', 'woven', 'metal'],
  stone: ['stone', 'wood', 'metal', 'ceramic', 'glass'],
  ceramic: ['ceramic', 'glass', 'metal', 'stone', 'wood', 'woven'],
  accent: ['fabric', 'leather', 'other'],
  accent2: ['fabric', 'leather', 'other'],
  accent3: ['fabric', 'leather', 'other'],
  towel: ['fabric'],
}

/** Whether a part of a role can be made of a material. */
export function canBeOf(role: ItemRole, material: MaterialName): boolean {
  const family = materialFamily(material)
  if (family === 'other' && material !== 'paper') return false
  return ALLOWED[role].includes(family) && material !== 'screen' && material !== 'mirror'
}
