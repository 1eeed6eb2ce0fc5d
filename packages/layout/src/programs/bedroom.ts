import { accessFacts } from '@enfilade/critic'
import type { Size3 } from '@enfilade/scene'
import type { Arrangement } from '../arrangement.ts'
import type { BriefObject } from '../brief.ts'
import { isKnown } from '../size-choice.ts'
import { plantArrangements, readingArrangements } from '../units/corner.ts'
import { wallArrangements, withPenalty } from '../units/simple.ts'
import { sideBedArrangements, sleepArrangements, twinArrangements } from '../units/sleep.ts'
import { deskArrangements } from '../units/work.ts'
import { addUnit, isRoomy, mayAdd, nextOrOwn, type Program } from './program.ts'

const BEDS = ['double_bed', 'single_bed', 'care_bed', 'sofa_bed', 'day_bed']

/** Bed with its nightstands, wardrobe, drawers, a place to work or to sit, by area and people. */
export const planBedroom = (program: Program): void => {
  addBeds(program)
  addWardrobe(program)
  addDesk(program, (program.occupants.working ?? 0) > 0 || isRoomy(program, 17))
  addDresser(program)
  addDressingTable(program)
  addBedroomScreen(program)
  addReadingCorner(program, isRoomy(program, 15))
  addPlants(program, isRoomy(program, 24) ? 2 : isRoomy(program, 10) ? 1 : 0)
}

/** All named beds; else one that suits the people and the area, or `own`; null adds none. */
export const addBeds = (program: Program, own: string | null = ownBed(program)): void => {
  const { wants, occupants } = program
  const beds: { category: string; object?: BriefObject }[] = BEDS.filter(
    (category) => category !== 'sofa_bed' || wants.isNamed(category),
  ).flatMap((category) => wants.takePieces([category]).map((object) => ({ category, object })))
  const hasNamedBed = ['double_bed', 'single_bed', 'bunk_bed', 'crib', 'care_bed', 'day_bed'].some(
    (category) => wants.isNamed(category) || program.present.has(category),
  )
  if (beds.length === 0 && !hasNamedBed && own && mayAdd(program, own)) {
    const count = own === 'single_bed' && (occupants.children ?? 0) + (occupants.adults ?? 0) > 1 ? 2 : 1
    for (let index = 0; index < count; index++) beds.push({ category: own })
  }
  const stands = wants.takePieces(['nightstand'])
  const singles = beds.filter(({ category }) => category === 'single_bed')
  if (singles.length === 2 && beds.length === 2 && program.area > 9) {
    const stand = stands.shift()
    const own = mayAdd(program, 'nightstand')
    const arrangements = twinArrangements(
      'single_bed',
      singles.map(({ object }) => object),
      stand ? { object: stand } : own ? {} : undefined,
    )
    const objects = [...singles.flatMap(({ object }) => object ?? []), ...(stand ? [stand] : [])]
    addUnit(program, 'sleep', arrangements, { isRequired: true, rank: 0, objects })
  } else {
    for (const [index, bed] of beds.entries()) addBed(program, bed, share(stands, index, beds.length))
  }
  for (const object of beds.length > 0 ? [] : stands)
    addUnit(program, 'store', wallArrangements('nightstand', { object }), { objects: [object] })
  for (const category of ['bunk_bed', 'crib']) {
    for (const object of wants.takePieces([category])) {
      addUnit(program, 'sleep', sideBedArrangements(category, object), { objects: [object], rank: 1 })
    }
  }
}

/** Nightstands dealt out in turn, two to the first bed while there are enough. */
const share = (stands: readonly BriefObject[], index: number, beds: number): BriefObject[] => {
  const each = Math.ceil(stands.length / Math.max(1, beds))
  return stands.slice(index * each, (index + 1) * each)
}

const ownBed = ({ occupants, area }: Program): string => {
  const adults = (occupants.adults ?? 0) + (occupants.elderly ?? 0)
  const children = occupants.children ?? 0
  if (adults === 0 && children > 0) return 'single_bed'
  if (adults >= 2) return 'double_bed'
  if (adults === 1) return area >= 9.5 ? 'double_bed' : 'single_bed'
  return area >= 8 ? 'double_bed' : 'single_bed'
}

/** Dearer than a double bed that can be got into from one side only, cheaper than one that cannot. */
const SINGLE_PENALTY = 6.5

/** Where a double bed of the layout's own leaves no room to get in, a single one for one person. */
const singleInstead = (program: Program, bed: { category: string; object?: BriefObject }): Arrangement[] => {
  const people = (program.occupants.adults ?? 1) + (program.occupants.elderly ?? 0)
  if (bed.object || bed.category !== 'double_bed' || people > 1 || program.area > 12 || !mayAdd(program, 'single_bed'))
    return []
  const nightstands = mayAdd(program, 'nightstand') ? [undefined] : []
  return withPenalty(sleepArrangements({ category: 'single_bed', nightstands, sleepers: 1 }), SINGLE_PENALTY)
}

