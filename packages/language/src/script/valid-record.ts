import type {
  CornerRecord,
  GroupRecord,
  ItemRecord,
  LevelRecord,
  OpeningRecord,
  Point2,
  Pose,
  RawRecord,
  Size3,
  Support,
  WallRecord,
} from '@enfilade/scene'

/** A record as it lies in a document: its id is its key. */
export type WithoutId<Kind> = Omit<Kind, 'id'> & RawRecord

// What the core lines need of a record, checked; the rest of it may be anything. Scene's own reader judges more.

export function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

export function isText(value: unknown): value is string {
  return typeof value === 'string'
}

export function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function isPoint(value: unknown): value is Point2 {
  return Array.isArray(value) && value.length === 2 && value.every(isNumber)
}

export function isSize(value: unknown): value is Size3 {
  return Array.isArray(value) && value.length === 3 && value.every(isNumber)
}

export function isPose(value: unknown): value is Pose {
  return isObject(value) && isNumber(value.x) && isNumber(value.y) && isNumber(value.z) && isNumber(value.yaw)
}

export function isSupport(value: unknown): value is Support {
  if (!isObject(value)) return false
  if (value.on === 'floor' || value.on === 'ceiling') return true
  return (value.on === 'wall' || value.on === 'item') && isText(value.id)
}

export function isLevel(record: RawRecord): record is WithoutId<LevelRecord> {
  return record.kind === 'level' && isNumber(record.elevation) && isNumber(record.height)
}

export function isCorner(record: RawRecord): record is WithoutId<CornerRecord> {
  return record.kind === 'corner' && isText(record.level) && isPoint(record.at)
}

export function isWall(record: RawRecord): record is WithoutId<WallRecord> {
  const { kind, level, a, b, thickness, height, bulge } = record
  if (kind !== 'wall' || !isText(level) || !isText(a) || !isText(b) || a === b) return false
  return isNumber(thickness) && (height === undefined || isNumber(height)) && (bulge === undefined || isNumber(bulge))
}

export function isOpening(record: RawRecord): record is WithoutId<OpeningRecord> {
  if (record.kind !== 'opening' || !isText(record.wall) || !isText(record.type)) return false
  return isNumber(record.along) && isNumber(record.sill) && isNumber(record.width) && isNumber(record.height)
}

export function isItem(record: RawRecord): record is WithoutId<ItemRecord> {
  if (record.kind !== 'item' || !isText(record.level) || !isText(record.category)) return false
  if (record.group !== undefined && !isText(record.group)) return false
  return (
    isPose(record.pose) && isSize(record.size) && record.size.every((side) => side >= 0) && isSupport(record.support)
  )
}

export function isGroup(record: RawRecord): record is WithoutId<GroupRecord> {
  return record.kind === 'group' && isPose(record.pose)
}
