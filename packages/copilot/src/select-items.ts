import { findKind } from '@enfilade/catalogue'
import { distancePointToSegment } from '@enfilade/geometry'
import { itemFootprint, itemTop, type Point2, type SceneItem } from '@enfilade/scene'
import { findItems, gapBetween, type SearchSpace } from './find-items.ts'
import { findRooms, roomOfItem } from './find-rooms.ts'
import type { EditRelation, Selector } from './understand/intent.ts'

/** A place within this of the best one counts as the same, metres. */
const tie = 0.02
/** Farther than this nothing is "by the window" or "next to the sofa", metres. */
const reach = 2.5

/** Those of several that a selector means; one for a singular where the words compare or count. */
export function chooseAmong(
  items: readonly SceneItem[],
  which: Selector,
  space: SearchSpace & { readonly isPlural: boolean },
): readonly SceneItem[] {
  let left = items
  if (which.room) {
    const rooms = findRooms(space.scene, which.room)
    left = left.filter((item) => rooms.some(({ id }) => roomOfItem(space.scene, item)?.id === id))
  }
  if (which.isOther) {
    const known = [...(space.focus ?? []), ...space.selection]
    const others = left.filter(({ id }) => !known.includes(id))
    left = others.length < left.length ? others : others.slice(1)
  }
  const { state } = which
  if (state)
    left = left.filter(({ states, category }) =>
      state.on !== undefined
        ? (states?.on ?? findKind(category)?.light !== undefined) === state.on
        : (states?.open ?? 0) > 0.5 === state.open,
    )
  const { lacks } = which
  if (lacks)
    left = left.filter(
      ({ id }) =>
        !space.scene.items.some(
          ({ support, category }) => support.on === 'item' && support.id === id && lacks.includes(category),
        ),
    )
  if (which.near) left = byPlace(left, which.near, space)
  if (which.compare) left = byMeasure(left, which.compare, space)
  if (which.side) left = bySide(left, which.side, space)
  if (which.ordinal !== undefined) {
    const row = sideways(left, space)
    const found = which.ordinal < 0 ? row.at(which.ordinal) : row[which.ordinal - 1]
    left = found ? [found] : []
  }
  return left
}

function byMeasure(
  items: readonly SceneItem[],
  { by, isMost }: NonNullable<Selector['compare']>,
  space: SearchSpace & { readonly isPlural: boolean },
): readonly SceneItem[] {
  const eye = eyeOf(items, space)
  const measure = (item: SceneItem) => {
    const [width, depth, height] = item.size
    switch (by) {
      case 'size':
        return width * depth * height
      case 'width':
        return Math.max(width, depth)
      case 'height':
        return height
      case 'light':
        return item.states?.lumens ?? findKind(item.category)?.light?.lumens ?? 0
      case 'distance':
        return Math.hypot(item.worldPose.x - eye[0], item.worldPose.y - eye[1])
    }
  }
  const sorted = items.toSorted(
    (a, b) => (isMost ? measure(b) - measure(a) : measure(a) - measure(b)) || (a.id < b.id ? -1 : 1),
  )
  return space.isPlural
    ? sorted.filter((item) => Math.abs(measure(item) - measure(sorted[0]!)) < 1e-6)
    : sorted.slice(0, 1)
}

function byPlace(
  items: readonly SceneItem[],
  near: EditRelation,
  space: SearchSpace & { readonly isPlural: boolean },
): readonly SceneItem[] {
  const scored = items
    .map((item) => ({ item, distance: distanceTo(item, near, space) }))
    .filter(({ distance }) => distance <= reach)
    .sort((a, b) => a.distance - b.distance || (a.item.id < b.item.id ? -1 : 1))
  const [best] = scored
  if (!best) return []
  const limit = space.isPlural ? Math.max(best.distance + tie, 0.8) : best.distance + tie
  return scored.filter(({ distance }) => distance <= limit).map(({ item }) => item)
}

/** How far an item is from being where the words say, metres; infinite where it is not there at all. */
function distanceTo(item: SceneItem, near: EditRelation, space: SearchSpace): number {
  const { target, type } = near
  if (type === 'centred') {
    const room = roomOfItem(space.scene, item)
    return room
      ? Math.hypot(...between(centreOf(room.polygon), [item.worldPose.x, item.worldPose.y]))
      : Number.POSITIVE_INFINITY
  }
  if (target?.kind === 'building') return distanceToBuilding(item, target.part, target.side, space)
  const targets = targetsOf(item, near, space)
  if (targets.length === 0) return Number.POSITIVE_INFINITY
  return Math.min(...targets.map((other) => distanceToItem(item, type, other, space)))
}

