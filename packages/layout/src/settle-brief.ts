import { findKind } from '@enfilade/catalogue'
import type { Size3 } from '@enfilade/scene'
import type { Brief, BriefObject, BriefRelation, RelationTarget } from './brief.ts'
import { carryTogether } from './carry-together.ts'
import { isKin } from './kin.ts'
import { keepRoomBetween } from './room-between.ts'
import { sizeOptions } from './size-choice.ts'
import { standBehind } from './stand-behind.ts'

/** How a thing takes its place: furniture by the solver, the rest is set down, hung or laid once that stands. */
type Mount = 'floor' | 'flat' | 'beneath' | 'surface' | 'wall' | 'ceiling'

/** Rooms in which a screen stands on a stand of the layout's own when nothing was said. */
const withStand: ReadonlySet<string> = new Set([
  'living_room',
  'bedroom',
  'studio',
  'home_cinema',
  'kids_room',
  'playroom',
])

/**
 * The brief with its relations turned so that they can be settled in order: furniture first, then what lies, stands or
 * hangs by it. "The table on the rug" becomes the rug under the table; "the sofa faces the picture" the picture across
 * from the sofa. Nothing is dropped.
 */
export const settleBrief = (asked: Brief): Brief => {
  const brief = keepRoomBetween(standBehind(carryTogether(layUnder(nameTargets(asked)))))
  const byKey = new Map(brief.objects.map((object) => [object.key, object]))
  const added = new Map<string, BriefRelation[]>()
  const objects = brief.objects.map((object) => {
    const relations = object.relations.flatMap((relation): BriefRelation[] => {
      const turned = turn(brief, byKey, object, relation)
      if (!turned) return [relation]
      if (!('to' in turned)) return [turned.relation]
      added.set(turned.to, [...(added.get(turned.to) ?? []), turned.relation])
      return [...(turned.own ?? [])]
    })
    return { ...object, relations }
  })
  return {
    ...brief,
    objects: objects.map((object) => ({
      ...object,
      relations: [...object.relations, ...(added.get(object.key) ?? [])],
    })),
  }
}

/** Targets that were named by another word for a thing of the brief point to that thing: "around the table". */
const nameTargets = (brief: Brief): Brief => {
  const named = (own: BriefObject, target: RelationTarget | undefined): RelationTarget | undefined => {
    if (target?.kind !== 'category') return target
    const others = brief.objects.filter((object) => object !== own)
    const found =
      others.find(({ category }) => category === target.category) ??
      others.find(({ category }) => isKin(category, target.category)) ??
      others.find(({ category }) => lastWord(category) === target.category)
    return found ? { kind: 'object', key: found.key } : target
  }
  return {
    ...brief,
    objects: brief.objects.map((object) => ({
      ...object,
      relations: object.relations.map((relation) => ({
        ...relation,
        ...(relation.target ? { target: named(object, relation.target) } : {}),
        ...(relation.and ? { and: named(object, relation.and) } : {}),
      })),
    })),
  }
}

/** Furniture "on a rug" stands on the floor, and the rug lies under it. */
const layUnder = (brief: Brief): Brief => {
  const cloths = new Set(brief.objects.flatMap(({ key, category }) => (findKind(category)?.walkable ? [key] : [])))
  const isOnCloth = ({ type, target, negated }: BriefRelation): boolean =>
    type === 'on' && !negated && target?.kind === 'object' && cloths.has(target.key)
  const laid = brief.objects.flatMap((object) =>
    cloths.has(object.key)
      ? []
      : object.relations.filter(isOnCloth).map((relation) => ({
          cloth: relation.target?.kind === 'object' ? relation.target.key : '',
          relation: { ...relation, type: 'under', target: { kind: 'object', key: object.key } } as BriefRelation,
        })),
  )
  if (laid.length === 0) return brief
  const bearers = new Map(
    laid.flatMap(({ cloth, relation: { target } }) =>
      target?.kind === 'object' ? [[cloth, target.key] as const] : [],
    ),
  )
  return {
    ...brief,
    objects: brief.objects.map((object) =>
      cloths.has(object.key)
        ? {
            ...object,
            relations: [
              // What stands on it leads: where in the room the cloth lies, that thing stands.
              ...object.relations.filter((relation) => !bearers.has(object.key) || !isInRoom(relation)),
              ...laid.flatMap(({ cloth, relation }) => (cloth === object.key ? [relation] : [])),
            ],
          }
        : {
            ...object,
            relations: [
              ...object.relations.filter((relation) => !isOnCloth(relation)),
              ...brief.objects.flatMap((cloth) =>
                bearers.get(cloth.key) === object.key ? cloth.relations.filter(isInRoom) : [],
              ),
            ],
          },
    ),
  }
}

