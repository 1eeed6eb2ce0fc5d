import { type Brief, buildingRelations, objectRelations, roomTypes } from './brief.ts'

export type ParsedBrief =
  | { readonly ok: true; readonly brief: Brief }
  | { readonly ok: false; readonly problems: readonly string[] }

type Check = (value: unknown, path: string, problems: string[]) => void

const compassSides = [
  ...['north', 'east', 'south', 'west', 'northeast', 'northwest', 'southeast', 'southwest'],
  ...['left', 'right', 'front', 'back'],
]
const relationTypes: ReadonlySet<string> = new Set([...objectRelations, ...buildingRelations])
const maxObjects = 200
const maxCount = 500
const maxText = 4000

/**
 * Checks that any JSON is a brief. Unknown fields pass, since later versions may add some.
 *
 * @returns the value itself as a brief, or every problem found with its path (`objects[2].count.min: …`).
 */
export const parseBrief = (value: unknown): ParsedBrief => {
  const problems: string[] = []
  record({
    version: literal(1),
    room: record({ type: oneOf(roomTypes), alsoFor: optional(list(oneOf(roomTypes), 20)), words: optional(text) }),
    occupants: optional(occupants),
    density: oneOf(['sparse', 'normal', 'full']),
    only: flag,
    objects: list(object, maxObjects),
    exclusions: list(record({ category: noun, words: text }), maxObjects),
    style: optional(record({ name: text, words: optional(text), colors: optional(list(color, 20)) })),
    pack: optional(oneOf(['general', 'age-friendly', 'wheelchair', 'child'])),
    demands: optional(list(demand, 50)),
    words: optional(text),
  })(value, 'brief', problems)
  if (problems.length > 0) return { ok: false, problems }
  const brief = value as Brief
  checkKeys(brief, problems)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, brief }
}

const checkKeys = (brief: Brief, problems: string[]): void => {
  const keys = new Set<string>()
  for (const { key } of brief.objects) {
    if (keys.has(key)) problems.push(`objects: key "${key}" is there twice`)
    keys.add(key)
  }
  for (const { key, count, relations } of brief.objects) {
    if (count.max !== undefined && count.max < count.min) {
      problems.push(`objects.${key}.count: max ${count.max} is below min ${count.min}`)
    }
    for (const { target, and } of relations) {
      for (const end of [target, and]) {
        if (end?.kind === 'object' && !keys.has(end.key)) {
          problems.push(`objects.${key}.relations: no object has the key "${end.key}"`)
        }
      }
    }
  }
}

const fail = (problems: string[], path: string, message: string): void => {
  if (problems.length < 50) problems.push(`${path}: ${message}`)
}

const record =
  (fields: { readonly [name: string]: Check }): Check =>
  (value, path, problems) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail(problems, path, 'is no object')
    for (const [name, check] of Object.entries(fields)) {
      check((value as Record<string, unknown>)[name], `${path}.${name}`, problems)
    }
  }

const list =
  (check: Check, max: number): Check =>
  (value, path, problems) => {
    if (!Array.isArray(value)) return fail(problems, path, 'is no list')
    if (value.length > max) return fail(problems, path, `has ${value.length} entries, at most ${max}`)
    value.forEach((entry, index) => {
      check(entry, `${path}[${index}]`, problems)
    })
  }

const optional =
  (check: Check): Check =>
  (value, path, problems) => {
    if (value !== undefined) check(value, path, problems)
  }

const literal =
  (expected: unknown): Check =>
  (value, path, problems) => {
    if (value !== expected) fail(problems, path, `is not ${JSON.stringify(expected)}`)
  }

const oneOf =
  (words: readonly string[]): Check =>
  (value, path, problems) => {
    if (typeof value !== 'string' || !words.includes(value)) fail(problems, path, `is none of ${words.join(', ')}`)
  }

