import type { Size3 } from '@enfilade/scene'
import type { Purpose } from '../arrangement.ts'
import { isKnown } from '../size-choice.ts'
import { plantArrangements } from '../units/corner.ts'
import { dineArrangements } from '../units/dine.ts'
import { usualArrangements, wallArrangements } from '../units/simple.ts'
import { sideBedArrangements } from '../units/sleep.ts'
import { deskArrangements } from '../units/work.ts'
import { addBeds, addDesk, addPlants, addReadingCorner, addWardrobe } from './bedroom.ts'
import { addDining, addLounge } from './living-room.ts'
import { addAtWalls, addKidsTable, addOutdoorTable } from './other-rooms.ts'
import { addUnit, isRoomy, mayAdd, nextOrOwn, type Program } from './program.ts'

type Own = { readonly category: string; readonly area: number; readonly worth?: number; readonly wish?: Size3 }

/** Things that stand where their kind usually stands, named ones first, own ones from the given areas on. */
export const addUsual = (program: Program, purpose: Purpose, list: readonly Own[]): void => {
  for (const { category, area, worth, wish } of list) {
    const found = nextOrOwn(program, category, isRoomy(program, area))
    if (!found) continue
    addUnit(program, purpose, usualArrangements(category, found.object, found.object ? undefined : wish), {
      objects: found.object ? [found.object] : [],
      worth: worth ?? 1.8,
    })
  }
}

/** Cot, changing table, a seat to feed in, storage, something to play with. */
export const planNursery = (program: Program): void => {
  if (program.wants.open('single_bed', 'double_bed', 'daybed').length > 0) addBeds(program, null)
  const crib = nextOrOwn(program, 'crib', true)
  if (crib)
    addUnit(program, 'sleep', sideBedArrangements('crib', crib.object), {
      isRequired: true,
      rank: 0,
      objects: crib.object ? [crib.object] : [],
    })
  addAtWalls(program, 'play', [{ category: 'changing_table', area: 5, worth: 5 }])
  addReadingCorner(program, isRoomy(program, 8))
  addWardrobe(program, true)
  addAtWalls(program, 'store', [
    { category: 'chest_of_drawers', area: 9, worth: 2.5 },
    { category: 'shelving_unit', area: 11, worth: 1.8, wish: [0.9, 0.36, 1.1] },
    { category: 'toy_box', area: 8, worth: 1.8 },
    { category: 'laundry_basket', area: 8, worth: 1 },
  ])
  addPlants(program, isRoomy(program, 15) ? 1 : 0)
}

/** A low table, boxes and shelves at the walls, the floor left to play on. */
export const planPlayroom = (program: Program): void => {
  addKidsTable(program)
  addAtWalls(program, 'play', [
    { category: 'toy_box', area: 5, worth: 3 },
    { category: 'shelving_unit', area: 6, worth: 3, wish: [1, 0.36, 1.1] },
    { category: 'bookcase', area: 11, worth: 2, wish: [0.8, 0.3, 1.3] },
    { category: 'dollhouse', area: 12, worth: 1.5 },
  ])
  addUsual(program, 'play', [
    { category: 'bean_bag', area: 8 },
    { category: 'play_tent', area: 10 },
    { category: 'easel', area: 11, worth: 1.5 },
    { category: 'rocking_horse', area: 14, worth: 1.2 },
    { category: 'slide', area: 20, worth: 1.2 },
  ])
  addPlants(program, isRoomy(program, 18) ? 1 : 0)
}

/** Machines with room to get on, weights at the wall, a mat and a mirror. */
export const planGym = (program: Program): void => {
  addUsual(program, 'play', [
    { category: 'treadmill', area: 6, worth: 6 },
    { category: 'exercise_bike', area: 9, worth: 4 },
    { category: 'rowing_machine', area: 17, worth: 3 },
    { category: 'elliptical_trainer', area: 22, worth: 2.5 },
    { category: 'weight_bench', area: 11, worth: 3 },
    { category: 'exercise_ball', area: 9, worth: 1.2 },
    { category: 'fan', area: 14, worth: 1 },
  ])
  addAtWalls(program, 'store', [
    { category: 'dumbbell_rack', area: 7, worth: 3 },
    { category: 'bench', area: 10, worth: 2 },
    { category: 'shelving_unit', area: 15, worth: 1.5, wish: [0.8, 0.36, 1.5] },
  ])
  addPlants(program, isRoomy(program, 14) ? 1 : 0)
  for (const category of ['yoga_mat', 'mirror', 'clock']) program.extras.push({ category, count: 1 })
}

