import { roomTypes } from '../brief.ts'
import { type PlanBrief, planCorners, planSides } from './plan-brief.ts'

export type ParsedPlanBrief =
  | { readonly ok: true; readonly plan: PlanBrief }
  | { readonly ok: false; readonly problems: readonly string[] }

type Check = (value: unknown, path: string, problems: string[]) => void

/** Most rooms of one plan, corners of one ring, and openings of one room. */
const MOST_ROOMS = 24
const MOST_CORNERS = 200
const MOST_OPENINGS = 40
/** Longest side of anything, metres. */
const LONGEST = 200

/**
 * Checks that any JSON is a plan brief. Unknown fields pass, since later versions may add some.
 *
 * @returns the value itself, or every problem found with its path (`plan.rooms[2].area.min: …`).
 */
export const parsePlanBrief = (value: unknown): ParsedPlanBrief => {
  const problems: string[] = []
  planCheck(value, 'plan', problems)
  if (problems.length > 0) return { ok: false, problems }
  const plan = value as PlanBrief
  const keys = new Set<string>()
  for (const { key } of plan.rooms) {
    if (keys.has(key)) problems.push(`plan.rooms: key "${key}" is there twice`)
    keys.add(key)
  }
  const named = [
    ...plan.rooms.flatMap((room) => [room.of, room.like]),
    ...(plan.adjacency ?? []).flatMap(({ a, b }) => [a, b]),
    plan.entrance?.room,
  ]
  for (const key of named) if (key !== undefined && !keys.has(key)) problems.push(`plan: no room has the key "${key}"`)
  return problems.length > 0 ? { ok: false, problems } : { ok: true, plan }
}

const fail = (problems: string[], path: string, message: string): void => {
  if (problems.length < 50) problems.push(`${path}: ${message}`)
}

const record =
  (fields: { readonly [name: string]: Check }): Check =>
  (value, path, problems) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail(problems, path, 'is no object')
    for (const [name, check] of Object.entries(fields))
      check((value as Record<string, unknown>)[name], `${path}.${name}`, problems)
  }

const list =
  (check: Check, least: number, most: number): Check =>
  (value, path, problems) => {
    if (!Array.isArray(value)) return fail(problems, path, 'is no list')
    if (value.length < least || value.length > most)
      return fail(problems, path, `has ${value.length} entries, ${least} to ${most} are possible`)
    value.forEach((entry, index) => {
      check(entry, `${path}[${index}]`, problems)
    })
  }

const maybe =
  (check: Check): Check =>
  (value, path, problems) => {
    if (value !== undefined) check(value, path, problems)
  }

const oneOf =
  (...words: readonly unknown[]): Check =>
  (value, path, problems) => {
    if (!words.includes(value)) fail(problems, path, `is none of ${words.join(', ')}`)
  }

const number =
  (least: number, most: number, isWhole = false): Check =>
  (value, path, problems) => {
    if (typeof value !== 'number' || !(value >= least && value <= most) || (isWhole && !Number.isInteger(value)))
      fail(problems, path, `is no ${isWhole ? 'whole ' : ''}number from ${least} to ${most}`)
  }

const text: Check = (value, path, problems) => {
  if (typeof value !== 'string' || value.length > 4000) fail(problems, path, 'is no text of at most 4000 characters')
}

const flag: Check = (value, path, problems) => {
  if (typeof value !== 'boolean') fail(problems, path, 'is neither true nor false')
}

const pair = (least: number, most: number): Check => list(number(least, most), 2, 2)

const bounds = (most: number): Check => {
  const bound = maybe(number(0.1, most))
  return record({ min: bound, max: bound, exact: bound })
}

const size = record({ width: maybe(number(0.2, LONGEST)), depth: maybe(number(0.2, LONGEST)) })
const side = oneOf(...planSides)

