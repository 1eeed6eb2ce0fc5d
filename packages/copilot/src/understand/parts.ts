import type { Brief } from '@enfilade/layout'
import { createBriefBuilder } from './brief-builder.ts'
import type { Intent, Reference, RoomReference } from './intent.ts'
import type { SpaceReading } from './read-plan.ts'
import type { UnderstandContext } from './understand.ts'

/** What is new and wished for in one room. */
export type Part = {
  readonly builder: ReturnType<typeof createBriefBuilder>
  place?: RoomReference
  isFurnishing: boolean
  /** "turn this into a study": what has no use there goes. */
  isConverting?: boolean
  /** "Add", "put", 放: these things and no others. */
  isAdding: boolean
  words: string
}

export const createPart = (existing: ReadonlySet<string>, place?: RoomReference): Part => ({
  builder: createBriefBuilder(existing),
  isFurnishing: false,
  isAdding: false,
  words: '',
  ...(place ? { place } : {}),
})

/** The part for a clause: a new one where it names another room than the last, in a home of several. */
export function partFor(
  parts: Part[],
  place: RoomReference | undefined,
  isHome: boolean,
  existing: ReadonlySet<string>,
): Part {
  const last = parts.at(-1)!
  if (!place) return last
  if (last.place === undefined && !isHome) last.place = place
  if (last.place !== undefined && (isSameRoom(last.place, place) || !isHome)) return last
  const known = parts.find((part) => part.place && isSameRoom(part.place, place))
  const isUntouched = last.place === undefined && last.words === ''
  const part = known ?? (isUntouched ? last : createPart(existing))
  part.place ??= place
  if (parts.includes(part)) parts.splice(parts.indexOf(part), 1)
  parts.push(part)
  return part
}

export const isSameRoom = (a: RoomReference, b: RoomReference) =>
  a.type === b.type && a.id === b.id && a.rank === b.rank

type Home = {
  readonly context: UnderstandContext
  readonly isEmpty: boolean
  readonly keep: readonly Reference[]
  readonly space?: SpaceReading
}

/** What a part comes to: a room to furnish, things to add, things that must go. */
export function wishOf(part: Part, words: string, { context, isEmpty, keep, space }: Home): Intent[] {
  const { builder, place } = part
  const objects = builder.objects()
  const common = { words, ...(place ? { place } : {}) }
  const isBare = (context.rooms?.length ?? 0) === 0
  // A room that is drawn and bare is furnished when its things are listed, not when one is to be added to it.
  const isFew = objects.length < 3 && builder.exclusions().length === 0
  const isListed = isEmpty && objects.length > 0 && !(part.isAdding && isFew && !isBare)
  const isWished = isEmpty && isBare && (space !== undefined || builder.hasWishes())
  if (part.isFurnishing || isListed || isWished) {
    const size = builder.roomSize()
    const type = place?.id ? context.rooms?.find(({ id }) => id === place.id)?.type : place?.type
    const own = space?.plan.rooms[0]
    const brief = builder.brief(type ?? context.roomType ?? own?.type ?? 'generic', words)
    if (part.isConverting) return [{ type: 'convert', brief, keep, ...common }]
    const plan = space ? { plan: space.plan } : {}
    return [
      { type: 'furnish', brief: own ? ofType(brief, own.type) : brief, ...plan, ...(size ? { size } : {}), ...common },
    ]
  }
  const unwanted = builder
    .exclusions()
    .map((reference): Intent => ({ type: 'remove', reference: { ...reference, isPlural: true }, ...common }))
  return objects.length > 0 ? [{ type: 'add', objects, ...common }, ...unwanted] : unwanted
}

/** The drawn room's type counts first; what else the words name are further uses of it. */
function ofType(brief: Brief, type: Brief['room']['type']): Brief {
  const { room } = brief
  if (type === 'generic' || room.type === type) return brief
  const others = [room.type, ...(room.alsoFor ?? [])].filter((other) => other !== type && other !== 'generic')
  return { ...brief, room: { type, ...(others.length > 0 ? { alsoFor: [...new Set(others)] } : {}) } }
}

/** A home of several rooms: the wishes of the whole, and those of the rooms that have words of their own. */
export function homeOf(parts: readonly Part[], words: string, space: SpaceReading): Intent[] {
  const general = parts.find(({ place }) => !place?.id && !place?.every)
  const whole = (general ?? parts[0]!).builder.brief('generic', words)
  const people = Object.assign({}, ...parts.map(({ builder }) => builder.brief('generic', '').occupants ?? {}))
  const rooms = space.plan.rooms.flatMap(({ key, type }) => {
    const named = parts.find(({ place }) => place?.id === key)
    const every = parts.find(({ place }) => place?.every && place.type === type)
    // 「卧室两间，每间一张床」: what is said of each holds where nothing is said of the one.
    const part = every && !(named && named.builder.objects().length > 0) ? every : named
    if (!part) return []
    const own = part.builder.brief(type, words)
    return [
      {
        key,
        brief: {
          ...withWishesOf(ofType(own, type), general ? whole : undefined),
          ...(own.occupants || Object.keys(people).length > 0 ? { occupants: own.occupants ?? people } : {}),
        },
      },
    ]
  })
  const objects = general ? whole.objects : []
  const brief: Brief = { ...whole, objects, ...(Object.keys(people).length > 0 ? { occupants: people } : {}) }
  return [{ type: 'furnish', brief, plan: space.plan, ...(rooms.length > 0 ? { rooms } : {}), words }]
}

/** What is said of the home holds in each room that says nothing else. */
function withWishesOf(own: Brief, whole: Brief | undefined): Brief {
  if (!whole) return own
  const style = own.style ?? whole.style
  const pack = own.pack ?? whole.pack
  const demands = [...(own.demands ?? []), ...(whole.demands ?? [])]
  return {
    ...own,
    density: own.density === 'normal' ? whole.density : own.density,
    exclusions: [
      ...own.exclusions,
      ...whole.exclusions.filter(({ category }) => !own.objects.some((object) => object.category === category)),
    ],
    ...(style ? { style } : {}),
    ...(pack ? { pack } : {}),
    ...(demands.length > 0 ? { demands: demands.slice(0, 50) } : {}),
  }
}
