import {
  type Finish,
  type Id,
  type ItemRecord,
  type Pose,
  projectOnAxis,
  type RawRecord,
  type Support,
} from '@enfilade/scene'
import { placeOf, poseAt } from '../script/frames.ts'
import { isNumber, isText } from '../script/valid-record.ts'
import { axisOf } from '../script/wall-axis.ts'
import { type PartReader, show } from './fields.ts'
import { findCarrier, type PlacedBox } from './find-carrier.ts'
import { finishesFor, kindOf, labelOf, massOf, movableOf } from './item-looks.ts'
import type { JsonReading } from './json-reading.ts'
import { common } from './read-structure.ts'
import { type JsonMount, KNOWN_FIELDS } from './scene-json.ts'

const MOUNTS = ['floor', 'surface', 'wall', 'ceiling', 'inside'] as const
/** A wall thing hangs on the nearest wall up to this far from its back, metres. */
const WALL_REACH = 0.3

/** What comes back this near is where it was, metres. */
const PLACE_TOLERANCE = 1e-6

type Placed = PlacedBox & {
  readonly part: PartReader
  readonly level: Id
  readonly category: string
  readonly mount: JsonMount | undefined
}

/** Reads objects: first the boxes, then what carries what, then each one's place on what carries it. */
export function readObjects(reading: JsonReading, parts: readonly PartReader[]): void {
  const boxes = parts.flatMap((part) => readBox(reading, part) ?? [])
  const byId = new Map(boxes.map((box) => [box.id, box]))
  const supports = new Map(boxes.map((box) => [box.id, findSupport(reading, box, boxes, byId)]))
  cutCircles(supports)
  const isDone = new Set<Id>()
  for (const box of boxes) {
    // What carries it first: its place is told from there.
    const pile = [box]
    for (let at = supports.get(box.id)!; at.on === 'item' && !isDone.has(at.id); at = supports.get(at.id)!)
      pile.push(byId.get(at.id)!)
    for (const next of pile.reverse()) {
      if (isDone.has(next.id)) continue
      isDone.add(next.id)
      reading.add(
        next.id,
        itemRecord(reading, next, supports.get(next.id)!),
        next.part,
        'objects',
        KNOWN_FIELDS.object!,
      )
    }
  }
}

function readBox(reading: JsonReading, part: PartReader): Placed | undefined {
  const center = part.triple('center')
  const size = part.triple('size', 0)
  const category = part.textOr('category', undefined)
  if (!category?.trim()) part.error('no-category', 'category', 'expected a noun in snake case, such as "dining_table".')
  if (!center || !size || !category?.trim()) return undefined
  const level = reading.levelOfHeight(part, center[2] - size[2] / 2)
  const z = round(center[2] - level.elevation - size[2] / 2)
  const world: Pose = { x: center[0], y: center[1], z, yaw: part.numberOr('yaw', 0) }
  const mount = part.oneOf('mount', MOUNTS)
  const id = reading.takeId(part, 'object')
  reading.idsOf.get('objects')!.set(String(part.get('id') ?? id), id)
  return { id, part, level: level.id, category: category.trim(), size, world, mount }
}

function itemRecord(reading: JsonReading, box: Placed, support: Support): RawRecord {
  const { part, category, size, level } = box
  const base = {
    kind: 'item',
    level,
    category,
    size,
    ...placeOn(reading, box, support),
    ...looks(part, category),
    ...common(part),
  }
  const states = readStates(part)
  const physics = readPhysics(part, base as unknown as ItemRecord)
  return { ...base, ...(states && Object.keys(states).length > 0 ? { states } : {}), ...(physics ? { physics } : {}) }
}

/** Support and pose on it; on the floor where the support cannot hold it at its place (beyond the end of its wall). */
function placeOn(
  reading: JsonReading,
  { level, world }: Placed,
  support: Support,
): Pick<ItemRecord, 'pose' | 'support'> {
  const placed = { level, support, group: undefined }
  const pose = poseAt(reading.records, placed, () => world)
  const there = pose && placeOf(reading.records, placed, pose)?.pose
  const isThere = there && Math.hypot(there.x - world.x, there.y - world.y, there.z - world.z) < PLACE_TOLERANCE
  return isThere ? { pose, support } : { pose: world, support: { on: 'floor' } }
}

function looks(part: PartReader, category: string): RawRecord {
  const label = part.textOr('label', '').trim()
  const text = (field: string) => part.textOr(field, undefined)
  const color = text('color')
  const isColor = color === undefined || /^#[0-9a-f]{6}$/i.test(color)
  if (!isColor) part.warn('not-a-color', 'color', `expected "#rrggbb", got ${show(color)}; it is left out.`)
  const material = text('material')
  const wanted: Finish = {
    ...(color !== undefined && isColor ? { color: color.toLowerCase() } : {}),
    ...(material ? { material } : {}),
  }
  const given = part.object('finishes') as ItemRecord['finishes']
  const finishes = finishesFor(category, wanted, given)
  const tags = part.get('tags')
  const words = Array.isArray(tags) ? tags.filter(isText) : []
  if (Array.isArray(tags) && words.length < tags.length)
    part.warn('not-text', 'tags', 'tags are words; the others are left out.')
  if (tags !== undefined && tags !== null && !Array.isArray(tags))
    part.warn('not-a-list', 'tags', 'expected a list of words; it is left out.')
  const own = { variant: text('variant'), shape: text('shape'), style: text('style'), asset: text('asset'), finishes }
  return {
    ...(label && label !== labelOf({ category }) ? { label } : {}),
    ...Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined)),
    ...(words.length > 0 ? { tags: words } : {}),
    ...(kindOf(category) || part.get('placeholder') !== true ? {} : { placeholder: true }),
  }
}