/** For 1.8 m, 1.5 m and 1.35 m mattresses. */
const ownDoubleBeds: readonly Size3[] = [
  [1.9, 2.15, 1.05],
  [1.58, 2.1, 1],
  [1.42, 2.05, 0.95],
]

/** Named things that stand at the bed's flanks: none of our own comes between. */
const besideBed = ({ brief }: Program, { category, object }: { category: string; object?: BriefObject }): number =>
  brief.objects.reduce((sum, { relations, count }) => {
    const isBeside = relations.some(
      ({ type, target, negated }) =>
        !negated &&
        AT_FLANK.has(type) &&
        (target?.kind === 'object'
          ? target.key === object?.key
          : target?.kind === 'category' && target.category === category),
    )
    return isBeside ? sum + Math.max(1, count.min) : sum
  }, 0)

const AT_FLANK: ReadonlySet<string> = new Set(['beside', 'left_of', 'right_of', 'flanking', 'near'])

const addBed = (
  program: Program,
  bed: { category: string; object?: BriefObject },
  stands: readonly BriefObject[],
): void => {
  const { wants, occupants, area, brief } = program
  const isDouble = bed.category === 'double_bed'
  const own = mayAdd(program, 'nightstand') ? Math.max(0, (isDouble ? 2 : 1) - besideBed(program, bed)) : 0
  const nightstands: (BriefObject | undefined)[] =
    stands.length > 0 ? [...stands] : Array.from({ length: own }, () => undefined)
  const namedBench = wants.takePieces(['bench'], 1)[0]
  const bench = namedBench
    ? { object: namedBench }
    : isDouble && isRoomy(program, 15) && mayAdd(program, 'bench')
      ? {}
      : undefined
  const isCare = brief.pack === 'wheelchair' || (occupants.wheelchair ?? 0) > 0
  const sleepers = (occupants.adults ?? 0) + (occupants.elderly ?? 0) || 2
  const arrangements = [
    ...sleepArrangements({
      category: bed.category,
      bed: bed.object,
      sizes: isDouble && !bed.object ? ownDoubleBeds.slice(area >= 12.5 ? 0 : 1) : undefined,
      nightstands,
      bench,
      sleepers,
      careSide: isCare ? accessFacts.bed_access.minimum : undefined,
    }),
    ...singleInstead(program, bed),
  ]
  const objects = [bed.object, ...stands, namedBench].filter((object): object is BriefObject => object !== undefined)
  addUnit(program, 'sleep', arrangements, { isRequired: true, rank: 0, objects })
}

export const addWardrobe = (program: Program, isOwn = true): void => {
  const { area, wants, occupants } = program
  for (const object of wants.takePieces(['wardrobe'])) {
    addUnit(program, 'store', wallArrangements('wardrobe', { object }), { objects: [object], rank: 2 })
  }
  if (!isOwn || !mayAdd(program, 'wardrobe') || area < 5) return
  const two = (occupants.adults ?? 2) >= 2
  const width = area >= 16 && two ? 2.4 : area >= 11 ? 1.8 : 1.2
  const widths = [width, 1.8, 1.5, 1.2, 1, 0.8].filter(
    (entry, index, all) => entry <= width && all.indexOf(entry) === index,
  )
  const sizes = widths.map((entry) => [entry, 0.6, 2.25] as const)
  addUnit(program, 'store', wallArrangements('wardrobe', { sizes }), { worth: 9, rank: 3 })
}

export const addDesk = (program: Program, isOwn: boolean, count = 1): void => {
  const { wants } = program
  const seats = wants.takePieces(['office_chair'])
  const desks = wants.takePieces(['desk'])
  const isDone = program.units.some((unit) => unit.purpose === 'work')
  const own = desks.length === 0 && isOwn && !isDone && mayAdd(program, 'desk') ? count : 0
  for (let index = 0; index < desks.length + own; index++) {
    const table = desks[index]
    const seat = seats[index] ?? takeDeskChair(program)
    const category = seat?.category ?? 'office_chair'
    const hasSeat = seat !== undefined || mayAdd(program, 'office_chair')
    const wish = program.area < 12 ? ([1.1, 0.55, 0.75] as const) : ([1.3, 0.6, 0.75] as const)
    addUnit(
      program,
      'work',
      deskArrangements({
        category: 'desk',
        table,
        wish: table && (table.attributes?.shape || table.attributes?.variant) ? undefined : wish,
        seat: hasSeat ? { category, object: seat } : undefined,
      }),
      { objects: [table, seat].filter((object): object is BriefObject => object !== undefined), worth: 4, rank: 4 },
    )
  }
  for (const object of seats.slice(desks.length + own)) {
    addUnit(program, 'work', wallArrangements('office_chair', { object }), { objects: [object] })
  }
}

