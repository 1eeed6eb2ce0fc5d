import type { OrientedBox } from '@enfilade/critic'
import type { Arrangement, Purpose, Unit } from '../arrangement.ts'
import type { Brief, BriefObject, BriefRelation, Density, Occupants, RelationTarget } from '../brief.ts'
import type { Candidate } from '../candidate.ts'
import { clearPrice, withClearance } from '../demands.ts'
import { edgeBehind } from '../relation-frames.ts'
import { mountOf, settleBrief } from '../settle-brief.ts'
import type { Site } from '../site.ts'
import { MOST_OF_ONE, Wants } from '../wants.ts'
import { standAlone } from './single.ts'

/** A small thing that is set down after the furniture stands. */
export type DressWant = {
  readonly category: string
  readonly object?: BriefObject
  readonly count: number
}

/** What a room program works on: it reads the brief and fills the lists. */
export type Program = {
  readonly site: Site
  readonly brief: Brief
  readonly density: Density
  readonly occupants: Occupants
  readonly area: number
  readonly wants: Wants
  readonly units: Unit[]
  readonly dress: DressWant[]
  /** Small things of the layout's own, beyond what every room of its density gets. */
  readonly extras: DressWant[]
  /** Named things that no room of this size could hold. */
  readonly tooMany: { readonly object: BriefObject; readonly count: number }[]
  /** A list of furniture was given: own additions stay modest. */
  readonly isListed: boolean
  /** Keys of objects whose groups are taken apart in this try. */
  readonly loose: ReadonlySet<string>
  /** Nothing is added that only keeps named things company. */
  readonly isBare: boolean
  /** Kinds that something is to hang over: they want bare wall behind them. */
  readonly backed: ReadonlySet<string>
  /** Price of places that the words want clear. */
  readonly keepsClear: ((candidate: Candidate) => number) | undefined
  /** Things already in the room, by category. */
  readonly present: ReadonlyMap<string, number>
}

/**
 * @param loose Keys of further objects that are to stand by themselves: their groups kept them from their places.
 * @param isBare Without what only keeps others company: for a room that could not hold all that was asked.
 */
export const createProgram = (
  site: Site,
  asked: Brief,
  density: Density,
  loose: ReadonlySet<string> = new Set(),
  isBare = false,
): Program => {
  const brief = seatAtTables(settleBrief(asked), loose)
  const present = new Map<string, number>()
  for (const shape of site.standing) present.set(shape.category, (present.get(shape.category) ?? 0) + 1)
  return {
    site,
    brief,
    density,
    occupants: brief.occupants ?? {},
    area: site.plan.area,
    wants: new Wants(brief, site, new Set([...standAlone(brief), ...loose])),
    units: [],
    dress: [],
    extras: [],
    tooMany: brief.objects.flatMap((object) => {
      const count = object.count.min - MOST_OF_ONE
      return count > 0 ? [{ object, count }] : []
    }),
    present,
    isListed: brief.objects.filter((object) => mountOf(object) === 'floor').length >= LISTED,
    loose,
    isBare,
    backed: backedKinds(brief),
    keepsClear: clearPrice(site, brief),
  }
}

/** Seats of which no place was said belong around the one table that people sit at. */
const seatAtTables = (brief: Brief, loose: ReadonlySet<string>): Brief => {
  const tables = brief.objects.filter(({ category }) => SEATED.has(category) || category === 'dining_table')
  const [table] = tables
  const isOther = table && (loose.has(table.key) || SEATED.has(table.category))
  if (!isOther || tables.length > 1 || brief.objects.some(({ category }) => category === 'desk')) return brief
  const around: BriefRelation = { type: 'around', target: { kind: 'object', key: table.key } }
  return {
    ...brief,
    objects: brief.objects.map((object) =>
      /chair|stool|floor_cushion/.test(object.category) &&
      !/arm|rocking|wheel|bath|lift|massage|commode|high|bar_/.test(object.category) &&
      object.relations.length === 0
        ? { ...object, relations: [around] }
        : object,
    ),
  }
}

const SEATED: ReadonlySet<string> = new Set([
  'meeting_table',
  'kids_table',
  'outdoor_table',
  'tea_table',
  'mahjong_table',
  'chess_table',
])

/** From this many named pieces of furniture on, the words are a list. */
const LISTED = 4

const backedKinds = (brief: Brief): Set<string> => {
  const byKey = new Map(brief.objects.map((object) => [object.key, object.category]))
  return new Set(
    brief.objects.flatMap((object) =>
      mountOf(object) !== 'wall'
        ? []
        : object.relations.flatMap(({ type, target, negated }) => {
            if (type !== 'above' || negated) return []
            if (target?.kind === 'category') return [target.category]
            return target?.kind === 'object' ? [byKey.get(target.key) ?? ''] : []
          }),
    ),
  )
}

