import type { Id, LevelRecord, RawRecord, SceneDocument, WallRecord } from '@enfilade/scene'
import {
  type CoreEntity,
  type CoreKind,
  compareScriptIds,
  EXTENSION_KINDS,
  type ExtensionEntity,
  type ExtensionKind,
  type ScriptEntity,
  type ScriptId,
} from '../text/entity.ts'
import { isShallow } from '../text/json-value.ts'
import { writeScriptEntities } from '../text/write-entities.ts'
import { connectCorners, type WallEnd } from './connect-corners.ts'
import { placeOf } from './frames.ts'
import { inferLevels, levelAt } from './levels.ts'
import { allProperties, findProperties, type Properties } from './properties.ts'
import { boxClass, itemLine, readItem } from './read-item.ts'
import { openingKind, openingLine, readOpening } from './read-opening.ts'
import { readWall, type WallContext, wallLine } from './read-wall.ts'
import { isSameValue } from './same-value.ts'
import type { Origin } from './script-to-document.ts'
import { isCorner, isItem, isLevel, isOpening, isWall, type WithoutId } from './valid-record.ts'
import { axisOf } from './wall-axis.ts'

export type WriteScriptOptions = {
  /** `modulo-1000`: ids of doors, windows and boxes as the public writer reduces them. Default `keep`. */
  readonly ids?: 'keep' | 'modulo-1000'
  /** Write the four core kinds alone. Default false. */
  readonly coreOnly?: boolean
}

/** Names that core lines must keep: record id → id of its core line. */
export type Naming = ReadonlyMap<Id, { readonly kind: CoreKind; readonly id: ScriptId }>

/** The canonical script of a scene: `parseScript` makes the same document of it. Equal documents give equal bytes. */
export function writeScript(document: SceneDocument, options: WriteScriptOptions = {}): string {
  return writeScriptEntities(documentToScript(document).entities, options)
}

/** The lines that say a document, in canonical order, and for each record its own. */
export function documentToScript(
  document: SceneDocument,
  naming: Naming = new Map(),
): { readonly entities: readonly ScriptEntity[]; readonly origins: ReadonlyMap<Id, Origin> } {
  const writing = createWriting(document, naming)
  writeWalls(writing)
  writeOpenings(writing)
  writeItems(writing)
  writeStandalone(writing)
  const core = [...writing.origins.values()].flatMap((origin) => origin.core ?? [])
  core.sort((a, b) => compareScriptIds(a.id, b.id))
  const own = EXTENSION_KINDS.flatMap((kind) => writing.extensions.get(kind) ?? [])
  return { entities: [...core, ...own], origins: writing.origins }
}

type Writing = {
  readonly document: SceneDocument
  readonly ids: readonly Id[]
  readonly levels: readonly LevelRecord[]
  readonly levelOf: ReadonlyMap<Id, LevelRecord>
  readonly lineIds: ReadonlyMap<Id, ScriptId>
  readonly origins: Map<Id, Origin>
  readonly extensions: Map<ExtensionKind, ExtensionEntity[]>
  /** Corners that need no line: reading the walls makes them. */
  readonly implied: Set<Id>
}

function createWriting(document: SceneDocument, naming: Naming): Writing {
  const ids = [...document.keys()]
    .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    .filter((id) => isShallow(document.get(id)))
  const levels = ids.flatMap((id): LevelRecord[] => {
    const record = document.get(id)!
    return isLevel(record) ? [{ ...record, id } as unknown as LevelRecord] : []
  })
  return {
    document,
    ids,
    levels,
    levelOf: new Map(levels.map((level) => [level.id, level])),
    lineIds: assignLineIds(document, ids, naming),
    origins: new Map(),
    extensions: new Map(),
    implied: new Set(),
  }
}

const CORE_ID = /^(wall|door|window|bbox)_(0|-?[1-9][0-9]*)$/

/** Line ids: the given ones, those that the record ids say (`bbox_12`), then the numbers after the highest, by record id. */
function assignLineIds(document: SceneDocument, ids: readonly Id[], naming: Naming): Map<Id, ScriptId> {
  const result = new Map<Id, ScriptId>()
  const next = new Map<CoreKind, bigint>()
  const taken = new Set<string>()
  const take = (id: Id, kind: CoreKind, number: ScriptId) => {
    if (taken.has(`${kind}_${number}`)) return false
    taken.add(`${kind}_${number}`)
    result.set(id, number)
    const after = BigInt(number) + 1n
    if (after > (next.get(kind) ?? 0n)) next.set(kind, after)
    return true
  }
  const open: [Id, CoreKind][] = []
  for (const id of ids) {
    const kind = coreKindOf(document.get(id)!)
    const named = naming.get(id)
    if (kind && named?.kind === kind) take(id, kind, named.id)
  }
  for (const id of ids) {
    const kind = coreKindOf(document.get(id)!)
    if (!kind || result.has(id)) continue
    const match = CORE_ID.exec(id)
    if (match?.[1] !== kind || match[2]!.length > 400 || !take(id, kind, match[2]!)) open.push([id, kind])
  }
  for (const [id, kind] of open) take(id, kind, String(next.get(kind) ?? 0n))
  return result
}

