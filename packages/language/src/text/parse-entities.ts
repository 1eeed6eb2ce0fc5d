import { createDiagnosticList, type Diagnostic } from './diagnostic.ts'
import {
  CORE_KINDS,
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

/** A keyed argument of an extension line: the whole `key=value`, and the value alone. */
export type KeyRange = TextRange & { readonly valueFrom: number }

/** One line of the text, and what was read in it. */
export type ScriptLine = TextRange & {
  /** Counts from 1. */
  readonly line: number
  /** Absent: blank, or not understood. */
  readonly entity?: ScriptEntity
  /**
   * Where positional arguments start: argument i is from `bounds[i]` to `bounds[i + 1] - 1` (one separator). All of a
   * core line's; of an extension line's the core line named first, if any.
   */
  readonly bounds: readonly number[]
  /** Keyed arguments of an extension line. */
  readonly keys?: ReadonlyMap<string, KeyRange>
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
const NO_BOUNDS: readonly number[] = []
const LABEL = /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/

/**
 * Reads a spatial script as text: exactly the entities that are in it, in file order, nothing converted. Never throws,
 * and takes time linear in the length. The lenient reading of the four core kinds is the public parser's.
 */
export function parseScriptEntities(text: string, options: ParseOptions = {}): ParsedEntities {
  const strict = options.strict ?? false
  const list = createDiagnosticList()
  const lines: ScriptLine[] = []
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
    if (line.entity && line.entity.kind !== 'unknown') rank = checkOrder(line, rank, report)
    if (newline < 0) break
    at = newline + 1
  }
  const entities = lines.flatMap((line) => line.entity ?? [])
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
  if (to > from && text[to - 1] === '\r') {
    to--
    report('style', 'carriage-return', to, to + 1, 'The line ends with CR LF; lines end with LF alone.')
  }
  const content = text.slice(from, to)
  const nothing: ScriptLine = { from, to, line, bounds: NO_BOUNDS }
  if (content.trim() === '') {
    if (text.length === 0) return nothing
    if (end === text.length) report('style', 'trailing-newline', from, to, 'There is a newline after the last line.')
    else report('style', 'blank-line', from, to, 'The line is blank.')
    return nothing
  }
  const equals = content.indexOf('=')
  if (equals < 0) {
    report('lost', 'no-entity', from, to, 'The line has no `=`: expected `kind_id=Kind(…)`.')
    return nothing
  }
  const name = content.slice(0, equals)
  const [kind = '', idText] = name.split('_', 2)
  if (!CORE.has(kind) && !EXTENSIONS.has(kind)) {
    const shown = kind.length > 40 ? `${kind.slice(0, 40)}…` : kind
    report('unknown', 'unknown-kind', from, from + equals, `The kind \`${shown}\` is not known; the line is skipped.`)
    return { ...nothing, entity: { kind: 'unknown', text: content } }
  }
  const id = idText === undefined ? undefined : parseWhole(idText)
  if (id === undefined) {
    report('lost', 'bad-id', from, from + equals, `\`${kind}_\` needs a whole number after it; the line is skipped.`)
    return nothing
  }
  if (name !== `${kind}_${id}`)
    report('style', 'name-spelling', from, from + equals, `The name is read as \`${kind}_${id}\`.`)
  const open = content.indexOf('(', equals)
  if (open < 0) {
    report('lost', 'no-arguments', from + equals, to, 'There is no `(` after the `=`; the line is skipped.')
    return nothing
  }
  const maker = content.slice(equals + 1, open)
  if (maker !== constructorName(kind)) {
    report(
      'style',
      'constructor',
      from + equals + 1,
      from + open,
      `Expected \`${constructorName(kind)}\`; the name left of \`=\` decides.`,
    )
  }
  const key = `${kind}_${id}`
  if (context.seen.has(key))
    report('style', 'duplicate-id', from, from + equals, `\`${key}\` stands on an earlier line too.`)
  const read = EXTENSIONS.has(kind)
    ? parseExtension(kind as ExtensionKind, id, text, from + open + 1, to, report)
    : readCore(kind as CoreKind, id, text, from + open + 1, to, context)
  if (!read) return nothing
  context.seen.add(key)
  return { from, to, line, ...read }
}

type ReadCore = Pick<ScriptLine, 'entity' | 'bounds'>

function readCore(
  kind: CoreKind,
  id: string,
  text: string,
  from: number,
  to: number,
  context: Context,
): ReadCore | undefined {
  const { report } = context
  const close = findClose(text, from, to)
  if (close < 0) {
    report('lost', 'unclosed', from - 1, to, 'The `(` is not closed; the line is skipped.')
    return undefined
  }
  const bounds = findBounds(text, from, close)
  const given = bounds.length - 1
  const lead = kind === 'wall' ? 0 : 1
  const count = NUMBER_COUNT[kind] + lead
  if (given < count) {
    const message = `\`${kind}\` takes ${count} arguments, this has ${given}; the line is skipped.`
    report('lost', 'missing-arguments', from, close, message)
    return undefined
  }
  if (given > count) {
    const message = `\`${kind}\` takes ${count} arguments, this has ${given}; the rest is ignored.`
    report('changed', 'extra-arguments', bounds[count]!, close, message)
  }
  if (close + 1 < to) report('style', 'text-after', close + 1, to, 'There is text after the `)`.')
  const first = text.slice(from, bounds[1]! - 1)
  const wall = kind === 'door' || kind === 'window' ? readReference(kind, first, from, context) : ''
  if (wall === undefined) return undefined
  const numbers: number[] = []
  for (let i = lead; i < count; i++) {
    const value = readNumber(text, bounds[i]!, bounds[i + 1]! - 1, context)
    if (value === undefined) return undefined
    numbers.push(value)
  }
  if (kind === 'wall') {
    context.walls.add(id)
    return { entity: { kind, id, numbers }, bounds }
  }
  if (kind !== 'bbox') return { entity: { kind, id, wall, numbers }, bounds }
  if (context.strict && !LABEL.test(first)) {
    report('style', 'label-spelling', from, bounds[1]! - 1, 'Classes are lower-case words joined by `_` or `-`.')
  }
  for (let i = 4; i < 7; i++) {
    if (!(numbers[i]! < 0)) continue
    numbers[i] = -numbers[i]!
    const message = 'The size is negative; its absolute value is taken.'
    report('changed', 'negative-size', bounds[i + 1]!, bounds[i + 2]! - 1, message)
  }
  return { entity: { kind, id, category: first, numbers }, bounds }
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
    if (code === 41 || code === 40) return i
  }
  return -1
}

/** Starts of the comma-separated arguments between two offsets, then the offset after the one that ends them. */
function findBounds(text: string, from: number, to: number): number[] {
  const bounds = [from]
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 44) bounds.push(i + 1)
  bounds.push(to + 1)
  return bounds
}

/** Canonical files list walls, doors, windows, boxes, then our own lines. Returns the rank reached. */
function checkOrder(line: ScriptLine, rank: number, report: Report): number {
  const kind = line.entity!.kind
  const own = CORE.has(kind) ? CORE_KINDS.indexOf(kind as CoreKind) : CORE_KINDS.length
  if (own < rank)
    report('style', 'kind-order', line.from, line.to, `A \`${kind}\` line stands after lines of a later kind.`)
  return Math.max(rank, own)
}
