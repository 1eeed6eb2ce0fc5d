import { findRooms, type PlanRoom } from './find-rooms.ts'
import { compareIds, isEqualJson } from './json.ts'
import { derivedRoomId, nameRooms } from './name-rooms.ts'
import { type ParsedRecord, readRecord } from './parse-record.ts'
import { buildPlanGraph } from './plan-graph.ts'
import { type ItemCache, readItems } from './read-items.ts'
import { readOpening } from './read-opening.ts'
import { outlineWalls, type PlacedWall, placeWall } from './read-walls.ts'
import type {
  CornerRecord,
  Id,
  LevelRecord,
  OpeningRecord,
  RecordKind,
  RoomRecord,
  SceneDocument,
  SceneRecord,
  WallRecord,
} from './records.ts'
import type { Scene, SceneOpening, SceneRoom, SceneWall } from './scene.ts'

type Issue = { readonly id: Id; readonly reason: string }

/**
 * The valid scene that a document stands for: total, pure and the same on every peer, however odd the document.
 */
export function readScene(document: SceneDocument): Scene {
  return createSceneReader().read(document)
}

/** Reads one document after another; what did not change keeps its identity, down to the scene itself. */
export type SceneReader = { readonly read: (document: SceneDocument) => Scene }

/** The derived plan of one level, with what it was derived from. */
type LevelPlan = {
  readonly placed: readonly PlacedWall[]
  readonly walls: readonly SceneWall[]
  readonly rooms: readonly PlanRoom[]
}

type KindTable<K extends RecordKind> = {
  readonly byId: Map<Id, Extract<SceneRecord, { kind: K }>>
  /** Sorted; undefined until somebody asks. */
  ids: readonly Id[] | undefined
  /** Counts changes, so that who depends on the table knows. */
  version: number
}

export function createSceneReader(): SceneReader {
  const sources = new Map<Id, { readonly raw: unknown; readonly parsed: ParsedRecord }>()
  const tables = createTables()
  const faults = new Map<Id, string>()
  const cache = createCache()
  let lastDocument: SceneDocument | undefined
  let lastScene: Scene | undefined

  const forget = (id: Id) => {
    const { record } = sources.get(id)!.parsed
    sources.delete(id)
    faults.delete(id)
    if (record) removeFrom(tables[record.kind] as KindTable<RecordKind>, id)
  }
  const learn = (id: Id, raw: unknown) => {
    const before = sources.get(id)?.parsed.record
    const parsed = readRecord(id, raw)
    const { record } = parsed
    if (before && before.kind !== record?.kind) removeFrom(tables[before.kind] as KindTable<RecordKind>, id)
    faults.delete(id)
    // A record written anew with equal content is the same record.
    const kept = before && record && isEqualJson(before, record) ? before : record
    sources.set(id, { raw, parsed: kept ? { record: kept } : parsed })
    if (kept) {
      if (kept !== before) putInto(tables[kept.kind] as KindTable<RecordKind>, kept)
    } else if (!parsed.record && parsed.reason !== undefined) {
      faults.set(id, parsed.reason)
    }
  }

  const read = (document: SceneDocument): Scene => {
    if (document === lastDocument && lastScene) return lastScene
    for (const [id, raw] of document) if (sources.get(id)?.raw !== raw || !sources.has(id)) learn(id, raw)
    if (sources.size > document.size) for (const id of [...sources.keys()]) if (!document.has(id)) forget(id)
    lastScene = deriveScene(tables, faults, cache, (id) => sources.has(id), lastScene)
    lastDocument = document
    return lastScene
  }
  return { read }
}

type Tables = { readonly [K in RecordKind]: KindTable<K> }

function createTables(): Tables {
  const table = <K extends RecordKind>(): KindTable<K> => ({ byId: new Map(), ids: undefined, version: 0 })
  return {
    level: table(),
    corner: table(),
    wall: table(),
    opening: table(),
    room: table(),
    item: table(),
    group: table(),
    viewpoint: table(),
    measurement: table(),
  }
}

function putInto(table: KindTable<RecordKind>, record: SceneRecord): void {
  if (!table.byId.has(record.id)) table.ids = undefined
  table.byId.set(record.id, record)
  table.version++
}

