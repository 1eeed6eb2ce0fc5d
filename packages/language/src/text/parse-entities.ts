import { createDiagnosticList, type Diagnostic } from './diagnostic.ts'
import {
  CORE_KINDS,
  type CoreEntity,
  type CoreKind,
  constructorName,
  EXTENSION_KINDS,
  type ExtensionKind,
  NUMBER_COUNT,
  type ScriptEntity,
} from './entity.ts'
import { parseNumber, parseWhole } from './number.ts'
import { parseExtension } from './parse-extension.ts'

/** Offsets into the text; `to` is exclusive. */
export type TextRange = { readonly from: number; readonly to: number }

/** One line of the text, and what was read in it. */
export type ScriptLine = TextRange & {
  /** Counts from 1. */
  readonly line: number
  /** Absent: blank, or not understood. */
  readonly entity?: ScriptEntity
}

export type ParsedEntities = {
  readonly entities: readonly ScriptEntity[]
  readonly lines: readonly ScriptLine[]
  readonly diagnostics: readonly Diagnostic[]
}

export type ParseOptions = {
  /** Report everything that a canonical file would not hold, and refuse non-finite numbers. Default false. */
  readonly strict?: boolean
}

/** How bad an oddity is: the line is lost · it is read otherwise than written · it is only unusual. */
type Weight = 'lost' | 'changed' | 'style' | 'unknown'

/** Reports an oddity of the current line; `from` and `to` are offsets into the text. */
export type Report = (weight: Weight, code: string, from: number, to: number, message: string) => void

type Context = {
  readonly strict: boolean
  readonly walls: Set<string>
  readonly seen: Set<string>
  readonly report: Report
}

const CORE: ReadonlySet<string> = new Set(CORE_KINDS)
const EXTENSIONS: ReadonlySet<string> = new Set(EXTENSION_KINDS)
const EQUALS = 61
const UNDERSCORE = 95
const OPEN = 40
const CLOSE = 41
const COMMA = 44
const LABEL = /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/

/**
 * Reads a spatial script as text: exactly the entities that are in it, in file order, nothing converted. Never throws,
 * and takes time linear in the length. The lenient reading of the four core kinds is the public parser's.
 */
export function parseScriptEntities(text: string, options: ParseOptions = {}): ParsedEntities {
  const strict = options.strict ?? false
  const list = createDiagnosticList()
  const lines: ScriptLine[] = []
  const entities: ScriptEntity[] = []
  let number = 0
  let lineFrom = 0
  const report: Report = (weight, code, from, to, message) => {
    if (!strict && weight === 'style') return
    const severity = strict ? (weight === 'style' ? 'warning' : 'error') : weight === 'unknown' ? 'note' : 'warning'
    list.add({ code, message, from, to, line: number, column: from - lineFrom + 1, severity })
  }
  const context: Context = { strict, walls: new Set(), seen: new Set(), report }
  let rank = 0
  let at = 0
  while (at <= text.length) {
    number++
    lineFrom = at
    const newline = text.indexOf('\n', at)
    const end = newline < 0 ? text.length : newline
    const line = readLine(text, at, end, number, context)
    lines.push(line)
    if (line.entity) entities.push(line.entity)
    if (line.entity && line.entity.kind !== 'unknown') rank = checkOrder(line, rank, report)
    if (newline < 0) break
    at = newline + 1
  }
  return { entities, lines, diagnostics: list.finish() }
}

function readLine(text: string, start: number, end: number, line: number, context: Context): ScriptLine {
  const { report } = context
  let from = start
  let to = end
  if (start === 0 && text.charCodeAt(0) === 0xfeff) {
    report('style', 'byte-order-mark', 0, 1, 'The file starts with a byte order mark.')
    from = 1
  }
  if (to > from && text.charCodeAt(to - 1) === 13) {
    to--
    report('style', 'carriage-return', to, to + 1, 'The line ends with CR LF; lines end with LF alone.')
  }
  const entity = isBlank(text, from, to)
    ? reportBlank(text, from, to, end, report)
    : readEntity(text, from, to, context)
  return entity ? { from, to, line, entity } : { from, to, line }
}

