import type { Point2 } from '@enfilade/scene'
import { isNumber, isObject, isPoint, isText } from '../script/valid-record.ts'
import { createDiagnosticList, type Diagnostic, type Severity } from '../text/diagnostic.ts'
import { isShallow } from '../text/json-value.ts'

/** Coordinates beyond this are a mistake of units; sums of them would lose the millimetre. */
export const MAX_COORDINATE = 10_000

export type JsonFields = { readonly [field: string]: unknown }

export type JsonReport = (severity: Severity, code: string, path: string, message: string) => void

/** Collects what is wrong with a value, by path. */
export function createJsonReport(): { report: JsonReport; finish(): Diagnostic[] } {
  const list = createDiagnosticList()
  const report: JsonReport = (severity, code, path, message) => {
    list.add({
      code,
      message: `${path || 'the scene'}: ${message}`,
      path,
      severity,
      from: 0,
      to: 0,
      line: 1,
      column: 1,
    })
  }
  return { report, finish: list.finish }
}

/** One part of a Scene JSON: reads its fields, says what is wrong with them and how to put it right. */
export class PartReader {
  readonly fields: JsonFields
  readonly path: string
  /** Fields in which something was wrong. */
  readonly faulty: Set<string> = new Set()
  private readonly report: JsonReport

  constructor(fields: JsonFields, path: string, report: JsonReport) {
    this.fields = fields
    this.path = path
    this.report = report
  }

  /** The field if it is the part's own: a `constructor` of garbage is never read from the prototype. */
  get(field: string): unknown {
    return Object.hasOwn(this.fields, field) ? this.fields[field] : undefined
  }

  error(code: string, field: string, message: string): undefined {
    this.faulty.add(topField(field))
    this.report('error', code, field ? `${this.path}.${field}` : this.path, message)
    return undefined
  }

  warn(code: string, field: string, message: string): undefined {
    this.faulty.add(topField(field))
    this.report('warning', code, field ? `${this.path}.${field}` : this.path, message)
    return undefined
  }

  /** A number that has to be there. */
  number(field: string): number | undefined {
    const value = this.get(field)
    if (isNumber(value) && Math.abs(value) <= MAX_COORDINATE) return value
    return this.error(
      'not-a-number',
      field,
      `expected a finite number up to ${MAX_COORDINATE}, got ${show(value)}${cure(value)}.`,
    )
  }

  /** A number above 0 that has to be there. */
  positive(field: string): number | undefined {
    const value = this.number(field)
    if (value === undefined || value > 0) return value
    return this.error('not-positive', field, `expected a number above 0, got ${value}.`)
  }

  numberOr<T>(field: string, absent: T, low = -MAX_COORDINATE, high = MAX_COORDINATE): number | T {
    const value = this.get(field)
    if (value === undefined || value === null) return absent
    if (isNumber(value) && value >= low && value <= high) return value
    this.warn(
      'not-a-number',
      field,
      `expected a number from ${low} to ${high}, got ${show(value)}${cure(value)}; it is left out.`,
    )
    return absent
  }

  textOr<T>(field: string, absent: T): string | T {
    const value = this.get(field)
    if (value === undefined || value === null) return absent
    if (isText(value)) return value
    this.warn('not-text', field, `expected text, got ${show(value)}; put it in quotes.`)
    return absent
  }

  oneOf<T extends string>(field: string, values: readonly T[]): T | undefined {
    const value = this.get(field)
    if (value === undefined || value === null) return undefined
    if (values.includes(value as T)) return value as T
    return this.warn(
      'unknown-value',
      field,
      `expected one of ${values.join(', ')}, got ${show(value)}; it is left out.`,
    )
  }

  flag(field: string): boolean | undefined {
    const value = this.get(field)
    if (value === undefined || value === null || typeof value === 'boolean') return value ?? undefined
    return this.warn('not-a-flag', field, `expected true or false, got ${show(value)}; it is left out.`)
  }

  point(field: string): Point2 | undefined {
    const value = this.get(field)
    if (isPoint(value) && value.every(isPlace)) return [value[0], value[1]]
    return this.error('not-a-point', field, `expected [x, y] in metres, got ${show(value)}.`)
  }

  /** Three numbers. `above`: what each has to be more than. */
  triple(field: string, above = -Infinity): readonly [number, number, number] | undefined {
    const value = this.get(field)
    if (Array.isArray(value) && value.length === 3 && value.every((n) => isPlace(n) && n > above)) {
      return [value[0], value[1], value[2]]
    }
    const what = above >= 0 ? '[width, depth, height] in metres, each above 0' : '[x, y, z] in metres'
    return this.error('not-a-triple', field, `expected ${what}, got ${show(value)}.`)
  }

  /** A ring of at least three points. */
  ring(value: unknown, field: string): Point2[] | undefined {
    if (!Array.isArray(value) || value.length < 3) {
      return this.error('not-a-ring', field, `expected at least 3 points [[x, y], …], got ${show(value)}.`)
    }
    const bad = value.findIndex((point) => !isPoint(point) || !point.every(isPlace))
    if (bad < 0) return value.map((point) => [point[0], point[1]])
    return this.error('not-a-point', `${field}[${bad}]`, `expected [x, y] in metres, got ${show(value[bad])}.`)
  }

  object(field: string): JsonFields | undefined {
    const value = this.get(field)
    if (value === undefined || value === null) return undefined
    if (isObject(value) && isShallow(value)) return value
    return this.warn('not-an-object', field, `expected {…}, got ${show(value)}; it is left out.`)
  }

  /** The fields that are not among the known ones. */
  unknown(known: ReadonlySet<string>): JsonFields | undefined {
    const entries = Object.entries(this.fields).filter(([key, value]) => !known.has(key) && isShallow(value))
    return entries.length > 0 ? Object.fromEntries(entries) : undefined
  }
}

/** The parts of a list, each with its path; what is no object is reported. */
export function readParts(fields: JsonFields, field: string, report: JsonReport): PartReader[] {
  const value = Object.hasOwn(fields, field) ? fields[field] : undefined
  if (value === undefined || value === null) return []
  if (!Array.isArray(value)) {
    report('error', 'not-a-list', field, `expected a list [{…}, …], got ${show(value)}.`)
    return []
  }
  return value.flatMap((part, index) => {
    const path = `${field}[${index}]`
    if (isObject(part)) return new PartReader(part, path, report)
    report('error', 'not-an-object', path, `expected {…}, got ${show(part)}; it is skipped.`)
    return []
  })
}

/** `state.on` and `holes[2]` are parts of `state` and `holes`. */
function topField(field: string): string {
  return field.split(/[.[]/, 1)[0]!
}

function isPlace(value: unknown): value is number {
  return isNumber(value) && Math.abs(value) <= MAX_COORDINATE
}

/** A value in few words. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string')
    return value.length > 40 ? `${JSON.stringify(value.slice(0, 40))}…` : JSON.stringify(value)
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (value === null || typeof value === 'boolean') return String(value)
  return 'an object'
}

function cure(value: unknown): string {
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
    ? ' (write it without quotes)'
    : ''
}