/** The instrument with its seat, a place to listen, shelves for scores. */
export const planMusicRoom = (program: Program): void => {
  const names = ['grand_piano', 'piano', 'electronic_keyboard', 'drum_kit', 'guzheng', 'harp', 'cello', 'guitar']
  const named = names.filter((category) => program.wants.isNamed(category))
  const own = named.length > 0 ? [] : [program.area >= 26 && isKnown('grand_piano') ? 'grand_piano' : 'piano']
  for (const category of [...named, ...own]) {
    const found = nextOrOwn(program, category, true)
    if (!found) continue
    const bench = program.wants.takePieces(['piano_bench', 'stool'], 1)[0]
    const seat = bench?.category ?? (isKnown('piano_bench') ? 'piano_bench' : 'stool')
    const hasSeat = /piano|keyboard|guzheng/.test(category) && (bench !== undefined || mayAdd(program, seat))
    const seated = hasSeat ? { category: seat, object: bench } : undefined
    const objects = [found.object, bench].filter((object) => object !== undefined)
    const arrangements = hasSeat
      ? deskArrangements({ category, table: found.object, seat: seated })
      : usualArrangements(category, found.object)
    addUnit(program, 'play', arrangements, { isRequired: true, rank: 0, objects })
  }
  addUsual(program, 'play', [
    { category: 'music_stand', area: 8, worth: 1.5 },
    { category: 'guitar_stand', area: 11, worth: 1.5 },
    { category: 'amplifier', area: 18, worth: 1.2 },
  ])
  if (program.wants.open('sofa', 'sofa_bed').length > 0 || isRoomy(program, 22)) addLounge(program, true)
  else addReadingCorner(program, isRoomy(program, 12))
  addAtWalls(program, 'store', [
    { category: 'bookcase', area: 10, worth: 2.5 },
    { category: 'cabinet', area: 16, worth: 1.5 },
  ])
  addPlants(program, isRoomy(program, 14) ? 1 : 0)
}

/** Wardrobes along the walls, drawers, a mirror, somewhere to sit down. */
export const planWalkInCloset = (program: Program): void => {
  const named = program.wants.takePieces(['wardrobe'])
  for (const object of named)
    addUnit(program, 'store', wallArrangements('wardrobe', { object }), { objects: [object], rank: 1 })
  if (named.length === 0 && mayAdd(program, 'wardrobe')) {
    const count = Math.min(5, Math.max(1, Math.round(program.area / 2.4)))
    const sizes = [1.8, 1.5, 1.2, 1, 0.8].map((width) => [width, 0.6, 2.25] as const)
    for (let index = 0; index < count; index++)
      addUnit(program, 'store', wallArrangements('wardrobe', { sizes }), { worth: 8 - index, rank: 1 + index })
  }
  addAtWalls(program, 'store', [
    { category: 'chest_of_drawers', area: 4, worth: 3 },
    { category: 'shelving_unit', area: 6, worth: 2.5 },
    { category: 'shoe_rack', area: 3.5, worth: 2 },
    { category: 'clothes_rail', area: 8, worth: 1.5 },
  ])
  addUsual(program, 'dress', [{ category: 'pouf', area: 5, worth: 1.5 }])
  program.extras.push({ category: 'mirror', count: 1 })
}

/** Books on every wall that is free, and chairs to read them in. */
export const planLibrary = (program: Program): void => {
  const cases = program.wants.takePieces(['bookcase'])
  for (const object of cases)
    addUnit(program, 'store', wallArrangements('bookcase', { object }), { objects: [object], rank: 2 })
  if (cases.length === 0 && mayAdd(program, 'bookcase')) {
    const count = Math.min(6, Math.max(2, Math.round(program.area / 3.2)))
    for (let index = 0; index < count; index++)
      addUnit(program, 'store', wallArrangements('bookcase', { wish: [1, 0.31, 2.1] }), {
        worth: 5 - index * 0.5,
        rank: 2,
      })
  }
  addReadingCorner(program, true)
  addDesk(program, isRoomy(program, 14))
  addUsual(program, 'store', [{ category: 'step_ladder', area: 18, worth: 0.8 }])
  addPlants(program, isRoomy(program, 16) ? 2 : isRoomy(program, 9) ? 1 : 0)
}

