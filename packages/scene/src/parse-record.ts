import { isPlainObject, ownValue, type PlainObject } from './json.ts'
import {
  DEFAULT_STOREY_HEIGHT,
  DEFAULT_WALL_THICKNESS,
  MAX_BULGE,
  MAX_COORDINATE,
  MAX_HEIGHT,
  MAX_SIZE,
  MAX_THICKNESS,
  MIN_HEIGHT,
  MIN_OPENING,
  MIN_SIZE,
  MIN_THICKNESS,
} from './limits.ts'
import { upgradeRecord } from './migrations/upgrade-record.ts'
import type {
  Finish,
  GroupRecord,
  Id,
  ItemPhysics,
  ItemRecord,
  ItemStates,
  LevelAppearance,
  LevelRecord,
  OpeningRecord,
  Point2,
  Pose,
  RawRecord,
  RoomRecord,
  SceneRecord,
  Size3,
  Sky,
  Support,
  Swing,
  WallRecord,
} from './records.ts'

export const SKIES: readonly Sky[] = ['clear', 'cloudy', 'overcast', 'dusk', 'night']

/** What a raw record is: a record, something of no known kind, or a known kind that can't be used. */
export type ParsedRecord =
  | { readonly record: SceneRecord }
  | { readonly record: undefined; readonly reason: string | undefined }

/**
 * The typed record that a raw one stands for, in any stored version. Optional properties that make no sense are left
 * out and numbers with a meaning are brought into their bounds; never throws.
 *
 * @returns Undefined for unknown kinds and for records whose essentials (place, references) are missing.
 */
export function parseRecord(id: Id, raw: unknown): SceneRecord | undefined {
  return readRecord(id, raw).record
}

/** Records are never changed in place, so what one means is worked out once. */
const known = new WeakMap<object, { readonly id: Id; readonly parsed: ParsedRecord }>()

/** As `parseRecord`, with the reason why a record of a known kind can't be used. */
export function readRecord(id: Id, raw: unknown): ParsedRecord {
  if (!isPlainObject(raw)) return { record: undefined, reason: 'it is no record' }
  const before = known.get(raw)
  if (before?.id === id) return before.parsed
  const parsed = readObject(id, raw)
  known.set(raw, { id, parsed })
  return parsed
}

function readObject(id: Id, raw: PlainObject): ParsedRecord {
  const current = upgradeRecord(raw)
  const kind = ownValue(current, 'kind')
  if (typeof kind !== 'string' || !Object.hasOwn(readers, kind)) return { record: undefined, reason: undefined }
  const record = readers[kind as SceneRecord['kind']](id, current)
  return typeof record === 'string' ? { record: undefined, reason: record } : { record }
}

type Reader = (id: Id, raw: RawRecord) => SceneRecord | string