const STATES: { readonly [state: string]: (value: unknown) => boolean } = {
  on: (value) => typeof value === 'boolean',
  locked: (value) => typeof value === 'boolean',
  open: (value) => isNumber(value) && value >= 0 && value <= 1,
  lumens: (value) => isNumber(value) && value >= 0,
  kelvin: (value) => isNumber(value) && value > 0,
}

function readStates(part: PartReader): RawRecord | undefined {
  const given = part.object('state')
  if (!given) return undefined
  const isSound = ([state, value]: [string, unknown]) => {
    if (!Object.hasOwn(STATES, state) || STATES[state]!(value)) return true
    part.warn('bad-state', `state.${state}`, `${show(value)} is no such state; it is left out.`)
    return false
  }
  return Object.fromEntries(Object.entries(given).filter(isSound))
}

/** Mass and movability where they differ from what the catalogue says. */
function readPhysics(part: PartReader, item: ItemRecord): ItemRecord['physics'] {
  const mass = part.numberOr('mass', undefined, 0, 1e6)
  const movable = part.flag('movable')
  const own = {
    ...(mass === undefined || mass === massOf(item) ? {} : { mass }),
    ...(movable === undefined || movable === movableOf(item) ? {} : { movable }),
  }
  return Object.keys(own).length > 0 ? own : undefined
}

function findSupport(
  reading: JsonReading,
  box: Placed,
  boxes: readonly Placed[],
  byId: ReadonlyMap<Id, Placed>,
): Support {
  const given = box.part.get('support')
  const key = typeof given === 'number' ? String(given) : given
  const name = typeof key === 'string' ? key : undefined
  const item = name === undefined ? undefined : (reading.idsOf.get('objects')!.get(name) ?? name)
  const wall = name === undefined ? undefined : (reading.idsOf.get('walls')!.get(name) ?? name)
  const isItem = item !== undefined && item !== box.id && byId.has(item)
  const isWall = wall !== undefined && axisOf(reading.records, reading.records.get(wall)) !== undefined
  // An id may be both a wall's and an object's: the mount tells.
  if (isWall && (box.mount === 'wall' || !isItem)) return { on: 'wall', id: wall }
  if (isItem) return box.mount === 'inside' ? { on: 'item', id: item, inside: true } : { on: 'item', id: item }
  if (name !== undefined)
    box.part.warn(
      'unknown-support',
      'support',
      `no other object or wall has the id ${show(name)}; it is found by place.`,
    )
  return guessSupport(reading, box, boxes)
}

function guessSupport(reading: JsonReading, box: Placed, boxes: readonly Placed[]): Support {
  const mount = box.mount ?? kindOf(box.category)?.mount ?? 'floor'
  if (mount === 'ceiling') return box.mount || isNearCeiling(reading, box) ? { on: 'ceiling' } : { on: 'floor' }
  if (mount === 'wall') {
    const wall = nearestWall(reading, box)
    return wall === undefined ? { on: 'floor' } : { on: 'wall', id: wall }
  }
  if (mount === 'floor' && box.mount) return { on: 'floor' }
  const carrier = findCarrier(box, boxes, mount === 'inside')
  if (!carrier) return { on: 'floor' }
  return mount === 'inside' ? { on: 'item', id: carrier, inside: true } : { on: 'item', id: carrier }
}

function isNearCeiling(reading: JsonReading, box: Placed): boolean {
  return box.world.z + box.size[2] > reading.levels.get(box.level)!.height - 0.3
}

function nearestWall(reading: JsonReading, box: Placed): Id | undefined {
  let best: Id | undefined
  let bestDistance = WALL_REACH + box.size[1] / 2
  for (const [id, record] of reading.records) {
    const axis = record.kind === 'wall' && record.level === box.level ? axisOf(reading.records, record) : undefined
    if (!axis) continue
    const distance = projectOnAxis(axis, [box.world.x, box.world.y]).distance - (record.thickness as number) / 2
    if (distance >= bestDistance) continue
    best = id
    bestDistance = distance
  }
  return best
}

/** Of things that stand on each other in a circle, the first one stands on the floor. */
function cutCircles(supports: Map<Id, Support>): void {
  const isSound = new Set<Id>()
  for (const start of supports.keys()) {
    const path = new Set<Id>()
    let at: Id | undefined = start
    while (at !== undefined && !isSound.has(at)) {
      if (path.has(at)) {
        supports.set(at, { on: 'floor' })
        break
      }
      path.add(at)
      const support: Support = supports.get(at)!
      at = support.on === 'item' ? support.id : undefined
    }
    for (const id of path) isSound.add(id)
  }
}

/** To the nanometre: sums of decimals come out as decimals. */
function round(value: number): number {
  return Math.round(value * 1e9) / 1e9 + 0
}
