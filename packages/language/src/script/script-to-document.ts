import type { Id, LevelRecord, RawRecord, SceneDocument } from '@enfilade/scene'
import {
  type BoxEntity,
  CORE_KINDS,
  type CoreEntity,
  type CoreKind,
  compareScriptIds,
  type ExtensionEntity,
  isCoreEntity,
  isExtensionEntity,
  type OpeningEntity,
  type ScriptEntity,
  type WallEntity,
} from '../text/entity.ts'
import { type Corner, connectCorners, type WallEnd } from './connect-corners.ts'
import { createIds, type Ids } from './ids.ts'
import { inferLevels, levelAt } from './levels.ts'
import { noProperties, overlay, type Properties } from './properties.ts'
import { readItem } from './read-item.ts'
import { readOpening } from './read-opening.ts'
import { readWall } from './read-wall.ts'
import { areNear } from './same-value.ts'
import { sortBySupport } from './sort-by-support.ts'
import { isCorner, isLevel, isObject, isText } from './valid-record.ts'
import { axisOf } from './wall-axis.ts'

/** The lines that a record comes from. */
export type Origin = { readonly core?: CoreEntity; readonly extension?: ExtensionEntity }

export type ScriptNote = { readonly entity: ScriptEntity; readonly code: string; readonly message: string }

export type ScriptReading = {
  readonly document: SceneDocument
  readonly origins: ReadonlyMap<Id, Origin>
  /** What the scene could not take, and why. */
  readonly notes: readonly ScriptNote[]
}

const NOTHING_OWNED: ReadonlySet<string> = new Set()
const STANDALONE: ReadonlySet<string> = new Set(['level', 'corner', 'room', 'group', 'viewpoint', 'measurement'])

/**
 * The scene that the lines of a script say. Where a core line and one of ours disagree, someone has edited the core
 * line: it counts. A file without lines of ours gets a storey, and corners where wall ends meet.
 */
export function scriptToDocument(entities: readonly ScriptEntity[]): ScriptReading {
  const reading = createReading(entities)
  const levels = readLevels(reading)
  readStandalone(reading)
  readWalls(reading, levels)
  readOpenings(reading)
  readItems(reading, levels)
  return { document: reading.records, origins: reading.origins, notes: reading.notes }
}

type Reading = {
  readonly records: Map<Id, RawRecord>
  readonly origins: Map<Id, Origin>
  readonly notes: ScriptNote[]
  readonly walls: readonly WallEntity[]
  readonly openings: readonly OpeningEntity[]
  readonly boxes: readonly BoxEntity[]
  readonly standalone: readonly ExtensionEntity[]
  /** Our own line of each core line. */
  readonly extensions: ReadonlyMap<CoreEntity, ExtensionEntity>
  /** Record ids of core lines. */
  readonly idOf: ReadonlyMap<CoreEntity, Id>
  readonly ids: Ids
}

function createReading(entities: readonly ScriptEntity[]): Reading {
  const notes: ScriptNote[] = []
  const core = entities.filter(isCoreEntity).filter((entity) => isWhole(entity, notes))
  const own = entities.filter(isExtensionEntity)
  const extensions = matchExtensions(core, own, notes)
  const { idOf, ids } = assignIds(core, extensions, own, notes)
  const ofKind = (kinds: readonly CoreKind[]) =>
    core.filter((entity) => kinds.includes(entity.kind)).sort((a, b) => compareScriptIds(a.id, b.id))
  return {
    records: new Map(),
    origins: new Map(),
    notes,
    walls: ofKind(['wall']) as WallEntity[],
    openings: ofKind(['door', 'window']) as OpeningEntity[],
    boxes: ofKind(['bbox']) as BoxEntity[],
    standalone: own.filter((entity) => !entity.target),
    extensions,
    idOf,
    ids,
  }
}

/** Coordinates beyond this are no building; sums of them would overflow. */
const MAX_NUMBER = 1e9

function isWhole(entity: CoreEntity, notes: ScriptNote[]): boolean {
  if (entity.numbers.every((value) => Math.abs(value) <= MAX_NUMBER)) return true
  const areFinite = entity.numbers.every(Number.isFinite)
  const message = areFinite
    ? 'A number is too large for a scene; the line is left out of it.'
    : 'A number is not finite; the line is left out of the scene.'
  notes.push({ entity, code: areFinite ? 'too-large' : 'not-in-scene', message })
  return false
}

function keyOf(kind: string, id: string): string {
  return `${kind}_${id}`
}