const shapeFields: { readonly [type: string]: Check } = {
  rectangle: record({}),
  L: record({ corner: maybe(oneOf(...planCorners)), bite: maybe(pair(0.05, LONGEST)) }),
  T: record({ side: maybe(side), stem: maybe(pair(0.05, LONGEST)) }),
  U: record({ side: maybe(side), bite: maybe(pair(0.05, LONGEST)) }),
  bay: record({ side: maybe(side), span: maybe(pair(0.05, LONGEST)), splayed: maybe(flag) }),
  niche: record({ side: maybe(side), span: maybe(pair(0.05, LONGEST)), splayed: maybe(flag) }),
  slanted: record({ side: maybe(side), by: maybe(number(-LONGEST, LONGEST)), angleDeg: maybe(number(-80, 80)) }),
  chamfered: record({ corners: maybe(list(oneOf(...planCorners), 1, 4)), by: maybe(number(0.05, LONGEST)) }),
  curved: record({ side: maybe(side), rise: maybe(number(-LONGEST, LONGEST)) }),
  round: record({ diameter: maybe(number(0.5, LONGEST)) }),
  polygon: record({ corners: number(3, 24, true) }),
  ring: record({
    points: list(pair(-10_000, 10_000), 3, MOST_CORNERS),
    bulges: maybe(list(number(-2, 2), 0, MOST_CORNERS)),
  }),
  walls: record({
    lengths: list(number(0.05, LONGEST), 3, MOST_CORNERS),
    turns: maybe(list(oneOf('left', 'right'), 0, MOST_CORNERS)),
  }),
}

const shape: Check = (value, path, problems) => {
  const type = (value as { type?: unknown } | null)?.type
  const check = typeof type === 'string' && Object.hasOwn(shapeFields, type) ? shapeFields[type] : undefined
  if (!check) return fail(problems, `${path}.type`, `is none of ${Object.keys(shapeFields).join(', ')}`)
  check(value, path, problems)
}

const opening = record({
  kind: oneOf('door', 'window', 'passage'),
  words: text,
  count: maybe(number(0, MOST_OPENINGS, true)),
  side: maybe(oneOf(...planSides, 'left', 'right', 'front', 'back')),
  choose: maybe(oneOf('longest', 'shortest')),
  opposite: maybe(oneOf('door', 'window')),
  wall: maybe(number(0, MOST_CORNERS, true)),
  near: maybe(oneOf(...planSides, 'left', 'right', 'corner', 'centre')),
  offset: maybe(number(0, LONGEST)),
  width: maybe(number(0.05, LONGEST)),
  height: maybe(number(0.05, 20)),
  sill: maybe(number(0, 20)),
  swing: maybe(oneOf('hinged', 'sliding', 'none')),
  opens: maybe(oneOf('in', 'out')),
  hinge: maybe(oneOf('left', 'right')),
  tall: maybe(flag),
  roof: maybe(flag),
  leaves: maybe(number(1, 2, true)),
  to: maybe(text),
})

const column = record({
  words: text,
  size: pair(0.02, 20),
  round: maybe(flag),
  at: maybe(pair(-10_000, 10_000)),
  count: maybe(number(0, 20, true)),
})

const room = record({
  key: text,
  type: oneOf(...roomTypes),
  name: maybe(text),
  words: maybe(text),
  area: maybe(bounds(10_000)),
  size: maybe(size),
  proportion: maybe(number(1, 20)),
  sizeClass: maybe(oneOf('small', 'medium', 'large')),
  shape: maybe(shape),
  openings: maybe(list(opening, 0, MOST_OPENINGS)),
  without: maybe(list(oneOf('door', 'window'), 0, 2)),
  columns: maybe(list(column, 0, 20)),
  of: maybe(text),
  like: maybe(text),
  side: maybe(side),
})

const planCheck = record({
  version: oneOf(1),
  rooms: list(room, 1, MOST_ROOMS),
  totalArea: maybe(bounds(10_000)),
  size: maybe(size),
  outline: maybe(shape),
  height: maybe(number(0.5, 20)),
  adjacency: maybe(
    list(record({ a: text, b: text, type: oneOf('door', 'open', 'apart'), words: maybe(text) }), 0, 100),
  ),
  entrance: maybe(record({ side: maybe(side), room: maybe(text) })),
  accessible: maybe(flag),
  words: maybe(text),
})
