import { findKind } from '@enfilade/catalogue'
import type { BriefObject, RoomType } from '../brief.ts'
import { sizeOptions } from '../size-choice.ts'
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
    const most = Math.min(MOST_OF_ONE, mostThatFit(program, object))
    if (count > most) program.tooMany.push({ object, count: count - most })
    const mount = findKind(object.category)?.mount ?? 'floor'
    if (mount !== 'floor' || findKind(object.category)?.walkable) {
      program.dress.push({ category: object.category, object, count: Math.min(count, most) })
      continue
    }
    for (let index = 0; index < Math.min(count, most); index++) {
      addUnit(program, 'other', usualArrangements(object.category, object), { objects: [object], rank: 10 })
    }
  }
}

/** A search over more units of one kind than this would not end in time. */
const MOST_OF_ONE = 24

/** How many of a thing the bare floor could hold; hung and set things by the same measure, five to one. */
const mostThatFit = (program: Program, object: BriefObject): number => {
  const least = sizeOptions(object.category, object).at(-1)!
  const share = findKind(object.category)?.mount === 'floor' ? 1 : 5
  return Math.max(1, Math.ceil((program.area * share) / Math.max(0.05, least[0] * least[1])))
}
