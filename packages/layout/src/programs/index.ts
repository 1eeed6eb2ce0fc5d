import { findKind } from '@enfilade/catalogue'
import type { Purpose } from '../arrangement.ts'
import type { BriefObject, RoomType } from '../brief.ts'
import { mountOf } from '../settle-brief.ts'
import { sizeOptions } from '../size-choice.ts'
import { usualArrangements } from '../units/simple.ts'
import { addBeds, addDesk, addDressingTable, addPlants, addReadingCorner, planBedroom } from './bedroom.ts'
import { addDining, addLounge, addSeatedTables, planLivingRoom } from './living-room.ts'
import {
  addKitchenRun,
  alsoPrograms,
  planBalcony,
  planBathroom,
  planDiningRoom,
  planEntrance,
  planGeneric,
  planHallway,
  planKidsRoom,
  planKitchen,
  planLaundry,
  planStudio,
  planStudy,
} from './other-rooms.ts'
import { addForPeople } from './people.ts'
import { addUnit, type Program } from './program.ts'
import {
  planGym,
  planHomeCinema,
  planLibrary,
  planMusicRoom,
  planNursery,
  planOffice,
  planPlayroom,
  planStorageRoom,
  planTerrace,
  planWalkInCloset,
} from './special-rooms.ts'

const programs: { readonly [type in RoomType]?: (program: Program) => void } = {
  balcony: planBalcony,
  bathroom: planBathroom,
  bedroom: planBedroom,
  dining_room: planDiningRoom,
  entrance: planEntrance,
  generic: planGeneric,
  gym: planGym,
  hallway: planHallway,
  home_cinema: planHomeCinema,
  kids_room: planKidsRoom,
  kitchen: planKitchen,
  laundry: planLaundry,
  library: planLibrary,
  living_room: planLivingRoom,
  music_room: planMusicRoom,
  nursery: planNursery,
  office: planOffice,
  playroom: planPlayroom,
  storage_room: planStorageRoom,
  studio: planStudio,
  study: planStudy,
  terrace: planTerrace,
  walk_in_closet: planWalkInCloset,
}

/** Fills the program's units and small things for its room type, then whatever else was named. */
export const planRoomProgram = (program: Program): void => {
  const { type, alsoFor } = program.brief.room
  addSeatedTables(program)
  programs[type]?.(program)
  for (const other of alsoFor ?? []) if (other !== type) alsoPrograms[other]?.(program)
  addNamedGroups(program)
  addForPeople(program)
  addRest(program)
}

/** Named things that stand in groups wherever they are: beds with nightstands, desks with chairs, tables, seats. */
const addNamedGroups = (program: Program): void => {
  const { wants } = program
  const isOpen = (...categories: string[]): boolean => wants.open(...categories).length > 0
  if (isOpen('double_bed', 'single_bed', 'care_bed', 'day_bed', 'bunk_bed', 'crib')) addBeds(program, null)
  if (isOpen('sofa', 'sofa_bed')) addLounge(program, true)
  if (isOpen('dining_table')) addDining(program, false)
  if (isOpen('desk')) addDesk(program, false)
  if (isOpen('dressing_table')) addDressingTable(program)
  if (isOpen('armchair', 'rocking_chair', 'chaise_longue')) addReadingCorner(program, false)
  if (isOpen('plant')) addPlants(program, 0)
  if (isOpen('sink_cabinet', 'cooker')) addKitchenRun(program)
}

/** Named things that no builder took: furniture on its usual place, small things to be set down later. */
const addRest = (program: Program): void => {
  for (const { object, count } of program.wants.rest()) {
    const most = mostThatFit(program, object)
    if (count > most) program.tooMany.push({ object, count: count - most })
    const pieces = program.wants.take(object, count).slice(0, most)
    const mount = mountOf(object)
    if (mount !== 'floor') {
      for (const piece of pieces) program.dress.push({ category: object.category, object: piece, count: 1 })
      continue
    }
    for (const piece of pieces) {
      addUnit(program, purposeOf(object.category), usualArrangements(object.category, piece), {
        objects: [piece],
        rank: 10,
      })
    }
  }
}

/** How many of a thing the bare floor could hold; hung and set things by the same measure, five to one. */
const mostThatFit = (program: Program, object: BriefObject): number => {
  const least = sizeOptions(object.category, object).at(-1)!
  const share = findKind(object.category)?.mount === 'floor' ? 1 : 5
  return Math.max(1, Math.ceil((program.area * share) / Math.max(0.05, least[0] * least[1])))
}

const purposes: { readonly [group: string]: Purpose } = {
  storage: 'store',
  seating: 'read',
  beds: 'sleep',
  kitchen: 'cook',
  bathroom: 'wash',
  kids: 'play',
}

const purposeOf = (category: string): Purpose => purposes[findKind(category)?.group ?? ''] ?? 'other'
