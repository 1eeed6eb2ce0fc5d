import { type ParseArgsConfig, parseArgs } from 'node:util'
import { usageError } from './command-error.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** Reads options and file names; what does not fit is the caller's mistake and ends with 64. */
export function readOptions<const T extends Options>(args: readonly string[], options: T) {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
      strict: true,
    })
    return { values: values as OptionValues<T>, positionals }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw usageError(`${message.split('. To specify')[0]!.replace(/\.$/, '')}.`)
  }
}

export type OptionValues<T extends Options> = {
  readonly [key in keyof T]?: T[key]['type'] extends 'boolean' ? boolean : string
}

/** The one file that a command takes. */
export function readOperand(positionals: readonly string[], what = 'SCENE'): string {
  const [first, ...rest] = positionals
  if (first === undefined) throw usageError(`${what} is missing: give a file, or - for standard input.`)
  if (rest.length > 0) throw usageError(`One ${what} is expected, and ${JSON.stringify(rest[0])} is one more.`)
  return first
}

export function readChoice<T extends string>(
  name: string,
  value: string | undefined,
  choices: readonly T[],
): T | undefined {
  if (value === undefined || choices.includes(value as T)) return value as T | undefined
  throw usageError(`--${name} ${JSON.stringify(value)} is not known: use ${choices.join(', ')}.`)
}

/** Seeds are whole numbers, so that every machine reads the same one. */
export function readSeed(value: string | undefined): number {
  if (value === undefined) return 1
  if (/^\d{1,15}$/.test(value)) return Number(value)
  throw usageError(`--seed ${JSON.stringify(value)} is no whole number from 0 to 999999999999999.`)
}

/** A ceiling on the time of one request; undefined where none was given. */
export function readBudget(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  if (/^[1-9]\d{0,8}$/.test(value)) return Number(value)
  throw usageError(`--budget-ms ${JSON.stringify(value)} is no whole number of milliseconds from 1.`)
}

/** A robot's radius in metres, as far as the critic tells ways apart. */
export function readRadius(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const radius = /^\d{1,3}(\.\d{1,9})?$/.test(value) ? Number(value) : 0
  if (radius > 0 && radius <= 0.95) return radius
  throw usageError(`--robot-radius ${JSON.stringify(value)} is no number of metres above 0 and up to 0.95.`)
}
