import type { Size3 } from '@enfilade/scene'
import type { BriefObject, RoomType } from '../brief.ts'
import { isKnown } from '../size-choice.ts'
import { plantArrangements } from '../units/corner.ts'
import { expandKitchen, type KitchenModule } from '../units/kitchen.ts'
import { freeArrangements, wallArrangements } from '../units/simple.ts'
import { sideBedArrangements } from '../units/sleep.ts'
import { deskArrangements, freeDeskArrangements } from '../units/work.ts'
import { addBeds, addDesk, addPlants, addReadingCorner, addWardrobe } from './bedroom.ts'
import { addDining, addLounge, addStorage } from './living-room.ts'
import { addUnit, isRoomy, mayAdd, nextOrOwn, type Program } from './program.ts'

type Own = {
  readonly category: string
  readonly area: number
  readonly wish?: Size3
  readonly worth?: number
  readonly isRequired?: boolean
}

/** Things with their back to a wall, named or by area. */
export const addAtWalls = (
  program: Program,
  purpose: 'store' | 'wash' | 'enter' | 'play' | 'media' | 'other',
  list: readonly Own[],
): void => {
  for (const { category, area, wish, worth, isRequired } of list) {
    const found = nextOrOwn(program, category, isRoomy(program, area))
    if (!found) continue
    addUnit(program, purpose, wallArrangements(category, { ...found, wish: found.object ? undefined : wish }), {
      objects: found.object ? [found.object] : [],
      isRequired: isRequired === true || found.object !== undefined,
      worth: worth ?? 2,
    })
  }
}

export const planDiningRoom = (program: Program): void => {
  addDining(program, true, true)
  addAtWalls(program, 'store', [
    { category: 'sideboard', area: 9, worth: 3 },
    { category: 'display_cabinet', area: 15 },
  ])
  addPlants(program, isRoomy(program, 18) ? 2 : isRoomy(program, 9) ? 1 : 0)
}

export const planKitchen = (program: Program): void => {
  addKitchenRun(program)
  addIsland(program, isRoomy(program, 19))
  addDining(program, isRoomy(program, 11))
  addPlants(program, isRoomy(program, 16) ? 1 : 0)
}

/** Sink, cooker, fridge and what lies between them, as one run. */
export const addKitchenRun = (program: Program): void => {
  const { wants, present } = program
  if (present.has('sink_cabinet') || present.has('cooker')) return
  const modules: KitchenModule[] = []
  const add = (category: string, isOwn: boolean, isRequired: boolean): void => {
    const named = wants.takePieces([category], 1)[0]
    if (named) modules.push({ category, object: named, isRequired: true })
    else if (isOwn && mayAdd(program, category)) modules.push({ category, isRequired })
  }
  add('refrigerator', true, program.area > 5)
  add('sink_cabinet', true, true)
  add('dishwasher', isRoomy(program, 10), false)
  add('cooker', !wants.isNamed('hob'), true)
  // A hob is set into a cabinet of the run.
  if (wants.isNamed('hob') && !wants.isNamed('base_cabinet'))
    modules.push({ category: 'base_cabinet', isRequired: true })
  if (modules.length === 0) return
  const fillers = wants.takePieces(['base_cabinet'])
  const mayFill = fillers.length > 0 || mayAdd(program, 'base_cabinet')
  const objects = [...modules.map((module) => module.object), ...fillers].filter(
    (object): object is BriefObject => object !== undefined,
  )
  addUnit(program, 'cook', [], {
    isRequired: true,
    rank: 0,
    objects,
    expand: expandKitchen({ modules, fillers: mayAdd(program, 'base_cabinet') ? [] : fillers, mayFill }),
  })
}

const addIsland = (program: Program, isOwn: boolean): void => {
  const found = nextOrOwn(program, 'kitchen_island', isOwn)
  if (!found) return
  const zones = (['front', 'back', 'left', 'right'] as const).map((side) => ({ piece: 0, side, must: 0.9, want: 1.07 }))
  const arrangements = freeArrangements('kitchen_island', found).map((arrangement) => ({ ...arrangement, zones }))
  addUnit(program, 'cook', arrangements, { objects: found.object ? [found.object] : [], worth: 2.5, rank: 1 })
}

export const planBathroom = (program: Program): void => {
  const { wants, area } = program
  const basin = wants.isNamed('basin') ? 'basin' : 'vanity'
  const isTub = wants.isNamed('bathtub')
  addFixture(program, 'toilet', true, 0)
  if (isTub || (area >= 6.5 && !wants.isNamed('shower') && mayAdd(program, 'bathtub')))
    addFixture(program, 'bathtub', true, 1)
  if (wants.isNamed('shower') || (!isTub && area < 6.5) || isRoomy(program, 9)) addFixture(program, 'shower', true, 1)
  addFixture(program, basin, true, 2, area < 4.5 ? [0.6, 0.46, 0.85] : undefined)
  addAtWalls(program, 'wash', [
    { category: 'washing_machine', area: 6, worth: 1.5 },
    { category: 'laundry_basket', area: 5, worth: 1 },
    { category: 'trash_bin', area: 4.5, worth: 0.8, wish: [0.22, 0.22, 0.3] },
    { category: 'cabinet', area: 9, worth: 1 },
  ])
  const fittings = ['toilet_paper_holder', 'towel_rack', 'bath_mat', 'soap_dispenser', 'towel', 'toilet_brush']
  for (const category of fittings) program.extras.push({ category, count: 1 })
}