const readers: { readonly [kind in SceneRecord['kind']]: Reader } = {
  level: (id, raw) =>
    compact<LevelRecord>({
      kind: 'level',
      id,
      name: text(raw, 'name') ?? '',
      elevation: within(raw, 'elevation', -MAX_COORDINATE, MAX_COORDINATE) ?? 0,
      height: within(raw, 'height', MIN_HEIGHT, MAX_HEIGHT) ?? DEFAULT_STOREY_HEIGHT,
      appearance: appearance(ownValue(raw, 'appearance')),
    }),
  corner: (id, raw) => {
    const level = reference(raw, 'level')
    const at = point(ownValue(raw, 'at'))
    if (level === undefined) return 'it names no level'
    if (!at) return 'its place is no point within 10 km'
    return { kind: 'corner', id, level, at }
  },
  wall: (id, raw) => {
    const [level, a, b] = [reference(raw, 'level'), reference(raw, 'a'), reference(raw, 'b')]
    if (level === undefined) return 'it names no level'
    if (a === undefined || b === undefined) return 'it lacks a corner'
    const structure = ownValue(raw, 'structure')
    return compact<WallRecord>({
      kind: 'wall',
      id,
      level,
      a,
      b,
      thickness: within(raw, 'thickness', MIN_THICKNESS, MAX_THICKNESS) ?? DEFAULT_WALL_THICKNESS,
      height: within(raw, 'height', MIN_HEIGHT, MAX_HEIGHT),
      bulge: within(raw, 'bulge', -MAX_BULGE, MAX_BULGE) || undefined,
      structure: structure === 'load-bearing' || structure === 'partition' ? structure : 'unknown',
      finishes: finishes(ownValue(raw, 'finishes')),
      locked: flag(raw, 'locked'),
    })
  },
  opening: (id, raw) => {
    const wall = reference(raw, 'wall')
    const type = ownValue(raw, 'type')
    const along = within(raw, 'along', -MAX_COORDINATE, MAX_COORDINATE)
    const width = within(raw, 'width', MIN_OPENING, MAX_SIZE)
    const height = within(raw, 'height', MIN_OPENING, MAX_SIZE)
    if (wall === undefined) return 'it names no wall'
    if (along === undefined) return 'it has no place along its wall'
    if (width === undefined || height === undefined) return 'it has no size'
    return compact<OpeningRecord>({
      kind: 'opening',
      id,
      wall,
      type: type === 'window' || type === 'passage' ? type : 'door',
      along,
      sill: within(raw, 'sill', 0, MAX_HEIGHT) ?? 0,
      width,
      height,
      swing: swing(ownValue(raw, 'swing')),
      open: within(raw, 'open', 0, 1),
      finishes: finishes(ownValue(raw, 'finishes')),
      locked: flag(raw, 'locked'),
    })
  },
  room: (id, raw) => {
    const level = reference(raw, 'level')
    const at = point(ownValue(raw, 'at'))
    if (level === undefined) return 'it names no level'
    if (!at) return 'its place is no point within 10 km'
    return compact<RoomRecord>({
      kind: 'room',
      id,
      level,
      at,
      name: text(raw, 'name') ?? '',
      type: text(raw, 'type') || 'room',
      finishes: finishes(ownValue(raw, 'finishes')),
    })
  },
  item: (id, raw) => {
    const level = reference(raw, 'level')
    const pose = readPose(ownValue(raw, 'pose'))
    const size = readSize(ownValue(raw, 'size'))
    const support = readSupport(ownValue(raw, 'support'))
    if (level === undefined) return 'it names no level'
    if (!pose) return 'its pose is not of finite numbers within 10 km'
    if (!size) return 'its size is not of three finite numbers'
    if (!support) return 'its support names nothing'
    return compact<ItemRecord>({
      kind: 'item',
      id,
      level,
      category: text(raw, 'category') || 'unknown',
      label: text(raw, 'label') || undefined,
      pose,
      size,
      support,
      group: reference(raw, 'group'),
      variant: text(raw, 'variant'),
      shape: text(raw, 'shape'),
      style: text(raw, 'style'),
      tags: tags(ownValue(raw, 'tags')),
      finishes: finishes(ownValue(raw, 'finishes')),
      states: states(ownValue(raw, 'states')),
      physics: physics(ownValue(raw, 'physics')),
      placeholder: flag(raw, 'placeholder'),
      locked: flag(raw, 'locked'),
      asset: text(raw, 'asset'),
    })
  },
  group: (id, raw) => {
    const level = reference(raw, 'level')
    const pose = readPose(ownValue(raw, 'pose'))
    if (level === undefined) return 'it names no level'
    if (!pose) return 'its pose is not of finite numbers within 10 km'
    return compact<GroupRecord>({
      kind: 'group',
      id,
      level,
      pose,
      name: text(raw, 'name'),
      implicit: flag(raw, 'implicit'),
    })
  },
  viewpoint: (id, raw) => {
    const eye = triple(ownValue(raw, 'eye'))
    const target = triple(ownValue(raw, 'target'))
    if (!eye || !target) return 'its eye or target is no point within 10 km'
    return { kind: 'viewpoint', id, name: text(raw, 'name') ?? '', eye, target }
  },
  measurement: (id, raw) => {
    const level = reference(raw, 'level')
    const from = point(ownValue(raw, 'from'))
    const to = point(ownValue(raw, 'to'))
    if (level === undefined) return 'it names no level'
    if (!from || !to) return 'an end of it is no point within 10 km'
    return { kind: 'measurement', id, level, from, to }
  },
}

/** The object without undefined properties. */
function compact<T extends object>(object: T): T {
  for (const key of Object.keys(object) as (keyof T)[]) if (object[key] === undefined) delete object[key]
  return object
}