function coreKindOf(record: RawRecord): CoreKind | undefined {
  if (record.kind === 'wall') return 'wall'
  if (record.kind === 'item') return 'bbox'
  if (record.kind === 'opening') return openingKind(String(record.type))
  return undefined
}

function addLines(writing: Writing, id: Id, core: CoreEntity, kind: ExtensionKind, properties: Properties): void {
  const extension =
    properties.size === 0 ? undefined : addExtension(writing, kind, properties, { kind: core.kind, id: core.id })
  writing.origins.set(id, extension ? { core, extension } : { core })
}

function addExtension(
  writing: Writing,
  kind: ExtensionKind,
  properties: Properties,
  target?: ExtensionEntity['target'],
): ExtensionEntity {
  const list = writing.extensions.get(kind) ?? []
  writing.extensions.set(kind, list)
  const id = String(list.length)
  const entity: ExtensionEntity = target ? { kind, id, target, properties } : { kind, id, properties }
  list.push(entity)
  return entity
}

/** What our own line says anyway: the record's id where it is not the core line's name. */
function identity(id: Id, core: { readonly kind: string; readonly id: ScriptId }): Properties {
  return id === `${core.kind}_${core.id}` ? new Map() : new Map([['id', id]])
}

type WallLine = {
  readonly id: Id
  readonly record: WithoutId<WallRecord>
  readonly lineId: ScriptId
  readonly level: LevelRecord
}

function writeWalls(writing: Writing): void {
  const lines = recordsOf(writing, isWall)
    .filter(([, record]) => writing.levelOf.has(record.level) && axisOf(writing.document, record))
    .map(([id, record]): WallLine => {
      return { id, record, lineId: writing.lineIds.get(id)!, level: writing.levelOf.get(record.level)! }
    })
    .sort((a, b) => compareScriptIds(a.lineId, b.lineId))
  const explicit = findExplicitCorners(writing, lines)
  for (const { id, record, lineId, level } of lines) {
    const context = wallContext(writing, record, level, explicit)
    const numbers = wallLine(record, context)
    const given = new Map(identity(id, { kind: 'wall', id: lineId }))
    if (explicit.has(record.a)) given.set('a', record.a)
    if (explicit.has(record.b)) given.set('b', record.b)
    if (levelAt(writing.levels, level.elevation) !== level.id) given.set('level', level.id)
    const properties = findProperties(record, given, (found) => readWall(numbers, found, context))
    addLines(writing, id, { kind: 'wall', id: lineId, numbers }, 'structure', properties)
  }
}

function wallContext(
  writing: Writing,
  record: WithoutId<WallRecord>,
  level: LevelRecord,
  explicit: ReadonlySet<Id>,
): WallContext {
  return {
    level,
    ends: [record.a, record.b],
    at: (corner) => (writing.document.get(corner) as { at?: readonly [number, number] } | undefined)?.at ?? [0, 0],
    isExplicit: explicit.has(record.a) && explicit.has(record.b),
  }
}

const IMPLIED_NAME = /^wall_-?\d+\.[ab](\.\d+)?$/

/** The corners that need lines of their own. The others come out of the wall lines alone, with their ids. */
function findExplicitCorners(writing: Writing, lines: readonly WallLine[]): ReadonlySet<Id> {
  const corners = recordsOf(writing, isCorner)
  const used = new Set(lines.flatMap(({ record }) => [record.a, record.b]))
  const isPlain = (id: Id) => Object.keys(writing.document.get(id)!).length === 3
  const isExplicit = (id: Id) => !IMPLIED_NAME.test(id) || !used.has(id) || !isPlain(id)
  const explicit = new Set(corners.map(([id]) => id).filter(isExplicit))
  const known = corners.filter(([id]) => explicit.has(id)).map(([id, { level, at }]) => ({ id, level, at }))
  const ends = lines.map(({ record, lineId, level }): readonly [WallEnd, WallEnd] => {
    const numbers = wallLine(record, wallContext(writing, record, level, explicit))
    return [
      impliedEnd(numbers, 'a', record.a, lineId, level, explicit),
      impliedEnd(numbers, 'b', record.b, lineId, level, explicit),
    ]
  })
  const connected = connectCorners(ends, known)
  const implied = connected.made.filter(({ id, level, at }) => {
    return isSameValue({ kind: 'corner', level, at }, writing.document.get(id))
  })
  const isRight =
    implied.length === connected.made.length &&
    connected.ends.every(([a, b], index) => a === lines[index]!.record.a && b === lines[index]!.record.b)
  if (!isRight) return new Set(corners.map(([id]) => id))
  for (const corner of implied) writing.implied.add(corner.id)
  return explicit
}

