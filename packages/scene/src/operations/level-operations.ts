import { isPlainObject } from '../json.ts'
import { MAX_COORDINATE, MAX_HEIGHT, MIN_HEIGHT } from '../limits.ts'
import type { Operation } from '../operation.ts'
import { SKIES } from '../parse-record.ts'
import type { LevelAppearance } from '../records.ts'
import { checkNumber, checkOneOf, checkPoint, checkText } from './check-values.ts'
import type { Draft } from './draft.ts'
import { refuse } from './refusal.ts'

type Of<T extends Operation['type']> = Extract<Operation, { type: T }>

export function addLevel(draft: Draft, { id, name, elevation, height }: Of<'level-added'>): void {
  draft.claim(id)
  draft.put(id, {
    kind: 'level',
    name: checkText(name, 'name of the level'),
    elevation: checkNumber(elevation, -MAX_COORDINATE, MAX_COORDINATE, 'elevation'),
    height: checkNumber(height, MIN_HEIGHT, MAX_HEIGHT, 'storey height'),
  })
}

export function changeLevel(draft: Draft, operation: Of<'level-changed'>): void {
  const { id, name, elevation, height, appearance } = operation
  draft.need('level', id)
  draft.set(id, {
    ...(name !== undefined && { name: checkText(name, 'name of the level') }),
    ...(elevation !== undefined && { elevation: checkNumber(elevation, -MAX_COORDINATE, MAX_COORDINATE, 'elevation') }),
    ...(height !== undefined && { height: checkNumber(height, MIN_HEIGHT, MAX_HEIGHT, 'storey height') }),
    ...(appearance !== undefined && checkAppearance(appearance)),
  })
}

const appearanceChecks: { readonly [key in keyof Required<LevelAppearance>]: (value: unknown) => string | number } = {
  style: (value) => checkText(value, 'style'),
  sky: (value) => checkOneOf(value, SKIES, 'sky'),
  sunAzimuth: (value) => checkNumber(value, -7, 7, 'direction of the sun'),
  sunElevation: (value) => checkNumber(value, -Math.PI / 2, Math.PI / 2, 'height of the sun'),
  daylight: (value) => checkNumber(value, 0, 100, 'strength of the daylight'),
  exposure: (value) => checkNumber(value, -10, 10, 'exposure'),
}

/** Keys of the appearance as dotted properties to write: null takes one away. */
function checkAppearance(value: unknown): { [key: string]: string | number | undefined } {
  if (!isPlainObject(value)) refuse('not-an-appearance', 'The appearance is no object: give its keys and values.')
  const entries = Object.keys(value).map((key) => {
    const name = checkOneOf(key, Object.keys(appearanceChecks) as (keyof LevelAppearance)[], 'key of the appearance')
    return [`appearance.${name}`, value[name] === null ? undefined : appearanceChecks[name](value[name])] as const
  })
  return Object.fromEntries(entries)
}

export function addMeasurement(draft: Draft, { measurement }: Of<'measurement-added'>): void {
  draft.claim(measurement?.id)
  draft.need('level', measurement.level)
  draft.put(measurement.id, {
    kind: 'measurement',
    level: measurement.level,
    from: checkPoint(measurement.from, 'start of the measurement'),
    to: checkPoint(measurement.to, 'end of the measurement'),
  })
}
