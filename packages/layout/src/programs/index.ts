import { findKind } from '@enfilade/catalogue'
import type { RoomType } from '../brief.ts'
import { usualArrangements } from '../units/simple.ts'
import { planBedroom } from './bedroom.ts'
import { planLivingRoom } from './living-room.ts'
import { addUnit, type Program } from './program.ts'

const programs: { readonly [type in RoomType]?: (program: Program) => void } = {
  bedroom: planBedroom,
  living_room: planLivingRoom,
}

/** Fills the program's units and small things for its room type, then whatever else was named. */
export const planRoomProgram = (program: Program): void => {
  programs[program.brief.room.type]?.(program)
  addRest(program)
}

/** Named things that no builder took: furniture on its usual place, small things to be set down later. */
const addRest = (program: Program): void => {
  for (const { object, count } of program.wants.rest()) {
    program.wants.take(object, count)
    const mount = findKind(object.category)?.mount ?? 'floor'
    if (mount !== 'floor' || findKind(object.category)?.walkable) {
      program.dress.push({ category: object.category, object, count })
      continue
    }
    for (let index = 0; index < count; index++) {
      addUnit(program, 'other', usualArrangements(object.category, object), { objects: [object], rank: 10 })
    }
  }
}