function isBlank(text: string, from: number, to: number): boolean {
  if (from < to && text.charCodeAt(from) > 32 && text.charCodeAt(from) < 127) return false
  return text.slice(from, to).trim() === ''
}

function reportBlank(text: string, from: number, to: number, end: number, report: Report): undefined {
  if (text.length === 0) return
  if (end < text.length) report('style', 'blank-line', from, to, 'The line is blank.')
  else report('style', 'trailing-newline', from, to, 'There is a newline after the last line.')
}

function readEntity(text: string, from: number, to: number, context: Context): ScriptEntity | undefined {
  const { report } = context
  const equals = indexBetween(text, EQUALS, from, to)
  if (equals < 0) {
    report('lost', 'no-entity', from, to, 'The line has no `=`: expected `kind_id=Kind(…)`.')
    return undefined
  }
  const underscore = indexBetween(text, UNDERSCORE, from, equals)
  const kind = text.slice(from, underscore < 0 ? equals : underscore)
  if (!CORE.has(kind) && !EXTENSIONS.has(kind)) {
    const shown = kind.length > 40 ? `${kind.slice(0, 40)}…` : kind
    report('unknown', 'unknown-kind', from, equals, `The kind \`${shown}\` is not known; the line is skipped.`)
    return { kind: 'unknown', text: text.slice(from, to) }
  }
  const second = underscore < 0 ? -1 : indexBetween(text, UNDERSCORE, underscore + 1, equals)
  const id = underscore < 0 ? undefined : parseWhole(text.slice(underscore + 1, second < 0 ? equals : second))
  if (id === undefined) {
    report('lost', 'bad-id', from, equals, `\`${kind}_\` needs a whole number after it; the line is skipped.`)
    return undefined
  }
  const open = indexBetween(text, OPEN, equals, to)
  if (open < 0) {
    report('lost', 'no-arguments', equals, to, 'There is no `(` after the `=`; the line is skipped.')
    return undefined
  }
  if (context.strict) checkName(kind, id, text, from, equals, open, context)
  return EXTENSIONS.has(kind)
    ? parseExtension(kind as ExtensionKind, id, text, open + 1, to, report)
    : readCore(kind as CoreKind, id, text, open + 1, to, context)
}

function checkName(
  kind: string,
  id: string,
  text: string,
  from: number,
  equals: number,
  open: number,
  { report, seen }: Context,
): void {
  const key = `${kind}_${id}`
  if (text.slice(from, equals) !== key)
    report('style', 'name-spelling', from, equals, `The name is read as \`${key}\`.`)
  if (text.slice(equals + 1, open) !== constructorName(kind)) {
    const message = `Expected \`${constructorName(kind)}\`; the name left of \`=\` decides.`
    report('style', 'constructor', equals + 1, open, message)
  }
  if (seen.has(key)) report('style', 'duplicate-id', from, equals, `\`${key}\` stands on an earlier line too.`)
  seen.add(key)
}