const isInRoom = ({ type, target, negated }: BriefRelation): boolean =>
  !negated && ROOM_PLACES.has(type) && (target === undefined || target.kind === 'building')

const ROOM_PLACES: ReadonlySet<string> = new Set(['centred', 'by_window', 'in_corner', 'away_from_wall'])

/** A sideboard "on the west wall" stands against it: what is too deep to hang has its back there. A shelf above something hangs. */
export const standAtWalls = (brief: Brief): Brief => ({
  ...brief,
  objects: brief.objects.map((asked) => {
    const isAbove = asked.relations.some(({ type, negated }) => type === 'above' && !negated)
    const object = isAbove && SHELVES.has(asked.category) ? { ...asked, category: 'wall_shelf' } : asked
    return mountOf(object) === 'floor' && object.relations.some(isOnWall)
      ? {
          ...object,
          relations: object.relations.map((relation) =>
            isOnWall(relation) ? { ...relation, type: 'against_wall' } : relation,
          ),
        }
      : object
  }),
})

const SHELVES: ReadonlySet<string> = new Set(['bookcase', 'shelving_unit'])

const isOnWall = ({ type }: BriefRelation): boolean => type === 'on_wall'

const lastWord = (category: string): string => category.slice(category.lastIndexOf('_') + 1)

type Turned =
  | { readonly relation: BriefRelation }
  /** `own` stays with the object that spoke of the other one. */
  | { readonly to: string; readonly relation: BriefRelation; readonly own?: readonly BriefRelation[] }

const turn = (
  brief: Brief,
  byKey: ReadonlyMap<string, BriefObject>,
  object: BriefObject,
  relation: BriefRelation,
): Turned | undefined => {
  const { target } = relation
  if (target?.kind !== 'object') return undefined
  const other = byKey.get(target.key)
  const own = mountOf(object)
  if (!other || other === object || (own !== 'floor' && own !== 'beneath')) return undefined
  const mount = mountOf(other)
  if (mount === 'floor') return own === 'floor' && !relation.negated ? turnStanding(object, other, relation) : undefined
  const back: RelationTarget = { kind: 'object', key: object.key }
  const inverse = (type: BriefRelation['type']): Turned => ({
    to: other.key,
    relation: { ...relation, type, target: back, side: undefined },
  })
  if (relation.negated) return undefined
  if (mount === 'flat') {
    if (relation.type === 'on' || relation.type === 'centred_on')
      return inverse(relation.type === 'on' ? 'under' : 'centred_on')
    return undefined
  }
  if (relation.type === 'under' || relation.type === 'centred_on') return inverse('above')
  const host = hostOf(brief, byKey, other)
  if (host) return { relation: { ...relation, target: host } }
  switch (relation.type) {
    case 'in_front_of':
      return { to: other.key, relation: { ...relation, type: 'opposite', target: back, distance: BEFORE } }
    case 'facing':
    case 'opposite':
      return inverse('opposite')
    case 'behind':
      return undefined
    case 'flanking':
      return object.count.min === 2 ? flankHung(brief, object, other, relation) : inverse('beside')
    case 'beside':
    case 'near':
      return inverse(relation.type)
    case 'left_of':
      return inverse('right_of')
    case 'right_of':
      return inverse('left_of')
    default:
      return undefined
  }
}

/** Of two things on the floor: what is too tall to go under stands beside; what comes between a pair is flanked by it. */
const turnStanding = (object: BriefObject, other: BriefObject, relation: BriefRelation): Turned | undefined => {
  if (relation.type === 'under') return { relation: { ...relation, type: 'beside' } }
  const isPair = other.count.min === 2 && other.count.max === 2 && object.count.max === 1
  const isWithin = relation.and === undefined || sameTarget(relation.and, relation.target)
  const isNarrow = sizeOptions(other.category, other)[0]![0] < WIDE_SEAT
  if (relation.type !== 'between' || !isPair || !isWithin || !isNarrow || isBed(other)) return undefined
  const back: RelationTarget = { kind: 'object', key: object.key }
  return { to: other.key, relation: { ...relation, type: 'flanking', target: back, and: undefined } }
}

/** Sofas that a table stands between face each other rather than flank it. */
const WIDE_SEAT = 1.3