function removeFrom(table: KindTable<RecordKind>, id: Id): void {
  if (!table.byId.delete(id)) return
  table.ids = undefined
  table.version++
}

function idsOf<K extends RecordKind>(table: KindTable<K>): readonly Id[] {
  table.ids ??= [...table.byId.keys()].sort(compareIds)
  return table.ids
}

function listOf<K extends RecordKind>(table: KindTable<K>): Extract<SceneRecord, { kind: K }>[] {
  return idsOf(table).map((id) => table.byId.get(id)!)
}

type Memo<T> = { key: readonly unknown[]; value: T } | undefined

type Cache = {
  plan: Memo<{
    readonly plans: ReadonlyMap<Id, LevelPlan>
    readonly walls: readonly SceneWall[]
    readonly issues: Issue[]
  }>
  walls: ReadonlyMap<Id, SceneWall>
  openings: Memo<{ readonly openings: readonly SceneOpening[]; readonly issues: Issue[] }>
  rooms: Memo<{ readonly rooms: readonly SceneRoom[]; readonly issues: Issue[] }>
  readonly items: ItemCache
}

const createCache = (): Cache => ({
  plan: undefined,
  walls: new Map(),
  openings: undefined,
  rooms: undefined,
  items: new Map(),
})

/** The value for the key, worked out anew only when a part of the key is another one. */
function remember<T>(memo: Memo<T>, key: readonly unknown[], work: (before: T | undefined) => T): NonNullable<Memo<T>> {
  if (memo?.key.every((part, i) => Object.is(part, key[i]))) return memo
  return { key, value: work(memo?.value) }
}

function deriveScene(
  tables: Tables,
  faults: ReadonlyMap<Id, string>,
  cache: Cache,
  isTaken: (id: Id) => boolean,
  before: Scene | undefined,
): Scene {
  const { level, corner, wall, opening, room, item, group } = tables
  cache.plan = remember(cache.plan, [level.version, corner.version, wall.version], (known) =>
    planLevels(tables, cache, known),
  )
  const { plans, walls, issues: wallIssues } = cache.plan.value
  cache.openings = remember(cache.openings, [opening.version, walls], (known) => {
    return readOpenings(listOf(opening), cache.walls, known?.openings ?? [])
  })
  const { openings, issues: openingIssues } = cache.openings.value
  // Derived ids give way to records of that id, so the records that have one are part of the key.
  const taken = [...plans].flatMap(([id, plan]) =>
    plan.rooms.map(({ walls }) => derivedRoomId(id, walls)).filter(isTaken),
  )
  cache.rooms = remember(cache.rooms, [room.version, plans, openings, taken.join(' ')], (known) => {
    return nameAllRooms(plans, listOf(room), openings, isTaken, known?.rooms ?? [])
  })
  const { rooms, issues: roomIssues } = cache.rooms.value
  const placed = readItems(
    idsOf(item),
    { items: item.byId, levels: level.byId, walls: cache.walls, groups: group.byId },
    cache.items,
  )
  const onLevel = <T extends { id: Id; level: Id }>(records: readonly T[], issues: Issue[]) => {
    return records.filter((record) => {
      if (level.byId.has(record.level)) return true
      issues.push({ id: record.id, reason: `level ${record.level} is missing` })
      return false
    })
  }
  const otherIssues: Issue[] = [...faults].map(([id, reason]) => ({ id, reason }))
  const issues = [...wallIssues, ...openingIssues, ...roomIssues, ...placed.issues, ...otherIssues]
  const lists = {
    levels: listOf(level),
    walls,
    openings,
    rooms,
    items: placed.items,
    groups: onLevel(listOf(group), issues),
    viewpoints: listOf(tables.viewpoint),
    measurements: onLevel(listOf(tables.measurement), issues),
    issues: issues.sort((a, b) => compareIds(a.id, b.id) || compareIds(a.reason, b.reason)),
  }
  return keepIdentity(lists, before)
}

