import {
  CORE_KINDS,
  constructorName,
  EXTENSION_KINDS,
  isCoreEntity,
  type ScriptEntity,
  type ScriptId,
} from './entity.ts'
import { writeJsonValue } from './json-value.ts'
import { formatNumber } from './number.ts'

export type WriteEntitiesOptions = {
  /** `modulo-1000`: ids of doors, windows and boxes as the public writer reduces them. Default `keep`. */
  readonly ids?: 'keep' | 'modulo-1000'
  /** Leave our own lines out. Default false. */
  readonly coreOnly?: boolean
  /** Write lines of unknown kinds too, last and as they were. Default false. */
  readonly keepUnknown?: boolean
}

/**
 * The canonical text of some entities: walls, doors, windows, boxes, then our own lines kind by kind, each kind in the
 * order given; LF between lines and none at the end.
 */
export function writeScriptEntities(entities: readonly ScriptEntity[], options: WriteEntitiesOptions = {}): string {
  const kinds: readonly string[] = [
    ...CORE_KINDS,
    ...(options.coreOnly ? [] : EXTENSION_KINDS),
    ...(options.keepUnknown ? ['unknown'] : []),
  ]
  const byKind = new Map<string, string[]>(kinds.map((kind) => [kind, []]))
  const reduce = options.ids === 'modulo-1000'
  for (const entity of entities) byKind.get(entity.kind)?.push(writeEntity(entity, reduce))
  return [...byKind.values()].flat().join('\n')
}

/** One line, without a newline. */
export function writeEntity(entity: ScriptEntity, reduceIds = false): string {
  if (entity.kind === 'unknown') return entity.text
  const id = reduceIds && entity.kind !== 'wall' && isCoreEntity(entity) ? reduceId(entity.id) : entity.id
  return `${entity.kind}_${id}=${constructorName(entity.kind)}(${writeArguments(entity, reduceIds).join(',')})`
}

/** The arguments of an entity, as they stand between the commas. */
export function writeArguments(entity: Exclude<ScriptEntity, { kind: 'unknown' }>, reduceIds = false): string[] {
  if (isCoreEntity(entity)) {
    const numbers = entity.numbers.map(formatNumber)
    if (entity.kind === 'wall') return numbers
    return [entity.kind === 'bbox' ? entity.category : `wall_${entity.wall}`, ...numbers]
  }
  const keyed = [...entity.properties].map(([key, value]) => `${key}=${writeJsonValue(value)}`)
  if (!entity.target) return keyed
  const { kind, id } = entity.target
  return [`${kind}_${reduceIds && kind !== 'wall' ? reduceId(id) : id}`, ...keyed]
}

/** Remainder by 1000 as Python takes it: never negative. */
function reduceId(id: ScriptId): ScriptId {
  const rest = Number(id.slice(-3).replace('-', ''))
  return String(id.startsWith('-') ? (1000 - rest) % 1000 : rest)
}
