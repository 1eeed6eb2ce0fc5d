import { findKind } from '@enfilade/catalogue'
import type { Size3 } from '@enfilade/scene'
import type { BriefObject, BriefRelation } from '../brief.ts'
import { isHung } from '../settle-brief.ts'
import { isKnown } from '../size-choice.ts'
import { dineArrangements } from '../units/dine.ts'
import { gatherArrangements } from '../units/gather.ts'
import { expandLounge, type LoungeWish, sofaArrangements } from '../units/lounge.ts'
import { wallArrangements } from '../units/simple.ts'
import type { Want } from '../wants.ts'
import { addDesk, addPlants, addReadingCorner } from './bedroom.ts'
import { addUnit, isRoomy, mayAdd, nextOrOwn, ownThing, type Program } from './program.ts'
import { isPinned } from './single.ts'

/** Seats and screen, perhaps a table to eat at, books, green. */
export const planLivingRoom = (program: Program): void => {
  addLounge(program)
  const isShared = program.brief.room.alsoFor?.includes('dining_room') === true
  addDining(program, isShared || isRoomy(program, 30))
  addDesk(program, program.brief.room.alsoFor?.includes('study') === true || (program.occupants.working ?? 0) > 0)
  addStorage(program)
  addReadingCorner(program, isRoomy(program, 30))
  addPlants(program, isRoomy(program, 26) ? 3 : isRoomy(program, 15) ? 2 : isRoomy(program, 8) ? 1 : 0)
}

const SOFAS = ['sofa', 'sofa_bed']

/** Sofa, its table, armchairs, side tables, lamp, and the screen across. */
export const addLounge = (program: Program, isSmall = false): void => {
  const { wants, area } = program
  const sofas = wants.takePieces(SOFAS)
  const hasSofaAlready = program.present.has('sofa')
  const isDone = program.units.some((unit) => unit.purpose === 'lounge')
  const isOwnSofa = sofas.length === 0 && !isDone && mayAdd(program, 'sofa') && !hasOwnSeats(program)
  if (sofas.length === 0 && !isOwnSofa) {
    addScreenAlone(program)
    if (hasSofaAlready) addPart(program, 'coffee_table', false)
    return
  }
  const category = sofas[0]?.category ?? 'sofa'
  const table = part(program, 'coffee_table', true)
  const armchairs = wants.takePieces(['armchair'], 2).map((object) => ({ object }))
  const isLarge = !isSmall && isRoomy(program, 17)
  if (armchairs.length === 0 && !isSmall && mayAdd(program, 'armchair') && isRoomy(program, 13)) {
    for (let index = 0; index < (isLarge ? 2 : 1); index++) armchairs.push({} as { object: BriefObject })
  }
  const sideTables = wants.takePieces(['side_table'], 2).map((object) => ({ object }))
  if (sideTables.length === 0 && mayAdd(program, 'side_table') && isRoomy(program, 11)) {
    for (let index = 0; index < (isLarge ? 2 : 1); index++) sideTables.push({} as { object: BriefObject })
  }
  const lamp = part(program, 'floor_lamp', isRoomy(program, 10))
  const asked = program.brief.objects.find((object) => object.category === 'television')
  const wantsScreen =
    asked !== undefined || wants.isNamed('tv_stand') || (mayAdd(program, 'television') && (!isSmall || area > 16))
  const isHungScreen = asked !== undefined && isHung(asked)
  const stand = wantsScreen ? part(program, 'tv_stand', !isHungScreen) : undefined
  const screen = wantsScreen ? screenPart(program) : undefined
  const isApart =
    isPinned(sofas[0], LOUNGE, program.brief) || isPinned(stand?.object, LOUNGE, program.brief) || isHungScreen
  const wish: LoungeWish = {
    sofas: [sofas[0] ? { object: sofas[0] } : {}],
    sofaCategory: category,
    sofaWish: sofas[0] ? undefined : sofaSize(area, isSmall),
    table,
    armchairs,
    sideTables,
    lamp,
    stand: isApart ? undefined : stand,
    screen: isApart ? undefined : screen,
  }
  const objects = [
    ...sofas.slice(0, 1),
    table?.object,
    ...armchairs.map((entry) => entry.object),
    ...sideTables.map((entry) => entry.object),
    lamp?.object,
    isApart ? undefined : stand?.object,
  ].filter((object): object is BriefObject => object !== undefined)
  const withScreen = !isApart && wantsScreen && (stand !== undefined || screen !== undefined)
  addUnit(program, 'lounge', withScreen ? [] : sofaArrangements(wish), {
    isRequired: true,
    rank: 0,
    objects,
    expand: withScreen ? expandLounge(wish) : undefined,
  })
  if (isApart && stand) addStandAcross(program, stand.object, sofas[0], category)
  for (const object of sofas.slice(1)) {
    addUnit(program, 'lounge', wallArrangements(object.category, { object }), { objects: [object], rank: 1 })
  }
}