function matchExtensions(
  core: readonly CoreEntity[],
  own: readonly ExtensionEntity[],
  notes: ScriptNote[],
): Map<CoreEntity, ExtensionEntity> {
  const extensions = new Map<CoreEntity, ExtensionEntity>()
  if (!own.some((entity) => entity.target)) return extensions
  const byId = new Map<string, Map<string, CoreEntity>>(CORE_KINDS.map((kind) => [kind, new Map()]))
  for (const entity of core) if (!byId.get(entity.kind)!.has(entity.id)) byId.get(entity.kind)!.set(entity.id, entity)
  for (const entity of own) {
    if (!entity.target) continue
    const target = byId.get(entity.target.kind)!.get(entity.target.id)
    if (target && !extensions.has(target)) {
      extensions.set(target, entity)
      continue
    }
    const name = keyOf(entity.target.kind, entity.target.id)
    if (!target) notes.push({ entity, code: 'no-line', message: `There is no line \`${name}\`; this one is ignored.` })
    else notes.push({ entity, code: 'second-line', message: `\`${name}\` has a line like this already.` })
  }
  return extensions
}

/** Ids that our own lines give come first; the other lines are called as they are in the file. */
function assignIds(
  core: readonly CoreEntity[],
  extensions: ReadonlyMap<CoreEntity, ExtensionEntity>,
  own: readonly ExtensionEntity[],
  notes: ScriptNote[],
): { idOf: Map<CoreEntity, Id>; ids: Ids } {
  const ids = createIds()
  const idOf = new Map<CoreEntity, Id>()
  for (const entity of own) {
    const id = entity.properties.get('id')
    if (!entity.target && isText(id) && !ids.take(id)) {
      notes.push({
        entity,
        code: 'duplicate-record',
        message: `Another line has the id ${JSON.stringify(id)} already.`,
      })
    }
  }
  for (const [entity, extension] of extensions) {
    const id = extension.properties.get('id')
    if (!isText(id)) continue
    if (ids.take(id)) idOf.set(entity, id)
    else
      notes.push({
        entity: extension,
        code: 'duplicate-record',
        message: `Another line has the id ${JSON.stringify(id)} already.`,
      })
  }
  const rest = core.filter((entity) => !idOf.has(entity)).sort((a, b) => compareScriptIds(a.id, b.id))
  for (const entity of rest) idOf.set(entity, ids.claim(keyOf(entity.kind, entity.id)))
  return { idOf, ids }
}

function addRecord(reading: Reading, id: Id, record: RawRecord, origin: Origin): void {
  reading.records.set(id, record)
  reading.origins.set(id, origin)
}

function readLevels(reading: Reading): readonly LevelRecord[] {
  for (const entity of reading.standalone) if (entity.kind === 'level') readStandaloneLine(reading, entity)
  const levels = [...reading.records].flatMap(([id, record]) => (isLevel(record) ? { ...record, id } : []))
  if (levels.length > 0) return levels.sort((a, b) => (a.id < b.id ? -1 : 1))
  const inferred = inferLevels(reading.walls.map((wall) => wall.numbers)).map((level) => ({
    ...level,
    id: reading.ids.claim(level.id),
  }))
  for (const { id, ...level } of inferred) addRecord(reading, id, level, {})
  return inferred
}

function readStandalone(reading: Reading): void {
  for (const entity of reading.standalone) if (entity.kind !== 'level') readStandaloneLine(reading, entity)
}

function readStandaloneLine(reading: Reading, extension: ExtensionEntity): void {
  const given = extension.properties.get('id')
  const isTaken = isText(given) && reading.records.has(given)
  const id = isText(given) && !isTaken ? given : reading.ids.claim(keyOf(extension.kind, extension.id))
  if (STANDALONE.has(extension.kind)) {
    addRecord(reading, id, overlay({ kind: extension.kind }, extension.properties, NOTHING_OWNED), { extension })
    return
  }
  const value = extension.properties.get('value')
  if (isObject(value)) {
    addRecord(reading, id, value, { extension })
    return
  }
  const message = 'A record line holds its record as `value={…}`; this one is ignored.'
  reading.notes.push({ entity: extension, code: 'bad-record', message })
}

