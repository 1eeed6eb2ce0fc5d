import { findKind } from '@enfilade/catalogue'
import { createRandom } from '@enfilade/geometry'
import { type Brief, type BriefObject, createBrief, createBriefObject, type Density, type RoomType } from '../brief.ts'

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
  return createBrief(type, { density, objects, ...(Object.keys(occupants).length > 0 ? { occupants } : {}) })
}
