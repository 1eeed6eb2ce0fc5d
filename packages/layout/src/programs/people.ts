import { isKnown } from '../size-choice.ts'
import { readingArrangements } from '../units/corner.ts'
import { sideBedArrangements } from '../units/sleep.ts'
import { addAtWalls } from './other-rooms.ts'
import { addUnit, isRoomy, mayAdd, type Program } from './program.ts'
import { addUsual } from './special-rooms.ts'

const restRooms: ReadonlySet<string> = new Set(['living_room', 'bedroom', 'studio'])

/** What those who live there need beyond what such a room has: a cot, a seat to rise from easily, something to climb. */
export const addForPeople = (program: Program): void => {
  const { occupants, brief } = program
  const { type } = brief.room
  if ((occupants.babies ?? 0) > 0 && (type === 'bedroom' || type === 'studio')) addForBaby(program)
  if ((occupants.elderly ?? 0) > 0 && restRooms.has(type)) addForElderly(program)
  const cats = occupants.cats ?? (/\bcats?\b|kitten|猫/i.test(occupants.words ?? '') ? 1 : 0)
  const dogs = occupants.dogs ?? (/\bdogs?\b|puppy|狗/i.test(occupants.words ?? '') ? 1 : 0)
  if (cats > 0 && (type === 'living_room' || type === 'studio'))
    addUsual(program, 'play', [{ category: 'cat_tree', area: 0, worth: 6 }])
  if (dogs > 0 && (type === 'living_room' || type === 'studio'))
    addUsual(program, 'play', [{ category: 'pet_bed', area: 0, worth: 6 }])
  if (cats + dogs > 0 && type === 'kitchen') program.extras.push({ category: 'pet_bowl', count: 1 })
  if (cats > 0 && type === 'bathroom') addUsual(program, 'other', [{ category: 'litter_box', area: 3, worth: 2 }])
}

const addForBaby = (program: Program): void => {
  const has = program.units.some((unit) =>
    unit.arrangements.some(({ pieces }) =>
      pieces.some(({ category }) => category === 'crib' || category === 'bassinet'),
    ),
  )
  if (!has && mayAdd(program, 'crib')) addUnit(program, 'sleep', sideBedArrangements('crib'), { worth: 8, rank: 2 })
  addAtWalls(program, 'play', [{ category: 'changing_table', area: 12, worth: 3 }])
}

/** A firm seat with arms, and a light that shows the way at night. */
const addForElderly = (program: Program): void => {
  const has = program.units.some((unit) =>
    unit.arrangements.some(({ pieces }) =>
      pieces.some(({ category }) => /armchair|recliner|lift_chair/.test(category)),
    ),
  )
  const seat = isKnown('recliner') ? 'recliner' : 'armchair'
  if (!has && mayAdd(program, 'armchair') && mayAdd(program, seat) && isRoomy(program, 9))
    addUnit(program, 'read', readingArrangements({ category: seat }), { worth: 4, rank: 6 })
  program.extras.push({ category: 'night_light', count: 1 })
}
