import type { BriefRelation } from '../brief.ts'
import { mayAdd, type Program } from '../programs/program.ts'
import { typicalSize } from '../size-choice.ts'
import { setOwn } from './named.ts'
import type { Stage } from './stage.ts'
import { BACK, ENDS, MIDDLE, type Spot, setOn } from './surface.ts'

/** A small thing on what it is used at or looked at on. `counts`: most of it in a sparse, normal and full room. */
type Decor = {
  readonly category: string
  readonly hosts: readonly string[]
  readonly counts: readonly [sparse: number, normal: number, full: number]
  readonly spots: readonly Spot[]
  readonly where?: 'top' | 'inside'
  /** Times it is set on one and the same host. */
  readonly each?: number
}

const SIDES: readonly Spot[] = [
  [-0.8, 0.7],
  [0.8, 0.7],
  [0, 0.7],
  [-0.4, 0.7],
  [0.4, 0.7],
  [-0.8, 0],
  [0.8, 0],
]
const AROUND: readonly Spot[] = [
  [0.5, 0.2],
  [-0.5, 0.1],
  [0, 0],
  [-0.5, -0.4],
  [0.6, -0.4],
]
const SHELVES: readonly Spot[] = [
  [-0.7, 0],
  [0.5, 0],
  [0, 0],
  [-0.3, 0],
  [0.8, 0],
]
const FRONT: readonly Spot[] = [
  [0.6, -0.6],
  [-0.6, -0.6],
  [0, -0.7],
]

const decor: readonly Decor[] = [
  { category: 'cushion', hosts: ['sofa', 'sofa_bed', 'daybed'], counts: [0, 2, 4], spots: SIDES, each: 2 },
  { category: 'blanket', hosts: ['sofa', 'armchair'], counts: [0, 0, 1], spots: SIDES },
  { category: 'vase', hosts: ['dining_table', 'sideboard', 'console_table'], counts: [0, 1, 1], spots: MIDDLE },
  {
    category: 'fruit_bowl',
    hosts: ['kitchen_island', 'dining_table', 'base_cabinet'],
    counts: [0, 1, 1],
    spots: AROUND,
  },
  {
    category: 'potted_plant',
    hosts: ['sideboard', 'chest_of_drawers', 'tv_stand', 'console_table', 'shoe_cabinet', 'desk'],
    counts: [0, 1, 2],
    spots: ENDS,
  },
  { category: 'book', hosts: ['coffee_table', 'side_table'], counts: [0, 1, 2], spots: AROUND },
  {
    category: 'book',
    hosts: ['bookcase', 'shelving_unit'],
    counts: [0, 3, 6],
    spots: SHELVES,
    where: 'inside',
    each: 2,
  },
  { category: 'tray', hosts: ['coffee_table', 'ottoman'], counts: [0, 0, 1], spots: AROUND },
  {
    category: 'candle',
    hosts: ['coffee_table', 'sideboard', 'console_table', 'dining_table'],
    counts: [0, 0, 1],
    spots: AROUND,
  },
  { category: 'cup', hosts: ['coffee_table', 'desk'], counts: [0, 0, 1], spots: AROUND },
  { category: 'book', hosts: ['nightstand'], counts: [0, 1, 2], spots: FRONT },
  { category: 'alarm_clock', hosts: ['nightstand'], counts: [0, 0, 1], spots: BACK },
  {
    category: 'photo_frame',
    hosts: ['chest_of_drawers', 'sideboard', 'console_table', 'bookcase'],
    counts: [0, 1, 2],
    spots: ENDS,
  },
  { category: 'desk_organiser', hosts: ['desk'], counts: [0, 1, 1], spots: SIDES },
  { category: 'kettle', hosts: ['base_cabinet', 'sink_cabinet', 'kitchen_island'], counts: [1, 1, 1], spots: SIDES },
  { category: 'toaster', hosts: ['base_cabinet', 'kitchen_island'], counts: [0, 1, 1], spots: SIDES },
  { category: 'coffee_machine', hosts: ['base_cabinet', 'sideboard'], counts: [0, 0, 1], spots: SIDES },
  { category: 'knife_block', hosts: ['base_cabinet'], counts: [0, 1, 1], spots: SIDES },
  {
    category: 'sculpture',
    hosts: ['sideboard', 'console_table', 'bookcase', 'cabinet'],
    counts: [0, 0, 1],
    spots: ENDS,
  },
  { category: 'soundbar', hosts: ['tv_stand'], counts: [0, 0, 1], spots: [[0, -0.9]] },
]