function targetsOf(item: SceneItem, { target }: EditRelation, space: SearchSpace): readonly SceneItem[] {
  if (!target || target.kind === 'building' || target.kind === 'object') return []
  if (target.kind === 'item') return space.scene.items.filter(({ id }) => id === target.id)
  if (target.kind === 'category')
    return space.scene.items.filter(({ id, category }) => id !== item.id && category === target.category)
  const { reference } = target
  const all = reference.kind === 'named' && !reference.which ? { ...reference, isPlural: true } : reference
  const found = findItems(all, { ...space, except: [item.id] })
  return 'items' in found ? found.items.filter(({ id }) => id !== item.id) : []
}

function distanceToItem(item: SceneItem, type: EditRelation['type'], other: SceneItem, { scene }: SearchSpace): number {
  if (other.level !== item.level) return Number.POSITIVE_INFINITY
  const gap = gapBetween(item, other)
  const { x, y, yaw } = other.worldPose
  const [dx, dy] = [item.worldPose.x - x, item.worldPose.y - y]
  const u = dx * Math.cos(yaw) + dy * Math.sin(yaw)
  const v = dy * Math.cos(yaw) - dx * Math.sin(yaw)
  const no = Number.POSITIVE_INFINITY
  switch (type) {
    case 'on':
    case 'inside': {
      for (let carrier = item.support; carrier.on === 'item'; ) {
        const { id } = carrier
        if (id === other.id) return 0
        const next = scene.items.find((entry) => entry.id === id)
        if (!next) break
        carrier = next.support
      }
      // What hangs over a thing is "on" it in speech, where nothing else is.
      return item.support.on === 'wall' && gap < 0.6 && item.worldPose.z >= itemTop(other) - 0.05 ? 0.5 + gap : no
    }
    case 'under':
      return gap === 0 && item.worldPose.z + item.size[2] <= itemTop(other) ? 0 : no
    case 'above':
      return gap < 0.6 && item.worldPose.z >= itemTop(other) - 0.05 ? gap : no
    case 'left_of':
      return u < 0 ? gap : no
    case 'right_of':
      return u > 0 ? gap : no
    case 'in_front_of':
      return v < 0 ? gap : no
    case 'behind':
      return v > 0 ? gap : no
    case 'far':
      return Math.max(0, reach - gap)
    case 'opposite':
      return v < 0 ? Math.abs(u) : no
    case 'facing': {
      const way = Math.hypot(dx, dy)
      const front = [Math.sin(item.worldPose.yaw), -Math.cos(item.worldPose.yaw)] as const
      return way > 0 && (-dx * front[0] - dy * front[1]) / way > 0.7 ? way / 10 : no
    }
    default:
      return gap
  }
}

function distanceToBuilding(item: SceneItem, part: string, side: string | undefined, { scene }: SearchSpace): number {
  const room = roomOfItem(scene, item)
  const footprint = itemFootprint(item)
  const toPoint = ([x, y]: Point2) => Math.min(...footprint.map((corner) => Math.hypot(corner[0] - x, corner[1] - y)))
  const toSegment = (a: Point2, b: Point2) =>
    Math.min(...footprint.map((corner) => distancePointToSegment(corner, a, b)))
  const nearest = (distances: readonly number[]) =>
    distances.length > 0 ? Math.min(...distances) : Number.POSITIVE_INFINITY
  if (part === 'window' || part === 'door') {
    const openings = scene.openings.filter(({ id, type }) => type === part && (!room || room.openings.includes(id)))
    return nearest(
      openings.map(({ center: [x, y], direction: [dx, dy], width }) =>
        toSegment([x - (dx * width) / 2, y - (dy * width) / 2], [x + (dx * width) / 2, y + (dy * width) / 2]),
      ),
    )
  }
  const ring = room?.polygon ?? []
  if (part === 'corner') return nearest(ring.map(toPoint))
  if (part === 'wall') {
    if (item.support.on === 'wall') return 0
    const edges = ring.map((a, index) => ({ a, b: ring[(index + 1) % ring.length]! }))
    return nearest(edges.filter((edge) => isOnSide(edge, side, ring)).map(({ a, b }) => toSegment(a, b)))
  }
  if (part === 'ceiling') return item.support.on === 'ceiling' ? 0 : Number.POSITIVE_INFINITY
  if (part === 'floor') return item.support.on === 'floor' ? 0 : Number.POSITIVE_INFINITY
  return 0
}

