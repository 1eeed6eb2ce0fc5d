import { readScene, type SceneDocument } from '@enfilade/scene'
import { isNumber, isObject, isText } from '../script/valid-record.ts'
import type { Diagnostic } from '../text/diagnostic.ts'
import { isShallow } from '../text/json-value.ts'
import { createJsonReport, type JsonReport, PartReader, readParts, show } from './fields.ts'
import { rememberGiven } from './given.ts'
import { createJsonReading, type JsonReading } from './json-reading.ts'
import { readObjects } from './read-objects.ts'
import { readOpenings } from './read-openings.ts'
import { readLevels, readRooms, readWalls } from './read-structure.ts'
import { type JsonSwing, type JsonUnmet, KNOWN_FIELDS, SCENE_JSON_FORMAT, type SceneJsonExtra } from './scene-json.ts'
import { JSON_SWINGS, swingFromJson } from './swing.ts'
import { writeParts } from './write-scene-json.ts'

export type ParsedSceneJson = {
  readonly document: SceneDocument
  readonly diagnostics: readonly Diagnostic[]
  /** What the input says besides the scene; `writeSceneJson` takes it. */
  readonly extra: SceneJsonExtra
}

/** One of these, if only empty, is what a scene without a format is known by. */
const PARTS = ['levels', 'rooms', 'walls', 'openings', 'objects'] as const

/**
 * Reads Scene JSON v1, whole or partial. Never throws: what is malformed is left out, and a diagnostic names its path
 * and the cure. Unknown fields stay with their part; what was given comes back as it was given until it changes.
 *
 * @param value What `JSON.parse` gave, or the text itself.
 */
export function parseSceneJson(value: unknown): ParsedSceneJson {
  const { report, finish } = createJsonReport()
  const fields = toFields(value, report)
  const reading = createJsonReading(report)
  checkFormat(fields, report)
  const rooms = readParts(fields, 'rooms', report)
  const walls = readParts(fields, 'walls', report)
  readLevels(reading, readParts(fields, 'levels', report), rooms)
  // Objects come before the names that we give, so that their ids survive.
  const objects = readParts(fields, 'objects', report)
  readWalls(reading, walls)
  readRooms(reading, rooms, walls.length > 0)
  readOpenings(reading, readParts(fields, 'openings', report))
  readObjects(reading, objects)
  readSwings(reading)
  rememberAll(reading)
  return { document: reading.records, diagnostics: finish(), extra: readExtra(fields, report) }
}

function toFields(value: unknown, report: JsonReport): { readonly [field: string]: unknown } {
  let parsed = value
  if (typeof value === 'string') {
    try {
      parsed = JSON.parse(value.charCodeAt(0) === 0xfeff ? value.slice(1) : value)
    } catch (error) {
      report('error', 'not-json', '', `is no JSON: ${error instanceof Error ? error.message : 'it cannot be read'}.`)
      return {}
    }
  }
  if (isObject(parsed)) return parsed
  report('error', 'not-an-object', '', `expected {"format": "${SCENE_JSON_FORMAT}", …}, got ${show(parsed)}.`)
  return {}
}

function checkFormat(fields: { readonly [field: string]: unknown }, report: JsonReport): void {
  const format = Object.hasOwn(fields, 'format') ? fields.format : undefined
  if (format === SCENE_JSON_FORMAT) return
  if (format === undefined && !PARTS.some((part) => Object.hasOwn(fields, part))) {
    report('error', 'not-a-scene', '', `has neither "format": "${SCENE_JSON_FORMAT}" nor any of ${PARTS.join(', ')}.`)
    return
  }
  report('warning', 'format', 'format', `expected "${SCENE_JSON_FORMAT}", got ${show(format)}; it is read as that.`)
}

/** Swings are seen from rooms, so they wait until there are some. */
function readSwings(reading: JsonReading): void {
  const given = [...reading.parts].filter(
    ([, { list, part }]) => list === 'openings' && part.get('swing') !== undefined,
  )
  if (given.length === 0) return
  const scene = readScene(reading.records)
  for (const [id, { part }] of given) {
    const swing = part.oneOf<JsonSwing>('swing', JSON_SWINGS)
    const opening = scene.byId.get(id)
    if (!swing || !opening || !('type' in opening) || !('sill' in opening)) continue
    reading.records.set(id, { ...reading.records.get(id), swing: swingFromJson(scene, opening, swing) })
  }
}

function rememberAll(reading: JsonReading): void {
  const scene = readScene(reading.records)
  const parts = writeParts(reading.records, scene, false)
  for (const [list, written] of Object.entries(parts)) {
    for (const part of written) {
      const source = reading.parts.get(part.id)
      const record = reading.records.get(part.id)
      if (!source || !record || source.list !== list) continue
      reading.records.set(part.id, rememberGiven(record, list, source.part.fields, part, source.part.faulty))
    }
  }
  for (const { id, reason } of scene.issues) {
    const source = reading.parts.get(id)
    source?.part.warn('not-in-scene', '', `${reason}; it is kept, but not part of the scene.`)
  }
}

function readExtra(fields: { readonly [field: string]: unknown }, report: JsonReport): SceneJsonExtra {
  const whole = new PartReader(fields, 'scene', report)
  const seed = Object.hasOwn(fields, 'seed') && isNumber(fields.seed) ? fields.seed : undefined
  const unmet = readParts(fields, 'unmet', report).flatMap((part): JsonUnmet[] => {
    const { request, reason } = part.fields
    return isText(request) && isText(reason) && isShallow(part.fields) ? [{ ...part.fields, request, reason }] : []
  })
  const unknown = whole.unknown(KNOWN_FIELDS.scene!)
  return {
    ...(seed === undefined ? {} : { seed }),
    truncated: Object.hasOwn(fields, 'truncated') && fields.truncated === true,
    unmet,
    ...(unknown ? { fields: unknown } : {}),
  }
}