const childDecor: readonly Decor[] = [
  {
    category: 'stuffed_toy',
    hosts: ['single_bed', 'bunk_bed', 'toy_box', 'shelving_unit'],
    counts: [0, 1, 3],
    spots: SIDES,
  },
  { category: 'building_blocks', hosts: ['kids_table', 'shelving_unit', 'toy_box'], counts: [0, 1, 1], spots: AROUND },
]

/** Rooms for work and stores, where nothing stands for its looks. */
const plain: ReadonlySet<string> = new Set(['storage_room', 'laundry', 'balcony', 'terrace', 'walk_in_closet', 'gym'])

const childRooms: ReadonlySet<string> = new Set(['kids_room', 'nursery', 'playroom'])

/** A few things that are used or looked at, on tops that would be bare. */
export const setDecor = (stage: Stage, program: Program): void => {
  const level = program.density === 'sparse' ? 0 : program.density === 'full' ? 2 : 1
  if (plain.has(program.brief.room.type)) return
  const isChildRoom = childRooms.has(program.brief.room.type)
  for (const entry of isChildRoom ? [...childDecor, ...decor] : decor) {
    if (!mayAdd(program, entry.category)) continue
    let left = entry.counts[level]!
    for (const host of stage.find(entry.hosts)) {
      for (let index = 0; index < (entry.each ?? 1) && left > 0; index++) {
        const thing = { category: entry.category, size: typicalSize(entry.category) }
        if (setOn(stage, host, thing, entry.spots, entry.where)) left--
      }
    }
  }
  if (isChildRoom && level > 0) lay(stage, program, 'play_mat')
}

const lay = (stage: Stage, program: Program, category: string): void => {
  if (mayAdd(program, category) && stage.find(['rug', 'play_mat']).length === 0) setOwn(stage, category)
}

const by = (category: string, type: BriefRelation['type'] = 'near'): BriefRelation => ({
  type,
  target: { kind: 'category', category },
  strength: 'wish',
})

/** Where fittings of the layout's own belong. */
const places: { readonly [category: string]: readonly BriefRelation[] } = {
  toilet_paper_holder: [by('toilet')],
  toilet_brush: [by('toilet')],
  bath_mat: [by('shower', 'in_front_of'), by('bathtub', 'in_front_of')],
  towel_rack: [by('vanity'), by('shower'), by('bathtub')],
  doormat: [{ type: 'by_door', strength: 'wish' }],
  wall_hooks: [{ type: 'by_door', strength: 'wish' }],
  night_light: [by('double_bed'), by('single_bed')],
}

/** Fittings that the program asked for besides what every room of its density gets. */
export const setExtras = (stage: Stage, program: Program): void => {
  for (const { category } of program.extras) {
    if (!mayAdd(program, category)) continue
    if (program.density === 'sparse' && sparing.has(category)) continue
    setOwn(stage, category, places[category] ?? [], MOST_HABIT)
  }
}

/** Fittings that a sparse room does without. */
const sparing: ReadonlySet<string> = new Set(['toilet_brush', 'towel', 'bowl', 'clock', 'printer', 'soap_dispenser'])

/** Beyond this a small thing would stand on what nobody sets such a thing on. */
const MOST_HABIT = 4.5
