import { findKind, shownLooks } from '@enfilade/catalogue'
import {
  compareIds,
  type ItemRecord,
  type LevelRecord,
  type RawRecord,
  readScene,
  type Scene,
  type SceneDocument,
  type SceneItem,
  type SceneOpening,
  type SceneRoom,
  type SceneWall,
} from '@enfilade/scene'
import { isObject } from '../script/valid-record.ts'
import { recallGiven } from './given.ts'
import { labelOf, massOf, movableOf } from './item-looks.ts'
import {
  type JsonLevel,
  type JsonMount,
  type JsonObject,
  type JsonOpening,
  type JsonRoom,
  type JsonWall,
  SCENE_JSON_FORMAT,
  type SceneJson,
  type SceneJsonExtra,
} from './scene-json.ts'
import { swingToJson } from './swing.ts'

/** The canonical Scene JSON of a document: lists by id, what was given and still holds as it was given. */
export function writeSceneJson(document: SceneDocument, extra: SceneJsonExtra = {}): SceneJson {
  const parts = writeParts(document, readScene(document), true)
  return {
    ...extra.fields,
    format: SCENE_JSON_FORMAT,
    ...(extra.seed === undefined ? {} : { seed: extra.seed }),
    truncated: extra.truncated ?? false,
    ...parts,
    unmet: extra.unmet ?? [],
  }
}

export type SceneJsonParts = Pick<SceneJson, 'levels' | 'rooms' | 'walls' | 'openings' | 'objects'>

/** The lists of a Scene JSON. `isRestored`: with unknown fields, and what was given as it was given. */
export function writeParts(document: SceneDocument, scene: Scene, isRestored: boolean): SceneJsonParts {
  const levels = new Map(scene.levels.map((level) => [level.id, level]))
  const isStoreyed = scene.levels.length > 1
  const jsonId = (id: string) => (isRestored ? recallGiven({ id }, document.get(id)).id : id)
  const finish = <Part extends { readonly id: string }>(part: Part, id = part.id): Part => {
    const record = document.get(id)
    if (!isRestored || !record) return part
    const restored = recallGiven(part, record)
    return isObject(record.fields) ? { ...restored, ...missing(record.fields, restored) } : restored
  }
  return {
    levels: sortById(scene.levels.map((level) => finish(writeLevel(level)))),
    rooms: sortById(scene.rooms.map((room) => finish(writeRoom(room, levels.get(room.level)!, jsonId)))),
    walls: sortById(scene.walls.map((wall) => finish(writeWall(wall, document, isStoreyed, jsonId)))),
    openings: sortById(
      scene.openings.map((opening) => finish(writeOpening(scene, opening, levels.get(opening.level)!, jsonId))),
    ),
    objects: sortById(
      scene.items.map((item) => finish(writeObject(item, levels.get(item.level)!, document, isStoreyed, jsonId))),
    ),
  }
}

/** The unknown fields that the part does not have by now. */
function missing(fields: RawRecord, part: RawRecord): RawRecord {
  return Object.fromEntries(Object.entries(fields).filter(([field]) => !Object.hasOwn(part, field)))
}

/** By the id that the part has in the end: what was given may differ from the record's. */
function sortById<Part extends { readonly id: string }>(parts: Part[]): Part[] {
  return parts.sort((a, b) => compareIds(a.id, b.id))
}

type JsonId = (id: string) => string

function writeLevel({ id, name, elevation, height, appearance }: LevelRecord): JsonLevel {
  return { id, name, elevation, height, ...(appearance ? { appearance } : {}) }
}

function writeRoom(room: SceneRoom, level: LevelRecord, jsonId: JsonId): JsonRoom {
  return {
    id: room.id,
    level: jsonId(room.level),
    type: room.type,
    name: room.name,
    polygon: room.polygon,
    holes: room.holes,
    floor: level.elevation,
    height: level.height,
    ...(room.label?.finishes ? { finishes: room.label.finishes } : {}),
  }
}

function writeWall(wall: SceneWall, document: SceneDocument, isStoreyed: boolean, jsonId: JsonId): JsonWall {
  const thickness = document.get(wall.id)?.thickness
  return {
    id: wall.id,
    ...(isStoreyed ? { level: jsonId(wall.level) } : {}),
    a: wall.start,
    b: wall.end,
    bulge: wall.bulge ?? 0,
    height: wall.resolvedHeight,
    // A line without thickness stays one: only its drawing needs a body.
    thickness: thickness === 0 ? 0 : wall.thickness,
    structure: wall.structure,
    ...(wall.finishes ? { finishes: wall.finishes } : {}),
    ...(wall.locked ? { locked: true } : {}),
  }
}

function writeOpening(scene: Scene, opening: SceneOpening, level: LevelRecord, jsonId: JsonId): JsonOpening {
  const { id, type, wall, center, sill, width, height, open = 0, finishes, locked } = opening
  return {
    id,
    kind: type,
    wall: jsonId(wall),
    center: [round(center[0]), round(center[1]), round(level.elevation + sill + height / 2)],
    width,
    height,
    swing: swingToJson(scene, opening),
    open,
    ...(finishes ? { finishes } : {}),
    ...(locked ? { locked: true } : {}),
  }
}

function writeObject(
  item: SceneItem,
  level: LevelRecord,
  document: SceneDocument,
  isStoreyed: boolean,
  jsonId: JsonId,
): JsonObject {
  const { worldPose, size, support } = item
  const { color, material, shape, style } = shownLooks(item)
  return {
    id: item.id,
    ...(isStoreyed ? { level: jsonId(item.level) } : {}),
    category: item.category.trim() || 'unknown',
    label: labelOf(item),
    center: [round(worldPose.x), round(worldPose.y), round(level.elevation + worldPose.z + size[2] / 2)],
    yaw: round(worldPose.yaw),
    size,
    mount: mountOf(item),
    support: support.on === 'wall' || support.on === 'item' ? jsonId(support.id) : null,
    color,
    material,
    shape,
    style,
    tags: item.tags ?? [],
    mass: massOf(item),
    movable: movableOf(item),
    placeholder: findKind(item.category) === undefined,
    state: { ...unknownStates(document.get(item.id)), ...statesOf(item) },
    ...optional(item),
  }
}

/** Fields of ours that the form leaves open. */
function optional(item: ItemRecord): RawRecord {
  const { variant, finishes, locked, asset } = item
  const own = { variant, finishes, locked: locked || undefined, asset }
  return Object.fromEntries(Object.entries(own).filter(([, value]) => value !== undefined))
}

function mountOf({ support }: ItemRecord): JsonMount {
  if (support.on === 'item') return support.inside ? 'inside' : 'surface'
  return support.on
}

/** States, with a lamp's light as the catalogue has it where the item says nothing else. */
function statesOf(item: ItemRecord): JsonObject['state'] {
  const light = findKind(item.category)?.light
  return { ...(light ? { on: true, lumens: light.lumens, kelvin: light.kelvin } : {}), ...item.states }
}

const KNOWN_STATES: ReadonlySet<string> = new Set(['on', 'open', 'lumens', 'kelvin', 'locked'])

function unknownStates(record: RawRecord | undefined): RawRecord {
  if (!record || !isObject(record.states)) return {}
  return Object.fromEntries(Object.entries(record.states).filter(([key]) => !KNOWN_STATES.has(key)))
}

/** To the nanometre: sums of decimals come out as decimals. */
function round(value: number): number {
  return Math.round(value * 1e9) / 1e9 + 0
}