function readCore(
  kind: CoreKind,
  id: string,
  text: string,
  from: number,
  to: number,
  context: Context,
): CoreEntity | undefined {
  const { report } = context
  const close = findClose(text, from, to)
  if (close < 0) {
    report('lost', 'unclosed', from - 1, to, 'The `(` is not closed; the line is skipped.')
    return undefined
  }
  const lead = kind === 'wall' ? 0 : 1
  const count = NUMBER_COUNT[kind] + lead
  const given = countArguments(text, from, close)
  if (given < count) {
    const message = `\`${kind}\` takes ${count} arguments, this has ${given}; the line is skipped.`
    report('lost', 'missing-arguments', from, close, message)
    return undefined
  }
  if (close + 1 < to) report('style', 'text-after', close + 1, to, 'There is text after the `)`.')
  let at = from
  let first = ''
  if (lead === 1) {
    const end = text.indexOf(',', from)
    first = text.slice(from, end)
    at = end + 1
  }
  const wall = kind === 'door' || kind === 'window' ? readReference(kind, first, from, context) : ''
  if (wall === undefined) return undefined
  const sizes = kind === 'bbox' ? 4 : NUMBER_COUNT[kind]
  if (kind === 'bbox' && context.strict && !LABEL.test(first)) {
    report('style', 'label-spelling', from, at - 1, 'Classes are lower-case words joined by `_` or `-`.')
  }
  const numbers: number[] = []
  for (let i = 0; i < NUMBER_COUNT[kind]; i++) {
    const end = argumentEnd(text, at, close)
    let value = readNumber(text, at, end, context)
    if (value === undefined) return undefined
    if (i >= sizes && value < 0) {
      report('changed', 'negative-size', at, end, 'The size is negative; its absolute value is taken.')
      value = -value
    }
    numbers.push(value)
    at = end + 1
  }
  if (given > count) {
    const message = `\`${kind}\` takes ${count} arguments, this has ${given}; the rest is ignored.`
    report('changed', 'extra-arguments', at, close, message)
  }
  if (kind === 'wall') {
    context.walls.add(id)
    return { kind, id, numbers }
  }
  return kind === 'bbox' ? { kind, id, category: first, numbers } : { kind, id, wall, numbers }
}

function readReference(kind: CoreKind, written: string, from: number, context: Context): string | undefined {
  const to = from + written.length
  const wall = parseWhole(written.split('_', 2)[1] ?? '')
  if (wall === undefined) {
    const message = `A ${kind} names its wall first, as \`wall_0\`; the line is skipped.`
    context.report('lost', 'bad-wall', from, to, message)
    return undefined
  }
  if (!context.walls.has(wall)) {
    const message = `No earlier line is \`wall_${wall}\`; the ${kind} is dropped.`
    context.report('lost', 'no-earlier-wall', from, to, message)
    return undefined
  }
  if (written !== `wall_${wall}`) {
    context.report('style', 'wall-spelling', from, to, `The wall is read as \`wall_${wall}\`.`)
  }
  return wall
}

function readNumber(text: string, from: number, to: number, context: Context): number | undefined {
  const written = text.slice(from, to)
  const value = parseNumber(written)
  if (value === undefined) {
    const shown = written.length > 40 ? `${written.slice(0, 40)}…` : written
    context.report('lost', 'bad-number', from, to, `\`${shown}\` is not a number; the line is skipped.`)
    return undefined
  }
  if (!Number.isFinite(value)) {
    const fate = context.strict ? 'the line is refused' : 'the line is kept out of the scene'
    const message = `The number is not finite; ${fate}.`
    context.report(context.strict ? 'lost' : 'changed', 'non-finite', from, to, message)
    return context.strict ? undefined : value
  }
  if (context.strict && /[_\s]/.test(written)) {
    context.report('style', 'number-spelling', from, to, 'Numbers have no spaces or underscores.')
  }
  return value
}

/** Offset of the parenthesis that ends the arguments: the next one of either direction, as in the public parser. */
function findClose(text: string, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    if (code === CLOSE || code === OPEN) return i
  }
  return -1
}

function countArguments(text: string, from: number, to: number): number {
  let count = 1
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === COMMA) count++
  return count
}

function argumentEnd(text: string, from: number, to: number): number {
  let i = from
  while (i < to && text.charCodeAt(i) !== COMMA) i++
  return i
}

/** Like `indexOf`, but never looks beyond `to`: a text of many lines must not be searched to its end from each. */
function indexBetween(text: string, code: number, from: number, to: number): number {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === code) return i
  return -1
}

/** Canonical files list walls, doors, windows, boxes, then our own lines. Returns the rank reached. */
function checkOrder(line: ScriptLine, rank: number, report: Report): number {
  const kind = line.entity!.kind
  const own = CORE.has(kind) ? CORE_KINDS.indexOf(kind as CoreKind) : CORE_KINDS.length
  if (own < rank)
    report('style', 'kind-order', line.from, line.to, `A \`${kind}\` line stands after lines of a later kind.`)
  return Math.max(rank, own)
}