const number =
  (min: number, max: number, whole = false): Check =>
  (value, path, problems) => {
    if (typeof value !== 'number' || !(value >= min && value <= max)) {
      return fail(problems, path, `is no number from ${min} to ${max}`)
    }
    if (whole && !Number.isInteger(value)) fail(problems, path, 'is no whole number')
  }

const text: Check = (value, path, problems) => {
  if (typeof value !== 'string') return fail(problems, path, 'is no text')
  if (value.length > maxText) fail(problems, path, `is longer than ${maxText} characters`)
}

const noun: Check = (value, path, problems) => {
  if (typeof value !== 'string' || !/^[a-z][a-z0-9_]{0,63}$/.test(value)) fail(problems, path, 'is no snake-case noun')
}

const color: Check = (value, path, problems) => {
  if (typeof value !== 'string' || !/^#[0-9a-f]{6}$/i.test(value)) fail(problems, path, 'is no #rrggbb colour')
}

const flag: Check = (value, path, problems) => {
  if (typeof value !== 'boolean') fail(problems, path, 'is neither true nor false')
}

const head = optional(number(0, 100, true))

const occupants = record({
  adults: head,
  children: head,
  babies: head,
  elderly: head,
  wheelchair: head,
  working: head,
  guests: head,
  pets: head,
  cats: head,
  dogs: head,
  words: optional(text),
})

const bounds = (min: number, max: number): Check =>
  optional(
    record({
      min: optional(number(min, max)),
      max: optional(number(min, max)),
      exact: optional(number(min, max)),
    }),
  )

const target: Check = (value, path, problems) => {
  const kind = (value as { kind?: unknown } | null)?.kind
  if (kind === 'object') return record({ key: text })(value, path, problems)
  if (kind === 'category') return record({ category: noun })(value, path, problems)
  if (kind === 'item') return record({ id: text })(value, path, problems)
  if (kind === 'building') {
    return record({
      part: oneOf(['wall', 'window', 'door', 'corner', 'room', 'column', 'ceiling', 'floor']),
      id: optional(text),
      side: optional(oneOf([...compassSides])),
      choose: optional(oneOf(['longest', 'shortest', 'largest'])),
    })(value, path, problems)
  }
  fail(problems, path, 'is no target')
}

const relation: Check = (value, path, problems) => {
  record({
    target: optional(target),
    and: optional(target),
    distance: bounds(0, 100),
    side: optional(oneOf(['long', 'short', 'left', 'right', 'front', 'back', 'head', 'foot'])),
    each: optional(flag),
    negated: optional(flag),
    strength: optional(oneOf(['must', 'wish'])),
    words: optional(text),
  })(value, path, problems)
  const type = (value as { type?: unknown } | null)?.type
  if (typeof type !== 'string' || !relationTypes.has(type)) fail(problems, `${path}.type`, 'is no known relation')
}

const attributes = record({
  color: optional(color),
  colorName: optional(text),
  material: optional(text),
  shape: optional(text),
  style: optional(text),
  variant: optional(text),
  parts: optional(list(record({ part: text, color: optional(color), material: optional(text) }), 10)),
})

const object = record({
  key: text,
  category: noun,
  words: text,
  label: optional(text),
  count: record({ min: number(0, maxCount, true), max: optional(number(0, maxCount, true)) }),
  size: optional(record({ width: bounds(0.001, 100), depth: bounds(0.001, 100), height: bounds(0.001, 100) })),
  sizeClass: optional(oneOf(['small', 'medium', 'large'])),
  seats: optional(number(1, 100, true)),
  attributes: optional(attributes),
  hangAt: bounds(0, 20),
  relations: list(relation, 30),
})

const demand = record({
  type: oneOf([
    'path_width',
    'turning_circle',
    'clearance',
    'keep_clear',
    'seating',
    'sleeping',
    'storage',
    'light',
    'open_space',
  ]),
  value: optional(number(0, 100)),
  about: optional(target),
  words: text,
})
