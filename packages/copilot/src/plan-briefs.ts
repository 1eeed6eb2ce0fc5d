import { findKind } from '@enfilade/catalogue'
import {
  type Brief,
  type BriefObject,
  type BriefRelation,
  createBrief,
  type Occupants,
  type PlanBrief,
  type PlanRoom,
  type RoomType,
} from '@enfilade/layout'

/** Who sleeps, works and eats where, in a home. */
type People = Occupants

const bedrooms: readonly RoomType[] = ['bedroom', 'kids_room', 'nursery', 'studio']

/**
 * The plan with its bedrooms given to people: a spare bedroom of a couple with a baby becomes the nursery, of a family the
 * children's room. Their type stays that of a bedroom, since bedrooms are what was counted.
 */
export function settlePlan(plan: PlanBrief, people: People, language: 'en' | 'zh'): PlanBrief {
  const uses = bedroomUses(plan.rooms, people)
  if (uses.size === 0) return plan
  const names = {
    nursery: { en: 'Nursery', zh: '婴儿房' },
    kids_room: { en: 'Children’s room', zh: '儿童房' },
    study: { en: 'Study bedroom', zh: '书房兼次卧' },
  } as const
  return {
    ...plan,
    rooms: plan.rooms.map((room) => {
      const use = uses.get(room.key)
      return !use || room.name ? room : { ...room, name: names[use][language] }
    }),
  }
}

type Use = 'nursery' | 'kids_room' | 'study'

/** What the bedrooms beyond the parents' are used as; empty where people were not named. */
function bedroomUses(rooms: readonly PlanRoom[], people: People): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>()
  const spare = rooms.filter(({ type, name }) => type === 'bedroom' && !name).slice(1)
  const has = (type: RoomType) => rooms.some((room) => room.type === type)
  const wanted: Use[] = [
    ...((people.children ?? 0) > 0 && !has('kids_room') ? (['kids_room'] as const) : []),
    ...((people.babies ?? 0) > 0 && !has('nursery') ? (['nursery'] as const) : []),
    ...((people.children ?? 0) > 1 && !has('kids_room') ? (['kids_room'] as const) : []),
    ...((people.working ?? 0) > 0 && !has('study') && !has('office') ? (['study'] as const) : []),
  ]
  spare.forEach((room, index) => {
    const use = wanted[index]
    if (use) uses.set(room.key, use)
  })
  return uses
}

/**
 * The brief of every room of a home: its own words where they gave one, else the wishes of the whole; things named
 * without a room go where such things stand, people where they sleep, work and eat.
 */
export function briefsFor(
  plan: PlanBrief,
  whole: Brief,
  given: readonly { readonly key: string; readonly brief: Brief }[] | undefined,
): ReadonlyMap<string, Brief> {
  const people = whole.occupants ?? {}
  const uses = bedroomUses(plan.rooms, people)
  const homes = sortObjects(plan.rooms, whole.objects)
  const briefs = new Map<string, Brief>()
  for (const room of plan.rooms) {
    const own = given?.find(({ key }) => key === room.key)?.brief ?? given?.find(({ key }) => key === room.like)?.brief
    const use = uses.get(room.key)
    const objects = whole.objects.filter((object) => homes.get(object) === room.key)
    const base = own ?? shared(whole)
    const occupants = occupantsOf(room, plan.rooms, own?.occupants ?? people, use, sharers.test(whole.words ?? ''))
    const { occupants: _, ...rest } = base
    briefs.set(room.key, {
      ...rest,
      room: roomOf(room, plan.rooms, own, use),
      objects: joinObjects(base.objects, objects),
      ...(occupants ? { occupants } : {}),
    })
  }
  return withoutOthers(briefs)
}

/** What every room of its kind has: naming it in one does not deny it to the others. */
const fixtures = new Set([
  'base_cabinet',
  'basin',
  'bathtub',
  'ceiling_light',
  'cooker',
  'curtain',
  'hob',
  'oven',
  'range_hood',
  'refrigerator',
  'shower',
  'sink_cabinet',
  'toilet',
  'vanity',
  'wall_cabinet',
])

/** A kind that was counted in one room is not added to another on our own: its number is what was said. */
function withoutOthers(briefs: ReadonlyMap<string, Brief>): ReadonlyMap<string, Brief> {
  const counted = [...briefs].flatMap(([key, { objects }]) =>
    objects
      .filter(({ count, category }) => count.max !== undefined && !fixtures.has(category))
      .map((object) => ({ key, object })),
  )
  return new Map(
    [...briefs].map(([key, brief]) => {
      const others = counted.filter(
        ({ key: owner, object }) =>
          owner !== key &&
          !brief.objects.some(({ category }) => category === object.category) &&
          !brief.exclusions.some(({ category }) => category === object.category),
      )
      const exclusions = others.map(({ object: { category, words } }) => ({ category, words }))
      return [key, { ...brief, exclusions: [...brief.exclusions, ...exclusions] }]
    }),
  )
}