/** Room beside a toilet so that its middle keeps off the wall. */
const addFixture = (program: Program, category: string, isOwn: boolean, rank: number, wish?: Size3): void => {
  const found = nextOrOwn(program, category, isOwn)
  if (!found) return
  const arrangements = wallArrangements(category, { ...found, wish: found.object ? undefined : wish }).map(
    (arrangement) => ({
      ...arrangement,
      zones:
        category === 'toilet'
          ? [
              ...arrangement.zones,
              { piece: 0, side: 'left' as const, must: 0.19, want: 0.22 },
              { piece: 0, side: 'right' as const, must: 0.19, want: 0.22 },
            ]
          : arrangement.zones,
    }),
  )
  addUnit(program, 'wash', arrangements, { objects: found.object ? [found.object] : [], isRequired: true, rank })
}

export const planStudy = (program: Program): void => {
  const { wants, occupants, area } = program
  const count = Math.max(1, occupants.working ?? 1)
  const seats = wants.takePieces(['office_chair'])
  const desks = wants.takePieces(['desk'])
  const own = desks.length === 0 && mayAdd(program, 'desk') ? count : 0
  for (let index = 0; index < desks.length + own; index++) {
    const table = desks[index]
    const seat = seats[index]
    const hasSeat = seat !== undefined || mayAdd(program, 'office_chair')
    const wish = {
      category: 'desk',
      table,
      wish: table ? undefined : ([area > 9 ? 1.5 : 1.3, 0.7, 0.75] as const),
      seat: hasSeat ? { category: 'office_chair', object: seat } : undefined,
    }
    addUnit(program, 'work', [...deskArrangements(wish), ...(area > 11 ? freeDeskArrangements(wish) : [])], {
      objects: [table, seat].filter((object): object is BriefObject => object !== undefined),
      isRequired: true,
      rank: 0,
    })
  }
  for (const object of seats.slice(desks.length + own))
    addUnit(program, 'work', wallArrangements('office_chair', { object }), { objects: [object] })
  const cases = wants.takePieces(['bookcase'])
  for (const object of cases)
    addUnit(program, 'store', wallArrangements('bookcase', { object }), { objects: [object], rank: 2 })
  if (cases.length === 0 && mayAdd(program, 'bookcase')) {
    const number = isRoomy(program, 16) ? 3 : isRoomy(program, 9.5) ? 2 : 1
    for (let index = 0; index < number; index++)
      addUnit(program, 'store', wallArrangements('bookcase', { wish: [0.9, 0.31, 2] }), {
        worth: 3 - index * 0.6,
        rank: 3,
      })
  }
  addAtWalls(program, 'store', [{ category: 'cabinet', area: 12 }])
  addReadingCorner(program, isRoomy(program, 11))
  addPlants(program, isRoomy(program, 15) ? 2 : isRoomy(program, 7) ? 1 : 0)
}

export const planKidsRoom = (program: Program): void => {
  const { wants, occupants } = program
  const babies = occupants.babies ?? 0
  const children = occupants.children ?? (babies > 0 ? 0 : 1)
  if (babies > 0 && mayAdd(program, 'crib'))
    addUnit(program, 'sleep', sideBedArrangements('crib'), { isRequired: true, rank: 1 })
  if (children >= 2 && program.area < 13 && mayAdd(program, 'bunk_bed'))
    addUnit(program, 'sleep', sideBedArrangements('bunk_bed'), { isRequired: true, rank: 0 })
  else addBeds(program, children > 0 ? 'single_bed' : null)
  if (babies > 0) addReadingCorner(program, isRoomy(program, 9))
  addWardrobe(program, true)
  const hasKidsTable = isKnown('kids_table') && (wants.isNamed('kids_table') || (children > 0 && isRoomy(program, 14)))
  if (hasKidsTable) addKidsTable(program)
  addDesk(program, children > 0 && isRoomy(program, 9.5))
  addAtWalls(program, 'play', [
    { category: 'toy_box', area: 7, worth: 2 },
    { category: 'shelving_unit', area: 9, worth: 2, wish: [0.9, 0.36, 1.1] },
    { category: 'basket', area: 12, worth: 1 },
    { category: 'changing_table', area: babies > 0 ? 7 : 1e6, worth: 3 },
  ])
}

export const addKidsTable = (program: Program): void => {
  const found = nextOrOwn(program, 'kids_table', true)
  if (!found) return
  const seat = program.wants.takePieces(['kids_chair'], 1)[0]
  const hasSeat = seat !== undefined || mayAdd(program, 'kids_chair')
  addUnit(
    program,
    'play',
    deskArrangements({
      category: 'kids_table',
      table: found.object,
      seat: hasSeat ? { category: 'kids_chair', object: seat } : undefined,
    }),
    {
      objects: [found.object, seat].filter((object): object is BriefObject => object !== undefined),
      worth: 1.5,
      rank: 8,
    },
  )
}