function readWalls(reading: Reading, levels: readonly LevelRecord[]): void {
  const byId = new Map(levels.map((level) => [level.id, level]))
  const lines = reading.walls.map((entity) => {
    const properties = propertiesOf(reading, entity)
    const given = properties.get('level')
    const inferred = levelAt(levels, Math.min(entity.numbers[2]!, entity.numbers[5]!))
    const level = byId.get(isText(given) && byId.has(given) ? given : inferred)!
    return { entity, properties, level }
  })
  const ends = lines.map(({ entity, properties, level }): readonly [WallEnd, WallEnd] => [
    wallEnd(entity, 'a', properties, level.id),
    wallEnd(entity, 'b', properties, level.id),
  ])
  const known = [...reading.records].flatMap(([id, record]): Corner[] => {
    return isCorner(record) ? [{ id, level: record.level, at: record.at }] : []
  })
  moveCorners(known, ends.flat())
  const connected = connectCorners(ends, known)
  for (const corner of known) reading.records.set(corner.id, { ...reading.records.get(corner.id), at: corner.at })
  for (const { id, level, at } of connected.made) addRecord(reading, id, { kind: 'corner', level, at }, {})
  lines.forEach(({ entity, properties, level }, index) => {
    const pair = connected.ends[index]!
    const record = readWall(entity.numbers, properties, {
      level,
      ends: pair,
      at: (id) => (reading.records.get(id) as Corner | undefined)?.at ?? [0, 0],
      isExplicit: isText(properties.get('a')) && isText(properties.get('b')),
    })
    addRecord(reading, reading.idOf.get(entity)!, record, originOf(reading, entity))
  })
}

function wallEnd(entity: WallEntity, end: 'a' | 'b', properties: Properties, level: Id): WallEnd {
  const offset = end === 'a' ? 0 : 3
  const corner = properties.get(end)
  const at = [entity.numbers[offset]!, entity.numbers[offset + 1]!] as const
  const name = `${keyOf('wall', entity.id)}.${end}`
  return isText(corner) ? { level, at, name, corner } : { level, at, name }
}

/** A wall line that ends elsewhere than its corner says has been edited: the corner goes along. The first such line counts. */
function moveCorners(corners: readonly Corner[], ends: readonly WallEnd[]): void {
  const byId = new Map(corners.map((corner) => [corner.id, corner]))
  const moved = new Set<Id>()
  for (const end of ends) {
    const corner = end.corner === undefined ? undefined : byId.get(end.corner)
    if (!corner || moved.has(corner.id) || areNear(corner.at, end.at)) continue
    corner.at = end.at
    moved.add(corner.id)
  }
}

function readOpenings(reading: Reading): void {
  const walls = new Map<string, WallEntity>()
  for (const wall of reading.walls) if (!walls.has(wall.id)) walls.set(wall.id, wall)
  for (const entity of reading.openings) {
    const host = walls.get(entity.wall)
    const wallId = host && reading.idOf.get(host)!
    const wall = wallId === undefined ? undefined : reading.records.get(wallId)
    const axis = axisOf(reading.records, wall)
    if (wallId === undefined || !wall || !axis) {
      const message = `\`wall_${entity.wall}\` is not in the scene, so neither is this.`
      reading.notes.push({ entity, code: 'not-in-scene', message })
      continue
    }
    const { elevation } = reading.records.get(wall.level as Id) as unknown as LevelRecord
    const record = readOpening(entity.kind, entity.numbers, propertiesOf(reading, entity), {
      wall: wallId,
      axis,
      elevation,
    })
    addRecord(reading, reading.idOf.get(entity)!, record, originOf(reading, entity))
  }
}

function readItems(reading: Reading, levels: readonly LevelRecord[]): void {
  const byId = new Map(levels.map((level) => [level.id, level]))
  const lines = reading.boxes.map((entity) => ({
    entity,
    id: reading.idOf.get(entity)!,
    properties: propertiesOf(reading, entity),
  }))
  for (const { entity, id, properties } of sortBySupport(lines)) {
    const [, , z, , , , height] = entity.numbers as [number, number, number, number, number, number, number]
    const given = properties.get('level')
    const level = byId.get(isText(given) && byId.has(given) ? given : levelAt(levels, z - Math.abs(height) / 2))!
    const record = readItem(entity.category, entity.numbers, properties, { level, document: reading.records })
    addRecord(reading, id, record, originOf(reading, entity))
  }
}

function propertiesOf(reading: Reading, entity: CoreEntity): Properties {
  return reading.extensions.get(entity)?.properties ?? noProperties
}

function originOf(reading: Reading, core: CoreEntity): Origin {
  const extension = reading.extensions.get(core)
  return extension ? { core, extension } : { core }
}