/** A list of what is to be there that seats people otherwise: a tea room gets no sofa. */
const hasOwnSeats = (program: Program): boolean =>
  program.isListed && program.brief.objects.some(({ category }) => findKind(category)?.group === 'seating')

const LOUNGE: ReadonlySet<string> = new Set(['coffee_table', 'television', 'tv_stand', 'side_table', 'rug'])

/** A stand that finds its own place, across from the sofa where it can. */
const addStandAcross = (
  program: Program,
  named: BriefObject | undefined,
  sofa: BriefObject | undefined,
  category: string,
): void => {
  const target = sofa ? { kind: 'object' as const, key: sofa.key } : { kind: 'category' as const, category }
  const object = named ?? ownThing('tv_stand')
  const across: BriefRelation = { type: 'opposite', target }
  const placed = { ...object, relations: [...object.relations, ...(named ? [] : [across])] }
  addUnit(
    program,
    'media',
    wallArrangements('tv_stand', { object: placed, wish: named ? undefined : [1.6, 0.41, 0.5] }),
    {
      objects: [placed],
      isRequired: named !== undefined,
      worth: 7,
      rank: 1,
    },
  )
}

const sofaSize = (area: number, isSmall: boolean): Size3 =>
  isSmall || area < 12 ? [1.7, 0.9, 0.84] : area < 24 ? [2.1, 0.94, 0.84] : [2.4, 0.96, 0.84]

const part = (program: Program, category: string, isOwn: boolean): { object?: BriefObject } | undefined =>
  nextOrOwn(program, category, isOwn)

/** The screen itself is set on its stand later: it is only looked at here. */
const screenPart = (program: Program): { object?: BriefObject } => {
  const open = program.wants.open('television')[0]
  return open ? { object: open.object } : {}
}

const addPart = (program: Program, category: string, isOwn: boolean): void => {
  const found = nextOrOwn(program, category, isOwn)
  if (found)
    addUnit(program, 'lounge', wallArrangements(category, found), { objects: found.object ? [found.object] : [] })
}

const addScreenAlone = (program: Program): void => {
  if (!program.wants.isNamed('tv_stand') && !program.wants.isNamed('television')) return
  const stand = nextOrOwn(program, 'tv_stand', true)
  if (!stand) return
  addUnit(program, 'media', wallArrangements('tv_stand', stand), {
    objects: stand.object ? [stand.object] : [],
    isRequired: true,
    rank: 1,
  })
}

const CHAIRS = ['dining_chair', 'folding_chair', 'stool', 'high_chair']

/** Seats at the largest table. */
const MOST_SEATS = 10

/** Seats too deep to stand around a table like chairs. */
const DEEP = new Set(['armchair', 'sofa', 'recliner', 'bean_bag', 'rocking_chair', 'chaise_longue', 'bench'])

/** Named seats that were said to stand around a named table, whichever kinds they are: one group each. */
export const addSeatedTables = (program: Program): void => {
  const { wants, brief } = program
  for (const { object: table, count } of wants.rest()) {
    if (count !== 1 || program.loose.has(table.key) || !isSatRound(table.category)) continue
    const all = wants.rest().filter(({ object }) => isSeatAt(object, table))
    const seats = all.filter(({ object }) => !DEEP.has(object.category))
    if (all.length === 0 || !brief.objects.includes(table)) continue
    if (seats.length === 0) {
      gatherSeats(program, table, all)
      continue
    }
    const chairs = seats.flatMap(({ object, count: number }) => wants.take(object, number)).slice(0, MOST_SEATS + 2)
    const [mine] = wants.take(table, 1)
    addUnit(
      program,
      'dine',
      dineArrangements({
        category: table.category,
        table: mine,
        chairCategory: chairs[0]?.category ?? 'dining_chair',
        chairs,
      }),
      { objects: [...(mine ? [mine] : []), ...chairs], isRequired: true, rank: 0 },
    )
  }
}