function finite(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

/** The number brought between the bounds; undefined when it is none. */
function within(raw: RawRecord, key: string, low: number, high: number): number | undefined {
  const value = finite(ownValue(raw, key))
  return value === undefined ? undefined : Math.min(high, Math.max(low, value))
}

function coordinate(value: unknown): number | undefined {
  const number = finite(value)
  return number === undefined || Math.abs(number) > MAX_COORDINATE ? undefined : number
}

function text(raw: RawRecord, key: string): string | undefined {
  const value = ownValue(raw, key)
  return typeof value === 'string' ? value : undefined
}

function reference(raw: RawRecord, key: string): Id | undefined {
  return text(raw, key) || undefined
}

/** Only true is kept: false is the same as absence. */
function flag(raw: RawRecord, key: string): true | undefined {
  return ownValue(raw, key) === true || undefined
}

function point(value: unknown): Point2 | undefined {
  if (!Array.isArray(value)) return undefined
  const [x, y] = [coordinate(value[0]), coordinate(value[1])]
  return x === undefined || y === undefined ? undefined : [x, y]
}

function triple(value: unknown): readonly [number, number, number] | undefined {
  if (!Array.isArray(value)) return undefined
  const [x, y, z] = [coordinate(value[0]), coordinate(value[1]), coordinate(value[2])]
  return x === undefined || y === undefined || z === undefined ? undefined : [x, y, z]
}

export function readPose(value: unknown): Pose | undefined {
  if (!isPlainObject(value)) return undefined
  const x = coordinate(ownValue(value, 'x'))
  const y = coordinate(ownValue(value, 'y'))
  const z = coordinate(ownValue(value, 'z') ?? 0)
  const yaw = coordinate(ownValue(value, 'yaw') ?? 0)
  return x === undefined || y === undefined || z === undefined || yaw === undefined ? undefined : { x, y, z, yaw }
}

function readSize(value: unknown): Size3 | undefined {
  const size = triple(value)
  const clamp = (edge: number) => Math.min(MAX_SIZE, Math.max(MIN_SIZE, edge))
  return size && [clamp(size[0]), clamp(size[1]), clamp(size[2])]
}

/** Absent or odd: the floor, where most things stand. Undefined when it refers to nothing. */
function readSupport(value: unknown): Support | undefined {
  if (!isPlainObject(value)) return { on: 'floor' }
  const on = ownValue(value, 'on')
  if (on === 'ceiling') return { on }
  if (on !== 'wall' && on !== 'item') return { on: 'floor' }
  const id = reference(value, 'id')
  if (id === undefined) return undefined
  return on === 'item' && ownValue(value, 'inside') === true ? { on, id, inside: true } : { on, id }
}

function swing(value: unknown): Swing {
  if (!isPlainObject(value)) return { type: 'none' }
  const type = ownValue(value, 'type')
  if (type !== 'hinged') return { type: type === 'sliding' ? 'sliding' : 'none' }
  return {
    type,
    hinge: ownValue(value, 'hinge') === 'b' ? 'b' : 'a',
    side: ownValue(value, 'side') === 'right' ? 'right' : 'left',
  }
}

function finishes(value: unknown): { readonly [slot: string]: Finish } | undefined {
  if (!isPlainObject(value)) return undefined
  const slots: [string, Finish][] = []
  for (const slot of Object.keys(value).sort()) {
    const finish = value[slot]
    if (!isPlainObject(finish)) continue
    const color = text(finish, 'color')
    const material = text(finish, 'material')
    const kept: Finish = compact({ color: color && /^#[0-9a-f]{6}$/i.test(color) ? color : undefined, material })
    if (kept.color !== undefined || kept.material !== undefined) slots.push([slot, kept])
  }
  return slots.length > 0 ? Object.fromEntries(slots) : undefined
}

function tags(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) return undefined
  const kept = value.filter((tag): tag is string => typeof tag === 'string')
  return kept.length > 0 ? kept : undefined
}

function states(value: unknown): ItemStates | undefined {
  if (!isPlainObject(value)) return undefined
  const bool = (key: string) => truth(value, key)
  const kept: ItemStates = compact({
    on: bool('on'),
    open: within(value, 'open', 0, 1),
    lumens: within(value, 'lumens', 0, 1e6),
    kelvin: within(value, 'kelvin', 1000, 20_000),
    locked: bool('locked'),
  })
  return Object.keys(kept).length > 0 ? kept : undefined
}

function physics(value: unknown): ItemPhysics | undefined {
  if (!isPlainObject(value)) return undefined
  const kept: ItemPhysics = compact({
    mass: within(value, 'mass', 0, 1e6),
    movable: truth(value, 'movable'),
    friction: within(value, 'friction', 0, 10),
  })
  return Object.keys(kept).length > 0 ? kept : undefined
}

function appearance(value: unknown): LevelAppearance | undefined {
  if (!isPlainObject(value)) return undefined
  const sky = ownValue(value, 'sky')
  const kept: LevelAppearance = compact({
    style: text(value, 'style'),
    sky: SKIES.find((known) => known === sky),
    sunAzimuth: within(value, 'sunAzimuth', -7, 7),
    sunElevation: within(value, 'sunElevation', -Math.PI / 2, Math.PI / 2),
    daylight: within(value, 'daylight', 0, 100),
    exposure: within(value, 'exposure', -10, 10),
  })
  return Object.keys(kept).length > 0 ? kept : undefined
}

function truth(value: PlainObject, key: string): boolean | undefined {
  const bool = ownValue(value, key)
  return typeof bool === 'boolean' ? bool : undefined
}
