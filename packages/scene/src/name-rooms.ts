import { distancePointToSegment, isPointInPolygon, isPointInRegion, type Point2 } from '@enfilade/geometry'
import { ON_AXIS, type PlanRoom } from './find-rooms.ts'
import { compareIds } from './json.ts'
import type { Id, RoomRecord } from './records.ts'
import type { SceneOpening, SceneRoom } from './scene.ts'

type Issue = { readonly id: Id; readonly reason: string }

/**
 * Gives the rooms of a level their names: a label names the room that its seed lies in. Of several labels in a room the
 * lowest id counts; a room without one gets an id made of its walls' ids, the same on every peer.
 *
 * @param labels Of this level, sorted by id.
 * @param isTaken Whether a record has this id.
 */
export function nameRooms(
  level: Id,
  rooms: readonly PlanRoom[],
  labels: readonly RoomRecord[],
  openings: readonly SceneOpening[],
  isTaken: (id: Id) => boolean,
): { readonly rooms: SceneRoom[]; readonly issues: Issue[] } {
  const named = new Map<PlanRoom, RoomRecord>()
  const issues: Issue[] = []
  for (const label of labels) {
    const room = roomOfSeed(rooms, label.at)
    const first = room && named.get(room)
    if (!room) issues.push({ id: label.id, reason: 'its point lies in no room' })
    else if (first) issues.push({ id: label.id, reason: `its room has its name from ${first.id} already` })
    else named.set(room, label)
  }
  const used = new Set<Id>([...named.values()].map((label) => label.id))
  const derived = rooms.map((room): SceneRoom => {
    const label = named.get(room)
    const id =
      label?.id ?? freeId(derivedRoomId(level, room.walls), (candidate) => used.has(candidate) || isTaken(candidate))
    used.add(id)
    return {
      id,
      level,
      ...(label && { label }),
      name: label?.name ?? '',
      type: label?.type ?? 'room',
      polygon: room.polygon,
      holes: room.holes,
      area: room.area,
      walls: room.walls,
      openings: openingsOfRoom(room, openings),
    }
  })
  return { rooms: derived.sort((a, b) => compareIds(a.id, b.id)), issues }
}

/** The room whose floor holds the seed; else, for a seed within a wall's thickness, the room on that side of the axis. */
function roomOfSeed(rooms: readonly PlanRoom[], seed: Point2): PlanRoom | undefined {
  const inside = rooms.find((room) => isPointInRegion(seed, room.polygon, room.holes))
  if (inside) return inside
  return rooms.find((room) => room.isMain && isPointInPolygon(seed, room.outline) && !isDeepInHole(room, seed))
}

function isDeepInHole(room: PlanRoom, seed: Point2): boolean {
  return room.holes.some((hole) => isPointInPolygon(seed, hole))
}

function openingsOfRoom(room: PlanRoom, openings: readonly SceneOpening[]): Id[] {
  const ids: Id[] = []
  for (const opening of openings) {
    if (!room.walls.includes(opening.wall)) continue
    const isHere = room.edges.some(
      ({ from, to, walls }) =>
        walls.includes(opening.wall) && distancePointToSegment(opening.center, from, to) <= ON_AXIS,
    )
    if (isHere) ids.push(opening.id)
  }
  return ids
}

/** Id of a room without label, before anything else of that id is looked for: `room-` and 53 bits of the walls' ids in base 36. */
export function derivedRoomId(level: Id, walls: readonly Id[]): Id {
  const text = JSON.stringify([level, ...walls])
  let high = 0x811c9dc5
  let low = 0x9747b28c
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    high = Math.imul(high ^ code, 0x01000193)
    low = Math.imul(low ^ code, 0x85ebca6b)
    low ^= low >>> 13
  }
  return `room-${((high >>> 11) * 4294967296 + (low >>> 0)).toString(36)}`
}

function freeId(id: Id, isTaken: (id: Id) => boolean): Id {
  let free = id
  for (let i = 2; isTaken(free); i++) free = `${id}-${i}`
  return free
}
