import type { Arrangement, Purpose, Unit } from '../arrangement.ts'
import type { Brief, BriefObject, BriefRelation, Density, Occupants } from '../brief.ts'
import { settleBrief } from '../settle-brief.ts'
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
  /** Things already in the room, by category. */
  readonly present: ReadonlyMap<string, number>
}

/** @param loose Keys of further objects that are to stand by themselves: their groups kept them from their places. */
export const createProgram = (
  site: Site,
  asked: Brief,
  density: Density,
  loose: ReadonlySet<string> = new Set(),
): Program => {
  const brief = settleBrief(asked)
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
  }
}

/** Whether the program may add a kind: not named, not excluded, not there yet. */
export const mayAdd = (program: Program, category: string): boolean =>
  program.wants.mayAdd(category) && !program.present.has(category)

/**
 * Whether a room of this size and density has room for an extra.
 *
 * @param area m² from which the thing belongs in a normally furnished room.
 */
export const isRoomy = (program: Program, area: number): boolean => {
  const factor = program.density === 'sparse' ? 1.8 : program.density === 'full' ? 0.78 : 1
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
  program.units.push({
    key: `${purpose}-${program.units.length}`,
    purpose,
    arrangements,
    expand: options.expand,
    isRequired: options.isRequired ?? objects.length > 0,
    worth: options.worth ?? 2,
    rank: options.rank ?? program.units.length * 2,
    objects: [...new Set(objects)],
  })
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