export const planEntrance = (program: Program): void => {
  addAtWalls(program, 'enter', [
    { category: 'shoe_cabinet', area: 2, worth: 5 },
    { category: 'coat_rack', area: 3, worth: 2.5 },
    { category: 'bench', area: 4.5, worth: 2, wish: [0.8, 0.38, 0.46] },
    { category: 'console_table', area: 7, worth: 1.5 },
    { category: 'umbrella_stand', area: 3.5, worth: 1 },
  ])
  addPlants(program, isRoomy(program, 6) ? 1 : 0)
  for (const category of ['doormat', 'mirror', 'bowl', 'wall_hooks']) program.extras.push({ category, count: 1 })
}

export const planHallway = (program: Program): void => {
  addAtWalls(program, 'enter', [
    { category: 'console_table', area: 5, worth: 2, wish: [0.9, 0.3, 0.8] },
    { category: 'cabinet', area: 10, worth: 1 },
  ])
  addPlants(program, isRoomy(program, 8) ? 1 : 0)
}

export const planLaundry = (program: Program): void => {
  addAtWalls(program, 'wash', [
    { category: 'washing_machine', area: 0, worth: 5, isRequired: true },
    { category: 'dryer', area: 3.5, worth: 3 },
    { category: 'shelving_unit', area: 4, worth: 2 },
    { category: 'laundry_basket', area: 2.5, worth: 1.2 },
    { category: 'tall_cabinet', area: 5, worth: 1.5 },
    { category: 'drying_rack', area: 7, worth: 1 },
    { category: 'ironing_board', area: 6, worth: 1 },
  ])
}

export const planBalcony = (program: Program): void => {
  const hasTable = program.wants.open('outdoor_table', 'outdoor_chair').length > 0
  if (hasTable || isRoomy(program, 4)) addOutdoorTable(program)
  else addReadingCorner(program, isRoomy(program, 3))
  const named = program.wants.takePieces(['plant'])
  for (const object of named) addUnit(program, 'green', plantArrangements('plant', object), { objects: [object] })
  if (named.length > 0 || !mayAdd(program, 'plant')) return
  const number = Math.min(5, Math.max(1, Math.round(program.area / 2.2)))
  for (let index = 0; index < number; index++)
    addUnit(program, 'green', plantArrangements('plant'), { worth: 1.4, rank: 10 + index })
}

/** A table outside with its seat. */
export const addOutdoorTable = (program: Program): void => {
  const { wants } = program
  const found = nextOrOwn(program, 'outdoor_table', true)
  if (!found) return
  const chairs = wants.takePieces(['outdoor_chair'], 1)
  const hasOwn = chairs.length === 0 && mayAdd(program, 'outdoor_chair')
  const seat = chairs[0]
    ? { category: 'outdoor_chair', object: chairs[0] }
    : hasOwn
      ? { category: 'outdoor_chair' }
      : undefined
  addUnit(program, 'dine', deskArrangements({ category: 'outdoor_table', table: found.object, seat }), {
    objects: [found.object, chairs[0]].filter((object) => object !== undefined),
    worth: 4,
    rank: 1,
  })
}

/** A room of no said use: something to sit on, to put things on and to look at. */
export const planGeneric = (program: Program): void => {
  addReadingCorner(program, isRoomy(program, 8))
  addAtWalls(program, 'store', [
    { category: 'bookcase', area: 10, worth: 2 },
    { category: 'sideboard', area: 14, worth: 1.8 },
  ])
  addPlants(program, isRoomy(program, 18) ? 2 : isRoomy(program, 8) ? 1 : 0)
}

export const planStudio = (program: Program): void => {
  addBeds(program, (program.occupants.adults ?? 2) >= 2 || program.area > 22 ? 'double_bed' : 'single_bed')
  addWardrobe(program, true)
  addLounge(program, program.area < 38)
  addDesk(program, (program.occupants.working ?? 0) > 0 || isRoomy(program, 24))
  addDining(program, isRoomy(program, 22))
  addStorage(program)
  addPlants(program, isRoomy(program, 24) ? 2 : 1)
}

/** What a further use adds to a room. */
export const alsoPrograms: { readonly [type in RoomType]?: (program: Program) => void } = {
  bedroom: (program) => {
    addBeds(program, 'double_bed')
    addWardrobe(program, true)
  },
  living_room: (program) => addLounge(program, program.area < 20),
  dining_room: (program) => addDining(program, true),
  study: (program) => addDesk(program, true),
  kitchen: addKitchenRun,
  entrance: (program) => addAtWalls(program, 'enter', [{ category: 'shoe_cabinet', area: 0, worth: 3 }]),
  laundry: (program) =>
    addAtWalls(program, 'wash', [{ category: 'washing_machine', area: 0, worth: 3, isRequired: true }]),
}