/** A plain chair that was named together with a desk is the desk's chair, unless a table wants it. */
const takeDeskChair = (program: Program): BriefObject | undefined => {
  if (program.wants.isNamed('dining_table')) return undefined
  return program.wants.takePieces(['dining_chair', 'stool'], 1)[0]
}

const addDresser = (program: Program): void => {
  const isOwn = isRoomy(program, 12.5)
  const part = nextOrOwn(program, 'chest_of_drawers', isOwn)
  if (!part) return
  addUnit(
    program,
    'store',
    wallArrangements('chest_of_drawers', { ...part, wish: part.object ? undefined : [1, 0.47, 0.85] }),
    {
      objects: part.object ? [part.object] : [],
      worth: 2.5,
      rank: 6,
    },
  )
}

export const addDressingTable = (program: Program): void => {
  const part = nextOrOwn(program, 'dressing_table', isRoomy(program, 21) && (program.occupants.adults ?? 2) >= 2)
  if (!part) return
  const stool = program.wants.takePieces(['stool', 'vanity_stool'], 1)[0]
  const category = stool?.category ?? (isKnown('vanity_stool') ? 'vanity_stool' : 'stool')
  const hasStool = stool !== undefined || mayAdd(program, category)
  addUnit(
    program,
    'dress',
    deskArrangements({
      category: 'dressing_table',
      table: part.object,
      seat: hasStool ? { category, object: stool } : undefined,
    }),
    {
      objects: [part.object, stool].filter((object): object is BriefObject => object !== undefined),
      worth: 2,
      rank: 8,
    },
  )
}

/** A screen across from the bed, on its stand. */
const addBedroomScreen = (program: Program): void => {
  const { wants } = program
  const isNamed = wants.isNamed('television') || wants.isNamed('tv_stand')
  if (!isNamed && !(program.density === 'full' && isRoomy(program, 22))) return
  const stand = nextOrOwn(program, 'tv_stand', true)
  if (!stand) return
  addUnit(
    program,
    'media',
    wallArrangements('tv_stand', { ...stand, wish: stand.object ? undefined : [1.2, 0.4, 0.5] }),
    {
      objects: stand.object ? [stand.object] : [],
      isRequired: isNamed,
      worth: 2,
      rank: 7,
    },
  )
}

export const addReadingCorner = (program: Program, isOwn: boolean): void => {
  const { wants } = program
  const seats = wants.takePieces(['armchair', 'rocking_chair', 'chaise_longue', 'bean_bag', 'recliner'])
  if (seats.length === 0 && isOwn && mayAdd(program, 'armchair') && !program.present.has('sofa')) {
    const lamp: { object?: BriefObject } | undefined = mayAdd(program, 'floor_lamp')
      ? {}
      : takePart(program, 'floor_lamp')
    const table: { object?: BriefObject } | undefined = mayAdd(program, 'side_table')
      ? {}
      : takePart(program, 'side_table')
    addUnit(program, 'read', readingArrangements({ category: 'armchair' }, lamp, table), {
      worth: 2.2,
      rank: 9,
      objects: [lamp?.object, table?.object].filter((object): object is BriefObject => object !== undefined),
      isRequired: lamp?.object !== undefined || table?.object !== undefined,
    })
    return
  }
  for (const object of seats) {
    const isForReading = seats.length === 1 && isReadingPlace(object, program)
    const lamp = nextOrOwn(program, 'floor_lamp', isForReading)
    const table = nextOrOwn(program, 'side_table', isForReading)
    addUnit(program, 'read', readingArrangements({ category: object.category, object }, lamp, table), {
      objects: [object, lamp?.object, table?.object].filter((entry): entry is BriefObject => entry !== undefined),
      rank: 6,
    })
  }
}

/** A seat of one's own at a window or in a corner, or one that was said to be for reading: a lamp and a table belong to it. */
const isReadingPlace = ({ words, relations }: BriefObject, { density, brief }: Program): boolean =>
  density !== 'sparse' &&
  (/read|nook|阅读|读书|看书/i.test(words) ||
    (/read|nook|阅读|读书|看书/i.test(brief.words ?? '') &&
      relations.some(({ type }) => type === 'by_window' || type === 'in_corner')))

export const takePart = (program: Program, category: string): { object: BriefObject } | undefined => {
  const object = program.wants.takePieces([category], 1)[0]
  return object ? { object } : undefined
}

export const addPlants = (program: Program, own: number): void => {
  const named = program.wants.takePieces(['plant'])
  for (const object of named)
    addUnit(program, 'green', plantArrangements('plant', object), { objects: [object], rank: 14 })
  if (named.length > 0 || !mayAdd(program, 'plant')) return
  for (let index = 0; index < own; index++)
    addUnit(program, 'green', plantArrangements('plant'), { worth: 1.2, rank: 20 + index })
}