function isOnSide({ a, b }: { a: Point2; b: Point2 }, side: string | undefined, ring: readonly Point2[]): boolean {
  const [cx, cy] = centreOf(ring)
  const [dx, dy] = [(a[0] + b[0]) / 2 - cx, (a[1] + b[1]) / 2 - cy]
  switch (side) {
    case 'north':
      return dy > Math.abs(dx) * 0.9
    case 'south':
      return -dy > Math.abs(dx) * 0.9
    case 'east':
      return dx > Math.abs(dy) * 0.9
    case 'west':
      return -dx > Math.abs(dy) * 0.9
    default:
      return true
  }
}

function bySide(
  items: readonly SceneItem[],
  side: NonNullable<Selector['side']>,
  space: SearchSpace,
): readonly SceneItem[] {
  if (items.length < 2) return items
  const compass = { north: [0, 1], south: [0, -1], east: [1, 0], west: [-1, 0] } as const
  if (side in compass) {
    const [dx, dy] = compass[side as 'north']
    const along = ({ worldPose: { x, y } }: SceneItem) => x * dx + y * dy
    return items.toSorted((a, b) => along(b) - along(a) || (a.id < b.id ? -1 : 1)).slice(0, 1)
  }
  const row = sideways(items, space)
  if (side === 'middle') return [row[Math.floor((row.length - 1) / 2)]!]
  return side === 'left' ? row.slice(0, 1) : row.slice(-1)
}

const anchors = /bed|sofa|desk|dining_table|tv_stand|fireplace|dressing_table|vanity/

/**
 * From left to right: as seen by who faces the thing that they stand about (the bed between two nightstands), else by
 * who looks from where the asking person is, else from the door.
 */
function sideways(items: readonly SceneItem[], space: SearchSpace): readonly SceneItem[] {
  const right = anchorSide(items, space) ?? viewSide(items, space)
  const along = ({ worldPose: { x, y } }: SceneItem) => x * right[0] + y * right[1]
  return items.toSorted((a, b) => along(a) - along(b) || (a.id < b.id ? -1 : 1))
}

function anchorSide(items: readonly SceneItem[], { scene }: SearchSpace): Point2 | undefined {
  const middle = centreOf(items.map(({ worldPose: { x, y } }) => [x, y] as const))
  const room = items[0] && roomOfItem(scene, items[0])
  const ids = new Set(items.map(({ id }) => id))
  const [anchor] = scene.items
    .filter((item) => !ids.has(item.id) && anchors.test(meaning(item)) && roomOfItem(scene, item)?.id === room?.id)
    .filter((item) => items.every((each) => gapBetween(item, each) < 2))
    .map((item) => ({ item, distance: Math.hypot(...between(middle, [item.worldPose.x, item.worldPose.y])) }))
    .filter(({ distance }) => distance < 2)
    .sort((a, b) => a.distance - b.distance || (a.item.id < b.item.id ? -1 : 1))
  if (!anchor) return undefined
  const { yaw } = anchor.item.worldPose
  return [Math.cos(yaw), Math.sin(yaw)]
}

const meaning = ({ category }: SceneItem) => findKind(category)?.id ?? category

function viewSide(items: readonly SceneItem[], space: SearchSpace): Point2 {
  const middle = centreOf(items.map(({ worldPose: { x, y } }) => [x, y] as const))
  const eye = eyeOf(items, space)
  const [dx, dy] = between(eye, middle)
  const way = Math.hypot(dx, dy)
  return way < 1e-6 ? [1, 0] : [dy / way, -dx / way]
}

/** Where the asking person stands, else the first door of the room, else south of everything. */
function eyeOf(items: readonly SceneItem[], { scene, eye }: SearchSpace): Point2 {
  if (eye) return eye
  const room = items[0] && roomOfItem(scene, items[0])
  const door = scene.openings.find(({ id, type }) => type === 'door' && room?.openings.includes(id))
  if (door) return [door.center[0], door.center[1]]
  const middle = centreOf(items.map(({ worldPose: { x, y } }) => [x, y] as const))
  return [middle[0], middle[1] - 10]
}

const between = (a: Point2, b: Point2): [number, number] => [b[0] - a[0], b[1] - a[1]]

function centreOf(points: readonly Point2[]): Point2 {
  const sum = points.reduce<[number, number]>(([sx, sy], [x, y]) => [sx + x, sy + y], [0, 0])
  return points.length === 0 ? [0, 0] : [sum[0] / points.length, sum[1] / points.length]
}