/** Whether the program may add a kind: not named, not excluded, not there yet. */
export const mayAdd = (program: Program, category: string): boolean =>
  program.wants.mayAdd(category) && !program.present.has(category) && !(program.isBare && COMPANY.has(category))

/** Floor that is given up first where something asked for finds no place. */
const COMPANY: ReadonlySet<string> = new Set([
  'armchair',
  'bench',
  'dishwasher',
  'floor_lamp',
  'nightstand',
  'side_table',
  'television',
  'tv_stand',
])

/**
 * Whether a room of this size and density has room for an extra.
 *
 * @param area m² from which the thing belongs in a normally furnished room.
 */
export const isRoomy = (program: Program, area: number): boolean => {
  const factor = program.density === 'sparse' ? 1.8 : program.density === 'full' ? 0.78 : program.isListed ? 1.6 : 1
  return program.area >= area * factor
}

export const addUnit = (
  program: Program,
  purpose: Purpose,
  arrangements: readonly Arrangement[],
  options: {
    readonly isRequired?: boolean
    readonly worth?: number
    readonly rank?: number
    readonly expand?: Unit['expand']
    readonly objects?: readonly BriefObject[]
  } = {},
): void => {
  const objects = options.objects ?? []
  const isAsked = objects.length > 0 || options.isRequired === true
  program.units.push({
    key: `${purpose}-${program.units.length}`,
    purpose,
    arrangements: arrangements.map((arrangement) => withClearance(program.brief, arrangement)),
    expand: options.expand,
    isRequired: options.isRequired ?? objects.length > 0,
    worth: options.worth ?? 2,
    rank: (options.rank ?? program.units.length * 2) + (isAsked ? 0 : AFTER) - (objects.some(isTied) ? TIED : 0),
    objects: [...new Set(objects)],
    price: priceOf(program),
  })
}

/** Additions of the layout's own take their places after all that was named. */
const AFTER = 30

/** Things that only one or two places in the room will do for choose before those that stand anywhere. */
const TIED = 10

const isTied = ({ relations }: BriefObject): boolean =>
  relations.some(
    ({ type, target, negated, strength }) =>
      !negated && strength !== 'wish' && (FEW_PLACES.has(type) || (type === 'against_wall' && isOneWall(target))),
  )

const FEW_PLACES: ReadonlySet<string> = new Set([
  'in_corner',
  'under_window',
  'by_window',
  'by_door',
  'centred',
  'centred_on',
])

const isOneWall = (target: RelationTarget | undefined): boolean =>
  target?.kind === 'building' && (target.side ?? target.choose ?? target.id) !== undefined

/** What only the words make dear: a window behind what something hangs over, floor that is to be kept clear. */
const priceOf = (program: Program): Unit['price'] => {
  const { backed, keepsClear } = program
  if (backed.size === 0 && !keepsClear) return undefined
  return (candidate) => bareWallPrice(program, candidate) + (keepsClear?.(candidate) ?? 0)
}

/** What it costs a thing that something hangs over to have a window, or nothing, behind it. */
const UNBACKED = 8

const bareWallPrice = ({ backed, site }: Program, { shapes }: Candidate): number => {
  let cost = 0
  for (const shape of shapes) {
    if (!backed.has(shape.category)) continue
    const isLit = site.plan.windows.some((window) => standsBefore(window, shape.box))
    if (isLit || !edgeBehind(site, shape.box)) cost += UNBACKED
  }
  return cost
}

/** Whether a box stands before an opening, close to its wall. */
export const standsBefore = ({ at, inward, width }: Site['plan']['windows'][number], box: OrientedBox): boolean => {
  const dx = box.x - at[0]
  const dy = box.y - at[1]
  const ahead = dx * inward[0] + dy * inward[1]
  const across = Math.abs(dx * inward[1] - dy * inward[0])
  const half = Math.abs(box.sin * inward[0] - box.cos * inward[1]) > 0.7 ? box.halfWidth : box.halfDepth
  return ahead > 0 && ahead < 0.8 && across < (width / 2 + half) * 0.95
}

/** Whether a named object is due here, or the program adds one of its own; the object is taken. */
export const nextOrOwn = (
  program: Program,
  category: string,
  isOwnWanted: boolean,
): { object?: BriefObject } | undefined => {
  const named = program.wants.takePieces([category], 1)[0]
  if (named) return { object: named }
  return isOwnWanted && mayAdd(program, category) ? {} : undefined
}

/** A thing of the layout's own that has relations like a named one. No words asked for it: it is never told as missing. */
export const ownThing = (category: string, relations: readonly BriefRelation[] = []): BriefObject => ({
  key: `own ${category}`,
  category,
  words: '',
  count: { min: 1, max: 1 },
  relations,
})
