import { MAX_COORDINATE, MAX_HEIGHT, MIN_HEIGHT } from '../limits.ts'
import type { Operation } from '../operation.ts'
import { checkNumber, checkPoint, checkText } from './check-values.ts'
import type { Draft } from './draft.ts'

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

export function changeLevel(draft: Draft, { id, name, elevation, height }: Of<'level-changed'>): void {
  draft.need('level', id)
  draft.set(id, {
    ...(name !== undefined && { name: checkText(name, 'name of the level') }),
    ...(elevation !== undefined && { elevation: checkNumber(elevation, -MAX_COORDINATE, MAX_COORDINATE, 'elevation') }),
    ...(height !== undefined && { height: checkNumber(height, MIN_HEIGHT, MAX_HEIGHT, 'storey height') }),
  })
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