/** Desks for those who work there, files, a table to meet at in a large one. */
export const planOffice = (program: Program): void => {
  const { occupants, area } = program
  const people = occupants.working ?? Math.max(1, Math.min(8, Math.floor(area / 7)))
  const isMeeting = program.wants.open('meeting_table').length > 0
  // A room to meet in gets desks where somebody works there.
  if (isMeeting) addMeetingTable(program)
  addDesk(program, !isMeeting || occupants.working !== undefined, people)
  if (!isMeeting && area / people > 11 && isRoomy(program, 22)) addMeetingTable(program)
  addAtWalls(program, 'store', [
    { category: 'filing_cabinet', area: 8, worth: 2.5 },
    { category: 'bookcase', area: 10, worth: 2.5 },
    { category: 'cabinet', area: 15, worth: 2 },
    { category: 'water_dispenser', area: 20, worth: 1 },
  ])
  addPlants(program, isRoomy(program, 18) ? 2 : isRoomy(program, 9) ? 1 : 0)
  for (const category of ['whiteboard', 'printer', 'clock']) program.extras.push({ category, count: 1 })
}

/** A table to meet at with all chairs that are not spoken for, else as many as were said, else six. */
const addMeetingTable = (program: Program): void => {
  const { wants, occupants } = program
  const found = nextOrOwn(program, 'meeting_table', true)
  if (!found) return
  const isDesk = wants.isNamed('desk')
  const named = isDesk ? [] : wants.takePieces(['office_chair', 'dining_chair', 'folding_chair'])
  const mayOwn = named.length === 0 && mayAdd(program, 'office_chair')
  const seats = found.object?.seats ?? occupants.guests ?? 6
  const chairs = mayOwn ? Array.from({ length: Math.min(16, seats) }, () => undefined) : named
  addUnit(
    program,
    'dine',
    dineArrangements({
      category: 'meeting_table',
      table: found.object,
      chairCategory: named[0]?.category ?? 'office_chair',
      chairs,
    }),
    {
      objects: [found.object, ...named].filter((object) => object !== undefined),
      worth: 3,
      rank: found.object ? 0 : undefined,
    },
  )
}

/** Seats in rows or one deep sofa before the largest screen. */
export const planHomeCinema = (program: Program): void => {
  addLounge(program)
  addReadingCorner(program, false)
  addAtWalls(program, 'media', [
    { category: 'speaker', area: 12, worth: 1.5 },
    { category: 'bar_cabinet', area: 18, worth: 1.5 },
    { category: 'sideboard', area: 22, worth: 1.2 },
  ])
  addPlants(program, isRoomy(program, 24) ? 1 : 0)
}

export const planStorageRoom = (program: Program): void => {
  const named = program.wants.takePieces(['shelving_unit'])
  for (const object of named)
    addUnit(program, 'store', wallArrangements('shelving_unit', { object }), { objects: [object], rank: 1 })
  if (named.length === 0 && mayAdd(program, 'shelving_unit')) {
    const count = Math.min(4, Math.max(1, Math.round(program.area / 2.2)))
    for (let index = 0; index < count; index++)
      addUnit(program, 'store', wallArrangements('shelving_unit', { wish: [0.9, 0.4, 1.9] }), { worth: 5 - index })
  }
  addAtWalls(program, 'store', [
    { category: 'tall_cabinet', area: 4, worth: 2.5 },
    { category: 'vacuum_cleaner', area: 2, worth: 2 },
    { category: 'suitcase', area: 3, worth: 1.2 },
    { category: 'basket', area: 3, worth: 1 },
  ])
  addUsual(program, 'store', [
    { category: 'step_ladder', area: 3, worth: 1.2 },
    { category: 'ironing_board', area: 6, worth: 1 },
  ])
}

/** A table to sit at outside, loungers where they fit, green along the edge. */
export const planTerrace = (program: Program): void => {
  addDining(program, false)
  if (program.wants.open('outdoor_table').length > 0 || (mayAdd(program, 'outdoor_table') && isRoomy(program, 5)))
    addOutdoorTable(program)
  addUsual(program, 'read', [
    { category: 'sun_lounger', area: 9, worth: 2.5 },
    { category: 'parasol', area: 16, worth: 1 },
    { category: 'hanging_chair', area: 14, worth: 1.5 },
  ])
  addAtWalls(program, 'other', [{ category: 'barbecue', area: 14, worth: 1.5 }])
  const category = isKnown('planter') ? 'planter' : 'plant'
  if (mayAdd(program, category)) {
    const count = Math.min(4, Math.max(1, Math.round(program.area / 4)))
    for (let index = 0; index < count; index++)
      addUnit(program, 'green', plantArrangements(index % 2 === 0 ? category : 'plant'), {
        worth: 1.4,
        rank: 10 + index,
      })
  }
}