/** Lists equal to those of the scene before are those; if all are, so is the scene. */
function keepIdentity(lists: Omit<Scene, 'byId'>, before: Scene | undefined): Scene {
  const kept: { -readonly [key in keyof typeof lists]: readonly unknown[] } = { ...lists }
  let isSame = before !== undefined
  for (const key of Object.keys(lists) as (keyof typeof lists)[]) {
    const [now, old] = [lists[key] as readonly unknown[], (before?.[key] ?? []) as readonly unknown[]]
    const isEqual =
      before !== undefined &&
      now.length === old.length &&
      now.every((entry, i) => entry === old[i] || (key === 'issues' && isEqualJson(entry, old[i])))
    if (isEqual) kept[key] = old
    else isSame = false
  }
  if (isSame && before) return before
  const byId = new Map<Id, SceneWall | SceneOpening | SceneRoom | Scene['items'][number]>()
  for (const list of [lists.walls, lists.openings, lists.rooms, lists.items]) {
    for (const entry of list) byId.set(entry.id, entry)
  }
  return { ...(kept as unknown as Omit<Scene, 'byId'>), byId }
}

function planLevels(tables: Tables, cache: Cache, known: NonNullable<Cache['plan']>['value'] | undefined) {
  const issues: Issue[] = []
  const corners: ReadonlyMap<Id, CornerRecord> = tables.corner.byId
  const levels: ReadonlyMap<Id, LevelRecord> = tables.level.byId
  const byLevel = new Map<Id, PlacedWall[]>(idsOf(tables.level).map((id) => [id, []]))
  for (const record of listOf(tables.wall) as WallRecord[]) {
    const wall = placeWall(record, corners, levels)
    if (typeof wall === 'string') issues.push({ id: record.id, reason: wall })
    else byLevel.get(wall.level)!.push(wall)
  }
  const plans = new Map<Id, LevelPlan>()
  for (const [level, placed] of byLevel) {
    const before = known?.plans.get(level)
    plans.set(level, before && isEqualJson(before.placed, placed) ? before : planLevel(placed, cache.walls))
  }
  const all = [...plans.values()].flatMap((plan) => plan.walls).sort((a, b) => compareIds(a.id, b.id))
  const isSame =
    known !== undefined && known.walls.length === all.length && all.every((wall, i) => wall === known.walls[i])
  const walls = isSame ? known.walls : all
  cache.walls = new Map(walls.map((wall) => [wall.id, wall]))
  return { plans, walls, issues }
}

function planLevel(placed: readonly PlacedWall[], known: ReadonlyMap<Id, SceneWall>): LevelPlan {
  const graph = buildPlanGraph(placed)
  return { placed, walls: outlineWalls(placed, graph, known), rooms: findRooms(graph) }
}

function readOpenings(
  records: readonly OpeningRecord[],
  walls: ReadonlyMap<Id, SceneWall>,
  known: readonly SceneOpening[],
) {
  const before = new Map(known.map((opening) => [opening.id, opening]))
  const issues: Issue[] = []
  const openings: SceneOpening[] = []
  for (const record of records) {
    const wall = walls.get(record.wall)
    const opening = wall ? readOpening(record, wall) : `wall ${record.wall} is missing`
    if (typeof opening === 'string') {
      issues.push({ id: record.id, reason: opening })
      continue
    }
    const old = before.get(record.id)
    openings.push(old && isEqualJson(old, opening) ? old : opening)
  }
  const isSame = openings.length === known.length && openings.every((opening, i) => opening === known[i])
  return { openings: isSame ? known : openings, issues }
}

function nameAllRooms(
  plans: ReadonlyMap<Id, LevelPlan>,
  labels: readonly RoomRecord[],
  openings: readonly SceneOpening[],
  isTaken: (id: Id) => boolean,
  known: readonly SceneRoom[],
) {
  const before = new Map(known.map((room) => [room.id, room]))
  const issues: Issue[] = []
  const rooms: SceneRoom[] = []
  for (const label of labels) {
    if (!plans.has(label.level)) issues.push({ id: label.id, reason: `level ${label.level} is missing` })
  }
  for (const [level, plan] of plans) {
    const own = labels.filter((label) => label.level === level)
    const named = nameRooms(level, plan.rooms, own, openings, isTaken)
    issues.push(...named.issues)
    rooms.push(...named.rooms)
  }
  rooms.sort((a, b) => compareIds(a.id, b.id))
  const kept = rooms.map((room) => {
    const old = before.get(room.id)
    return old && isEqualJson(old, room) ? old : room
  })
  return { rooms: kept, issues }
}