const isBed = ({ category }: BriefObject): boolean => findKind(category)?.group === 'beds'

const sameTarget = (a: RelationTarget, b: RelationTarget | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b)

/** Two things on either side of one that hangs: they stand as far apart as it is wide, and it comes between them. */
const flankHung = (brief: Brief, object: BriefObject, hung: BriefObject, relation: BriefRelation): Turned => {
  const pair: RelationTarget = { kind: 'object', key: object.key }
  const width = sizeOptions(hung.category, hung)[0]![0]
  const own: BriefRelation[] = [
    { type: 'beside', target: pair, distance: { min: width + 0.1, max: width + 0.5 } },
    { type: 'against_wall' },
  ]
  const viewer = brief.objects.find(({ relations }) =>
    relations.some(({ type, target }) => LOOKS.has(type) && target?.kind === 'object' && target.key === hung.key),
  )
  // Turned to who looks there, both of a pair stand evenly before them.
  if (viewer) own.push({ type: 'facing', target: { kind: 'object', key: viewer.key } })
  return { to: hung.key, relation: { ...relation, type: 'between', target: pair, side: undefined }, own }
}

/** From what stands before something that hangs. */
const BEFORE = { max: 1.3 }

const LOOKS: ReadonlySet<string> = new Set(['facing', 'opposite'])

/** What a small thing stands on: as named, or the stand that a screen gets. */
const hostOf = (
  brief: Brief,
  byKey: ReadonlyMap<string, BriefObject>,
  object: BriefObject,
): RelationTarget | undefined => {
  const on = object.relations.find(({ type, negated }) => (type === 'on' || type === 'inside') && !negated)
  if (on?.target && on.target.kind !== 'building') {
    const host = on.target.kind === 'object' ? byKey.get(on.target.key) : undefined
    return host && mountOf(host) !== 'floor' ? undefined : on.target
  }
  if (object.category !== 'television' || isHung(object)) return undefined
  const named = brief.objects.find(({ category }) => category === 'tv_stand')
  if (named) return { kind: 'object', key: named.key }
  const rooms = [brief.room.type, ...(brief.room.alsoFor ?? [])]
  const isOwn = !brief.only && rooms.some((type) => withStand.has(type))
  return isOwn ? { kind: 'category', category: 'tv_stand' } : undefined
}

/** Whether the words put it on a wall or under the ceiling. */
export const isHung = ({ relations, hangAt, attributes }: BriefObject): boolean =>
  hangAt !== undefined ||
  attributes?.variant === 'wall' ||
  relations.some(({ type, negated }) => !negated && (type === 'on_wall' || type === 'hanging' || type === 'above'))

/** Where a named thing takes its place: its kind's way, unless the words ask for another. */
export const mountOf = (object: BriefObject): Mount => {
  const kind = findKind(object.category)
  if (kind?.walkable) return 'flat'
  const usual = kind?.mount ?? 'floor'
  const has = (type: BriefRelation['type']): boolean =>
    object.relations.some((relation) => relation.type === type && !relation.negated)
  const least = sizeOptions(object.category, object).at(-1)!
  if (has('hanging') && (usual !== 'floor' || least[2] < 0.6)) return 'ceiling'
  if (isHung(object) && usual !== 'ceiling') return usual === 'floor' && isFurniture(object, least) ? 'floor' : 'wall'
  const carried = object.relations.some(
    ({ type, target, negated }) => !negated && (type === 'on' || type === 'inside') && !isFloorLike(target),
  )
  if (carried && (usual === 'floor' || usual === 'wall')) return least[2] < 1 && least[0] < 1.3 ? 'surface' : usual
  // Under a table rather than under something that hangs.
  const beneath = object.relations.some(
    ({ type, target, negated }) => !negated && type === 'under' && target?.kind !== 'building' && target !== undefined,
  )
  return beneath && usual === 'floor' && least[2] < 0.7 && least[0] < 0.8 ? 'beneath' : usual
}

/** Too deep or too tall to hang: "on the north wall" says where it stands. */
const isFurniture = ({ category }: BriefObject, [, depth, height]: Size3): boolean =>
  depth > 0.45 || (findKind(category) !== undefined && height > 0.75)

/** A rug or the floor carries furniture without holding it. */
const isFloorLike = (target: RelationTarget | undefined): boolean =>
  target?.kind === 'building' || (target?.kind === 'category' && findKind(target.category)?.walkable === true)