function impliedEnd(
  numbers: readonly number[],
  end: 'a' | 'b',
  corner: Id,
  lineId: ScriptId,
  level: LevelRecord,
  explicit: ReadonlySet<Id>,
): WallEnd {
  const offset = end === 'a' ? 0 : 3
  const plain = {
    level: level.id,
    at: [numbers[offset]!, numbers[offset + 1]!] as const,
    name: `wall_${lineId}.${end}`,
  }
  return explicit.has(corner) ? { ...plain, corner } : plain
}

function writeOpenings(writing: Writing): void {
  for (const [recordId, record] of recordsOf(writing, isOpening)) {
    const wall = writing.document.get(record.wall)
    const wallLineId = writing.lineIds.get(record.wall)
    const axis = axisOf(writing.document, wall)
    if (!wall || !axis || !wallLineId || !writing.origins.has(record.wall)) continue
    const kind = openingKind(record.type)
    const id = writing.lineIds.get(recordId)!
    const context = { wall: record.wall, axis, elevation: writing.levelOf.get(wall.level as Id)!.elevation }
    const numbers = openingLine(record, context)
    const read = (found: Properties) => readOpening(kind, numbers, found, context)
    const properties = findProperties(record, identity(recordId, { kind, id }), read)
    addLines(writing, recordId, { kind, id, wall: wallLineId, numbers }, 'opening', properties)
  }
}

function writeItems(writing: Writing): void {
  for (const [recordId, record] of recordsOf(writing, isItem)) {
    const level = writing.levelOf.get(record.level)
    const place = level && placeOf(writing.document, record, record.pose)
    if (!level || !place || !isWritable(writing, recordId)) continue
    const id = writing.lineIds.get(recordId)!
    const numbers = itemLine(record, place)
    const category = boxClass(record.category)
    const given = new Map(identity(recordId, { kind: 'bbox', id }))
    if (levelAt(writing.levels, numbers[2]! - record.size[2] / 2) !== level.id) given.set('level', level.id)
    const context = { level, document: writing.document }
    const properties = findProperties(record, given, (found) => readItem(category, numbers, found, context))
    addLines(writing, recordId, { kind: 'bbox', id, category, numbers }, 'item', properties)
  }
}

/** A box line can say an item when its carrier has a line too, all the way down. */
function isWritable(writing: Writing, item: Id): boolean {
  let at = item
  for (let depth = 0; depth < 64; depth++) {
    const record = writing.document.get(at)
    if (!record || !isItem(record) || !writing.levelOf.has(record.level)) return false
    if (record.support.on === 'wall') return writing.origins.has(record.support.id)
    if (record.support.on !== 'item') return true
    at = record.support.id
  }
  return false
}

const PLAIN_KINDS: ReadonlySet<string> = new Set(['level', 'corner', 'room', 'group', 'viewpoint', 'measurement'])

function writeStandalone(writing: Writing): void {
  const areLevelsImplied = isSameValue(inferLevels(writtenWalls(writing)), writing.levels)
  for (const id of writing.ids) {
    const record = writing.document.get(id)!
    if (writing.origins.has(id) || writing.implied.has(id)) continue
    if (areLevelsImplied && record.kind === 'level' && isLevel(record)) continue
    const isPlain = typeof record.kind === 'string' && PLAIN_KINDS.has(record.kind)
    const kind = (isPlain ? record.kind : 'record') as ExtensionKind
    const payload = new Map<string, unknown>([
      ['id', id],
      ['value', record],
    ])
    const properties = isPlain ? allProperties(id, record) : payload
    writing.origins.set(id, { extension: addExtension(writing, kind, properties) })
  }
}

function writtenWalls(writing: Writing): (readonly number[])[] {
  return [...writing.origins.values()].flatMap(({ core }) => (core?.kind === 'wall' ? [core.numbers] : []))
}

/** Records that pass a check, by id. */
function recordsOf<Kind extends RawRecord>(
  writing: Writing,
  isKind: (record: RawRecord) => record is Kind,
): (readonly [Id, Kind])[] {
  return writing.ids.flatMap((id) => {
    const record = writing.document.get(id)!
    return isKind(record) ? [[id, record] as const] : []
  })
}