/** What seats stand round: tables and the like, and things that nobody knows; nothing with its back to a wall. */
const isSatRound = (category: string): boolean => {
  const kind = findKind(category)
  return /table|desk|island|counter/.test(category) || kind === undefined
}

const isSeat = (category: string): boolean => findKind(category)?.group === 'seating' || /chair|stool/.test(category)

const isSeatAt = ({ relations, category }: BriefObject, { key }: BriefObject): boolean =>
  relations.some(
    ({ type, target, negated }) =>
      (type === 'around' || (type === 'flanking' && isSeat(category))) &&
      !negated &&
      target?.kind === 'object' &&
      target.key === key,
  )

/** Armchairs around a table; two at a coffee table sit with the sofa. */
const gatherSeats = (program: Program, table: BriefObject, seats: readonly Want[]): void => {
  const { wants } = program
  const chairs = seats.reduce((sum, { object, count }) => sum + (SOFAS.includes(object.category) ? 0 : count), 0)
  if (chairs === 0 || (table.category === 'coffee_table' && chairs < 3)) return
  const mine = seats.flatMap(({ object, count }) => wants.take(object, count))
  const [center] = wants.take(table, 1)
  if (!center) return
  addUnit(program, 'lounge', gatherArrangements({ table: center, seats: mine }), {
    objects: [center, ...mine],
    isRequired: true,
    rank: 0,
  })
}

/** A table with its chairs: for those who were named, else four, six in a large room. */
export const addDining = (program: Program, isOwn: boolean, isMain = false): void => {
  const { wants, occupants, area } = program
  const tables = wants.takePieces(['dining_table'])
  const isDone = program.units.some((unit) => unit.purpose === 'dine')
  const hasOwnTable = tables.length === 0 && isOwn && !isDone && mayAdd(program, 'dining_table')
  const count = Math.max(tables.length, hasOwnTable ? 1 : 0)
  if (count === 0) {
    for (const object of wants.takePieces(['dining_chair']))
      addUnit(program, 'dine', wallArrangements(object.category, { object }), { objects: [object] })
    return
  }
  const chairs = wants.takePieces(CHAIRS)
  for (let index = 0; index < count; index++) {
    const table = tables[index]
    const mine: (BriefObject | undefined)[] = chairs.filter((_, at) => at % count === index)
    const mayOwn = !CHAIRS.some((category) => wants.isNamed(category)) && mayAdd(program, 'dining_chair')
    if (mine.length === 0 && mayOwn) {
      const people = occupants.guests ?? (occupants.adults ?? 0) + (occupants.children ?? 0) + (occupants.elderly ?? 0)
      const usual = isMain ? (area >= 14 ? 6 : 4) : area >= 34 ? 6 : 4
      const seats = table?.seats ?? (people > 0 ? Math.max(2, people) : usual)
      for (let seat = 0; seat < seats; seat++) mine.push(undefined)
    }
    // More than the largest table seats stand along the walls.
    for (const object of mine.splice(MOST_SEATS)) {
      if (object)
        addUnit(program, 'dine', wallArrangements(object.category, { object }), { objects: [object], rank: 12 })
    }
    const objects = [table, ...mine].filter((object): object is BriefObject => object !== undefined)
    addUnit(
      program,
      'dine',
      dineArrangements({
        category: 'dining_table',
        table,
        chairCategory: mine.find((object) => object)?.category ?? 'dining_chair',
        chairs: mine,
      }),
      { objects, isRequired: isMain || objects.length > 0, worth: 5, rank: isMain ? 0 : 2 },
    )
  }
}

/** Bookcase, sideboard and the like along the free walls. */
export const addStorage = (program: Program): void => {
  const pieces: { category: string; area: number; wish?: Size3 }[] = [
    { category: 'bookcase', area: 15, wish: [1, 0.31, 2] },
    { category: 'sideboard', area: 21 },
    { category: 'cabinet', area: 34 },
  ]
  for (const { category, area, wish } of pieces) {
    if (!isKnown(category)) continue
    const found = nextOrOwn(program, category, isRoomy(program, area))
    if (!found) continue
    addUnit(program, 'store', wallArrangements(category, { ...found, wish: found.object ? undefined : wish }), {
      objects: found.object ? [found.object] : [],
      worth: 1.8,
      rank: 8,
    })
  }
}
