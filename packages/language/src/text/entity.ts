/** The four kinds of the SpatialLM layout script, in the order in which files list them. */
export const CORE_KINDS = ['wall', 'door', 'window', 'bbox'] as const
export type CoreKind = (typeof CORE_KINDS)[number]

/** The kinds of our own lines, in canonical order. Readers of the core kinds skip them. */
export const EXTENSION_KINDS = [
  'level',
  'corner',
  'structure',
  'room',
  'opening',
  'group',
  'item',
  'viewpoint',
  'measurement',
  'record',
] as const
export type ExtensionKind = (typeof EXTENSION_KINDS)[number]

/** Canonical decimal digits, `-` before negative ones. Text, because ids have no bound. */
export type ScriptId = string

/** `numbers`: ax, ay, az, bx, by, bz, height, thickness. */
export type WallEntity = { readonly kind: 'wall'; readonly id: ScriptId; readonly numbers: readonly number[] }

/** `numbers`: x, y, z of the opening's centre, width, height. `wall`: id of its wall line. */
export type OpeningEntity = {
  readonly kind: 'door' | 'window'
  readonly id: ScriptId
  readonly wall: ScriptId
  readonly numbers: readonly number[]
}

/** `numbers`: x, y, z of the box's centre, yaw, full side lengths along local x, y, z. `category` is kept letter by letter. */
export type BoxEntity = {
  readonly kind: 'bbox'
  readonly id: ScriptId
  readonly category: string
  readonly numbers: readonly number[]
}

export type CoreEntity = WallEntity | OpeningEntity | BoxEntity

/** A line of our own: properties of a record, and the core line that they belong to, if any. */
export type ExtensionEntity = {
  readonly kind: ExtensionKind
  readonly id: ScriptId
  readonly target?: { readonly kind: CoreKind; readonly id: ScriptId }
  readonly properties: ReadonlyMap<string, unknown>
}

/** A line of a kind that neither the core nor we know, as it stands in the file. */
export type UnknownEntity = { readonly kind: 'unknown'; readonly text: string }

export type ScriptEntity = CoreEntity | ExtensionEntity | UnknownEntity

/** How many numbers a core line takes, after the wall or the class. */
export const NUMBER_COUNT: { readonly [kind in CoreKind]: number } = { wall: 8, door: 5, window: 5, bbox: 7 }

/** The constructor that stands right of `=`: the kind with a capital. */
export function constructorName(kind: string): string {
  return kind.charAt(0).toUpperCase() + kind.slice(1)
}

export function isCoreEntity(entity: ScriptEntity): entity is CoreEntity {
  return entity.kind === 'wall' || entity.kind === 'door' || entity.kind === 'window' || entity.kind === 'bbox'
}

export function isExtensionEntity(entity: ScriptEntity): entity is ExtensionEntity {
  return entity.kind !== 'unknown' && !isCoreEntity(entity)
}

/** Order of script ids: by value. */
export function compareScriptIds(a: ScriptId, b: ScriptId): number {
  const negativeA = a.startsWith('-')
  if (negativeA !== b.startsWith('-')) return negativeA ? -1 : 1
  const order = a.length - b.length || (a < b ? -1 : a > b ? 1 : 0)
  return negativeA ? -order : order
}
