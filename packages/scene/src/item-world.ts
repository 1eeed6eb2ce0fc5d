import { compareIds } from './json.ts'
import { readRecord } from './parse-record.ts'
import { type ItemWorld, readItems } from './read-items.ts'
import { type PlacedWall, placeWall } from './read-walls.ts'
import type { CornerRecord, GroupRecord, Id, ItemRecord, LevelRecord, SceneDocument, WallRecord } from './records.ts'
import type { SceneItem } from './scene.ts'

/** The items of a document with their world poses, and what carries them; no rooms, no outlines. */
export type PlacedItems = ItemWorld & { readonly placed: ReadonlyMap<Id, SceneItem> }

const known = new WeakMap<SceneDocument, PlacedItems>()

/** Documents are never changed in place, so each is read once. */
export function placeItems(document: SceneDocument): PlacedItems {
  const before = known.get(document)
  if (before) return before
  const placed = placeAnew(document)
  known.set(document, placed)
  return placed
}

/** As `placeItems`, for a document that is still being written. */
export function placeAnew(document: SceneDocument): PlacedItems {
  const items = new Map<Id, ItemRecord>()
  const levels = new Map<Id, LevelRecord>()
  const groups = new Map<Id, GroupRecord>()
  const corners = new Map<Id, CornerRecord>()
  const records: WallRecord[] = []
  for (const [id, raw] of document) {
    const { record } = readRecord(id, raw)
    if (record?.kind === 'item') items.set(id, record)
    else if (record?.kind === 'level') levels.set(id, record)
    else if (record?.kind === 'group') groups.set(id, record)
    else if (record?.kind === 'corner') corners.set(id, record)
    else if (record?.kind === 'wall') records.push(record)
  }
  const walls = new Map<Id, PlacedWall>()
  for (const record of records) {
    const wall = placeWall(record, corners, levels)
    if (typeof wall !== 'string') walls.set(record.id, wall)
  }
  const world: ItemWorld = { items, levels, walls, groups }
  const resolved = readItems([...items.keys()].sort(compareIds), world, new Map()).items
  return { ...world, placed: new Map(resolved.map((item) => [item.id, item])) }
}
