import { isPlainObject } from '../json.ts'
import { MAX_COORDINATE, MAX_SIZE, MIN_SIZE } from '../limits.ts'
import type { Finish, Point2, Pose, Size3 } from '../records.ts'
import { refuse } from './refusal.ts'

/** Refuses anything but a finite number between the bounds. */
export function checkNumber(value: unknown, low: number, high: number, name: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    refuse('not-a-number', `The ${name} is ${JSON.stringify(value) ?? 'missing'}: give a number.`)
  }
  if (value < low || value > high) {
    refuse('out-of-bounds', `The ${name} is ${value}: it has to be between ${low} and ${high}.`)
  }
  return value
}

export function checkPoint(value: unknown, name: string): Point2 {
  if (!Array.isArray(value) || value.length < 2)
    refuse('not-a-point', `The ${name} is no point: give x and y in metres.`)
  return [
    checkNumber(value[0], -MAX_COORDINATE, MAX_COORDINATE, `x of the ${name}`),
    checkNumber(value[1], -MAX_COORDINATE, MAX_COORDINATE, `y of the ${name}`),
  ]
}

export function checkPose(value: unknown, name: string): Pose {
  if (!isPlainObject(value)) refuse('not-a-pose', `The pose of ${name} is missing: give x, y, z and yaw.`)
  const coordinate = (key: 'x' | 'y' | 'z' | 'yaw') => {
    return checkNumber(value[key], -MAX_COORDINATE, MAX_COORDINATE, `${key} of ${name}`)
  }
  return { x: coordinate('x'), y: coordinate('y'), z: coordinate('z'), yaw: coordinate('yaw') }
}

export function checkSize(value: unknown, name: string): Size3 {
  if (!Array.isArray(value) || value.length < 3) {
    refuse('not-a-size', `The size of ${name} is missing: give width, depth and height in metres.`)
  }
  return [
    checkNumber(value[0], MIN_SIZE, MAX_SIZE, `width of ${name}`),
    checkNumber(value[1], MIN_SIZE, MAX_SIZE, `depth of ${name}`),
    checkNumber(value[2], MIN_SIZE, MAX_SIZE, `height of ${name}`),
  ]
}

export function checkText(value: unknown, name: string): string {
  if (typeof value !== 'string')
    refuse('not-text', `The ${name} is ${JSON.stringify(value) ?? 'missing'}: give a text.`)
  return value
}

export function checkOneOf<T extends string>(value: unknown, choices: readonly T[], name: string): T {
  const found = choices.find((choice) => choice === value)
  return (
    found ?? refuse('unknown-value', `The ${name} is ${JSON.stringify(value)}: it has to be ${choices.join(', ')}.`)
  )
}

export function checkFlag(value: unknown, name: string): boolean {
  if (typeof value !== 'boolean')
    refuse('not-a-flag', `"${name}" is ${JSON.stringify(value)}: it has to be true or false.`)
  return value
}

/** A set of finishes as dotted properties to write: null takes one away. */
export function checkFinishes(value: unknown, slots?: readonly string[]): { [key: string]: Finish | undefined } {
  if (!isPlainObject(value))
    refuse('not-finishes', 'The finishes are no object of slots: give { slot: { color, material } }.')
  const values: [string, Finish | undefined][] = []
  for (const slot of Object.keys(value)) {
    if (slots) checkOneOf(slot, slots, 'finish slot')
    const finish = value[slot]
    values.push([`finishes.${slot}`, finish === null || finish === undefined ? undefined : checkFinish(finish, slot)])
  }
  return Object.fromEntries(values)
}

function checkFinish(value: unknown, slot: string): Finish {
  if (!isPlainObject(value)) refuse('not-a-finish', `The finish of "${slot}" is no object: give a color or a material.`)
  const { color, material } = value
  if (color !== undefined && !/^#[0-9a-f]{6}$/i.test(checkText(color, `color of "${slot}"`))) {
    refuse('not-a-color', `The color of "${slot}" is ${JSON.stringify(color)}: write it as #rrggbb.`)
  }
  if (material !== undefined) checkText(material, `material of "${slot}"`)
  if (color === undefined && material === undefined) {
    refuse('not-a-finish', `The finish of "${slot}" has neither color nor material: give one, or null to take it away.`)
  }
  return {
    ...(color !== undefined && { color: color as string }),
    ...(material !== undefined && { material: material as string }),
  }
}
