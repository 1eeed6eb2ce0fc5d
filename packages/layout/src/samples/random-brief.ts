import { findKind } from '@enfilade/catalogue'
import { createRandom } from '@enfilade/geometry'
import {
  type Brief,
  type BriefObject,
  type BriefRelation,
  createBrief,
  createBriefObject,
  type Density,
  type RoomType,
} from '../brief.ts'

/** What people name for a room of each type, beyond what it gets by itself. */
const named: { readonly [type in RoomType]?: readonly string[] } = {
  bedroom: [
    'desk',
    'armchair',
    'bookcase',
    'dressing_table',
    'wardrobe',
    'nightstand',
    'chest_of_drawers',
    'plant',
    'single_bed',
    'double_bed',
    'television',
    'mirror',
    'floor_lamp',
    'crib',
  ],
  living_room: [
    'sofa',
    'armchair',
    'bookcase',
    'dining_table',
    'desk',
    'plant',
    'floor_lamp',
    'piano',
    'television',
    'rug',
    'cabinet',
    'console_table',
    'rocking_chair',
    'fireplace',
  ],
  dining_room: [
    'dining_table',
    'sideboard',
    'cabinet',
    'plant',
    'floor_lamp',
    'display_cabinet',
    'high_chair',
    'armchair',
  ],
  study: ['desk', 'bookcase', 'armchair', 'plant', 'cabinet', 'sofa', 'floor_lamp', 'printer'],
  kids_room: ['single_bed', 'bunk_bed', 'desk', 'bookcase', 'wardrobe', 'toy_box', 'bean_bag', 'kids_table', 'crib'],
  kitchen: ['dining_table', 'kitchen_island', 'refrigerator', 'bar_stool', 'plant'],
  studio: ['double_bed', 'sofa', 'desk', 'dining_table', 'wardrobe', 'bookcase', 'television', 'plant'],
  bathroom: ['bathtub', 'shower', 'washing_machine', 'cabinet', 'mirror'],
  entrance: ['shoe_cabinet', 'bench', 'coat_rack', 'mirror', 'console_table'],
  laundry: ['washing_machine', 'dryer', 'drying_rack', 'ironing_board'],
  nursery: ['crib', 'changing_table', 'rocking_chair', 'wardrobe', 'bookcase', 'toy_box', 'armchair'],
  playroom: ['kids_table', 'toy_box', 'play_tent', 'bookcase', 'bean_bag', 'easel', 'sofa'],
  gym: ['treadmill', 'exercise_bike', 'weight_bench', 'rowing_machine', 'dumbbell_rack', 'bench', 'mirror'],
  music_room: ['piano', 'grand_piano', 'drum_kit', 'sofa', 'bookcase', 'amplifier', 'armchair', 'guzheng'],
  walk_in_closet: ['wardrobe', 'chest_of_drawers', 'bench', 'mirror', 'shoe_cabinet'],
  library: ['bookcase', 'armchair', 'desk', 'sofa', 'floor_lamp', 'globe'],
  office: ['desk', 'meeting_table', 'filing_cabinet', 'bookcase', 'plant', 'sofa', 'printer'],
  home_cinema: ['sofa', 'armchair', 'television', 'cabinet', 'bar_cabinet'],
  storage_room: ['cabinet', 'bookcase', 'bicycle', 'safe'],
  terrace: ['outdoor_table', 'sun_lounger', 'plant', 'bench', 'barbecue'],
  balcony: ['plant', 'outdoor_chair', 'bench', 'drying_rack', 'washing_machine'],
  hallway: ['console_table', 'shoe_cabinet', 'bench', 'mirror', 'bookcase'],
  generic: ['sofa', 'desk', 'bookcase', 'armchair', 'dining_table', 'single_bed', 'cabinet', 'plant', 'piano'],
}

/** Kinds that come in several. */
const plural = new Set([
  'armchair',
  'plant',
  'bookcase',
  'nightstand',
  'bar_stool',
  'single_bed',
  'desk',
  'dining_chair',
])

/** A random brief for a room type: density, people, and none to four named kinds with counts. */
export const drawBrief = (seed: number, type: RoomType): Brief => {
  const random = createRandom(`sample-brief:${seed}`)
  const draw = random()
  const density: Density = draw < 0.2 ? 'sparse' : draw < 0.8 ? 'normal' : 'full'
  const adults = random.int(3)
  const occupants = {
    ...(adults > 0 ? { adults } : {}),
    ...(random() < 0.15 ? { children: 1 + random.int(2) } : {}),
    ...(random() < 0.12 ? { working: 1 + random.int(2) } : {}),
  }
  const kinds = (named[type] ?? []).filter((category) => findKind(category) !== undefined)
  const count = random() < 0.4 ? 0 : Math.min(kinds.length, 1 + random.int(4))
  const objects = random
    .shuffle(kinds)
    .slice(0, count)
    .map((category, index): BriefObject => {
      const many = plural.has(category) && random() < 0.4 ? 2 : 1
      const sizeClass = random() < 0.12 ? (random() < 0.5 ? 'small' : 'large') : undefined
      const key = `${category}-${index}`
      return createBriefObject(category, { key, count: { min: many, max: many }, ...(sizeClass ? { sizeClass } : {}) })
    })
  return createBrief(type, {
    density,
    objects: drawRelations(seed, objects),
    ...(Object.keys(occupants).length > 0 ? { occupants } : {}),
  })
}

const toBuilding = [
  'against_wall',
  'against_wall',
  'in_corner',
  'by_window',
  'under_window',
  'by_door',
  'centred',
  'away_from_door',
] as const
const toThings = ['beside', 'near', 'near', 'opposite', 'facing', 'left_of', 'right_of', 'in_front_of', 'far'] as const
/** How often something was said of a thing's place in the building, and to one named before it. */
const SAID = { building: 0.3, thing: 0.22 }

/** What was said of places: drawn apart, so that rooms and things of a seed are the same without it. */
const drawRelations = (seed: number, objects: readonly BriefObject[]): BriefObject[] => {
  const random = createRandom(`sample-relations:${seed}`)
  return objects.map((object, index) => {
    const relations: BriefRelation[] = []
    const draw = random()
    if (draw < SAID.building) relations.push({ type: random.pick(toBuilding) })
    else if (index > 0 && draw < SAID.building + SAID.thing)
      relations.push({
        type: random.pick(toThings),
        target: { kind: 'object', key: random.pick(objects.slice(0, index)).key },
      })
    return relations.length > 0 ? { ...object, relations } : object
  })
}