/** Things of a room with those of the whole home that belong there; keys stay unique. */
function joinObjects(own: readonly BriefObject[], more: readonly BriefObject[]): readonly BriefObject[] {
  const taken = new Set(own.map(({ key }) => key))
  const renamed = new Map<string, string>()
  for (const { key } of more) {
    let free = key
    for (let number = 2; taken.has(free); number += 1) free = `${key}-${number}`
    taken.add(free)
    renamed.set(key, free)
  }
  const rename = <T extends BriefRelation['target']>(target: T): T =>
    target?.kind === 'object' ? { ...target, key: renamed.get(target.key) ?? target.key } : target
  const moved = more.map((object) => ({
    ...object,
    key: renamed.get(object.key)!,
    relations: object.relations
      .filter(({ target }) => target?.kind !== 'object' || renamed.has(target.key))
      .map((relation) => ({
        ...relation,
        ...(relation.target ? { target: rename(relation.target) } : {}),
        ...(relation.and ? { and: rename(relation.and) } : {}),
      })),
  }))
  return [...own, ...moved]
}

/** The wishes of a whole home without its things. */
export const shared = (whole: Brief): Brief => ({
  ...createBrief(whole.room.type),
  density: whole.density,
  only: whole.only,
  exclusions: whole.exclusions,
  ...(whole.style ? { style: whole.style } : {}),
  ...(whole.pack ? { pack: whole.pack } : {}),
  ...(whole.demands ? { demands: whole.demands } : {}),
  ...(whole.words ? { words: whole.words } : {}),
})

const roomOf = (
  room: PlanRoom,
  rooms: readonly PlanRoom[],
  own: Brief | undefined,
  use: Use | undefined,
): Brief['room'] => {
  const has = (type: RoomType) => rooms.some((other) => other.type === type)
  const type = use === 'nursery' || use === 'kids_room' ? use : room.type
  const also = new Set<RoomType>(own?.room.alsoFor ?? [])
  if (use === 'study') also.add('study')
  if (room.type === 'living_room' && !has('dining_room') && has('kitchen')) also.add('dining_room')
  if (room.type === 'studio' && !has('kitchen')) also.add('kitchen')
  for (const other of also)
    if (other === type || (own && other !== 'study' && has(other) && other !== 'dining_room')) also.delete(other)
  return { ...own?.room, type, ...(also.size > 0 ? { alsoFor: [...also] } : {}) }
}

/** People who share a home but no bedroom. */
const sharers =
  /students|flat ?mates|room ?mates|house ?mates|sharers|friends|colleagues|siblings|shared (?:flat|house|apartment)|合租|室友|同事|朋友|学生们|兄弟|姐妹/i

/** Sleepers go to bedrooms, workers to desks, everybody to the table. */
function occupantsOf(
  room: PlanRoom,
  rooms: readonly PlanRoom[],
  people: People,
  use: Use | undefined,
  isShared: boolean,
): Occupants | undefined {
  const { adults = 0, elderly = 0, children = 0, babies = 0, working = 0, wheelchair = 0 } = people
  if (Object.keys(people).length === 0) return undefined
  const beds = rooms.filter(({ type }) => bedrooms.includes(type))
  const grown = beds.filter(({ type }) => type === 'bedroom' || type === 'studio')
  const rank = grown.indexOf(room)
  const offices = rooms.filter(({ type }) => type === 'study' || type === 'office')
  const desks = offices.length > 0 ? Math.ceil(working / offices.length) : 0
  const access = wheelchair > 0 ? { wheelchair } : {}
  if (use === 'nursery' || room.type === 'nursery') return { babies: Math.max(1, babies) }
  if (use === 'kids_room' || room.type === 'kids_room') return { children: Math.max(1, children) }
  if (offices.includes(room)) return { working: Math.max(1, desks), ...access }
  if (rank >= 0) {
    const sleepers = adults + elderly
    const each = isShared ? Math.max(1, Math.ceil(sleepers / grown.length)) : 2
    const own = rank === 0 ? Math.min(each, sleepers || 2) : Math.min(each, Math.max(0, sleepers - each * rank))
    const isOld = elderly > 0 && (adults === 0 || rank === grown.length - 1)
    const isBabyHere = rank === 0 && babies > 0 && !beds.some(({ type }) => type === 'nursery') && grown.length === 1
    const areKidsHere = rank === 0 && children > 0 && grown.length === 1 && beds.length === 1
    return {
      ...(isOld ? { elderly: Math.max(1, Math.min(2, elderly)) } : own > 0 ? { adults: own } : {}),
      ...(isBabyHere ? { babies } : {}),
      ...(areKidsHere ? { children } : {}),
      ...(use === 'study' ? { working: 1 } : {}),
      ...(working > 0 && offices.length === 0 && (isShared || grown.length === 1) ? { working: 1 } : {}),
      ...(room.type === 'studio' ? people : {}),
      ...access,
    }
  }
  const { working: _, babies: __, ...rest } = people
  return rest
}

/** Rooms for things that were named without one: where the catalogue says that they stand, the first such room. */
function sortObjects(rooms: readonly PlanRoom[], objects: readonly BriefObject[]): Map<BriefObject, string> {
  const homes = new Map<BriefObject, string>()
  const main = rooms.find(({ type }) => type === 'living_room' || type === 'studio') ?? rooms[0]!
  for (const object of objects) {
    const usual = findKind(object.category)?.rooms as readonly string[] | undefined
    const found = usual?.map((type) => rooms.find((room) => room.type === type)).find((room) => room !== undefined)
    homes.set(object, (found ?? main).key)
  }
  // What stands by something stands in its room.
  for (const object of objects)
    for (const { target } of object.relations) {
      const other = target?.kind === 'object' ? objects.find(({ key }) => key === target.key) : undefined
      if (other) homes.set(object, homes.get(other)!)
    }
  return homes
}
